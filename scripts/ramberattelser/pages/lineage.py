"""Who took what from whom: the page that sets what sources declare beside what the words say."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from ramberattelser import addresses, comparisons, kinship
from ramberattelser.comparing import word_count
from ramberattelser.corpus import LAW, Corpus, Wording
from ramberattelser.kinship.naming import names
from ramberattelser.model import Relation
from ramberattelser.news import of_itself
from ramberattelser.pages.build import Builder
from ramberattelser.pages.model import Page
from ramberattelser.pages.notes import notes
from ramberattelser.rendering.typography import and_list, count

PATH = "/andamal/slaktskap/"
MOST_TRACED = 6
"""Clauses whose words are traced on the page; of more, the latest. Each wording's own page has its own."""
MOST_LOOSE = 10
"""Unexplained likenesses told one by one, most alike first; the table has all that are drawn."""
MOST_MEASURED = 12
"""Lines without a source whose sentences are told, most alike first; the table has all that are drawn."""
MOST_FOLLOWED = 12
"""Changes of a parent that are told sentence by sentence, the latest."""


@dataclass(frozen=True, slots=True)
class Told:
    """A line of the picture and what the words say of it; that is empty where a text is missing.

    ``relation`` is what a source declares, None where none does; ``akin``: the two then hang together through
    others.
    """

    old: Wording
    new: Wording
    relation: Relation | None
    told: tuple[tuple[str, str], ...]
    likeness: float | None
    spread: kinship.Spread | None
    akin: bool = False

    @property
    def between(self) -> bool:
        """True when the two texts are of different owners."""
        return self.old.owner != self.new.owner


@dataclass(frozen=True, slots=True)
class Family:
    """Texts that hang together through declared relations, and which of them had what first."""

    texts: tuple[Wording, ...]
    missing: tuple[Wording, ...]
    firsts: tuple[kinship.First, ...]
    older: kinship.Elsewhere | None
    words: int

    @property
    def oldest(self) -> Wording:
        """The oldest collected text."""
        return self.texts[0]

    @property
    def elements(self) -> int:
        """How many byggstenar beyond the law the texts have between them."""
        return sum(len(first.elements) for first in self.firsts)


def pages(builder: Builder) -> Iterator[Page]:
    """Yield the page."""
    yield builder.kept("släktskap", builder.inputs.clauses, make=partial(_page, builder))


def _page(builder: Builder) -> Page:
    corpus = builder.corpus
    pairs, near = builder.pairs, builder.alike
    drawn = kinship.graph(corpus, near)
    order = [node.wording for node in drawn.nodes] + list(drawn.left_out)
    declared = _declared(corpus, order)
    measured = sorted(
        (edge for edge in drawn.edges if edge.kind == "measured"), key=lambda edge: -(edge.likeness or 0)
    )
    own = [edge for edge in drawn.edges if edge.kind == "own" and edge.likeness is not None]
    group = kinship.families(corpus)
    akin = sum(group[edge.old.key] == group[edge.new.key] for edge in measured)
    loose = kinship.unexplained(corpus, near)
    heirs = [
        wording
        for wording in corpus.collected
        if wording.owner != LAW and wording.version.relations and kinship.ancestors(corpus, wording)
    ]
    changes = list(kinship.changed_parents(corpus, pairs))
    latest = sorted(changes, key=lambda change: -(kinship.placed(change.after).year or 0))[:MOST_FOLLOWED]
    picture = kinship.draw(drawn)
    # What is too wide for a screen is too wide for paper.
    on_paper = kinship.draw(drawn, kinship.ON_PAPER) if picture.fits else picture
    doubted = [wording for wording in order if wording.version.doubt]
    refs = [ref for entry in declared if entry.relation for ref in entry.relation.evidence]
    refs += [ref for wording in doubted if wording.version.doubt for ref in wording.version.doubt.sources]
    body = builder.render(
        "lineage",
        lead=_lead(declared, len(measured), akin),
        graph=drawn,
        picture=picture if picture.fits else None,
        on_paper=on_paper if on_paper.fits else None,
        address=lambda old, new: _address(old, new, builder.pair_pages),
        declared=[*declared, *(_undeclared(corpus, edge, group) for edge in own)],
        measured=[_undeclared(corpus, edge, group) for edge in measured[:MOST_MEASURED]],
        untold=len(measured[MOST_MEASURED:]),
        doubted=doubted,
        disagreements=[
            (d, _missing_before(corpus, d.pair.new)) for d in kinship.disagreements(corpus, pairs, near)
        ],
        loose=[(one, kinship.reason(corpus, one.pair.old, one.pair.new)) for one in loose[:MOST_LOOSE]],
        families=_families(corpus, declared, order),
        follows=[kinship.follow(*change) for change in changes if change in latest],
        not_followed=len(changes) - len(latest),
        traced=[kinship.origins_of(corpus, wording) for wording in heirs[-MOST_TRACED:]],
        where=lambda spread: _where(corpus, spread),
        about=lambda elements: names(corpus, elements),
        ref=kinship.ref,
        least=kinship.LEAST,
        notes=notes(corpus, refs),
    )
    return builder.page(
        PATH,
        "Släktskap",
        "Vem tog vad av vem: vad källorna säger om ändamålsparagraferna, bredvid vad orden visar.",
        body,
        section="andamal",
        file="clauses/kedjor.yml",
        crumbs=(("Ändamål", "/andamal/"), ("Släktskap", PATH)),
        changes=[*of_itself(corpus.chains.revisions), *builder.clause_changes],
    )


