"""What a form becomes: new files and entries in lists, with the answer that each value came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ramberattelser.contributing.slips import Slip, slip
from ramberattelser.messages import field_name
from ramberattelser.reading import Path


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a value was written: under which label, on which line of the issue."""

    label: str
    line: int


@dataclass(slots=True)
class Entry:
    """Values for a file or for one entry of a list, and where each was written."""

    values: dict[str, Any] = field(default_factory=dict)
    origins: dict[Path, Origin] = field(default_factory=dict)

    def put(self, name: str, value: Any, origin: Origin) -> None:
        """Add a field, unless there is nothing to put in it."""
        if value not in ("", [], {}, None):
            self.values[name] = value
            self.origins[(name,)] = origin

    def put_entries(self, name: str, entries: list[Entry]) -> None:
        """Add a list of groups, unless it is empty."""
        if not entries:
            return
        self.values[name] = [entry.values for entry in entries]
        for number, entry in enumerate(entries):
            for path, origin in entry.origins.items():
                self.origins.setdefault((name, number), origin)
                self.origins[(name, number, *path)] = origin


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file that does not exist yet; ``origin`` is the answer that its name comes from."""

    path: str
    entry: Entry
    origin: Origin


@dataclass(frozen=True, slots=True)
class NewEntry:
    """An entry to add to the list ``field`` of a file that exists, before the entry at ``position``."""

    path: str
    field: str
    position: int
    entry: Entry

    def origins(self) -> dict[Path, Origin]:
        """Return the origins with their paths in the whole file."""
        return {(self.field, self.position, *path): origin for path, origin in self.entry.origins.items()}


Draft = NewFile | NewEntry


@dataclass(slots=True)
class Proposal:
    """The drafts that a form gives rise to, what was wrong with its answers, and what to say beside."""

    drafts: list[Draft] = field(default_factory=list)
    slips: list[Slip] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def complain(self, code: str, origin: Origin, **details: str) -> None:
        """Note what is wrong with an answer; ``label`` among the details names another question."""
        self.slips.append(slip(code, origin.label, origin.line, **details))


def origins_by_field(drafts: list[Draft]) -> Mapping[tuple[str, str], Origin]:
    """Return file and field, as findings name them, to where the value was written."""
    found = {}
    for draft in drafts:
        origins = draft.entry.origins if isinstance(draft, NewFile) else draft.origins()
        for path, origin in origins.items():
            found[draft.path, field_name(path)] = origin
        if isinstance(draft, NewFile):
            found[draft.path, field_name(())] = draft.origin
    return found
