"""Compounds split on their parts: ``samverkansplattformar`` is found by ``samverkan`` and by ``plattform``.

A part is a word of the site or of the curated list. Between parts may stand -s-, and after a word of the
curated list also -e-, -o- or -u-. What follows a known part and its -s- is a part even if it stands nowhere
alone (``samtalsklimat``). A word of the list of exceptions is never split, or split as the list says. Every
split is written to a file that people can read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ramberattelser.searching.stemming import stem

SHORTEST = 4
_LINKS = ("s", "", "e", "o", "u")
"""Letters between parts, the likeliest first."""
_LONGEST = 16
"""Letters of a beginning at most; what is longer is a compound itself, and found by its own beginning."""
_WORD = re.compile(r"(?!s|t[^rjv]|k[^lnrv])[bcdfghjklmnpqrtv]{0,2}[aeiouyåäö]")
"""How a word may begin after the linking s."""


@dataclass(frozen=True, slots=True)
class WordLists:
    """The words that people look after: parts, exceptions, what is no part, and stop words."""

    parts: frozenset[str]
    exceptions: Mapping[str, tuple[str, ...]]
    never: frozenset[str]
    stops: frozenset[str]

    @classmethod
    def read(cls, parts: str, exceptions: str, stops: str) -> WordLists:
        """Read the three lists: a word a line, ``#`` begins a comment.

        Among the exceptions, ``ord`` is never split, ``ord = delar`` is split so, ``-del`` is no part.
        """
        split = {}
        never = set()
        for line in listed(exceptions):
            word, _, given = line.partition("=")
            if line.startswith("-"):
                never.add(stem(line[1:]))
            else:
                split[stem(word.strip())] = tuple(given.split())
        return cls(frozenset(listed(parts)), split, frozenset(never), frozenset(listed(stops)))


def listed(text: str) -> list[str]:
    """Return the words of a list: one a line, ``#`` begins a comment."""
    found = (line.partition("#")[0].strip().lower() for line in text.splitlines())
    return [line for line in found if line]


Span = tuple[int, int]
"""Where in a word a part stands."""


class Splitter:
    """Splits words on the parts that it knows."""

    def __init__(self, lists: WordLists, vocabulary: Iterable[str]) -> None:
        own = [word for word in vocabulary if len(word) >= SHORTEST and word.isalpha()]
        self._words = frozenset(own)
        self._stems: dict[str, str] = {}
        for word in (*sorted(own, key=lambda word: (-len(word), word)), *sorted(lists.parts)):
            if word not in lists.stops and stem(word) not in lists.never and stem(word) not in lists.stops:
                self._stems[stem(word)] = word
        self._never = lists.never
        self._curated = lists.parts
        self._heads = self._beginnings()
        self._exceptions = lists.exceptions
        self._exceptional = frozenset(word[:3] for word in lists.exceptions)
        self._asked: set[str] = set()
        self._spans: dict[str, tuple[Span, ...]] = {}
        self._given: dict[str, tuple[str, ...]] = {}

    def _beginnings(self) -> dict[str, int]:
        """Return what a compound may begin with, linking letter included → the length of the part."""
        parts = {*self._stems.values(), *self._stems} - self._curated
        long = [part for part in parts if SHORTEST <= len(part) <= _LONGEST]
        found = {part: len(part) for part in long} | {f"{part}s": len(part) for part in long}
        found |= {f"{part}{link}": len(part) for link in reversed(_LINKS) for part in self._curated}
        latin = [f"{part[:-2]}e" for part in self._curated if part.endswith("ium")]
        return found | {part: len(part) for part in (*latin, *self._curated)}

    def split(self, word: str) -> tuple[str, ...]:
        """Return the parts of a lower-case word, or nothing for a word that is whole."""
        self._asked.add(word)
        given = self._exception(word)
        return tuple(word[start:end] for start, end in self._cut(word)) if given is None else given

    def runs(self, word: str) -> tuple[str, ...]:
        """Return the parts and every run of neighbouring parts, as ``förbundschef`` in a longer word."""
        self._asked.add(word)
        given = self._exception(word)
        if given is not None:
            return given
        spans = self._cut(word)
        whole = len(spans)
        return tuple(
            word[spans[first][0] : spans[last][1]]
            for first in range(whole)
            for last in range(first, whole)
            if last - first + 1 < whole
        )

    def made(self) -> dict[str, tuple[str, ...]]:
        """Return every split that was made: the shortest form of the word → the parts as words.

        Of forms as long the first by letters stands. What is only the end of a word that was asked for is not
        there.
        """
        found: dict[str, tuple[str, tuple[str, ...]]] = {}
        asked = sorted(self._asked)
        cut = {word: self._named(self.split(word)) for word in asked if self._spans.get(word)}
        for word, parts in (cut | {word: self._given[word] for word in asked if word in self._given}).items():
            base = stem(word)
            if parts and (base not in found or len(word) < len(found[base][0])):
                found[base] = (word, parts)
        return dict(found.values())

    def _named(self, parts: tuple[str, ...]) -> tuple[str, ...]:
        """Return parts as words: ``arbet`` has lost its -e, the last may be inflected.

        Of the last the known form stands that it begins with; other forms of its stem may be another word.
        """
        if not parts:
            return ()
        known = self._stems.get(stem(parts[-1]), "")
        last = known if known in self._curated or (known and parts[-1].startswith(known)) else parts[-1]
        return (*map(self._head, parts[:-1]), last)

    def _head(self, part: str) -> str:
        if part in self._curated or part in self._words:
            return part
        if curated := next((word for vowel in "ea" if (word := part + vowel) in self._curated), ""):
            return curated
        known = f"{part}e" if part.endswith("ar") else f"{part}a"  # ägar, käll; kommunal is whole
        return known if known in self._words and not part.endswith("al") else part

    def _exception(self, word: str) -> tuple[str, ...] | None:
        given = self._exceptions.get(stem(word)) if word[:3] in self._exceptional else None
        if given:
            self._given[word] = given
        return given

    def _cut(self, word: str) -> tuple[Span, ...]:
        """Return where the parts stand: the first ends as early as can be, the last may be inflected."""
        if word not in self._spans:
            self._spans[word] = ()
            if len(word) >= 2 * SHORTEST - 1 and word.isalpha():
                self._spans[word] = self._known(word) or self._unknown(word)
        return self._spans[word]

    def _known(self, word: str) -> tuple[Span, ...]:
        heads = self._heads
        for start in range(3, len(stem(word)) - 2):
            end = heads.get(word[:start])
            if not end:
                continue
            tail = word[start:]
            more = () if self._exception(tail) is not None else self._cut(tail)
            if more or self._is_tail(tail):
                inner = more or ((0, len(tail)),)
                return ((0, end), *((start + first, start + last) for first, last in inner))
        return ()

    def _unknown(self, word: str) -> tuple[Span, ...]:
        """Split after a known part and an ``s``, if what follows can be a word."""
        for start in range(len(stem(word)) - SHORTEST, 5, -1):
            end = self._heads.get(word[:start], 0)
            if 0 < end < start and word[end] == "s" and self._may_be_word(word[start:]):
                return ((0, end), (start, len(word)))
        return ()

    def _may_be_word(self, tail: str) -> bool:
        return _WORD.match(tail) is not None and stem(tail) not in self._never

    def _is_tail(self, tail: str) -> bool:
        known = self._stems.get(stem(tail))
        return known is not None and (len(tail) >= SHORTEST or known in self._curated)
