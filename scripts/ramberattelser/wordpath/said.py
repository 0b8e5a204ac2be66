"""The short Swedish words that stand in the picture."""

from __future__ import annotations

from collections.abc import Sequence

from .trace import Block


def words(count: int) -> str:
    """Give "39 ord"."""
    return f"{count} ord"


def size(count: int, sentences: int) -> str:
    """Give "188 ord, 7 meningar"."""
    return f"{words(count)}, {sentences} {'mening' if sentences == 1 else 'meningar'}"


def share(block: Block) -> str:
    """Give "39 ord, 31 nya"; for the first text, where nothing is new, "22 ord"."""
    if block.place[0] == 0:
        return words(block.words)
    if block.new == block.words:
        return f"{words(block.words)}, alla nya"
    new = "inga nya" if block.new == 0 else "1 nytt" if block.new == 1 else f"{block.new} nya"
    return f"{words(block.words)}, {new}{', flyttad' if block.moved else ''}"


def passing(count: int) -> str:
    """Give "7 ord går förbi"."""
    return f"{words(count)} går förbi"


LIGHTNESS = {"vog": 90, "hal": 84, "law": 82, "nvm": 81, "oog": 75, "ume": 69}
"""How light the tints of the hues are; in the dark they come in the same order."""


def shades(hues: Sequence[str], patterns: Sequence[int]) -> tuple[str, ...]:
    """Say of each text how its tint is told from the others: "ljusast", "näst mörkast", "mörkast, randig"."""
    ranks = sorted(set(hues), key=lambda hue: (-LIGHTNESS.get(hue, 80), hue))
    said = dict.fromkeys(ranks, "")
    if len(ranks) > 1:
        for at, word in ((0, "ljusast"), (-1, "mörkast")):
            said[ranks[at]] = word
    if len(ranks) > 3:
        for at, word in ((1, "näst ljusast"), (-2, "näst mörkast")):
            said[ranks[at]] = word
    return tuple(
        ", ".join(word for word in (said[hue], "randig" if pattern else "") if word)
        for hue, pattern in zip(hues, patterns, strict=True)
    )
