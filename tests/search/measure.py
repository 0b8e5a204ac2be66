"""What the search costs at a size: ``python -m search.measure SITE [FÖRBUND …]``, from ``tests/``.

SITE is a built site; its search is given the index of a made-up collection. Prints the time to make the
index, and for each query the compressed bytes that the browser asks for and how long the hits take.
"""

from __future__ import annotations

import gzip
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median

from playwright.sync_api import Page, Route, sync_playwright

from ramberattelser import searching
from ramberattelser.pages.search_page import light_words, municipalities, other_names, word_lists
from search.synthetic import documents
from verktyg.browser import find_browser

HOST = "http://sok.test/"
TYPES = {
    ".js": "text/javascript",
    ".css": "text/css",
    ".html": "text/html; charset=utf-8",
    ".svg": "image/svg+xml",
}
QUERIES = (
    "samordningsplan",
    "plan",
    "rehabilitering",
    "ändamål 2015",
    "andamal",
    "samordnigsplan",
    "samrodnigsplna",
    "samordningskontoret",
    "kontorsmaterial",
    "förbund team",
    "exempelbygden 17",
    "vad tyckte de i exempelbygden om en samordnad plan för rehabilitering och vem betalade den",
)

ASK = """query => new Promise(done => {
    const box = document.getElementById('sok'), list = document.querySelector('.mast .search-hits');
    const status = document.querySelector('.mast [role=status]');
    status.textContent = '';
    const began = performance.now();
    new MutationObserver((_, all) => { all.disconnect(); done(performance.now() - began); })
        .observe(status, {childList: true, characterData: true, subtree: true});
    box.value = query;
    box.dispatchEvent(new Event('input'));
})"""


def measure(site: Path, count: int) -> None:
    """Print the measurements with the made-up collection of ``count`` förbund."""
    made = list(documents(count))
    began = time.process_time()
    index = searching.index(made, word_lists())
    files = searching.files(index, other_names(), {}, {}, light_words(), places=municipalities())
    spent = time.process_time() - began
    sections = sum(len(document.sections) for document in made)
    size = sum(len(text.encode()) for text in files.values())
    print(f"{count} förbund: {len(made)} pages, {sections} sections, {len(index.entries)} keys")
    print(
        f"  index: {spent:.2f} s CPU ({spent / len(made) * 1000:.2f} ms a page), "
        f"{len(files)} files, {size / 1e6:.1f} MB"
    )
    found = costs(site, files, QUERIES)
    for one in found:
        print(f"  {one.query!r}: {one.bytes / 1000:.0f} kB gzip in {one.requests} requests, {one.ms:.0f} ms")
    script = len(gzip.compress((site / "assets/sok.js").read_bytes()))
    largest, slowest = max(one.bytes for one in found), max(one.ms for one in found)
    print(f"  largest {largest / 1000:.0f} kB + sok.js {script / 1000:.1f} kB; slowest {slowest:.0f} ms")


@dataclass(frozen=True, slots=True)
class Cost:
    """What a first query takes: compressed bytes and requests, and milliseconds when all has been fetched."""

    query: str
    bytes: int
    requests: int
    ms: float


def costs(site: Path, files: Mapping[str, str], queries: Sequence[str]) -> list[Cost]:
    """Ask each query in a new window of the built ``site``; ``files`` stand in for files of its own."""
    found = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser())
        for query in queries:
            page = browser.new_page()
            asked: dict[str, int] = {}
            page.route("**/*", partial(_serve, site, files, asked))
            page.goto(HOST)
            before = sum(asked.values()), len(asked)
            page.locator("#sok").focus()
            page.evaluate(ASK, query)
            spent, requests = sum(asked.values()) - before[0], len(asked) - before[1]
            found.append(Cost(query, spent, requests, median(_again(page, query) for _ in range(5))))
            page.close()
        browser.close()
    return found


def _again(page: Page, query: str) -> float:
    """How long the hits take when everything has been fetched, without the pause after a key."""
    page.evaluate(ASK, query + " ")
    return float(page.evaluate(ASK, query)) - 80


def _serve(site: Path, files: Mapping[str, str], asked: dict[str, int], route: Route) -> None:
    path = route.request.url.removeprefix(HOST).partition("?")[0] or "index.html"
    body = files[path].encode() if path in files else (site / path).read_bytes()
    asked[path] = len(gzip.compress(body, 6))
    route.fulfill(body=body, content_type=TYPES.get(Path(path).suffix, "text/plain"))


if __name__ == "__main__":
    for wanted in sys.argv[2:] or ("320",):
        measure(Path(sys.argv[1]), int(wanted))
