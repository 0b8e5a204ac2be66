"""What a page of the site may load and run: the Content-Security-Policy, and the headers of a host.

Everything comes from the site itself. A page has no script of its own between its tags; if the theme
ever needs one, its text goes into ``INLINE``, and the policy names it by its hash. Hashes are of the
theme's own scripts and never of what a page happens to hold: a script that slipped in with a text would
otherwise be let through by the very list that is to stop it.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable

INLINE: tuple[str, ...] = ()
"""The text of each script that the theme has between its tags, to the letter."""

_DIRECTIVES = (
    ("default-src", "'none'"),
    ("script-src", "'self'"),
    ("style-src", "'self'"),
    ("img-src", "'self'"),
    ("font-src", "'self'"),
    ("connect-src", "'none'"),
    ("object-src", "'none'"),
    ("base-uri", "'none'"),
    ("form-action", "'self'"),
)


def policy(scripts: Iterable[str] = INLINE) -> str:
    """Return the policy that lets the site's own files through, and ``scripts`` between their tags."""
    hashes = "".join(f" 'sha256-{_digest(text)}'" for text in scripts)
    parts = (f"{name} {value}{hashes if name == 'script-src' else ''}" for name, value in _DIRECTIVES)
    return "; ".join(parts)


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def headers() -> str:
    """Return the file ``_headers``, for hosts that read one.

    The policy is that of the pages, with ``frame-ancestors``, which a page cannot say itself.
    """
    lines = (
        f"Content-Security-Policy: {policy()}; frame-ancestors 'none'",
        "X-Content-Type-Options: nosniff",
        "X-Frame-Options: DENY",
        "Referrer-Policy: no-referrer",
        "Permissions-Policy: camera=(), geolocation=(), microphone=()",
        "Cross-Origin-Opener-Policy: same-origin",
    )
    return "\n".join(("/*", *(f"  {line}" for line in lines))) + "\n"


def files() -> dict[str, str]:
    """Return address → content of what a host reads."""
    return {"_headers": headers()}
