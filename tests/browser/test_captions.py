"""The words over a table that is wider than a phone can be read without scrolling it; its head is one."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser

SEEN = """() => [...document.querySelectorAll('.scroll caption > span')].map(words => {
    const region = words.closest('.scroll'), outer = region.getBoundingClientRect();
    const inside = () => { const box = words.getBoundingClientRect();
        return box.left >= outer.left - 1 && box.right <= outer.right + 1; };
    const first = inside();
    region.scrollLeft = region.scrollWidth;
    return {wide: region.scrollWidth > region.clientWidth, first, scrolled: inside(),
        height: words.getBoundingClientRect().height, line: parseFloat(getComputedStyle(words).lineHeight)};
})"""


@pytest.mark.parametrize(("address", "width"), [("andamal/", 320), ("andamal/byggstenar/", 390)])
def test_the_caption_of_a_wide_table_stays_in_sight(address, width, served_site, page_at):
    page = page_at(width)
    page.goto(served_site.url(address))
    (seen,) = page.evaluate(SEEN)
    assert seen["wide"], "the table fits, so this says nothing"
    assert seen["first"]
    assert seen["scrolled"]
    assert seen["height"] > 2 * seen["line"], "the words do not break into lines"


def test_the_matrix_of_the_latest_wordings_fits_a_phone(served_site, page_at):
    page = page_at(390)
    page.goto(served_site.url("andamal/"))
    (seen,) = page.evaluate(SEEN)
    assert not seen["wide"]


UNDER = """() => [...document.querySelectorAll('main table:not(.stack .stack)')]
    .filter(table => table.checkVisibility() && table.tHead)
    .map(table => [...table.tHead.rows[0].cells].filter(cell => cell.checkVisibility()).map(cell =>
        getComputedStyle(cell).borderBottomWidth + ' ' + getComputedStyle(cell).borderTopWidth))"""


def test_the_line_under_the_head_of_a_table_goes_all_the_way(each):
    """Also over a column that has no head, as that of the bars."""
    found = [(kind, cells) for kind, page in each(width=1280) for cells in page.evaluate(UNDER)]
    assert len(found) > 10
    assert [(kind, cells) for kind, cells in found if len(set(cells)) > 1] == []
