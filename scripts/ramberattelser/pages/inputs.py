"""What the pages are made from, as digests: a page whose digests are the same is the same page.

A digest stands for everything the data says of a thing, so that a page is never kept too long. What a page
may name on its way (in a list, behind a ``[[reference]]``) is in ``shared``, which holds every name there is.
"""

from __future__ import annotations

from functools import cached_property

from ramberattelser.caching import digest
from ramberattelser.corpus import Corpus


class Inputs:
    """The digests of one corpus, each made once."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus

    @cached_property
    def shared(self) -> str:
        """What any page may say: all of which there is one, and the name of each förbund, story and text."""
        corpus = self._corpus
        single = (
            corpus.law, corpus.codebook, corpus.chains, corpus.source_list, corpus.glossary,
            corpus.question_list, corpus.discussions, corpus.national,
        )  # fmt: skip
        associations = [
            (owner, one.short_name, one.genitive, one.signature, one.hue, one.successor)
            for owner, one in corpus.associations.items()
        ]
        stories = [(key, story.narrative.title) for key, story in corpus.stories.items()]
        wordings = [(key, wording.title) for key, wording in corpus.wordings.items()]
        first = min(one.published for one in corpus.associations.values())
        return digest(*map(repr, (*single, associations, stories, wordings, dict(corpus.files), first)))

    @cached_property
    def clauses(self) -> str:
        """What a page about all clauses depends on."""
        gaps = repr([(owner, clause.gaps) for owner, clause in self._corpus.clauses.items()])
        return digest(self.shared, gaps, *map(self.wording, self._corpus.wordings))

    @cached_property
    def but_stories(self) -> str:
        """All that the data says, but for what the stories tell."""
        return digest(self.clauses, *self._associations.values())

    @cached_property
    def everything(self) -> str:
        """All that the data says."""
        return digest(self.but_stories, *self._stories.values())

    @cached_property
    def codebook(self) -> str:
        """What stands for all byggstenar, with their names."""
        return digest(repr(self._corpus.codebook))

    def association(self, owner: str) -> str:
        """Return what stands for all that the data says of a förbund."""
        return self._associations[owner]

    def story(self, key: str) -> str:
        """Return what stands for a story to the letter."""
        return self._stories[key]

    def wording(self, key: str) -> str:
        """Return what stands for all that the data says of a wording, and its owner's name and sign."""
        return self._wordings[key]

    @cached_property
    def _associations(self) -> dict[str, str]:
        return {owner: digest(repr(one)) for owner, one in self._corpus.associations.items()}

    @cached_property
    def _stories(self) -> dict[str, str]:
        return {key: digest(repr(story)) for key, story in self._corpus.stories.items()}

    @cached_property
    def _wordings(self) -> dict[str, str]:
        return {key: digest(repr(wording)) for key, wording in self._corpus.wordings.items()}
