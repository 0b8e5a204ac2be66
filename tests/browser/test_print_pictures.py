"""Pictures on paper: their text is large enough, and each stands whole with its heading and its signs."""

from __future__ import annotations

import pytest

from browser.page_types import representative
from browser.printing import SHEET, characters, size_of, tight, words

pytestmark = pytest.mark.browser

SMALLEST = 7.0
"""In points: what a reader with a sheet in hand can read."""

OWN_ON_PAPER = ("förbund", "tidslinjer", "släktskap")
"""Kinds of pages whose picture is drawn anew for a sheet."""

AS_ON_A_PHONE = ("start", "ordens väg")
"""Kinds of pages whose picture is on a sheet what it is on a phone."""

PICTURES = OWN_ON_PAPER + AS_ON_A_PHONE

SMALL_MARKS = ("lydelse", "förbundets ändamål", "jämförelse", "begrepp", "fråga", "läs tvärs", "ändamål")
"""Kinds of pages with small marks beside words: letters, numbers, labels of three letters."""


def too_small(sheets) -> dict[str, str]:
    """Return sheet and size → the characters on it that are too small to read."""
    found: dict[str, str] = {}
    for at, sheet in enumerate(sheets, 1):
        for character in characters(sheet):
            if (size := size_of(character)) < SMALLEST:
                key = f"sheet {at}, {size:.1f} pt"
                found[key] = (found.get(key, "") + character.get_text())[:40]
    return found


@pytest.mark.parametrize("kind", [*PICTURES, "berättelse", *SMALL_MARKS])
def test_no_text_on_paper_is_too_small_to_read(kind, built_site, sheets_of):
    sheets = sheets_of(representative(built_site, kind))
    assert sum(1 for sheet in sheets for _ in characters(sheet)) > 500
    assert too_small(sheets) == {}


@pytest.fixture
def on_paper(built_site, served_site, page_at):
    """Open the page of a kind as it stands on a sheet."""

    def of_kind(kind):
        page = page_at(width=SHEET)
        page.goto(served_site.url(representative(built_site, kind)), wait_until="networkidle")
        assert page.locator("main .paper:visible").count() == 0, "what is for paper is seen on the screen"
        page.emulate_media(media="print")
        return page

    return of_kind


@pytest.mark.parametrize("kind", PICTURES)
def test_a_picture_is_printed_in_one_form(kind, on_paper):
    page = on_paper(kind)
    form = "paper" if kind in OWN_ON_PAPER else "phone"
    assert page.locator(f"main figure > svg.{form}").first.is_visible()
    others = "svg.desk:visible, ol.phone:visible, .key.phone:visible" + (
        ", svg.phone:visible" if form == "paper" else ", svg.paper:visible"
    )
    assert page.locator("main").locator(others).count() == 0


@pytest.mark.parametrize("kind", PICTURES)
def test_every_sheet_stands(kind, built_site, sheets_of):
    sheets = sheets_of(representative(built_site, kind))
    assert [at for at, sheet in enumerate(sheets, 1) if sheet.width > sheet.height] == []


TEXTS = """figures => figures.filter(svg => svg.checkVisibility()).map(
    svg => [...svg.querySelectorAll('text')].map(text => text.textContent))"""


@pytest.mark.parametrize("kind", PICTURES)
def test_a_picture_is_not_torn(kind, on_paper, built_site, sheets_of):
    """All its texts are on one sheet; there may be a picture for each förbund, on sheets of their own."""
    pictures = on_paper(kind).locator("main figure > svg").evaluate_all(TEXTS)
    sheets = [tight(words(sheet)) for sheet in sheets_of(representative(built_site, kind))]
    assert pictures
    torn = [
        texts[:3]
        for texts in pictures
        if not any(all(tight(text) in sheet for text in texts) for sheet in sheets)
    ]
    assert torn == []


@pytest.mark.parametrize("kind", ["förbund", "tidslinjer", "ordens väg", "släktskap"])
def test_what_the_signs_mean_stands_on_the_sheet_of_the_picture(kind, on_paper, built_site, sheets_of):
    """With the heading above it; where there are several pictures, on the sheet of the first."""
    page = on_paper(kind)
    first = page.locator("main figure > svg").evaluate_all(TEXTS)[0]
    signs = page.locator("main .legend:visible li").evaluate_all("all => all.map(e => e.innerText)")
    heading = page.locator("main h1" if kind in ("ordens väg", "släktskap") else "main #h-bild, main #h-tid")
    sheets = [tight(words(sheet)) for sheet in sheets_of(representative(built_site, kind))]
    with_picture = next(sheet for sheet in sheets if all(tight(text) in sheet for text in first))
    assert len(signs) >= 4
    assert tight(heading.first.inner_text()) in with_picture
    assert [sign for sign in signs if tight(sign) not in with_picture] == []


AXES = """all => all.map(svg => [...svg.querySelectorAll('.gl, .gl5')].map(
    e => e.getAttribute('d').split('V')[0]))"""
"""Where the lines of the years stand, for each picture."""


def test_the_pictures_of_the_common_timeline_share_one_axis(on_paper):
    page = on_paper("tidslinjer")
    axes = page.locator("main figure > svg.paper").evaluate_all(AXES)
    lanes = page.locator("main svg.desk rect.spine").count()
    assert len(axes) == lanes > 3
    assert all(axis == axes[0] for axis in axes)


@pytest.mark.parametrize("kind", ["förbund", "tidslinjer"])
def test_the_points_of_a_list_are_printed_where_surfaces_are_not(kind, on_paper):
    """A browser prints no surfaces unless it is told to, and round or square says how a time is known."""
    points = on_paper(kind).locator("main .rails .dot")
    assert points.count() > 3
    told = points.evaluate_all("all => all.map(e => getComputedStyle(e, '::after').printColorAdjust)")
    assert set(told) == {"exact"}
