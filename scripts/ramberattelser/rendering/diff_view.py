"""From a comparison to what a reader sees: a summary, a list of changes, running text, rows side by side."""

from __future__ import annotations

from functools import lru_cache

from ramberattelser.comparing import Comparison
from ramberattelser.rendering.diffing.briefs import items
from ramberattelser.rendering.diffing.inline import blocks
from ramberattelser.rendering.diffing.packing import pack
from ramberattelser.rendering.diffing.shape import DiffView
from ramberattelser.rendering.diffing.sides import rows
from ramberattelser.rendering.diffing.words import share, summary, uncounted

__all__ = ["DiffView", "pack", "share", "summary", "view"]


@lru_cache(maxsize=16)
def view(made: Comparison) -> DiffView:
    """Arrange a comparison for reading. A pair that has a page and can be chosen is arranged once.

    Raises ``ValueError`` where what is to be shown is not the two texts, whole and in order: a fault of ours.
    """
    if rebuilt(made) != (made.old, made.new):
        raise ValueError(f"a comparison does not give its texts back: {made.old[:60]!r}, {made.new[:60]!r}")
    return DiffView(
        summary=summary(made),
        share=share(made),
        items=items(made),
        blocks=blocks(made),
        rows=rows(made),
        uncounted=uncounted(made),
    )


def rebuilt(made: Comparison) -> tuple[str, str]:
    """Return the two texts as the segments of their comparison give them."""
    olds = sorted(segment.old for segment in made.segments if segment.old is not None)
    news = [segment.new for segment in made.segments if segment.new is not None]
    return "".join(made.old[a:b] for a, b in olds), "".join(made.new[a:b] for a, b in news)
