"""The start page."""

from __future__ import annotations

from ramberattelser import comparisons, linked
from ramberattelser.corpus import Corpus
from ramberattelser.news import Change, of_associations, of_shared, of_stories, of_wordings, together
from ramberattelser.pages import gaps, wordpath_pages
from ramberattelser.pages.build import Builder
from ramberattelser.pages.model import Page

TITLE = "Ramberättelser och ändamål"
MOST = 8
"""How many pages that are new or changed the page tells of."""


def _latest(corpus: Corpus) -> list[list[Change]]:
    """What is new or changed, newest first, each page once; the same on several pages is told once."""
    told = [*of_stories(corpus.stories.values()), *of_wordings(corpus.collected), *of_associations(corpus)]
    told += of_shared(corpus)
    told.sort(key=lambda change: change.day, reverse=True)
    last: dict[str, Change] = {}
    for change in told:
        last.setdefault(change.path, change)
    return together(list(last.values())[:MOST])


def page(builder: Builder) -> Page:
    """Return ``/``."""
    corpus = builder.corpus
    declared = [
        pair for pair in comparisons.pairs(corpus) if pair.relation and pair.old.owner != pair.new.owner
    ]
    chains = [chain for chain in corpus.chains.chains if len(wordpath_pages.wordings(builder, chain)) > 1]
    path = wordpath_pages.path_of(builder, chains[0]) if chains else None
    body = builder.render(
        "start",
        path=path,
        way=[*wordpath_pages.summary(path), *wordpath_pages.older(path)] if path else [],
        stories=list(corpus.stories.values()),
        declared=declared,
        latest=_latest(corpus),
        missing=[w for w in corpus.wordings.values() if not w.version.collected],
        gap_count=gaps.count(corpus),
        first_question=next(iter(corpus.questions.values())),
    )
    return builder.page(
        "/",
        TITLE,
        "Samordningsförbundens berättelser och ändamålsparagrafer, samlade ordagrant och med källa.",
        body,
        section="",
        file="",
        changes=builder.all_changes,
        linked=linked.website(TITLE),
    )
