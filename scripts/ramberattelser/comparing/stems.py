"""A light Swedish stemmer, for scoring only: it lets "individens" vouch for "individers", never links them."""

from __future__ import annotations

from functools import lru_cache

_ENDINGS = sorted(
    """
    heternas heterna hetens heten heter ningarnas ningarna ningar ningens ningen ning arnas ernas ornas arna erna
    orna andet ande ende aste ades ade ades ats at ens ets ers ars ors en et er ar or es as ts a e s t n
    """.split(),
    key=lambda ending: (-len(ending), ending),
)


@lru_cache(maxsize=65536)
def stem(key: str) -> str:
    """Cut the commonest inflections off a key; at least five characters are left, digits are kept whole."""
    if len(key) < 6 or not key.isalpha():
        return key
    for ending in _ENDINGS:
        if key.endswith(ending) and len(key) - len(ending) >= 5:
            return key[: -len(ending)]
    return key
