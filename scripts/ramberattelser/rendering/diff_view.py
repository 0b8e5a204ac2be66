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


@lru_cache(maxsize=1024)
def view(made: Comparison) -> DiffView:
    """Arrange a comparison for reading. A pair that has a page and can be chosen is arranged once."""
    return DiffView(
        summary=summary(made),
        share=share(made),
        items=items(made),
        blocks=blocks(made),
        rows=rows(made),
        uncounted=uncounted(made),
    )
