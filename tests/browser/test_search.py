"""The search in the header, by mouse and by keyboard, and the keys that must do nothing outside it."""

from __future__ import annotations

import pytest

from browser.searching import field, has_focus, hits, search_for, status

pytestmark = pytest.mark.browser

STATE = """() => ({
    address: location.href,
    focus: document.activeElement.outerHTML.slice(0, 160),
    scrolled: scrollY,
    open: document.querySelectorAll('dialog[open], [aria-expanded=true], [data-md-toggle]:checked').length,
})"""


@pytest.fixture(params=[1280, 320])
def page(request, page_at, served_site):
    """A story index with the header's search, on a desktop and on a phone."""
    opened = page_at(request.param)
    opened.goto(served_site.url("berattelser/"), wait_until="networkidle")
    return opened


def test_single_keys_do_nothing_outside_the_search_field(page):
    before = page.evaluate(STATE)
    for key in ("s", "f", "n", "p", ",", ".", "/"):
        page.keyboard.press(key)
        page.wait_for_timeout(100)
        assert page.evaluate(STATE) == before, f"the key {key!r} did something"


def test_search_is_closed_at_first_and_opens_with_the_mouse(page):
    status(page).wait_for(state="hidden")
    field(page).click()
    status(page).wait_for(state="visible")
    assert has_focus(field(page))


def test_search_is_reached_and_used_with_the_keyboard(page):
    presses = 0
    while not has_focus(field(page)):
        page.keyboard.press("Tab")
        presses += 1
        assert presses < 30, "thirty presses of Tab did not reach the search field"
    page.keyboard.type("ändamål")
    hits(page).first.wait_for()
    page.keyboard.press("Tab")
    while not has_focus(hits(page).first):
        page.keyboard.press("Tab")
        presses += 1
        assert presses < 40, "the Tab key did not lead from the field to the first hit"


def test_escape_closes_the_search_and_returns_to_what_opened_it(page):
    search_for(page, "ändamål")
    page.keyboard.press("Escape")
    status(page).wait_for(state="hidden")
    assert has_focus(field(page))


def test_escape_among_the_hits_returns_to_what_opened_the_search(page):
    search_for(page, "ändamål")
    hits(page).first.focus()
    page.keyboard.press("Escape")
    status(page).wait_for(state="hidden")
    assert has_focus(field(page))


def test_search_finds_pages_about_the_purpose(page):
    search_for(page, "ändamål")
    assert "ändamål" in " ".join(hits(page).all_inner_texts()).lower()
