"""Which pairs of wordings have a page: those that the data binds together, and those drawn as alike."""

from __future__ import annotations

from collections.abc import Sequence

from ramberattelser import comparisons
from ramberattelser.comparisons import ALIKE, Pair
from ramberattelser.corpus import Corpus
from ramberattelser.kinship.graph import measured
from ramberattelser.kinship.nearness import Alike


def paired(corpus: Corpus, near: Sequence[Alike] | None = None) -> tuple[Pair, ...]:
    """Return every pair that has a page, so that each line of the graph can be opened without a script.

    In a large collection the graph draws one likeness for each text, so they do not grow with its square.
    ``near`` are the measured pairs, worked out unless they are given.
    """
    given = comparisons.pairs(corpus)
    known = {frozenset((pair.old.key, pair.new.key)) for pair in given}
    drawn = [pair for pair in measured(corpus, near) if frozenset((pair.old.key, pair.new.key)) not in known]
    return (*given, *(Pair(pair.old, pair.new, (ALIKE,)) for pair in drawn))
