"""What a picture of a timeline is made of: plain geometry in SVG user units, y downwards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from .items import Item, Lane

Shape = Literal["bar", "point", "undated"]
Place = Literal["inside", "right", "left", "below"]
Sign = Literal["edge", "soft", "arrow", "point", "spot"]

UNDATED_NAME = "Odaterat, i ordning"


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle by its edges."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class Text:
    """Lines of text: the anchor's x, the baseline of the first line, and the box the text cannot leave.

    ``place`` is where it stands beside its bar; text inside a bar needs no halo.
    """

    lines: tuple[str, ...]
    x: float
    y: float
    line_height: float
    anchor: Literal["start", "end"]
    place: Place
    box: Rect


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a bar; ``soft`` is uncertain: pale, with dashed edges."""

    x0: float
    x1: float
    soft: bool


@dataclass(frozen=True, slots=True)
class Arrow:
    """An arrow head, 6 wide and 10 high, from x to the right (1) or left (-1): the data sets no bound."""

    x: float
    direction: Literal[1, -1]


@dataclass(frozen=True, slots=True)
class Mark:
    """One item drawn.

    A bar has parts, x of its hard edges (the day is known) and arrows; a point (an exact day) and the mark of
    an undated item are drawn about the middle of ``box``. ``box`` holds the whole drawing, arrows included;
    ``y`` and ``height`` are the bar's own. ``label`` and ``date`` are the words that list and table show too.
    """

    lane: Lane
    item: Item
    label: str
    date: str
    shape: Shape
    y: float
    height: float
    parts: tuple[Part, ...]
    edges: tuple[float, ...]
    arrows: tuple[Arrow, ...]
    box: Rect
    text: Text


@dataclass(frozen=True, slots=True)
class Band:
    """A lane's strip; ``lane`` is None for the band of the undated. ``heads`` are sub-headings."""

    lane: Lane | None
    y: float
    height: float
    name: Text
    heads: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Tick:
    """The line at 1 January of a year; its label, if any, begins at ``label_x``."""

    year: int
    x: float
    strong: bool
    label: str = ""
    label_x: float = 0.0


@dataclass(frozen=True, slots=True)
class Picture:
    """A whole picture. ``years`` are the first and last year of the axis, None when nothing is dated.

    Tick labels have their baseline at ``tick_y``; tick lines run from ``plot.y0`` to ``plot.y1``.
    """

    width: float
    height: float
    years: tuple[int, int] | None
    plot: Rect
    tick_y: float
    ticks: tuple[Tick, ...]
    bands: tuple[Band, ...]
    marks: tuple[Mark, ...]

    @property
    def signs(self) -> frozenset[Sign]:
        """What of it has to be explained: of the signs, those that are drawn."""
        return frozenset(sign for mark in self.marks for sign in _signs(mark))

    @property
    def open_ends(self) -> frozenset[Literal[1, -1]]:
        """The ways in which its arrows point: 1 where an end is not given, -1 where a beginning is not."""
        return frozenset(arrow.direction for mark in self.marks for arrow in mark.arrows)


def _signs(mark: Mark) -> Iterator[Sign]:
    if mark.shape == "point":
        yield "point"
    if mark.edges:
        yield "edge"
    if mark.arrows:
        yield "arrow"
    soft = [part.soft for part in mark.parts]
    if any(soft):
        yield "spot" if all(soft) and mark.item.kind == "event" else "soft"
