"""Text cut into words: ``Finsam-lagen`` is one and in parts, ``2003:1210`` and ``7 §`` stay together."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from ramberattelser.searching.dating import spelled

RAW = re.compile(r"§+\s?\d+|[^\W_]+(?:[-‑:./’'][^\W_]+)*(?:\s?§)?")
_SEVERAL = re.compile(r"(\d+)(?=(?:\s?(?:,|och|eller|–)\s?\d+)+\s?§)")
_NUMBER = re.compile(r"[\d:./‑-]*\d")
_RANGE = re.compile(r"(?!(?:19|20)\d\d[-‑](?!(?:19|20)\d\d$)\d{3})(?:0|[1-9]\d{0,3})[-‑]\d{1,4}")
"""Two figures with a hyphen between are two words (2005-2012), unless they may be the number of a law or
of an authority's paper (012345-2019)."""
_DNR = re.compile(r"[^\W\d_]{1,8}[-‑/]\d+[/:]\d+")
"""What an authority writes on its papers: SFU-2019/0123, RS/2018:44."""
_SPLIT = re.compile(r"[:./]")
_HYPHEN = re.compile(r"[-‑’']")


class Token(NamedTuple):
    """A word as it is looked up, and the parts that it can be found by as well."""

    word: str
    parts: tuple[str, ...] = ()


def raw_tokens(text: str) -> list[str]:
    """Return the raw words of a lower-case text: ``1 och 2 §§`` both have the sign, dates are spelled out."""
    text = spelled(text)
    if "§" in text:
        text = _SEVERAL.sub(r"\1 §", text)
    return RAW.findall(text)


@lru_cache(maxsize=200_000)
def tokens(raw: str) -> tuple[Token, ...]:
    """Return the words that a raw word stands for: ``nns:s`` is ``nns``, ``90-talet`` is two."""
    sign = "§" in raw
    bare = raw.strip("§ \xa0\u202f\u2009")
    if _NUMBER.fullmatch(bare):
        return _number(bare, sign)
    if _DNR.fullmatch(bare):
        parts = tuple(re.split(r"[:/‑-]", bare))
        return (Token(":".join(parts), parts),)
    found: list[Token] = []
    for piece in _SPLIT.split(bare):
        parts = tuple(part for part in _HYPHEN.split(piece) if part)
        if found and len(piece) < 3 and ":" in raw:
            continue
        if len(parts) > 1 and any(char.isdigit() for char in piece):
            found += map(Token, parts)
        elif len(parts) > 1:
            found.append(Token("".join(parts), parts))
        elif parts:
            found.append(Token(parts[0]))
    return tuple(found)


def _number(bare: str, sign: bool) -> tuple[Token, ...]:
    pieces = tuple(piece for piece in re.split(r"[:./‑-]", bare) if piece)
    if not sign and _RANGE.fullmatch(bare):
        return tuple(map(Token, pieces))
    if sign:
        return (*map(Token, pieces[:-1]), Token(f"{pieces[-1]}§", (pieces[-1],)))
    return (Token(":".join(pieces), pieces),) if len(pieces) > 1 else (Token(pieces[0]),)


def words(text: str) -> list[str]:
    """Return the words of a text, in order, as they are looked up."""
    return [token.word for raw in raw_tokens(text.lower()) for token in tokens(raw)]
