"""Ask the real client, on the page ``/sok/``, and read its answer; and the golden questions."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import yaml
from playwright.sync_api import Page

GOLDEN = Path(__file__).with_name("golden.yml")

ASK = """query => new Promise(done => {
    const area = document.querySelector('[data-sok]'), status = area.querySelector('[role=status]');
    const box = area.querySelector('input'), told = () => done({
        status: status.textContent,
        hits: [...area.querySelectorAll('.find-hits > li')].map(hit => ({
            address: hit.querySelector('a').href,
            label: hit.querySelector('a').textContent,
            text: hit.querySelector('.hit-text').textContent,
            why: hit.querySelector('.hit-why').textContent,
        })),
    });
    status.textContent = '';
    const seen = new MutationObserver(() => { seen.disconnect(); told(); });
    setTimeout(() => seen.observe(status, {childList: true}));
    box.value = query;
    setTimeout(() => box.form.requestSubmit());
})"""


@dataclass(frozen=True)
class Hit:
    """One hit: its path with anchor, and what the reader sees."""

    path: str
    label: str
    text: str
    why: str


@dataclass(frozen=True)
class Answer:
    """What the page says, and its first hits."""

    status: str
    hits: tuple[Hit, ...]

    def rank(self, wanted: str) -> int:
        """The place of a page among the first ten, from 1; 0 where it is not among them.

        A page without anchor is found wherever on it a hit leads.
        """
        paths = [hit.path if "#" in wanted else hit.path.partition("#")[0] for hit in self.hits[:10]]
        return paths.index(wanted) + 1 if wanted in paths else 0


@dataclass(frozen=True)
class Question:
    """A query of the golden set, and the pages that are to be found."""

    kind: str
    query: str
    wanted: tuple[str, ...]


def ask(page: Page, query: str) -> Answer:
    """Ask on the page ``/sok/?q=``, which has the whole search there at once, and wait for the answer."""
    told = page.evaluate(ASK, query)
    return Answer(told["status"], tuple(_hit(each) for each in told["hits"]))


def _hit(told: dict[str, str]) -> Hit:
    address = urlsplit(told["address"])
    path = f"{address.path}#{address.fragment}" if address.fragment else address.path
    return Hit(path, told["label"], told["text"], told["why"])


def questions(file: Path = GOLDEN) -> list[Question]:
    """Read the golden set; everything in it is text, so that ``2015:2`` is no number."""
    read = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return [
        Question(kind, query, (wanted,) if isinstance(wanted, str) else tuple(wanted))
        for kind, asked in read.items()
        for query, wanted in asked.items()
    ]
