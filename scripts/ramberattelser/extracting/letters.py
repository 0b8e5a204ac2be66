"""Each letter as one readable character: what programs store in their own ways, and what cannot be seen."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping

from ramberattelser.extracting.document import Document, DocumentError, Line
from ramberattelser.extracting.mends import Mend

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_BULLETS = {"\uf0b7": "•", "\uf0a7": "•", "\uf02d": "–", "\uf0d8": "•", "\uf076": "•", "\uf0fc": "•"}
_INVISIBLE = re.compile("[\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
_UNREADABLE = re.compile("[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f\x7f-\x9f]")


def plain_text(text: str) -> str:
    """Return ``text`` with ordinary letters, spaces and hyphens; for what is no part of a clause."""
    for change in (*_CHANGES, *_hyphens(soft=False, pdf=True)):
        text = change[2](text)
    return text


def soft_hyphens_tell(document: Document) -> bool:
    """True if a soft hyphen in the document means a parted word, and an ordinary one is an ordinary one.

    A PDF shows both with the same sign, and some programs then store all of them as soft.
    """
    inside = any("\u00ad" in line.text[:-1] for line in document.lines)
    ordinary = any(re.search(r"\w-\w", line.text) for line in document.lines)
    return document.kind != "PDF" or (ordinary and not inside)


def readable(document: Document, line: Line, soft: bool) -> tuple[Line, list[Mend]]:
    """Return the line with each letter as one readable character, and what had to be done for that."""
    text, mends = line.text, []
    for what, why, change in (*_CHANGES, *_hyphens(soft=soft, pdf=document.kind == "PDF")):
        new = change(text)
        if new.rstrip("-\u00ad") != text.rstrip("-\u00ad"):
            mends.append(Mend("tecken", line.place, what, why, brief=what))
        text = new
    if not text or _UNREADABLE.search(text):
        raise DocumentError(
            f"{document.name} har tecken som inte går att läsa ({line.place}) — skriv av paragrafen i "
            "en textfil "
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
    ("punkttecken ur ett symboltypsnitt är skrivna som •", "dokumentet har egna tecken för dem",
     _mapped(_BULLETS)),
    ("osynliga tecken är borttagna", "de syns inte", lambda text: _INVISIBLE.sub("", text).strip()),
    ("ett särskilt bindestreck är skrivet som ett vanligt", "de ser likadana ut",
     _mapped({"\u2010": "-", "\u2011": "-"})),
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
