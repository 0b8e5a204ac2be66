"""Seeded purpose clauses: families of sentences, and wordings that change a little of an earlier one."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from .words import pick, sentence, word

FAMILIES = 5


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a wording; ``element`` is the byggsten that its first words are coded with, if any."""

    text: str
    element: str | None
    stanza: int


Text = tuple[Sentence, ...]


def families(random: Random, elements: list[str]) -> list[Text]:
    """Return a first text of about 220 words for each family."""
    made = []
    for _ in range(FAMILIES):
        coded = pick(random, elements, min(8, len(elements)))
        made.append(
            tuple(
                Sentence(sentence(random, 20), coded[place] if place < len(coded) else None, place // 2)
                for place in range(11)
            )
        )
    return made


def edited(random: Random, text: Text) -> Text:
    """Return a text with words exchanged, and sometimes a sentence new, gone or moved."""
    out = [_changed(random, one) if random.random() < 0.4 else one for one in text]
    change = random.random()
    if change < 0.25 and len(out) > 7:
        del out[random.randrange(len(out))]
    elif change < 0.5 and len(out) < 14:
        place = random.randrange(len(out))
        out.insert(place, Sentence(sentence(random, 20), None, out[place].stanza))
    elif change < 0.65:
        one, other = random.sample(range(len(out)), 2)
        a, b = out[one], out[other]
        out[one] = Sentence(b.text, b.element, a.stanza)
        out[other] = Sentence(a.text, a.element, b.stanza)
    return tuple(out)


def _changed(random: Random, one: Sentence) -> Sentence:
    words = one.text.split(" ")
    for _ in range(random.randint(1, 3)):
        words[random.randrange(1, len(words) - 1)] = word(random)
    return Sentence(" ".join(words), one.element, one.stanza)


def paragraphs(text: Text) -> list[str]:
    """Return the wording's paragraphs, each one line."""
    stanzas: dict[int, list[str]] = {}
    for one in text:
        stanzas.setdefault(one.stanza, []).append(one.text)
    return [" ".join(found) for found in stanzas.values()]


def codes(text: Text) -> list[tuple[str, str]]:
    """Return (byggsten, words) for each coded sentence: its first eight words."""
    return [(one.element, " ".join(one.text.split(" ")[:8])) for one in text if one.element]
