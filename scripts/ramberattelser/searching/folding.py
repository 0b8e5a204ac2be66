"""Letters as they are compared: one form for each; without dots, rings and accents for second-class hits."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_PLAIN = str.maketrans("åäöéèêëüáàâñøæç", "aaoeeeeuaaanoac")


def composed(text: str) -> str:
    """Return ``text`` with å, ä, ö as single characters and without soft hyphens."""
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    return text.replace("\xad", "")


@lru_cache(maxsize=200_000)
def fold(word: str) -> str:
    """Return a lower-case word with å, ä, ö and accents as plain letters: ``ändamål`` → ``andamal``."""
    return word if word.isascii() else word.translate(_PLAIN)
