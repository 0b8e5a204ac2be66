"""Other names of the same thing: ``AF`` also asks for ``Arbetsförmedlingen``, ``syfte`` for ``ändamål``.

The first are from the glossary, the second from the list that people look after.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from ramberattelser.searching.folding import composed
from ramberattelser.searching.stemming import upright
from ramberattelser.searching.tokens import words

_MOST = 4
"""Other names asked for at most: each is another part of the index to load."""


def also_called(terms: Iterable[tuple[str, tuple[str, ...]]]) -> dict[str, tuple[str, ...]]:
    """Return the stems of a name's words, joined by spaces → the other names to ask for.

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


def read_pairs(text: str) -> list[tuple[str, str]]:
    """Read a list of ``words = other words`` a line; ``#`` begins a comment where a space follows it."""
    lines = (re.split(r"(?:^|\s)# ", line, maxsplit=1)[0].partition("=") for line in text.splitlines())
    return [(left.strip(), right.strip()) for left, sign, right in lines if sign]


def asked_with(
    also: Mapping[str, tuple[str, ...]], pairs: Iterable[tuple[str, str]]
) -> dict[str, tuple[str, ...]]:
    """Return ``also`` with what people write instead: each pair is words of theirs, and ours with commas."""
    found = dict(also)
    for theirs, ours in pairs:
        names = tuple(_text(name) for name in ours.split(","))
        for word in theirs.split(","):
            key = " ".join(_keys(word))
            found[key] = tuple(dict.fromkeys((*found.get(key, ()), *names)))[:_MOST]
    return dict(sorted(found.items()))


def _text(name: str) -> str:
    return " ".join(words(composed(name)))


def _keys(name: str) -> tuple[str, ...]:
    return tuple(upright(word) for word in words(composed(name)))


def _contains(whole: tuple[str, ...], part: tuple[str, ...]) -> bool:
    """True if ``part`` stands in ``whole``, or is a part of its only word."""
    if len(whole) == len(part) == 1:
        return part[0] in whole[0]
    return any(whole[at : at + len(part)] == part for at in range(len(whole) - len(part) + 1))
