"""Where the purpose clause begins and ends among the lines of a förbundsordning.

It is found by its heading or its number, never by its first words alone where there is a heading: a clause
may say ”Förbundets ändamål är att” twice, and ends at the next heading and not there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ramberattelser.extracting import headings
from ramberattelser.extracting.document import Line
from ramberattelser.extracting.headings import Numbered, numbered

_PURPOSE = re.compile(r"\bändamål(?:et|en|sparagraf(?:en)?)?\b", re.IGNORECASE)
_FALLBACK = re.compile(r"\bsyfte(?:t|n)?\b", re.IGNORECASE)
_SENTENCE = re.compile(
    r"(?:\w*förbundets\s+(?:\w+\s+){0,4}?ändamål\s+(?:är|ska|skall)\b"
    r"|(?:\w*förbundet|ändamålet)\b.{0,40}?\b(?:har\s+till\s+ändamål|med\s+\w*förbundet|är\s+att)\b"
    r"|ändamålet\s+(?:med|är)\b)",
    re.IGNORECASE,
)
_TITLE_AND_TEXT = re.compile(
    r"(?P<title>(?:\w*[Ff]örbundets )?[Ää]ndamål(?: och uppgift(?:er)?)?)"
    r"(?:[.:]\s*|\s+)(?P<text>[A-ZÅÄÖ]\w.*)"
)
_CONTENTS = re.compile(r"(?:\.\s?){3,}\s*\d*$|…+\s*\d*$|\s\d{1,3}$")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A purpose clause: its number and title, and its lines (those of the heading are not among them)."""

    number: str
    """As in ``4 §``; ``4`` where the document has no § sign; empty where it has no number."""
    title: str
    at: Line
    lines: tuple[Line, ...]
    ends_at: Line | None
    """The heading that follows; None where the document ends first."""

    @property
    def shown(self) -> str:
        """The candidate in a list: ``4 § Förbundets ändamål (sida 1, rad 12)``."""
        name = " ".join(part for part in (self.number, self.title) if part) or self.at.text[:60]
        return f"{name} ({self.at.place})"


@dataclass(frozen=True, slots=True)
class _Start:
    """Where a clause may begin: its heading's number, title and style, and its first line."""

    row: int
    body: int
    number: Numbered | None
    title: str
    first: str | None = None
    """What stands of the first line of the text, where the heading stands on it too."""


def candidates(lines: Sequence[Line]) -> list[Candidate]:
    """Return every purpose clause in ``lines`` (without headers and page numbers), in order."""
    for pattern in (_PURPOSE, _FALLBACK):
        found = _with_heading(lines, pattern)
        if found:
            return found
    starts = [
        _Start(row, row, None, "")
        for row in range(len(lines))
        if _begins(lines, row) and _says_purpose(lines, row)
    ]
    return _made(lines, starts)


def _with_heading(lines: Sequence[Line], pattern: re.Pattern[str]) -> list[Candidate]:
    starts = [start for row in range(len(lines)) if (start := _start(lines, row, pattern)) is not None]
    return _made(lines, starts)


def _made(lines: Sequence[Line], starts: Sequence[_Start]) -> list[Candidate]:
    body = Counter(line.style for line in lines).most_common(1)[0][0] if lines else ""
    made: list[Candidate] = []
    past = -1
    for start in starts:
        if start.row < past:
            continue
        end = _end(lines, start, body)
        rows = list(lines[start.body : end])
        if start.first is not None:
            rows[0] = _rest_of(rows[0], start.first)
        if sum(len(row.text) for row in rows) < 20:
            continue  # a table of contents, or a mention
        label = start.number.label if start.number else ""
        after = lines[end] if end < len(lines) else None
        made.append(Candidate(label, start.title, lines[start.row], tuple(rows), after))
        past = end
    return made


def _rest_of(line: Line, text: str) -> Line:
    share = len(text) / max(len(line.text), 1)
    left = line.right - (line.right - line.left) * share
    return Line(text, line.page, line.row, left, line.right, True, line.style, line.heading)


def _start(lines: Sequence[Line], row: int, pattern: re.Pattern[str]) -> _Start | None:
    """Return what begins at ``row`` if a purpose clause does."""
    line = lines[row]
    number = numbered(line.text)
    text = number.rest if number else line.text
    if _CONTENTS.search(line.text) and not headings.ends_sentence(line.text) and text:
        return None
    if number is None and not _begins(lines, row):
        return None
    if number is not None and not text:
        return _number_alone(lines, row, number, pattern)
    if (
        headings.is_title(text)
        and pattern.search(text)
        and (number or line.heading or not _goes_on(lines, row))
    ):
        return _titled(lines, row, number, text)
    together = _TITLE_AND_TEXT.fullmatch(text) if pattern is _PURPOSE else None
    if together is not None and (number or line.heading):
        return _Start(row, row, number, together["title"].strip(), together["text"])
    if number is not None and pattern is _PURPOSE and _begins(lines, row) and _says_purpose(lines, row, text):
        return _Start(row, row, number, "", text)
    return None


