"""Words that change place in a list: "Försäkringskassan, kommunen och regionen" in another order."""

from __future__ import annotations

from collections.abc import Sequence

from .leftovers import Left, Run, Side
from .matching import Stretch
from .vocabulary import is_content

_LISTING = frozenset({",", "och", "samt", "eller", "/", ";"})


def is_listed(left: Left, i: int, j: int) -> bool:
    """Tell whether a word stands in a list on both sides, the only one of its kind left in both units."""
    if left.home(i, j) < 0 or not is_content(left.old.text.keys[i]):
        return False
    if not (_in_list(left.old.text.keys, i) and _in_list(left.new.text.keys, j)):
        return False
    return _left_of(left.old, i) == _left_of(left.new, j) == 1


def _left_of(side: Side, at: int) -> int:
    """Count how often a word is left in its unit."""
    keys = side.text.keys
    return sum(keys[k] == keys[at] for k in side.free_in([side.text.unit_of[at]]))


def _in_list(keys: Sequence[str], at: int) -> bool:
    """Tell whether a word stands beside a comma or conjunction, as the items of a list do."""
    return (at > 0 and keys[at - 1] in _LISTING) or (at + 1 < len(keys) and keys[at + 1] in _LISTING)


def bring_comma(left: Left, run: Run, links: list[Stretch]) -> Run:
    """Let a word of a list bring its comma along, the one after it or else the one before it.

    When the comma after it is taken, the free one before it can stand in: "A, B, C" to "B, A, C" has a
    comma to spare on either side of A.
    """
    i, j, size = run
    for side, start in ((size, 0), (-1, 1)):
        if _comma(left, i + side, j + side):
            return i - start, j - start, size + 1
    old, new = left.old.text, left.new.text
    for at, link in enumerate(links):
        place, other = i + 1 - link.old, j + 1 - link.new
        if 0 <= place < link.size and old.keys[i + 1] == "," and _comma(left, i - 1, j + 1):
            _relink(left, links, at, place, (i - 1, link.new + place))
            return i, j, 2
        if 0 <= other < link.size and new.keys[j + 1] == "," and _comma(left, i + 1, j - 1):
            _relink(left, links, at, other, (link.old + other, j - 1))
            return i, j, 2
    return run


def _comma(left: Left, i: int, j: int) -> bool:
    """Tell whether an unlinked comma stands at both places."""
    olds, news = left.old.text.keys, left.new.text.keys
    if not (0 <= i < len(olds) and 0 <= j < len(news) and olds[i] == news[j] == ","):
        return False
    return bool(left.old.free[i] and left.new.free[j])


def _relink(left: Left, links: list[Stretch], at: int, place: int, words: tuple[int, int]) -> None:
    """Link two other words instead of those at a place of a stretch; what is before and after it stays."""
    one = links[at]
    left.release(one.old + place, one.new + place)
    left.take(*words)
    after = one._replace(old=one.old + place + 1, new=one.new + place + 1, size=one.size - place - 1)
    parts = (one._replace(size=place), one._replace(old=words[0], new=words[1], size=1), after)
    links[at : at + 1] = [part for part in parts if part.size]
