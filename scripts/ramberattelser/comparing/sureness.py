"""How sure it is that words left over in both texts are the same run, in bits above what is needed."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import sqrt

from .analysis import Analysis, Keys
from .chance import near_bits, room
from .evidence import MOST as MOST_TOLD
from .evidence import from_place, phrased
from .groups import Group
from .leftovers import Left, Run, Side

ANYWHERE = 6.0
"""What a run needs that may have come from anywhere."""
AT_HOME = 3.0
"""What it needs inside one group of units."""
KIN = 4.0
"""How much less it needs anywhere in texts of which half or more is linked already."""
STRANGE = 14.0
"""How much more a turn of phrase needs between sentences that are not known from the other text.

Besides, what else is linked tells nothing of those: they need what they would in texts with nothing linked.
Six or seven telling words are the same words to a reader; three or four frequent ones are not.
"""
MOSTLY, MOST = 8.0, 0.6
"""How much more when it is most of such a sentence, and the share of the sentence that is most of it."""
ALL = 0.94
"""The share that is all of it: a sentence that was cut out of a longer one, or put into it."""
LEAVING = 0.7
"""The share of that which a phrase keeps, however much is linked, that would have left a sentence which is
gone for one which is new: a sentence struck and another added may well use one turn of phrase."""
LONG, LENGTH = 8, 8.0
"""The number of tokens that no turn of phrase has more of, and how much less each of those more needs."""
FAMILIAR = 0.4
"""The share of both texts that is linked when what `STRANGE` and `MOSTLY` ask for begins to fade out."""
FEW = 4
"""Sentences with fewer different telling words in common have next to nothing but one phrase in common."""
ALONE, LONE = 4.0, 6.0
"""How much more a single word needs anywhere, and the most that it tells inside its group."""


def evidence(left: Left, run: Run, share: float) -> float:
    """Give the evidence for a run above what is needed, when `share` of both texts is linked.

    A run that returns in the texts says less, unless it is all that is missing in its place: which of the
    places of a boilerplate phrase it came from is anybody's guess.
    """
    i, j, size = run
    old, new = left.old, left.new
    told, home = _told(left, run), left.home(i, j)
    needed = _anywhere(left, size, share) + (ALONE if size == 1 else 0.0)
    if told < needed and home < 0:
        return round(told - needed, 6)
    if not (old.is_closed(i, size) and new.is_closed(j, size)):
        told /= _returns(old.text, new.text, old.text.keys[i : i + size])
    best = told - needed
    if best >= 0:
        strange = _strangeness(left, run)
        if strange:
            fading = max(_fading(share), LEAVING if _left_for_another(left, run) else 0.0)
            best -= (strange + KIN * min(1.0, 2 * share)) * fading
    if home >= 0:
        best = max(best, _at_home(left, run, told, left.groups[home]))
    return round(best, 6)


def worth_weighing(left: Left, runs: Sequence[Run], share: float) -> list[Run]:
    """Give the runs that may have evidence enough: most are seen at a glance not to have it."""
    tells, fading = left.old.text.tells, MOSTLY * _fading(share)
    homes, others = left.old.group, left.new.group
    unit_of, other_unit_of = left.old.text.unit_of, left.new.text.unit_of
    least: dict[int, float] = {}
    found = []
    for run in runs:
        i, j, size = run
        home, other = homes.get(unit_of[i], -1), others.get(other_unit_of[j], -2)
        if home != other:
            if size not in least:
                least[size] = _anywhere(left, size, share) - 0.001
            if tells[i + size] - tells[i] < least[size] + (fading if home < 0 or other < 0 else 0.0):
                continue
        found.append(run)
    return found


def can_one_stand_alone(left: Left, runs: Sequence[Run]) -> bool:
    """Tell whether one of the runs is sure enough in two texts of which nothing is linked."""
    tells = left.old.text.tells
    for run in runs:
        i, _, size = run
        told = tells[i + size] - tells[i]
        if told < ANYWHERE + MOSTLY:
            continue
        told -= _anywhere(left, size, 0.0)
        if told >= MOSTLY and told >= _strangeness(left, run):
            return True
    return False


def _told(left: Left, run: Run) -> float:
    i, _, size = run
    return left.old.text.tells[i + size] - left.old.text.tells[i]


def _anywhere(left: Left, size: int, share: float) -> float:
    """Give what a run of so many words needs that may have come from anywhere."""
    places = (left.old.count - size + 1) * (left.new.count - size + 1)
    return room(places) + ANYWHERE - KIN * min(1.0, 2 * share)


def _fading(share: float) -> float:
    """Say how much of their strangeness sentences keep when so much of the texts is linked."""
    return min(1.0, (1 - share) / (1 - FAMILIAR))


def _at_home(left: Left, run: Run, told: float, group: Group) -> float:
    """Give the evidence for a run inside a group of units."""
    i, _, size = run
    if size > 1:
        olds, news = sum(left.old.left[u] for u in group.olds), sum(left.new.left[v] for v in group.news)
        return told - room((olds - size + 1) * (news - size + 1)) - AT_HOME
    olds, news = _words_in(left.old, group.olds), _words_in(left.new, group.news)
    return min(near_bits(left.old.text.keys[i]), LONE) - room(olds * news) - AT_HOME


def _words_in(side: Side, units: Sequence[int]) -> int:
    """Count the free words of some units, without punctuation."""
    return sum(side.text.wordlike[i] for i in side.free_in(units))


def _strangeness(left: Left, run: Run) -> float:
    """Say how much more a phrase needs that may be a turn of phrase which two sentences happen to share.

    Nothing when both sentences are known from the other text; a little when it is most of a sentence that is
    gone or new.
    """
    i, j, size = run
    most, held = STRANGE - LENGTH * max(0, size - LONG), left.old.text.heft[i + size] - left.old.text.heft[i]
    known = True
    for side, at in ((left.old, i), (left.new, j)):
        unit = side.text.unit_of[at]
        if unit not in side.group:
            known = False
            low, high = side.text.bodies[unit]
            whole = side.text.heft[high] - side.text.heft[low]
            if held >= ALL * whole:
                return 0.0
            if held >= MOST * whole:
                most = min(most, MOSTLY)
    if known:
        return 0.0
    if most > 0.0:
        most -= _support(left, run)
    return max(0.0, most)


def _left_for_another(left: Left, run: Run) -> bool:
    """Tell whether a phrase would have moved from a sentence that is gone to one that is new."""
    i, j, _ = run
    old, new = left.old, left.new
    gone, come = old.text.unit_of[i] not in old.group, new.text.unit_of[j] not in new.group
    return gone and come and left.crosses(i, j)


def _support(left: Left, run: Run) -> float:
    """Say what else the two sentences of a phrase have in common, in one order."""
    i, j, _ = run
    old, new = left.old.text, left.new.text
    u, v = old.unit_of[i], new.unit_of[j]
    if len(old.distinct[u] & new.distinct[v]) < FEW or left.crosses(i, j):
        return 0.0
    own = min(MOST_TOLD, _told(left, run))
    return max(0.0, phrased(old.unit_keys[u], new.unit_keys[v]) - own - from_place(old, new, u, v))


def _returns(old: Analysis, new: Analysis, keys: Keys) -> float:
    """Say how much less a run tells because all of it stands several times in one of the texts."""
    if len(keys) == 1:
        count = max(old.counts[keys[0]], new.counts[keys[0]])
    else:
        count = min(max(old.beside[pair], new.beside[pair]) for pair in pairwise(keys))
    return sqrt(count) if count <= 2 else count
