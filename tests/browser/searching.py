"""How a visitor searches, told through roles that everyone meets, not through the theme's classes.

What the tests expect of the page: a search landmark in the header, with a search field that is always
visible, a status that is visible while the search is open, and the hits as links.
"""

from __future__ import annotations

from playwright.sync_api import Locator, Page


def _landmark(page: Page) -> Locator:
    return page.get_by_role("banner").get_by_role("search")


def field(page: Page) -> Locator:
    """The search field, which opens the search."""
    return _landmark(page).get_by_role("searchbox")


def status(page: Page) -> Locator:
    """The line that says how many hits there are; it can be seen while the search is open, and only then."""
    return _landmark(page).get_by_role("status")


def hits(page: Page) -> Locator:
    """The links among the results, as far as they can be seen."""
    return _landmark(page).get_by_role("link")


def search_for(page: Page, words: str) -> None:
    """Open the search with the mouse, type and wait for the first hit."""
    field(page).click()
    field(page).press_sequentially(words)
    hits(page).first.wait_for()


def has_focus(element: Locator) -> bool:
    """Whether the keyboard acts on this element now."""
    return bool(element.evaluate("element => element === document.activeElement"))


def found(page: Page) -> Locator:
    """The hits of the page ``/sok/``."""
    return page.locator(".find-hits > li")


def told(page: Page) -> Locator:
    """What the page ``/sok/`` says about the hits."""
    return page.get_by_role("main").get_by_role("status")
