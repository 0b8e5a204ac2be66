"""Contrast as the standard counts it, for scripts that tests run in a page."""

from __future__ import annotations

COLOURS = """
const light = value => {
    const [r, g, b] = value.match(/[\\d.]+/g).slice(0, 3).map(v => v / 255)
        .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (a, b) => {
    const [high, low] = [light(a), light(b)].sort((m, n) => n - m);
    return (high + 0.05) / (low + 0.05);
};
const clear = colour => colour.startsWith('rgba') && colour.endsWith(', 0)');
const behind = e => {
    for (; e; e = e.parentElement) {
        const colour = getComputedStyle(e).backgroundColor;
        if (!clear(colour)) return colour;
    }
    return 'rgb(255, 255, 255)';
};
"""
"""What a script may call: `behind` gives the colour of the surface that an element stands on."""


def script(body: str) -> str:
    """Return a function of no arguments with `body`, in which the functions above can be called."""
    return "() => {" + COLOURS + body + "}"
