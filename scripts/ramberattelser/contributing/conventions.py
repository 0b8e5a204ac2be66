"""How a text without fields says what is what: paragraphs, quotations, lines of parts, places in a source.

- A paragraph ends with an empty line. Last in it, within brackets, stands where the source has it.
- A paragraph that ends with a colon goes on in the list after it.
- A quotation has ``>`` before each line, and a last line with a dash and who says it.
- A line of parts has them divided by a colon or by commas.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ramberattelser.contributing.drafts import Entry, Origin, Proposal
from ramberattelser.contributing.forms import WHOLE
from ramberattelser.contributing.issue_body import Answer
from ramberattelser.model import SLUG

_PLACE = re.compile(r"\s*(?<!\[)\[([^\[\]\n]{1,300})\]\s*\.?\s*\Z")
_LIST = re.compile(r"(?:[-*+]|\d{1,3}[.)]) ")
_SPEAKER = re.compile(r"[-–—]+ *(.+)")
_QUOTES = (("”", "”"), ('"', '"'), ("“", "”"), ("»", "»"), ("«", "»"))


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph or line: its text, and what stood within the brackets last in it."""

    origin: Origin
    text: str
    place: str | None


@dataclass(frozen=True, slots=True)
class MainSource:
    """The source of the whole, to which a place without a name belongs."""

    id: str
    known: frozenset[str]

    def reference(self, place: str) -> str:
        """Return ``place`` as the data writes it: ``avsnitt 2`` becomes ``exempelrapport, avsnitt 2``."""
        return "; ".join(self._one(part.strip()) for part in place.split(";"))

    def _one(self, part: str) -> str:
        if part.lower() in (WHOLE, ""):
            return self.id
        name = part.partition(",")[0].strip()
        named = name in self.known or (SLUG.fullmatch(name) and "-" in name and name[0].isalpha())
        return part if named else f"{self.id}, {part}"


def pieces(answer: Answer) -> list[Piece]:
    """Return the paragraphs of an answer."""
    found: list[tuple[int, list[str]]] = []
    open_one = False
    for number, line in enumerate(answer.text.split("\n"), start=answer.line):
        if not line.strip():
            open_one = False
        elif open_one:
            found[-1][1].append(line)
        elif found and _LIST.match(line) and found[-1][1][-1].endswith(":"):
            found[-1][1].extend(["", line])
            open_one = True
        else:
            found.append((number, [line]))
            open_one = True
    return [_piece(Origin(answer.label, number), "\n".join(lines)) for number, lines in found]


def lines(answer: Answer) -> list[Piece]:
    """Return the lines of an answer that has one thing on each; a dash before it is only a dash."""
    numbered = enumerate(answer.text.split("\n"), start=answer.line)
    return [
        _piece(Origin(answer.label, number), re.sub(r"^\s*[-*] +", "", line))
        for number, line in numbered
        if line.strip()
    ]


def _piece(origin: Origin, text: str) -> Piece:
    match = _PLACE.search(text)
    if match is None:
        return Piece(origin, text.strip(), None)
    return Piece(origin, text[: match.start()].rstrip(), match[1].strip())


def blocks(answer: Answer, source: MainSource, proposal: Proposal) -> list[Entry]:
    """Return the paragraphs of an answer as ``stycken``."""
    return [entry for piece in pieces(answer) if (entry := _block(piece, source, proposal)) is not None]


def _block(piece: Piece, source: MainSource, proposal: Proposal) -> Entry | None:
    if piece.place is None:
        proposal.complain("no_place", piece.origin, given=piece.text)
        return None
    if not piece.text:
        proposal.complain("place_alone", piece.origin)
        return None
    entry = Entry()
    if piece.text.startswith(">"):
        if not _quotation(piece, entry, proposal):
            return None
    else:
        entry.put("text", f"{piece.text}\n" if "\n" in piece.text else piece.text, piece.origin)
    entry.put("källa", source.reference(piece.place), piece.origin)
    return entry


def _quotation(piece: Piece, entry: Entry, proposal: Proposal) -> bool:
    said = [line.strip().removeprefix(">").strip() for line in piece.text.split("\n")]
    speaker = _SPEAKER.fullmatch(said[-1]) if said else None
    if speaker is None:
        proposal.complain("no_speaker", piece.origin)
        return False
    words = unquoted("\n".join(said[:-1]).strip())
    if not words:
        proposal.complain("no_quote", piece.origin)
        return False
    entry.put("citat", words, piece.origin)
    entry.put("av", speaker[1].strip(), piece.origin)
    return True


def unquoted(text: str) -> str:
    """Return ``text`` without quotation marks around the whole of it."""
    for start, end in _QUOTES:
        if len(text) > 2 and text.startswith(start) and text.endswith(end) and end not in text[1:-1]:
            return text[1:-1]
    return text


def parted(
    answer: Answer, sign: str, count: int, form: str, proposal: Proposal
) -> Iterator[tuple[Piece, list[str]]]:
    """Yield each line with its ``count`` parts; ``form`` shows what a line should look like."""
    for piece in lines(answer):
        parts = [part.strip() for part in piece.text.split(sign, count - 1)]
        if len(parts) == count and all(parts):
            yield piece, parts
        else:
            proposal.complain("parts", piece.origin, given=piece.text, form=form)
