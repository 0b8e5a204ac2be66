"""Rules that hold across files: every reference leads somewhere, quotations stand in their texts,
periods and validity make sense. Each rule is a function from the records to findings.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from pydantic import BaseModel

from ramberattelser import messages
from ramberattelser.corpus import LAW
from ramberattelser.dates import When
from ramberattelser.findings import Finding
from ramberattelser.loading import Loaded, Record
from ramberattelser.model import ClauseVersion, SourceRef, VersionRef
from ramberattelser.quoting import QuoteAmbiguous, QuoteNotFound, find_quote

Path = tuple[str | int, ...]
Rule = Callable[[Loaded], Iterator[Finding]]


def check(loaded: Loaded) -> list[Finding]:
    """Return the findings of every rule over ``loaded``."""
    return [finding for rule in RULES for finding in rule(loaded)]


# --- walking -------------------------------------------------------------------------------


def values(entry: BaseModel, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Yield path (Swedish names) and value of everything inside ``entry``, entries included."""
    for name, field in type(entry).model_fields.items():
        value = getattr(entry, name)
        here = (*path, field.alias or name)
        yield here, value
        if isinstance(value, BaseModel) and not isinstance(value, VersionRef | SourceRef):
            yield from values(value, here)
        elif isinstance(value, tuple):
            for position, item in enumerate(value):
                yield (*here, position), item
                if isinstance(item, BaseModel) and not isinstance(item, VersionRef | SourceRef):
                    yield from values(item, (*here, position))


def versions(loaded: Loaded) -> Iterator[tuple[Record, Path, str, ClauseVersion]]:
    """Yield record, path, owner and version for every wording, the law's included."""
    for owner, record in loaded.of_kind("andamal"):
        for position, version in enumerate(record.entry.versions):
            yield record, ("versioner", position), owner, version
    law = loaded.records.get(LAW)
    if law is not None:
        for position, version in enumerate(law.entry.versions):
            yield law, ("versioner", position), LAW, version


def _at(record: Record, path: Path, code: str, **details: str) -> Finding:
    return messages.finding(record.file, record.document, path, code, **details)


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59].rstrip() + "…"


# --- references ----------------------------------------------------------------------------


def known_sources(loaded: Loaded) -> Iterator[Finding]:
    """Every source that is pointed to stands in kallor.yml."""
    record = loaded.records.get("kallor")
    if record is None:
        return
    known = [source.id for source in record.entry.sources]
    for other in loaded.records.values():
        for path, value in values(other.entry):
            if isinstance(value, SourceRef) and value.source not in known:
                suggestion = messages.nearest(value.source, known, "källor")
                yield _at(other, path[:-1], "unknown_source", given=value.source, suggestion=suggestion)


def known_versions(loaded: Loaded) -> Iterator[Finding]:
    """Every wording that is pointed to exists."""
    known = [f"{owner}/{version.id}" for _, _, owner, version in versions(loaded)]
    for record in loaded.records.values():
        for path, value in values(record.entry):
            if isinstance(value, VersionRef) and str(value) not in known:
                suggestion = messages.nearest(str(value), known, "lydelser")
                yield _at(record, path, "unknown_version", given=str(value), suggestion=suggestion)


def known_associations(loaded: Loaded) -> Iterator[Finding]:
    """Stories and clauses belong to a förbund that has a file."""
    known = [owner for owner, _ in loaded.of_kind("forbund")]
    for key, record in loaded.of_kind("berattelse"):
        owner = key.partition("/")[0]
        if owner not in known:
            yield _at(
                record,
                (),
                "unknown_association",
                given=owner,
                suggestion=f"lägg till narratives/{owner}/forbund.yml",
            )
        for position, other in enumerate(record.entry.about):
            if other not in known:
                suggestion = messages.nearest(other, known, "förbund")
                yield _at(
                    record,
                    ("handlar_om", position),
                    "unknown_association",
                    given=other,
                    suggestion=suggestion,
                )
    for owner, record in loaded.of_kind("andamal"):
        given = record.entry.association
        if given != owner:
            yield _at(record, ("förbund",), "wrong_owner", given=given, expected=owner)
        elif owner not in known:
            suggestion = messages.nearest(owner, known, "förbund")
            yield _at(record, ("förbund",), "unknown_association", given=owner, suggestion=suggestion)


