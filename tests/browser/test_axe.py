"""No page breaks an accessibility rule, nor does what a visitor opens: light and dark, wide and narrow."""

from __future__ import annotations

import pytest

from browser.accessibility import describe
from browser.documents import html_files, page_of
from browser.page_types import WIDTHS, representative
from browser.searching import field, hits, search_for

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_at_all_has_violations(width, scheme, built_site, served_site, page_at, run_axe):
    page = page_at(width, scheme)
    told = []
    for file in html_files(built_site):
        address = page_of(built_site, file)
        page.goto(served_site.url(address), wait_until="domcontentloaded")
        found = run_axe(page)
        if found:
            told.append(f"{address or '/'}\n{describe(found)}")
        # The same with the search open, of what that adds: the rest of the page is as it was.
        field(page).click()
        field(page).fill("ändamål")
        hits(page).first.wait_for()
        found = run_axe(page, include=".mast")
        if found:
            told.append(f"{address or '/'}, sökningen öppen\n{describe(found)}")
    assert told == [], "\n".join(told)


@pytest.fixture(params=[(1280, "light"), (1280, "dark"), (320, "light"), (320, "dark")], ids=str)
def page(request, page_at):
    """An empty page, in each width and scheme."""
    return page_at(*request.param)


def test_open_search_with_hits_has_no_violations(page, served_site, run_axe):
    page.goto(served_site.url())
    search_for(page, "ändamål")
    found = run_axe(page)
    assert not found, describe(found)


def test_an_open_explanation_has_no_violations(page, built_site, served_site, run_axe):
    page.goto(served_site.url(representative(built_site, "berättelse")))
    page.keyboard.press("Tab")
    page.locator("main a.term").first.focus()
    page.get_by_role("tooltip").wait_for()
    found = run_axe(page)
    assert not found, describe(found)


def test_the_menu_is_always_open(page, served_site):
    """So that what axe says of a page it says of its menu too: there is no button that hides it."""
    page.goto(served_site.url())
    links = page.get_by_role("navigation", name="Huvudmeny").get_by_role("link")
    assert links.count() == 6
    assert all(link.is_visible() for link in links.all())
    assert page.locator("[aria-expanded], [aria-haspopup]").count() == 0
