"""The start page."""

from __future__ import annotations

from datetime import date

from ramberattelser import addresses, comparisons, linked
from ramberattelser.pages import gaps, wordpath_pages
from ramberattelser.pages.build import Builder
from ramberattelser.pages.model import Page

TITLE = "Ramberättelser och ändamål"


def _latest(builder: Builder) -> list[tuple[date, str, str, str]]:
    """What was added last: (day, title, address, kind), newest first, stories before wordings."""
    corpus = builder.corpus
    rows = [
        (story.narrative.changed, story.narrative.title, addresses.story(story), "berättelse")
        for story in corpus.stories.values()
    ]
    rows += [(w.version.changed, w.title, addresses.wording(w), "lydelse") for w in corpus.collected]
    return sorted(rows, key=lambda row: row[0], reverse=True)[:6]


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
        way=wordpath_pages.summary(path) if path else [],
        stories=list(corpus.stories.values()),
        declared=declared,
        latest=_latest(builder),
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
        file="narratives/gemensamt/fragor.yml",
        changes=builder.all_changes,
        linked=linked.website(TITLE),
    )
