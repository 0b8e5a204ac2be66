"""What was done to a text on its way out of a document, shown to the writer and recorded in the data."""

from __future__ import annotations

from collections.abc import Mapping

from ramberattelser.extracting import Extract, Mend
from ramberattelser.scaffolding.asking import Asker

_MOST = 300
"""Characters of a field on one line."""

_HEADS = {
    "avstavning": (
        "Avstavade ord vid radslut är sammanförda",
        "radbrytningen hör till sättningen, inte till texten",
    ),
    "stycke": (
        "Styckeindelning där dokumentet inte visar den",
        "raden eller sidan tog slut där en mening slutade",
    ),
    "sidkant": ("Sidhuvuden, sidfötter och sidnummer är inte med", "de hör till sidan, inte till texten"),
    "tecken": ("Tecken", "dokumentet lagrar dem på ett sätt som inte går att söka i"),
}


def listed(found: Extract) -> list[str]:
    """Return every mend and doubt, a line each, with where it is."""
    lines = []
    for mend in found.mends:
        sign = " " if mend.sure else "?"
        lines.append(f"{sign} {mend.place}: {mend.what} ({mend.why})")
    return [*lines, *(f"? {doubt}" for doubt in found.doubts)]


def chosen(asker: Asker, found: Extract) -> dict[int, int]:
    """Ask about each mend that is unsure; return the number of the option for each of them."""
    choices: dict[int, int] = {}
    for number, mend in enumerate(found.mends):
        if not mend.sure and len(mend.options) > 1:
            choice = asker.choose(f"{mend.place}: {mend.what}, men {mend.why}. Vad stämmer?", mend.shown)
            choices[number] = choice or 0
    return choices


def recorded(found: Extract, choices: Mapping[int, int]) -> list[tuple[str, str]]:
    """Return what and why for ``rättad_avskrift``: one entry for each kind of mend, more where it is long."""
    entries: list[tuple[str, str]] = []
    for kind, (head, why) in _HEADS.items():
        parts = [
            _worded(mend, choices.get(number, 0))
            for number, mend in enumerate(found.mends)
            if mend.kind == kind
        ]
        line = head
        for position, part in enumerate(dict.fromkeys(parts)):
            joined = f"{line}{': ' if line == head else ', '}{part}"
            if len(joined) > _MOST and position:
                entries.append((line, why))
                joined = f"{head}: {part}"
            line = joined[:_MOST]
        if parts:
            entries.append((line, why))
    return entries


def _worded(mend: Mend, choice: int) -> str:
    """Return the mend in a word or two; with what the writer chose, where there was a choice."""
    if mend.sure or not mend.shown:
        return mend.brief
    # How a parted word is written says which word it is.
    return mend.shown[choice] if mend.kind == "avstavning" else f"{mend.brief} ({mend.shown[choice]})"
