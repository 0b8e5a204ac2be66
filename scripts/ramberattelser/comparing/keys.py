"""Comparison keys: what two spellings of one word have in common.

The raw text is never changed. A key is what tokens are compared on, so that a composed and a decomposed å, a
soft hyphen inside a compound, a no-break space in "7 §" or another kind of dash never looks like a change.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

SOFT = "\u00ad\u200b\u200c\u2060\ufeff"
"""Characters that only say where a line may break; they are no part of a word."""

DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"

_TABLE: dict[int, str | None] = {ord(char): None for char in SOFT}
_TABLE |= {ord(char): "-" for char in DASHES}
_TABLE |= {ord(char): '"' for char in "“”„‟«»″"}
_TABLE |= {ord(char): "'" for char in "‘’‚‛′"}

_SPACES = re.compile(r"\s+")
_SPACED_RANGE = re.compile(r"(?<=\d)\s*-\s*(?=\d)")
_DOTTED = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*\.")


@lru_cache(maxsize=65536)
def form(token: str) -> str:
    """Give the key of `token` with its case kept: what may differ unseen is invisible or typographic only."""
    if token.isascii() and token.isalpha():
        return token
    plain = unicodedata.normalize("NFC", token).translate(_TABLE)
    plain = _SPACES.sub(" ", plain)
    plain = _SPACED_RANGE.sub("-", plain)
    if _DOTTED.fullmatch(plain):  # "d.v.s.", "dvs." and "t.ex" are one abbreviation each
        plain = plain.replace(".", "")
    return plain or token


@lru_cache(maxsize=65536)
def key(token: str) -> str:
    """Give the comparison key of `token`: NFC, no soft hyphens, one dash, one space, case folded."""
    plain = form(token)
    return plain.lower() if plain.isascii() else unicodedata.normalize("NFC", plain.casefold())
