"""Any two texts: what can be chosen, and one file per text that holds its comparisons.

A file is a script that calls ``jamfor`` with plain values, so that it also loads from a folder on disk,
where a browser refuses to fetch data. ``assets/jamfor.js`` shows what it holds.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from functools import partial
from typing import Any

from ramberattelser import comparisons
from ramberattelser.caching import Store, sign
from ramberattelser.comparing import Comparison
from ramberattelser.corpus import LAW, Wording
from ramberattelser.pages import choosing
from ramberattelser.pages.build import Builder
from ramberattelser.pages.compared import Text, text_of
from ramberattelser.rendering import diff_view
from ramberattelser.rendering.environment import hue_class
from ramberattelser.sorting import swedish_key

PATH = "/andamal/jamfor/"
BOTH_WAYS = 40
"""With more texts, each two are compared one way round only: the way that has a page, if either has."""


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
        found = choosing.near_of(builder.corpus) if len(collected) > choosing.EVERY else None
        chosen = choosing.chosen_for(collected, builder.likenesses, found)
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
