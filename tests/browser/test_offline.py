"""The site in its zip, opened as files: pages, links, looks and scripts work without a server."""

from __future__ import annotations

import argparse
import zipfile
from urllib.parse import unquote, urlsplit

import pytest

from browser.page_types import PAGE_TYPES, kinds_of, pages_of_type, representative
from ramberattelser.verbs import paketera

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def unpacked(built_site, tmp_path_factory):
    """The folder of the unpacked site."""
    folder = tmp_path_factory.mktemp("utan-nat")
    packed = folder / "allt.zip"
    assert paketera.run(argparse.Namespace(fran=built_site, till=packed)) == 0
    with zipfile.ZipFile(packed) as archive:
        archive.extractall(folder)
    return folder / "ramberattelser"


@pytest.fixture
def offline_page(browser):
    """A page without a network, and what went wrong in it: `(page, errors)`."""
    context = browser.new_context(offline=True, viewport={"width": 1280, "height": 900})
    page, errors = context.new_page(), []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda told: errors.append(told.text) if told.type == "error" else None)
    # The icon of a page that has been left is no fault: its fetch is given up, not refused.
    page.on(
        "requestfailed",
        lambda request: None if request.failure == "net::ERR_ABORTED" else errors.append(request.url),
    )
    yield page, errors
    context.close()


def test_every_kind_of_page_opens_with_its_looks_and_without_errors(unpacked, built_site, offline_page):
    page, errors = offline_page
    for kind in PAGE_TYPES:
        if kind == "sidan finns inte":
            continue
        page.goto((unpacked / representative(built_site, kind) / "index.html").as_uri())
        assert page.locator("h1").is_visible(), kind
        assert page.evaluate("getComputedStyle(document.body).margin") == "0px", f"{kind} has no looks"
        assert errors == [], kind


def test_every_link_leads_to_a_file(unpacked, built_site, offline_page):
    page, _ = offline_page
    wrong = []
    for kind in PAGE_TYPES:
        if kind == "sidan finns inte":
            continue
        page.goto((unpacked / representative(built_site, kind) / "index.html").as_uri())
        for address in page.locator("a[href]").evaluate_all(
            "links => links.map(a => a.href.baseVal ?? a.href)"
        ):
            there = urlsplit(page.evaluate("a => new URL(a, location.href).href", address))
            if there.scheme == "file" and not (path := unpacked.__class__(unquote(there.path))).is_file():
                wrong.append(f"{kind}: {path}")
    assert wrong == []


def test_a_reader_walks_from_the_start_to_a_story_and_a_comparison_and_back(unpacked, offline_page):
    page, errors = offline_page
    page.goto((unpacked / "index.html").as_uri())

    def here() -> str:
        return unquote(urlsplit(page.url).path).removeprefix(str(unpacked) + "/").removesuffix("index.html")

    def follow(kind: str) -> None:
        for link in page.locator("main a[href]").all():
            address = page.evaluate("a => new URL(a, location.href).pathname", link.get_attribute("href"))
            path = unquote(address).removeprefix(str(unpacked) + "/").removesuffix("index.html")
            if kind in kinds_of(path) and link.is_visible():
                link.click()
                break
        assert kinds_of(here()) == [kind], page.url
        assert page.locator("h1").is_visible()

    page.get_by_role("navigation", name="Huvudmeny").get_by_role("link", name="Berättelser").click()
    follow("berättelse")
    page.get_by_role("link", name="Start", exact=True).click()
    assert kinds_of(here()) == ["start"]
    page.get_by_role("navigation", name="Huvudmeny").get_by_role("link", name="Jämför").click()
    follow("jämförelse")
    assert errors == []


def test_a_term_is_explained_without_a_network(unpacked, built_site, offline_page):
    page, _ = offline_page
    for address in pages_of_type(built_site, "berättelse"):
        page.goto((unpacked / address / "index.html").as_uri())
        if page.locator("main a.term").count():
            page.locator("main a.term").first.hover()
            page.get_by_role("tooltip").wait_for()
            return
    pytest.fail("no story has a term")


def test_a_page_in_a_folder_says_where_it_stands_and_not_which_folder(unpacked, built_site, offline_page):
    page, errors = offline_page
    page.goto((unpacked / representative(built_site, "jämförelse") / "index.html").as_uri())
    lasting = page.locator("link[rel=canonical]").get_attribute("href")
    assert page.locator("#adress").text_content() == lasting
    page.evaluate("window.tillUrklipp = text => { window.copied = text; return Promise.resolve(); }")
    page.get_by_role("button", name="Kopiera länken till sidan").click()
    assert page.evaluate("copied") == lasting
    assert errors == []
