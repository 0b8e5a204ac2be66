"""How a rule tells what it found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from ramberattelser import messages
from ramberattelser.findings import Finding
from ramberattelser.loading import Record
from ramberattelser.reading import Path


def tell(record: Record, path: Path, code: str, **details: str) -> Finding:
    """Return the finding ``code`` about what stands at ``path`` in the record's file.

    Of a text it names the place of the words that are ``given``, where they can be found, or of its line
    ``row``.
    """
    row = details.pop("row", "")
    found = messages.finding(record.file, record.document, path, code, **details)
    if not isinstance(messages.inside(record.document.value, path), str):
        return found
    # What Markdown is told to be is said in our words, and not in the writer's.
    words = "" if code == "markdown" else details.get("given", "")
    mark = record.document.mark_of(path, words)
    if row and mark == record.document.mark(path):
        mark = record.document.mark_row(path, int(row))
    return replace(found, line=mark.line, column=mark.column)


def texts(value: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Yield path and text of every text inside the values of a file."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from texts(inner, (*path, key))
    elif isinstance(value, list):
        for position, inner in enumerate(value):
            yield from texts(inner, (*path, position))
