"""Where the texts stand along the axis of time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Steps:
    """The distance from each text to the next, in units, and whether it is to scale with its neighbours."""

    lengths: tuple[float, ...]
    scaled: tuple[bool, ...]


def steps(whens: Sequence[float | None], length: float, least: float) -> Steps:
    """Share ``length`` among the steps between texts, none shorter than ``least``.

    As many steps as possible are to one scale. The rest, where a date is unknown, out of order or too far
    away, take an even share; the axis is broken there.
    """
    gaps = [_years(a, b) for a, b in pairwise(whens)]
    if not gaps:
        return Steps((), ())
    chosen = _to_scale(
        [(years, at) for at, years in enumerate(gaps) if years is not None], len(gaps), length, least
    )
    if not chosen:
        return Steps((length / len(gaps),) * len(gaps), (False,) * len(gaps))
    total = sum(years for years, _ in chosen)
    inside = {at: years for years, at in chosen}
    broken = len(gaps) - len(chosen)
    even = length / len(gaps)
    other = even if _fits(chosen, length - broken * even, least) else least
    scale = (length - broken * other) / total
    lengths = tuple(inside[at] * scale if at in inside else other for at in range(len(gaps)))
    return Steps(lengths, tuple(at in inside for at in range(len(gaps))))


def _years(before: float | None, after: float | None) -> float | None:
    """Give the years between two dates, None where there is no telling."""
    if before is None or after is None or after <= before:
        return None
    return after - before


def _to_scale(
    known: list[tuple[float, int]], count: int, length: float, least: float
) -> list[tuple[float, int]]:
    """Choose the most steps (years, position) that one scale can hold; of equally many, the shortest ones."""
    known = sorted(known)
    best: list[tuple[float, int]] = []
    for first in range(len(known)):
        for last in range(len(known), first + len(best), -1):
            chosen = known[first:last]
            if _fits(chosen, length - (count - len(chosen)) * least, least):
                best = chosen
                break
    return best


def _fits(chosen: list[tuple[float, int]], length: float, least: float) -> bool:
    total = sum(years for years, _ in chosen)
    return length * min(years for years, _ in chosen) >= least * total * (1 - 1e-9)
