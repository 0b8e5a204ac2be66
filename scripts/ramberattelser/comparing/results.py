"""What a comparison says: segments, changes and links. All offsets count Python characters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

Span = tuple[int, int]
Op = Literal["equal", "moved", "delete", "insert"]
Kind = Literal[
    "replaced",
    "inserted",
    "deleted",
    "moved",
    "split",
    "merged",
    "renumbered",
    "case",
    "punctuation",
    "spelling",
]
KINDS: tuple[Kind, ...] = (
    "replaced",
    "inserted",
    "deleted",
    "moved",
    "split",
    "merged",
    "renumbered",
    "case",
    "punctuation",
    "spelling",
)


class Segment(NamedTuple):
    """A stretch of text and what became of it.

    `equal` and `moved` carry both spans, `delete` only `old`, `insert` only `new`. The two texts of an
    `equal` or `moved` segment are the same to the letter, or differ only in what a reader cannot see as
    wording: kind of white space, kind of dash, soft hyphen, composed or decomposed letters; such a piece
    is a segment of its own. `change` is the number of the Change it belongs to; None when equal, and for
    white space alone.
    """

    op: Op
    old: Span | None
    new: Span | None
    change: int | None


@dataclass(frozen=True, slots=True)
class UnitPair:
    """Units that belong together (1:1, 1:n a split, n:1 a merge), their likeness, and the rule that paired
    them."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    score: float
    moved: bool
    why: str


@dataclass(frozen=True, slots=True)
class Change:
    """One named change, numbered from 1 in the reading order of the new text."""

    number: int
    kind: Kind
    old: tuple[Span, ...]
    new: tuple[Span, ...]
    old_unit: int | None
    new_unit: int | None
    negation: bool


class WordLink(NamedTuple):
    """A word of the old text and the word of the new that it became: character spans and the rule."""

    old: Span
    new: Span
    rule: str
