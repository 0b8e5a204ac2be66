"""Runs of four words that texts have in common: a quick and strict sign of shared wording."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from ramberattelser.comparing import analyse

SIZE = 4
"""Words in a row."""

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
