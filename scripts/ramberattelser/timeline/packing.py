"""Rows within a lane: every item with its words beside it, in the first row where both are free."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .axis import Axis
from .items import Item
from .picture import Place
from .shapes import Outline, outline
from .widths import text_width, wrapped

_TEXT_GAP = 8.0
_ITEM_GAP = 10.0


@dataclass(frozen=True, slots=True)
class Setting:
    """The font of the words, the strip where they may stand, and whether every item has its row alone."""

    font: float
    bold: bool
    left: float
    right: float
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """An item in a row, its words in lines from ``text_x0`` on, ``text_width`` wide."""

    item: Item
    outline: Outline
    lines: tuple[str, ...]
    place: Place
    text_x0: float
    text_width: float

    @property
    def taken(self) -> tuple[float, float]:
        """The stretch of x that drawing and words take."""
        low = min(self.outline.x0, self.text_x0)
        return low, max(self.outline.x1, self.text_x0 + self.text_width)


PackedRow = list[Entry]


def packed(captions: Sequence[tuple[Item, str]], axis: Axis, setting: Setting) -> list[PackedRow]:
    """Items with their words in the order given, each in the first row that has room.

    Words go to the right of the drawing, or to the left where that takes fewer rows in all.
    """
    to_the_right = _first_fit(captions, axis, setting, ("right", "left"))
    to_the_left = _first_fit(captions, axis, setting, ("left", "right"))
    return min(to_the_right, to_the_left, key=len)


def _first_fit(
    captions: Sequence[tuple[Item, str]], axis: Axis, setting: Setting, sides: tuple[Place, Place]
) -> list[PackedRow]:
    rows: list[PackedRow] = []
    for item, words in captions:
        drawn = outline(item, axis)
        choices = _beside(item, words, drawn, setting, sides)
        if not choices:
            rows.append([_below(item, words, drawn, setting)])
        elif setting.alone or not any(_put(row, choices) for row in rows):
            rows.append([choices[0]])
    return rows


def _put(row: PackedRow, choices: list[Entry]) -> bool:
    for entry in choices:
        low, high = entry.taken
        if all(high + _ITEM_GAP <= start or end + _ITEM_GAP <= low for start, end in (o.taken for o in row)):
            row.append(entry)
            return True
    return False


def _beside(
    item: Item, words: str, drawn: Outline, setting: Setting, sides: tuple[Place, Place]
) -> list[Entry]:
    """The ways to set the words in one line: inside the certain part, then on the sides in their order."""
    width = text_width(words, setting.font, setting.bold)
    right, left = drawn.x1 + _TEXT_GAP, drawn.x0 - _TEXT_GAP - width
    starts: dict[Place, float] = {}
    if drawn.inner and drawn.inner[1] - drawn.inner[0] >= width + 2 * _TEXT_GAP:
        starts["inside"] = drawn.inner[0] + _TEXT_GAP
    if right + width <= setting.right:
        starts["right"] = right
    if left >= setting.left:
        starts["left"] = left
    places: tuple[Place, ...] = ("inside", *sides)
    return [Entry(item, drawn, (words,), place, starts[place], width) for place in places if place in starts]


def _below(item: Item, words: str, drawn: Outline, setting: Setting) -> Entry:
    """The words on lines of their own under the drawing, as near to it as the strip allows."""
    lines = wrapped(words, setting.right - setting.left, setting.font, setting.bold)
    width = max(text_width(line, setting.font, setting.bold) for line in lines)
    x = max(setting.left, min(drawn.x0, setting.right - width))
    return Entry(item, drawn, lines, "below", x, width)
