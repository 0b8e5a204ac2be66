"""What is worked out once per text, however many texts it is compared with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise
from math import sqrt
from sys import intern
from typing import NamedTuple

from .chance import COMMON, far_bits
from .stems import stem
from .tokens import Token, tokenise
from .units import Unit, cut
from .vocabulary import CONTENT, FRAME, weight

Keys = tuple[str, ...]
Places = dict[str, tuple[int, ...]]
FRAME_STEMS = frozenset(map(stem, FRAME))


class Posting(NamedTuple):
    """Where a content stem stands: its weight in this text, its units, and how often in each (None: once)."""

    weight: float
    units: tuple[int, ...]
    counts: tuple[int, ...] | None


@dataclass(frozen=True, slots=True, eq=False)
class Analysis:
    """A text cut into tokens and units, with the figures that scoring needs.

    `bounds` holds each unit's token range, `bodies` the range without the label, `unit_of` the unit of each
    token, `keys` the comparison keys of the whole text, `edged` the same with two empty ones after them,
    `unit_keys` those of each unit's body, `unit_stems` their stems.

    Of content stems: `postings` where each stands, `totals` the sums of these
    weights for each unit, `distinct` those of each unit that are no words of every clause.

    Of keys: `counts` and `beside` how often one, and two beside each other, stand in the text, `twos` each
    with the one after it as one string, `seeds` where in a unit there are two of which one is telling,
    `weights` what each weighs, `heft` and `tells` the sums of `weight` and `far_bits` of all before each
    place, `words_before` how many words are. `linkable` says (0 or 1) which tokens are no labels, `linkables`
    how many, `wordlike` which are more than punctuation. `pieces` are the tokens, each with the white space
    after it, `spans` where they start and end, `starts` where they start and where the text ends.
    """

    text: str
    tokens: tuple[Token, ...]
    units: tuple[Unit, ...]
    bounds: tuple[tuple[int, int], ...]
    bodies: tuple[tuple[int, int], ...]
    keys: Keys
    edged: Keys
    unit_keys: tuple[Keys, ...]
    unit_stems: tuple[Keys, ...]
    totals: tuple[float, ...]
    postings: dict[str, Posting]
    distinct: tuple[frozenset[str], ...]
    unit_of: tuple[int, ...]
    counts: Counter[str]
    beside: Counter[tuple[str, str]]
    twos: Keys
    seeds: Places
    weights: tuple[float, ...]
    heft: tuple[float, ...]
    tells: tuple[float, ...]
    words_before: tuple[int, ...]
    linkable: bytes
    linkables: int
    wordlike: tuple[bool, ...]
    spans: tuple[tuple[int, int], ...]
    starts: tuple[int, ...]
    pieces: tuple[str, ...]
    words: int


@lru_cache(maxsize=4096)
def analyse(text: str) -> Analysis:
    """Analyse `text`; the same text is analysed once."""
    tokens = tokenise(text)
    units, bounds = cut(text, tokens)
    keys = tuple(token.key for token in tokens)
    bodies = tuple((low + (tokens[low].kind == "label" and high - low > 1), high) for low, high in bounds)
    stems, weights, bits = tuple(map(stem, keys)), tuple(map(weight, keys)), tuple(map(far_bits, keys))
    postings: dict[str, list[tuple[int, int]]] = {}
    counts: list[dict[str, int]] = []
    for index, (low, high) in enumerate(bodies):
        bag: dict[str, int] = {}
        for name, held in zip(stems[low:high], weights[low:high], strict=True):
            if held > CONTENT:
                bag[name] = bag.get(name, 0) + 1
        counts.append(bag)
        for name, count in bag.items():
            postings.setdefault(name, []).append((index, count))
    stem_weights = {name: _stem_weight(name) / sqrt(len(held)) for name, held in postings.items()}
    starts = (*(token.start for token in tokens), len(text))
    unit_of = [0] * len(tokens)
    for index, (low, high) in enumerate(bounds):
        unit_of[low:high] = [index] * (high - low)
    twos = tuple(map(intern, map(" ".join, pairwise(keys))))
    are_words = [token.kind in ("word", "number") for token in tokens]
    linkable = bytes([token.kind != "label" for token in tokens])
    return Analysis(
        text=text,
        tokens=tokens,
        units=units,
        bounds=bounds,
        bodies=bodies,
        keys=keys,
        edged=(*keys, "", ""),
        unit_keys=tuple(keys[low:high] for low, high in bodies),
        unit_stems=tuple(stems[low:high] for low, high in bodies),
        totals=tuple(sum(stem_weights[name] * count for name, count in bag.items()) for bag in counts),
        postings={name: _posting(stem_weights[name], held) for name, held in postings.items()},
        distinct=tuple(frozenset(name for name in bag if name not in FRAME_STEMS) for bag in counts),
        unit_of=tuple(unit_of),
        counts=Counter(keys),
        beside=Counter(pairwise(keys)),
        twos=twos,
        seeds=_seeds(twos, bodies, [held > COMMON for held in bits]),
        weights=weights,
        heft=tuple(accumulate(weights, initial=0.0)),
        tells=tuple(accumulate(bits, initial=0.0)),
        words_before=tuple(accumulate(are_words, initial=0)),
        linkable=linkable,
        linkables=sum(linkable),
        wordlike=tuple(held > 0.2 for held in weights),
        spans=tuple([(token.start, token.end) for token in tokens]),
        starts=starts,
        pieces=tuple(text[low:high] for low, high in pairwise(starts)),
        words=sum(are_words),
    )


def _posting(weight: float, held: Sequence[tuple[int, int]]) -> Posting:
    units, counts = zip(*held, strict=True)
    return Posting(weight, units, None if max(counts) == 1 else counts)


def _seeds(twos: Keys, bodies: Sequence[tuple[int, int]], telling: Sequence[bool]) -> Places:
    """Give the places of two keys beside each other, one of them telling."""
    places: Places = {}
    for low, high in bodies:
        for i in range(low, high - 1):
            if telling[i] or telling[i + 1]:
                places[twos[i]] = (*places.get(twos[i], ()), i)
    return places


@lru_cache(maxsize=65536)
def _stem_weight(name: str) -> float:
    """Long compounds tell more than short words: 1 at six letters, up to 1.6."""
    return (0.7 if name in FRAME_STEMS else weight(name)) * min(1.6, max(0.7, len(name) / 8))
