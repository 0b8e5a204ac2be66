"""The graph as geometry: a row per text, time to the right, lines that fall and turn into a younger text.

Every text has its row, oldest at the top, and stands where its time is. A line leaves a text at its bottom,
falls, and turns right in the row of the younger text. Whatever passes a row does so to the left of the text
in it, so that boxes and words are never crossed, however many texts there are.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import floor

from ramberattelser.kinship.graph import Edge, Graph, Node
from ramberattelser.kinship.times import ref
from ramberattelser.timeline import text_width

WIDTH = 1184.0
ON_PAPER = 850.0
"""The width on a standing sheet: what leaves the words large enough to read."""
FONT = 13.5
STEP = 28.0
"""The height of a line of words, which is also a link."""
_BOX = 26.0
_ROW_GAP = 12.0
_TOP = 34.0
_DROPS = {"declared": 12.0, "own": 12.0, "measured": 24.0}
"""How far to the right of a box's left edge its lines fall."""
_TURNS = (18.0, 10.8)
"""The least way to the right from where a line falls to a box, and where there is little room."""
_TEXT_GAP = 12.0
_BASES = (
    80.0,
    70.0,
    60.0,
    54.0,
    48.0,
    42.0,
    36.0,
    31.0,
    27.0,
    24.0,
    21.0,
    18.0,
    15.0,
    12.0,
    10.0,
    8.0,
    6.0,
    4.0,
)


@dataclass(frozen=True, slots=True)
class Box:
    """A text: its rectangle, its spine label and what else stands in it."""

    node: Node
    x: float
    y: float
    width: float
    height: float
    text_x: float
    text_y: float
    words: str


@dataclass(frozen=True, slots=True)
class Words:
    """Words to the right of a box, with the rectangle that can be pressed."""

    text: str
    x: float
    y: float
    box_y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Strand:
    """A line: where it leaves the older text, where it turns, where it meets the younger; and its words."""

    edge: Edge
    x0: float
    y0: float
    y1: float
    x1: float
    words: Words


@dataclass(frozen=True, slots=True)
class Tick:
    """A year: its line, and its label where there is room for one."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class Picture:
    """All that is drawn, in units. ``notes`` are words beside boxes that no line leads to.

    ``fits`` is False where so many lines pass each other that the words would be too small to read.
    """

    width: float
    height: float
    ticks: tuple[Tick, ...]
    boxes: tuple[Box, ...]
    strands: tuple[Strand, ...]
    notes: tuple[tuple[Box, Words], ...]
    fits: bool

    @property
    def uneven(self) -> bool:
        """True when some years had to be wider than others to hold their texts."""
        steps = [after.x - before.x for before, after in pairwise(self.ticks)]
        return bool(steps) and max(steps) - min(steps) > 1


@dataclass(frozen=True, slots=True)
class _Row:
    node: Node
    into: tuple[Edge, ...]
    y: float
    words: str
    width: float
    reach: float
    """From the box's left edge to the end of what stands to its right."""


@dataclass(frozen=True, slots=True)
class _Placing:
    """Left edges of the rows, left edges of the years, and how far right anything reaches."""

    lefts: tuple[float, ...]
    years: dict[int, float]
    reach: float


def note_of(node: Node, into: tuple[Edge, ...]) -> str:
    """Return the words beside a text that no line leads to."""
    if node.missing:
        return "lydelsen saknas"
    return "" if into else "ingen förlaga känd"


def draw(graph: Graph, width: float = WIDTH) -> Picture:
    """Lay out a graph on the width. The same graph gives the same picture."""
    rows = _rows(graph, names=False)
    # Where the narrowest is too wide, as that of hundreds of texts is, nothing else need be tried.
    placing = _place(graph, rows, _BASES[-1], _TURNS[-1])
    if placing.reach <= width:
        full = _rows(graph, names=True)
        named = _fitting(graph, full, width)
        rows, placing = (full, named) if named.reach <= width else (rows, _fitting(graph, rows, width))
    boxes = {row.node.wording.key: _box(row, x) for row, x in zip(rows, placing.lefts, strict=True)}
    strands = []
    notes = []
    for row in rows:
        box = boxes[row.node.wording.key]
        for at, edge in enumerate(row.into):
            above = boxes[edge.old.key]
            y = box.y + _BOX / 2 + at * STEP
            strands.append(
                Strand(
                    edge,
                    _r(above.x + _DROPS[edge.kind]),
                    above.y + above.height,
                    _r(y),
                    box.x,
                    _beside(box, at, edge.text),
                )
            )
        if not row.into and (said := note_of(row.node, row.into)):
            notes.append((box, _beside(box, 0, said)))
    bottom = max((box.y + box.height for box in boxes.values()), default=_TOP)
    taken = _r(max(width, placing.reach))
    return Picture(
        width=taken,
        fits=taken <= width,
        height=_r(bottom + 10),
        ticks=_ticks(placing),
        boxes=tuple(boxes.values()),
        strands=tuple(strands),
        notes=tuple(notes),
    )


