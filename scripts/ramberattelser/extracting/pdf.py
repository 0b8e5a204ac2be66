"""A PDF, read in a process of its own: a hostile one can at most make that process stop.

The library (pdfminer.six, MIT) is an extra, ``dokument`` in pyproject.toml, and is imported by the other
process alone (``pdf_lines``). It was chosen since it gives the place of each letter, from which lines and
paragraphs are built here, and since it reads documents that are locked against changes only.
"""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from ramberattelser.extracting.document import DocumentError, Line

SECONDS = 60
MAX_PAGES = 300

_SENTENCES = {
    "locked": "är låst med lösenord — spara en kopia utan lösenord.",
    "broken": "går inte att läsa som PDF — hämta filen på nytt, eller öppna den och spara den som PDF igen.",
    "many": f"har fler än {MAX_PAGES} sidor — spara bara sidorna med förbundsordningen i en egen fil.",
    "large": (
        "är för stor eller för invecklad att läsa — spara bara sidorna med förbundsordningen i en egen fil."
    ),
    "scanned": (
        "är inskannad: där finns bilder av text men ingen text. Låt ett program tolka texten (OCR), "
        "eller skriv av paragrafen i en textfil, och kör sedan om med den."
    ),
}
_COLUMNS = 5
"""Lines with a wide gap that make a page look like columns or a table."""


class _Row(NamedTuple):
    """One line as ``pdf_lines`` prints it: its text, its place in points, and its typeface."""

    text: str
    left: float
    right: float
    y: float
    size: float
    font: str
    wide: bool


def read(path: Path, name: str) -> tuple[int, list[Line], list[str]]:
    """Return the number of pages, the lines, and what is unsure."""
    if importlib.util.find_spec("pdfminer") is None:
        raise DocumentError(
            'För att läsa PDF behövs pdfminer.six — installera det med: python -m pip install ".[dokument]"'
        )
    told = _run(path)
    if isinstance(told, str):
        raise DocumentError(f"{name} {_SENTENCES[told]}")
    pages = [[_Row(*row) for row in page] for page in told]
    usual = _usual_pitch(pages)
    lines = [line for number, rows in enumerate(pages, start=1) for line in _page(rows, number, usual)]
    if not lines:
        raise DocumentError(f"{name} {_SENTENCES['scanned']}")
    doubts = [
        f"Sida {number} verkar ha spalter eller en tabell; orden kan ha blandats."
        for number, rows in enumerate(pages, start=1)
        if sum(row.wide for row in rows) >= _COLUMNS
    ]
    return len(pages), lines, doubts


def _run(path: Path) -> list[list[list[Any]]] | str:
    """Return the rows of each page, or the word for why there are none."""
    command = [
        sys.executable,
        "-m",
        "ramberattelser.extracting.pdf_lines",
        str(path.absolute()),
        str(MAX_PAGES),
    ]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "PYTHONIOENCODING": "utf-8"}
    try:
        done = subprocess.run(command, env=environment, capture_output=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        return "large"
    try:
        told = json.loads(done.stdout)
    except ValueError:
        return "large"
    return told if isinstance(told, list) else str(told)


def _usual_pitch(pages: list[list[_Row]]) -> float:
    """Return the distance between two lines of a paragraph, in sizes of type: the least that is common."""
    pitches = sorted(pitch for rows in pages for pitch in map(_pitch, rows, rows[1:]) if 0.7 < pitch < 4)
    enough = max(1, len(pitches) * 3 // 20)
    for pitch in pitches:
        if sum(abs(other - pitch) < 0.06 for other in pitches) >= enough:
            return pitch
    return 1.2


def _pitch(above: _Row, below: _Row) -> float:
    return (above.y - below.y) / max(below.size, 1)


def _page(rows: list[_Row], page: int, usual: float) -> Iterator[Line]:
    """Yield the lines of one page, with the paragraphs that its gaps and indents show."""
    margin = Counter(round(row.left) for row in rows).most_common(1)[0][0] if rows else 0
    for number, row in enumerate(rows):
        above = rows[number - 1] if number else None
        below = rows[number + 1] if number + 1 < len(rows) else None
        gap = above is not None and _pitch(above, row) > usual * 1.18
        new = gap or (above is not None and _indented(row, above, below, margin))
        yield Line(row.text, page, number + 1, row.left, row.right, new, f"{row.font} {round(row.size)}")


def _indented(row: _Row, above: _Row, below: _Row | None, margin: float) -> bool:
    """True for a first line that is moved in, and the lines around it are not."""
    inwards = 0.8 * row.size < row.left - margin < 4 * row.size
    around = abs(above.left - margin) < 2 and (below is None or abs(below.left - margin) < 2)
    return inwards and around and above.text.endswith((".", ":", "!", "?"))
