"""The running text of a comparison as blocks, with every change labelled once, in reading order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ramberattelser.comparing import Change, Comparison
from ramberattelser.rendering.diffing.order import Draft, drafts
from ramberattelser.rendering.diffing.pieces import run_of
from ramberattelser.rendering.diffing.shape import Block, Group, Run, Sentence, numbers

Shown = tuple[Draft, list[Run]]
NEAR = 80
"""A phrase that moved past at most so many characters is shown as one mark with what it passed."""


def blocks(made: Comparison) -> tuple[Block, ...]:
    """Return the running text as blocks."""
    changes = {change.number: change for change in made.changes}
    lists = [(draft, _runs(made, draft, changes)) for draft in drafts(made)]
    shown = [(draft, runs) for draft, runs in lists if any(not run.blank for run in runs)]
    boxed = {
        kind: {d.box.change.number for d, _ in shown if d.box and d.kind == kind}
        for kind in ("moved", "left")
    }
    labels = _Labels(boxed["moved"], boxed["left"])
    return tuple(_block(together, labels) for together in _paragraphs(shown))


def _block(together: Sequence[Shown], labels: _Labels) -> Block:
    draft = together[0][0]
    whole = labels.whole([run for _, runs in together for run in runs]) if draft.kind != "kept" else None
    sentences = tuple(
        Sentence(None if d.kind in ("gone", "left") else d.unit + 1, labels.groups(runs, whole))
        for d, runs in together
    )
    if draft.box is None:
        return Block("para" if draft.kind == "kept" else draft.kind, whole, sentences)
    olds, news = (numbers([unit + 1 for unit in units]) for units in (draft.box.olds, draft.box.news))
    return Block(draft.kind, draft.box.change.number, sentences, olds, news)


def _paragraphs(shown: Sequence[Shown]) -> list[list[Shown]]:
    """Keep sentences of one paragraph together where nothing but words changed."""
    joined: list[list[Shown]] = []
    for position, found in enumerate(shown):
        if position and _together(shown[position - 1], found):
            joined[-1].append(found)
        else:
            joined.append([found])
    return joined


def _together(before: Shown, after: Shown) -> bool:
    one, other = before[0], after[0]
    if one.kind != other.kind or one.box is not other.box or one.kind == "left":
        return False
    if one.kind == "moved":
        return True
    if one.stanza != other.stanza:
        return False
    return one.kind == "kept" or _changes(before[1]) == _changes(after[1])


def _changes(runs: Sequence[Run]) -> set[int | None]:
    return {run.change for run in runs if not run.blank}


def _runs(made: Comparison, draft: Draft, changes: Mapping[int, Change]) -> list[Run]:
    """Return the runs of a sentence, joined where they are shown alike."""
    found: list[Run] = []
    for op, piece in draft.pieces:
        if op == "none":
            continue
        change = changes[piece.change] if piece.change is not None and op != "equal" else None
        run = run_of(made, piece, op, change)
        if run is None:
            continue
        last = found[-1] if found else None
        if last and last.op == run.op == "equal" and last.span[1] == run.span[0]:
            found[-1] = last._replace(text=last.text + run.text, span=(last.span[0], run.span[1]))
        else:
            found.append(run)
    return found


class _Labels:
    """Gives each change its label once. The moves in ``given`` are labelled as boxes where they stand now,
    those in ``left`` where they stood."""

    def __init__(self, given: set[int], left: set[int]) -> None:
        self.given, self.left = given, left

    def whole(self, runs: Sequence[Run]) -> int | None:
        """Return the change that all of a block is, if its label is still to be given."""
        found = _changes(runs)
        change = found.pop() if len(found) == 1 else None
        if change is None or change in self.given or any(run.op in ("moved", "ghost") for run in runs):
            return None
        self.given.add(change)
        return change

    def groups(self, runs: Sequence[Run], whole: int | None) -> tuple[Group, ...]:
        """Gather runs into marks, each with its label where it comes first."""
        made: list[Group] = []
        at = 0
        while at < len(runs):
            end, label = self._mark(runs, at, whole)
            change = runs[at].change if label else None
            if label or not made or made[-1].label:
                made.append(Group(change, label, tuple(runs[at:end])))
            else:
                made[-1] = Group(None, "", (*made[-1].runs, *runs[at:end]))
            at = end
        return tuple(made)

    def _mark(self, runs: Sequence[Run], at: int, whole: int | None) -> tuple[int, str]:
        """Return where the mark that begins at ``at`` ends, and which label it has."""
        run = runs[at]
        if run.change is None or run.change == whole:
            return at + 1, ""
        end = _end(runs, at)
        arrives = any(other.op != "ghost" and other.change == run.change for other in runs[at:end])
        if arrives and run.change not in self.given:
            self.given.add(run.change)
            if any(other.op == "ghost" for other in runs[at:end]):
                self.left.add(run.change)
            return end, "main"
        if run.op == "ghost" and run.change not in self.left:
            self.left.add(run.change)
            return end, "from"
        return at + 1, ""


def _end(runs: Sequence[Run], at: int) -> int:
    """Return where the runs of one change end: its next runs, and for a short move what it passed."""
    change, end, passed = runs[at].change, at + 1, 0
    moving = runs[at].op in ("moved", "ghost")
    for place in range(at + 1, len(runs)):
        run = runs[place]
        if run.change == change:
            if not moving or run.op == runs[at].op or passed <= NEAR:
                end = place + 1
            if moving and run.op != runs[at].op:
                return end
        elif run.change is not None or not (moving or run.blank):
            return end
        else:
            passed += len(run.text)
            if passed > NEAR:
                return end
    return end
