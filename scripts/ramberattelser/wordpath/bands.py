"""A band as shapes: its colours side by side, and the edges of it that are drawn in ink.

The same on every screen; what differs is where a band goes, and which way is across it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from .shapes import Line, Point, Ribbon
from .stack import Stack
from .trace import Flow

Course = Callable[[float], tuple[Point, ...]]
"""Gives the points that a line goes through, so many units across the band from its first edge."""


def ribbons(stack: Stack, flow: Flow, course: Course) -> Iterator[Ribbon]:
    """Give a ribbon for each colour of a band."""
    for part in stack.parts(flow):
        yield Ribbon(near=course(part.offset), far=course(part.offset + part.width), origin=part.origin)


def edges(stack: Stack, flow: Flow, course: Course) -> Iterator[Line]:
    """Give the edges that are drawn in ink: dashed past a text, heavy for a sentence that moved."""
    if flow.skips or flow.moved:
        for offset in (0.0, flow.words * stack.unit):
            yield Line("by" if flow.skips else "mv", course(offset))
