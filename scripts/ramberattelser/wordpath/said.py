"""The short Swedish words that stand in the picture."""

from __future__ import annotations

from .texts import Named
from .trace import Block


def words(count: int) -> str:
    """Give "39 ord"."""
    return f"{count} ord"


def size(count: int, sentences: int) -> str:
    """Give "188 ord, 7 meningar"."""
    return f"{words(count)}, {sentences} {'mening' if sentences == 1 else 'meningar'}"


def share(block: Block) -> str:
    """Give "39 ord, 31 nya"; for the first text, where nothing is new, "22 ord"."""
    if block.place[0] == 0:
        return words(block.words)
    if block.new == block.words:
        return f"{words(block.words)}, alla nya"
    new = "inga nya" if block.new == 0 else "1 nytt" if block.new == 1 else f"{block.new} nya"
    return f"{words(block.words)}, {new}{', flyttad' if block.moved else ''}"


def joined(names: tuple[str, ...]) -> str:
    """Give "Systemutveckling, individens bästa"."""
    return ", ".join([*names[:1], *(lowered(name) for name in names[1:])])


def lowered(name: str) -> str:
    """Give a name as it stands inside a sentence; "SIP" and the like stay as they are."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def titles(named: Named) -> tuple[str, ...]:
    """Give the titles a block can have, longest first: number and two names, number and one, number alone."""
    choices = dict.fromkeys(joined(named.names[:count]) for count in (2, 1) if named.names)
    return (*(f"{named.number} {choice}" for choice in choices), named.number)


def passing(count: int) -> str:
    """Give "7 ord går förbi"."""
    return f"{words(count)} går förbi"
