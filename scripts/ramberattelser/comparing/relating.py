"""Units that nothing told belong together, until their phrases were found in each other."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from .analysis import Analysis
from .assignment import assign
from .chain import runs
from .evidence import from_place, phrased, scattered
from .frame import heaviest_increasing
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
NEAR, FEW, TOLD = 2, 4, 31.0
"""How many units off its place in the other text one that is left over may stand, how many different telling
words two must share to have several phrases in common, and the bits that these must tell in one order."""


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


def telling_units(
    old: Analysis, new: Analysis, groups: Sequence[Group], phrases: Sequence[tuple[int, int, str]]
) -> list[Group]:
    """Give groups of units left over that have several phrases in one order, of which one is linked at most.

    None of the phrases need be sure by itself: one word more or less must not decide whether all are shown.
    """
    taken, others = {u for group in groups for u in group.olds}, {v for group in groups for v in group.news}
    if len(taken) == len(old.units) or len(others) == len(new.units):
        return []
    alike = []
    shared = old.postings.keys() & new.postings.keys()
    for u, own in enumerate(old.distinct):
        # Asked of the whole text first: most units of two strange texts end here.
        if u in taken or len(own) < FEW or len(held := own & shared) < FEW:
            continue
        for v in _beside(u, len(old.units), len(new.units)):
            if v not in others and len(held & new.distinct[v]) >= FEW:
                alike.append((u, v))
    if not alike:
        return []
    frame = heaviest_increasing([(g.olds[0], g.news[0], old.totals[g.olds[0]]) for g in groups])
    olds, news = [groups[k].olds[0] for k in frame], [groups[k].news[0] for k in frame]
    bits = {
        (u, v): phrased(old.unit_keys[u], new.unit_keys[v])
        for u, v in alike
        if bisect_left(olds, u) == bisect_left(news, v)
    }
    chosen = assign(
        {(u, v): told for (u, v), told in bits.items() if told >= TOLD + from_place(old, new, u, v)}
    )
    if not chosen:
        return []
    linked = Counter(
        (old.unit_of[run[0][0]], new.unit_of[run[0][1]])
        for run in runs(tuple(sorted((i, j) for i, j, _ in phrases)))
    )
    gone, come = Counter(u for u, _ in linked.elements()), Counter(v for _, v in linked.elements())
    return [Group((u,), (v,), 0.0, "phrases") for u, v in chosen if gone[u] == come[v] == linked[u, v] <= 1]


@lru_cache(maxsize=4096)
def _beside(unit: int, size: int, other_size: int) -> tuple[int, ...]:
    """Give the units of the other text in about the place of one, from the beginning or from the end."""
    places = (unit, unit + other_size - size)
    found = {at + off for at in places for off in range(-NEAR, NEAR + 1)}
    return tuple(sorted(v for v in found if 0 <= v < other_size))


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
