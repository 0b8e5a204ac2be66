"""How likely it is that shared words are there by chance, in bits.

The evidence for a run of shared words is what its words say, less the number of places where such a run could
have turned up by accident. A lone "och" says little, but where one word took the place of one word beside it
there is only one place to be in; three rare words in a row say enough to be found anywhere in two texts.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from math import comb, log2

from .vocabulary import FRAME, FUNCTION, NEGATIONS

Bits = Callable[[str], float]
COMMON = 2.5
"""The most that a word tells of any two places which every clause has: one that tells more is telling."""
STEPS = 8
"""Shades between `far_bits` and `near_bits`."""


@lru_cache(maxsize=65536)
def near_bits(key: str) -> float:
    """Say what a shared word tells between two stretches that are known to belong together."""
    if not any(map(str.isalnum, key)):
        return 0.5
    if key in NEGATIONS:
        return 1.0
    if key in FUNCTION:
        return 4.5
    return 6.0 if key in FRAME else 8.0 + min(3.0, len(key) / 4)


@lru_cache(maxsize=65536)
def far_bits(key: str) -> float:
    """Say what a shared word tells of any two places: words that go together in every clause tell less."""
    if not any(map(str.isalnum, key)):
        return 0.0
    if key in FUNCTION:
        return 1.5
    return COMMON if key in FRAME else 6.0 + min(4.0, len(key) / 3)


def _between(step: int) -> Bits:
    share = step / STEPS

    @lru_cache(maxsize=65536)
    def bits(key: str) -> float:
        return share * near_bits(key) + (1 - share) * far_bits(key)

    return bits


_SHADES = tuple(_between(step) for step in range(STEPS + 1))


def shade(nearness: float) -> Bits:
    """Give the measure that lies so far (0 to 1) from `far_bits` towards `near_bits`."""
    return _SHADES[max(0, min(STEPS, int(STEPS * nearness)))]


@lru_cache(maxsize=65536)
def room(places: int) -> float:
    """Give what a choice among so many places costs, rounded to be the same on every machine."""
    return round(log2(places), 6) if places > 1 else 0.0


def beside(left: int, right: int) -> int:
    """Count the places as near to a linked word as the one that is `left` and `right` words away from it.

    A word that keeps its distance on both sides stands where a word was replaced by a word.
    """
    return (max(left, right) + 1) * (2 * abs(left - right) + 1)


def together(bits: Sequence[float], old_size: int, new_size: int, least: float, places: int = 0) -> list[int]:
    """Choose the runs of one chain that by their number make up for what each lacks alone.

    `bits` are those of runs in the same order on both sides, among so many words of either text. Choosing
    r places of n costs log2 of the ways to choose them; where each run stands in one of so many `places` near
    its own in the other text, they are chosen in one of the texts only. Gives the indices, strongest first;
    none when the best choice has less evidence than `least`.
    """
    order = sorted(range(len(bits)), key=lambda k: (-bits[k], k))
    size, best = _best([bits[k] for k in order], old_size, new_size, places)
    return order[:size] if best >= least else []


def surplus(bits: Sequence[float], old_size: int, new_size: int) -> float:
    """Give the evidence of the runs that `together` would choose."""
    return _best(sorted(bits, reverse=True), old_size, new_size)[1]


def _best(bits: Sequence[float], old_size: int, new_size: int, places: int = 0) -> tuple[int, float]:
    size, best, total = 0, float("-inf"), 0.0
    for count, one in enumerate(bits, 1):
        if count > min(old_size, new_size):
            break
        total += one
        cost = _choices(old_size, count) + _choices(new_size, count)
        left = round(total - (cost / 2 + count * room(places) if places else cost), 6)
        if left > best:
            size, best = count, left
    return size, best


@lru_cache(maxsize=65536)
def _choices(size: int, count: int) -> float:
    return room(comb(size, count))
