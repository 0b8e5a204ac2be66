"""What one text took from another: the links that are evidence of travel, and bands between sentences.

A shared "och" proves nothing. Words count as taken in runs of at least two, or singly when they are long;
a band between two sentences needs some words in all.
"""

from __future__ import annotations

from dataclasses import dataclass

from .analysis import Analysis, analyse
from .engine import matching

RUN = 2
"""Shared words in a row that count as taken."""
LONG = 12
"""Letters of a single word that counts as taken by itself."""
BAND = 5
"""Words that make a band between two sentences."""


@dataclass(frozen=True, slots=True)
class Band:
    """Words that travelled from one unit to another: unit indices, how many words, and whether they moved."""

    old_unit: int
    new_unit: int
    words: int
    moved: bool


def taken(old: str, new: str, band: int = BAND) -> tuple[tuple[int, int], ...]:
    """Give the token links (old index, new index) along which words travelled from `old` to `new`.

    Token indices are those of `analyse(text).tokens`. Punctuation is left out.
    """
    return tuple(link for links in _bands(analyse(old), analyse(new), band).values() for link in links)


def bands(old: str, new: str, band: int = BAND) -> tuple[Band, ...]:
    """Give the bands between the units of two texts, in the order of the old text."""
    left, right = analyse(old), analyse(new)
    moved = {(link.old, link.new) for link in matching(left, right).links if link.moved}
    return tuple(
        Band(u, v, len(links), sum(link in moved for link in links) * 2 > len(links))
        for (u, v), links in sorted(_bands(left, right, band).items())
    )


def _bands(old: Analysis, new: Analysis, band: int) -> dict[tuple[int, int], list[tuple[int, int]]]:
    found: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for run in _runs(old, new):
        words = [(i, j) for i, j in run if old.tokens[i].kind in ("word", "number")]
        if len(words) >= RUN or any(len(old.keys[i]) >= LONG for i, _ in words):
            place = (old.unit_of[run[0][0]], new.unit_of[run[0][1]])
            found.setdefault(place, []).extend(words)
    return {place: links for place, links in found.items() if len(links) >= band}


def _runs(old: Analysis, new: Analysis) -> list[list[tuple[int, int]]]:
    """Give the unbroken runs of links of the same word, inside one unit of either text."""
    runs: list[list[tuple[int, int]]] = []
    for link in matching(old, new).links:
        if old.keys[link.old] != new.keys[link.new] or link.rule in ("label", "compound"):
            continue
        last = runs[-1][-1] if runs else (-9, -9)
        along = last == (link.old - 1, link.new - 1)
        if (
            along
            and old.unit_of[link.old] == old.unit_of[last[0]]
            and new.unit_of[link.new] == new.unit_of[last[1]]
        ):
            runs[-1].append((link.old, link.new))
        else:
            runs.append([(link.old, link.new)])
    return runs
