"""The same items as rows, for the list with its rails and for the table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from .items import Item, Lane
from .rails import Line, line_states
from .wording import end_text, start_text


@dataclass(frozen=True, slots=True)
class Rail:
    """One lane beside one row: its line, whether it starts or stops at this row, and the mark of the row's
    item.

    The line is "on" where the lane is known to exist, "maybe" where it may. A "dot" is an event whose day or
    year is given, a "span" a period or a time that is known only roughly.
    """

    line: Line
    starts: bool
    stops: bool
    mark: Literal["", "dot", "span"]

    @property
    def classes(self) -> str:
        """The class names of the stylesheet, such as "on from dot span"."""
        line = "" if self.line == "none" else self.line
        mark = "dot span" if self.mark == "span" else self.mark
        return " ".join(part for part in (line, "from" * self.starts, "to" * self.stops, mark) if part)


@dataclass(frozen=True, slots=True)
class Row:
    """One item: label and date as in the picture, beginning and end in words, a rail for every lane."""

    lane: Lane
    item: Item
    label: str
    date: str
    start_text: str
    end_text: str
    rails: tuple[Rail, ...]


def rows(lanes: Sequence[Lane]) -> list[Row]:
    """One row per item: by date, then in the order of the lanes, then by id; undated items last."""
    ordered = sorted(
        ((lane, item, place) for place, lane in enumerate(lanes) for item in lane.items),
        key=lambda one: (one[1].when.sort_key(), one[2], one[1].id),
    )
    days = [_day(item) for _, item, _ in ordered]
    tracks = [_track(place, ordered, days) for place in range(len(lanes))]
    return [
        Row(
            lane=lane,
            item=item,
            label=item.label,
            date=item.when.swedish(),
            start_text=start_text(item),
            end_text=end_text(item),
            rails=tuple(track[at] for track in tracks),
        )
        for at, (lane, item, _) in enumerate(ordered)
    ]


def _track(place: int, ordered: Sequence[tuple[Lane, Item, int]], days: Sequence[date | None]) -> list[Rail]:
    """The rails of one lane, row by row."""
    own = [item if lane == place else None for _, item, lane in ordered]
    lines = line_states(own, days)
    rails = []
    for at, (line, item) in enumerate(zip(lines, own, strict=True)):
        before = lines[at - 1] if at else "none"
        after = lines[at + 1] if at + 1 < len(lines) else "none"
        ended = after == "none" and at + 1 < len(lines) and days[at + 1] is not None
        starts = line != "none" and before == "none" and not (item and item.when.open_start)
        stops = line != "none" and (ended or _ends_here(own, days[at], after))
        rails.append(Rail(line, starts, stops, _mark(item)))
    return rails


def _ends_here(own: Sequence[Item | None], day: date | None, after: Line) -> bool:
    """At the last dated row: has the lane's existence come to its end by that day?"""
    ends = [item.when.end.latest for item in own if item and item.kind == "existence"]
    known = [end for end in ends if end]
    past = day is not None and bool(known) and day >= max(known)
    return after == "none" and past and len(known) == len(ends)


def _mark(item: Item | None) -> Literal["", "dot", "span"]:
    if item is None:
        return ""
    moment = item.when.first
    exact = item.kind == "event" and item.when.kind == "point" and item.when.precision in ("day", "year")
    if exact and moment and not (moment.circa or moment.doubtful or moment.limit):
        return "dot"
    return "span"


def _day(item: Item) -> date | None:
    """The day by which an item is ordered; None for the undated."""
    undated, ordinal, *_ = item.when.sort_key()
    return None if undated else date.fromordinal(ordinal)
