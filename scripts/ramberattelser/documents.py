"""The document around each finished page, and the writing of a site's own pages and files.

The theme's ``main.html`` is a whole document and needs little to be filled in, so it is filled in here: a
host that does the same for each page takes several times as long.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from ramberattelser import collecting
from ramberattelser.pages.model import Page, Site, climb


class Template(Protocol):
    """What is asked of the theme's template."""

    def render(self, **context: Any) -> str:
        """Return the document."""
        ...


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the theme's template knows of a page: the names are those of the host's own pages."""

    title: str
    meta: dict[str, Any]
    content: str
    canonical_url: str


def canonical(address: str, path: str) -> str:
    """Return the full address of the page at ``path``; empty where the site's own is not known."""
    return f"{address.rstrip('/')}{path}" if address else ""


def document(page: Page, template: Template, config: object, address: str) -> str:
    """Return the whole document of a page.

    ``config`` is what the template reads of the site: ``site_name``, ``site_description``, ``repo_url``.
    """
    around = Surroundings(page.title, page.meta(), page.body, canonical(address, page.path))
    return template.render(base_url=climb(page.path), page=around, config=config)


def write(site: Site, folder: Path, template: Template, config: object) -> None:
    """Write every page, as a document, and every other file of the site into ``folder``.

    Raises ``OSError`` where that cannot be done.
    """
    made: set[str] = set()
    with collecting.at_rest():
        for name, text in _texts(site, template, config):
            parent = posixpath.dirname(name)
            if parent not in made:
                (folder / parent).mkdir(parents=True, exist_ok=True)
                made.add(parent)
            with open(f"{folder}/{name}", "wb") as out:  # noqa: PTH123 — thousands of files, and half the time
                out.write(text.encode())


def _texts(site: Site, template: Template, config: object) -> Iterator[tuple[str, str]]:
    for page in site.pages.values():
        yield page.file_name, document(page, template, config, site.address)
    yield from site.files.items()


def site_map(site: Site) -> list[tuple[str, str]]:
    """Return address and day of the last change of each page, for the map of the site.

    Empty where the site's address is not known: the map has full addresses or none.
    """
    pages = site.pages.values() if site.address else ()
    return [(canonical(site.address, page.path), page.updated) for page in pages]
