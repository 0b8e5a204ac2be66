"""What must hold on every page, and that everything in the data is on one: in memory, without a browser."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import replace
from functools import cache
from itertools import pairwise
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import markdown

from corpora import (
    BARE,
    EMPTY,
    NAMES,
    QUOTED,
    ROOT,
    Read,
    changed_corpus,
    corpus,
    entries,
    pages,
    read,
    site,
    source_refs,
    takes_any_text,
    texts,
    with_wordings,
)
from markup import Element, parse, parse_leniently
from ramberattelser import addresses, coding, comparisons, kinship, lanes
from ramberattelser.comparing import compare, sentences
from ramberattelser.corpus import LAW, Corpus, Wording
from ramberattelser.model import MISSING, ClauseVersion, Source, SourceRef, VersionRef
from ramberattelser.pages import gaps, make_site
from ramberattelser.pages.build import Builder
from ramberattelser.pages.by_hand import GUIDES
from ramberattelser.pages.clauses import pages as clause_pages
from ramberattelser.pages.model import relative
from ramberattelser.pages.wordpath_pages import path_of
from ramberattelser.quoting import find_quote
from ramberattelser.rendering.headings import SOFT
from ramberattelser.rendering.typography import inner_quotes, typeset
from ramberattelser.standing import ENDED, standing

HEADINGS = {f"h{level}": level for level in range(1, 7)}
OF_THE_THEME = {"h-citera", "innehall", "sok", "sok-svar", "__drawer", "__search", "__config"}
"""Ids that stand around every page's body."""

both = pytest.mark.parametrize("name", NAMES)
each = pytest.mark.parametrize("name", [*NAMES, BARE, EMPTY])


# --- every page ---------------------------------------------------------------------------


@each
def test_every_page_has_a_path_and_a_title_of_its_own(name):
    found = list(site(name).pages.values())
    assert len(found) > 15
    for counts in (Counter(page.path for page in found), Counter(page.title for page in found)):
        assert [value for value, count in counts.items() if count > 1 or not value.strip()] == []
    assert all(re.fullmatch(r"/(?:[a-z0-9-]+/)*", page.path) for page in found)


@each
def test_every_description_is_there_and_short_enough_to_be_shown_whole(name):
    found = {page.path: page.description for page in site(name).pages.values()}
    wrong = {path: text for path, text in found.items() if not 10 <= len(text) <= 200 or "\n" in text}
    assert wrong == {}


@both
def test_what_is_shown_of_a_byggsten_where_it_is_shared_says_what_its_page_has(name):
    made = corpus(name)
    for element in made.elements.values():
        read = pages(name)[addresses.element(element.id)]
        named = [th for th in read.body.all("th") if th.attrs["scope"] == "row"]
        rows = sum(len(th.all("a")) for th in named)
        quoted = [td.words for td in read.body.all("td")]
        assert len(set(quoted)) == len(quoted), "the same words are quoted once"
        said = read.page.description
        assert said.startswith(element.meaning)
        assert len(said) >= 40
        assert ("ur en lydelse." in said) == (rows == 1)
        assert ("Ingen insamlad lydelse har byggstenen." in said) == (rows == 0)


def test_a_long_description_is_cut_at_a_word_and_stays_within_two_hundred_characters():
    builder = Builder(corpus("exempel"))
    for first in range(1, 30):
        for rest in (40, 100):
            text = "x" * first + " orden" * rest
            made = builder.page("/x/", "x", text, "", section="", file="x").description
            assert 190 < len(made) <= 200
            assert made.removesuffix(" …").split()[1:] == ["orden"] * (
                len(made.removesuffix(" …").split()) - 1
            )
    assert builder.page("/x/", "x", "o" * 200, "", section="", file="x").description == "o" * 200


@each
def test_every_body_is_well_formed_html(name):
    assert {path: page.faults for path, page in pages(name).items() if page.faults} == {}


ALLOWED_IN = {
    "ul": {"li"}, "ol": {"li"}, "dl": {"div"}, "table": {"caption", "thead", "tbody"}, "tr": {"th", "td"},
    "thead": {"tr"}, "tbody": {"tr"}, "select": {"option", "optgroup"},
}  # fmt: skip
PHRASING = {
    "a", "abbr", "b", "br", "cite", "code", "del", "em", "i", "ins", "label", "mark", "small", "span",
    "strong", "time", "svg", "button", "input", "select", "data", "wbr",
}  # fmt: skip
NO_BLOCKS = (
    "p",
    "span",
    "a",
    "b",
    "strong",
    "em",
    "dt",
    "h1",
    "h2",
    "h3",
    "small",
    "abbr",
    "cite",
    "figcaption",
)


@each
def test_elements_stand_only_where_html_allows_them(name):
    wrong = []
    for page in pages(name).values():
        for element in page.body.walk():
            inside = [child.tag for child in element.children if isinstance(child, Element)]
            if in_picture(element):
                continue
            if element.tag in ALLOWED_IN:
                wrong += [(page.path, element.tag, t) for t in inside if t not in ALLOWED_IN[element.tag]]
                loose = "".join(c for c in element.children if isinstance(c, str)).strip()
                wrong += [(page.path, element.tag, loose)] if loose else []
            if element.tag in NO_BLOCKS:
                wrong += [(page.path, element.tag, t) for t in inside if t not in PHRASING]
            if element.tag == "a":
                wrong += [(page.path, "a in a", e.words) for e in element.all("a")]
    assert wrong == []


def awaits_script(element: Element | None) -> bool:
    return element is not None and ("hidden" in element.attrs or awaits_script(element.parent))


def in_picture(element: Element | None) -> bool:
    return element is not None and (element.tag == "svg" or in_picture(element.parent))


@each
def test_no_list_table_or_row_is_empty(name):
    empty = [
        (path, element.tag, element.attrs)
        for path, page in pages(name).items()
        for element in page.body.all()
        if element.tag in {*ALLOWED_IN, "section", "p", "li", "dd", "dt", "a", "form", "figure", "caption"}
        and not [child for child in element.children if isinstance(child, Element) or child.strip()]
        and element.attrs.get("role") != "status"
        and not awaits_script(element)
        and not (element.tag == "a" and element.attrs.get("aria-label"))
    ]
    assert empty == []


