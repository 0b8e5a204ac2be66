"""Two lines of a clause: a space between them, a new paragraph, or the halves of a word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from ramberattelser.extracting import headings
from ramberattelser.extracting.document import Line
from ramberattelser.extracting.mends import Mend
from ramberattelser.extracting.words import SUSPENDED, halves

_HYPHENS = "-\u00ad\u2010\u2011"
_BULLET = re.compile(r"(?:[•·▪◦‣∙*–—-]|\d{1,2}[.)]|[a-zåäö][.)])\s")


_ONLY_BULLETS = frozenset("•▪◦‣∙")
"""Signs that stand in no sentence."""


class Joiner:
    """Joins the lines of one clause: a space, a new paragraph, or the halves of a word."""

    def __init__(self, lines: Sequence[Line], document: frozenset[str], known: frozenset[str]) -> None:
        self.lines = lines
        self.document = document
        self.known = known
        self.bullets = Counter(_kind_of_bullet(line.text) for line in lines)
        """How many lines begin with a bullet of each kind: one dash may be a dash, two are a list."""
        self.gaps = any(line.new and before.page == line.page for before, line in pairwise(lines))
        self.width = {
            page: max(line.right for line in lines if line.page == page)
            for page in {line.page for line in lines}
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
        bullet = _kind_of_bullet(line.text)
        sure = bullet in _ONLY_BULLETS or self.bullets[bullet] > 1
        if bullet and (sure or ends or line.new or before.text.endswith(",")):
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
            return _choice(
                before, line, "\n\n" if room or line.new else " ", "sidan tar slut där en mening slutar"
            )
        if room:
            return _choice(
                before, line, " " if self.gaps else "\n\n", "raden är kort och slutar med en mening"
            )
        return None

    def _dash(self, before: Line, line: Line) -> Mend | None:
        """A dash or slash without a space before it may have had none after it either."""
        if not re.search(r"[^\s–/-][–/-]$", before.text):
            return None
        sign = before.text[-1]
        return Mend(
            "avstavning",
            before.place,
            f"”{_tail(before.text)}” och ”{_head(line.text)}” är skrivna utan mellanslag",
            f"raden slutar med {sign}",
            False,
            ("", " "),
            ("utan mellanslag", "med mellanslag"),
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
        why = (
            "ordet skrivs så på ett annat ställe i dokumentet"
            if stands
            else "det framgår inte om det är en avstavning"
        )
        return 1, Mend("avstavning", before.place, what, why, stands, ("-", ""), shown[::-1], parted)


def _kind_of_bullet(text: str) -> str:
    """Return the sign of a list that ``text`` begins with (``1`` or ``a`` for a number or letter), if any."""
    found = _BULLET.match(text)
    if found is None:
        return ""
    return "1" if text[0].isdigit() else "a" if text[0].isalpha() else text[0]


def _without_last(pieces: Sequence[str | Mend], cut: int) -> list[str | Mend]:
    """Return ``pieces`` without the last ``cut`` characters of the last text among them."""
    result = list(pieces)
    if cut:
        last = max(number for number, piece in enumerate(result) if isinstance(piece, str))
        result[last] = str(result[last])[:-cut]
    return result


def _choice(before: Line, line: Line, proposed: str, why: str) -> Mend:
    parted = proposed == "\n\n"
    where = "olika stycken" if parted else "samma stycke"
    what = f"”{_tail(before.text)}” och ”{_head(line.text)}” står i {where}"
    other = " " if parted else "\n\n"
    shown = ("nytt stycke", "samma stycke") if parted else ("samma stycke", "nytt stycke")
    brief = f"före ”{_head(line.text)}”"
    return Mend("stycke", before.place, what, why, False, (proposed, other), shown, brief)


def _tail(text: str) -> str:
    return " ".join(text.split()[-2:])[-40:]


def _head(text: str) -> str:
    return " ".join(text.split()[:2])[:40]
