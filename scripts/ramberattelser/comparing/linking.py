"""Word links: inside pairs of units, then phrases that moved, then the forms of one word."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence
from functools import lru_cache

from .analysis import Analysis, Keys
from .chain import Links, chain, runs
from .forms import form_links
from .frame import heaviest_increasing
from .groups import Group
from .leftovers import Run
from .matching import Link, Matching, Stretch
from .pairing import pair_units
from .phrases import phrase_links
from .relating import FAMILIAR, related_units, spare_units, telling_units
from .vocabulary import NEGATIONS, weight

WEAK = 0.6
"""A run of links lighter than this must keep its distance to other links, or it is chance."""
NEAR, SLACK = 3, 1
"""Keeping the distance: at most so many words off, and so many more on one side than on the other."""


@lru_cache(maxsize=8192)
def match(old: Analysis, new: Analysis) -> Matching:
    """Match two texts; `match(new, old)` is the mirror image, worked out the same way round."""
    groups = pair_units(old, new)
    moved, links = _unit_links(old, new, groups)
    size = sum([size for _, _, size, *_ in links])
    if size in (old.linkables, new.linkables):
        return Matching(groups, moved, links)
    phrases = phrase_links(old, new, groups, links)
    related = related_units(old, new, groups, phrases) if phrases else []
    share = 2 * (size + len(phrases)) / (len(old.keys) + len(new.keys))
    if share >= FAMILIAR:
        related += spare_units(old, new, [*groups, *related], phrases, share)
    related += telling_units(old, new, [*groups, *related], phrases)
    if related:
        groups = sorted((*groups, *related), key=lambda group: group.olds)
        moved, links = _unit_links(old, new, groups)
        olds, news = (
            {u for group in related for u in group.olds},
            {v for group in related for v in group.news},
        )
        kept = [
            (i, j, rule)
            for i, j, rule in phrases
            if old.unit_of[i] not in olds and new.unit_of[j] not in news
        ]
        phrases = phrase_links(old, new, groups, links, kept)
    return Matching(groups, moved, [*links, *_placed(old, new, groups, links, phrases)])


def _unit_links(
    old: Analysis, new: Analysis, groups: Sequence[Group]
) -> tuple[tuple[bool, ...], list[Stretch]]:
    """Link the words inside groups of units; also tell of each group whether it moved."""
    inside = [_group_links(old, new, group) for group in groups]
    heft = old.heft
    places = [
        (g.olds[0], g.news[0], 0.01 + sum([heft[i + size] - heft[i] for i, _, size in links]))
        for g, links in zip(groups, inside, strict=True)
    ]
    kept = set(heaviest_increasing(places))
    moved = tuple(k not in kept for k in range(len(groups)))
    return moved, [
        Stretch(i, j, size, "word", k, moved[k]) for k, links in enumerate(inside) for i, j, size in links
    ]


def _placed(
    old: Analysis,
    new: Analysis,
    groups: Sequence[Group],
    links: Sequence[Stretch],
    phrases: Sequence[tuple[int, int, str]],
) -> list[Stretch]:
    """Say of each linked phrase in which group it lies, and whether it moved.

    What left a sentence that is known from the other text has moved, also where nothing stands between.
    """
    if not phrases:
        return []
    old_home = {u: k for k, group in enumerate(groups) for u in group.olds}
    new_home = {v: k for k, group in enumerate(groups) for v in group.news}
    olds = sorted([x for link in links if not link.moved for x in range(link.old, link.old + link.size)])
    news = sorted([x for link in links if not link.moved for x in range(link.new, link.new + link.size)])
    found = []
    for i, j, rule in phrases:
        home, other = old_home.get(old.unit_of[i], -1), new_home.get(new.unit_of[j], -1)
        moved = home != other or bisect_left(olds, i) != bisect_left(news, j)
        if not moved:
            insort(olds, i)
            insort(news, j)
        found.append(Stretch(i, j, 1, rule, home if home == other else -1, moved))
    return found


def with_forms(old: Analysis, new: Analysis, found: Matching) -> Matching:
    """Add the links between forms of one word: labels, spellings, inflections, opened compounds."""
    forms = form_links(old, new, found.groups, found.moved, found.stretches)
    return Matching(found.groups, found.moved, (*found.stretches, *map(_single, forms)))


def _single(link: Link) -> Stretch:
    return Stretch(link.old, link.new, 1, link.rule, link.group, link.moved)


def _group_links(old: Analysis, new: Analysis, group: Group) -> Sequence[Run]:
    """Link the words of one group of units, in token indices of the texts, as runs inside single units."""
    if len(group.olds) == len(group.news) == 1:
        u, v = group.olds[0], group.news[0]
        (left, end), (right, _) = old.bodies[u], new.bodies[v]
        if group.why == "exact":
            return ((left, right, end - left),)
        return [
            (i + left, j + right, size) for i, j, size in credible_runs(old.unit_keys[u], new.unit_keys[v])
        ]
    lefts = [i for u in group.olds for i in range(*old.bodies[u])]
    rights = [j for v in group.news for j in range(*new.bodies[v])]
    keys = tuple(old.keys[i] for i in lefts)
    others = tuple(new.keys[j] for j in rights)
    return [
        (lefts[i + k], rights[j + k], 1) for i, j, size in credible_runs(keys, others) for k in range(size)
    ]


@lru_cache(maxsize=131072)
def credible_runs(old: Keys, new: Keys) -> tuple[Run, ...]:
    """Give the chain of two units without links that are there by chance, as runs.

    A short run of function words is kept when it stands at the same distance from a neighbouring link on both
    sides (word for word replacement), else it is no evidence; a negation needs that on both of its sides.
    """
    links = chain(old, new)
    found = runs(links)
    kept: list[Run] = []
    last = (-1, -1)
    for at, run in enumerate(found):
        following = found[at + 1][0] if at + 1 < len(found) else (len(old), len(new))
        if _credible(old, run, last, following):
            kept.append((*run[0], len(run)))
            last = run[-1]
    return tuple(kept)


def _credible(old: Keys, run: Links, before: tuple[int, int], after: tuple[int, int]) -> bool:
    (i, j), (last_i, last_j) = run[0], run[-1]
    gaps = (
        (i - before[0] - 1, j - before[1] - 1),
        (after[0] - last_i - 1, after[1] - last_j - 1),
    )
    if any(gap == (0, 0) for gap in gaps):
        return True
    if all(old[k] in NEGATIONS for k, _ in run):
        return all(gone == come <= NEAR for gone, come in gaps)
    if sum(weight(old[k]) for k, _ in run) >= WEAK:
        return True
    return any(abs(gone - come) <= SLACK and max(gone, come) <= NEAR for gone, come in gaps)
