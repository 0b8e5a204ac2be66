"""Pages of the byggstenar: the codebook, the matrix over time, and each element's words side by side."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from ramberattelser import addresses, coding, linked, presence
from ramberattelser.caching import digest
from ramberattelser.comparing import compare
from ramberattelser.corpus import Corpus, Wording
from ramberattelser.news import of_itself, of_wordings
from ramberattelser.pages.build import Builder
from ramberattelser.pages.model import Page
from ramberattelser.pages.notes import notes
from ramberattelser.rendering.excerpts import Mark, marks
from ramberattelser.rendering.typography import count, ended

CRUMBS = (("Ändamål", "/andamal/"), ("Byggstenar", "/andamal/byggstenar/"))
Said = tuple[list[Wording], str]
"""Words, and the wordings that have them."""
MOST_BASES = 12
"""With more forms of words than this only the first is compared with: a page would grow with their square."""


def pages(builder: Builder) -> Iterator[Page]:
    """Yield the codebook and one page for each element."""
    corpus, inputs = builder.corpus, builder.inputs
    yield builder.kept("byggstenar", inputs.coded_clauses, make=partial(_index, builder))
    for name in corpus.elements:
        parts, make = partial(_parts, builder, name), partial(_element, builder, name)
        yield builder.kept_apart("byggsten", name, inputs.coded_clauses, parts=parts, make=make)


def _parts(builder: Builder, name: str) -> str:
    """Return a digest of what the page of a byggsten depends on."""
    corpus, inputs = builder.corpus, builder.inputs
    having = coding.having(corpus)[name]
    said = [(wording.key, coding.quotes_of(wording, name)) for wording in having]
    lacking = [wording.named for wording in _lacking(corpus, name)]
    around = (inputs.around(wording.key) for wording in having)
    return digest(name, inputs.common, inputs.codebook, repr((said, lacking)), *around)


def _lacking(corpus: Corpus, name: str) -> list[Wording]:
    """Return the latest wordings that lack a byggsten."""
    keys = {wording.key for wording in coding.having(corpus)[name]}
    return [wording for wording in coding.representative(corpus) if wording.key not in keys]


def _index(builder: Builder) -> Page:
    corpus = builder.corpus
    owners = [w.owner for w in coding.representative(corpus)]
    over_time = [
        (element, [presence.spells(corpus, owner, element.id) for owner in owners])
        for element in corpus.elements.values()
    ]
    body = builder.render(
        "elements",
        having={name: {w.key for w in wordings} for name, wordings in coding.having(corpus).items()},
        examples={name: coding.example(corpus, name) for name in corpus.elements},
        representative=coding.representative(corpus),
        over_time=over_time,
        lacking=list(presence.lacking(corpus)),
    )
    return builder.page(
        "/andamal/byggstenar/",
        "Byggstenar",
        "Vad ändamålsparagraferna innehåller, kodat genom att orden citeras.",
        body,
        section="andamal",
        file="clauses/byggstenar.yml",
        crumbs=CRUMBS,
        changes=[*of_itself(corpus.codebook.revisions), *builder.clause_changes],
        linked=linked.elements(corpus),
    )


def _element(builder: Builder, name: str) -> Page:
    corpus = builder.corpus
    element = corpus.elements[name]
    rows = [(w, " … ".join(coding.quotes_of(w, name))) for w in coding.having(corpus)[name]]
    said = _together(rows)
    body = builder.render(
        "element",
        element=element,
        rows=said,
        bases=[(base, _against(base, said)) for base in said[: len(said) if len(said) <= MOST_BASES else 1]],
        lacking=_lacking(corpus, name),
        notes=notes(corpus, [ref for w, _ in rows for ref in w.version.sources]),
    )
    return builder.page(
        addresses.element(name),
        f"Byggsten: {element.name}",
        f"{ended(element.meaning)} {_told(len(rows))}",
        body,
        section="andamal",
        file="clauses/byggstenar.yml",
        crumbs=(*CRUMBS, (element.name, addresses.element(name))),
        changes=of_wordings((wording for wording, _ in rows), leads=False),
        linked=linked.element(element),
    )


def _told(wordings: int) -> str:
    """Return what the page shows of a byggsten: its meaning alone may be three words."""
    if not wordings:
        return "Ingen insamlad lydelse har byggstenen."
    if wordings == 1:
        return "Orden för det ur en lydelse."
    return f"Orden för det ur {count(wordings, 'lydelse', 'lydelser')}, bredvid varandra."


def _together(rows: list[tuple[Wording, str]]) -> list[Said]:
    """Return each form of words once, with all that have it: many texts have the same."""
    found: dict[str, list[Wording]] = {}
    for wording, words in rows:
        found.setdefault(words, []).append(wording)
    return [(wordings, words) for words, wordings in found.items()]


def _against(base: Said, rows: list[Said]) -> list[tuple[list[Wording], list[Mark]]]:
    """Return the other forms of words with what differs from the base marked."""
    return [(wordings, marks(compare(base[1], words))) for wordings, words in rows if words != base[1]]
