"""The index: for each key the forms of the word, each with where it stands, and the compounds it is part of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ramberattelser.searching.compounds import Splitter, WordLists
from ramberattelser.searching.documents import END, MARK, Document
from ramberattelser.searching.folding import composed, fold
from ramberattelser.searching.stemming import stem
from ramberattelser.searching.tokens import Token, raw_tokens, tokens

TEXT, OFTEN, HEADING, TITLE = range(4)
"""Where a word stands: once in the text, more than once, in the heading, in the page's title."""

Places = list[int]
"""Section × 4 + where in it, rising."""


@dataclass(slots=True)
class Entry:
    """What one key leads to."""

    forms: dict[str, Places] = field(default_factory=dict)
    compounds: set[str] = field(default_factory=set)
    inside: dict[int, int] = field(default_factory=dict)
    """Section → where, for the compounds taken together."""


@dataclass(frozen=True, slots=True)
class Index:
    """All entries by key, the documents they point into, and the splits that were made."""

    documents: tuple[Document, ...]
    entries: dict[str, Entry]
    title_words: tuple[int, ...]
    splits: dict[str, tuple[str, ...]]
    stops: frozenset[str]


def index(documents: Iterable[Document], lists: WordLists) -> Index:
    """Return the index of ``documents``, which keep their order."""
    kept = tuple(documents)
    forms: dict[str, Places] = {}
    parts: dict[str, tuple[str, ...]] = {}
    title_words = []
    number = 0
    for document in kept:
        title = _found(document.title)
        title_words.append(sum(1 for token in title if token.word not in lists.stops) or 1)
        title += _found(document.also)
        for place, section in enumerate(document.sections):
            text = section.text if place else f"{section.text} {document.around}"
            where = _places(text, lists.stops, parts)
            for token in _found(section.heading):
                where[token.word] = HEADING
                parts[token.word] = token.parts
            for token in title if place == 0 else ():
                where[token.word] = TITLE
                parts[token.word] = token.parts
            for word, at in where.items():
                forms.setdefault(word, []).append(number * 4 + at)
            number += 1
    splitter = Splitter(lists, forms)
    return Index(kept, _entries(forms, parts, splitter), tuple(title_words), splitter.made(), lists.stops)


def _found(text: str) -> list[Token]:
    return [token for raw in raw_tokens(composed(text).lower()) for token in tokens(raw)]


def _places(text: str, stops: frozenset[str], parts: dict[str, tuple[str, ...]]) -> dict[str, int]:
    """Return where the words of a section's text stand; stop words are left out."""
    counted: dict[str, int] = {}
    for raw in raw_tokens(_without_marks(text).lower()):
        counted[raw] = counted.get(raw, 0) + 1
    where: dict[str, int] = {}
    for raw, count in counted.items():
        for token in tokens(raw):
            word = token.word
            if word in stops or (len(word) < 2 and not word.isdigit()):
                continue
            where[word] = OFTEN if count > 1 or word in where else TEXT
            parts[word] = token.parts
    return where


def _without_marks(text: str) -> str:
    if MARK not in text:
        return text
    first, *rest = text.split(MARK)
    return first + "".join(piece.partition(END)[2] for piece in rest)


def _entries(
    forms: dict[str, Places], parts: dict[str, tuple[str, ...]], splitter: Splitter
) -> dict[str, Entry]:
    entries: dict[str, Entry] = {}
    for word in sorted(forms):
        key = stem(fold(word))
        places = forms[word]
        entry = entries.get(key)
        if entry is None:
            entry = entries[key] = Entry()
        entry.forms[word] = places
        for part in _part_keys(word, key, parts[word], splitter):
            inner = entries.get(part)
            if inner is None:
                inner = entries[part] = Entry()
            inner.compounds.add(word)
            inside = inner.inside
            for place in places:
                section, where = place >> 2, place & 3
                if inside.get(section, -1) < where:
                    inside[section] = where
    return entries


def _part_keys(word: str, key: str, hyphened: Sequence[str], splitter: Splitter) -> Iterable[str]:
    """Return the keys of the parts of a word: what a hyphen or colon parts, and what a compound is made of."""
    found = dict.fromkeys(stem(fold(part)) for part in hyphened if len(part) > 1 or part.isdigit())
    for piece in hyphened or (word,):
        found.update(dict.fromkeys(stem(fold(part)) for part in splitter.runs(piece)))
    found.pop(key, None)
    return found
