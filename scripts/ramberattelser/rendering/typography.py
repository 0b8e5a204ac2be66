"""Swedish typesetting of our own prose: what must not be torn apart at a line end.

Never used on quoted law or clauses, which are shown to the letter.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from ramberattelser.dates import MONTHS

NBSP = "\u00a0"

# Each begins with the space itself, so that nothing but spaces is tried.
_TIES = re.compile(
    r" (?<=\d )(?=§)"
    r"| (?<=§ )(?=\d)"
    r"| (?<=\d )(?=\d{3}(?!\d))"
    r"| (?<=\d )(?=%)"
    rf"| (?<!\d\d\d )(?<=\d )(?=(?:{'|'.join(MONTHS)})\b)"
    r"| (?<=\d )(?=kap\.)"
    r"| (?<=\b[Pp]\. )(?=\d)| (?<=\bkap\. )(?=\d)"
    r"| (?<=\bavsnitt )(?=\d)| (?<=\bmening )(?=\d)| (?<=\bSFS )(?=\d)"
    r"| (?<=\d )(?=ord\b)| (?<=\d )(?=och \d+ §§)| (?<=\d och )(?=\d+ §§)"
    r"| (?<!\d\d\d )(?<=\d )(?=\()"
)

_FIGURE = re.compile(r" (?<=\d )| (?=\d)")


# A title stands on many pages; markup that says the same is another thing.
@lru_cache(maxsize=50_000, typed=True)
def typeset(text: str) -> str:
    """Return ``text`` with no-break spaces in ``4 §``, ``1 600``, ``79 %``, ``avsnitt 2``, ``1 maj``.

    Also between a number of one or two figures and what it is about, in brackets: ``3 (målgrupp)``.
    """
    # Every tie has a figure at one of its ends, and most texts have none.
    if _FIGURE.search(text) is None:
        return text
    return _TIES.sub(NBSP, text)


def held(text: str, most: int = 22) -> str:
    """Return what names a source with no-break spaces, so that ``3.1`` of it never begins a line alone.

    One of more than ``most`` letters may break: on a phone it would leave half a line empty, or have no room.
    """
    return text.replace(" ", NBSP) if len(text) <= most else text


def full_stop(text: str) -> str:
    """Return the stop that ends a sentence of ``text``: none where it has its own, as a question has."""
    return "" if text.rstrip("”’ ").endswith((".", "?", "!", "…")) else "."


def ended(text: str) -> str:
    """Return ``text`` as a whole sentence, with a stop where it has none of its own."""
    return text + full_stop(text)


def inner_quotes(text: str) -> str:
    """Return what is quoted with single marks for its own quotations, as in ”ordet ’helhet’ är”."""
    return text.replace("”", "’").replace("“", "’")


def long_date(day: date) -> str:
    """Return ``1 januari 2019`` with a no-break space after the day."""
    return f"{day.day}{NBSP}{MONTHS[day.month - 1]} {day.year}"


def number(value: int) -> str:
    """Return a whole number in groups of three: ``1 600``."""
    return f"{value:,}".replace(",", NBSP)


def percent(share: float) -> str:
    """Return a share between 0 and 1 as ``79 %``."""
    return f"{round(share * 100)}{NBSP}%"


TO_TWELVE = ("noll", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv")
"""Numbers as words, of nouns with ``ett`` and as plurals."""


def count(value: int, singular: str, plural: str, *, common: bool = True) -> str:
    """Return ``en mening``, ``ett ord``, ``sju meningar``, ``219 ord``: numbers to twelve in words.

    ``common`` says whether the noun takes ``en``.
    """
    if value == 1:
        return f"{'en' if common else 'ett'} {singular}"
    word = TO_TWELVE[value] if 0 <= value < len(TO_TWELVE) else number(value)
    return f"{'inga' if value == 0 else word} {plural}"


def and_list(words: Sequence[str]) -> str:
    """Return ``a, b och c``."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} och {words[-1]}" if words else ""