def _rows(graph: Graph, *, names: bool) -> list[_Row]:
    rows = []
    y = _TOP
    for node in graph.nodes:
        into = graph.into(node.wording)
        words = _title(node) if names else ref(node.wording).removeprefix(node.wording.signature).strip()
        words += " (osäkert)" if node.doubted else ""
        width = 16 + text_width(node.wording.signature, 12, True) + 10 + text_width(words, FONT, True) + 12
        beside = [edge.text for edge in into] or [note_of(node, into)]
        reach = width + _TEXT_GAP + max(text_width(text, FONT) for text in beside) + 4
        rows.append(_Row(node, into, y, words, _r(width), reach))
        y += _BOX + max(len(into) - 1, 0) * STEP + _ROW_GAP
    return rows


def _title(node: Node) -> str:
    wording = node.wording
    return (
        wording.title
        if wording.version.collected
        else f"{wording.name}, {wording.version.label or wording.version.id}"
    )


def _fitting(graph: Graph, rows: list[_Row], width: float) -> _Placing:
    """Try ever narrower years, then ever narrower turns, until everything fits the width."""
    for turn in _TURNS:
        narrowest = _place(graph, rows, _BASES[-1], turn)
        if narrowest.reach <= width:
            tried = (_place(graph, rows, base, turn) for base in _BASES)
            return next(placing for placing in tried if placing.reach <= width)
    return narrowest


def _place(graph: Graph, rows: list[_Row], base: float, turn: float) -> _Placing:
    """Put each row where its time is, and to the right of every line that passes or ends in it.

    Where texts had to make way, the year before is wider than others, or their own.
    """
    place = {row.node.wording.key: at for at, row in enumerate(rows)}
    last: dict[tuple[str, float], int] = {}
    for edge in graph.edges:
        drop = (edge.old.key, _DROPS[edge.kind])
        last[drop] = max(last.get(drop, 0), place[edge.new.key])
    alive: list[list[tuple[str, float]]] = [[] for _ in rows]
    for (key, fall), until in last.items():
        for at in range(place[key] + 1, until + 1):
            alive[at].append((key, fall))
    dated = [floor(row.node.year) for row in rows if row.node.year is not None]
    years: dict[int, float] = {min(dated): 8.0} if dated else {}
    lefts: list[float] = []
    held: set[int] = set()
    furthest = 8.0
    for at, row in enumerate(rows):
        least = 8.0
        for key, fall in alive[at]:
            least = max(least, lefts[place[key]] + fall + turn)
        year = row.node.year
        if year is None:
            wanted = furthest + base
        else:
            whole = floor(year)
            for step in range(max(years), whole):
                years[step + 1] = max(
                    years[step] + base, furthest + 6 if furthest > years[step] + base - 6 else 0
                )
            wanted = years[whole] + (year - whole) * base
        x = max(wanted, least)
        lefts.append(_r(x))
        if year is not None:
            furthest = max(furthest, x)
            # The first text of a year takes the year with it when it makes way: it stands at its day.
            if whole not in held:
                years[whole] += x - wanted
                held.add(whole)
    if years:
        years[max(years) + 1] = max(years[max(years)] + base, furthest + 6)
    reach = max((x + row.reach for x, row in zip(lefts, rows, strict=True)), default=0.0)
    return _Placing(tuple(lefts), years, reach)


def _box(row: _Row, x: float) -> Box:
    height = _BOX + max(len(row.into) - 1, 0) * STEP
    text_x = x + 16 + text_width(row.node.wording.signature, 12, True) + 10
    return Box(row.node, x, _r(row.y), row.width, height, _r(text_x), _r(row.y + 18), row.words)


def _beside(box: Box, at: int, text: str) -> Words:
    x = box.x + box.width + _TEXT_GAP
    y = box.y + _BOX / 2 + at * STEP
    return Words(text, _r(x), _r(y + 4.8), _r(y - STEP / 2), _r(text_width(text, FONT)), STEP)


def _ticks(placing: _Placing) -> tuple[Tick, ...]:
    """Label years from the left as long as labels keep clear of each other."""
    ticks = []
    free = 0.0
    room = text_width("0000", FONT, True) + 10
    for year, x in sorted(placing.years.items()):
        label = str(year) if x >= free else ""
        if label:
            free = x + room
        ticks.append(Tick(_r(x), label))
    return tuple(ticks)


def _r(value: float) -> float:
    return round(value, 1)
