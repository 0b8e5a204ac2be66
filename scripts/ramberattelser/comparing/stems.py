"""A light Swedish stemmer, for scoring only: it lets "individens" vouch for "individers", never links them.
A light Swedish stemmer, for scoring only: it lets "individens" vouch for "individers", never links them."""

from __future__ import annotations

from functools import lru_cache

_ENDINGS = (
    "heternas",
    "ningarnas",
    "heterna",
    "ningarna",
    "hetens",
    "ningar",
    "ningens",
    "ningen",
    "andet",
    "heten",
    "heter",
    "arnas",
    "ernas",
    "ornas",
    "ades",
    "ning",
    "arna",
    "erna",
    "orna",
    "ande",
    "ende",
    "aste",
    "ade",
    "ats",
    "ens",
    "ets",
    "ers",
    "ars",
    "ors",
    "at",
    "en",
    "et",
    "er",
    "ar",
    "or",
    "es",
    "as",
    "ts",
    "a",
    "e",
    "s",
    "t",
    "n",
)
"""The commonest endings, longer ones before those that they end in."""


@lru_cache(maxsize=65536)
def stem(key: str) -> str:
    """Cut the commonest inflections off a key; at least five characters are left, digits are kept whole."""
    if len(key) < 6 or not key.isalpha():
        return key
    for ending in _ENDINGS:
        if key.endswith(ending) and len(key) - len(ending) >= 5:
            return key[: -len(ending)]
    return key
