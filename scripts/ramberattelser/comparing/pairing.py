"""Which units belong together: assignment over all units first, then context, then splits and merges."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from .analysis import Analysis
from .assignment import assign
from .chain import chain
from .evidence import BAR, evidence, is_solid, kinship
from .frame import heaviest_increasing
from .scoring import candidates
from .vocabulary import weight

LIKELY = 0.3
"""Units less alike than this are not looked at before their neighbours are known."""
BETWEEN, BESIDE = 0.05, 0.12
"""What it adds to the evidence that units stand between the same neighbours, and in the same place there."""

ALONE = (0.4, 0.2, 0.1)
"""The same for units in the same place of two texts of one, two or three units each."""
GATHERED = 0.6
"""The share of its weight that a unit must find in the units that it was cut into."""

Scores = dict[tuple[int, int], float]


@dataclass(frozen=True, slots=True)
class Group:
    """Units that belong together: unit indices on both sides (one of them a single unit), score and rule."""

    olds: tuple[int, ...]
    news: tuple[int, ...]
    score: float
    why: str


def pair_units(old: Analysis, new: Analysis) -> tuple[list[Group], set[tuple[int, int]]]:
    """Pair the units of two texts, each used once; in order of the old units.

    Also names the pairs of units of which one contains much of the other, whether they were paired or not.
    """
    scores, contained = candidates(old, new)
    _add_equal_units(old, new, scores)
    likely = {
        pair: score
        for pair, score in scores.items()
        if score >= LIKELY and (score >= 0.9 or not old.distinct[pair[0]].isdisjoint(new.distinct[pair[1]]))
    }
    chosen = assign(_with_context(old, new, likely))
    solid = [pair for pair in chosen if is_solid(old, new, pair, scores[pair])]
    kin = kinship(old, new, scores, solid)
    frame = _frame(old, new, solid)
    found = {pair: "exact" if old.unit_keys[pair[0]] == new.unit_keys[pair[1]] else "alike" for pair in solid}
    for pair in chosen:
        if pair not in found:
            in_order = all((u < pair[0]) == (v < pair[1]) for u, v in frame)
            if evidence(old, new, pair, scores[pair], kin, in_order) + _alone(old, new, pair) >= BAR:
                found[pair] = "kin"
    if found:
        kin = max(kin, kinship(old, new, scores, sorted(found)))
        for pair in _between(old, new, scores, sorted(found), kin):
            found[pair] = "context"
    groups = [Group((u,), (v,), min(1.0, scores[u, v]), why) for (u, v), why in sorted(found.items())]
    groups = _gather(old, new, groups, contained)
    return _join(old, new, groups), contained


def _gather(
    old: Analysis, new: Analysis, groups: list[Group], contained: set[tuple[int, int]]
) -> list[Group]:
    """Find units that were cut into several, or put together from several, none of which is most of it."""
    found = list(groups)
    for merging in (False, True):
        used_old = {u for group in found for u in group.olds}
        used_new = {v for group in found for v in group.news}
        parts: dict[int, list[int]] = {}
        for u, v in sorted(contained):
            if u not in used_old and v not in used_new:
                parts.setdefault(v if merging else u, []).append(u if merging else v)
        for whole, pieces in sorted(parts.items()):
            for run in _consecutive(pieces):
                group = (
                    Group(tuple(run), (whole,), 0.0, "merge")
                    if merging
                    else Group((whole,), tuple(run), 0.0, "split")
                )
                share = _shared_weight(old, new, group)
                if len(run) > 1 and share >= GATHERED and not _taken(found, group):
                    found.append(Group(group.olds, group.news, share, group.why))
    return sorted(found, key=lambda group: group.olds)


def _consecutive(numbers: list[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and runs[-1][-1] + 1 == number:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


def _taken(groups: list[Group], group: Group) -> bool:
    return any(set(g.olds) & set(group.olds) or set(g.news) & set(group.news) for g in groups)


def _shared_weight(old: Analysis, new: Analysis, group: Group) -> float:
    """Give the linked share of the weight of a group, on the side that has less of it linked."""
    one = sum(weight(key) for u in group.olds for key in old.unit_keys[u])
    other = sum(weight(key) for v in group.news for key in new.unit_keys[v])
    return _linked_weight(old, new, group) / max(one, other)


def _alone(old: Analysis, new: Analysis, pair: tuple[int, int]) -> float:
    """Give what it adds to the evidence that two short texts have nothing else to offer in this place."""
    size = max(len(old.units), len(new.units))
    if len(old.units) != len(new.units) or size > len(ALONE) or pair[0] != pair[1]:
        return 0.0
    return ALONE[size - 1]


def _frame(old: Analysis, new: Analysis, pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    places = [(u, v, 0.01 + old.totals[u] + new.totals[v]) for u, v in pairs]
    return [pairs[k] for k in heaviest_increasing(places)]


def _add_equal_units(old: Analysis, new: Analysis, scores: Scores) -> None:
    """Units without any content word are candidates only when they are equal."""
    bare = {keys: v for v, keys in reversed(list(enumerate(new.unit_keys))) if not new.totals[v]}
    if bare:
        for u, keys in enumerate(old.unit_keys):
            if keys in bare and not old.totals[u]:
                scores[u, bare[keys]] = 1.0


def _with_context(old: Analysis, new: Analysis, scores: Scores) -> Scores:
    """Let like neighbours decide between look-alikes, then the first place; never more than 0.08 in all."""
    size = max(len(old.units), len(new.units), 1)
    return {
        (u, v): score
        + 0.03 * scores.get((u - 1, v - 1), 0.0)
        + 0.03 * scores.get((u + 1, v + 1), 0.0)
        + 0.004 * (1 - abs(u - v) / size)
        - 0.006 * (u + v) / size
        for (u, v), score in scores.items()
    }


def _between(
    old: Analysis, new: Analysis, scores: Scores, pairs: list[tuple[int, int]], kin: float
) -> list[tuple[int, int]]:
    """Pair units left over between the same neighbours of the frame, on weaker likeness."""
    used_old, used_new = {u for u, _ in pairs}, {v for _, v in pairs}
    borders = [(-1, -1), *_frame(old, new, pairs), (len(old.units), len(new.units))]
    weak: Scores = {}
    for (low_u, low_v), (high_u, high_v) in pairwise(borders):
        left = [u for u in range(low_u + 1, high_u) if u not in used_old]
        right = [v for v in range(low_v + 1, high_v) if v not in used_new]
        for at, u in enumerate(left):
            for place, v in enumerate(right):
                if (u, v) in scores:
                    beside = BESIDE if len(left) == len(right) and at == place else BETWEEN
                    if evidence(old, new, (u, v), scores[u, v], kin, True) + beside >= BAR:
                        weak[u, v] = scores[u, v]
    return assign(_with_context(old, new, weak)) if weak else []


def _join(old: Analysis, new: Analysis, groups: list[Group]) -> list[Group]:
    """Let a unit that is left over join the pair of its neighbour when at least half its weight is gained."""
    spare_old = sorted(set(range(len(old.units))) - {u for group in groups for u in group.olds})
    spare_new = sorted(set(range(len(new.units))) - {v for group in groups for v in group.news})
    if not groups or not (spare_old or spare_new):
        return groups
    groups = list(groups)
    for spare, merging in ((spare_new, False), (spare_old, True)):
        waiting = list(spare)
        again = True
        while again and waiting:
            again = False
            for unit in list(waiting):
                place = _best_home(old, new, groups, unit, merging)
                if place is not None:
                    groups[place] = _extended(groups[place], unit, merging)
                    waiting.remove(unit)
                    again = True
    return groups


def _extended(group: Group, unit: int, merging: bool) -> Group:
    if merging:
        return Group(tuple(sorted((*group.olds, unit))), group.news, group.score, "merge")
    return Group(group.olds, tuple(sorted((*group.news, unit))), group.score, "split")


def _best_home(old: Analysis, new: Analysis, groups: list[Group], unit: int, merging: bool) -> int | None:
    """Find the neighbouring group that explains at least half of a spare unit; None when there is none."""
    source = old if merging else new
    total = sum(map(weight, source.unit_keys[unit]))
    best, home = 0.5 * total, None
    for place, group in enumerate(groups):
        mine, theirs = (group.olds, group.news) if merging else (group.news, group.olds)
        if len(theirs) > 1 or not (unit + 1 == mine[0] or unit - 1 == mine[-1]):
            continue
        other = (new if merging else old).distinct[theirs[0]]
        if source.distinct[unit].isdisjoint(other):
            continue
        gain = _linked_weight(old, new, _extended(group, unit, merging)) - _linked_weight(old, new, group)
        if gain >= best:
            best, home = gain, place
    return home


def _linked_weight(old: Analysis, new: Analysis, group: Group) -> float:
    keys = tuple(key for u in group.olds for key in old.unit_keys[u])
    others = tuple(key for v in group.news for key in new.unit_keys[v])
    return sum(weight(keys[i]) for i, _ in chain(keys, others))
