"""The loaded whole: everything the site is made from, with look-ups between its parts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, wraps
from typing import TypeVar

from ramberattelser.memory import Memory
from ramberattelser.model import (
    Association,
    Chains,
    Clause,
    ClauseVersion,
    Codebook,
    Discussions,
    Element,
    Gap,
    Glossary,
    Law,
    Narrative,
    National,
    Question,
    Questions,
    Source,
    SourceList,
    Term,
    VersionRef,
)

_LEFT = "utarbetat"
LAW = "lagen"
"""The owner under which the law's wordings are addressed, as ``lagen/sfs-2010-350``."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One version of a clause together with whose it is."""

    owner: str
    version: ClauseVersion
    name: str
    signature: str
    hue: str
    file: str
    key: str = field(init=False, repr=False, compare=False)
    """``umearegionen/2019``, as the data writes it."""
    title: str = field(init=False, repr=False, compare=False)
    """Name and year or designation: ``Umeåregionen 2019``, ``Lagen, SFS 2010:350``."""

    def __post_init__(self) -> None:
        # Written down once: a large collection asks for them millions of times.
        label, id = self.version.label, self.version.id
        between = " " if id.isdigit() and not label else ", "
        object.__setattr__(self, "key", f"{self.owner}/{id}")
        object.__setattr__(self, "title", f"{self.name}{between}{label or id}")

    @property
    def named(self) -> tuple[str, str, str, str]:
        """What is shown of it where it is only named, and where that leads: key, title, signature, hue."""
        return self.key, self.title, self.signature, self.hue


@dataclass(frozen=True, slots=True)
class Story:
    """One narrative together with whose it is."""

    owner: str
    id: str
    narrative: Narrative
    file: str

    @property
    def key(self) -> str:
        """``umearegionen/2020``."""
        return f"{self.owner}/{self.id}"


def _since(wording: Wording) -> int:
    """The year of a wording: when it began to apply, else that in its id, else its last, else the end."""
    start, end = wording.version.validity.start, wording.version.validity.end
    if start.start.earliest is not None:
        return start.start.earliest.year
    year = wording.version.id[:4]
    if year.isdecimal():
        return int(year)
    return end.end.latest.year if end is not None and end.end.latest is not None else 9999


@dataclass(frozen=True)
class Corpus:
    """All data. What belongs to a förbund stands in the Swedish order of their short names."""

    associations: Mapping[str, Association]
    stories: Mapping[str, Story]
    clauses: Mapping[str, Clause]
    law: Law
    codebook: Codebook
    chains: Chains
    source_list: SourceList
    glossary: Glossary
    question_list: Questions
    discussions: Discussions
    national: National
    files: Mapping[str, str] = field(default_factory=dict)
    """Kind and id (``forbund:umearegionen``) to the file it was read from."""
    digests: Mapping[str, str] = field(default_factory=dict)
    """Kind and id to what stands for that file, name and text."""

    @cached_property
    def published(self) -> date:
        """The day on which the first förbund was published, which is the collection's own."""
        return min(association.published for association in self.associations.values())

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """Every source by its id, in the order of its file."""
        return {source.id: source for source in self.source_list.sources}

    @cached_property
    def terms(self) -> Mapping[str, Term]:
        """Every term of the glossary by its id, in the order of its file."""
        return {term.id: term for term in self.glossary.terms}

    @cached_property
    def questions(self) -> Mapping[str, Question]:
        """Every guiding question by its id, in the order of its file."""
        return {question.id: question for question in self.question_list.questions}

    @cached_property
    def elements(self) -> Mapping[str, Element]:
        """Every element of the codebook by its id, in the order of its file."""
        return {element.id: element for element in self.codebook.elements}

    @cached_property
    def wordings(self) -> Mapping[str, Wording]:
        """Every version of every clause and of the law, by ``owner/version``."""
        return {wording.key: wording for wording in self._wordings()}

    @cached_property
    def collected(self) -> tuple[Wording, ...]:
        """The wordings whose text is in the collection: the law's first, then by when they began to apply."""
        found = [w for w in self.wordings.values() if w.version.collected]
        return tuple(sorted(found, key=lambda w: (w.owner != LAW, _since(w) if w.owner != LAW else 0)))

    def _wordings(self) -> Iterator[Wording]:
        law_file = self.files.get(LAW, "clauses/lagen.yml")
        for version in self.law.versions:
            yield Wording(LAW, version, self.law.short_name, self.law.signature, "lag", law_file)
        for owner, clause in self.clauses.items():
            association = self.associations[owner]
            for version in clause.versions:
                file = self.files.get(f"andamal:{owner}", f"clauses/{owner}.yml")
                yield Wording(
                    owner, version, association.short_name, association.signature, association.hue, file
                )

    def wording(self, ref: VersionRef) -> Wording:
        """Return the wording that ``ref`` points to; the checks have made sure that it exists."""
        return self.wordings[str(ref)]

    def full_title(self, wording: Wording) -> str:
        """Whose and which: ``Umeåregionens ändamålsparagraf 2019``, ``Lagen, 1 och 2 §§, SFS 2010:350``."""
        which = wording.version.label or wording.version.id
        if wording.owner == LAW:
            return f"{wording.name}, 1 och 2 §§, {which}"
        return f"{self.associations[wording.owner].genitive} ändamålsparagraf {which}"

    def versions_of(self, owner: str) -> tuple[Wording, ...]:
        """The versions of one owner, oldest first."""
        return self._versions.get(owner, ())

    @cached_property
    def _versions(self) -> Mapping[str, tuple[Wording, ...]]:
        return _grouped((wording.owner, wording) for wording in self.wordings.values())

    def stories_of(self, owner: str) -> tuple[Story, ...]:
        """The stories of one förbund, by id."""
        return self._stories.get(owner, ())

    @cached_property
    def _stories(self) -> Mapping[str, tuple[Story, ...]]:
        return _grouped((story.owner, story) for story in self.stories.values())

    def stories_about(self, owner: str) -> tuple[Story, ...]:
        """Stories of others that say they are about ``owner``."""
        return self._about.get(owner, ())

    @cached_property
    def _about(self) -> Mapping[str, tuple[Story, ...]]:
        told = self.stories.values()
        return _grouped((one, s) for s in told for one in dict.fromkeys(s.narrative.about) if one != s.owner)

    def gaps(self) -> Iterator[tuple[str, Gap]]:
        """Everything declared missing, as (kind and id of where it is declared, gap)."""
        for owner, association in self.associations.items():
            yield from ((f"forbund:{owner}", gap) for gap in association.gaps)
        for key, story in self.stories.items():
            yield from ((f"berattelse:{key}", gap) for gap in story.narrative.gaps)
        for owner, clause in self.clauses.items():
            yield from ((f"andamal:{owner}", gap) for gap in clause.gaps)
        yield from ((LAW, gap) for gap in self.law.gaps)
        yield from (("nationellt", gap) for gap in self.national.gaps)


