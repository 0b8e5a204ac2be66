"""The order of the running text: the new text, with what is gone where it stood.

Two things hold of the result. Without what has come (added runs, moved ones where they stand now) it is the
old text; without what is gone (struck runs, the places that moved ones left) it is the new.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ramberattelser.comparing import Comparison
from ramberattelser.comparing.results import Span
from ramberattelser.rendering.diffing.moves import Box, boxes
from ramberattelser.rendering.diffing.pieces import Piece, cut_all, within


@dataclass(slots=True, eq=False)
class Draft:
    """A sentence being put together. ``kind`` is kept, new, gone, moved or left."""

    kind: str
    unit: int
    stanza: int
    box: Box | None = None
    pieces: list[tuple[str, Piece]] = field(default_factory=list)

    @property
    def in_line(self) -> bool:
        """True where the words of the old text stand in the old text's order."""
        return self.kind in ("kept", "new", "gone")


def drafts(made: Comparison) -> list[Draft]:
    """Return the sentences of the running text in order."""
    return _Line(made).drafts()


class _Line:
    """Gathers pieces into sentences, then puts back what has left its place."""

    def __init__(self, made: Comparison) -> None:
        self.made = made
        self.boxes = boxes(made)
        self.box_of_old = {unit: box for box in self.boxes for unit in box.olds}
        self.box_of_new = {unit: box for box in self.boxes for unit in box.news}
        self.partners: dict[int, tuple[int, ...]] = {}
        self.paired_new: set[int] = set()
        for pair in made.pairs:
            if not pair.moved or pair.new[0] in self.box_of_new:
                for old in pair.old:
                    self.partners[old] = pair.new
                self.paired_new.update(pair.new)
        self.order: list[Draft] = []
        self.by_new: dict[int, Draft] = {}
        self.by_old: dict[int, Draft] = {}

    def drafts(self) -> list[Draft]:
        """Return all sentences in order."""
        left: list[Piece] = []
        for piece in cut_all(self.made):
            draft = self._new(piece.unit) if piece.new is not None else self._old(piece.unit)
            moved = piece.op == "moved" and not (draft.box and piece.change == draft.box.change.number)
            draft.pieces.append(("moved" if moved else "equal" if piece.op == "moved" else piece.op, piece))
            if moved and piece.old is not None:
                left.extend(self._ghosts(piece, piece.old))
        left += self._strays()
        for piece in sorted(left, key=lambda piece: piece.old or (0, 0)):
            self._put_back(piece)
        for box in sorted(self.boxes, key=lambda box: box.olds):
            self._leave(box)
        return self.order

    def _new(self, unit: int) -> Draft:
        if unit not in self.by_new:
            box = self.box_of_new.get(unit)
            kind = "moved" if box else "kept" if unit in self.paired_new else "new"
            self.by_new[unit] = Draft(kind, unit, self.made.new_units[unit].stanza, box)
            self.order.append(self.by_new[unit])
        return self.by_new[unit]

    def _old(self, unit: int) -> Draft:
        partners = self.partners.get(unit)
        if partners is None:
            if unit not in self.by_old:
                self.by_old[unit] = Draft("gone", unit, self.made.old_units[unit].stanza)
                self.order.append(self.by_old[unit])
            return self.by_old[unit]
        last = self.order[-1] if self.order else None
        if last and last.kind != "gone" and last.unit in partners:
            return last
        return self._new(next((new for new in partners if new not in self.by_new), partners[-1]))

    def _ghosts(self, piece: Piece, span: Span) -> list[Piece]:
        """Return the places that a moved phrase left, but for those shown with a whole sentence."""
        return [
            Piece("ghost", (start, end), None, piece.change, unit)
            for unit, start, end in within(self.made.old_units, span)
            if unit not in self.box_of_old
        ]

    def _strays(self) -> list[Piece]:
        """Take out struck pieces that stand out of the old text's order."""
        line = [
            (draft, entry)
            for draft in self.order
            if draft.in_line
            for entry in draft.pieces
            if entry[0] in ("equal", "delete") and entry[1].old
        ]
        limits = [entry[1].old[0] if entry[0] == "equal" and entry[1].old else None for _, entry in line]
        following, strays, reached = len(self.made.old) + 1, [], 0
        after: list[int] = []
        for limit in reversed(limits):
            after.append(following)
            following = limit if limit is not None else following
        for (draft, entry), ceiling in zip(line, reversed(after), strict=True):
            old = entry[1].old
            assert old is not None
            if entry[0] == "delete" and not (reached <= old[0] and old[1] <= ceiling):
                draft.pieces.remove(entry)
                strays.append(entry[1])
            else:
                reached = max(reached, old[1])
        return strays

    def _place(self, start: int) -> tuple[Draft | None, int]:
        """Return the sentence, and the place in it, after the last old words that end before ``start``."""
        found: tuple[Draft | None, int] = (None, 0)
        for draft in self.order:
            if not draft.in_line:
                continue
            for place, (op, piece) in enumerate(draft.pieces):
                if op in ("equal", "delete", "ghost") and piece.old and piece.old[1] <= start:
                    found = (draft, place + 1)
        return found

    def _put_back(self, piece: Piece) -> None:
        """Put a struck piece, or the place of a moved one, where it stood."""
        assert piece.old is not None
        anchor, place = self._place(piece.old[0])
        entry = (piece.op, piece)
        home = [self.by_new[new] for new in self.partners.get(piece.unit, ()) if new in self.by_new]
        if not home and piece.unit in self.by_old:
            home = [self.by_old[piece.unit]]
        if anchor in home:
            assert anchor is not None
            anchor.pieces.insert(place, entry)
        elif home:
            home[0].pieces.insert(0, entry)
        else:
            draft = Draft("gone", piece.unit, self.made.old_units[piece.unit].stanza, None, [entry])
            self.by_old[piece.unit] = draft
            self.order.insert(self.order.index(anchor) + 1 if anchor else 0, draft)

    def _leave(self, box: Box) -> None:
        """Mark the place that whole sentences left."""
        start, end = self.made.old_units[box.olds[0]].start, self.made.old_units[box.olds[-1]].end
        anchor, _ = self._place(start)
        piece = Piece("ghost", (start, end), None, box.change.number, box.olds[0])
        stanza = self.made.old_units[box.olds[0]].stanza
        draft = Draft("left", box.olds[0], stanza, box, [("ghost", piece)])
        place = self.order.index(anchor) + 1 if anchor else 0
        while place < len(self.order) and self.order[place].kind == "left":
            place += 1
        self.order.insert(place, draft)
