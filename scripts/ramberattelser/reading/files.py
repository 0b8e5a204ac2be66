"""From a file to its document, with the limits that keep a hostile file harmless."""

from __future__ import annotations

import codecs
import os
import stat
from collections.abc import Callable
from pathlib import Path

from ramberattelser.reading.building import read_text
from ramberattelser.reading.document import Document, Mark, Problem

MAX_BYTES = 256_000
Parse = Callable[[str], Document]

_NO_TEXT = (b"PK\x03\x04", b"%PDF-", b"\xd0\xcf\x11\xe0", b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff", b"GIF8")
"""How documents and pictures begin: Word, PDF, older Word, RTF, PNG, JPEG, GIF."""
_LFS = "version https://git-lfs.github.com/spec/"


def read_file(path: Path | str, parse: Parse = read_text) -> Document:
    """Read one YAML file. What is wrong with the file itself is a problem in the document.

    ``parse`` is what makes a document of its text.
    """
    try:
        found = os.lstat(path)
        if stat.S_ISLNK(found.st_mode):
            return _refused("symlink")
        if not stat.S_ISREG(found.st_mode):
            return _refused("not_a_file")
        if found.st_size > MAX_BYTES:
            return _refused("too_large", most=str(MAX_BYTES // 1000))
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - 500 files: half the time of Path.open
            # Room for as much as is allowed would take three times as long to get as the file to read.
            data = file.read()[:MAX_BYTES].removeprefix(codecs.BOM_UTF8)
    except OSError:
        return _refused("unreadable")
    if data.startswith(_NO_TEXT):
        return _refused("not_text")
    # Every other byte of Latin letters in UTF-16 is zero, and zero is UTF-8 too.
    if data.count(b"\0") * 4 > len(data):
        return _refused("not_utf8")
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = len(data[data.rfind(b"\n", 0, error.start) + 1 : error.start].decode("utf-8", "replace")) + 1
        return Document(problems=[Problem("not_utf8", Mark(line, column), (), {})])
    if not text.strip():
        return _refused("empty_file")
    return _refused("lfs_pointer") if text.startswith(_LFS) else parse(text)


def _refused(code: str, **details: str) -> Document:
    return Document(problems=[Problem(code, Mark(1, 1), (), details)])
