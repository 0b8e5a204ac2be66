"""`compare`: two texts in, a `Comparison` out. The rest of the package is its steps."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from itertools import repeat
from types import MappingProxyType

from .analysis import Analysis, analyse
from .changes import Picture, picture
from .display import blocks, shown_links
from .layout import lay_out
from .linking import match, with_forms
from .matching import SAME, Matching
from .results import KINDS, Change, Segment, Span, UnitPair, WordLink
from .segments import write
from .units import Unit


def compare(old: str | Analysis, new: str | Analysis) -> Comparison:
    """Compare two texts (or their analyses). What is told of them is worked out when it is asked for.

    `compare(new, old)` has the same links, mirrored: both are worked out the same way round.
    """
    left = analyse(old) if isinstance(old, str) else old
    right = analyse(new) if isinstance(new, str) else new
    return Comparison(left, right)


def matching(old: Analysis, new: Analysis) -> Matching:
    """Match two analysed texts, in an order that the texts decide and not the caller."""
    return _one_way(old, new, lambda one, other: with_forms(one, other, match(one, other)))


def _one_way(old: Analysis, new: Analysis, work: Callable[[Analysis, Analysis], Matching]) -> Matching:
    if old.text <= new.text:
        return work(old, new)
    return work(new, old).mirrored()


class Comparison:
    """Two texts compared. Offsets count Python characters; nothing in it changes once read.

    `pairs` and `links` say which sentences and words came from which; `segments`, `changes` and `counts`
    what to show. `shared_words` counts words linked as the same word (case apart), wherever they stand.
    """

    def __init__(self, old: Analysis, new: Analysis) -> None:
        self._old, self._new = old, new
        self.old, self.new = old.text, new.text

    @property
    def old_units(self) -> tuple[Unit, ...]:
        """Give the sentences and list items of the old text."""
        return self._old.units

    @property
    def new_units(self) -> tuple[Unit, ...]:
        """Give the sentences and list items of the new text."""
        return self._new.units

    @property
    def old_words(self) -> int:
        """Count the words of the old text, as `word_count` does."""
        return self._old.words

    @property
    def new_words(self) -> int:
        """Count the words of the new text, as `word_count` does."""
        return self._new.words

    @cached_property
    def pairs(self) -> tuple[UnitPair, ...]:
        """Give the units that belong together, in order of the old text."""
        return tuple(
            UnitPair(group.olds, group.news, round(group.score, 4), moved, group.why)
            for group, moved in zip(self._words.groups, self._words.moved, strict=True)
        )

    @cached_property
    def _words(self) -> Matching:
        """Give the links between the same words: all that is needed to count."""
        return _one_way(self._old, self._new, match)

    @cached_property
    def _found(self) -> Matching:
        """Give those links and the ones between forms of one word."""
        return matching(self._old, self._new)

    @cached_property
    def linked(self) -> tuple[frozenset[Span], frozenset[Span]]:
        """Give the character spans of the words that are linked, of the old text and of the new."""
        olds: list[Span] = []
        news: list[Span] = []
        for old, new, size, *_ in self._found.stretches:
            olds += self._old.spans[old : old + size]
            news += self._new.spans[new : new + size]
        return frozenset(olds), frozenset(news)

    @cached_property
    def links(self) -> tuple[WordLink, ...]:
        """Give the word links in order of the old text, each with its character spans and the rule that
        made it.

        Rules: word, phrase, listed (the same word); label, spelling, inflection, compound (another form
        of it).
        """
        olds, news = self._old.spans, self._new.spans
        found: list[WordLink] = []
        for old, new, size, rule, _, _ in self._found.stretches:
            spans = zip(olds[old : old + size], news[new : new + size], repeat(rule), strict=False)
            found += map(WordLink._make, spans)
        return tuple(found)

    @cached_property
    def shared_words(self) -> int:
        """Count the words that both texts have in common, moved ones included."""
        return sum(words for _, words in self._same())

    @cached_property
    def moved_words(self) -> int:
        """Count those of the shared words that stand in a unit of the new text which has moved."""
        groups = zip(self._words.groups, self._words.moved, strict=True)
        gone = {unit for group, moved in groups if moved for unit in group.news}
        return sum(words for unit, words in self._same() if unit in gone) if gone else 0

    def _same(self) -> Iterator[tuple[int, int]]:
        """Give, for each stretch of the same words, its unit in the new text and how many words it has."""
        before, unit_of = self._old.words_before, self._new.unit_of
        for old, new, size, rule, _, _ in self._words.stretches:
            if rule in SAME:
                yield unit_of[new], before[old + size] - before[old]

    @property
    def likeness(self) -> float:
        """Give 2 × shared words / (old words + new words): 1 for the same words, 0 for none in common."""
        total = self.old_words + self.new_words
        return 2 * self.shared_words / total if total else 1.0

    @cached_property
    def _picture(self) -> Picture:
        return picture(self._old, self._new, self._found)

    @property
    def segments(self) -> tuple[Segment, ...]:
        """Give the segments to show, in the reading order of the new text, deletions where they stood."""
        return self._picture.segments

    @property
    def changes(self) -> tuple[Change, ...]:
        """Give the named changes, numbered in reading order."""
        return self._picture.changes

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """Count the changes of each kind; every kind is a key."""
        kinds = [change.kind for change in self.changes]
        return MappingProxyType({kind: kinds.count(kind) for kind in KINDS})

    @cached_property
    def link_segments(self) -> tuple[Segment, ...]:
        """Give the segments as linked, without any tidying: what a program should read, and `--jsonl` writes.

        `equal` and `moved` segments here are the same to the letter but for soft hyphens, dashes, no-
        break spaces inside a token and composed letters. Change numbers are None, but for moves, which
        are numbered.
        """
        shown = shown_links(self._old, self._new, self._found)
        laid = blocks(lay_out(self._old, self._new, self._found, shown))
        return write(
            self._old,
            self._new,
            laid,
            lambda _: None,
            lambda atom: 1 if atom.link is not None and atom.link.moved else None,
            strict=True,
        )

    def old_segments(self) -> tuple[Segment, ...]:
        """Give the segments that make up the old text, in its order."""
        return tuple(sorted((s for s in self.segments if s.old), key=lambda s: s.old or (0, 0)))

    def new_segments(self) -> tuple[Segment, ...]:
        """Give the segments that make up the new text, in its order."""
        return tuple(sorted((s for s in self.segments if s.new), key=lambda s: s.new or (0, 0)))
