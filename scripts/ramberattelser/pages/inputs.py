"""What the pages are made from, as digests: a page whose digests are the same is the same page.

A digest stands for everything the data says of a thing, and for what that mentions, so that a page is never
kept too long. What a page says of all there is (in a list, in a count) is in a digest of them all.

What a file says is all in its text, which is quicker to take a digest of than what it was made into.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import Any, NamedTuple

from ramberattelser.caching import Store, digest
from ramberattelser.corpus import LAW, Corpus
from ramberattelser.model import ClauseVersion, Entry
from ramberattelser.pages.mentions import Meanings, mentions, referred


class _Said(NamedTuple):
    """What a part of an entry says, as digests, and what it mentions."""

    digests: list[str]
    mentions: list[str]


class _Marks(NamedTuple):
    """What stands for all of a wording, for it without words and coding, and for it without words."""

    whole: str
    around: str
    coded: str


class Inputs:
    """The digests of one corpus, each made once."""

    def __init__(self, corpus: Corpus, store: Store) -> None:
        self._corpus = corpus
        self._store = store
        self._meanings = Meanings(corpus)
        self._entries: dict[str, str] = {}

    @cached_property
    def common(self) -> str:
        """What any page may say: what the law and the byggstenar are called, how old the collection is."""
        law = self._corpus.law
        elements = [(one.id, one.name, one.beyond_law) for one in self._corpus.codebook.elements]
        return digest(repr((law.name, law.short_name, law.signature, elements, self._corpus.published)))

    @cached_property
    def titles(self) -> str:
        """The name of each förbund and each story."""
        owners = [(owner, self.mentioned(owner)) for owner in self._corpus.associations]
        stories = [(key, story.narrative.title) for key, story in self._corpus.stories.items()]
        return digest(repr(owners), repr(stories))

    @cached_property
    def names(self) -> str:
        """The name of each förbund, story and text, and the files that they stand in."""
        wordings = [(key, wording.title) for key, wording in self._corpus.wordings.items()]
        return digest(self.titles, repr(wordings), repr(dict(self._corpus.files)))

    @cached_property
    def shared(self) -> str:
        """All of which there is one, and all names."""
        corpus = self._corpus
        single = {
            LAW: corpus.law, "kallor": corpus.source_list, "begrepp": corpus.glossary,
            "fragor": corpus.question_list, "samtal": corpus.discussions,
        }  # fmt: skip
        others = (self.common, self.names, self.national, self.codebook, self.chains)
        return digest(*others, *(self._of(key, one) for key, one in single.items()))

    @cached_property
    def national(self) -> str:
        """What is told of the nation."""
        return self._of("nationellt", self._corpus.national)

    @cached_property
    def clauses(self) -> str:
        """What a page about all clauses depends on."""
        gaps = (self.gaps(owner) for owner in (LAW, *self._corpus.clauses))
        return digest(self.common, self.chains, *gaps, *map(self.wording, self._corpus.wordings))

    @cached_property
    def coded_clauses(self) -> str:
        """What a page about all clauses depends on that shows only the words that they are coded by."""
        existed = repr([(owner, one.existence) for owner, one in self._corpus.associations.items()])
        return digest(self.common, self.codebook, existed, *map(self.coded, self._corpus.wordings))

    @cached_property
    def associations(self) -> str:
        """All that the data says of the förbund and the nation, but for clauses and stories."""
        return digest(
            self.common, self.names, self.national, *map(self.association, self._corpus.associations)
        )

    @cached_property
    def but_stories(self) -> str:
        """All that the data says, but for what the stories tell."""
        return digest(self.shared, self.clauses, self.associations)

    @cached_property
    def everything(self) -> str:
        """All that the data says."""
        return digest(self.but_stories, *map(self.story, self._corpus.stories))

    @cached_property
    def codebook(self) -> str:
        """What stands for all that is told of the byggstenar."""
        return self._of("byggstenar", self._corpus.codebook)

    @cached_property
    def chains(self) -> str:
        """What stands for all that is told of the chains."""
        return self._of("kedjor", self._corpus.chains)

    @cached_property
    def chained(self) -> str:
        """Which wordings the chains hold."""
        return digest(repr([chain.versions for chain in self._corpus.chains.chains]))

    def association(self, owner: str) -> str:
        """Return what stands for all that the data says of a förbund."""
        return self._of(f"forbund:{owner}", self._corpus.associations[owner])

    def story(self, key: str) -> str:
        """Return what stands for a story to the letter, and for whose it is."""
        story = self._corpus.stories[key]
        return digest(self._of(f"berattelse:{key}", story.narrative), story.file, self.mentioned(story.owner))

    def dated(self, story: str) -> str:
        """Return when a story was published and what has changed in it."""
        return self._dated[story]

    def section(self, story: str, place: int) -> str:
        """Return what stands for one section of a story, by its place from 0."""
        return self._sections[story][place]

    def question(self, name: str) -> str:
        """Return what stands for all that the data says of a question, but for the answers."""
        return self._sign(self._corpus.questions[name])

    def gaps(self, owner: str) -> str:
        """Return what stands for what is said to be missing of a clause, or of the law."""
        gaps = self._corpus.law.gaps if owner == LAW else self._corpus.clauses[owner].gaps
        return self._sign(gaps)

    def wording(self, key: str) -> str:
        """Return what stands for all that the data says of a wording, and for whose and which it is."""
        return self._marks[key].whole

    def around(self, key: str) -> str:
        """Return the same but for the words of the wording, if it has any, and their coding."""
        return self._marks[key].around

    def coded(self, key: str) -> str:
        """Return the same but for the words of the wording, if it has any."""
        return self._marks[key].coded

    def mentioned(self, name: str) -> str:
        """Return what stands for what is told of a thing elsewhere, by its id or by what a reference says."""
        return self._meanings.of(name)

    def referred(self, text: str) -> str:
        """Return what stands for all that small Markdown refers to."""
        return digest(*map(self.mentioned, referred(text))) if "[[" in text else ""

    @cached_property
    def _dated(self) -> Mapping[str, str]:
        told = {key: story.narrative for key, story in self._corpus.stories.items()}
        return {key: repr((one.published, one.revisions)) for key, one in told.items()}

    @cached_property
    def _sections(self) -> Mapping[str, list[str]]:
        found = {}
        for key, story in self._corpus.stories.items():
            said = self._said(f"berattelse:{key}", story.narrative.sections)
            found[key] = [digest(*one.digests, *map(self.mentioned, one.mentions)) for one in said]
        return found

    @cached_property
    def _marks(self) -> Mapping[str, _Marks]:
        corpus = self._corpus
        owners = {LAW: corpus.law.versions} | {one: clause.versions for one, clause in corpus.clauses.items()}
        found = {}
        for owner, versions in owners.items():
            # Whether it is the last, and what the next is called, is said of a wording too.
            own = corpus.versions_of(owner)
            around = (owner, self.mentioned(owner), repr([(one.version.id, one.title) for one in own]))
            said = self._said(LAW if owner == LAW else f"andamal:{owner}", versions)
            for wording, one in zip(own, said, strict=True):
                whose = (wording.name, wording.signature, wording.hue, wording.file, *around)
                rest, codes, words = one.digests
                rest = digest(rest, *whose, *map(self.mentioned, one.mentions))
                found[wording.key] = _Marks(digest(rest, codes, words), rest, digest(rest, codes))
        return found

    def _of(self, key: str, entry: Entry) -> str:
        """Return what stands for the entry of a file, and for what it mentions."""
        if key not in self._entries:
            named = self._kept("nämnt", key, lambda: mentions(entry))
            said = self._corpus.digests.get(key) or repr(entry)
            self._entries[key] = digest(said, *map(self.mentioned, named))
        return self._entries[key]

    def _sign(self, entry: Entry | tuple[Entry, ...]) -> str:
        return digest(repr(entry), *map(self.mentioned, mentions(entry)))

    def _said(self, key: str, parts: Iterable[Entry]) -> Iterable[_Said]:
        """Return what is said in each of the parts of an entry."""
        rows = self._kept("avtryck", key, lambda: [(_digests(part), mentions(part)) for part in parts])
        return (_Said(*row) for row in rows)

    def _kept(self, kind: str, key: str, make: Callable[[], list[Any]]) -> list[Any]:
        """Return what ``make`` gives of an entry, kept for as long as its file is the same."""
        known = self._corpus.digests.get(key)
        found: list[Any] = self._store.kept(kind, key, known, make=make) if known else make()
        return found


def _digests(part: Entry) -> list[str]:
    """Return what stands for a part; of a wording for all but words and coding, for coding, for words."""
    if not isinstance(part, ClauseVersion):
        return [digest(repr(part))]
    words = "ord" if part.collected else part.text
    around = part.model_copy(update={"text": words, "codes": ()})
    return [digest(repr(around)), digest(repr(part.codes)), digest(part.text)]
