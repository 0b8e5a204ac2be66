"""Which moves are of whole sentences, and which of phrases."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from ramberattelser.comparing import Change, Comparison


@dataclass(frozen=True, slots=True)
class Box:
    """Whole sentences that moved together: the change, and the sentences in the old and the new text."""

    change: Change
    olds: tuple[int, ...]
    news: tuple[int, ...]


@lru_cache(maxsize=4)
def boxes(made: Comparison) -> tuple[Box, ...]:
    """Return the moves of whole sentences."""
    return tuple(box for box in (_box(made, c) for c in made.changes if c.kind == "moved") if box)


def _box(made: Comparison, change: Change) -> Box | None:
    if len(change.old) != 1 or len(change.new) != 1:
        return None
    (old,), (new,) = change.old, change.new
    pairs = [
        pair
        for pair in made.pairs
        if pair.moved
        and old[0] <= made.old_units[pair.old[0]].start
        and made.old_units[pair.old[-1]].end <= old[1]
        and new[0] <= made.new_units[pair.new[0]].start
        and made.new_units[pair.new[-1]].end <= new[1]
    ]
    if not pairs:
        return None
    olds = tuple(sorted(unit for pair in pairs for unit in pair.old))
    news = tuple(sorted(unit for pair in pairs for unit in pair.new))
    return Box(change, olds, news)
