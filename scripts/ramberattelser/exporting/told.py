"""The rows of the stories and the terms: what is told in words, as it stands in the data's small Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ramberattelser import addresses
from ramberattelser.corpus import Corpus, Story
from ramberattelser.model import Block

from .rows import Row, refs, times

_WRAPPED = re.compile(r"(?<=\S)[ \t]*\n[ \t]*(?=\S)(?![-*] |\d{1,2}\. )")
"""Where a line ends only because the file has no room: not before a blank line or an item of a list."""


def paragraphs(corpus: Corpus) -> Iterable[Row]:
    """Yield each piece of each story, with its section and the questions that this answers."""
    for story in corpus.stories.values():
        yield from paragraphs_of(story)


def paragraphs_of(story: Story) -> Iterable[Row]:
    """Yield each piece of one story."""
    told = story.narrative
    tellers = "; ".join(f"{one.name}, {one.role}" for one in told.tellers)
    of_story = (story.key, story.owner, told.title, *times(told.written), tellers)
    for section in told.sections:
        of_section = (section.id, section.heading, "; ".join(section.questions), section.perspective or "")
        address = f"{addresses.story(story)}#{section.id}"
        for number, block in enumerate(section.blocks, 1):
            yield (
                *of_story,
                *of_section,
                number,
                block.heading or "",
                block.kind,
                _words(block),
                block.by or str(block.of or ""),
                refs(block.sources),
                address,
            )


def _words(block: Block) -> str:
    """Return what a piece says; of a picture, what stands below it."""
    if block.steps is not None:
        steps = "\n\n".join(f"{step.title}: {_unwrapped(step.text)}" for step in block.steps)
        return f"{steps}\n\n{block.caption}" if block.caption else steps
    if block.text is not None:
        return _unwrapped(block.text)
    return (block.quote or block.excerpt or block.caption or "").strip()


def _unwrapped(text: str) -> str:
    return _WRAPPED.sub(" ", text.strip())


def terms(corpus: Corpus) -> Iterable[Row]:
    """Yield each term of the glossary."""
    for term in corpus.glossary.terms:
        yield (
            term.id,
            term.name,
            "; ".join(term.also),
            _unwrapped(term.text),
            refs(term.sources),
            addresses.term(term.id),
        )