_Entry = TypeVar("_Entry")
_Result = TypeVar("_Result")


def _grouped(entries: Iterable[tuple[str, _Entry]]) -> Mapping[str, tuple[_Entry, ...]]:
    found: dict[str, list[_Entry]] = {}
    for owner, entry in entries:
        found.setdefault(owner, []).append(entry)
    return {owner: tuple(own) for owner, own in found.items()}


def once(work: Callable[[Corpus], _Result]) -> Callable[[Corpus], _Result]:
    """Let a function of a corpus alone be worked out once for each corpus; the result is not to be changed.

    Many pages ask for the same whole (all pairs, who has which byggsten), and would make the build grow
    with the square of the collection. The result lives as long as its corpus does.
    """
    name = f"{work.__module__}.{work.__qualname__}"

    @wraps(work)
    def kept(corpus: Corpus) -> _Result:
        made: dict[str, _Result] = corpus.__dict__.setdefault("_worked_out", {})
        if name not in made:
            made[name] = work(corpus)
        return made[name]

    return kept


def again(work: Callable[[Corpus, _Result | None], _Result]) -> Callable[[Corpus], _Result]:
    """Let what ``once`` works out be made out of what it was for a corpus before: most of it may be the same.

    ``work`` gets that where ``follow`` has said what went before, else None; it is not to be changed.
    """
    name = f"{work.__module__}.{work.__qualname__}"

    @wraps(work)
    def kept(corpus: Corpus) -> _Result:
        made: dict[str, _Result] = corpus.__dict__.setdefault("_worked_out", {})
        if name not in made:
            left: dict[str, _Result] = corpus.__dict__.setdefault("_left", {})
            left[name] = made[name] = work(corpus, left.get(name))
        return made[name]

    return kept


def follow(corpus: Corpus, memory: Memory) -> None:
    """Let ``corpus`` use what the corpus of the last build left in ``memory``, and leave its own there."""
    left = corpus.__dict__["_left"] = dict(memory.before(_LEFT) or {})
    memory.leave(_LEFT, left)


def last_asked(work: Callable[[Corpus, Wording], _Result]) -> Callable[[Corpus, Wording], _Result]:
    """Let a function of a wording be worked out once where the same one is asked for several times in a row.

    A page is asked first what it depends on and then what it says. To hold on to more would be to hold all.
    """
    name = f"{work.__module__}.{work.__qualname__}"

    @wraps(work)
    def kept(corpus: Corpus, wording: Wording) -> _Result:
        made: dict[str, tuple[str, _Result]] = corpus.__dict__.setdefault("_last_asked", {})
        if name not in made or made[name][0] != wording.key:
            made[name] = wording.key, work(corpus, wording)
        return made[name][1]

    return kept
