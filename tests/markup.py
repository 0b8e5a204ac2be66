"""HTML as a small tree, read with the standard library, for tests that ask what a page says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
HIDDEN = {"vh", "lab"}
"""Classes of words that are added for some readers only."""


@dataclass(eq=False)
class Element:
    """An element with its attributes, and what is in it: elements and text, in order."""

    tag: str
    attrs: dict[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)
    parent: Element | None = None

    @property
    def classes(self) -> set[str]:
        """The classes of the element."""
        return set(self.attrs.get("class", "").split())

    def walk(self) -> Iterator[Element]:
        """Yield every element inside this one, in document order."""
        for child in self.children:
            if isinstance(child, Element):
                yield child
                yield from child.walk()

    def all(self, tag: str = "", kind: str = "") -> list[Element]:
        """Return the elements inside with the tag and the class, where they are given."""
        return [e for e in self.walk() if tag in ("", e.tag) and (not kind or kind in e.classes)]

    def one(self, tag: str = "", kind: str = "") -> Element:
        """Return the only such element."""
        found = self.all(tag, kind)
        assert len(found) == 1, f"{len(found)} elements <{tag or '*'} class={kind or '*'}>"
        return found[0]

    def above(self) -> Iterator[Element]:
        """Yield every element around this one, the nearest first."""
        e = self
        while e.parent is not None:
            e = e.parent
            yield e

    def by_id(self, name: str) -> Element:
        """Return the element with the id."""
        return next(e for e in self.walk() if e.attrs.get("id") == name)

    @property
    def text(self) -> str:
        """All text inside, to the letter."""
        return "".join(child if isinstance(child, str) else child.text for child in self.children)

    @property
    def words(self) -> str:
        """All text inside with every stretch of white space as one space."""
        return " ".join(self.text.split())

    @property
    def shown(self) -> str:
        """The words that everyone sees: without those that are added for screen readers and phones."""
        parts = (c if isinstance(c, str) else c.shown for c in self.children if not _hidden(c))
        return " ".join(" ".join(parts).split())


def _hidden(child: Element | str) -> bool:
    return isinstance(child, Element) and bool(child.classes & HIDDEN)


class _Reader(HTMLParser):
    """Builds the tree; what is not closed, or closed twice, is a fault."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Element("")
        self.here = self.root
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        if len(set(names)) < len(names):
            self.faults.append(f"an attribute twice on <{tag}>: {names}")
        made = Element(tag, {name: value or "" for name, value in attrs}, parent=self.here)
        self.here.children.append(made)
        if tag not in VOID:
            self.here = made

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag != self.here.tag or self.here.parent is None:
            self.faults.append(f"</{tag}> inside <{self.here.tag}>: {self.here.words[:60]!r}")
            return
        self.here = self.here.parent

    def handle_data(self, data: str) -> None:
        self.here.children.append(data)


def parse(html: str) -> Element:
    """Return the tree of ``html``; HTML that is not well formed is an assertion error."""
    root, faults = parse_leniently(html)
    assert faults == []
    return root


def parse_leniently(html: str) -> tuple[Element, list[str]]:
    """Return the tree of ``html``, and what is not well formed in it."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    faults = reader.faults + ([f"<{reader.here.tag}> is never closed"] if reader.here.tag else [])
    return reader.root, faults
