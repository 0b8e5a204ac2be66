"""Everything that can be pointed to, and what to say of a name that leads nowhere.

A file that could not be read still exists: nothing is said of references into it.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from functools import cached_property
from itertools import count

from ramberattelser import messages
from ramberattelser.corpus import LAW
from ramberattelser.loading import Loaded, Record
from ramberattelser.model import ClauseVersion, slugify
from ramberattelser.reading import Path

MOST = 200
"""Unknown names for which the nearest is looked for, which takes time."""

Unknown = tuple[str, dict[str, str]]
"""A code of ``messages`` and its details."""


class Known:
    """The names in one corpus. Each method returns None where the name leads somewhere, or may do so."""

    def __init__(self, loaded: Loaded) -> None:
        self.loaded = loaded
        self._unknown = count(1)
        """How many unknown names there have been, also among some of the files."""
        self.wordings = list(_wordings(loaded))
        """Record, path, owner and version of every wording that is looked at, the law's included."""
        self.versions = {f"{owner}/{version.id}": version for _, _, owner, version in self.wordings}

    def among(self, loaded: Loaded) -> Known:
        """Return the same names with no wordings but those in the files of ``loaded``."""
        part = copy(self)
        part.wordings = [row for row in self.wordings if row[0].key in loaded.records]
        return part

    @cached_property
    def names(self) -> tuple[object, ...]:
        """Everything that is asked of here, to be compared: the same names, the same answers."""
        stories = [key for key, _ in self.loaded.of_kind("berattelse")]
        return self.associations, stories, list(self.versions), self._lists, self.loaded.broken

    @cached_property
    def associations(self) -> list[str]:
        """The ids of all förbund that have a file, in order, also of one that could not be read."""
        return sorted(
            {owner for owner, _ in self.loaded.of_kind("forbund")} | self.loaded.broken_of_kind("forbund")
        )

    @cached_property
    def _owners_unread(self) -> set[str]:
        law = set() if LAW in self.loaded.records else {LAW}
        return self.loaded.broken_of_kind("andamal") | law

    @cached_property
    def _lists(self) -> dict[str, dict[str, str]]:
        """Names and titles of what one shared file each has; one that could not be read is not here."""
        files = (
            ("unknown_source", "kallor", "sources", "title"),
            ("unknown_element", "byggstenar", "elements", "name"),
            ("unknown_question", "fragor", "questions", "question"),
            ("unknown_term", "begrepp", "terms", "name"),
        )
        records = self.loaded.records
        return {
            code: {entry.id: getattr(entry, title) for entry in getattr(records[key].entry, attribute)}
            for code, key, attribute, title in files
            if key in records
        }

    def source(self, name: str) -> Unknown | None:
        """Return what is wrong with a source of that id; None where nothing is."""
        return self._listed("unknown_source", name, "källor")

    def element(self, name: str) -> Unknown | None:
        """Return what is wrong with an element of that id; None where nothing is."""
        return self._listed("unknown_element", name, "byggstenar")

    def question(self, name: str) -> Unknown | None:
        """Return what is wrong with a question of that id; None where nothing is."""
        return self._listed("unknown_question", name, "frågor")

    def term(self, name: str) -> Unknown | None:
        """Return what is wrong with a term of that id; None where nothing is."""
        return self._listed("unknown_term", name, "begrepp")

    def _listed(self, code: str, name: str, noun: str) -> Unknown | None:
        names = self._lists.get(code)
        if names is None or name in names:
            return None
        if next(self._unknown) > MOST:
            return code, {"given": name, "suggestion": "kontrollera stavningen"}
        # Whoever does not know of ids writes the title.
        meant = next((id for id, title in names.items() if slugify(title) == slugify(name)), name)
        return _unknown(code, name, list(names), noun, meant)

    def version(self, name: str) -> Unknown | None:
        """Return what is wrong with ``owner/version``; None where nothing is."""
        if name in self.versions or name.partition("/")[0] in self._owners_unread:
            return None
        return _unknown("unknown_version", name, list(self.versions), "lydelser")

    def association(self, name: str) -> Unknown | None:
        """Return what is wrong with a förbund of that id; None where nothing is."""
        if name in self.associations:
            return None
        return _unknown("unknown_association", name, self.associations, "förbund")

    def narrative(self, name: str) -> Unknown | None:
        """Return what is wrong with ``owner/story``; None where nothing is."""
        names = [key for key, _ in self.loaded.of_kind("berattelse")]
        if name in names or name in self.loaded.broken_of_kind("berattelse"):
            return None
        return _unknown("unknown_narrative", name, names, "berättelser")

    def target(self, target: str) -> Unknown | None:
        """The target of a ``[[reference]]``, as ``addresses.resolve`` reads it."""
        kind, colon, name = target.partition(":")
        if not target or (colon and not name):
            return "empty_reference", {}
        if colon and kind == "begrepp":
            return self.term(name)
        if colon and kind == "berattelse":
            return self.narrative(name)
        return self.version(target) if "/" in target else self.association(target)


def _unknown(code: str, name: str, names: list[str], noun: str, meant: str = "") -> Unknown:
    return code, {"given": name, "suggestion": messages.nearest(meant or name, names, noun)}


def _wordings(loaded: Loaded) -> Iterator[tuple[Record, Path, str, ClauseVersion]]:
    for owner, record in loaded.of_kind("andamal"):
        for position, version in enumerate(record.entry.versions):
            yield record, ("versioner", position), owner, version
    law = loaded.records.get(LAW)
    if law is not None:
        for position, version in enumerate(law.entry.versions):
            yield law, ("versioner", position), LAW, version
