"""Any two texts: what can be chosen, and one file per text that holds its comparisons.

A file is a script that calls ``jamfor`` with plain values, so that it also loads from a folder on disk,
where a browser refuses to fetch data. ``assets/jamfor.js`` shows what it holds.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache, partial
from heapq import nsmallest
from itertools import chain
from typing import Any

from ramberattelser import comparisons
from ramberattelser.caching import Store, sign
from ramberattelser.comparing import Comparison, Likenesses, likenesses, texts_having
from ramberattelser.corpus import LAW, Wording
from ramberattelser.pages.build import Builder
from ramberattelser.pages.compared import Text, text_of
from ramberattelser.rendering import diff_view
from ramberattelser.rendering.environment import hue_class
from ramberattelser.sorting import swedish_key

PATH = "/andamal/jamfor/"
EVERY = 90
"""With at most so many texts, every pair can be chosen: room for a wording of each förbund there is."""
BOTH_WAYS = 40
"""With more, each two are compared one way round only: the way that has a page, if either has."""
CLOSEST = 40
"""With more than ``EVERY``, each text is compared with so many that are closest to it, the law and its own
versions."""
MOST = 400
"""With many more, fewer are closest: so many comparisons in all, but for the law and own versions."""
LOOKED_AT = 2
"""How many times as many texts are looked at closely, of those that share most words."""
MANY = 500
"""With more texts than this, a text only meets those that share a word with it that few have."""
FEW = 50
"""Few have a word that stands in at most so many texts."""


def choices(builder: Builder) -> Mapping[str, Sequence[Text]]:
    """Return the texts that can be chosen, the law's wordings apart from the clauses."""
    texts = [(wording.owner == LAW, text_of(builder, wording)) for wording in builder.corpus.collected]
    groups = {"Lagen": [t for law, t in texts if law], "Förbunden": [t for law, t in texts if not law]}
    return {name: sorted(found, key=_by_title) for name, found in groups.items() if found}


def _by_title(text: Text) -> tuple[str, str]:
    return swedish_key(text.title)


def files(builder: Builder) -> dict[str, str]:
    """Return address (``andamal/jamfor/data/<text>.js``) → content, one for each text."""
    collected = builder.corpus.collected
    pages = builder.pair_pages
    texts = {wording.key: text_of(builder, wording) for wording in collected}
    chosen = _chosen(builder, collected)
    ways = _ways(collected, chosen, pages)
    views = {key: view(builder.store, *way) for key, way in ways.items()}
    made = {}
    for one in collected:
        text = texts[one.key]
        against = {}
        for other in chosen[one.key]:
            there, back = (one.key, other.key), (other.key, one.key)
            key = there if there in views else back
            against[texts[other.key].id] = f"[{views[key]},{(key in pages) + 2 * (key == back)}]"
        made[f"{PATH[1:]}data/{text.id}.js"] = script(text, _words(one), against)
    return made


def _chosen(builder: Builder, collected: Sequence[Wording]) -> Mapping[str, Sequence[Wording]]:
    """Return what ``chosen_for`` does, kept for as long as no text is changed, new or gone."""

    def make() -> list[list[int]]:
        places = {wording.key: at for at, wording in enumerate(collected)}
        chosen = chosen_for(collected, builder.likenesses)
        return [[places[other.key] for other in others] for others in chosen.values()]

    parts = [part for wording in collected for part in (wording.key, sign(_words(wording)))]
    rows = builder.store.kept("valda", *parts, make=make)
    return {one.key: [collected[at] for at in row] for one, row in zip(collected, rows, strict=True)}


def _ways(
    collected: Sequence[Wording], chosen: Mapping[str, Sequence[Wording]], pages: Collection[tuple[str, str]]
) -> dict[tuple[str, str], tuple[Wording, Wording]]:
    """Return the ways round in which texts are compared: both where they are few, so that both can be seen.

    The two ways round follow each other, as the words of a pair are linked only once.
    """
    few = len(collected) <= BOTH_WAYS
    found: dict[tuple[str, str], tuple[Wording, Wording]] = {}
    for one in collected:
        for other in chosen[one.key]:
            there, back = (one.key, other.key), (other.key, one.key)
            if there in found or back in found:
                continue
            if few or back not in pages:
                found[there] = (one, other)
            if few or back in pages:
                found[back] = (other, one)
    return found


def view(store: Store, old: Wording, new: Wording) -> str:
    """Return what ``packed`` does for two wordings, kept for as long as they say the same."""
    made: str = store.kept("par", sign(_words(old)), sign(_words(new)), make=partial(_made, old, new))
    return made


