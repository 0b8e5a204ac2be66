"""What the picture is told about each text, beside its words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Named:
    """How a sentence is referred to.

    ``number`` stands in the block ("3", "1 §"); with the first of ``names`` it tells it from the text's other
    sentences, which ``ref`` does alone ("3", "1 § mening 2"). ``names`` says what it is about, most telling
    first; empty where nothing is known.
    """

    number: str
    ref: str
    names: tuple[str, ...] = ()

    @property
    def about(self) -> str:
        """The most telling name as it stands inside a sentence; empty where there is none."""
        return _lowered(self.names[0]) if self.names else ""

    @property
    def heading(self) -> str:
        """The two most telling names: "Systemutveckling, individens bästa"."""
        return _joined(self.names[:2])

    @property
    def titles(self) -> tuple[str, ...]:
        """What a block can be called, longest first: number and two names, number and one, number alone."""
        choices = dict.fromkeys(_joined(self.names[:count]) for count in (2, 1) if self.names)
        return (*(f"{self.number} {choice}" for choice in choices), self.number)


def _joined(names: tuple[str, ...]) -> str:
    return ", ".join([*names[:1], *(_lowered(name) for name in names[1:])])


def _lowered(name: str) -> str:
    """Give a name without its capital; "SIP" and the like stay as they are."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


@dataclass(frozen=True, slots=True)
class Text:
    """A text of the chain. ``sentences`` has one entry for each sentence that comparing finds in ``text``.

    ``year`` heads the column; ``when`` is its place in time in years (2015.0), None where it is not known.
    ``at`` and ``of`` are the forms that running text needs: "hos Halland", "Hallands". ``hue`` is a class of
    the style sheet, ``note`` a short line below the name. ``doubted``: that the text is the one of its year
    is an inference.
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
    doubted: bool = False
