"""Words of another language in Swedish text: marked, so that they are read aloud as what they are (3.1.2).

Data has no sign for it: a writer writes the words, and those of the list are found wherever they stand. What
the list lacks is found by a test that knows common English words. Names need no mark.
"""

from __future__ import annotations

import re

ENGLISH = ("integrated care",)
"""The words, in small letters. The only other language of the collection so far is English."""

_ANY = "|".join(words.replace(" ", r"\s+") for words in ENGLISH)
_FOUND = re.compile(rf"\b(?:{_ANY})\b", re.IGNORECASE)
_FIRST = tuple(words.partition(" ")[0] for words in ENGLISH)


def marked(text: str) -> str:
    """Return ``text`` with the foreign words of it in ``<span lang="en">``.

    It is escaped, or HTML that has no such words in an attribute: an address has no spaces.
    """
    small = text.lower()
    if not any(word in small for word in _FIRST):
        return text
    return _FOUND.sub(r'<span lang="en">\g<0></span>', text)
