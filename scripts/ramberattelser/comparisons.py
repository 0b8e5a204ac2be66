"""Which pairs of wordings are compared, and the comparisons themselves, each made once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from ramberattelser.comparing import Comparison, Nearest, compare, nearest
from ramberattelser.corpus import LAW, Corpus, Wording, again, once
from ramberattelser.model import Relation

ALIKE = "lika ord"
"""The reason why two texts are compared that only their words bind together."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two wordings to compare, the earlier first, and why."""

    old: Wording
    new: Wording
    reasons: tuple[str, ...]
    relation: Relation | None = None

    @property
    def measured(self) -> bool:
        """True when nothing but their words binds the two texts together: no source, owner or chain does."""
        return self.reasons == (ALIKE,)

    @property
    def beside_law(self) -> bool:
        """True when a förbund's text is laid beside the law, and no source says more than that."""
        return self.old.owner == LAW != self.new.owner and self.relation is None

    @property
    def comparison(self) -> Comparison:
        """The comparison of the two texts."""
        return comparison(self.old, self.new)


@lru_cache(maxsize=1024)
def _compared(old: str, new: str) -> Comparison:
    return compare(old, new)


def comparison(old: Wording, new: Wording) -> Comparison:
    """Return the comparison of two collected wordings."""
    return _compared(old.version.text.strip(), new.version.text.strip())


@once
def law_for(corpus: Corpus) -> Wording | None:
    """The wording of the law that clauses are compared with: the latest that is collected, if any is."""
    return next((w for w in reversed(corpus.versions_of(LAW)) if w.version.collected), None)


@once
def pairs(corpus: Corpus) -> tuple[Pair, ...]:
    """Every pair that the data gives: declared relations, consecutive versions, each against the law, chains.

    ``kinship.paired`` adds those that are alike without that, and so has every pair with a page of its own.
    """
    found: dict[tuple[str, str], Pair] = {}

    def add(old: Wording, new: Wording, reason: str, relation: Relation | None = None) -> None:
        key = (old.key, new.key)
        before = found.get(key)
        reasons = (*(before.reasons if before else ()), reason)
        found[key] = Pair(old, new, reasons, relation or (before.relation if before else None))

    for wording in corpus.collected:
        for relation in wording.version.relations:
            parent = corpus.wording(relation.version)
            if parent.version.collected:
                add(parent, wording, relation.how, relation)
    for owner in [LAW, *corpus.clauses]:
        own = [w for w in corpus.versions_of(owner) if w.version.collected]
        for before, after in pairwise(own):
            add(before, after, "föregående lydelse")
    law = law_for(corpus)
    for wording in corpus.collected:
        if law is not None and wording.owner != LAW:
            add(law, wording, "mot lagen")
    for chain in corpus.chains.chains:
        for old, new in pairwise([corpus.wording(ref) for ref in chain.versions]):
            if old.version.collected and new.version.collected and (old.key, new.key) not in found:
                add(old, new, "i samma kedja")
    return tuple(found.values())


EVERY = 40
"""With at most so many texts, each is set beside all the others: a table that can still be read."""
CLOSEST = 4
"""With more, each text is set beside so many of those that are closest to it."""


def by_keys(paired: Iterable[Pair]) -> Mapping[tuple[str, str], Pair]:
    """Return pairs by the keys of their two wordings."""
    return {(pair.old.key, pair.new.key): pair for pair in paired}


def by_owner(paired: Iterable[Pair]) -> Mapping[str, Sequence[Pair]]:
    """Return the pairs of each owner; a clause set beside the law is the clause's alone."""
    found: dict[str, list[Pair]] = {}
    for pair in paired:
        found.setdefault(pair.new.owner, []).append(pair)
        if pair.old.owner not in (LAW, pair.new.owner):
            found.setdefault(pair.old.owner, []).append(pair)
    return found


@dataclass(frozen=True, slots=True)
class Relative:
    """Another wording, how like it is, and what is declared about the two."""

    wording: Wording
    shared: int
    words: int
    likeness: float
    declared: str


class Measured(NamedTuple):
    """How like two texts are. ``moved``: words in common that stand in a sentence which has moved."""

    old_words: int
    new_words: int
    shared: int
    moved: int
    likeness: float

    def turned(self) -> Measured:
        """The same with the second text first: all that is counted is the same both ways round."""
        return self._replace(old_words=self.new_words, new_words=self.old_words)


Measure = Callable[[Wording, Wording], Measured]


