"""How alike two units are, on evidence that grows with how much a shared word says."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import LCSseq

from .analysis import Analysis, Keys

FLOOR = 0.22
"""Scores below this are not worth keeping, whatever stands around the units."""


def candidates(old: Analysis, new: Analysis) -> dict[tuple[int, int], float]:
    """Score every pair of units that share content words; key (old unit, new unit), value 0 to 1.

    Mostly a weighted Dice figure over content stems, where a stem that returns in many units of a text (the
    frame of a boilerplate sentence) weighs less; the rest is word order, from the longest common subsequence.
    """
    shared: dict[tuple[int, int], float] = {}
    new_postings, new_weights = new.postings, new.weights
    for name, held in old.postings.items():
        others = new_postings.get(name)
        if others is None:
            continue
        both = old.weights[name] + new_weights[name]
        for unit, count in held:
            for other, other_count in others:
                pair = (unit, other)
                gain = both if count == 1 or other_count == 1 else both * min(count, other_count)
                shared[pair] = shared.get(pair, 0.0) + gain
    scores: dict[tuple[int, int], float] = {}
    old_totals, new_totals = old.totals, new.totals
    for pair, common in shared.items():
        total = old_totals[pair[0]] + new_totals[pair[1]]
        dice = common / total
        if dice < FLOOR:
            continue
        order = _order(old.unit_keys[pair[0]], new.unit_keys[pair[1]])
        score = 0.65 * dice + 0.35 * order
        if score >= FLOOR:
            scores[pair] = score
    return scores


@lru_cache(maxsize=262144)
def _order(old: Keys, new: Keys) -> float:
    """Dice figure of the longest common subsequence of two units' keys."""
    return float(LCSseq.similarity(old, new)) * 2 / (len(old) + len(new))
