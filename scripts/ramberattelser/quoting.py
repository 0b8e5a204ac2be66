"""Where the words of a quotation stand in a text.

A quotation must stand in the text to the letter; ``…`` in it spans words that are left out.
White space is compared by kind only, since a line break in the data is no difference.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate

Span = tuple[int, int]
"""First character and the one after the last, counted in Python characters."""

_RUN = re.compile(r"\s{2,}")


class QuoteNotFoundError(ValueError):
    """The words do not stand in the text."""


class QuoteAmbiguousError(ValueError):
    """The words stand in the text more than once."""


@lru_cache(maxsize=16_384)
def find_quote(text: str, quote: str) -> tuple[Span, ...]:
    """Return the spans of ``quote`` in ``text``, one for each part between ``…``, in order.

    Every part stands as early as it can after the one before. Raises ``QuoteNotFoundError``, or
    ``QuoteAmbiguousError`` if the whole stands at a later place too; that a later part alone is
    repeated does not make it unsure.
    """
    flat = _flat(text)
    parts = [" ".join(part.split()) for part in quote.split("…") if part.strip()]
    spans = _find(flat.text, parts, 0) if parts else None
    if spans is None:
        raise QuoteNotFoundError(quote)
    if _find(flat.text, parts, spans[0][0] + 1) is not None:
        raise QuoteAmbiguousError(quote)
    return tuple((flat.place(start), flat.place(end - 1) + 1) for start, end in spans)


def _find(text: str, parts: Sequence[str], start: int) -> list[Span] | None:
    """Look for each part after the one before: one pass, however many parts a quotation has."""
    spans: list[Span] = []
    for part in parts:
        begin = text.find(part, start)
        if begin < 0:
            return None
        start = begin + len(part)
        spans.append((begin, start))
    return spans


class _Flat:
    """A text with every stretch of white space as one space, and the way back to its places."""

    def __init__(self, text: str) -> None:
        # Between two signs, so that white space at an end is a space as well.
        self.text = " ".join(f"|{text}|".split())[1:-1]
        found = _RUN.finditer(text) if len(self.text) < len(text) else ()
        runs = [(run.start(), run.end() - run.start() - 1) for run in found]
        self._shifts = list(accumulate((extra for _, extra in runs), initial=0))
        """Characters left out before each run, and before the end."""
        self._runs = [start - before for (start, _), before in zip(runs, self._shifts, strict=False)]
        """Where the runs stand in the flat text."""

    def place(self, position: int) -> int:
        """Return the place in the text of the character at ``position`` in the flat text."""
        return position + self._shifts[bisect_left(self._runs, position)]


@lru_cache(maxsize=256)
def _flat(text: str) -> _Flat:
    return _Flat(text)
