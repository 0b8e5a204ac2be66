"""The same items as rows, for the list with its rails and for the table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from .items import Item, Lane
from .rails import Line, last_day, line_states
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
    heard: str
    """The date for those who listen: "från 2011", as the stroke of "2011–" is not read out."""
    start_text: str
    end_text: str
    rails: tuple[Rail, ...]


def rows(lanes: Sequence[Lane]) -> list[Row]:
    """One row per item: by date, lane and id; the undated last, lane by lane in the order of the data."""
    ordered = sorted(
        ((lane, item, place) for place, lane in enumerate(lanes) for item in lane.items),
        key=lambda one: (one[1].when.sort_key(), one[2], "" if one[1].when.kind == "undated" else one[1].id),
    )
    days = [_day(item) for _, item, _ in ordered]
    tracks = [_track(place, ordered, days) for place in range(len(lanes))]
    return [
        Row(
            lane=lane,
            item=item,
            label=item.label,
            date=item.when.swedish(),
            heard=item.when.swedish(style="text"),
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
    end = last_day(own)
    rails = []
    for at, (line, item, day) in enumerate(zip(lines, own, days, strict=True)):
        begins = line != "none" and (at == 0 or lines[at - 1] == "none")
        leaves = line != "none" and (at + 1 == len(lines) or lines[at + 1] == "none")
        # After the last day come the undated, or nothing: there a line just leaves off, unless it has ended.
        more = at + 1 < len(days) and days[at + 1] is not None
        ended = more or (day is not None and end is not None and day >= end)
        starts = begins and not (item and item.when.open_start)
        rails.append(_rail(line, starts, leaves and ended, _mark(item)))
    return rails


@cache  # there are but a few dozen different ones
def _rail(line: Line, starts: bool, stops: bool, mark: Literal["", "dot", "span"]) -> Rail:
    return Rail(line, starts, stops, mark)


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
