"""The pages of ``ramberattelser skriv``, built by another generator: is every page and link there?"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

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
_ELSEWHERE = re.compile(r"[a-z]+:|#|(?:\.\./|\./)*(?:om|bidra)/")
"""Other hosts, the page itself, and the hand-written pages, which are not written by the command."""


@dataclass(frozen=True, slots=True)
class Compared:
    """How many pages were written and are missing, and links: all, changed and leading nowhere."""

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
    sources = sorted(docs.rglob("*.md"))
    for source in sources:
        name = source.relative_to(docs).as_posix()
        built = (site / name).with_suffix(".html")
        if not built.is_file():
            missing.append(name)
            continue
        own = links(source.read_text(encoding="utf-8").split("---\n", 2)[2])
        shown = links(built.read_text(encoding="utf-8"))
        count += len(own)
        if not _stands_in(own, shown):
            changed.append(name)
        dead += [f"{name}: {link}" for link in own if not _ELSEWHERE.match(link) and not _target(built, link)]
    return Compared(len(sources), tuple(missing), count, tuple(changed), tuple(dead))


def _stands_in(own: list[str], shown: list[str]) -> bool:
    size = len(own)
    return any(shown[at : at + size] == own for at in range(len(shown) - size + 1))


def _target(page: Path, link: str) -> bool:
    path = Path(os.path.normpath(page.parent / re.split(r"[?#]", link)[0]))
    # Files of data are the site's own, and not pages.
    return (path / "index.html").is_file() or path.is_file() or "/data/" in f"/{link}"


def links(html: str) -> list[str]:
    """Return where the links of ``html`` lead, in order."""
    reader = _Links()
    reader.feed(html)
    return reader.found


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.found += [value for name, value in attrs if name == "href" and value]
