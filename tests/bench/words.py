"""Seeded prose that looks like nothing real: sentences of made-up compounds and of common small words."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

PARTS = (
    "prov",
    "exempel",
    "mall",
    "övning",
    "test",
    "skiss",
    "form",
    "mönster",
    "utkast",
    "modell",
    "försök",
    "figur",
    "ring",
    "rad",
    "lager",
    "fält",
    "kant",
    "yta",
    "linje",
    "punkt",
    "mått",
    "tal",
    "steg",
    "del",
    "bild",
)
SMALL = (
    "och",
    "att",
    "som",
    "i",
    "för",
    "med",
    "på",
    "av",
    "den",
    "det",
    "en",
    "ett",
    "till",
    "inte",
    "om",
    "där",
    "när",
    "kan",
    "ska",
    "vara",
    "blev",
    "också",
    "mellan",
    "under",
    "efter",
    "genom",
    "varje",
    "flera",
    "samma",
    "andra",
)


def word(random: Random) -> str:
    """Return a made-up compound, or one of its parts."""
    first, second = random.choice(PARTS), random.choice(PARTS)
    return first if random.random() < 0.3 else first + second


def sentence(random: Random, words: int) -> str:
    """Return a sentence of about so many words, with a comma here and there."""
    out: list[str] = []
    for place in range(max(4, words + random.randint(-4, 4))):
        out.append(word(random) if place % 2 else random.choice(SMALL))
    if len(out) > 10:
        out[len(out) // 2] += ","
    return " ".join(out).capitalize() + "."


def prose(random: Random, words: int) -> str:
    """Return sentences of some fifteen words until there are ``words``."""
    made: list[str] = []
    count = 0
    while count < words:
        made.append(sentence(random, 15))
        count += made[-1].count(" ") + 1
    return " ".join(made)


def pick(random: Random, given: Sequence[str], count: int) -> list[str]:
    """Return ``count`` of the given, in their own order."""
    chosen = set(random.sample(range(len(given)), count))
    return [one for place, one in enumerate(given) if place in chosen]
