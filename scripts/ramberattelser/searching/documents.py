"""What can be found: documents, each a page or an entry of a page, and their sections."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from typing import Any

MARK, END = "\ue000", "\ue001"
"""Around the name of an anchor that stands inside a section's text: ``\\ue000m4\\ue001``."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page that has its own address: the heading's anchor, the heading, the text under it.

    ``counted`` are the raw words of the text, those that stand there once and those that stand there more
    often, for whom they are known already.
    """

    anchor: str
    heading: str
    text: str
    counted: tuple[tuple[str, ...], tuple[str, ...]] | None = None


@dataclass(frozen=True, eq=False)
class Document:
    """One hit of the list: a page, or an entry such as a term, whose path ends in its anchor.

    The first section is the page's head: what stands above the first heading.
    """

    path: str
    title: str
    kind: str
    sections: tuple[Section, ...]
    owners: tuple[str, ...] = ()
    year: int | None = None
    elements: tuple[str, ...] = ()
    also: str = ""
    """Other names, found as titles are: ``AF``, ``4 §``."""
    asked: str = ""
    """What people ask for it with, found nearly as titles are. Not shown."""
    around: str = ""
    """Words that say where the page belongs, found as text. Not shown."""

    @cached_property
    def head(self) -> str:
        """Path and title as JSON, without the brackets."""
        return f"{as_json(self.path)},{as_json(self.title)}"

    @cached_property
    def rows(self) -> tuple[str, ...]:
        """What is shown of each section, as JSON: ``[anchor, heading, text]``."""
        return tuple(as_json([one.anchor, one.heading, one.text]) for one in self.sections)


def as_json(data: Any) -> str:
    """Return ``data`` as JSON with nothing to spare."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
