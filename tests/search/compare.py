"""The golden questions asked of other engines: ``python -m search.compare OURS [MATERIAL] [PAGEFIND]``.

From ``tests/``, on the same pages for all. Each argument is a built site: ours, one built with
Material's search, and one that ``npx pagefind --site`` has been run on. Another engine answers with
pages, so anchors are left out for all. Not a part of ``make test``.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, sync_playwright

from browser.serving import ServedSite, serve
from search.asking import Question, ask, questions
from verktyg.browser import find_browser

MATERIAL = """query => new Promise(done => {
    const box = document.querySelector('[data-md-component=search-query]');
    const list = document.querySelector('[data-md-component=search-result] ol');
    const read = () => done([...list.querySelectorAll('a')].map(link => link.href));
    box.value = query;
    box.dispatchEvent(new Event('input'));
    box.dispatchEvent(new KeyboardEvent('keyup'));
    setTimeout(read, 700);
})"""

PAGEFIND = """async query => {
    window.engine ??= await import('/pagefind/pagefind.js');
    const found = await window.engine.search(query);
    return (await Promise.all(found.results.slice(0, 10).map(each => each.data()))).map(each => each.url);
}"""

Engine = Callable[[Page, str], list[str]]


def _ours(page: Page, query: str) -> list[str]:
    return [hit.path for hit in ask(page, query).hits]


def _script(source: str) -> Engine:
    return lambda page, query: list(page.evaluate(source, query))


ENGINES: tuple[tuple[str, str, Engine], ...] = (
    ("own engine", "sok/", _ours),
    ("Material", "berattelser/", _script(MATERIAL)),
    ("Pagefind", "berattelser/", _script(PAGEFIND)),
)


def _ranks(browser: Browser, site: ServedSite, start: str, engine: Engine) -> list[int]:
    """The place of the wanted page for each question, 0 where it is not among the first ten."""
    page = browser.new_context(bypass_csp=True).new_page()
    page.goto(site.url(start), wait_until="networkidle")
    if start != "sok/":
        page.locator("input[type=search]").first.focus()
    return [_rank(engine(page, question.query), question) for question in questions()]


def _rank(addresses: list[str], question: Question) -> int:
    pages = list(dict.fromkeys(urlsplit(address).path for address in addresses))[:10]
    wanted = {address.partition("#")[0] for address in question.wanted}
    return next((place for place, page in enumerate(pages, 1) if page in wanted), 0)


def main(folders: list[str]) -> None:
    """Print, for each engine and kind of question, how many were found and the mean reciprocal rank."""
    asked = questions()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser())
        for folder, (name, start, engine) in zip(folders, ENGINES, strict=False):
            with serve(Path(folder)) as site:
                ranks = _ranks(browser, site, start, engine)
            found = sum(1 for rank in ranks if rank)
            mean = sum(1 / rank for rank in ranks if rank) / len(ranks)
            print(f"{name}: {found} of {len(ranks)} in the first ten, MRR {mean:.2f}")
            for kind in dict.fromkeys(question.kind for question in asked):
                own = [rank for rank, question in zip(ranks, asked, strict=True) if question.kind == kind]
                print(f"    {sum(1 for rank in own if rank):3} of {len(own):3}  {kind}")
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
