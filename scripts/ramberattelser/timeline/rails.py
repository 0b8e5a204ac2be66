"""Where a lane's line is drawn: solid where the organisation is known to exist, dotted where it may."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

from .items import Item

Line = Literal["none", "maybe", "on"]
_LINES: tuple[Line, ...] = ("none", "maybe", "on")


def line_states(own: Sequence[Item | None], days: Sequence[date | None]) -> list[Line]:
    """The state at each row of a list in order of time.

    ``own`` holds the lane's item in that row or None, ``days`` the day by which the row is ordered (None:
    undated). A lane's existence is told by its items of that kind. Before the first of them its own items are
    of what came before, so the line is dotted from the lane's first row on. A lane that has none (the nation)
    is on from its first row to the end.
    """
    dated = [at for at, item in enumerate(own) if item and item.when.kind != "undated"]
    lives = [(at, item) for at in dated if (item := own[at]) and item.kind == "existence"]
    if not dated:
        return ["none"] * len(days)
    otherwise: Line = "maybe" if _existence_undated(own) else "on"
    states: list[Line] = []
    for at, day in enumerate(days):
        if day is None or at < dated[0]:
            states.append("none")
        elif not lives:
            states.append(otherwise)
        elif at < lives[0][0]:
            states.append("maybe")
        else:
            states.append(max((_state(life, day) for row, life in lives if row <= at), key=_LINES.index))
    return states


def last_day(own: Sequence[Item | None]) -> date | None:
    """The last day on which the organisation can have existed; None if that is not known."""
    ends = [item.when.end.latest for item in own if item and item.kind == "existence"]
    known = [end for end in ends if end]
    return max(known) if known and len(known) == len(ends) else None


def _existence_undated(own: Sequence[Item | None]) -> bool:
    return any(item and item.kind == "existence" for item in own)


def _state(life: Item, day: date) -> Line:
    """The state of an organisation on a day at or after the row that tells of its existence."""
    when = life.when
    first = when.first
    # Of a plain "2005–" the row itself is the beginning; "omkring", "tidigast" and "?" leave it in doubt.
    doubt = first is not None and (first.circa or first.doubtful or first.limit in ("efter", "tidigast"))
    if doubt and (when.start.latest is None or day < when.start.latest):
        return "maybe"
    if when.kind == "point" or when.last is None:
        return "on"
    if when.end.earliest and day <= when.end.earliest:
        return "on"
    return "maybe" if when.end.latest is None or day <= when.end.latest else "none"
