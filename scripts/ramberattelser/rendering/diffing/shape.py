"""What a comparison looks like on a page, as plain values: blocks of sentences, a list, rows side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from ramberattelser.comparing.results import Span

OPS = ("equal", "delete", "insert", "moved", "ghost", "same")
"""What a run can be. ``moved`` stands where a phrase has come, ``ghost`` where it was; ``same`` are
characters that differ in a way no reader sees (soft hyphen, kind of dash or space)."""


class Run(NamedTuple):
    """A stretch of text that is shown in one way.

    ``lead`` and ``tail`` belong to it but stand outside the visible mark: spaces, and the comma that ends a
    word in a list. ``span`` is its place in the old text for delete and ghost, else in the new.
    """

    op: str
    lead: str
    text: str
    tail: str
    span: Span
    change: int | None = None
    old_text: str = ""
    old_span: Span = (0, 0)

    @property
    def blank(self) -> bool:
        """True for white space alone."""
        return not (self.lead + self.text + self.tail).strip()


@dataclass(frozen=True, slots=True)
class Group:
    """Runs that are shown as one mark. ``label`` is ``main`` at the change's own place, ``from`` at the place
    that a moved phrase left, and empty for runs that carry no label."""

    change: int | None
    label: str
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence in running text; ``number`` is its number in the new text, None for one that is gone."""

    number: int | None
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or box in running text.

    ``kind`` is ``para``, ``new``, ``gone``, ``moved`` (a sentence at its new place) or ``left`` (the place it
    left). ``change`` is set where the block as a whole is the change; ``old`` and ``new`` are the sentence
    numbers of a move.
    """

    kind: str
    change: int | None
    sentences: tuple[Sentence, ...]
    old: str = ""
    new: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """A change in words, for the list: number, kind, what happened, and ``nekande ord`` or nothing."""

    number: int
    label: str
    brief: str
    flag: str


@dataclass(frozen=True, slots=True)
class Part:
    """One sentence of a cell side by side: its number, its paragraph (from 0) and its runs."""

    number: int
    stanza: int
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """Side by side: the sentences of either text, what happened, and the numbers of the changes."""

    old: tuple[Part, ...]
    new: tuple[Part, ...]
    what: str
    changes: tuple[int, ...]

    @property
    def old_numbers(self) -> str:
        """``4``, ``4–5`` or nothing."""
        return numbers([part.number for part in self.old])

    @property
    def new_numbers(self) -> str:
        """``4``, ``4–5`` or nothing."""
        return numbers([part.number for part in self.new])


@dataclass(frozen=True, slots=True)
class DiffView:
    """Everything a comparison page shows."""

    summary: str
    share: str
    items: tuple[Item, ...]
    blocks: tuple[Block, ...]
    rows: tuple[Row, ...]
    uncounted: tuple[str, ...]


def numbers(found: list[int]) -> str:
    """Return sentence numbers as ``4`` or ``4–6``."""
    if not found:
        return ""
    return str(found[0]) if len(found) == 1 else f"{found[0]}–{found[-1]}"
