"""Where an address or the name of a file may break, as no browser breaks it at its signs.

Without such places it breaks inside a word, or its full stop begins the next line.
"""

from __future__ import annotations

import re

_PATH = re.compile(r'<(?:pre\b.*?</pre>|(code>|a class="adress"[^<>]*>)([^<>]*)(?=</))', re.DOTALL)
_SLASH = re.compile(r"(?<=[^/]/)(?=[^/])")
_SIGN = re.compile(rf"{_SLASH.pattern}|(?<=[^\W_])(?=[._][^\W_])")
_LONG = 34
"""As many letters as have room on a line of a phone: what is shorter goes to the next line whole."""


def with_breaks(html: str) -> str:
    """Return ``html`` with a place to break after each ``/`` of a long address or path.

    The name of a host is long too: an address may break before its dots. Whole files shown as examples keep
    their lines.
    """
    return _PATH.sub(_set, html)


def _set(match: re.Match[str]) -> str:
    opening, path = match[1], match[2]
    if opening is None or len(path) < _LONG or "/" not in path:
        return match[0]
    return f"<{opening}" + (_SLASH if opening == "code>" else _SIGN).sub("<wbr>", path)
