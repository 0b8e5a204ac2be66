"""From the lines of a clause to its text: what is joined, mended or left out, each thing in a list.

A line break inside a paragraph becomes a space, and several spaces become one; nothing else is done
unlisted. A hyphen at a line end goes only where the whole word is known: from elsewhere in the document,
or from a list of the field's words. Else it stays, and is in the list as unsure.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from ramberattelser.extracting import headings
from ramberattelser.extracting.document import Document, DocumentError, Line
from ramberattelser.extracting.finding import Candidate
from ramberattelser.extracting.furniture import Removed
from ramberattelser.extracting.words import FIELD, SUSPENDED, halves, words_in

Kind = Literal["avstavning", "stycke", "sidkant", "tecken"]

_HYPHENS = "-\u00ad\u2010\u2011"
_BULLET = re.compile(r"(?:[•·▪◦‣∙*–—-]|\d{1,2}[.)]|[a-zåäö][.)])\s")
_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_BULLETS = {"\uf0b7": "•", "\uf0a7": "•", "\uf02d": "–", "\uf0d8": "•", "\uf076": "•", "\uf0fc": "•"}
_INVISIBLE = re.compile("[\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
_UNREADABLE = re.compile("[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f\x7f-\x9f]")


@dataclass(frozen=True, slots=True)
class Mend:
    """One thing that is not in the text as it is in the document.

    ``options`` are what can stand at the place, the first of them unless the writer says otherwise;
    ``shown`` words each of them in Swedish.
    """

    kind: Kind
    place: str
    what: str
    why: str
    sure: bool = True
    options: tuple[str, ...] = ("",)
    shown: tuple[str, ...] = ()
    brief: str = ""
    """What it is about in a word or two, for the record of what was mended."""


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
    soft = _soft_hyphens_tell(document)
    rows = [_readable(document, line, soft) for line in candidate.lines]
    mends = [mend for _, found in rows for mend in found]
    clean = [line for line, _ in rows]
    joiner = _Joiner(clean, words_in(line.text for line in document.lines), known | FIELD)
    pieces: list[str | Mend] = [*_first_of_each(mends), clean[0].text]
    between = _between(removed, candidate.lines)
    for number in range(1, len(clean)):
        pieces += [_left_out(item) for item in between.get(number, ())]
        pieces = joiner.join(pieces, number)
    pieces += [_left_out(item) for item in between.get(len(clean), ())]
    return Extract(candidate, tuple(pieces), (*document.doubts, *_doubts(document, candidate)))


def _doubts(document: Document, candidate: Candidate) -> list[str]:
    found = []
    if candidate.ends_at is None:
        found.append("Ingen rubrik följer efter paragrafen; texten går till dokumentets slut.")
    if candidate.number and "§" not in candidate.number:
        found.append(f"Dokumentet skriver bara {candidate.number}, utan paragraftecken.")
    if any(re.fullmatch(r"\d{1,3}", line.text) for line in candidate.lines):
        found.append("En rad i texten är bara ett tal; det kan vara ett sidnummer.")
    return found


# --- letters ----------------------------------------------------------------------------------


def plain_text(text: str) -> str:
    """Return ``text`` with ordinary letters, spaces and hyphens; for what is no part of a clause."""
    for change in (*_CHANGES, *_hyphens(soft=False, pdf=True)):
        text = change[2](text)
    return text


def _soft_hyphens_tell(document: Document) -> bool:
    """True if a soft hyphen in the document means a parted word, and an ordinary one is an ordinary one.

    A PDF shows both with the same sign, and some programs then store all of them as soft.
    """
    inside = any("\u00ad" in line.text[:-1] for line in document.lines)
    ordinary = any(re.search(r"\w-\w", line.text) for line in document.lines)
    return document.kind != "PDF" or (ordinary and not inside)


def _readable(document: Document, line: Line, soft: bool) -> tuple[Line, list[Mend]]:
    """Return the line with each letter as one readable character, and what had to be done for that."""
    text, mends = line.text, []
    for what, why, change in (*_CHANGES, *_hyphens(soft=soft, pdf=document.kind == "PDF")):
        new = change(text)
        if new.rstrip("-\u00ad") != text.rstrip("-\u00ad"):
            mends.append(Mend("tecken", line.place, what, why, brief=what))
        text = new
    if not text or _UNREADABLE.search(text):
        raise DocumentError(
            f"{document.name} har tecken som inte går att läsa ({line.place}) — skriv av paragrafen i en textfil "
            "och använd den."
        )
    return Line(text, line.page, line.row, line.left, line.right, line.new, line.style, line.heading), mends


def _mapped(table: Mapping[str, str]) -> Callable[[str], str]:
    codes = str.maketrans(dict(table))
    return lambda text: text.translate(codes)


_Change = tuple[str, str, Callable[[str], str]]
"""What is done, why, and the doing."""

_CHANGES: tuple[_Change, ...] = (
    ("bokstäver lagrade som två tecken är skrivna som ett", "de ser likadana ut",
     lambda text: unicodedata.normalize("NFC", text)),
    ("sammanskrivna tecken (ﬁ, ﬂ) är skrivna som vanliga bokstäver", "dokumentet har egna tecken för dem",
     _mapped(_LIGATURES)),
    ("punkttecken ur ett symboltypsnitt är skrivna som •", "dokumentet har egna tecken för dem", _mapped(_BULLETS)),
    ("hårda mellanslag är skrivna som vanliga", "de ser likadana ut",
     lambda text: " ".join(_SPACES.sub(" ", text).split())),
    ("osynliga tecken är borttagna", "de syns inte", lambda text: _INVISIBLE.sub("", text).strip()),
    ("ett särskilt bindestreck är skrivet som ett vanligt", "de ser likadana ut", _mapped({"\u2010": "-", "\u2011": "-"})),
)  # fmt: skip


def _hyphens(*, soft: bool, pdf: bool) -> tuple[_Change, ...]:
    """Return what is done to soft hyphens: in a PDF they are seen, elsewhere only where a word ends."""
    end = "(?!$)" if soft else ""
    return (
        ("mjuka bindestreck som syns är skrivna som vanliga", "de ser likadana ut",
         lambda text: re.sub(f"\u00ad{'' if pdf else '(?=[ ,]|$)'}{end}", "-", text)),
        ("mjuka bindestreck som inte syns är borttagna", "de syns inte",
         lambda text: re.sub(f"\u00ad{end}", "", text)),
    )  # fmt: skip


def _first_of_each(mends: Sequence[Mend]) -> list[Mend]:
    """Return one mend for each thing that was done to letters, with the first of its places."""
    return list({mend.what: mend for mend in reversed(mends)}.values())[::-1]


# --- what stood between the lines -------------------------------------------------------------


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


# --- joining lines ----------------------------------------------------------------------------


class _Joiner:
    """Joins the lines of one clause: a space, a new paragraph, or the halves of a word."""

    def __init__(self, lines: Sequence[Line], document: frozenset[str], known: frozenset[str]) -> None:
        self.lines = lines
        self.document = document
        self.known = known
        self.gaps = any(line.new and before.page == line.page for before, line in zip(lines, lines[1:], strict=False))
        self.width = {
            page: max(line.right for line in lines if line.page == page) for page in {line.page for line in lines}
        }

    def join(self, pieces: list[str | Mend], number: int) -> list[str | Mend]:
        """Return ``pieces`` with line ``number`` added."""
        before, line = self.lines[number - 1], self.lines[number]
        mend: str | Mend | None = None
        if before.text[-1] in _HYPHENS:
            cut, mend = self._hyphen(before, line)
            return [*_without_last(pieces, cut), mend, line.text]
        mend = self._paragraph(before, line) or self._dash(before, line) or " "
        return [*pieces, mend, line.text]

    def _paragraph(self, before: Line, line: Line) -> str | Mend | None:
        """Return what parts two paragraphs, if these lines are of two, or None."""
        ends, lower = headings.ends_sentence(before.text), line.text[0].islower()
        if not line.left and not line.right:
            return "\n\n" if line.new else None
        if _BULLET.match(line.text) and (ends or line.new or before.text.endswith(",")):
            return "\n\n"
        turned = before.page != line.page
        if line.new and not turned:
            if ends or not lower:
                return "\n\n"
            return _choice(before, line, " ", "en tom rad står mitt i en mening")
        if not ends or lower:
            return None
        room = before.right + line.first_word_width * 1.15 < max(self.width[before.page], before.right)
        if turned:
            return _choice(before, line, "\n\n" if room or line.new else " ", "sidan tar slut där en mening slutar")
        if room:
            return _choice(before, line, " " if self.gaps else "\n\n", "raden är kort och slutar med en mening")
        return None

    def _dash(self, before: Line, line: Line) -> Mend | None:
        """A dash or slash without a space before it may have had none after it either."""
        if not re.search(r"[^\s–/-][–/-]$", before.text):
            return None
        sign = before.text[-1]
        return Mend(
            "avstavning", before.place, f"”{_tail(before.text)}” och ”{_head(line.text)}” är skrivna utan mellanslag",
            f"raden slutar med {sign}", False, ("", " "), ("utan mellanslag", "med mellanslag"),
            f"{_tail(before.text)}{_head(line.text)}",
        )

    def _hyphen(self, before: Line, line: Line) -> tuple[int, Mend | str]:
        """Return how many characters of ``before`` go, and what stands in their place."""
        left, right = halves(before.text, line.text)
        soft = before.text[-1] == "\u00ad"
        if line.text.split(" ")[0].rstrip(",") in SUSPENDED:
            return int(soft), "- " if soft else " "
        if not soft and before.text[-2:-1] in ("", " "):
            return 0, " "
        if not left or not right:
            return int(soft), self._dash(before, line) or ""
        whole, parted = f"{left}{right}", f"{left}-{right}"
        shown = (f"{whole} (ett ord)", f"{parted} (med bindestreck)")
        for certain, words, why in (
            (soft, None, "radslutet är märkt som en avstavning"),
            (False, self.document, "ordet står också på ett annat ställe i dokumentet"),
            (False, self.known, "ordet finns bland ämnets ord"),
        ):
            if certain or (words is not None and right[:1].islower() and whole.casefold() in words):
                what = f"”{left}-” och ”{right}” är skrivna som ett ord: {whole}"
                return 1, Mend("avstavning", before.place, what, why, True, ("", "-"), shown, whole)
        what = f"bindestrecket i ”{parted}” är kvar"
        stands = parted.casefold() in self.document
        why = "ordet skrivs så på ett annat ställe i dokumentet" if stands else "det framgår inte om det är en avstavning"
        return 1, Mend("avstavning", before.place, what, why, stands, ("-", ""), shown[::-1], parted)


def _without_last(pieces: Sequence[str | Mend], cut: int) -> list[str | Mend]:
    """Return ``pieces`` without the last ``cut`` characters of the last text among them."""
    result = list(pieces)
    if cut:
        last = max(number for number, piece in enumerate(result) if isinstance(piece, str))
        result[last] = str(result[last])[:-cut]
    return result


def _choice(before: Line, line: Line, proposed: str, why: str) -> Mend:
    parted = proposed == "\n\n"
    what = f"”{_tail(before.text)}” och ”{_head(line.text)}” står i {'olika stycken' if parted else 'samma stycke'}"
    other = " " if parted else "\n\n"
    shown = ("nytt stycke", "samma stycke") if parted else ("samma stycke", "nytt stycke")
    brief = f"före ”{_head(line.text)}”"
    return Mend("stycke", before.place, what, why, False, (proposed, other), shown, brief)


def _tail(text: str) -> str:
    return " ".join(text.split()[-2:])[-40:]


def _head(text: str) -> str:
    return " ".join(text.split()[:2])[:40]
