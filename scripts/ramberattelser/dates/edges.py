"""What to draw of a date: what is certain of it, and where it has soft edges."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from .bounds import UNKNOWN, Bound
from .units import DAY


@dataclass(frozen=True, slots=True)
class Edges:
    """What to draw of a date: half-open stretches of days, ``(first day, day after the last)``.

    ``core`` is certain, the soft stretches are where the beginning or the end lies somewhere. A point that is
    no exact day has only ``soft_start``. An arrow stands where the data sets no bound: there the soft
    stretch, one year long, shows only a direction, unless it is the time in which the source was written.
    ``hard_start`` and ``hard_end``: the day is known.
    """

    soft_start: tuple[date, date] | None
    core: tuple[date, date] | None
    soft_end: tuple[date, date] | None
    arrow_start: bool = False
    arrow_end: bool = False
    hard_start: bool = False
    hard_end: bool = False

    @property
    def extent(self) -> tuple[date, date] | None:
        """First day drawn and the day after the last one; None for what is undated."""
        drawn = [stretch for stretch in (self.soft_start, self.core, self.soft_end) if stretch]
        return (min(s[0] for s in drawn), max(s[1] for s in drawn)) if drawn else None


UNDRAWN = Edges(None, None, None)
"""The edges of what is undated."""


def point_edges(bound: Bound, hard: bool) -> Edges:
    """The edges of a point; ``hard``: its day is known, and not doubted."""
    stretch = _stretch(bound)
    soft, core = (None, stretch) if hard else (stretch, None)
    return Edges(soft, core, None, bound.earliest is None, bound.latest is None, hard, hard)


def span_edges(start: Bound, end: Bound, hard_start: bool, hard_end: bool, source: Bound | None) -> Edges:
    """The edges of a span; ``source``: when the source was written, as in :meth:`.When.edges`."""
    soft_start = None if hard_start else _stretch(start)
    soft_end = None if hard_end else _stretch(end)
    core = _core(start, end, hard_start, hard_end, source.earliest if source else None)
    begun = core or soft_start
    if begun and end == UNKNOWN and source and source.latest and begun[1] <= source.latest:
        soft_end = begun[1], source.latest + DAY
    if soft_start and soft_end and soft_end[0] < soft_start[1]:  # then nothing is certain in between
        soft_start, soft_end = (min(soft_start[0], soft_end[0]), max(soft_start[1], soft_end[1])), None
    arrow_start, arrow_end = start.earliest is None, end.latest is None
    return Edges(soft_start, core, soft_end, arrow_start, arrow_end, hard_start, hard_end)


def _stretch(bound: Bound) -> tuple[date, date] | None:
    """The half-open stretch of a bound; one year beside the known day where the other side is open."""
    if bound.earliest and bound.latest:
        return bound.earliest, bound.latest + DAY
    if bound.latest:
        return bound.latest + DAY - timedelta(days=365), bound.latest + DAY
    if bound.earliest:
        return bound.earliest, bound.earliest + timedelta(days=365)
    return None


def _core(
    start: Bound, end: Bound, hard_start: bool, hard_end: bool, until: date | None
) -> tuple[date, date] | None:
    """The half-open stretch between the last day it can begin and the first day it can end."""
    begin = start.latest + DAY if start.latest and not hard_start else start.latest
    finish = end.latest + DAY if end.latest and hard_end else end.earliest
    if begin is None and hard_end:
        begin = end.latest
    if finish is None and end == UNKNOWN:
        finish = max(until or date.min, begin + DAY) if hard_start and begin else until
    return (begin, finish) if begin and finish and begin < finish else None
