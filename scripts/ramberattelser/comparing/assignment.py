"""One-to-one assignment of units: the best total score, solved part by part."""

from __future__ import annotations

from collections.abc import Mapping

Pair = tuple[int, int]
LARGE = 40
"""Parts with more rows than this are assigned greedily: they are lists of look-alikes."""


def assign(scores: Mapping[Pair, float]) -> list[Pair]:
    """Choose pairs so that each row and each column is used once and the sum of scores is greatest.

    The pairs fall apart into parts that share no row or column; most parts are a single pair.
    """
    if len({row for row, _ in scores}) == len({column for _, column in scores}) == len(scores):
        return sorted(scores)
    chosen: list[Pair] = []
    for part in _parts(scores):
        if len(part) == 1:
            chosen.append(part[0])
            continue
        rows = sorted({row for row, _ in part})
        columns = sorted({column for _, column in part})
        if len(rows) == 1 or len(columns) == 1:
            chosen.append(max(part, key=scores.__getitem__))
            continue
        if max(len(rows), len(columns)) > LARGE:
            chosen.extend(_greedy(part, scores))
            continue
        table = [[max(0.0, scores.get((row, column), 0.0)) for column in columns] for row in rows]
        for r, c in _hungarian(table):
            if (rows[r], columns[c]) in scores:
                chosen.append((rows[r], columns[c]))
    return sorted(chosen)


def _parts(scores: Mapping[Pair, float]) -> list[list[Pair]]:
    """Group pairs that hang together through a shared row or column."""
    by_row: dict[int, list[Pair]] = {}
    by_column: dict[int, list[Pair]] = {}
    for pair in sorted(scores):
        by_row.setdefault(pair[0], []).append(pair)
        by_column.setdefault(pair[1], []).append(pair)
    seen: set[Pair] = set()
    parts: list[list[Pair]] = []
    for start in sorted(scores):
        if start in seen:
            continue
        seen.add(start)
        part, waiting = [], [start]
        while waiting:
            pair = waiting.pop()
            part.append(pair)
            for neighbour in by_row.pop(pair[0], ()):
                if neighbour not in seen:
                    seen.add(neighbour)
                    waiting.append(neighbour)
            for neighbour in by_column.pop(pair[1], ()):
                if neighbour not in seen:
                    seen.add(neighbour)
                    waiting.append(neighbour)
        parts.append(sorted(part))
    return parts


def _greedy(part: list[Pair], scores: Mapping[Pair, float]) -> list[Pair]:
    rows: set[int] = set()
    columns: set[int] = set()
    chosen = []
    for pair in sorted(part, key=lambda p: (-scores[p], abs(p[0] - p[1]), p)):
        if pair[0] not in rows and pair[1] not in columns:
            rows.add(pair[0])
            columns.add(pair[1])
            chosen.append(pair)
    return chosen


def _hungarian(table: list[list[float]]) -> list[Pair]:
    """Solve the assignment problem for the greatest sum (Kuhn and Munkres, with potentials, O(n³))."""
    flipped = len(table) > len(table[0])
    if flipped:
        table = [list(column) for column in zip(*table, strict=True)]
    rows, columns = len(table), len(table[0])
    infinity = float("inf")
    row_price, column_price = [0.0] * (rows + 1), [0.0] * (columns + 1)
    owner = [0] * (columns + 1)
    for row in range(1, rows + 1):
        owner[0], column = row, 0
        least, way, used = [infinity] * (columns + 1), [0] * (columns + 1), [False] * (columns + 1)
        while owner[column]:
            used[column] = True
            current, step, following = owner[column], infinity, 0
            line = table[current - 1]
            for c in range(1, columns + 1):
                if used[c]:
                    continue
                cost = -line[c - 1] - row_price[current] - column_price[c]
                if cost < least[c]:
                    least[c], way[c] = cost, column
                if least[c] < step:
                    step, following = least[c], c
            for c in range(columns + 1):
                if used[c]:
                    row_price[owner[c]] += step
                    column_price[c] -= step
                else:
                    least[c] -= step
            column = following
        while column:
            owner[column] = owner[way[column]]
            column = way[column]
    pairs = [(owner[c] - 1, c - 1) for c in range(1, columns + 1) if owner[c]]
    return [(c, r) for r, c in pairs] if flipped else pairs
