"""What reading gives: values, the place of each of them, and what was wrong with the YAML."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from typing import Any, NamedTuple

Path = tuple[str | int, ...]
"""Field names and list positions from the top of a file inwards."""


class Mark(NamedTuple):
    """A position in a file, counted from 1."""

    line: int
    column: int


class Problem(NamedTuple):
    """Something wrong with the YAML itself: a code that ``messages`` words, and its details."""

    code: str
    mark: Mark
    path: Path
    details: dict[str, str]


def packed(mark: Any) -> int:
    """Return the YAML library's mark as one number, which costs next to nothing to keep by the thousand."""
    place: int = mark.line << BITS | mark.column
    return place


def unpacked(place: int) -> Mark:
    """Return the mark that was packed, counted from 1."""
    return Mark((place >> BITS) + 1, (place & _COLUMN) + 1)


BITS = 20
"""Room for the column: no file has a line of a million characters."""

_BEFORE_FIELD = re.compile(r" *(?:- +)*")
_SPACES = re.compile(" *")

_COLUMN = (1 << BITS) - 1


class Group:
    """The places in one mapping or list: of itself, of its keys, and of what stands in it."""

    __slots__ = ("keys", "start", "values")

    def __init__(self, start: int) -> None:
        self.start = start
        self.keys: dict[str | int, int] = {}
        self.values: dict[str | int, Place] = {}


Place = Group | int
"""Where a value stands: a packed mark, or for a mapping or list also what is in it."""


@dataclass(slots=True)
class Document:
    """A file's values with the mark of every value and key, and what was wrong with its YAML.

    ``value`` is a tree of ``dict``, ``list``, ``str`` and ``None`` (an empty value).
    """

    value: Any = None
    text: str = ""
    places: Place = 0
    problems: list[Problem] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    """Where the lines of ``text`` begin, once they have been asked for."""
    extent: tuple[Mark, tuple[int, int]] | None = None
    """The value that was asked about last, and from where to where it reaches."""
    reread: Callable[[str], Document] | None = None
    """What reads ``text`` for its places, where the values were known without."""

    def mark(self, path: Path, *, key: bool = False) -> Mark:
        """Return the mark at ``path`` (of its key if ``key``), or of the nearest thing around it."""
        if self.reread is not None:
            self.places, self.reread = self.reread(self.text).places, None
        place = self.places
        for part in path[:-1] if key else path:
            inner = place.values.get(part) if isinstance(place, Group) else None
            if inner is None:
                return _at(place)
            place = inner
        if key and path and isinstance(place, Group) and path[-1] in place.keys:
            return unpacked(place.keys[path[-1]])
        return _at(place)

    def line(self, number: int) -> str:
        """Return the line with that number, from 1."""
        starts = self._line_starts()
        return self.text[starts[number - 1] : starts[number] - 1 if number < len(starts) else None]

    def mark_of(self, path: Path, words: str) -> Mark:
        """Return where ``words`` begin in the value at ``path``, or the value's own mark.

        A long text runs over many lines, and its first is of little help.
        """
        mark = self.mark(path)
        first = words.split()[:4]
        if not first:
            return mark
        start, end = self._extent(mark)
        found = self.text.find(words, start, end)
        if found < 0 and len(first) > 1:
            match = re.compile(r"\s+".join(map(re.escape, first))).search(self.text, start, end)
            found = match.start() if match else -1
        if found < 0:
            return mark
        starts = self._line_starts()
        line = bisect_right(starts, found)
        return Mark(line, found - starts[line - 1] + 1)

    def _line_starts(self) -> list[int]:
        """Return where each line begins: worked out once, since a bad file can have thousands of findings."""
        if not self.starts:
            self.starts = [0, *(found.end() for found in re.finditer("\n", self.text))]
        return self.starts

    def mark_row(self, path: Path, row: int) -> Mark:
        """Return the mark of line ``row``, from 0, of a text after ``|``; else that of the value."""
        mark = self.mark(path)
        starts = self._line_starts()
        sign = starts[mark.line - 1] + mark.column - 1
        if not self.text.startswith("|", sign) or mark.line + row >= len(starts):
            return mark
        start = starts[mark.line + row]
        spaces = _SPACES.match(self.text, start)
        return Mark(mark.line + row + 1, (spaces.end() if spaces else start) - start + 1)

    def _extent(self, mark: Mark) -> tuple[int, int]:
        """Return from where to where a value can reach: to the next line that is not moved in further."""
        if self.extent and self.extent[0] == mark:
            return self.extent[1]
        starts = self._line_starts()
        begin = starts[mark.line - 1]
        line_end = starts[mark.line] - 1 if mark.line < len(starts) else len(self.text)
        field = _BEFORE_FIELD.match(self.text, begin, line_end)
        indent = len(field.group()) if field else 0
        after = _line_after(indent).search(self.text, line_end)
        reach = begin + mark.column - 1, after.start() if after else len(self.text)
        self.extent = mark, reach
        return reach


@cache
def _line_after(indent: int) -> re.Pattern[str]:
    return re.compile(rf"^ {{0,{indent}}}(?=[^ \n])", re.MULTILINE)


def _at(place: Place) -> Mark:
    return unpacked(place.start if isinstance(place, Group) else place)
