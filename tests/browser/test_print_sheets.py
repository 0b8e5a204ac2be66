"""On paper: what each sheet holds, of every kind of page and of every comparison."""

from __future__ import annotations

import pytest
from pdfminer.layout import LTTextContainer

from browser.page_types import PAGE_TYPES, faults, pages_of_type, representative
from browser.printing import SHEET, tight, words

pytestmark = pytest.mark.browser

NOT_PRINTED = (
    "Hoppa till innehållet",
    "Öppna data Källor",
    "Flöde:",
    "Kopiera länken",
    "Kopiera med källa",
    "att kopiera",
    "Ändra den här sidan",
    "leder till nästa ändring",
    "visa var den stod",
    "på egen sida",
    "Om källan",
    "Se ändringarna",
    "Se hela bilden",
    "leder till orden",
    "leder till jämförelsen",
    "på smal skärm",
    "Läs i sitt sammanhang",
    "Länken under",
)
"""Words that only make sense where something can be clicked, or where the menus are."""

OF_SCREENS = ("sök", "sidan finns inte", "bidra", "formatet")
"""Kinds of pages that are about what is done at a screen, or are of no use elsewhere."""

ON_PAPER = tuple(kind for kind in PAGE_TYPES if kind not in OF_SCREENS)


@pytest.fixture(scope="module")
def every_comparison(built_site):
    """The addresses of all comparisons that have a page."""
    found = pages_of_type(built_site, "jämförelse")
    assert len(found) > 10
    return found


@pytest.mark.parametrize("kind", ON_PAPER)
def test_what_is_only_for_the_screen_is_not_printed(kind, built_site, sheets_of):
    sheets = sheets_of(representative(built_site, kind))
    whole = tight(" ".join(words(sheet) for sheet in sheets))
    assert [said for said in NOT_PRINTED if tight(said) in whole] == []


def tops(sheet) -> str:
    """Return the words that stand highest on a sheet."""
    parts = [part for part in sheet if isinstance(part, LTTextContainer) and part.get_text().strip()]
    return " ".join(max(parts, key=lambda part: part.y1).get_text().split())


def left_over(sheets) -> str:
    """Return the first words of the last sheet, where it has nothing but how the page is cited."""
    first = tops(sheets[-1])
    return first if len(sheets) > 1 and first.startswith(("Citera", "Ramber", "Förbundsordn", "Publ")) else ""


@pytest.mark.parametrize("kind", ON_PAPER)
def test_the_last_sheet_has_more_than_what_stands_on_every_page(kind, built_site, sheets_of):
    assert left_over(sheets_of(representative(built_site, kind))) == ""


def test_the_last_sheet_of_every_comparison_has_more_than_what_stands_on_every_page(
    every_comparison, sheets_of
):
    found = {address: left_over(sheets_of(address)) for address in every_comparison}
    assert faults(found) == ""


def test_what_the_marks_of_a_comparison_mean_stands_whole_beside_them(every_comparison, sheets_of):
    """The signs are on one sheet, with the heading above and the first sentence below them."""
    found: dict[str, object] = {}
    for address in every_comparison:
        pages = [tight(words(sheet)) for sheet in sheets_of(address)]
        heading, first, last = tight("I löpande text"), tight("Streckat är flyttat"), tight("hela meningar.")
        beside = [page for page in pages if first in page]
        if any(first in page for page in pages):
            found[address] = not (
                len(beside) == 1
                and heading in beside[0]
                and not beside[0].endswith(last)
                and last in beside[0]
            )
    assert found
    assert faults(found) == ""


HEADINGS = """all => all.filter(e => e.checkVisibility()).map(e => {
    const seen = e.cloneNode(true);
    seen.querySelectorAll('.vh, .screen').forEach(words => words.remove());
    return seen.textContent;
})"""


@pytest.mark.parametrize("kind", ON_PAPER)
def test_no_heading_is_left_at_the_foot_of_a_sheet(kind, built_site, served_site, page_at, sheets_of):
    address = representative(built_site, kind)
    page = page_at(width=SHEET)
    page.goto(served_site.url(address), wait_until="networkidle")
    page.emulate_media(media="print")
    headings = {tight(text) for text in page.locator("main h2, main h3, main summary").evaluate_all(HEADINGS)}
    lowest = []
    for sheet in sheets_of(address)[:-1]:
        parts = [part for part in sheet if isinstance(part, LTTextContainer) and part.get_text().strip()]
        lowest.append(tight(min(parts, key=lambda part: part.y0).get_text()))
    assert [text for text in lowest if text in headings] == []
