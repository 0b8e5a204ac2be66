"""Phrases that left their unit or changed place inside it: links among what the pairs left over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from .analysis import Analysis
from .matching import Link
from .pairing import Group
from .vocabulary import FRAME, is_content, weight

MOST = 0.6
"""The share of a gone or new sentence that a phrase must be, to be the same words in another place."""
_LISTING = frozenset({",", "och", "samt", "eller", "/", ";"})


class _Left:
    """What is not linked yet, and which group each unit belongs to."""

    def __init__(
        self,
        old: Analysis,
        new: Analysis,
        groups: Sequence[Group],
        links: Sequence[Link],
        contained: AbstractSet[tuple[int, int]],
    ) -> None:
        self.old, self.new = old, new
        self.contained = contained
        self.old_free = [token.kind != "label" for token in old.tokens]
        self.new_free = [token.kind != "label" for token in new.tokens]
        self.fixed: list[tuple[int, int]] = []
        for link in links:
            self.old_free[link.old] = self.new_free[link.new] = False
            if not link.moved:
                self.fixed.append((link.old, link.new))
        self.old_group = {u: k for k, group in enumerate(groups) for u in group.olds}
        self.new_group = {v: k for k, group in enumerate(groups) for v in group.news}
        self.open_old = {u for group in groups if group.why != "exact" for u in group.olds}
        self.open_new = {v for group in groups if group.why != "exact" for v in group.news}

    def runs(self) -> list[tuple[int, int, int]]:
        """Give the maximal common runs (old start, new start, length) that may have moved."""
        old, new = self.old, self.new
        places: dict[tuple[str, str], list[int]] = {}
        lent = self.open_old | {u for u, _ in self.contained if u not in self.old_group}
        for i in _free_pairs(old, self.old_free, lent):
            places.setdefault((old.keys[i], old.keys[i + 1]), []).append(i)
        if not places:
            return self._singles()
        seen: dict[int, int] = {}
        found = []
        borrowed = self.open_new | {v for _, v in self.contained if v not in self.new_group}
        for j in _free_pairs(new, self.new_free, borrowed):
            for i in places.get((new.keys[j], new.keys[j + 1]), ())[:12]:
                if seen.get(j - i, -1) < j and self._may(old.unit_of[i], new.unit_of[j]):
                    size = 2
                    while self._same(i + size, j + size, i, j):
                        size += 1
                    seen[j - i] = j + size - 1
                    found.append((i, j, size))
        return found + self._singles()

    def _may(self, u: int, v: int) -> bool:
        return (u in self.old_group and v in self.new_group) or (u, v) in self.contained

    def _singles(self) -> list[tuple[int, int, int]]:
        """Give single words that stand in a list in both units of a pair."""
        old, new = self.old, self.new
        found = []
        for v in sorted(self.open_new):
            k = self.new_group[v]
            for j in range(*new.bodies[v]):
                if not self.new_free[j] or not is_content(new.keys[j]) or not _in_list(new.keys, j):
                    continue
                for u, group in self.old_group.items():
                    if group == k and new.keys[j] in old.unit_keys[u]:
                        i = old.bodies[u][0] + old.unit_keys[u].index(new.keys[j])
                        if self.old_free[i] and _in_list(old.keys, i):
                            found.append((i, j, 1))
        return found

    def comma(self, i: int, j: int) -> bool:
        """Tell whether an unlinked comma stands at both places."""
        olds, news = self.old.keys, self.new.keys
        if not (0 <= i < len(olds) and 0 <= j < len(news) and olds[i] == news[j] == ","):
            return False
        return self.old_free[i] and self.new_free[j]

    def _same(self, i: int, j: int, home_i: int, home_j: int) -> bool:
        old, new = self.old, self.new
        return (
            0 <= i < len(old.keys)
            and 0 <= j < len(new.keys)
            and self.old_free[i]
            and self.new_free[j]
            and old.keys[i] == new.keys[j]
            and old.unit_of[i] == old.unit_of[home_i]
            and new.unit_of[j] == new.unit_of[home_j]
        )


def _free_pairs(text: Analysis, free: Sequence[bool], units: AbstractSet[int]) -> Iterator[int]:
    """Give the token indices that are free together with the next token of their unit."""
    for unit in sorted(units):
        low, high = text.bodies[unit]
        for i in range(low, high - 1):
            if free[i] and free[i + 1]:
                yield i


def _in_list(keys: Sequence[str], at: int) -> bool:
    return (at > 0 and keys[at - 1] in _LISTING) or (at + 1 < len(keys) and keys[at + 1] in _LISTING)


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
    left = _Left(old, new, groups, links, contained)
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


def _trim(left: _Left, run: tuple[int, int, int]) -> tuple[int, int, int] | None:
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


def _with_comma(left: _Left, run: tuple[int, int, int], links: list[Link]) -> tuple[int, int, int]:
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


def _rule(left: _Left, run: tuple[int, int, int]) -> str | None:
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


def _fills(left: _Left, run: tuple[int, int, int]) -> bool:
    """Tell whether a run is all that is missing in its place on both sides."""
    i, j, size = run

    def closed(free: list[bool], at: int) -> bool:
        return not (at > 0 and free[at - 1]) and not (at + size < len(free) and free[at + size])

    return closed(left.old_free, i) and closed(left.new_free, j)


def _vouched(left: _Left, run: tuple[int, int, int], home: int, other: int) -> bool:
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


def _listed(left: _Left, i: int, j: int) -> bool:
    """Tell whether a single word stands in a list on both sides and is the only one of its kind in both
    units."""
    old, new = left.old, left.new
    u, v = old.unit_of[i], new.unit_of[j]
    name = old.keys[i]
    if old.unit_keys[u].count(name) != 1 or new.unit_keys[v].count(name) != 1:
        return False

    return _in_list(old.keys, i) and _in_list(new.keys, j)
