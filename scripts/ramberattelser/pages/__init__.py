"""From the corpus to all pages of the site."""

from __future__ import annotations

from pathlib import Path

from ramberattelser import exporting
from ramberattelser.checking import check
from ramberattelser.corpus import Corpus
from ramberattelser.findings import Finding
from ramberattelser.pages import (
    associations,
    clauses,
    comparing_pages,
    elements,
    free_comparison,
    lineage,
    narratives,
    reference,
    start,
    timelines,
    wordpath_pages,
)
from ramberattelser.pages.build import Builder
from ramberattelser.pages.macros import macros
from ramberattelser.pages.model import Page, Site, by_uri

__all__ = ["Page", "Site", "build_site", "make_site"]

_MODULES = (
    narratives,
    clauses,
    elements,
    comparing_pages,
    lineage,
    wordpath_pages,
    timelines,
    associations,
    reference,
)

GUIDES = (
    ("Om webbplatsen", "/om/"),
    ("Tillgänglighet", "/om/tillganglighet/"),
    ("Öppna data", "/om/data/"),
    ("Bidra", "/bidra/"),
)
"""Hand-written pages, for the A–Ö."""


def make_site(corpus: Corpus) -> Site:
    """Return every page made from ``corpus``, and the files of data."""
    builder = Builder(corpus)
    made: list[Page] = [start.page(builder)]
    for module in _MODULES:
        made.extend(module.pages(builder))
    made.append(reference.index(builder, made, GUIDES))
    files = exporting.files(corpus) | free_comparison.files(builder)
    return Site(pages=by_uri(made), files=files, macros=macros(builder))


def build_site(root: Path) -> tuple[Site | None, list[Finding]]:
    """Check the data below ``root`` and return the site, or None and what was found."""
    corpus, findings = check(root)
    return (make_site(corpus) if corpus else None), findings
