"""The picture for a narrow screen: the same turned, a row per text, time running downwards."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from ramberattelser.timeline import text_width, wrapped

from .bands import Course, edges, ribbons
from .said import words
from .shapes import Box, Drawing, Label, Line, Point, unit
from .stack import Stack, columns, stack, words_and_gaps
from .texts import Text
from .trace import Block, Flow, Trace

WIDTH = 350
BLOCK = 46
"""Height of a row of blocks; a sentence is as wide as its words."""
GAP = 4
MOST = 6
"""Most units a word, where the texts are short."""
NAME, REST, STEP = 15, 13.5, 19
LARGE, SMALL = 62.0, 44.0
"""The room between two rows in which bands swing."""


def draw(texts: Sequence[Text], trace: Trace, swing: float) -> Drawing:
    """Draw a chain of texts for a narrow screen."""
    return _Phone(texts, trace, swing).drawing()


class _Phone:
    def __init__(self, texts: Sequence[Text], trace: Trace, swing: float) -> None:
        self.texts, self.trace = texts, trace
        sizes = [words_and_gaps(column) for column in columns(trace)]
        most_gaps = max((gaps for _, gaps in sizes), default=0)
        gap = min(float(GAP), (WIDTH - 2) / 2 / max(most_gaps, 1))
        word = min([MOST, *((WIDTH - 2 - gaps * gap) / count for count, gaps in sizes if count)])
        self.stack: Stack = stack(trace, word, gap)
        self.word = word
        self.names = [self._name(text, trace.count(at)) for at, text in enumerate(texts)]
        self.heads: list[float] = []
        self.tops: list[float] = []
        here = 2.0
        for lines in self.names:
            self.heads.append(here)
            here += 9 + STEP * len(lines)
            self.tops.append(here)
            here += BLOCK + swing + 6
        self.height = unit(self.tops[-1] + BLOCK + 8)

    def drawing(self) -> Drawing:
        flows = [flow for flow in self.trace.flows if flow.drawn]
        flows.sort(key=lambda flow: (flow.skips, flow.moved))
        blocks = [block for column in self.trace.blocks for block in column]
        labels = [label for at in range(len(self.texts)) for label in self._head(at)]
        return Drawing(
            width=WIDTH,
            height=self.height,
            upright=True,
            ribbons=tuple(
                ribbon for flow in flows for ribbon in ribbons(self.stack, flow, self._course(flow))
            ),
            curves=tuple(curve for flow in flows for curve in edges(self.stack, flow, self._course(flow))),
            plates=tuple(self._plate(at) for at in range(len(self.texts))),
            fills=tuple(box for block in blocks for box in self._fills(block)),
            boxes=tuple(self._box(block) for block in blocks),
            lines=tuple(line for block in blocks for line in self._marks(block)),
            labels=(*labels, *(label for block in blocks for label in self._number(block))),
        )

    # -- heads -----------------------------------------------------------------------------------------

    def _name(self, text: Text, count: int) -> tuple[tuple[str, str], ...]:
        """Give the lines of a head, each as what is bold and what follows it."""
        whole, rest = (
            f"{text.year} {text.name}",
            f", {words(count)}{', osäker datering' if text.doubted else ''}",
        )
        room = WIDTH - 4
        lines = wrapped(whole, room - text_width(rest, REST), NAME, True)
        return (*((line, "") for line in lines[:-1]), (lines[-1], rest))

    def _head(self, at: int) -> Iterator[Label]:
        for line, (bold, rest) in enumerate(self.names[at]):
            width = text_width(bold, NAME, True) + text_width(rest, REST)
            y = unit(self.heads[at] + 17 + STEP * line)
            yield Label(0, y, bold, NAME, width, bold=True, rest=rest, rest_size=REST)

    def _plate(self, at: int) -> Box:
        """Give the ground that keeps bands from running through a head."""
        width = max(text_width(bold, NAME, True) + text_width(rest, REST) for bold, rest in self.names[at])
        height = 5 + STEP * len(self.names[at])
        return Box(0, unit(self.heads[at]), unit(min(width + 4, WIDTH)), height)

    # -- bands -----------------------------------------------------------------------------------------

    def _stations(self, flow: Flow) -> list[Point]:
        """Give the points that the left edge of a band goes through; it runs straight down past heads."""
        source, target = flow.source[0], flow.target[0]
        points = [(self.stack.leaves[flow], self.tops[source] + BLOCK)]
        for text in range(source + 1, target):
            lane = self.stack.lane[flow, text]
            points += [(lane, self.heads[text] - 6), (lane, self.tops[text] + BLOCK)]
        last = self.stack.enters[flow]
        points += [(last, self.heads[target] - 6), (last, self.tops[target])]
        return [(x + 1, y) for x, y in points]

    def _course(self, flow: Flow) -> Course:
        return partial(_shifted, self._stations(flow))

    # -- blocks ----------------------------------------------------------------------------------------

    def _corner(self, block: Block) -> Point:
        return self.stack.block[block.place] + 1, self.tops[block.place[0]]

    def _fills(self, block: Block) -> Iterator[Box]:
        x, y = self._corner(block)
        for part in self.stack.fills(block):
            yield Box(unit(x + part.offset), unit(y), unit(part.width), BLOCK, part.origin)

    def _box(self, block: Block) -> Box:
        x, y = self._corner(block)
        width = max(block.words * self.word - 1, 0)
        loose = self.texts[block.place[0]].doubted
        return Box(unit(x + 0.5), unit(y + 0.5), unit(width), BLOCK - 1, loose=loose)

    def _marks(self, block: Block) -> Iterator[Line]:
        x, y = self._corner(block)
        if block.fresh and block.words:
            yield Line("new", _shifted([(x, y + 2.5), (x + block.words * self.word, y + 2.5)], 0))
        if block.ended:
            start, length = self.stack.ends[block.place] + 1, block.ended * self.word
            inset = min(1.5, (length - 3) / 2)
            left, right, near = start + inset, start + length - inset, y + BLOCK + 2
            yield Line("end", _shifted([(left, near), (left, near + 5), (right, near + 5), (right, near)], 0))

    def _number(self, block: Block) -> Iterator[Label]:
        number = self.texts[block.place[0]].sentences[block.place[1]].number
        width = text_width(number, NAME, True)
        if width <= block.words * self.word - 3:
            x, y = self._corner(block)
            middle = unit(x + block.words * self.word / 2)
            yield Label(middle, unit(y + BLOCK / 2 + 5.5), number, NAME, width, bold=True, middle=True)


def _shifted(stations: Sequence[Point], offset: float) -> tuple[Point, ...]:
    return tuple((unit(x + offset), unit(y)) for x, y in stations)
