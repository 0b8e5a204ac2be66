"""Where a heading may break inside a long word, since not every browser knows Swedish hyphenation.

A soft hyphen is set where a compound is sure to have its joint: after the s that binds a word ending in -ing,
-het, -skap, -ion or -part to the next, and after first parts that are common here. Other long words are kept
whole, and the style sheet is told of their length: it sets such a heading smaller, beside others of its kind.
What happened, in the list of a timeline, breaks like a heading: on a phone its column is narrow.
"""

from __future__ import annotations

import re

_HEADING = re.compile(r"<h([123])((?: [^<>]*)?)>(.*?)</h\1>", re.DOTALL)
_LABEL = re.compile(r'<b class="what">.*?</b>')
_WORD = re.compile(r'<span class="(?:sig|sub|vh)"[^<>]*>.*?</span>' r"|<[^<>]*>|&[^;\s]*;|[^\W\d_]{14,}")
_FIRST = (
    "helårs",
    "medlems",
    "resurs",
    "samtals",
    "samverkans",
    "struktur",
    "system",
    "verksamhets",
    "ändamåls",
)
"""First parts of compounds; what begins with one of them and goes on for four letters is taken as one,
but for the endings of "systematisk" and "strukturera"."""
_JOINT = re.compile(
    r"(?<=[^\W\d_]{2}(?:ings|hets|ions))(?=[^\W\d_]{4})|(?<=[^\W\d_]{2}(?:skaps|parts))(?=[^\W\d_]{4})|"
    + "|".join(rf"(?<=\b{part})(?!at|er)(?=[^\W\d_]{{4}})" for part in _FIRST),
    re.IGNORECASE,
)
SOFT = "\u00ad"
LONG, LONGEST = 15, 18
"""So many letters in a row make an ``h2`` ``long``: it is set smaller; more than the latter, ``longest``."""
ROOM = 16
"""A title has room for a word of so many letters on any phone, so it is not broken to even out the lines."""


def breakable(html: str) -> str:
    """Return ``html`` with soft hyphens in headings and labels, and ``class="long"`` where a word stays long.

    Small print inside a heading, its sign and what is for listeners alone are left as they are.
    """
    return _LABEL.sub(lambda label: _WORD.sub(_joined, label[0]), _HEADING.sub(_set, html))


def _joined(word: re.Match[str]) -> str:
    return word[0] if word[0][0] in "<&" else _JOINT.sub(SOFT, word[0])


def _set(match: re.Match[str]) -> str:
    level, attributes, inner = match.groups()
    longest = 0

    def joined(word: re.Match[str]) -> str:
        nonlocal longest
        made = word[0] if level == "1" and len(word[0]) <= ROOM else _joined(word)
        if word[0][0] not in "<&":
            longest = max(longest, *map(len, made.split(SOFT)))
        return made

    made = _WORD.sub(joined, inner)
    if level == "2" and longest >= LONG:
        name = "longest" if longest > LONGEST else "long"
        attributes = (
            attributes.replace('class="', f'class="{name} ', 1)
            if ' class="' in attributes
            else f'{attributes} class="{name}"'
        )
    return f"<h{level}{attributes}>{made}</h{level}>"
