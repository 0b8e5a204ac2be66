"""Fixtures of the browser tests: the pages as trees, a page of each kind or every page, a story."""

from __future__ import annotations

import pytest

from browser.documents import html_files, page_of
from browser.page_types import PAGE_TYPES, representative
from browser.printing import printed_sheets
from markup import Element, parse_leniently


@pytest.fixture(scope="session")
def trees(built_site) -> dict[str, tuple[Element, list[str]]]:
    """Every built page as a tree, and what is not well formed in it."""
    return {
        page_of(built_site, file): parse_leniently(
            file.read_text(encoding="utf-8").replace("<!doctype html>", "", 1)
        )
        for file in html_files(built_site)
    }


@pytest.fixture
def each(built_site, served_site, page_at):
    """Open one page of each kind, in one window: `for kind, page in each(width=320)`."""

    def walk(**how):
        page = page_at(**how)
        for kind in PAGE_TYPES:
            page.goto(served_site.url(representative(built_site, kind)))
            yield kind, page

    return walk


@pytest.fixture
def every(built_site, served_site, page_at):
    """Open every page of the site, in one window: `for address, page in every(width=320)`."""

    def walk(**how):
        page = page_at(**how)
        for file in html_files(built_site):
            address = page_of(built_site, file)
            page.goto(served_site.url(address))
            yield address or "/", page

    return walk


@pytest.fixture
def story(built_site, served_site):
    """The address of a story, which has terms and sections."""
    return served_site.url(representative(built_site, "berättelse"))


@pytest.fixture(scope="session")
def sheets_of(browser, served_site):
    """Print the page at an address of the site: its sheets, as pdfminer lays them out."""
    made = {}

    def of(address):
        if address not in made:
            made[address] = printed_sheets(browser, served_site.url(address))
        return made[address]

    return of


@pytest.fixture
def open_at(served_site, page_at):
    """Open a page of the site; a comparison of two chosen texts is waited for."""

    def go(address, width=1280, scheme="light"):
        page = page_at(width, scheme)
        page.goto(served_site.url(address))
        if "till=" in address:
            page.locator("#svar .diff:not(.ex)").wait_for()
        return page

    return go
