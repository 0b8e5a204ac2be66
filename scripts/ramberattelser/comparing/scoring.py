"""How alike two units are, on evidence that grows with how much a shared word says."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import LCSseq

from .analysis import Analysis, Keys

FLOOR = 0.22
"""Scores below this are not worth keeping, whatever stands around the units."""


CONTAINED = 0.5
"""Units of which one holds this share of the other may have lent it a phrase."""

Pair = tuple[int, int]
_STEP = 1 << 20


def candidates(old: Analysis, new: Analysis) -> tuple[dict[Pair, float], set[Pair]]:
    """Score every pair of units (old, new) that share content words, 0 to 1; also name those with one
    contained.

    Mostly a weighted Dice figure over content stems, where a stem that returns in many units of a text (the
    frame of a boilerplate sentence) weighs less; the rest is word order, from the longest common subsequence.
    """
    shared: dict[int, float] = {}
    get, found = shared.get, new.postings.get
    for name, (own, held) in old.postings.items():
        hit = found(name)
        if hit is None:
            continue
        both = own + hit[0]
        for unit, count in held:
            base = unit * _STEP
            for other, other_count in hit[1]:
                gain = both if count == 1 or other_count == 1 else both * min(count, other_count)
                shared[base + other] = get(base + other, 0.0) + gain
    scores: dict[Pair, float] = {}
    contained: set[Pair] = set()
    old_totals, new_totals = old.totals, new.totals
    for code, common in shared.items():
        u, v = divmod(code, _STEP)
        one, other_total = old_totals[u], new_totals[v]
        if common >= 2 * CONTAINED * (one if one < other_total else other_total):
            contained.add((u, v))
        if common < FLOOR * (one + other_total):
            continue
        score = 0.65 * common / (one + other_total) + 0.35 * _order(old.unit_keys[u], new.unit_keys[v])
        if score >= FLOOR:
            scores[u, v] = score
    return scores, contained


@lru_cache(maxsize=262144)
def _order(old: Keys, new: Keys) -> float:
    """Dice figure of the longest common subsequence of two units' keys."""
    return float(LCSseq.similarity(old, new)) * 2 / (len(old) + len(new))
