"""A group: units of two texts that belong together."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Group:
    """Units that belong together: unit indices on both sides (one of them a single unit), score and rule."""

    olds: tuple[int, ...]
    news: tuple[int, ...]
    score: float
    why: str
