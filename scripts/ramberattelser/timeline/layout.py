"""From lanes to a picture: bands one under the other, and in each of them rows of bars with their words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil
from typing import Literal

from .axis import Axis, axis_over, boundary_ticks, ticks
from .items import Item, ItemKind, Lane, caption
from .packing import Entry, PackedRow, Setting, packed
from .picture import UNDATED_NAME, Arrow, Band, Mark, Part, Picture, Rect, Text, Tick
from .undated import undated_band
from .widths import wrapped
from .writing import line_height, text_at

_RIGHT_MARGIN = 12.0  # room for an arrow at the end of the axis
_NAME_FONT, _NAME_X, _NAME_GAP = 15.0, 16.0, 10.0
_TOP, _TICK_Y, _TICK_FONT = 26.0, 17.0, 13.5
_MEMBERS = "Medlemmar"

# Kinds that share rows, top to bottom.
_GROUPS: tuple[tuple[ItemKind, ...], ...] = (("existence",), ("phase", "missing"), ("event",), ("member",))


@dataclass(frozen=True, slots=True)
class _Sizes:
    """Heights of bars by kind, gaps under a row by kind, padding of a band, whether captions carry dates."""

    bars: dict[ItemKind, float]
    gaps: dict[ItemKind, float]
    pad: float
    dates: bool


_WIDE = _Sizes(
    {"existence": 19, "phase": 19, "missing": 19, "event": 12, "member": 14},
    {"existence": 9, "phase": 9, "missing": 9, "event": 10, "member": 3},
    18.0,
    True,
)
_SMALL = _Sizes(
    {"existence": 26, "phase": 26, "missing": 26, "event": 16, "member": 18},
    {"existence": 8, "phase": 8, "missing": 8, "event": 8, "member": 6},
    4.0,
    False,
)


def layout(
    lanes: Sequence[Lane],
    width: float = 1190.0,
    label_width: float = 158.0,
    font: float = 13.5,
    years: tuple[int, int] | None = None,
) -> Picture:
    """All lanes on one axis, names in a column ``label_width`` wide, undated items in a band at the end.

    ``years``, first and last, makes the axis at least that long, so that pictures can share one. Same input,
    same picture. Words are label and date. Nothing overlaps and nothing leaves the picture as
    long as the plot (``width`` less ``label_width``) has room for a few letters.
    """
    items = [item for lane in lanes for item in lane.items]
    axis = _axis(items, label_width, width - _RIGHT_MARGIN, years)
    setting = Setting(font, False, label_width + 2, width - 2)
    bands: list[Band] = []
    marks: list[Mark] = []
    y = _TOP
    for lane in lanes:
        heads, drawn, bottom = _band_content(lane, axis, setting, _WIDE, y + _WIDE.pad)
        name = _name(lane.name, label_width, y)
        bottom = max(bottom, name.box.y1) + _WIDE.pad
        bands.append(Band(lane, y, round(bottom - y, 1), name, heads))
        marks += drawn
        y = round(bottom, 1)
    dated = y
    if loose := undated_band(lanes, setting, y + _WIDE.pad):
        name = _name(UNDATED_NAME, label_width, y)
        bottom = max(name.box.y1, *(max(mark.box.y1, mark.text.box.y1) for mark in loose)) + _WIDE.pad
        bands.append(Band(None, y, round(bottom - y, 1), name))
        marks += loose
        y = round(bottom, 1)
    lines = ticks(axis, width - 2, font) if axis else ()
    return _picture(width, y, axis, Rect(label_width, _TOP - 2, width, dated), lines, bands, marks)


def layout_small(lane: Lane, width: float = 592.0, font: float = 15.0) -> Picture:
    """One lane alone, without a column of names: high bars, labels without dates, ticks where it turns.

    Meant for a lane's phases; undated items follow below, in order.
    """
    items = [item for item in lane.items if item.when.kind != "undated"]
    left = 12.0 if any(item.kind == "event" or item.when.open_start for item in items) else 4.0
    axis = _axis(items, left, width - _RIGHT_MARGIN)
    setting = Setting(font, True, 2.0, width - 2, alone=True)
    heads, marks, bottom = _band_content(lane, axis, setting, _SMALL, _TOP + _SMALL.pad)
    dated = bottom
    if loose := undated_band([lane], setting, bottom + 2 * _SMALL.pad):
        marks += loose
        bottom = max(max(mark.box.y1, mark.text.box.y1) for mark in loose)
    height = ceil(bottom + _SMALL.pad)
    name = text_at((), 0.0, _TOP, font, "start", "below", 0.0)
    bands = [Band(lane, _TOP, round(height - _TOP, 1), name, heads)]
    lines = boundary_ticks(axis, _turns(items, axis), width - 2, _TICK_FONT) if axis else ()
    return _picture(width, height, axis, Rect(0.0, 16.0, width, dated), lines, bands, marks)


def _axis(
    items: Sequence[Item], left: float, right: float, years: tuple[int, int] | None = None
) -> Axis | None:
    extents = [extent for item in items if (extent := item.when.edges(item.seen).extent)]
    if years:
        extents.append((date(years[0], 1, 1), date(years[1] + 1, 1, 1)))
    return axis_over(extents, left, right)


def _turns(items: Sequence[Item], axis: Axis) -> Iterator[int]:
    """The years in which something begins, then those in which something ends."""
    extents = [extent for item in items if (extent := item.when.edges(item.seen).extent)]
    yield from sorted({extent[0].year for extent in extents})
    yield from sorted({_year_before(extent[1]) for extent in extents} - {axis.last})


def _year_before(day: date) -> int:
    return date.fromordinal(day.toordinal() - 1).year


def _band_content(
    lane: Lane, axis: Axis | None, setting: Setting, sizes: _Sizes, y: float
) -> tuple[tuple[Text, ...], list[Mark], float]:
    """Sub-headings and marks of a lane's dated items from y down, and where they end."""
    heads: list[Text] = []
    marks: list[Mark] = []
    bottom = y
    for kinds in _GROUPS:
        items = [item for item in lane.items if item.kind in kinds and item.when.kind != "undated"]
        if axis is None or not items:
            continue
        items.sort(key=lambda item: (item.when.sort_key(), item.id))
        rows = packed([(item, caption(item) if sizes.dates else item.label) for item in items], axis, setting)
        if kinds == ("member",):
            heads.append(_head(rows, setting, y))
            y = heads[-1].box.y1 + sizes.gaps["member"]
        for row in rows:
            drawn = [_mark(lane, entry, setting, sizes, y) for entry in row]
            marks += drawn
            bottom = max(max(mark.box.y1, mark.text.box.y1) for mark in drawn)
            y = bottom + sizes.gaps[kinds[0]]
    return tuple(heads), marks, bottom


