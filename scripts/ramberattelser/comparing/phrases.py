"""Phrases that left their unit or changed place inside it: links among what the pairs left over."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from .analysis import Analysis
from .groups import Group
from .leftovers import Left, Run, in_list
from .matching import Link
from .vocabulary import FRAME, is_content, weight

MOST = 0.6
"""The share of a gone or new sentence that a phrase must be, to be the same words in another place."""


def phrase_links(
    old: Analysis,
    new: Analysis,
    groups: Sequence[Group],
    links: list[Link],
    contained: AbstractSet[tuple[int, int]],
) -> list[Link]:
    """Link phrases among the leftovers, the weightiest first; a chance word is never linked as moved.

    Commas of lists are relinked in `links` where a word of the list takes its comma along.
    """
    left = Left(old, new, groups, links, contained)
    found: list[Link] = []
    runs = left.runs()
    if not runs:
        return []
    runs.sort(
        key=lambda run: (-sum(weight(key) for key in old.keys[run[0] : run[0] + run[2]]), run[0], run[1])
    )
    for run in runs:
        trimmed = _trim(left, run)
        if trimmed is None:
            continue
        rule = _rule(left, trimmed)
        if rule is None:
            continue
        i, j, size = _with_comma(left, trimmed, links) if rule == "listed" else trimmed
        moved = _crosses(left.fixed, i, j)
        home, other = left.old_group.get(old.unit_of[i], -1), left.new_group.get(new.unit_of[j], -1)
        group = home if home == other else -1
        for k in range(size):
            left.old_free[i + k] = left.new_free[j + k] = False
            found.append(Link(i + k, j + k, rule, group, moved))
            if not moved:
                left.fixed.append((i + k, j + k))
    return found


def _trim(left: Left, run: Run) -> Run | None:
    """Cut away what has been linked meanwhile, and punctuation at the edges."""
    i, j, size = run
    while size and not (left.old_free[i] and left.new_free[j] and weight(left.old.keys[i]) > 0.2):
        i, j, size = i + 1, j + 1, size - 1
    length = 0
    while length < size and left.old_free[i + length] and left.new_free[j + length]:
        length += 1
    while length and weight(left.old.keys[i + length - 1]) <= 0.2:
        length -= 1
    return (i, j, length) if length else None


def _with_comma(left: Left, run: Run, links: list[Link]) -> Run:
    """Let a word of a list bring its comma along, the one after it or else the one before it.

    When the comma after it is taken, the free one before it can stand in: "A, B, C" to "B, A, C" has a
    comma to spare on either side of A.
    """
    i, j, size = run
    for side, start in ((size, 0), (-1, 1)):
        if left.comma(i + side, j + side):
            return i - start, j - start, size + 1
    old, new = left.old, left.new
    for at, link in enumerate(links):
        if link.old == i + 1 and old.keys[i + 1] == "," and left.comma(i - 1, j + 1):
            links[at] = link._replace(old=i - 1)
            left.old_free[i - 1], left.old_free[i + 1] = False, True
            return i, j, 2
        if link.new == j + 1 and new.keys[j + 1] == "," and left.comma(i + 1, j - 1):
            links[at] = link._replace(new=j - 1)
            left.new_free[j - 1], left.new_free[j + 1] = False, True
            return i, j, 2
    return run


def _crosses(fixed: Sequence[tuple[int, int]], i: int, j: int) -> bool:
    return any((a < i) != (b < j) for a, b in fixed)


def _rule(left: Left, run: Run) -> str | None:
    """Name the rule that vouches for a run, or None when it may be chance."""
    old, new = left.old, left.new
    i, j, size = run
    keys = old.keys[i : i + size]
    content = sum(map(is_content, keys))
    telling = sum(is_content(key) and key not in FRAME for key in keys)
    words = sum(weight(key) > 0.2 for key in keys)
    u, v = old.unit_of[i], new.unit_of[j]
    home = left.old_group.get(u, -1)
    if home >= 0 and home == left.new_group.get(v, -2):
        if (words >= 2 and content >= 2 and telling >= 1) or (words >= 3 and content >= 1) or words >= 4:
            return "phrase"
        if size == 1 and telling and _listed(left, i, j):
            return "listed"
        return None
    other = left.new_group.get(v, -1)
    if words < 4 or not _vouched(left, run, home, other):
        return None
    if (content >= 3 and telling >= 2) or (words >= 5 and telling >= 1) or _fills(left, run):
        return "phrase"
    return None


def _fills(left: Left, run: Run) -> bool:
    """Tell whether a run is all that is missing in its place on both sides."""
    i, j, size = run

    def closed(free: list[bool], at: int) -> bool:
        return not (at > 0 and free[at - 1]) and not (at + size < len(free) and free[at + size])

    return closed(left.old_free, i) and closed(left.new_free, j)


def _vouched(left: Left, run: Run, home: int, other: int) -> bool:
    """Tell whether a phrase that changed sentence is more than a turn of phrase that two texts share.

    It is when both sentences are known from the other text, or when it is most of a sentence that is gone
    or new.
    """
    if home >= 0 and other >= 0:
        return True
    old, new = left.old, left.new
    keys = old.keys[run[0] : run[0] + run[2]]
    held = sum(map(weight, keys))
    spare = []
    if home < 0:
        spare.append(old.unit_keys[old.unit_of[run[0]]])
    if other < 0:
        spare.append(new.unit_keys[new.unit_of[run[1]]])
    return any(held >= MOST * sum(map(weight, keys)) for keys in spare)


def _listed(left: Left, i: int, j: int) -> bool:
    """Tell whether a single word stands in a list on both sides and is the only one of its kind in both
    units."""
    old, new = left.old, left.new
    u, v = old.unit_of[i], new.unit_of[j]
    name = old.keys[i]
    if old.unit_keys[u].count(name) != 1 or new.unit_keys[v].count(name) != 1:
        return False

    return in_list(old.keys, i) and in_list(new.keys, j)
