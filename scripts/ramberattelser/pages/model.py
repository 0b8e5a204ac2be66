"""What a finished page is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any

from ramberattelser.rendering.typography import long_date

Crumbs = tuple[tuple[str, str], ...]

_ABSOLUTE = (' href="/', ' src="/')
"""What a site-absolute address in an attribute begins with."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its address (``/andamal/umearegionen/2019/``), HTML and what surrounds it.

    ``file`` is the data file that the edit link leads to; ``section`` the entry of the menu that is
    current. Links in ``body`` are relative to the page, so the site works under any address.
    """

    path: str
    title: str
    description: str
    body: str
    section: str
    file: str
    crumbs: Crumbs = ()
    published: date | None = None
    changed: date | None = None
    linked: str = ""
    """The page's JSON-LD, already safe inside a ``script`` element."""
    owner: str = ""
    """The förbund, or the law, that the page is about: it has a feed of its own."""
    feed: str = ""
    """The name of that förbund, or of the law."""
    revisions: tuple[tuple[date, str], ...] = ()
    """What has changed since the page was first published, and when."""
    cite: str = ""
    """What the page is cited as, in whole sentences, before the site's name, day and address; empty for a
    page that nobody cites."""
    cite_part: tuple[str, ...] = ()
    """What a part of the page is called and the anchor of the first: ``("En mening", "#m1")``."""

    @property
    def uri(self) -> str:
        """The source name that MkDocs gives the page: ``andamal/umearegionen/2019/index.md``."""
        return f"{self.path.strip('/')}/index.md".lstrip("/")

    @property
    def file_name(self) -> str:
        """The file of the page in the built site: ``andamal/umearegionen/2019/index.html``."""
        return f"{self.path.strip('/')}/index.html".lstrip("/")

    @property
    def updated(self) -> str:
        """The day of the last change, for the map of the site; empty where the data knows none."""
        day = self.changed or self.published
        return day.isoformat() if day else ""

    def plain(self) -> list[Any]:
        """Return the page as what JSON can hold; ``from_plain`` gives it back."""
        return [_plain(getattr(self, one.name)) for one in fields(self)]

    @classmethod
    def from_plain(cls, given: list[Any]) -> Page:
        """Return the page that ``plain`` was given by."""
        return cls(*map(_full, given))

    def meta(self) -> dict[str, Any]:
        """What the theme's templates read. They escape it."""
        published = long_date(self.published) if self.published else ""
        changed = long_date(self.changed) if self.changed and self.changed != self.published else ""
        return {
            "title": self.title,
            "description": self.description,
            "section": self.section,
            "path": self.path,
            "file": self.file,
            "linked": self.linked,
            "start": self.path == "/",
            "crumbs": [("Start", "/"), *self.crumbs[:-1], (self.crumbs[-1][0], "")] if self.crumbs else [],
            "published": published,
            "changed": changed,
            "owner": self.owner,
            "feed": self.feed,
            "cite": self.cite,
            "cite_part": list(self.cite_part),
            "revisions": [(long_date(day), what) for day, what in sorted(self.revisions, reverse=True)],
        }


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return {"dag": value.isoformat()}
    return [_plain(one) for one in value] if isinstance(value, tuple) else value


def _full(value: Any) -> Any:
    if isinstance(value, dict):
        return date.fromisoformat(value["dag"])
    return tuple(_full(one) for one in value) if isinstance(value, list) else value


@dataclass(frozen=True)
class Site:
    """All pages by the name MkDocs knows them by, and other files by their address."""

    pages: Mapping[str, Page]
    files: Mapping[str, str] = field(default_factory=dict)
    macros: Mapping[str, Any] = field(default_factory=dict)
    """The macros that hand-written pages may call, by name."""
    address: str = ""
    """Where the site is published, if that is known."""

    @property
    def names(self) -> set[str]:
        """The names of all files that the site consists of, from its top folder."""
        return {page.file_name for page in self.pages.values()} | set(self.files)


def by_uri(pages: Iterable[Page]) -> dict[str, Page]:
    """Return the pages by their source name.

    Raises ``ValueError`` rather than lose one of two pages at the same address.
    """
    found: dict[str, Page] = {}
    for page in pages:
        if page.uri in found:
            raise ValueError(f"two pages at {page.path}: {found[page.uri].title!r} and {page.title!r}")
        found[page.uri] = page
    return found


def relative(html: str, path: str) -> str:
    """Return ``html`` with site-absolute links made relative to the page at ``path``.

    Only attributes are changed, never text that happens to say ``href="/``: a ``<`` in text is always
    written as an entity.
    """
    start = climb(path)
    for begins in _ABSOLUTE:
        html = _led(html, begins, start)
    return html


def _led(html: str, begins: str, start: str) -> str:
    """Set ``start`` before the slash that ends ``begins`` wherever it stands inside a tag."""
    first, *rest = html.split(begins)
    made = [first]
    # Inside a tag the last bracket is the one that opens it; a piece without any leaves it as it was.
    inside = False
    for before, piece in zip((first, *rest), rest, strict=False):
        opened, closed = before.rfind("<"), before.rfind(">")
        inside = opened > closed if max(opened, closed) >= 0 else inside
        made += (begins[:-1], start, "/", piece) if inside else (begins, piece)
    return "".join(made)


def climb(path: str) -> str:
    """Return the way from the page at ``path`` to the start page, without a slash at its end: ``../..``."""
    return "/".join([".."] * len([name for name in path.split("/") if name])) or "."
