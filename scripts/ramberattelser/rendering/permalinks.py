"""A link to itself beside every heading that has an id, so that a section can be pointed to.

The link comes after the heading, not inside it: what a heading is called stays what it says. Its sign
is drawn by the style sheet, so that no text is added to what is searched, copied or read aloud.
"""

from __future__ import annotations

import re
from html import escape, unescape

_HEADING = re.compile(r'<h([23])((?: [^<>]*)?) id="([^"]+)"([^<>]*)>(.*?)</h\1>', re.DOTALL)
_TAG = re.compile(r"<[^<>]*>")


def with_permalinks(html: str) -> str:
    """Return ``html`` with a link after each ``h2`` and ``h3`` that has an id."""
    return _HEADING.sub(_linked, html)


def _linked(match: re.Match[str]) -> str:
    name = " ".join(unescape(_TAG.sub(" ", match[5])).split())
    label = escape(f"Länk till avsnittet {name}")
    return f'{match[0]}<a class="perma" href="#{match[3]}" aria-label="{label}"></a>'
