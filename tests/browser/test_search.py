"""The search in the header, by mouse and by keyboard, from files, and what it loads."""

from __future__ import annotations

import re

import pytest

from browser.accessibility import describe
from browser.searching import field, found, has_focus, hits, search_for, status, told

pytestmark = pytest.mark.browser

STATE = """() => ({
    address: location.href,
    focus: document.activeElement.outerHTML.slice(0, 160),
    scrolled: scrollY,
    open: document.querySelectorAll('dialog[open], [aria-expanded=true], .search-panel:not([hidden])').length,
})"""

PRESSED = """key => ["keydown", "keypress", "keyup"].forEach(type =>
    document.body.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true })))"""


@pytest.fixture(params=[1280, 320])
def page(request, page_at, served_site):
    """A story index with the header's search, on a desktop and on a phone."""
    opened = page_at(request.param)
    opened.goto(served_site.url("berattelser/"), wait_until="networkidle")
    return opened


@pytest.fixture
def desktop(page_at, served_site):
    """The same page, on a desktop only."""
    opened = page_at()
    opened.goto(served_site.url("berattelser/"), wait_until="networkidle")
    return opened


@pytest.mark.parametrize("width", [1280, 320])
def test_single_keys_do_nothing_outside_a_field_on_any_kind_of_page(width, each):
    """A11Y-19: each letter, figure and sign."""
    for kind, page in each(width=width):
        page.evaluate("document.activeElement.blur()")
        before = page.evaluate(STATE)
        for key in "abcdefghijklmnopqrstuvwxyzåäö0123456789,.-+/?!*":
            if key in "åäö":
                page.evaluate(PRESSED, key)  # the keyboard that is played here has none
            else:
                page.keyboard.press(key)
            assert page.evaluate(STATE) == before, f"{kind}: the key {key!r} did something"
        page.wait_for_timeout(100)
        assert page.evaluate(STATE) == before, f"{kind}: a key did something, later"


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


def test_arrow_keys_lead_to_the_hits_and_back(desktop):
    search_for(desktop, "ändamål")
    desktop.keyboard.press("ArrowDown")
    assert has_focus(hits(desktop).first)
    desktop.keyboard.press("ArrowDown")
    assert has_focus(hits(desktop).nth(1))
    desktop.keyboard.press("ArrowUp")
    desktop.keyboard.press("ArrowUp")
    assert has_focus(field(desktop))


def test_who_comes_back_from_a_hit_meets_what_was_asked_but_once(desktop):
    search_for(desktop, "ändamål")
    said, address = status(desktop).inner_text(), desktop.url
    hits(desktop).nth(1).click()
    desktop.wait_for_url(lambda url: url != address)
    assert field(desktop).input_value() == ""
    desktop.go_back()
    hits(desktop).nth(1).wait_for()
    assert (field(desktop).input_value(), status(desktop).inner_text()) == ("ändamål", said)
    assert has_focus(field(desktop))
    desktop.reload()
    assert field(desktop).input_value() == ""
    assert status(desktop).is_hidden()


def test_escape_closes_the_search_and_returns_to_what_opened_it(page):
    search_for(page, "ändamål")
    page.keyboard.press("Escape")
    status(page).wait_for(state="hidden")
    assert has_focus(field(page))
    assert field(page).input_value() == "ändamål"


def test_the_down_arrow_opens_what_escape_has_closed(desktop):
    search_for(desktop, "ändamål")
    said = status(desktop).inner_text()
    desktop.keyboard.press("Escape")
    status(desktop).wait_for(state="hidden")
    desktop.keyboard.press("ArrowDown")
    hits(desktop).first.wait_for()
    assert has_focus(field(desktop))
    assert status(desktop).inner_text() == said
    desktop.keyboard.press("ArrowDown")
    assert has_focus(hits(desktop).first)


def test_escape_among_the_hits_returns_to_what_opened_the_search(page):
    search_for(page, "ändamål")
    hits(page).first.focus()
    page.keyboard.press("Escape")
    status(page).wait_for(state="hidden")
    assert has_focus(field(page))


def test_the_search_closes_when_focus_goes_elsewhere(desktop):
    search_for(desktop, "ändamål")
    desktop.get_by_role("main").click(position={"x": 2, "y": 2})
    status(desktop).wait_for(state="hidden")


def test_pasted_and_dictated_text_is_searched(desktop):
    field(desktop).click()
    desktop.keyboard.insert_text("finansieringstrappa")
    hits(desktop).first.wait_for()
    assert "Finansieringstrappa" in hits(desktop).first.inner_text()


def test_search_finds_pages_about_the_purpose(page):
    search_for(page, "ändamål")
    assert "ändamål" in " ".join(hits(page).all_inner_texts()).lower()


def test_the_number_of_hits_is_told(page):
    search_for(page, "ändamål")
    assert re.match(r"\d+ träffar", status(page).inner_text())


def test_words_are_suggested_while_typing_and_can_be_chosen(desktop):
    search_for(desktop, "samverkanspl")
    suggested = (
        desktop.get_by_role("banner").get_by_role("button", name="samverkansplattform", exact=False).first
    )
    chosen = suggested.inner_text()
    suggested.click()
    assert field(desktop).input_value() == f"{chosen} "
    assert has_focus(field(desktop))


