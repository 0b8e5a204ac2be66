"""What a timeline is made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from ramberattelser.dates import Bound, When

ItemKind = Literal["phase", "event", "member", "existence", "missing"]


@dataclass(frozen=True, slots=True)
class Item:
    """One thing on a timeline.

    ``label`` is the short name for the picture, ``text`` the sentence for list and table, ``source`` where it
    stands and ``link`` an address or None. ``seen`` is when the source was written: a bar without an end is
    solid until then, pale during that time and goes on as an arrow; without it the arrow follows where the
    beginning is certain. ``last`` is the last day on which the organisation can have existed: no arrow goes
    past it. ``anchor`` is what it is called in an address, where that is not its id.
    """

    id: str
    label: str
    when: When
    kind: ItemKind
    text: str
    source: str
    link: str | None = None
    seen: Bound | None = None
    last: date | None = None
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Lane:
    """One organisation's items; ``signature`` is its three-letter name, ``hue`` the name of its colour."""

    id: str
    name: str
    signature: str
    hue: str
    items: Sequence[Item]


def caption(item: Item) -> str:
    """The words beside an item in the picture: label and date, the date once."""
    when = item.when.swedish()
    if not item.label:
        return when
    return item.label if when in item.label else f"{item.label}, {when}"
