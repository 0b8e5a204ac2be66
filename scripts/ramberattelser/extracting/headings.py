"""What a heading of a förbundsordning looks like: its number in its many forms, and its title.

Förbundsordningar have no set form. ``4 §``, ``§ 4``, ``4§``, ``4.``, ``4`` and no number at all all occur,
and a PDF may have lost its § signs (finsam.se on förbundsordning: ”Det finns inga formkrav”).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

MOST = 90
"""Characters of the longest title."""

_NUMBER = re.compile(
    r"(?:(?:paragraf\s+)(?P<word>\d{1,2})"
    r"|§\s*(?P<after>\d{1,2})\s?(?P<after_letter>[a-h](?!\w))?"
    r"|(?P<before>\d{1,2})\s?(?P<before_letter>[a-h](?=\s?§))?\s?§+"
    r"|(?P<bare>\d{1,2}(?:\.\d{1,2}){0,2})(?:[.)]|(?=\s|$)))"
    r"[.:]?\s*(?P<rest>.*)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.;,?!]$|\b(?:är|ska|skall|får|har|kan|består|gäller|utgör|svarar)\b", re.IGNORECASE)
_KNOWN = re.compile(
    r"\b(?:ändamål|namn|säte|medlem|styrelse|ledamöt|ordförande|beslutsför|beslutanderätt|uppgift|personal|initiativrätt"
    r"|samråd|kungörelse|anslag|andel|kostnad|styrning|insyn|budget|verksamhetsplan|revis|utträde|likvidation"
    r"|upplösning|tvist|ersättning|arkiv|bildande|delegation|organisation|ekonomi|finansiering|ikraftträdande"
    r"|giltighet|verksamhet|ansvar|firmateck|protokoll|kansli|underskrift|bilaga|ändring|räkenskap|bokslut"
    r"|årsredovisning|information|målgrupp|huvudm[aä]n|redovisning|behörig|tillsyn|skuld|tillgång)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Numbered:
    """A line that begins with a number: how it is written, its value, and what follows it."""

    style: str
    value: tuple[int, ...]
    letter: str
    label: str
    rest: str

    def follows(self, other: Numbered) -> bool:
        """True if this is the number of the paragraph after ``other``'s, or of a later one."""
        if self.style != other.style:
            return False
        if self.value == other.value:
            return self.letter > other.letter
        within = self.value[: len(other.value)] == other.value
        return self.value > other.value and not within

    def is_next(self, other: Numbered) -> bool:
        """True if no number lies between ``other``'s and this."""
        steps = self.value[: len(other.value)]
        return self.follows(other) and (
            self.value == other.value or steps[-1] - other.value[len(steps) - 1] == 1
        )


def numbered(text: str) -> Numbered | None:
    """Return the number that ``text`` begins with, if it begins with one."""
    found = _NUMBER.match(text)
    if found is None:
        return None
    rest = found["rest"].strip()
    if found["bare"]:
        value = tuple(int(part) for part in found["bare"].split("."))
        return Numbered("bare", value, "", found["bare"], rest)
    digits = found["word"] or found["after"] or found["before"]
    letter = (found["after_letter"] or found["before_letter"] or "").lower()
    label = f"{digits}{' ' + letter if letter else ''} §"
    return Numbered("section", (int(digits),), letter, label, rest)


def is_title(text: str) -> bool:
    """True if ``text`` can be the title of a paragraph: short, a capital first, and no sentence."""
    text = text.strip().rstrip(":")
    return bool(text) and len(text) <= MOST and text[0].isupper() and not _SENTENCE.search(text)


def is_known_title(text: str) -> bool:
    """True if ``text`` is a title with a word that headings of förbundsordningar have, or is in capitals."""
    return is_title(text) and len(text) > 3 and (bool(_KNOWN.search(text)) or text.isupper())


def ends_sentence(text: str) -> bool:
    """True if a paragraph can end with ``text``."""
    return text.rstrip("”\"’')] ").endswith((".", ":", "!", "?", ";"))
