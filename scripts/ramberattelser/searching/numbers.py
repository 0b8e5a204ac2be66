"""Whole numbers as short text: six bits a character, of which one says that more follows."""

from __future__ import annotations

from collections.abc import Iterable

_SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def _text(number: int) -> str:
    made = ""
    while number > 31:
        made += _SIGNS[32 | (number & 31)]
        number >>= 5
    return made + _SIGNS[number]


_SMALL = [_text(number) for number in range(4096)]


def packed(numbers: Iterable[int]) -> str:
    """Return numbers, none below zero, as text."""
    return "".join([_SMALL[number] if number < 4096 else _text(number) for number in numbers])


def rising(numbers: Iterable[int]) -> str:
    """Return rising numbers as text, each as its distance from the one before."""
    before = 0
    steps = []
    for number in numbers:
        steps.append(number - before)
        before = number
    return packed(steps)
