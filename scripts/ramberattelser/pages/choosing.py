"""Which texts each text is compared with, where there are too many for all with all."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from heapq import nsmallest
from itertools import chain
from typing import NamedTuple

from ramberattelser.comparing import Likenesses, Sharing, likenesses, sharing
from ramberattelser.corpus import LAW, Corpus, Wording, again
from ramberattelser.kinship.naming import text_of

EVERY = 90
"""With at most so many texts, every pair can be chosen: room for a wording of each förbund there is."""
CLOSEST = 40
"""With more than ``EVERY``, each text is compared with so many that are closest to it, the law and its own
versions."""
MOST = 400
"""With many more, fewer are closest: so many comparisons in all, but for the law and own versions."""
LOOKED_AT = 2
"""How many times as many texts are looked at closely, of those that share most words."""
MANY = 500
"""With more texts than this, a text only meets those that share a word with it that few have."""
FEW = 50
"""Few have a word that stands in at most so many texts."""

_Met = tuple[float, str, int]
"""How little of their words two texts have in common, and the key and place of the other: the least first."""


_Bits = tuple[int, int, str]
"""The words of a text as bits of a number, how many they are, and the text's key."""


class Near(NamedTuple):
    """For each text those that share most words with it, and what they were found by."""

    keys: Sequence[str]
    shared: Sharing
    bits_of: Mapping[str, int]
    """The bit of each word. Those of words that no text has any longer are in nobody's way."""
    sets: Sequence[_Bits]
    """The words of each text: what two have in common is then one operation."""
    meeting: Sequence[Collection[int]]
    """The places of those that each text meets."""
    found: Sequence[Sequence[_Met]]


@again
def near_of(corpus: Corpus, before: Near | None) -> Near:
    """Return for each collected text of a corpus those that share most words with it."""
    return near(corpus.collected, before)


def chosen_for(
    collected: Sequence[Wording], measure: Likenesses = likenesses, found: Near | None = None
) -> dict[str, list[Wording]]:
    """Return for each text, by its key, the texts it is compared with, in the collection's order.

    Of many texts these are the closest, its own versions and the law's last wording. ``found`` are those
    that share most words with each, worked out unless they are given.
    """
    if len(collected) <= EVERY:
        return {one.key: [other for other in collected if other is not one] for one in collected}
    found = found or near(collected)
    places: dict[str, list[int]] = {}
    for at, wording in enumerate(collected):
        places.setdefault(wording.owner, []).append(at)
    chosen = {}
    for at, one in enumerate(collected):
        closest = _closest(at, collected, found.found[at], measure)
        wanted = {*closest, *places.get(LAW, ())[-1:], *places[one.owner]} - {at}
        chosen[one.key] = [collected[place] for place in sorted(wanted)]
    return chosen


def _closest(at: int, collected: Sequence[Wording], met: Sequence[_Met], measure: Likenesses) -> list[int]:
    """Return which of those that were met are most like the text at ``at``."""
    near = [place for _, _, place in met]
    shares = measure(text_of(collected[at]), [text_of(collected[place]) for place in near])
    ranked = sorted((-share, collected[place].key, place) for share, place in zip(shares, near, strict=True))
    return [place for _, _, place in ranked[: _most(len(collected))]]


def _most(texts: int) -> int:
    """Return how many are chosen for each of so many texts, as the closest."""
    return min(CLOSEST, max(1, MOST // texts))


def near(collected: Sequence[Wording], before: Near | None = None) -> Near:
    """Return for each text those that share most words with it; what was found ``before`` is used."""
    keys = [wording.key for wording in collected]
    if before is not None and before.keys != keys:
        before = None
    shared = sharing([_distinct(text_of(one)) for one in collected], before.shared if before else None)
    touched = shared.touched(FEW)
    if before is None or touched is None:
        bits_of = {word: at for at, word in enumerate(dict.fromkeys(chain.from_iterable(shared.texts)))}
        every = range(len(keys))
        sets = [_bits(shared.texts[at], bits_of, keys[at]) for at in every]
        meeting = [_meeting(at, shared) for at in every]
        return Near(keys, shared, bits_of, sets, meeting, [_met(at, sets, meeting[at]) for at in every])
    changed = shared.changed or ()
    bits_of = dict(before.bits_of)
    sets, meeting, found = list(before.sets), list(before.meeting), list(before.found)
    for at in changed:
        for word in shared.texts[at]:
            bits_of.setdefault(word, len(bits_of))
        sets[at] = _bits(shared.texts[at], bits_of, keys[at])
    for at in touched:
        meeting[at] = _meeting(at, shared)
    for at, met in enumerate(before.found):
        if at in touched or any(_may_be_met(at, other, sets, meeting[at], met) for other in changed):
            found[at] = _met(at, sets, meeting[at])
    return Near(keys, shared, bits_of, sets, meeting, found)


def _meeting(at: int, shared: Sharing) -> Collection[int]:
    """Return the places of those that share a word with a text that few have; of not so many texts, all."""
    if len(shared.texts) <= MANY:
        return range(len(shared.texts))
    having = shared.having
    return set(chain.from_iterable([held for word in shared.texts[at] if len(held := having[word]) <= FEW]))


def _met(at: int, sets: Sequence[_Bits], others: Iterable[int]) -> list[_Met]:
    """Return which of ``others`` share most words with the text at ``at``, as many as are looked at."""
    mine, size, _ = sets[at]
    # So many texts meet here that the loop holds nothing but the figure and what breaks a tie.
    common = (
        (-2 * (mine & theirs).bit_count() / (size + count or 1), key, place)
        for place in others
        if place != at
        for theirs, count, key in (sets[place],)
    )
    return nsmallest(LOOKED_AT * _most(len(sets)), common)


def _may_be_met(
    at: int, other: int, sets: Sequence[_Bits], others: Collection[int], met: Sequence[_Met]
) -> bool:
    """Return whether a text that has changed was, or will be, among those that another meets first."""
    if other not in others:
        return False
    (new,) = _met(at, sets, (other,))
    return (
        len(met) < LOOKED_AT * _most(len(sets)) or new < met[-1] or any(place == other for *_, place in met)
    )


def _bits(words: Sequence[str], bits_of: Mapping[str, int], key: str) -> _Bits:
    bits = bytearray(len(bits_of) // 8 + 1)
    for word in words:
        at = bits_of[word]
        bits[at >> 3] |= 1 << (at & 7)
    return int.from_bytes(bits, "little"), len(words), key


@lru_cache(maxsize=8192)
def _distinct(text: str) -> tuple[str, ...]:
    """Return each word of a text once, in small letters."""
    return tuple(dict.fromkeys(text.lower().split()))
