"""Dates in figures and shortened months read as they are written out: ``2017-01-01`` is ``1 januari 2017``.

``sok-ord.js`` has the same table. A month that does not exist leaves the text as it is, so ``2003-1210`` and
``2002/03:132`` stay numbers of laws.
"""

from __future__ import annotations

import re

MONTHS = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)

_NOT_INSIDE, _ENDS = r"(?<![\w:./-])", r"(?![\w:/]|-\d)"
_DAY_FIRST = re.compile(
    rf"{_NOT_INSIDE}(3[01]|[12]\d|0?[1-9])[/.](1[0-2]|0?[1-9])[ .-]((?:19|20)\d\d){_ENDS}", re.ASCII
)
_YEAR_FIRST = re.compile(
    rf"{_NOT_INSIDE}((?:19|20)\d\d)[-‑](0[1-9]|1[0-2])(?:[-‑](3[01]|[12]\d|0[1-9]))?{_ENDS}", re.ASCII
)
_UNBROKEN = re.compile(rf"{_NOT_INSIDE}((?:19|20)\d\d)(0[1-9]|1[0-2])(3[01]|[12]\d|0[1-9]){_ENDS}", re.ASCII)
_SHORT = re.compile(
    r"\b(jan|feb|mar|apr|jun|jul|aug|sep|sept|okt|nov|dec)\b\.?(?= (?:19|20)\d\d(?!\d))", re.ASCII
)
_FIGURES = re.compile(r"\d(?:[-‑/.]\d|\d{7})")


def spelled(text: str) -> str:
    """Return a lower-case text with its dates written out."""
    if _FIGURES.search(text):
        text = _DAY_FIRST.sub(lambda d: _written(d[3], d[2], d[1]), text)
        text = _YEAR_FIRST.sub(lambda d: _written(d[1], d[2], d[3]), text)
        text = _UNBROKEN.sub(lambda d: _written(d[1], d[2], d[3]), text)
    # A shortened month stands before a year, or is none.
    if " 19" not in text and " 20" not in text:
        return text
    return _SHORT.sub(lambda d: next(month for month in MONTHS if month.startswith(d[1][:3])), text)


def _written(year: str, month: str, day: str | None) -> str:
    parts = (str(int(day)) if day else "", MONTHS[int(month) - 1], year)
    return " ".join(part for part in parts if part)