@each
def test_every_row_of_a_table_has_as_many_cells_as_its_head(name):
    uneven = []
    for page in pages(name).values():
        for table in page.body.all("table"):
            widths = {len(row.all("th")) + len(row.all("td")) for row in table.all("tr")}
            if len(widths) > 1 or not table.all("caption"):
                uneven.append((page.path, widths))
            assert all(cell.attrs.get("scope") in ("col", "row") for cell in table.all("th")), page.path
    assert uneven == []


@each
def test_every_page_has_one_main_heading_and_skips_no_level(name):
    for path, page in pages(name).items():
        levels = [HEADINGS[e.tag] for e in page.body.walk() if e.tag in HEADINGS]
        assert levels.count(1) == 1, path
        assert levels[0] == 1, path
        assert all(after <= before + 1 for before, after in pairwise(levels)), path
        assert all(e.words for e in page.body.walk() if e.tag in HEADINGS), path


@each
def test_no_id_is_given_twice_or_taken_from_the_theme(name):
    for path, page in pages(name).items():
        ids = Counter(e.attrs["id"] for e in page.body.walk() if "id" in e.attrs)
        assert [value for value, count in ids.items() if count > 1] == [], path
        assert not ids.keys() & OF_THE_THEME, path


@each
def test_what_names_an_element_by_its_id_names_one_on_the_page(name):
    for path, page in pages(name).items():
        ids = {e.attrs["id"] for e in page.body.walk() if "id" in e.attrs}
        for element in page.body.walk():
            named = [*element.attrs.get("aria-labelledby", "").split(), element.attrs.get("for", "")]
            assert {value for value in named if value} <= ids, (path, element.attrs)


def guide_anchors() -> dict[str, set[str]]:
    found = {}
    for file in (ROOT / "docs").glob("*/*.md"):
        text = file.read_text(encoding="utf-8").split("---", 2)[-1]
        body, _ = parse_leniently(markdown(text, extensions=["attr_list", "toc", "tables"]))
        address = "/" + file.relative_to(ROOT / "docs").as_posix().removesuffix("index.md").removesuffix(
            ".md"
        )
        found[address.rstrip("/") + "/"] = {e.attrs["id"] for e in body.walk() if "id" in e.attrs}
    return found


@each
def test_every_internal_link_leads_to_a_page_and_an_anchor_that_exist(name):
    anchors = {p: {e.attrs["id"] for e in r.body.walk() if "id" in e.attrs} for p, r in pages(name).items()}
    anchors = {path: set() for _, path in GUIDES} | guide_anchors() | anchors
    files = {f"/{file}" for file in site(name).files}
    broken = []
    for path, page in pages(name).items():
        for link in page.body.all("a"):
            target = urlsplit(urljoin(f"http://site.invalid{path}", link.attrs["href"]))
            if target.netloc != "site.invalid":
                assert target.scheme in ("http", "https", "mailto"), link.attrs["href"]
            elif target.path not in files and target.path not in anchors:
                broken.append((path, link.attrs["href"], "no such page"))
            elif target.fragment and unquote(target.fragment) not in anchors[target.path]:
                broken.append((path, link.attrs["href"], "no such anchor"))
    assert broken == []


@each
def test_links_inside_the_site_are_relative_so_that_it_works_under_any_address(name):
    for path, page in pages(name).items():
        for element in page.body.walk():
            for attribute in ("href", "src"):
                assert not element.attrs.get(attribute, "").startswith("/"), (path, element.attrs)


@pytest.mark.parametrize(
    ("path", "root"), [("/", "./"), ("/begrepp/", "../"), ("/andamal/a/b/", "../../../")]
)
def test_only_attributes_are_made_relative_never_what_a_text_says(path, root):
    html = '<p>Skriv href="/x" eller src="/y".</p><a class="c" href="/z/">z</a><img alt="" src="/i.png">'
    made = relative(html, path)
    assert 'Skriv href="/x" eller src="/y".' in made
    assert f'<a class="c" href="{root}z/">' in made
    assert f'src="{root}i.png"' in made


GATHERED = {"/", "/andamal/", "/andamal/jamfor/", "/berattelser/", "/forbund/", "/saknas/"}
"""Pages of what many files hold: the words of none stand in one of them."""


@each
def test_every_page_that_is_written_names_the_file_that_its_edit_link_leads_to(name):
    folder = ROOT if name == "verklig" else ROOT / "tests" / "fixtures" / "exempel"
    files = {page.path: page.file for page in site(name).pages.values()}
    assert {path for path, file in files.items() if not file} == {"/a-o/", "/sok/", *GATHERED} & files.keys()
    assert [file for file in files.values() if not (folder / file).exists()] == []


@each
def test_every_page_but_the_start_has_a_way_back_that_ends_at_itself(name):
    known = set(pages(name)) | {path for _, path in GUIDES} | {""}
    for page in site(name).pages.values():
        crumbs = page.meta()["crumbs"]
        assert bool(crumbs) == (page.path != "/")
        assert {address for _, address in crumbs} <= known
        assert not crumbs or (crumbs[0] == ("Start", "/") and crumbs[-1][1] == "" and crumbs[-1][0])


# --- everything in the data has its page --------------------------------------------------


def addressed(made: Corpus) -> list[str]:
    return [
        *map(addresses.association, made.associations),
        *map(addresses.story, made.stories.values()),
        *map(addresses.clause, [LAW, *made.clauses]),
        *map(addresses.wording, made.wordings.values()),
        *map(addresses.element, made.elements),
        *map(addresses.question, made.questions),
        *map(addresses.term, made.terms),
        *map(addresses.source, made.sources),
        *(f"/samtal/#{item.id}" for item in made.discussions.discussions),
        *(f"{addresses.story(s)}#{sec.id}" for s in made.stories.values() for sec in s.narrative.sections),
    ]


@each
def test_everything_that_has_an_id_has_its_page_or_its_anchor(name):
    found = pages(name)
    for address in addressed(corpus(name)):
        path, _, anchor = address.partition("#")
        assert path in found, address
        assert not anchor or found[path].body.by_id(anchor), address


@each
def test_every_page_is_listed_from_a_to_o(name):
    found = pages(name)
    listed = links(found["/a-o/"])
    assert found.keys() - {"/", "/a-o/"} <= listed
    assert {path for _, path in GUIDES} <= listed
    assert {addresses.term(term) for term in corpus(name).terms} <= listed


