"""Every pair of text and surface in the style sheet can be told apart, and links are more than a colour.

The numbers here, 1.4.3 and 1.4.11, and in the docstrings of the tests beside are those of WCAG 2.2.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from browser.page_types import faults

CSS = Path(__file__).resolve().parents[2] / "scripts/theme/assets/look.css"
FEED = CSS.with_name("flode.css")
COLOUR = re.compile(r"--([a-z0-9-]+):\s*(#[0-9a-f]{6})")
TEXT = ("ink", "ink-2", "accent")
SURFACES = ("paper", "sheet", "wash")
STRONG = ("law", "vog", "oog", "ume", "nvm")
TINTS = tuple(f"{hue}-t" for hue in STRONG)
LINES = ("edge", *STRONG)
QUIET = ("rule",)
"""Lines between rows, which nothing depends on."""


def tokens() -> dict[str, dict[str, str]]:
    """Return scheme → name → colour."""
    css = CSS.read_text(encoding="utf-8")
    light, dark = re.findall(r":root \{(.*?)\n\s*\}", css.split("/* 2 Ground")[0], re.DOTALL)
    bright = dict(COLOUR.findall(light))
    return {"light": bright, "dark": bright | dict(COLOUR.findall(dark))}


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_contrast_is_counted_as_the_standard_says():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_pair_of_text_and_surface_can_be_read(scheme):
    colour = tokens()[scheme]
    pairs = [(text, surface) for text in TEXT for surface in SURFACES]
    pairs += [("ink", tint) for tint in (*TINTS, "rule")]
    low = {pair: round(value, 2) for pair in pairs if (value := contrast(*(colour[n] for n in pair))) < 4.5}
    assert low == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_line_that_means_something_can_be_seen(scheme):
    colour = tokens()[scheme]
    pairs = [(line, surface) for line in (*LINES, "accent") for surface in ("paper", "sheet")]
    low = {pair: round(value, 2) for pair in pairs if (value := contrast(*(colour[n] for n in pair))) < 3}
    assert low == {}


def test_every_colour_of_the_style_sheet_is_in_a_pair():
    known = {*TEXT, *SURFACES, *LINES, *TINTS, *QUIET}
    assert set(tokens()["light"]) == known
    outside = CSS.read_text(encoding="utf-8").split("/* 2 Ground")[1]
    screen = re.sub(r"@media print \{.*?\n\}", "", outside, flags=re.DOTALL)
    assert re.findall(r"[:\s](#[0-9a-f]{3,8}|rgba?\([^)]*\)|hsla?\([^)]*\))[;\s]", screen) == []


PLAIN_LINKS = """() => [...document.querySelectorAll('main p a, main li a, main dd a, main td a')]
    .filter(a => a.checkVisibility() && !a.closest('svg') && a.textContent.trim())
    .filter(a => !a.matches('.sig, .n, .r, .l, .bak'))
    .filter(a => { const p = a.parentElement; return p.textContent.trim() !== a.textContent.trim(); })
    .filter(a => !getComputedStyle(a).textDecorationLine.includes('underline')
        && ![...a.children].some(c => getComputedStyle(c).textDecorationLine.includes('underline')))
    .map(a => a.outerHTML.slice(0, 90)).slice(0, 5)"""


@pytest.mark.browser
def test_links_in_text_are_underlined(each):
    """1.4.1. Numbers and letters that stand as notes are told by their place and size."""
    found = {kind: page.evaluate(PLAIN_LINKS) for kind, page in each()}
    assert not any(found.values()), faults(found)


def test_a_feed_has_the_sites_own_colours():
    schemes = re.split(r"@media \(prefers-color-scheme: dark\)", FEED.read_text(encoding="utf-8"))
    for told, ours in zip(schemes, tokens().values(), strict=True):
        own = dict(COLOUR.findall(told))
        assert own == {name: ours[name] for name in own}
        assert set(own) == {"paper", "wash", "ink", "ink-2", "rule"}
        assert len(re.findall("#[0-9a-f]{3}", told)) == len(own)
