"""Where the words of a wording come from: the earliest text, along declared relations, that has each phrase.

Links between pairs of texts are composed along the declared relations, so that the order of other texts plays
no part. A text that skips a generation is asked directly as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ramberattelser.comparing import Traced, origins, sentences
from ramberattelser.corpus import LAW, Corpus, Wording, last_asked
from ramberattelser.kinship.ancestry import ancestors
from ramberattelser.kinship.naming import text_of
from ramberattelser.kinship.outside import Elsewhere, Outside, elsewhere, outside_of
from ramberattelser.kinship.times import placed, ref

BAND = 1
"""The words of a loan need not be many in a sentence; the same as in the picture of the words' way."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words in a row that first stand in the same text.

    ``text`` is exact, with what follows up to the next run; ``phrase`` the words alone. ``sentence`` is the
    number of the sentence in ``origin`` (from 1) that has most of them.
    """

    text: str
    phrase: str
    origin: Wording
    words: int
    sentence: int
    elsewhere: tuple[Elsewhere, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of the wording, by number from 1, as runs that join to its exact text."""

    number: int
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """How many words of the wording first stand in ``wording``."""

    wording: Wording
    words: int


@dataclass(frozen=True, slots=True)
class Origins:
    """A wording with the origin of its words; ``shares`` are the legend, oldest text first, itself last.

    ``older`` tells whether a certainly older text outside the declared line has words of it, four in a row.
    """

    wording: Wording
    stanzas: tuple[tuple[Line, ...], ...]
    shares: tuple[Share, ...]
    words: int
    older: bool

    def label(self, wording: Wording) -> str:
        """Return the spine label of an origin, with its year where another origin has the same label."""
        same = [share for share in self.shares if share.wording.signature == wording.signature]
        return wording.signature if len(same) == 1 else ref(wording)

    @property
    def lines(self) -> tuple[Line, ...]:
        """All sentences."""
        return tuple(line for stanza in self.stanzas for line in stanza)

    @property
    def new(self) -> int:
        """How many words stand in no earlier text of the line."""
        return next(share.words for share in self.shares if share.wording.key == self.wording.key)


_Word = tuple[Wording, int]
"""The text in which a word first stands, and its place among that text's words."""


def told_outside(corpus: Corpus, wording: Wording) -> str:
    """Return which older texts are named beside the words of a wording, as one text."""
    runs = [run for line in origins_of(corpus, wording).lines for run in line.runs]
    return repr([[(one.words, one.wording.named) for one in run.elsewhere] for run in runs])


@last_asked
def origins_of(corpus: Corpus, wording: Wording) -> Origins:
    """Trace every word of a collected wording to the earliest text of its declared line that has it."""
    found = _traced(corpus, wording, {})
    text = text_of(wording)
    words = origins([text])[0]
    units = sentences(text)
    outside = outside_of(corpus, wording)
    stanzas: dict[int, list[Line]] = {}
    for unit in units:
        inside = [at for at, word in enumerate(words) if word.unit == unit.index]
        runs = tuple(_runs(text, unit.start, unit.end, inside, words, found, outside))
        stanzas.setdefault(unit.stanza, []).append(Line(unit.index + 1, runs))
    counted: dict[str, Share] = {}
    for origin, _ in found:
        before = counted.get(origin.key)
        counted[origin.key] = Share(origin, before.words + 1 if before else 1)
    counted.setdefault(wording.key, Share(wording, 0))
    shares = sorted(counted.values(), key=lambda share: _age(share.wording, wording))
    older = placed(wording).year is not None and any(outside.having)
    return Origins(wording, tuple(map(tuple, stanzas.values())), tuple(shares), len(words), older)


def beside_law(corpus: Corpus, wording: Wording) -> bool:
    """Say whether a chain counts the law before ``wording`` though no source names it as its model.

    The words' way and the origins of a wording then count differently, and either page should say so.
    """
    named = any(one.owner == LAW for generation in ancestors(corpus, wording) for one in generation)
    chains = (list(map(str, chain.versions)) for chain in corpus.chains.chains)
    return not named and any(
        wording.key in keys and any(key.startswith(f"{LAW}/") for key in keys) for keys in chains
    )


def _age(origin: Wording, wording: Wording) -> tuple[bool, float, str]:
    """Oldest first, the wording itself last, a text that cannot be placed in time before it."""
    year = placed(origin).year
    return origin.key == wording.key, float("inf") if year is None else year, origin.key


def _traced(corpus: Corpus, wording: Wording, known: dict[str, tuple[_Word, ...]]) -> tuple[_Word, ...]:
    """Return for each word of ``wording`` the text it first stands in and its place there."""
    if wording.key in known:
        return known[wording.key]
    text = text_of(wording)
    found: list[_Word] = [(wording, at) for at in range(len(origins([text])[0]))]
    for generation in ancestors(corpus, wording):
        for earlier in generation:
            there = _traced(corpus, earlier, known)
            old, new = origins([text_of(earlier), text], band=BAND)
            place = {word.span: at for at, word in enumerate(old)}
            for at, word in enumerate(new):
                if word.source_span is not None:
                    found[at] = _earlier(found[at], there[place[word.source_span]], wording)
    known[wording.key] = tuple(found)
    return known[wording.key]


def _earlier(one: _Word, other: _Word, wording: Wording) -> _Word:
    """Return whichever stands in the older text; the first when they are of one age."""
    return other if _age(other[0], wording)[:2] < _age(one[0], wording)[:2] else one


def _runs(
    text: str,
    start: int,
    end: int,
    inside: Sequence[int],
    words: Sequence[Traced],
    found: Sequence[_Word],
    outside: Outside,
) -> Iterator[Run]:
    """Cut a sentence where the origin changes; signs go with the word before, or with the first word."""
    groups: list[list[int]] = []
    for at in inside:
        if groups and found[groups[-1][-1]][0].key == found[at][0].key:
            groups[-1].append(at)
        else:
            groups.append([at])
    begins = [start, *(words[group[0]].span[0] for group in groups[1:]), end]
    for at, group in enumerate(groups):
        origin = found[group[0]][0]
        there = origins([text_of(origin)])[0]
        yield Run(
            text=text[begins[at] : begins[at + 1]],
            phrase=" ".join(text[words[group[0]].span[0] : words[group[-1]].span[1]].split()),
            origin=origin,
            words=len(group),
            sentence=_most([there[found[word][1]].unit + 1 for word in group]),
            elsewhere=elsewhere(origin, group, outside),
        )


def _most(numbers: Sequence[int]) -> int:
    """Return the commonest number, the lowest of equals."""
    return min(numbers, key=lambda number: (-numbers.count(number), number))
