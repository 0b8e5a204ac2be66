"""Phrases that stayed where they were while all around them was rewritten.

Each for itself says too little. Together they do, when they keep one order and their place in the texts.
"""

from __future__ import annotations

from collections.abc import Sequence

from .analysis import Analysis
from .chain import runs as runs_of
from .chance import together
from .frame import heaviest_increasing
from .leftovers import Left, Run

ENOUGH = 15.0
"""What phrases need, all of them together, in bits. Each could have stood in a few places near its own."""
NEARBY, DRIFT = 4.0, 0.03
"""How far each may have drifted: so many words, and such a share of the texts' length."""
SLIDE = 2.0
"""How many times as far a group of units may have."""
COVER = 0.25
"""The share of the units of the shorter text, but for one, that the phrases must stand in."""


def is_steady(left: Left) -> bool:
    """Tell whether the groups of units, if any, keep their order and about their place in both texts."""
    last = -1
    old, new = left.old.text, left.new.text
    if not left.groups:
        return True
    stretch, other_stretch, most = _scale(old, new)
    for group in left.groups:
        places = old.bounds[group.olds[0]][0] * stretch, new.bounds[group.news[0]][0] * other_stretch
        if group.news[0] < last or abs(places[0] - places[1]) > SLIDE * most:
            return False
        last = group.news[-1]
    return True


def can_have_stayed(left: Left, runs: Sequence[Run]) -> bool:
    """Tell whether enough units have a run in about the same place."""
    return _covers(left, _in_place(left, runs))


def that_stayed(left: Left, runs: Sequence[Run], linked: Sequence[tuple[int, int, str]] = ()) -> list[Run]:
    """Choose the runs that stayed, the ones that say most first; none when it may be chance.

    `linked` are words that phrases have linked already: they vouch for those that stand between them.
    """
    free = []
    for run in _in_place(left, runs):
        trimmed = left.trimmed(run)
        if trimmed is not None and not left.crosses(trimmed[0], trimmed[1]):
            free.append(trimmed)
    if not free:
        return []
    links = tuple(sorted((i, j) for i, j, _ in linked))
    known = _in_place(left, [(*run[0], len(run)) for run in runs_of(links)])
    free += known
    if not _covers(left, free):
        return []
    tells = left.old.text.tells
    bits = [tells[i + size] - tells[i] for i, _, size in free]
    chain = heaviest_increasing([(i, j, b + 0.01) for (i, j, _), b in zip(free, bits, strict=True)])
    size = sum(run[2] for run in known)
    places = int(2 * _scale(left.old.text, left.new.text)[2] + 1)
    chosen = together([bits[k] for k in chain], left.old.count + size, left.new.count + size, ENOUGH, places)
    found = [free[chain[at]] for at in chosen]
    return [run for run in found if run not in known] if _covers(left, found) else []


def _in_place(left: Left, runs: Sequence[Run]) -> list[Run]:
    """Give the runs that stand in about the same place of both texts.

    The number of their unit is the same, but for what one text has more units than the other.
    """
    stretch, other_stretch, most = _scale(left.old.text, left.new.text)
    units, others = left.old.text.unit_of, left.new.text.unit_of
    more = len(left.new.text.units) - len(left.old.text.units)
    return [
        run
        for run in runs
        if abs(run[0] * stretch - run[1] * other_stretch) <= most
        and min(0, more) <= others[run[1]] - units[run[0]] <= max(0, more)
    ]


def _covers(left: Left, runs: Sequence[Run]) -> bool:
    """Tell whether runs stand in units enough."""
    units = {left.old.text.unit_of[i] for i, _, _ in runs}
    return len(units) >= COVER * (min(len(left.old.text.units), len(left.new.text.units)) - 1)


def _scale(old: Analysis, new: Analysis) -> tuple[float, float, float]:
    """Give what old and new places are multiplied with to be compared, and how far apart they may be then."""
    size = (len(old.keys) + len(new.keys)) / 2
    return size / len(old.keys), size / len(new.keys), NEARBY + DRIFT * size
