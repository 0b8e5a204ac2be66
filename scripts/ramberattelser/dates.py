"""Uncertain dates: read them as people write them, bound them, order them, word them in Swedish.

A date in the data is text: ``2015-01-01``, ``våren 2016``, ``omkring 2010``, ``2005–2012``, ``2015–``,
``odaterat``. :func:`parse` turns it into a :class:`When`, which keeps the text and adds two bounds: the days
between which the beginning must lie, and the days between which the end must lie. All days are inclusive
unless a name says otherwise.

Conventions, where Swedish leaves a choice:

- Seasons: vår mars–maj, sommar juni–augusti, höst september–november, vinter december–februari. A year does
  not say which of its two winters is meant, so the bounds of ``vintern 2016`` reach from December 2015 to
  February 2017.
- Parts: början av = januari–mars, mitten av = maj–augusti, slutet av = oktober–december, första halvåret =
  januari–juni, andra halvåret and senare delen av = juli–december.
- ``omkring`` widens the bounds: a day by 14 days, a month by one, a season or part by three months, a year by
  one, a decade by five years. The order of a list is not moved by it.
- ``2015-03`` is March, ``2016-21`` is the spring of 2016 (EDTF), ``2005-2012`` is a span. An en dash never
  joins a year and a month, so ``2005–12`` is refused rather than guessed.
- ``1900-talet``, ``10-talet`` and ``20-talet`` can mean two things and are refused; ``00-talet`` is
  2000–2009.

Nothing here reads a clock, a locale or a file. EDTF is the Extended Date/Time Format of ISO 8601-2.
"""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

Precision = Literal["day", "month", "season", "part", "year", "decade", "none"]
Kind = Literal["point", "span", "undated"]
Style = Literal["compact", "text"]
Reason = Literal[
    "tomt",
    "okänd form",
    "ogiltigt datum",
    "ogiltig årstid",
    "ogiltigt år",
    "tvetydigt årtionde",
    "slut före början",
]

FIRST_YEAR, LAST_YEAR = 1000, 2999
"""Years outside these are taken for slips of the pen."""

FORMS: tuple[str, ...] = (
    "2015",
    "2015-03",
    "2015-03-01",
    "mars 2016",
    "1 mars 2016",
    "våren 2016",
    "2016-21",
    "början av 2018",
    "mitten av 2018",
    "slutet av 2018",
    "senare delen av 2018",
    "första halvåret 2018",
    "andra halvåret 2018",
    "90-talet",
    "omkring 2010",
    "2016?",
    "före 2010",
    "senast 2006",
    "efter 2012",
    "tidigast 2006",
    "2005–2012",
    "våren 2016–hösten 2018",
    "2015–",
    "sedan 2002",
    "–2013",
    "t.o.m. 2013",
    "odaterat",
)
"""One Swedish example of every allowed form, for the text of an error message."""

_MONTHS = (
    *("januari", "februari", "mars", "april", "maj", "juni"),
    *("juli", "augusti", "september", "oktober", "november", "december"),
)
_WINTER = 24
_SEASONS = {"våren": 21, "sommaren": 22, "hösten": 23, "vintern": _WINTER}
# EDTF has codes for quarters (33–36), thirds (37–39) and halves (40, 41) of a year beside the seasons.
_PARTS = {
    "början av": (33, 1, 3),
    "mitten av": (38, 5, 8),
    "slutet av": (36, 10, 12),
    "senare delen av": (41, 7, 12),
    "första halvåret": (40, 1, 6),
    "andra halvåret": (41, 7, 12),
}
_LIMITS = ("före", "efter", "senast", "tidigast")
_UNDATED = ("..", "odaterat", "okänt")
_OPEN = ("", *_UNDATED)
_LONGEST = 120
_DAY = timedelta(days=1)


class DateError(ValueError):
    """A text that is no date. ``text`` is what was written, ``reason`` one of the codes of :data:`Reason`."""

    def __init__(self, text: str, reason: Reason) -> None:
        super().__init__(text, reason)
        self.text = text
        self.reason: Reason = reason

    def __str__(self) -> str:
        """For a trace; what a reader sees is worded elsewhere."""
        return f"{self.reason}: {self.text!r}"


