"""What a proposal does: one corpus against another, as a ``Review`` that is printed as Markdown or HTML.

Both sides are read and made with the same code, so what differs is what the data does.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ramberattelser.corpus import Corpus
from ramberattelser.findings import Finding
from ramberattelser.pages import make_site
from ramberattelser.rendering.typography import and_list, count
from ramberattelser.reviewing import effects, things, wordings
from ramberattelser.reviewing.model import Diff, Review, Section, WordingChange
from ramberattelser.reviewing.site_pages import PageChanges, changed_pages

__all__ = ["Diff", "Review", "Section", "WordingChange", "refused", "review", "without_base"]

Guides = Mapping[str, str]

_LEAD_ON = "Låt den leda vidare med en rad i docs/omdirigeringar.yml."
_KEEP_ID = "Behåll id om det är samma sak som förut."

_MOST_FILES = 10
"""Files of other kinds that are named; the rest are counted."""


def review(
    old: Corpus,
    new: Corpus,
    old_guides: Guides,
    new_guides: Guides,
    other_files: Sequence[str] = (),
    moved: Mapping[str, str] | None = None,
) -> Review:
    """Return what it means to go from ``old`` to ``new``.

    The guides map hand-written pages below ``docs/`` to their text; ``other_files`` are changed files that
    are neither data nor such pages; ``moved`` maps old addresses to those they lead on to.
    """
    found = things.fates(old, new)
    pages = changed_pages(make_site(old), make_site(new), old_guides, new_guides, moved or {})
    warnings = [*wordings.warnings(old, new), *_gone(pages), *_code(other_files)]
    sections = [
        Section("Vad som är nytt, ändrat och borttaget", tuple(fate.told for fate in found)),
        Section(
            "Byggstenar per förbund",
            tuple(effects.matrix(old, new)),
            "Efter kodningen av varje förbunds senaste insamlade lydelse.",
        ),
        Section(
            "Släktskap",
            tuple(effects.lineage(old, new)),
            "Uppgifter ur källor, och vad som är mätt på orden.",
        ),
        Section("Tidslinjer", tuple(effects.timelines(old, new))),
        Section("Nya luckor", tuple(effects.new_gaps(old, new))),
        Section("Luckor som inte längre redovisas", tuple(effects.filled_gaps(old, new))),
        Section("Nya sidor", pages.new),
        Section("Ändrade sidor", pages.changed),
        Section("Sidor som försvinner", pages.removed),
    ]
    return Review(
        summary=(things.summary(found), _about_pages(pages), "Kontrollen har inget att anmärka på."),
        warnings=tuple(warnings),
        wordings=tuple(wordings.changed_wordings(old, new)),
        sections=tuple(section for section in sections if section.items),
    )


def refused(findings: Sequence[Finding], other_files: Sequence[str] = ()) -> Review:
    """Return the review of a proposal that does not pass the check."""
    many = count(len(findings), "sak", "saker")
    told = f"Förslaget går inte igenom kontrollen: {many} att rätta. När det är gjort visas vad det ändrar."
    return Review((told,), tuple(_code(other_files)), findings=tuple(findings))


def without_base(other_files: Sequence[str] = ()) -> Review:
    """Return the review where the earlier revision does not pass the check of today."""
    return Review(
        (
            "Förslaget går igenom kontrollen.",
            "Det som förslaget utgår från gör det inte, så vad som ändras på webbplatsen kan inte visas.",
        ),
        tuple(_code(other_files)),
    )


def _about_pages(pages: PageChanges) -> str:
    kinds = (
        (len(pages.new), "ny sida", "nya sidor"),
        (len(pages.changed), "ändrad sida", "ändrade sidor"),
        (len(pages.removed), "borttagen sida", "borttagna sidor"),
    )
    counted = [count(number, one, many) for number, one, many in kinds if number]
    return f"På webbplatsen: {and_list(counted)}." if counted else "Inga sidor ändras."


def _gone(pages: PageChanges) -> list[str]:
    return [
        *(f"En adress slutar fungera: {line}. {_LEAD_ON}" for line in pages.lost),
        *(f"Länkar till en del av en sida slutar fungera: {line}. {_KEEP_ID}" for line in pages.places),
    ]


def _code(files: Sequence[str]) -> list[str]:
    if not files:
        return []
    shown = ", ".join(files[:_MOST_FILES])
    rest = f" och {len(files) - _MOST_FILES} till" if len(files) > _MOST_FILES else ""
    return [
        "Förslaget ändrar mer än uppgifter och texter, och det kan vara sådant som körs. Den delen behöver "
        f"läsas av någon som kan koden: {shown}{rest}."
    ]
