"""The address of a page and of a section can be copied."""

from __future__ import annotations

import re

import pytest

pytestmark = pytest.mark.browser


def test_a_section_has_a_link_that_keys_reach_and_that_can_be_copied(story, page_at):
    page = page_at()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(story)
    link = page.get_by_role("link", name=re.compile("^Länk till avsnittet ")).first
    link.focus()
    page.keyboard.press("Enter")
    assert page.url == story + (link.get_attribute("href") or "")
    page.wait_for_function("document.activeElement.textContent === 'Kopiera länken'")
    page.keyboard.press("Enter")
    page.locator("main .copylink [role=status]", has_text="Länken är kopierad.").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == page.url


def test_the_address_of_the_page_can_be_copied_and_nothing_is_stored(story, page_at):
    page = page_at()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(story)
    page.get_by_role("button", name="Kopiera länken till sidan").click()
    page.locator(".foot [role=status]", has_text="Länken är kopierad.").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == story
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
