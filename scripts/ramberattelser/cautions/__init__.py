"""Cautions: what a reader of a proposal should look at, where a program cannot be sure.

A caution never changes an exit code. ``caution`` takes what has been read, and says nothing twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from ramberattelser.cautions import links
from ramberattelser.cautions.links import Known
from ramberattelser.cautions.model import Caution, told
from ramberattelser.cautions.personal import personal
from ramberattelser.cautions.readability import hard
from ramberattelser.loading import Record
from ramberattelser.messages import field_name
from ramberattelser.reading import Mark, Path
from ramberattelser.rules.telling import texts

__all__ = ["Caution", "caution", "known_addresses"]

MOST = 20
"""Cautions of one kind about one text: with more than that, the text is looked at as a whole."""
MOST_OF_PAGE = 100
"""The same for a hand-written page."""

_REFERENCE = re.compile(r"\[\[[^\n]{0,60}")
_FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_MACRO = re.compile(r"\{\{[^{}]*\}\}")


def caution(
    records: Iterable[Record], guides: Mapping[str, str] | None = None, known: Known | None = None
) -> list[Caution]:
    """Return the cautions about data files and hand-written pages, in order.

    ``guides`` maps the name of a page below ``docs/`` (``om/index.md``) to its Markdown. Links are looked at
    only with ``known``, from ``known_addresses``: it takes the pages of the site.
    """
    found = {one for record in records for one in _about_record(record, known)}
    found |= {one for uri, text in (guides or {}).items() for one in _about_guide(uri, text, known)}
    return sorted(found)


def known_addresses(pages: Mapping[str, str], files: Iterable[str], guides: Mapping[str, str]) -> Known:
    """Return where links may lead: ``pages`` are made pages' addresses and HTML, ``files`` names of files."""
    known: dict[str, frozenset[str]] = {f"/{file}": frozenset() for file in files}
    for uri, text in guides.items():
        known[links.address_of(uri)] = links.anchors(text) | links.ids(text)
    for address, body in pages.items():
        known[address] = links.ids(body)
    return known


# --- data files -----------------------------------------------------------------------------


def _about_record(record: Record, known: Known | None) -> Iterator[Caution]:
    prose = dict(record.parts.prose)
    for path, text in texts(record.document.value):
        for code, place in islice(_anywhere(text, is_prose=path in prose), MOST):
            yield _in_record(record, path, _from(text, place), code, given=_short(_from(text, place)))
    for path, text in prose.items():
        for code, words, details in islice(hard(text), MOST):
            yield _in_record(record, path, words, code, **details)
        if known is not None:
            for code, place, target in islice(links.dead(text, "", known), MOST):
                yield _in_record(record, path, _from(text, place), code, given=target)


def _anywhere(text: str, *, is_prose: bool) -> Iterator[tuple[str, int]]:
    if not text.startswith(("http://", "https://")):
        yield from personal(text)
    # In prose a reference is a link, and half a one a finding.
    if not is_prose:
        for match in _REFERENCE.finditer(text):
            yield "raw_reference", match.start()


def _in_record(record: Record, path: Path, words: str, code: str, /, **details: str) -> Caution:
    mark = record.document.mark_of(path, words)
    return Caution(record.file, *mark, field_name(path), *told(code, **details))


def _line_of(text: str, mark: Mark, words: str) -> Mark:
    """Return where ``words`` begin in a file, from ``mark`` on; ``mark`` itself where they are not found.

    A long field may run over many lines, and its first is of little help.
    """
    first = [re.escape(word) for word in words.split()[:4]]
    if not first:
        return mark
    start = _offset(text, mark)
    match = re.compile(r"\s+".join(first)).search(text, start)
    return _mark(text, match.start()) if match else mark


# --- hand-written pages ---------------------------------------------------------------------


def _about_guide(uri: str, text: str, known: Known | None) -> Iterator[Caution]:
    file = f"docs/{uri}"
    # What is not prose is blanked out, so that every place stays where it was.
    body = links.without_code(_MACRO.sub(_blank, _FRONT.sub(_blank, text)))
    numbers = islice(personal(text), MOST_OF_PAGE)
    found = [(code, place, _short(_from(text, place))) for code, place in numbers]
    references = islice(_REFERENCE.finditer(body), MOST_OF_PAGE)
    found += [("raw_reference", match.start(), _short(match.group())) for match in references]
    if known is not None:
        folder = uri.rpartition("/")[0]
        found += islice(links.dead(body, links.address_of(uri), known, folder), MOST_OF_PAGE)
    for code, place, given in found:
        yield Caution(file, *_mark(text, place), "texten", *told(code, given=given))
    doubts = ((start, doubt) for start, paragraph in _paragraphs(body) for doubt in hard(paragraph))
    for start, (code, words, details) in islice(doubts, MOST_OF_PAGE):
        mark = _line_of(text, _mark(text, start), words)
        yield Caution(file, *mark, "texten", *told(code, **details))


def _paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """Yield place and text of what is running text or a list: no headings, tables or indented blocks."""
    for match in re.finditer(r"(?:^(?![#|]|[ \t]{4}).*\S.*\n?)+", text, re.MULTILINE):
        yield match.start(), re.sub(r"\{:[^}\n]*\}", "", match.group())


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match.group())


def _from(text: str, place: int) -> str:
    """Return the words at ``place``. All of a long text, for each thing in it, would take much time."""
    return text[place : place + 200]


def _short(text: str) -> str:
    line = text.split("\n")[0]
    end = line.find("]]")
    line = line[: end + 2] if line.startswith("[[") and end >= 0 else line
    return line if len(line) <= 60 else line[:59].rstrip() + "…"


def _mark(text: str, place: int) -> Mark:
    return Mark(text.count("\n", 0, place) + 1, place - text.rfind("\n", 0, place))


def _offset(text: str, mark: Mark) -> int:
    start = 0
    for _ in range(mark.line - 1):
        start = text.find("\n", start) + 1
    return start + mark.column - 1
