"""The index as files for the browser: small, many, and only scripts that hand over data.

A script that calls one function works from the file system and under a strict content policy, where
fetching JSON does not. The same index gives the same bytes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ramberattelser.memory import Memory
from ramberattelser.searching.documents import Document, as_json
from ramberattelser.searching.folding import fold
from ramberattelser.searching.indexing import Entry, Index
from ramberattelser.searching.numbers import packed, rising
from ramberattelser.searching.stemming import stem
from ramberattelser.searching.tokens import words

WORDS_IN_FILE = 8_000
TEXT_IN_FILE = 10_000
"""Characters in a file of words, and of texts, before the next begins."""

FOLDER = "sok/data"


def files(
    index: Index,
    also: Mapping[str, Sequence[str]],
    owners: Mapping[str, str],
    elements: Mapping[str, str],
    light: Iterable[str] = (),
    memory: Memory | None = None,
    places: Iterable[str] = (),
    apart: Iterable[str] = (),
) -> dict[str, str]:
    """Return address → content of every file of the search.

    ``also`` are other names, ``owners`` and ``elements`` the names of what can be chosen among, ``light``
    words that may be missing where a query has others. ``memory`` has the rows of an earlier build.
    ``places`` are names that stand for nothing else where no page has them, ``apart`` the names of owners
    that are no förbund.
    """
    made: dict[str, str] = {}
    first_words = []
    for number, (first, entries) in enumerate(_words(index, _rows(index, memory or Memory()))):
        first_words.append(first)
        made[f"o{number}"] = f"[{','.join(entries)}]"
    first_sections = []
    for number, (section, rows) in enumerate(_texts(index.documents)):
        first_sections.append(section)
        made[f"t{number}"] = f"[{','.join(rows)}]"
    spelling = _spelling(index)
    made |= {f"s{length}": as_json(words) for length, words in spelling.items()}
    made["orter"] = as_json(_away(index, places))
    made["urval"] = as_json({**_choices(index.documents, owners, elements), "apart": list(apart)})
    kinds = sorted({document.kind for document in index.documents})
    start = {
        "version": _fingerprint(made),
        "kinds": kinds,
        "kind": packed(kinds.index(document.kind) for document in index.documents),
        "sections": packed(len(document.sections) for document in index.documents),
        "titles": packed(index.title_words),
        "words": first_words,
        "texts": rising(first_sections),
        "lengths": list(spelling),
        "also": also,
        "stops": " ".join(sorted(index.stops)),
        "whole": " ".join(sorted(index.whole)),
        "never": " ".join(sorted(index.never)),
        "light": " ".join(sorted({stem(fold(word)) for word in light})),
    }
    made["start"] = as_json(start)
    out = {f"{FOLDER}/{name}.js": f"sokdata({as_json(name)},{data})\n" for name, data in made.items()}
    out["sok/delningar.txt"] = splits(index)
    return out


def splits(index: Index) -> str:
    """Return every split of a compound, for people to read."""
    lines = [
        "# Så har sammansatta ord delats, för att hittas på sina delar. Ordens ändelser är borttagna.",
        "# Fel? Skriv ordet i scripts/ramberattelser/searching/ord/undantag.txt.",
        *(f"{word}: {' + '.join(parts)}" for word, parts in sorted(index.splits.items())),
    ]
    # The mark says that it is UTF-8 where a host does not.
    return "\ufeff" + "\n".join(lines) + "\n"


def _fingerprint(made: Mapping[str, str]) -> str:
    digest = hashlib.sha256()
    for name in sorted(made):
        digest.update(name.encode())
        digest.update(made[name].encode())
    return digest.hexdigest()[:10]


def _rows(index: Index, memory: Memory) -> dict[str, str]:
    """Return the row of each key: what the last build left, where the entry is as it was."""
    left: tuple[dict[str, Entry], dict[str, str], dict[str, str]] | None = memory.before("sökrader")
    entries, rows, written = left or ({}, {}, {})
    if written != index.written:
        entries = {}
    made = {
        key: rows[key] if entries.get(key) == entry else _row(key, entry, index.written)
        for key, entry in index.entries.items()
    }
    memory.leave("sökrader", (index.entries, made, index.written))
    return made


def _words(index: Index, rows: Mapping[str, str]) -> Iterable[tuple[str, list[str]]]:
    """Yield the first key and the entries of each file."""
    first, size = "", 0
    held: list[str] = []
    for key in sorted(index.entries):
        row = rows[key]
        if held and size + len(row) > WORDS_IN_FILE:
            yield first, held
            held, size = [], 0
        if not held:
            first = key
        held.append(row)
        size += len(row)
    if held:
        yield first, held


def _row(key: str, entry: Entry, written: Mapping[str, str]) -> str:
    """``[key, [form, places, …], [compounds], places]``; the last two only where there are compounds.

    A form stands as it is written, hyphens and all, since it may be suggested to the reader.
    """
    forms = [
        item for form in sorted(entry.forms) for item in (written.get(form, form), rising(entry.forms[form]))
    ]
    row: list[Any] = [key, forms]
    if entry.compounds:
        row += [sorted(entry.compounds), rising(entry.within())]
    return as_json(row)


def _texts(documents: Iterable[Document]) -> Iterable[tuple[int, list[str]]]:
    """Yield the number of the first section and the rows of each file: ``[path, title, [section, …]]``."""
    rows: list[str] = []
    number = size = first = 0
    for document in documents:
        row: list[str] = []
        for section, shown in zip(document.sections, document.rows, strict=True):
            weight = len(section.text) + len(section.heading) + 40
            if size and size + weight > TEXT_IN_FILE:
                if row:
                    rows.append(_text_row(document, row))
                yield first, rows
                rows, row, size, first = [], [], 0, number
            if not row:
                size += len(document.path) + len(document.title)
            row.append(shown)
            size += weight
            number += 1
        if row:
            rows.append(_text_row(document, row))
    if rows:
        yield first, rows


def _text_row(document: Document, sections: Sequence[str]) -> str:
    return f"[{document.head},[{','.join(sections)}]]"


def _spelling(index: Index) -> dict[int, list[str]]:
    """Return the words that a misspelt one may be meant as, by their number of letters."""
    found: dict[int, set[str]] = {}
    for entry in index.entries.values():
        for form in entry.forms:
            if len(form) > 3 and form.isalpha():
                found.setdefault(len(form), set()).add(form)
    for parts in index.splits.values():
        for part in parts:
            if len(part) > 3:
                found.setdefault(len(part), set()).add(part)
    return {length: sorted(found[length]) for length in sorted(found)}


def _away(index: Index, places: Iterable[str]) -> list[str]:
    """Return the words of the names of places that no page has."""
    named = {word for place in places for word in words(place) if word not in index.stops}
    there = {form for word in named if (entry := index.entries.get(stem(fold(word)))) for form in entry.forms}
    return sorted(named - there)


def _choices(
    documents: Iterable[Document], owners: Mapping[str, str], elements: Mapping[str, str]
) -> dict[str, Any]:
    """Return what hits can be chosen by: names, and for each document the numbers of its names."""
    owner_ids = {owner: number for number, owner in enumerate(owners)}
    element_ids = {element: number for number, element in enumerate(elements)}
    rows = [
        [
            [owner_ids[owner] for owner in document.owners if owner in owners],
            document.year or 0,
            [element_ids[element] for element in document.elements if element in elements],
        ]
        for document in documents
    ]
    return {"owners": list(owners.values()), "elements": list(elements.values()), "documents": rows}
