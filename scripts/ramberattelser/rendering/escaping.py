"""A value as HTML, where it is joined with other HTML at once: with no object made around each piece."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup, escape


def written(value: Any) -> str:
    """Return ``value`` as HTML: escaped, if it is not HTML already. For joining with other HTML alone."""
    kind = type(value)
    if kind is str:
        # Most that is written has nothing to escape, and is then what it was.
        text: str = value
        special = "&" in text or "<" in text or ">" in text or '"' in text or "'" in text
        return escape(text) if special else text
    if isinstance(value, Markup):
        return value
    return str(value) if kind is int else escape(value)
