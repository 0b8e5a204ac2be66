"""Every reference leads somewhere, and every id stands once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ramberattelser.findings import Finding
from ramberattelser.loading import Loaded, Record
from ramberattelser.reading import Path
from ramberattelser.rules.known import Known
from ramberattelser.rules.telling import tell


def sources_and_versions(loaded: Loaded, known: Known) -> Iterator[Finding]:
    """Every source stands in kallor.yml, every wording that is pointed to exists, ids stand once."""
    for record in loaded.records.values():
        parts = record.parts
        for path, source in parts.sources:
            unknown = known.source(source.source)
            if unknown is not None:
                yield tell(record, path, unknown[0], **unknown[1])
        for path, version in parts.versions:
            unknown = known.version(str(version))
            if unknown is not None:
                yield tell(record, path, unknown[0], **unknown[1])
        for path in parts.not_text:
            yield tell(record, path, "string_type")
        for path, first, given in parts.repeated:
            line = record.document.mark(first).line
            yield tell(record, path, "duplicate_id", given=given, first=str(line))


def associations(loaded: Loaded, known: Known) -> Iterator[Finding]:
    """Stories and clauses belong to a förbund that has a file."""
    for key, record in loaded.of_kind("berattelse"):
        owner = key.partition("/")[0]
        if known.association(owner) is not None:
            advice = f"lägg till narratives/{owner}/forbund.yml"
            yield tell(record, (), "unknown_association", given=owner, suggestion=advice)
        for position, other in enumerate(record.entry.about):
            unknown = known.association(other)
            if unknown is not None:
                yield tell(record, ("handlar_om", position), unknown[0], **unknown[1])
    for owner, record in loaded.of_kind("andamal"):
        given = record.entry.association
        unknown = known.association(owner)
        if given != owner:
            yield tell(record, ("förbund",), "wrong_owner", given=given, expected=owner)
        elif unknown is not None:
            yield tell(record, ("förbund",), unknown[0], **unknown[1])


def questions(loaded: Loaded, known: Known) -> Iterator[Finding]:
    """Sections answer questions that stand in fragor.yml."""
    for _, record in loaded.of_kind("berattelse"):
        for number, section in enumerate(record.entry.sections):
            for position, given in enumerate(section.questions):
                unknown = known.question(given)
                if unknown is not None:
                    yield tell(record, ("avsnitt", number, "frågor", position), unknown[0], **unknown[1])


def elements(_: Loaded, known: Known) -> Iterator[Finding]:
    """Codes use the codebook's elements."""
    for record, path, _owner, version in known.wordings:
        for position, code in enumerate(version.codes):
            unknown = known.element(code.element)
            if unknown is not None:
                yield tell(record, (*path, "kodning", position, "byggsten"), unknown[0], **unknown[1])


def repeated(loaded: Loaded, _: Known) -> Iterator[Finding]:
    """No list of names holds the same name twice."""
    for record, path, given in _lists(loaded):
        first: dict[str, int] = {}
        for position, name in enumerate(given):
            before = first.setdefault(name, position)
            if before != position:
                line = record.document.mark((*path, before)).line
                yield tell(record, (*path, position), "repeated", given=name, first=str(line))


def _lists(loaded: Loaded) -> Iterator[tuple[Record, Path, Sequence[str]]]:
    for _, record in loaded.of_kind("berattelse"):
        yield record, ("handlar_om",), record.entry.about
        yield record, ("sökord",), record.entry.keywords
        for number, section in enumerate(record.entry.sections):
            yield record, ("avsnitt", number, "frågor"), section.questions
    chains = loaded.records.get("kedjor")
    for number, chain in enumerate(chains.entry.chains if chains else ()):
        if chains:
            yield chains, ("kedjor", number, "lydelser"), [str(version) for version in chain.versions]


def parents_once(_: Loaded, known: Known) -> Iterator[Finding]:
    """A wording builds on another in one way."""
    for record, path, _owner, version in known.wordings:
        first: dict[str, int] = {}
        for position, relation in enumerate(version.relations):
            given = str(relation.version)
            before = first.setdefault(given, position)
            if before != position:
                here = (*path, "bygger_på", position, "version")
                line = record.document.mark((*path, "bygger_på", before, "version")).line
                yield tell(record, here, "repeated", given=given, first=str(line))


def about_others(loaded: Loaded, _: Known) -> Iterator[Finding]:
    """A story is about its own förbund without saying so."""
    for key, record in loaded.of_kind("berattelse"):
        for position, other in enumerate(record.entry.about):
            if other == key.partition("/")[0]:
                yield tell(record, ("handlar_om", position), "about_itself")
