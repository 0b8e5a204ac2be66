"""The band of the undated: a mark and words for each, in the order of the data, like running text."""

from __future__ import annotations

from collections.abc import Sequence

from .items import Item, Lane, caption
from .packing import Setting
from .picture import Mark, Rect
from .widths import text_width, wrapped
from .writing import line_height, text_at

_MARK = 9.0
_INDENT = _MARK + 7.0
_BETWEEN = 22.0
_ROW_GAP = 7.0


def undated_band(lanes: Sequence[Lane], setting: Setting, y: float) -> list[Mark]:
    """Marks from y down, row by row; words begin with the lane's signature, as hue alone would not do."""
    marks: list[Mark] = []
    x = setting.left
    line = line_height(setting.font)
    for lane in lanes:
        for item in lane.items:
            if item.when.kind != "undated":
                continue
            words = f"{lane.signature}: {caption(item)}" if lane.signature else caption(item)
            lines = wrapped(words, setting.right - setting.left - _INDENT, setting.font, setting.bold)
            width = max(text_width(one, setting.font, setting.bold) for one in lines)
            if x > setting.left and x + _INDENT + width > setting.right:
                x, y = setting.left, _below(marks) + _ROW_GAP
            marks.append(_mark(lane, item, lines, setting, (x, y, width)))
            x += _INDENT + width + _BETWEEN
            if len(lines) > 1:  # a row of its own
                x, y = setting.left, y + len(lines) * line + _ROW_GAP
    return marks


def _below(marks: Sequence[Mark]) -> float:
    return max(mark.text.box.y1 for mark in marks)


def _mark(
    lane: Lane, item: Item, lines: tuple[str, ...], setting: Setting, at: tuple[float, float, float]
) -> Mark:
    x, y, width = at
    top = y + (line_height(setting.font) - _MARK) / 2
    box = Rect(*(round(edge, 1) for edge in (x, top, x + _MARK, top + _MARK)))
    text = text_at(lines, x + _INDENT, y, setting.font, "start", "right", width)
    when = item.when.swedish()
    return Mark(lane, item, item.label, when, "undated", box.y0, _MARK, (), (), (), box, text)
