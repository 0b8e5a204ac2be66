"""From when a förbundsordning says that it is valid, and by whom it says that it was adopted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ramberattelser.dates import MONTHS
from ramberattelser.extracting.document import Line
from ramberattelser.extracting.words import FIELD, joined, words_in

_DAY = (
    rf"(?:den\s+)?(?:(?P<day>\d{{1,2}})\s+(?P<month>{'|'.join(MONTHS)})\s+(?P<year>\d{{4}})"
    r"|(?P<iso>\d{4}-\d{2}-\d{2}))"
)
_FROM = r"(?:från\s+och\s+med|fr\.?\s?o\.?\s?m\.?|from|från)"
_VALID = re.compile(
    rf"(?:\b(?:gäller|gällande|giltig|gälla|tillämpas|verkan)\s+(?:\w+\s+)?{_FROM}"
    rf"|\b(?:träder|trätt|trädde)\s+i\s*kraft|\bikraftträdande\b:?|\A{_FROM})\s+{_DAY}(?!\d)",
    re.IGNORECASE,
)
_ADOPTED = re.compile(
    r"\b(?:antagen|antagits|fastställd|beslutad|godkänd)\s+(?P<what>(?:av|i|den|genom|vid)?\s*[^.;|]{3,160}?\d{4}(?:-\d{2}-\d{2})?"
    r"(?:\s*,?\s*§+\s*\d+)?)(?![\d-])",
    re.IGNORECASE,
)
_TITLE = re.compile(r"förbundsordning", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Fact:
    """Something the document says, and where: a day in ISO form, or words to the letter."""

    value: str
    at: Line


@dataclass(frozen=True, slots=True)
class Facts:
    """What a document says of itself; each thing once, in the document's order."""

    valid_from: tuple[Fact, ...]
    adopted: tuple[Fact, ...]
    title: str
    """The first line that says what the document is, or nothing."""


def facts_of(lines: Sequence[Line]) -> Facts:
    """Return what ``lines`` say of the document's validity, adoption and name."""
    valid: dict[str, Fact] = {}
    adopted: dict[str, Fact] = {}
    known = FIELD | words_in(line.text for line in lines)
    for row, line in enumerate(lines):
        # A statement may go on in the next line; one that begins there is that line's own.
        text = joined(line.text, lines[row + 1].text, known) if row + 1 < len(lines) else line.text
        text = text.replace("\u00ad", "-")
        for found in _VALID.finditer(text):
            day = _iso(found)
            if found.start() < len(line.text) and day is not None:
                valid.setdefault(day, Fact(day, line))
        for found in _ADOPTED.finditer(text):
            if found.start() < len(line.text):
                what = " ".join(found["what"].split())
                adopted.setdefault(what, Fact(what, line))
    title = next((line.text for line in lines if _TITLE.search(line.text) and len(line.text) <= 200), "")
    return Facts(tuple(valid.values()), tuple(adopted.values()), title)


def _iso(found: re.Match[str]) -> str | None:
    try:
        if found["iso"]:
            return date.fromisoformat(found["iso"]).isoformat()
        return date(
            int(found["year"]), MONTHS.index(found["month"].lower()) + 1, int(found["day"])
        ).isoformat()
    except ValueError:
        return None
