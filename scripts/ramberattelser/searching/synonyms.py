"""Other names of the same thing, from the glossary: ``AF`` also asks for ``Arbetsförmedlingen``."""

from __future__ import annotations

from collections.abc import Iterable

from ramberattelser.searching.folding import composed, fold
from ramberattelser.searching.stemming import stem
from ramberattelser.searching.tokens import words

_MOST = 4
"""Other names asked for at most: each is another part of the index to load."""


def also_called(terms: Iterable[tuple[str, tuple[str, ...]]]) -> dict[str, tuple[str, ...]]:
    """Return the keys of a name, joined by spaces → the other names to ask for.

    ``terms`` are names with their other names. A name leads to its abbreviations and to its other names
    of one word; every other name leads to the name. Forms of the same word lead nowhere.
    """
    found: dict[str, dict[str, None]] = {}
    for name, others in terms:
        own = _keys(name)
        for other in others:
            keys = _keys(other)
            if not keys or keys == own or _contains(own, keys) or _contains(keys, own):
                continue
            found.setdefault(" ".join(keys), {})[_text(name)] = None
            if len(keys) == 1:
                found.setdefault(" ".join(own), {})[_text(other)] = None
    return {key: tuple(names)[:_MOST] for key, names in sorted(found.items())}


def _text(name: str) -> str:
    return " ".join(words(composed(name)))


def _keys(name: str) -> tuple[str, ...]:
    return tuple(stem(fold(word)) for word in words(composed(name)))


def _contains(whole: tuple[str, ...], part: tuple[str, ...]) -> bool:
    """True if ``part`` stands in ``whole``, or is a part of its only word."""
    if len(whole) == len(part) == 1:
        return part[0] in whole[0]
    return any(whole[at : at + len(part)] == part for at in range(len(whole) - len(part) + 1))
