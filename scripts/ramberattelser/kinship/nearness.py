"""Measured likeness between förbund, and where it and the declared relations disagree."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, groupby
from operator import itemgetter

from ramberattelser import coding
from ramberattelser.comparing import Likenesses, Nearest, likenesses, nearest, origins, word_count
from ramberattelser.comparisons import Pair
from ramberattelser.corpus import LAW, Corpus, Wording, again, once
from ramberattelser.kinship.ancestry import ancestors, families
from ramberattelser.kinship.naming import text_of
from ramberattelser.kinship.outside import SIZE
from ramberattelser.kinship.times import in_order, is_older

LEAST = 0.3
"""Likeness below this is not spoken of: clauses of the same trade share words anyhow."""
MANY = 40
"""With more texts than this, only the latest of each owner and those with relations are measured."""
_NEAREST = 4
_QUOTE = 4
"""The fewest words in a row that are quoted as a sign."""


@dataclass(frozen=True, slots=True)
class Alike:
    """Two texts of different förbund, the older first, and how like they are."""

    old: Wording
    new: Wording
    likeness: float


def alike(corpus: Corpus, least: float = LEAST, measure: Likenesses = likenesses) -> tuple[Alike, ...]:
    """Return the pairs of different förbund that are alike by ``least`` or more, most alike first.

    The law is left out: every clause has to do with it.
    """
    texts = _texts(corpus)
    found = []
    for old, candidates in groupby(_candidates(corpus), key=itemgetter(0)):
        news = [texts[new] for _, new in candidates if texts[new].owner != texts[old].owner]
        shares = measure(text_of(texts[old]), list(map(text_of, news)))
        found += [Alike(texts[old], new, share) for new, share in zip(news, shares, strict=True)]
    chosen_pairs = [pair for pair in found if pair.likeness >= least]
    return tuple(sorted(chosen_pairs, key=lambda pair: (-pair.likeness, pair.old.key, pair.new.key)))


@once
def _texts(corpus: Corpus) -> list[Wording]:
    """Return the texts that are measured, oldest first."""
    texts = [w for w in in_order(corpus) if w.version.collected and w.owner != LAW]
    if len(texts) <= MANY:
        return texts
    chosen = {w.key for w in coding.representative(corpus)} | related(corpus)
    return [w for w in texts if w.key in chosen]


def _candidates(corpus: Corpus) -> list[tuple[int, int]]:
    """Return the pairs that are measured, by the places of the texts, in order."""
    count = len(_texts(corpus))
    if count <= MANY:
        return list(combinations(range(count), 2))
    close = _nearest(corpus).places
    return sorted({(min(at, other), max(at, other)) for at, near in enumerate(close) for other in near})


@again
def _nearest(corpus: Corpus, before: Nearest | None) -> Nearest:
    return nearest(list(map(text_of, _texts(corpus))), _NEAREST, SIZE, before)


def related(corpus: Corpus) -> set[str]:
    """Return the keys of all wordings in a declared relation."""
    found = set()
    for key, wording in corpus.wordings.items():
        for relation in wording.version.relations:
            found |= {key, str(relation.version)}
    return found


def undeclared(corpus: Corpus, found: Sequence[Alike] | None = None) -> list[Alike]:
    """Return the pairs of ``found`` (all that are alike, unless given) without a declared relation."""
    declared = {
        frozenset((key, str(relation.version)))
        for key, wording in corpus.wordings.items()
        for relation in wording.version.relations
    }
    pairs = alike(corpus) if found is None else found
    return [p for p in pairs if frozenset((p.old.key, p.new.key)) not in declared]


@dataclass(frozen=True, slots=True)
class Unexplained:
    """A likeness that no source explains, not even through others.

    ``also`` are texts of the same family as ``pair.new`` (or ``pair.old``) that are like the other one too.
    """

    pair: Alike
    also: tuple[Alike, ...]


def unexplained(corpus: Corpus, found: Iterable[Alike]) -> list[Unexplained]:
    """Gather the pairs of ``found`` between texts that no line of declared relations binds together."""
    group = families(corpus)
    gathered: dict[frozenset[frozenset[str]], list[Alike]] = {}
    for pair in found:
        one, other = group[pair.old.key], group[pair.new.key]
        if one != other:
            gathered.setdefault(frozenset((one, other)), []).append(pair)
    return [Unexplained(pairs[0], tuple(pairs[1:])) for pairs in gathered.values()]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A declared parent that is not the closest text: ``closer``, older than the child, is more like it.

    ``phrases`` are words that the child has in common with ``closer`` but not with the parent; ``words`` is
    how many words that is in all.
    """

    pair: Pair
    closer: Wording
    declared_likeness: float
    closer_likeness: float
    phrases: tuple[str, ...]
    words: int
    inherited: bool
    """True when the parent itself builds on ``closer``, directly or through others."""


def disagreements(corpus: Corpus, pairs: Iterable[Pair], found: Sequence[Alike]) -> list[Disagreement]:
    """Return the declared relations between förbund where an older text is closer than the parents."""
    made = []
    for pair in pairs:
        child = pair.new
        if pair.relation is None or pair.old.owner == child.owner:
            continue
        parents = {str(relation.version) for relation in child.version.relations}
        mine = pair.comparison.likeness
        for near in found:
            if near.new.key != child.key or near.old.key in parents or near.likeness <= mine:
                continue
            if is_older(near.old, child):
                phrases, words = only_in(near.old, pair.old, child)
                line = _line(corpus, pair.old)
                made.append(
                    Disagreement(pair, near.old, mine, near.likeness, phrases, words, near.old.key in line)
                )
                break
    return made


def _line(corpus: Corpus, wording: Wording) -> set[str]:

    return {one.key for generation in ancestors(corpus, wording) for one in generation}


def only_in(there: Wording, not_there: Wording, child: Wording) -> tuple[tuple[str, ...], int]:
    """Return what the child has in common with one text but not with another: phrases, and all such words."""
    text = text_of(child)
    mine = origins([text_of(there), text], band=1)[1]
    other = origins([text_of(not_there), text], band=1)[1]
    runs: list[list[int]] = []
    for at, (one, two) in enumerate(zip(mine, other, strict=True)):
        if one.source is None or two.source is not None:
            continue
        if runs and runs[-1][-1] == at - 1:
            runs[-1].append(at)
        else:
            runs.append([at])
    phrases = [text[mine[run[0]].span[0] : mine[run[-1]].span[1]] for run in runs]
    chosen = tuple(phrase for phrase in phrases if word_count(phrase) >= _QUOTE)
    return chosen, sum(len(run) for run in runs)
