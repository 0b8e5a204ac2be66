"""What wikEdDiff shows, translated into the segments that the measure reads.

wikEdDiff (Cacycle, public domain) gives the new text as a list of fragments: `=` unchanged, `-` deleted,
`+` inserted; `(<` or `(>` and ` )` around a block that has moved, whose colour is its number; `<` or `>`
where the block stood in the old text. It cuts text by rules of its own, down to characters, so its links are
counted character by character and read off in the words of the measure. None of its code is here.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence

from .metrics import Row, Span, words

Fragment = tuple[str, int | None, str]
"""Type, colour (the number of a moved block, or None) and text, as wikEdDiff gives them."""


def translate(old: str, new: str, fragments: Sequence[Fragment]) -> list[Row]:
    """Give the words that are shown as unchanged or moved, as runs that follow each other in both texts.

    A word counts when more than half of its characters, on both sides, are linked to one and the same word,
    and the two are the same but for case, soft hyphens and composed letters: a word that is shown with other
    letters struck or added is a changed one to the measure, whoever shows it. Raises ValueError when the
    fragments do not make up the two texts.
    """
    if old == new:
        return [("equal", (0, len(old)), (0, len(new)))] if old else []
    olds, news = words(old), words(new)
    found = sorted(
        (b, a, colour)
        for (a, b), colour in _linked_words(_owners(old, olds), _owners(new, news), old, new, fragments)
        if _key(old[slice(*olds[a])]) == _key(new[slice(*news[b])])
    )
    runs: list[list[tuple[int, int, int]]] = []
    for b, a, colour in found:
        if runs and runs[-1][-1] == (b - 1, a - 1, colour):
            runs[-1].append((b, a, colour))
        else:
            runs.append([(b, a, colour)])
    return [
        (
            "moved" if colour else "equal",
            (olds[a][0], olds[run[-1][1]][1]),
            (news[b][0], news[run[-1][0]][1]),
        )
        for run in runs
        for b, a, colour in run[:1]
    ]


def _linked_words(
    olds: list[int], news: list[int], old: str, new: str, fragments: Sequence[Fragment]
) -> Iterator[tuple[tuple[int, int], int]]:
    """Give pairs of words of which more than half is linked, with the colour of the block, 0 for none."""
    shared: Counter[tuple[int, int]] = Counter()
    colours: dict[tuple[int, int], int] = {}
    old_at, new_at = _characters(old), _characters(new)
    for i, j, size, colour in stretches(old, new, fragments):
        for p, q in dict.fromkeys((old_at[i + k], new_at[j + k]) for k in range(size)):
            pair = (olds[p], news[q])
            if min(pair) >= 0:
                shared[pair] += 1
                colours.setdefault(pair, colour or 0)
    old_sizes, new_sizes = Counter(olds), Counter(news)
    for pair, count in shared.items():
        if 2 * count > max(old_sizes[pair[0]], new_sizes[pair[1]]):
            yield pair, colours[pair]


def stretches(
    old: str, new: str, fragments: Sequence[Fragment]
) -> Iterator[tuple[int, int, int, int | None]]:
    """Give what is linked as (old start, new start, size, colour), in UTF-16 units, as JavaScript counts.

    The old text is what stands unmoved as `=` and `-`, and the marks, which hold the text of their block.
    """
    came_from: dict[int | None, int] = {}
    at = 0
    before, after = bytearray(), bytearray()
    for kind, colour, text in fragments:
        if kind in ("<", ">"):
            came_from[colour] = at
        if kind in ("<", ">") or (kind in ("=", "-") and colour is None):
            before += _units(text)
            at = len(before) // 2
        if kind in ("=", "+"):
            after += _units(text)
    _must_be(old, before, "old")
    _must_be(new, after, "new")
    here: dict[int | None, int] = {**came_from, None: 0}
    there = 0
    for kind, colour, text in fragments:
        size = len(_units(text)) // 2
        if kind == "=":
            yield here[colour], there, size, colour
        if kind in ("=", "-"):
            here[colour] += size
        if kind in ("<", ">"):
            here[None] += size
        if kind in ("=", "+"):
            there += size


def _must_be(text: str, made: bytearray, which: str) -> None:
    """Refuse fragments that are not this text, but for a last character: wikEdDiff drops that of both texts
    when the new one ends in a line break.
    """
    whole = _units(text)
    if not whole.startswith(made) or len(whole) - len(made) > 2:
        raise ValueError(f"the fragments do not make up the {which} text: {text!r}")


def _units(text: str) -> bytes:
    return text.encode("utf-16-le", "surrogatepass")


def _characters(text: str) -> list[int]:
    """Give, for each UTF-16 unit, the number of its character."""
    return [k for k, character in enumerate(text) for _ in range(len(_units(character)) // 2)]


def _owners(text: str, spans: Sequence[Span]) -> list[int]:
    """Give, for each character, the number of its word, or -1."""
    found = [-1] * len(text)
    for k, (low, high) in enumerate(spans):
        found[low:high] = [k] * (high - low)
    return found


def _key(word: str) -> str:
    return unicodedata.normalize("NFC", word.replace("\u00ad", "")).casefold()
