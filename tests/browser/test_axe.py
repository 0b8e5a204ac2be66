"""Every kind of page breaks no accessibility rule: light and dark, desktop and phone, search open as well."""

from __future__ import annotations

import pytest

from browser.accessibility import describe
from browser.page_types import PAGE_TYPES, representative
from browser.searching import search_for

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", PAGE_TYPES)
def test_page_type_has_no_violations(kind, scheme, width, built_site, served_site, page_at, run_axe):
    address = representative(built_site, kind)
    page = page_at(width, scheme)
    page.goto(served_site.url(address))
    found = run_axe(page)
    assert not found, f"{address or '/'} ({scheme}, {width} px)\n{describe(found)}"


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_open_search_with_hits_has_no_violations(scheme, width, served_site, page_at, run_axe):
    page = page_at(width, scheme)
    page.goto(served_site.url())
    search_for(page, "ändamål")
    found = run_axe(page)
    assert not found, f"search ({scheme}, {width} px)\n{describe(found)}"
