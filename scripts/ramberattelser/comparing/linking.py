"""Word links: inside pairs of units, then phrases that moved, then the forms of one word."""

from __future__ import annotations

from functools import lru_cache

from .analysis import Analysis, Keys
from .chain import Links, chain
from .forms import form_links
from .frame import heaviest_increasing
from .groups import Group
from .matching import Link, Matching
from .pairing import pair_units
from .phrases import phrase_links
from .vocabulary import NEGATIONS, weight

WEAK = 0.6
"""A run of links lighter than this must keep its distance to other links, or it is chance."""
NEAR, SLACK = 3, 1
"""Keeping the distance: at most so many words off, and so many more on one side than on the other."""


def match(old: Analysis, new: Analysis) -> Matching:
    """Match two texts; `match(new, old)` is the mirror image, worked out the same way round."""
    groups, contained = pair_units(old, new)
    inside = [group_links(old, new, group) for group in groups]
    places = [
        (g.olds[0], g.news[0], 0.01 + sum(weight(old.keys[i]) for i, _ in links))
        for g, links in zip(groups, inside, strict=True)
    ]
    kept = set(heaviest_increasing(places))
    moved = tuple(k not in kept for k in range(len(groups)))
    for k, group in enumerate(groups):
        if moved[k] and group.score < 1:
            inside[k] = group_links(old, new, group, 0)
    links = [Link(i, j, "word", k, moved[k]) for k, pair_links in enumerate(inside) for i, j in pair_links]
    links.extend(phrase_links(old, new, groups, links, contained))
    links.sort()
    return Matching(tuple(groups), moved, tuple(links))


def with_forms(old: Analysis, new: Analysis, found: Matching) -> Matching:
    """Add the links between forms of one word: labels, spellings, inflections, opened compounds."""
    forms = form_links(old, new, found.groups, found.moved, found.links)
    return Matching(found.groups, found.moved, tuple(sorted((*found.links, *forms))))


def group_links(old: Analysis, new: Analysis, group: Group, slack: int = SLACK) -> list[tuple[int, int]]:
    """Link the words of one group of units, in token indices of the texts."""
    if len(group.olds) == len(group.news) == 1:
        u, v = group.olds[0], group.news[0]
        left, right = old.bodies[u][0], new.bodies[v][0]
        return [(i + left, j + right) for i, j in credible_chain(old.unit_keys[u], new.unit_keys[v], slack)]
    lefts = [i for u in group.olds for i in range(*old.bodies[u])]
    rights = [j for v in group.news for j in range(*new.bodies[v])]
    keys = tuple(old.keys[i] for i in lefts)
    others = tuple(new.keys[j] for j in rights)
    return [(lefts[i], rights[j]) for i, j in credible_chain(keys, others, slack)]


@lru_cache(maxsize=131072)
def credible_chain(old: Keys, new: Keys, slack: int = SLACK) -> Links:
    """Give the chain of two units without links that are there by chance.

    A short run of function words is kept when it stands at the same distance from a neighbouring link on both
    sides (word for word replacement), else it is no evidence; a negation needs that on both of its sides.
    """
    links = chain(old, new)
    if len(links) == len(old) == len(new):
        return links
    runs: list[Links] = []
    start = 0
    for at in range(1, len(links) + 1):
        if at < len(links) and links[at][0] == links[at - 1][0] + 1 and links[at][1] == links[at - 1][1] + 1:
            continue
        runs.append(links[start:at])
        start = at
    kept: list[tuple[int, int]] = []
    last = (-1, -1)
    for at, run in enumerate(runs):
        following = runs[at + 1][0] if at + 1 < len(runs) else (len(old), len(new))
        if _credible(old, run, last, following, slack):
            kept.extend(run)
            last = run[-1]
    return tuple(kept)


def _credible(old: Keys, run: Links, before: tuple[int, int], after: tuple[int, int], slack: int) -> bool:
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
    return any(abs(gone - come) <= slack and max(gone, come) <= NEAR for gone, come in gaps)
