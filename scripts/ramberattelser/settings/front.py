"""The head of a hand-written page: the few fields between ``---`` that say what Markdown cannot."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from pydantic import TypeAdapter, ValidationError

from ramberattelser import messages
from ramberattelser.model.values import Day, Line
from ramberattelser.reading import Document, Mark, Problem, read_text

FRONT = re.compile(r"\A---[ \t]*\n(.*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
"""The head as a whole; its first group is the YAML in it."""
PUBLISHED, CHANGED, CHANGE = "publicerad", "ändrad", "ändrat"
FIELDS = ("description", PUBLISHED, "title", CHANGED, CHANGE)
_DAY: TypeAdapter[date] = TypeAdapter(Day)
_LINE: TypeAdapter[str] = TypeAdapter(Line)


def told(page: str) -> tuple[date | None, date | None, str]:
    """Return when ``page``, as Markdown with its head, was published and changed, and what was changed."""
    front = FRONT.match(page)
    document = read_text((front.group(1) or "") if front else "")
    given = document.value if isinstance(document.value, dict) else {}
    return _day(given.get(PUBLISHED)), _day(given.get(CHANGED)), str(given.get(CHANGE) or "")


def _day(given: object) -> date | None:
    try:
        return _DAY.validate_python(given)
    except ValidationError:
        return None


def problems(text: str) -> Iterator[Problem]:
    """Yield what is wrong with the head ``text``, each with its place in the page."""
    document = read_text(text)
    for problem in document.problems:
        if problem.code != "empty_file":
            details = dict(problem.details)
            if "first" in details:
                details["first"] = str(int(details["first"]) + 1)
            yield problem._replace(mark=Mark(problem.mark.line + 1, problem.mark.column), details=details)
    if isinstance(document.value, dict) and not document.problems:
        yield from _unknown(document, document.value)
        yield from _days(document, document.value)
        yield from _change(document, document.value)


def _unknown(document: Document, given: dict[str, Any]) -> Iterator[Problem]:
    for name in given:
        if name not in FIELDS:
            advice = messages.nearest(name, FIELDS, "fält")
            yield _at(document, name, "extra_forbidden", key=True, suggestion=advice)


def _days(document: Document, given: dict[str, Any]) -> Iterator[Problem]:
    """Yield what is wrong with the page's two days, of which the second is no earlier than the first."""
    days: dict[str, date] = {}
    for name in (PUBLISHED, CHANGED):
        if name in given:
            try:
                days[name] = _DAY.validate_python(given[name])
            except ValidationError as error:
                yield _refused(document, name, error)
    if CHANGED in given and PUBLISHED not in given:
        yield _at(document, CHANGED, "changed_alone")
    elif len(days) > 1 and days[CHANGED] < days[PUBLISHED]:
        yield _at(document, CHANGED, "changed_before", given=str(days[CHANGED]), other=str(days[PUBLISHED]))


def _change(document: Document, given: dict[str, Any]) -> Iterator[Problem]:
    """Yield what is wrong with what the page says has changed: a line beside its day, and none without."""
    if CHANGE not in given:
        if CHANGED in given:
            yield _at(document, CHANGED, "change_unsaid")
        return
    try:
        _LINE.validate_python(given[CHANGE])
    except ValidationError as error:
        yield _refused(document, CHANGE, error)
    if CHANGED not in given:
        yield _at(document, CHANGE, "change_undated")


def _refused(document: Document, name: str, error: ValidationError) -> Problem:
    """Return what the model says is wrong with a field."""
    found = error.errors(include_url=False)[0]
    return _at(document, name, found["type"], **found.get("ctx", {}))


def _at(document: Document, name: str, code: str, *, key: bool = False, **details: str) -> Problem:
    line, column = document.mark((name,), key=key)
    return Problem(code, Mark(line + 1, column), (name,), details)
