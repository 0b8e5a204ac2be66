"""The frame: the heaviest set of pairs that stand in the same order on both sides. The rest has moved."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise


def heaviest_increasing(places: Sequence[tuple[int, int, float]]) -> list[int]:
    """Give the indices of the heaviest subset of `places` that strictly increases in both coordinates.

    Each place is (old position, new position, weight). Ties go to the subset that ends earliest, so that the
    answer depends on the input alone. O(n log n), with a prefix-maximum tree over new positions.
    """
    if all(one[0] < other[0] and one[1] < other[1] for one, other in pairwise(places)):
        return list(range(len(places)))
    order = sorted(range(len(places)), key=lambda k: (places[k][0], -places[k][1], k))
    columns = {column: rank for rank, column in enumerate(sorted({place[1] for place in places}), 1)}
    tree: list[tuple[float, int]] = [(0.0, -1)] * (len(columns) + 1)
    best = [0.0] * len(places)
    before = [-1] * len(places)
    for k in order:
        rank = columns[places[k][1]]
        value, previous = 0.0, -1
        node = rank - 1
        while node > 0:
            if tree[node][0] > value:
                value, previous = tree[node]
            node -= node & -node
        best[k], before[k] = value + places[k][2], previous
        node = rank
        while node < len(tree):
            if best[k] > tree[node][0]:
                tree[node] = (best[k], k)
            node += node & -node
    last = max(order, key=lambda k: best[k])
    chosen: list[int] = []
    while last >= 0:
        chosen.append(last)
        last = before[last]
    return sorted(chosen)
