"""Phrases that left their sentence, changed place inside it, or stayed while all around them changed."""

from __future__ import annotations

from collections.abc import Sequence

from .analysis import Analysis
from .gaps import fill_gaps
from .groups import Group
from .leftovers import Left, Run
from .lists import bring_comma, is_listed
from .matching import Stretch
from .staying import can_have_stayed, is_steady, that_stayed
from .sureness import can_one_stand_alone, evidence, worth_weighing

Phrase = tuple[int, int, str]
"""Two linked words, as old and new index, and the rule that linked them."""

FEW = 0.08
"""In texts with a smaller share linked, one phrase makes nothing else surer."""
ROUNDS = 4
"""What is linked makes what is left surer, but so many rounds are enough."""


def phrase_links(
    old: Analysis,
    new: Analysis,
    groups: Sequence[Group],
    links: list[Stretch],
    known: Sequence[Phrase] = (),
) -> list[Phrase]:
    """Link phrases among the leftovers, the surest first; `known` are those that were found before.

    Commas of lists are relinked in `links` where a word of the list takes its comma along.
    """
    left = Left(old, new, groups, links)
    found: list[Phrase] = []
    for i, j, rule in known:
        if left.old.free[i] and left.new.free[j]:
            _take(left, (i, j, 1), rule, found)
    tried: set[tuple[int, ...]] = set()
    for _ in range(ROUNDS):
        before = len(found)
        far = left.far_runs()
        if not (groups or found) and _is_hopeless(left, far):
            break
        _link_sure(left, [*far, *left.near_runs()], links, found)
        steady = is_steady(left)
        for run in that_stayed(left, far, found) if steady else ():
            trimmed = left.trimmed(run)
            if trimmed is not None and not left.crosses(trimmed[0], trimmed[1]):
                _take(left, trimmed, "phrase", found)
        if left.linked_share() < FEW:
            break
        found.extend((i, j, "phrase") for i, j in fill_gaps(left, steady, tried))
        if len(found) == before:
            break
    return found


def _is_hopeless(left: Left, far: Sequence[Run]) -> bool:
    """Tell at a glance that no phrase can be linked in two texts without a sentence in common."""
    return not can_have_stayed(left, far) and not can_one_stand_alone(left, far)


def _link_sure(left: Left, runs: Sequence[Run], links: list[Stretch], found: list[Phrase]) -> None:
    """Link runs that are sure enough each for itself."""
    share = left.linked_share()
    graded = []
    for run in worth_weighing(left, runs, share):
        trimmed = left.trimmed(run)
        if trimmed is not None:
            held = evidence(left, trimmed, share)
            if held >= 0 or trimmed[2] == 1:
                graded.append((-held, trimmed))
    graded.sort()
    for _, run in graded:
        trimmed = left.trimmed(run)
        if trimmed is None:
            continue
        if trimmed[2] == 1 and is_listed(left, trimmed[0], trimmed[1]):
            _take(left, bring_comma(left, trimmed, links), "listed", found)
        elif evidence(left, trimmed, share) >= 0:
            _take(left, trimmed, "phrase", found)


def _take(left: Left, run: Run, rule: str, found: list[Phrase]) -> None:
    i, j, size = run
    for k in range(size):
        left.take(i + k, j + k)
        found.append((i + k, j + k, rule))
