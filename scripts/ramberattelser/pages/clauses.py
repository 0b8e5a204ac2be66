"""Pages of the wordings: all clauses with the matrix, each clause's history, each wording."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import chain

from ramberattelser import addresses, coding, comparisons, kinship, linked
from ramberattelser.caching import digest
from ramberattelser.comparing import sentences, word_count
from ramberattelser.corpus import LAW, Wording
from ramberattelser.model import SourceRef
from ramberattelser.news import of_wordings
from ramberattelser.pages import wordpath_pages
from ramberattelser.pages.build import Builder
from ramberattelser.pages.model import Page
from ramberattelser.pages.notes import notes
from ramberattelser.rendering.environment import valid_text
from ramberattelser.rendering.typography import count, ended

CRUMB = ("Ändamål", "/andamal/")
MOST_COLUMNS = 40
"""A matrix of more columns cannot be read: it gives way to how many texts have each byggsten."""
SHORT = 130
"""A clause that takes no more room than so many words, half a sheet of paper, stands whole there."""
BESIDE_A_SENTENCE = 25
"""Words that would have room on paper where the byggstenar of a sentence stand."""


def pages(builder: Builder) -> Iterator[Page]:
    """Yield all pages about wordings but comparisons."""
    inputs = builder.inputs
    yield builder.kept("ändamål", inputs.clauses, make=partial(_index, builder))
    for owner in (LAW, *builder.corpus.clauses):
        yield builder.kept(
            "historia", *_history_parts(builder, owner), make=partial(_history, builder, owner)
        )
    for wording in builder.corpus.wordings.values():
        parts, make = partial(_wording_parts, builder, wording), partial(_wording, builder, wording)
        yield builder.kept_apart("lydelse", wording.key, inputs.clauses, parts=parts, make=make)


def _history_parts(builder: Builder, owner: str) -> Iterator[str]:
    """Yield what the page of a clause's history depends on."""
    corpus, inputs = builder.corpus, builder.inputs
    yield owner
    yield inputs.common
    yield digest(corpus.law.lead, inputs.referred(corpus.law.lead)) if owner == LAW else ""
    yield from (inputs.wording(wording.key) for wording in corpus.versions_of(owner))
    yield inputs.gaps(owner)
    for pair in builder.pairs_of.get(owner, ()):
        yield from (inputs.wording(pair.old.key), inputs.wording(pair.new.key), repr(pair.reasons))


def _wording_parts(builder: Builder, wording: Wording) -> str:
    """Return a digest of what the page of a wording depends on."""
    corpus, inputs = builder.corpus, builder.inputs
    line = kinship.line(corpus, wording)
    shown = (corpus.versions_of(wording.owner), line, _near(builder, wording))
    groups = [[one.key for one in group] for group in shown]
    told = list(dict.fromkeys(chain.from_iterable(groups)))
    parts = [wording.key, inputs.common, inputs.chained, repr(groups), *map(inputs.wording, told)]
    if wording.version.collected and (outside := kinship.sign_of_outside(corpus, wording)):
        own = (inputs.wording(one.key) for one in line)
        work = partial(kinship.told_outside, corpus, wording)
        parts.append(builder.store.kept("äldre ord", *own, outside, make=work))
    known = builder.pair_pages
    pages = [((other, wording.key) in known, (wording.key, other) in known) for other in told]
    named, more = coding.others(corpus, wording)
    held = {name: [other.named for other in others] for name, others in named.items()}
    return digest(*parts, repr(pages), repr(held), repr(dict(more)))


def _near(builder: Builder, wording: Wording) -> list[Wording]:
    """Return the texts that the page of a wording may tell of as its nearest."""
    return comparisons.others(builder.corpus, wording) if wording.version.collected else []


def _relatives(builder: Builder, wording: Wording) -> list[comparisons.Relative]:
    if not wording.version.collected:
        return []
    return comparisons.relatives(builder.corpus, wording, builder.measured)


def _index(builder: Builder) -> Page:
    corpus = builder.corpus
    columns = coding.representative(corpus)
    if len(columns) > MOST_COLUMNS:
        columns = ()
    matrix = [
        (element, [coding.quotes_of(w, element.id) for w in columns]) for element in corpus.elements.values()
    ]
    missing = [w for w in corpus.wordings.values() if not w.version.collected]
    rows = [(w, word_count(w.version.text), len(sentences(w.version.text.strip()))) for w in corpus.collected]
    way = any(len(wordpath_pages.wordings(builder, chain)) > 1 for chain in corpus.chains.chains)
    body = builder.render(
        "clauses",
        columns=columns,
        matrix=matrix,
        counts={name: len(held) for name, held in coding.holders(corpus).items()},
        texts=len(coding.representative(corpus)),
        rows=rows,
        missing=missing,
        way=way,
    )
    return builder.page(
        "/andamal/",
        "Ändamål",
        "Förbundens ändamålsparagrafer, ordagrant, och vilka byggstenar var och en har.",
        body,
        section="andamal",
        file="",
        crumbs=(CRUMB,),
        changes=builder.clause_changes,
    )