def _made(old: Wording, new: Wording) -> str:
    return packed(comparisons.comparison(old, new))


def script(text: Text, words: str, against: Mapping[str, str]) -> str:
    """Return the file of one text: what is said about it, its words, and its comparisons by the other's id.

    A comparison is, as JSON, its likeness in per mille, the lists of ``pack``, and 1 where it has a page,
    with 2 more where it goes from the other text to this one.
    """
    values = {
        "id": text.id,
        "namn": text.title,
        "farg": hue_class(text.hue),
        "signatur": text.signature,
        "adress": f"..{text.address.removeprefix('/andamal')}",
        "om": text.about,
        "kalla": text.citation,
        "text": words,
    }
    compared = ",".join(f"{_json(other)}:{comparison}" for other, comparison in against.items())
    return f'jamfor({_json(values)[:-1]},"mot":{{{compared}}}}});\n'


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _words(wording: Wording) -> str:
    return wording.version.text.strip()


def packed(made: Comparison) -> str:
    """Return the likeness in per mille and what is shown of a comparison, as JSON without its brackets."""
    return _json([round(made.likeness * 1000), *diff_view.pack(diff_view.view(made))])[1:-1]


def chosen_for(collected: Sequence[Wording], measure: Likenesses = likenesses) -> dict[str, list[Wording]]:
    """Return for each text, by its key, the texts it is compared with, in the collection's order.

    Of many texts these are the closest, its own versions and the law's last wording.
    """
    if len(collected) <= EVERY:
        return {one.key: [other for other in collected if other is not one] for one in collected}
    words = [_distinct(_words(wording)) for wording in collected]
    sets = _word_sets(collected, words)
    meeting = _meeting(words) if len(collected) > MANY else [range(len(collected))] * len(collected)
    places: dict[str, list[int]] = {}
    for at, wording in enumerate(collected):
        places.setdefault(wording.owner, []).append(at)
    found = {}
    for at, one in enumerate(collected):
        wanted = {
            *_closest(at, collected, sets, meeting[at], measure),
            *places.get(LAW, ())[-1:],
            *places[one.owner],
        } - {at}
        found[one.key] = [collected[place] for place in sorted(wanted)]
    return found


_Bits = tuple[int, int, str]
"""The words of a text as bits of a number, how many they are, and the text's key."""


def _closest(
    at: int, collected: Sequence[Wording], sets: Sequence[_Bits], others: Iterable[int], measure: Likenesses
) -> list[int]:
    """Return which of ``others`` are closest to the text at ``at``: by words in common, then by likeness."""
    mine, size, _ = sets[at]
    text = _words(collected[at])
    most = min(CLOSEST, max(1, MOST // len(collected)))
    # So many texts meet here that the loop holds nothing but the figure and what breaks a tie.
    common = (
        (-2 * (mine & theirs).bit_count() / (size + count or 1), key, place)
        for place in others
        if place != at
        for theirs, count, key in (sets[place],)
    )
    near = [place for _, _, place in nsmallest(LOOKED_AT * most, common)]
    shares = measure(text, [_words(collected[place]) for place in near])
    ranked = sorted((-share, collected[place].key, place) for share, place in zip(shares, near, strict=True))
    return [place for _, _, place in ranked[:most]]


def _meeting(words: Sequence[Sequence[str]]) -> list[set[int]]:
    """Return for each text the places of those that share a word with it that few have."""
    few = {word: places for word, places in texts_having(words).items() if len(places) <= FEW}
    return [set(chain.from_iterable([few[word] for word in own if word in few])) for own in words]


def _word_sets(collected: Sequence[Wording], words: Sequence[Sequence[str]]) -> list[_Bits]:
    """Return the words of each text as bits: what two have in common is then one operation."""
    places = {word: at for at, word in enumerate(dict.fromkeys(chain.from_iterable(words)))}
    size = len(places) // 8 + 1
    sets = []
    for wording, own in zip(collected, words, strict=True):
        bits = bytearray(size)
        for word in own:
            at = places[word]
            bits[at >> 3] |= 1 << (at & 7)
        sets.append((int.from_bytes(bits, "little"), len(own), wording.key))
    return sets


@lru_cache(maxsize=8192)
def _distinct(text: str) -> tuple[str, ...]:
    """Return each word of a text once, in small letters."""
    return tuple(dict.fromkeys(text.lower().split()))
