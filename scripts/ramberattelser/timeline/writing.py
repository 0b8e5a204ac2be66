"""Text in a picture: from its top and its anchor to baselines and a box."""

from __future__ import annotations

from typing import Literal

from .picture import Place, Rect, Text
from .widths import text_width

# DejaVu Sans reaches 0.93 em above the baseline and 0.24 em below it.
_LINE, _ASCENT = 1.2, 0.95


def line_height(font: float) -> float:
    """From one baseline to the next."""
    return font * _LINE


def text_at(
    lines: tuple[str, ...],
    x: float,
    top: float,
    font: float,
    anchor: Literal["start", "end"],
    place: Place,
    width: float | None = None,
    bold: bool = False,
) -> Text:
    """Lines of text under ``top``, beginning or ending at x; ``width`` saves measuring them again."""
    if width is None:
        width = max((text_width(line, font, bold) for line in lines), default=0.0)
    x0 = x - width if anchor == "end" else x
    box = Rect(*(round(edge, 1) for edge in (x0, top, x0 + width, top + len(lines) * line_height(font))))
    return Text(
        lines, round(x, 1), round(top + _ASCENT * font, 1), round(line_height(font), 1), anchor, place, box
    )
