"""Every reference leads somewhere, and every id stands once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ramberattelser import messages
from ramberattelser.findings import Finding
from ramberattelser.loading import Loaded, Record
from ramberattelser.messages import closest
from ramberattelser.model import slugify
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
    told: set[str] = set()
    for key, record in loaded.of_kind("berattelse"):
        owner = key.partition("/")[0]
        if known.association(owner) is not None and owner not in told:
            told.add(owner)
            yield tell(record, (), "unknown_association", given=owner, suggestion=_add(owner))
        for position, other in enumerate(record.entry.about):
            unknown = known.association(other)
            if unknown is not None:
                yield tell(record, ("handlar_om", position), unknown[0], **unknown[1])
    for owner, record in loaded.of_kind("andamal"):
        given = record.entry.association
        unknown = known.association(owner)
        if given != owner:
            yield tell(record, ("förbund",), "wrong_owner", given=given, expected=owner)
        elif unknown is not None and owner not in told:
            # A name that is like none of them is that of a förbund whose file has yet to be written.
            advice = (
                unknown[1]
                if closest(owner, known.associations)
                else {"given": owner, "suggestion": _add(owner)}
            )
            yield tell(record, ("förbund",), unknown[0], **advice)


def _add(owner: str) -> str:
    return f"lägg till narratives/{owner}/forbund.yml"


def signatures(loaded: Loaded, _: Known) -> Iterator[Finding]:
    """Every förbund has a signature of its own: in pictures and tables it often stands alone."""
    return _own(loaded, "signature", "signatur", "signature_taken")


def short_names(loaded: Loaded, _: Known) -> Iterator[Finding]:
    """Every förbund has a short name of its own, whatever its capitals: a list says nothing more of it."""
    return _own(loaded, "short_name", "kortnamn", "short_name_taken")


def _own(loaded: Loaded, attribute: str, field: str, code: str) -> Iterator[Finding]:
    """Tell of each file that has in ``field`` what an earlier file has there."""
    first: dict[str, str] = {}
    for record in loaded.records.values():
        given = getattr(record.entry, attribute, None)
        if given is not None:
            other = first.setdefault(given.casefold(), record.file)
            if other != record.file:
                yield tell(record, (field,), code, given=given, other=other)


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


def names(loaded: Loaded, known: Known) -> Iterator[Finding]:
    """What was named by something else than its id is told with the ids that there are."""
    asked = {"byggsten": known.element, "frågor": known.question, "handlar_om": known.association}
    for one in loaded.named:
        field = next(str(part) for part in reversed(one.path) if isinstance(part, str))
        if field in asked:
            # Where the list could not be read, only the form can be spoken of.
            form = {"given": one.given, "suggestion": slugify(one.given) or "ett-id"}
            code, details = asked[field](one.given) or ("slug", form)
        else:
            owner = one.file.rpartition("/")[2].removesuffix(".yml")
            code, details = "wrong_owner", {"given": one.given, "expected": owner}
        yield messages.finding(one.file, one.document, one.path, code, **details)


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
