"""From the lines of a clause to its text: what is joined, mended or left out, each thing in a list.

A line break inside a paragraph becomes a space, and several spaces become one; nothing else is done
unlisted. A hyphen at a line end goes only where the whole word is known: from elsewhere in the document,
or from a list of the field's words. Else it stays, and is in the list as unsure.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ramberattelser.extracting.document import Document, Line
from ramberattelser.extracting.finding import Candidate
from ramberattelser.extracting.furniture import Removed
from ramberattelser.extracting.joining import Joiner
from ramberattelser.extracting.letters import readable, soft_hyphens_tell
from ramberattelser.extracting.mends import Mend
from ramberattelser.extracting.words import FIELD, words_in


@dataclass(frozen=True, slots=True)
class Extract:
    """The text of a clause in pieces, and what was done to it."""

    candidate: Candidate
    pieces: tuple[str | Mend, ...]
    doubts: tuple[str, ...]
    """Swedish sentences about what the writer should look at beside the mends."""

    @property
    def mends(self) -> tuple[Mend, ...]:
        """The mends in the order of the text."""
        return tuple(piece for piece in self.pieces if isinstance(piece, Mend))

    def text(self, choices: Mapping[int, int] | None = None) -> str:
        """Return the text; ``choices`` says which option was chosen for the mend of that number."""
        number = -1
        parts = []
        for piece in self.pieces:
            if isinstance(piece, Mend):
                number += 1
                parts.append(piece.options[(choices or {}).get(number, 0)])
            else:
                parts.append(piece)
        return "".join(parts).strip()


def extract(
    document: Document, removed: Sequence[Removed], candidate: Candidate, known: frozenset[str] = frozenset()
) -> Extract:
    """Return the text of ``candidate``, with what was ``removed`` from the pages listed among its mends.

    ``known`` are further words that may be joined over a line end. Raises ``DocumentError`` where letters
    of the clause cannot be read.
    """
    soft = soft_hyphens_tell(document)
    rows = [readable(document, line, soft) for line in candidate.lines]
    mends = [mend for _, found in rows for mend in found]
    clean = [line for line, _ in rows]
    joiner = Joiner(clean, words_in(line.text for line in document.lines), known | FIELD)
    pieces: list[str | Mend] = [*_first_of_each(mends), clean[0].text]
    between = _between(removed, candidate.lines)
    for number in range(1, len(clean)):
        pieces += [_left_out(item) for item in between.get(number, ())]
        pieces = joiner.join(pieces, number)
    pieces += [_left_out(item) for item in between.get(len(clean), ())]
    return Extract(candidate, tuple(pieces), (*document.doubts, *_doubts(candidate)))


def _doubts(candidate: Candidate) -> list[str]:
    found = []
    if candidate.ends_at is None:
        found.append("Ingen rubrik följer efter paragrafen; texten går till dokumentets slut.")
    if candidate.number and "§" not in candidate.number:
        found.append(f"Dokumentet skriver bara {candidate.number}, utan paragraftecken.")
    if any(re.fullmatch(r"\d{1,3}", line.text) for line in candidate.lines):
        found.append("En rad i texten är bara ett tal; det kan vara ett sidnummer.")
    return found


def _first_of_each(mends: Sequence[Mend]) -> list[Mend]:
    """Return one mend for each thing that was done to letters, with the first of its places."""
    return list({mend.what: mend for mend in reversed(mends)}.values())[::-1]


def _between(removed: Sequence[Removed], lines: Sequence[Line]) -> dict[int, list[Removed]]:
    """Return what was removed between the lines of the clause, by the number of the line after it."""
    found: dict[int, list[Removed]] = {}
    places = [(line.page, line.row) for line in lines]
    for item in removed:
        place = (item.line.page, item.line.row)
        if places[0] < place < places[-1]:
            found.setdefault(next(n for n, other in enumerate(places) if other > place), []).append(item)
    return found


def _left_out(item: Removed) -> Mend:
    what = f"{item.what} ”{item.line.text}” är inte med"
    return Mend("sidkant", item.line.place, what, "hör till sidan, inte texten", brief=f"”{item.line.text}”")
