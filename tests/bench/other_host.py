"""The pages of ``ramberattelser skriv``, built by another generator: is every page and link there?"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import markdown

from .corpus import ROOT
from .measuring import run

COMMAND = Path(sys.executable).with_name("zensical")
"""Installed with what the tests need, in the version that the lock file says."""
_CONFIG = """site_name: Prov
site_url: https://example.org/
theme: {name: material, language: sv, font: false}
plugins: []
markdown_extensions: [attr_list, tables]
"""
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
"""Links to other sites, which nobody follows here."""
_EXTENSIONS = ("attr_list", "tables", "fenced_code")
"""What the hand-written pages ask of a Markdown library."""


@dataclass(frozen=True, slots=True)
class Compared:
    """How many pages were written and are missing; links and pictures: all, changed and leading nowhere."""

    pages: int
    missing: tuple[str, ...]
    links: int
    changed: tuple[str, ...]
    dead: tuple[str, ...]


def build(folder: Path, root: Path) -> Compared:
    """Write the pages of the project at ``root`` below ``folder``, build them and compare."""
    folder.mkdir(parents=True)
    write = [
        sys.executable,
        "-m",
        "ramberattelser.commands",
        "--rot",
        str(root),
        "skriv",
        str(folder / "docs"),
    ]
    subprocess.run(
        write, check=True, capture_output=True, env={**os.environ, "PYTHONPATH": str(ROOT / "scripts")}
    )
    (folder / "mkdocs.yml").write_text(_CONFIG, encoding="utf-8")
    run([str(COMMAND), "build"], folder)
    return compare(folder / "docs", folder / "site")


def compare(docs: Path, site: Path) -> Compared:
    """Compare written pages with the built site. A page's own links come in the same order in both."""
    missing, changed, dead = [], [], []
    count = 0
    known = _Known(site)
    sources = sorted(docs.rglob("*.md"))
    for source in sources:
        name = source.relative_to(docs).as_posix()
        own = _Read(_html(source.read_text(encoding="utf-8").split("---\n", 2)[2])).links
        count += len(own)
        built = (site / name).with_suffix(".html")
        if not built.is_file():
            missing.append(name)
            continue
        if not _stands_in(own, known.read(built).links):
            changed.append(name)
        dead += [f"{name}: {link}" for link in own if not known.has(built, link)]
    return Compared(len(sources), tuple(missing), count, tuple(changed), tuple(dead))


def _html(body: str) -> str:
    """Return a written page as HTML: most are it already, and Markdown would take its time to say so."""
    return body if body.lstrip().startswith("<") else markdown.markdown(body, extensions=_EXTENSIONS)


def _stands_in(own: list[str], shown: list[str]) -> bool:
    size = len(own)
    return any(shown[at : at + size] == own for at in range(len(shown) - size + 1))


class _Known:
    """The built site: which links lead to a file of it, and to an id where they name one."""

    def __init__(self, site: Path) -> None:
        self._site = Path(os.path.abspath(site))  # noqa: PTH100 — of what may not be there
        self._pages: dict[Path, _Read] = {}

    def read(self, page: Path) -> _Read:
        if page not in self._pages:
            self._pages[page] = _Read(page.read_text(encoding="utf-8"))
        return self._pages[page]

    def has(self, page: Path, link: str) -> bool:
        if _ELSEWHERE.match(link):
            return True
        way, _, anchor = link.partition("#")
        file = self._file(page, unquote(way.partition("?")[0]))
        if not file.is_relative_to(self._site) or not file.is_file():
            return False
        return not anchor or (file.suffix == ".html" and unquote(anchor) in self.read(file).ids)

    def _file(self, page: Path, way: str) -> Path:
        path = Path(os.path.abspath(page.parent / way)) if way else page  # noqa: PTH100
        return path / "index.html" if path.is_dir() else path


class _Read(HTMLParser):
    """A page's links and pictures, in order, and its ids."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        leads = {"a": "href", "img": "src"}.get(tag)
        for name, value in attrs:
            if value and name == leads:
                self.links.append(value)
            elif value and name == "id":
                self.ids.add(value)
