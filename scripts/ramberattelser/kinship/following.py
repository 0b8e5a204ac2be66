"""Three texts: a parent before and after a change, and the child. Did the child follow?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from ramberattelser import comparisons
from ramberattelser.comparing import Comparison, Unit, analyse
from ramberattelser.comparisons import Pair
from ramberattelser.corpus import Corpus, Wording
from ramberattelser.kinship.times import is_older

Verdict = Literal["followed", "stayed", "partly", "otherwise", "absent"]
"""``otherwise``: the child gave up what the parent replaced, for something else; ``absent``: the child has
neither the old nor the new sentence, so there is nothing to judge by."""


class _Judged(NamedTuple):
    """Of the words that the parent struck, how many the child gave up; of those put in, how many it has."""

    struck: int
    gone: int
    put_in: int
    taken: int


@dataclass(frozen=True, slots=True)
class FollowRow:
    """A sentence that the parent changed, added or struck, in the three texts, and what the child did.

    Texts are exact, "" where a text lacks the sentence; ``numbers`` are the sentences' numbers (from 1),
    before, after and in the child, 0 where it is lacking. Of ``words`` that the parent struck or put in, the
    child did the same with ``same``.
    """

    before: str
    after: str
    child: str
    numbers: tuple[int, int, int]
    words: int
    same: int
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Follow:
    """A parent before and after a change, the child, and the sentences that the parent changed.

    ``later``: the child's text is from after the change, so that it could have followed.
    """

    before: Wording
    after: Wording
    child: Wording
    rows: tuple[FollowRow, ...]
    later: bool

    def count(self, verdict: Verdict) -> int:
        """Count the sentences of a verdict."""
        return sum(row.verdict == verdict for row in self.rows)


class ChangedParent(NamedTuple):
    """A parent before and after a change, and a child of it between förbund."""

    before: Wording
    after: Wording
    child: Wording


def changed_parents(corpus: Corpus, pairs: Iterable[Pair]) -> Iterator[ChangedParent]:
    """Yield each child between förbund whose declared parent has two collected wordings, with these.

    The change is the one next after the wording that the child builds on; the child's are all its owner's
    collected wordings from the one with the relation on.
    """
    seen: set[tuple[str, str, str]] = set()
    for pair in pairs:
        if pair.relation is None or pair.old.owner == pair.new.owner:
            continue
        versions = [w for w in corpus.versions_of(pair.old.owner) if w.version.collected]
        place = [w.key for w in versions].index(pair.old.key)
        own = [w for w in corpus.versions_of(pair.new.owner) if w.version.collected]
        children = own[[w.key for w in own].index(pair.new.key) :]
        for before, after in zip(versions[place:], versions[place + 1 :], strict=False):
            for child in children:
                key = (before.key, after.key, child.key)
                if key not in seen:
                    seen.add(key)
                    yield ChangedParent(before, after, child)


def follow(before: Wording, after: Wording, child: Wording) -> Follow:
    """Set the child beside each sentence that was changed from ``before`` to ``after``."""
    change = comparisons.comparison(before, after)
    to_old = comparisons.comparison(before, child)
    to_new = comparisons.comparison(after, child)
    rows = []
    for olds, news in _changed(change):
        theirs = _partners(to_new, news) or _partners(to_old, olds)
        judged = _judged(change, to_old, to_new, olds, news)
        rows.append(
            FollowRow(
                before=_text(change.old, change.old_units, olds),
                after=_text(change.new, change.new_units, news),
                child=_text(to_new.new, to_new.new_units, theirs),
                numbers=(_number(olds), _number(news), _number(theirs)),
                words=judged.struck + judged.put_in,
                same=judged.gone + judged.taken,
                verdict=_verdict(olds, news, theirs, judged),
            )
        )
    return Follow(before, after, child, tuple(rows), is_older(after, child))


def _changed(change: Comparison) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Return the sentences (before, after) that are not the same in both, in the order of the later text."""
    found: list[tuple[tuple[int, ...], tuple[int, ...]]] = []
    for pair in change.pairs:
        if _text(change.old, change.old_units, pair.old) != _text(change.new, change.new_units, pair.new):
            found.append((pair.old, pair.new))
    olds = {unit for pair in change.pairs for unit in pair.old}
    news = {unit for pair in change.pairs for unit in pair.new}
    found += [((), (unit.index,)) for unit in change.new_units if unit.index not in news]
    found.sort(key=lambda entry: entry[1])
    found += [((unit.index,), ()) for unit in change.old_units if unit.index not in olds]
    return found


def _partners(made: Comparison, units: Sequence[int]) -> tuple[int, ...]:
    """Return the child's sentences that belong to ``units`` of the parent."""
    chosen = set(units)
    return tuple(sorted({new for pair in made.pairs if chosen & set(pair.old) for new in pair.new}))


def _judged(
    change: Comparison, to_old: Comparison, to_new: Comparison, olds: Sequence[int], news: Sequence[int]
) -> _Judged:
    """Return how many words the parent struck and put in, and how many of them the child did too."""
    kept_old, kept_new = change.linked
    struck = [span for span in _words(change.old, change.old_units, olds) if span not in kept_old]
    put_in = [span for span in _words(change.new, change.new_units, news) if span not in kept_new]
    still, has = to_old.linked[0], to_new.linked[0]
    gone, taken = sum(span not in still for span in struck), sum(span in has for span in put_in)
    return _Judged(len(struck), gone, len(put_in), taken)


def _words(text: str, units: Sequence[Unit], chosen: Sequence[int]) -> list[tuple[int, int]]:
    inside = [(units[at].start, units[at].end) for at in chosen]
    return [
        (token.start, token.end)
        for token in analyse(text).tokens
        if token.kind in ("word", "number") and any(a <= token.start < b for a, b in inside)
    ]


def _verdict(olds: Sequence[int], news: Sequence[int], theirs: Sequence[int], judged: _Judged) -> Verdict:
    words, same = judged.struck + judged.put_in, judged.gone + judged.taken
    if not theirs:
        return "stayed" if not olds else "absent" if news else "followed"
    if not olds:
        return "followed" if same * 2 >= words else "partly"
    if not news:
        return "stayed"
    if not words:
        return "followed"
    if judged.gone and judged.put_in and not judged.taken:
        return "otherwise"
    return "followed" if same == words else "partly" if same else "stayed"


def _text(text: str, units: Sequence[Unit], chosen: Sequence[int]) -> str:
    return " ".join(" ".join(text[units[at].start : units[at].end].split()) for at in chosen)


def _number(units: Sequence[int]) -> int:
    return units[0] + 1 if units else 0
