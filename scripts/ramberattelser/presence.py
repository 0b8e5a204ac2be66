"""Which byggstenar each text has, from when until when, which it lacks, and which go beyond the law."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from ramberattelser import coding
from ramberattelser.corpus import LAW, Corpus, Wording
from ramberattelser.dates import When, moment_words, parse
from ramberattelser.dates.units import DAY


@dataclass(frozen=True, slots=True)
class Until:
    """When a stretch ended; ``when`` is None where that is not known.

    ``how``: at that time; then "at latest", since it may have been sooner; then "at least", since the wording
    that follows is not collected and may have the byggsten too.
    """

    how: Literal["at", "latest", "least"]
    when: When | None


@dataclass(frozen=True, slots=True)
class Spell:
    """A stretch of time in which one owner's text has a byggsten, as far as the collection knows.

    ``first`` and ``last`` are the wordings at its ends; ``sure_start`` is true when the wording before is
    collected and lacks it; ``still`` when no later wording that is collected lacks it. A wording that is
    not collected says nothing either way: it neither begins nor ends a stretch. ``until`` is None where the
    collection knows of no end.
    """

    first: Wording
    last: Wording
    sure_start: bool
    still: bool
    until: Until | None


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
                found.append(Spell(run[0], run[-1], sure, still=False, until=_until(corpus, run[-1])))
                run = []
        before = wording
    if run:
        found.append(Spell(run[0], run[-1], sure, still=True, until=_until(corpus, run[-1])))
    return tuple(found)


def _until(corpus: Corpus, last: Wording) -> Until | None:
    """Return when a stretch whose last wording is ``last`` ended: with the wording, or with the förbund."""
    own = corpus.versions_of(last.owner)
    later = own[own.index(last) + 1 :]
    lacks = next((wording for wording in later if wording.version.collected), None)
    if lacks is not None and lacks is not later[0]:
        return Until("latest", _before(lacks.version.validity.start))
    end = _own_end(last, later)
    if lacks is not None:
        return Until("at", end)
    if later:
        return Until("least", end)
    if end is not None:
        return Until("at", end)
    if gone := _gone(corpus, last):
        return gone
    return Until("at", None) if last.version.validity.end is not None else None


def _own_end(wording: Wording, later: Sequence[Wording]) -> When | None:
    """Return the end that the wording's entry has, or else the one that the next one's beginning gives."""
    end = wording.version.validity.end
    if end is not None and end.kind != "undated":
        return end
    return _before(later[0].version.validity.start) if later else None


def _gone(corpus: Corpus, wording: Wording) -> Until | None:
    """Return when the förbund became another, or else when it ended: its clause applied no longer."""
    if wording.owner == LAW:
        return None
    own = corpus.associations[wording.owner]
    if own.successor is not None:
        return Until("latest", _before(own.successor.when))
    last = own.existence.period.last if own.existence else None
    return Until("latest", parse(moment_words(last))) if last else None


def _before(begun: When) -> When | None:
    """Return the day before what begins on a known day, else the time of its beginning, if that is known."""
    if begun.kind == "undated":
        return None
    day = begun.start.earliest
    return parse((day - DAY).isoformat()) if day and begun.kind == "point" and begun.start.exact else begun


def lacking(corpus: Corpus) -> Iterator[tuple[Wording, tuple[str, ...], tuple[str, ...]]]:
    """Yield for each förbund's latest wording: what the law has and it lacks, what it has beyond the law."""
    for wording in coding.representative(corpus):
        if wording.owner == LAW:
            continue
        has = {code.element for code in wording.version.codes}
        without = tuple(e.id for e in corpus.elements.values() if not e.beyond_law and e.id not in has)
        beyond = tuple(e.id for e in corpus.elements.values() if e.beyond_law and e.id in has)
        yield wording, without, beyond
