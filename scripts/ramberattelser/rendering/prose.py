"""The small Markdown of the data's long fields, to safe HTML.

markdown-it-py parses; only an allow-list of its tokens is rendered. What the list has no place
for is reported by ``problems``, so that nothing a writer wrote is silently cut. The sanitizer
(nh3) runs last, as a second wall that should find nothing to do.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from html import escape
from itertools import islice
from typing import Any

import nh3
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markupsafe import Markup

from ramberattelser.messages import TAG, about_tag
from ramberattelser.rendering.foreign import marked
from ramberattelser.rendering.typography import typeset

Resolve = Callable[[str], tuple[str, str] | None]
"""From the target in ``[[target]]`` to (address, own text), or None where there is no such thing."""

MOST = 20
"""Problems of one text that are told: with more than that, it was written for something else."""

Problem = tuple[str, dict[str, str]]
"""A code of ``messages`` and its details."""

Unknown = Callable[[str], Problem | None]
"""From the target in ``[[target]]`` to what is wrong with it, or None where it leads somewhere."""

_TAGS = {"p", "em", "strong", "ul", "ol", "li", "a", "br", "span"}
_ATTRIBUTES = {"a": {"href", "class"}, "ol": {"start"}, "span": {"lang"}}
_SCHEMES = {"https", "http", "mailto"}
_REFUSED = {
    "heading_open": "en rubrik",
    "fence": "ett kodblock",
    "code_block": "ett kodblock (rad med fyra mellanslag)",
    "code_inline": "kod",
    "hr": "en linje",
    "blockquote_open": "ett indraget citat",
    "image": "en bild",
}
_TABLE = re.compile(r"^(?=[ :|]*-)(?=[ :-]*\|)[ |:-]+$", re.MULTILINE)
_TEMPLATE = re.compile(r"\{\{|\{%|\{#")
_ADDRESS = re.compile(
    r"(?:https?://[^\s\\/?#@]+(?:[/?#][^\s\\]*)?|mailto:[^\s\\]+|/(?!/)[^\s\\]*|#[^\s\\]*)\Z"
)
_REFERENCE = re.compile(r"\[\[([^\n]*?)\]\]")
_HALF_LINK = "en länk som inte är hel"
_HALF = re.compile(r"\[\[|\]\]|\]\(|\]\[")
_RULED = re.compile(r"^[ \d.)+*_-]*[*_-][ \d.)+*_-]*$", re.MULTILINE)
_SIGNS = ("`", "\\", "<", ">", "#", "~", "=", "\t", "{{", "{%", "{#", "![", "](", "    ", "**")
"""What a text must have one of, or a line of signs alone, for more to be wrong than tables and references."""
_ESCAPED = re.compile(r"\\[\\*]")
_OPENING = "\ue000"
"""Stands where emphasis begins; nobody writes it."""
_LOOSE = re.compile(rf"(?<![\w*])\*{{2,}}(?=[\w(”»])|\*+(?={_OPENING})")
"""Stars that were to begin bold type, and are shown. One alone, or after a word, is that of a footnote."""
_FIRST_WORD = re.compile(r"\*+\W?\w*")
_NO_NAME = re.compile(r"[\s*_\u00ad\u200b-\u200f\u2060\ufeff]*")


def _reference(state: StateInline, silent: bool) -> bool:
    """Inline rule: ``[[target]]`` and ``[[target|text]]``."""
    if not state.src.startswith("[[", state.pos):
        return False
    end = state.src.find("]]", state.pos)
    if end < 0 or "\n" in state.src[state.pos : end]:
        return False
    if not silent:
        target, _, text = state.src[state.pos + 2 : end].partition("|")
        token = state.push("reference", "", 0)
        token.meta = {"target": target.strip()}
        token.content = text.strip()
    state.pos = end + 2
    return True


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "linkify": False})
    # A line "[x]: y" defines a link in Markdown, and would be gone from the page.
    parser.block.ruler.disable("reference")
    parser.inline.ruler.before("link", "reference", _reference)
    # A refused address is reported, not shown as raw text: keep the token and look at it.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005
    return parser


_MD = _parser()


class _Renderer(RendererHTML):
    """Renders the allow-list's tokens; links are resolved through the environment."""

    def text(self, tokens: Any, idx: int, options: Any, env: Any) -> str:  # noqa: ARG002
        return escape(typeset(tokens[idx].content), quote=False)

    def reference(self, tokens: Any, idx: int, options: Any, env: Any) -> str:  # noqa: ARG002
        token = tokens[idx]
        found = env["resolve"](token.meta["target"])
        if found is None:
            return escape(token.content or token.meta["target"], quote=False)
        address, own = found
        kind = ' class="term"' if token.meta["target"].startswith("begrepp:") else ""
        text = escape(typeset(token.content or own), quote=False)
        return f'<a href="{escape(address)}"{kind}>{text}</a>'

    def softbreak(self, tokens: Any, idx: int, options: Any, env: Any) -> str:  # noqa: ARG002
        """A line break in the data is a space, and as firm as one between the same words."""
        before, after = (
            "".join(token.content for token in beside if token.type == "text")
            for beside in (tokens[max(idx - 1, 0) : idx], tokens[idx + 1 : idx + 2])
        )
        space = typeset(f"{before} {after}")[len(before)]
        return "\n" if space == " " else space