def links(page: Read) -> set[str]:
    """The site-absolute addresses that a page links to."""
    found = (urlsplit(urljoin(f"http://s.invalid{page.path}", a.attrs["href"])) for a in page.body.all("a"))
    return {f"{u.path}#{u.fragment}" if u.fragment else u.path for u in found if u.netloc == "s.invalid"}


@both
def test_every_gap_is_on_the_page_of_what_is_missing_once(name):
    made, page = corpus(name), pages(name)["/saknas/"]
    rows = [row for one in page.body.all("ul", "plain") for row in one.all("li")]
    told = [row.one("b").words.rstrip(".").lower() for row in rows]
    assert [row.words for row in rows if not row.words.startswith(row.one("b").words)] == []
    declared = [gap for _, entry in entries(made) for gap in getattr(entry, "gaps", ())]
    assert len(declared) == len(list(made.gaps())) > 2
    for gap in declared:
        assert plain_words(gap.what).lower() in told
        assert gap.wanted is None or plain_words(gap.wanted) in page.body.words
    for wording in made.wordings.values():
        if not wording.version.collected:
            assert addresses.wording(wording) in links(page)
    own = [[plain_words(gap.what) for gap in found] for _, _, _, found in gaps.by_owner(made)]
    assert [len(set(words)) for words in own] == [len(words) for words in own]
    assert len(told) == gaps.count(made)
    assert str(gaps.count(made)) in pages(name)["/"].body.words


@both
def test_every_sentence_of_the_words_way_is_named_in_a_list_for_phones(name):
    body = pages(name)["/andamal/ordens-vag/"].body
    listed = body.all("dl", "numbers")[0]
    made = corpus(name)
    chain = made.chains.chains[0]
    shown = [ref for ref in chain.versions if made.wordings[str(ref)].version.collected]
    assert len(listed.all("dt")) == len(shown)
    assert len(listed.all("dd")) == sum(len(sentences(made.wordings[str(ref)].version.text)) for ref in shown)


@each
def test_no_sentence_ends_in_a_question_mark_and_a_full_stop(name):
    for page in pages(name).values():
        assert "?." not in page.body.words, page.path


@each
def test_saknas_is_said_of_what_is_not_collected_and_never_for_no(name):
    for path in ("/andamal/", "/andamal/byggstenar/"):
        tables = pages(name)[path].body.all("table", "matrix")
        assert not any("saknas" in cell.words for table in tables for cell in table.all("td"))
    for path, page in pages(name).items():
        if path.startswith(("/andamal/jamfor/", "/andamal/byggstenar/")):
            gone = [*page.body.all("span", "gap"), *page.body.all("del")]
            assert not any("saknas" in words.words for words in gone), path


def test_what_two_pages_of_a_förbund_tell_in_the_same_words_is_one_gap():
    base = corpus("exempel")
    owner = "provkoping"
    clause, own = base.clauses[owner], base.associations[owner]
    version = clause.versions[0].model_copy(
        update={"text": MISSING, "codes": (), "remarks": (), "label": "förr"}
    )
    same = clause.gaps[0].model_copy(
        update={
            "what": "ändamålsparagrafens  lydelse förr",
            "wanted": "En kopia",
            "sources": own.names[0].sources,
        }
    )
    more = same.model_copy(update={"wanted": "Ett protokoll"})
    other = same.model_copy(update={"what": "Något annat"})
    made = replace(
        base,
        stories={},
        associations={owner: own.model_copy(update={"gaps": (same, other)})},
        clauses={owner: clause.model_copy(update={"versions": (version,), "gaps": (more,)})},
        law=base.law.model_copy(update={"gaps": (same,)}),
        national=base.national.model_copy(update={"gaps": ()}),
    )
    rows = {key: found for key, _, _, found in gaps.by_owner(made)}
    assert [gap.what for gap in rows[owner]] == [
        "Ändamålsparagrafens lydelse förr", "En berättelse om förbundet", "Något annat",
    ]  # fmt: skip
    first = rows[owner][0]
    assert first.wanted == ("En kopia", "Ett protokoll")
    assert [title for _, title in first.pages] == ["lydelsens sida", "förbundets sida", "ändamålet"]
    assert len(rows["lagen"]) == 1  # the same words of another owner are another gap
    assert gaps.count(made) == 4


def plain_words(text: str) -> str:
    return " ".join(text.split())


@each
def test_every_source_is_listed_with_every_page_that_points_to_it(name):
    made, page = corpus(name), pages(name)["/kallor/"]
    where = {source: links(Read(page.page, page.body.by_id(source), [])) for source in made.sources}
    homes = {
        "codebook": "/andamal/byggstenar/", "chains": None, "source_list": None, "glossary": "/begrepp/",
        "discussions": "/samtal/", "national": "/tidslinjer/",
    }  # fmt: skip
    for key, entry in entries(made):
        kind, _, owner = key.partition(":")
        if kind in ("andamal", "law"):
            owner = owner or LAW
            for version in entry.versions:
                wording = made.wordings[f"{owner}/{version.id}"]
                check_listed(where, version, addresses.wording(wording))
            for gap in entry.gaps:
                check_listed(where, gap, addresses.clause(owner))
        elif kind == "question_list":
            for question in entry.questions:
                check_listed(where, question, addresses.question(question.id))
        elif kind == "forbund":
            check_listed(where, entry, addresses.association(owner))
        elif kind == "berattelse":
            check_listed(where, entry, addresses.story(made.stories[owner]))
        elif kind == "national":
            for part in (*entry.phases, *entry.events):
                check_listed(where, part, "/tidslinjer/")
            for gap in entry.gaps:
                check_listed(where, gap, "/saknas/")
        elif homes[kind]:
            check_listed(where, entry, homes[kind])


def check_listed(where: dict[str, set[str]], entry: object, address: str) -> None:
    for ref in source_refs(entry):
        assert address in where[ref.source], f"{ref.source} is not said to be used on {address}"


