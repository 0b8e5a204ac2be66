"""Running headers, running footers and page numbers: found at the edges of pages, by repetition."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from ramberattelser.extracting.document import Line

_EDGE = 4
"""Lines at the top and at the bottom of a page among which furniture is looked for."""

_DIGITS = re.compile(r"\d+")
_OF = r"(?:\s*(?:\(|/|av|\|)\s*\d{1,3}\s*\)?)"
_SAYS_PAGE = re.compile(
    rf"(?:sidan?|s\.)\s*\d{{1,3}}{_OF}?|\d{{1,3}}{_OF}|[-–]\s*\d{{1,3}}\s*[-–]", re.IGNORECASE
)
_NUMBER = re.compile(r"\d{1,3}")


@dataclass(frozen=True, slots=True)
class Removed:
    """A line that is no part of the text, and what it is, in Swedish."""

    line: Line
    what: str


def separate(lines: tuple[Line, ...]) -> tuple[list[Line], list[Removed]]:
    """Return the lines of the text, and those that only belong to the pages they stand on."""
    pages: dict[int, list[Line]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    removed: dict[int, Removed] = {}
    if len(pages) > 1 or 0 not in pages:
        for top in (True, False):
            removed |= _at_edge(pages, top)
    else:
        removed |= _without_pages(lines)
    return [line for line in lines if id(line) not in removed], sorted(removed.values(), key=_place)


def _place(item: Removed) -> tuple[int, int]:
    return item.line.page, item.line.row


def _at_edge(pages: dict[int, list[Line]], top: bool) -> dict[int, Removed]:
    """Peel lines from the outer edge of each page inwards, as long as they are furniture."""
    edges = {page: (rows[:_EDGE] if top else rows[: -_EDGE - 1 : -1]) for page, rows in pages.items()}
    common = Counter(key for rows in edges.values() for key in {_key(row.text) for row in rows})
    # The first page often has no header; two lines alike are chance in a long document.
    enough = max(2, (len(pages) - 1) / 2)
    numbers = _page_numbers(edges)
    removed: dict[int, Removed] = {}
    for rows in edges.values():
        for row in rows:
            if _SAYS_PAGE.fullmatch(row.text) or id(row) in numbers:
                removed[id(row)] = Removed(row, "sidnummer")
            elif common[_key(row.text)] >= enough and len(row.text) > 2:
                removed[id(row)] = Removed(row, "sidhuvud" if top else "sidfot")
            else:
                break
    return removed


def _key(text: str) -> str:
    return _DIGITS.sub("#", text.casefold())


def _page_numbers(edges: dict[int, list[Line]]) -> set[int]:
    """Return the lines that are a bare number which follows the pages: by one more on each of them."""
    bare = [
        (int(row.text) - page, row)
        for page, rows in edges.items()
        for row in rows
        if _NUMBER.fullmatch(row.text)
    ]
    steps = Counter(step for step, _ in bare)
    return {id(row) for step, row in bare if steps[step] > 1 or step == 0}


def _without_pages(lines: tuple[Line, ...]) -> dict[int, Removed]:
    """In text that was copied without its page breaks, only what says itself that it is a page number."""
    found = {id(line): Removed(line, "sidnummer") for line in lines if _SAYS_PAGE.fullmatch(line.text)}
    bare = [line for line in lines if _NUMBER.fullmatch(line.text)]
    for before, after in pairwise(bare):
        if int(after.text) == int(before.text) + 1:
            found |= {id(line): Removed(line, "sidnummer") for line in (before, after)}
    return found
