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


class Group:
    """The places in one mapping or list: of itself, of its keys, and of what stands in it.

    A place is the YAML library's own mark, turned into a ``Mark`` only when somebody asks.
    """

    __slots__ = ("keys", "start", "values")

    def __init__(self, start: Any) -> None:
        self.start = start
        self.keys: dict[str | int, Any] = {}
        self.values: dict[str | int, Any] = {}


@dataclass(slots=True)
class Document:
    """A file's values with the mark of every value and key, and what was wrong with its YAML.

    ``value`` is a tree of ``dict``, ``list``, ``str`` and ``None`` (an empty value).
    """

    value: Any = None
    text: str = ""
    places: Any = None
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
            return _at(place.keys[path[-1]])
        return _at(place)


def _at(place: Any) -> Mark:
    mark = place.start if isinstance(place, Group) else place
    return Mark(1, 1) if mark is None else Mark(mark.line + 1, mark.column + 1)