@dataclass(frozen=True, slots=True)
class Bound:
    """The first and the last day on which something can have happened; None is unbounded or unknown."""

    earliest: date | None
    latest: date | None

    @property
    def exact(self) -> bool:
        """True when the day itself is known."""
        return self.earliest is not None and self.earliest == self.latest


UNKNOWN = Bound(None, None)


@dataclass(frozen=True, slots=True)
class Moment:
    """One end of a span, or a point: a calendar unit with what was said around it.

    ``number`` is the month, or the EDTF code of a season or part; ``word`` the Swedish word it is written
    with.
    """

    precision: Precision
    year: int
    number: int = 0
    day: int = 0
    word: str = ""
    circa: bool = False
    doubtful: bool = False
    limit: str = ""

    def nominal(self) -> tuple[date, date]:
        """First and last day of the unit named, without regard to "omkring", "före" and the like."""
        year = self.year
        match self.precision:
            case "day":
                return date(year, self.number, self.day), date(year, self.number, self.day)
            case "month":
                return _months(year, self.number, self.number)
            case "season" if self.number == _WINTER:
                return date(year - 1, 12, 1), _months(year + 1, 2, 2)[1]
            case "season":
                first = 3 * (self.number - 20)
                return _months(year, first, first + 2)
            case "part":
                _, first, last = _PARTS[self.word]
                return _months(year, first, last)
            case "decade":
                return date(year, 1, 1), date(year + 9, 12, 31)
            case _:
                return date(year, 1, 1), date(year, 12, 31)

    def bound(self) -> Bound:
        """The days between which it must lie, "omkring" and limits such as "före" counted in."""
        first, last = self.nominal()
        if self.circa:
            first, last = _widened(self.precision, first, last)
        match self.limit:
            case "före":
                return Bound(None, (last if self.circa else first) - _DAY)
            case "senast":
                return Bound(None, last)
            case "efter":
                return Bound((first if self.circa else last) + _DAY, None)
            case "tidigast":
                return Bound(first, None)
            case _:
                return Bound(first, last)

    def swedish(self) -> str:
        """The Swedish wording, lower case, with a no-break space between day and month."""
        match self.precision:
            case "day":
                words = f"{self.day}\u00a0{_MONTHS[self.number - 1]} {self.year}"
            case "month":
                words = f"{_MONTHS[self.number - 1]} {self.year}"
            case "season" | "part":
                words = f"{self.word} {self.year}"
            case "decade":
                words = self.word
            case _:
                words = str(self.year)
        around = [self.limit] * bool(self.limit) + ["omkring"] * self.circa
        return " ".join([*around, words]) + "?" * self.doubtful

    def edtf(self, inside_span: bool = False) -> str:
        """The EDTF form.

        ``inside_span``: EDTF has no "before" inside an interval, so a limit becomes "uncertain".
        """
        match self.precision:
            case "day":
                text = date(self.year, self.number, self.day).isoformat()
            case "month" | "season" | "part":
                text = f"{self.year}-{self.number:02}"
            case "decade":
                text = f"{self.year // 10}X"
            case _:
                text = str(self.year)
        doubtful = self.doubtful or (inside_span and bool(self.limit))
        text += "%" if self.circa and doubtful else "~" * self.circa + "?" * doubtful
        if not self.limit or inside_span:
            return text
        bound = self.bound()
        if self.limit == "före" and bound.latest:
            text = bound.latest.isoformat()
        if self.limit == "efter" and bound.earliest:
            text = bound.earliest.isoformat()
        return f"[..{text}]" if bound.earliest is None else f"[{text}..]"


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
        first = self.first.swedish() if self.first else ""
        last = self.last.swedish() if self.last else ""
        if self.kind == "undated":
            words = "odaterat"
        elif self.kind == "point":
            words = first
        elif style == "text" and not last:
            limit = self.first.limit if self.first else ""
            soonest = limit in ("senast", "tidigast")
            words = f"{limit} från {first.removeprefix(limit).lstrip()}" if soonest else f"från {first}"
        elif style == "text" and not first:
            words = f"till och med {last}"
        elif self.first and self.last and _same_month(self.first, self.last):
            words = f"{self.first.day}–{last}"
        else:
            words = f"{first}–{last}"
        return words[:1].upper() + words[1:] if capital else words

    def edtf(self) -> str:
        """The EDTF form: "XXXX" for undated, ".." for an open end, a set, "[..2006]", for "senast 2006"."""
        if self.kind == "undated":
            return "XXXX"
        if self.kind == "point" and self.first:
            return self.first.edtf()
        first, last = (end.edtf(inside_span=True) if end else ".." for end in (self.first, self.last))
        return f"{first}/{last}"

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
        if named.number == _WINTER:  # begins the year before, yet a reader looks for it under its year
            first = date(named.year, 1, 1)
        anchor = last + _DAY if named.limit == "efter" else first
        bounded = int(self.start.earliest is not None)
        begun, ended = (bound.latest or date.max for bound in (self.start, self.end))
        return (0, anchor.toordinal(), bounded, -begun.toordinal(), -ended.toordinal())

    def edges(self, source: Bound | None = None) -> Edges:
        """What is certain and what is not, for drawing.

        ``source``: when the source was written. What it gives no end is certain until then, uncertain during
        that time and unknown thereafter.
        """
        hard_start = self.start.exact and not (self.first and self.first.doubtful)
        hard_end = self.end.exact and not (self.last and self.last.doubtful)
        soft_start = None if hard_start else _stretch(self.start)
        arrow_start = self.start.earliest is None and self.kind != "undated"
        if self.kind != "span":
            core = _stretch(self.start) if hard_start else None
            arrow_end = self.start.latest is None and self.kind != "undated"
            return Edges(soft_start, core, None, arrow_start, arrow_end, hard_start, hard_start)
        soft_end = None if hard_end else _stretch(self.end)
        core = _core(self.start, self.end, hard_start, hard_end, source.earliest if source else None)
        begun = core or soft_start
        if begun and self.end == UNKNOWN and source and source.latest and begun[1] <= source.latest:
            soft_end = begun[1], source.latest + _DAY
        if soft_start and soft_end and soft_end[0] < soft_start[1]:  # then nothing is certain in between
            soft_start, soft_end = (min(soft_start[0], soft_end[0]), max(soft_start[1], soft_end[1])), None
        return Edges(soft_start, core, soft_end, arrow_start, self.end.latest is None, hard_start, hard_end)


