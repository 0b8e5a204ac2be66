"""The index: for each key the forms of the word and where each stands, and the compounds it is part of.

Documents are read some dozens at a time, and what they hold is put together. Where the process has the
index of an earlier build at hand, only those that have changed are read, and only their words are put anew.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial
from itertools import accumulate, chain

from ramberattelser.memory import Memory
from ramberattelser.searching.compounds import Splitter, WordLists
from ramberattelser.searching.documents import END, MARK, Document
from ramberattelser.searching.folding import composed, fold
from ramberattelser.searching.stemming import stem
from ramberattelser.searching.tokens import raw_tokens, tokens

TEXT, OFTEN, HEADING, TITLE = range(4)
"""Where a word stands: once in the text, more than once, in the heading, in the page's title.

A page's first section has its title for a heading: ``TITLE`` tells there of its other names too, ``HEADING``
of what people ask for it with. A source's has its authors for a heading.
"""

DOCUMENTS = 32
"""So many documents are read at a time."""

Places = list[int]
"""Section × 4 + where in it, rising."""


@dataclass(slots=True)
class Entry:
    """What one key leads to: forms of the word, and compounds that it is part of, each with its places."""

    forms: dict[str, Places] = field(default_factory=dict)
    compounds: dict[str, Places] = field(default_factory=dict)

    def within(self) -> Places:
        """Return where any of the compounds stands, each section once, as prominently as can be."""
        inside = chain.from_iterable(self.compounds.values())
        return list({place >> 2: place for place in sorted(inside)}.values())


@dataclass(frozen=True, slots=True)
class Index:
    """All entries by key, the documents they point into, and the splits that were made.

    ``whole`` are the keys of words that are never cut, ``never`` of what is never a part. ``written`` tells
    how a word is written that always has hyphens: ``umeåvännäs`` → ``umeå-vännäs``.
    """

    documents: tuple[Document, ...]
    entries: dict[str, Entry]
    title_words: tuple[int, ...]
    splits: dict[str, tuple[str, ...]]
    stops: frozenset[str]
    whole: frozenset[str]
    never: frozenset[str]
    written: dict[str, str]


@dataclass(frozen=True, slots=True)
class _Block:
    """What some documents in a row hold, their sections counted from the first of them."""

    sections: int
    forms: Mapping[str, Places]
    title_words: tuple[int, ...]
    parts: Mapping[str, tuple[str, ...]]
    """Words that are written with hyphens → what stands between them."""
    plain: frozenset[str]
    """Words that are written without."""


@dataclass(frozen=True, slots=True)
class _Keys:
    """What words are looked up by: each its own key, and the keys of its parts."""

    own: dict[str, str]
    parts: dict[str, tuple[str, ...]]
    splits: dict[str, tuple[str, ...]]


def index(documents: Iterable[Document], lists: WordLists, memory: Memory | None = None) -> Index:
    """Return the index of ``documents``, which keep their order.

    ``memory`` has what the documents that are the very same gave in an earlier build.
    """
    memory = memory or Memory()
    kept = tuple(documents)
    reader = _Reader(lists.stops)
    some = [kept[at : at + DOCUMENTS] for at in range(0, len(kept), DOCUMENTS)]
    blocks = [memory.kept(("sökblock", one), partial(reader.block, one)) for one in some]
    forms = _joined(blocks, memory.before("sökord"))
    memory.leave("sökord", (blocks, forms))
    parts = _greatest(block.parts for block in blocks)
    words = sorted(forms)
    # A number is part of no word: with other numbers words are split as before.
    asked = (tuple(word for word in words if not word.isdigit()), tuple(sorted(parts.items())))
    keys = memory.kept(("söknycklar", asked), partial(_keys, asked[0], parts, lists))
    keys = _with_numbers(keys, filter(str.isdigit, words))
    hyphened = parts.keys() - frozenset().union(*(block.plain for block in blocks))
    return Index(
        kept,
        _entries(forms, words, keys),
        tuple(chain.from_iterable(block.title_words for block in blocks)),
        keys.splits,
        lists.stops,
        frozenset(fold(word) for word, parts in lists.exceptions.items() if not parts),
        frozenset(map(fold, lists.never)) - {stem(fold(part)) for part in lists.parts},
        {word: "-".join(parts[word]) for word in sorted(hyphened) if word.isalpha()},
    )


def counted(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the raw words of a section's text: those that stand there once, and those that do more often."""
    found = Counter(raw_tokens(_without_marks(text).lower()))
    return (
        tuple(raw for raw, count in found.items() if count == 1),
        tuple(raw for raw, count in found.items() if count > 1),
    )


