"""A screenshot with few colours instead of millions: PNG bytes in, smaller PNG bytes out.

A browser writes three bytes for each point. Text on paper needs some thirty colours, so a palette makes the
file a third as large. Only what Chromium writes is read: eight bits, RGB, not interlaced. The format is that
of the PNG specification, third edition (https://www.w3.org/TR/png-3/), sections 5, 7, 9 and 11.
"""

from __future__ import annotations

import struct
import zlib
from collections import Counter
from collections.abc import Iterator

_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def size(png: bytes) -> tuple[int, int]:
    """Return a PNG's width and height in points. Raises ``ValueError`` for what is no PNG."""
    if png[:8] != _SIGNATURE or png[12:16] != b"IHDR":
        raise ValueError("not a PNG")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def with_palette(png: bytes, most: int = 32) -> bytes:
    """Return the picture in its ``most`` commonest colours, each point in the nearest of them.

    ``most`` is at most 256. Raises ``ValueError`` for a PNG of another kind than a screenshot.
    """
    width, height = size(png)
    if png[24:29] != b"\x08\x02\x00\x00\x00":
        raise ValueError("not an RGB picture of eight bits")
    rows = _rows(zlib.decompress(b"".join(data for kind, data in _chunks(png) if kind == b"IDAT")), width)
    points = [[tuple(row[at : at + 3]) for at in range(0, len(row), 3)] for row in rows]
    counted = Counter(point for row in points for point in row)
    # Ties go by the colour itself, so that the same picture always has the same palette.
    palette = sorted(counted, key=lambda colour: (-counted[colour], colour))[:most]
    nearest = {colour: _nearest(colour, palette) for colour in counted}
    lines = b"".join(b"\0" + bytes(nearest[point] for point in row) for row in points)
    return b"".join(
        (
            _SIGNATURE,
            _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)),
            _chunk(b"PLTE", b"".join(bytes(colour) for colour in palette)),
            _chunk(b"IDAT", zlib.compress(lines, 9)),
            _chunk(b"IEND", b""),
        )
    )


def _nearest(colour: tuple[int, ...], palette: list[tuple[int, ...]]) -> int:
    distance = [sum((a - b) ** 2 for a, b in zip(colour, other, strict=True)) for other in palette]
    return distance.index(min(distance))


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(_SIGNATURE)
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        yield png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        at += 12 + length


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _rows(data: bytes, width: int) -> Iterator[bytearray]:
    """Undo the filter that each row was written with: its points as differences from those around."""
    length, above = 3 * width, bytearray(3 * width)
    for start in range(0, len(data), length + 1):
        kind, row = data[start], bytearray(data[start + 1 : start + 1 + length])
        for at in range(length):
            left = row[at - 3] if at >= 3 else 0
            corner = above[at - 3] if at >= 3 else 0
            row[at] = (row[at] + _guess(kind, left, above[at], corner)) & 0xFF
        yield row
        above = row


def _guess(kind: int, left: int, up: int, corner: int) -> int:
    if kind < 3:
        return (0, left, up)[kind]
    if kind == 3:
        return (left + up) // 2
    near = left + up - corner
    return min((left, up, corner), key=lambda value: abs(near - value))
