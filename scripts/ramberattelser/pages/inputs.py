"""What the pages are made from, as digests: a page whose digests are the same is the same page.

A digest stands for everything the data says of a thing, so that a page is never kept too long. What a page
may name on its way (in a list, behind a ``[[reference]]``) is in ``shared``, which holds every name there is.

What a file says is all in its text, which is quicker to take a digest of than what it was made into.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from ramberattelser.caching import Store, digest
from ramberattelser.corpus import LAW, Corpus


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
    def but_stories(self) -> str:
        """All that the data says, but for what the stories tell."""
        return digest(self.clauses, *map(self.association, self._corpus.associations))

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
        return self._wordings[key]

    @cached_property
    def _dated(self) -> Mapping[str, str]:
        told = {key: story.narrative for key, story in self._corpus.stories.items()}
        return {key: repr((one.published, one.revisions)) for key, one in told.items()}

    @cached_property
    def _sections(self) -> Mapping[str, list[str]]:
        stories = self._corpus.stories.items()
        return {key: self._each(f"berattelse:{key}", story.narrative.sections) for key, story in stories}

    @cached_property
    def _wordings(self) -> Mapping[str, str]:
        corpus = self._corpus
        marks = self._each(LAW, corpus.law.versions)
        for owner, clause in corpus.clauses.items():
            marks = [*marks, *self._each(f"andamal:{owner}", clause.versions)]
        around = ((one.owner, one.name, one.signature, one.hue, one.file) for one in corpus.wordings.values())
        rows = zip(corpus.wordings, marks, around, strict=True)
        return {key: digest(mark, *names) for key, mark, names in rows}

    def _of(self, key: str, entry: Any) -> str:
        """Return what stands for the entry of a file: the file's digest, where it was read from one."""
        return self._corpus.digests.get(key) or digest(repr(entry))

    def _each(self, key: str, parts: Iterable[Any]) -> list[str]:
        """Return what stands for each of the parts of an entry, kept for as long as its file is the same."""

        def make() -> list[str]:
            return [digest(repr(part)) for part in parts]

        known = self._corpus.digests.get(key)
        found: list[str] = self._store.kept("avtryck", key, known, make=make) if known else make()
        return found
