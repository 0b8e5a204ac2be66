"""Ids become parts of addresses: no two of them make the same, and none is needed for something else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ramberattelser.findings import Finding
from ramberattelser.loading import Loaded, Record
from ramberattelser.loading.places import SYSTEM_NAMES
from ramberattelser.reading import Path
from ramberattelser.rules.known import Known
from ramberattelser.rules.telling import tell

_ON_PAGES = re.compile(
    r"[hq]-.+|b-.+-[dt]|[abgkm]\d+(?:-fran)?"
    r"|adress|bas|besked|byt|innehall|kopiera(?:-val)?|lista|sidor|slakt(?:-[dt])?|sok(?:-ord|-svar)?|svar|valj"
)
"""Ids that pages give to their own headings, notes and fields; a test holds them against the templates."""

_ANCHORED = (
    ("begrepp", "begrepp", "terms"),
    ("kallor", "källor", "sources"),
    ("samtal", "samtal", "discussions"),
    ("byggstenar", "byggstenar", "elements"),
)
"""Files whose entries are places on a page: key, field, attribute."""


def taken_by_pages(name: str) -> bool:
    """True for an id that some page has for itself."""
    return _ON_PAGES.fullmatch(name) is not None


def reserved(loaded: Loaded, known: Known) -> Iterator[Finding]:
    """No id is one that the pages use, or a name that some system cannot make a folder of."""
    for record, path, name in _anchors(loaded):
        if taken_by_pages(name):
            yield tell(record, path, "reserved_id", given=name)
    for record, path, name in _folders(loaded, known):
        if name in SYSTEM_NAMES:
            yield tell(record, path, "reserved_id", given=name)


def _anchors(loaded: Loaded) -> Iterator[tuple[Record, Path, str]]:
    for key, field, attribute in _ANCHORED:
        record = loaded.records.get(key)
        for position, entry in enumerate(getattr(record.entry, attribute) if record else ()):
            if record:
                yield record, (field, position, "id"), entry.id
    for _, record in loaded.of_kind("berattelse"):
        for path, name in _told(record):
            yield record, path, name


def _told(record: Record) -> Iterator[tuple[Path, str]]:
    """Yield the id of each section of a story, then of each heading inside one."""
    sections = [(("avsnitt", position), section) for position, section in enumerate(record.entry.sections)]
    for here, section in sections:
        yield (*here, "id"), section.id
    for here, section in sections:
        for number, block in enumerate(section.blocks):
            if block.id is not None:
                yield (*here, "stycken", number, "id"), block.id


def told_once(loaded: Loaded, _: Known) -> Iterator[Finding]:
    """No heading inside a section has the id of a section, or of a heading inside another."""
    for _key, record in loaded.of_kind("berattelse"):
        first: dict[str, Path] = {}
        for path, name in _told(record):
            before = first.setdefault(name, path)
            # Two in one list are told of already, as in every list.
            if before[:-2] != path[:-2]:
                line = record.document.mark(before).line
                yield tell(record, path, "duplicate_id", given=name, first=str(line))


def _folders(loaded: Loaded, known: Known) -> Iterator[tuple[Record, Path, str]]:
    for record, path, _owner, version in known.wordings:
        yield record, (*path, "id"), version.id
    for key, field, attribute in (*_ANCHORED[3:], ("fragor", "frågor", "questions")):
        found = loaded.records.get(key)
        for position, entry in enumerate(getattr(found.entry, attribute) if found else ()):
            if found:
                yield found, (field, position, "id"), entry.id


def shared(loaded: Loaded, known: Known) -> Iterator[Finding]:
    """Where names are joined by hyphens to one address, ``a/b-c`` and ``a-b/c`` would be the same."""
    wordings = ((r, (*path, "id"), (owner, version.id)) for r, path, owner, version in known.wordings)
    yield from _same(wordings)
    answers = (
        (record, ("avsnitt", position, "id"), (*key.split("/"), section.id))
        for key, record in loaded.of_kind("berattelse")
        for position, section in enumerate(record.entry.sections)
        if section.questions
    )
    yield from _same(answers)


def _same(named: Iterator[tuple[Record, Path, tuple[str, ...]]]) -> Iterator[Finding]:
    first: dict[str, tuple[str, ...]] = {}
    for record, path, names in named:
        other = first.setdefault("-".join(names), names)
        if other != names:
            yield tell(record, path, "shared_address", given=names[-1], other="/".join(other))