def parse(text: str) -> When:
    """Read a date. Case, NFC or NFD, kind of space and spaces around a dash do not matter.

    Raises :class:`DateError` with the text and a reason code for anything that is not one of :data:`FORMS`.
    """
    plain = " ".join(unicodedata.normalize("NFC", text).split()).lower()
    try:
        return replace(_read(plain), written=text)
    except DateError as error:
        raise DateError(text, error.reason) from None


def span(first: When | None, last: When | None) -> When:
    """One span from two dates kept in two fields (``från``, ``till``); None or undated is open on that side.

    Of a date that is itself a span, its beginning serves as the first and its end as the last. Raises
    :class:`DateError` ("slut före början"), with both texts joined by an en dash.
    """
    written = "–".join(end.written if end else "" for end in (first, last))
    start = first.first if first else None
    end = (last.first if last.kind == "point" else last.last) if last else None
    try:
        when = _span(start, end) if start or end else _undated()
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
    slack = timedelta(0) if "point" in (a.kind, b.kind) else _DAY
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


# -- reading -------------------------------------------------------------------------------------------------


_YEAR = r"(?P<year>[0-9]{4,})"
_ISO = re.compile(_YEAR + r"(?:-(?P<number>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?")
_DAY_MONTH = re.compile(rf"(?:(?:den )?(?P<day>[0-9]{{1,2}}) )?(?P<month>{'|'.join(_MONTHS)}) {_YEAR}")
_NAMED = re.compile(rf"(?P<word>{'|'.join([*_SEASONS, *_PARTS])}) {_YEAR}")
_DECADE = re.compile(r"(?P<tens>[0-9]{2}|[0-9]{4})[-–]talet")
_AROUND = re.compile(
    rf"(?:(?P<limit>{'|'.join(_LIMITS)}) )?(?P<circa>(?:omkring|ca\.?) )?(?P<base>.+?)(?P<mark>[~?%]?)"
)
_SINCE = re.compile(r"(?:sedan|från och med|från|fr\.o\.m\.) (.+)")
_UNTIL = re.compile(r"(?:till och med|t\.o\.m\.) (.+)")
_ON_AND_ON = re.compile(r"(.+?) ?[-–] ?(?:ff\.?)?")
_UP_TO = re.compile(r"[-–] ?(.+)")
_SHORT = (
    (re.compile(r"(senast|tidigast) (från) (.+)"), r"\2 \1 \3"),
    (
        re.compile(rf"([0-9]{{1,2}}) ?[-–] ?([0-9]{{1,2}}) ((?:{'|'.join(_MONTHS)}) [0-9]{{4}})"),
        r"\1 \3–\2 \3",
    ),
)
"""Shorter wordings of a span, "senast från 2006" and "28–29 april 2014", and what they stand for."""


