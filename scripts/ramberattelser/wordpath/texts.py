"""What the picture is told about each text, beside its words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Named:
    """How a sentence is referred to.

    ``number`` stands in the block ("3", "1 §"), ``ref`` tells it from the text's other sentences ("3", "1 §
    mening 2"), ``names`` says what it is about, most telling first; empty where nothing is known.
    """

    number: str
    ref: str
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Text:
    """A text of the chain. ``sentences`` has one entry for each sentence that comparing finds in ``text``.

    ``year`` heads the column; ``when`` is its place in time in years (2015.0), None where it is not known.
    ``at`` and ``of`` are the forms that running text needs: "hos Halland", "Hallands". ``hue`` is a class of
    the style sheet, ``note`` a short line below the name.
    """

    key: str
    text: str
    name: str
    signature: str
    hue: str
    year: str
    when: float | None
    note: str
    at: str
    of: str
    sentences: tuple[Named, ...]
