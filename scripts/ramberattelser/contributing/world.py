"""What there already is, as far as a form needs to know: read from the files' own texts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ramberattelser.contributing.forms import Shared
from ramberattelser.model import slugify
from ramberattelser.reading import read_text

SOURCES = "narratives/gemensamt/kallor.yml"
_QUESTIONS = "narratives/gemensamt/fragor.yml"
_ELEMENTS = "clauses/byggstenar.yml"
_ASSOCIATION = re.compile(r"narratives/([^/]+)/forbund\.yml")
_BEFORE_NAME = re.compile(r"(?:samordnings)?förbundet\s+(?:i\s+)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class World:
    """The files' texts, and what is in them."""

    texts: Mapping[str, str]
    owners: Mapping[str, str]
    """Every name of a förbund, as an address part, to the förbund's id."""
    sources: Mapping[str, str]
    """Ids of sources, to their titles."""
    source_names: Mapping[str, str]
    """Every name of a source, as an address part, to its id."""
    signatures: frozenset[str]
    """Those that are taken."""
    shared: Shared
    latest: str
    """The latest day on which anything was published."""

    def owner(self, *names: str) -> str | None:
        """Return the id of the förbund that has one of ``names``."""
        found = (self.owners.get(slugify(form)) for name in names for form in (name, short_name(name)))
        return next((owner for owner in found if owner), None)

    def source(self, name: str) -> str | None:
        """Return the id of the source with that id, short name or title."""
        return self.source_names.get(slugify(name))


def short_name(name: str) -> str:
    """Return the name without ”Samordningsförbundet”, unless nothing is left then."""
    return _BEFORE_NAME.sub("", name, count=1).strip() or name.strip()


def world(texts: Mapping[str, str]) -> World:
    """Return what is in ``texts`` (path → text). What cannot be read there is passed over."""
    values = {path: read_text(text).value for path, text in texts.items()}
    owners: dict[str, str] = {}
    for path, value in values.items():
        match = _ASSOCIATION.fullmatch(path)
        if match is not None:
            for name in (match[1], *_names(value)):
                owners.setdefault(slugify(name), match[1])
    return World(
        texts=texts,
        owners=owners,
        sources=dict(_pairs(values.get(SOURCES), "källor", "titel")),
        source_names={
            slugify(form): id
            for field in ("titel", "kort")
            for id, name in _pairs(values.get(SOURCES), "källor", field)
            for form in (name, id)
        },
        signatures=frozenset(
            str(value["signatur"])
            for value in values.values()
            if isinstance(value, dict) and "signatur" in value
        ),
        shared=Shared(
            questions=tuple(_pairs(values.get(_QUESTIONS), "frågor", "fråga")),
            elements=tuple(_pairs(values.get(_ELEMENTS), "byggstenar", "namn")),
        ),
        latest=max((day for value in values.values() for day in _days(value)), default=""),
    )


def _names(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from (value[name] for name in ("kortnamn",) if isinstance(value.get(name), str))
        yield from (name for name, _ in _pairs(value, "namn", "namn", key="namn"))


def _pairs(value: Any, field: str, text: str, key: str = "id") -> Iterator[tuple[str, str]]:
    entries = value.get(field) if isinstance(value, dict) else None
    for entry in entries if isinstance(entries, list) else ():
        if isinstance(entry, dict) and isinstance(entry.get(key), str):
            yield entry[key], str(entry.get(text) or "")


def _days(value: Any) -> Iterator[str]:
    """Every day in the fields that say when something was published or changed."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if name == "publicerad" and isinstance(inner, str):
                yield inner
            elif name in ("ändringar", "versioner"):
                yield from _days(inner)
            elif name == "datum" and isinstance(inner, str) and "vad" in value:
                yield inner
    elif isinstance(value, list):
        for inner in value:
            yield from _days(inner)
