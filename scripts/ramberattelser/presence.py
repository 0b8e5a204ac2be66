"""Which byggstenar each text has, since when, which it lacks, and which go beyond the law."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ramberattelser import coding
from ramberattelser.corpus import LAW, Corpus, Wording


@dataclass(frozen=True, slots=True)
class Spell:
    """A stretch of time in which one owner's text has a byggsten, as far as the collection knows.

    ``first`` and ``last`` are the wordings at its ends; ``sure_start`` is true when the wording before is
    collected and lacks it; ``still`` when no later wording that is collected lacks it. A wording that is
    not collected says nothing either way: it neither begins nor ends a stretch.
    """

    first: Wording
    last: Wording
    sure_start: bool
    still: bool


def spells(corpus: Corpus, owner: str, element: str) -> tuple[Spell, ...]:
    """Return when ``owner``'s wordings had ``element``, in time order."""
    found: list[Spell] = []
    run: list[Wording] = []
    before: Wording | None = None
    sure = False
    for wording in corpus.versions_of(owner):
        if wording.version.collected:
            if any(code.element == element for code in wording.version.codes):
                sure = sure if run else before is not None and before.version.collected
                run.append(wording)
            elif run:
                found.append(Spell(run[0], run[-1], sure, still=False))
                run = []
        before = wording
    if run:
        found.append(Spell(run[0], run[-1], sure, still=True))
    return tuple(found)


def lacking(corpus: Corpus) -> Iterator[tuple[Wording, tuple[str, ...], tuple[str, ...]]]:
    """Yield for each förbund's latest wording: what the law has and it lacks, what it has beyond the law."""
    for wording in coding.representative(corpus):
        if wording.owner == LAW:
            continue
        has = {code.element for code in wording.version.codes}
        without = tuple(e.id for e in corpus.elements.values() if not e.beyond_law and e.id not in has)
        beyond = tuple(e.id for e in corpus.elements.values() if e.beyond_law and e.id in has)
        yield wording, without, beyond