def _owner(builder: Builder, owner: str) -> tuple[str, str, str, str]:
    """Return (short name, genitive, signature, hue) of a förbund or the law."""
    if owner == LAW:
        return builder.corpus.law.short_name, "Lagens", builder.corpus.law.signature, "lag"
    association = builder.corpus.associations[owner]
    return association.short_name, association.genitive, association.signature, association.hue


def _history(builder: Builder, owner: str) -> Page:
    corpus = builder.corpus
    name, genitive, signature, hue = _owner(builder, owner)
    versions = corpus.versions_of(owner)
    gaps = corpus.law.gaps if owner == LAW else corpus.clauses[owner].gaps
    measured = [(p, builder.measured(p.old, p.new).likeness) for p in builder.pairs_of.get(owner, ())]
    pairs = sorted(measured, key=lambda found: (found[0].relation is None, -found[1]))
    refs = [ref for w in versions for ref in w.version.sources]
    title = "Lagens 1 och 2 §§" if owner == LAW else f"{genitive} ändamål"
    lead = corpus.law.lead if owner == LAW else _history_lead(genitive, versions)
    body = builder.render(
        "clause_history",
        title=title,
        lead=lead,
        name=name,
        signature=signature,
        hue=hue,
        owner=owner,
        is_law=owner == LAW,
        versions=versions,
        gaps=gaps,
        pairs=pairs,
        notes=notes(corpus, [*refs, *(ref for gap in gaps for ref in gap.sources)]),
    )
    return builder.page(
        addresses.clause(owner),
        title,
        builder.plain(lead),
        body,
        section="andamal",
        file=versions[0].file,
        crumbs=(CRUMB, (name, addresses.clause(owner))),
        published=min(w.version.published for w in versions),
        changes=of_wordings(versions),
        owner=owner,
    )


def _history_lead(genitive: str, versions: tuple[Wording, ...]) -> str:
    known = [w for w in versions if w.version.collected]
    missing = len(versions) - len(known)
    have = count(len(known), "lydelse", "lydelser")
    text = f"{genitive} ändamålsparagraf i alla kända lydelser: {have} i samlingen"
    return f"{text}, {count(missing, 'lydelse', 'lydelser')} som saknas." if missing else f"{text}."


def all_refs(wording: Wording) -> Iterator[SourceRef]:
    """Yield every source that a wording points to, with those of its relations."""
    yield from wording.version.sources
    if wording.version.doubt:
        yield from wording.version.doubt.sources
    for relation in wording.version.relations:
        yield from relation.evidence


def _cited(builder: Builder, wording: Wording, title: str) -> str:
    """Return what a wording is cited as: which paragraph, when it applied, and what it is given after."""
    version = wording.version
    name = builder.corpus.law.name if wording.owner == LAW else title
    paragraph = "" if version.paragraph == "saknas" else f", {version.paragraph}"
    # That a missing one has been there may follow from several sources, though none of them names it.
    how = "Återgiven efter" if version.collected else "Att den har funnits framgår av"
    given = builder.renderer.sources_cited(version.sources[:1] if version.collected else version.sources)
    return ended(f"{name}{paragraph}, {valid_text(version)}. {how} {given}")


def _wording(builder: Builder, wording: Wording) -> Page:
    corpus, version = builder.corpus, wording.version
    name, _, _, _ = _owner(builder, wording.owner)
    title = corpus.full_title(wording)
    collected = version.collected
    text = version.text.strip()
    words, sentence_count = (word_count(text), len(sentences(text))) if collected else (0, 0)
    relatives = _relatives(builder, wording)
    named, more = coding.others(corpus, wording)
    declared = bool(kinship.ancestors(corpus, wording))
    origins = kinship.origins_of(corpus, wording) if collected or declared else None
    body = builder.render(
        "wording" if collected else "wording_missing",
        wording=wording,
        version=version,
        title=title,
        name=name,
        is_law=wording.owner == LAW,
        stanzas=coding.stanzas(version) if collected else (),
        letters=coding.letters(version) if collected else {},
        others=named,
        more=more,
        words=words,
        sentence_count=sentence_count,
        short=words + BESIDE_A_SENTENCE * sentence_count <= SHORT,
        versions=corpus.versions_of(wording.owner),
        relatives=relatives,
        reasons={r.wording.key: builder.reason(r.wording, wording) for r in relatives},
        origins=origins if origins and (declared or origins.older) else None,
        declared=declared,
        pair_pages=builder.pair_pages,
        notes=notes(corpus, all_refs(wording)),
        cited=_cited(builder, wording, title),
    )
    otherwise = "ordagrant, med kodning och källa" if collected else "som finns men inte är insamlad"
    description = builder.plain(version.lead) if version.lead else f"{title}, {otherwise}."
    return builder.page(
        addresses.wording(wording),
        title,
        description,
        body,
        section="andamal",
        file=wording.file,
        crumbs=(
            CRUMB,
            (name, addresses.clause(wording.owner)),
            (version.label or version.id, addresses.wording(wording)),
        ),
        dated=version,
        linked=linked.wording(corpus, wording),
        owner=wording.owner,
        cite=_cited(builder, wording, title),
        cite_part=("En mening", "#m1") if collected else (),
    )
