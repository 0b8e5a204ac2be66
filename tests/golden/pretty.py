"""HTML laid out so that a change in it can be read: one element to a line, what holds others indented."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from markup import VOID, Element

BLOCKS = {
    "article", "aside", "blockquote", "caption", "dd", "details", "div", "dl", "dt", "figcaption", "figure",
    "footer", "form", "h1", "h2", "h3", "h4", "header", "li", "nav", "ol", "p", "section", "select",
    "summary", "svg", "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
IN_PICTURES = {"circle", "desc", "g", "line", "path", "rect", "text", "title"}


def pretty(element: Element) -> str:
    """Return the HTML inside ``element``; white space is at most one space."""
    return "\n".join(line for child in _grouped(element) for line in _lines(child, 0)) + "\n"


def _grouped(element: Element) -> Iterator[Element]:
    """Yield blocks as they are, and what runs between them as elements without a name."""
    run = Element("")
    for child in element.children:
        if isinstance(child, Element) and child.tag in BLOCKS | IN_PICTURES:
            if _inline(run).strip():
                yield run
            run = Element("")
            yield child
        else:
            run.children.append(child)
    if _inline(run).strip():
        yield run


def _lines(element: Element, depth: int) -> Iterator[str]:
    indent = "  " * depth
    if not element.tag:
        yield indent + _inline(element).strip()
    elif any(inner.tag in BLOCKS | IN_PICTURES for inner in element.walk()):
        yield indent + _opened(element)
        for child in _grouped(element):
            yield from _lines(child, depth + 1)
        yield f"{indent}</{element.tag}>"
    else:
        yield indent + _whole(element).strip()


def _whole(element: Element) -> str:
    return _opened(element) + ("" if element.tag in VOID else f"{_inline(element)}</{element.tag}>")


def _opened(element: Element) -> str:
    attributes = "".join(f' {name}="{_shown(escape(value))}"' for name, value in element.attrs.items())
    return f"<{element.tag}{attributes}>"


def _inline(element: Element) -> str:
    parts = (_shown(escape(c, quote=False)) if isinstance(c, str) else _whole(c) for c in element.children)
    return "".join(parts)


def _shown(text: str) -> str:
    """Text with kinds of white space that look like others written out."""
    kept = text.replace("\u00a0", "&nbsp;").replace("\u00ad", "&shy;")
    outer = (" " if kept[:1].isspace() else "", " " if kept[-1:].isspace() else "")
    inner = " ".join(kept.split())
    return f"{outer[0]}{inner}{outer[1]}" if inner else outer[0]
