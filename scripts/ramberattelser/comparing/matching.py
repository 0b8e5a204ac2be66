"""What matching two texts gives: groups of units, and word links, apart from anything that is shown."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from itertools import repeat
from typing import NamedTuple

from .groups import Group

SAME = ("word", "phrase", "listed")
"""The rules by which two linked words are the same word; the others link forms of one word."""


class Link(NamedTuple):
    """One word link: token indices, the rule that made it, the group it lies in (or -1), and if it moved."""

    old: int
    new: int
    rule: str
    group: int
    moved: bool


class Stretch(NamedTuple):
    """So many word links in a row, in one unit on either side: the first of them, and how many there are."""

    old: int
    new: int
    size: int
    rule: str
    group: int
    moved: bool


class Matching:
    """Groups of units, for each if it moved, and the word links in order of the old tokens.

    `stretches` are the links in runs, where that is enough: most links have a neighbour.
    """

    def __init__(self, groups: Iterable[Group], moved: Iterable[bool], stretches: Iterable[Stretch]) -> None:
        self.groups = tuple(groups)
        self.moved = tuple(moved)
        self.stretches = tuple(sorted(stretches))

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Give the links one by one."""
        found: list[Link] = []
        for old, new, size, *rest in self.stretches:
            olds, news = range(old, old + size), range(new, new + size)
            found += map(Link._make, zip(olds, news, *map(repeat, rest), strict=False))
        return tuple(found)

    def mirrored(self) -> Matching:
        """Give the same matching seen from the other text."""
        groups = sorted(range(len(self.groups)), key=lambda k: self.groups[k].news)
        place = {k: n for n, k in enumerate(groups)}
        place[-1] = -1
        turned = [x._replace(old=x.new, new=x.old, group=place[x.group]) for x in self.stretches]
        return Matching((_turned(self.groups[k]) for k in groups), (self.moved[k] for k in groups), turned)


def _turned(group: Group) -> Group:
    why = {"split": "merge", "merge": "split"}.get(group.why, group.why)
    return Group(group.news, group.olds, group.score, why)
