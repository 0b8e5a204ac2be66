"""Writing segments: every character of both texts, once, in reading order."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from .analysis import Analysis
from .display import Block
from .layout import Atom
from .results import Op, Segment, Span


class _Writer:
    """Collects pieces and joins neighbours of one kind: the last one is kept open until another follows."""

    def __init__(self) -> None:
        self._done: list[Segment] = []
        self._op: Op | None = None
        self._old: Span | None = None
        self._new: Span | None = None
        self._change: int | None = None
        self._whole = True

    def add(self, op: Op, old: Span | None, new: Span | None, change: int | None, whole: bool = True) -> None:
        """Add a piece; `whole` is False for one whose two texts differ in letters and must stand alone."""
        if op == self._op and whole and self._whole and self._continues(op, old, new, change):
            if old is not None and self._old is not None:
                self._old = (self._old[0], old[1])
            if new is not None and self._new is not None:
                self._new = (self._new[0], new[1])
            if self._change is None:
                self._change = change
            return
        self._close()
        self._op, self._old, self._new, self._change, self._whole = op, old, new, change, whole

    def _continues(self, op: Op, old: Span | None, new: Span | None, change: int | None) -> bool:
        """Tell whether a piece of the same kind goes on where the open one ends."""
        if self._change != change and (op in ("equal", "moved") or None not in (self._change, change)):
            return False
        return _follows(self._old, old) and _follows(self._new, new)

    def _close(self) -> None:
        if self._op is not None:
            self._done.append(Segment(self._op, self._old, self._new, self._change))

    def finish(self) -> tuple[Segment, ...]:
        """Give the segments."""
        self._close()
        self._op = None
        return tuple(self._done)


def _follows(before: Span | None, after: Span | None) -> bool:
    if before is None or after is None:
        return before is after
    return before[1] == after[0]


def write(
    old: Analysis,
    new: Analysis,
    blocks: Sequence[Block],
    edit_number: Callable[[int], int | None],
    move_number: Callable[[Atom], int | None],
    strict: bool = False,
) -> tuple[Segment, ...]:
    """Write the segments of laid out blocks.

    `edit_number` gives the change of a block by its index, `move_number` that of an equal atom (None when
    it has not moved). With `strict`, white space that differs is written as deleted and inserted, not as
    equal.
    """
    writer = _Writer()
    _gap(writer, old, new, _head(old), _head(new), "equal", None, strict)
    for number, block in enumerate(blocks):
        if block[0].op == "equal":
            _equal(writer, old, new, block, move_number, strict)
        else:
            _edit(writer, old, new, block, edit_number(number), strict)
    return writer.finish()


def _head(text: Analysis) -> Span:
    return (0, text.tokens[0].start if text.tokens else len(text.text))


def _tail(text: Analysis, index: int) -> Span:
    return (text.tokens[index].end, text.starts[index + 1])


def _gap(
    writer: _Writer,
    old: Analysis,
    new: Analysis,
    left: Span,
    right: Span,
    op: Op,
    change: int | None,
    strict: bool,
) -> None:
    """Write the white space that follows a word on both sides; it may be missing on either."""
    has_left, has_right = left[0] < left[1], right[0] < right[1]
    if has_left and has_right:
        same = old.text[left[0] : left[1]] == new.text[right[0] : right[1]]
        if same or not strict:
            writer.add(op, left, right, change, whole=same)
            return
    if has_left:
        writer.add("delete", left, None, None)
    if has_right:
        writer.add("insert", None, right, None)


def _equal(
    writer: _Writer,
    old: Analysis,
    new: Analysis,
    block: Block,
    move_number: Callable[[Atom], int | None],
    strict: bool,
) -> None:
    """Write linked words, those at once that follow on one another and are the same to the letter."""
    at = 0
    while at < len(block):
        first = block[at]
        i, j, move = first.old, first.new, move_number(first)
        size = 0
        while old.pieces[i + size] == new.pieces[j + size]:
            size += 1
            if at + size == len(block) or move_number(block[at + size]) != move:
                break
            if (block[at + size].old, block[at + size].new) != (i + size, j + size):
                break
        if size:
            left, right = (old.starts[i], old.starts[i + size]), (new.starts[j], new.starts[j + size])
            writer.add("equal" if move is None else "moved", left, right, move)
        else:
            _linked(writer, old, new, first, move, strict)
        at += max(1, size)


def _linked(
    writer: _Writer, old: Analysis, new: Analysis, atom: Atom, move: int | None, strict: bool
) -> None:
    """Write a linked word and the white space after it, of which something differs."""
    one, other = old.tokens[atom.old], new.tokens[atom.new]
    op: Op = "equal" if move is None else "moved"
    same = old.text[one.start : one.end] == new.text[other.start : other.end]
    writer.add(op, (one.start, one.end), (other.start, other.end), move, whole=same)
    _gap(writer, old, new, _tail(old, atom.old), _tail(new, atom.new), op, move, strict)


def _edit(
    writer: _Writer, old: Analysis, new: Analysis, block: Block, change: int | None, strict: bool
) -> None:
    """Write an edit; the white space that closes both of its sides is left equal."""
    gone = [atom.old for atom in block if atom.op == "delete"]
    come = [atom.new for atom in block if atom.op == "insert"]
    shared = bool(gone and come)
    if shared:
        left, right = _tail(old, gone[-1]), _tail(new, come[-1])
        shared = left[0] < left[1] and right[0] < right[1]
    for first, last in _stretches(gone):
        end = old.tokens[last].end if shared and last == gone[-1] else _tail(old, last)[1]
        writer.add("delete", (old.tokens[first].start, end), None, change)
    for first, last in _stretches(come):
        end = new.tokens[last].end if shared and last == come[-1] else _tail(new, last)[1]
        writer.add("insert", None, (new.tokens[first].start, end), change)
    if shared:
        _gap(writer, old, new, _tail(old, gone[-1]), _tail(new, come[-1]), "equal", None, strict)


def _stretches(indices: Sequence[int]) -> list[tuple[int, int]]:
    """Join token indices that follow on one another, as first and last."""
    if indices and indices[-1] - indices[0] + 1 == len(indices):
        return [(indices[0], indices[-1])]
    found: list[tuple[int, int]] = []
    for index in indices:
        if found and found[-1][1] + 1 == index:
            found[-1] = (found[-1][0], index)
        else:
            found.append((index, index))
    return found
