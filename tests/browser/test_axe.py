"""What a visitor opens breaks no accessibility rule: search and explanation, light and dark, wide and narrow.

Every page as it stands is checked by `test_accessibility.test_no_page_at_all_has_violations`.
"""

from __future__ import annotations

import pytest

from browser.accessibility import describe
from browser.page_types import representative
from browser.searching import search_for

pytestmark = pytest.mark.browser


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
