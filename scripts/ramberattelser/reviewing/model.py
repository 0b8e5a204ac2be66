"""What a review says, as plain values. Every text is plain text; each printer escapes all of it."""

from __future__ import annotations

from dataclasses import dataclass

from ramberattelser.findings import Finding
from ramberattelser.rendering.diff_view import DiffView


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and lines under it; ``note`` comes first and says what the lines are."""

    heading: str
    items: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Diff:
    """A text against another: which, and why that one."""

    against: str
    view: DiffView


@dataclass(frozen=True, slots=True)
class WordingChange:
    """A wording that is new, or whose text is: what happened, the texts it is held against, else its text.

    ``same_id`` is true where a text has changed under an id that already stood for another text.
    """

    title: str
    what: str
    address: str
    diffs: tuple[Diff, ...]
    text: str = ""
    same_id: bool = False


@dataclass(frozen=True, slots=True)
class Review:
    """What a proposal does. With ``findings`` it did not pass, and nothing else could be told."""

    summary: tuple[str, ...]
    warnings: tuple[str, ...] = ()
    wordings: tuple[WordingChange, ...] = ()
    sections: tuple[Section, ...] = ()
    findings: tuple[Finding, ...] = ()
