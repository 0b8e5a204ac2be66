"""On no page at all is anything asked of others or stored, an error logged or the policy broken."""

from __future__ import annotations

import pytest

from browser.documents import html_files, page_of
from browser.policing import VIOLATIONS

STORED = "[...Object.keys(localStorage), ...Object.keys(sessionStorage)]"


@pytest.mark.browser
def test_no_first_view_asks_another_host_stores_anything_or_logs_an_error(built_site, served_site, page_at):
    page = page_at()
    page.add_init_script(VIOLATIONS)
    local = (served_site.root, "data:", "blob:")
    told = []
    page.on("request", lambda asked: asked.url.startswith(local) or told.append(f"asked {asked.url}"))
    page.on("pageerror", lambda error: told.append(f"error {error}"))
    page.on("console", lambda said: said.type == "error" and told.append(f"logged {said.text}"))
    wrong = {}
    for file in html_files(built_site):
        address = page_of(built_site, file)
        page.goto(served_site.url(address), wait_until="networkidle")
        told += [f"stored {name}" for name in page.evaluate(STORED)]
        told += [f"refused {directive}" for directive in page.evaluate("window.broken || []")]
        told += [f"cookie {cookie['name']}" for cookie in page.context.cookies()]
        if told:
            wrong[address] = [*told]
            told.clear()
    assert wrong == {}
