"""Lossless Swedish tokens: every character that is not white space belongs to exactly one token."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from .keys import key

Kind = Literal["word", "number", "punctuation", "label"]

_MARK = r"\u0300-\u036f\u1ab0-\u1aff\u20d0-\u20ff\ufe00-\ufe0f\u200d"
_SOFT = r"\u00ad\u200b\u200c\u2060\ufeff"
_LETTER = rf"[^\W_](?:[{_MARK}{_SOFT}])*"
_WORD = rf"(?:{_LETTER})+"
_DASH = r"[-\u2010-\u2015\u2212]"
_NUMBER = r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d+(?:[.,:]\d+)*"

ABBREVIATIONS = frozenset(
    {
        "t.ex",
        "bl.a",
        "m.m",
        "m.fl",
        "s.k",
        "d.v.s",
        "dvs",
        "fr.o.m",
        "t.o.m",
        "p.g.a",
        "f.d",
        "f.n",
        "e.d",
        "o.d",
        "o.s.v",
        "osv",
        "etc",
        "kap",
        "resp",
        "prop",
        "jfr",
        "nr",
        "dnr",
        "inkl",
        "exkl",
        "ca",
        "avd",
        "mfl",
        "enl",
    }
)
"""Abbreviations that are written with a full stop which ends no sentence."""

ENDING = frozenset({"mm", "mfl", "osv", "etc", "ed", "od"})
"""Keys of the abbreviations that may also be the last word of a sentence."""

_ABBREVIATION = (
    r"(?<![^\W_])(?i:"
    + "|".join(re.escape(a) for a in sorted(ABBREVIATIONS, key=lambda a: (-len(a), a)))
    + r"|[a-zåäö](?:\.[a-zåäö])+)\.(?![^\W_])"
)
_TOKEN = re.compile(
    "|".join(
        (
            rf"(?P<abbreviation>{_ABBREVIATION})",
            rf"(?P<section>(?:{_NUMBER})(?:\s?{_DASH}\s?\d+)?(?:[ \u00a0]?[a-z](?![^\W_]))?"
            r"[ \u00a0\u202f]?§{1,2})",
            rf"(?P<number>(?:{_NUMBER})(?:\s?{_DASH}\s?(?:{_NUMBER}))?(?![^\W_]))",
            rf"(?P<word>{_WORD}(?:[-\u2010\u2011'’:.]{_WORD})*(?:[-\u2010\u2011](?=[\s,/]))?)",
            rf"(?P<other>\.\.\.|§§|\S[{_MARK}{_SOFT}\U0001f3fb-\U0001f3ff]*(?:(?<=\u200d)\S[{_MARK}]*)*)",
        )
    )
)
_LABEL = re.compile(
    r"^[ \t\u00a0]*"
    r"(\(?(?:\d{1,2}|[a-zåäö]|[ivx]{1,4})[.)]|[-\u2013\u2014•·*▪‣◦]|\d{1,3}[ \u00a0]?[a-z]?[ \u00a0]?§§?)"
    r"(?=\s+\S)",
    re.MULTILINE,
)


class Token(NamedTuple):
    """One token: characters `start` to `end` of its text, its comparison key and its kind."""

    start: int
    end: int
    key: str
    kind: Kind


@lru_cache(maxsize=4096)
def tokenise(text: str) -> tuple[Token, ...]:
    """Cut `text` into tokens in text order; between tokens there is white space or nothing.

    Kept whole: words with inner hyphen or colon ("EU:s", "barn-"), "2003:1210", "3,5", "30 000", "16 - 64",
    "7 §", dotted abbreviations, and the label that opens a line ("a)", "2.", "–", "4 §").
    """
    found: list[Token] = []
    position = 0
    for label in _LABEL.finditer(text):
        start, end = label.span(1)
        if start < position:
            continue
        _tokenise_span(text, position, start, found)
        found.append(Token(start, end, key(text[start:end]), "label"))
        position = end
    _tokenise_span(text, position, len(text), found)
    return tuple(found)


def _tokenise_span(text: str, start: int, end: int, found: list[Token]) -> None:
    for match in _TOKEN.finditer(text, start, end):
        raw = match.group()
        group = match.lastgroup
        kind: Kind
        if group == "other":
            kind = "punctuation"
        elif group in ("number", "section"):
            kind = "number"
        else:
            kind = "word"
        if group == "word" and "." in raw:
            _without_inner_stops(match.start(), raw, found)
            continue
        found.append(Token(match.start(), match.end(), key(raw), kind))


def _without_inner_stops(start: int, raw: str, found: list[Token]) -> None:
    """Keep "samordning.org" whole, but not "slut.Nu", where a space is missing after the stop."""
    position = 0
    for stop in re.finditer(r"\.(?=[A-ZÅÄÖ][^\W\d_])", raw):
        if stop.start() > position:
            found.append(
                Token(start + position, start + stop.start(), key(raw[position : stop.start()]), "word")
            )
        found.append(Token(start + stop.start(), start + stop.end(), ".", "punctuation"))
        position = stop.end()
    found.append(Token(start + position, start + len(raw), key(raw[position:]), "word"))
