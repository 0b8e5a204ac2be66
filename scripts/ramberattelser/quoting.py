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

    Raises ``QuoteNotFound`` or ``QuoteAmbiguous``.
    """
    parts = [part.strip() for part in quote.split("…") if part.strip()]
    if not parts:
        raise QuoteNotFound(quote)
    pattern = r"[\s\S]*?".join(f"({_loose(part)})" for part in parts)
    first = re.search(pattern, text)
    if first is None:
        raise QuoteNotFound(quote)
    if re.search(pattern, text[first.start(1) + 1 :]) is not None and _repeats(text, parts):
        raise QuoteAmbiguous(quote)
    return tuple(first.span(group) for group in range(1, len(parts) + 1))


def _loose(part: str) -> str:
    return r"\s+".join(re.escape(word) for word in part.split())


def _repeats(text: str, parts: Sequence[str]) -> bool:
    """True if the first part stands at two places: a later part alone cannot make it unsure."""
    return len(re.findall(_loose(parts[0]), text)) > 1
