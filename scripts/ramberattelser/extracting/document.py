"""What reading a document gives: its lines, in order, with what is known of each."""

from __future__ import annotations

from dataclasses import dataclass


class DocumentError(Exception):
    """A document that cannot be used. Its text is a Swedish sentence: what is wrong, and what to do."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a document.

    ``left`` and ``right`` are where it begins and ends, in points (PDF) or characters; a line without
    width (Word, which keeps paragraphs whole) has 0 and 0. ``style`` names its typeface or paragraph
    style, empty where there is none.
    """

    text: str
    page: int
    row: int
    left: float = 0
    right: float = 0
    new: bool = False
    """True where the document itself says that a paragraph begins: a blank line, a gap, a Word paragraph."""
    style: str = ""
    heading: bool = False
    """True where the document itself says that this is a heading."""

    @property
    def place(self) -> str:
        """Where the line stands, in Swedish: ``sida 2, rad 14``."""
        return f"sida {self.page}, rad {self.row}" if self.page else f"rad {self.row}"

    @property
    def first_word_width(self) -> float:
        """How wide the first word is, in the unit of ``left`` and ``right``."""
        if not self.text:
            return 0
        return len(self.text.split(" ", 1)[0]) * (self.right - self.left) / len(self.text)


@dataclass(frozen=True, slots=True)
class Document:
    """A document that has been read. ``pages`` is 0 where the format has none."""

    name: str
    kind: str
    checksum: str
    pages: int
    lines: tuple[Line, ...]
    doubts: tuple[str, ...] = ()
    """Swedish sentences about what the reading could not be sure of."""
