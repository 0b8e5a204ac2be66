"""Is a likely pair of units a real one? The same sentence rewritten shares words all over it; two
sentences that merely use one phrase share one stretch and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from .analysis import FRAME_STEMS, Analysis, Keys
from .chain import chain, runs
from .chance import COMMON, far_bits, room, shade, surplus
from .vocabulary import is_content, weight

Pair = tuple[int, int]
SOLID = 0.58
"""A score that needs no support from other pairs, when what was rewritten is spread out."""
CLEAR = 0.8
"""A score that needs no support at all."""
ISLANDS = (-0.16, -0.08, 0.0, 0.12, 0.18)
"""What the number of islands of shared words (0 to 4 and more) adds to the evidence."""
MARGIN = 0.08
"""How much more alike than others units must be that are out of order."""
AKIN = 0.25
"""In texts that have so much in common, units pair on words that are scattered."""
SCATTERED, APART = 9.0, 3.0
"""The bits that these must tell, and how many more out of order."""
CAP = 12.0
"""The most that one run of them tells: a phrase is one piece of evidence, however long."""
FAR, STRANGERS = 0.08, 0.1
"""Texts with less in common are strangers; what two units of theirs with few islands must have more."""
BAR = 0.5
"""What the evidence for any other pair must reach."""
PIECE, SINGLE, MOST = 8.0, 8.0, 20.0
"""The bits that the telling words of a run must tell for it to count, and the most that a word alone and a
phrase count for: one phrase proves nothing, two do."""
OPENING = 5
"""The number of words in the longest phrase that clauses open with ("Förbundets ändamål är att stödja"): a
longer one counts without a telling word."""


@lru_cache(maxsize=131072)
def structure(old: Keys, new: Keys) -> tuple[float, int]:
    """Say how two units, given as stems, share their words: the largest rewritten stretch, and the islands.

    The stretch is a share of the units' weight (0 to 1), where one that only one side has counts half:
    cutting a sentence short is not rewriting it. Islands are unbroken runs that hold a word which tells
    clauses apart.
    """
    total_old, total_new = sum(map(weight, old)), sum(map(weight, new))
    if not total_old or not total_new:
        return 1.0, 0
    largest, islands, telling = 0.0, 0, False
    before_i, before_j = 0, 0
    for i, j in (*chain(old, new), (len(old), len(new))):
        if i < len(old) and weight(old[i]) < 0.5:
            continue
        if i > before_i or j > before_j:
            gone = sum(map(weight, old[before_i:i])) / total_old
            come = sum(map(weight, new[before_j:j])) / total_new
            largest = max(largest, (gone + come) / 2)
            if any(map(is_content, old[before_i:i])) or any(map(is_content, new[before_j:j])):
                telling = False
        if i < len(old) and not telling and old[i] not in FRAME_STEMS:
            islands, telling = islands + 1, True
        before_i, before_j = i + 1, j + 1
    return largest, islands


@lru_cache(maxsize=131072)
def scattered(old: Keys, new: Keys) -> float:
    """Give the evidence in bits that two units have their words in one order, however few stand together."""
    measure = shade(0.5)
    bits = [min(CAP, sum(measure(old[i]) for i, _ in run)) for run in runs(chain(old, new))]
    return surplus(bits, len(old), len(new))


@lru_cache(maxsize=131072)
def phrased(old: Keys, new: Keys) -> float:
    """Give what the phrases that two units have in one order tell, in bits."""
    total = 0.0
    for run in runs(chain(old, new)):
        bits = [told for i, _ in run if (told := far_bits(old[i]))]
        held, telling = sum(bits), sum(told for told in bits if told > COMMON)
        if telling >= PIECE or (held >= PIECE and len(bits) > OPENING):
            total += min(MOST if len(bits) > 1 else SINGLE, held)
    return total


def from_place(old: Analysis, new: Analysis, u: int, v: int) -> float:
    """Give what it costs to look so far from its place for a unit, in bits: more pairs give chance more room.

    Its place is counted from the beginning of the texts or from their end.
    """
    size, other_size = len(old.units), len(new.units)
    off = min(abs(u - v), abs((size - u) - (other_size - v)))
    return room(1 + 2 * off * min(size, other_size))


def is_solid(old: Analysis, new: Analysis, pair: Pair, score: float) -> bool:
    """Tell whether a pair stands on its own."""
    if score >= CLEAR:
        return True
    return score >= SOLID and structure(old.unit_stems[pair[0]], new.unit_stems[pair[1]])[0] <= 0.3


def stands_out(old: Analysis, new: Analysis, pair: Pair, scores: Mapping[Pair, float]) -> bool:
    """Tell whether two units are more alike than either is like any other, or the same to the word.

    Without that, all they share is boilerplate: a name that was struck and another that came elsewhere are
    no move.
    """
    u, v = pair
    if old.unit_keys[u] == new.unit_keys[v]:
        return True
    rivals = [score for (a, b), score in scores.items() if (a == u) != (b == v)]
    return scores[pair] >= max(rivals, default=0.0) + MARGIN


def kinship(old: Analysis, new: Analysis, scores: dict[Pair, float], solid: list[Pair]) -> float:
    """Say how far two texts are versions of one another: the share of their weight in solid pairs."""
    total = sum(old.totals) + sum(new.totals)
    if not total:
        return 0.0
    return sum(min(1.0, scores[u, v]) * (old.totals[u] + new.totals[v]) for u, v in solid) / total


def may_convince(
    old: Analysis, new: Analysis, pair: Pair, score: float, kin: float, place: float = 0.0
) -> bool:
    """Tell whether `convinces` can say yes at all: asked first, since it asks for little."""
    if kin >= AKIN:
        return True
    shared = len(old.distinct[pair[0]] & new.distinct[pair[1]])
    known = score + 0.45 * kin + place + ISLANDS[min(shared, 4)]
    return known >= BAR - 1e-9 and (kin >= FAR or shared > 2 or known - STRANGERS >= BAR - 1e-9)


def convinces(
    old: Analysis, new: Analysis, pair: Pair, score: float, kin: float, in_order: bool, place: float = 0.0
) -> bool:
    """Weigh what speaks for a pair that is not solid; `place` is what its place adds.

    In versions of one text a rewritten sentence is likely, in texts of different bodies a shared phrase is. A
    false move costs more than a missed one, so pairs out of order need more.
    """
    if kin >= AKIN and scattered(old.unit_keys[pair[0]], new.unit_keys[pair[1]]) >= SCATTERED + (
        0 if in_order else APART
    ):
        return True
    known = score + 0.25 * kin + (0.2 * min(kin, 0.4) if in_order else -0.04) + place
    shared = len(old.distinct[pair[0]] & new.distinct[pair[1]])
    if known + ISLANDS[min(shared, 4)] < BAR:
        return False
    gap, islands = structure(old.unit_stems[pair[0]], new.unit_stems[pair[1]])
    strangers = STRANGERS if kin < FAR and islands < 3 else 0.0
    return known - 0.5 * max(0.0, gap - 0.2) - strangers + ISLANDS[min(islands, 4)] >= BAR
