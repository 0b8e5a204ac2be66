"""All kinds of edited clauses, and the cases made of them."""

from __future__ import annotations

from random import Random

from . import corpus, harder
from .corpus import Case

KINDS = corpus.KINDS | harder.KINDS
HARD = (
    "25 % disturbed",
    "45 % disturbed",
    "boilerplate",
    "boilerplate and move",
    "shuffled, 10 % disturbed",
    "shuffled, 30 % disturbed",
    "two bodies",
    "duplicate and move",
    "carry and edit",
    "own names",
    "mixture",
    "60 % rewritten",
    "75 % rewritten",
)
"""The kinds that tell methods apart; on the others all good methods are near their ceiling."""


def cases(seed: int, each: int) -> list[Case]:
    """Make `each` cases of every kind."""
    return [
        make(kind, Random(f"{seed}/{kind}/{n}"), f"{kind} {seed}-{n}")
        for kind, make in KINDS.items()
        for n in range(each)
    ]
