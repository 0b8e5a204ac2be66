"""Older texts outside a wording's declared line that have words of it, four or more in a row."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from hashlib import blake2b
from operator import and_, itemgetter, or_
from typing import NamedTuple

from ramberattelser.comparing import Sharing, distinct_runs, runs, sharing
from ramberattelser.corpus import Corpus, Wording, again, last_asked
from ramberattelser.kinship.ancestry import ancestors
from ramberattelser.kinship.naming import text_of
from ramberattelser.kinship.times import placed

SIZE = 4
"""Words in a row that are a sign of shared wording: quick to find, and strict."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """An older text outside the declared line that has ``words`` words of a run, four or more in a row."""

    wording: Wording
    words: int


class Outside(NamedTuple):
    """Texts that can be placed in time, oldest first, with their years; and for each word of a wording those
    outside its line that are older than it and have the word, as bits by their places."""

    texts: Sequence[tuple[float, Wording]]
    having: Sequence[int]


def older_outside(corpus: Corpus, wording: Wording) -> tuple[Elsewhere, ...]:
    """Return older texts outside the declared line that share four words in a row, most words first."""
    if placed(wording).year is None:
        return ()
    texts, having = outside_of(corpus, wording)
    counted = _counted(having)
    found = [Elsewhere(texts[place][1], _number(counted, place)) for place in _places(reduce(or_, having, 0))]
    return tuple(sorted(found, key=lambda one: (-one.words, one.wording.key)))


def sign_of_outside(corpus: Corpus, wording: Wording) -> str:
    """Return what stands for all that ``outside_of`` gives: nothing where there are no such texts.

    It stands for more than is told of them: where it is another, ``told_outside`` may yet say the same.
    """
    return _signs_of(corpus).signs[wording.key]


class _Signs(NamedTuple):
    """The sign of each collected wording, what each was found among, and the index that all were found by."""

    signs: Mapping[str, str]
    among: Mapping[str, _Among]
    mark: object


_Among = tuple[float | None, str, tuple[str, ...]]
"""What says which texts are outside a wording's line and older: its year, its owner, and its line."""


@again
def _signs_of(corpus: Corpus, before: _Signs | None) -> _Signs:
    aged = _by_age(corpus)
    among = {one.key: _among(corpus, one) for one in corpus.collected}
    known: Mapping[str, str] = {}
    places = aged.shared.touched()
    if before is not None and before.mark is aged.shared.follows and places is not None:
        touched = {aged.every[at].key for at in places}
        known = {
            key: before.signs[key]
            for key, found in among.items()
            if key not in touched and before.among.get(key) == found
        }
    signs = {one.key: known[one.key] if one.key in known else _sign(corpus, one) for one in corpus.collected}
    return _Signs(signs, among, aged.shared.mark)


def _among(corpus: Corpus, wording: Wording) -> _Among:
    line = ancestors(corpus, wording) if wording.version.relations else ()
    return placed(wording).year, wording.owner, tuple(one.key for generation in line for one in generation)


def _sign(corpus: Corpus, wording: Wording) -> str:
    runs_there = _runs_outside(corpus, wording)
    most = max(runs_there, default=0)
    if not most:
        return ""
    # Bits say nothing without the texts that they stand for, of which there may be hundreds in a run.
    size = most.bit_length() // 8 + 1
    bits = b"".join([there.to_bytes(size, "big") for there in runs_there])
    return f"{_by_age(corpus).signs[most.bit_length()]} {blake2b(bits, digest_size=16).hexdigest()}"


@last_asked
def outside_of(corpus: Corpus, wording: Wording) -> Outside:
    """Return texts outside the declared line that have words of ``wording``.

    Words count where four or more in a row are the same. A wording that cannot be placed in time is asked of
    all texts.
    """
    runs_there = _runs_outside(corpus, wording)
    having = [0] * (len(runs_there) + SIZE - 1) if runs_there else []
    for at, there in enumerate(runs_there):
        if there:
            for word in range(at, at + SIZE):
                having[word] |= there
    return Outside(_by_age(corpus).texts, having)


@last_asked
def _runs_outside(corpus: Corpus, wording: Wording) -> list[int]:
    """Return for each run of words of a wording the texts outside its line that have it, as bits."""
    aged = _by_age(corpus)
    # Turns of phrase that hundreds of texts have pass here once for each word, so the texts are bits.
    allowed = aged.before(placed(wording).year) & ~aged.owned.get(wording.owner, 0)
    for generation in ancestors(corpus, wording):
        for one in generation:
            allowed &= ~aged.places.get(one.key, 0)
    return [aged.held.get(run, 0) & allowed for run in runs(text_of(wording), SIZE)]


