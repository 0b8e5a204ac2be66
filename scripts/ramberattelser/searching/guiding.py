"""A hand-written guide, from its Markdown: the pages of ``docs/`` are not rendered when the index is made."""

from __future__ import annotations

import re
import unicodedata

from ramberattelser.searching.documents import Document, Section
from ramberattelser.searching.folding import composed

_FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_HEADING = re.compile(r"^(#{1,2}) +(.+?) *(?:\{:? *#([\w-]+)[^}]*\})? *$", re.MULTILINE)
_ANY_HEADING = re.compile(_HEADING.pattern.replace("(#{1,2})", "#{1,6}"), re.MULTILINE)
_CODE = re.compile(r"^ *(```+).*?^ *\1|(`+)(?:(?!\n\n).)+?(?<!`)\2(?!`)", re.DOTALL | re.MULTILINE)
_MACRO = re.compile(r"\{\{.*?\}\}|\{:.*?\}|<[^>]*>", re.DOTALL)
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_SIGNS = re.compile(r"^(?:#{3,}|[-*+>]|\d+\.|!!!\s\w+|\|)\s*|[*_`|]+|^[-|: ]+$", re.MULTILINE)


def guide(path: str, markdown: str, asked: str = "") -> Document:
    """Return a guide as a document: one section for each heading of the second level."""
    pieces = _HEADING.split(_CODE.sub(" ", _FRONT.sub("", markdown)))
    title, found = "", []
    for at in range(1, len(pieces), 4):
        level, heading, anchor, text = pieces[at : at + 4]
        if level == "#":
            title = _plain(heading)
            found.append(Section("", "", _plain(text)))
        else:
            found.append(Section(anchor or _slug(heading), _plain(heading), _plain(text)))
    return Document(path, title, "guide", tuple(found), asked=asked)


def anchors(markdown: str) -> set[str]:
    """Return the anchors of all headings of a guide, given or made of their words."""
    rows = _ANY_HEADING.findall(_CODE.sub(" ", _FRONT.sub("", markdown)))
    return {anchor or _slug(heading) for heading, anchor in rows}


def _plain(text: str) -> str:
    text = _SIGNS.sub(" ", _LINK.sub(r"\1", _MACRO.sub(" ", text)))
    return composed(" ".join(text.split()))


def _slug(heading: str) -> str:
    """Return the anchor that the Markdown library gives a heading."""
    ascii_only = unicodedata.normalize("NFKD", _plain(heading)).encode("ascii", "ignore").decode()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", ascii_only).strip().lower())
