"""Where the words of a quotation stand in a text.

A quotation must stand in the text to the letter; ``…`` in it spans words that are left out.
White space is compared by kind only, since a line break in the data is no difference.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

Span = tuple[int, int]
"""First character and the one after the last, counted in Python characters."""


class QuoteNotFound(ValueError):
    """The words do not stand in the text."""


class QuoteAmbiguous(ValueError):
    """The words stand in the text more than once."""


def find_quote(text: str, quote: str) -> tuple[Span, ...]:
    """Return the spans of ``quote`` in ``text``, one for each part between ``…``, in order.

    Every part stands as early as it can after the one before. Raises ``QuoteNotFound``, or
    ``QuoteAmbiguous`` if the whole stands at a later place too; that a later part alone is
    repeated does not make it unsure.
    """
    parts = [_loose(part) for part in quote.split("…") if part.strip()]
    spans = _find(text, parts, 0) if parts else None
    if spans is None:
        raise QuoteNotFound(quote)
    if _find(text, parts, spans[0][0] + 1) is not None:
        raise QuoteAmbiguous(quote)
    return spans


def _loose(part: str) -> re.Pattern[str]:
    return re.compile(r"\s+".join(re.escape(word) for word in part.split()))


def _find(text: str, parts: Sequence[re.Pattern[str]], start: int) -> tuple[Span, ...] | None:
    """Look for each part after the one before: one pass, however many parts a quotation has."""
    spans: list[Span] = []
    for part in parts:
        match = part.search(text, start)
        if match is None:
            return None
        spans.append(match.span())
        start = match.end()
    return tuple(spans)
