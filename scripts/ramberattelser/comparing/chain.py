"""Word links inside one pair of units: the heaviest common subsequence that prefers unbroken runs."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import LCSseq

from .analysis import Keys
from .vocabulary import weight

RUN = 0.3
"""What a link gains when the word before it is linked to the word before as well."""
MATCHES = 12000
"""Above this many possible links, plain longest common subsequence (rapidfuzz) takes over."""

Links = tuple[tuple[int, int], ...]


@lru_cache(maxsize=131072)
def chain(old: Keys, new: Keys) -> Links:
    """Give the links (old index, new index), increasing on both sides.

    Weighted so that a comma never out-pulls a word; of equal chains the one with longer runs wins, then the
    leftmost. Equal beginnings and endings are linked at once.
    """
    if old == new:
        return tuple((k, k) for k in range(len(old)))
    low, top = 0, min(len(old), len(new))
    while low < top and old[low] == new[low]:
        low += 1
    tail = 0
    while tail < top - low and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    middle = _inner(old[low : len(old) - tail], new[low : len(new) - tail], low > 0, tail > 0)
    links = [(k, k) for k in range(low)]
    links += [(i + low, j + low) for i, j in middle]
    links += [(len(old) - k, len(new) - k) for k in range(tail, 0, -1)]
    return tuple(links)


def runs(links: Links) -> list[Links]:
    """Cut links into unbroken runs."""
    found: list[Links] = []
    start = 0
    for at in range(1, len(links) + 1):
        if at < len(links) and links[at][0] == links[at - 1][0] + 1 and links[at][1] == links[at - 1][1] + 1:
            continue
        if at > start:
            found.append(links[start:at])
        start = at
    return found


def _inner(old: Keys, new: Keys, before: bool, after: bool) -> list[tuple[int, int]]:
    """Chain what lies between the equal ends; `before`, `after`: whether such ends exist."""
    places: dict[str, list[int]] = {}
    for j, name in enumerate(new):
        places.setdefault(name, []).append(j)
    if sum(len(places.get(name, ())) for name in old) > MATCHES:
        return [
            (block.a + k, block.b + k)
            for block in LCSseq.editops(old, new).as_matching_blocks()
            for k in range(block.size)
        ]
    ceiling: list[tuple[float, int]] = [(0.0, -1)] * (len(new) + 1)
    nodes: list[tuple[int, int, float, int]] = []
    row: dict[int, int] = {}
    last_i, last_j = len(old) - 1, len(new) - 1
    for i, name in enumerate(old):
        above, row = row, {}
        held = places.get(name)
        if held is None:
            continue
        worth = weight(name)
        fresh: list[tuple[int, float, int]] = []
        for j in held:
            value, previous = ceiling[j]
            value += worth
            if before and i == 0 and j == 0:
                value += RUN
            if after and i == last_i and j == last_j:
                value += RUN
            run = above.get(j - 1)
            if run is not None:
                along = nodes[run][2] + worth + RUN
                if along >= value:
                    value, previous = along, run
            row[j] = len(nodes)
            fresh.append((j, value, len(nodes)))
            nodes.append((i, j, value, previous))
        for j, value, node in fresh:
            for k in range(j + 1, len(ceiling)):
                if ceiling[k][0] >= value:
                    break
                ceiling[k] = (value, node)
    links: list[tuple[int, int]] = []
    node = ceiling[-1][1]
    while node >= 0:
        i, j, _, node = nodes[node]
        links.append((i, j))
    links.reverse()
    return links
