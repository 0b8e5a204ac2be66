"""Where a wording stands: in force by its source, no longer in force, or unknown.

The sources are of different age, and none says what is in force today. So a wording is called "gällande" only
as its source has it, with the source's year: from a day that the source gives, with no end and nothing later.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ramberattelser.corpus import LAW, Corpus, Wording
from ramberattelser.dates import When


@dataclass(frozen=True, slots=True)
class Standing:
    """``kind`` for style sheets and data, ``word`` for readers, ``why`` as a sentence."""

    kind: str
    word: str
    why: str


IN_FORCE = "gallande"
ENDED = "upphavd"
UNKNOWN = "okand"
_YEAR = re.compile(r"\d{4}")


def standing(corpus: Corpus, wording: Wording) -> Standing:
    """Return where ``wording`` stands, from what the collection holds and nothing else.

    1. An end that had come when the entry was last gone through: no longer in force.
    2. A later wording of the same owner: no longer in force.
    3. The förbund had become something else by then: no longer in force.
    4. No time at all, or a time that is only inferred: unknown.
    5. Else it is in force by its source.
    """
    version = wording.version
    end = version.validity.end
    if end is not None and _had_come(end, wording):
        return Standing(ENDED, "Upphävd", f"Gällde {_until(end)}.")
    later = _next(corpus, wording)
    if later is not None:
        return Standing(ENDED, "Upphävd", f"Ersatt av en senare lydelse: {later.title}.")
    successor = None if wording.owner == LAW else corpus.associations[wording.owner].successor
    if successor is not None and _had_begun(successor.when, wording):
        return Standing(ENDED, "Upphävd", f"Förbundet blev {successor.name} {successor.when.swedish()}.")
    if not _known(version.validity.start) and end is None:
        return Standing(
            UNKNOWN,
            "Okänt om den gäller",
            "Källan anger inte när den började gälla. Ingen senare lydelse finns i samlingen.",
        )
    if version.doubt:
        return Standing(
            UNKNOWN,
            "Okänt om den gäller",
            "Att texten gällde då är en slutsats. Ingen senare lydelse finns i samlingen.",
        )
    word = f"Gällande enligt källan {_year(corpus, wording)}".rstrip()
    if end is not None and _known(end):
        return Standing(IN_FORCE, word, f"Källan anger att den gäller {_until(end)}.")
    return Standing(IN_FORCE, word, "Ingen senare lydelse är insamlad, och inget slut är känt.")


def _year(corpus: Corpus, wording: Wording) -> str:
    """Return the year of the latest source of the wording, empty where none has a year."""
    years = [_YEAR.findall(corpus.sources[ref.source].year) for ref in wording.version.sources]
    return max((year for found in years for year in found), default="")


def _known(when: When) -> bool:
    return when.kind != "undated"


def _had_come(end: When, wording: Wording) -> bool:
    """True where the end lies before the day on which the entry was last gone through."""
    latest = end.end.latest
    return _known(end) and latest is not None and latest <= wording.version.changed


def _had_begun(when: When, wording: Wording) -> bool:
    """True unless the time lies wholly after the day on which the entry was last gone through."""
    earliest = when.start.earliest
    return earliest is None or earliest <= wording.version.changed


def _until(end: When) -> str:
    words = end.swedish()
    return (
        f"längst till och med {words.removeprefix('senast ')}"
        if words.startswith("senast ")
        else f"till och med {words}"
    )


def _next(corpus: Corpus, wording: Wording) -> Wording | None:
    owner = wording.owner
    versions = corpus.law.versions if owner == LAW else corpus.clauses[owner].versions
    place = next(at for at, version in enumerate(versions) if version.id == wording.version.id) + 1
    return corpus.wordings[f"{owner}/{versions[place].id}"] if place < len(versions) else None
