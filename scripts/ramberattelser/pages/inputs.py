"""What the pages are made from, as digests: a page whose digests are the same is the same page.

A digest stands for everything the data says of a thing, so that a page is never kept too long. What a page
may name on its way (in a list, behind a ``[[reference]]``) is in ``shared``, which holds every name there is.

What a file says is all in its text, which is quicker to take a digest of than what it was made into.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import Any, TypeVar

from ramberattelser.caching import Store, digest
from ramberattelser.corpus import LAW, Corpus, Wording
from ramberattelser.model import ClauseVersion

_Part = TypeVar("_Part")
_Mark = TypeVar("_Mark")


class Inputs:
    """The digests of one corpus, each made once."""

    def __init__(self, corpus: Corpus, store: Store) -> None:
        self._corpus = corpus
        self._store = store

    @cached_property
    def shared(self) -> str:
        """What any page may say: all of which there is one, and the name of each förbund, story and text."""
        corpus = self._corpus
        single = {
            "lagen": corpus.law, "byggstenar": corpus.codebook, "kedjor": corpus.chains,
            "kallor": corpus.source_list, "begrepp": corpus.glossary, "fragor": corpus.question_list,
            "samtal": corpus.discussions, "nationellt": corpus.national,
        }  # fmt: skip
        associations = [
            (owner, one.short_name, one.genitive, one.signature, one.hue, one.successor)
            for owner, one in corpus.associations.items()
        ]
        stories = [(key, story.narrative.title) for key, story in corpus.stories.items()]
        wordings = [(key, wording.title) for key, wording in corpus.wordings.items()]
        told = (associations, stories, wordings, dict(corpus.files), corpus.published)
        return digest(*(self._of(key, one) for key, one in single.items()), *map(repr, told))

    @cached_property
    def clauses(self) -> str:
        """What a page about all clauses depends on."""
        gaps = repr([(owner, clause.gaps) for owner, clause in self._corpus.clauses.items()])
        return digest(self.shared, gaps, *map(self.wording, self._corpus.wordings))

    @cached_property
    def coded_clauses(self) -> str:
        """What a page about all clauses depends on that shows only the words that they are coded by."""
        existed = repr([one.existence for one in self._corpus.associations.values()])
        return digest(self.shared, existed, *map(self.coded, self._corpus.wordings))

    @cached_property
    def associations(self) -> str:
        """All that the data says of the förbund, but for clauses and stories."""
        return digest(self.shared, *map(self.association, self._corpus.associations))

    @cached_property
    def but_stories(self) -> str:
        """All that the data says, but for what the stories tell."""
        return digest(self.clauses, self.associations)

    @cached_property
    def everything(self) -> str:
        """All that the data says."""
        return digest(self.but_stories, *map(self.story, self._corpus.stories))

    @cached_property
    def codebook(self) -> str:
        """What stands for all byggstenar, with their names."""
        return self._of("byggstenar", self._corpus.codebook)

    def association(self, owner: str) -> str:
        """Return what stands for all that the data says of a förbund."""
        return self._of(f"forbund:{owner}", self._corpus.associations[owner])

    def story(self, key: str) -> str:
        """Return what stands for a story to the letter."""
        return self._of(f"berattelse:{key}", self._corpus.stories[key])

    def dated(self, story: str) -> str:
        """Return when a story was published and what has changed in it."""
        return self._dated[story]

    def section(self, story: str, place: int) -> str:
        """Return what stands for one section of a story, by its place from 0."""
        return self._sections[story][place]

    def wording(self, key: str) -> str:
        """Return what stands for all that the data says of a wording, and its owner's name and sign."""
        return self._marks[key][0]

    def around(self, key: str) -> str:
        """Return the same but for the words of the wording, if it has any, and their coding."""
        return self._marks[key][1]

    def coded(self, key: str) -> str:
        """Return the same but for the words of the wording, if it has any."""
        return self._marks[key][2]

    @cached_property
    def _dated(self) -> Mapping[str, str]:
        told = {key: story.narrative for key, story in self._corpus.stories.items()}
        return {key: repr((one.published, one.revisions)) for key, one in told.items()}

    @cached_property
    def _sections(self) -> Mapping[str, list[str]]:
        told = {key: story.narrative.sections for key, story in self._corpus.stories.items()}
        return {key: self._each(f"berattelse:{key}", sections, _whole) for key, sections in told.items()}

    @cached_property
    def _marks(self) -> Mapping[str, tuple[str, str, str]]:
        """What stands for all of a wording, for it without words and coding, and for it without words."""
        corpus = self._corpus
        marks = self._each(LAW, corpus.law.versions, _in_parts)
        for owner, clause in corpus.clauses.items():
            marks += self._each(f"andamal:{owner}", clause.versions, _in_parts)
        rows = zip(corpus.wordings.values(), marks, strict=True)
        return {one.key: _with_owner(one, *mark) for one, mark in rows}

    def _of(self, key: str, entry: Any) -> str:
        """Return what stands for the entry of a file: the file's digest, where it was read from one."""
        return self._corpus.digests.get(key) or digest(repr(entry))

    def _each(self, key: str, parts: Iterable[_Part], mark: Callable[[_Part], _Mark]) -> list[_Mark]:
        """Return what stands for each of the parts of an entry, kept for as long as its file is the same."""

        def make() -> list[_Mark]:
            return [mark(part) for part in parts]

        known = self._corpus.digests.get(key)
        found: list[_Mark] = self._store.kept("avtryck", key, known, make=make) if known else make()
        return list(found)


def _whole(part: object) -> str:
    return digest(repr(part))


def _in_parts(version: ClauseVersion) -> list[str]:
    """Return what stands for a wording without words and coding, for its coding, and for its words."""
    words = "ord" if version.collected else version.text
    around = version.model_copy(update={"text": words, "codes": ()})
    return [digest(repr(around)), digest(repr(version.codes)), digest(version.text)]


def _with_owner(wording: Wording, around: str, codes: str, text: str) -> tuple[str, str, str]:
    names = (wording.owner, wording.name, wording.signature, wording.hue, wording.file)
    return digest(around, codes, text, *names), digest(around, *names), digest(around, codes, *names)
