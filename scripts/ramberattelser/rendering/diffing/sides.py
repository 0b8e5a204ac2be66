"""Two texts side by side: a row per sentence, with the changed words marked in either cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ramberattelser.comparing import Change, Comparison, Unit, UnitPair
from ramberattelser.rendering.diffing.moves import boxes
from ramberattelser.rendering.diffing.pieces import Piece, changes_of, run_of, tied, within
from ramberattelser.rendering.diffing.shape import Part, Row, Run
from ramberattelser.rendering.diffing.words import tally

Entry = tuple[str, Piece]
_OF_OLD = {"delete": "delete", "moved": "ghost", "equal": "equal"}


def rows(made: Comparison) -> tuple[Row, ...]:
    """Return one row per sentence pair in the new text's order, gone sentences where they stood."""
    return tuple(_Table(made).rows())


@dataclass(slots=True)
class _Table:
    made: Comparison

    def rows(self) -> Iterator[Row]:
        made = self.made
        olds, news = _old_parts(made), _new_parts(made)
        shapes = _Shapes(made)
        pairs = (*made.pairs, *tied(made))
        by_new = {pair.new[0]: pair for pair in pairs}
        covered = {new for pair in pairs for new in pair.new[1:]}
        gone = _gone(made, pairs)
        for unit in gone.pop(-1, ()):
            yield shapes.row((olds[unit],), (), None)
        for new in range(len(made.new_units)):
            pair = by_new.get(new)
            if pair is not None:
                yield shapes.row(
                    tuple(olds[unit] for unit in pair.old), tuple(news[unit] for unit in pair.new), pair
                )
            elif new not in covered:
                yield shapes.row((), (news[new],), None)
            for unit in gone.pop(new, ()):
                yield shapes.row((olds[unit],), (), None)


def _gone(made: Comparison, pairs: Sequence[UnitPair]) -> dict[int, list[int]]:
    """Return the sentences that are gone, by the new text's sentence that they stand after (-1: none)."""
    found: dict[int, list[int]] = {}
    paired = {old: pair for pair in pairs for old in pair.old}
    after = -1
    for old in range(len(made.old_units)):
        pair = paired.get(old)
        if pair is None:
            found.setdefault(after, []).append(old)
        elif not pair.moved:
            after = pair.new[0]
    return found


class _Shapes:
    """Says what happened in a row."""

    def __init__(self, made: Comparison) -> None:
        self.changes = {change.number: change for change in made.changes}
        self.moves = {unit: box.change.number for box in boxes(made) for unit in box.news}

    def row(self, old: tuple[Part, ...], new: tuple[Part, ...], pair: UnitPair | None) -> Row:
        found = changes_of(run for part in (*old, *new) for run in part.runs)
        move = self.moves.get(pair.new[0]) if pair else None
        if move is not None:
            found.add(move)
        numbers = tuple(sorted(found))
        return Row(old, new, self._what(old, new, numbers, move), numbers)

    def _what(
        self, old: tuple[Part, ...], new: tuple[Part, ...], numbers: tuple[int, ...], move: int | None
    ) -> str:
        if not old:
            return "ny mening"
        if not new:
            return "struken mening"
        if not numbers:
            return "lika"
        kinds: Counter[str] = Counter(self.changes[number].kind for number in numbers if number != move)
        words = tally(kinds)
        if move is None:
            return words
        return f"flyttad mening, {words}" if words else "flyttad mening"


def _old_parts(made: Comparison) -> list[Part]:
    inside = {(box.change.number, unit) for box in boxes(made) for unit in box.olds}
    pieces: list[list[Entry]] = [[] for _ in made.old_units]
    for segment in made.old_segments():
        assert segment.old is not None
        for unit, start, end in within(made.old_units, segment.old):
            op = "equal" if (segment.change, unit) in inside else _OF_OLD[segment.op]
            pieces[unit].append((op, Piece(op, (start, end), None, segment.change, unit)))
    return _parts(made, made.old_units, pieces, made.old)


def _new_parts(made: Comparison) -> list[Part]:
    inside = {(box.change.number, unit) for box in boxes(made) for unit in box.news}
    pieces: list[list[Entry]] = [[] for _ in made.new_units]
    for segment in made.new_segments():
        assert segment.new is not None
        for unit, start, end in within(made.new_units, segment.new):
            op = "equal" if (segment.change, unit) in inside else segment.op
            pieces[unit].append((op, Piece(op, None, (start, end), segment.change, unit)))
    return _parts(made, made.new_units, pieces, made.new)


def _parts(made: Comparison, units: tuple[Unit, ...], pieces: list[list[Entry]], text: str) -> list[Part]:
    changes = {change.number: change for change in made.changes}
    return [_part(made, unit, pieces[unit.index], text, changes) for unit in units]


def _part(
    made: Comparison, unit: Unit, pieces: list[Entry], text: str, changes: Mapping[int, Change]
) -> Part:
    runs: list[Run] = []
    for op, piece in pieces:
        span = piece.old or piece.new or (0, 0)
        words = text[slice(*span)]
        if op == "equal" or not words.strip():
            last = runs[-1] if runs else None
            if last and last.op == "equal" and last.span[1] == span[0]:
                runs[-1] = Run("equal", "", last.text + words, "", (last.span[0], span[1]))
            else:
                runs.append(Run("equal", "", words, "", span))
            continue
        run = run_of(made, piece, op, changes[piece.change] if piece.change is not None else None)
        if run is not None:
            runs.append(run)
    return Part(unit.index + 1, unit.stanza, tuple(trimmed(runs)))


def trimmed(runs: list[Run]) -> list[Run]:
    """Return runs without white space at the end."""
    while runs and runs[-1].blank:
        runs = runs[:-1]
    if runs and runs[-1].op == "equal":
        return [*runs[:-1], runs[-1]._replace(text=runs[-1].text.rstrip())]
    return [*runs[:-1], runs[-1]._replace(tail=runs[-1].tail.rstrip())] if runs else runs
