"""Atom feeds: valid, stable, escaped, and dated by the data."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date

import pytest

from corpora import NAMES, corpus, pages
from ramberattelser import feeds
from ramberattelser.corpus import LAW
from ramberattelser.model import Revision
from ramberattelser.pages import by_hand

ATOM = "{http://www.w3.org/2005/Atom}"


def plain(text: str) -> str:
    return " ".join(text.split())


def made(name: str = "exempel", site: str = "https://www.example.org/") -> dict[str, ET.Element]:
    return {path: ET.fromstring(text) for path, text in feeds.files(corpus(name), plain, site).items()}


def entries(feed: ET.Element) -> list[dict[str, str]]:
    rows = []
    for entry in feed.iter(f"{ATOM}entry"):
        row = {name: entry.findtext(f"{ATOM}{name}") or "" for name in ("title", "id", "updated", "summary")}
        row["href"] = entry.find(f"{ATOM}link").attrib["href"]  # type: ignore[union-attr]
        rows.append(row)
    return rows


@pytest.mark.parametrize("name", NAMES)
def test_every_feed_has_what_atom_asks_for(name):
    for path, feed in made(name).items():
        assert feed.tag == f"{ATOM}feed", path
        assert feed.findtext(f"{ATOM}author/{ATOM}name")
        assert {link.attrib["rel"] for link in feed.findall(f"{ATOM}link")} == {"self", "alternate"}
        for part in [feed, *feed.iter(f"{ATOM}entry")]:
            assert part.findtext(f"{ATOM}title")
            assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", part.findtext(f"{ATOM}id") or "")
            assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", part.findtext(f"{ATOM}updated") or "")


@pytest.mark.parametrize("name", NAMES)
def test_there_is_a_feed_of_everything_and_one_for_each_association(name):
    owners = {f"floden/{owner}.xml" for owner in corpus(name).associations}
    assert {"floden/allt.xml", *owners} <= set(made(name))


@pytest.mark.parametrize("name", NAMES)
def test_a_wording_is_called_what_it_is_and_not_only_whose(name):
    feed = made(name)["floden/allt.xml"]
    kinds = {
        entry.findtext(f"{ATOM}title"): entry.find(f"{ATOM}category").attrib["term"]  # type: ignore[union-attr]
        for entry in feed.iter(f"{ATOM}entry")
    }
    titles = {title for title, kind in kinds.items() if kind == "lydelse"}
    base = corpus(name)
    own = {
        f"{base.associations[w.owner].genitive} ändamålsparagraf " for w in base.collected if w.owner != LAW
    }
    assert len(titles) == len(base.collected)
    assert {t for t in titles if not t.startswith((*own, f"{base.law.short_name}, 1 och 2 §§, "))} == set()


@pytest.mark.parametrize("name", NAMES)
def test_a_feed_is_as_new_as_its_newest_entry_and_its_entries_are_the_pages(name):
    for path, feed in made(name).items():
        days = [row["updated"] for row in entries(feed)]
        assert feed.findtext(f"{ATOM}updated") == max(days) == days[0], path
        for entry in feed.iter(f"{ATOM}entry"):
            assert (entry.findtext(f"{ATOM}published") or "") <= (entry.findtext(f"{ATOM}updated") or "")
            link = entry.find(f"{ATOM}link").attrib["href"]  # type: ignore[union-attr]
            assert link.removeprefix("https://www.example.org") in pages(name), path


def test_links_are_whole_where_the_address_is_known_and_relative_where_not():
    whole = entries(made()["floden/allt.xml"])
    assert all(row["href"].startswith("https://www.example.org/") for row in whole)
    near = entries(made(site="")["floden/allt.xml"])
    assert all(row["href"].startswith("../") for row in near)


def test_an_id_stays_when_the_site_moves_and_when_an_entry_changes():
    def ids(feed):
        return {
            row["href"].removeprefix("https://www.example.org").removeprefix("https://b.example.org"): row[
                "id"
            ]
            for row in entries(feed)
        }

    before = ids(made()["floden/allt.xml"])
    assert before == ids(made(site="https://b.example.org")["floden/allt.xml"])
    assert len(set(before.values())) == len(before)


def changed(day: date, what: str):
    base = corpus("exempel")
    key, story = next(iter(base.stories.items()))
    revision = Revision.model_validate({"datum": day.isoformat(), "vad": what})
    narrative = story.narrative.model_copy(update={"revisions": (revision,)})
    return replace(base, stories={**base.stories, key: replace(story, narrative=narrative)})


def test_what_changed_last_comes_first_with_its_day_and_its_reason():
    text = feeds.files(changed(date(2031, 5, 4), "Ett årtal rättat."), plain)["floden/allt.xml"]
    first = entries(ET.fromstring(text))[0]
    assert first["updated"] == "2031-05-04T00:00:00Z"
    assert first["summary"].startswith("Ändrat: Ett årtal rättat. ")
    assert ET.fromstring(text).findtext(f"{ATOM}updated") == "2031-05-04T00:00:00Z"


def test_markup_in_a_text_is_only_text():
    text = feeds.files(changed(date(2031, 5, 4), "<script>alert(1)</script> & ]]>"), plain)["floden/allt.xml"]
    assert "<script" not in text
    assert "<script>alert(1)</script> & ]]>" in entries(ET.fromstring(text))[0]["summary"]


def test_a_story_stands_in_the_feeds_of_its_owner_and_of_those_it_is_about():
    base = corpus("exempel")
    for story in base.stories.values():
        for owner in (story.owner, *story.narrative.about):
            titles = [row["title"] for row in entries(made()[f"floden/{owner}.xml"])]
            assert story.narrative.title in titles


def test_a_feed_holds_no_more_than_it_says(monkeypatch):
    monkeypatch.setattr(feeds, "MOST", 2)
    assert len(entries(made()["floden/allt.xml"])) == 2


def test_the_same_data_gives_the_same_bytes():
    assert feeds.files(corpus("verklig"), plain) == feeds.files(corpus("verklig"), plain)


def test_a_page_written_by_hand_stands_in_the_feed_when_it_says_what_has_changed():
    told = "---\npublicerad: 2026-01-02\nändrad: 2026-01-04\nändrat: En tabell till\n---\n\n# Data\n"
    guides = {"/om/data/": told, "/om/": "---\npublicerad: 2026-01-02\n---\n\n# Om\n", "/bidra/": "# Bidra\n"}
    text = feeds.files(corpus("exempel"), plain, others=by_hand.changed(guides))["floden/allt.xml"]
    pages = [row for row in entries(ET.fromstring(text)) if row["href"].startswith(("../om/", "../bidra/"))]
    assert [(row["title"], row["updated"], row["summary"]) for row in pages] == [
        ("Öppna data", "2026-01-04T00:00:00Z", "Ändrat: En tabell till.")
    ]


def test_what_all_share_stands_in_the_feed_once_with_its_last_change():
    base = corpus("exempel")
    days = ("2026-01-04", "2031-05-04")
    later = tuple(Revision.model_validate({"datum": day, "vad": f"Ändrat {day}"}) for day in days)
    for name, path in (
        ("codebook", "/andamal/byggstenar/"),
        ("question_list", "/berattelser/tvars/"),
        ("chains", "/andamal/slaktskap/"),
        ("glossary", "/begrepp/"),
        ("national", "/tidslinjer/"),
    ):
        changed = replace(base, **{name: getattr(base, name).model_copy(update={"revisions": later})})
        first, *rest = entries(ET.fromstring(feeds.files(changed, plain)["floden/allt.xml"]))
        assert (first["href"], first["updated"]) == (f"..{path}", "2031-05-04T00:00:00Z")
        assert first["summary"] == "Ändrat: Ändrat 2031-05-04."
        assert path not in [row["href"] for row in rest]
