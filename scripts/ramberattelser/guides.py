"""Hand-written pages in ``docs/``: the macros they may call, and how their HTML is laid out.

A call is parsed by Jinja's own parser and accepted only as ``{{ name("text", …) }}`` with a macro
of ours and literal arguments. Nothing of a page is ever run as a template.
"""

from __future__ import annotations

import re
from typing import Any

from jinja2 import Environment, TemplateSyntaxError, nodes

from ramberattelser.messages import wording
from ramberattelser.pages.model import Site, relative

_TITLES = {
    "om/index.md": ("Om", "om"),
    "om/tillganglighet.md": ("Tillgänglighet", "om"),
    "om/data.md": ("Öppna data", "om"),
    "bidra/index.md": ("Bidra", "bidra"),
}
_PLACE = re.compile(r"<p>\x02(\d+)\x03</p>|\x02(\d+)\x03")
_parser = Environment(autoescape=True)


class GuideError(ValueError):
    """A hand-written page calls something it may not. The text is the Swedish sentence."""


def calls(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return the macro calls in ``text`` in order: name and arguments.

    Raises ``GuideError`` for anything else between braces.
    """
    try:
        tree = _parser.parse(text)
    except TemplateSyntaxError as error:
        raise GuideError(f"rad {error.lineno}: {' — '.join(wording('macro_call'))}") from None
    found = []
    for node in tree.body:
        if not isinstance(node, nodes.Output):
            raise GuideError(f"rad {node.lineno}: {' — '.join(wording('macro_call'))}")
        found += [_call(part) for part in node.nodes if not isinstance(part, nodes.TemplateData)]
    return found


def _call(node: nodes.Node) -> tuple[str, tuple[str, ...]]:
    plain = (
        isinstance(node, nodes.Call)
        and isinstance(node.node, nodes.Name)
        and not (node.kwargs or node.dyn_args or node.dyn_kwargs)
        and all(isinstance(arg, nodes.Const) and isinstance(arg.value, str) for arg in node.args)
    )
    if not plain:
        raise GuideError(f"rad {node.lineno}: {' — '.join(wording('macro_call'))}")
    return node.node.name, tuple(arg.value for arg in node.args)  # type: ignore[attr-defined]


def expand(markdown: str, site: Site) -> str:
    """Return ``markdown`` with each macro call replaced by a mark that ``lay_out`` fills in."""
    if "{{" not in markdown and "{%" not in markdown and "{#" not in markdown:
        return markdown
    for name, values in calls(markdown):
        _html(site, name, values)
    pieces = []
    for node in _parser.parse(markdown).body:
        for part in node.nodes:  # type: ignore[attr-defined]
            if isinstance(part, nodes.TemplateData):
                pieces.append(part.data)
            else:
                pieces.append(f"\x02{len(_waiting)}\x03")
                _waiting.append(str(_html(site, *_call(part))))
    return "".join(pieces)


_waiting: list[str] = []
"""HTML of calls between ``expand`` and ``lay_out`` of the same build."""


def _html(site: Site, name: str, values: tuple[str, ...]) -> str:
    macro = site.macros.get(name)
    if macro is None:
        raise GuideError(" — ".join(wording("unknown_macro", given=name, suggestion=", ".join(site.macros))))
    try:
        return str(macro(*values))
    except (KeyError, TypeError):
        raise GuideError(" — ".join(wording("macro_call"))) from None


def meta(uri: str, title: str, given: dict[str, Any]) -> dict[str, Any]:
    """Return what the theme reads about the hand-written page ``uri``."""
    name, section = _TITLES.get(uri, (title, ""))
    crumbs = [("Start", "/")]
    if uri.startswith("om/") and uri != "om/index.md":
        crumbs.append(("Om", "/om/"))
    path = "/" + uri.removesuffix("index.md").removesuffix(".md").rstrip("/") + "/"
    return {
        "title": title,
        "description": given.get("description", ""),
        "section": section,
        "path": path,
        "file": f"docs/{uri}",
        "crumbs": [*crumbs, (name, "")],
    }


def lay_out(html: str, path: str) -> str:
    """Return a hand-written page's HTML in the site's grid: head, then a row for each ``h2``; links become relative."""
    html = _PLACE.sub(lambda match: _waiting[int(match.group(1) or match.group(2))], html)
    head, *rows = re.split(r"(?=<h2)", html)
    title = re.search(r"<h1[^>]*>.*?</h1>", head, re.DOTALL)
    rest = head.replace(title.group(), "", 1).strip() if title else head
    lead, after = _first_paragraph(rest)
    out = [f'<div class="head">{title.group() if title else ""}{lead}</div>']
    if after:
        out.append(f'<div class="row"><div class="prose">{after}</div></div>')
    out += [_row(row) for row in rows]
    return relative("\n".join(out), path)


def _first_paragraph(html: str) -> tuple[str, str]:
    match = re.match(r"<p>(.*?)</p>", html, re.DOTALL)
    if match is None:
        return "", html
    return f'<p class="lead">{match.group(1)}</p>', html[match.end() :].strip()


def _row(html: str) -> str:
    heading = re.match(r'<h2 id="([^"]*)">.*?</h2>', html, re.DOTALL)
    assert heading is not None
    body = html[heading.end() :].strip()
    return (
        f'<section class="row" aria-labelledby="{heading.group(1)}">\n{heading.group()}\n'
        f'<div class="prose guide">{body}</div>\n</section>'
    )
