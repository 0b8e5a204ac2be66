"""Pictures of hand-written pages: a picture that begins a paragraph becomes a figure, the rest its caption.

Pictures are made with two points for each pixel of the page. A figure says how large it is before it has
been fetched, so that nothing moves, and is fetched first when a reader comes near.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Callable

Size = tuple[int, int]
"""Width and height in points."""

DENSITY = 2
_FIGURE = re.compile(r"<p>(<img [^<>]*?)\s*/?>\s*(.*?)</p>", re.DOTALL)
_SRC = re.compile(r'\ssrc="([^"]*)"')


def figures(html: str, size: Callable[[str], Size | None]) -> str:
    """Return ``html`` with figures for its pictures; ``size`` knows the picture at an address, or None."""

    def figure(found: re.Match[str]) -> str:
        image, caption = found.groups()
        source = _SRC.search(image)
        known = size(source[1]) if source else None
        if known is not None:
            image += f' width="{known[0] // DENSITY}" height="{known[1] // DENSITY}"'
        told = f"<figcaption>{caption.strip()}</figcaption>" if caption.strip() else ""
        return f'<figure>{image} loading="lazy">{told}</figure>'

    return _FIGURE.sub(figure, html)


def png_size(head: bytes) -> Size | None:
    """Return the size that the first bytes of a PNG say, or None for what is no PNG."""
    if len(head) < 24 or head[:8] != b"\x89PNG\r\n\x1a\n" or head[12:16] != b"IHDR":
        return None
    width, height = struct.unpack(">II", head[16:24])
    return width, height
