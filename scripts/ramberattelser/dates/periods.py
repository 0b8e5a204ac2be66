"""Periods beside each other: two dates as one span, what overlaps, and what lies in a period."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from .forms import DateError
from .units import DAY
from .when import When, between, undated


def span(first: When | None, last: When | None) -> When:
    """One span from two dates kept in two fields (``från``, ``till``); None or undated is open on that side.

    Of a date that is itself a span, its beginning serves as the first and its end as the last. Raises
    :class:`DateError` ("slut före början"), with both texts joined by an en dash.
    """
    written = "–".join(end.written if end else "" for end in (first, last))
    start = first.first if first else None
    end = (last.first if last.kind == "point" else last.last) if last else None
    try:
        when = between(start, end) if start or end else undated()
    except DateError as error:
        raise DateError(written, error.reason) from None
    return replace(when, written=written)


def overlap(a: When, b: When) -> bool:
    """Do they certainly overlap, wherever within their bounds they began and ended?

    Two spans that share only the day where one ends and the other begins hand over and do not overlap.
    """
    one = _begins_before_end(a, b)
    other = _begins_before_end(b, a)
    if one is None or other is None:
        return False
    slack = timedelta(0) if "point" in (a.kind, b.kind) else DAY
    return one >= slack and other >= slack


def contains(period: When, day: date, *, certain: bool = True) -> bool:
    """Does the day lie in the period, certainly or (``certain=False``) possibly? No end means it goes on."""
    if period.kind == "undated":
        return not certain
    if certain:
        goes_on = period.kind == "span" and period.last is None
        start = period.start.latest or period.end.latest  # nothing begins after its end
        begun = start is not None and start <= day
        return begun and (goes_on or (period.end.earliest is not None and day <= period.end.earliest))
    begun = period.start.earliest is None or period.start.earliest <= day
    return begun and (period.end.latest is None or day <= period.end.latest)


def _begins_before_end(a: When, b: When) -> timedelta | None:
    """Days from a's latest beginning to b's earliest end: None if unknown, negative if it may come after."""
    end = _least_end(b)
    return end - a.start.latest if end and a.start.latest else None


def _least_end(when: When) -> date | None:
    """The earliest day it can have ended: never before it can have begun."""
    known = [day for day in (when.end.earliest, when.start.earliest) if day]
    return max(known) if known else None
