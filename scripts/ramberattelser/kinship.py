"""Who took what from whom: what a declared relation shows in the words, and where the two disagree.

Declared relations come from the data, with evidence; everything else here is measured on the texts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ramberattelser import comparisons
from ramberattelser.comparing import Comparison
from ramberattelser.comparisons import Pair
from ramberattelser.corpus import LAW, Corpus, Wording


@dataclass(frozen=True, slots=True)
class Inheritance:
    """What became of a parent's sentences in the child, by sentence number (from 1).

    ``taken`` and ``changed`` are numbers in the child, ``left_out`` in the parent, ``added`` in the child.
    """

    taken: tuple[int, ...]
    changed: tuple[int, ...]
    left_out: tuple[int, ...]
    added: tuple[int, ...]
    moved: tuple[int, ...]


def inheritance(made: Comparison) -> Inheritance:
    """Return what was taken, changed, left out and added, sentence by sentence."""
    touched_new = {c.new_unit for c in made.changes if c.kind != "moved" and c.new_unit is not None}
    touched_old = {c.old_unit for c in made.changes if c.kind != "moved" and c.old_unit is not None}
    taken, changed, moved = [], [], []
    for pair in made.pairs:
        same = not (touched_new & set(pair.new)) and not (touched_old & set(pair.old))
        (taken if same else changed).extend(unit + 1 for unit in pair.new)
        if pair.moved:
            moved.extend(unit + 1 for unit in pair.new)
    paired_old = {unit for pair in made.pairs for unit in pair.old}
    paired_new = {unit for pair in made.pairs for unit in pair.new}
    return Inheritance(
        taken=tuple(sorted(taken)),
        changed=tuple(sorted(changed)),
        left_out=tuple(u + 1 for u in range(len(made.old_units)) if u not in paired_old),
        added=tuple(u + 1 for u in range(len(made.new_units)) if u not in paired_new),
        moved=tuple(sorted(moved)),
    )


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A declared parent that is not the closest text: ``closer`` is more like the child."""

    pair: Pair
    closer: Wording
    declared_likeness: float
    closer_likeness: float


def disagreements(corpus: Corpus, pairs: Iterable[Pair]) -> Iterator[Disagreement]:
    """Yield declared relations between förbund where an older text is closer than the declared parent."""
    for pair in pairs:
        if pair.relation is None or pair.old.owner == pair.new.owner:
            continue
        parents = {str(relation.version) for relation in pair.new.version.relations}
        for relative in comparisons.relatives(corpus, pair.new):
            if relative.likeness <= pair.comparison.likeness:
                break
            if relative.wording.key not in parents and relative.wording.owner not in (LAW, pair.new.owner):
                mine = pair.comparison.likeness
                yield Disagreement(pair, relative.wording, mine, relative.likeness)
                break


def undeclared(corpus: Corpus, pairs: Iterable[Pair], least: float = 0.3) -> list[tuple[Wording, Wording, float]]:
    """Return pairs of different förbund that are alike by ``least`` or more without any source saying why."""
    declared = {frozenset((p.old.key, p.new.key)) for p in pairs if p.relation is not None}
    texts = [w for w in corpus.collected if w.owner != LAW]
    found = []
    for position, new in enumerate(texts):
        for old in texts[:position]:
            if old.owner == new.owner or frozenset((old.key, new.key)) in declared:
                continue
            likeness = comparisons.comparison(old, new).likeness
            if likeness >= least:
                found.append((old, new, likeness))
    return sorted(found, key=lambda row: (-row[2], row[0].key, row[1].key))


@dataclass(frozen=True, slots=True)
class Follow:
    """Three texts: a parent before and after a change, and the child, with what the child did.

    ``followed`` and ``stayed`` are sentence numbers of the parent's later text whose change the child has,
    or has not.
    """

    before: Wording
    after: Wording
    child: Wording
    followed: tuple[int, ...]
    stayed: tuple[int, ...]


def follows(corpus: Corpus, pairs: Iterable[Pair]) -> Iterator[Follow]:
    """Yield a three-way view for every child whose declared parent was later changed.

    For each sentence that the parent changed: is the child's matching sentence closer to the parent's new
    wording than to the old?
    """
    for pair in pairs:
        if pair.relation is None or pair.old.owner == pair.new.owner:
            continue
        versions = [w for w in corpus.versions_of(pair.old.owner) if w.version.collected]
        place = next((i for i, w in enumerate(versions) if w.key == pair.old.key), len(versions))
        for after in versions[place + 1 :]:
            for child in corpus.versions_of(pair.new.owner):
                if child.version.collected:
                    yield follow(pair.old, after, child)


def follow(before: Wording, after: Wording, child: Wording) -> Follow:
    """Return whether ``child`` follows what changed from ``before`` to ``after``."""
    change = comparisons.comparison(before, after)
    touched = {c.new_unit for c in change.changes if c.new_unit is not None}
    mine = comparisons.comparison(after, child)
    same = {u for pair in mine.pairs if pair.score >= _SAME for u in pair.old}
    followed = tuple(u + 1 for u in sorted(touched) if u in same)
    stayed = tuple(u + 1 for u in sorted(touched) if u not in same)
    return Follow(before, after, child, followed, stayed)


_SAME = 0.95
"""Sentences this alike are taken as the same wording."""
