"""The other process of ``pdf``: prints the lines of a PDF as JSON, or one word for why it cannot.

Run as ``python -m ramberattelser.extracting.pdf_lines FILE MOST_PAGES``. Each page is a list of rows
``[text, left, right, y, size, font, wide]``, from the top of the page down.
"""

from __future__ import annotations

import importlib
import json
import logging
import re
import sys
import warnings
from collections import Counter
from itertools import pairwise
from typing import Any

MEMORY = 2_000_000_000
_UNREADABLE = re.compile(r"\(cid:\d+\)|(?!\s)[\x00-\x1f\x7f-\x9f]")
"""Letters without a meaning, and signs that could steer a terminal."""

_UNUSED = re.compile(r"\A\s*\(cid:(?:127|129|141|143|144|157)\)(?=\s)")
"""A code that WinAnsiEncoding leaves unused, first on a line and alone. It is a bullet, by note 3 of annex
D.2 in ISO 32000-1; it is handed on as the bullet of a symbol font, so that it is listed as a mend."""


def main(path: str, most: int) -> object:
    """Return the pages of the PDF at ``path``, or a word that ``pdf`` has a sentence for."""
    _limit_memory()
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    # By name: the library is an extra, and has no types of its own that we could be checked against.
    library: Any = importlib.import_module("pdfminer.high_level")
    layout: Any = importlib.import_module("pdfminer.layout")
    # Whole lines, whatever the gaps between their words: justified type has wide ones.
    whole = layout.LAParams(char_margin=60, line_margin=0.01, boxes_flow=None)
    try:
        pages: list[list[list[Any]]] = []
        for page in library.extract_pages(path, laparams=whole, maxpages=most + 1):
            if len(pages) == most:
                return "many"
            pages.append(_rows(page, layout))
    except MemoryError:
        return "large"
    except Exception as error:  # the library raises nearly anything on a broken file
        return "locked" if "Password" in type(error).__name__ else "broken"
    return pages or "broken"


def _limit_memory() -> None:
    try:
        resource: Any = importlib.import_module("resource")
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    except (ImportError, OSError, ValueError):
        pass  # not on every system; the time is bounded in any case


def _rows(page: Any, layout: Any) -> list[list[Any]]:
    lines = [line for box in page if isinstance(box, layout.LTTextBox) for line in box]
    rows = [row for line in lines if (row := _row(line, layout)) is not None]
    return sorted(rows, key=lambda row: (-row[3], row[1]))


def _row(line: Any, layout: Any) -> list[Any] | None:
    letters = [letter for letter in line if isinstance(letter, layout.LTChar)]
    shown = _UNUSED.sub("\uf0b7", line.get_text(), count=1)
    text = " ".join(_UNREADABLE.sub("\ufffd", shown).split())
    seen = [letter for letter in letters if not letter.get_text().isspace()]
    if not text or not seen:
        return None
    size = Counter(round(letter.size, 1) for letter in seen).most_common(1)[0][0]
    font = Counter(letter.fontname for letter in seen).most_common(1)[0][0]
    gaps = (after.x0 - before.x1 for before, after in pairwise(seen))
    wide = max(gaps, default=0) > 4 * size
    left, right = min(letter.x0 for letter in seen), max(letter.x1 for letter in seen)
    return [text, round(left, 1), round(right, 1), round(line.y0, 1), size, font, wide]


if __name__ == "__main__":
    json.dump(main(sys.argv[1], int(sys.argv[2])), sys.stdout)
