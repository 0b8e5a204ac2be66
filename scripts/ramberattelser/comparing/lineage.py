"""Where the words of a chain of texts come from, generation by generation.

Pairwise links are composed along the chain, also links that skip a text and return, so that no alignment
of all texts at once is needed and the order of other texts plays no part.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from .analysis import analyse
from .reuse import BAND, taken

Span = tuple[int, int]


class Traced(NamedTuple):
    """A word of a text and where it comes from.

    `span` are its characters, `unit` its sentence; `origin` is the index of the earliest text in the
    chain that it travelled from (the text's own index when it is new there); `source` and `source_span`
    are the text and the characters it was taken from directly, or None.
    """

    span: Span
    unit: int
    origin: int
    source: int | None
    source_span: Span | None


def origins(chain: Sequence[str], band: int = BAND) -> tuple[tuple[Traced, ...], ...]:
    """Trace every word of every text of `chain`, oldest first, to the earliest text it travelled from.

    A word is taken from the nearest earlier text that has it; a text further back is asked only for words
    that none between has. `band` is the least number of words that make a loan between two sentences.
    """
    return _origins(tuple(chain), band)


# The same texts, and the same two texts, are asked about again and again while a collection is told of.
@lru_cache(maxsize=256)
def _origins(chain: tuple[str, ...], band: int) -> tuple[tuple[Traced, ...], ...]:
    traced: list[tuple[Traced, ...]] = []
    known: list[dict[int, int]] = []
    for at, text in enumerate(chain):
        sources: dict[int, tuple[int, int]] = {}
        for earlier in range(at - 1, -1, -1):
            for i, j in taken(chain[earlier], text, band):
                sources.setdefault(j, (earlier, i))
        known.append({j: known[earlier].get(i, earlier) for j, (earlier, i) in sources.items()})
        traced.append(_trace(chain, at, sources, known[at]))
    return tuple(traced)


def _trace(
    chain: Sequence[str], at: int, sources: dict[int, tuple[int, int]], known: dict[int, int]
) -> tuple[Traced, ...]:
    here = analyse(chain[at])
    found = []
    for j, token in enumerate(here.tokens):
        if token.kind not in ("word", "number"):
            continue
        source, span = None, None
        if j in sources:
            source, i = sources[j]
            origin = analyse(chain[source]).tokens[i]
            span = (origin.start, origin.end)
        found.append(Traced((token.start, token.end), here.unit_of[j], known.get(j, at), source, span))
    return tuple(found)
