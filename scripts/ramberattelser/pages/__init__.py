"""From the corpus to all pages of the site."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from ramberattelser import collecting, exporting, feeds, robots, security, settings
from ramberattelser.caching import Store, close_store, open_store
from ramberattelser.checking import check
from ramberattelser.corpus import Corpus
from ramberattelser.findings import Finding
from ramberattelser.pages import (
    accessibility,
    associations,
    by_hand,
    clauses,
    comparing_pages,
    elements,
    free_comparison,
    lineage,
    narratives,
    reference,
    search_page,
    start,
    terms,
    timelines,
    wordpath_pages,
)
from ramberattelser.pages.build import Builder
from ramberattelser.pages.macros import macros
from ramberattelser.pages.model import FileSet, Group, Page, Site, by_uri
from ramberattelser.rereading import parse_with
from ramberattelser.searching.guiding import anchors
from ramberattelser.settings import Settings
from ramberattelser.wishes import ONCE

__all__ = ["Page", "Site", "build_site", "dangling", "make_site"]

_ID = re.compile(r' id="([^"]+)"')

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


def make_site(
    corpus: Corpus,
    given: Settings | None = None,
    store: Store | None = None,
    guides: Mapping[str, str] | None = None,
) -> Site:
    """Return every page made from ``corpus``, and its other files.

    ``given`` is what the site is told of itself: nothing, where it is left out. ``store`` holds what earlier
    builds made of the same data.
    """
    given = given or Settings()
    builder = Builder(corpus, store, given.address)
    # These first: what they work out of two texts is told on other pages too.
    compared = list(comparing_pages.pages(builder))
    made: list[Page] = [start.page(builder)]
    for module in _MODULES:
        made.extend(compared if module is comparing_pages else module.pages(builder))
    if given.statement is not None:
        made.append(accessibility.page(builder, given.statement))
    made.append(search_page.page(builder))
    own = {page.path for page in made}
    made.append(reference.index(builder, made, [guide for guide in by_hand.GUIDES if guide[1] not in own]))
    files = FileSet(_files(builder, given, made, guides))
    return Site(by_uri(made), files, macros(builder, given.zipped), given.address)


def _files(
    builder: Builder, given: Settings, made: Sequence[Page], guides: Mapping[str, str] | None
) -> Iterator[Group]:
    """Yield all files that are no pages."""
    corpus, inputs = builder.corpus, builder.inputs
    counted = (builder.figures, given.address, builder.measured, builder.pairs, _table(builder))
    open_data = partial(exporting.files, corpus, *counted)
    yield builder.group("öppna data", inputs.but_stories, make=open_data)
    yield builder.group("öppna berättelser", inputs.everything, make=partial(_stories, builder))
    yield builder.group("jämför", inputs.clauses, make=partial(free_comparison.files, builder))
    for small in (
        feeds.files(
            corpus,
            builder.plain,
            given.address,
            builder.store.memory,
            by_hand.changed(guides or {}, given.statement),
        ),
        terms.files(builder),
        security.files(),
        robots.files(given.address),
        settings.redirects.files(given.moved, given.address),
    ):
        yield Group.of(small)
    yield search_page.group(builder, made, guides)


def _table(builder: Builder) -> Callable[[str, Callable[[], exporting.Written]], exporting.Written]:
    """Return what gives the tables of open data, of which only those that have changed are written anew."""
    inputs = builder.inputs
    needs = {
        **dict.fromkeys(("forbund", "medlemmar", "handelser"), inputs.associations),
        **dict.fromkeys(("kallor", "begrepp"), inputs.shared),
        "kodning": inputs.coded_clauses,
    }

    def kept(name: str, make: Callable[[], exporting.Written]) -> exporting.Written:
        return builder.store.memory.kept(("tabell", name, needs.get(name, inputs.clauses)), make)

    return kept


def _stories(builder: Builder) -> dict[str, str]:
    """Return the table of the stories, of which only those that have changed are written anew."""

    def kept(key: str, make: Callable[[], str]) -> str:
        made: str = builder.store.kept("öppen berättelse", builder.inputs.story(key), make=make)
        return made

    return exporting.stories(builder.corpus, kept)


def build_site(root: Path, address: str = "") -> tuple[Site | None, list[Finding]]:
    """Check the data below ``root`` and return the site, or None and what was found.

    ``address`` is where the site is to be published, for what must say it in full.
    """
    with collecting.at_rest():
        made = _build(root, address)
        if os.environ.get(ONCE):
            collecting.for_good()
        return made


def _build(root: Path, address: str) -> tuple[Site | None, list[Finding]]:
    store = open_store(root)
    corpus, findings = check(root, parse_with(store), store.memory)
    if corpus is None:
        return None, findings
    given, _ = settings.read(root, address=address)
    site = make_site(corpus, given, store, search_page.guides(root))
    close_store(root, store)
    wrong = dangling(root, given, site)
    return (None if wrong else site), wrong


def dangling(root: Path, given: Settings, site: Site) -> list[Finding]:
    """Return what is wrong with the old addresses, which is known when all pages are."""
    guides = search_page.guides(root) if given.moved else {}
    pages = {page.path: page for page in site.pages.values()}

    def places(path: str) -> Collection[str]:
        if path in pages:
            return set(_ID.findall(pages[path].body))
        return anchors(guides.get(path, ""))

    known = pages.keys() | {path for _, path in by_hand.GUIDES}
    return settings.redirects.dangling(root, given.moved, known, places)
