"""The numbered sources of one page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ramberattelser.corpus import Corpus
from ramberattelser.model import Source, SourceRef
from ramberattelser.sorting import counted_key


@dataclass(frozen=True, slots=True)
class Notes:
    """``numbers`` from source id to its number; ``used`` the list (number, source, sections)."""

    numbers: dict[str, int]
    used: list[tuple[int, Source, list[str]]]


def notes(corpus: Corpus, refs: Iterable[SourceRef]) -> Notes:
    """Number the sources of ``refs`` in the order they first occur, each with its sections."""
    sections: dict[str, list[str]] = {}
    for ref in refs:
        known = sections.setdefault(ref.source, [])
        if ref.section and ref.section not in known:
            known.append(ref.section)
    numbers = {source: position for position, source in enumerate(sections, 1)}
    used = [
        (numbers[name], corpus.sources[name], sorted(found, key=counted_key))
        for name, found in sections.items()
    ]
    return Notes(numbers, used)
