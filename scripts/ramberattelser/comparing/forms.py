"""Forms of one word: labels, spellings, inflections and opened compounds that stand in the same place.

These links say what a word became; the words are still a change. They lie in the gaps between ordinary links.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Levenshtein

from .analysis import Analysis
from .groups import Group
from .matching import Link, Stretch
from .stems import stem
from .vocabulary import is_content, same_spelling

GAP = 40
"""Longer gaps than this are rewritten text; forms of a word are not looked for in them."""


def form_links(
    old: Analysis, new: Analysis, groups: Sequence[Group], moved: Sequence[bool], links: Sequence[Stretch]
) -> list[Link]:
    """Link labels of paired units, and in each gap the words that are forms of one another."""
    taken_old, taken_new = bytearray(len(old.keys)), bytearray(len(new.keys))
    inside: dict[int, list[Stretch]] = {}
    for link in links:
        size = link.size
        taken_old[link.old : link.old + size] = taken_new[link.new : link.new + size] = b"\1" * size
        if link.rule == "word":
            inside.setdefault(link.group, []).append(link)
    found: list[Link] = []
    for k, group in enumerate(groups):
        u, v = group.olds[0], group.news[0]
        if old.bounds[u] != old.bodies[u] and new.bounds[v] != new.bodies[v]:
            found.append(Link(old.bounds[u][0], new.bounds[v][0], "label", k, moved[k]))
        if group.why == "exact":
            continue
        lefts, rights = _places(old, group.olds), _places(new, group.news)
        for gap_old, gap_new in _gaps(lefts, rights, inside.get(k, [])):
            free_old = [i for i in gap_old if not taken_old[i]]
            free_new = [j for j in gap_new if not taken_new[j]]
            if free_old and free_new and len(free_old) + len(free_new) <= GAP:
                found += [
                    Link(i, j, rule, k, moved[k]) for i, j, rule in _forms(old, new, free_old, free_new)
                ]
    return found


def _places(text: Analysis, units: Sequence[int]) -> Sequence[int]:
    if len(units) == 1:
        return range(*text.bodies[units[0]])
    return [i for unit in units for i in range(*text.bodies[unit])]


def _gaps(
    lefts: Sequence[int], rights: Sequence[int], links: Sequence[Stretch]
) -> Iterator[tuple[Sequence[int], Sequence[int]]]:
    at_old, at_new = 0, 0
    for link in links:
        stop_old, stop_new = lefts.index(link.old), rights.index(link.new)
        if stop_old > at_old and stop_new > at_new:
            yield lefts[at_old:stop_old], rights[at_new:stop_new]
        at_old, at_new = stop_old + link.size, stop_new + link.size
    if at_old < len(lefts) and at_new < len(rights):
        yield lefts[at_old:], rights[at_new:]


def _forms(old: Analysis, new: Analysis, lefts: list[int], rights: list[int]) -> list[tuple[int, int, str]]:
    """Pair the words of one gap: first whole words in order, then compounds that were opened or closed."""
    found: list[tuple[int, int, str]] = []
    start = 0
    for i in lefts:
        for at in range(start, len(rights)):
            rule = form_rule(old.keys[i], new.keys[rights[at]])
            if rule:
                found.append((i, rights[at], rule))
                start = at + 1
                break
    used_old, used_new = {i for i, _, _ in found}, {j for _, j, _ in found}
    spare_old = [i for i in lefts if i not in used_old]
    spare_new = [j for j in rights if j not in used_new]
    for i in spare_old:
        found += [(i, j, "compound") for j in _opened(old.keys[i], [(j, new.keys[j]) for j in spare_new])]
    for j in spare_new:
        found += [(i, j, "compound") for i in _opened(new.keys[j], [(i, old.keys[i]) for i in spare_old])]
    return found


def form_rule(one: str, other: str) -> str | None:
    """Name what makes two keys forms of one word: "spelling", "inflection", or None."""
    if one == other:
        return None
    if same_spelling(one, other):
        return "spelling"
    if _shares_head(one, other) or _shares_head(other, one):
        return "compound"
    if not (is_content(one) and is_content(other) and one.isalpha() and other.isalpha()):
        return None
    if len(one) >= 5 and len(other) >= 5 and stem(one) == stem(other):
        return "inflection"
    if min(len(one), len(other)) >= 6 and Levenshtein.distance(one, other, score_cutoff=1) == 1:
        return "spelling"
    return None


def _shares_head(short: str, long: str) -> bool:
    """Tell whether `short` leaves its head to a later word ("barn-" in "barn- och ungdomsperspektiv")."""
    return len(short) >= 4 and short.endswith("-") and long.startswith(short[:-1]) and long != short


def _opened(compound: str, words: list[tuple[int, str]]) -> list[int]:
    """Find two words that together make up `compound` ("insatser", "rehabilitering" in
    "rehabiliteringsinsatser")."""
    if len(compound) < 9 or not compound.isalpha():
        return []
    heads = [
        (at, word) for at, word in words if len(word) >= 4 and compound.endswith(word) and word != compound
    ]
    for at, head in heads:
        front = compound[: len(compound) - len(head)]
        for other, word in words:
            first = word.rstrip("-")
            if other != at and len(first) >= 4 and (_joins(front, first) or _joins(front, stem(first))):
                return sorted((at, other))
    return []


def _joins(front: str, word: str) -> bool:
    """Tell whether `front` is `word` with at most a joining letter or inflection more or less."""
    return (
        front.startswith(word)
        and len(front) - len(word) <= 3
        and front[len(word) :] in ("", "s", "e", "a", "o", "ing", "ings")
    )
