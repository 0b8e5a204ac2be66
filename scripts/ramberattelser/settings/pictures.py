"""Files beside the hand-written pages: pictures that are what their names say, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from ramberattelser import messages
from ramberattelser.findings import Finding
from ramberattelser.reading import Document

MAX_BYTES = 2_000_000
_BEGINS = {
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".webp": (b"RIFF",),
    ".svg": (b"<svg", b"<?xml", b"<!--"),
}
_CODE = re.compile(
    r"<(?:[\w-]+:)?(?:script|foreignObject|iframe|object|embed|handler|set|animate\w*|style|!DOCTYPE|!ENTITY)\b"
    r"|\son\w+\s*=|(?:href|src)\s*=\s*[\"']?\s*(?!#|data:image/(?:png|jpeg);)[^\"'\s>]+"
    r"|url\(\s*[\"']?(?!#)|@import",
    re.IGNORECASE,
)


def is_picture(file: str) -> bool:
    """Return whether a file's name is that of a picture."""
    return Path(file).suffix in _BEGINS


def check(path: Path, file: str) -> Iterator[Finding]:
    """Yield what is wrong with the file at ``path``, which is called ``file`` in the findings."""
    kind = path.suffix
    if kind == ".yml":
        return
    if kind not in _BEGINS:
        yield _told(file, "doc_file")
        return
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= MAX_BYTES else b""
    except OSError:
        yield _told(file, "unreadable")
        return
    if size > MAX_BYTES:
        yield _told(file, "picture_too_large", most=str(MAX_BYTES // 1_000_000))
    elif not data.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(_BEGINS[kind]):
        yield _told(file, "picture_kind", given=kind.removeprefix(".").upper())
    elif kind == ".svg":
        found = _CODE.search(data.decode("utf-8", "replace"))
        if found is not None:
            yield _told(file, "picture_code", given=found.group().strip())


def _told(file: str, code: str, **details: str) -> Finding:
    return messages.finding(file, Document(), (), code, **details)
