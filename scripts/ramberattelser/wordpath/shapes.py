"""The shapes of a drawing: numbers in user units, x to the right and y downwards. Nothing is written here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Point = tuple[float, float]
Kind = Literal["ax", "new", "end", "by", "mv"]


def unit(value: float) -> float:
    """Round to a tenth of a unit; a whole number comes without decimals."""
    rounded = round(value, 1)
    return int(rounded) if rounded == int(rounded) else rounded


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; ``origin`` is the text whose colour it has. ``loose``: a text of uncertain date."""

    x: float
    y: float
    width: float
    height: float
    origin: int = 0
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Ribbon:
    """A band between two edges with the same number of points, coloured by the text ``origin``."""

    near: tuple[Point, ...]
    far: tuple[Point, ...]
    origin: int


@dataclass(frozen=True, slots=True)
class Line:
    """A line through points."""

    kind: Kind
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Label:
    """A text on one line: its anchor at the base line, and the width that it does not exceed.

    ``rest`` follows ``text`` in ordinary weight and the size ``rest_size``.
    """

    x: float
    y: float
    text: str
    size: float
    width: float
    bold: bool = False
    muted: bool = False
    middle: bool = False
    rest: str = ""
    rest_size: float = 13


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture of ``width`` × ``height`` units. Later groups lie on top of earlier ones.

    ``upright``: time runs downwards, so ribbons swing sideways.
    """

    width: float
    height: float
    upright: bool
    ribbons: tuple[Ribbon, ...]
    curves: tuple[Line, ...]
    plates: tuple[Box, ...]
    fills: tuple[Box, ...]
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    labels: tuple[Label, ...]