class _Reader:
    """Reads texts, and remembers the words of the raw words it has read."""

    def __init__(self, stops: frozenset[str]) -> None:
        self._stops = stops
        self._kept: dict[str, tuple[str, ...]] = {}

    def block(self, documents: Sequence[Document]) -> _Block:
        """Return what these documents hold."""
        forms: dict[str, Places] = defaultdict(list)
        title_words = []
        raws: set[str] = set()
        number = 0
        for document in documents:
            title = _words(composed(document.title), raws)
            title_words.append(sum(1 for word in title if word not in self._stops) or 1)
            for place, section in enumerate(document.sections):
                where: dict[str, int] = {}
                self._count(section.counted or counted(section.text), where, raws)
                if place == 0:
                    self._count(counted(document.around), where, raws)
                if place or section.heading != document.also:  # a term shows its other names there
                    where.update(dict.fromkeys(_words(composed(section.heading), raws), HEADING))
                if place == 0:
                    where.update(dict.fromkeys(_words(composed(document.asked), raws), HEADING))
                    for word, at in self._named(document, raws).items():
                        where[word] = max(at, where.get(word, at))
                    where.update(dict.fromkeys(title, TITLE))
                base = number * 4
                for word, at in where.items():
                    forms[word].append(base + at)
                number += 1
        # A set has no order of its own, and none is needed.
        parts = _greatest(found for raw in raws if (found := _hyphened(raw)))
        plain = frozenset(chain.from_iterable(map(_whole, raws)))
        return _Block(number, dict(forms), tuple(title_words), parts, plain)

    def _count(
        self, text: tuple[Sequence[str], Sequence[str]], where: dict[str, int], raws: set[str]
    ) -> None:
        """Put the words of a text into ``where``: once or often there; stop words are left out.

        The text is given as its raw words, those that it has once and those that it has more often.
        """
        kept = self._kept
        for some, often in zip(text, (False, True), strict=True):
            raws.update(some)
            for raw in some:
                words = kept.get(raw)
                if words is None:
                    found = (token.word for token in tokens(raw))
                    words = kept[raw] = tuple(word for word in found if self._counts(word))
                for word in words:
                    where[word] = OFTEN if often or word in where else TEXT

    def _named(self, document: Document, raws: set[str]) -> dict[str, int]:
        """Return the words of other names and what each is.

        One alone is a name. Of several none is, and what stands beside the document's own name
        (*Samordningsteam Sala*) only tells of it.
        """
        own = {stem(word) for word in _words(composed(document.title), raws) if word not in self._stops}
        found: dict[str, int] = {}
        for name in document.also.split(", "):
            words = [word for word in _words(composed(name), raws) if word not in self._stops]
            at = TITLE if len(words) == 1 else TEXT if own <= set(map(stem, words)) else HEADING
            found |= {word: max(at, found.get(word, at)) for word in words}
        return found

    def _counts(self, word: str) -> bool:
        return word not in self._stops and (len(word) > 1 or word.isdigit())


@lru_cache(maxsize=200_000)
def _hyphened(raw: str) -> Mapping[str, tuple[str, ...]]:
    """Return the words that a raw word stands for and that have parts → the parts."""
    return {token.word: token.parts for token in tokens(raw) if token.parts}


