"""Which units belong together: assignment over all units first, then context, then splits and merges."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping
from itertools import pairwise

from rapidfuzz import fuzz

from .analysis import Analysis
from .assignment import assign
from .evidence import (
    AKIN,
    APART,
    SCATTERED,
    SOLID,
    convinces,
    is_solid,
    kinship,
    may_convince,
    scattered,
    stands_out,
)
from .frame import heaviest_increasing
from .groups import Group
from .joining import gather, join
from .scoring import candidates

LIKELY = 0.3
"""Units less alike than this are not looked at before their neighbours are known."""
BETWEEN, BESIDE = 0.05, 0.12
"""What it adds to the evidence that units stand between the same neighbours, and in the same place there."""

LETTERS = 0.72
"""What the letters of two units that stand alone in the same place must have in common."""

ALONE = (0.4, 0.2, 0.1)
"""The same for units in the same place of two texts of one, two or three units each."""

Scores = dict[tuple[int, int], float]


def pair_units(old: Analysis, new: Analysis) -> list[Group]:
    """Pair the units of two texts, each used once; in order of the old units."""
    scores, contained = candidates(old, new)
    _add_equal_units(old, new, scores)
    likely = {
        pair: score
        for pair, score in scores.items()
        if score >= LIKELY and (score >= 0.9 or not old.distinct[pair[0]].isdisjoint(new.distinct[pair[1]]))
    }
    chosen = assign(_with_context(old, new, likely))
    solid = [pair for pair in chosen if is_solid(old, new, pair, scores[pair])]
    frame = _frame(old, new, solid, scores)
    kept = set(frame)
    solid = [pair for pair in solid if pair in kept or stands_out(old, new, pair, scores)]
    kin = kinship(old, new, scores, solid)
    olds, news = [u for u, _ in frame], [v for _, v in frame]
    found = {pair: "exact" if old.unit_keys[pair[0]] == new.unit_keys[pair[1]] else "alike" for pair in solid}
    for pair in chosen:
        if pair not in found:
            alone = _alone(old, new, pair)
            if not may_convince(old, new, pair, scores[pair], kin, alone):
                continue
            in_order = bisect_left(olds, pair[0]) == bisect_left(news, pair[1])
            if not in_order and not stands_out(old, new, pair, scores):
                continue
            if convinces(old, new, pair, scores[pair], kin, in_order, alone):
                found[pair] = "kin"
    kin = max(kin, kinship(old, new, scores, sorted(found)))
    weak = _between(old, new, scores, sorted(found), kin)
    for pair in assign(_with_context(old, new, weak)) if weak else ():
        found[pair] = "context"
    scores |= {pair: weak[pair] for pair in found if pair in weak}
    if kin >= AKIN:
        found |= dict.fromkeys(_elsewhere(old, new, scores, found), "kin")
    groups = [Group((u,), (v,), min(1.0, scores[u, v]), why) for (u, v), why in sorted(found.items())]
    groups = gather(old, new, groups, contained)
    return join(old, new, groups, contained)


def _alone(old: Analysis, new: Analysis, pair: tuple[int, int]) -> float:
    """Give what it adds to the evidence that two short texts have nothing else to offer in this place."""
    size = max(len(old.units), len(new.units))
    if len(old.units) != len(new.units) or size > len(ALONE) or pair[0] != pair[1]:
        return 0.0
    return ALONE[size - 1]


def _frame(
    old: Analysis, new: Analysis, pairs: list[tuple[int, int]], scores: Scores
) -> list[tuple[int, int]]:
    places = [(u, v, 0.01 + scores[u, v] * (old.totals[u] + new.totals[v])) for u, v in pairs]
    return [pairs[k] for k in heaviest_increasing(places)]


def _add_equal_units(old: Analysis, new: Analysis, scores: Scores) -> None:
    """Units without any content word are candidates only when they are equal."""
    bare = {keys: v for v, keys in reversed(list(enumerate(new.unit_keys))) if not new.totals[v]}
    if bare:
        for u, keys in enumerate(old.unit_keys):
            if keys in bare and not old.totals[u]:
                scores[u, bare[keys]] = 1.0


def _with_context(old: Analysis, new: Analysis, scores: Scores) -> Scores:
    """Let like neighbours decide between look-alikes, then the order of those that have none, then the first
    place; never more than 0.1 in all."""
    if len({u for u, _ in scores}) == len({v for _, v in scores}) == len(scores):
        return scores
    rows, columns = Counter([u for u, _ in scores]), Counter([v for _, v in scores])
    sure = [pair for pair in scores if rows[pair[0]] == columns[pair[1]] == 1]
    beside = {pair: score for pair, score in scores.items() if score >= SOLID} | {(-1, -1): 1.0}
    frame = _frame(old, new, sorted(sure), scores)
    olds, news, count = [u for u, _ in frame], [v for _, v in frame], len(frame)
    size = max(len(old.units), len(new.units))
    known = set(sure)
    return {
        (u, v): score
        if (u, v) in known
        else score
        + 0.03 * beside.get((u - 1, v - 1), 0.0)
        + 0.03 * beside.get((u + 1, v + 1), 0.0)
        + 0.02 * ((count - abs(bisect_left(olds, u) - bisect_left(news, v))) / count if frame else 0.0)
        + 0.004 * (1 - abs(u - v) / size)
        - 0.006 * (u + v) / size
        for (u, v), score in scores.items()
    }


def _between(
    old: Analysis, new: Analysis, scores: Scores, pairs: list[tuple[int, int]], kin: float
) -> Scores:
    """Score units left over between the same neighbours of the frame, that are alike enough to stand there.

    Two that stand alone there may be alike in their letters only: an opened compound is no word in common.
    """
    used_old, used_new = {u for u, _ in pairs}, {v for _, v in pairs}
    borders = [(-1, -1), *_frame(old, new, pairs, scores), (len(old.units), len(new.units))]
    weak: Scores = {}
    for (low_u, low_v), (high_u, high_v) in pairwise(borders):
        left = [u for u in range(low_u + 1, high_u) if u not in used_old]
        right = [v for v in range(low_v + 1, high_v) if v not in used_new]
        for at, u in enumerate(left if pairs else ()):
            for place, v in enumerate(right):
                if (u, v) in scores:
                    beside = BESIDE if len(left) == len(right) and at == place else BETWEEN
                    if convinces(old, new, (u, v), scores[u, v], kin, True, beside):
                        weak[u, v] = scores[u, v]
        if len(left) == len(right) == 1 and (left[0], right[0]) not in weak:
            alike = _in_letters(old, new, left[0], right[0])
            if alike >= LETTERS:
                weak[left[0], right[0]] = alike
    return weak


def _elsewhere(
    old: Analysis, new: Analysis, scores: Scores, found: Mapping[tuple[int, int], str]
) -> list[tuple[int, int]]:
    """Pair units left over anywhere that have their words in one order, however few stand together."""
    olds, news = {u for u, _ in found}, {v for _, v in found}
    spare = {
        (u, v): scattered(old.unit_keys[u], new.unit_keys[v])
        for u, v in sorted(scores)
        if u not in olds and v not in news and stands_out(old, new, (u, v), scores)
    }
    return assign({pair: bits for pair, bits in spare.items() if bits >= SCATTERED + APART})


def _in_letters(old: Analysis, new: Analysis, u: int, v: int) -> float:
    """Say how alike two units are as letters, without spaces and signs, 0 to 1."""
    one, other = (
        "".join(filter(str.isalnum, "".join(text.unit_keys[unit]))) for text, unit in ((old, u), (new, v))
    )
    return fuzz.ratio(one, other) / 100
