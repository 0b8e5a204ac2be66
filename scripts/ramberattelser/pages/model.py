"""What a finished page is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from ramberattelser.news import Change, few, together
from ramberattelser.rendering.environment import capital
from ramberattelser.rendering.headings import breakable
from ramberattelser.rendering.paths import with_breaks
from ramberattelser.rendering.permalinks import with_permalinks
from ramberattelser.rendering.typography import long_date

Crumbs = tuple[tuple[str, str], ...]

_ABSOLUTE = (' href="/', ' src="/')
"""What a site-absolute address in an attribute begins with."""


class Html:
    """HTML that is made when it is first asked for: most of a rebuilt site is as it was, and is never asked.

    ``key`` stands for all that it is made from, where that is known: the same key, the same HTML.
    """

    __slots__ = ("_make", "_text", "key")

    def __init__(self, made: str | Callable[[], str], key: str = "") -> None:
        self._text = made if isinstance(made, str) else None
        self._make = None if isinstance(made, str) else made
        self.key = key

    def __str__(self) -> str:
        if self._text is None:
            assert self._make is not None
            self._text = self._make()
        return self._text

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Html) and str(self) == str(other)

    def __hash__(self) -> int:
        return hash(str(self))


class Page(NamedTuple):
    """One page: its HTML, and what surrounds it, the address (``/andamal/umearegionen/2019/``) first.

    ``file`` is the data file that the edit link leads to, empty where there is none; ``section`` the entry
    of the menu that is current. Links in the HTML are relative to the page, so the site works under any
    address.
    """

    html: Html
    path: str
    title: str
    description: str
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
    revisions: tuple[tuple[date, str, str, str], ...] = ()
    """What has changed since the page was first published: when, what, and the address and title of the page
    that it is told on, empty where that is this page."""
    cite: str = ""
    """What the page is cited as, in whole sentences, before the site's name, day and address; empty for a
    page that nobody cites."""
    cite_part: tuple[str, ...] = ()
    """What a part of the page is called and the anchor of the first: ``("En mening", "#m1")``."""

    @property
    def body(self) -> str:
        """The HTML of the page's own content."""
        return str(self.html)

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
        """Return all but the HTML as what JSON can hold; ``full`` and ``around`` give it back."""
        return [_plain(value) for value in self[1:]]

    @classmethod
    def around(cls, given: tuple[Any, ...], html: Html) -> Page:
        """Return the page with this HTML, and what ``full`` gave for all that surrounds it."""
        return cls(html, *given)

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
            "revisions": [
                {
                    "day": long_date(same[0].day),
                    "what": capital(same[0].what),
                    "pages": [(one.path, one.title) for one in same if one.path],
                }
                for same in self._told()
            ],
        }

    def _told(self) -> list[list[Change]]:
        """What the foot tells: all where words are cited from, elsewhere few changes of other pages."""
        changes = together(Change(*told) for told in self.revisions)
        return changes if self.path.startswith("/andamal/") else few(changes)


def full(given: list[Any]) -> tuple[Any, ...]:
    """Return what surrounds a page as it was before ``Page.plain``."""
    return tuple(map(_full, given))


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return {"dag": value.isoformat()}
    return [_plain(one) for one in value] if isinstance(value, tuple) else value


def _full(value: Any) -> Any:
    if isinstance(value, dict):
        return date.fromisoformat(value["dag"])
    return tuple(_full(one) for one in value) if isinstance(value, list) else value


class Group:
    """Files that are made together, when one of them is first asked for.

    ``key`` stands for all that they are made from, where that is known: the same key, the same files.
    """

    def __init__(self, names: Iterable[str], make: Callable[[], Mapping[str, str]], key: str = "") -> None:
        self.names, self.key = tuple(names), key
        self._make = make

    @classmethod
    def of(cls, files: Mapping[str, str]) -> Group:
        """Return a group of files that are there already."""
        return cls(files, lambda: files)

    @cached_property
    def files(self) -> Mapping[str, str]:
        """The files by their name."""
        return self._make()


class FileSet(Mapping[str, str]):
    """The files of several groups by name; where two have the same, the later one's."""

    def __init__(self, groups: Iterable[Group] = ()) -> None:
        self._groups = {name: group for group in groups for name in group.names}

    def __getitem__(self, name: str) -> str:
        return self._groups[name].files[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._groups)

    def __len__(self) -> int:
        return len(self._groups)

    def key(self, name: str) -> str:
        """Return what stands for all that a file is made from; empty where that is not known."""
        return self._groups[name].key


@dataclass(frozen=True)
class Site:
    """All pages by the name MkDocs knows them by, and other files by their address."""

    pages: Mapping[str, Page]
    files: FileSet = field(default_factory=FileSet)
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


def finished(html: str, path: str) -> str:
    """Return a page's ``html`` as it is read: headings linked, long words breakable, links relative."""
    return relative(with_breaks(breakable(with_permalinks(html))), path)


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
