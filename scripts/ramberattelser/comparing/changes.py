"""Numbering and naming the changes, and the segments that carry their numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from .analysis import Analysis
from .classify import has_negation, kind_of, renumberings
from .display import Block, shown_links, tidy
from .groups import Group
from .layout import Atom, lay_out, with_stops
from .matching import Matching
from .results import Change, Kind, Segment, Span
from .segments import write

Move = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Picture:
    """What is shown of a comparison."""

    segments: tuple[Segment, ...]
    changes: tuple[Change, ...]


@dataclass(slots=True)
class _Numbers:
    """Change numbers in reading order: of edits by block index, of moves by their name."""

    edits: dict[int, int] = field(default_factory=dict)
    moves: dict[Move, int] = field(default_factory=dict)

    def next(self) -> int:
        return len(self.edits) + len(self.moves) + 1

    def move(self, name: Move) -> None:
        if name not in self.moves:
            self.moves[name] = self.next()


def picture(old: Analysis, new: Analysis, found: Matching) -> Picture:
    """Lay out, tidy, number and name what changed between two texts."""
    shown = with_stops(old, new, shown_links(old, new, found))
    laid = tidy(old, new, found, lay_out(old, new, found, shown))
    names = _move_names(found)
    runs = _phrase_runs(laid) if any(link.moved for link in found.links) else {}
    moves = {
        atom.new: move
        for block in (laid if names or runs else ())
        if block[0].op == "equal"
        for atom in block
        if (move := _move_of(atom, names, runs)) is not None
    }
    shown_moves = set(moves.values())
    numbers = _Numbers()
    for at, block in enumerate(laid):
        if block[0].op == "equal":
            for atom in block if moves else ():
                if atom.new in moves:
                    numbers.move(moves[atom.new])
            continue
        region, k = block[0].region
        if region in ("group", "label") and found.moved[k] and names[k] in shown_moves:
            numbers.move(names[k])
        numbers.edits[at] = numbers.next()

    def move_number(atom: Atom) -> int | None:
        move = moves.get(atom.new)
        return None if move is None else numbers.moves[move]

    segments = write(old, new, laid, numbers.edits.get, move_number)
    return Picture(segments, _changes(old, new, found, laid, numbers, names, segments))


def _move_names(found: Matching) -> dict[int, Move]:
    """Name the move each moved group belongs to: neighbours that moved together are one move."""
    names: dict[int, Move] = {}
    for k, group in enumerate(found.groups):
        if not found.moved[k]:
            continue
        names[k] = ("group", k)
        before = found.groups[k - 1] if k else None
        if before is not None and found.moved[k - 1] and _adjoin(before, group):
            names[k] = names[k - 1]
    return names


def _adjoin(one: Group, other: Group) -> bool:
    return one.olds[-1] + 1 == other.olds[0] and one.news[-1] + 1 == other.news[0]


def _phrase_runs(laid: Sequence[Block]) -> dict[int, int]:
    """Give for each moved phrase token (by its index in new) the token its run begins with."""
    runs: dict[int, int] = {}
    last: Atom | None = None
    for atom in (atom for block in laid for atom in block):
        if atom.op == "equal" and atom.link is not None and atom.link.moved and atom.link.rule != "word":
            along = (
                last is not None and (last.old + 1, last.new + 1) == (atom.old, atom.new) and last.new in runs
            )
            runs[atom.new] = runs[atom.new - 1] if along else atom.new
        last = atom
    return runs


def _move_of(atom: Atom, names: dict[int, Move], runs: dict[int, int]) -> Move | None:
    link = atom.link
    if link is None or not link.moved or atom.op != "equal":
        return None
    if link.group in names:
        return names[link.group]
    return ("phrase", runs.get(atom.new, atom.new))


def _changes(
    old: Analysis,
    new: Analysis,
    found: Matching,
    laid: Sequence[Block],
    numbers: _Numbers,
    names: dict[int, Move],
    segments: Sequence[Segment],
) -> tuple[Change, ...]:
    olds: dict[int, list[Span]] = {}
    news: dict[int, list[Span]] = {}
    for segment in segments:
        if segment.change is not None and segment.old is not None:
            _extend(olds.setdefault(segment.change, []), segment.old)
        if segment.change is not None and segment.new is not None:
            _extend(news.setdefault(segment.change, []), segment.new)
    renumbering = renumberings(old, new, found)
    made: dict[int, Change] = {}
    named: set[int] = set()
    for at, number in sorted(numbers.edits.items()):
        block = laid[at]
        gone = [atom.old for atom in block if atom.op == "delete"]
        come = [atom.new for atom in block if atom.op == "insert"]
        made[number] = Change(
            number,
            kind_of(old, new, found, block[0].region, gone, come, renumbering, named),
            tuple(olds.get(number, ())),
            tuple(news.get(number, ())),
            old.unit_of[gone[0]] if gone else _partner(found, block, True),
            new.unit_of[come[0]] if come else _partner(found, block, False),
            _turns(old, new, block, gone, come),
        )
    for move, number in numbers.moves.items():
        made[number] = _move_change(old, new, found, move, number, names, olds, news)
    return tuple(made[number] for number in sorted(made))


def _turns(old: Analysis, new: Analysis, block: Block, gone: Sequence[int], come: Sequence[int]) -> bool:
    """Tell whether an edit turns a sentence round; two that share a phrase do not share an "inte"."""
    if block[0].region[0] == "kept":
        return has_negation(old, new, gone, ()) or has_negation(old, new, (), come)
    return has_negation(old, new, gone, come)


def _extend(spans: list[Span], span: Span) -> None:
    spans.append(span)
    spans.sort()
    merged: list[Span] = []
    for low, high in spans:
        if merged and merged[-1][1] == low:
            merged[-1] = (merged[-1][0], high)
        else:
            merged.append((low, high))
    spans[:] = merged


def _partner(found: Matching, block: Block, is_old: bool) -> int | None:
    where, k = block[0].region
    if where not in ("group", "label"):
        return None
    return found.groups[k].olds[0] if is_old else found.groups[k].news[0]


def _move_change(
    old: Analysis,
    new: Analysis,
    found: Matching,
    move: Move,
    number: int,
    names: dict[int, Move],
    olds: dict[int, list[Span]],
    news: dict[int, list[Span]],
) -> Change:
    kind: Kind = "moved"
    if move[0] == "phrase":
        left, right = olds[number], news[number]
        return Change(
            number,
            kind,
            tuple(left),
            tuple(right),
            _unit_at(old, left[0][0]),
            _unit_at(new, right[0][0]),
            False,
        )
    groups = [found.groups[k] for k, name in sorted(names.items()) if name == move]
    first, last = groups[0], groups[-1]
    return Change(
        number,
        kind,
        ((old.units[first.olds[0]].start, old.units[last.olds[-1]].end),),
        ((new.units[first.news[0]].start, new.units[last.news[-1]].end),),
        first.olds[0],
        first.news[0],
        False,
    )


def _unit_at(text: Analysis, offset: int) -> int | None:
    return next((unit.index for unit in text.units if unit.start <= offset < unit.end), None)
