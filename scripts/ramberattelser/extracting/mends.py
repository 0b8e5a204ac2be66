"""One thing that was done to a text on its way out of a document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["avstavning", "stycke", "sidkant", "tecken"]


@dataclass(frozen=True, slots=True)
class Mend:
    """One thing that is not in the text as it is in the document.

    ``options`` are what can stand at the place, the first of them unless the writer says otherwise;
    ``shown`` words each of them in Swedish.
    """

    kind: Kind
    place: str
    what: str
    why: str
    sure: bool = True
    options: tuple[str, ...] = ("",)
    shown: tuple[str, ...] = ()
    brief: str = ""
    """What it is about in a word or two, for the record of what was mended."""
