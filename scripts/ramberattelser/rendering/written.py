"""Hand-written pages as Python-Markdown makes them: what their HTML may hold, and where their sections begin.

What a page may do is judged by the HTML that comes out, not by how somebody wrote it: Markdown has many ways
to write a link, and one that a pattern does not know is a link all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from html import unescape
from html.parser import HTMLParser

import markdown

EXTENSIONS = ("toc", "tables", "fenced_code", "attr_list")
"""Those that MkDocs is told of in ``mkdocs.yml``, and its own; a test holds the two together."""
BEGINS, ENDS = "\ue000", "\ue001"
"""Around what stands for a macro's HTML, which is ours and is not judged."""

Problem = tuple[str, str]
"""A code of ``messages``, and what was given."""

_EMPTY = frozenset(("br", "hr", "img"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_BLOCKS = frozenset(("blockquote", "div", "li", "ol", "p", "pre", "ul"))
_CELLS = frozenset(("td", "th"))
_TABLES = _CELLS | {"table", "tbody", "thead", "tr"}
_ELEMENTS = _EMPTY | _HEADINGS | _BLOCKS | _TABLES | {"a", "code", "em", "strong"}
_ANYWHERE = frozenset(("id", "class", "lang", "role", "tabindex", "title"))
_OF = {"a": {"href"}, "img": {"src", "alt"}, "ol": {"start"}}
_ALIGNED = re.compile(r"text-align: (?:left|right|center);")
"""The only style: Python-Markdown gives it to the cells of a column that says how it is aligned."""
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\\]")
"""What a browser takes out of an address, or reads as a slash."""
_ADDRESS = re.compile(
    # To another site, or to somebody; then a path of our own, a place on the page, and a path from it,
    # whose first part holds no colon, so that no browser can take it for a scheme.
    r"https?://[^\s/?#]\S*|mailto:\S+|/(?!/).*|[?#].*|[^:/?#]+(?:[/?#].*)?",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(r"https?:|//", re.IGNORECASE)


@lru_cache(maxsize=256)
def to_html(text: str) -> str:
    """Return the HTML of a page's Markdown, without the head of its file."""
    return markdown.markdown(text, extensions=[*EXTENSIONS])


def leads_well(address: str) -> bool:
    """Return whether a link may lead to ``address``, as it reads when entities are read."""
    bare = address.strip()
    return not bare or (not _CONTROL.search(bare) and _ADDRESS.fullmatch(bare) is not None)


def problems(html: str) -> list[Problem]:
    """Return what may not be in the HTML of a page, each once; macros are there as their marks."""
    return list(dict.fromkeys(_Page(html).problems))


def faults(html: str) -> list[Problem]:
    """Return what ``problems`` does, and each heading inside something else: a quotation, a list."""
    page = _Page(html)
    return list(dict.fromkeys((*page.problems, *(("nested_heading", words) for words in page.nested))))


def sections(html: str) -> list[str]:
    """Return ``html`` as what comes before the first ``h2``, and a part for each.

    A heading inside another element begins none: what stands around it would be torn apart.
    """
    starts = [start for tag, start in _Page(html).outer if tag == "h2"]
    return [html[a:b] for a, b in zip([0, *starts], [*starts, len(html)], strict=True)]


def title(html: str) -> tuple[int, int] | None:
    """Return from where to where the first ``h1`` stands that is inside nothing else."""
    start = next((start for tag, start in _Page(html).outer if tag == "h1"), None)
    end = html.find("</h1>", start) if start is not None else -1
    return None if start is None or end < 0 else (start, end + len("</h1>"))


class _Page(HTMLParser):
    """Reads a page's HTML once, and tells of what it holds."""

    def __init__(self, html: str) -> None:
        # References are told apart from the signs they stand for: a bare "<" is no text.
        super().__init__(convert_charrefs=False)
        self.problems: list[Problem] = []
        self.outer: list[tuple[str, int]] = []
        self.nested: list[str] = []
        self._open: list[tuple[str, str]] = []
        """Each element that has begun and not ended, with the tag that began it."""
        self._foreign: set[str] = set()
        """Elements that were told as they began, and need not be told as they end."""
        self._words: list[str] | None = None
        self._lines = [0, *(match.end() for match in re.finditer("\n", html))]
        self.feed(html)
        if "<" in self.rawdata:
            self.problems.append(("raw_html", self.rawdata))
        self.close()
        # Python-Markdown ends what it begins, so this came with a tag that somebody wrote.
        self.problems += [("raw_html", began) for _, began in self._open]

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        self.problems += self._about(tag, attrs)
        if tag in _HEADINGS:
            if self._open:
                self._words = []
            else:
                line, column = self.getpos()
                self.outer.append((tag, self._lines[line - 1] + column))
        if tag not in _ELEMENTS:
            self._foreign.add(tag)
        elif tag not in _EMPTY:
            self._open.append((tag, self.get_starttag_text() or f"<{tag}>"))

    def handle_startendtag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)  # a browser does not take the slash for an end either

    def handle_endtag(self, tag: str) -> None:
        if tag in (name for name, _ in self._open):
            while self._open[-1][0] != tag:
                self.problems.append(("raw_html", self._open.pop()[1]))
            self._open.pop()
        elif tag not in self._foreign:
            self.problems.append(("raw_html", f"</{tag}>"))
        if tag in _HEADINGS and self._words is not None:
            self.nested.append(" ".join("".join(self._words).split()))
            self._words = None

    def handle_data(self, data: str) -> None:
        if "<" in data:
            self.problems.append(("raw_html", data[data.index("<") :]))
        self._say(data)

    def handle_entityref(self, name: str) -> None:
        self._say(unescape(f"&{name};"))

    def handle_charref(self, name: str) -> None:
        self._say(unescape(f"&#{name};"))

    def handle_comment(self, data: str) -> None:
        self.problems.append(("raw_html", f"<!--{data}-->"))

    def handle_decl(self, decl: str) -> None:
        self.problems.append(("raw_html", f"<!{decl}>"))

    def handle_pi(self, data: str) -> None:
        self.problems.append(("raw_html", f"<?{data}>"))

    def unknown_decl(self, data: str) -> None:
        self.problems.append(("raw_html", f"<![{data}]>"))

    def _say(self, words: str) -> None:
        if self._words is not None:
            self._words.append(words)

    def _about(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> Iterator[Problem]:
        if tag not in _ELEMENTS:
            yield "raw_html", self.get_starttag_text() or f"<{tag}>"
        for name, value in attrs:
            yield from _about_attribute(tag, name, value or "")


def _about_attribute(tag: str, name: str, value: str) -> Iterator[Problem]:
    own = _OF.get(tag, ())
    if BEGINS in value or ENDS in value:
        yield "macro_inside", ""
    elif name in own and name in ("href", "src"):
        if not leads_well(value):
            yield "bad_link", value
        elif name == "src" and _ELSEWHERE.match(value.strip()):
            yield "picture_elsewhere", value
    elif tag in _ELEMENTS and not (name in own or name in _ANYWHERE or name.startswith("aria-")):
        aligned = name == "style" and tag in _CELLS and _ALIGNED.fullmatch(value)
        if not aligned:
            yield "attribute_list", f"{name}="