def measured(old: Wording, new: Wording) -> Measured:
    """Return how like two collected wordings are."""
    made = comparison(old, new)
    return Measured(made.old_words, made.new_words, made.shared_words, made.moved_words, made.likeness)


def beside(
    corpus: Corpus, paired: Iterable[Pair], measure: Measure = measured
) -> Iterator[tuple[Wording, Wording, Measured]]:
    """Yield every two collected wordings once, in the collection's order, and how like they are.

    In a collection of more than ``EVERY`` texts, those two of which ``relatives`` of either tells, and those
    that have a page (``paired``). ``measure`` is asked the way round in which ``relatives`` asks, so that
    what is kept from there is not worked out again.
    """
    places = _places(corpus)
    wanted: dict[tuple[int, int], tuple[Wording, Wording]] = {}
    few = len(corpus.collected) <= EVERY
    for wording in corpus.collected:
        for other in corpus.collected if few else others(corpus, wording):
            if other is not wording:
                one, two = sorted((places[other.key], places[wording.key]))
                wanted.setdefault((one, two), (other, wording))
    for pair in paired:
        one, two = sorted((places[pair.old.key], places[pair.new.key]))
        wanted.setdefault((one, two), (pair.old, pair.new))
    for first, second in sorted(wanted):
        old, new = wanted[first, second]
        found = measure(old, new)
        turned = places[old.key] != first
        yield corpus.collected[first], corpus.collected[second], found.turned() if turned else found


Figures = tuple[int, int, int, float, int]
"""Words of the first text, of the second, words in common, likeness, and the number of changes."""


def figures(old: Wording, new: Wording) -> Figures:
    """Return what is counted of two collected wordings."""
    made = comparison(old, new)
    return made.old_words, made.new_words, made.shared_words, made.likeness, len(made.changes)


def relatives(corpus: Corpus, wording: Wording, measure: Measure = measured) -> list[Relative]:
    """Return the other texts by likeness, one for the law, closest first.

    In a collection of more than ``EVERY`` texts, only those that share most words in a row are looked at,
    with the law, the text's own other wordings and what it is declared to have to do with.
    """
    found = []
    for other in others(corpus, wording):
        made = measure(other, wording)
        declared = _declared(wording, other)
        found.append(Relative(other, made.shared, made.new_words, made.likeness, declared))
    return sorted(found, key=lambda r: (-r.likeness, r.wording.key))


def others(corpus: Corpus, wording: Wording) -> list[Wording]:
    """Return the texts that ``relatives`` looks at, in the collection's order."""
    law = law_for(corpus)
    wanted: set[str] | None = None
    if len(corpus.collected) > EVERY:
        wanted = {*_near(corpus)[wording.key], *(w.key for w in corpus.versions_of(wording.owner))}
        wanted |= {law.key} if law is not None else set()
    others = corpus.collected if wanted is None else _in_order(corpus, wanted)
    return [w for w in others if w.key != wording.key and (w.owner != LAW or w is law)]


def _in_order(corpus: Corpus, keys: set[str]) -> list[Wording]:
    """Return the collected wordings of some keys, in the collection's order."""
    places = _places(corpus)
    return [corpus.collected[at] for at in sorted(places[key] for key in keys if key in places)]


@once
def _places(corpus: Corpus) -> Mapping[str, int]:
    return {wording.key: at for at, wording in enumerate(corpus.collected)}


@once
def _near(corpus: Corpus) -> dict[str, set[str]]:
    """Return for each collected wording the keys of those closest to it, and of those declared akin to it."""
    texts = corpus.collected
    places = _nearest(corpus).places
    found = {w.key: {texts[at].key for at in near} for w, near in zip(texts, places, strict=True)}
    for wording in texts:
        for relation in wording.version.relations:
            found[wording.key].add(str(relation.version))
            found.setdefault(str(relation.version), set()).add(wording.key)
    return found


@again
def _nearest(corpus: Corpus, before: Nearest | None) -> Nearest:
    return nearest([w.version.text.strip() for w in corpus.collected], CLOSEST, before=before)


def _declared(wording: Wording, other: Wording) -> str:
    """Return what a source says of the two, as it goes on after "Källan säger att"."""
    for relation in wording.version.relations:
        if str(relation.version) == other.key:
            return f"{relation.told('den här texten', 'den andra')}. Belägget är {relation.surely}"
    for relation in other.version.relations:
        if str(relation.version) == wording.key:
            return f"{relation.told('den andra texten', 'den här')}. Belägget är {relation.surely}"
    return ""
