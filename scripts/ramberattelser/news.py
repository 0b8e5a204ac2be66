"""What is new and what has changed: each change that the data tells of, with its day and its page.

A page that is put together of others, such as a list, tells the newest changes of what it shows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ramberattelser import addresses
from ramberattelser.corpus import Corpus, Story, Wording
from ramberattelser.model import Published, Revision, Revisions

MOST = 10
"""How many changes of what it shows a page has; pages of wordings, that are cited, tell them all."""
FEW = 3
"""How many of these the foot of an other page tells, so that it stays shorter than the page."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change: ``what`` of the page ``title`` at ``path``, or of the page itself where those are empty."""

    day: date
    what: str
    path: str = ""
    title: str = ""


def said(what: str) -> str:
    """Say in a sentence what a change was."""
    return f"Ändrat: {what.rstrip('.')}."


def of_itself(revisions: Revisions) -> Iterator[Change]:
    """Yield the changes of a page's own."""
    return _later(revisions)


def of_associations(corpus: Corpus) -> Iterator[Change]:
    """Yield what is new and changed of the förbund."""
    for owner, one in corpus.associations.items():
        yield from _of(one, "nytt förbund", addresses.association(owner), one.short_name)


def of_stories(stories: Iterable[Story]) -> Iterator[Change]:
    """Yield what is new and changed of ``stories``."""
    for story in stories:
        told = story.narrative
        yield from _of(told, "ny berättelse", addresses.story(story), told.title)


def of_wordings(wordings: Iterable[Wording], *, leads: bool = True) -> Iterator[Change]:
    """Yield what is new and changed of ``wordings``, collected or known to be missing.

    A page that shows them without their leads has not changed where only a lead has.
    """
    for one in wordings:
        what = "ny lydelse" if one.version.collected else "lydelse som saknas"
        path, title = addresses.wording(one), one.title
        yield Change(one.version.published, what, path, title)
        shown = (revision for revision in one.version.revisions if leads or revision.only != "ingress")
        yield from _later(shown, path, title)


def of_shared(corpus: Corpus) -> Iterator[Change]:
    """Yield what has changed in what all förbund share; of that nothing says when it was new."""
    for path, title, revisions in (
        ("/begrepp/", "Begrepp", corpus.glossary.revisions),
        ("/kallor/", "Källor", corpus.source_list.revisions),
        ("/samtal/", "Frågor att samtala om", corpus.discussions.revisions),
        ("/andamal/byggstenar/", "Byggstenar", corpus.codebook.revisions),
        ("/andamal/slaktskap/", "Släktskap", corpus.chains.revisions),
        ("/berattelser/tvars/", "Läs tvärs igenom berättelserna", corpus.question_list.revisions),
        ("/tidslinjer/", "Förbunden på samma tidslinje", corpus.national.revisions),
    ):
        yield from _later(revisions, path, title)


def together(changes: Iterable[Change]) -> list[list[Change]]:
    """Return ``changes`` in their order, those of one day that were the same on several pages as one.

    Wordings are told one by one: who compares two of them prints the changes of those two alone.
    """
    found: dict[tuple[object, ...], list[Change]] = {}
    for one in changes:
        alone = one.path if not one.path or one.path.startswith("/andamal/") else ""
        found.setdefault((one.day, one.what, alone, bool(one.path)), []).append(one)
    return list(found.values())


def few(changes: Iterable[list[Change]]) -> list[list[Change]]:
    """Return all of a page's own ``changes``, and the ``FEW`` first of other pages'."""
    own_or_first: list[list[Change]] = []
    left = FEW
    for same in changes:
        others = any(one.path for one in same)
        if not others or left:
            own_or_first.append(same)
        left -= others and left > 0
    return own_or_first


def newest(changes: Iterable[Change], since: date) -> list[Change]:
    """Return the ``changes`` later than ``since``, newest first: all of a page's own, of others ``MOST``."""
    later = [change for change in changes if change.day > since]
    later.sort(key=lambda change: (-change.day.toordinal(), change.path))
    last = [change for change in later if change.path][:MOST]
    return [change for change in later if not change.path or change in last]


def last_day(changes: Iterable[Change], since: date) -> date | None:
    """Return the day of the newest of the ``changes`` later than ``since``."""
    return max((change.day for change in changes if change.day > since), default=None)


def _of(dated: Published, new: str, path: str, title: str) -> Iterator[Change]:
    yield Change(dated.published, new, path, title)
    yield from _later(dated.revisions, path, title)


def _later(revisions: Iterable[Revision], path: str = "", title: str = "") -> Iterator[Change]:
    return (Change(revision.day, revision.what, path, title) for revision in revisions)
