"""Wordings, their comparisons, and the codebook, as linked data."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ramberattelser import addresses, coding
from ramberattelser.corpus import LAW, Corpus, Wording
from ramberattelser.dates import When, span_edtf
from ramberattelser.linked.graph import CONTEXT, Node, owner, sources
from ramberattelser.model import Element

_DERIVED = {
    "hämtad från": "prov:wasQuotedFrom",
    "inspirerad av": "prov:wasInfluencedBy",
    "samma mall": "prov:hadPrimarySource",
    "ändring av": "prov:wasRevisionOf",
}
"""How the data words a relation → the property of PROV-O."""

_CODEBOOK = "/andamal/byggstenar/"
_CODEBOOK_NAME = "Byggstenar i ändamålsparagrafer"


def wording(corpus: Corpus, item: Wording) -> Node:
    """Return one version."""
    version = item.version
    made: Node = {
        "@type": "CreativeWork",
        "name": corpus.full_title(item),
        "dcterms:isVersionOf": {"@id": addresses.clause(item.owner)},
        "dcterms:source": sources(corpus, version.sources),
    }
    if item.owner != LAW:
        made["dcterms:relation"] = owner(corpus, item.owner)
    valid = _valid(version.validity.start, version.validity.end, doubtful=version.doubt is not None)
    if valid:
        made["dcterms:valid"] = valid
    if version.collected:
        made["text"] = version.text.strip()
        made["about"] = [
            {"@id": addresses.element(name)} for name in dict.fromkeys(code.element for code in version.codes)
        ]
    for relation in version.relations:
        parent = {"@id": addresses.wording(corpus.wording(relation.version))}
        made.setdefault(_DERIVED[relation.how], []).append(parent)
        made.setdefault("isBasedOn", []).append(parent)
    previous = _previous(corpus, item)
    if previous is not None:
        made["dcterms:replaces"] = {"@id": addresses.wording(previous)}
    return made


def comparison(corpus: Corpus, old: Wording, new: Wording) -> Node:
    """Return the page of two wordings, by what it is about."""
    about = [
        {"@id": addresses.wording(one), "@type": "CreativeWork", "name": corpus.full_title(one)}
        for one in (old, new)
    ]
    return {"@type": "WebPage", "about": about}


def element(item: Element) -> Node:
    """Return a byggsten."""
    return {
        "@type": "DefinedTerm",
        "url": addresses.element(item.id),
        "name": item.name,
        "termCode": item.id,
        "description": item.meaning,
        "inDefinedTermSet": {"@id": _CODEBOOK},
    }


def elements(corpus: Corpus) -> Node:
    """Return all byggstenar as one set."""
    return {
        "@type": "DefinedTermSet",
        "name": _CODEBOOK_NAME,
        "hasDefinedTerm": [
            {"@id": addresses.element(one.id), "@type": "DefinedTerm", "name": one.name}
            for one in corpus.elements.values()
        ],
    }


def codebook(corpus: Corpus) -> dict[str, Any]:
    """Return the codebook as a SKOS concept scheme; of each byggsten with the words that its page shows."""
    scheme = {"@id": _CODEBOOK}
    return {
        "@context": CONTEXT,
        "@graph": [
            {**scheme, "@type": "skos:ConceptScheme", "dcterms:title": _CODEBOOK_NAME},
            *(_concept(corpus, one, scheme) for one in corpus.elements.values()),
        ],
    }


def _concept(corpus: Corpus, item: Element, scheme: Node) -> Node:
    """Return a byggsten as a concept, with the exact words of one text as its example where any has it."""
    made = {
        "@id": addresses.element(item.id),
        "@type": "skos:Concept",
        "skos:inScheme": scheme,
        "skos:prefLabel": _swedish(item.name),
        "skos:definition": _swedish(item.meaning),
        "skos:scopeNote": _swedish(item.rule.strip()),
    }
    found = coding.example(corpus, item.id)
    return made | {"skos:example": _swedish(found[1])} if found else made


def _swedish(text: str) -> dict[str, str]:
    return {"@value": text, "@language": "sv"}


def _valid(start: When, end: When | None, *, doubtful: bool) -> str:
    """Return validity as one EDTF interval, or nothing when neither end is known.

    An end that is not known is left out: whether the wording still applies is not said by that.
    """
    if start.kind == "undated" and (end is None or end.kind == "undated"):
        return ""
    first = replace(start.first, doubtful=True) if start.first and doubtful else start.first
    # Inside an interval there are no sets: what is known as "at the latest" is uncertain there.
    return span_edtf(first, None if end is None else end.last or end.first, without="")


def _previous(corpus: Corpus, item: Wording) -> Wording | None:
    own = corpus.versions_of(item.owner)
    place = next(i for i, other in enumerate(own) if other.key == item.key)
    return own[place - 1] if place else None
