"""The index: for each key the forms of the word and where each stands, and the compounds it is part of."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ramberattelser.searching.compounds import Splitter, WordLists
from ramberattelser.searching.documents import END, MARK, Document
from ramberattelser.searching.folding import composed, fold
from ramberattelser.searching.stemming import stem
from ramberattelser.searching.tokens import raw_tokens, tokens

TEXT, OFTEN, HEADING, TITLE = range(4)
"""Where a word stands: once in the text, more than once, in the heading, in the page's title."""

Places = list[int]
"""Section × 4 + where in it, rising."""


@dataclass(slots=True)
class Entry:
    """What one key leads to."""

    forms: dict[str, Places] = field(default_factory=dict)
    compounds: set[str] = field(default_factory=set)
    inside: Places = field(default_factory=list)
    """Where the compounds stand, one after the other."""

    def within(self) -> Places:
        """Return where any of the compounds stands, each section once, as prominently as can be."""
        return list({place >> 2: place for place in sorted(self.inside)}.values())


@dataclass(frozen=True, slots=True)
class Index:
    """All entries by key, the documents they point into, and the splits that were made.

    ``written`` tells how a word is written that always has hyphens: ``umeåvännäs`` → ``umeå-vännäs``.
    """

    documents: tuple[Document, ...]
    entries: dict[str, Entry]
    title_words: tuple[int, ...]
    splits: dict[str, tuple[str, ...]]
    stops: frozenset[str]
    written: dict[str, str]


def index(documents: Iterable[Document], lists: WordLists) -> Index:
    """Return the index of ``documents``, which keep their order."""
    kept = tuple(documents)
    words = _Words(lists.stops)
    forms: dict[str, Places] = defaultdict(list)
    title_words = []
    number = 0
    for document in kept:
        title = words.found(document.title)
        title_words.append(sum(1 for word in title if word not in lists.stops) or 1)
        title += words.found(document.also)
        for place, section in enumerate(document.sections):
            where: dict[str, int] = {}
            words.count(section.counted or counted(section.text), where)
            if place == 0:
                words.count(counted(document.around), where)
            where.update(dict.fromkeys(words.found(section.heading), HEADING))
            if place == 0:
                where.update(dict.fromkeys(title, TITLE))
            base = number * 4
            for word, at in where.items():
                forms[word].append(base + at)
            number += 1
    splitter = Splitter(lists, forms)
    entries = _entries(forms, words.parts, splitter)
    return Index(kept, entries, tuple(title_words), splitter.made(), lists.stops, words.written())


def counted(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the raw words of a section's text: those that stand there once, and those that do more often."""
    found = Counter(raw_tokens(_without_marks(text).lower()))
    return (
        tuple(raw for raw, count in found.items() if count == 1),
        tuple(raw for raw, count in found.items() if count > 1),
    )


class _Words:
    """Reads texts, and remembers what it has read: the words a raw word stands for, and their parts."""

    def __init__(self, stops: frozenset[str]) -> None:
        self._stops = stops
        self._read: dict[str, tuple[str, ...]] = {}
        self._kept: dict[str, tuple[str, ...]] = {}
        self.parts: dict[str, tuple[str, ...]] = {}
        self._plain: set[str] = set()

    def found(self, text: str) -> list[str]:
        """Return all words of a title or heading, in order."""
        return [word for raw in raw_tokens(composed(text).lower()) for word in self._words(raw)]

    def count(self, text: tuple[Sequence[str], Sequence[str]], where: dict[str, int]) -> None:
        """Put the words of a text into ``where``: once or often there; stop words are left out.

        The text is given as its raw words, those that it has once and those that it has more often.
        """
        kept = self._kept
        for raws, often in zip(text, (False, True), strict=True):
            for raw in raws:
                words = kept.get(raw)
                if words is None:
                    words = kept[raw] = tuple(word for word in self._words(raw) if self._counts(word))
                for word in words:
                    where[word] = OFTEN if often or word in where else TEXT

    def written(self) -> dict[str, str]:
        """Return the words that are never written without their hyphens → how they are written."""
        hyphened = ((word, parts) for word, parts in self.parts.items() if parts and word.isalpha())
        return {word: "-".join(parts) for word, parts in hyphened if word not in self._plain}

    def _counts(self, word: str) -> bool:
        return word not in self._stops and (len(word) > 1 or word.isdigit())

    def _words(self, raw: str) -> tuple[str, ...]:
        if raw not in self._read:
            made = tokens(raw)
            for word, parts in made:
                self.parts[word] = parts or self.parts.get(word, ())
                if not parts:
                    self._plain.add(word)
            self._read[raw] = tuple(token.word for token in made)
        return self._read[raw]


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
            inner.inside += places
    return entries


def _part_keys(word: str, key: str, hyphened: Sequence[str], splitter: Splitter) -> Iterable[str]:
    """Return the keys of the parts of a word: those between hyphens or colons, and those of a compound."""
    found = dict.fromkeys(stem(fold(part)) for part in hyphened if len(part) > 1 or part.isdigit())
    for piece in hyphened or (word,):
        found.update(dict.fromkeys(stem(fold(part)) for part in splitter.runs(piece)))
    found.pop(key, None)
    return found
