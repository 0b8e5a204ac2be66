"""A short text with its differences from another marked, without numbers or labels."""

from __future__ import annotations

from dataclasses import dataclass

from ramberattelser.comparing import Comparison


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch: ``op`` is equal, insert, moved or delete. Deleted words are the base's own."""

    op: str
    text: str


def marks(made: Comparison) -> list[Mark]:
    """Return the new text's stretches in order, with the old text's deleted words where they stood."""
    found: list[Mark] = []
    for segment in made.segments:
        if segment.new is not None:
            text, op = made.new[slice(*segment.new)], segment.op
        elif segment.old is not None:
            text, op = made.old[slice(*segment.old)], "delete"
        else:
            continue
        core = text.rstrip()
        if not core:
            found.append(Mark("equal", text))
            continue
        found.append(Mark(op, core))
        if core != text:
            found.append(Mark("equal", text[len(core) :]))
    return found
