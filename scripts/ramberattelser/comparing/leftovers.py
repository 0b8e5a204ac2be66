"""What is not linked yet, and the runs of words that both texts still have in common there."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Mapping, Sequence

from .analysis import Analysis
from .groups import Group
from .matching import Stretch

Run = tuple[int, int, int]
"""Old start, new start and length, in tokens."""

FEW = 60
"""When no more words are left on either side, runs that tell nothing by themselves are looked at too."""
TWO = b"\1\1"
"""Two free words beside each other."""
MANY = 12
"""What stands in more places than this is looked up in the first ones only."""


class Side:
    """One of two texts: which of its words are free, and where those went that are linked.

    `linked` says so too (0 or 1), to be searched.
    """

    def __init__(self, text: Analysis, groups: Sequence[tuple[int, ...]]) -> None:
        self.text = text
        self.free = bytearray(text.linkable)
        self.linked = bytearray(len(text.keys))
        self.partner = [-1] * len(text.keys)
        self.group = {unit: k for k, units in enumerate(groups) for unit in units}
        self.fixed: list[int] = []
        self.count = text.linkables
        self.left = [high - low for low, high in text.bodies]

    def take(self, at: int, partner: int) -> None:
        """Mark a word as linked."""
        self.partner[at], self.free[at], self.linked[at] = partner, 0, 1
        self.count -= 1
        self.left[self.text.unit_of[at]] -= 1

    def release(self, at: int) -> None:
        """Mark a word as free again."""
        self.partner[at], self.free[at], self.linked[at] = -1, 1, 0
        self.count += 1
        self.left[self.text.unit_of[at]] += 1

    def free_in(self, units: Sequence[int]) -> list[int]:
        """Give the free words of some units."""
        return [i for unit in units for i in range(*self.text.bodies[unit]) if self.free[i]]

    def is_closed(self, at: int, size: int) -> bool:
        """Tell whether nothing is free in the unit right before and right after a run."""
        low, high = self.text.bodies[self.text.unit_of[at]]
        return not (at > low and self.free[at - 1]) and not (at + size < high and self.free[at + size])

    def pairs(self) -> Mapping[str, Sequence[int]]:
        """Give the places where two free words stand beside each other in one unit."""
        found: dict[str, list[int]] = {}
        twos, free = self.text.twos, self.free
        for unit, (low, high) in enumerate(self.text.bodies):
            if self.left[unit] > 1:
                i = free.find(TWO, low, high)
                while i >= 0:
                    found.setdefault(twos[i], []).append(i)
                    i = free.find(TWO, i + 1, high)
        return found


class Left:
    """The words of two texts that are not linked, and the links that have not moved."""

    def __init__(
        self, old: Analysis, new: Analysis, groups: Sequence[Group], links: Sequence[Stretch]
    ) -> None:
        self.old, self.new = Side(old, [g.olds for g in groups]), Side(new, [g.news for g in groups])
        self.groups = groups
        self._mark(links)

    def _mark(self, links: Sequence[Stretch]) -> None:
        """Mark the words of `links`, which come in order of the old text for those that have not moved."""
        old, new = self.old, self.new
        for i, j, size, _, _, moved in links:
            words, others = range(i, i + size), range(j, j + size)
            old.partner[i : i + size], new.partner[j : j + size] = others, words
            old.free[i : i + size] = new.free[j : j + size] = bytes(size)
            old.linked[i : i + size] = new.linked[j : j + size] = b"\1" * size
            old.left[old.text.unit_of[i]] -= size
            new.left[new.text.unit_of[j]] -= size
            old.count -= size
            new.count -= size
            if not moved:
                old.fixed += words
                new.fixed += others

    def take(self, i: int, j: int) -> None:
        """Link two words; what stands in order with everything that has not moved has not moved either."""
        in_order = not self.crosses(i, j)
        self.old.take(i, j)
        self.new.take(j, i)
        if in_order:
            insort(self.old.fixed, i)
            insort(self.new.fixed, j)

    def release(self, i: int, j: int) -> None:
        """Take a link back."""
        self.old.release(i)
        self.new.release(j)
        at = bisect_left(self.old.fixed, i)
        if at < len(self.old.fixed) and (self.old.fixed[at], self.new.fixed[at]) == (i, j):
            del self.old.fixed[at], self.new.fixed[at]

    def crosses(self, i: int, j: int) -> bool:
        """Tell whether a link between two words would cross one that has not moved."""
        return bisect_left(self.old.fixed, i) != bisect_left(self.new.fixed, j)

    def linked_share(self) -> float:
        """Give the share of all words of both texts that are linked."""
        total = len(self.old.free) + len(self.new.free)
        return (total - self.old.count - self.new.count) / total if total else 0.0

    def home(self, i: int, j: int) -> int:
        """Give the group that both words lie in, or -1."""
        one = self.old.group.get(self.old.text.unit_of[i], -1)
        return one if one == self.new.group.get(self.new.text.unit_of[j], -2) else -1

    def trimmed(self, run: Run) -> Run | None:
        """Cut away what has been linked meanwhile, and punctuation at the edges; None if nothing is left."""
        i, j, size = run
        wordlike, free, other_free = self.old.text.wordlike, self.old.free, self.new.free
        while size and not (free[i] and other_free[j] and wordlike[i]):
            i, j, size = i + 1, j + 1, size - 1
        length = 0
        while length < size and free[i + length] and other_free[j + length]:
            length += 1
        while length and not wordlike[i + length - 1]:
            length -= 1
        return (i, j, length) if length else None

    def far_runs(self) -> list[Run]:
        """Give the longest common runs of at least two free words, anywhere in the texts."""
        olds: Mapping[str, Sequence[int]]
        news: Mapping[str, Sequence[int]]
        if self.old.count <= FEW and self.new.count <= FEW:
            olds, news = self.old.pairs(), self.new.pairs()
        else:
            olds, news = self.old.text.seeds, self.new.text.seeds
        free, other_free = self.old.free, self.new.free
        met = sorted(
            [
                (i, j)
                for seed in filter(news.__contains__, olds)
                for j in news[seed]
                if other_free[j] and other_free[j + 1]
                for i in olds[seed][:MANY]
                if free[i] and free[i + 1]
            ]
        )
        keys, others = self.old.text.edged, self.new.text.edged
        found: list[Run] = []
        done: dict[int, int] = {}
        for i, j in met:
            step = j - i
            if i < done.get(step, -1):
                continue
            if keys[i - 1] != others[j - 1] and keys[i + 2] != others[j + 2]:
                first, last = i, i + 2
            else:
                first, last = self._reach(i, step)
            done[step] = last
            found.append((first, first + step, last - first))
        return found

    def _reach(self, i: int, step: int) -> tuple[int, int]:
        """Give the first old word of a common run of free words and the one after its last, from one of it.

        `step` is what leads from an old word of the run to its new one.
        """
        old, new = self.old.text, self.new.text
        keys, others, free, other_free = old.keys, new.keys, self.old.free, self.new.free
        low, high = old.bodies[old.unit_of[i]]
        other_low, other_high = new.bodies[new.unit_of[i + step]]
        low, high = max(low, other_low - step), min(high, other_high - step)
        first, last = i, i + 1
        while first > low and keys[first - 1] == others[first - 1 + step]:
            if not (free[first - 1] and other_free[first - 1 + step]):
                break
            first -= 1
        while last < high and keys[last] == others[last + step]:
            if not (free[last] and other_free[last + step]):
                break
            last += 1
        return first, last

    def near_runs(self) -> list[Run]:
        """Give the longest common runs of free words inside each group of units, single words too."""
        found: list[Run] = []
        for group in self.groups:
            if not any(self.old.left[u] for u in group.olds) or not any(self.new.left[v] for v in group.news):
                continue
            places: dict[str, list[int]] = {}
            for j in self.new.free_in(group.news):
                places.setdefault(self.new.text.keys[j], []).append(j)
            for i in self.old.free_in(group.olds):
                for j in places.get(self.old.text.keys[i], ())[:MANY]:
                    first, last = self._reach(i, j - i)
                    if first == i:
                        found.append((i, j, last - i))
        return found