@both
def test_a_heading_inside_a_section_has_its_address_in_the_story_and_nowhere_else(name):
    counted = 0
    for key, story in corpus(name).stories.items():
        wanted = {b.id: b.heading for section in story.narrative.sections for b in section.blocks if b.id}
        for ident, heading in wanted.items():
            place = pages(name)[f"/berattelser/{key}/"].body.by_id(ident)
            assert (place.tag, place.words.replace("\xad", "")) == ("h3", heading)
        counted += len(wanted)
    asked = [page for path, page in pages(name).items() if path.startswith("/berattelser/tvars/")]
    headings = [one for page in asked for one in page.body.all("h3")]
    assert [one.attrs["id"] for one in headings if "id" in one.attrs] == []
    assert counted
    assert headings


def sections_in(entry: str) -> set[str]:
    """The sections that an entry of the list of sources names: the word before them is said once."""
    named = entry.partition(". Om källan")[0].rpartition(": ")[2]
    if "; " in named:
        return set(named.split("; "))
    told = re.split(r", | och ", named)
    word = told[0].partition(" ")[0]
    return {named, *told, *(f"{word} {one}" for one in told)}


def paragraphs_in(text: str) -> set[int]:
    """The paragraphs that ``1–3 och 5 §§`` names; none where it names something else."""
    found = re.fullmatch(r"((?:\d+(?:–\d+)?(?:, | och )?)+) §§?", text)
    spans = [part.split("–") for part in re.split(r", | och ", found[1])] if found else []
    return {number for span in spans for number in range(int(span[0]), int(span[-1]) + 1)}


@both
def test_every_note_leads_to_a_source_that_is_listed_on_its_page_and_says_its_number_and_section(name):
    counted = 0
    shorts = sorted((typeset(source.short) for source in corpus(name).sources.values()), key=len)
    for path, page in pages(name).items():
        for note in page.body.all("a", "cite"):
            number = note.attrs["href"].removeprefix("#k")
            entry = page.body.by_id(f"k{number}")
            title = note.attrs["title"]
            short = next(one for one in reversed(shorts) if title.startswith(one))
            section = title.removeprefix(short).removeprefix(", ").replace("\u00a0", " ")
            sections = sections_in(entry.words.replace("\u00a0", " "))
            own = paragraphs_in(section)
            listed = any(own <= paragraphs_in(one) for one in sections) if own else section in sections
            assert not section or listed, (path, note.attrs)
            assert note.shown.partition(":")[0] == number, (path, note.words)
            # What is seen is a part of what it is called, for who says it aloud to press it.
            assert "aria-label" not in note.attrs
            assert note.words == f"källa {note.shown}"
            counted += 1
    assert counted > 20


def test_notes_that_follow_each_other_stand_as_their_numbers_do():
    """As 2, 10 and 4:1.2, 4:3.1: the list of sources is looked down in one go."""
    counted = 0
    for path, page in pages("verklig").items():
        found = page.body.all("a", "cite")
        for first, second in pairwise(found):
            around = first.parent.children if first.parent else []
            if around[around.index(first) + 1 :][:1] == [second]:
                told = [[int(part) for part in re.findall(r"\d+", note.words)] for note in (first, second)]
                assert told == sorted(told), (path, first.words, second.words)
                counted += 1
    assert counted > 50


@both
def test_a_sentence_ends_before_the_link_to_its_changes(name):
    """Words out of the data may come without a full stop."""
    counted = 0
    for path, page in pages(name).items():
        said = page.body.words
        counted += said.count("Se ändringarna")
        assert not re.search(r"[^.!?]\s+Se ändringarna", said), path
    assert counted


@each
def test_the_sources_of_a_page_are_numbered_from_one_and_each_is_pointed_to(name):
    for path, page in pages(name).items():
        for listed in page.body.all("ol", "sources"):
            ids = [li.attrs["id"] for li in listed.all("li")]
            assert ids == [f"k{n}" for n in range(1, len(ids) + 1)], path


# --- wordings, to the letter --------------------------------------------------------------


def sentence_text(element: Element) -> str:
    """A sentence as shown, without its number, its letters and its chips."""
    parts = []
    for child in element.children:
        if isinstance(child, str):
            parts.append(child)
        elif "n" not in child.classes and "r" not in child.classes:
            parts.append(child.text)
    return "".join(parts)


def shown_sentences(body: Element) -> list[str]:
    return [sentence_text(s) for s in body.one("div", "wording").all("span", "s")]


@both
def test_every_collected_wording_is_on_its_page_to_the_letter(name):
    made = corpus(name)
    assert len(made.collected) > 3
    for wording in made.collected:
        text = wording.version.text.strip()
        shown = shown_sentences(section_of(pages(name)[addresses.wording(wording)].body, "h-ord"))
        assert shown == [text[unit.start : unit.end] for unit in sentences(text)], wording.key
        assert " ".join(shown).split() == text.split(), wording.key


@both
def test_a_clause_is_adopted_and_a_law_is_issued(name):
    for wording in corpus(name).collected:
        body = pages(name)[addresses.wording(wording)].body
        said = {word for word in ("Antagen", "Utfärdad") if word in [one.words for one in body.all("dt")]}
        assert said == {"Utfärdad" if wording.owner == LAW else "Antagen"}


@both
def test_a_wording_can_be_copied_to_the_letter_without_signs_between_its_words(name):
    for wording in corpus(name).collected:
        section = section_of(pages(name)[addresses.wording(wording)].body, "h-rent")
        copied = section.one("blockquote", "clip")
        lines = [line for line in wording.version.text.strip().split("\n") if line.strip()]
        assert [p.text for p in copied.all("p")] == lines, wording.key
        assert section.one("p", "small").words, "with what it is cited as"


@both
def test_every_coded_quote_is_marked_with_its_letter_and_leads_to_its_byggsten(name):
    made = corpus(name)
    for wording in made.collected:
        page = pages(name)[addresses.wording(wording)]
        marks = section_of(page.body, "h-ord").one("div", "wording").all("span", "q")
        marked = " ".join(mark.text for mark in marks).split()
        letters = coding.letters(wording.version)
        for code in wording.version.codes:
            words = code.quote.replace("…", " ").split()
            assert Counter(words) <= Counter(marked), (wording.key, code.quote)
            assert page.body.by_id(f"q-{code.element}")
            raised = [a for a in page.body.all("a", "r") if a.words == letters[code.element]]
            assert raised, (wording.key, code.element)
            assert addresses.element(code.element) in links(page)


