"""From YAML text to plain values and their places.

Values are built from libyaml's event stream rather than from its node tree: one pass sees
anchors, aliases, tags and a second document, needs no recursion (a file of five thousand
brackets cannot exhaust the stack) and never expands an alias. Every scalar stays text, so
that ``no``, ``012`` and ``2025-13-04`` reach the model as they were written.
"""

from __future__ import annotations

import re
from typing import Any

import yaml
from yaml._yaml import CParser

from ramberattelser.reading import characters, syntax
from ramberattelser.reading.document import Document, Group, Mark, Path, Problem

MAX_DEPTH = 12
"""Levels of nesting; the deepest data of the project has seven."""

MAX_PARTS = 10_000
"""Fields, values and list items in one file; the largest of the project has fewer than two thousand."""

_SPACE_HASH = re.compile(r"[ \t]+#")


def read_text(text: str) -> Document:
    """Return the document in ``text``. Problems are collected in it, never raised."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    document = Document(text=text, problems=characters.problems(text))
    if document.problems:
        return document
    try:
        _Builder(document).build()
    except yaml.MarkedYAMLError as error:
        document.problems.append(syntax.problem(error, text))
    except yaml.YAMLError:
        document.problems.append(Problem("syntax", Mark(1, 1), (), {}))
    return document


class _Level:
    """One open mapping or list while the events go by. ``key`` waits for its value, ``last`` had one."""

    __slots__ = ("container", "group", "key", "last", "mapping")

    def __init__(self, container: Any, group: Group, mapping: bool) -> None:
        self.container = container
        self.group = group
        self.mapping = mapping
        self.key: str | None = None
        self.last: str | None = None


class _Builder:
    """Turns events into the values and places of one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.levels: list[_Level] = []
        self.documents = 0
        text = document.text
        self.lines = text.split("\n") if " #" in text or "\t#" in text else None
        """The text's lines, where a comment may stand after a value."""

    def build(self) -> None:
        get_event = CParser(self.document.text).get_event
        for _ in range(MAX_PARTS):
            event: Any = get_event()
            kind = type(event)
            if kind is yaml.ScalarEvent:
                if event.anchor is not None or event.tag is not None:
                    self._report_names(event)
                self._scalar(event)
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                self.levels.pop()
            elif kind is yaml.StreamEndEvent:
                break
            elif not self._rarer(event):
                return
        else:
            self._problem("too_many", event, {"most": str(MAX_PARTS)})
        if self.document.places is None and not self.document.problems:
            self.document.problems.append(Problem("empty_file", Mark(1, 1), (), {}))

    def _rarer(self, event: Any) -> bool:
        """Handle what is not a scalar or an end; False if nothing more can be read."""
        if isinstance(event, yaml.CollectionStartEvent):
            self._report_names(event)
            return self._open(event)
        if isinstance(event, yaml.AliasEvent):
            self._problem("alias", event, {"given": str(event.anchor)})
            self._put_or_name(f"*{event.anchor}", None, event)
        elif isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                self._problem("second_document", event, {})
                return False
        return True

    def _report_names(self, event: Any) -> None:
        if event.anchor is not None:
            self._problem("anchor", event, {"given": str(event.anchor)})
        if event.tag is not None:
            self._problem("tag", event, {"given": str(event.tag)})

    def _scalar(self, event: Any) -> None:
        value = event.value
        style = event.style
        if not style:
            if self.lines is not None:
                self._comment_after(event)
            if value == "":
                self._put_or_name(value, None, event)
                return
        elif style == '"':
            hidden = characters.in_value(value, _mark(event), self._path())
            if hidden is not None:
                self.document.problems.append(hidden)
        self._put_or_name(value, value, event)

    def _put_or_name(self, name: str, value: Any, event: Any) -> None:
        """A scalar is the name of a field where one is due, else a value."""
        level = self.levels[-1] if self.levels else None
        if level is None or not level.mapping or level.key is not None:
            self._put(value, event.start_mark)
            return
        if name in level.group.keys:
            first = level.group.keys[name].line + 1
            self._problem("duplicate_key", event, {"given": name, "first": str(first)}, (*self._path(), name))
        else:
            if name == "":
                self._problem("empty_key", event, {})
            level.group.keys[name] = event.start_mark
        level.key = level.last = name

    def _put(self, value: Any, place: Any) -> None:
        """Put ``value`` where the events are now. A repeated field keeps its first value."""
        if not self.levels:
            self.document.value = value
            self.document.places = place
            return
        level = self.levels[-1]
        if level.mapping:
            key = level.key
            level.key = None
            if key not in level.container:
                level.container[key] = value
                level.group.values[key] = place  # type: ignore[index]
        else:
            level.group.values[len(level.container)] = place
            level.container.append(value)

    def _open(self, event: Any) -> bool:
        level = self.levels[-1] if self.levels else None
        if level is not None and level.mapping and level.key is None:
            self._problem("key_not_text", event, {})
            return False
        if len(self.levels) >= MAX_DEPTH:
            self._problem("too_deep", event, {"most": str(MAX_DEPTH)})
            return False
        mapping = isinstance(event, yaml.MappingStartEvent)
        container: Any = {} if mapping else []
        group = Group(event.start_mark)
        self._put(container, group)
        self.levels.append(_Level(container, group, mapping))
        return True

    def _comment_after(self, event: Any) -> None:
        """A ``#`` in a value hides the rest of its line, and nothing else would tell the writer."""
        assert self.lines is not None
        end = event.end_mark
        rest = _SPACE_HASH.match(self.lines[end.line], end.column) if end.line < len(self.lines) else None
        if rest is not None:
            mark = Mark(end.line + 1, rest.end())
            self.document.problems.append(Problem("comment_after", mark, self._path(), {}))

    def _path(self) -> Path:
        """Return where the events are now; a name that waits for its value is part of it."""
        path: list[str | int] = []
        for level in self.levels:
            here = level.key if level is self.levels[-1] else level.last
            if not level.mapping:
                path.append(len(level.container) - (level is not self.levels[-1]))
            elif here is not None:
                path.append(here)
        return tuple(path)

    def _problem(self, code: str, event: Any, details: dict[str, str], path: Path = ()) -> None:
        self.document.problems.append(Problem(code, _mark(event), path or self._path(), details))


def _mark(event: Any) -> Mark:
    return Mark(event.start_mark.line + 1, event.start_mark.column + 1)
