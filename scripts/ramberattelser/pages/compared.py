"""One of the two texts of a comparison: how it is named, shown and cited."""

from __future__ import annotations

from dataclasses import dataclass

from ramberattelser import addresses
from ramberattelser.corpus import Wording
from ramberattelser.pages.build import Builder
from ramberattelser.rendering.environment import valid_text
from ramberattelser.rendering.typography import typeset
from ramberattelser.standing import UNKNOWN


@dataclass(frozen=True, slots=True)
class Text:
    """``id`` names the text in addresses; ``about`` says which paragraph and when, and whether it is in
    force; ``citation`` is what goes with words that are copied."""

    id: str
    title: str
    hue: str
    signature: str
    address: str
    about: str
    citation: str


def text_id(wording: Wording) -> str:
    """Return what names a text in the address of a free comparison: ``umearegionen-2019``."""
    return f"{wording.owner}-{wording.version.id}"


def text_of(builder: Builder, wording: Wording) -> Text:
    """Return what a comparison says about a wording."""
    version = wording.version
    paragraph = "" if version.paragraph == "saknas" else f"{version.paragraph}, "
    when = typeset(f"{paragraph}{valid_text(version)}")
    known = builder.standing(wording)
    status = "okänt om den gäller" if known.kind == UNKNOWN else known.word.lower()
    source = builder.renderer.source_text(version.sources[0]) if version.sources else "källa saknas"
    return Text(
        id=text_id(wording),
        title=wording.title,
        hue=wording.hue,
        signature=wording.signature,
        address=addresses.wording(wording),
        about=f"{when}; {status}",
        citation=f"{wording.title}, {when}. Återgiven efter {source}.",
    )
