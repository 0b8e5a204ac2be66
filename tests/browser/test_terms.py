"""A term is explained in place, for pointer, keys and touch alike (1.4.13)."""

from __future__ import annotations

import pytest

from browser.page_types import WIDTHS

pytestmark = pytest.mark.browser

TERM = "main a.term"


def test_a_term_is_explained_when_it_has_focus_and_escape_ends_it(story, page_at):
    page = page_at()
    page.goto(story)
    term = page.locator(TERM).first
    tip = page.get_by_role("tooltip")
    page.keyboard.press("Tab")
    term.focus()
    tip.wait_for()
    assert term.get_attribute("aria-describedby") == tip.get_attribute("id")
    assert tip.inner_text().endswith(".")
    page.keyboard.press("Escape")
    tip.wait_for(state="hidden")
    assert term.evaluate("e => e === document.activeElement")
    assert term.get_attribute("aria-describedby") is None


def test_an_explanation_stays_while_the_pointer_is_on_it_and_goes_when_it_leaves(story, page_at):
    page = page_at()
    page.goto(story)
    term, tip = page.locator(TERM).first, page.get_by_role("tooltip")
    term.hover()
    tip.wait_for()
    tip.hover()
    page.wait_for_timeout(700)
    assert tip.is_visible()
    page.locator("h1").hover()
    tip.wait_for(state="hidden")


@pytest.mark.parametrize("width", WIDTHS)
def test_an_explanation_stays_inside_the_window(width, story, page_at):
    page = page_at(width=width)
    page.goto(story)
    for at in range(min(page.locator(TERM).count(), 6)):
        term = page.locator(TERM).nth(at)
        term.hover()
        tip = page.get_by_role("tooltip")
        tip.wait_for()
        box = tip.bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        page.keyboard.press("Escape")


def test_a_first_touch_explains_and_a_second_follows(browser, story):
    context = browser.new_context(has_touch=True, is_mobile=True, viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(story)
    term = page.locator(TERM).first
    term.tap()
    page.get_by_role("tooltip").wait_for()
    assert page.url == story
    # Nothing has the focus that the explanation could be said of: a status tells it to who listens.
    assert page.locator("body > [role=status]").inner_text() == page.get_by_role("tooltip").inner_text()
    term.tap()
    page.wait_for_url("**/begrepp/#*")
    context.close()


@pytest.mark.parametrize(
    ("address", "links"),
    [("a-o/", "main a[href*='/begrepp/#']"), ("sok/?q=samordningsteam", "main .find-hits a")],
)
def test_a_touch_on_an_entry_in_a_list_leads_there_at_once(address, links, browser, served_site):
    context = browser.new_context(has_touch=True, is_mobile=True, viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(served_site.url(address))
    page.locator(f"{links}[href*='#samordningsteam']").first.tap()
    page.wait_for_url("**/begrepp/#samordningsteam")
    context.close()


def test_nothing_is_fetched_for_terms_until_one_is_asked_for(story, page_at):
    page = page_at()
    requests = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(story, wait_until="networkidle")
    assert not any("begrepp-ord" in url for url in requests)
    page.locator(TERM).first.hover()
    page.get_by_role("tooltip").wait_for()
    assert sum("begrepp-ord" in url for url in requests) == 1


PIECES = "link => Array.from(link.getClientRects(), piece => piece.toJSON())"


@pytest.mark.parametrize("width", [390, 1280])
def test_a_word_in_two_lines_is_not_covered_and_is_explained_where_it_is_pointed_to(width, story, page_at):
    page = page_at(width=width)
    page.goto(story)
    tip = page.get_by_role("tooltip")
    for term in page.locator(TERM).all()[:3]:
        term.evaluate("link => { link.innerHTML = 'två<br>rader'; }")
        term.evaluate("link => scrollBy(0, link.getBoundingClientRect().top - 400)")
        for at in (0, -1):
            piece = term.evaluate(PIECES)[at]
            page.mouse.move((piece["left"] + piece["right"]) / 2, (piece["top"] + piece["bottom"]) / 2)
            tip.wait_for()
            box = tip.bounding_box()
            apart = (piece["top"] - box["y"] - box["height"], box["y"] - piece["bottom"])[at]
            # As far as what stands around a word that has the focus.
            assert 5 < apart < 8
            assert box["x"] <= piece["right"]
            assert box["x"] + box["width"] >= piece["left"]
            page.mouse.move(1, 1)
            tip.wait_for(state="hidden")


def test_where_nothing_can_be_explained_a_touch_follows_the_link(browser, story):
    context = browser.new_context(has_touch=True, is_mobile=True, viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.route("**/begrepp-ord.js", lambda route: route.abort())
    page.goto(story)
    page.locator(TERM).first.tap()
    page.wait_for_url("**/begrepp/#*")
    context.close()
