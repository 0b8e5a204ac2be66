"""Laying out both texts in one reading order: the new text, with what was deleted where it stood."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Literal, NamedTuple

from .analysis import Analysis
from .matching import Link, Matching

Region = tuple[str, int]


class Atom(NamedTuple):
    """One step of the layout: token index in old and new (-1 when absent), and the region it belongs to.

    The region is ("group", k) inside group k of the matching, ("label", k) for its label, ("kept", u) for the
    old unit u in no group and the new one that has its words, ("out", stanza) for other units that only the
    old text has and ("in", stanza) for those that only the new one has.
    """

    op: Literal["equal", "delete", "insert"]
    old: int
    new: int
    region: Region
    link: Link | None


def lay_out(old: Analysis, new: Analysis, matching: Matching, shown: Mapping[int, Link]) -> list[Atom]:
    """Order all tokens of both texts; `shown` maps old tokens to the links that count as the same word."""
    kept = keepers(old, new, shown)
    old_region = regions(old, matching, True, {u: u for u in kept})
    new_region = regions(new, matching, False, {v: u for u, v in kept.items()})
    by_new = {link.new: link for link in shown.values()}
    slots: dict[int, list[int]] = {}
    for i, slot in enumerate(_slots(old, new, matching, shown)):
        if slot >= 0:
            if slot in by_new:
                slot = _past_moves(new, by_new, slot)
            slots.setdefault(slot, []).append(i)
    atoms: list[Atom] = []
    for j, region in enumerate(new_region):
        if j in slots:
            atoms += [Atom("delete", i, -1, old_region[i], None) for i in slots[j]]
        link = by_new.get(j)
        if link is None:
            atoms.append(Atom("insert", -1, j, region, None))
        else:
            atoms.append(Atom("equal", link.old, j, region, link))
    return atoms + [Atom("delete", i, -1, old_region[i], None) for i in slots.get(len(new_region), ())]


def _past_moves(new: Analysis, by_new: Mapping[int, Link], slot: int) -> int:
    """Let a deletion stand after a phrase that moved in beside it, so that it meets what replaced it."""
    at = slot
    while (
        at < len(new.tokens) and at in by_new and by_new[at].moved and by_new[at].rule in ("phrase", "listed")
    ):
        at += 1
    return (
        at
        if slot < at < len(new.tokens) and at not in by_new and new.unit_of[at - 1] == new.unit_of[slot]
        else slot
    )


def keepers(old: Analysis, new: Analysis, shown: Mapping[int, Link]) -> dict[int, int]:
    """Give the units in no group that have words of each other which stayed, and of no other such unit.

    What stands beside these words in the one took the place of what stood beside them in the other.
    """
    met = {
        (old.unit_of[link.old], new.unit_of[link.new])
        for link in shown.values()
        if link.group < 0 and not link.moved
    }
    olds, news = Counter(u for u, _ in met), Counter(v for _, v in met)
    return {u: v for u, v in met if olds[u] == news[v] == 1}


def with_stops(old: Analysis, new: Analysis, shown: Mapping[int, Link]) -> dict[int, Link]:
    """Add the sign that ends both of two units with words of each other, where it is the same: no change."""
    ends = [(old.bounds[u][1] - 1, new.bounds[v][1] - 1) for u, v in sorted(keepers(old, new, shown).items())]
    taken = {link.new for link in shown.values()}
    return {
        **shown,
        **{
            i: Link(i, j, "phrase", -1, False)
            for i, j in ends
            if i not in shown and j not in taken and old.keys[i] == new.keys[j] and not old.wordlike[i]
        },
    }


def regions(text: Analysis, matching: Matching, is_old: bool, kept: Mapping[int, int]) -> list[Region]:
    """Give the region of each token of one side; `kept` names the units that have words of each other."""
    home = {u: k for k, group in enumerate(matching.groups) for u in (group.olds if is_old else group.news)}
    found: list[Region] = []
    for u, (low, high) in enumerate(text.bounds):
        k = home.get(u, -1)
        region: Region = ("out" if is_old else "in", text.units[u].stanza)
        if k >= 0:
            region = ("group", k)
        elif u in kept:
            region = ("kept", kept[u])
        first: Region = ("label", k) if k >= 0 and text.bodies[u][0] > low else region
        found.extend([first] + [region] * (high - low - 1))
    return found


def _slots(old: Analysis, new: Analysis, matching: Matching, shown: Mapping[int, Link]) -> list[int]:
    """Say for each old token before which new token it is to be shown; -1 for those shown as linked."""
    home = {u: k for k, group in enumerate(matching.groups) for u in group.olds}
    slots = [-1] * len(old.tokens)
    base = 0
    for u, (low, high) in enumerate(old.bounds):
        k = home.get(u, -1)
        if k < 0:
            base = _stay(new, shown, slots, base, range(low, high))
            continue
        group = matching.groups[k]
        end = new.bounds[group.news[-1]][1]
        following = _first_partner(shown, low, high, k)
        slot = following if following >= 0 else new.bounds[group.news[0]][0]
        if following < 0 and u != group.olds[0]:
            slot = end
        for i in range(low, high):
            link = shown.get(i)
            if link is None:
                slots[i] = slot
            elif link.group == k and link.rule != "phrase" and link.rule != "listed":
                slot = link.new + 1
        if not matching.moved[k]:
            base = max(base, end)
    return slots


def _stay(new: Analysis, shown: Mapping[int, Link], slots: list[int], base: int, tokens: range) -> int:
    """Place the tokens of a unit in no group around its phrases that stayed; give where the next goes."""
    stayed = {i: shown[i].new for i in tokens if i in shown and not shown[i].moved}
    if stayed:
        base = max(base, new.bounds[new.unit_of[min(stayed.values())]][0])
    for i in tokens:
        if i in stayed:
            base = max(base, stayed[i] + 1)
        elif i not in shown:
            slots[i] = base
    return base


def _first_partner(shown: Mapping[int, Link], low: int, high: int, group: int) -> int:
    for i in range(low, high):
        link = shown.get(i)
        if link is not None and link.group == group and link.rule in ("word", "label"):
            return link.new
    return -1
