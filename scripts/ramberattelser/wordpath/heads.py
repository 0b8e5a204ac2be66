"""The heads of the columns: year, name, note and size of each text."""

from __future__ import annotations

from collections.abc import Sequence

from ramberattelser.timeline import text_width, wrapped

from .said import size
from .shapes import Label, unit
from .texts import Text
from .trace import Trace

NAME, NOTE = 15, 13
"""Sizes of type in units."""
STEP_NAME, STEP_NOTE = 19, 18
FIRST = 37


def heads(
    texts: Sequence[Text], trace: Trace, lefts: Sequence[float], rooms: Sequence[float]
) -> tuple[list[Label], float]:
    """Give the labels above the columns, and the base line of the lowest one.

    Year and name stand side by side where that fits over every column, else the name below the year.
    """
    indents = [text_width(text.year, NAME, True) + 9 for text in texts]
    beside = all(
        indent + text_width(text.name, NAME) <= room
        for text, indent, room in zip(texts, indents, rooms, strict=True)
    )
    labels: list[Label] = []
    lowest = 0.0
    for at, (text, left, room) in enumerate(zip(texts, lefts, rooms, strict=True)):
        y = float(FIRST)
        labels.append(_label(left, y, text.year, NAME, bold=True))
        if beside:
            labels.append(_label(left + indents[at], y, text.name, NAME))
        else:
            for line in wrapped(text.name, room, NAME):
                y += STEP_NAME
                labels.append(_label(left, y, line, NAME))
        for note in (text.note, size(trace.count(at), len(trace.sizes[at]))):
            for line in wrapped(note, room, NOTE) if note else ():
                y += STEP_NOTE
                labels.append(_label(left, y, line, NOTE, muted=True))
        lowest = max(lowest, y)
    return labels, lowest


def _label(x: float, y: float, text: str, font: float, bold: bool = False, muted: bool = False) -> Label:
    return Label(unit(x), unit(y), text, font, text_width(text, font, bold), bold=bold, muted=muted)
