"""Which word came from which: the links of neighbouring texts, put together along the chain."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from ramberattelser.comparing import Comparison, analyse, compare

BAND = 5
"""The least number of words between two sentences that is drawn as a band."""

Place = tuple[int, int]
"""A word (text, word) or a sentence (text, sentence), both counted from 0."""
Compare = Callable[[int, int], Comparison]


@dataclass(frozen=True, slots=True)
class Flow:
    """The words that one sentence took from another: ``words`` of them, by the text they first stand in.

    ``parts`` holds (text, words), oldest text first. ``taken`` are the words' places in the source text and in
    the target text. ``moved``: the sentence as a whole changed its place.
    """

    source: Place
    target: Place
    parts: tuple[tuple[int, int], ...]
    taken: tuple[tuple[int, int], ...]
    moved: bool

    @property
    def words(self) -> int:
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

    ``words`` is the sum of ``incoming`` and ``new``, and, but for the last text, of ``outgoing`` and ``ended``.
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
        return any(flow.moved and flow.drawn for flow in self.incoming)


@dataclass(frozen=True)
class Trace:
    """All words of a chain of texts and where each came from.

    ``words`` holds for each text its words as written, ``sentence`` the sentence of each, ``parent`` the place
    it was taken from or None, ``origin`` the text in which it first stands.
    """

    words: tuple[tuple[str, ...], ...]
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
        return len(self.words[text])

    def first_in(self, text: int, origin: int) -> int:
        """Give how many words of ``text`` first stand in the text ``origin``."""
        return self.origin[text].count(origin)

    def quote(self, flow: Flow) -> str:
        """Give the words that a flow carries as its target writes them; "…" where others stand in between."""
        places = sorted(new for _, new in flow.taken)
        said = self.words[flow.target[0]]
        pieces = [said[places[0]]]
        for before, at in zip(places, places[1:], strict=False):
            pieces.append(said[at] if at == before + 1 else f"… {said[at]}")
        return " ".join(pieces)


def trace(texts: Sequence[str], comparison: Compare | None = None) -> Trace:
    """Trace the words of ``texts``, oldest first.

    A word is taken from the latest earlier text that has it and has not already passed it on, as the comparison
    of the two texts links them. Only the same word counts, case apart: another form of it is a new word.
    ``comparison(old, new)`` gives the comparison of two of the texts by their positions.
    """
    made = comparison or (lambda old, new: compare(texts[old], texts[new]))
    words = tuple(_words(text) for text in texts)
    parent: list[list[Place | None]] = [[None] * len(found) for found in words]
    child: dict[Place, Place] = {}
    for new in range(1, len(texts)):
        for old in range(new - 1, -1, -1):
            for before, after in _same(made(old, new), words[old], words[new]):
                tail = _follow(child, (old, before), new)
                if parent[new][after] is None and tail not in child:
                    parent[new][after] = tail
                    child[tail] = (new, after)
    origin = _origins(parent)
    sentence = tuple(tuple(word.sentence for word in found) for found in words)
    sizes = tuple(
        tuple(sentence[at].count(unit.index) for unit in analyse(text).units) for at, text in enumerate(texts)
    )
    return Trace(
        words=tuple(tuple(word.text for word in found) for found in words),
        sentence=sentence,
        sizes=sizes,
        parent=tuple(map(tuple, parent)),
        origin=origin,
        flows=_flows(parent, origin, sentence, made),
    )


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    key: str
    sentence: int


def _words(text: str) -> tuple[_Word, ...]:
    found = analyse(text)
    return tuple(
        _Word(text[token.start : token.end], token.start, token.key, unit)
        for token, unit in zip(found.tokens, found.unit_of, strict=True)
        if token.kind in ("word", "number")
    )


def _same(made: Comparison, olds: Sequence[_Word], news: Sequence[_Word]) -> list[Place]:
    """Give the links between equal words, as (old word, new word) in order of the new text."""
    old_at = {word.start: at for at, word in enumerate(olds)}
    new_at = {word.start: at for at, word in enumerate(news)}
    found = []
    for link in made.links:
        before, after = old_at.get(link.old[0]), new_at.get(link.new[0])
        if before is None or after is None or link.rule == "compound":
            continue
        if olds[before].key == news[after].key:
            found.append((before, after))
    return sorted(found, key=lambda pair: pair[1])


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
    parent: Sequence[Sequence[Place | None]],
    origin: Sequence[Sequence[int]],
    sentence: Sequence[Sequence[int]],
    made: Compare,
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
            for pair in made(source[0], target[0]).pairs
        )
        flows.append(Flow(source, target, parts, tuple(taken), moved))
    return tuple(flows)
