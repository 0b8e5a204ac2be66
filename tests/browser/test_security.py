"""The policy of every page: there, the same everywhere, kept by the site, and in the way of anything else."""

from __future__ import annotations

import re

import pytest

from browser.comparisons import CHOICE, FREE
from browser.documents import html_files, page_of
from browser.page_types import PAGE_TYPES, representative
from browser.policing import VIOLATIONS
from ramberattelser.security import INLINE, headers, policy

DATA = {"application/json", "application/ld+json"}
SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script>", re.DOTALL)
META = re.compile(r'<meta charset="utf-8">\s*<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
ON_EVENT = re.compile(r"<[a-z][^<>]*\s(on[a-z]+|style)=", re.IGNORECASE)


@pytest.fixture(scope="module")
def texts(built_site):
    """Every built page's HTML by its address."""
    return {page_of(built_site, file): file.read_text(encoding="utf-8") for file in html_files(built_site)}


def test_every_page_has_the_policy_before_anything_that_it_governs(texts):
    wrong = {page: found[1] if (found := META.search(text)) else None for page, text in texts.items()}
    assert {page: found for page, found in wrong.items() if found != policy()} == {}


def test_no_page_has_a_script_of_its_own_beyond_those_that_are_named(texts):
    own = {
        page: body[:80]
        for page, text in texts.items()
        for attributes, body in SCRIPT.findall(text)
        if " src=" not in attributes
        and not any(f'type="{kind}"' in attributes for kind in DATA)
        and body not in INLINE
    }
    assert own == {}


def test_no_page_has_styles_or_handlers_in_its_elements(texts):
    assert {page: found[0] for page, text in texts.items() if (found := ON_EVENT.search(text))} == {}
    assert [page for page, text in texts.items() if "<style" in text] == []


def test_the_host_is_told_the_same(built_site):
    text = (built_site / "_headers").read_text(encoding="utf-8")
    assert text == headers()
    told = dict(line.strip().split(": ", 1) for line in text.splitlines()[1:])
    assert told["Content-Security-Policy"] == f"{policy()}; frame-ancestors 'none'"
    assert told["X-Content-Type-Options"] == "nosniff"
    assert told["Referrer-Policy"] == "no-referrer"


def test_a_script_of_the_theme_is_named_by_its_hash():
    # The digest is that of the text between the tags, as any other tool counts it.
    assert "script-src 'self' 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI=';" in policy(["alert(1)"])
    assert "unsafe" not in policy(["alert(1)"])


@pytest.mark.browser
@pytest.mark.parametrize("kind", PAGE_TYPES)
def test_nothing_that_a_reader_does_breaks_the_policy(built_site, served_site, page_at, kind):
    page = page_at()
    page.add_init_script(VIOLATIONS)
    address = representative(built_site, kind)
    page.goto(served_site.url(address + CHOICE if address == FREE else address), wait_until="networkidle")
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    page.evaluate("document.querySelectorAll('button[type=button]').forEach(one => one.click())")
    term = page.locator("main a[href*='/begrepp/'][href*='#']:visible")
    if term.count():
        term.first.hover()
    page.locator("#sok").fill("förbundets ordning")
    page.locator(".search-hits a").first.wait_for()
    assert page.evaluate("window.broken || []") == []


HOSTILE = """<script>document.title = 'taken'</script>
<img src="x" onerror="document.title = 'taken'"><a href="javascript:document.title='taken'" id="a">a</a>
<script src="https://www.example.org/x.js"></script><base href="https://www.example.org/">
<form action="https://www.example.org/" id="f"><button>b</button></form>
<iframe src="https://www.example.org/"></iframe><style>body { display: none }</style></main>"""


@pytest.mark.browser
def test_what_slipped_into_a_page_would_be_refused(served_site, page_at):
    page = page_at()
    page.add_init_script(VIOLATIONS)
    requests = []

    def answer(route):
        """Stand in for the other host, so that it could be reached where no net is."""
        requests.append(route.request.url)
        route.fulfill(body="document.title = 'taken'", content_type="text/javascript")

    page.route("https://www.example.org/**", answer)

    def poison(route):
        response = route.fetch()
        route.fulfill(response=response, body=response.text().replace("</main>", HOSTILE))

    page.route(served_site.url("begrepp/"), poison)
    page.goto(served_site.url("begrepp/"), wait_until="networkidle")
    page.evaluate("document.getElementById('a').click(), document.getElementById('f').submit()")
    page.wait_for_timeout(200)
    assert "taken" not in page.title()
    assert page.locator("h1").is_visible()
    assert requests == []
    broken = {directive.removesuffix("-elem").removesuffix("-attr") for directive in page.evaluate("broken")}
    assert {"script-src", "style-src", "base-uri", "form-action"} <= broken
