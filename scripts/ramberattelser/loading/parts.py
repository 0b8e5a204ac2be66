"""What the rules ask for in an entry, gathered in one walk: references, prose, repeated ids.

Each model's fields are looked at once; the walk then visits only those that can hold something.
"""

from __future__ import annotations

import typing
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from pydantic import BaseModel

from ramberattelser.dates import When
from ramberattelser.model import Entry, SourceRef, VersionRef, prose_fields
from ramberattelser.reading import Path


@dataclass(slots=True)
class Parts:
    """Everything in one entry that a rule asks for, with its path in Swedish names."""

    sources: list[tuple[Path, SourceRef]] = field(default_factory=list)
    versions: list[tuple[Path, VersionRef]] = field(default_factory=list)
    prose: list[tuple[Path, str]] = field(default_factory=list)
    repeated: list[tuple[Path, Path, str]] = field(default_factory=list)
    """Ids that stand more than once in their list: where, where first, the id."""
    not_text: list[Path] = field(default_factory=list)
    """Dates and references that were not written as text."""


def parts_of(entry: BaseModel, raw: Any) -> Parts:
    """Return the parts of ``entry``, which was made from the values ``raw``."""
    parts = Parts()
    _walk(entry, raw, (), parts)
    return parts


def _walk(entry: BaseModel, raw: Any, path: Path, parts: Parts) -> None:
    values = entry.__dict__
    for name, alias, kind in _plan(type(entry)):
        value = values[name]
        if value is None or alias not in raw:
            continue
        here = (*path, alias)
        if kind == "prose":
            parts.prose.append((here, value))
        elif kind == "entries":
            for position, item in enumerate(value):
                _walk(item, raw[alias][position], (*here, position), parts)
            _ids(value, here, parts)
        elif kind == "entry":
            _walk(value, raw[alias], here, parts)
        elif kind == "versions":
            for position, item in enumerate(value):
                _text(raw[alias][position], (*here, position), parts)
                parts.versions.append(((*here, position), item))
        else:
            _text(raw[alias], here, parts)
            if kind == "sources":
                parts.sources.extend((here, reference) for reference in value)
            elif kind == "version":
                parts.versions.append((here, value))


def _text(raw: Any, here: Path, parts: Parts) -> None:
    if not isinstance(raw, str):
        parts.not_text.append(here)


def _ids(entries: tuple[Any, ...], path: Path, parts: Parts) -> None:
    if len(entries) < 2 or "id" not in entries[0].__dict__:
        return
    first: dict[str, int] = {}
    for position, entry in enumerate(entries):
        if entry.id is None:
            continue
        before = first.setdefault(entry.id, position)
        if before != position:
            parts.repeated.append(((*path, position, "id"), (*path, before, "id"), entry.id))


@cache
def _plan(model: type[BaseModel]) -> tuple[tuple[str, str, str], ...]:
    """Return attribute, Swedish name and kind of the fields of ``model`` that can hold a part."""
    prose = prose_fields(model)
    kinds = (
        (name, info.alias or name, "prose" if name in prose else _kind(info.annotation))
        for name, info in model.model_fields.items()
    )
    return tuple((name, alias, kind) for name, alias, kind in kinds if kind)


def _kind(annotation: Any) -> str:
    classes = set(_classes(annotation))
    many = _is_tuple(annotation)
    if any(issubclass(found, Entry) for found in classes):
        return "entries" if many else "entry"
    if SourceRef in classes:
        return "sources"
    if VersionRef in classes:
        return "versions" if many else "version"
    return "dated" if When in classes else ""


def _classes(annotation: Any) -> list[type]:
    if isinstance(annotation, type):
        return [annotation]
    return [found for arg in typing.get_args(annotation) for found in _classes(arg)]


def _is_tuple(annotation: Any) -> bool:
    return typing.get_origin(annotation) is tuple or any(
        _is_tuple(arg) for arg in typing.get_args(annotation)
    )
