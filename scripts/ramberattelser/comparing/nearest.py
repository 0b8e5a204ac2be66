"""Which texts of many are closest to each, found through the runs of words that few of them share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from .analysis import analyse
from .sharing import Places, Sharing, sharing

RUN = 3
"""Words in a row, unless something else is asked for."""
COMMON = 40
"""A run that stands in more texts than this says nothing about who is close to whom, and is left out."""


@dataclass(frozen=True, slots=True)
class Nearest:
    """For each of many texts the ``places`` of those that are nearest to it, and what they were found by."""

    places: Sequence[Places]
    sharing: Sharing


def nearest(texts: Sequence[str], most: int, run: int = RUN, before: Nearest | None = None) -> Nearest:
    """Give for each text the places of at most `most` others, most runs of `run` words in common first.

    The work grows with the number of texts and not with its square: each looks only at the texts that stand
    under its own runs, of which there are at most `COMMON` to a run. Texts without a run in common are not
    named. What was found `before`, with the same `most` and `run`, of nearly the same texts is used.
    """
    shared = sharing([distinct_runs(text, run) for text in texts], before.sharing if before else None)
    touched = shared.touched(COMMON)
    if before is None or touched is None:
        return Nearest([_nearest(at, shared, most) for at in range(len(texts))], shared)
    places = list(before.places)
    for at in touched:
        places[at] = _nearest(at, shared, most)
    return Nearest(places, shared)


def _nearest(at: int, shared: Sharing, most: int) -> Places:
    having = shared.having
    telling = [held for words in shared.texts[at] if len(held := having[words]) <= COMMON]
    counted = Counter(chain.from_iterable(telling))
    del counted[at]
    chosen = sorted(counted.items(), key=lambda entry: (-entry[1], entry[0]))[:most]
    return tuple([other for other, _ in chosen])


@lru_cache(maxsize=8192)
def runs(text: str, size: int) -> tuple[str, ...]:
    """Give every run of `size` words of a text, by the place of its first word; case plays no part.

    A run is one string, which remembers its hash: they are looked up by the hundred thousand.
    """
    words = [token.key for token in analyse(text).tokens if token.kind in ("word", "number")]
    return tuple(["\n".join(words[at : at + size]) for at in range(len(words) - size + 1)])


@lru_cache(maxsize=8192)
def distinct_runs(text: str, size: int) -> tuple[str, ...]:
    """Give each run of `size` words of a text once, in the order in which they first stand there."""
    return tuple(dict.fromkeys(runs(text, size)))
