"""A text file, or text that was copied out of something: lines, blank lines and form feeds."""

from __future__ import annotations

import codecs
import re

from ramberattelser.extracting.document import DocumentError, Line

_BINARY = re.compile("[\x00-\x08\x0e-\x1f]")
_HTML = re.compile(r"\s*<(?:!doctype html|html|\?xml)\b", re.IGNORECASE)


def read(data: bytes, name: str) -> tuple[int, list[Line], list[str]]:
    """Return the number of pages (0 without form feeds), the lines, and what is unsure."""
    text, doubts = _decoded(data)
    if _BINARY.search(text):
        raise DocumentError(f"{name} är varken PDF, Word eller text — spara dokumentet som något av dem.")
    if _HTML.match(text):
        raise DocumentError(f"{name} är en webbsida — kopiera texten till en textfil och använd den.")
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n")
    sheets = text.split("\f")
    if not sheets[-1].strip():
        sheets.pop()
    paged = len(sheets) > 1
    lines: list[Line] = []
    for page, sheet in enumerate(sheets, start=1):
        blank = True
        for row, raw in enumerate(sheet.split("\n"), start=1):
            shown = raw.expandtabs(4).strip()
            if shown:
                left = len(raw.expandtabs(4)) - len(raw.expandtabs(4).lstrip())
                squeezed = " ".join(shown.split())
                lines.append(Line(squeezed, page if paged else 0, row, left, left + len(squeezed), blank))
            blank = not shown
    return len(sheets) if paged else 0, lines, doubts


def _decoded(data: bytes) -> tuple[str, list[str]]:
    for mark, coding in ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")):
        if data.startswith(mark):
            return data.decode(coding, "replace"), []
    try:
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError:
        doubt = (
            "Filen är inte sparad som UTF-8 utan är läst som Windows-1252; jämför å, ä, ö och § med "
            "originalet."
        )
        return data.decode("cp1252", "replace"), [doubt]
