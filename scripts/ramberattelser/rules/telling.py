"""How a rule tells what it found."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ramberattelser import messages
from ramberattelser.findings import Finding
from ramberattelser.loading import Record
from ramberattelser.reading import Path


def tell(record: Record, path: Path, code: str, **details: str) -> Finding:
    """Return the finding ``code`` about what stands at ``path`` in the record's file."""
    return messages.finding(record.file, record.document, path, code, **details)


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
