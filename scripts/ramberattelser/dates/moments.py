"""One point of time, or one end of a span: a unit of the calendar, and the days that it leaves open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .bounds import Bound
from .units import DAY, PARTS, WINTER, Precision, months, widened


@dataclass(frozen=True, slots=True)
class Moment:
    """One end of a span, or a point: a calendar unit with what was said around it.

    ``number`` is the month, or the EDTF code of a season or part; ``word`` the Swedish word it is written
    with. ``both``: a winter that is named by both of its years, of which ``year`` is the first.
    """

    precision: Precision
    year: int
    number: int = 0
    day: int = 0
    word: str = ""
    circa: bool = False
    doubtful: bool = False
    limit: str = ""
    both: bool = False

    def nominal(self) -> tuple[date, date]:
        """First and last day of the unit named, without regard to "omkring", "före" and the like."""
        year = self.year
        match self.precision:
            case "day":
                return date(year, self.number, self.day), date(year, self.number, self.day)
            case "month":
                return months(year, self.number, self.number)
            case "season" if self.both:
                return date(year, 12, 1), months(year + 1, 2, 2)[1]
            case "season" if self.number == WINTER:
                return date(year - 1, 12, 1), months(year + 1, 2, 2)[1]
            case "season":
                first = 3 * (self.number - 20)
                return months(year, first, first + 2)
            case "part":
                _, first, last = PARTS[self.word]
                return months(year, first, last)
            case "decade":
                return date(year, 1, 1), date(year + 9, 12, 31)
            case _:
                return date(year, 1, 1), date(year, 12, 31)

    def bound(self) -> Bound:
        """The days between which it must lie, "omkring" and limits such as "före" counted in."""
        first, last = self.nominal()
        if self.circa:
            first, last = widened(self.precision, first, last)
        match self.limit:
            case "före":
                return Bound(None, (last if self.circa else first) - DAY)
            case "senast":
                return Bound(None, last)
            case "efter":
                return Bound((first if self.circa else last) + DAY, None)
            case "tidigast":
                return Bound(first, None)
            case _:
                return Bound(first, last)
