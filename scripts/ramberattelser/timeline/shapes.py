"""One item on the axis: the stretches of its bar, its arrows and edges, before it has a row."""

from __future__ import annotations

from dataclasses import dataclass

from .axis import Axis
from .items import Item
from .picture import Arrow, Part, Shape

POINT_RADIUS = 6.5
_HALO = 1.0  # the ring of paper around a point
_ARROW_GAP, _ARROW = 3.0, 6.0
_NARROWEST = 9.0


@dataclass(frozen=True, slots=True)
class Outline:
    """The drawing of an item along x: ``x0`` to ``x1`` is all it takes, ``inner`` is certain."""

    shape: Shape
    parts: tuple[Part, ...]
    edges: tuple[float, ...]
    arrows: tuple[Arrow, ...]
    x0: float
    x1: float
    inner: tuple[float, float] | None


def outline(item: Item, axis: Axis) -> Outline:
    """The outline of a dated item."""
    edges = item.when.edges(item.seen)
    if item.kind == "event" and item.when.kind == "point" and edges.core:
        middle = axis.x(edges.core[0])
        reach = POINT_RADIUS + _HALO
        return Outline("point", (), (), (), middle - reach, middle + reach, None)
    gap = item.kind == "missing"  # what is missing has nothing certain about it
    stretches = ((edges.soft_start, True), (edges.core, gap), (edges.soft_end, True))
    parts = [Part(axis.x(days[0]), axis.x(days[1]), soft) for days, soft in stretches if days]
    parts = _wide_enough(parts, axis, leftwards=edges.hard_end and not edges.hard_start)
    x0, x1 = parts[0].x0, parts[-1].x1
    hard = () if gap else tuple(x for x, known in ((x0, edges.hard_start), (x1, edges.hard_end)) if known)
    arrows: list[Arrow] = []
    if edges.arrow_start:
        arrows.append(Arrow(x0 - _ARROW_GAP, -1))
    reach = _ARROW_GAP + _ARROW
    goes_on = edges.arrow_end and (
        item.last is None or item.last.year > axis.last or x1 + reach <= axis.x(item.last)
    )
    if goes_on:
        arrows.append(Arrow(x1 + _ARROW_GAP, 1))
    inner = next(((part.x0, part.x1) for part in parts if not part.soft), None)
    return Outline(
        "bar",
        tuple(parts),
        hard,
        tuple(arrows),
        x0 - reach * edges.arrow_start,
        x1 + reach * goes_on,
        inner,
    )


def _wide_enough(parts: list[Part], axis: Axis, leftwards: bool) -> list[Part]:
    """A bar too narrow to see becomes one stretch of the least width, from its known edge on."""
    x0, x1 = parts[0].x0, parts[-1].x1
    if x1 - x0 >= _NARROWEST:
        return [part for part in parts if part.x1 > part.x0]
    x0 = x1 - _NARROWEST if leftwards else x0
    x0 = max(axis.left, min(x0, axis.right - _NARROWEST))
    return [Part(x0, x0 + _NARROWEST, any(part.soft for part in parts))]
