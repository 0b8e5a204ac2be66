"""Timelines: phases and events to geometry, and to the rows of the list and the table that say the same.

Nothing here draws: :func:`layout` and :func:`layout_small` return a :class:`Picture` in SVG user units,
:func:`rows` the rows in order of time. Each item is found exactly once in either. The span of years comes
from the data.
"""

from .items import Item, ItemKind, Lane, caption
from .layout import layout, layout_small
from .picture import UNDATED_NAME, Arrow, Band, Mark, Part, Picture, Rect, Shape, Text, Tick
from .rows import Rail, Row, rows
from .widths import text_width, wrapped
from .wording import end_text, start_text

__all__ = [
    "UNDATED_NAME",
    "Arrow",
    "Band",
    "Item",
    "ItemKind",
    "Lane",
    "Mark",
    "Part",
    "Picture",
    "Rail",
    "Rect",
    "Row",
    "Shape",
    "Text",
    "Tick",
    "caption",
    "end_text",
    "layout",
    "layout_small",
    "rows",
    "start_text",
    "text_width",
    "wrapped",
]
