"""What lies between or beside linked words: a phrase that is sure makes its neighbours likely."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from .analysis import Keys
from .chain import Links, chain, runs
from .chance import STEPS, beside, room, shade, together
from .leftovers import Left, Side
from .vocabulary import is_content

ENOUGH = 1.0
"""The evidence in bits that a run needs in a gap."""
TOGETHER = 6.0
"""What several runs need together that are not sure each for itself."""
TOGETHER_SHADE = 0.75
"""How near the measure of runs together is to `near_bits`, between texts that have much in common."""
CLOSEST = 0.5
"""How near the measure of a gap can come to `near_bits`: in texts of which half or more is linked."""
LARGE = 2000
"""Gaps with more places than this are as good as anywhere."""

VERSIONS = 0.5
"""Texts with a larger share of their words linked are versions of one text.

In others, what follows a sentence that both have may be anything.
"""


class _Gap(NamedTuple):
    """Stretches of unlinked words, and whether the words before and after them are linked to each other."""

    old: tuple[int, int]
    new: tuple[int, int]
    after: bool
    before: bool


def fill_gaps(left: Left, steady: bool, tried: set[tuple[int, ...]]) -> list[tuple[int, int]]:
    """Link what is likely in the gaps that links leave; gives the new links (old index, new index).

    `steady`: whether the texts keep one order from end to end. `tried` holds the gaps that need not be looked
    at again.
    """
    share = left.linked_share()
    nearness = CLOSEST * min(1.0, 2 * share)
    narrow = share < VERSIONS and not steady
    found: list[tuple[int, int]] = []
    for gap in (*_gaps_after(left, narrow), *_gaps_before(left, narrow)):
        if (*gap.old, *gap.new) in tried:
            continue
        tried.add((*gap.old, *gap.new))
        olds = [i for i in range(*gap.old) if left.old.free[i]]
        news = [j for j in range(*gap.new) if left.new.free[j]]
        if not olds or not news or len(olds) * len(news) > LARGE:
            continue
        keys = tuple(left.old.text.keys[i] for i in olds)
        others = tuple(left.new.text.keys[j] for j in news)
        if set(keys).isdisjoint(others):
            continue
        for run in runs(fill(keys, others, gap.after, gap.before, nearness)):
            if (
                len(run) == 1
                and not is_content(keys[run[0][0]])
                and _leaves_home(left, olds[run[0][0]], news[run[0][1]])
            ):
                continue
            for x, y in run:
                left.take(olds[x], news[y])
                found.append((olds[x], news[y]))
    return found


def _leaves_home(left: Left, i: int, j: int) -> bool:
    """Tell whether a word left a sentence that is known from the other text."""
    one = left.old.group.get(left.old.text.unit_of[i], -1)
    return one != left.new.group.get(left.new.text.unit_of[j], -1)


def _gaps_after(left: Left, narrow: bool) -> list[_Gap]:
    """Give the gaps that follow a link on both sides, and the one that begins both texts.

    `narrow` keeps them to the units of the link.
    """
    old, new = left.old, left.new
    size, other_size = len(old.partner), len(new.partner)
    found = []
    for i in (*((-1,) if not old.linked[0] else ()), *_all(old.linked, b"\1\0")):
        j = old.partner[i] if i >= 0 else -1
        if j + 1 == other_size or new.linked[j + 1]:
            continue
        after = i >= 0 and _same_units(left, i, j, i + 1, j + 1)
        if narrow and not after:
            continue
        end_old = _end(old.linked, i + 1, _bounds(old, i)[1] if narrow else size)
        end_new = _end(new.linked, j + 1, _bounds(new, j)[1] if narrow else other_size)
        before = end_old < size and old.partner[end_old] == end_new
        before = before and _same_units(left, end_old, end_new, end_old - 1, end_new - 1)
        if after and before and left.home(i, j) >= 0 and _same_units(left, i, j, end_old, end_new):
            continue  # inside one pair of units, whose words have been weighed already
        found.append(_Gap((i + 1, end_old), (j + 1, end_new), after, before))
    return found


def _gaps_before(left: Left, narrow: bool) -> list[_Gap]:
    """Give the gaps that a link ends on both sides, and that do not begin after one."""
    old, new = left.old, left.new
    found = []
    for before in _all(old.linked, b"\0\1"):
        i, j = before + 1, old.partner[before + 1]
        if j < 1 or new.linked[j - 1] or not _same_units(left, i, j, i - 1, j - 1):
            continue
        start_old = _start(old.linked, i - 1, _bounds(old, i)[0] if narrow else 0)
        start_new = _start(new.linked, j - 1, _bounds(new, j)[0] if narrow else 0)
        if (old.partner[start_old - 1] if start_old else -1) != start_new - 1:
            found.append(_Gap((start_old, i), (start_new, j), False, True))
    return found


def _all(linked: bytearray, pattern: bytes) -> Iterator[int]:
    """Give every place where linked and free words stand beside each other so."""
    at = linked.find(pattern)
    while at >= 0:
        yield at
        at = linked.find(pattern, at + 1)


def _end(linked: bytearray, at: int, limit: int) -> int:
    """Give the first linked place from there on, or the limit."""
    place = linked.find(1, at, limit)
    return place if place >= 0 else max(at, limit)


def _start(linked: bytearray, at: int, limit: int) -> int:
    """Give the place after the last linked one up to there, or the limit."""
    place = linked.rfind(1, limit, at + 1)
    return place + 1 if place >= 0 else min(at + 1, limit)


def _bounds(side: Side, at: int) -> tuple[int, int]:
    return side.text.bounds[side.text.unit_of[at]]


def _same_units(left: Left, i: int, j: int, other_i: int, other_j: int) -> bool:
    """Tell whether two pairs of words stand in the same unit on either side.

    The end of a sentence says little of how the next one begins.
    """
    old, new = left.old.text.unit_of, left.new.text.unit_of
    return old[i] == old[other_i] and new[j] == new[other_j]


@lru_cache(maxsize=65536)
def fill(old: Keys, new: Keys, after: bool, before: bool, nearness: float) -> Links:
    """Give the links of two stretches that are likely where they stand.

    `after` and `before`: whether the words around the stretches are linked. Runs are taken the strongest
    first; those that are taken make room smaller for the rest.
    """
    found = runs(chain(old, new))
    measure = shade(nearness)
    bits = [sum(measure(old[i]) for i, _ in run) for run in found]
    taken = [False] * len(found)
    waiting = sorted(range(len(found)), key=lambda k: (-bits[k], k))
    again = True
    while again:
        again = False
        for k in list(waiting):
            if round(bits[k] - room(_places(old, new, found, taken, k, after, before)), 6) >= ENOUGH:
                taken[k] = again = True
                waiting.remove(k)
    if len(waiting) > 1:
        size = sum(len(run) for k, run in enumerate(found) if taken[k])
        measure = shade(TOGETHER_SHADE * min(1.0, nearness / CLOSEST + 1 / STEPS))
        weights = [sum(measure(old[i]) for i, _ in found[k]) for k in waiting]
        for at in together(weights, len(old) - size, len(new) - size, TOGETHER):
            taken[waiting[at]] = True
    return tuple(link for k, run in enumerate(found) if taken[k] for link in run)


def _places(
    old: Keys, new: Keys, found: list[Links], taken: list[bool], k: int, after: bool, before: bool
) -> int:
    """Count the places where run `k` could have stood as well, between the runs that are taken."""
    earlier, later = k - 1, k + 1
    while earlier >= 0 and not taken[earlier]:
        earlier -= 1
    while later < len(found) and not taken[later]:
        later += 1
    low = found[earlier][-1] if earlier >= 0 else (-1, -1)
    high = found[later][0] if later < len(found) else (len(old), len(new))
    first, last, size = found[k][0], found[k][-1], len(found[k])
    places = (high[0] - low[0] - size) * (high[1] - low[1] - size)
    if earlier >= 0 or after:
        places = min(places, beside(first[0] - low[0] - 1, first[1] - low[1] - 1))
    if later < len(found) or before:
        places = min(places, beside(high[0] - last[0] - 1, high[1] - last[1] - 1))
    return places
