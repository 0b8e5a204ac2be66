"""How wide a text can be at most: the reader's machine picks the font, so take the widest fallback."""

from __future__ import annotations

# Advance widths of DejaVu Sans in em, regular and bold, rounded up, by group.
_GROUPS = {
    (0.37, 0.44): " \u00a0'’,.·:;/\\|-‑ijlfIìíîïÌÍÎÏ",
    (0.42, 0.50): "()[]!trţ",
    (0.56, 0.66): '"*_`–”?§sczšžśçćčL´',
    (0.62, 0.69): "aekovxyåäöéèêëáàâãóòô",
    (0.64, 0.74): "bdghnpquúùûüøñ0123456789$FTPEYSÉÈ{}«»",
    (0.79, 0.88): "ABCDGHKNOQRUVXZJÅÄÖÁÀÓÒÜØÑ&",
    (0.87, 1.00): "w#+<=>~^M×÷±¬",
    (1.00, 1.11): "mW%@—…æÆ",
}
_WIDTHS = {letter: widths for widths, letters in _GROUPS.items() for letter in letters}
_WIDEST = (1.75, 2.05)  # of any letter in that font


def text_width(text: str, font: float, bold: bool = False) -> float:
    """A width in user units that the text does not exceed at this font size."""
    return sum(_WIDTHS.get(letter, _WIDEST)[bold] for letter in text) * font


def wrapped(text: str, room: float, font: float, bold: bool = False) -> tuple[str, ...]:
    """The text in lines no wider than ``room``, broken at spaces; a word wider than that is broken within.

    Nothing is left out: the lines hold every letter. No-break spaces hold.
    """
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if text_width(longer, font, bold) <= room:
            line = longer
            continue
        if line:
            lines.append(line)
        *full, line = _broken(word, room, font, bold)
        lines += full
    return (*lines, line)


def _broken(word: str, room: float, font: float, bold: bool) -> list[str]:
    """A word in pieces that fit, at least one letter each."""
    pieces = [""]
    for letter in word:
        if pieces[-1] and text_width(pieces[-1] + letter, font, bold) > room:
            pieces.append("")
        pieces[-1] += letter
    return pieces
