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
from ramberattelser.reading.document import (
    BITS,
    Document,
    Group,
    Mark,
    Path,
    Place,
    Problem,
    packed,
    unpacked,
)

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
        stopped = syntax.problem(error, text)
        # What stands after an alias or a tag on the same line is part of the same mistake.
        if all(stopped.mark.line != problem.mark.line for problem in document.problems):
            document.problems.append(stopped)
    except yaml.YAMLError:
        document.problems.append(Problem("syntax", Mark(1, 1), (), {}))
    return document


class _Level:
    """One open mapping or list while the events go by. ``key`` waits for its value, ``last`` had one."""

    __slots__ = ("container", "group", "key", "last", "mapping", "repeated")

    def __init__(self, container: Any, group: Group, mapping: bool) -> None:
        self.container = container
        self.group = group
        self.mapping = mapping
        self.repeated: set[str] = set()
        self.key: str | None = None
        self.last: str | None = None


class _Builder:
    """Turns events into the values and places of one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.top = _Level([], Group(0), False)
        """Stands around the document's own value, so that every value has a level to be put in."""
        self.levels = [self.top]
        self.documents = 0
        text = document.text
        self.lines = text.split("\n") if " #" in text or "\t#" in text else None
        """The text's lines, where a comment may stand after a value."""
        self.escapes = "\\" in text
        """Whether a value may hold other characters than the text itself, which has been looked through."""

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
        if self.top.container and self.top.container[0] is not None:
            self.document.value = self.top.container[0]
            self.document.places = self.top.group.values[0]
        elif not self.document.problems:
            self.document.problems.append(Problem("empty_file", Mark(1, 1), (), {}))

    def _rarer(self, event: Any) -> bool:
        """Handle what is not a scalar or an end; False if nothing more can be read."""
        if isinstance(event, yaml.CollectionStartEvent):
            self._report_names(event)
            return self._open(event)
        if isinstance(event, yaml.AliasEvent):
            self._problem("alias", event, {"given": str(event.anchor)})
            self._take(f"*{event.anchor}", None, event)
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
            # As it was written, and not as it is read.
            self._problem("tag", event, {"given": str(event.tag).replace("tag:yaml.org,2002:", "!!", 1)})

    def _scalar(self, event: Any) -> None:
        value = event.value
        style = event.style
        if not style:
            if self.lines is not None:
                self._comment_after(event)
            if value == "":
                self._take(value, None, event)
                return
        elif style == '"' and self.escapes:
            hidden = characters.in_value(value, _mark(event), self._path())
            if hidden is not None:
                self.document.problems.append(hidden)
        self._take(value, value, event)

    def _take(self, name: str, value: Any, event: Any) -> None:
        """A scalar is the name of a field where one is due, else a value."""
        level = self.levels[-1]
        mark = event.start_mark
        place = mark.line << BITS | mark.column
        if not level.mapping or level.key is not None:
            self._put(level, value, place)
            return
        keys = level.group.keys
        if name in keys:
            # The same name a third time is the same mistake.
            if name in level.repeated:
                level.key = level.last = name
                return
            level.repeated.add(name)
            details = {"given": name, "first": str(unpacked(keys[name]).line)}
            self._problem("duplicate_key", event, details, (*self._path(), name))
        else:
            if name == "":
                self._problem("empty_key", event, {})
            keys[name] = place
        level.key = level.last = name

    def _put(self, level: _Level, value: Any, place: Place) -> None:
        """Put ``value`` into ``level``. A repeated field keeps its first value."""
        container = level.container
        if not level.mapping:
            level.group.values[len(container)] = place
            container.append(value)
            return
        key = level.key
        level.key = None
        if key is not None and key not in container:
            container[key] = value
            level.group.values[key] = place

    def _open(self, event: Any) -> bool:
        level = self.levels[-1]
        if level.mapping and level.key is None:
            if self._doubled(event):
                self._problem("template_code", event, {"given": "{{"})
            else:
                self._problem("key_not_text", event, {})
            return False
        if len(self.levels) > MAX_DEPTH:
            self._problem("too_deep", event, {"most": str(MAX_DEPTH)})
            return False
        problems = self.document.problems
        if problems and problems[-1].code == "duplicate_key" and problems[-1].path == self._path():
            problems[-1] = problems[-1]._replace(code="duplicate_list")
        mapping = isinstance(event, yaml.MappingStartEvent)
        container: Any = {} if mapping else []
        group = Group(packed(event.start_mark))
        self._put(level, container, group)
        self.levels.append(_Level(container, group, mapping))
        return True

    def _doubled(self, event: Any) -> bool:
        """True for the second of two braces."""
        mark = event.start_mark
        line = self.document.text.split("\n", mark.line + 1)[mark.line]
        return bool(line[max(mark.column - 1, 0) : mark.column + 1] == "{{")

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
        for level in self.levels[1:]:
            here = level.key if level is self.levels[-1] else level.last
            if not level.mapping:
                path.append(len(level.container) - (level is not self.levels[-1]))
            elif here is not None:
                path.append(here)
        return tuple(path)

    def _problem(self, code: str, event: Any, details: dict[str, str], path: Path = ()) -> None:
        self.document.problems.append(Problem(code, _mark(event), path or self._path(), details))


def _mark(event: Any) -> Mark:
    return unpacked(packed(event.start_mark))