@dataclass(frozen=True, slots=True)
class _Aged:
    """The collected texts that can be placed in time, with their years, oldest first.

    Sets of texts are numbers, with a bit for the place of each: those that have a run of words, those of an
    owner, and each text alone, by its key. ``every`` has those after them that cannot be placed.
    """

    texts: Sequence[tuple[float, Wording]]
    held: Mapping[str, int]
    owned: Mapping[str, int]
    places: Mapping[str, int]
    signs: Sequence[str]
    """What stands for the first of ``texts``: none of them, the oldest, the two oldest, ..."""
    every: Sequence[Wording]
    shared: Sharing

    def before(self, year: float | None) -> int:
        """Return the texts that are older than a year; all, where none is given."""
        end = len(self.texts) if year is None else bisect_left(self.texts, year, key=itemgetter(0))
        return (1 << end) - 1


@again
def _by_age(corpus: Corpus, before: _Aged | None) -> _Aged:
    dated = [(placed(one).year, one.key, one) for one in corpus.collected]
    texts = [(year, one) for year, _, one in sorted(d for d in dated if d[0] is not None) if year is not None]
    owned: dict[str, int] = defaultdict(int)
    for at, (_, one) in enumerate(texts):
        owned[one.owner] |= 1 << at
    places = {one.key: 1 << at for at, (_, one) in enumerate(texts)}
    # Those that have no place in time share words with others too, but are older than none.
    every = [*(one for _, one in texts), *(one for year, _, one in dated if year is None)]
    signs = list(_signs(texts))
    if before is not None and (before.signs != signs or _keys(before.every) != _keys(every)):
        before = None
    shared = sharing([distinct_runs(text_of(one), SIZE) for one in every], before.shared if before else None)
    held = _held(shared, before.held if before else None)
    return _Aged(texts, held, dict(owned), places, signs, every, shared)


def _keys(wordings: Iterable[Wording]) -> list[str]:
    return [one.key for one in wordings]


def _held(shared: Sharing, before: Mapping[str, int] | None) -> Mapping[str, int]:
    """Return for each run that several texts have those that have it, as bits."""
    if before is None or shared.changed is None:
        return {run: _bits(places) for run, places in shared.having.items() if len(places) > 1}
    held = dict(before)
    for run in shared.moved:
        places = shared.having.get(run, ())
        if len(places) > 1:
            held[run] = _bits(places)
        else:
            held.pop(run, None)
    return held


def _bits(places: Iterable[int]) -> int:
    return reduce(or_, [1 << place for place in places])


def _signs(texts: Iterable[tuple[float, Wording]]) -> Iterator[str]:
    said = blake2b(digest_size=16)
    yield said.hexdigest()
    for year, one in texts:
        said.update(f"{year} {one.named}\n".encode())
        yield said.hexdigest()


def elsewhere(origin: Wording, group: Sequence[int], outside: Outside) -> tuple[Elsewhere, ...]:
    """Return texts outside the line, older than ``origin``, with four words of a run in a row.

    The oldest comes first; younger ones are named only where they have more of the run's words.
    """
    limit = placed(origin).year
    if limit is None:
        return ()
    texts, having = outside
    there = [having[word] for word in group] if having else []
    older = (1 << bisect_left(texts, limit, key=itemgetter(0))) - 1
    in_a_row = 0
    for at in range(len(there) - SIZE + 1):
        in_a_row |= reduce(and_, there[at : at + SIZE])
    found: list[Elsewhere] = []
    left = in_a_row & older
    counted = _counted(there) if left else []
    while left:
        place = next(_places(left))
        words = _number(counted, place)
        found.append(Elsewhere(texts[place][1], words))
        left &= _more_than(counted, words)
    return tuple(found)


def _counted(sets: Iterable[int]) -> list[int]:
    """Return in how many of the sets each text is, as binary digits: the ones of all texts, the twos, ..."""
    digits: list[int] = []
    for carried in sets:
        for at, digit in enumerate(digits):
            digits[at], carried = digit ^ carried, digit & carried
        if carried:
            digits.append(carried)
    return digits


def _number(counted: Sequence[int], place: int) -> int:
    """Return in how many of the sets that were counted a text is."""
    return sum((digit >> place & 1) << at for at, digit in enumerate(counted))


def _more_than(counted: Sequence[int], number: int) -> int:
    """Return the texts that are counted more than ``number`` times."""
    more, same = 0, -1
    for at in reversed(range(max(len(counted), number.bit_length()))):
        digit = counted[at] if at < len(counted) else 0
        if number >> at & 1:
            same &= digit
        else:
            more |= same & digit
            same &= ~digit
    return more


def _places(texts: int) -> Iterator[int]:
    """Yield the places of the bits that are set, the lowest first."""
    while texts:
        lowest = texts & -texts
        yield lowest.bit_length() - 1
        texts ^= lowest
