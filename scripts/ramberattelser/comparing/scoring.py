"""How alike two units are, on evidence that grows with how much a shared word says."""

from __future__ import annotations

from rapidfuzz.distance import LCSseq

from .analysis import Analysis, Keys

FLOOR = 0.22
"""Scores below this are not worth keeping, whatever stands around the units."""


CONTAINED = 0.5
"""Units of which one holds this share of the other may have lent it a phrase."""

Pair = tuple[int, int]


def candidates(old: Analysis, new: Analysis) -> tuple[dict[Pair, float], set[Pair]]:
    """Score every pair of units (old, new) that share content words, 0 to 1; also name those with one
    contained.

    Mostly a weighted Dice figure over content stems, where a stem that returns in many units of a text (the
    frame of a boilerplate sentence) weighs less; the rest is word order, from the longest common subsequence.
    """
    width = len(new.units)
    shared = [0.0] * (len(old.units) * width)
    postings, others = old.postings, new.postings
    for name in filter(others.__contains__, postings):
        own, units, counts = postings[name]
        other, other_units, other_counts = others[name]
        both = own + other
        if counts is None or other_counts is None:
            for unit in units:
                base = unit * width
                for other_unit in other_units:
                    shared[base + other_unit] += both
            continue
        for unit, count in zip(units, counts, strict=True):
            base = unit * width
            for other_unit, other_count in zip(other_units, other_counts, strict=True):
                shared[base + other_unit] += both * min(count, other_count)
    scores: dict[Pair, float] = {}
    contained: set[Pair] = set()
    totals, floor, half = new.totals, FLOOR, 2 * CONTAINED
    for u, one in enumerate(old.totals):
        row = shared[u * width : u * width + width]
        # Most units of two strange texts have nothing in common with any, or too little.
        if not any(row):
            continue
        least = half * one
        for v, common in enumerate(row):
            if common:
                other = totals[v]
                if common >= least or common >= half * other:
                    contained.add((u, v))
                if common >= floor * (one + other):
                    score = 0.65 * common / (one + other) + 0.35 * _order(old.unit_keys[u], new.unit_keys[v])
                    if score >= floor:
                        scores[u, v] = score
    return scores, contained


def _order(old: Keys, new: Keys) -> float:
    """Dice figure of the longest common subsequence of two units' keys."""
    return float(LCSseq.similarity(old, new)) * 2 / (len(old) + len(new))
