"""Which word came from which: the links of neighbouring texts, put together along the chain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from ramberattelser.comparing import analyse, compare, origins

BAND = 5
"""The least number of words between two sentences that is drawn as a band."""

Place = tuple[int, int]
"""A word (text, word) or a sentence (text, sentence), both counted from 0."""


@dataclass(frozen=True, slots=True)
class Flow:
    """The words that one sentence took from another: ``words`` of them, by the text they first stand in.

    ``parts`` holds (text, words), oldest text first. ``taken`` are the words' places in the source text and
    in the target text. ``moved``: the sentence as a whole changed its place.
    """

    source: Place
    target: Place
    parts: tuple[tuple[int, int], ...]
    taken: tuple[tuple[int, int], ...]
    moved: bool

    @property
    def words(self) -> int:
        """How many words were taken."""
        return len(self.taken)

    @property
    def drawn(self) -> bool:
        """True when it is wide enough for a band."""
        return self.words >= BAND

    @property
    def skips(self) -> bool:
        """True when the words are missing from a text in between."""
        return self.target[0] - self.source[0] > 1


@dataclass(frozen=True, slots=True)
class Block:
    """A sentence and what became of its words; all figures count words.

    ``words`` is the sum of ``incoming`` and ``new`` and, but for the last text, of ``outgoing`` and
    ``ended``.
    """

    place: Place
    words: int
    incoming: tuple[Flow, ...]
    outgoing: tuple[Flow, ...]
    new: int
    ended: int

    @property
    def fresh(self) -> bool:
        """True for a sentence that no band leads to; in the first text there is nothing to be new against."""
        return self.place[0] > 0 and not any(flow.drawn for flow in self.incoming)

    @property
    def moved(self) -> bool:
        """True when a band that is drawn brought it from another place."""
        return any(flow.moved and flow.drawn for flow in self.incoming)


@dataclass(frozen=True)
class Trace:
    """All words of a chain of texts and where each came from.

    ``spans`` holds for each of the ``texts`` the characters of its words, ``sentence`` the sentence of each,
    ``parent`` the place it was taken from or None, ``origin`` the text in which it first stands. ``sizes``
    holds the number of words of each sentence.
    """

    texts: tuple[str, ...]
    spans: tuple[tuple[tuple[int, int], ...], ...]
    sentence: tuple[tuple[int, ...], ...]
    sizes: tuple[tuple[int, ...], ...]
    parent: tuple[tuple[Place | None, ...], ...]
    origin: tuple[tuple[int, ...], ...]
    flows: tuple[Flow, ...]

    @cached_property
    def blocks(self) -> tuple[tuple[Block, ...], ...]:
        """The sentences of each text."""
        return tuple(
            tuple(self._block((text, at), size) for at, size in enumerate(sizes))
            for text, sizes in enumerate(self.sizes)
        )

    def _block(self, place: Place, size: int) -> Block:
        coming = [flow for flow in self.flows if flow.target == place]
        going = [flow for flow in self.flows if flow.source == place]
        coming.sort(key=lambda flow: (not flow.drawn, -flow.source[0], flow.source[1]))
        going.sort(key=lambda flow: (not flow.drawn, flow.target))
        last = place[0] == len(self.sizes) - 1
        new = size - sum(flow.words for flow in coming)
        ended = 0 if last else size - sum(flow.words for flow in going)
        return Block(place, size, tuple(coming), tuple(going), new, ended)

    def count(self, text: int) -> int:
        """Give the number of words of a text."""
        return len(self.spans[text])

    def first_in(self, text: int, origin: int) -> int:
        """Give how many words of ``text`` first stand in the text ``origin``."""
        return self.origin[text].count(origin)

    def whole(self, flow: Flow) -> bool:
        """Tell whether the target sentence has the words of the flow's source sentence, all and no others."""
        text, sentence = flow.target
        back = [
            self._back((text, at), flow.source[0])
            for at, s in enumerate(self.sentence[text])
            if s == sentence
        ]
        inside = all(
            text == flow.source[0] and self.sentence[text][at] == flow.source[1] for text, at in back
        )
        return inside and len(back) == self.sizes[flow.source[0]][flow.source[1]]

    def _back(self, place: Place, text: int) -> Place:
        """Follow a word back to ``text``, or as far as it goes."""
        while place[0] > text:
            before = self.parent[place[0]][place[1]]
            if before is None:
                break
            place = before
        return place

    def quote(self, flow: Flow) -> str:
        """Give the words that a flow carries as its target writes them; "…" where others stand in between."""
        places = sorted(new for _, new in flow.taken)
        text, spans = self.texts[flow.target[0]], self.spans[flow.target[0]]
        said = text[slice(*spans[places[0]])]
        for before, at in pairwise(places):
            joint = text[spans[before][1] : spans[at][0]] if at == before + 1 else " … "
            said += joint + text[slice(*spans[at])]
        return " ".join(said.split())


