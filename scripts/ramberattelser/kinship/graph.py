"""The graph of kinship: texts in time order, and the lines between them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from ramberattelser import comparisons
from ramberattelser.corpus import LAW, Corpus, Wording
from ramberattelser.kinship import nearness
from ramberattelser.kinship.nearness import Alike, undeclared
from ramberattelser.kinship.times import in_order, placed, ref
from ramberattelser.model import Relation

EdgeKind = Literal["declared", "own", "measured"]
_KINDS: tuple[EdgeKind, ...] = ("declared", "own", "measured")
_SURE = {"säker": "", "trolig": "troligen ", "osäker": "kanske "}


@dataclass(frozen=True, slots=True)
class Node:
    """A text. ``year`` is its place in time, ``known`` whether a source says when it began to apply."""

    wording: Wording
    year: float | None
    known: bool

    @property
    def missing(self) -> bool:
        """True when the wording itself is not collected."""
        return not self.wording.version.collected

    @property
    def doubted(self) -> bool:
        """True when it is an inference that the text is the one of its time."""
        return self.wording.version.doubt is not None


@dataclass(frozen=True, slots=True)
class Edge:
    """A line from an older text to a younger one.

    ``likeness`` is None where either text is missing, so that there is nothing to compare.
    """

    old: Wording
    new: Wording
    kind: EdgeKind
    relation: Relation | None
    likeness: float | None

    @property
    def how(self) -> str:
        """The kind in words, before the name of the older text: "hämtad från", "liknar"."""
        if self.relation is not None:
            return f"{_SURE[self.relation.certainty]}{self.relation.link}"
        return "följer på" if self.kind == "own" else "liknar"

    @property
    def text(self) -> str:
        """What stands at the line: "hämtad från ÖÖG 2017, 80 % lika"."""
        share = "" if self.likeness is None else f", {round(self.likeness * 100)}\u00a0% lika"
        return f"{self.how} {ref(self.old)}{share}"


@dataclass(frozen=True, slots=True)
class Graph:
    """Nodes in the order in which they are drawn, oldest first, and the lines, by their younger text.

    ``left_out`` are texts without any line that a large graph does not show.
    """

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    left_out: tuple[Wording, ...]
    _into: Mapping[str, list[Edge]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        found: dict[str, list[Edge]] = {}
        for edge in self.edges:
            found.setdefault(edge.new.key, []).append(edge)
        object.__setattr__(self, "_into", found)

    def into(self, wording: Wording) -> tuple[Edge, ...]:
        """The lines that end in ``wording``: declared, then own, then measured, most alike first."""
        return tuple(self._into.get(wording.key, ()))

    def has(self, kind: EdgeKind) -> bool:
        """Tell whether any line is of a kind."""
        return any(edge.kind == kind for edge in self.edges)


def measured(corpus: Corpus, near: Sequence[Alike] | None = None) -> list[Alike]:
    """Return the likenesses without a source that the graph draws: of many texts, each one's closest alone.

    ``near`` are the measured pairs, worked out unless they are given.
    """
    found = undeclared(corpus, near)
    return _closest(found) if _large(corpus) else found


def graph(corpus: Corpus, near: Sequence[Alike] | None = None) -> Graph:
    """Return the graph; with more than ``MANY`` texts only declared lines, and each text's closest one.

    ``near`` are the measured pairs, worked out unless they are given.
    """
    wordings = in_order(corpus)
    edges = [*_declared(corpus)]
    bound = {frozenset((edge.old.key, edge.new.key)) for edge in edges}
    large = _large(corpus)
    if large:
        edges = [edge for edge in edges if edge.kind == "declared"]
    else:
        edges += [edge for edge in _own(corpus) if frozenset((edge.old.key, edge.new.key)) not in bound]
    edges += [Edge(pair.old, pair.new, "measured", None, pair.likeness) for pair in measured(corpus, near)]
    ends = {key for edge in edges for key in (edge.old.key, edge.new.key)}
    shown = [w for w in wordings if not large or w.key in ends]
    left_out = tuple(w for w in wordings if large and w.key not in ends)
    ordered = _parents_first(shown, edges)
    place = {wording.key: at for at, wording in enumerate(ordered)}
    edges.sort(key=lambda e: (place[e.new.key], _KINDS.index(e.kind), -(e.likeness or 0), place[e.old.key]))
    return Graph(tuple(_nodes(ordered)), tuple(edges), left_out)


def _large(corpus: Corpus) -> bool:
    return len(corpus.wordings) > nearness.MANY


def _nodes(ordered: Iterable[Wording]) -> Iterable[Node]:
    """Place the texts; one that a source puts before its own parent is drawn where the parent is."""
    latest: float | None = None
    for wording in ordered:
        at = placed(wording)
        year = at.year
        if year is not None:
            year = max(year, latest if latest is not None else year)
            latest = year
        yield Node(wording, year, at.known and year == at.year)


def _declared(corpus: Corpus) -> Iterable[Edge]:
    for wording in corpus.wordings.values():
        for relation in wording.version.relations:
            parent = corpus.wording(relation.version)
            yield Edge(parent, wording, "declared", relation, _likeness(parent, wording))


def _own(corpus: Corpus) -> Iterable[Edge]:
    for owner in [LAW, *corpus.clauses]:
        for before, after in pairwise(corpus.versions_of(owner)):
            yield Edge(before, after, "own", None, _likeness(before, after))


def _likeness(old: Wording, new: Wording) -> float | None:
    if not (old.version.collected and new.version.collected):
        return None
    return comparisons.comparison(old, new).likeness


def _closest(found: Sequence[Alike]) -> list[Alike]:
    """Return for each younger text the pair that is most alike; ``found`` comes most alike first."""
    kept: dict[str, Alike] = {}
    for pair in found:
        kept.setdefault(pair.new.key, pair)
    return list(kept.values())


def _parents_first(wordings: Sequence[Wording], edges: Sequence[Edge]) -> list[Wording]:
    """Keep the order, but let no text stand before one that a line leads from."""
    parents: Mapping[str, list[str]] = {w.key: [] for w in wordings}
    for edge in edges:
        parents[edge.new.key].append(edge.old.key)
    by_key = {w.key: w for w in wordings}
    done: dict[str, Wording] = {}
    for wording in wordings:
        stack = [wording.key]
        while stack:
            waiting = [key for key in parents[stack[-1]] if key not in done and key not in stack]
            if waiting:
                stack.append(waiting[0])
            else:
                key = stack.pop()
                done.setdefault(key, by_key[key])
    return list(done.values())
