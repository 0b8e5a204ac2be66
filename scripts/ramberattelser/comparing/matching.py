"""What matching two texts gives: groups of units, and word links, apart from anything that is shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from .groups import Group


class Link(NamedTuple):
    """One word link: token indices, the rule that made it, the group it lies in (or -1), and if it moved."""

    old: int
    new: int
    rule: str
    group: int
    moved: bool


@dataclass(frozen=True, slots=True)
class Matching:
    """Groups of units, for each if it moved, and the word links in order of the old tokens."""

    groups: tuple[Group, ...]
    moved: tuple[bool, ...]
    links: tuple[Link, ...]

    def mirrored(self) -> Matching:
        """Give the same matching seen from the other text."""
        groups = sorted(range(len(self.groups)), key=lambda k: self.groups[k].news)
        place = {k: n for n, k in enumerate(groups)}
        place[-1] = -1
        links = [Link(x.new, x.old, x.rule, place[x.group], x.moved) for x in self.links]
        return Matching(
            tuple(_turned(self.groups[k]) for k in groups),
            tuple(self.moved[k] for k in groups),
            tuple(sorted(links)),
        )


def _turned(group: Group) -> Group:
    why = {"split": "merge", "merge": "split"}.get(group.why, group.why)
    return Group(group.news, group.olds, group.score, why)
