"""What is worked out once per text, however many texts it is compared with."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import sqrt

from .stems import stem
from .tokens import Token, tokenise
from .units import Unit, cut
from .vocabulary import FRAME, is_content, weight

Keys = tuple[str, ...]
FRAME_STEMS = frozenset(map(stem, FRAME))


@dataclass(frozen=True, slots=True, eq=False)
class Analysis:
    """A text cut into tokens and units, with the figures that scoring needs.

    `bounds` holds each unit's token range, `bodies` the range without the label, `keys` the comparison
    keys of the whole text, `unit_keys` those of each unit's body, `unit_stems` their stems, `stems` for
    each unit its content stems with their weight in this text, `totals` the sums of these weights,
    `postings` the weight and the units (with counts) of a stem, `distinct` each unit's content stems that
    are no words of every clause.
    """

    text: str
    tokens: tuple[Token, ...]
    units: tuple[Unit, ...]
    bounds: tuple[tuple[int, int], ...]
    bodies: tuple[tuple[int, int], ...]
    keys: Keys
    unit_keys: tuple[Keys, ...]
    unit_stems: tuple[Keys, ...]
    totals: tuple[float, ...]
    postings: dict[str, tuple[float, tuple[tuple[int, int], ...]]]
    distinct: tuple[frozenset[str], ...]
    unit_of: tuple[int, ...]
    words: int


@lru_cache(maxsize=4096)
def analyse(text: str) -> Analysis:
    """Analyse `text`; the same text is analysed once."""
    tokens = tokenise(text)
    units, bounds = cut(text, tokens)
    keys = tuple(token.key for token in tokens)
    bodies = tuple((low + (tokens[low].kind == "label" and high - low > 1), high) for low, high in bounds)
    postings: dict[str, list[tuple[int, int]]] = {}
    counts: list[dict[str, int]] = []
    for index, (low, high) in enumerate(bodies):
        bag: dict[str, int] = {}
        for token_key in keys[low:high]:
            if is_content(token_key):
                name = stem(token_key)
                bag[name] = bag.get(name, 0) + 1
        counts.append(bag)
        for name, count in bag.items():
            postings.setdefault(name, []).append((index, count))
    weights = {name: _stem_weight(name) / sqrt(len(held)) for name, held in postings.items()}
    unit_of = [0] * len(tokens)
    for index, (low, high) in enumerate(bounds):
        unit_of[low:high] = [index] * (high - low)
    return Analysis(
        text=text,
        tokens=tokens,
        units=units,
        bounds=bounds,
        bodies=bodies,
        keys=keys,
        unit_keys=tuple(keys[low:high] for low, high in bodies),
        unit_stems=tuple(tuple(map(stem, keys[low:high])) for low, high in bodies),
        totals=tuple(sum(weights[name] * count for name, count in bag.items()) for bag in counts),
        postings={name: (weights[name], tuple(held)) for name, held in postings.items()},
        distinct=tuple(frozenset(name for name in bag if name not in FRAME_STEMS) for bag in counts),
        unit_of=tuple(unit_of),
        words=sum(token.kind in ("word", "number") for token in tokens),
    )


@lru_cache(maxsize=65536)
def _stem_weight(name: str) -> float:
    """Long compounds tell more than short words: 1 at six letters, up to 1.6."""
    return (0.7 if name in FRAME_STEMS else weight(name)) * min(1.6, max(0.7, len(name) / 8))