@lru_cache(maxsize=4096)  # a corpus repeats its dates
def _read(plain: str) -> When:
    if not plain:
        raise DateError(plain, "tomt")
    if len(plain) > _LONGEST:
        raise DateError(plain, "okänd form")
    if plain in _UNDATED:
        return _undated()
    for pattern, whole in _SHORT:
        if found := pattern.fullmatch(plain):
            plain = found.expand(whole)
    if moment := _moment(plain):
        return _point(moment)
    for pattern, opens in ((_SINCE, "end"), (_ON_AND_ON, "end"), (_UNTIL, "start"), (_UP_TO, "start")):
        if (found := pattern.fullmatch(plain)) and (moment := _moment(found[1])):
            return _span(moment, None) if opens == "end" else _span(None, moment)
    return _two_ends(plain)


def _two_ends(plain: str) -> When:
    """A span: the first dash or slash with a date on both sides. A near miss tells more than "okänd form"."""
    near_miss: DateError | None = None
    for left, right in _splits(plain):
        try:
            first, last = _end(left), _end(right)
        except DateError as error:
            near_miss = near_miss or error
            continue
        if (first or left in _OPEN) and (last or right in _OPEN) and (first or last):
            return _span(first, last)
    raise near_miss or DateError(plain, "okänd form")


def _end(text: str) -> Moment | None:
    return None if text in _OPEN else _moment(text)


def _splits(plain: str) -> Iterator[tuple[str, str]]:
    for mark in re.finditer(r" ?[-–/] ?", plain):
        left, right = plain[: mark.start()], plain[mark.end() :]
        # An empty side is EDTF's unknown end, "2015/"; a dash with an empty side was read before.
        if (left and right) or "/" in mark[0]:
            yield left, right


def _moment(plain: str) -> Moment | None:
    """A point such as "senast omkring 2006?"; None: no form of ours; DateError: the form, but no such day."""
    found = _AROUND.fullmatch(plain)
    base = _base(found["base"]) if found else None
    if found is None or base is None:
        return None
    mark = found["mark"]
    circa = bool(found["circa"]) or mark in ("~", "%")
    return replace(base, circa=circa, doubtful=mark in ("?", "%"), limit=found["limit"] or "")


def _base(text: str) -> Moment | None:
    if found := _ISO.fullmatch(text):
        return _iso(_year(text, found["year"]), found["number"], found["day"], text)
    if found := _DAY_MONTH.fullmatch(text):
        month, year = _MONTHS.index(found["month"]) + 1, _year(text, found["year"])
        return _checked(text, year, month, int(found["day"]) if found["day"] else None)
    if found := _NAMED.fullmatch(text):
        word, year = found["word"], _year(text, found["year"])
        if word in _SEASONS:
            return Moment("season", year, _SEASONS[word], word=word)
        return Moment("part", year, _PARTS[word][0], word=word)
    if found := _DECADE.fullmatch(text):
        return _decade(text, found["tens"])
    return None


