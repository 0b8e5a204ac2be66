"""On no kind of page is anything sent to others or stored, or an error logged."""

from __future__ import annotations

import pytest

from browser.page_types import PAGE_TYPES, representative

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("kind", PAGE_TYPES)]

STORED = "() => ({local: Object.keys(localStorage), session: Object.keys(sessionStorage)})"


@pytest.fixture
def address(kind, built_site):
    """The page that stands for the kind."""
    return representative(built_site, kind)


def test_first_view_asks_no_other_host_stores_nothing_and_logs_no_error(address, served_site, page_at):
    page = page_at()
    requests, errors = [], []
    page.on("request", lambda request: requests.append(request.url))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.goto(served_site.url(address), wait_until="networkidle")
    local = (served_site.root, "data:", "blob:")
    assert [url for url in requests if not url.startswith(local)] == []
    assert errors == []
    assert page.context.cookies() == []
    assert page.evaluate(STORED) == {"local": [], "session": []}
