"""Why two texts are close, or not, in words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from ramberattelser import comparisons
from ramberattelser.comparing import analyse
from ramberattelser.corpus import LAW, Corpus, Wording
from ramberattelser.kinship.inheritance import inheritance
from ramberattelser.kinship.naming import coded, elements_of_sentences, joined, name, names, text_of
from ramberattelser.kinship.times import placed
from ramberattelser.quoting import Span

SAME = 0.8
"""Sentences this alike are taken as shared."""
_LOOSE = 0.25
_MOST = 6
"""Names in a list; further ones are counted."""
_TO_TWELVE = ("noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv")


def reason(corpus: Corpus, a: Wording, b: Wording) -> str:
    """Say in sentences what two texts share and where they differ, by what their sentences are about.

    "De två texterna har nästan samma meningar om målgrupp och budget som ram. De skiljer sig i geografi och
    parter. Bara Umeåregionen 2019 har lika rättigheter." ``a`` and ``b`` may come in either order; the older
    is taken as the first.
    """
    old, new = sorted((a, b), key=_age)
    made = comparisons.comparison(old, new)
    if not made.shared_words:
        return "De två texterna har inga meningar som motsvarar varandra."
    about_old, about_new = elements_of_sentences(old), elements_of_sentences(new)
    mine = dict.fromkeys(element for group in about_old for element in group)
    yours = dict.fromkeys(element for group in about_new for element in group)
    sides = (_Side(old, made.linked[0]), _Side(new, made.linked[1]))
    differing = [element for element in yours if element in mine and _differs(sides, element)]
    units = [unit for pair in made.pairs if pair.score >= SAME for unit in pair.new]
    likewise = [element for element in yours if element in mine and element not in differing]
    parts = [_shared(corpus, units, _how(units, inheritance(made).taken), about_new, likewise)]
    if not units:
        count = made.shared_words
        said = "ett ord" if count == 1 else f"{_number(count)} ord"
        parts = [f"De två texterna har {said} gemensamt, men ingen hel mening"]
    if differing:
        parts.append(f"De skiljer sig i {_some(corpus, differing)}")
    parts += _alone(corpus, new, [element for element in yours if element not in mine])
    parts += _alone(corpus, old, [element for element in mine if element not in yours])
    return " ".join(f"{part}." for part in parts)


def _age(wording: Wording) -> tuple[bool, float, str]:
    year = placed(wording).year
    return wording.owner != LAW, float("inf") if year is None else year, wording.key


def _how(units: Sequence[int], taken: Sequence[int]) -> tuple[str, str]:
    """Say how alike the shared sentences are, of sentences and of what they are."""
    same = sum(unit + 1 in taken for unit in units)
    if same == len(units):
        return "ordagrant samma", "ordagrant lika"
    return ("samma eller nästan samma", "lika eller nästan lika") if same else ("nästan samma", "nästan lika")


def _shared(
    corpus: Corpus,
    units: Sequence[int],
    how: tuple[str, str],
    about: Sequence[Sequence[str]],
    same: Sequence[str],
) -> str:
    """Name shared sentences by the first byggsten in each that both texts have in much the same words."""
    named = [next((e for e in about[unit] if e in same), "") for unit in units]
    if not any(named):
        number = _number(len(units))
        return f"De två texterna har {number} {'mening' if len(units) == 1 else 'meningar'} som är {how[1]}"
    said = _some(corpus, [element for element in named if element])
    return f"De två texterna har {how[0]} {'mening' if len(units) == 1 else 'meningar'} om {said}"


def _number(count: int) -> str:
    return _TO_TWELVE[count] if count < len(_TO_TWELVE) else str(count)


class _Side:
    """One of the two texts: its coded stretches, and which of its words the other has too."""

    def __init__(self, wording: Wording, linked: frozenset[Span]) -> None:
        self._words = _words(text_of(wording))
        self._linked = linked
        self._spans: dict[str, list[Span]] = {}
        for span, element in coded(wording):
            self._spans.setdefault(element, []).append(span)

    def count(self, element: str) -> tuple[int, int]:
        """Return how many words are coded with a byggsten, and how many of them the other text lacks."""
        inside: set[Span] = set()
        for start, end in self._spans.get(element, ()):
            inside.update(
                self._words[bisect_left(self._words, (start, 0)) : bisect_left(self._words, (end, 0))]
            )
        return len(inside), len(inside - self._linked)


def _differs(sides: Sequence[_Side], element: str) -> bool:
    """Tell whether more than a quarter of the words coded with a byggsten are not the same in both texts."""
    counted = [side.count(element) for side in sides]
    return sum(loose for _, loose in counted) > sum(words for words, _ in counted) * _LOOSE


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[Span, ...]:
    tokens = analyse(text).tokens
    return tuple((token.start, token.end) for token in tokens if token.kind in ("word", "number"))


def _some(corpus: Corpus, elements: Sequence[str]) -> str:
    chosen = list(dict.fromkeys(elements))
    if len(chosen) <= _MOST:
        return names(corpus, chosen)
    rest = len(chosen) - _MOST + 1
    named = [name(corpus, element) for element in chosen[: _MOST - 1]]
    return joined([*named, f"{_number(rest)} byggstenar till"])


def _alone(corpus: Corpus, wording: Wording, elements: Sequence[str]) -> list[str]:
    return [f"Bara {wording.title} har {_some(corpus, elements)}"] if elements else []
