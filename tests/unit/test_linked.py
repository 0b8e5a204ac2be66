"""Linked data: on every page, true to the data, leading to what there is, and safe inside its script."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from corpora import BARE, EMPTY, NAMES, corpus, pages, site
from ramberattelser import addresses, exporting, guides, linked
from ramberattelser.corpus import LAW
from ramberattelser.pages import make_site
from ramberattelser.settings import Settings

each = pytest.mark.parametrize("name", [*NAMES, BARE, EMPTY])
both = pytest.mark.parametrize("name", NAMES)
ADDRESS = "https://www.example.org/prov/"


def graph(name: str, path: str) -> list[dict[str, Any]]:
    return json.loads(pages(name)[path].page.linked)["@graph"]


def thing(name: str, path: str) -> dict[str, Any]:
    return graph(name, path)[0]


def kind(path: str) -> str:
    """What the page at ``path`` is about."""
    match path.strip("/").split("/"):
        case [""]:
            return "WebSite"
        case ["berattelser", owner, _] if owner != "tvars":
            return "Article"
        case ["forbund", _]:
            return "Organization"
        case ["begrepp"] | ["andamal", "byggstenar"]:
            return "DefinedTermSet"
        case ["andamal", "byggstenar", _]:
            return "DefinedTerm"
        case ["andamal", owner, _] if owner not in ("jamfor", "ordens-vag"):
            return "CreativeWork"
    return "WebPage"


@each
def test_every_page_says_what_it_is_about_and_the_way_to_it(name):
    for path, read in pages(name).items():
        about, *way = graph(name, path)
        assert about["@type"] == kind(path), path
        assert about["@id"] == ("/#webbplatsen" if path == "/" else path)
        assert about["name"], path
        assert about["description"], path
        steps = [(one["name"], one["item"]) for found in way for one in found["itemListElement"]]
        assert steps == ([("Start", "/"), *read.page.crumbs] if path != "/" else [])
        assert [found["@type"] for found in way] == ["BreadcrumbList"] * (path != "/")


@each
def test_what_is_published_has_the_days_that_the_page_shows(name):
    counted = 0
    for path, read in pages(name).items():
        about = thing(name, path)
        if about["@type"] not in ("WebSite", "Organization", "DefinedTerm"):
            counted += 1
            assert about["datePublished"] == read.page.published.isoformat(), path
            assert about["dateModified"] == read.page.updated, path
            assert about["isPartOf"] == {"@id": thing(name, "/")["@id"]}
    assert counted > 10


def own_addresses(made: Any) -> Iterator[tuple[str, str]]:
    """Yield every text of a tree that looks like an address of ours, with the name it stands under."""
    for name, value in made.items() if isinstance(made, dict) else ():
        # A time whose beginning is not known begins as an address does.
        if isinstance(value, str) and value.startswith(("/", ADDRESS)) and name != "dcterms:valid":
            yield name, value
        yield from own_addresses(value)
    for one in made if isinstance(made, list) else ():
        yield from own_addresses(one)


@each
def test_every_address_leads_to_a_page_and_an_anchor(name):
    found = pages(name)
    for path in found:
        for _, address in own_addresses(graph(name, path)):
            at, _, anchor = address.partition("?")[0].partition("#")
            assert at in found or at in ("/om/", "/bidra/"), (path, address)
            assert not anchor or anchor == "webbplatsen" or found[at].body.by_id(anchor), (path, address)


@both
def test_addresses_are_whole_where_the_sites_address_is_known(name):
    made = make_site(corpus(name), Settings(address=ADDRESS))
    for page in made.pages.values():
        near = [a for _, a in own_addresses(json.loads(page.linked)) if not a.startswith(ADDRESS)]
        assert near == [], page.path
        whole = json.loads(page.linked)["@graph"][0]["@id"]
        assert whole == ADDRESS + ("#webbplatsen" if page.path == "/" else page.path[1:])
    codebook = json.loads(made.files["data/byggstenar.jsonld"])
    assert all(one["@id"].startswith(ADDRESS) for one in codebook["@graph"])


def test_a_text_that_begins_as_an_address_is_left_as_it_is():
    made = {"text": "/andamal/", "about": [{"@id": "/andamal/", "name": "/x"}]}
    assert linked.full(made, ADDRESS) == {
        "text": "/andamal/",
        "about": [{"@id": f"{ADDRESS}andamal/", "name": "/x"}],
    }
    assert linked.full(made, "") is made


@both
def test_a_förbund_has_the_names_and_members_of_the_data_and_no_others(name):
    for owner, association in corpus(name).associations.items():
        about = thing(name, addresses.association(owner))
        names = {one.name for one in association.names} - {"saknas"} | {association.short_name}
        assert set(about["alternateName"]) == names
        members = [one["member"]["name"] for one in about.get("member", ())]
        assert members == [member.name for member in association.members]
        times = [one.get("dcterms:valid") for one in about.get("member", ())]
        known = [m.period.edtf() if m.period.kind != "undated" else None for m in association.members]
        assert times == known
        # A förbundsordning in someone else's collection is not the förbund, and nor is a page about it.
        assert "sameAs" not in about
        led = [(one["name"], one["url"]) for one in about.get("subjectOf", ())]
        assert led == [(link.text, link.address) for link in association.links]


@both
def test_a_story_is_about_those_it_is_about_and_its_source_is_by_those_who_wrote_it(name):
    for story in corpus(name).stories.values():
        about = thing(name, addresses.story(story))
        told = story.narrative
        # The words are this collection's own, so nobody who is named in the source has written them.
        assert "author" not in about
        wrote = [[one["name"] for one in source.get("author", ())] for source in about["isBasedOn"]]
        based = dict.fromkeys(ref.source for ref in told.sources)
        assert wrote == [list(corpus(name).sources[source].authors) for source in based]
        owners = [one["@id"] for one in about["about"]]
        assert owners == [addresses.association(o) for o in dict.fromkeys((story.owner, *told.about))]
        sources = [one["@id"] for one in about["isBasedOn"]]
        assert sources == [addresses.source(s) for s in dict.fromkeys(ref.source for ref in told.sources)]


@both
def test_a_wording_is_to_the_letter_and_a_comparison_is_about_its_two_wordings(name):
    made = corpus(name)
    for wording in made.collected:
        about = thing(name, addresses.wording(wording))
        assert about["text"] == wording.version.text.strip()
        assert ("dcterms:relation" in about) == (wording.owner != LAW)
    compared = [path for path in pages(name) if path.count("/") == 5 and "/jamfor/" in path]
    assert len(compared) > 1
    for path in compared:
        keys = [one["@id"] for one in thing(name, path)["about"]]
        assert len(keys) == 2
        assert path == "/andamal/jamfor/" + "".join(
            f"{'-'.join(key.strip('/').split('/')[1:])}/" for key in keys
        )


@both
def test_the_terms_and_the_byggstenar_are_all_in_their_sets(name):
    terms = thing(name, "/begrepp/")["hasDefinedTerm"]
    assert [one["@id"] for one in terms] == [addresses.term(term) for term in corpus(name).terms]
    elements = thing(name, "/andamal/byggstenar/")["hasDefinedTerm"]
    assert [one["@id"] for one in elements] == [addresses.element(one) for one in corpus(name).elements]


@both
def test_the_open_data_is_listed_whole(name):
    told = guides.meta("om/data.md", "Öppna data", {}, "")["linked"]
    listed = {one["contentUrl"][1:] for one in json.loads(told)["@graph"][0]["distribution"]}
    data = {file for file in site(name).files if file.startswith("data/")}
    assert listed == data - {"data/README.txt"}
    assert len(listed) == len(exporting.listed())


def test_the_search_is_asked_where_the_search_page_is():
    action = thing("exempel", "/")["potentialAction"]
    path, _, query = action["target"]["urlTemplate"].partition("?")
    assert path in pages("exempel")
    assert query == "q={search_term_string}"


@each
def test_no_linked_data_can_end_its_script(name):
    assert not [path for path, read in pages(name).items() if set("<>&") & set(read.page.linked)]
    told = guides.meta("om/index.md", "</script><b>", {"description": "<!-- &"}, "")
    assert not set("<>&") & set(told["linked"])
    assert json.loads(told["linked"])["@graph"][0]["name"] == "</script><b>"


@pytest.mark.parametrize(
    ("path", "valid"),
    [
        ("/andamal/lagen/sfs-2004-793/", "/2007-12-31"),
        # It was followed by another: nothing says that it is open.
        ("/andamal/lagen/sfs-2007-411/", "2008-01-01/"),
        ("/andamal/norra-vastmanland/2015/", "2015-01-01/2023-12-31?"),
        ("/andamal/vastra-ostergotland/2015/", "2015-01-01?/"),
        ("/andamal/umearegionen/2019/", "2019-01-01/"),
    ],
)
def test_a_validity_says_what_is_not_known_and_what_is_unsure(path, valid):
    assert thing("verklig", path)["dcterms:valid"] == valid


@both
def test_a_validity_is_one_interval_without_sets(name):
    """ISO 8601-2 has no sets inside an interval: what ended "at the latest" ends there on an unsure day."""
    found = [
        thing(name, path)["dcterms:valid"]
        for path in pages(name)
        if kind(path) == "CreativeWork" and "dcterms:valid" in thing(name, path)
    ]
    assert found
    assert [valid for valid in found if "[" in valid or valid.count("/") != 1] == []
