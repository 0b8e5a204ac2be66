"""A comparison to read in a terminal: the words say what the colours say."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from .engine import Comparison
from .results import Change, Segment

_COLOURS = {"delete": "\x1b[31;9m", "insert": "\x1b[32;4m", "moved": "\x1b[36m"}
_RESET = "\x1b[0m"


def as_text(comparison: Comparison, summary: str, colour: bool) -> str:
    """Write a comparison as text in Swedish: a summary, then the new text with marks that also work
    uncoloured. It ends with one line break, whatever the texts end with.

    `summary` is the sentence at the top, in the words of whoever shows it. Marks: [struket: …],
    [tillagt: …] and [flyttat hit från mening 4: …]; where a moved sentence stood nothing is shown twice.
    With `colour`, the marked words are coloured as well (ANSI).
    """
    moves = [change for change in comparison.changes if change.kind == "moved"]
    written: list[str] = []
    inside: Change | None = None
    for segment in comparison.segments:
        move = _move_of(segment, moves)
        if inside is not None and move is not inside:
            _close(written)
        if move is not None and move is not inside:
            written.append(f"[flyttat hit från {_whence(move)}: ")
        inside = move
        written.append(_mark(comparison, segment, colour))
    if inside is not None:
        _close(written)
    negated = any(change.negation for change in comparison.changes)
    warning = "\nTexterna skiljer sig i nekande ord (inte, ej, aldrig, utan)." if negated else ""
    return f"{summary}{warning}\n\n{''.join(written)}".rstrip() + "\n"


def _move_of(segment: Segment, moves: Sequence[Change]) -> Change | None:
    """Give the move a segment belongs to: edits of a moved sentence are shown inside it."""
    for move in moves:
        if segment.change == move.number or (
            segment.new is not None
            and any(low <= segment.new[0] and segment.new[1] <= high for low, high in move.new)
        ):
            return move
        if segment.new is None and segment.old is not None:
            span = segment.old
            if any(low <= span[0] and span[1] <= high + 1 for low, high in move.old):
                return move
    return None


def _close(written: list[str]) -> None:
    """Close the bracket of a move before the white space that ends it."""
    bare = written[-1].rstrip()
    written[-1:] = [bare, "]", written[-1][len(bare) :]]


def _whence(move: Change) -> str:
    if move.old_unit is None or move.old_unit == move.new_unit:
        return "annan plats"
    return f"mening {move.old_unit + 1}"


def _mark(comparison: Comparison, segment: Segment, colour: bool) -> str:
    if segment.op == "delete" and segment.old:
        text, word = comparison.old[slice(*segment.old)], "struket"
    elif segment.new:
        text, word = comparison.new[slice(*segment.new)], "tillagt"
    else:
        return ""
    text = _safe(text)
    bare = text.strip()
    before, after = text[: text.index(bare)], text[text.index(bare) + len(bare) :]
    if segment.change is None or segment.op in ("equal", "moved") or not bare:
        if segment.op == "delete":
            return ""
        return f"{before}{_painted(bare, segment.op, colour and segment.op == 'moved')}{after}"
    return f"{before}[{word}: {_painted(bare, segment.op, colour)}]{after}"


def _painted(text: str, op: str, colour: bool) -> str:
    return f"{_COLOURS[op]}{text}{_RESET}" if colour and text.strip() else text


def _safe(text: str) -> str:
    """Replace control characters and lone surrogates, so that a text cannot give the terminal orders."""
    return "".join(
        "\ufffd" if unicodedata.category(char) in ("Cc", "Cs") and char not in "\n\t" else char
        for char in text
    )
