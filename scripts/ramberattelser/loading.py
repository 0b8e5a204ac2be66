"""From a folder of files to records: read, checked against the model, each with its findings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from ramberattelser import messages
from ramberattelser.corpus import LAW
from ramberattelser.findings import Finding
from ramberattelser.model import (
    SLUG,
    Association,
    Chains,
    Clause,
    Codebook,
    Discussions,
    Glossary,
    Law,
    Narrative,
    National,
    Questions,
    SourceList,
    slugify,
)
from ramberattelser.reading import Document, read_file

_SINGLE: dict[str, tuple[str, type[BaseModel]]] = {
    "clauses/byggstenar.yml": ("byggstenar", Codebook),
    "clauses/lagen.yml": (LAW, Law),
    "clauses/kedjor.yml": ("kedjor", Chains),
    "narratives/gemensamt/kallor.yml": ("kallor", SourceList),
    "narratives/gemensamt/begrepp.yml": ("begrepp", Glossary),
    "narratives/gemensamt/fragor.yml": ("fragor", Questions),
    "narratives/gemensamt/samtal.yml": ("samtal", Discussions),
    "narratives/gemensamt/nationellt.yml": ("nationellt", National),
}
"""Files of which there is exactly one."""


@dataclass(frozen=True, slots=True)
class Record:
    """One file that fits its model: ``key`` is its kind and id, such as ``andamal:umearegionen``."""

    key: str
    file: str
    document: Document
    entry: Any


@dataclass(slots=True)
class Loaded:
    """All records by key, and what was found wrong while reading."""

    records: dict[str, Record] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def of_kind(self, kind: str) -> Iterator[tuple[str, Record]]:
        """Yield id and record of every record whose key is ``kind:id``."""
        prefix = f"{kind}:"
        for key, record in self.records.items():
            if key.startswith(prefix):
                yield key.removeprefix(prefix), record


def load_records(root: Path) -> Loaded:
    """Read every data file below ``root`` (which holds ``narratives/`` and ``clauses/``)."""
    loaded = Loaded()
    for path in _data_files(root):
        _load_one(root, path, loaded)
    for file in _SINGLE:
        if not (root / file).is_file():
            loaded.findings.append(_about_file(file, "missing_file"))
    return loaded


def _data_files(root: Path) -> list[Path]:
    found = [p for folder in ("narratives", "clauses") for p in (root / folder).rglob("*") if not p.is_dir()]
    return sorted(
        (p for p in found if not p.name.startswith(".")), key=lambda p: p.relative_to(root).as_posix()
    )


def _load_one(root: Path, path: Path, loaded: Loaded) -> None:
    file = path.relative_to(root).as_posix()
    kind = _kind(file)
    if kind is None:
        loaded.findings.append(_about_file(file, "unknown_file"))
        return
    key, model = kind
    for part in file.removesuffix(".yml").split("/")[1:]:
        if not SLUG.fullmatch(part):
            loaded.findings.append(_about_file(file, "bad_file_name", suggestion=slugify(part)))
            return
    document = read_file(path)
    loaded.findings.extend(messages.from_problem(file, problem) for problem in document.problems)
    if any(problem.code not in ("duplicate_key", "anchor", "tag") for problem in document.problems):
        return
    if not isinstance(document.value, dict):
        loaded.findings.append(messages.finding(file, document, (), "not_mapping"))
        return
    try:
        entry = model.model_validate(document.value)
    except ValidationError as error:
        loaded.findings.extend(messages.from_pydantic(file, document, model, error.errors(include_url=False)))  # type: ignore[arg-type]
        return
    loaded.records[key] = Record(key, file, document, entry)


def _kind(file: str) -> tuple[str, type[BaseModel]] | None:
    """Return the record key and model for a file, by where it lies."""
    if file in _SINGLE:
        return _SINGLE[file]
    folder, *parts = file.split("/")
    if not file.endswith(".yml"):
        return None
    if folder == "clauses" and len(parts) == 1:
        return f"andamal:{parts[0].removesuffix('.yml')}", Clause
    if folder == "narratives" and len(parts) == 2 and parts[0] != "gemensamt":
        owner, name = parts[0], parts[1].removesuffix(".yml")
        if name == "forbund":
            return f"forbund:{owner}", Association
        return f"berattelse:{owner}/{name}", Narrative
    return None


def _about_file(file: str, code: str, **details: str) -> Finding:
    return messages.finding(file, Document(), (), code, **details)
