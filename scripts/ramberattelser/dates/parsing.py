"""Reads a date as people write it: nothing known, one point of time, or a span with two ends."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from .forms import DateError
from .moments import Moment
from .points import read_moment
from .units import MONTHS
from .when import When, between, point, undated

_UNDATED = ("..", "odaterat", "okänt")
_OPEN = ("", *_UNDATED)
_LONGEST = 120
_SINCE = re.compile(r"(?:sedan|från och med|från|fr\.o\.m\.) (.+)")
_FROM_TO = re.compile(r"från (.+?) till (?:och med )?(.+)")
_UNTIL = re.compile(r"(?:till och med|t\.o\.m\.) (.+)")
_ON_AND_ON = re.compile(r"(.+?) ?[-–] ?(?:ff\.?)?")
_UP_TO = re.compile(r"[-–] ?(.+)")
_SHORT = (
    (re.compile(r"(senast|tidigast) (från) (.+)"), r"\2 \1 \3"),
    (re.compile(r"från (.+?) eller tidigare( till .+)?"), r"från senast \1\2"),
    (re.compile(r"från (.+?) eller senare( till .+)?"), r"från tidigast \1\2"),
    (
        re.compile(rf"([0-9]{{1,2}}) ?[-–] ?([0-9]{{1,2}}) ((?:{'|'.join(MONTHS)}) [0-9]{{4}})"),
        r"\1 \3–\2 \3",
    ),
)
"""Other wordings of a span, "från 2006 eller tidigare" and "28–29 april 2014", and what they stand for."""


def parse(text: str) -> When:
    """Read a date. Case, NFC or NFD, kind of space and spaces around a dash do not matter.

    Raises :class:`DateError` with the text and a reason code for anything that is not one of :data:`FORMS`.
    """
    plain = " ".join(unicodedata.normalize("NFC", text).split()).lower()
    try:
        return replace(_read(plain), written=text)
    except DateError as error:
        raise DateError(text, error.reason) from None


@lru_cache(maxsize=4096)  # a corpus repeats its dates
def _read(plain: str) -> When:
    if not plain:
        raise DateError(plain, "tomt")
    if len(plain) > _LONGEST:
        raise DateError(plain, "okänd form")
    if plain in _UNDATED:
        return undated()
    for pattern, whole in _SHORT:
        if found := pattern.fullmatch(plain):
            plain = found.expand(whole)
    if moment := read_moment(plain):
        return point(moment)
    for pattern, opens in ((_SINCE, "end"), (_ON_AND_ON, "end"), (_UNTIL, "start"), (_UP_TO, "start")):
        if (found := pattern.fullmatch(plain)) and (moment := read_moment(found[1])):
            return between(moment, None) if opens == "end" else between(None, moment)
    found = _FROM_TO.fullmatch(plain)
    if found and (first := read_moment(found[1])) and (last := read_moment(found[2])):
        return between(first, last)
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
            return between(first, last)
    raise near_miss or DateError(plain, "okänd form")


def _end(text: str) -> Moment | None:
    return None if text in _OPEN else read_moment(text)


def _splits(plain: str) -> Iterator[tuple[str, str]]:
    for mark in re.finditer(r" ?[-–/] ?", plain):
        left, right = plain[: mark.start()], plain[mark.end() :]
        # An empty side is EDTF's unknown end, "2015/"; a dash with an empty side was read before.
        if (left and right) or "/" in mark[0]:
            yield left, right
