"""Hand-written pages in ``docs/``: the macros they may call, and how their HTML is laid out.

A call is parsed by Jinja's own parser and accepted only as ``{{ name("text", …) }}`` with a macro
of ours and literal arguments. Nothing of a page is ever run as a template.
"""

from __future__ import annotations

import posixpath
import re
import zlib
from collections.abc import Callable
from datetime import date
from inspect import signature
from pathlib import Path
from typing import Any

from jinja2 import Environment, TemplateSyntaxError, nodes

from ramberattelser import exporting, linked
from ramberattelser.messages import nearest, wording
from ramberattelser.pages.model import Html, Page, Site, finished, relative
from ramberattelser.rendering import written
from ramberattelser.rendering.figures import Size, figures, png_size
from ramberattelser.rendering.tables import tables
from ramberattelser.rendering.typography import ended

_TITLES = {
    "om/index.md": ("Om", "om"),
    "om/tillganglighet.md": ("Tillgänglighet", "om"),
    "om/data.md": ("Öppna data", "om"),
    "bidra/index.md": ("Bidra", "bidra"),
    "bidra/format.md": ("Formatet", "bidra"),
    "om/jamforelsen.md": ("Så bra är jämförelsen", "om"),
}
_DATA = "om/data.md"
"""The page about the open data."""
_MARK = re.compile("<p>\ue000([0-9a-f]*)\ue001</p>|\ue000([0-9a-f]*)\ue001")
_ID = re.compile(r'\sid="([^"]*)"')
_SIGNS = re.compile(r"\{\{|\{%|\{#")
_parser = Environment(autoescape=True)

Call = tuple[str, tuple[str, ...]]
"""A macro's name and its arguments."""


class GuideError(ValueError):
    """A hand-written page calls something it may not. The text is a Swedish sentence for each."""


def named(uri: str, refused: type[Exception], make: Callable[..., str], *given: Any) -> str:
    """Return what ``make`` makes of the page ``uri``; its ``GuideError`` is raised as ``refused``, named."""
    try:
        return make(*given)
    except GuideError as error:
        raise refused(f"docs/{uri}: {error}") from None


def parse(markdown: str) -> list[str | Call]:
    """Return ``markdown`` as text and macro calls, in order.

    Raises ``GuideError`` for anything else between braces.
    """
    if _SIGNS.search(markdown) is None:
        return [markdown]
    try:
        tree = _parser.parse(markdown)
        comments = [line for line, kind, _ in _parser.lex(markdown) if kind in ("comment_begin", "raw_begin")]
    except TemplateSyntaxError as error:
        raise GuideError(_told(markdown, error.lineno, "macro_call")) from None
    wrong = [_told(markdown, line, "macro_call") for line in comments]
    parts: list[str | Call] = []
    for node in tree.body:
        for part in node.nodes if isinstance(node, nodes.Output) else [node]:
            found = part.data if isinstance(part, nodes.TemplateData) else _call(part)
            if found is None:
                wrong.append(_told(markdown, part.lineno, "macro_call"))
            else:
                parts.append(found)
    if wrong:
        raise GuideError("\n".join(dict.fromkeys(wrong)))
    return parts


def _call(node: nodes.Node) -> Call | None:
    if not isinstance(node, nodes.Call) or not isinstance(node.node, nodes.Name):
        return None
    if node.kwargs or node.dyn_args or node.dyn_kwargs:
        return None
    values = [arg.value for arg in node.args if isinstance(arg, nodes.Const) and isinstance(arg.value, str)]
    return (node.node.name, tuple(values)) if len(values) == len(node.args) else None


def expand(markdown: str, site: Site) -> str:
    """Return ``markdown`` with each macro call replaced by a mark that ``lay_out`` turns into HTML.

    The mark carries the HTML itself, packed into letters and digits that Markdown leaves alone, so
    that nothing has to be remembered between the two. Raises ``GuideError`` with every wrong call.
    """
    pieces, wrong = [], []
    for part in parse(markdown):
        try:
            pieces.append(part if isinstance(part, str) else _packed(_html(site, *part)))
        except GuideError as error:
            wrong.append(str(error))
    if wrong:
        raise GuideError("\n".join(wrong))
    return "".join(pieces)


def filled_in(markdown: str, site: Site, path: str) -> str:
    """Return ``markdown``, of the page at ``path``, with each macro call replaced by its HTML.

    Raises ``GuideError`` as ``expand`` does, and as ``lay_out`` does for the HTML that comes of it.
    """
    expanded = expand(markdown, site)
    _judge(written.to_html(expanded))
    return _MARK.sub(lambda mark: relative(_unpacked(mark), path), expanded)


