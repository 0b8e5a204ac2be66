"""Which texts of many are closest to each, found through the runs of words that few of them share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

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
    runs = [_runs(text, run) for text in texts]
    held: dict[tuple[str, ...], list[int]] = {}
    for at, own in enumerate(runs):
        for words in own:
            held.setdefault(words, []).append(at)
    found = []
    for at, own in enumerate(runs):
        shared: Counter[int] = Counter()
        for words in own:
            if 1 < len(held[words]) <= COMMON:
                shared.update(held[words])
        del shared[at]
        chosen = sorted(shared.items(), key=lambda entry: (-entry[1], entry[0]))[:most]
        found.append(tuple(other for other, _ in chosen))
    return tuple(found)


def _runs(text: str, size: int) -> tuple[tuple[str, ...], ...]:
    words = [token.key for token in analyse(text).tokens if token.kind in ("word", "number")]
    return tuple(dict.fromkeys(tuple(words[at : at + size]) for at in range(len(words) - size + 1)))
