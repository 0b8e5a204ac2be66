"""Dates for machines: EDTF, the Extended Date/Time Format of ISO 8601-2."""

from __future__ import annotations

from datetime import date

from .moments import Moment


def moment_edtf(moment: Moment) -> str:
    """The EDTF form of a point; one with a limit is a set, "[..2006]" for "senast 2006"."""
    marks = _marks(moment.circa, moment.doubtful)
    begin, text = _unit(moment, begins=True) + marks, _unit(moment) + marks
    if not moment.limit:
        return text if begin == text else f"[{begin}..{text}]"
    bound = moment.bound()
    text = begin if bound.latest is None else text
    if moment.limit == "före" and bound.latest:
        text = bound.latest.isoformat()
    if moment.limit == "efter" and bound.earliest:
        text = bound.earliest.isoformat()
    return f"[..{text}]" if bound.earliest is None else f"[{text}..]"


def span_edtf(first: Moment | None, last: Moment | None, without: str = "..") -> str:
    """The EDTF form of a span; ``without`` stands for an end that is not given, ".." open or "" unknown."""
    ends = ((first, True), (last, False))
    return "/".join(_end(moment, begins) if moment else without for moment, begins in ends)


def _end(moment: Moment, begins: bool) -> str:
    """EDTF has no "before" inside an interval, so a limit becomes "uncertain"."""
    return _unit(moment, begins) + _marks(moment.circa, moment.doubtful or bool(moment.limit))


def _unit(moment: Moment, begins: bool = False) -> str:
    """The unit; of a winter in two years, which has no code, its first month (``begins``) or its last."""
    match moment.precision:
        case "season" if moment.both:
            return f"{moment.year}-12" if begins else f"{moment.year + 1}-02"
        case "day":
            return date(moment.year, moment.number, moment.day).isoformat()
        case "month" | "season" | "part":
            return f"{moment.year}-{moment.number:02}"
        case "decade":
            return f"{moment.year // 10}X"
        case _:
            return str(moment.year)


def _marks(circa: bool, doubtful: bool) -> str:
    return "%" if circa and doubtful else "~" * circa + "?" * doubtful
