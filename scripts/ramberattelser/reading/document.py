"""From YAML text to plain values and marks.

Values are built from libyaml's event stream rather than from its node tree: one pass sees
anchors, aliases, tags and a second document, needs no recursion (a file of five thousand
brackets cannot exhaust the stack) and never expands an alias. Every scalar stays text, so
that ``no``, ``012`` and ``2025-13-04`` reach the model as they were written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import yaml

MAX_DEPTH = 12
"""Levels of nesting; the deepest data of the project has seven."""

_FORBIDDEN = re.compile("[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u0085\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Path = tuple[str | int, ...]


class Mark(NamedTuple):
    """A position in a file, counted from 1."""

    line: int
    column: int


class Problem(NamedTuple):
    """Something wrong with the YAML itself: a code that ``messages`` words, and its details."""

    code: str
    mark: Mark
    field: str
    details: dict[str, str]


@dataclass(slots=True)
class Document:
    """A file's values with the mark of every value and key, and what was wrong with its YAML.

    ``value`` is a tree of ``dict``, ``list``, ``str`` and ``None`` (an empty value).
    """

    value: Any = None
    values: dict[Path, Mark] = field(default_factory=dict)
    keys: dict[Path, Mark] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def mark(self, path: Path, *, key: bool = False) -> Mark:
        """Return the mark at ``path`` (of its key if ``key``), or of the nearest thing around it."""
        for length in range(len(path), -1, -1):
            part = path[:length]
            found = self.keys.get(part) if key and length == len(path) else None
            found = found or self.values.get(part) or self.keys.get(part)
            if found is not None:
                return found
        return Mark(1, 1)


def read_text(text: str) -> Document:
    """Return the document in ``text``. Problems are collected in it, never raised."""
    document = Document()
    hidden = _FORBIDDEN.search(text)
    if hidden is not None:
        document.problems.append(_hidden_character(text, hidden))
        return document
    try:
        _Builder(document).build(text)
    except yaml.MarkedYAMLError as error:
        document.problems.append(_syntax(error, text))
    except yaml.YAMLError as error:
        document.problems.append(Problem("syntax", Mark(1, 1), "", {"problem": str(error)}))
    return document


def _hidden_character(text: str, match: re.Match[str]) -> Problem:
    line = text.count("\n", 0, match.start()) + 1
    column = match.start() - (text.rfind("\n", 0, match.start()) + 1) + 1
    return Problem("hidden_character", Mark(line, column), "", {"code": f"U+{ord(match.group()):04X}"})


def _syntax(error: yaml.MarkedYAMLError, text: str) -> Problem:
    place = error.problem_mark or error.context_mark
    mark = Mark(place.line + 1, place.column + 1) if place else Mark(1, 1)
    lines = text.split("\n")
    line = lines[mark.line - 1].strip() if mark.line <= len(lines) else ""
    return Problem("syntax", mark, "", {"problem": error.problem or "", "line": line[:80]})


class _Level:
    """One open mapping or sequence while the events go by."""

    __slots__ = ("container", "key", "path")

    def __init__(self, container: dict[str, Any] | list[Any], path: Path) -> None:
        self.container = container
        self.path = path
        self.key: str | None = None


class _Builder:
    """Turns events into the values and marks of one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.levels: list[_Level] = []
        self.documents = 0

    def build(self, text: str) -> None:
        for event in yaml.parse(text, Loader=_LOADER):
            if isinstance(event, yaml.ScalarEvent):
                self._checked(event)
                self._scalar(event)
            elif isinstance(event, yaml.CollectionStartEvent):
                self._checked(event)
                if not self._open(event):
                    return
            elif isinstance(event, yaml.CollectionEndEvent):
                self.levels.pop()
            elif isinstance(event, yaml.AliasEvent):
                self._problem("alias", event, {"name": str(event.anchor)})
                self._place(None, event)
            elif isinstance(event, yaml.DocumentStartEvent):
                self.documents += 1
                if self.documents > 1:
                    self._problem("second_document", event, {})
                    return

    def _checked(self, event: Any) -> None:
        if event.anchor is not None:
            self._problem("anchor", event, {"name": str(event.anchor)})
        if event.tag is not None:
            self._problem("tag", event, {"name": str(event.tag)})

    def _scalar(self, event: Any) -> None:
        level = self.levels[-1] if self.levels else None
        if level is not None and isinstance(level.container, dict) and level.key is None:
            self._key(level, event)
            return
        empty = event.value == "" and event.style is None
        self._place(None if empty else event.value, event)

    def _key(self, level: _Level, event: Any) -> None:
        key = event.value
        path = (*level.path, key)
        first = self.document.keys.get(path)
        if first is not None:
            self._problem("duplicate_key", event, {"key": key, "first": str(first.line)}, key)
        else:
            self.document.keys[path] = _mark(event)
        level.key = key

    def _open(self, event: Any) -> bool:
        level = self.levels[-1] if self.levels else None
        if level is not None and isinstance(level.container, dict) and level.key is None:
            self._problem("key_not_text", event, {})
            return False
        if len(self.levels) >= MAX_DEPTH:
            self._problem("too_deep", event, {"most": str(MAX_DEPTH)})
            return False
        container: dict[str, Any] | list[Any] = {} if isinstance(event, yaml.MappingStartEvent) else []
        path = self._place(container, event)
        self.levels.append(_Level(container, path))
        return True

    def _place(self, value: Any, event: Any) -> Path:
        """Put ``value`` where the events are now and return its path."""
        if not self.levels:
            self.document.value = value
            self.document.values[()] = _mark(event)
            return ()
        level = self.levels[-1]
        if isinstance(level.container, dict):
            key = level.key if level.key is not None else ""
            path: Path = (*level.path, key)
            # A repeated key is a problem already; the first value stays.
            level.container.setdefault(key, value)
            level.key = None
        else:
            path = (*level.path, len(level.container))
            level.container.append(value)
        self.document.values.setdefault(path, _mark(event))
        return path

    def _problem(self, code: str, event: Any, details: dict[str, str], name: str | None = None) -> None:
        inside = name or next((str(lv.key) for lv in reversed(self.levels) if lv.key), "")
        self.document.problems.append(Problem(code, _mark(event), inside, details))


def _mark(event: Any) -> Mark:
    return Mark(event.start_mark.line + 1, event.start_mark.column + 1)
