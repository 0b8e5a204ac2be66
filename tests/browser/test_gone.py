"""An address that leads nowhere: a comparison is shown among the free ones, words can be searched for."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from corpora import corpus
from ramberattelser.kinship import paired

pytestmark = pytest.mark.browser


@pytest.fixture
def gone(served_site, page_at):
    """Open an address as a host would that has no such page, and return the page."""

    def opened(address: str):
        page = page_at()
        there = (served_site.folder / "404.html").read_text(encoding="utf-8")
        url = served_site.url(quote(address, safe="/%?=.-"))
        page.route(
            lambda asked: asked == url,
            lambda route: route.fulfill(status=404, content_type="text/html", body=there),
        )
        page.goto(url)
        return page

    return opened


def _without_a_page() -> tuple[str, str]:
    """Two texts of the collection whose comparison has no page, either way round."""
    known = corpus("verklig")
    having = {frozenset((pair.old.key, pair.new.key)) for pair in paired(known)}
    names = [wording.key for wording in known.collected]
    return next((a, b) for a in names for b in names if a != b and frozenset((a, b)) not in having)


@pytest.mark.parametrize("end", ["", "index.html"])
def test_a_comparison_without_a_page_of_its_own_is_shown_among_the_free(end, gone):
    old, new = (key.replace("/", "-") for key in _without_a_page())
    page = gone(f"andamal/jamfor/{old}/{new}/{end}")
    page.wait_for_url(f"**/andamal/jamfor/?fran={old}&till={new}")
    page.locator("#svar h2").first.wait_for()


def test_the_words_of_another_address_can_be_searched_for(gone):
    page = gone("forbund/umeåregionen-och-vännäs.html?a=b")
    link = page.get_by_role("link", name="Sök efter orden i adressen: ”forbund umeåregionen och vännäs”")
    link.click()
    page.wait_for_url("**/sok/?q=*")
    assert page.locator("main input").first.input_value() == "forbund umeåregionen och vännäs"


@pytest.mark.parametrize(
    "address", ["%E0%A4%A", "x" * 90 + "/", "404.html", "%3Cimg%20src=x%20onerror=window.hit=1%3E/"]
)
def test_what_is_no_words_does_nothing(address, gone):
    page = gone(address)
    assert page.get_by_role("heading", name="Sidan finns inte").is_visible()
    assert page.evaluate("window.hit") is None
    assert page.locator("main img").count() == 0
    assert page.locator("main a:visible").count() == 3 + address.startswith("%3C")
