"""From a comparison to what a reader sees: sentences of runs, a list of changes, rows side by side.

Only arranges what ``comparing`` found; every run of either text is shown as it stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from ramberattelser.comparing import Change, Comparison, Unit
from ramberattelser.rendering.typography import count

KINDS: Mapping[str, tuple[str, str, str]] = {
    "inserted": ("tillagt", "tillägg", "tillägg"),
    "deleted": ("struket", "strykning", "strykningar"),
    "replaced": ("ersatt", "ersättning", "ersättningar"),
    "moved": ("flyttat", "flytt", "flyttar"),
    "split": ("delat", "delning", "delningar"),
    "merged": ("sammanfört", "sammanföring", "sammanföringar"),
    "renumbered": ("omnumrerat", "omnumrering", "omnumreringar"),
    "case": ("versal", "ändrad versal", "ändrade versaler"),
    "punctuation": ("tecken", "ändrat skiljetecken", "ändrade skiljetecken"),
    "spelling": ("stavning", "ändrad stavning", "ändrade stavningar"),
}
"""Kind of change → label on the change, the noun, the noun in plural."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text shown in one way. ``op`` is equal, delete, insert, moved or ghost.

    A ghost stands where a moved phrase was. ``first`` marks the run that carries the change's label.
    """

    op: str
    text: str
    change: int | None
    first: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Runs of one change that stand together, or of no change. ``labelled`` where the label goes."""

    change: int | None
    labelled: bool
    runs: tuple[Run, ...]


@dataclass(slots=True)
class Sentence:
    """A sentence of the new text, one that is gone, or the place that a moved one left.

    ``kind`` is kept, moved, new, gone or left.
    """

    kind: str
    number: int | None
    old_number: int | None
    change: int | None = None
    stanza: int = 0
    runs: list[Run] = field(default_factory=list)

    @property
    def groups(self) -> list[Group]:
        """The runs gathered by change."""
        return [
            Group(change, any(run.first for run in runs), runs)
            for change, runs in (
                (key, tuple(found)) for key, found in groupby(self.runs, key=lambda run: run.change)
            )
        ]


@dataclass(frozen=True, slots=True)
class Item:
    """A change in words, for the list. ``brief`` holds its first words."""

    number: int
    label: str
    brief: str
    negation: bool


@dataclass(frozen=True, slots=True)
class Row:
    """Side by side: sentence numbers and texts, and the changes between them."""

    old_number: str
    old_text: str | None
    new_number: str
    new_text: str | None
    what: str
    changes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class DiffView:
    """Everything a comparison page shows."""

    summary: str
    items: tuple[Item, ...]
    sentences: tuple[Sentence, ...]
    rows: tuple[Row, ...]


def view(made: Comparison) -> DiffView:
    """Arrange a comparison for reading."""
    return DiffView(
        summary=summary(made),
        items=tuple(_item(made, change) for change in made.changes),
        sentences=tuple(_Inline(made).sentences()),
        rows=tuple(_rows(made)),
    )


def summary(made: Comparison) -> str:
    """Return ``13 ändringar: 4 tillägg, 5 ersättningar, 2 flyttar.`` or ``Inga skillnader.``"""
    total = len(made.changes)
    if not total:
        return "Inga skillnader."
    parts = [
        f"{made.counts[kind]} {KINDS[kind][1] if made.counts[kind] == 1 else KINDS[kind][2]}"
        for kind in KINDS
        if made.counts.get(kind)
    ]
    head = "En ändring" if total == 1 else f"{total} ändringar"
    return f"{head}: {', '.join(parts)}."


def _quote(text: str, most: int = 52) -> str:
    text = " ".join(text.split()).strip(" ,;")
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0].rstrip(" ,;") + " …"


