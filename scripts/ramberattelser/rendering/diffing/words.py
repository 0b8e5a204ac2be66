"""A comparison in Swedish words: the summary, the list of changes, and what is not counted."""

from __future__ import annotations

from collections.abc import Mapping

from ramberattelser.comparing import Comparison
from ramberattelser.rendering.typography import NBSP, count, percent

KINDS: Mapping[str, tuple[str, str, str, bool]] = {
    "inserted": ("tillagt", "tillägg", "tillägg", False),
    "deleted": ("struket", "strykning", "strykningar", True),
    "replaced": ("ersatt", "ersättning", "ersättningar", True),
    "moved": ("flyttat", "flytt", "flyttar", True),
    "split": ("delat", "delning", "delningar", True),
    "merged": ("sammanfört", "sammanföring", "sammanföringar", True),
    "renumbered": ("omnumrerat", "omnumrering", "omnumreringar", True),
    "case": ("versal", "ändrad versal", "ändrade versaler", True),
    "punctuation": ("tecken", "ändrat skiljetecken", "ändrade skiljetecken", False),
    "spelling": ("stavning", "ändrad stavning", "ändrade stavningar", True),
}
"""Kind of change → label on the change, the noun, the noun in plural, and whether the noun takes ``en``."""


_HIDDEN = "De räknas inte: till exempel mjukt bindestreck, hårt mellanslag eller typ av streck."


def summary(made: Comparison) -> str:
    """Return ``13 ändringar: 4 tillägg, 5 ersättningar, 2 flyttar.``, ``1 flytt.`` or ``Inga skillnader.``

    No number ends a line without what it counts; and where all are of one kind it is told once.
    """
    total = len(made.changes)
    if not total:
        return "Inga skillnader."
    parts = [
        f"{made.counts[kind]}{NBSP}{one if made.counts[kind] == 1 else many}"
        for kind, (_, one, many, _) in KINDS.items()
        if made.counts.get(kind)
    ]
    return f"{total}{NBSP}ändringar: {', '.join(parts)}." if parts[1:] else f"{parts[0]}."


def share(made: Comparison) -> str:
    """Return ``80 % av orden är lika.``; never all of them where some differ.

    Where no words are linked, two texts may still have some that every text has.
    """
    if made.likeness == 1:
        return "Alla ord är lika."
    if not made.shared_words:
        return "Inga meningar motsvarar varandra."
    if made.likeness > 0.995:
        return f"Mer än 99{NBSP}% av orden är lika."
    return f"{percent(made.likeness)} av orden är lika."


def in_short(made: Comparison) -> str:
    """Return the summary and the share together, as at the top of a page."""
    return f"{summary(made)} {share(made)}"


def tally(kinds: Mapping[str, int]) -> str:
    """Return ``ett tillägg, två ersättningar``."""
    return ", ".join(
        count(kinds[kind], one, many, common=common)
        for kind, (_, one, many, common) in KINDS.items()
        if kinds.get(kind)
    )


def uncounted(made: Comparison) -> tuple[str, ...]:
    """Say what differs between the texts without being counted as a change."""
    found = []
    olds, news = (units[-1].stanza + 1 if units else 0 for units in (made.old_units, made.new_units))
    if olds != news:
        old, new = (count(found_in, "stycke", "stycken", common=False) for found_in in (olds, news))
        found.append(f"Styckeindelningen räknas inte: den förra texten har {old}, den senare {new}.")
    hidden = sum(
        segment.op in ("equal", "moved")
        and segment.old is not None
        and segment.new is not None
        and "".join(made.old[slice(*segment.old)].split()) != "".join(made.new[slice(*segment.new)].split())
        for segment in made.segments
    )
    if hidden:
        places = count(hidden, "ställe", "ställen", common=False)
        found.append(f"{places.capitalize()} skiljer sig bara i tecken som inte syns. {_HIDDEN}")
    return tuple(found)