def _titled(lines: Sequence[Line], row: int, number: Numbered | None, title: str) -> _Start:
    """A heading: it may go on in the next line, and its number may stand below it."""
    body = row + 1
    if number is not None and _goes_on(lines, row) and len(lines[body].text) <= headings.MOST // 2:
        title, body = f"{title} {lines[body].text}", body + 1
    if number is None and body < len(lines):
        below = numbered(lines[body].text)
        if below is not None and below.style == "section":
            return _Start(row, body + (not below.rest), below, title.rstrip(":"), below.rest or None)
    return _Start(row, body, number, title.rstrip(":"))


def _number_alone(
    lines: Sequence[Line], row: int, number: Numbered, pattern: re.Pattern[str]
) -> _Start | None:
    """A number on a line of its own, with the title or the text below it."""
    below = lines[row + 1].text if row + 1 < len(lines) else ""
    if headings.is_title(below) and pattern.search(below) and not _goes_on(lines, row + 1):
        return _Start(row, row + 2, number, below.rstrip(":"))
    if pattern is _PURPOSE and number.style == "section" and _says_purpose(lines, row + 1):
        above = lines[row - 1].text if row else ""
        if headings.is_title(above) and pattern.search(above):
            return None  # its title stands above it, and was found there
        return _Start(row, row + 1, number, "")
    return None


def _says_purpose(lines: Sequence[Line], row: int, text: str | None = None) -> bool:
    """True if the sentence at ``row`` says what the förbund is for."""
    shown = lines[row].text if text is None and row < len(lines) else text or ""
    below = lines[row + 1].text if row + 1 < len(lines) else ""
    return _SENTENCE.match(f"{shown} {below}") is not None


def _goes_on(lines: Sequence[Line], row: int) -> bool:
    """True if the line after ``row`` cannot begin anything."""
    return row + 1 < len(lines) and lines[row + 1].text[0].islower() and not lines[row + 1].heading


def _begins(lines: Sequence[Line], row: int) -> bool:
    """True if a paragraph or a heading can begin at ``row``."""
    if row == 0 or lines[row].new or lines[row].heading:
        return True
    above = lines[row - 1]
    return headings.ends_sentence(above.text) or above.heading or headings.is_known_title(_bare(above.text))


def _bare(text: str) -> str:
    number = numbered(text)
    return number.rest if number else text


def _end(lines: Sequence[Line], start: _Start, body: str) -> int:
    """Return the row of the heading that follows, or the number of rows."""
    style = lines[start.row].style
    # A line that the heading stands on too is text, whatever it looks like.
    for row in range(start.body + (start.first is not None), len(lines)):
        if _is_next_heading(lines, row, start, style if style != body and start.title else None):
            above = lines[row - 1]
            # A title that stands above its number belongs to the number.
            alone = numbered(lines[row].text)
            if alone is not None and row - 1 > start.body and _is_title_line(lines, row - 1, above):
                return row - 1
            return row
    return len(lines)


def _is_title_line(lines: Sequence[Line], row: int, line: Line) -> bool:
    return numbered(line.text) is None and headings.is_title(line.text) and _begins(lines, row)


def _is_next_heading(lines: Sequence[Line], row: int, start: _Start, style: str | None) -> bool:
    line = lines[row]
    if line.heading:
        return True
    number = numbered(line.text)
    if number is not None and not _begins(lines, row):
        return False
    if number is not None and start.number is not None and number.follows(start.number):
        capital = not number.rest or number.rest[0].isupper() or not number.rest[0].isalpha()
        return capital and (number.is_next(start.number) or not number.rest or headings.is_title(number.rest))
    if number is not None and start.number is None and number.style == "section":
        return not number.rest or number.rest[0].isupper()
    if start.number is not None and start.number.style == "section" and number is None and style is None:
        return False
    title = number.rest if number else line.text
    if style is not None and line.style == style and headings.is_title(title):
        return not _goes_on(lines, row)
    return (
        start.number is None
        and headings.is_known_title(title)
        and _begins(lines, row)
        and not _goes_on(lines, row)
    )
