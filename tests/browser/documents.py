"""What the built HTML files say, read with the standard library: titles, headings, links, anchors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

HEADINGS = {f"h{level}": level for level in range(1, 7)}
ADDRESSES = {"a": "href", "area": "href", "link": "href", "use": "href", "img": "src", "script": "src"}


@dataclass
class Link:
    """One address in a page: the element that holds it, its text, and whether it stands in the footer."""

    tag: str
    address: str
    in_footer: bool
    rel: str = ""
    text: str = ""


@dataclass
class Document:
    """One page of the built site. `page` is its address within the site: `""`, `andamal/`, `404.html`."""

    page: str
    title: str = ""
    language: str | None = None
    headings: list[tuple[int, str]] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    duplicates: list[str] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)


class _Reader(HTMLParser):
    """Collects a `Document` from the events of the parser."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.document = Document(page)
        self._svg = 0
        self._footer = 0
        self._title = False
        self._heading: list[str] | None = None
        self._link: Link | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.document.language = values.get("lang")
        elif tag == "svg":
            self._svg += 1
        elif tag == "footer":
            self._footer += 1
        elif tag == "title" and not self._svg:
            self._title = True
        elif tag in HEADINGS:
            self._heading = []
        self._collect_anchors(tag, values)
        self._collect_link(tag, values)

    def handle_endtag(self, tag: str) -> None:
        if tag == "svg":
            self._svg -= 1
        elif tag == "footer":
            self._footer -= 1
        elif tag == "title":
            self._title = False
        elif tag == "a":
            self._link = None
        elif tag in HEADINGS and self._heading is not None:
            text = " ".join("".join(self._heading).replace("¶", "").split())
            self.document.headings.append((HEADINGS[tag], text))
            self._heading = None

    def handle_data(self, data: str) -> None:
        if self._title:
            self.document.title += data
        if self._heading is not None:
            self._heading.append(data)
        if self._link is not None:
            self._link.text += data

    def _collect_anchors(self, tag: str, values: dict[str, str]) -> None:
        name = values.get("id") or (values.get("name") if tag == "a" else None)
        if name:
            if name in self.document.anchors:
                self.document.duplicates.append(name)
            self.document.anchors.add(name)

    def _collect_link(self, tag: str, values: dict[str, str]) -> None:
        address = values.get(ADDRESSES.get(tag, ""))
        if address is None and tag == "use":
            address = values.get("xlink:href")
        if address is None:
            return
        link = Link(tag, address, self._footer > 0, values.get("rel", ""))
        self.document.links.append(link)
        if tag == "a":
            self._link = link


def page_of(folder: Path, file: Path) -> str:
    """The address within the site of a built file: `andamal/index.html` is the page `andamal/`."""
    path = file.relative_to(folder).as_posix()
    return path.removesuffix("index.html") if path == "index.html" or path.endswith("/index.html") else path


def html_files(folder: Path) -> list[Path]:
    """All HTML files of the built site, in a fixed order."""
    return sorted(folder.rglob("*.html"))


@cache
def read_documents(folder: Path) -> dict[str, Document]:
    """Every page of the built site by its address within the site; read once per process."""
    return {document.page: document for document in _read_all(folder)}


def _read_all(folder: Path) -> Iterator[Document]:
    for file in html_files(folder):
        reader = _Reader(page_of(folder, file))
        reader.feed(file.read_text(encoding="utf-8"))
        reader.close()
        yield reader.document


@cache
def base_address(folder: Path) -> str:
    """Where the start page says the site is published (its canonical link), or `/` where it says nothing."""
    reader = _Reader("")
    reader.feed((folder / "index.html").read_text(encoding="utf-8"))
    return next((link.address for link in reader.document.links if link.rel == "canonical"), "/")


def base_path(folder: Path) -> str:
    """The path part of the published address, with `/` at both ends: `/` or `/kunskapsbas/`."""
    return urlsplit(base_address(folder)).path.rstrip("/") + "/"
