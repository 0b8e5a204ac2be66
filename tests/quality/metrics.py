"""Measures of a comparison against the truth. Links are counted on words, as (old span, new span)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from ramberattelser.comparing.frame import heaviest_increasing

Span = tuple[int, int]
Links = Sequence[tuple[Span, Span]]
Row = tuple[str, Span | None, Span | None]
"""A segment as a program reads it: op, old span, new span."""

_WORD = re.compile(r"\w[\w\u0300-\u036f\u00ad]*(?:[-:]\w[\w\u0300-\u036f\u00ad]*)*")


def words(text: str) -> list[Span]:
    """Give the spans of the words of a text, by rules of this measure's own."""
    return [match.span() for match in _WORD.finditer(text)]


def links_in(old: str, new: str, rows: Sequence[Row]) -> list[tuple[Span, Span, bool]]:
    """Read word links off segments: inside an equal or moved one, words go together in order."""
    olds, news = words(old), words(new)
    old_starts, new_starts = [span[0] for span in olds], [span[0] for span in news]
    found: list[tuple[Span, Span, bool]] = []
    for op, left, right in rows:
        if op not in ("equal", "moved") or left is None or right is None:
            continue
        one = _inside(olds, old_starts, left)
        other = _inside(news, new_starts, right)
        if len(one) == len(other):
            found.extend((a, b, op == "moved") for a, b in zip(one, other, strict=True))
    return found


def _inside(spans: list[Span], starts: list[int], span: Span) -> list[Span]:
    found = []
    for k in range(bisect_left(starts, span[0]), len(spans)):
        if spans[k][1] > span[1]:
            break
        found.append(spans[k])
    return found


@dataclass(frozen=True, slots=True)
class Score:
    """The figures of one case; shares are None where there is nothing to count."""

    precision: float
    recall: float
    f1: float
    moved_found: float | None
    false_moves: int
    runs: int
    true_runs: int
    rebuilt: bool


def score(old: str, new: str, truth: Links, rows: Sequence[Row]) -> Score:
    """Measure the segments of one case against its true links."""
    known = set(words(old))
    true = {(a, b) for a, b in truth if a in known}
    found = links_in(old, new, rows)
    got = {(a, b) for a, b, _ in found}
    good = len(true & got)
    precision = good / len(got) if got else 1.0
    recall = good / len(true) if true else 1.0
    f1 = 2 * good / (len(true) + len(got)) if true or got else 1.0
    moved = moved_links(sorted(true))
    return Score(
        precision,
        recall,
        f1,
        len(moved & got) / len(moved) if moved else None,
        _false_moves(old, new, true, rows),
        _runs(sorted(got), old, new),
        _runs(sorted(true), old, new),
        rebuilt(old, new, rows),
    )


def moved_links(true: Links) -> set[tuple[Span, Span]]:
    """Give the true links outside the heaviest set of runs in one order."""
    runs: list[list[tuple[Span, Span]]] = []
    order = {b: k for k, b in enumerate(sorted(b for _, b in true))}
    for link in true:
        if runs and order[link[1]] == order[runs[-1][-1][1]] + 1:
            runs[-1].append(link)
        else:
            runs.append([link])
    kept = set(heaviest_increasing([(k, order[run[0][1]], float(len(run))) for k, run in enumerate(runs)]))
    return {link for k, run in enumerate(runs) if k not in kept for link in run}


def _false_moves(old: str, new: str, true: set[tuple[Span, Span]], rows: Sequence[Row]) -> int:
    """Count moved segments of which most words did not come from there."""
    count = 0
    for row in rows:
        if row[0] == "moved":
            inside = [(a, b) for a, b, _ in links_in(old, new, [row])]
            count += bool(inside) and 2 * sum(link in true for link in inside) <= len(inside)
    return count


def _runs(links: Links, old: str, new: str) -> int:
    """Count unbroken runs of linked words."""
    olds = {span: k for k, span in enumerate(words(old))}
    news = {span: k for k, span in enumerate(words(new))}
    count, last = 0, (-9, -9)
    for a, b in links:
        place = (olds[a], news.get(b, -1))
        count += place != (last[0] + 1, last[1] + 1)
        last = place
    return count


def rebuilt(old: str, new: str, rows: Sequence[Row]) -> bool:
    """Tell whether the segments partition both texts exactly."""
    olds = sorted(left for _, left, _ in rows if left)
    news = [right for _, _, right in rows if right]
    return _covers(olds, len(old)) and _covers(news, len(new))


def _covers(spans: Sequence[Span], size: int) -> bool:
    at = 0
    for low, high in spans:
        if low != at or high <= low:
            return False
        at = high
    return at == size
