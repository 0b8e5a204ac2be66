"""The common timeline, and each förbund's own: one source of data, three equal forms."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from markupsafe import Markup

from ramberattelser import lanes
from ramberattelser.corpus import Corpus
from ramberattelser.news import of_associations, of_itself
from ramberattelser.pages.build import Builder
from ramberattelser.pages.model import Page
from ramberattelser.timeline import Lane, Picture, Row, layout, rows

LABEL_WIDTH = 178.0
"""Room for the longest single word of a lane's name, in the picture's units."""

ON_PAPER = 880.0
"""The width of a picture on a standing sheet: what leaves its words large enough to read."""

MOST_LANES = 60
"""More lanes than this make a picture that nobody can read: the national stands alone, the rest is links."""

MOST_RAILS = 9
"""More lanes than this and the list goes without its rails: they would leave no room for words."""


def pages(builder: Builder) -> Iterator[Page]:
    """Yield ``/tidslinjer/``."""
    yield builder.kept("tidslinjer", builder.inputs.associations, make=partial(_common, builder))


def _common(builder: Builder) -> Page:
    memory, inputs = builder.store.memory, builder.inputs

    def kept(owner: str, make: Callable[[], Lane]) -> Lane:
        return memory.kept(("bana", inputs.association(owner)), make)

    found = lanes.common_lanes(builder.corpus, kept)
    shown = found if len(found) <= MOST_LANES else found[:1]
    picture = layout(shown, label_width=LABEL_WIDTH)
    years = "{}–{}".format(*picture.years) if picture.years else ""
    body = builder.render(
        "timelines",
        lanes=shown,
        own=[lane for lane in found if lane.id in builder.corpus.associations],
        picture=picture,
        on_paper=[_on_paper(lane, picture) for lane in shown],
        rows=rows(shown),
        years=years,
        with_rails=len(shown) <= MOST_RAILS,
    )
    return builder.page(
        "/tidslinjer/",
        "Förbunden på samma tidslinje",
        f"Gemensam tidslinje{years and f' {years}'} för förbunden och den nationella utvecklingen.",
        body,
        section="tidslinjer",
        file="narratives/gemensamt/nationellt.yml",
        crumbs=(("Tidslinjer", "/tidslinjer/"),),
        changes=[
            *of_itself(builder.corpus.national.revisions),
            *of_associations(builder.corpus),
        ],
    )


def _on_paper(lane: Lane, whole: Picture) -> Picture:
    """Draw a lane alone for a standing sheet, on the axis of the whole picture."""
    return layout([lane], ON_PAPER, LABEL_WIDTH, years=whole.years)


class Own(NamedTuple):
    """One förbund's timeline: its lane, the picture of it, for screen and paper, and the rows of its list."""

    lane: Lane
    picture: Picture
    on_paper: Picture
    rows: list[Row]


def own(corpus: Corpus, owner: str) -> Own | None:
    """Return picture and rows of one förbund's timeline, or None when nothing is known of its time."""
    lane = lanes.lane_of(corpus, owner, members=True)
    if not lane.items:
        return None
    picture = layout([lane], label_width=LABEL_WIDTH)
    return Own(lane, picture, _on_paper(lane, picture), rows([lane]))


def picture_of(builder: Builder, owner: str) -> Markup:
    """Return one förbund's timeline as picture and list."""
    return builder.renderer.macro("timeline", "own_figure", own(builder.corpus, owner), owner)
