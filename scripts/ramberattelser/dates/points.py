"""Reads one point of time, such as "våren 2016" or "senast omkring 2006?"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from .forms import FIRST_YEAR, LAST_YEAR, DateError
from .moments import Moment
from .units import MONTHS, PARTS, SEASONS, WINTER

_LIMITS = ("före", "efter", "senast", "tidigast")
_YEAR = r"(?P<year>[0-9]{4,})"
_ISO = re.compile(_YEAR + r"(?:-(?P<number>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?")
_DAY_MONTH = re.compile(rf"(?:(?:den )?(?P<day>[0-9]{{1,2}}) )?(?P<month>{'|'.join(MONTHS)}) {_YEAR}")
_NAMED = re.compile(rf"(?P<word>{'|'.join([*SEASONS, *PARTS])}) {_YEAR}")
_WINTER = re.compile(rf"vintern {_YEAR} ?[-–/] ?(?P<next>[0-9]{{4}}|[0-9]{{2}})")
_DECADE = re.compile(r"(?P<tens>[0-9]{2}|[0-9]{4})[-–]talet")
_AROUND = re.compile(
    rf"(?:(?P<limit>{'|'.join(_LIMITS)}) )?(?P<circa>(?:omkring|ca\.?) )?(?P<base>.+?)(?P<mark>[~?%]?)"
)


def read_moment(plain: str) -> Moment | None:
    """A point such as "senast omkring 2006?", in lower case with single spaces.

    None: it has no form of ours. Raises :class:`DateError` for what has the form, but there is no such day.
    """
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
        month, year = MONTHS.index(found["month"]) + 1, _year(text, found["year"])
        return _checked(text, year, month, int(found["day"]) if found["day"] else None)
    if found := _NAMED.fullmatch(text):
        word, year = found["word"], _year(text, found["year"])
        if word in SEASONS:
            return Moment("season", year, SEASONS[word], word=word)
        return Moment("part", year, PARTS[word][0], word=word)
    if (found := _WINTER.fullmatch(text)) and (year := _year(text, found["year"])):
        return _winter(text, year, found["next"])
    if found := _DECADE.fullmatch(text):
        return _decade(text, found["tens"])
    return None


def _iso(year: int, number: str | None, day: str | None, text: str) -> Moment:
    if number is None:
        return Moment("year", year)
    code = int(number)
    if code > 12 and day is None:
        for word, season in SEASONS.items():
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


def _winter(text: str, year: int, following: str) -> Moment | None:
    """One winter, named by its two years; None where the years are not the two of one."""
    after = str(_year(text, str(year + 1)))
    if following not in (after, after[2:]):
        return None
    return Moment("season", year, WINTER, word="vintern", both=True)


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
