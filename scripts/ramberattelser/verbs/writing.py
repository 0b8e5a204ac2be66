"""Files that verbs write: read as they stand, and replaced whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def read(path: Path) -> str | None:
    """Return a file's text to the letter, or None where there is no such text."""
    try:
        return path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def write(path: Path, text: str) -> None:
    """Write ``text`` beside ``path`` and move it into place. Raises ``OSError`` with nothing half-written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, side = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        Path(side).chmod(0o644)
        Path(side).replace(path)
    except OSError:
        Path(side).unlink(missing_ok=True)
        raise