def _iso(year: int, number: str | None, day: str | None, text: str) -> Moment:
    if number is None:
        return Moment("year", year)
    code = int(number)
    if code > 12 and day is None:
        for word, season in _SEASONS.items():
            if season == code:
                return Moment("season", year, code, word=word)
        raise DateError(text, "ogiltig årstid" if code > 20 else "ogiltigt datum")
    return _checked(text, year, code, int(day) if day is not None else None)


def _checked(text: str, year: int, month: int, day: int | None) -> Moment:
    try:
        date(year, month, 1 if day is None else day)
    except ValueError:
        raise DateError(text, "ogiltigt datum") from None
    return Moment("month", year, month) if day is None else Moment("day", year, month, day)


def _decade(text: str, tens: str) -> Moment:
    if int(tens) % 10:
        raise DateError(text, "okänd form")
    if tens in ("10", "20") or (len(tens) == 4 and int(tens) % 100 == 0):
        raise DateError(text, "tvetydigt årtionde")
    year = int(tens) if len(tens) == 4 else 2000 if tens == "00" else 1900 + int(tens)
    return Moment("decade", _year(text, str(year)), word=f"{tens}-talet")


def _year(text: str, digits: str) -> int:
    year = int(digits[:5])
    if len(digits) != 4 or not FIRST_YEAR <= year <= LAST_YEAR:
        raise DateError(text, "ogiltigt år")
    return year


# -- building ------------------------------------------------------------------------------------------------


def _undated() -> When:
    return When("", UNKNOWN, UNKNOWN, "undated", False, False, False, "none")


def _point(moment: Moment) -> When:
    bound = moment.bound()
    open_end, open_start = bound.latest is None, bound.earliest is None
    return When("", bound, bound, "point", open_end, open_start, moment.circa, moment.precision, moment)


def _span(first: Moment | None, last: Moment | None) -> When:
    """A span; what each end says narrows the other, since nothing ends before it begins."""
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


def _same_month(first: Moment, last: Moment) -> bool:
    """True of two plain days, with nothing said around them, in one month."""
    plain = replace(first, day=0) == replace(last, day=0)
    return plain and first.precision == "day" and not (first.circa or first.doubtful or first.limit)


def _months(year: int, first: int, last: int) -> tuple[date, date]:
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _widened(precision: Precision, first: date, last: date) -> tuple[date, date]:
    if precision == "day":
        return first - 14 * _DAY, last + 14 * _DAY
    months = {"month": 1, "season": 3, "part": 3, "year": 12, "decade": 60}[precision]
    return _shifted(first, -months), _shifted(last + _DAY, months) - _DAY


def _shifted(first_of_month: date, months: int) -> date:
    count = first_of_month.year * 12 + first_of_month.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)


def _stretch(bound: Bound) -> tuple[date, date] | None:
    """The half-open stretch of a bound; one year beside the known day where the other side is open."""
    if bound.earliest and bound.latest:
        return bound.earliest, bound.latest + _DAY
    if bound.latest:
        return bound.latest + _DAY - timedelta(days=365), bound.latest + _DAY
    if bound.earliest:
        return bound.earliest, bound.earliest + timedelta(days=365)
    return None


def _core(
    start: Bound, end: Bound, hard_start: bool, hard_end: bool, until: date | None
) -> tuple[date, date] | None:
    """The half-open stretch between the last day it can begin and the first day it can end."""
    begin = start.latest + _DAY if start.latest and not hard_start else start.latest
    finish = end.latest + _DAY if end.latest and hard_end else end.earliest
    if begin is None and hard_end:
        begin = end.latest
    if finish is None and end == UNKNOWN:
        finish = max(until or date.min, begin + _DAY) if hard_start and begin else until
    return (begin, finish) if begin and finish and begin < finish else None


def _least_end(when: When) -> date | None:
    """The earliest day it can have ended: never before it can have begun."""
    known = [day for day in (when.end.earliest, when.start.earliest) if day]
    return max(known) if known else None


def _begins_before_end(a: When, b: When) -> timedelta | None:
    """Days from a's latest beginning to b's earliest end: None if unknown, negative if it may come after."""
    end = _least_end(b)
    return end - a.start.latest if end and a.start.latest else None
