"""Pages of the förbund: the list, and one that gathers all that concerns each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from ramberattelser import addresses, lanes, linked
from ramberattelser.model import Association, SourceRef
from ramberattelser.news import of_associations, of_stories, of_wordings
from ramberattelser.pages import timelines
from ramberattelser.pages.build import Builder
from ramberattelser.pages.model import Page
from ramberattelser.pages.notes import notes
from ramberattelser.rendering.typography import ended

CRUMB = ("Förbund", "/forbund/")


def pages(builder: Builder) -> Iterator[Page]:
    """Yield the list and every förbund's page."""
    yield builder.kept("alla förbund", builder.inputs.associations, make=partial(_index, builder))
    for owner in builder.corpus.associations:
        parts = _parts(builder, owner)
        yield builder.kept("förbund", *parts, make=partial(_association, builder, owner))


def _parts(builder: Builder, owner: str) -> Iterator[str]:
    """Yield what the page of a förbund depends on."""
    corpus, inputs = builder.corpus, builder.inputs
    yield from (owner, inputs.common, inputs.association(owner))
    yield from (inputs.story(story.key) for story in corpus.stories_of(owner))
    yield from (inputs.story(story.key) for story in corpus.stories_about(owner))
    yield from (inputs.wording(wording.key) for wording in corpus.versions_of(owner))


def _index(builder: Builder) -> Page:
    body = builder.render("associations", rows=list(builder.corpus.associations.items()))
    return builder.page(
        "/forbund/",
        "Förbund",
        "Samordningsförbunden i samlingen, och nätverket NNS.",
        body,
        section="forbund",
        file="",
        crumbs=(CRUMB,),
        changes=of_associations(builder.corpus),
    )


def all_refs(association: Association) -> Iterator[SourceRef]:
    """Yield every source that what is told of a förbund points to."""
    parts = (
        association.names,
        association.members,
        association.phases,
        association.events,
        association.people,
    )
    for part in parts:
        for entry in part:
            yield from entry.sources
    if association.existence:
        yield from association.existence.sources
    if association.successor:
        yield from association.successor.sources
    for gap in association.gaps:
        yield from gap.sources


def _only_members(association: Association) -> bool:
    """Tell whether where it is says no more than the names of its municipalities, which the table has."""
    names = [m.name.removesuffix(" kommun") for m in association.members if m.kind == "kommun"]
    where = re.split(r", | och ", association.region_text or "")
    return bool(names) and set(where) <= set(names)


def _association(builder: Builder, owner: str) -> Page:
    corpus = builder.corpus
    association = corpus.associations[owner]
    current = next((n for n in reversed(association.names) if n.name != "saknas"), None)
    title = current.name if current else association.short_name
    stories, about = corpus.stories_of(owner), corpus.stories_about(owner)
    versions = corpus.versions_of(owner)
    body = builder.render(
        "association",
        owner=owner,
        association=association,
        title=title,
        stories=stories,
        about=about,
        versions=versions,
        anchors=lanes.member_anchors(association),
        where="" if _only_members(association) else association.region_text,
        own_timeline=timelines.own(corpus, owner),
        notes=notes(corpus, all_refs(association)),
    )
    return builder.page(
        addresses.association(owner),
        title,
        builder.plain(association.lead),
        body,
        section="forbund",
        file=corpus.files[f"forbund:{owner}"],
        crumbs=(CRUMB, (association.short_name, addresses.association(owner))),
        dated=association,
        changes=[*of_stories([*stories, *about]), *of_wordings(versions)],
        linked=linked.association(association, addresses.association(owner)),
        owner=owner,
        cite=f"{ended(title)} Sammanställt ur källorna på sidan.",
    )
