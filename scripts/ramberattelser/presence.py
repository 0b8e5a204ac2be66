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
    collected and lacks it; ``still`` when no later wording is known.
    """

    first: Wording
    last: Wording
    sure_start: bool
    still: bool


def spells(corpus: Corpus, owner: str, element: str) -> tuple[Spell, ...]:
    """Return when ``owner``'s wordings had ``element``, in time order."""
    versions = corpus.versions_of(owner)
    found: list[Spell] = []
    run: list[int] = []
    for position, wording in enumerate((*versions, None)):
        has = wording is not None and any(code.element == element for code in wording.version.codes)
        if has:
            run.append(position)
        elif run:
            before = versions[run[0] - 1] if run[0] else None
            sure = before is not None and before.version.collected
            found.append(Spell(versions[run[0]], versions[run[-1]], sure, run[-1] == len(versions) - 1))
            run = []
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