@both
def test_every_byggsten_shows_the_words_of_every_text_that_has_it(name):
    made = corpus(name)
    for element in made.elements:
        body = pages(name)[addresses.element(element)].body
        cells = [cell.text for cell in body.all("td", "t")]
        for wording in coding.having(made)[element]:
            words = " … ".join(coding.quotes_of(wording, element))
            assert any(f"”{words}”" in cell for cell in cells), (element, wording.key)


TEXT = (
    "Förbundet ska, inom Umeå & Vännäs, bidra till ”rätt” stöd <i tid> för 4 § och 1 600 personer. "
    "Samverkan ska ske i jämlikhet; den är en arena för kunskap – och för mod.\n\n"
    "Budgeten är en ram. Förbundet är en plattform."
)
PLACES = [match.span() for match in re.finditer(r"\S+", TEXT)]


@st.composite
def quotes(draw: st.DrawFn) -> str:
    """Words of the text that stand in it once, with or without words left out between."""
    start = draw(st.integers(0, len(PLACES) - 3))
    stop = draw(st.integers(start + 2, len(PLACES) - 1))
    whole = TEXT[PLACES[start][0] : PLACES[stop][1]]
    if stop - start > 4 and draw(st.booleans()):
        cut = draw(st.integers(start + 1, stop - 2))
        whole = f"{TEXT[PLACES[start][0] : PLACES[cut][1]]} … {TEXT[PLACES[stop - 1][0] : PLACES[stop][1]]}"
    return whole


@cache
def wording_builder() -> tuple[Builder, Wording]:
    base = with_wordings({"provkoping": [{"id": "2020", "text": TEXT}]})
    return Builder(base), base.wordings["provkoping/2020"]


@given(st.lists(st.tuples(st.sampled_from(["syfte", "plattform"]), quotes()), max_size=6))
def test_a_wording_is_shown_to_the_letter_however_it_is_coded(codes):
    builder, wording = wording_builder()
    known = [{"byggsten": element, "citat": quote} for element, quote in codes if stands_once(quote)]
    coded = ClauseVersion.model_validate(
        {"id": "2020", "publicerad": "2026-01-02", "gäller": {"från": "okänt"}, "paragraf": "4 §",
         "källa": "exempelrapport", "text": TEXT, "kodning": known}
    )  # fmt: skip
    html = builder.renderer.macro(
        "clause", "document", coded, "Prov", coding.stanzas(coded), coding.letters(coded),
        *coding.others(builder.corpus, replace(wording, version=coded)),
    )  # fmt: skip
    body = parse(str(html))
    assert shown_sentences(body) == [TEXT[unit.start : unit.end] for unit in sentences(TEXT)]
    ids = [e.attrs["id"] for e in body.walk() if "id" in e.attrs]
    assert sorted(set(ids)) == sorted(ids)


def stands_once(quote: str) -> bool:
    try:
        return bool(find_quote(TEXT, quote))
    except ValueError:
        return False


# --- stories ------------------------------------------------------------------------------


@both
def test_every_block_of_every_story_is_on_its_page_with_a_note(name):
    made, counted = corpus(name), 0
    for story in made.stories.values():
        page = pages(name)[addresses.story(story)]
        for section in story.narrative.sections:
            prose = section_of(page.body, section.id).one("div", "prose")
            notes = [note.attrs["title"] for note in prose.all("a", "cite")]
            expected = [ref for block in section.blocks for ref in block.sources]
            assert sorted(of_source(made, ref) for ref in expected) == sorted(map(plain_words, notes))
            shown = prose.words.replace(SOFT, "")
            for block in section.blocks:
                counted += 1
                for words in block_words(made, block):
                    assert words in shown, (story.key, section.id, words)
    assert counted > 3


def section_of(body: Element, heading: str) -> Element:
    return next(e for e in body.all("section") if e.attrs.get("aria-labelledby") == heading)


def of_source(made: Corpus, ref: SourceRef) -> str:
    short = made.sources[ref.source].short
    return plain_words(f"{short}, {ref.section}" if ref.section else short)


def block_words(made: Corpus, block: object) -> list[str]:
    """What of a block must be on the page, as words without markup."""
    prose = Builder(made).plain
    found = [block.heading, block.caption, block.by]
    found += [part.strip() for part in re.split(r"\n\s*\n|\n- ", block.text)] if block.text else []
    found += [f"”{inner_quotes(block.quote)}”"] if block.quote else []
    found += [f"”{block.excerpt}”"] if block.excerpt else []
    found += [text for step in block.steps or () for text in (step.title, step.text)]
    return [plain_words(prose(text).replace("\u00a0", " ")) for text in found if text]


@both
def test_an_excerpt_says_all_the_sentences_that_it_is_from_and_leads_to_the_first(name):
    made, spread = corpus(name), set()
    for story in made.stories.values():
        clips = pages(name)[addresses.story(story)].body.all("blockquote", "clip")
        blocks = [b for section in story.narrative.sections for b in section.blocks if b.excerpt]
        for clip, block in zip(clips, blocks, strict=True):
            text = made.wording(block.of).version.text
            units = sentences(text)
            at = [
                unit.index + 1
                for unit in units
                if any(
                    unit.start < end and start < unit.end for start, end in find_quote(text, block.excerpt)
                )
            ]
            link = next(one for one in clip.one("footer").all("a") if "cite" not in one.classes)
            numbers = " och ".join(map(str, at))
            assert plain_words(link.words).endswith(f", mening {numbers}")
            assert link.attrs["href"].endswith(f"#m{at[0]}")
            spread.add(len(at))
    assert spread == ({1, 2} if name == "verklig" else {1})


def test_a_network_is_called_so_beside_its_story():
    for story in corpus("verklig").stories.values():
        kind = corpus("verklig").associations[story.owner].kind
        body = pages("verklig")[addresses.story(story)].body
        named = [body.one("aside", "factbox").all("dt")[0], section_of(body, "h-mer").all("span", "when")[0]]
        assert [one.words for one in named] == [kind.capitalize(), f"{kind.capitalize()}et"]
    assert {one.kind for one in corpus("verklig").associations.values()} == {"förbund", "nätverk"}


