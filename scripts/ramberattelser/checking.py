"""The whole check: read, model, rules across files, and the prose of every field.

``check`` is what the command, the build and the tests call. It never raises for what stands in
the data: everything wrong is in the list it returns.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ramberattelser import addresses, messages, rules
from ramberattelser.corpus import LAW, Corpus, Story
from ramberattelser.findings import Finding
from ramberattelser.loading import Loaded, Record, load_records
from ramberattelser.model import iter_prose
from ramberattelser.rendering import prose


def check(root: Path) -> tuple[Corpus | None, list[Finding]]:
    """Return the corpus below ``root``, or None when anything was found wrong, and the findings."""
    loaded = load_records(root)
    findings = [*loaded.findings, *rules.check(loaded)]
    corpus = _corpus(loaded)
    if corpus is not None:
        findings += _prose(loaded, corpus)
    findings += _template_code(loaded)
    return (None if findings else corpus), sorted(set(findings))


def _corpus(loaded: Loaded) -> Corpus | None:
    """Put the records together; None when a file that the site needs did not fit its model."""
    records = loaded.records
    needed = ("byggstenar", LAW, "kedjor", "kallor", "begrepp", "fragor", "samtal", "nationellt")
    if any(name not in records for name in needed):
        return None
    associations = {owner: record.entry for owner, record in loaded.of_kind("forbund")}
    return Corpus(
        associations=associations,
        stories={
            key: Story(key.split("/")[0], key.split("/")[1], record.entry, record.file)
            for key, record in loaded.of_kind("berattelse")
            if key.split("/")[0] in associations
        },
        clauses={o: r.entry for o, r in loaded.of_kind("andamal") if o in associations},
        law=records[LAW].entry,
        codebook=records["byggstenar"].entry,
        chains=records["kedjor"].entry,
        source_list=records["kallor"].entry,
        glossary=records["begrepp"].entry,
        question_list=records["fragor"].entry,
        discussions=records["samtal"].entry,
        national=records["nationellt"].entry,
        files={key: record.file for key, record in records.items()},
    )


def _prose(loaded: Loaded, corpus: Corpus) -> Iterator[Finding]:
    def resolve(target: str) -> tuple[str, str] | None:
        return addresses.resolve(corpus, target)

    for record in loaded.records.values():
        for path, text in iter_prose(record.entry):
            for code, details in prose.problems(text, resolve):
                if code.startswith("unknown_"):
                    details["suggestion"] = _suggest(corpus, code, details["given"])
                yield messages.finding(record.file, record.document, path, code, **details)


def _suggest(corpus: Corpus, code: str, given: str) -> str:
    known = {
        "unknown_term": (list(corpus.terms), "begrepp"),
        "unknown_narrative": (list(corpus.stories), "berättelser"),
        "unknown_version": (list(corpus.wordings), "lydelser"),
        "unknown_association": (list(corpus.associations), "förbund"),
    }[code]
    return messages.nearest(given, *known)


def _template_code(loaded: Loaded) -> Iterator[Finding]:
    """No text of the data looks like a template, whichever field it stands in."""
    for record in loaded.records.values():
        for path, text in _texts(record.document.value, ()):
            found = next((sign for sign in ("{{", "{%", "{#") if sign in text), None)
            if found is not None:
                yield _at(record, path, found)


def _at(record: Record, path: tuple[str | int, ...], sign: str) -> Finding:
    return messages.finding(record.file, record.document, path, "template_code", given=sign)


def _texts(value: Any, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, (*path, key))
    elif isinstance(value, list):
        for position, inner in enumerate(value):
            yield from _texts(inner, (*path, position))
