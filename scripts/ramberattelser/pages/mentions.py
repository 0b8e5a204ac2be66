"""What an entry mentions that stands elsewhere, and what stands for that.

A page shows more of a source, a term or another förbund than its id: its name, when it was written. So the
digest of an entry says what its mentions say as well, and no page need be asked which of them it shows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from ramberattelser.caching import digest
from ramberattelser.corpus import Corpus
from ramberattelser.model import SourceRef, VersionRef

_ID = re.compile(r"[a-z0-9]+(?:[-/][a-z0-9]+)*")
_OPENED = re.compile(r"(?=\[\[([^\n|\]]*))")
"""All that may begin a reference, also within another: which of them do is for Markdown to say."""
_LONGEST = 170
"""Characters that an id has at most: that of a förbund, a slash, and that of a wording."""


def mentions(entry: Any) -> list[str]:
    """Return all that ``entry``, or a tuple of entries, may mention, each once: ids and what references name.

    More than there is does no harm: of what has no meaning, nothing stands for it.
    """
    return list(dict.fromkeys(_mentions(entry)))


def _mentions(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        if "[[" in value:
            yield from referred(value)
        elif len(value) <= _LONGEST and _ID.fullmatch(value):
            yield value
    elif isinstance(value, SourceRef):
        yield value.source
    elif isinstance(value, VersionRef):
        yield str(value)
    elif isinstance(value, BaseModel):
        for part in value.__dict__.values():
            yield from _mentions(part)
    elif isinstance(value, tuple):
        for part in value:
            yield from _mentions(part)


def referred(text: str) -> list[str]:
    """Return what the references in small Markdown may name: ``begrepp:sip``, ``umearegionen``."""
    return [target.strip() for target in _OPENED.findall(text)]


class Meanings:
    """What stands for each thing that can be mentioned, made when it is first asked for."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._known: dict[str, str] = {}

    def of(self, name: str) -> str:
        """Return what stands for all that is told elsewhere of what ``name`` names; nothing where it names
        nothing."""
        found = self._known.get(name)
        if found is None:
            self._known[name] = ""  # for what mentions itself
            found = self._known[name] = self._of(name)
        return found

    def _of(self, name: str) -> str:
        corpus = self._corpus
        kind, _, rest = name.rpartition(":")
        if kind == "begrepp":
            return corpus.terms[rest].name if rest in corpus.terms else ""
        if kind == "berattelse":
            return corpus.stories[rest].narrative.title if rest in corpus.stories else ""
        told = []
        if name in corpus.wordings:
            told.append(corpus.wordings[name].title)
        if name in corpus.associations:
            one = corpus.associations[name]
            told.append(repr((one.short_name, one.genitive, one.signature, one.hue, one.successor)))
        if name in corpus.questions:
            told.append(corpus.questions[name].question)
        if name in corpus.sources:
            told += [repr(corpus.sources[name]), *map(self.of, mentions(corpus.sources[name]))]
        return digest(*told) if told else ""
