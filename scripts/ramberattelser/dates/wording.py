"""Dates in Swedish, in lower case, so that :func:`.parse` can read them again."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from .moments import Moment
from .units import MONTHS, WINTER

Style = Literal["compact", "text"]

_EITHER = {"senast": "eller tidigare", "tidigast": "eller senare"}


def moment_words(moment: Moment) -> str:
    """The Swedish wording of a moment, with a no-break space between day and month."""
    match moment.precision:
        case "day":
            words = f"{moment.day}\u00a0{MONTHS[moment.number - 1]} {moment.year}"
        case "month":
            words = f"{MONTHS[moment.number - 1]} {moment.year}"
        case "season" if moment.both:
            words = f"{moment.word} {moment.year}/{moment.year + 1}"
        case "season" | "part":
            words = f"{moment.word} {moment.year}"
        case "decade":
            words = moment.word
        case _:
            words = str(moment.year)
    around = [moment.limit] * bool(moment.limit) + ["omkring"] * moment.circa
    return " ".join([*around, words]) + "?" * moment.doubtful


def span_words(start: Moment | None, end: Moment | None, style: Style) -> str:
    """The Swedish wording of a span, None being an end that is open. Styles as in :meth:`.When.swedish`."""
    first = moment_words(start) if start else ""
    last = moment_words(end) if end else ""
    if style == "text" and start and not end:
        return _since(start)
    if style == "text" and not first:
        return f"till och med {last}"
    if style == "text" and start and start.limit in _EITHER:
        return f"{_since(start)} till {last}"
    if start and end and _same_month(start, end):
        return f"{start.day}–{last}"
    if start and end and _like_one_winter(start, end):
        return f"från {first} till {last}"
    return f"{first}–{last}"


def _since(start: Moment) -> str:
    """Return "från 2006", or "från 2006 eller tidigare": "senast" would be read as "most recently" there."""
    either = _EITHER.get(start.limit)
    if not either:
        return f"från {moment_words(start)}"
    return f"från {moment_words(replace(start, limit=''))} {either}"


def _like_one_winter(first: Moment, last: Moment) -> bool:
    """True where a dash would make one winter of the two, "vintern 2015–2016"."""
    winter = first.precision == "season" and first.number == WINTER and not (first.both or first.doubtful)
    year = last.precision == "year" and not (last.circa or last.limit)
    return winter and year and last.year == first.year + 1


def _same_month(first: Moment, last: Moment) -> bool:
    """True of two plain days, with nothing said around them, in one month."""
    plain = replace(first, day=0) == replace(last, day=0)
    return plain and first.precision == "day" and not (first.circa or first.doubtful or first.limit)
