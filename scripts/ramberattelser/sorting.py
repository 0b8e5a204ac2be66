"""Swedish alphabetical order, without the machine's locale, and the order of what is numbered."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_DIGITS = re.compile(r"(\d+)")
_LAST = {"å": "{a", "ä": "{b", "ö": "{c", "æ": "{b", "ø": "{c"}


@lru_cache(maxsize=50_000, typed=True)
def swedish_key(text: str) -> tuple[str, str]:
    """Return a key that sorts å, ä, ö last in that order, other accents with their base letter."""
    parts = []
    for char in unicodedata.normalize("NFC", text).lower():
        if char in _LAST:
            parts.append(_LAST[char])
        else:
            parts.append(
                "".join(c for c in unicodedata.normalize("NFD", char) if not unicodedata.combining(c))
            )
    return "".join(parts), text


def counted_key(text: str) -> list[tuple[int, str]]:
    """Return a key by which section 10 follows section 9, and what has no number stands by its letters."""
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in _DIGITS.split(text)]