def _item(made: Comparison, change: Change) -> Item:
    old = _quote(" … ".join(made.old[a:b] for a, b in change.old))
    new = _quote(" … ".join(made.new[a:b] for a, b in change.new))
    old_marks = " ".join(made.old[a:b].strip() for a, b in change.old)
    new_marks = " ".join(made.new[a:b].strip() for a, b in change.new)
    if change.kind == "punctuation":
        marks = " och ".join(f"”{mark}”" for mark in (old_marks, new_marks) if mark)
        what = "blir" if old_marks and new_marks else "tas bort" if old_marks else "läggs till"
        brief = f"”{old_marks}” blir ”{new_marks}”" if what == "blir" else f"{marks} {what}"
    elif change.kind == "moved" and _whole_unit(made, change):
        assert change.old_unit is not None and change.new_unit is not None
        brief = f"mening {change.old_unit + 1} blir mening {change.new_unit + 1}: {_quote(new, 40)}"
    elif change.kind == "moved":
        brief = new
    elif old and new:
        brief = f"{old} blir {new}"
    else:
        brief = new or old
    return Item(change.number, KINDS[change.kind][0], brief, change.negation)


def _whole_unit(made: Comparison, change: Change) -> bool:
    """True when a move is of a whole sentence rather than of a phrase."""
    return any(
        pair.moved and change.new_unit in pair.new and change.old_unit in pair.old and _covers(made, change)
        for pair in made.pairs
    )


def _covers(made: Comparison, change: Change) -> bool:
    if change.new_unit is None or not change.new:
        return False
    unit = made.new_units[change.new_unit]
    length = sum(b - a for a, b in change.new)
    return length >= 0.6 * (unit.end - unit.start)


class _Inline:
    """Builds the running text of a comparison, sentence by sentence of the new text."""

    def __init__(self, made: Comparison) -> None:
        self.made = made
        self.partner: dict[int, int] = {}
        self.pair_of_new: dict[int, tuple[int, bool]] = {}
        for pair in made.pairs:
            for old in pair.old:
                self.partner.setdefault(old, pair.new[0])
            for new in pair.new:
                self.pair_of_new.setdefault(new, (pair.old[0], pair.moved))
        self.unit_moves = {c.new_unit: c for c in made.changes if c.kind == "moved" and _whole_unit(made, c)}
        self.labelled: set[int] = {c.number for c in self.unit_moves.values()}
        self.order: list[Sentence] = []
        self.by_new: dict[int, Sentence] = {}
        self.by_old: dict[int, Sentence] = {}
        self.ghosts = {
            segment.old[0]: segment
            for segment in made.segments
            if segment.op == "moved" and segment.old and segment.change not in self.labelled
        }

    def sentences(self) -> Iterator[Sentence]:
        for segment in self.made.segments:
            if segment.new is not None:
                for unit, start, end in _cut(self.made.new_units, *segment.new):
                    text = self.made.new[start:end]
                    self._add(self._new(unit), segment.op, text, segment.change)
            elif segment.old is not None:
                for unit, start, end in _cut(self.made.old_units, *segment.old):
                    self._add(self._old(unit), "delete", self.made.old[start:end], segment.change)
            if segment.old is not None:
                self._ghost(segment.old[1])
        self._places_left()
        return iter([sentence for sentence in self.order if any(run.text.strip() for run in sentence.runs)])

    def _new(self, unit: int) -> Sentence:
        if unit not in self.by_new:
            old, moved = self.pair_of_new.get(unit, (None, False))
            kind = "moved" if moved and unit in self.unit_moves else "kept" if old is not None else "new"
            change = self.unit_moves[unit].number if kind == "moved" else None
            made = Sentence(kind, unit + 1, None if old is None else old + 1, change)
            made.stanza = self.made.new_units[unit].stanza
            self.by_new[unit] = made
            self.order.append(made)
        return self.by_new[unit]

    def _old(self, unit: int) -> Sentence:
        if unit in self.partner:
            return self._new(self.partner[unit])
        if unit not in self.by_old:
            made = Sentence("gone", None, unit + 1)
            made.stanza = self.order[-1].stanza if self.order else 0
            self.by_old[unit] = made
            self.order.append(made)
        return self.by_old[unit]

    def _add(self, sentence: Sentence, op: str, text: str, change: int | None) -> None:
        if not text:
            return
        shown = op
        if op == "moved" and change == sentence.change:
            shown, change = "equal", None
        if not text.strip():
            shown, change = "equal", None
        first = change is not None and change not in self.labelled
        if first:
            assert change is not None
            self.labelled.add(change)
        # White space at the end of changed words is no part of what a reader sees changed.
        words = text.rstrip() if shown != "equal" else text
        sentence.runs.append(Run(shown, words, change, first))
        if words != text:
            sentence.runs.append(Run("equal", text[len(words) :], None))

    def _ghost(self, end: int) -> None:
        """Show where a moved phrase stood, right after the words that stood before it."""
        segment = self.ghosts.pop(end, None)
        if segment is not None and segment.old and self.order:
            text = self.made.old[segment.old[0] : segment.old[1]]
            if text.strip():
                self.order[-1].runs.append(Run("ghost", text, segment.change))

    def _places_left(self) -> None:
        """Mark the place that each moved sentence left, after the partner of the one before it."""
        for unit, change in self.unit_moves.items():
            if change.old_unit is None or unit is None:
                continue
            before = [old for old in range(change.old_unit) if old in self.partner or old in self.by_old]
            made = Sentence("left", unit + 1, change.old_unit + 1, change.number)
            old = self.made.old_units[change.old_unit]
            made.runs.append(Run("equal", _quote(self.made.old[old.start : old.end], 120), None))
            anchor = None
            for candidate in reversed(before):
                anchor = self.by_old.get(candidate) or self.by_new.get(self.partner.get(candidate, -1))
                if anchor is not None and anchor.kind != "moved":
                    break
            place = next((i for i, s in enumerate(self.order) if s is anchor), -1)
            made.stanza = self.order[place].stanza if place >= 0 else 0
            self.order.insert(place + 1, made)


