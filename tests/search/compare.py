"""The golden questions asked of three engines through their own clients; ``make bench`` builds the sites.

The pages are the same for all. Other engines answer with pages, so anchors are left out for all.
"""

from __future__ import annotations

import gzip
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page, sync_playwright

from browser.serving import ServedSite, serve
from search.asking import Question, ask
from search.scoring import Score, ranks, score
from verktyg.browser import find_browser

FIRST_QUERIES = 9
"""So many questions, spread over the set, are asked in a new window each, to see what they fetch."""

# The mark stands in the list until the client has emptied it for its new hits.
MATERIAL = """query => new Promise((done, failed) => {
    const box = document.querySelector('[data-md-component=search-query]');
    const list = document.querySelector('[data-md-component=search-result] ol');
    const mark = document.createElement('li');
    const watch = new MutationObserver(() => {
        if (mark.isConnected) return;
        watch.disconnect();
        setTimeout(() => done([...list.querySelectorAll('a')].map(link => link.href)));
    });
    list.replaceChildren(mark);
    watch.observe(list, {childList: true});
    setTimeout(() => failed(new Error('no answer to ' + query)), 20000);
    box.value = query;
    box.dispatchEvent(new Event('input'));
    box.dispatchEvent(new KeyboardEvent('keyup'));
})"""

PAGEFIND = """async query => {
    window.engine ??= await import(new URL('../pagefind/pagefind.js', location));
    const found = await window.engine.search(query);
    return (await Promise.all(found.results.slice(0, 10).map(each => each.data()))).map(each => each.url);
}"""


@dataclass(frozen=True, slots=True)
class Engine:
    """A search: the page it is asked on, its client, and where the files lie that only it fetches."""

    name: str
    start: str
    ask: Callable[[Page, str], list[str]]
    own: tuple[str, ...]


def _ours(page: Page, query: str) -> list[str]:
    return [hit.path for hit in ask(page, query).hits]


def _script(source: str) -> Callable[[Page, str], list[str]]:
    return lambda page, query: list(page.evaluate(source, query))


OURS = Engine("den egna", "sok/?q=", _ours, ("sok/data/", "assets/sok.js"))
MATERIAL_SEARCH = Engine(
    "mkdocs-material",
    "berattelser/",
    _script(MATERIAL),
    ("search/", "assets/javascripts/workers/search", "assets/javascripts/lunr/"),
)
PAGEFIND_SEARCH = Engine("Pagefind", "berattelser/", _script(PAGEFIND), ("pagefind/",))


def compare(engine: Engine, folder: Path, asked: Sequence[Question]) -> Score:
    """Ask every question of the engine, on the site that is built in ``folder``."""
    with sync_playwright() as playwright, serve(folder) as site:
        browser = playwright.chromium.launch(executable_path=find_browser())
        page = _open(browser, site, engine)
        placed = [ranks(engine.ask(page, question.query), question) for question in asked]
        page.context.close()
        some = asked[:: max(1, len(asked) // FIRST_QUERIES)][:FIRST_QUERIES]
        sizes = [_fetched(browser, site, engine, question.query) for question in some]
        browser.close()
    return score(engine.name, placed, median(sizes))


def _open(browser: Browser, site: ServedSite, engine: Engine) -> Page:
    """Open a new window. The policy of our pages forbids WebAssembly, which Pagefind needs."""
    page = browser.new_context(bypass_csp=True, locale="sv-SE").new_page()
    page.goto(site.url(engine.start), wait_until="networkidle")
    if engine is MATERIAL_SEARCH:
        page.locator("[data-md-component=search-query]").focus()
    return page


def _fetched(browser: Browser, site: ServedSite, engine: Engine, query: str) -> int:
    """The compressed bytes of all that a search fetches for its first query, its own script included."""
    site.fetched.clear()
    page = _open(browser, site, engine)
    engine.ask(page, query)
    page.context.close()
    files = {path for path in site.fetched if path.startswith(engine.own)}
    return sum(len(gzip.compress((site.folder / path).read_bytes(), 6)) for path in files)
