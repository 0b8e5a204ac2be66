"""Stretches of the calendar that have a name: their Swedish words, their EDTF codes, the days they cover."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Literal

Precision = Literal["day", "month", "season", "part", "year", "decade", "none"]

DAY = timedelta(days=1)
MONTHS = (
    *("januari", "februari", "mars", "april", "maj", "juni"),
    *("juli", "augusti", "september", "oktober", "november", "december"),
)
WINTER = 24
SEASONS = {"våren": 21, "sommaren": 22, "hösten": 23, "vintern": WINTER}
# EDTF has codes for quarters (33–36), thirds (37–39) and halves (40, 41) of a year beside the seasons.
PARTS = {
    "början av": (33, 1, 3),
    "mitten av": (38, 5, 8),
    "slutet av": (36, 10, 12),
    "senare delen av": (41, 7, 12),
    "första halvåret": (40, 1, 6),
    "andra halvåret": (41, 7, 12),
}
"""The words for a part of a year: its EDTF code, first month and last month."""


def months(year: int, first: int, last: int) -> tuple[date, date]:
    """Return the first and the last day of some months of a year."""
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def widened(precision: Precision, first: date, last: date) -> tuple[date, date]:
    """Return the first and the last day of what lies "omkring" a unit."""
    if precision == "day":
        return first - 14 * DAY, last + 14 * DAY
    months = {"month": 1, "season": 3, "part": 3, "year": 12, "decade": 60}[precision]
    return _shifted(first, -months), _shifted(last + DAY, months) - DAY


def _shifted(first_of_month: date, months: int) -> date:
    count = first_of_month.year * 12 + first_of_month.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)
