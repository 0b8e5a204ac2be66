"""The order of the running text: the new text, with what is gone where it stood.

Two things hold of the result. Without what has come (added runs, moved ones where they stand now) it is the
old text; without what is gone (struck runs, the places that moved ones left) it is the new.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ramberattelser.comparing import Comparison
from ramberattelser.comparing.results import Span
from ramberattelser.rendering.diffing.moves import Box, boxes
from ramberattelser.rendering.diffing.pieces import Piece, cut_all, tied, within

Entry = tuple[str, Piece]
"""How a piece is shown, and the piece."""


@dataclass(slots=True, eq=False)
class Draft:
    """A sentence being put together. ``kind`` is kept, new, gone, moved or left."""

    kind: str
    unit: int
    stanza: int
    box: Box | None = None
    pieces: list[Entry] = field(default_factory=list)

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
        for pair in (*made.pairs, *tied(made)):
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
            if draft is None:
                left.append(piece)
                continue
            moved = piece.op == "moved" and not (draft.box and piece.change == draft.box.change.number)
            draft.pieces.append(("moved" if moved else "equal" if piece.op == "moved" else piece.op, piece))
            if moved and piece.old is not None:
                left.extend(self._ghosts(piece, piece.old))
            elif draft.box and piece.op == "equal" and piece.old is not None:
                left.extend(self._taken(draft.box, piece.old))
        left += self._strays()
        for piece in sorted(left, key=lambda piece: piece.old or (0, 0)):
            self._put_back(piece)
        for box in sorted(self.boxes, key=lambda box: box.olds):
            self._leave(box)
        return self._with_words()

    def _with_words(self) -> list[Draft]:
        """Return the sentences but for what is space alone: it goes with what stands before it."""
        found: list[Draft] = []
        before: Draft | None = None
        for draft in self.order:
            blank = draft.kind == "gone" and not any(self._words(piece) for _, piece in draft.pieces)
            if blank and before is not None:
                before.pieces += draft.pieces
                continue
            found.append(draft)
            before = draft if draft.in_line else before
        return found

    def _words(self, piece: Piece) -> bool:
        return piece.old is not None and bool(self.made.old[slice(*piece.old)].strip())

    def _new(self, unit: int) -> Draft:
        if unit not in self.by_new:
            box = self.box_of_new.get(unit)
            kind = "moved" if box else "kept" if unit in self.paired_new else "new"
            self.by_new[unit] = Draft(kind, unit, self.made.new_units[unit].stanza, box)
            self.order.append(self.by_new[unit])
        return self.by_new[unit]

    def _old(self, unit: int) -> Draft | None:
        """Return the sentence that shows struck words of an old one, or None where it is still to come."""
        partners = self.partners.get(unit)
        if partners is None:
            if unit not in self.by_old:
                self.by_old[unit] = Draft("gone", unit, self.made.old_units[unit].stanza)
                self.order.insert(self._outside(), self.by_old[unit])
            return self.by_old[unit]
        last = self.order[-1] if self.order else None
        if last and last.kind != "gone" and last.unit in partners:
            return last
        coming = max(self.by_new, default=-1) + 1
        if coming in partners:
            return self._new(coming)
        return self.by_new[partners[-1]] if partners[-1] < coming else None

    def _outside(self) -> int:
        """Return the place after what stands there, but before sentences that moved together and go on."""
        box = self.order[-1].box if self.order else None
        if box is None or self.order[-1].unit == box.news[-1]:
            return len(self.order)
        return next(at for at, draft in enumerate(self.order) if draft.box is box)

    def _ghosts(self, piece: Piece, span: Span) -> list[Piece]:
        """Return the places that a moved phrase left, but for those shown with a whole sentence."""
        return [
            Piece("ghost", (start, end), None, piece.change, unit)
            for unit, start, end in within(self.made.old_units, span)
            if unit not in self.box_of_old
        ]

    def _taken(self, box: Box, span: Span) -> list[Piece]:
        """Return the place of words that a moved sentence has from one that stayed."""
        unit = self._unit_at(span[0])
        if unit in box.olds:
            return []
        op = "ghost" if self.made.old[slice(*span)].strip() else "delete"
        return [Piece(op, span, None, box.change.number, unit)]

    def _strays(self) -> list[Piece]:
        """Take out what stands out of the old text's order: struck pieces, and space that both texts have."""
        line = [
            (draft, place, entry[1].old)
            for draft in self.order
            if draft.in_line
            for place, entry in enumerate(draft.pieces)
            if entry[0] in ("equal", "delete") and entry[1].old
        ]
        ceilings, following = [], len(self.made.old)
        for draft, place, old in reversed(line):
            ceilings.append(following)
            following = old[0] if self._firm(draft.pieces[place]) else following
        strays, reached = [], 0
        for (draft, place, old), ceiling in zip(line, reversed(ceilings), strict=True):
            op, piece = draft.pieces[place]
            if self._firm((op, piece)) or (reached <= old[0] and old[1] <= ceiling):
                reached = max(reached, old[1])
                continue
            unit = self._unit_at(old[0])
            strays.append(Piece("delete", old, None, piece.change, unit))
            draft.pieces[place] = ("insert" if op == "equal" else "none", piece._replace(old=None))
        return strays

    def _firm(self, entry: Entry) -> bool:
        """True for words that both texts have: they are in order, and what is struck goes between them."""
        op, piece = entry
        return op == "equal" and self._words(piece)

    def _unit_at(self, place: int) -> int:
        starts = [unit.index for unit in self.made.old_units if unit.start <= place]
        return starts[-1] if starts else 0

    def _place(self, start: int) -> tuple[Draft | None, int, bool]:
        """Return the sentence, and the place in it, after the last old words that end before ``start``.

        The third value is true where that sentence has old words after the place as well.
        """
        found: tuple[Draft | None, int, bool] = (None, 0, False)
        for draft in self.order:
            if not draft.in_line:
                continue
            for place, (op, piece) in enumerate(draft.pieces):
                if op not in ("equal", "delete", "ghost") or piece.old is None:
                    continue
                if piece.old[1] <= start:
                    found = (draft, place + 1, False)
                elif draft is found[0]:
                    found = (*found[:2], True)
        return found

    def _put_back(self, piece: Piece) -> None:
        """Put a struck piece, or the place of a moved one, where it stood."""
        assert piece.old is not None
        anchor, place, inside = self._place(piece.old[0])
        at = self.order.index(anchor) if anchor else -1
        home = [self.by_new[new] for new in self.partners.get(piece.unit, ()) if new in self.by_new]
        if not home and any(op != "none" for op, _ in self._gone_pieces(piece.unit)):
            home = [self.by_old[piece.unit]]
        ahead = [draft for draft in home if self.order.index(draft) > at]
        if anchor is not None and (inside or anchor in home or (home and not ahead)):
            anchor.pieces.insert(place, (piece.op, piece))
        elif ahead:
            ahead[0].pieces.insert(0, (piece.op, piece))
        else:
            stanza = self.made.old_units[piece.unit].stanza
            draft = Draft("gone", piece.unit, stanza, None, [(piece.op, piece)])
            self.by_old[piece.unit] = draft
            self.order.insert(at + 1, draft)

    def _gone_pieces(self, unit: int) -> list[Entry]:
        return self.by_old[unit].pieces if unit in self.by_old else []

    def _leave(self, box: Box) -> None:
        """Mark the place that whole sentences left, but for words of theirs that stayed where they were."""
        first = True
        for span in self._gone_from(box):
            anchor, inner, inside = self._place(span[0])
            piece = Piece("ghost", span, None, box.change.number, box.olds[0])
            if anchor is not None and (inside or not first):
                anchor.pieces.insert(inner, ("ghost", piece))
            else:
                stanza = self.made.old_units[box.olds[0]].stanza
                draft = Draft("left", box.olds[0], stanza, box, [("ghost", piece)])
                self.order.insert(self._after(anchor), draft)
            first = False

    def _after(self, anchor: Draft | None) -> int:
        """Return the place after a sentence and the boxes that already stand there."""
        place = self.order.index(anchor) + 1 if anchor else 0
        while place < len(self.order) and self.order[place].kind == "left":
            place += 1
        return place

    def _gone_from(self, box: Box) -> list[Span]:
        """Return the spans of the old text that whole sentences took with them."""
        units = self.made.old_units
        start = units[box.olds[0]].start
        end = units[box.olds[-1] + 1].start if box.olds[-1] + 1 < len(units) else units[-1].end
        kept = sorted(
            piece.old
            for draft in self.order
            if draft.in_line
            for op, piece in draft.pieces
            if op == "equal" and piece.old and start < piece.old[1] and piece.old[0] < end
        )
        found = []
        for low, high in kept:
            if start < low:
                found.append((start, low))
            start = max(start, high)
        return [*found, (start, end)] if start < end else found
