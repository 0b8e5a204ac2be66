"""What a visitor meets on every kind of page: nothing runs off the side, is sent or stored; keys work."""

from __future__ import annotations

import pytest

from browser.page_types import PAGE_TYPES, representative

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("kind", PAGE_TYPES)]

SIDEWAYS = """() => {
    const edge = document.documentElement.clientWidth + 1;
    const sticksOut = element => element.getBoundingClientRect().right > edge;
    const name = element => [element.tagName.toLowerCase(), ...element.classList].join('.');
    const wide = [...document.body.querySelectorAll('*')].filter(sticksOut).slice(-5).map(name);
    return {over: document.scrollingElement.scrollWidth - innerWidth, elements: wide};
}"""

STORED = "() => ({local: Object.keys(localStorage), session: Object.keys(sessionStorage)})"
FOCUSED = "() => document.activeElement.outerHTML.slice(0, 160)"
FOCUS_IN_MAIN = "() => document.activeElement.closest('main, [role=main]') !== null"


@pytest.fixture
def address(kind, built_site):
    """The page that stands for the kind."""
    return representative(built_site, kind)


@pytest.mark.parametrize("width", [1280, 320])
def test_page_does_not_scroll_sideways(address, width, served_site, page_at):
    page = page_at(width)
    page.goto(served_site.url(address))
    sideways = page.evaluate(SIDEWAYS)
    assert sideways["over"] <= 0, (
        f"{address}: {sideways['over']} px too wide, for instance {sideways['elements']}"
    )


def test_first_view_asks_no_other_host_stores_nothing_and_logs_no_error(address, served_site, page_at):
    page = page_at()
    requests, errors = [], []
    page.on("request", lambda request: requests.append(request.url))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.goto(served_site.url(address), wait_until="networkidle")
    local = (served_site.root, "data:", "blob:")
    assert [url for url in requests if not url.startswith(local)] == []
    assert errors == []
    assert page.context.cookies() == []
    assert page.evaluate(STORED) == {"local": [], "session": []}


@pytest.mark.parametrize("width", [1280, 320])
def test_skip_link_is_the_first_stop_and_leads_into_the_content(address, width, served_site, page_at):
    page = page_at(width)
    page.goto(served_site.url(address))
    page.keyboard.press("Tab")
    first = page.evaluate(FOCUSED)
    link = page.locator(":focus")
    assert (link.get_attribute("href") or "").startswith("#"), f"the first tab stop is {first}"
    assert link.is_visible(), f"the skip link cannot be seen while it has focus: {first}"
    page.keyboard.press("Enter")
    assert page.evaluate(FOCUS_IN_MAIN), f"after the skip link, focus is on {page.evaluate(FOCUSED)}"
