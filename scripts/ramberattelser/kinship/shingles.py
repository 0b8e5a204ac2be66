"""Runs of four words that texts have in common: a quick and strict sign of shared wording."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import lru_cache

from ramberattelser.comparing import analyse

SIZE = 4
"""Words in a row."""
_COMMON = 40
"""In a large collection, what stands in more texts than this says nothing about who is close to whom."""

Shingle = tuple[str, ...]


@lru_cache(maxsize=4096)
def shingles(text: str) -> tuple[Shingle, ...]:
    """Return every run of four words of ``text``, by the place of its first word; case plays no part."""
    keys = [token.key for token in analyse(text).tokens if token.kind in ("word", "number")]
    return tuple(tuple(keys[at : at + SIZE]) for at in range(len(keys) - SIZE + 1))


@lru_cache(maxsize=4)
def index(texts: tuple[str, ...]) -> Mapping[Shingle, tuple[int, ...]]:
    """Return for each run of four words the texts that have it, in order."""
    found: dict[Shingle, list[int]] = {}
    for at, text in enumerate(texts):
        for shingle in dict.fromkeys(shingles(text)):
            found.setdefault(shingle, []).append(at)
    return {shingle: tuple(places) for shingle, places in found.items()}


def nearest(texts: tuple[str, ...], most: int) -> set[tuple[int, int]]:
    """Return the pairs of texts, earlier place first, that share most runs: ``most`` for each text."""
    held = index(texts)
    pairs: set[tuple[int, int]] = set()
    for at, text in enumerate(texts):
        shared: Counter[int] = Counter()
        for shingle in dict.fromkeys(shingles(text)):
            if len(held[shingle]) <= _COMMON:
                shared.update(held[shingle])
        del shared[at]
        chosen = sorted(shared.items(), key=lambda entry: (-entry[1], entry[0]))[:most]
        pairs |= {(min(at, other), max(at, other)) for other, _ in chosen}
    return pairs
