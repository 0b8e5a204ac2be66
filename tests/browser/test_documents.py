"""What must hold for every built page, read from the files."""

from __future__ import annotations

from collections import Counter

import pytest

from browser.crawling import broken_links
from browser.documents import read_documents
from browser.page_types import kinds_of
from markup import parse_leniently

ACCESSIBILITY_STATEMENT = "om/tillganglighet/"
EDIT_TEXT = "Ändra den här sidan"

# These come from no file that a reader could change: the page for an address that does not exist, the list of
# all pages, and the search.
WITHOUT_EDIT_LINK = {"404.html", "a-o/", "sok/"}


@pytest.fixture
def documents(built_site):
    return read_documents(built_site)


def test_every_page_is_of_one_known_kind(documents):
    """A page of a new kind would be looked at by no browser test: give it a line in PAGE_TYPES."""
    kinds = {page: kinds_of(page) for page in documents}
    assert {page: found for page, found in kinds.items() if len(found) != 1} == {}


def test_every_page_is_in_swedish(documents):
    assert {page: found.language for page, found in documents.items() if found.language != "sv"} == {}


def test_every_page_has_a_title_of_its_own(documents):
    counts = Counter(found.title.strip() for found in documents.values())
    assert {title: count for title, count in counts.items() if count > 1 or not title} == {}


def test_every_page_has_exactly_one_main_heading(documents):
    mains = {
        page: [text for level, text in found.headings if level == 1] for page, found in documents.items()
    }
    assert {page: texts for page, texts in mains.items() if len(texts) != 1} == {}


def test_no_heading_is_empty(documents):
    assert [page for page, found in documents.items() if any(not text for _, text in found.headings)] == []


def test_no_page_skips_a_heading_level(documents):
    skipped = []
    for page, found in documents.items():
        previous = 0
        for level, text in found.headings:
            if level > previous + 1:
                skipped.append(f"{page or '/'}: h{level} after h{previous}: {text}")
            previous = level
    assert skipped == []


def test_no_page_gives_an_id_twice(documents):
    assert {page: found.duplicates for page, found in documents.items() if found.duplicates} == {}


def test_every_internal_link_and_anchor_exists(built_site):
    broken = broken_links(built_site)
    assert not broken, f"{len(broken)} broken links:\n" + "\n".join(broken[:50])


def test_every_page_links_to_the_accessibility_statement_in_its_footer(documents):
    without = [
        page
        for page, found in documents.items()
        if page != ACCESSIBILITY_STATEMENT
        and not any(link.in_footer and link.address.endswith("tillganglighet/") for link in found.links)
    ]
    assert without == []


def test_a_page_that_gathers_from_many_files_names_none_and_leads_to_the_guide(built_site):
    found = {}
    for page in ("", "berattelser/", "forbund/", "andamal/", "andamal/jamfor/", "saknas/"):
        foot = parse_leniently((built_site / page / "index.html").read_text(encoding="utf-8"))[0].one(
            "footer"
        )
        (link,) = [link for link in foot.all("a") if link.text == EDIT_TEXT]
        said = "(uppgifterna står i flera filer)" in foot.text
        found[page] = said and link.attrs["href"].endswith("bidra/#andra-en-sida") and ".yml" not in foot.text
    assert all(found.values()), found


def test_every_page_can_be_edited(documents):
    without = [
        page
        for page, found in documents.items()
        if page not in WITHOUT_EDIT_LINK
        and not any(" ".join(link.text.split()) == EDIT_TEXT and link.address for link in found.links)
    ]
    assert without == []


def test_a_byggsten_that_only_wordings_of_the_law_have_is_said_to_be_in_no_clause(built_site):
    wordings = sorted((built_site / "andamal/lagen").glob("*/index.html"))
    assert len(wordings) == 3
    for file in wordings:
        text = file.read_text(encoding="utf-8")
        assert "inget förbund i samlingen" in text
        assert "ingen annan i samlingen" not in text
