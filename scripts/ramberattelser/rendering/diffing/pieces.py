"""The segments of a comparison cut at sentences, and turned into runs."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from ramberattelser.comparing import Change, Comparison, Segment, Unit, UnitPair
from ramberattelser.comparing.results import Span
from ramberattelser.rendering.diffing.shape import Run

_SHOWN_AS_SPACE = " \t\r\n\f"
"""A browser shows any run of these as one space, so which of them it is makes no difference."""


class Piece(NamedTuple):
    """A part of a segment that lies in one sentence of the text where it is shown (the new, or the old for
    what is gone)."""

    op: str
    old: Span | None
    new: Span | None
    change: int | None
    unit: int


def cut_all(made: Comparison) -> Iterator[Piece]:
    """Cut every segment, in the order of the segments."""
    for segment in made.segments:
        yield from cut(made, segment)


def cut(made: Comparison, segment: Segment) -> Iterator[Piece]:
    """Cut one segment at the sentences of the text where it is shown."""
    old, new = segment.old, segment.new
    if new is None:
        assert old is not None
        for unit, start, end in within(made.old_units, old):
            yield Piece(segment.op, (start, end), None, segment.change, unit)
        return
    parts = list(within(made.new_units, new))
    for unit, start, end in parts:
        if old is None:
            yield Piece(segment.op, None, (start, end), segment.change, unit)
        elif len(parts) == 1:
            yield Piece(segment.op, old, (start, end), segment.change, unit)
        else:
            shift = old[0] - new[0]
            yield Piece(segment.op, (start + shift, end + shift), (start, end), segment.change, unit)


def within(units: tuple[Unit, ...], span: Span) -> Iterator[tuple[int, int, int]]:
    """Cut a span at the starts of sentences; the space between two goes with the one before."""
    start, end = span
    position = max(0, bisect_right(units, start, key=_start) - 1)
    while start < end and position < len(units):
        stop = units[position + 1].start if position + 1 < len(units) else end
        yield position, start, min(end, stop)
        start, position = stop, position + 1


def _start(unit: Unit) -> int:
    return unit.start


@lru_cache(maxsize=4)
def tied(made: Comparison) -> tuple[UnitPair, ...]:
    """Return sentences of no pair that have words of each other where these stood, and of no third one.

    What stands beside such words is named as replaced, so the two belong together.
    """
    olds = {unit for pair in made.pairs for unit in pair.old}
    news = {unit for pair in made.pairs for unit in pair.new}
    met: set[tuple[int, int]] = set()
    for segment in made.segments:
        if segment.op != "equal" or segment.old is None or segment.new is None:
            continue
        if any(map(str.isalnum, made.old[slice(*segment.old)])):
            one = next(within(made.old_units, segment.old))[0]
            other = next(within(made.new_units, segment.new))[0]
            if one not in olds and other not in news:
                met.add((one, other))
    counts = Counter(one for one, _ in met), Counter(other for _, other in met)
    return tuple(
        UnitPair((one,), (other,), 0.0, False, "words")
        for one, other in sorted(met)
        if counts[0][one] == counts[1][other] == 1
    )


def run_of(made: Comparison, piece: Piece, op: str, change: Change | None) -> Run | None:
    """Return a piece as a run that is shown as ``op``, or None where nothing is left to show.

    White space that only one text has is no visible change, but is kept: as ``same``, with what the old
    text has there.
    """
    if op == "ghost" or piece.new is None:
        assert piece.old is not None
        text = made.old[slice(*piece.old)]
        if op == "delete" and not text.strip():
            return Run("same", "", "", "", (0, 0), None, text, piece.old)
        return _marked(op, text, piece.old, change)
    text = made.new[slice(*piece.new)]
    if op == "insert" and not text.strip():
        return Run("same", "", text, "", piece.new, None, "", (0, 0))
    if op != "equal":
        return _marked(op, text, piece.new, change)
    before = made.old[slice(*piece.old)] if piece.old else text
    if before != text and (before + text).strip(_SHOWN_AS_SPACE):
        return Run("same", "", text, "", piece.new, None, before, piece.old or (0, 0))
    return Run("equal", "", text, "", piece.new) if text else None


def _marked(op: str, text: str, span: Span, change: Change | None) -> Run:
    """Leave spaces, and the comma that goes with a word come, gone or moved, outside the mark."""
    words = text.rstrip()
    if words.endswith((",", ";")) and change is not None and change.kind in ("inserted", "deleted", "moved"):
        words = words[:-1].rstrip()
    mark = words.lstrip()
    if not mark:
        return Run(op, "", text, "", span, change.number if change else None)
    lead, tail = words[: len(words) - len(mark)], text[len(words) :]
    return Run(op, lead, mark, tail, span, change.number if change else None)


def changes_of(runs: Iterable[Run]) -> set[int]:
    """Return the numbers of the changes that runs belong to."""
    return {run.change for run in runs if run.change is not None}
