"""What a page's JSON-LD is put together from: the thing it is about, and the way to it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ramberattelser import addresses
from ramberattelser.corpus import Corpus
from ramberattelser.model import Source, SourceRef

Node = dict[str, Any]
"""One thing as JSON-LD, with the site's own addresses as they stand in ``addresses``."""

CONTEXT = {
    "@vocab": "https://schema.org/",
    "dcterms": "http://purl.org/dc/terms/",
    "prov": "http://www.w3.org/ns/prov#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
}
SITE = {"@id": "/#webbplatsen"}
"""The website itself, which the start page describes."""

_ADDRESSES = frozenset(("@id", "url", "item", "contentUrl", "urlTemplate", "mainEntityOfPage"))
_NOT_WORKS = frozenset(("Organization", "DefinedTerm", "WebSite"))
"""Kinds of things that are not themselves published anywhere: only the page about them is."""


@dataclass(frozen=True, slots=True)
class About:
    """What any page says of itself: address, title, description, days, and the way to it from the start."""

    path: str
    title: str
    description: str
    published: date | None = None
    changed: date | None = None
    crumbs: Sequence[tuple[str, str]] = ()
    """(text, address) of each step after the start, the page itself last."""


def page(about: About, thing: Node | None = None, site: str = "") -> str:
    """Return a page's JSON-LD as text that is safe inside a ``script`` element.

    ``thing`` is what the page is about, a plain page where it is left out; what ``thing`` does not say is
    said by ``about``. ``site`` is the address of the site; without it addresses are those within the site.
    """
    node: Node = {"@id": about.path, "name": about.title, "description": about.description}
    node |= thing or {"@type": "WebPage"}
    if node["@type"] not in _NOT_WORKS:
        node |= {"url": about.path, "inLanguage": "sv", "isPartOf": SITE, **_days(about)}
    graph = [node]
    if about.crumbs:
        graph.append(_way(about.crumbs))
    return script(full({"@context": CONTEXT, "@graph": graph}, site))


def _days(about: About) -> Node:
    days = (("datePublished", about.published), ("dateModified", about.changed or about.published))
    return {name: day.isoformat() for name, day in days if day}


def _way(crumbs: Sequence[tuple[str, str]]) -> Node:
    steps = [("Start", "/"), *crumbs]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": text, "item": address}
            for place, (text, address) in enumerate(steps, 1)
        ],
    }


def full(made: Any, site: str) -> Any:
    """Return ``made`` with the site's own addresses in full; as it is where ``site`` is empty."""
    root = site.rstrip("/")
    return _full(made, root) if root else made


def _full(made: Any, root: str) -> Any:
    if isinstance(made, list):
        return [_full(one, root) for one in made]
    if not isinstance(made, dict):
        return made
    return {
        name: root + value
        if name in _ADDRESSES and isinstance(value, str) and value.startswith("/")
        else _full(value, root)
        for name, value in made.items()
    }


def script(made: Mapping[str, Any]) -> str:
    """Return ``made`` as text that is safe inside a ``script`` element."""
    text = json.dumps(made, ensure_ascii=False)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def sources(corpus: Corpus, refs: Iterable[SourceRef]) -> list[Node]:
    """Return each source once, with the sections that are pointed to."""
    sections: dict[str, list[str]] = {}
    for ref in refs:
        sections.setdefault(ref.source, []).extend([ref.section] if ref.section else [])
    return [_source(corpus.sources[name], said) for name, said in sections.items()]


def _source(found: Source, sections: Sequence[str]) -> Node:
    made: Node = {"@id": addresses.source(found.id), "@type": "CreativeWork", "name": found.title}
    if found.authors:
        made["author"] = [{"@type": "Person", "name": name} for name in found.authors]
    if sections:
        made["description"] = "; ".join(sections)
    if found.address and found.address.startswith("http"):
        made["url"] = found.address
    return made


def owner(corpus: Corpus, name: str) -> Node:
    """Return a förbund as others point to it."""
    return {
        "@id": addresses.association(name),
        "@type": "Organization",
        "name": corpus.associations[name].short_name,
    }
