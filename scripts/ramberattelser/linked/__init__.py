"""Linked data: every page as JSON-LD, each wording with its lineage, the codebook as SKOS.

Vocabularies: schema.org (CreativeWork, not Legislation: a förbundsordning is a local agreement and a
wrong legal claim in metadata is worse than none), Dublin Core terms, and PROV-O for lineage, which
alone tells "taken from" from "inspired by". Identifiers are the site's own addresses, in full where the
site's address is known. What is not known is left out.
"""

from __future__ import annotations

from ramberattelser.linked.clauses import codebook, comparison, element, elements, wording
from ramberattelser.linked.graph import About, Node, full, page, script
from ramberattelser.linked.things import association, dataset, glossary, story, website

__all__ = [
    "About",
    "Node",
    "association",
    "codebook",
    "comparison",
    "dataset",
    "element",
    "elements",
    "full",
    "glossary",
    "page",
    "script",
    "story",
    "website",
    "wording",
]
