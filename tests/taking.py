"""A site as it is written beside an earlier one: what has the same key is taken from there, unseen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ramberattelser.pages import Site

Written = Mapping[str, tuple[str, str]]
"""Name → what it is made from, if known, and the text; a page's is its HTML and all that surrounds it."""


def written(site: Site, before: Written | None = None) -> dict[str, tuple[str, str]]:
    """Return every file of ``site``, each with a key that ``before`` has too as it stands there."""
    found = {}
    for name, key, make in _files(site):
        known = (before or {}).get(name)
        found[name] = known if known is not None and key and known[0] == key else (key, make())
    return found


def texts_of(made: Written) -> dict[str, str]:
    """Return the texts alone, for two sites whose keys differ, as they do where nothing is kept."""
    return {name: text for name, (_, text) in made.items()}


def _files(site: Site) -> Iterator[tuple[str, str, object]]:
    for name, page in site.pages.items():
        around = repr(page.plain())
        yield (
            name,
            page.html.key and page.html.key + around,
            lambda page=page, around=around: around + page.body,
        )
    for name in site.files:
        yield name, site.files.key(name), lambda name=name: site.files[name]
