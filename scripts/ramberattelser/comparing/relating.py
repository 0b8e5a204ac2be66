"""Units that nothing told belong together, until their phrases were found in each other."""

from __future__ import annotations

from collections.abc import Sequence

from .analysis import Analysis
from .groups import Group

SHARED, RUNS = 0.35, 2
"""The share of two units' weight that phrases in so many runs must make up: a rewritten sentence."""
MOST = 0.6
"""The share that is enough whatever the number of runs."""


def related_units(
    old: Analysis, new: Analysis, groups: Sequence[Group], phrases: Sequence[tuple[int, int, str]]
) -> list[Group]:
    """Give groups of units in no group yet that share phrases enough, those that share most first."""
    olds, news = {u for group in groups for u in group.olds}, {v for group in groups for v in group.news}
    shared: dict[tuple[int, int], float] = {}
    runs: dict[tuple[int, int], int] = {}
    last = (-9, -9)
    for i, j, _ in sorted(phrases):
        pair = (old.unit_of[i], new.unit_of[j])
        if pair[0] in olds or pair[1] in news:
            continue
        shared[pair] = shared.get(pair, 0.0) + old.weights[i]
        runs[pair] = runs.get(pair, 0) + (last != (i - 1, j - 1))
        last = (i, j)
    found: list[Group] = []
    for (u, v), held in sorted(shared.items(), key=lambda entry: (-entry[1], entry[0])):
        share = 2 * held / (_weight(old, u) + _weight(new, v))
        if u not in olds and v not in news and (share >= MOST or (share >= SHARED and runs[u, v] >= RUNS)):
            found.append(Group((u,), (v,), min(1.0, share), "phrases"))
            olds.add(u)
            news.add(v)
    return found


def _weight(text: Analysis, unit: int) -> float:
    low, high = text.bodies[unit]
    return text.heft[high] - text.heft[low]
