"""From a folder of files to records: read, checked against the model, each with its findings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from ramberattelser import messages
from ramberattelser.findings import Finding
from ramberattelser.loading import places
from ramberattelser.loading.parts import Parts, parts_of
from ramberattelser.loading.salvaging import salvaged
from ramberattelser.model import slugify
from ramberattelser.reading import Document, read_file

__all__ = ["Loaded", "Record", "load_records"]

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


@dataclass(slots=True)
class Loaded:
    """All records by key, the keys of files of which nothing could be used, and what was found wrong."""

    records: dict[str, Record] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)

    def of_kind(self, kind: str) -> Iterator[tuple[str, Record]]:
        """Yield id and record of every record whose key is ``kind:id``."""
        prefix = f"{kind}:"
        for key, record in self.records.items():
            if key.startswith(prefix):
                yield key.removeprefix(prefix), record

    def broken_of_kind(self, kind: str) -> set[str]:
        """Return the ids of files that exist but could not be used."""
        return {key.removeprefix(f"{kind}:") for key in self.broken if key.startswith(f"{kind}:")}


def load_records(root: Path) -> Loaded:
    """Read every data file below ``root`` (which holds ``narratives/`` and ``clauses/``)."""
    loaded = Loaded()
    files = places.data_files(root)
    for file in files:
        _load_one(root, file, loaded)
    for file in places.SINGLE.keys() - set(files):
        loaded.findings.append(_about_file(file, "missing_file"))
    return loaded


def _load_one(root: Path, file: str, loaded: Loaded) -> None:
    kind = places.kind(file)
    if kind is None:
        code = "empty_folder" if file.endswith("/") else "unknown_file"
        code = "symlink" if (root / file).is_symlink() else code
        loaded.findings.append(_about_file(file, code))
        return
    bad, reserved = places.bad_name(file), places.reserved_name(file)
    if bad is not None:
        loaded.findings.append(_about_file(file, "bad_file_name", suggestion=slugify(bad) or "ett-namn"))
    elif reserved is not None:
        loaded.findings.append(_about_file(file, "reserved_name", given=reserved))
    else:
        _load(file, read_file(f"{root}/{file}"), *kind, loaded)


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
    try:
        entry = model.model_validate(value)
    except ValidationError as error:
        errors = error.errors(include_url=False)
        loaded.findings.extend(messages.from_pydantic(file, document, model, errors))
        rest = salvaged(model, value, error)
        if rest is None:
            loaded.broken.add(key)
            return
        entry, value = rest
    loaded.records[key] = Record(key, file, document, entry, parts_of(entry, value))


def _about_file(file: str, code: str, **details: str) -> Finding:
    return messages.finding(file, Document(), (), code, **details)