@lru_cache(maxsize=200_000)
def _whole(raw: str) -> tuple[str, ...]:
    """Return the words that a raw word stands for and that have no parts."""
    return tuple(token.word for token in tokens(raw) if not token.parts)


def _words(text: str, raws: set[str]) -> list[str]:
    """Return all words of a title or heading, in order; ``raws`` gets the raw ones."""
    found = raw_tokens(text.lower())
    raws.update(found)
    return [token.word for raw in found for token in tokens(raw)]


def _without_marks(text: str) -> str:
    if MARK not in text:
        return text
    first, *rest = text.split(MARK)
    return first + "".join(piece.partition(END)[2] for piece in rest)


def _greatest(found: Iterable[Mapping[str, tuple[str, ...]]]) -> dict[str, tuple[str, ...]]:
    """Return the parts of each word; of a word with several, those that come last by alphabet."""
    made: dict[str, tuple[str, ...]] = {}
    for one in found:
        for word, parts in one.items():
            made[word] = max(parts, made.get(word, ()))
    return made


def _joined(
    blocks: Sequence[_Block], before: tuple[Sequence[_Block], dict[str, Places]] | None
) -> dict[str, Places]:
    """Return where each word stands in all blocks.

    ``before`` are the blocks of the last build and what they gave: where each begins where it began, only
    words that stand elsewhere than before are looked at, in the blocks that are new.
    """
    bases = _bases(blocks)
    old_blocks, old_forms = before or ((), {})
    if bases != _bases(old_blocks):
        made: dict[str, Places] = defaultdict(list)
        for base, block in zip(bases, blocks, strict=True):
            for word, places in block.forms.items():
                made[word] += [base + place for place in places]
        return dict(made)
    forms = dict(old_forms)
    for base, old, new in zip(bases, old_blocks, blocks, strict=True):
        for word in () if old is new else old.forms.keys() | new.forms.keys():
            said, says = old.forms.get(word, []), new.forms.get(word, [])
            if said == says:
                continue
            there = forms.get(word, [])
            at = bisect_left(there, base)
            forms[word] = [*there[:at], *(base + place for place in says), *there[at + len(said) :]]
            if not forms[word]:
                del forms[word]
    return forms


def _bases(blocks: Iterable[_Block]) -> list[int]:
    """Return the place at which each block begins."""
    return [0, *accumulate(block.sections * 4 for block in blocks)][:-1]


def _keys(words: Iterable[str], hyphened: Mapping[str, tuple[str, ...]], lists: WordLists) -> _Keys:
    splitter = Splitter(lists, words)
    own, parts = {}, {}
    for word in words:
        own[word] = stem(fold(word))
        parts[word] = tuple(_part_keys(word, own[word], hyphened.get(word, ()), splitter))
    return _Keys(own, parts, splitter.made())


def _with_numbers(keys: _Keys, numbers: Iterable[str]) -> _Keys:
    """Add numbers, which have no parts: what holds some together, 2003:1210, is not all figures."""
    own = {number: stem(fold(number)) for number in numbers}
    return _Keys(keys.own | own, keys.parts | dict.fromkeys(own, ()), keys.splits)


def _entries(forms: Mapping[str, Places], words: Iterable[str], keys: _Keys) -> dict[str, Entry]:
    entries: dict[str, Entry] = defaultdict(Entry)
    for word in words:
        entries[keys.own[word]].forms[word] = forms[word]
        for part in keys.parts[word]:
            entries[part].compounds[word] = forms[word]
    return dict(entries)


def _part_keys(word: str, key: str, hyphened: Sequence[str], splitter: Splitter) -> Iterable[str]:
    """Return the keys of the parts of a word: those between hyphens or colons, and those of a compound."""
    found = dict.fromkeys(stem(fold(part)) for part in hyphened if len(part) > 1 or part.isdigit())
    for piece in hyphened or (word,):
        found.update(dict.fromkeys(stem(fold(part)) for part in splitter.runs(piece)))
    found.pop(key, None)
    return found
