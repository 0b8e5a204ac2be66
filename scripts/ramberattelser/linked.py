"""Linked data: each wording as JSON-LD, the codebook as SKOS.

Vocabularies: schema.org (CreativeWork, not Legislation: a förbundsordning is a local agreement and a
wrong legal claim in metadata is worse than none), Dublin Core terms, and PROV-O for lineage, which
alone tells "taken from" from "inspired by". Identifiers are the site's own addresses.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from ramberattelser import addresses
from ramberattelser.corpus import LAW, Corpus, Wording
from ramberattelser.dates import When

_CONTEXT = {
    "@vocab": "https://schema.org/",
    "dcterms": "http://purl.org/dc/terms/",
    "prov": "http://www.w3.org/ns/prov#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
}

_DERIVED = {
    "hämtad från": "prov:wasQuotedFrom",
    "inspirerad av": "prov:wasInfluencedBy",
    "samma mall": "prov:hadPrimarySource",
    "ändring av": "prov:wasRevisionOf",
}
"""How the data words a relation → the property of PROV-O."""


def wording(corpus: Corpus, item: Wording) -> dict[str, Any]:
    """Return one version as JSON-LD; what is not known is left out."""
    version = item.version
    made: dict[str, Any] = {
        "@context": _CONTEXT,
        "@id": addresses.wording(item),
        "@type": "CreativeWork",
        "name": item.title,
        "inLanguage": "sv",
        "datePublished": version.published.isoformat(),
        "dateModified": version.changed.isoformat(),
        "dcterms:isVersionOf": {"@id": addresses.clause(item.owner)},
        "dcterms:source": [_source(corpus, ref.source, ref.section) for ref in version.sources],
    }
    if item.owner != LAW:
        made["dcterms:relation"] = {
            "@id": addresses.association(item.owner),
            "@type": "Organization",
            "name": item.name,
        }
    valid = _valid(version.validity.start, version.validity.end)
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


def codebook(corpus: Corpus) -> dict[str, Any]:
    """Return the codebook as a SKOS concept scheme."""
    scheme = {"@id": "/andamal/byggstenar/"}
    return {
        "@context": _CONTEXT,
        "@graph": [
            {**scheme, "@type": "skos:ConceptScheme", "dcterms:title": "Byggstenar i ändamålsparagrafer"},
            *(
                {
                    "@id": addresses.element(element.id),
                    "@type": "skos:Concept",
                    "skos:inScheme": scheme,
                    "skos:prefLabel": {"@value": element.name, "@language": "sv"},
                    "skos:definition": {"@value": element.meaning, "@language": "sv"},
                    "skos:scopeNote": {"@value": element.rule.strip(), "@language": "sv"},
                }
                for element in corpus.elements.values()
            ),
        ],
    }


def script(made: Mapping[str, Any]) -> str:
    """Return ``made`` as text that is safe inside a ``script`` element."""
    text = json.dumps(made, ensure_ascii=False)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _source(corpus: Corpus, name: str, section: str | None) -> dict[str, Any]:
    source = corpus.sources[name]
    made: dict[str, Any] = {"@id": addresses.source(name), "@type": "CreativeWork", "name": source.title}
    if section:
        made["description"] = section
    if source.address and source.address.startswith("http"):
        made["url"] = source.address
    return made


def _valid(start: When, end: When | None) -> str:
    """Return validity as one EDTF interval, or nothing when neither end is known."""
    if start.kind == "undated" and (end is None or end.kind == "undated"):
        return ""
    begins = ".." if start.kind == "undated" else start.edtf()
    ends = ".." if end is None or end.kind == "undated" else end.edtf()
    return f"{begins}/{ends}"


def _previous(corpus: Corpus, item: Wording) -> Wording | None:
    own = corpus.versions_of(item.owner)
    place = next(i for i, other in enumerate(own) if other.key == item.key)
    return own[place - 1] if place else None
