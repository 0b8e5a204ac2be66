"""How hard own prose is to read: LIX, and sentences that are too long.

LIX is Björnsson's readability index (C. H. Björnsson, Läsbarhet, 1968): words per sentence, plus the share
of words longer than six letters in percent. Clauses and quotations are never
measured: they are others' words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

LIX_BUDGET = 55
"""From 50 LIX counts as hard, from 60 as very hard; the field's own terms alone are long."""
LEAST_WORDS = 40
"""In a text with fewer words one long sentence decides everything: it is told of as such instead."""
MOST_WORDS = 35
"""Words in a sentence before it is spoken of."""

_QUOTED = re.compile(r"”[^”]*”|\"[^\"]*\"|«[^«»]*»|»[^«»]*»")
_LINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]]*)\]\]|\[([^\[\]]*)\]\([^()\s]*\)")
_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*(?:[.,:]\d+)*")
"""A word or number. Letters and digits together are one, such as a checksum: nobody reads it aloud."""
_END = re.compile(r"(?<=[.!?:])[\s\u00a0]+(?=[\"”»(*_]*[A-ZÅÄÖ0-9])|\n[ \t]*\n|\n[ \t]*(?=[-*+] |\d+[.)] )")
_ABBREVIATION = re.compile(
    r"(?:\b(?:t\.ex|bl\.a|d\.v\.s|m\.m|m\.fl|s\.k|f\.d|p|kap|nr|prop|jfr|dvs|resp|ca)\.)\Z"
)

_LONGEST = 12
"""Characters of an abbreviation, and more."""


def plain(text: str) -> str:
    """Return small Markdown as the words that are the writer's own: links as their text, no quotations.

    A quotation leaves one word, so that the sentence around it keeps its length and end.
    """
    return _QUOTED.sub("citat", _LINK.sub(lambda m: m.group(1) or m.group(2) or "", text))


def sentences(text: str) -> Iterator[str]:
    """Yield the sentences of ``text``, lines of a list being sentences of their own."""
    start = 0
    for end in _END.finditer(text):
        # Only what stands right before: a slice of the whole sentence takes its square in time.
        if _ABBREVIATION.search(text, max(start, end.start() - _LONGEST), end.start()):
            continue
        yield text[start : end.start()]
        start = end.end()
    yield text[start:]


def words(text: str) -> list[str]:
    """Return the words and numbers of ``text``."""
    return _WORD.findall(text)


def lix(found: Sequence[Sequence[str]]) -> int | None:
    """Return the LIX of a text, given as the words of its sentences; None where it is too short for one."""
    every = [word for sentence in found for word in sentence]
    if len(every) < LEAST_WORDS:
        return None
    count = sum(1 for sentence in found if sentence)
    return round(len(every) / count + 100 * sum(len(word) > 6 for word in every) / len(every))


def hard(text: str) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Yield code, the words it is about (none: the whole text) and details for what is hard in ``text``."""
    own = list(sentences(plain(text)))
    found = [words(sentence) for sentence in own]
    value = lix(found)
    if value is not None and value > LIX_BUDGET:
        yield "hard_to_read", "", {"value": str(value), "budget": str(LIX_BUDGET)}
    for sentence, counted in zip(own, found, strict=True):
        if len(counted) > MOST_WORDS:
            given = " ".join(sentence.split()[:4]).lstrip("*_-")
            details = {"given": given, "words": str(len(counted)), "budget": str(MOST_WORDS)}
            yield "long_sentence", given, details
