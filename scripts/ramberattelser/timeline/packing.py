"""Rows within a lane: every item with its words beside it, in the first row where both are free."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from .axis import Axis
from .items import Item
from .picture import Place
from .shapes import Outline, outline
from .widths import text_width, wrapped

_TEXT_GAP = 8.0
_ITEM_GAP = 10.0


@dataclass(frozen=True, slots=True)
class Setting:
    """How items are set:

    Font of the words, and the strip between ``left`` and ``right`` where words may stand.
    """

    font: float
    bold: bool
    left: float
    right: float


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


@dataclass(slots=True)
class PackedRow:
    """Entries side by side; ``tall`` rows hold one entry whose words stand in lines below it."""

    entries: list[Entry] = field(default_factory=list)
    tall: bool = False

    def admits(self, entry: Entry) -> bool:
        """Is there room, with a gap to either side?"""
        low, high = entry.taken
        return not self.tall and all(
            high + _ITEM_GAP <= other.taken[0] or other.taken[1] + _ITEM_GAP <= low for other in self.entries
        )


def packed(captions: Iterable[tuple[Item, str]], axis: Axis, setting: Setting) -> list[PackedRow]:
    """Items with their words, in the order given, in as few rows as first fit finds."""
    rows: list[PackedRow] = []
    for item, words in captions:
        drawn = outline(item, axis)
        choices = _beside(item, words, drawn, setting)
        if not choices:
            rows.append(PackedRow([_below(item, words, drawn, setting)], tall=True))
            continue
        if not any(_put(row, choices) for row in rows):
            rows.append(PackedRow([choices[0]]))
    return rows


def _put(row: PackedRow, choices: list[Entry]) -> bool:
    for entry in choices:
        if row.admits(entry):
            row.entries.append(entry)
            return True
    return False


def _beside(item: Item, words: str, drawn: Outline, setting: Setting) -> list[Entry]:
    """The ways to set the words in one line, best first:

    Inside the certain part, to the right, to the left.
    """
    width = text_width(words, setting.font, setting.bold)
    choices: list[tuple[Place, float]] = []
    if drawn.inner and drawn.inner[1] - drawn.inner[0] >= width + 2 * _TEXT_GAP:
        choices.append(("inside", drawn.inner[0] + _TEXT_GAP))
    if drawn.x1 + _TEXT_GAP + width <= setting.right:
        choices.append(("right", drawn.x1 + _TEXT_GAP))
    if drawn.x0 - _TEXT_GAP - width >= setting.left:
        choices.append(("left", drawn.x0 - _TEXT_GAP - width))
    return [Entry(item, drawn, (words,), place, x, width) for place, x in choices]


def _below(item: Item, words: str, drawn: Outline, setting: Setting) -> Entry:
    """The words on lines of their own under the drawing, as near to it as the strip allows."""
    lines = wrapped(words, setting.right - setting.left, setting.font, setting.bold)
    width = max(text_width(line, setting.font, setting.bold) for line in lines)
    x = max(setting.left, min(drawn.x0, setting.right - width))
    return Entry(item, drawn, lines, "below", x, width)