def known_questions(loaded: Loaded) -> Iterator[Finding]:
    """Sections answer questions that stand in fragor.yml."""
    questions = loaded.records.get("fragor")
    if questions is None:
        return
    known = [question.id for question in questions.entry.questions]
    for _, record in loaded.of_kind("berattelse"):
        for number, section in enumerate(record.entry.sections):
            for position, given in enumerate(section.questions):
                if given not in known:
                    path = ("avsnitt", number, "frågor", position)
                    suggestion = messages.nearest(given, known, "frågor")
                    yield _at(record, path, "unknown_question", given=given, suggestion=suggestion)


def unique_ids(loaded: Loaded) -> Iterator[Finding]:
    """An id stands once in its list: it is part of an address."""
    for record in loaded.records.values():
        for path, value in values(record.entry):
            if isinstance(value, tuple):
                yield from _repeated_ids(record, path, value)


def _repeated_ids(record: Record, path: Path, items: Sequence[Any]) -> Iterator[Finding]:
    first: dict[str, int] = {}
    for position, item in enumerate(items):
        given = getattr(item, "id", None)
        if not isinstance(given, str):
            continue
        here = (*path, position, "id")
        if given in first:
            line = record.document.mark((*path, first[given], "id")).line
            yield _at(record, here, "duplicate_id", given=given, first=str(line))
        else:
            first[given] = position


# --- words ---------------------------------------------------------------------------------


def quotes_stand_in_text(loaded: Loaded) -> Iterator[Finding]:
    """What is quoted from a wording stands in it to the letter, at one place."""
    for record, path, _, version in versions(loaded):
        quoted = [("kodning", n, code.quote) for n, code in enumerate(version.codes)]
        quoted += [("anmärkningar", n, remark.quote) for n, remark in enumerate(version.remarks)]
        for field, position, quote in quoted:
            yield from _quote(record, (*path, field, position, "citat"), version.text, quote)
    texts = {f"{owner}/{version.id}": version for _, _, owner, version in versions(loaded)}
    for _, record in loaded.of_kind("berattelse"):
        for number, section in enumerate(record.entry.sections):
            for position, block in enumerate(section.blocks):
                here = ("avsnitt", number, "stycken", position)
                if block.excerpt is None or str(block.of) not in texts:
                    continue
                version = texts[str(block.of)]
                if not version.collected:
                    yield _at(record, (*here, "ur"), "version_without_text", given=str(block.of))
                else:
                    yield from _quote(record, (*here, "utdrag"), version.text, block.excerpt)


def _quote(record: Record, path: Path, text: str, quote: str) -> Iterator[Finding]:
    try:
        find_quote(text, quote)
    except QuoteNotFound:
        yield _at(record, path, "quote_not_found", given=_short(quote))
    except QuoteAmbiguous:
        yield _at(record, path, "quote_ambiguous", given=_short(quote))


def known_elements(loaded: Loaded) -> Iterator[Finding]:
    """Codes use the codebook's elements."""
    codebook = loaded.records.get("byggstenar")
    if codebook is None:
        return
    known = [element.id for element in codebook.entry.elements]
    for record, path, _, version in versions(loaded):
        for position, code in enumerate(version.codes):
            if code.element not in known:
                suggestion = messages.nearest(code.element, known, "byggstenar")
                here = (*path, "kodning", position, "byggsten")
                yield _at(record, here, "unknown_element", given=code.element, suggestion=suggestion)


