"""The words over a table that is wider than a phone can be read without scrolling it."""

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


@pytest.mark.parametrize("address", ["andamal/", "andamal/byggstenar/"])
def test_the_caption_of_a_wide_table_stays_in_sight(address, served_site, page_at):
    page = page_at(390)
    page.goto(served_site.url(address))
    (seen,) = page.evaluate(SEEN)
    assert seen["wide"], "the table fits, so this says nothing"
    assert seen["first"]
    assert seen["scrolled"]
    assert seen["height"] > 2 * seen["line"], "the words do not break into lines"
