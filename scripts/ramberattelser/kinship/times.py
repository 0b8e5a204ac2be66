"""Where a wording stands in time, and how it is referred to in short."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from ramberattelser.corpus import LAW, Corpus, Wording, once

_STATUTE = re.compile(r"\b(\d{4}):\d+")
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Placed:
    """A place in time in years (2015.0); ``known`` when a source says when the wording began to apply.

    ``year`` is None where there is nothing to go by.
    """

    year: float | None
    known: bool


def placed(wording: Wording) -> Placed:
    """Place a wording by its first day; else by the year it is named after; else by its last year."""
    version = wording.version
    start, end = version.validity.start, version.validity.end
    first = start.start.earliest or start.start.latest
    if first is not None and start.kind != "undated":
        return Placed(_years(first), True)
    if statute := _STATUTE.search(version.label or ""):
        return Placed(float(statute.group(1)), False)
    if version.id.isdigit() and len(version.id) == 4:
        return Placed(float(version.id), False)
    last = None if end is None else end.end.latest or end.start.latest
    if last is not None:
        return Placed(float(last.year), False)
    named = _YEAR.search(version.id)
    return Placed(float(named.group()) if named else None, False)


def ref(wording: Wording) -> str:
    """Return spine label and year: ``UME 2019``, ``ÖÖG före 2017``, ``LAG SFS 2010:350``."""
    return f"{wording.signature} {wording.version.label or wording.version.id}"


@once
def in_order(corpus: Corpus) -> tuple[Wording, ...]:
    """Return every wording, oldest first, those that cannot be placed last; the law first within a year."""
    places = {key: at for at, key in enumerate(corpus.wordings)}

    def order(wording: Wording) -> tuple[float, bool, bool, int]:
        year = placed(wording).year
        at = float("inf") if year is None else year
        return at, wording.owner != LAW, wording.version.collected, places[wording.key]

    return tuple(sorted(corpus.wordings.values(), key=order))


def is_older(one: Wording, other: Wording) -> bool:
    """Tell whether ``one`` is certainly from an earlier year or day than ``other``."""
    first, second = placed(one).year, placed(other).year
    return first is not None and second is not None and first < second


def _years(day: date) -> float:
    return day.year + (day.toordinal() - date(day.year, 1, 1).toordinal()) / 366