def _address(old: Wording, new: Wording, pair_pages: Container[tuple[str, str]]) -> str:
    """Return where two texts can be seen side by side; what is missing leads to the page of the gap."""
    if (old.key, new.key) in pair_pages:
        return addresses.comparison(old, new)
    if (new.key, old.key) in pair_pages:
        return addresses.comparison(new, old)
    if not old.version.collected:
        return addresses.wording(old)
    return addresses.wording(new)


def _declared(corpus: Corpus, order: Sequence[Wording]) -> list[Told]:
    """Return all declared relations, oldest first, those between förbund before an owner's own changes."""
    found = []
    for child in order:
        for relation in child.version.relations:
            parent = corpus.wording(relation.version)
            if parent.version.collected and child.version.collected:
                likeness = comparisons.comparison(parent, child).likeness
                told, spread = kinship.told(corpus, parent, child), kinship.spread(parent, child)
                found.append(Told(parent, child, relation, told, likeness, spread))
            else:
                found.append(Told(parent, child, relation, (), None, None))
    return sorted(found, key=lambda entry: (not entry.between, entry.new.owner == LAW))


def _undeclared(corpus: Corpus, edge: kinship.Edge, group: Mapping[str, frozenset[str]]) -> Told:
    """Return what the words say of a line that no source declares."""
    old, new = edge.old, edge.new
    told = kinship.told(corpus, old, new, declared=edge.kind == "own")
    akin = group[old.key] == group[new.key]
    return Told(old, new, None, told, edge.likeness, kinship.spread(old, new), akin)


def _lead(declared: Sequence[Told], measured: int, akin: int) -> str:
    """Say how many relations there are with a source, and how many likenesses without one.

    ``measured`` are as many as picture and table show; ``akin`` of them hang together through others.
    """
    between = sum(entry.between for entry in declared)
    said = f"Källorna anger {count(between, 'gång', 'gånger')} att ett förbunds text bygger på ett annats."
    if not measured:
        return f"{said} Här står vad orden säger om saken."
    alone = measured - akin
    alike = f"Orden visar {count(measured, 'likhet', 'likheter')} till"
    if not akin:
        alike += ", som ingen källa förklarar"
    elif not alone:
        alike += ", som kan ha kommit genom andra texter"
    else:
        alike += (
            f": {count(alone, '', '').strip()} som ingen källa förklarar, och {count(akin, '', '').strip()}"
        )
        alike += " som kan ha kommit genom andra texter"
    return f"{said} {alike}. Båda slagen står här, bredvid varandra."


def _missing_before(corpus: Corpus, wording: Wording) -> list[Wording]:
    """Return the owner's earlier wordings that are not collected."""
    versions = corpus.versions_of(wording.owner)
    place = [w.key for w in versions].index(wording.key)
    return [w for w in versions[:place] if not w.version.collected]


def _families(corpus: Corpus, declared: Sequence[Told], order: Sequence[Wording]) -> list[Family]:
    """Return the families in which texts of different förbund build on each other."""
    found: dict[str, Family] = {}
    group = kinship.families(corpus)
    seen: set[str] = set()
    for entry in declared:
        if not entry.between or entry.new.key in seen:
            continue
        members = group[entry.new.key]
        seen |= members
        texts = [w for w in order if w.key in members]
        own = [w for w in texts if w.version.collected and w.owner != LAW]
        if not own:
            continue
        missing = tuple(w for w in texts if not w.version.collected)
        older = [
            one
            for one in kinship.older_outside(corpus, own[0])
            if one.wording.key not in members and one.wording.owner != LAW
        ]
        words = word_count(own[0].version.text)
        firsts = kinship.firsts(corpus, own)
        found[own[0].key] = Family(tuple(own), missing, firsts, older[0] if older else None, words)
    return list(found.values())


def _where(corpus: Corpus, spread: kinship.Spread) -> str:
    """Say how many changes lie in which paragraph: "åtta i stycke 1 (geografi) och en i stycke 5"."""
    said = []
    for paragraph in spread.paragraphs:
        about = [names(corpus, paragraph.elements), "nytt stycke" if paragraph.new else ""]
        told = "; ".join(part for part in about if part)
        many = count(paragraph.changes, "", "").strip()
        said.append(f"{many} i stycke {paragraph.number}{f' ({told})' if told else ''}")
    if spread.gone:
        said.append(f"{count(spread.gone, 'struken mening', 'strukna meningar')} i förlagan")
    return and_list(said)
