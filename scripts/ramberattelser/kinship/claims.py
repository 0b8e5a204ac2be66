"""Figures to set beside what sources say: where in a text the changes lie, and which text was first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ramberattelser import comparisons
from ramberattelser.corpus import LAW, Corpus, Wording, once
from ramberattelser.kinship.naming import elements_in
from ramberattelser.kinship.times import in_order


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the child (number from 1), how many changes lie in it, and the byggstenar they touch.

    ``new``: the parent has nothing of the paragraph.
    """

    number: int
    changes: int
    elements: tuple[str, ...]
    new: bool


@dataclass(frozen=True, slots=True)
class Spread:
    """How the changes from parent to child lie over the child's paragraphs, those without left out.

    ``gone`` counts sentences of the parent that the child lacks, which lie in no paragraph of it.
    """

    paragraphs: tuple[Paragraph, ...]
    last: int
    gone: int

    @property
    def changes(self) -> int:
        """All changes."""
        return sum(paragraph.changes for paragraph in self.paragraphs) + self.gone

    @property
    def outside_last(self) -> int:
        """Changes that do not lie in the child's last paragraph."""
        return self.changes - sum(p.changes for p in self.paragraphs if p.number == self.last)


def spread(old: Wording, new: Wording) -> Spread:
    """Count the changes paragraph by paragraph."""
    made = comparisons.comparison(old, new)
    stanzas = [unit.stanza for unit in made.new_units]
    paired = {unit for pair in made.pairs for unit in pair.new}
    gone = sum(change.new_unit is None and not change.new for change in made.changes)
    paragraphs = []
    for stanza in sorted(set(stanzas)):
        units = {at for at, place in enumerate(stanzas) if place == stanza}
        inside = [c for c in made.changes if c.new_unit in units]
        spans = [span for change in inside for span in change.new]
        before = [span for change in inside if change.kind != "moved" for span in change.old]
        elements = dict.fromkeys([*elements_in(new, spans), *elements_in(old, before)])
        if inside:
            paragraphs.append(Paragraph(stanza + 1, len(inside), tuple(elements), not units & paired))
    return Spread(tuple(paragraphs), max(stanzas, default=0) + 1, gone)


@dataclass(frozen=True, slots=True)
class First:
    """A text and the byggstenar beyond the law that no older text in the collection has."""

    wording: Wording
    elements: tuple[str, ...]


def firsts(corpus: Corpus, family: Sequence[Wording]) -> tuple[First, ...]:
    """Return which text of the collection first has each byggsten beyond the law that ``family`` has."""
    wanted = {
        code.element
        for wording in family
        if wording.owner != LAW
        for code in wording.version.codes
        if corpus.elements[code.element].beyond_law
    }
    found: dict[str, tuple[Wording, list[str]]] = {}
    for element, wording in _first_with(corpus).items():
        if element in wanted:
            found.setdefault(wording.key, (wording, []))[1].append(element)
    return tuple(First(wording, tuple(elements)) for wording, elements in found.values())


@once
def _first_with(corpus: Corpus) -> Mapping[str, Wording]:
    """Return byggsten → the oldest text that has it, in the order in which those texts have them."""
    found: dict[str, Wording] = {}
    for wording in in_order(corpus):
        for code in wording.version.codes:
            found.setdefault(code.element, wording)
    return found
