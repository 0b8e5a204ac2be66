"""The page of each chain: the picture, what it shows in words, and what the sources say of it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from ramberattelser.model import Chain, SourceRef
from ramberattelser.news import of_itself, of_wordings
from ramberattelser.pages.build import Builder
from ramberattelser.pages.model import Page
from ramberattelser.pages.notes import notes
from ramberattelser.rendering.typography import typeset

from .analysis import analysis
from .chains import path_of, wordings
from .declared import checked
from .summary import older, summary

PATH = "/andamal/ordens-vag/"
CRUMBS = (("Ändamål", "/andamal/"), ("Ordens väg", PATH))


def pages(builder: Builder) -> Iterator[Page]:
    """Yield a page for each chain with at least two collected texts; the first chain's is the main one."""
    chains = [chain for chain in builder.corpus.chains.chains if len(wordings(builder, chain)) > 1]
    for position, chain in enumerate(chains):
        address = PATH if position == 0 else f"{PATH}{chain.id}/"
        make = partial(_page, builder, chain, address, chains)
        yield builder.kept("ordens väg", address, builder.inputs.clauses, make=make)


def _page(builder: Builder, chain: Chain, address: str, chains: list[Chain]) -> Page:
    path = path_of(builder, chain)
    chosen = wordings(builder, chain)
    relations = checked(builder, chain, path)
    refs: list[SourceRef] = [*chain.sources]
    for wording in chosen:
        refs += wording.version.sources
        refs += wording.version.doubt.sources if wording.version.doubt else ()
    for entry in relations:
        refs += entry.relation.evidence
    addresses = [PATH if other is chains[0] else f"{PATH}{other.id}/" for other in chains]
    body = builder.render(
        "wordpath",
        chain=chain,
        path=path,
        summary=" ".join(map(typeset, summary(path))),
        analysis=analysis(path),
        older=older(path),
        checked=relations,
        pair_pages=builder.pair_pages,
        missing=[w for w in map(builder.corpus.wording, chain.versions) if not w.version.collected],
        texts=chosen,
        others=[(other, to) for other, to in zip(chains, addresses, strict=True) if other is not chain],
        notes=notes(builder.corpus, refs),
    )
    crumbs = CRUMBS if address == PATH else (*CRUMBS, (chain.title, address))
    return builder.page(
        address,
        chain.title,
        " ".join(summary(path)),
        body,
        section="andamal",
        file="clauses/kedjor.yml",
        crumbs=crumbs,
        changes=[*of_itself(builder.corpus.chains.revisions), *of_wordings(chosen, leads=False)],
    )
