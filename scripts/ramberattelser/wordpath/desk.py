"""The picture for a wide screen: time runs to the right, a column per text, a block per sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from ramberattelser.timeline import text_width, wrapped

from .axis import Steps, steps
from .bands import Course, edges, ribbons
from .heads import heads
from .said import passing, share, words
from .shapes import Box, Drawing, Label, Line, Point, unit
from .stack import Stack, stack
from .texts import Text
from .trace import Block, Flow, Trace

WIDTH = 1184
COLUMN = 200
"""Widest column; many texts make it narrower."""
ROOM = 40
"""The least distance between two columns."""
AXIS = 12


@dataclass(frozen=True, slots=True)
class Size:
    """Units a word, units between blocks, size of type in blocks, whether numbers are written."""

    word: float
    gap: float
    font: float
    counts: bool


LARGE = Size(3, 9, 14, True)
SMALL = Size(1.62, 6, 12.5, False)


def draw(texts: Sequence[Text], trace: Trace, size: Size) -> Drawing:
    """Draw a chain of texts for a wide screen."""
    return _Desk(texts, trace, size).drawing()


def column_width(texts: int) -> float:
    """Give the width of the columns of so many texts."""
    return min(float(COLUMN), (WIDTH - (texts - 1) * ROOM) / (texts * 1.12))


def time_steps(texts: Sequence[Text]) -> Steps:
    """Give the distances between the left edges of the columns."""
    column = column_width(len(texts))
    return steps([text.when for text in texts], WIDTH - column, column + ROOM)


class _Desk:
    def __init__(self, texts: Sequence[Text], trace: Trace, size: Size) -> None:
        self.texts, self.trace, self.size = texts, trace, size
        self.column = column_width(len(texts))
        self.steps = time_steps(texts)
        lefts = [0.0]
        for length in self.steps.lengths:
            lefts.append(lefts[-1] + length)
        self.lefts = lefts
        rooms = [after - before - 14 for before, after in pairwise(lefts)] + [WIDTH - lefts[-1]]
        self.heads, lowest = heads(texts, trace, lefts, rooms)
        self.top = lowest + 18
        self.stack: Stack = stack(trace, size.word, size.gap)
        self.height = unit(self.top + max(self.stack.sizes) + 8)

    def drawing(self) -> Drawing:
        flows = [flow for flow in self.trace.flows if flow.drawn]
        flows.sort(key=lambda flow: (flow.skips, flow.moved))
        curves = tuple(curve for flow in flows for curve in edges(self.stack, flow, self._course(flow)))
        blocks = [block for column in self.trace.blocks for block in column]
        return Drawing(
            width=WIDTH,
            height=self.height,
            upright=False,
            ribbons=tuple(
                ribbon for flow in flows for ribbon in ribbons(self.stack, flow, self._course(flow))
            ),
            curves=curves,
            plates=(),
            fills=tuple(box for block in blocks for box in self._fills(block)),
            boxes=tuple(self._box(block) for block in blocks),
            lines=(*self._axis(), *(line for block in blocks for line in self._marks(block))),
            labels=(
                *self.heads,
                *(label for block in blocks for label in self._block_labels(block)),
                *(self._gap_labels(flows, blocks, curves) if self.size.counts else ()),
            ),
        )

    # -- bands -----------------------------------------------------------------------------------------

    def _stations(self, flow: Flow) -> list[Point]:
        """Give the points that the upper edge of a band goes through."""
        source, target = flow.source[0], flow.target[0]
        points = [(self.lefts[source] + self.column, self.stack.leaves[flow])]
        for text in range(source + 1, target):
            lane = self.stack.lane[flow, text]
            points += [(self.lefts[text], lane), (self.lefts[text] + self.column, lane)]
        points.append((self.lefts[target], self.stack.enters[flow]))
        return [(x, self.top + y) for x, y in points]

    def _course(self, flow: Flow) -> Course:
        return partial(_shifted, self._stations(flow))

    # -- blocks ----------------------------------------------------------------------------------------

    def _corner(self, block: Block) -> Point:
        return self.lefts[block.place[0]], self.top + self.stack.block[block.place]

    def _fills(self, block: Block) -> Iterator[Box]:
        x, y = self._corner(block)
        for part in self.stack.fills(block):
            yield Box(unit(x), unit(y + part.offset), unit(self.column), unit(part.width), part.origin)

    def _box(self, block: Block) -> Box:
        x, y = self._corner(block)
        height = max(block.words * self.size.word - 1, 0)
        loose = self.texts[block.place[0]].doubted
        return Box(unit(x + 0.5), unit(y + 0.5), unit(self.column - 1), unit(height), loose=loose)

    def _marks(self, block: Block) -> Iterator[Line]:
        """Give the thick edge of a new sentence and the hook around the words that end."""
        x, y = self._corner(block)
        if block.fresh and block.words:
            yield Line("new", _points([(x + 2.5, y), (x + 2.5, y + block.words * self.size.word)]))
        if block.ended:
            start = self.top + self.stack.ends[block.place]
            length = block.ended * self.size.word
            inset = min(2.0, (length - 4) / 2)
            near, far = x + self.column + 2, x + self.column + 8
            yield Line(
                "end",
                _points(
                    [
                        (near, start + inset),
                        (far, start + inset),
                        (far, start + length - inset),
                        (near, start + length - inset),
                    ]
                ),
            )

    def _axis(self) -> Iterator[Line]:
        """Give the axis, broken where it is not to scale, with a tick at each text."""
        here = 0.0
        for at, scaled in enumerate(self.steps.scaled):
            if not scaled:
                middle = (self.lefts[at] + self.column + self.lefts[at + 1]) / 2
                yield Line("ax", _points([(here, AXIS), (middle - 6, AXIS)]))
                for x in (middle - 10, middle + 2):
                    yield Line("ax", _points([(x, AXIS + 7), (x + 8, AXIS - 7)]))
                here = middle + 6
        yield Line("ax", _points([(here, AXIS), (WIDTH, AXIS)]))
        for left in self.lefts:
            yield Line("ax", _points([(left + 0.5, AXIS - 6), (left + 0.5, AXIS + 6)]))

    # -- labels ----------------------------------------------------------------------------------------

    def _block_labels(self, block: Block) -> Iterator[Label]:
        x, y = self._corner(block)
        height = block.words * self.size.word
        choices = self.texts[block.place[0]].sentences[block.place[1]].titles
        if self.size.counts:
            yield from self._full(block, x + 12, y, height, choices)
        else:
            yield from self._short(x + 12, y, height, choices[-2:], "")

    def _full(
        self, block: Block, x: float, y: float, height: float, choices: Sequence[str]
    ) -> Iterator[Label]:
        room = self.column - 16
        said = share(block)
        for choice in choices[:-1] if text_width(said, 13) <= room else ():
            lines = wrapped(choice, room, self.size.font, True)
            above = 13 + 17 * (len(lines) - 1)
            step = 17 if height >= above + 22 else 14.5
            spare = height - above - step - 5
            if " ".join(lines) == choice and len(lines) <= 2 and spare >= 0:
                first = y + 13 + min(6.5, spare / 2)
                for at, line in enumerate(lines):
                    yield self._title(x, first + 17 * at, line)
                below = first + 17 * (len(lines) - 1) + step
                yield Label(unit(x), unit(below), said, 13, text_width(said, 13))
                return
        yield from self._short(x, y, height, choices[-2:], f", {words(block.words)}")

    def _short(self, x: float, y: float, height: float, choices: Sequence[str], rest: str) -> Iterator[Label]:
        """Give a title in the middle of its block, alone on two lines where it needs and can have them."""
        font = self.size.font
        lines = wrapped(choices[0], self.column - 16, font, True)
        if len(lines) == 2 and " ".join(lines) == choices[0] and height >= font * 2.5:
            yield self._title(x, y + height / 2 - font * 0.27, lines[0])
            yield self._title(x, y + height / 2 + font * 0.93, lines[1])
        else:
            yield from self._one_line(x, y, height, choices, rest)

    def _one_line(
        self, x: float, y: float, height: float, choices: Sequence[str], rest: str
    ) -> Iterator[Label]:
        """Give the longest title that fits on the middle line of a block, with its words if there is room."""
        if height < self.size.font * 1.28:
            return
        room = self.column - 16
        for choice in choices:
            for after in dict.fromkeys((rest, "")):
                width = text_width(choice, self.size.font, True) + text_width(after, 13)
                if width <= room:
                    yield self._title(x, y + height / 2 + self.size.font * 0.33, choice, after)
                    return

    def _title(self, x: float, y: float, text: str, rest: str = "") -> Label:
        width = text_width(text, self.size.font, True) + text_width(rest, 13)
        return Label(unit(x), unit(y), text, self.size.font, width, bold=True, rest=rest)

    def _gap_labels(
        self, flows: Sequence[Flow], blocks: Sequence[Block], curves: Sequence[Line]
    ) -> Iterator[Label]:
        """Give the numbers of words beside bands and hooks, and in the bands that pass a text."""
        placed = [label for block in blocks for label in self._ended(block)]
        for flow in flows:
            for label in self._passing(flow) if flow.skips else self._carried(flow, curves, placed):
                placed.append(label)
        yield from placed

    def _ended(self, block: Block) -> Iterator[Label]:
        """Give the number of words that end, beside the hook around them."""
        text = f"−{block.ended}"
        width = text_width(text, 13)
        length = block.ended * self.size.word
        if length >= 15 and self._gap(block.place[0]) >= width + 26:
            x = self.lefts[block.place[0]] + self.column + 14
            middle = self.top + self.stack.ends[block.place] + length / 2
            yield Label(unit(x), unit(middle + 4.5), text, 13, width, muted=True)

    def _gap(self, text: int) -> float:
        """Give the room between a column and the next; none after the last."""
        return self.steps.lengths[text] - self.column if text < len(self.steps.lengths) else 0.0

    def _passing(self, flow: Flow) -> Iterator[Label]:
        text = passing(flow.words)
        width = text_width(text, 13)
        for at in range(flow.source[0] + 1, flow.target[0]):
            y = self.top + self.stack.lane[flow, at] + flow.words * self.size.word / 2
            if width <= self.column - 20:
                yield Label(unit(self.lefts[at] + 10), unit(y + 4.5), text, 13, width)

    def _carried(self, flow: Flow, curves: Sequence[Line], placed: Sequence[Label]) -> Iterator[Label]:
        """Give the number of words of a band in the first place where it stands free, if there is one."""
        text = words(flow.words)
        width = text_width(text, 13)
        gap = self._gap(flow.source[0])
        if width + 24 > gap:
            return
        start = self.lefts[flow.source[0]] + self.column
        half = flow.words * self.size.word / 2
        leaves = self.top + self.stack.leaves[flow] + half
        enters = self.top + self.stack.enters[flow] + half
        shift = (12 + width / 2) / gap
        along = leaves + (enters - leaves) * _swung(shift)
        back = leaves + (enters - leaves) * _swung(1 - shift)
        middle = start + (gap - width) / 2
        for x, y in (
            (start + 12, along),
            (start + 12, leaves),
            (start + gap - 12 - width, back),
            (start + gap - 12 - width, enters),
            (middle, (leaves + enters) / 2),
        ):
            label = Label(unit(x), unit(y + 4.5), text, 13, width)
            clear = not any(_crosses(line, label) for line in curves)
            if clear and not any(_overlap(label, other) for other in placed):
                yield label
                return


def _swung(share: float) -> float:
    """Give how far a swinging line has come across when it has come ``share`` of the way along."""
    low, high = 0.0, 1.0
    for _ in range(24):
        t = (low + high) / 2
        low, high = (t, high) if 1.5 * t * (1 - t) + t**3 < share else (low, t)
    return low * low * (3 - 2 * low)


def _overlap(one: Label, other: Label) -> bool:
    """Tell whether two labels that begin at their anchors come within a few units of each other."""
    beside = one.x + one.width + 4 < other.x or other.x + other.width + 4 < one.x
    return not beside and abs(one.y - other.y) < max(one.size, other.size)


def _shifted(stations: Sequence[Point], offset: float) -> tuple[Point, ...]:
    return _points([(x, y + offset) for x, y in stations])


def _points(points: Sequence[Point]) -> tuple[Point, ...]:
    return tuple((unit(x), unit(y)) for x, y in points)


def _crosses(line: Line, label: Label) -> bool:
    """Tell whether a swinging line runs through a label."""
    left = label.x
    low, high = label.y - label.size * 0.8, label.y + label.size * 0.25
    for (x0, y0), (x1, y1) in pairwise(line.points):
        for step in range(65):
            t = step / 64  # along a cubic whose handles both lie half way along
            x = x0 + (x1 - x0) * (1.5 * t * (1 - t) + t**3)
            y = y0 + (y1 - y0) * t * t * (3 - 2 * t)
            if left - 3 <= x <= left + label.width + 3 and low <= y <= high:
                return True
    return False
