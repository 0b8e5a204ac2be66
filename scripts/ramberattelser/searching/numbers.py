"""Whole numbers as short text: six bits a character, of which one says that more follows."""

from __future__ import annotations

from collections.abc import Iterable
from operator import sub

_SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def _text(number: int) -> str:
    made = ""
    while number > 31:
        made += _SIGNS[32 | (number & 31)]
        number >>= 5
    return made + _SIGNS[number]


_SMALL = [_text(number) for number in range(8192)]


def packed(numbers: Iterable[int]) -> str:
    """Return numbers, none below zero, as text."""
    given = list(numbers)
    if not given or max(given) < len(_SMALL):
        return "".join(map(_SMALL.__getitem__, given))
    return "".join(map(_text, given))


def rising(numbers: Iterable[int]) -> str:
    """Return rising numbers as text, each as its distance from the one before."""
    given = list(numbers)
    return packed([*given[:1], *map(sub, given[1:], given)])
