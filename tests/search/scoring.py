"""What an engine's answers to the golden questions are worth, page by page, and the table of several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from search.asking import Question

FIRST = 10


@dataclass(frozen=True, slots=True)
class Score:
    """An engine's name, how many of the questions it found, the mean reciprocal rank and a query's bytes."""

    name: str
    found: int
    asked: int
    mrr: float
    bytes: float


def pages(addresses: Sequence[str]) -> list[str]:
    """The first ten pages that the hits lead to, each once and without its anchor."""
    return list(dict.fromkeys(urlsplit(address).path for address in addresses))[:FIRST]


def ranks(addresses: Sequence[str], question: Question) -> list[int]:
    """The place of every page that the question wants, 0 where it is not among the first ten."""
    shown = pages(addresses)
    wanted = dict.fromkeys(address.partition("#")[0] for address in question.wanted)
    return [shown.index(page) + 1 if page in shown else 0 for page in wanted]


def score(name: str, placed: Sequence[Sequence[int]], size: float) -> Score:
    """Sum up the ranks of every question.

    A question is found when all its pages are; the first of them gives its rank.
    """
    found = sum(all(places) for places in placed)
    first = [max((1 / place for place in places if place), default=0.0) for places in placed]
    return Score(name, found, len(placed), sum(first) / len(first), size)


def table(scores: Sequence[Score]) -> list[str]:
    """Return the lines of the table, in Swedish."""
    return [
        "| sökning | bland de tio första | andel | MRR | första frågan, kB gzip |",
        "|---|---:|---:|---:|---:|",
        *(
            f"| {one.name} | {one.found} av {one.asked} | {one.found / one.asked:.0%} | {one.mrr:.2f} "
            f"| {one.bytes / 1000:.0f} |".replace("%", " %")
            for one in scores
        ),
    ]
