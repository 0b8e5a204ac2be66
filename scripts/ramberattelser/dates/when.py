"""A date as written, with what it says: when it began and ended, in which order, in words, to be drawn."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from .bounds import UNKNOWN, Bound
from .edges import UNDRAWN, Edges, point_edges, span_edges
from .edtf import moment_edtf, span_edtf
from .forms import DateError
from .moments import Moment
from .units import DAY, WINTER, Precision
from .wording import Style, moment_words, span_words

Kind = Literal["point", "span", "undated"]


@dataclass(frozen=True, slots=True)
class When:
    """A date as written, and what it says. A point has the same bound for start and end.

    ``circa`` tells that either end is approximate; ``precision`` is that of the start or point; ``first`` and
    ``last`` are the two ends as read (None where open), ``last`` being None for a point.
    """

    written: str
    start: Bound
    end: Bound
    kind: Kind
    open_end: bool
    open_start: bool
    circa: bool
    precision: Precision
    first: Moment | None = None
    last: Moment | None = None

    def swedish(self, capital: bool = False, style: Style = "compact") -> str:
        """The date in Swedish. Open spans are "2015–" when compact, "från 2015" as text.

        Two days of one month are "28–29 april 2014".
        """
        if self.kind == "undated":
            words = "odaterat"
        elif self.kind == "point" and self.first:
            words = moment_words(self.first)
        else:
            words = span_words(self.first, self.last, style)
        return words[:1].upper() + words[1:] if capital else words

    def edtf(self) -> str:
        """The EDTF form: "XXXX" for undated, ".." for an open end, a set, "[..2006]", for "senast 2006"."""
        if self.kind == "undated":
            return "XXXX"
        if self.kind == "point" and self.first:
            return moment_edtf(self.first)
        return span_edtf(self.first, self.last)

    def sort_key(self) -> tuple[int, int, int, int, int]:
        """A key that orders any two dates; those with the same bounds have equal keys.

        Undated comes last. Otherwise by the first day of the unit named (for an unknown beginning the nearest
        unit that is named, so "före 2010" stands just before 2010 and "–2013" just before 2013), unbounded
        beginnings first, then wider before narrower (2016, våren 2016, 1 mars 2016), then longer before
        shorter (2015–, 2015–2018, 2015).
        """
        named = self.first or self.last
        if named is None:
            return (1, 0, 0, 0, 0)
        first, last = named.nominal()
        # A winter of one year begins the year before, yet a reader looks for it under its year.
        if named.number == WINTER and not named.both:
            first = date(named.year, 1, 1)
        anchor = last + DAY if named.limit == "efter" else first
        bounded = int(self.start.earliest is not None)
        begun, ended = (bound.latest or date.max for bound in (self.start, self.end))
        return (0, anchor.toordinal(), bounded, -begun.toordinal(), -ended.toordinal())

    def edges(self, source: Bound | None = None) -> Edges:
        """What is certain and what is not, for drawing.

        ``source``: when the source was written. What it gives no end is certain until then, uncertain during
        that time and unknown thereafter.
        """
        if self.kind == "undated":
            return UNDRAWN
        hard_start = self.start.exact and not (self.first and self.first.doubtful)
        if self.kind == "point":
            return point_edges(self.start, hard_start)
        hard_end = self.end.exact and not (self.last and self.last.doubtful)
        return span_edges(self.start, self.end, hard_start, hard_end, source)


def undated() -> When:
    """A time of which nothing is known."""
    return When("", UNKNOWN, UNKNOWN, "undated", False, False, False, "none")


def point(moment: Moment) -> When:
    """A time that is one unit of the calendar."""
    bound = moment.bound()
    open_end, open_start = bound.latest is None, bound.earliest is None
    return When("", bound, bound, "point", open_end, open_start, moment.circa, moment.precision, moment)


def between(first: Moment | None, last: Moment | None) -> When:
    """A span, None being open; what each end says narrows the other, since nothing ends before it begins.

    Raises :class:`DateError` ("slut före början"), without a text.
    """
    start = first.bound() if first else UNKNOWN
    end = last.bound() if last else UNKNOWN
    begun, ended = start.earliest, end.latest
    if begun and ended and ended < begun:
        raise DateError("", "slut före början")
    if first and ended:
        start = Bound(begun, min(start.latest or ended, ended))
    if last and begun:
        end = Bound(max(end.earliest or begun, begun), ended)
    circa = any(moment.circa for moment in (first, last) if moment)
    precision: Precision = first.precision if first else "none"
    open_end, open_start = last is None or end.latest is None, first is None or start.earliest is None
    return When("", start, end, "span", open_end, open_start, circa, precision, first, last)