def _html(site: Site, name: str, values: tuple[str, ...]) -> str:
    macro = site.macros.get(name)
    if macro is None:
        raise GuideError(
            _sentence("unknown_macro", given=name, suggestion=nearest(name, list(site.macros), "makron"))
        )
    takes = len(signature(macro).parameters)
    if len(values) != takes:
        raise GuideError(_sentence("macro_values", given=name, most=str(takes)))
    try:
        return str(macro(*values))
    except KeyError as error:
        raise GuideError(_sentence("macro_unknown", given=name, name=str(error.args[0]))) from None


def _told(markdown: str, line: int, code: str) -> str:
    """Return the sentence with the line's own words: its number is another in the file than here."""
    words = markdown.splitlines()[line - 1].strip() if line <= len(markdown.splitlines()) else ""
    return f"”{words[:60]}”: {_sentence(code)}"


def _sentence(code: str, **details: str) -> str:
    return " — ".join(wording(code, **details))


def _packed(html: str) -> str:
    return f"\ue000{zlib.compress(html.encode()).hex()}\ue001"


def _unpacked(mark: re.Match[str]) -> str:
    return zlib.decompress(bytes.fromhex(mark.group(1) or mark.group(2))).decode()


def meta(uri: str, title: str, given: dict[str, Any], site: str = "") -> dict[str, Any]:
    """Return what the theme reads about the hand-written page ``uri``, as ``Page.meta`` does for the others.

    ``given`` is the page's front matter, ``site`` the address of the site, if it is known.
    """
    name, section = _TITLES.get(uri, (title, ""))
    path = "/" + uri.removesuffix("index.md").removesuffix(".md").rstrip("/") + "/"
    above = [crumb for crumb in (("Om", "/om/"), ("Bidra", "/bidra/")) if path.startswith(crumb[1])]
    changed, what = _day(given.get("ändrad")), given.get("ändrat")
    page = Page(
        path=path,
        title=title,
        description=given.get("description", ""),
        html=Html(""),
        section=section,
        file=f"docs/{uri}",
        crumbs=(*(crumb for crumb in above if crumb[1] != path), (name, path)),
        published=_day(given.get("publicerad")),
        changed=changed,
        revisions=((changed, str(what), "", ""),) if changed and what else (),
        cite=ended(title),
    )
    about = linked.About(path, title, page.description, page.published, page.changed, page.crumbs)
    thing = linked.dataset(exporting.listed()) if uri == _DATA else None
    return page.meta() | {"linked": linked.page(about, thing, site), "updated": page.updated}


def _day(given: Any) -> date | None:
    """Return a day of the front matter, which YAML may have read as one; the checks have seen it before."""
    return date.fromisoformat(str(given)) if given else None


def lay_out(html: str, path: str, docs: Path | None = None) -> str:
    """Return a hand-written page's HTML in the site's grid: head, then a row for each ``h2``.

    Macro calls are filled in, links become relative, and pictures become figures, as large as the files
    below ``docs`` say. Raises ``GuideError`` for what may not be in a page.
    """
    _judge(html)
    head, *rows = written.sections(figures(html, lambda source: _size(docs, path, source)))
    start, end = written.title(head) or (0, 0)
    lead, after = _first_paragraph(_MARK.sub(_unpacked, head[:start] + head[end:]).strip())
    out = [f'<div class="head">{_MARK.sub(_unpacked, head[start:end])}{lead}</div>']
    if after:
        out.append(f'<div class="row"><div class="prose">{after}</div></div>')
    out += [_row(_MARK.sub(_unpacked, row)) for row in rows]
    return finished("\n".join(out), path)


def _judge(html: str) -> None:
    """Raise ``GuideError`` with each thing that may not be in a page's HTML.

    The checks have told of it before, with its place, unless a macro or the host made the page another one.
    """
    if wrong := written.problems(html):
        raise GuideError("\n".join(_sentence(code, given=given) for code, given in wrong))


def _size(docs: Path | None, path: str, source: str) -> Size | None:
    """Return the size of the picture that the page at ``path`` calls ``source``."""
    if docs is None or ":" in source:
        return None
    file = docs / posixpath.normpath(posixpath.join("/", path, source)).lstrip("/")
    try:
        with file.open("rb") as picture:
            return png_size(picture.read(24))
    except OSError:
        return None


def _first_paragraph(html: str) -> tuple[str, str]:
    match = re.match(r"<p>(.*?)</p>", html, re.DOTALL)
    if match is None:
        return "", html
    return f'<p class="lead">{match.group(1)}</p>', html[match.end() :].strip()


def _row(html: str) -> str:
    """Return a section; ``html`` begins with its ``h2``, whose attributes stand in any order."""
    opening, _, rest = html.partition(">")
    words, _, body = rest.partition("</h2>")
    named = _ID.search(opening)
    label = f' aria-labelledby="{named[1]}"' if named else ""
    body = tables(body.strip(), re.sub(r"<[^>]+>", "", words))
    return (
        f'<section class="row"{label}>\n{opening}>{words}</h2>\n'
        f'<div class="prose guide">{body}</div>\n</section>'
    )