def test_a_name_that_is_its_own_signature_is_said_once_over_an_answer():
    made = corpus("verklig")
    heads = [
        head.words.split()
        for question in made.questions
        for head in pages("verklig")[addresses.question(question)].body.all("h2")
    ]
    assert [head for head in heads if head[0] == "NNS"]
    assert not [head for head in heads if head[:2] == ["NNS", "NNS"]]
    for path in (addresses.question("vad-integrerad-samverkan-ar"), "/tidslinjer/", "/forbund/nns/"):
        words = pages("verklig")[path].body.words
        assert "NNS" in words
        assert "NNS NNS" not in words


@both
def test_every_answer_to_a_question_is_read_across_with_its_own_words(name):
    made = corpus(name)
    for question in made.questions:
        page = pages(name)[addresses.question(question)]
        asked = [
            (story, section)
            for story in made.stories.values()
            for section in story.narrative.sections
            if question in section.questions
        ]
        shown = [link for link in links(page) if link.startswith("/berattelser/") and "#" in link]
        assert {f"{addresses.story(story)}#{section.id}" for story, section in asked} <= set(shown)
        for story, section in asked:
            own = pages(name)[addresses.story(story)].body
            told = without_notes(section_of(own, section.id).one("div", "prose"))
            assert told in [without_notes(prose) for prose in page.body.all("div", "prose")]


@both
def test_a_story_leads_on_to_its_förbund_its_clause_and_the_questions_that_it_answers(name):
    made = corpus(name)
    for story in made.stories.values():
        told = story.narrative
        onward = section_of(pages(name)[addresses.story(story)].body, "h-mer")
        wanted = {addresses.association(story.owner)}
        if told.clause:
            wanted.add(addresses.wording(made.wording(told.clause)))
        elif story.owner in made.clauses:
            wanted.add(addresses.clause(story.owner))
        wanted |= {addresses.question(one) for section in told.sections for one in section.questions}
        led = [
            link.attrs["href"].replace("../", "") for link in onward.all("a") if "perma" not in link.classes
        ]
        assert {f"/{path}" for path in led} == wanted
        assert len(led) == len(wanted)


def without_notes(element: Element) -> str:
    """The words without the raised numbers, which follow each page's own list of sources."""
    parts = (child if isinstance(child, str) else without_notes(child) for child in element.children)
    return "" if "cite" in element.classes else same("".join(parts))


def test_two_stories_of_one_förbund_may_answer_a_question_in_sections_of_the_same_name():
    base = corpus("exempel")
    first = next(iter(base.stories.values()))
    second = replace(first, id="2024", narrative=first.narrative.model_copy(update={"title": "En till"}))
    made = read(make_site(replace(base, stories={first.key: first, second.key: second})))
    for path, page in made.items():
        ids = Counter(e.attrs["id"] for e in page.body.walk() if "id" in e.attrs)
        assert [value for value, count in ids.items() if count > 1] == [], path
    assert made["/berattelser/tvars/"].faults == []
    across = made["/berattelser/tvars/hur-det-borjade/"]
    targets = [link for link in links(made["/berattelser/tvars/"]) if link.startswith(f"{across.path}#")]
    assert len(targets) == 2
    assert all(across.body.by_id(target.partition("#")[2]) for target in targets)


# --- timelines ----------------------------------------------------------------------------


def on_common(made: Corpus) -> list[tuple[str, str, str]]:
    """Lane, label and date of everything that belongs on the common timeline."""
    lanes = [("Nationellt", made.national), *((a.short_name, a) for a in made.associations.values())]
    found = [(name, p.name, p.period.swedish()) for name, lane in lanes for p in lane.phases]
    found += [(name, e.title, e.when.swedish()) for name, lane in lanes for e in lane.events]
    known = [a for a in made.associations.values() if a.existence]
    return found + [(a.short_name, "Förbundet", a.existence.period.swedish()) for a in known]


def on_own(made: Corpus, owner: str) -> list[tuple[str, str]]:
    """Label and date of everything that belongs on one förbund's timeline."""
    own = made.associations[owner]
    found = [(p.name, p.period.swedish()) for p in own.phases]
    told_by_the_member = {"Vännäs blir medlem", "Robertsfors blir medlem", "Bjurholm blir medlem"}
    told_by_the_member |= {"Vindeln och Nordmaling blir medlemmar"}
    found += [(e.title, e.when.swedish()) for e in own.events if e.title not in told_by_the_member]
    dated = [m for m in own.members if m.period.kind != "undated"]
    found += [(m.short_name or m.name.removesuffix(" kommun"), m.period.swedish()) for m in dated]
    return found + ([("Förbundet", own.existence.period.swedish())] if own.existence else [])


def same(text: str) -> str:
    """Words without the kinds of white space, so that a broken line is the same words."""
    return re.sub(r"[\s\u00ad]+", "", text)


def table_rows(body: Element) -> list[list[str]]:
    table = section_of(body, "h-tabell").one("table")
    return [[same(c.shown) for c in row.all("th") + row.all("td")] for row in table.one("tbody").all("tr")]


def list_rows(body: Element) -> list[list[str]]:
    items = section_of(body, "h-lista").one("ol").all("li")
    return [[same(item.one("b", "what").text), same(item.one("span", "d").shown)] for item in items]


def drawn(body: Element, kind: str = "desk") -> str:
    """Everything that the picture says, label by label."""
    return same("".join(text.text for text in body.one("svg", kind).all("text")))


@both
def test_every_phase_and_event_is_once_in_the_common_list_table_and_picture(name):
    body = pages(name)["/tidslinjer/"].body
    expected = on_common(corpus(name))
    assert len(expected) > 3
    rows = Counter((row[0], row[1], row[2]) for row in table_rows(body))
    assert rows == Counter((same(lane), same(label), same(when)) for lane, label, when in expected)
    listed = Counter((label, when) for label, when in list_rows(body))
    assert listed == Counter((same(label), same(when)) for _, label, when in expected)
    check_drawn(body, [(label, when) for _, label, when in expected])


@both
def test_who_listens_hears_in_words_that_a_time_goes_on(name):
    body = pages(name)["/tidslinjer/"].body
    heard = [
        item.one("span", "d")
        for item in section_of(body, "h-lista").one("ol").all("li")
        if item.one("span", "d").shown.endswith("–")
    ]
    assert heard
    for one in heard:
        (words,) = [part.words for part in one.all("span", "vh")]
        assert words.startswith("från ")
        assert "–" not in words
        (seen,) = [part for part in one.all("span") if "vh" not in part.classes and part is not one]
        assert seen.attrs["aria-hidden"] == "true"


