"""Reference pages: glossary, sources, discussion questions, what is missing, A–Ö."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from ramberattelser import addresses, linked
from ramberattelser.corpus import LAW, Corpus
from ramberattelser.model import Discussion, Event, Gap, Phase, SourceRef, Term
from ramberattelser.news import of_itself
from ramberattelser.pages import associations, clauses, gaps, narratives
from ramberattelser.pages.build import Builder
from ramberattelser.pages.model import Page
from ramberattelser.pages.notes import notes
from ramberattelser.rendering.typography import NBSP
from ramberattelser.sorting import swedish_key

_Sourced = Gap | Phase | Event | Term | Discussion


def pages(builder: Builder) -> Iterator[Page]:
    """Yield the reference pages but A–Ö, which needs to know all the others."""
    yield builder.kept("begrepp", builder.inputs.shared, make=partial(_glossary, builder))
    yield _sources(builder)
    yield builder.kept("samtal", builder.inputs.shared, make=partial(_discussions, builder))
    yield _missing(builder)


def _glossary(builder: Builder) -> Page:
    terms = sorted(builder.corpus.glossary.terms, key=lambda term: swedish_key(term.name))
    refs = [ref for term in terms for ref in term.sources]
    body = builder.render("glossary", terms=terms, notes=notes(builder.corpus, refs))
    return builder.page(
        "/begrepp/",
        "Begrepp",
        "Ord som används i berättelserna och paragraferna, förklarade.",
        body,
        section="",
        file="narratives/gemensamt/begrepp.yml",
        crumbs=(("Begrepp", "/begrepp/"),),
        linked=linked.glossary(builder.corpus, builder.plain),
        changes=of_itself(builder.corpus.glossary.revisions),
    )


def _sources(builder: Builder) -> Page:
    corpus = builder.corpus
    read = [s for s in corpus.source_list.sources if s.read == "direkt"]
    mentioned = [s for s in corpus.source_list.sources if s.read != "direkt"]
    body = builder.render("sources", read=read, mentioned=mentioned, used=_where_used(corpus))
    return builder.page(
        "/kallor/",
        "Källor",
        "Alla dokument som uppgifterna på webbplatsen kommer från.",
        body,
        section="",
        file="narratives/gemensamt/kallor.yml",
        crumbs=(("Källor", "/kallor/"),),
        changes=of_itself(corpus.source_list.revisions),
    )


def _where_used(corpus: Corpus) -> dict[str, list[tuple[str, str]]]:
    """For each source, the pages (address, title) that point to it."""
    found: dict[str, dict[str, str]] = {}

    def note(refs: Iterable[SourceRef], address: str, title: str) -> None:
        for ref in refs:
            found.setdefault(ref.source, {})[address] = title

    for story in corpus.stories.values():
        note(narratives.all_refs(story), addresses.story(story), story.narrative.title)
    for wording in corpus.wordings.values():
        note(clauses.all_refs(wording), addresses.wording(wording), wording.title)
    for owner, clause in corpus.clauses.items():
        note(_of(clause.gaps), addresses.clause(owner), f"{corpus.associations[owner].genitive} ändamål")
    note(_of(corpus.law.gaps), addresses.clause(LAW), corpus.law.short_name)
    for owner, association in corpus.associations.items():
        note(associations.all_refs(association), addresses.association(owner), association.short_name)
    note(_of((*corpus.national.phases, *corpus.national.events)), "/tidslinjer/", "Tidslinjer")
    for question in corpus.questions.values():
        note(question.sources, addresses.question(question.id), question.question)
    note(_of(corpus.discussions.discussions), "/samtal/", "Frågor att samtala om")
    note(_of(corpus.glossary.terms), "/begrepp/", "Begrepp")
    note(_of(corpus.national.gaps), "/saknas/", "Det som saknas")
    return {source: list(where.items()) for source, where in found.items()}


def _of(entries: Iterable[_Sourced]) -> Iterator[SourceRef]:
    return (ref for entry in entries for ref in entry.sources)


def _discussions(builder: Builder) -> Page:
    talk = builder.corpus.discussions
    refs = [ref for item in talk.discussions for ref in item.sources]
    body = builder.render("discussions", talk=talk, notes=notes(builder.corpus, refs))
    return builder.page(
        "/samtal/",
        "Frågor att samtala om",
        builder.plain(talk.lead),
        body,
        section="",
        file="narratives/gemensamt/samtal.yml",
        crumbs=(("Samtal", "/samtal/"),),
        changes=of_itself(talk.revisions),
    )


def _missing(builder: Builder) -> Page:
    body = builder.render("missing", rows=gaps.by_owner(builder.corpus))
    return builder.page(
        "/saknas/",
        "Det som saknas",
        "Det som vetterligen finns men inte är insamlat. Hjälp gärna till.",
        body,
        section="",
        file="",
        crumbs=(("Det som saknas", "/saknas/"),),
        changes=builder.changes,
    )


def index(builder: Builder, pages: Iterable[Page], guides: Iterable[tuple[str, str]]) -> Page:
    """Return ``/a-o/``: every page under its first letter, and the terms."""
    # A byggsten is looked for by its name, as a term is.
    named = {addresses.element(one.id): f"{one.name} (byggsten)" for one in builder.corpus.codebook.elements}
    rows = [(named.get(page.path, page.title), page.path) for page in pages if page.path != "/"]
    rows += list(guides)
    rows += [(f"{term.name} (begrepp)", addresses.term(term.id)) for term in builder.corpus.glossary.terms]
    said = (repr(rows), repr(builder.all_changes), str(builder.published))
    return builder.kept("a-o", *said, make=partial(_index, builder, rows))


def _index(builder: Builder, rows: Sequence[tuple[str, str]]) -> Page:
    letters: dict[str, list[tuple[str, str]]] = {}
    for title, path in sorted(rows, key=lambda row: (swedish_key(row[0]), row[1])):
        first = next((c for c in title.upper() if c.isalnum()), "#")
        letters.setdefault(first if first.isalpha() else "0–9", []).append((title.replace("->", NBSP), path))
    body = builder.render("index", letters=letters)
    return builder.page(
        "/a-o/",
        "Alla sidor från A till Ö",
        "Alla sidor på webbplatsen i bokstavsordning.",
        body,
        section="",
        file="",
        crumbs=(("A–Ö", "/a-o/"),),
        changes=builder.all_changes,
        cite="",
    )