_RENDERER = _Renderer()


def _tokens(text: str) -> Sequence[Token]:
    return _MD.parse(text, {})


def to_html(text: str, resolve: Resolve) -> Markup:
    """Return ``text`` as HTML of paragraphs, lists, emphasis and links, and nothing else."""
    return _to_html(text, resolve) if "[[" in text else _plain_html(text)


@lru_cache(maxsize=20_000)
def _plain_html(text: str) -> Markup:
    """The same for a text that refers to nothing, which is the same wherever it stands."""
    return _to_html(text, lambda _: None)


def _to_html(text: str, resolve: Resolve) -> Markup:
    html = _RENDERER.render(_tokens(text), _MD.options, {"resolve": resolve})
    return Markup(sanitize(marked(html)).strip())


def without_paragraph(html: Markup) -> Markup:
    """Return ``html`` without its ``<p>`` where that is all there is."""
    if html.startswith("<p>") and html.endswith("</p>") and html.count("<p>") == 1:
        return Markup(html[3:-4])
    return html


@lru_cache(maxsize=20_000)
def without_markup(html: Markup) -> str:
    """Return the words of ``html``, for descriptions, feeds and the search index."""
    return " ".join(html.striptags().split())


def sanitize(html: str) -> str:
    """Return ``html`` with nothing outside the allow-list."""
    clean = nh3.clean(
        html,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        url_schemes=_SCHEMES,
        # Asked of every attribute, and only an address can be wrong.
        attribute_filter=_attribute if "href" in html.lower() else None,
        link_rel=None,
    )
    return clean.replace("&nbsp;", "\u00a0")


def _attribute(_tag: str, name: str, value: str) -> str | None:
    """Keep an attribute as it is, unless it leads where no link may lead."""
    return value if name != "href" or _ADDRESS.match(value) else None


def problems(text: str, unknown: Unknown) -> Iterator[Problem]:
    """Yield (code, details) for what in ``text`` would not be shown as it is written, at most ``MOST``.

    ``row`` among the details is the line of the text, from 0, where that is known not to be the first.
    """
    targets = _targets(text)
    if targets is None:
        return islice(_half_once(_problems(text, unknown)), MOST)
    said = {target: problem for target in targets if (problem := unknown(target)) is not None}
    return islice(_reference_problems(text, said.get), MOST) if said else iter(())


@lru_cache(maxsize=50_000)
def _targets(text: str) -> tuple[str, ...] | None:
    """Return what a text refers to, where nothing but that can be wrong with it; None where more can be."""
    if _marked_up(text) or ("|" in text and _TABLE.search(text)):
        return None
    if "[" not in text and "]" not in text:
        return ()
    if _HALF.search(_REFERENCE.sub("", text)):
        return None
    return tuple(map(_target, _REFERENCE.finditer(text)))


def _marked_up(text: str) -> bool:
    """Return whether Markdown can make anything of a text that ``problems`` looks for."""
    if any(sign in text for sign in _SIGNS):
        return True
    if "[[" in text and any("*" in found[1] or "_" in found[1] for found in _REFERENCE.finditer(text)):
        return True
    return any(sign in text for sign in "*_-") and _RULED.search(text) is not None


def _target(match: re.Match[str]) -> str:
    return match.group(1).partition("|")[0].strip()


def _half_once(found: Iterator[Problem]) -> Iterator[Problem]:
    """Leave out halves of links after the first: the other half is often the same mistake."""
    told = False
    for code, details in found:
        half = details.get("given") == _HALF_LINK
        if not (half and told):
            yield code, details
        told = told or half


