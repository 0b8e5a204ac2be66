"""What is quoted stands in its text, and prose holds only what is shown as it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

from ramberattelser.findings import Finding
from ramberattelser.loading import Loaded, Record
from ramberattelser.model import ClauseVersion, Code, Remark
from ramberattelser.quoting import QuoteAmbiguousError, QuoteNotFoundError, Span, find_quote
from ramberattelser.reading import Path
from ramberattelser.rules.known import Known
from ramberattelser.rules.telling import tell, texts

_NO_TEXT = re.compile(r"(?:saknas|okän[dt]|ingen|[?x…-]+|\.{3}|n/a|null|todo|tbd)\.?", re.IGNORECASE)


_SPLIT = re.compile(r"([^\W\d_]+-)\n[ \t]*(?!(?:och|eller|samt|respektive|resp|till)\b)([a-zåäöéü][^\W\d_]*)")
"""”hälso-” before ”och sjukvård” is no parted word: its ending is left out."""


MOST = 20
"""Parted words of one text that are told."""


def _is_no_text(version: ClauseVersion) -> bool:
    return version.collected and _NO_TEXT.fullmatch(version.text.strip()) is not None


def placeholders(_: Loaded, known: Known) -> Iterator[Finding]:
    """What is not collected says so with the one word that the pages understand."""
    for record, path, _owner, version in known.wordings:
        if _is_no_text(version):
            yield tell(record, (*path, "text"), "no_text", given=version.text.strip())


def codes_apart(_: Loaded, known: Known) -> Iterator[Finding]:
    """The same words are coded once: that is the codebook's own rule (clauses/byggstenar.yml)."""
    for record, path, _owner, version in known.wordings:
        spans = sorted(
            (*span, position)
            for position, code in enumerate(version.codes)
            for span in _spans(version.text, code.quote)
        )
        furthest = spans[:1]
        for start, end, position in spans[1:]:
            before, other = furthest[0][1:]
            if start < before and other != position:
                later, first = max(position, other), min(position, other)
                line = record.document.mark((*path, "kodning", first, "citat")).line
                words = version.text[start : min(end, before)]
                here = (*path, "kodning", later, "citat")
                yield tell(record, here, "code_overlap", given=words, first=str(line))
            if end > before:
                furthest = [(start, end, position)]


def _spans(text: str, quote: str) -> Sequence[Span]:
    try:
        return find_quote(text, quote)
    except (QuoteNotFoundError, QuoteAmbiguousError):
        return ()


def coded_words(_: Loaded, known: Known) -> Iterator[Finding]:
    """What a wording is coded or remarked by stands in it to the letter; what is missing has neither."""
    for record, path, _owner, version in known.wordings:
        if _is_no_text(version):
            continue
        quoted: tuple[tuple[str, Sequence[Code | Remark]], ...] = (
            ("kodning", version.codes),
            ("anmärkningar", version.remarks),
        )
        for field, entries in quoted:
            if entries and not version.collected:
                yield tell(record, (*path, field), "missing_with_codes", given=field)
                continue
            for position, entry in enumerate(entries):
                yield from _quote(record, (*path, field, position, "citat"), version.text, entry.quote)


def excerpts(loaded: Loaded, known: Known) -> Iterator[Finding]:
    """What a story quotes from a wording stands in it."""
    for _, record in loaded.of_kind("berattelse"):
        for number, section in enumerate(record.entry.sections):
            for position, block in enumerate(section.blocks):
                version = known.versions.get(str(block.of))
                if block.excerpt is None or version is None:
                    continue
                here = ("avsnitt", number, "stycken", position)
                if version.collected:
                    yield from _quote(record, (*here, "utdrag"), version.text, block.excerpt)
                else:
                    yield tell(record, (*here, "ur"), "version_without_text", given=str(block.of))


def _quote(record: Record, path: Path, text: str, quote: str) -> Iterator[Finding]:
    try:
        find_quote(text, quote)
    except QuoteNotFoundError:
        yield tell(record, path, "quote_not_found", given=quote)
    except QuoteAmbiguousError:
        yield tell(record, path, "quote_ambiguous", given=quote)


def stanzas(_: Loaded, known: Known) -> Iterator[Finding]:
    """Where stanzas are given their paragraphs, each has one."""
    for record, path, _owner, version in known.wordings:
        listed = len(version.stanza_paragraphs)
        if not listed:
            continue
        given = len([part for part in version.text.split("\n\n") if part.strip()])
        if listed != given:
            here = (*path, "styckenas_paragrafer")
            yield tell(record, here, "stanza_count", given=str(given), listed=str(listed))


def split_words(loaded: Loaded, _: Known) -> Iterator[Finding]:
    """No word is parted at the end of a line: on the page the halves would stand apart."""
    for record in loaded.records.values():
        if not _could_part_words(record.document.text):
            continue
        for path, value in texts(record.document.value):
            for match in islice(_SPLIT.finditer(value), MOST):
                yield tell(record, path, "split_word", given=match[1], whole=match[1][:-1] + match[2])


def template_code(loaded: Loaded, _: Known) -> Iterator[Finding]:
    """No text of the data looks like a template, whichever field it stands in."""
    for record in loaded.records.values():
        if not _could_have_signs(record.document.text):
            continue
        for path, value in texts(record.document.value):
            for sign in _signs(value):
                yield tell(record, path, "template_code", given=sign)


@lru_cache(maxsize=5_000)
def _could_part_words(text: str) -> bool:
    return "-\n" in text


@lru_cache(maxsize=5_000)
def _could_have_signs(text: str) -> bool:
    # Two braces can also be written with an escape, which has a backslash.
    return "\\" in text or bool(_signs(text))


def _signs(text: str) -> list[str]:
    return [sign for sign in ("{{", "{%", "{#") if sign in text]
