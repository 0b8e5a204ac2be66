"""Which texts of many are closest to each, found through the runs of words that few of them share."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain

from .analysis import analyse

RUN = 3
"""Words in a row, unless something else is asked for."""
COMMON = 40
"""A run that stands in more texts than this says nothing about who is close to whom, and is left out."""


def nearest(texts: Sequence[str], most: int, run: int = RUN) -> tuple[tuple[int, ...], ...]:
    """Give for each text the places of at most `most` others, most runs of `run` words in common first.

    The work grows with the number of texts and not with its square: each looks only at the texts that stand
    under its own runs, of which there are at most `COMMON` to a run. Texts without a run in common are not
    named.
    """
    own_runs = [distinct_runs(text, run) for text in texts]
    telling = {words: places for words, places in texts_having(own_runs).items() if 1 < len(places) <= COMMON}
    found = []
    for at, own in enumerate(own_runs):
        shared = Counter(chain.from_iterable([telling[words] for words in own if words in telling]))
        del shared[at]
        chosen = sorted(shared.items(), key=lambda entry: (-entry[1], entry[0]))[:most]
        found.append(tuple(other for other, _ in chosen))
    return tuple(found)


def texts_having(texts: Iterable[Iterable[str]]) -> dict[str, list[int]]:
    """Give for each word or run the places of the texts that have it, in order; each text has it once."""
    found: dict[str, list[int]] = defaultdict(list)
    for at, own in enumerate(texts):
        for words in own:
            found[words].append(at)
    return found


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
