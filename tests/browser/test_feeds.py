"""A feed that is opened in a browser is text to read, and says what it is for."""

from __future__ import annotations

import re

import pytest

pytestmark = pytest.mark.browser

SHOWN = """() => [...document.querySelectorAll('*')]
    .filter(element => !element.children.length && element.getClientRects().length)
    .map(element => [element.localName, element.textContent])"""


@pytest.mark.parametrize("feed", ["floden/allt.xml", "floden/umearegionen.xml"])
@pytest.mark.parametrize("width", [320, 1280])
def test_a_feed_can_be_read_in_a_browser(feed, width, served_site, page_at):
    page = page_at(width)
    page.goto(served_site.url(feed))
    told = page.evaluate("getComputedStyle(document.documentElement, '::before').content")
    assert told.startswith('"Det här är ett flöde')
    shown = page.evaluate(SHOWN)
    assert {name for name, _ in shown} == {"title", "updated", "summary"}
    assert len(shown) > 3
    assert page.evaluate("document.scrollingElement.scrollWidth - innerWidth") <= 0


def test_of_a_time_the_day_is_shown(served_site, page_at):
    page = page_at(1280)
    page.goto(served_site.url("floden/allt.xml"))
    day, whole = page.evaluate("""() => {
        const range = document.createRange(), time = document.querySelector('entry > updated');
        range.setStart(time.firstChild, 0); range.setEnd(time.firstChild, 10);
        return [range.getBoundingClientRect().width / time.clientWidth, time.textContent];
    }""")
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", whole)
    assert 0.9 < day < 1.05
