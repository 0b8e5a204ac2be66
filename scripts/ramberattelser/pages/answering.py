"""The answers to each guiding question, and what others answer to the questions of a story's section."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from ramberattelser.caching import digest
from ramberattelser.corpus import Corpus, Story, once
from ramberattelser.model import Block, Section

MOST_OTHERS = 12
"""So many of the others' stories are named beside a section; the page of the question has them all."""

IN_FULL = 40
"""So many answers are read in full on the page of their question; of more, the beginning of each."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One förbund's answer to a question: a section of its story."""

    story: Story
    place: int
    """Which section of the story it is, from 0."""

    @property
    def section(self) -> Section:
        """The section itself."""
        return self.story.narrative.sections[self.place]

    @property
    def anchor(self) -> str:
        """The answer's id on the question's page: a förbund may have several stories."""
        return f"{self.story.owner}-{self.story.id}-{self.section.id}"


def answers(corpus: Corpus, question: str) -> Sequence[Answer]:
    """Return every section that answers ``question``, story by story."""
    return _answers(corpus).get(question, ())


@once
def asked(corpus: Corpus) -> str:
    """Return what stands for which section of which story answers what, and what it is called."""
    told = ((story.key, story.narrative.sections) for story in corpus.stories.values())
    return digest(repr([(key, [(s.id, s.heading, s.questions) for s in sections]) for key, sections in told]))


def shown_blocks(found: Sequence[Answer]) -> Mapping[str, Sequence[Block]]:
    """Return anchor → what is shown of each of these answers on the page of their question."""
    if len(found) <= IN_FULL:
        return {answer.anchor: answer.section.blocks for answer in found}
    return {answer.anchor: _beginning(answer.section.blocks) for answer in found}


def _beginning(blocks: Sequence[Block]) -> Sequence[Block]:
    told = [block for block in blocks if block.kind == "text"] or blocks
    return told[:1]


def same_question(corpus: Corpus, story: Story) -> dict[str, tuple[list[Answer], int]]:
    """For each section, what other stories answer to its questions, first section of each only.

    Of many, those are named that come next after the story; the number says how many more there are.
    """
    found: dict[str, tuple[list[Answer], int]] = {}
    seen: set[str] = set()
    for section in story.narrative.sections:
        asked = [question for question in section.questions if question not in seen]
        seen.update(asked)
        first: dict[str, Answer] = {}
        for question in asked:
            for answer in _others(corpus, question, story.key):
                first.setdefault(answer.story.key, answer)
        chosen = list(first.values())[:MOST_OTHERS]
        everyone = _answering(corpus, asked)
        found[section.id] = (chosen, len(everyone) - (story.key in everyone) - len(chosen))
    return found


def _others(corpus: Corpus, question: str, own: str) -> Iterator[Answer]:
    """Yield the others' answers in order; with many, from the story's own place on and then round."""
    found = answers(corpus, question)
    if len(_answered(corpus).get(question, ())) <= MOST_OTHERS:
        yield from (answer for answer in found if answer.story.key != own)
        return
    places = _places(corpus)
    start = bisect_right(found, places[own], key=lambda answer: places[answer.story.key])
    named: set[str] = {own}
    for answer in chain(found[start:], found[:start]):
        if answer.story.key not in named:
            named.add(answer.story.key)
            yield answer
        if len(named) > MOST_OTHERS:
            return


def _answering(corpus: Corpus, questions: Sequence[str]) -> frozenset[str]:
    """Return the stories that answer any of ``questions``."""
    found = [_answered(corpus)[question] for question in questions if question in _answered(corpus)]
    return found[0] if len(found) == 1 else frozenset(chain.from_iterable(found))


@once
def _answers(corpus: Corpus) -> Mapping[str, Sequence[Answer]]:
    found: dict[str, list[Answer]] = {}
    for story in corpus.stories.values():
        for place, section in enumerate(story.narrative.sections):
            for question in dict.fromkeys(section.questions):
                found.setdefault(question, []).append(Answer(story, place))
    return found


@once
def _answered(corpus: Corpus) -> Mapping[str, frozenset[str]]:
    """Return question → the stories that answer it."""
    return {name: frozenset(a.story.key for a in found) for name, found in _answers(corpus).items()}


@once
def _places(corpus: Corpus) -> Mapping[str, int]:
    return {key: place for place, key in enumerate(corpus.stories)}
