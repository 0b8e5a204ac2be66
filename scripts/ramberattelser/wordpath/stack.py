"""Blocks and passing bands laid out across the axis of time: top to bottom, or left to right when upright."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .trace import Block, Flow, Place, Trace


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a band of one colour: the text it first stood in, its offset in the band and its width."""

    origin: int
    offset: float
    width: float


@dataclass(frozen=True, slots=True)
class Stack:
    """Where everything begins across the axis, in units.

    ``block`` by sentence; ``lane`` by flow and text passed; ``leaves`` and ``enters`` by flow: where its band
    begins in the source and in the target; ``ends`` by sentence: where the words that end begin. ``sizes`` is
    the extent of each text.
    """

    unit: float
    block: dict[Place, float]
    lane: dict[tuple[Flow, int], float]
    leaves: dict[Flow, float]
    enters: dict[Flow, float]
    ends: dict[Place, float]
    sizes: tuple[float, ...]

    def parts(self, flow: Flow) -> Iterator[Part]:
        """Give the colours of a band, in order across it."""
        offset = 0.0
        for origin, words in flow.parts:
            yield Part(origin, offset, words * self.unit)
            offset += words * self.unit

    def fills(self, block: Block) -> Iterator[Part]:
        """Give the colours of a block, in order across it: as the bands come in, what is new last."""
        parts = [part for flow in block.incoming for part in flow.parts]
        merged: list[list[int]] = []
        for origin, words in [*parts, (block.place[0], block.new)]:
            if merged and merged[-1][0] == origin:
                merged[-1][1] += words
            elif words:
                merged.append([origin, words])
        offset = 0.0
        for origin, words in merged:
            yield Part(origin, offset, words * self.unit)
            offset += words * self.unit


Item = Block | Flow


def columns(trace: Trace) -> tuple[tuple[Item, ...], ...]:
    """Give each text's blocks in order, and among them the bands that pass it by."""
    return tuple(_column(trace, text) for text in range(len(trace.sizes)))


def _column(trace: Trace, text: int) -> tuple[Item, ...]:
    passing = [flow for flow in trace.flows if flow.drawn and flow.source[0] < text < flow.target[0]]
    after: dict[int, list[Flow]] = {}
    for flow in sorted(passing, key=lambda flow: (flow.source[1], flow.target)):
        after.setdefault(_neighbour(trace, text, flow), []).append(flow)
    items: list[Item] = list(after.get(-1, ()))
    for at, block in enumerate(trace.blocks[text]):
        items += [block, *after.get(at, ())]
    return tuple(items)


def _neighbour(trace: Trace, text: int, flow: Flow) -> int:
    """Give the sentence of ``text`` after which a passing band fits best, -1 for before the first.

    It is the one that took most words from the same sentence, else the last one that came from before it.
    """
    last = -1
    best: tuple[int, int] | None = None
    for block in trace.blocks[text]:
        at = block.place[1]
        for coming in block.incoming:
            if coming.source == flow.source and (best is None or coming.words > best[0]):
                best = (coming.words, at)
            elif coming.drawn and coming.source[0] == flow.source[0] and coming.source[1] < flow.source[1]:
                last = max(last, at)
    if best is not None:
        return best[1]
    return last if last >= 0 else min(flow.source[1], len(trace.sizes[text])) - 1


def words_and_gaps(column: tuple[Item, ...]) -> tuple[int, int]:
    """Give how many words wide a column is, and how many gaps it has."""
    return sum(item.words for item in column), max(len(column) - 1, 0)


def stack(trace: Trace, unit: float, gap: float) -> Stack:
    """Lay out all texts with ``unit`` units a word and ``gap`` units between blocks, each from 0."""
    made = Stack(unit, {}, {}, {}, {}, {}, ())
    sizes = []
    for text, column in enumerate(columns(trace)):
        here = 0.0
        for item in column:
            if isinstance(item, Block):
                made.block[item.place] = here
                _slots(made, item, here)
            else:
                made.lane[item, text] = here
            here += item.words * unit + gap
        sizes.append(max(here - gap, 0.0))
    return Stack(unit, made.block, made.lane, made.leaves, made.enters, made.ends, tuple(sizes))


def _slots(made: Stack, block: Block, start: float) -> None:
    here = start
    for flow in block.incoming:
        made.enters[flow] = here
        here += flow.words * made.unit
    here = start
    for flow in block.outgoing:
        made.leaves[flow] = here
        here += flow.words * made.unit
    made.ends[block.place] = here
