"""Which of many texts have each word or run of words, found anew only where a few of the texts are others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

FEW = 12
"""With more texts that are others than before, all is worked out anew."""

Places = Sequence[int]


@dataclass(frozen=True, slots=True)
class Sharing:
    """The ``texts``, each as its words or runs once, and for each of those the places of those that have it.

    ``changed`` are the places of the texts that are others than before, None where nothing from before was of
    use; ``moved`` what they have now and had not, or had, with the places of those that had it and have it.
    """

    texts: Sequence[Sequence[str]]
    having: Mapping[str, Places]
    mark: object
    """What tells this one from all others."""
    follows: object = None
    """The mark of the one that it was made from."""
    changed: Places | None = None
    moved: Mapping[str, tuple[Places, Places]] = field(default_factory=dict)

    def touched(self, most: int | None = None) -> frozenset[int] | None:
        """Return the places of texts that may share other things, or with others, than before; None: of all.

        What stands in more than ``most`` texts, before and now, is not looked at.
        """
        if self.changed is None:
            return None
        seen = [both for both in self.moved.values() if most is None or min(map(len, both)) <= most]
        return frozenset(chain(self.changed, chain.from_iterable(chain.from_iterable(seen))))


def sharing(texts: Sequence[Sequence[str]], before: Sharing | None = None) -> Sharing:
    """Return which of ``texts`` have each word; what was found ``before`` of nearly the same ones is used."""
    changed = _changed(texts, before.texts) if before is not None else None
    if before is None or changed is None:
        return Sharing(texts, _having(texts), object())
    having: dict[str, Places] = dict(before.having)
    moved: dict[str, tuple[Places, Places]] = {}
    for at in changed:
        old, new = dict.fromkeys(before.texts[at]), dict.fromkeys(texts[at])
        for word in chain(old, new):
            if word in old and word in new:
                continue
            there = having.get(word, ())
            now: Places = [place for place in there if place != at] if word in old else sorted([*there, at])
            moved[word] = moved[word][0] if word in moved else there, now
            having[word] = now
    for word, (_, now) in moved.items():
        if not now:
            del having[word]
    return Sharing(texts, having, object(), before.mark, changed, moved)


def _changed(texts: Sequence[Sequence[str]], before: Sequence[Sequence[str]]) -> list[int] | None:
    """Return the places of the texts that are others, or None where that is of no use."""
    if len(texts) != len(before):
        return None
    both = enumerate(zip(before, texts, strict=True))
    found = [at for at, (old, new) in both if old is not new and old != new]
    return found if len(found) <= FEW else None


def _having(texts: Iterable[Iterable[str]]) -> dict[str, Places]:
    found: dict[str, Any] = {}
    for at, own in enumerate(texts):
        for words in own:
            if words in found:
                found[words].append(at)
            else:
                found[words] = [at]
    return found
