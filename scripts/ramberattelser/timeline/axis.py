"""The axis of years: where a day lies, and which years get a line and a label."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from .picture import Tick
from .widths import text_width

_STEPS = (1, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000)
_FEW_YEARS = 10
_CLOSEST_LINES = 4.0
_LABEL_GAP = 6.0
_LABEL_INDENT = 3.0


@dataclass(frozen=True, slots=True)
class Axis:
    """Whole years, ``first`` to ``last``, all equally wide, between ``left`` and ``right``."""

    first: int
    last: int
    left: float
    right: float

    @property
    def year_width(self) -> float:
        """Units per year."""
        return (self.right - self.left) / (self.last - self.first + 1)

    def x(self, day: date) -> float:
        """Where the day begins, kept within the axis."""
        opening = date(day.year, 1, 1)
        share = (day - opening).days / (date(day.year + 1, 1, 1) - opening).days
        x = self.left + (day.year - self.first + share) * self.year_width
        return min(max(x, self.left), self.right)


def axis_over(extents: Iterable[tuple[date, date]], left: float, right: float) -> Axis | None:
    """The axis of whole years that holds all half-open stretches of days; None if there are none."""
    stretches = list(extents)
    if not stretches:
        return None
    last = max(stretch[1] for stretch in stretches) - timedelta(days=1)
    return Axis(min(stretch[0] for stretch in stretches).year, last.year, left, right)


def ticks(axis: Axis, limit: float, font: float) -> tuple[Tick, ...]:
    """Lines and labels for a wide picture: every fifth year (fewer on a long axis), the first and the last.

    No label passes ``limit`` or comes close to another.
    """
    wide = text_width("0000", font, bold=True) + 2 * _LABEL_GAP
    few = axis.last - axis.first < _FEW_YEARS
    major = next((step for step in _STEPS[not few :] if step * axis.year_width >= wide), _STEPS[-1])
    minor = next((step for step in _STEPS if step * axis.year_width >= _CLOSEST_LINES), _STEPS[-1])
    years = range(axis.first, axis.last + 2)
    strong = {axis.first, axis.last + 1, *(year for year in years if year % major == 0)}
    lined = strong | {axis.last} | {year for year in years if year % minor == 0}
    labels = _labels(axis, [axis.first, axis.last, *sorted(strong)], limit, font)
    return tuple(_tick(axis, year, year in strong, labels) for year in sorted(lined))


def boundary_ticks(axis: Axis, years: Iterable[int], limit: float, font: float) -> tuple[Tick, ...]:
    """Lines for a small picture: at those of the years, weightiest first, whose label has room."""
    fives = [year for year in range(axis.first, axis.last + 1) if year % 5 == 0]
    labels = _labels(axis, [axis.first, *years, *fives], limit, font)
    return tuple(_tick(axis, year, False, labels) for year in sorted(labels))


def _labels(axis: Axis, years: Iterable[int], limit: float, font: float) -> dict[int, float]:
    """Where the label of each year begins, for the years whose label keeps clear of those before it."""
    placed: dict[int, float] = {}
    width = text_width("0000", font, bold=True)
    for year in years:
        if not axis.first <= year <= axis.last or year in placed:
            continue
        x = min(axis.left + (year - axis.first) * axis.year_width + _LABEL_INDENT, limit - width)
        if all(abs(x - other) >= width + _LABEL_GAP for other in placed.values()):
            placed[year] = x
    return placed


def _tick(axis: Axis, year: int, strong: bool, labels: dict[int, float]) -> Tick:
    x = round(axis.left + (year - axis.first) * axis.year_width, 1)
    return Tick(year, x, strong, str(year) if year in labels else "", round(labels.get(year, 0.0), 1))
