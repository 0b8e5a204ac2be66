"""No page runs off the side; text may be larger and have more space, and what is pressed is large enough.

Criteria 1.4.4, 1.4.10, 1.4.12 and 2.5.8.
"""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from playwright.sync_api import Page

from browser.documents import html_files, page_of
from browser.page_types import WIDTHS, faults
from conftest import CHROMIUM_FLAGS
from verktyg.browser import find_browser

pytestmark = pytest.mark.browser

SIDEWAYS = """() => {
    const edge = document.documentElement.clientWidth + 1;
    const sticksOut = element => element.getBoundingClientRect().right > edge;
    const name = element => [element.tagName.toLowerCase(), ...element.classList].join('.');
    const wide = [...document.body.querySelectorAll('*')].filter(sticksOut).slice(-5).map(name);
    return {over: document.scrollingElement.scrollWidth - innerWidth, elements: wide};
}"""

CUT = """(css) => {
    if (css) {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(css);
        document.adoptedStyleSheets = [sheet];
    }
    const told = [];
    const over = document.scrollingElement.scrollWidth - innerWidth;
    if (over > 0) told.push('the page is ' + over + ' px too wide');
    for (const e of document.body.querySelectorAll('*')) {
        const style = getComputedStyle(e);
        if (e.closest('.vh, svg, option, .skip') || !e.checkVisibility() || !e.clientWidth) continue;
        if (style.clipPath !== 'none' || style.position === 'absolute') continue;
        const cuts = value => ['hidden', 'clip'].includes(value);
        const hides = cuts(style.overflowX) || cuts(style.overflowY);
        if (hides && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1)) {
            told.push('cut: ' + e.outerHTML.slice(0, 90));
        }
    }
    return told.slice(0, 5);
}"""
SPACING = """* { line-height: 1.5 !important; }
* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }"""


def _too_wide(pages: Iterable[tuple[str, Page]]) -> dict[str, str]:
    """Of each page that runs off the side, how far and what does."""
    told = ((name, page.evaluate(SIDEWAYS)) for name, page in pages)
    return {
        name: f"{found['over']} px too wide, for instance {found['elements']}"
        for name, found in told
        if found["over"] > 0
    }


@pytest.mark.parametrize("width", WIDTHS)
def test_page_does_not_scroll_sideways(width, every):
    found = _too_wide(every(width=width))
    assert found == {}, faults(found)


@pytest.mark.parametrize("width", [390, 620, 840, 920, 1000, 1100])
def test_nor_at_any_width_between(width, each):
    """A tablet, a window beside another: where the layout has just changed, or is about to."""
    found = _too_wide(each(width=width))
    assert found == {}, faults(found)


@pytest.mark.parametrize("width", WIDTHS)
def test_text_with_more_space_is_not_cut(width, every):
    found = {address: page.evaluate(CUT, SPACING) for address, page in every(width=width)}
    assert not any(found.values()), faults(found)


@pytest.mark.parametrize("width", WIDTHS)
def test_text_twice_as_large_is_not_cut(width, browser, built_site, served_site):
    """The visitor's own size of text, as the browser's settings give it: the layout follows the text.

    Both at once, a phone's width and twice the size, is more than 1.4.4 and 1.4.10 ask for.
    """
    large = browser.browser_type.launch(
        executable_path=find_browser(), args=[*CHROMIUM_FLAGS, "--blink-settings=defaultFontSize=32"]
    )
    page = large.new_page(viewport={"width": width, "height": 900})
    found = {}
    for address in (page_of(built_site, file) for file in html_files(built_site)):
        page.goto(served_site.url(address))
        assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
        found[address or "/"] = page.evaluate(CUT, "")
    large.close()
    assert not any(found.values()), faults(found)


SMALL = """() => [...document.querySelectorAll('a[href], button, select, input:not([type=hidden]), summary')]
    .filter(e => e.checkVisibility({visibilityProperty: true}) && !e.closest('.vh, .skip'))
    .filter(e => e.closest('svg') || getComputedStyle(e).display !== 'inline')
    .filter(e => { const b = e.getBoundingClientRect(); return b.width < 23.5 || b.height < 23.5; })
    .map(e => e.outerHTML.slice(0, 90) + ' ' + Math.round(e.getBoundingClientRect().width) + '×'
        + Math.round(e.getBoundingClientRect().height)).slice(0, 5)"""


@pytest.mark.parametrize("width", WIDTHS)
def test_what_is_pressed_is_large_enough(width, every):
    """24 by 24 pixels for all that does not stand in a sentence; axe measures the rest with its spacing."""
    found = {address: page.evaluate(SMALL) for address, page in every(width=width)}
    assert not any(found.values()), faults(found)


CLOSE = """() => {
    const before = link => {
        let one = link.previousSibling;
        while (one?.nodeType === 3 && !one.data.trim()) one = one.previousSibling;
        return one;
    };
    const first = link => !before(link) && link.parentElement.matches('li, td, th, dd');
    const links = [...document.querySelectorAll('main a[href]')]
        .filter(e => e.checkVisibility({visibilityProperty: true}) && !e.closest('svg, .vh'))
        .filter(e => before(e)?.nodeName === 'BR' || first(e))
        .map(e => [e, e.getClientRects()[0], e.closest('ul, ol, td, th, dl')]);
    return links.slice(1).map(([link, box, within], at) => [link, box, links[at][1], links[at][2] === within])
        .filter(([, box, last, same]) => same && box.top > last.top && box.left < last.right)
        .filter(([, box, last]) => box.top + box.height / 2 - last.top - last.height / 2 < 23.5)
        .map(([link, box, last]) => link.textContent + ' ' + Math.round(box.top - last.top)).slice(0, 5);
}"""


@pytest.mark.parametrize("width", WIDTHS)
def test_links_that_stand_one_under_the_other_are_apart(width, every):
    """A link alone on its line is in no sentence: from one to the next there are 24 pixels."""
    found = {address: page.evaluate(CLOSE) for address, page in every(width=width)}
    assert not any(found.values()), faults(found)


def test_tables_of_a_guide_take_the_room_beside_its_text(page_at, served_site):
    page = page_at(width=1280)
    page.goto(served_site.url("om/jamforelsen/"))
    hidden = "rows => rows.map(one => one.scrollWidth - one.clientWidth)"
    over = page.locator(".guide > .scroll").evaluate_all(hidden)
    wide = page.locator(".guide > p").evaluate_all("all => all.map(one => one.getBoundingClientRect().width)")
    assert len(over) > 5
    assert set(over) == {0}
    assert max(wide) <= 600


@pytest.mark.parametrize("width", WIDTHS)
def test_the_changes_at_the_foot_of_a_page_are_told_apart_and_read_on(width, each):
    """Each stands for itself; the name of a page is a part of its sentence, not a line of its own."""
    found, counted = {}, 0
    for kind, page in each(width=width):
        told = page.locator(".foot .revisions").evaluate_all(
            """all => all.flatMap(list => [...list.children].map(item => {
                const day = document.createRange();
                day.selectNodeContents(item.firstChild);
                const before = item.previousElementSibling;
                const link = item.querySelector('a')?.getClientRects()[0];
                const [box, line] = [item.getBoundingClientRect(), day.getBoundingClientRect()];
                return [
                    !before || box.top - before.getBoundingClientRect().bottom >= 6,
                    !link || link.top < line.bottom - line.height / 2,
                ];
            }))"""
        )
        counted += len(told)
        if not all(map(all, told)):
            found[kind] = told
    assert counted > 20
    assert found == {}