def missing_versions_are_empty(loaded: Loaded) -> Iterator[Finding]:
    """A wording that is not collected has nothing coded or remarked in it."""
    for record, path, _, version in versions(loaded):
        if version.collected:
            continue
        for field, entries in (("kodning", version.codes), ("anmärkningar", version.remarks)):
            if entries:
                yield _at(record, (*path, field), "missing_with_codes", given=field)


def stanzas_match_paragraphs(loaded: Loaded) -> Iterator[Finding]:
    """Where stanzas are given their paragraphs, each has one."""
    for record, path, _, version in versions(loaded):
        listed = len(version.stanza_paragraphs)
        stanzas = len([part for part in version.text.split("\n\n") if part.strip()])
        if listed and listed != stanzas:
            here = (*path, "styckenas_paragrafer")
            yield _at(record, here, "stanza_count", given=str(stanzas), listed=str(listed))


# --- time ----------------------------------------------------------------------------------


def validity(loaded: Loaded) -> Iterator[Finding]:
    """Validity runs forwards, and one clause has one wording at a time, oldest first."""
    by_owner: dict[str, list[tuple[Record, Path, ClauseVersion]]] = {}
    for record, path, owner, version in versions(loaded):
        by_owner.setdefault(owner, []).append((record, path, version))
        start, end = _first(version.validity.start), _last(version.validity.end)
        if start is not None and end is not None and end < start:
            here = (*path, "gäller", "till")
            yield _at(record, here, "period_backwards", start=str(start), end=str(end))
    for rows in by_owner.values():
        yield from _order(rows)


def _order(rows: Sequence[tuple[Record, Path, ClauseVersion]]) -> Iterator[Finding]:
    for (_, _, before), (record, path, after) in zip(rows, rows[1:], strict=False):
        start, earlier = _first(after.validity.start), _first(before.validity.start)
        if start is not None and earlier is not None and start < earlier:
            here = (*path, "gäller", "från")
            yield _at(record, here, "versions_unordered", given=after.id, other=before.id)
            continue
        end = _last(before.validity.end)
        if start is not None and end is not None and start <= end:
            yield _at(record, (*path, "gäller", "från"), "validity_overlap", other=before.id)


def _first(when: When | None) -> date | None:
    return when.start.earliest if when else None


def _last(when: When | None) -> date | None:
    return when.end.latest if when else None


# --- lineage -------------------------------------------------------------------------------


def lineage_has_no_circle(loaded: Loaded) -> Iterator[Finding]:
    """No wording builds on itself, directly or through others."""
    parents: dict[str, list[str]] = {}
    where: dict[str, tuple[Record, Path]] = {}
    for record, path, owner, version in versions(loaded):
        key = f"{owner}/{version.id}"
        parents[key] = [str(relation.version) for relation in version.relations]
        where[key] = (record, path)
        for position, parent in enumerate(parents[key]):
            if parent == key:
                yield _at(record, (*path, "bygger_på", position, "version"), "relation_to_self")
    reported: set[frozenset[str]] = set()
    for key in parents:
        circle = _circle(key, parents)
        if len(circle) > 2 and frozenset(circle) not in reported:
            reported.add(frozenset(circle))
            record, path = where[key]
            yield _at(record, (*path, "bygger_på"), "relation_circle", given=" → ".join(circle))


def _circle(start: str, parents: dict[str, list[str]]) -> list[str]:
    """Return a path from ``start`` back to it, or nothing."""
    stack: list[list[str]] = [[start]]
    seen: set[str] = set()
    while stack:
        path = stack.pop()
        for parent in parents.get(path[-1], []):
            if parent == start:
                return [*path, start]
            if parent not in seen:
                seen.add(parent)
                stack.append([*path, parent])
    return []


RULES: Iterable[Rule] = (
    known_associations,
    known_sources,
    known_versions,
    known_questions,
    known_elements,
    unique_ids,
    quotes_stand_in_text,
    missing_versions_are_empty,
    stanzas_match_paragraphs,
    validity,
    lineage_has_no_circle,
)
