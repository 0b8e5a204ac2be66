"""Pictures of hand-written pages become figures that know their size; the tool draws what the files say."""

from __future__ import annotations

import struct
import zlib

import pytest

from ramberattelser.guides import GuideError, lay_out
from ramberattelser.rendering.figures import figures, png_size
from verktyg.palett import size, with_palette
from verktyg.redigerare import change, editor, finding


def png(rows: list[list[tuple[int, int, int]]], filters: list[int] | None = None) -> bytes:
    """A small picture as Chromium writes it, its rows stored by the filters that are asked for."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    data, above = b"", [0] * (3 * len(rows[0]))
    for row, kind in zip(rows, filters or [0] * len(rows), strict=True):
        flat = [value for point in row for value in point]
        data += bytes([kind])
        for at, value in enumerate(flat):
            left, up = (flat[at - 3] if at > 2 else 0), above[at]
            corner = above[at - 3] if at > 2 else 0
            near = left + up - corner
            paeth = min((left, up, corner), key=lambda one: abs(near - one))
            data += bytes([(value - (0, left, up, (left + up) // 2, paeth)[kind]) & 255])
        above = flat
    head = struct.pack(">IIBBBBB", len(rows[0]), len(rows), 8, 2, 0, 0, 0)
    parts = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(data)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


RED, BLUE, PALE = (200, 10, 20), (10, 20, 200), (201, 11, 21)


def points(picture: bytes) -> list[list[tuple[int, ...]]]:
    """The colours of a picture with a palette, row by row."""
    at, parts = 8, {}
    while at < len(picture):
        (length,) = struct.unpack(">I", picture[at : at + 4])
        parts[picture[at + 4 : at + 8]] = picture[at + 8 : at + 8 + length]
        at += 12 + length
    palette, width = parts[b"PLTE"], size(picture)[0]
    data = zlib.decompress(parts[b"IDAT"])
    rows = [data[start + 1 : start + 1 + width] for start in range(0, len(data), width + 1)]
    return [[tuple(palette[3 * index : 3 * index + 3]) for index in row] for row in rows]


@pytest.mark.parametrize("kind", range(5))
def test_a_picture_with_few_colours_keeps_every_point(kind):
    rows = [[RED, BLUE, RED, PALE], [BLUE, BLUE, PALE, RED], [PALE, RED, BLUE, BLUE]]
    assert points(with_palette(png(rows, [kind] * 3))) == rows


def test_a_colour_too_many_becomes_the_nearest():
    assert points(with_palette(png([[RED, RED, BLUE, BLUE, PALE]]), most=2)) == [[RED, RED, BLUE, BLUE, RED]]


def test_what_is_no_screenshot_is_refused():
    with pytest.raises(ValueError, match="not a PNG"):
        size(b"GIF89a")
    with pytest.raises(ValueError, match="not an RGB picture"):
        with_palette(with_palette(png([[RED]])))


def test_a_picture_that_begins_a_paragraph_is_a_figure_with_its_size():
    html = '<p><img alt="En sida" src="steg/a.png" />\nBildtext med <code>kod</code>.</p>'
    assert figures(html, lambda source: (720, 300) if source == "steg/a.png" else None) == (
        '<figure><img alt="En sida" src="steg/a.png" width="360" height="150" loading="lazy">'
        "<figcaption>Bildtext med <code>kod</code>.</figcaption></figure>"
    )
    assert figures('<p><img src="b.png"></p>', lambda _: None) == (
        '<figure><img src="b.png" loading="lazy"></figure>'
    )
    assert figures('<p>Ord <img src="b.png"></p>', lambda _: (2, 2)) == '<p>Ord <img src="b.png"></p>'


def test_a_page_finds_its_pictures_below_docs_and_nowhere_else(tmp_path):
    (tmp_path / "docs/bidra/steg").mkdir(parents=True)
    (tmp_path / "docs/bidra/steg/a.png").write_bytes(png([[RED] * 4] * 2))
    (tmp_path / "b.png").write_bytes(png([[RED] * 4] * 2))

    def laid(source: str) -> str:
        html = f'<h1>x</h1><p>y</p><p><img src="{source}" alt="z"></p>'
        return lay_out(html, "/bidra/", tmp_path / "docs")

    assert 'width="2" height="1"' in laid("steg/a.png")
    for other in ("steg/b.png", "../../b.png", "steg"):
        assert "width=" not in laid(other)
        assert "<figure><img" in laid(other)
    with pytest.raises(GuideError, match="bilden hämtas från en annan webbplats"):
        laid("https://example.org/a.png")


def test_the_size_of_a_picture_stands_in_its_first_bytes():
    assert png_size(png([[RED] * 3])[:24]) == (3, 1)
    assert png_size(b"\x89PNG") is None
    assert png_size(b"<svg xmlns='http://www.w3.org/2000/svg'></svg>") is None


# --- drawn files ------------------------------------------------------------------------------


def test_a_drawn_file_has_its_own_line_numbers_and_every_space_of_an_indent():
    html = editor("a/<b>.yml", [(7, "namn:"), (8, "  - id: x & y")])
    assert '<p class="file">a/&lt;b&gt;.yml</p>' in html
    assert '<span class="no">7</span>' in html
    assert '<span class="dot">··</span>- id: x &amp; y' in html


def test_what_is_pointed_out_is_marked_to_the_letter():
    html = editor("a.yml", [(1, "  id: x")], {1: [(2, 4, "1"), (0, 2, "2")]})
    assert '<span class="frame bar"><span class="dot">··</span><i class="badge">2</i></span>' in html
    assert '<span class="frame bar">id<i class="badge">1</i></span>: x' in html


def test_a_change_shows_both_lines_and_marks_the_words_that_differ():
    html = change("a.yml", [(1, "x:"), (2, "  ett två tre")], [(1, "x:"), (2, "  ett fyra tre")])
    assert html.count('<span class="sign">−</span>') == html.count('<span class="sign">+</span>') == 1
    assert "ett <mark>två</mark> tre" in html
    assert "ett <mark>fyra</mark> tre" in html


def test_a_finding_is_taken_apart_and_points_at_its_character():
    html = finding("a.yml:2:3: id: fel värde — skriv rätt", [(1, "x:"), (2, "  id: y")])
    assert [html.count(f">{number}</i>") for number in range(1, 6)] == [1] * 5
    assert '<span class="sign">►</span><span class="no">2</span>' in html
    assert '<span class="frame ring">i</span>d: y' in html
    with pytest.raises(ValueError, match="not a finding"):
        finding("Inget att anmärka på.", [])