def _head(rows: Sequence[PackedRow], setting: Setting, y: float) -> Text:
    """The word over the members, where the first of them begins."""
    start = min(entry.outline.x0 for row in rows for entry in row)
    probe = text_at((_MEMBERS,), 0.0, y, setting.font, "start", "below", None, setting.bold)
    x = max(setting.left, min(start, setting.right - probe.box.x1))
    return text_at((_MEMBERS,), x, y, setting.font, "start", "below", None, setting.bold)


def _mark(lane: Lane, entry: Entry, setting: Setting, sizes: _Sizes, y: float) -> Mark:
    """An entry of a row that begins at y: bar and words on one middle line, or the words below the bar."""
    drawn, item = entry.outline, entry.item
    line = line_height(setting.font)
    height = sizes.bars[item.kind]
    if entry.place == "inside":  # else the edges would run through the letters
        height = max(height, ceil(line) + 2.0)
    tallest = height if entry.place == "below" else max(height, line)
    if drawn.shape == "point":
        tallest = max(tallest, drawn.x1 - drawn.x0)
    top = y + (tallest - height) / 2
    text_top = y + tallest + 3 if entry.place == "below" else y + (tallest - line) / 2
    anchor: Literal["start", "end"] = "end" if entry.place == "left" else "start"
    x = entry.text_x0 + entry.text_width if anchor == "end" else entry.text_x0
    reach = (drawn.x1 - drawn.x0) / 2 if drawn.shape == "point" else height / 2
    middle = y + tallest / 2
    box = Rect(_r(drawn.x0), _r(middle - reach), _r(drawn.x1), _r(middle + reach))
    return Mark(
        lane=lane,
        item=item,
        label=item.label,
        date=item.when.swedish(),
        shape=drawn.shape,
        y=_r(top),
        height=height,
        parts=tuple(Part(_r(part.x0), _r(part.x1), part.soft) for part in drawn.parts),
        edges=tuple(_r(x) for x in drawn.edges),
        arrows=tuple(Arrow(_r(arrow.x), arrow.direction) for arrow in drawn.arrows),
        box=box,
        text=text_at(entry.lines, x, text_top, setting.font, anchor, entry.place, entry.text_width),
    )


def _name(name: str, label_width: float, y: float) -> Text:
    lines = wrapped(name, label_width - _NAME_X - _NAME_GAP, _NAME_FONT, bold=True)
    return text_at(lines, _NAME_X, y + 10, _NAME_FONT, "start", "below", None, bold=True)


def _picture(
    width: float,
    height: float,
    axis: Axis | None,
    plot: Rect,
    lines: tuple[Tick, ...],
    bands: list[Band],
    marks: list[Mark],
) -> Picture:
    years = (axis.first, axis.last) if axis else None
    return Picture(width, ceil(height), years, plot, _TICK_Y, lines, tuple(bands), tuple(marks))


def _r(value: float) -> float:
    """One decimal is enough for a picture and keeps the output stable."""
    return round(value, 1)
