"""The page of hits on a phone, and the box in the masthead by keyboard."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser


def test_on_a_phone_the_first_hit_is_seen_at_once(page_at, served_site):
    page = page_at(390)
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(served_site.url("sok/?q=samverkansplattform"))
    first = page.locator(".find-hits > li").first
    first.wait_for()
    box = first.bounding_box()
    assert box is not None
    assert box["y"] + 60 < 844
    assert page.evaluate("() => scrollY") == 0
    assert not page.locator(".lead").is_visible()


def test_how_to_ask_is_told_before_anything_is_asked(page_at, served_site):
    page = page_at(390)
    page.goto(served_site.url("sok/"))
    page.get_by_role("main").get_by_role("searchbox").focus()
    page.wait_for_function("() => window.sokning.ask")
    assert page.locator(".lead").is_visible()


def test_a_suggestion_is_reached_and_chosen_with_the_keyboard(page_at, served_site):
    page = page_at()
    page.goto(served_site.url("berattelser/"))
    field = page.locator("#sok")
    field.focus()
    page.keyboard.type("samverkanspl")
    # What is suggested for fewer letters may be there before.
    page.wait_for_function(
        "() => document.querySelector('.search-words button')?.textContent.startsWith('samverkanspl')"
    )
    page.keyboard.press("Tab")
    suggested = page.evaluate("() => document.activeElement.textContent")
    assert suggested.startswith("samverkanspl")
    page.keyboard.press("Enter")
    assert field.input_value() == f"{suggested} "
    assert page.evaluate("() => document.activeElement.id") == "sok"


def test_a_page_loads_the_box_alone(page_at, served_site):
    page = page_at()
    asked = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.goto(served_site.url("berattelser/"), wait_until="networkidle")
    assert [name for name in asked if name.startswith("sok")] == ["sok.js"]
    page.locator("#sok").focus()
    page.wait_for_function("() => window.sokning.ask")
    parts = [name for name in asked if name.startswith("sok-")]
    assert parts == [
        "sok-ord.js",
        "sok-uppslag.js",
        "sok-liknande.js",
        "sok-citat.js",
        "sok-rang.js",
        "sok-visa.js",
    ]


def seen(element) -> bool:
    """Whether all of an element is in the window."""
    return element.evaluate(
        "each => { const at = each.getBoundingClientRect(); return at.top >= 0 && at.bottom <= innerHeight; }"
    )


@pytest.mark.parametrize("how", ["by address", "written"])
def test_at_400_percent_the_first_hit_is_seen_on_the_page_of_hits(how, page_at, served_site):
    page = page_at(320, height=256)
    if how == "by address":
        page.goto(served_site.url("sok/?q=ändamål"))
    else:
        page.goto(served_site.url("sok/"))
        page.get_by_role("main").get_by_role("searchbox").fill("ändamål")
        page.get_by_role("main").get_by_role("searchbox").press("Enter")
    title = page.locator(".find-hits .hit-title").first
    title.wait_for()
    page.wait_for_timeout(300)
    assert seen(title)
    assert seen(page.get_by_role("main").get_by_role("status"))


def test_at_400_percent_the_first_hit_is_seen_in_the_box(page_at, served_site):
    page = page_at(320, height=256)
    page.goto(served_site.url("berattelser/"))
    page.locator("#sok").click()
    page.keyboard.type("ändamål")
    title = page.locator(".mast .hit-title").first
    title.wait_for()
    assert seen(title)
    assert seen(page.locator("#sok"))
    assert page.evaluate("() => document.scrollingElement.scrollWidth - innerWidth") <= 0
    page.keyboard.press("Escape")
    assert page.locator("#sok").evaluate("box => document.activeElement === box")


def test_what_is_no_forbund_stands_apart_among_the_choices(page_at, served_site):
    page = page_at()
    page.goto(served_site.url("sok/?q=ändamål"))
    page.locator(".find-hits > li").first.wait_for()
    names = "options => options.map(option => option.value)"
    assert page.locator("#sok-forbund > optgroup").get_attribute("label") == "Annat än förbund"
    apart = page.locator("#sok-forbund > optgroup > option").evaluate_all(names)
    assert apart == ["Finsamlagen", "NNS"]
    alone = page.locator("#sok-forbund > option").evaluate_all(names)
    assert alone[0] == ""
    assert {"Halland", "Umeåregionen"} <= set(alone)
    assert not {"Finsamlagen", "NNS"} & set(alone)
    page.locator("#sok-forbund").select_option("NNS")
    page.locator(".find-count", has_text="Urval: NNS.").wait_for()
