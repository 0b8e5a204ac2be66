"""From a chain of wordings in the data to the way of the words through it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import islice
from weakref import WeakKeyDictionary

from ramberattelser import coding, kinship
from ramberattelser.corpus import LAW, Wording
from ramberattelser.model import Chain
from ramberattelser.pages.build import Builder
from ramberattelser.rendering.environment import hue_class, valid_text
from ramberattelser.rendering.typography import count
from ramberattelser.wordpath import Named, Older, Text, WordPath, trace

from .analysis import description

_STATUTE = re.compile(r"SFS (\d{4}):\d+")
_MADE: WeakKeyDictionary[Builder, dict[str, WordPath]] = WeakKeyDictionary()


def wordings(builder: Builder, chain: Chain) -> tuple[Wording, ...]:
    """Return the wordings of a chain whose text is collected, oldest first."""
    found = (builder.corpus.wording(ref) for ref in chain.versions)
    return tuple(wording for wording in found if wording.version.collected)


def path_of(builder: Builder, chain: Chain) -> WordPath:
    """Return the way of the words through a chain, made once per builder."""
    made = _MADE.setdefault(builder, {})
    if chain.id not in made:
        made[chain.id] = _path(builder, chain)
    return made[chain.id]


def _path(builder: Builder, chain: Chain) -> WordPath:
    chosen = wordings(builder, chain)
    owners = [wording.owner for wording in chosen]
    texts = tuple(_text(builder, wording, owners.count(wording.owner) == 1) for wording in chosen)
    years = [text.year for text in texts]
    span = f" {years[0]}–{years[-1]}" if years[0].isdigit() and years[-1].isdigit() else ""
    path = WordPath(
        id=chain.id,
        texts=texts,
        trace=trace([text.text for text in texts]),
        title=f"{chain.title}: {count(len(texts), 'text', 'texter')}{span}",
        older=_older(builder, chosen),
    )
    return replace(path, description=description(path))


def _older(builder: Builder, chosen: Sequence[Wording]) -> Older | None:
    """Return which text outside the chain, older than its last, has most of the last one's words.

    The law is no such text: it is what all clauses start from. Kept for as long as no wording is changed.
    """
    inside = {wording.key for wording in chosen}

    def make() -> list[tuple[str, int]]:
        found = kinship.older_outside(builder.corpus, chosen[-1])
        outside = (one for one in found if one.wording.key not in inside and one.wording.owner != LAW)
        return [(one.wording.title, one.words) for one in islice(outside, 1)]

    kept = builder.store.kept("äldre än kedjan", *sorted(inside), builder.inputs.clauses, make=make)
    return Older(*kept[0]) if kept else None


def _text(builder: Builder, wording: Wording, alone: bool) -> Text:
    """Describe a wording; ``alone``: no other wording of the same owner stands in the chain."""
    law = wording.owner == LAW
    name = wording.name if alone else wording.title
    inside = name[:1].lower() + name[1:] if law else name
    return Text(
        key=wording.key,
        text=wording.version.text.strip(),
        name=name,
        signature=wording.signature,
        hue=hue_class(wording.hue),
        year=_year(wording),
        when=_when(wording),
        note=_note(wording),
        at=f"i {inside}" if law else f"hos {inside}",
        of=_genitive(inside),
        sentences=_sentences(builder, wording),
        doubted=wording.version.doubt is not None,
    )


def _genitive(name: str) -> str:
    return name if name[-1] in "sxzSXZ" or name[-1].isdigit() else f"{name}s"


def _year(wording: Wording) -> str:
    """Return what heads a column: the year from which a wording applied, or that of the statute."""
    start = wording.version.validity.start
    if start.first and not (start.first.limit or start.circa or start.precision == "decade"):
        return str(start.first.year)
    if start.kind != "undated":
        return start.swedish()
    statute = _STATUTE.search(wording.version.label or "")
    return statute.group(1) if statute else "Okänt år"


def _when(wording: Wording) -> float | None:
    """Return the place in time of a wording in years, None where no source gives it."""
    first = wording.version.validity.start.first
    if first is None or first.limit:
        return None
    begin, end = first.nominal()
    middle = date.fromordinal((begin.toordinal() + end.toordinal()) // 2)
    return middle.year + (middle.timetuple().tm_yday - 1) / 366


def _note(wording: Wording) -> str:
    version = wording.version
    if version.validity.start.kind != "undated":
        return f"{'gäller' if version.validity.end is None else 'gällde'} {valid_text(version)}"
    return f"lydelsen {version.label}" if version.label else valid_text(version)


def _sentences(builder: Builder, wording: Wording) -> tuple[Named, ...]:
    """Name the sentences after the byggstenar that are coded in them; the law's also by their paragraph.

    Of a paragraph's sentences those that would be called the same are numbered.
    """
    found: list[tuple[str | None, tuple[str, ...]]] = []
    for stanza in coding.stanzas(wording.version):
        for sentence in stanza.sentences:
            names = tuple(builder.corpus.elements[element].name for element in sentence.elements)
            found.append((stanza.paragraph, names))
    paragraphs = [paragraph for paragraph, _ in found]
    named = []
    for at, (paragraph, names) in enumerate(found):
        if paragraph is None:
            named.append(Named(str(at + 1), str(at + 1), names))
        elif paragraphs.count(paragraph) == 1:
            named.append(Named(paragraph, paragraph, names))
        else:
            ref = f"{paragraph} mening {paragraphs[: at + 1].count(paragraph)}"
            alike = [other for other in found if (other[0], other[1][:1]) == (paragraph, names[:1])]
            named.append(Named(paragraph if len(alike) == 1 else ref, ref, names))
    return tuple(named)
