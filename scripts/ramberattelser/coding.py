"""Coded wordings: sentences, the quoted words in them, and which byggstenar each text has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice

from ramberattelser.comparing import sentences
from ramberattelser.corpus import LAW, Corpus, Wording, once
from ramberattelser.model import ClauseVersion
from ramberattelser.quoting import Span, find_quote


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a sentence. ``letter`` is set where the words are quoted for a byggsten.

    ``last`` marks the piece after which the letter is shown; ``anchor`` its id on the page.
    """

    text: str
    letter: str | None = None
    element: str | None = None
    last: bool = False
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """Sentence ``number`` (from 1) as pieces that join to its exact text."""

    number: int
    pieces: tuple[Piece, ...]
    elements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stanza:
    """A paragraph of the wording; ``paragraph`` is its § where the data says so."""

    sentences: tuple[Sentence, ...]
    paragraph: str | None
    elements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Place:
    span: Span
    element: str
    letter: str
    last: bool
    anchor: str


def letters(version: ClauseVersion) -> dict[str, str]:
    """Return byggsten → letter in the order in which the text first uses them."""
    firsts: dict[str, int] = {}
    for code in version.codes:
        start = find_quote(version.text, code.quote)[0][0]
        firsts[code.element] = min(start, firsts.get(code.element, start))
    order = sorted(firsts, key=lambda name: firsts[name])
    return {name: _letter(position) for position, name in enumerate(order)}


def _letter(position: int) -> str:
    """Return a, b … z, aa, ab …"""
    before, last = divmod(position, 26)
    return (_letter(before - 1) if before else "") + "abcdefghijklmnopqrstuvwxyz"[last]


def stanzas(version: ClauseVersion) -> tuple[Stanza, ...]:
    """Return the wording as stanzas of sentences of pieces; white space between sentences is dropped."""
    text = version.text.strip()
    units = sentences(text)
    places = _places(version, text)
    found: dict[int, list[Sentence]] = {}
    for unit in units:
        inside = [p for p in places if p.span[0] < unit.end and p.span[1] > unit.start]
        pieces = tuple(_pieces(text, unit.start, unit.end, inside))
        elements = tuple(dict.fromkeys(p.element for p in inside))
        found.setdefault(unit.stanza, []).append(Sentence(unit.index + 1, pieces, elements))
    paragraphs = version.stanza_paragraphs or (None,) * len(found)
    return tuple(
        Stanza(tuple(group), paragraph, tuple(dict.fromkeys(e for s in group for e in s.elements)))
        for group, paragraph in zip(found.values(), paragraphs, strict=False)
    )


def _places(version: ClauseVersion, text: str) -> list[_Place]:
    names = letters(version)
    seen: dict[str, int] = {}
    places = []
    for code in version.codes:
        spans = find_quote(text, code.quote)
        seen[code.element] = seen.get(code.element, 0) + 1
        suffix = f"-{seen[code.element]}" if seen[code.element] > 1 else ""
        for position, span in enumerate(spans):
            anchor = f"q-{code.element}{suffix}" + (f"-del-{position + 1}" if position else "")
            places.append(_Place(span, code.element, names[code.element], position == len(spans) - 1, anchor))
    return sorted(places, key=lambda place: place.span)


def _pieces(text: str, start: int, end: int, places: list[_Place]) -> list[Piece]:
    pieces = []
    here = start
    for place in places:
        begin, stop = max(place.span[0], here), min(place.span[1], end)
        if begin >= stop:
            continue
        if here < begin:
            pieces.append(Piece(text[here:begin]))
        ends_here = place.last and stop == place.span[1]
        # Words that go on into the next sentence are marked there too, but have one id.
        anchor = place.anchor if place.span[0] >= start else None
        pieces.append(Piece(text[begin:stop], place.letter, place.element, ends_here, anchor))
        here = stop
    if here < end:
        pieces.append(Piece(text[here:end]))
    return pieces


def quotes_of(wording: Wording, element: str) -> tuple[str, ...]:
    """Return the exact words that ``wording`` is coded with ``element`` by."""
    return tuple(code.quote for code in wording.version.codes if code.element == element)


def example(corpus: Corpus, element: str) -> tuple[Wording, str] | None:
    """Return the latest wording of a förbund that has a byggsten, or else of the law, and its first words."""
    wordings = having(corpus)[element]
    own = [wording for wording in wordings if wording.owner != LAW] or list(wordings)
    return (own[-1], quotes_of(own[-1], element)[0]) if own else None


@once
def having(corpus: Corpus) -> Mapping[str, tuple[Wording, ...]]:
    """Return byggsten → the collected wordings that have it."""
    found: dict[str, list[Wording]] = {name: [] for name in corpus.elements}
    for wording in corpus.collected:
        for name in dict.fromkeys(code.element for code in wording.version.codes):
            if name in found:
                found[name].append(wording)
    return {name: tuple(wordings) for name, wordings in found.items()}


@once
def representative(corpus: Corpus) -> tuple[Wording, ...]:
    """The latest collected wording of the law and of every förbund, in time order after the law's."""
    latest = {wording.owner: wording.key for wording in corpus.wordings.values() if wording.version.collected}
    return tuple(wording for wording in corpus.collected if latest[wording.owner] == wording.key)


MOST_NAMED = 12
"""So many other texts are named beside each byggsten of a wording; further ones are counted."""


@once
def holders(corpus: Corpus) -> Mapping[str, Mapping[str, Wording]]:
    """Return byggsten → owner → the owner's latest wording, where that has it."""
    latest = {wording.key for wording in representative(corpus)}
    return {name: {w.owner: w for w in found if w.key in latest} for name, found in having(corpus).items()}


def others(corpus: Corpus, wording: Wording) -> tuple[Mapping[str, tuple[Wording, ...]], Mapping[str, int]]:
    """Return byggsten of a wording → the others' latest that have it, and how many more there are."""
    named: dict[str, tuple[Wording, ...]] = {}
    more: dict[str, int] = {}
    found, owner = holders(corpus), wording.owner
    for name in dict.fromkeys(code.element for code in wording.version.codes):
        held = found[name]
        firsts = islice((one for other, one in held.items() if other != owner), MOST_NAMED)
        named[name] = tuple(firsts)
        more[name] = len(held) - (owner in held) - len(named[name])
    return named, more