def _cut(units: tuple[Unit, ...], start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Cut a span at the starts of units; white space between units goes with the one before."""
    for position, unit in enumerate(units):
        begin = unit.start if position else 0
        stop = units[position + 1].start if position + 1 < len(units) else max(end, unit.end)
        if begin < end and stop > start:
            yield position, max(start, begin), min(end, stop)


def _rows(made: Comparison) -> Iterator[Row]:
    """One row per sentence pair in the new text's order, gone sentences where they stood."""
    changes: dict[tuple[str, int], list[int]] = {}
    for change in made.changes:
        if change.new_unit is not None:
            changes.setdefault(("new", change.new_unit), []).append(change.number)
        elif change.old_unit is not None:
            changes.setdefault(("old", change.old_unit), []).append(change.number)
    paired_old = {old for pair in made.pairs for old in pair.old}
    by_new = {pair.new[0]: pair for pair in made.pairs}
    covered = {new for pair in made.pairs for new in pair.new[1:]}
    waiting = [old for old in range(len(made.old_units)) if old not in paired_old]
    for new in range(len(made.new_units)):
        if new in covered:
            continue
        pair = by_new.get(new)
        while pair and not pair.moved and waiting and waiting[0] < pair.old[0]:
            yield _gone(made, waiting.pop(0), changes)
        if pair is None:
            numbers = tuple(changes.get(("new", new), ()))
            yield Row("", None, str(new + 1), _text(made.new, made.new_units[new]), "ny mening", numbers)
            continue
        numbers = tuple(n for unit in pair.new for n in changes.get(("new", unit), ()))
        numbers += tuple(n for unit in pair.old for n in changes.get(("old", unit), ()))
        yield Row(
            _numbers(pair.old),
            " ".join(_text(made.old, made.old_units[u]) for u in pair.old),
            _numbers(pair.new),
            " ".join(_text(made.new, made.new_units[u]) for u in pair.new),
            _what(pair.moved, numbers),
            numbers,
        )
    for old in waiting:
        yield _gone(made, old, changes)


def _gone(made: Comparison, old: int, changes: Mapping[tuple[str, int], list[int]]) -> Row:
    numbers = tuple(changes.get(("old", old), ()))
    return Row(str(old + 1), _text(made.old, made.old_units[old]), "", None, "struken mening", numbers)


def _what(moved: bool, numbers: tuple[int, ...]) -> str:
    if not numbers:
        return "lika"
    inside = len(numbers) - (1 if moved else 0)
    words = count(inside, "ändring", "ändringar") if inside else ""
    if moved:
        return f"flyttad, {words}" if words else "flyttad"
    return words


def _text(text: str, unit: Unit) -> str:
    return text[unit.start : unit.end]


def _numbers(units: tuple[int, ...]) -> str:
    return str(units[0] + 1) if len(units) == 1 else f"{units[0] + 1}–{units[-1] + 1}"
