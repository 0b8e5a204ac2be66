"""What reading gives: values, the place of each of them, and what was wrong with the YAML."""

from __future__ import annotations

from dataclasses import dataclass, field
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

    def mark(self, path: Path, *, key: bool = False) -> Mark:
        """Return the mark at ``path`` (of its key if ``key``), or of the nearest thing around it."""
        place = self.places
        for part in path[:-1] if key else path:
            inner = place.values.get(part) if isinstance(place, Group) else None
            if inner is None:
                return _at(place)
            place = inner
        if key and path and isinstance(place, Group) and path[-1] in place.keys:
            return unpacked(place.keys[path[-1]])
        return _at(place)


def _at(place: Place) -> Mark:
    return unpacked(place.start if isinstance(place, Group) else place)
