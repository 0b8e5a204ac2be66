"""Compounds split on their parts: ``samverkansplattformar`` is found by ``samverkan`` and by ``plattform``.

A part is a word of the site or of the curated list; between parts stand -s-, -e-, -o- or -u-. What follows
a known part and its -s- is a part even if it stands nowhere alone (``samtalsklimat``). A word of the list of
exceptions is never split, or split as the list says. Every split is written to a file that
people can read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ramberattelser.searching.folding import fold
from ramberattelser.searching.stemming import stem

SHORTEST = 4
_LINKS = ("s", "", "e", "o", "u")
_MOST_PARTS = 5
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
        for line in _lines(exceptions):
            word, _, given = line.partition("=")
            if line.startswith("-"):
                never.add(stem(line[1:]))
            else:
                split[stem(fold(word.strip()))] = tuple(given.split())
        return cls(frozenset(_lines(parts)), split, frozenset(never), frozenset(_lines(stops)))


def _lines(text: str) -> list[str]:
    found = (line.partition("#")[0].strip().lower() for line in text.splitlines())
    return [line for line in found if line]


class Splitter:
    """Splits words on the parts that it knows."""

    def __init__(self, lists: WordLists, vocabulary: Iterable[str]) -> None:
        own = (word for word in vocabulary if len(word) >= SHORTEST and word.isalpha())
        self._stems: dict[str, str] = {}
        for word in (*sorted(own, key=lambda word: (-len(word), word)), *sorted(lists.parts)):
            if word not in lists.stops and stem(word) not in lists.never:
                self._stems[stem(word)] = word
        self._curated = lists.parts
        self._whole = frozenset(self._stems.values()) | lists.parts
        self._short = frozenset(stem(part) for part in lists.parts if len(part) < SHORTEST)
        self._exceptions = lists.exceptions
        self._made: dict[str, tuple[str, ...]] = {}

    def split(self, word: str) -> tuple[str, ...]:
        """Return the parts of a lower-case word, or nothing for a word that is whole."""
        base = stem(word)
        if base not in self._made:
            key = stem(fold(word))
            if key in self._exceptions:
                self._made[base] = self._exceptions[key]
            elif len(base) < 2 * SHORTEST - 1 or not word.isalpha():
                self._made[base] = ()
            else:
                parts = self._parts(base, _MOST_PARTS) or self._unknown_tail(base)
                self._made[base] = parts if len(parts) > 1 else ()
        return self._made[base]

    def _parts(self, rest: str, most: int) -> tuple[str, ...]:
        """Split ``rest``, a stem, so that the last part is as long as can be."""
        for start in range(3, len(rest) - 2):
            tail = rest[start:]
            if not self._is_tail(tail):
                continue
            head = self._head(rest[:start], most - 1)
            if head:
                return (*head, tail)
        return ()

    def _unknown_tail(self, rest: str) -> tuple[str, ...]:
        """Split after a known part and an ``s``, if what follows can be a word."""
        for start in range(len(rest) - SHORTEST - 1, 5, -1):
            head, tail = rest[: start - 1], rest[start:]
            if rest[start - 1] == "s" and self._is_head(head) and _WORD.match(tail):
                return (head, tail)
        return ()

    def _head(self, head: str, most: int) -> tuple[str, ...]:
        """Return the parts of what stands before a part, its linking letter cut."""
        for link in _LINKS if head not in self._curated else ("",):
            bare = head[: len(head) - len(link)]
            if head.endswith(link) and self._is_head(bare):
                return (bare,)
        if most > 1 and len(head) >= 2 * SHORTEST:
            for link in ("s", ""):
                if head.endswith(link):
                    parts = self._parts(head[: len(head) - len(link)], most)
                    if parts:
                        return parts
        return ()

    def _is_tail(self, tail: str) -> bool:
        known = stem(tail)
        return known in self._stems and (len(tail) >= SHORTEST or known in self._short)

    def _is_head(self, bare: str) -> bool:
        """A head is a word as it stands, or one whose last vowel is gone: ``resurs``, ``person``, ``kvinn``."""
        if len(bare) < SHORTEST:
            return bare in self._short
        return bare in self._whole or (stem(bare) == bare and bare in self._stems)

    def runs(self, word: str) -> tuple[str, ...]:
        """Return the parts and every run of neighbouring parts, as ``förbundschef`` in a longer word."""
        parts = self.split(word)
        if len(parts) < 3:
            return parts
        base = stem(word)
        places = []
        at = 0
        for part in parts:
            at = base.find(part, at) if part in base[at:] else at
            places.append((at, at + len(part)))
            at += len(part)
        inner = (
            base[places[first][0] : places[last][1]]
            for first in range(len(parts))
            for last in range(first + 1, len(parts))
            if last - first + 1 < len(parts)
        )
        return (*parts, *inner)

    def made(self) -> dict[str, tuple[str, ...]]:
        """Return every split that was made: the shortest form of the word → the parts as words."""
        return {
            self._stems.get(base, base): tuple(self._stems.get(stem(part), part) for part in parts)
            for base, parts in self._made.items()
            if parts
        }
