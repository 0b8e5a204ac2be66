"""What the pairs of units left unlinked, and the runs of words that both texts still have in common."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from .analysis import Analysis
from .groups import Group
from .matching import Link
from .vocabulary import is_content

_LISTING = frozenset({",", "och", "samt", "eller", "/", ";"})

Run = tuple[int, int, int]
"""Old start, new start and length, in tokens."""


class Left:
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

    def runs(self) -> list[Run]:
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

    def _singles(self) -> list[Run]:
        """Give single words that stand in a list in both units of a pair."""
        old, new = self.old, self.new
        found = []
        for v in sorted(self.open_new):
            k = self.new_group[v]
            for j in range(*new.bodies[v]):
                if not self.new_free[j] or not is_content(new.keys[j]) or not in_list(new.keys, j):
                    continue
                for u, group in self.old_group.items():
                    if group == k and new.keys[j] in old.unit_keys[u]:
                        i = old.bodies[u][0] + old.unit_keys[u].index(new.keys[j])
                        if self.old_free[i] and in_list(old.keys, i):
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


def in_list(keys: Sequence[str], at: int) -> bool:
    """Tell whether a word stands beside a comma or conjunction, as the items of a list do."""
    return (at > 0 and keys[at - 1] in _LISTING) or (at + 1 < len(keys) and keys[at + 1] in _LISTING)


def _free_pairs(text: Analysis, free: Sequence[bool], units: AbstractSet[int]) -> Iterator[int]:
    """Give the token indices that are free together with the next token of their unit."""
    for unit in sorted(units):
        low, high = text.bodies[unit]
        for i in range(low, high - 1):
            if free[i] and free[i + 1]:
                yield i
