"""Naming changes: what a reader would call each edit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .analysis import Analysis
from .keys import form
from .keys import key as key_of
from .layout import Region
from .matching import Matching
from .results import Kind
from .vocabulary import DENYING, same_spelling, spelled


def kind_of(
    old: Analysis,
    new: Analysis,
    matching: Matching,
    region: Region,
    gone: Sequence[int],
    come: Sequence[int],
    renumbering: Mapping[str, str],
    named: set[int],
) -> Kind:
    """Name one edit: deleted and inserted tokens of one region.

    A split or merge is named once, at its first border; `named` holds the groups where that is done.
    """
    where, k = region
    if where in ("group", "label") and k not in named and _border(old, new, matching, k, gone, come):
        named.add(k)
        return "split" if len(matching.groups[k].news) > 1 else "merged"
    if where == "label":
        return "renumbered"
    if not (any(old.wordlike[i] for i in gone) or any(new.wordlike[j] for j in come)):
        return "punctuation"
    if not gone:
        return "inserted"
    if not come:
        return "deleted"
    olds, news = [i for i in gone if old.wordlike[i]], [j for j in come if new.wordlike[j]]
    if [_form(old, i) for i in olds] == [_form(new, j) for j in news]:
        return "punctuation"
    return _replacement([old.keys[i] for i in olds], [new.keys[j] for j in news], renumbering)


def _replacement(olds: Sequence[str], news: Sequence[str], renumbering: Mapping[str, str]) -> Kind:
    """Name an edit by its words: a sign that comes or goes with a word in another case replaces nothing."""
    if len(olds) == len(news):
        pairs = list(zip(olds, news, strict=True))
        if all(one == other for one, other in pairs):
            return "case"
        if all(one == other or same_spelling(one, other) for one, other in pairs):
            return "spelling"
        if all(one == other or renumbering.get(one) == other for one, other in pairs):
            return "renumbered"
    return "replaced"


def _form(text: Analysis, at: int) -> str:
    return form(text.text[text.tokens[at].start : text.tokens[at].end])


def _border(
    old: Analysis, new: Analysis, matching: Matching, k: int, gone: Sequence[int], come: Sequence[int]
) -> bool:
    """Tell whether an edit holds the border that a split made or a merge removed."""
    group = matching.groups[k]
    if len(group.news) > 1:
        edges = {new.bounds[v][1] - 1 for v in group.news[:-1]} | {new.bounds[v][0] for v in group.news[1:]}
        return not edges.isdisjoint(come)
    if len(group.olds) > 1:
        edges = {old.bounds[u][1] - 1 for u in group.olds[:-1]} | {old.bounds[u][0] for u in group.olds[1:]}
        return not edges.isdisjoint(gone)
    return False


def renumberings(old: Analysis, new: Analysis, matching: Matching) -> dict[str, str]:
    """Map old list numbers to new ones, so that a reference that follows ("punkt 3") can be named too."""
    found: dict[str, str] = {}
    for link in matching.links:
        if link.rule == "label" and old.keys[link.old] != new.keys[link.new]:
            found[_bare(old.keys[link.old])] = _bare(new.keys[link.new])
            found[old.keys[link.old]] = new.keys[link.new]
    return found


def _bare(label: str) -> str:
    return key_of(label.strip("(). "))


def has_negation(old: Analysis, new: Analysis, gone: Sequence[int], come: Sequence[int]) -> bool:
    """Tell whether an edit adds or removes a word that turns the sentence round."""
    olds = [spelled(old.keys[i]) for i in gone if old.keys[i] in DENYING]
    news = [spelled(new.keys[j]) for j in come if new.keys[j] in DENYING]
    return sorted(olds) != sorted(news)
