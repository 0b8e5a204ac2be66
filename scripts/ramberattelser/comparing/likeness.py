"""How alike texts are, all against all: the figure of `compare(a, b).likeness`, without what it shows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from .analysis import Analysis, analyse
from .linking import match


def likeness(a: str | Analysis, b: str | Analysis) -> float:
    """Give 2 × shared words / (words of a + words of b), moved words included; 1 for two texts without
    words."""
    one = analyse(a) if isinstance(a, str) else a
    other = analyse(b) if isinstance(b, str) else b
    if one.text > other.text:
        one, other = other, one
    return _likeness(one, other)


def likenesses(text: str, others: Sequence[str]) -> list[float]:
    """Give how like a text is to each of others, in their order."""
    return [likeness(text, other) for other in others]


Likenesses = Callable[[str, Sequence[str]], Sequence[float]]
"""Says what `likenesses` does, and may know it from before."""


@lru_cache(maxsize=65536)
def _likeness(one: Analysis, other: Analysis) -> float:
    total = one.words + other.words
    if not total:
        return 1.0
    if one.keys == other.keys:
        return 1.0
    before = one.words_before
    shared = sum([before[i + size] - before[i] for i, _, size, *_ in match(one, other).stretches])
    return 2 * shared / total
