"""From a file to its document, with the limits that keep a hostile file harmless."""

from __future__ import annotations

from pathlib import Path

from ramberattelser.reading.document import Document, Mark, Problem, read_text

MAX_BYTES = 256_000


def read_file(path: Path) -> Document:
    """Read one YAML file. What is wrong with the file itself is a problem in the document."""
    if path.is_symlink():
        return _refused("symlink", {})
    try:
        data = path.read_bytes()
    except OSError as error:
        return _refused("unreadable", {"reason": error.strerror or ""})
    if len(data) > MAX_BYTES:
        return _refused("too_large", {"most": str(MAX_BYTES // 1000)})
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return Document(problems=[Problem("not_utf8", Mark(line, 1), "", {})])
    if not text.strip():
        return _refused("empty_file", {})
    return read_text(text)


def _refused(code: str, details: dict[str, str]) -> Document:
    return Document(problems=[Problem(code, Mark(1, 1), "", details)])