def trace(texts: Sequence[str]) -> Trace:
    """Trace the words of ``texts``, oldest first, along the links that comparing takes as evidence of travel.

    A word passes from text to text by one way only: it is taken from the latest text that has it and has not
    passed it on already. A word in another form, or alone among others, is a new word.
    """
    traced = origins(texts, band=1)
    found = [analyse(text) for text in texts]
    at = [{word.span[0]: place for place, word in enumerate(words)} for words in traced]
    parent: list[list[Place | None]] = [[None] * len(words) for words in traced]
    child: dict[Place, Place] = {}
    for text, words in enumerate(traced):
        for place, word in sorted(enumerate(words), key=lambda entry: -(entry[1].source or 0)):
            if word.source is None or word.source_span is None:
                continue
            tail = _follow(child, (word.source, at[word.source][word.source_span[0]]), text)
            if tail not in child:
                parent[text][place] = tail
                child[tail] = (text, place)
    sentence = tuple(tuple(word.unit for word in words) for words in traced)
    origin = _origins(parent)
    return Trace(
        texts=tuple(texts),
        spans=tuple(tuple(word.span for word in words) for words in traced),
        sentence=sentence,
        sizes=tuple(
            tuple(units.count(unit.index) for unit in analysed.units)
            for units, analysed in zip(sentence, found, strict=True)
        ),
        parent=tuple(map(tuple, parent)),
        origin=origin,
        flows=_flows(texts, parent, origin, sentence),
    )


def _follow(child: dict[Place, Place], place: Place, until: int) -> Place:
    """Follow a word to the last text before ``until`` that has it."""
    while place in child and child[place][0] < until:
        place = child[place]
    return place


def _origins(parent: Sequence[Sequence[Place | None]]) -> tuple[tuple[int, ...], ...]:
    origin: list[tuple[int, ...]] = []
    for text, places in enumerate(parent):
        origin.append(tuple(text if place is None else origin[place[0]][place[1]] for place in places))
    return tuple(origin)


def _flows(
    texts: Sequence[str],
    parent: Sequence[Sequence[Place | None]],
    origin: Sequence[Sequence[int]],
    sentence: Sequence[Sequence[int]],
) -> tuple[Flow, ...]:
    found: dict[tuple[Place, Place], list[tuple[int, int]]] = {}
    for new, places in enumerate(parent):
        for after, place in enumerate(places):
            if place is not None:
                old, before = place
                ends = ((old, sentence[old][before]), (new, sentence[new][after]))
                found.setdefault(ends, []).append((before, after))
    flows = []
    for (source, target), taken in sorted(found.items()):
        firsts = [origin[target[0]][after] for _, after in taken]
        parts = tuple((text, firsts.count(text)) for text in sorted(set(firsts)))
        moved = any(
            pair.moved and source[1] in pair.old and target[1] in pair.new
            for pair in compare(texts[source[0]], texts[target[0]]).pairs
        )
        flows.append(Flow(source, target, parts, tuple(taken), moved))
    return tuple(flows)
