"""A link to itself beside every heading that is seen and has an id, so that a section can be pointed to.

The link comes after the heading, not inside it: what a heading is called stays what it says. Its sign
is drawn by the style sheet, so that no text is added to what is searched, copied or read aloud.
"""

from __future__ import annotations

import re
from html import escape, unescape

_HEADING = re.compile(r'<h([23])((?: [^<>]*)?) id="([^"]+)"([^<>]*)>(.*?)</h\1>', re.DOTALL)
_CLASS = re.compile(r' class="([^"]*)"')
_TAG = re.compile(r"<[^<>]*>")


def with_permalinks(html: str) -> str:
    """Return ``html`` with a link after each ``h2`` and ``h3`` that has an id.

    A heading for listeners alone has none: its sign would stand beside nothing. Nor has one that a script
    leads to and fills in: what the link is called would be another. The link of a heading that only wide
    screens show is shown there too. An ``h3`` and its link share a box, so that the sign can stand at the
    first line of a heading that takes two; the box of an ``h2`` is its section.
    """
    return _HEADING.sub(_linked, html)


def _linked(match: re.Match[str]) -> str:
    classes = _classes(match[2] + match[4])
    if "vh" in classes or "tabindex" in match[4]:
        return match[0]
    wide = [name for name in ("desk", "desk-only") if name in classes]
    name = match[5]
    if "<" in name or "&" in name:
        name = unescape(_TAG.sub(" ", name))
    name = " ".join(name.split())
    label = escape(f"Länk till avsnittet {name}")
    linked = f'{match[0]}<a class="{" ".join(["perma", *wide])}" href="#{match[3]}" aria-label="{label}"></a>'
    return f'<div class="under">{linked}</div>' if match[1] == "3" else linked


def _classes(attributes: str) -> list[str]:
    found = _CLASS.search(attributes)
    return found[1].split() if found else []
