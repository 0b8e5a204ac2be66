"""Splits and merges: units that were cut into several or put together from several."""

from __future__ import annotations

from .analysis import Analysis
from .chain import chain
from .groups import Group
from .vocabulary import weight

GATHERED = 0.6
"""The share of its weight that a unit must find in the units that it was cut into."""
GAINED = 0.5
"""The share of its weight that a unit left over must find in the pair of its neighbour."""

Pair = tuple[int, int]


def gather(old: Analysis, new: Analysis, groups: list[Group], contained: set[tuple[int, int]]) -> list[Group]:
    """Find units that were cut into several, or put together from several, none of which is most of it."""
    found = list(groups)
    for merging in (False, True) if contained else ():
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
                if len(run) < 2 or _taken(found, group):
                    continue
                share = _shared_weight(old, new, group)
                if share >= GATHERED:
                    found.append(Group(group.olds, group.news, share, group.why))
    return sorted(found, key=lambda group: group.olds)


def join(old: Analysis, new: Analysis, groups: list[Group], contained: set[tuple[int, int]]) -> list[Group]:
    """Let a unit that is left over join the pair of its neighbour when at least half its weight is gained."""
    if not groups:
        return groups
    spare_old = sorted(set(range(len(old.units))) - {u for group in groups for u in group.olds})
    spare_new = sorted(set(range(len(new.units))) - {v for group in groups for v in group.news})
    if not (spare_old or spare_new):
        return groups
    groups = list(groups)
    for spare, merging in ((spare_new, False), (spare_old, True)):
        waiting = list(spare)
        again = True
        while again and waiting:
            again = False
            for unit in list(waiting):
                place = _best_home(old, new, groups, unit, merging, contained)
                if place is not None:
                    groups[place] = _extended(groups[place], unit, merging)
                    waiting.remove(unit)
                    again = True
    return groups


def _best_home(
    old: Analysis,
    new: Analysis,
    groups: list[Group],
    unit: int,
    merging: bool,
    contained: set[tuple[int, int]],
) -> int | None:
    """Find the neighbouring group that explains at least half of a spare unit; None when there is none."""
    source = old if merging else new
    total = sum(map(weight, source.unit_keys[unit]))
    best, home = GAINED * total, None
    for place, group in enumerate(groups):
        mine, theirs = (group.olds, group.news) if merging else (group.news, group.olds)
        if len(theirs) > 1 or not (unit + 1 == mine[0] or unit - 1 == mine[-1]):
            continue
        if ((unit, theirs[0]) if merging else (theirs[0], unit)) not in contained:
            continue
        gain = _linked_weight(old, new, _extended(group, unit, merging)) - _linked_weight(old, new, group)
        if gain >= best:
            best, home = gain, place
    return home


def _extended(group: Group, unit: int, merging: bool) -> Group:
    if merging:
        return Group(tuple(sorted((*group.olds, unit))), group.news, group.score, "merge")
    return Group(group.olds, tuple(sorted((*group.news, unit))), group.score, "split")


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


def _linked_weight(old: Analysis, new: Analysis, group: Group) -> float:
    keys = tuple(key for u in group.olds for key in old.unit_keys[u])
    others = tuple(key for v in group.news for key in new.unit_keys[v])
    return sum(weight(keys[i]) for i, _ in chain(keys, others))
