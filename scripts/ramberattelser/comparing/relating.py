"""Units that nothing told belong together, until their phrases were found in each other."""

from __future__ import annotations

from collections.abc import Sequence

from .analysis import Analysis
from .assignment import assign
from .evidence import scattered
from .groups import Group

SHARED, RUNS = 0.35, 2
"""The share of two units' weight that phrases in so many runs must make up: a rewritten sentence."""
MOST = 0.6
"""The share that is enough whatever the number of runs."""
FAMILIAR = 0.4
"""The share of both texts that must be linked before what is left over is likely to belong together."""
MARGIN = 2.0
"""How many bits more than in any other unit: what returns in many is boilerplate."""
SCATTERED, KIN, LEAST = 15.0, 20.0, 3.0
"""The bits that words scattered over two such units must tell, how much less when all is linked, and never
less than."""


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


def spare_units(
    old: Analysis,
    new: Analysis,
    groups: Sequence[Group],
    phrases: Sequence[tuple[int, int, str]],
    share: float,
) -> list[Group]:
    """Give groups of units left over in two texts of which so large a `share` is linked, `FAMILIAR` or more.

    A unit half of which went elsewhere is not left over.
    """
    least = max(LEAST, SCATTERED - KIN * share)
    olds = _left_over(old, {u for group in groups for u in group.olds}, [i for i, _, _ in phrases])
    news = _left_over(new, {v for group in groups for v in group.news}, [j for _, j, _ in phrases])
    bits = {
        (u, v): scattered(old.unit_keys[u], new.unit_keys[v])
        for u in olds
        for v in news
        if not old.distinct[u].isdisjoint(new.distinct[v])
    }
    chosen = assign({pair: told for pair, told in bits.items() if told >= least})
    return [Group((u,), (v,), 0.0, "phrases") for u, v in chosen if _has_no_rival(old, new, u, v, bits[u, v])]


def _has_no_rival(old: Analysis, new: Analysis, u: int, v: int, bits: float) -> bool:
    """Tell whether neither of two units has its words in another unit of the other text as well."""
    rivals = [
        *(scattered(old.unit_keys[u], keys) for other, keys in enumerate(new.unit_keys) if other != v),
        *(scattered(keys, new.unit_keys[v]) for other, keys in enumerate(old.unit_keys) if other != u),
    ]
    return bits >= max(rivals, default=0.0) + MARGIN


def _left_over(text: Analysis, known: set[int], taken: Sequence[int]) -> list[int]:
    """Give the units in no group of which less than half is linked."""
    count = [0] * len(text.units)
    for i in taken:
        count[text.unit_of[i]] += 1
    return [u for u, (low, high) in enumerate(text.bodies) if u not in known and 2 * count[u] < high - low]


def _weight(text: Analysis, unit: int) -> float:
    low, high = text.bodies[unit]
    return text.heft[high] - text.heft[low]
