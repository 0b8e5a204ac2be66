"""The document around each finished page, and the writing of a site's own pages and files.

The theme's ``main.html`` is a whole document and needs little to be filled in, so it is filled in here: a
host that does the same for each page takes several times as long.
"""

from __future__ import annotations

import os
import posixpath
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from ramberattelser import collecting
from ramberattelser.caching import digest
from ramberattelser.earlier import Earlier
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


def write(site: Site, folder: Path, template: Template, config: Any, earlier: Earlier) -> None:
    """Write every page, as a document, and every other file of the site into ``folder``.

    What lies in the ``earlier`` site as it would be made now stays there, and is only listed. Raises
    ``OSError`` where a file cannot be written.
    """
    made: set[str] = set()
    with collecting.at_rest():
        for name, key, text in _all(site, template, config):
            if earlier.stays(name, key):
                continue
            content = text().encode()
            if earlier.holds(name, key, content):
                continue
            target = f"{folder}/{name}"
            _make_folder(f"{folder}", posixpath.dirname(name), made)
            with open(target, "wb") as out:  # noqa: PTH123 — thousands of files, and half the time
                out.write(content)
            earlier.note(name, key, target)
    earlier.save(folder)


def _make_folder(top: str, name: str, made: set[str]) -> None:
    """Make a folder below ``top`` with those above it, unless it is among the ``made``."""
    if name and name not in made:
        _make_folder(top, posixpath.dirname(name), made)
        with suppress(FileExistsError):
            os.mkdir(f"{top}/{name}")  # noqa: PTH102 — thousands of folders, and a third of the time
        made.add(name)


def _all(site: Site, template: Template, config: Any) -> Iterator[tuple[str, str, Callable[[], str]]]:
    """Yield each file's name, what stands for all that it is made from, and what makes it."""
    theme = _theme(Path(config.theme.custom_dir))
    said = map(str, (config.site_name, config.site_description, config.repo_url))
    around = digest(theme, site.address, *said)
    for page in site.pages.values():
        # What a key stands for gives both the HTML and what surrounds it.
        own = page.html.key or digest(page.body, repr(page.plain()))
        yield page.file_name, around + own, partial(document, page, template, config, site.address)
    for name in site.files:
        yield name, site.files.key(name) or digest(site.files[name]), partial(site.files.__getitem__, name)


def _theme(folder: Path) -> str:
    """Return what stands for the templates of the theme, with their names."""
    files = sorted(folder.rglob("*.html"))
    return digest(*(part for file in files for part in (file.name, file.read_text(encoding="utf-8"))))


def site_map(site: Site) -> list[tuple[str, str]]:
    """Return address and day of the last change of each page, for the map of the site.

    Empty where the site's address is not known: the map has full addresses or none.
    """
    pages = site.pages.values() if site.address else ()
    return [(canonical(site.address, page.path), page.updated) for page in pages]
