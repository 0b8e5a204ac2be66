"""The small pictures that stand inside stories."""

from __future__ import annotations

from collections.abc import Sequence

from ramberattelser import lanes
from ramberattelser.corpus import Corpus
from ramberattelser.timeline import Lane, Picture, layout_small


def story_pictures(corpus: Corpus, owner: str, kind: str) -> list[tuple[str, Picture]]:
    """Return the wide and the narrow picture of a story's phases or members, with their class."""
    lane = lanes.phase_lane(corpus, owner) if kind == "faser" else lanes.member_lane(corpus, owner)
    return [("mid", layout_small(lane)), ("small2", layout_small(lane, width=350.0))]


def in_words(shown: Sequence[Lane]) -> str:
    """Return every item of the lanes as a sentence, for those who do not see the picture."""
    return (
        ". ".join(f"{item.label}, {item.when.swedish(style='text')}" for lane in shown for item in lane.items)
        + "."
    )
