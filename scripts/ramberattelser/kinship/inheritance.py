"""What became of a parent's sentences in the child."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ramberattelser import comparisons
from ramberattelser.comparing import Change, Comparison
from ramberattelser.corpus import Corpus, Wording
from ramberattelser.kinship.naming import elements_in, elements_of_sentences, names, numbered

FateKind = Literal["taken", "changed", "added", "left"]


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of sentences, by number from 1: ``old`` in the parent, ``new`` in the child."""

    kind: FateKind
    old: tuple[int, ...]
    new: tuple[int, ...]
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Inheritance:
    """What became of a parent's sentences in the child, in the child's order, what was left out last."""

    fates: tuple[Fate, ...]

    def _new(self, kind: FateKind) -> tuple[int, ...]:
        return tuple(sorted(number for fate in self.fates if fate.kind == kind for number in fate.new))

    @property
    def taken(self) -> tuple[int, ...]:
        """Sentences of the child that stand word for word in the parent."""
        return self._new("taken")

    @property
    def changed(self) -> tuple[int, ...]:
        """Sentences of the child that the parent has in other words, or divided otherwise."""
        return self._new("changed")

    @property
    def added(self) -> tuple[int, ...]:
        """Sentences of the child that the parent lacks."""
        return self._new("added")

    @property
    def left_out(self) -> tuple[int, ...]:
        """Sentences of the parent that the child lacks."""
        return tuple(sorted(number for fate in self.fates if fate.kind == "left" for number in fate.old))

    @property
    def moved(self) -> tuple[tuple[int, int], ...]:
        """Sentences that changed their place: number in the parent, number in the child."""
        return tuple((fate.old[0], fate.new[0]) for fate in self.fates if fate.moved)


def inheritance(made: Comparison) -> Inheritance:
    """Return what was taken, changed, left out and added, sentence by sentence.

    A sentence is taken when it stands in both texts to the letter, white space apart.
    """
    fates = []
    for pair in made.pairs:
        same = len(pair.old) == len(pair.new) == 1 and _flat(made, pair.old[0], True) == _flat(
            made, pair.new[0], False
        )
        old, new = _counted(pair.old), _counted(pair.new)
        fates.append(Fate("taken" if same else "changed", old, new, pair.moved))
    olds = {number for fate in fates for number in fate.old}
    news = {number for fate in fates for number in fate.new}
    fates += [Fate("added", (), (n,)) for n in _counted(range(len(made.new_units))) if n not in news]
    fates.sort(key=lambda fate: fate.new)
    fates += [Fate("left", (n,), ()) for n in _counted(range(len(made.old_units))) if n not in olds]
    return Inheritance(tuple(fates))


def _counted(units: tuple[int, ...] | range) -> tuple[int, ...]:
    return tuple(unit + 1 for unit in units)


def _flat(made: Comparison, unit: int, old: bool) -> str:
    found = (made.old_units if old else made.new_units)[unit]
    return " ".join((made.old if old else made.new)[found.start : found.end].split())


_TOOK = ("Tog oförändrat", "Ändrade", "Ändringarna rör", "Flyttade", "Lade till", "Tog inte med")
_DIFFERS = ("Oförändrat", "Ändrat", "Ändringarna rör", "Flyttat", "Tillagt", "Utelämnat")


def told(corpus: Corpus, old: Wording, new: Wording, *, declared: bool = True) -> tuple[tuple[str, str], ...]:
    """Say what the child did with the parent's sentences, as (verb, which sentences, what they are about).

    "Tog oförändrat", "mening 6 (budget som ram) och 7 (arena för kunskap)". A sentence has one name wherever
    it is told of, its first byggsten; which byggstenar the changes touch is told apart from that. Where no
    source says that the one builds on the other (``declared``), the words say how they differ, not what
    anyone did: "Oförändrat".
    """
    made = comparisons.comparison(old, new)
    found = inheritance(made)
    about_old, about_new = elements_of_sentences(old), elements_of_sentences(new)

    def named(numbers: tuple[int, ...], about: tuple[tuple[str, ...], ...]) -> str:
        return numbered([(number, names(corpus, about[number - 1][:1])) for number in numbers])

    touching = [element for number in found.changed for element in touched(old, new, made, number)]
    whose, where = ("förlagans", "förlagan") if declared else ("den äldre textens", "den äldre texten")
    moves = [(there, f"nummer {here} i {where}") for here, there in found.moved]
    left = named(found.left_out, about_old)
    texts = (
        named(found.taken, about_new) or "ingen mening",
        named(found.changed, about_new) or "ingen mening",
        names(corpus, touching),
        numbered(moves),
        named(found.added, about_new) or "ingen mening",
        f"{whose} {left}" if left else "ingen mening",
    )
    verbs = _TOOK if declared else _DIFFERS
    return tuple((verb, text) for verb, text in zip(verbs, texts, strict=True) if text)


def touched(old: Wording, new: Wording, made: Comparison, number: int) -> tuple[str, ...]:
    """Return the byggstenar whose words are changed in the child's sentence ``number`` (from 1)."""
    changes = [c for c in made.changes if c.new_unit == number - 1 and not _whole(made, c)]
    fresh = elements_in(new, [span for change in changes for span in change.new])
    gone = elements_in(old, [span for change in changes for span in change.old])
    return tuple(dict.fromkeys([*fresh, *gone]))


def _whole(made: Comparison, change: Change) -> bool:
    """Tell whether a change is the move of a whole sentence, which leaves its words as they were."""
    if change.kind != "moved":
        return False
    unit = None if change.new_unit is None else made.new_units[change.new_unit]
    return unit is not None and any(start <= unit.start and end >= unit.end for start, end in change.new)