def test_enter_goes_to_the_page_of_all_hits(desktop):
    field(desktop).click()
    field(desktop).press_sequentially("integrerad samverkan")
    field(desktop).press("Enter")
    desktop.wait_for_url("**/sok/?q=integrerad+samverkan")
    found(desktop).first.wait_for()
    assert "Integrerad samverkan" in found(desktop).first.inner_text()


def test_nothing_is_loaded_before_the_field_has_focus_and_no_text_before_a_query(page_at, served_site):
    page = page_at()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(served_site.url(), wait_until="networkidle")
    assert [url for url in asked if "sok/" in url] == []
    field(page).focus()
    page.wait_for_load_state("networkidle")
    assert [url.rpartition("/")[2] for url in asked if "sok/" in url] == ["start.js"]
    search_for(page, "plattform")
    hits(page).first.wait_for()
    named = [url.rpartition("/")[2].partition("?")[0] for url in asked if "sok/data/" in url]
    assert len(named) > 2
    assert len(named) == len(set(named))


def test_the_page_of_the_search_loads_nothing_either_before_its_field_has_focus(page_at, served_site):
    page = page_at()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(served_site.url("sok/"), wait_until="networkidle")
    names = [url.rpartition("/")[2] for url in asked if "sok-" in url or "sok/data" in url]
    assert names == []
    box = page.get_by_role("main").get_by_role("searchbox")
    # Written before the part that listens has come: it must not be lost.
    box.evaluate("box => { box.focus(); box.value = 'ändamål'; }")
    found(page).first.wait_for()
    assert page.url.endswith("sok/?q=%C3%A4ndam%C3%A5l")


@pytest.mark.parametrize("box", ["header", "page"])
def test_what_could_not_be_fetched_is_told_and_leads_to_the_index(box, page_at, served_site):
    page = page_at()
    page.route("**/sok/data/**", lambda route: route.abort())
    if box == "header":
        page.goto(served_site.url("berattelser/"))
        field(page).fill("ändamål")
        said = status(page)
    else:
        page.goto(served_site.url("sok/?q=ändamål"))
        said = told(page)
    said.get_by_text("Sökningen gick inte att hämta.").wait_for()
    assert said.get_attribute("role") == "status"
    said.get_by_role("link", name="alla sidor från A till Ö").click()
    page.wait_for_url("**/a-o/")


def test_nothing_is_judged_before_three_letters_unless_the_word_is_there(desktop):
    for typed, said in (("u", "Skriv minst tre"), ("qz", "Skriv minst tre"), ("om", "Skriv minst tre")):
        field(desktop).fill(typed)
        status(desktop).get_by_text(said).wait_for()
        assert hits(desktop).count() == 0
    for typed in ("af", "FK", "7 §", "sip", "nns"):
        field(desktop).fill("u")
        status(desktop).get_by_text("Skriv minst tre").wait_for()
        field(desktop).fill(typed)
        hits(desktop).first.wait_for()
        assert re.search(r"\d träff", status(desktop).inner_text())


def test_only_words_of_the_pages_are_suggested(desktop):
    for typed, wanted, unwanted in (
        ("umeå", "Umeåregionen", ["umeåvännäs", "umearegionen"]),
        ("ändamåls", "ändamålsparagraf", ["ändamålsgraf"]),
        ("201", "", ["2019§"]),
    ):
        field(desktop).fill(typed)
        hits(desktop).first.wait_for()
        desktop.wait_for_timeout(400)
        suggested = desktop.locator(".search-words button").all_inner_texts()
        assert not {*unwanted} & {word.lower() for word in suggested}, suggested
        assert not wanted or any(word.startswith(wanted) for word in suggested)
        assert all(re.fullmatch(r"[^\W\d_]+(-[^\W\d_]+)*", word) for word in suggested)


def test_the_search_works_from_the_file_system(page_at, built_site):
    page = page_at()
    page.goto((built_site / "berattelser" / "index.html").as_uri())
    search_for(page, "finansieringstrappa")
    # While the word is being written, other hits come first.
    hits(page).first.and_(page.locator("[href$='/begrepp/index.html#finansieringstrappa']")).wait_for()
    assert (hits(page).first.get_attribute("href") or "").startswith("file://")
    field(page).press("Enter")
    page.wait_for_url("file://**/sok/index.html?q=finansieringstrappa")
    found(page).first.wait_for()


def test_without_script_the_way_goes_through_the_index(browser, served_site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served_site.url("sok/?q=ändamål"))
    assert page.get_by_role("banner").get_by_role("link", name="Alla sidor, A–Ö").is_visible()
    assert page.get_by_role("main").get_by_role("link", name="alla sidor från A till Ö").first.is_visible()
    assert not page.get_by_role("searchbox").first.is_visible()
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_header_with_suggestions_has_no_violations(scheme, page_at, served_site, run_axe):
    page = page_at(320, scheme)
    page.goto(served_site.url())
    search_for(page, "samverkanspl")
    violations = run_axe(page)
    assert not violations, describe(violations)


def test_hits_can_be_hit_with_a_finger(page):
    search_for(page, "ändamål")
    sizes = hits(page).evaluate_all("links => links.map(link => link.getBoundingClientRect().height)")
    assert min(sizes) >= 24