@both
def test_the_common_picture_says_in_which_order_it_shows_the_förbund(name):
    body = pages(name)["/tidslinjer/"].body
    said = section_of(body, "h-bild").all("p")[0].text
    assert said == (
        "Överst står det nationella. Därunder står förbunden i tidsordning, "
        "efter det första som är känt om dem."
    )
    own = [lane for lane in lanes.common_lanes(corpus(name)) if lane.id != lanes.NATIONAL]
    first = [min(item.when.sort_key() for item in lane.items) for lane in own]
    assert first == sorted(first)


@both
def test_no_two_blocks_of_a_text_have_the_same_name_in_the_picture_of_the_words_way(name):
    builder = Builder(corpus(name))
    chosen = [path_of(builder, chain) for chain in builder.corpus.chains.chains]
    named = [
        [sentence.titles[-2:][0] for sentence in text.sentences] for path in chosen for text in path.texts
    ]
    assert [titles for titles in named if len(set(titles)) < len(titles)] == []


def test_blocks_that_would_be_named_alike_are_numbered_in_the_picture_as_in_the_table():
    body = pages("verklig")["/andamal/ordens-vag/"].body
    drawn = [same(text.text) for text in body.one("svg", "desk").all("text")]
    assert drawn.count("1§mening2") == 1
    assert drawn.count("1§mening3,7ord") == 1
    assert drawn[drawn.index("1§mening2") + 1] == "Områdetsstorlek"


def check_drawn(body: Element, expected: list[tuple[str, str]]) -> None:
    words = drawn(body)
    captions = [same(label if when in label else f"{label}, {when}") for label, when in expected]
    for caption in captions:
        around = sum(other.count(caption) for other in captions)
        assert words.count(caption) == around, caption


@both
def test_every_phase_event_and_member_is_once_on_its_förbunds_own_timeline(name):
    made, counted = corpus(name), 0
    for owner in made.associations:
        body = pages(name)[addresses.association(owner)].body
        expected = on_own(made, owner)
        if not expected:
            assert not body.all("svg", "desk")
            continue
        counted += len(expected)
        same_words = Counter((same(label), same(when)) for label, when in expected)
        assert Counter((row[0], row[1]) for row in table_rows(body)) == same_words, owner
        assert Counter(map(tuple, list_rows(body))) == same_words, owner
        check_drawn(body, expected)
    assert counted > 3


@both
def test_the_rows_of_list_and_table_come_in_the_same_order(name):
    for page in pages(name).values():
        if page.body.all("div", "rails"):
            listed = [tuple(row) for row in list_rows(page.body)]
            skip = 0 if page.path.startswith("/forbund/") else 1
            assert [tuple(row[skip : skip + 2]) for row in table_rows(page.body)] == listed, page.path


# --- comparisons --------------------------------------------------------------------------


@both
def test_every_relation_pair_of_versions_and_clause_against_the_law_has_a_comparison(name):
    made = corpus(name)
    expected = set()
    for wording in made.collected:
        parents = (made.wording(relation.version) for relation in wording.version.relations)
        expected |= {(parent.key, wording.key) for parent in parents if parent.version.collected}
        if wording.owner != LAW:
            expected.add((comparisons.law_for(made).key, wording.key))
    for owner in [LAW, *made.clauses]:
        own = [w for w in made.versions_of(owner) if w.version.collected]
        expected |= {(old.key, new.key) for old, new in pairwise(own)}
    assert len(expected) > 2
    for old, new in expected:
        path = addresses.comparison(made.wordings[old], made.wordings[new])
        assert path in pages(name), (old, new)
        assert path in links(pages(name)["/andamal/jamfor/"])


@both
def test_the_segments_of_every_comparison_partition_both_texts_exactly(name):
    made = corpus(name)
    for pair in kinship.paired(made):
        done = pair.comparison
        olds = sorted(segment.old for segment in done.segments if segment.old)
        news = [segment.new for segment in done.segments if segment.new]
        assert done.old == pair.old.version.text.strip()
        assert done.new == pair.new.version.text.strip()
        for spans, text in ((olds, done.old), (sorted(news), done.new)):
            assert "".join(text[start:end] for start, end in spans) == text
            assert all(start < end for start, end in spans)
        assert news == sorted(news)


words = st.lists(
    st.sampled_from(["förbundet", "ska", "inte", "till", "Umeå.", "Och,", "å", "\n\n", "4", "§", "–", "!"]),
    max_size=25,
)


@given(words.map(" ".join), words.map(" ".join))
def test_the_segments_partition_any_two_texts(old, new):
    made = compare(old, new)
    for side, text in (("old", old), ("new", new)):
        spans = sorted(span for segment in made.segments if (span := getattr(segment, side)))
        assert "".join(text[start:end] for start, end in spans) == text


# --- every text of the data is shown, and only as text ------------------------------------

NOT_SHOWN = {
    # Shown in another form.
    "Revision.what": "around the page, among its changes",
    "Successor.name": "its text says the same",
    "National.short_name": "the lane is always called Nationellt",
    # For machines.
    "Narrative.keywords": "for the search index",
    "Term.forms": "for the search index",
}


def token(number: int) -> str:
    return f"zq{number:04d}qz"


@cache
def tokened() -> tuple[dict[str, str], str]:
    """Every text field of the example with a word of its own, and all words that the site then shows."""
    fields: dict[str, str] = {}

    def change(field: str, value: str) -> str:
        if field in QUOTED:
            return value
        mark = token(len(fields))
        fields[mark] = field
        return f"{value.rstrip()} {mark}"

    made = read(make_site(changed_corpus(corpus("exempel"), change)))
    return fields, " ".join(page.body.text for page in made.values())


def test_every_text_of_the_data_is_shown_on_some_page():
    fields, everything = tokened()
    assert len(fields) > 80
    shown = set(re.findall(r"zq\d{4}qz", re.sub(r"\s", "", everything)))
    hidden = {field for mark, field in fields.items() if mark not in shown}
    assert hidden == set(NOT_SHOWN)


CANARY = "<script>x</script>\"'&{{7*7}}<xss onxss=1>"


def hostile(field: str, value: str) -> str:
    """A text with the canary in it; in texts that quote each other, after the same letter in each."""
    return value.replace("r", f"r{CANARY}") if field in QUOTED else f"{value} {CANARY}"


