"""Units of comparison: sentences and list items, with the paragraph (stanza) each stands in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from .tokens import ENDING, Token, tokenise

_STOPS = frozenset({".", "!", "?", "…", "..."})
_CLOSERS = frozenset({")", "]", '"', "'"})
_MAY_END = _STOPS | _CLOSERS | ENDING
"""What a sentence can end with, on a line where it is not the last."""
_OPENERS = "\"'“”„«»([–—-"
_BLANK = re.compile(r"\n[^\S\n]*\n|[\u2029\x0c\x0b]")
_STARTERS = frozenset(
    {
        "förbundet",
        "samordningsförbundet",
        "det",
        "den",
        "detta",
        "i",
        "vid",
        "för",
        "insatserna",
        "resurserna",
    }
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence or list item: characters `start` to `end` of its text, paragraph number from 0, label or
    None."""

    index: int
    start: int
    end: int
    stanza: int
    label: str | None


@lru_cache(maxsize=4096)
def sentences(text: str) -> tuple[Unit, ...]:
    """Give the units of `text` in order; their spans and the white space between them cover the text."""
    return cut(text, tokenise(text))[0]


@lru_cache(maxsize=4096)
def word_count(text: str) -> int:
    """Count words as a reader does: "16–64", "7 §" and "t.ex." are one word each, list labels are none."""
    return sum(token.kind in ("word", "number") for token in tokenise(text))


def cut(text: str, tokens: Sequence[Token]) -> tuple[tuple[Unit, ...], tuple[tuple[int, int], ...]]:
    """Cut tokens into units; also give for each unit its range of token indices (end excluded)."""
    units: list[Unit] = []
    bounds: list[tuple[int, int]] = []
    first, stanza, listing = 0, 0, False

    def close(last: int) -> None:
        label = text[tokens[first].start : tokens[first].end] if tokens[first].kind == "label" else None
        units.append(Unit(len(units), tokens[first].start, tokens[last].end, stanza, label))
        bounds.append((first, last + 1))

    for index in range(1, len(tokens)):
        before, token = tokens[index - 1], tokens[index]
        gap = text[before.end : token.start]
        new_line = new_stanza = False
        if gap and gap != " ":
            new_line = "\n" in gap or "\r" in gap
            new_stanza = _BLANK.search(gap.replace("\r\n", "\n").replace("\r", "\n")) is not None
        if new_line and before.key == ":":
            listing = True
        if new_stanza or _ends(text, tokens, first, index, gap, new_line, listing):
            close(index - 1)
            first = index
            if new_stanza:
                stanza, listing = stanza + 1, False
    if tokens:
        close(len(tokens) - 1)
    return tuple(units), tuple(bounds)


def _ends(
    text: str, tokens: Sequence[Token], first: int, index: int, gap: str, new_line: bool, listing: bool
) -> bool:
    """Tell whether a unit ends between the tokens `index - 1` and `index`, which are no stanzas apart."""
    before, token = tokens[index - 1], tokens[index]
    if token.kind == "label":
        return True
    if new_line and (listing or before.key in (":", ";") or before.key in _STOPS):
        return True
    if before.key not in _MAY_END:
        return False
    last = index - 1
    while last > first and tokens[last].key in _CLOSERS:
        last -= 1
    opens = text[token.start].isupper() or text[token.start].isdigit() or text[token.start] in _OPENERS
    if tokens[last].key in _STOPS:
        glued = not gap and last == index - 1 and text[token.start].isupper() and token.kind == "word"
        return opens and (bool(gap) or glued) and not (text[token.start].isdigit() and not gap)
    if before.key in ENDING and text[before.end - 1] == ".":
        return text[token.start].isupper() and token.key in _STARTERS
    return False
