"""What is no wording, as linked data: förbund, stories, the glossary, the tables, the website."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ramberattelser import addresses
from ramberattelser.corpus import Corpus, Story
from ramberattelser.linked.graph import SITE, Node, owner, sources
from ramberattelser.model import MISSING, Association

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
"""Of the project's own texts and tables, as ``LICENSE-CONTENT`` says."""


def association(item: Association, path: str) -> Node:
    """Return a förbund: its names, its members with their time, its own pages."""
    known = [item.short_name, *(one.name for one in item.names if one.name != MISSING)]
    made: Node = {
        "@type": "Organization",
        "alternateName": list(dict.fromkeys(known)),
        "mainEntityOfPage": path,
    }
    members: list[Node] = []
    for member in item.members:
        role: Node = {
            "@type": "OrganizationRole",
            "member": {"@type": "Organization", "name": member.name},
        }
        if member.period.kind != "undated":
            role["dcterms:valid"] = member.period.edtf()
        members.append(role)
    if members:
        made["member"] = members
    # They tell of the förbund, as its förbundsordning does: none of them is the förbund itself.
    if item.links:
        made["subjectOf"] = [
            {"@type": "CreativeWork", "name": link.text, "url": link.address} for link in item.links
        ]
    return made


def story(corpus: Corpus, item: Story) -> Node:
    """Return a story: which förbund it is about, and what it is made from.

    Who wrote the source has not written this: that is said of the source.
    """
    told = item.narrative
    made: Node = {
        "@type": "Article",
        "headline": told.title,
        "about": [owner(corpus, name) for name in dict.fromkeys((item.owner, *told.about))],
        "isBasedOn": sources(corpus, told.sources),
        "license": LICENCE,
    }
    if told.keywords:
        made["keywords"] = list(told.keywords)
    if told.clause:
        made["mentions"] = [{"@id": addresses.wording(corpus.wording(told.clause))}]
    return made


def glossary(corpus: Corpus, plain: Callable[[str], str]) -> Node:
    """Return the terms as one set; ``plain`` takes small Markdown to plain text."""
    terms: list[Node] = []
    for term in corpus.glossary.terms:
        made: Node = {
            "@id": addresses.term(term.id),
            "@type": "DefinedTerm",
            "name": term.name,
            "description": plain(term.text),
        }
        if term.also:
            made["alternateName"] = list(term.also)
        terms.append(made)
    return {"@type": "DefinedTermSet", "hasDefinedTerm": terms}


def dataset(files: Iterable[tuple[str, str, str]]) -> Node:
    """Return the open data; ``files`` are (address, what it holds, media type)."""
    return {
        "@type": "Dataset",
        "name": "Ramberättelser och ändamål: öppna data",
        "license": LICENCE,
        "isAccessibleForFree": True,
        "distribution": [
            {
                "@type": "DataDownload",
                "contentUrl": address,
                "name": address.rsplit("/", 1)[-1],
                "description": about,
                "encodingFormat": kind,
            }
            for address, about, kind in files
        ],
    }


def website(name: str) -> Node:
    """Return the site itself, with its search."""
    return {
        "@type": "WebSite",
        **SITE,
        "url": "/",
        "name": name,
        "inLanguage": "sv",
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": "/sok/?q={search_term_string}"},
            "query-input": "required name=search_term_string",
        },
    }