@cache
def hostile_pages() -> dict[str, Read]:
    return read(make_site(changed_corpus(corpus("exempel"), hostile)))


def test_the_canary_is_put_into_every_text_that_takes_any_characters():
    changed = changed_corpus(corpus("exempel"), hostile)
    refused = {field for _, entry in entries(changed) for field, text in texts(entry) if CANARY not in text}
    ids = {field for field in refused if field.endswith((".id", ".association", ".element"))}
    assert refused - ids == {
        "Association.hue", "Association.kind", "Association.signature", "Block.lang", "Block.picture",
        "ClauseVersion.text", "Law.signature", "Link.address", "Member.kind", "Narrative.about",
        "National.hue", "National.signature", "Relation.certainty", "Relation.how", "Section.perspective",
        "Section.questions", "Source.kind", "Source.read", "SourceRef.source", "VersionRef.owner",
        "VersionRef.version", "WordingRevision.only",
    }  # fmt: skip
    missing = [w for w in changed.wordings.values() if CANARY not in w.version.text]
    assert [w.version.text for w in missing] == ["saknas", *["saknas"] * (len(missing) - 1)]


def test_nothing_that_a_text_says_becomes_an_element_or_an_attribute():
    def written(found: dict[str, Read]) -> set[tuple[str, str]]:
        every = [element for page in found.values() for element in page.body.walk()]
        return {(e.tag, "") for e in every} | {(e.tag, name) for e in every for name in e.attrs}

    ours = written(pages("exempel")) | written(pages("verklig"))
    assert written(hostile_pages()) - ours == set()
    assert {path: page.faults for path, page in hostile_pages().items() if page.faults} == {}


def test_what_looks_like_code_in_a_text_is_shown_as_it_is_written():
    counted = 0
    for path, page in hostile_pages().items():
        assert "<script>x" not in page.page.body, path
        assert "<xss" not in page.page.body, path
        shown = same(page.body.text)
        assert "&49" not in shown, path
        counted += shown.count(same(CANARY))
    assert counted > 200


def test_titles_descriptions_and_crumbs_hold_what_is_written_for_the_theme_to_escape():
    story = hostile_pages()["/berattelser/exempelforbundet/2020/"].page
    assert story.title.endswith(CANARY)
    assert story.description.endswith(CANARY)
    assert any(CANARY in text for text, _ in story.meta()["crumbs"])


def test_every_file_that_is_no_page_is_well_formed_whatever_its_texts_say():
    made = make_site(changed_corpus(corpus("exempel"), hostile))
    feeds = [ElementTree.fromstring(text) for file, text in made.files.items() if file.endswith(".xml")]
    told = [json.loads(text) for file, text in made.files.items() if re.search(r"\.json(ld)?$", file)]
    assert len(told) >= 2
    assert len(feeds) > 2
    assert all(CANARY in "".join(feed.itertext()) for feed in feeds)
    assert not any(
        tag in element.tag for feed in feeds for element in feed.iter() for tag in ("script", "xss")
    )


def test_linked_data_in_a_page_can_neither_end_its_script_nor_lose_a_character():
    made = changed_corpus(corpus("exempel"), hostile)
    wording = made.wordings["exempelforbundet/2015"]
    linked = hostile_pages()[addresses.wording(wording)].page.linked
    assert not set("<>&") & set(linked)
    assert json.loads(linked)["@graph"][0]["text"] == wording.version.text.strip()


def test_a_reference_is_an_id_and_so_can_hold_no_markup():
    assert not takes_any_text(VersionRef, "owner")
    assert not takes_any_text(SourceRef, "source")
    assert not takes_any_text(Source, "id")


def test_pages_are_made_one_by_one_so_that_no_two_share_an_address():
    made = corpus("verklig")
    paths = Counter(page.path for page in clause_pages(Builder(made)))
    assert max(paths.values()) == 1


def test_a_short_source_on_a_timeline_and_among_the_gaps_does_not_leave_its_section_alone_on_a_line():
    short = []
    for path, most in (("/tidslinjer/", 18), ("/saknas/", 22)):
        page = pages("verklig")[path]
        shown = page.body.all("span", "src" if path == "/tidslinjer/" else "small")
        told = [one for element in shown for one in element.text.strip().split("; ") if len(one) <= most]
        assert told, path
        short += told
    assert [one for one in short if " " in one] == []


def test_a_page_of_the_network_is_not_called_that_of_a_forbund():
    page = pages("verklig")["/saknas/"]
    named = {link.words.lower() for link in page.body.all("a") if link.attrs["href"].endswith("forbund/nns/")}
    assert "nätverkets sida" in named
    assert "förbundets sida" not in named


def test_comparisons_of_an_owner_begin_with_what_a_source_tells_and_then_fall_by_likeness():
    body = pages("verklig")["/andamal/umearegionen/"].page.body
    listed = body[body.index('id="h-jamfor"') : body.index("</ul>", body.index('id="h-jamfor"'))]
    rows = [
        (int(percent), reason)
        for percent, reason in re.findall(r"(\d+)\D{1,8}lika</span>.*?\((.*?)\)", listed, re.DOTALL)
    ]
    assert rows[0] == (80, "den senare är hämtad från den förra")
    assert len(rows) > 3
    assert rows[1:] == sorted(rows[1:], reverse=True)


def test_a_wording_that_is_repealed_has_applied_and_others_apply():
    base = corpus("verklig")
    called = {
        wording.key: pages("verklig")[addresses.wording(wording)].page.body
        for wording in base.wordings.values()
    }
    ended = {key for key, html in called.items() if "<dt>Gällde</dt>" in html}
    assert ended == {w.key for w in base.wordings.values() if standing(base, w).kind == ENDED}
    assert {key for key, html in called.items() if "<dt>Gäller</dt>" in html} == set(called) - ended


def test_a_reason_to_compare_says_which_text_builds_on_which():
    told = [
        why
        for path, found in pages("verklig").items()
        if re.fullmatch("/andamal/[a-z-]+/", path)
        for why in re.findall(r'<span class="muted">\(([^)]*)\)</span></span></li>', found.page.body)
    ]
    assert "den senare är hämtad från den förra" in told
    assert [why for why in told if re.search(r"(från|av|lydelse)$|ändring av,", why)] == []