def _problems(text: str, unknown: Unknown) -> Iterator[Problem]:
    template = _TEMPLATE.search(text)
    if template is not None:
        yield "template_code", {"given": template.group()}
    html = TAG.search(text)
    if html is not None:
        yield about_tag(html.group(), "raw_html"), {"given": html.group()}
    table = _TABLE.search(text) if "|" in text else None
    if table is not None:
        yield "markdown", {"given": "en tabell"} | _row(text, table.start())
    if not _marked_up(text):
        yield from _reference_problems(text, unknown)
        return
    for token, row in _flat(_tokens(text)):
        for code, details in _token_problems(token, unknown):
            yield code, details | ({"row": str(row)} if row else {})
    if "**" in text:
        yield from _loose_stars(text)


def _loose_stars(text: str) -> Iterator[Problem]:
    """Yield, once a paragraph, stars that were to make type bold and do not; not those with a backslash."""
    for token in _tokens(_ESCAPED.sub("xx", text)):
        told = "".join(_told(child) for child in token.children or ())
        found = _LOOSE.search(told)
        if found is not None:
            row = (token.map[0] if token.map else 0) + told.count("\n", 0, found.start())
            # No more than a word, so that it can be found where it was written.
            given = _FIRST_WORD.match(told[found.start() :].replace(_OPENING, ""))
            yield (
                "loose_stars",
                {"given": given.group() if given else "**"} | ({"row": str(row)} if row else {}),
            )


def _told(token: Token) -> str:
    """Return what is shown of a part of a line, with a sign where emphasis begins."""
    if token.type in ("softbreak", "hardbreak"):
        return "\n"
    if token.type in ("em_open", "strong_open"):
        return _OPENING
    # Stars within a reference are told of by themselves.
    return token.content if token.type == "text" else _words(token).replace("*", "")


def _words(token: Token) -> str:
    return token.content or str(token.meta.get("target", ""))


def _reference_problems(text: str, unknown: Unknown) -> Iterator[Problem]:
    """The same as parsing gives, for a text in which nothing but references can go wrong."""
    for match in _REFERENCE.finditer(text):
        problem = unknown(_target(match))
        if problem is not None:
            yield problem[0], problem[1] | _row(text, match.start())
    # A reference is within one line, so what is left has the lines of the text. A sign in its place keeps
    # apart what stands around it.
    for row, line in enumerate(_REFERENCE.sub("\ue000", text).split("\n")):
        if _HALF.search(line):
            yield "markdown", {"given": _HALF_LINK} | ({"row": str(row)} if row else {})


def _row(text: str, place: int) -> dict[str, str]:
    row = text.count("\n", 0, place)
    return {"row": str(row)} if row else {}


def _flat(tokens: Sequence[Token], row: int = 0) -> Iterator[tuple[Token, int]]:
    """Yield each token with the line of the text, from 0, on which it begins."""
    for token in tokens:
        row = token.map[0] if token.map else row
        yield token, row
        within = row
        for child, _ in _flat(token.children or [], row):
            yield child, within
            within += child.type == "softbreak"


def _token_problems(token: Token, unknown: Unknown) -> Iterator[Problem]:
    if token.type == "inline":
        yield from _nameless(token.children or ())
    elif token.type in _REFUSED:
        yield "markdown", {"given": _REFUSED[token.type]}
    elif token.type == "link_open":
        address = str(token.attrs.get("href", ""))
        if not _ADDRESS.match(address):
            yield "bad_link", {"given": address}
    elif token.type == "text" and _HALF.search(token.content):
        yield "markdown", {"given": _HALF_LINK}
    elif token.type == "reference":
        if (problem := unknown(token.meta["target"])) is not None:
            yield problem
        if _emphasized(token.content):
            yield "emphasis_in_reference", {"given": token.content}


def _nameless(tokens: Sequence[Token]) -> Iterator[Problem]:
    """Yield the links of which nothing can be seen or read aloud. A picture is told of by itself."""
    address: str | None = None
    shown = ""
    for token in tokens:
        if token.type == "link_open":
            address, shown = str(token.attrs.get("href", "")), ""
        elif token.type == "link_close" and address is not None and _NO_NAME.fullmatch(shown):
            yield "link_without_words", {"given": address}
        else:
            shown += "bild" if token.type == "image" else _words(token)


def _emphasized(text: str) -> bool:
    """Return whether Markdown would make emphasis of ``text``, which is shown with its signs."""
    if "*" not in text and "_" not in text:
        return False
    return any(
        child.type in ("em_open", "strong_open")
        for token in _MD.parseInline(text, {})
        for child in token.children or ()
    )
