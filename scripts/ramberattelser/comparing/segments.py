"""Writing segments: every character of both texts, once, in reading order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from .analysis import Analysis
from .display import Block
from .layout import Atom
from .results import Op, Segment, Span


class _Writer:
    """Collects pieces and joins neighbours of one kind."""

    def __init__(self) -> None:
        self.done: list[Segment] = []
        self._whole = True

    def add(self, op: Op, old: Span | None, new: Span | None, change: int | None, whole: bool = True) -> None:
        """Add a piece; `whole` is False for a piece whose two texts differ in letters and must stand alone.
        Add a piece; `whole` is False for a piece whose two texts differ in letters and must stand alone."""
        last = self.done[-1] if self.done else None
        if last is not None and last.op == op and whole and self._whole and _follows(last.old, old):
            same = last.change == change or (op in ("delete", "insert") and None in (last.change, change))
            if same and _follows(last.new, new):
                number = change if last.change is None else last.change
                self.done[-1] = Segment(op, _joined(last.old, old), _joined(last.new, new), number)
                return
        self.done.append(Segment(op, old, new, change))
        self._whole = whole


def _follows(before: Span | None, after: Span | None) -> bool:
    return (before is None) == (after is None) and (before is None or after is None or before[1] == after[0])


def _joined(before: Span | None, after: Span | None) -> Span | None:
    return None if before is None or after is None else (before[0], after[1])


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
            at = 0
            while at < len(block):
                move = move_number(block[at])
                end = _same_run(old, new, block, at, move, move_number)
                _linked(writer, old, new, block[at], block[end - 1], move, strict)
                at = end
        else:
            _edit(writer, old, new, block, edit_number(number), strict)
    return tuple(writer.done)


def _head(text: Analysis) -> Span:
    return (0, text.tokens[0].start if text.tokens else len(text.text))


def _tail(text: Analysis, index: int) -> Span:
    following = text.tokens[index + 1].start if index + 1 < len(text.tokens) else len(text.text)
    return (text.tokens[index].end, following)


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


def _same_run(
    old: Analysis,
    new: Analysis,
    block: Block,
    at: int,
    move: int | None,
    move_number: Callable[[Atom], int | None],
) -> int:
    """Return the end of the run of words from `at` on that both texts have to the letter, gaps between too.

    Most of two texts are such runs, so they are written at once and not word by word.
    """
    olds, news = old.tokens, new.tokens
    first = block[at]
    shift = news[first.new].start - olds[first.old].start
    if olds[first.old].end + shift != news[first.new].end:
        return at + 1
    end, before = at + 1, first
    while end < len(block):
        atom = block[end]
        if atom.old != before.old + 1 or atom.new != before.new + 1 or move_number(atom) != move:
            break
        one, other = olds[atom.old], news[atom.new]
        if one.start + shift != other.start or one.end + shift != other.end:
            break
        end, before = end + 1, atom
    start, stop = olds[first.old].start, olds[before.old].end
    same = old.text[start:stop] == new.text[start + shift : stop + shift]
    return end if same else at + 1


def _linked(
    writer: _Writer, old: Analysis, new: Analysis, first: Atom, last: Atom, move: int | None, strict: bool
) -> None:
    """Write linked words from `first` to `last`: one word, or a run that is the same in both."""
    left = (old.tokens[first.old].start, old.tokens[last.old].end)
    right = (new.tokens[first.new].start, new.tokens[last.new].end)
    op: Op = "equal" if move is None else "moved"
    same = old.text[left[0] : left[1]] == new.text[right[0] : right[1]]
    writer.add(op, left, right, move, whole=same)
    _gap(writer, old, new, _tail(old, last.old), _tail(new, last.new), op, move, strict)


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
    for first, last in _runs(gone):
        end = old.tokens[last].end if shared and last == gone[-1] else _tail(old, last)[1]
        writer.add("delete", (old.tokens[first].start, end), None, change)
    for first, last in _runs(come):
        end = new.tokens[last].end if shared and last == come[-1] else _tail(new, last)[1]
        writer.add("insert", None, (new.tokens[first].start, end), change)
    if shared:
        _gap(writer, old, new, _tail(old, gone[-1]), _tail(new, come[-1]), "equal", None, strict)


def _runs(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last of places in a row; nothing for no places."""
    start = 0
    for at in range(1, len(places) + 1 if places else 1):
        if at == len(places) or places[at] != places[at - 1] + 1:
            yield places[start], places[at - 1]
            start = at
