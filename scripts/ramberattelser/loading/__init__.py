"""From a folder of files to records: read, checked against the model, each with its findings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path as FilePath
from typing import Any

from pydantic import BaseModel, ValidationError

from ramberattelser import messages, project
from ramberattelser.findings import Finding
from ramberattelser.loading import places
from ramberattelser.loading.kinds import other_kind
from ramberattelser.loading.parts import Parts, parts_of
from ramberattelser.loading.salvaging import salvaged
from ramberattelser.memory import Memory
from ramberattelser.model import slugify
from ramberattelser.reading import Document, Parse, Path, read_file, read_text

__all__ = ["Loaded", "Record", "load_records"]

NAMED = "named"
"""The model's error for what should be an id of something else."""

_READABLE = frozenset(("duplicate_key", "anchor", "tag", "comment_after"))
"""Problems that leave the rest of a file as it was meant."""


@dataclass(frozen=True, slots=True)
class Record:
    """One file that was read: ``key`` is its kind and id, such as ``andamal:umearegionen``.

    Where the file had findings, ``entry`` may lack the fields they were about.
    """

    key: str
    file: str
    document: Document
    entry: Any
    parts: Parts


@dataclass(frozen=True, slots=True)
class Named:
    """Something that should be named by its id, and is not: which ids there are is known when all is read."""

    file: str
    document: Document
    path: Path
    given: str


@dataclass(slots=True)
class Loaded:
    """All records by key, the keys of files of which nothing could be used, and what was found wrong."""

    records: dict[str, Record] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)
    named: list[Named] = field(default_factory=list)

    def add(self, other: Loaded) -> None:
        """Add what one more file gave."""
        self.records |= other.records
        self.broken |= other.broken
        self.findings += other.findings
        self.named += other.named

    def of_kind(self, kind: str) -> Iterator[tuple[str, Record]]:
        """Yield id and record of every record whose key is ``kind:id``."""
        prefix = f"{kind}:"
        for key, record in self.records.items():
            if key.startswith(prefix):
                yield key.removeprefix(prefix), record

    def broken_of_kind(self, kind: str) -> set[str]:
        """Return the ids of files that exist but could not be used."""
        return {key.removeprefix(f"{kind}:") for key in self.broken if key.startswith(f"{kind}:")}


def load_records(root: FilePath, parse: Parse = read_text, memory: Memory | None = None) -> Loaded:
    """Read every data file below ``root`` (which holds ``narratives/`` and ``clauses/``).

    ``parse`` makes a document of a file's text; ``memory`` has what files that are the same gave before.
    """
    loaded = Loaded()
    memory = memory or Memory()
    files = places.data_files(root)
    closed = [file for file in files if file.rstrip("/") in project.FOLDERS and file.endswith("/")]
    if closed:
        # Nothing can be said of references into a folder that shows nothing.
        loaded.findings += [_about_file(file, "unreadable") for file in closed]
        return loaded
    bad: set[str] = set()
    for file in files:
        _load_one(root, file, loaded, bad, partial(_read, memory, parse))
    for file in places.SINGLE.keys() - set(files):
        if places.SINGLE[file][0] not in loaded.broken:
            loaded.findings.append(_about_file(file, "missing_file"))
    return loaded


def _read(memory: Memory, parse: Parse, path: str, file: str, key: str, model: type[BaseModel]) -> Loaded:
    """Return what one file gives."""
    document = read_file(path, parse)

    def make() -> Loaded:
        one = Loaded()
        _load(file, document, key, model, one)
        return one

    # A document of no text tells of a file that could not be read, and not always of the same fault.
    return memory.kept((file, document.text), make) if document.text else make()


def _load_one(root: FilePath, file: str, loaded: Loaded, bad: set[str], read: Callable[..., Loaded]) -> None:
    """Load one file; ``bad`` are the names of folders and files that have been told to be no addresses."""
    kind = places.kind(file)
    if kind is None:
        _refuse(root, file, loaded)
        return
    wrong, reserved = places.bad_name(file), places.reserved_name(file)
    if wrong is not None:
        path, meant = wrong
        if path not in bad:
            bad.add(path)
            name = path.rpartition("/")[2]
            suggestion = slugify(name) or "ett-namn"
            loaded.findings.append(_about_file(file, "bad_file_name", given=name, suggestion=suggestion))
        _stands_for(meant, loaded)
    elif reserved is not None:
        loaded.findings.append(_about_file(file, "reserved_name", given=reserved))
    else:
        loaded.add(read(f"{root}/{file}", file, *kind))


def _refuse(root: FilePath, file: str, loaded: Loaded) -> None:
    """Tell that a file does not belong here; what it was meant to be exists, as to references into it."""
    meant = places.other_ending(file)
    if (root / file).is_symlink():
        loaded.findings.append(_about_file(file, "symlink"))
    elif file.endswith("/"):
        loaded.findings.append(_about_file(file, places.about_folder(root, file)))
        _stands_for(f"{file}forbund.yml", loaded)
    elif meant is not None:
        name = file.rpartition("/")[2]
        suggestion = meant.rpartition("/")[2]
        loaded.findings.append(_about_file(file, "other_ending", given=name, suggestion=suggestion))
        _stands_for(meant, loaded)
    else:
        code = "unknown_place" if file.endswith(".yml") else "unknown_file"
        loaded.findings.append(_about_file(file, code))


def _stands_for(file: str, loaded: Loaded) -> None:
    kind = places.kind(file)
    if kind is not None and kind[0] not in loaded.records:
        loaded.broken.add(kind[0])


def _load(file: str, document: Document, key: str, model: type[BaseModel], loaded: Loaded) -> None:
    loaded.findings.extend(messages.from_problem(file, problem) for problem in document.problems)
    value = document.value
    if any(problem.code not in _READABLE for problem in document.problems):
        loaded.broken.add(key)
        return
    if not isinstance(value, dict):
        loaded.broken.add(key)
        if not document.problems:
            loaded.findings.append(messages.finding(file, document, (), "not_mapping"))
        return
    other = other_kind(model, value)
    if other is not None:
        loaded.broken.add(key)
        loaded.findings.append(messages.finding(file, document, (), other.code, **other.details))
        return
    try:
        entry = model.model_validate(value)
    except ValidationError as error:
        errors = error.errors(include_url=False)
        loaded.findings.extend(messages.from_pydantic(file, document, model, errors, later=NAMED))
        loaded.named += [
            Named(file, document, tuple(found["loc"]), found["input"])
            for found in errors
            if found["type"] == NAMED
        ]
        rest = salvaged(model, value, error)
        if rest is None:
            loaded.broken.add(key)
            return
        entry, value = rest
    loaded.records[key] = Record(key, file, document, entry, parts_of(entry, value))


def _about_file(file: str, code: str, **details: str) -> Finding:
    return messages.finding(file, Document(), (), code, **details)
