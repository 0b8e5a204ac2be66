"""On paper: what each sheet holds, of every kind of page and of every comparison."""

from __future__ import annotations

import pytest
from pdfminer.layout import LTTextContainer

from browser.page_types import PAGE_TYPES, faults, pages_of_type, representative
from browser.printing import DEPTH, SHEET, tight, words

pytestmark = pytest.mark.browser

NOT_PRINTED = (
    "Hoppa till innehållet",
    "Alla sidor, A–Ö",
    "Öppna data",
    "Prenumerera på allt nytt",
    "Prenumerera på nytt om",
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
    "Har du den?",
)
"""Words that only make sense where something can be clicked, or where the menus are."""

IN_THEIR_OWN_TEXT = {"Öppna data": ("om", "öppna data", "alla sidor")}
"""Which of these words some kinds of pages say themselves, of what they are about."""

OF_SCREENS = ("sök", "sidan finns inte", "bidra", "formatet")
"""Kinds of pages that are about what is done at a screen, or are of no use elsewhere."""

ON_PAPER = tuple(kind for kind in PAGE_TYPES if kind not in OF_SCREENS)


@pytest.fixture(scope="module")
def every_comparison(built_site):
    """The addresses of all comparisons that have a page."""
    found = pages_of_type(built_site, "jämförelse")
    assert len(found) > 10
    return found


@pytest.fixture(scope="module")
def every_wording(built_site):
    """The addresses of all wordings that have a page, but for those whose words are missing."""
    found = [
        address
        for address in pages_of_type(built_site, "lydelse")
        if 'id="m1"' in (built_site / address / "index.html").read_text(encoding="utf-8")
    ]
    assert len(found) > 5
    return found


@pytest.mark.parametrize("kind", ON_PAPER)
def test_what_is_only_for_the_screen_is_not_printed(kind, built_site, sheets_of):
    sheets = sheets_of(representative(built_site, kind))
    whole = tight(" ".join(words(sheet) for sheet in sheets))
    found = {said for said in NOT_PRINTED if tight(said) in whole}
    assert found == {said for said, kinds in IN_THEIR_OWN_TEXT.items() if kind in kinds}


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


HEADS = "main h2, main h3, main summary, main thead th:first-child"


def left_at_the_foot(page, served_site, address, sheets) -> list[str]:
    """Return the headings, of tables too, that are the last that stands on a sheet."""
    page.goto(served_site.url(address), wait_until="networkidle")
    page.emulate_media(media="print")
    headings = {tight(text) for text in page.locator(HEADS).evaluate_all(HEADINGS)}
    lowest = []
    for sheet in sheets[:-1]:
        parts = [part for part in sheet if isinstance(part, LTTextContainer) and part.get_text().strip()]
        lowest.append(tight(min(parts, key=lambda part: part.y0).get_text()))
    return [text for text in lowest if text in headings]


@pytest.mark.parametrize("kind", ON_PAPER)
def test_no_heading_is_left_at_the_foot_of_a_sheet(kind, built_site, served_site, page_at, sheets_of):
    address = representative(built_site, kind)
    assert left_at_the_foot(page_at(width=SHEET), served_site, address, sheets_of(address)) == []


def test_no_heading_of_a_wording_is_left_at_the_foot_of_a_sheet(
    every_wording, served_site, page_at, sheets_of
):
    page = page_at(width=SHEET)
    found: dict[str, object] = {
        address: left_at_the_foot(page, served_site, address, sheets_of(address)) for address in every_wording
    }
    assert faults(found) == ""


def test_no_heading_of_two_chosen_texts_is_left_at_the_foot_of_a_sheet(served_site, page_at, sheets_of):
    address = "andamal/jamfor/?fran=umearegionen-2019&till=ostra-ostergotland-2017"
    sheets = sheets_of(address)
    assert "Sida vid sida" in " ".join(map(words, sheets))
    assert left_at_the_foot(page_at(width=SHEET), served_site, address, sheets) == []


def torn(parts: list[str], sheets) -> list[str]:
    """Return how those of the parts begin that do not stand whole on one sheet."""
    said = [tight(words(sheet)) for sheet in sheets]
    return [part[:60] for part in parts if not any(tight(part) in sheet for sheet in said)]


KEPT = """box => [...box.querySelectorAll('.s')].map((sentence, at) => {
    const [before, after] = [sentence.previousElementSibling, sentence.nextElementSibling];
    const own = before?.matches('.own-par') ? [before] : [], chips = after?.matches('.chips') ? [after] : [];
    return [...at ? [] : box.querySelectorAll('.par, .rubrik'), ...own, sentence, ...chips]
        .map(part => part.innerText).join(' ');
})"""
"""What keeps together: a sentence with its own § and its chips, the first with what stands above it."""


def test_no_sentence_of_a_clause_is_torn_and_no_short_clause(every_wording, served_site, page_at, sheets_of):
    """Where a frame takes less than half a sheet, it is whole."""
    page = page_at(width=SHEET)
    found: dict[str, object] = {}
    short = 0
    for address in every_wording:
        page.goto(served_site.url(address), wait_until="networkidle")
        page.emulate_media(media="print")
        box = page.locator("main article.doc").first
        whole = box.evaluate("e => e.getBoundingClientRect().height") < DEPTH / 2
        short += whole
        found[address] = torn([box.inner_text()] if whole else box.evaluate(KEPT), sheets_of(address))
    assert 0 < short < len(every_wording)
    assert faults(found) == ""


TALL = ("jämförelse", "ordens väg", "förbund")
"""Kinds with something that takes the most of a sheet, and waits for the next."""


def left_blank(sheets) -> dict[int, float]:
    """Return how much is used of each sheet but the last, where that is less than three fifths."""
    lows = [min(part.y0 for part in sheet if isinstance(part, LTTextContainer)) for sheet in sheets[:-1]]
    used = [1 - low / sheet.height for low, sheet in zip(lows, sheets, strict=False)]
    return {at: round(share, 2) for at, share in enumerate(used, 1) if share < 0.6}


@pytest.mark.parametrize("kind", [kind for kind in ON_PAPER if kind not in TALL])
def test_no_sheet_is_left_blank_by_what_does_not_fit_on_it(kind, built_site, sheets_of):
    assert left_blank(sheets_of(representative(built_site, kind))) == {}


def test_nor_is_a_sheet_of_a_wording_or_of_a_page_with_a_large_picture(every_wording, sheets_of):
    found = {address: left_blank(sheets_of(address)) for address in [*every_wording, "forbund/umearegionen/"]}
    assert faults(found) == ""


def test_a_short_list_of_sources_stands_whole_on_one_sheet(
    built_site, every_wording, served_site, page_at, sheets_of
):
    """A single source over the citation of a page is no list."""
    page = page_at(width=SHEET)
    found: dict[str, object] = {}
    short = 0
    for address in [*every_wording, *(representative(built_site, kind) for kind in ON_PAPER)]:
        page.goto(served_site.url(address), wait_until="networkidle")
        page.emulate_media(media="print")
        sources = page.locator("main .sources:visible")
        if sources.count() and 1 < sources.first.locator("li").count() < 5:
            short += 1
            found[address] = torn([sources.first.inner_text()], sheets_of(address))
    assert short > 5
    assert faults(found) == ""
