"""Pages of the stories: the list, each story, and reading across by question."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from ramberattelser import addresses, linked
from ramberattelser.comparing import sentences
from ramberattelser.corpus import Story
from ramberattelser.model import Block, SourceRef
from ramberattelser.news import of_itself, of_stories
from ramberattelser.pages.answering import IN_FULL, Answer, answers, asked, same_question, shown_blocks
from ramberattelser.pages.build import Builder
from ramberattelser.pages.model import Page
from ramberattelser.pages.notes import notes
from ramberattelser.quoting import find_quote
from ramberattelser.rendering.typography import NBSP, ended

CRUMB = ("Berättelser", "/berattelser/")


def pages(builder: Builder) -> Iterator[Page]:
    """Yield the list, the stories, and one page for each question."""
    yield _index(builder)
    for story in builder.corpus.stories.values():
        yield builder.kept("berättelse", *_story_parts(builder, story), make=partial(_story, builder, story))
    yield builder.kept("frågor", *_questions_parts(builder), make=partial(_questions, builder))
    for question in builder.corpus.questions:
        parts = _question_parts(builder, question)
        yield builder.kept("fråga", *parts, make=partial(_question, builder, question))


def all_refs(story: Story) -> Iterator[SourceRef]:
    """Yield every source the story points to, the main source first."""
    yield from story.narrative.sources
    for section in story.narrative.sections:
        for block in section.blocks:
            yield from block.sources
    for figure in story.narrative.figures:
        yield from figure.sources
    for gap in story.narrative.gaps:
        yield from gap.sources


def _index(builder: Builder) -> Page:
    corpus = builder.corpus
    questions = [(q, len({a.story.key for a in answers(corpus, q.id)})) for q in corpus.questions.values()]
    without = [(o, a) for o, a in corpus.associations.items() if not corpus.stories_of(o)]
    body = builder.render(
        "stories", stories=list(corpus.stories.values()), questions=questions, without=without
    )
    return builder.page(
        "/berattelser/",
        "Berättelser",
        "Förbundens berättelser om hur samverkan kom till och vad den har betytt.",
        body,
        section="berattelser",
        file="",
        crumbs=(CRUMB,),
        changes=builder.story_changes,
    )


def _story_parts(builder: Builder, story: Story) -> Iterator[str]:
    """Yield what the page of a story depends on."""
    inputs = builder.inputs
    yield from (inputs.common, inputs.association(story.owner), inputs.story(story.key))
    yield repr((story.owner in builder.corpus.clauses, list(builder.corpus.questions)))
    for section in story.narrative.sections:
        yield from (inputs.wording(str(block.of)) for block in section.blocks if block.of)
    yield builder.store.kept(
        "samma fråga",
        asked(builder.corpus),
        inputs.titles,
        story.key,
        make=lambda: _beside(builder, story),
    )


def _beside(builder: Builder, story: Story) -> str:
    """Return what stands for the others that are named beside a story."""
    return repr(
        [
            (place, [_named(builder, one) for one in others], more)
            for place, (others, more) in same_question(builder.corpus, story).items()
        ]
    )


def _named(builder: Builder, other: Answer) -> tuple[str, ...]:
    """Return what is shown of another's answer where it is named."""
    owner = builder.corpus.associations[other.story.owner]
    return other.story.key, owner.short_name, other.section.id, other.section.heading


def _story(builder: Builder, story: Story) -> Page:
    narrative = story.narrative
    numbered = notes(builder.corpus, all_refs(story))
    body = builder.render(
        "story",
        story=story,
        association=builder.corpus.associations[story.owner],
        clause=builder.corpus.wording(narrative.clause) if narrative.clause else None,
        has_clause=story.owner in builder.corpus.clauses,
        notes=numbered,
        same_question=same_question(builder.corpus, story),
        questions=[
            question
            for question in builder.corpus.questions.values()
            if any(question.id in section.questions for section in narrative.sections)
        ],
        excerpt_place=lambda block: _excerpt_place(builder, block),
    )
    return builder.page(
        addresses.story(story),
        narrative.title,
        builder.plain(narrative.lead),
        body,
        section="berattelser",
        file=story.file,
        crumbs=(CRUMB, (builder.corpus.associations[story.owner].short_name, addresses.story(story))),
        dated=narrative,
        linked=linked.story(builder.corpus, story),
        owner=story.owner,
        cite=_cited(builder, story),
    )


def _cited(builder: Builder, story: Story) -> str:
    """Return what a story is cited as: its title, and what it is retold after.

    Title and sentences are this collection's own: who wrote the source is named as that, and no more.
    """
    told = story.narrative
    return f"{ended(told.title)} Återberättad efter {ended(builder.renderer.sources_cited(told.sources))}"


def _excerpt_place(builder: Builder, block: Block) -> tuple[str, str]:
    """Return (address, text) of the sentences that an excerpt of a clause is from; it leads to the first."""
    assert block.of is not None
    assert block.excerpt is not None
    wording = builder.corpus.wording(block.of)
    spans = find_quote(wording.version.text, block.excerpt)
    units = sentences(wording.version.text)
    first, last = (
        next(unit.index + 1 for unit in reversed(units) if unit.start <= place)
        for place in (spans[0][0], spans[-1][1] - 1)
    )
    numbers = str(first) if first == last else f"{first}{f' och{NBSP}' if last == first + 1 else '–'}{last}"
    paragraph = wording.version.paragraph if wording.version.paragraph != "saknas" else "ändamålsparagrafen"
    return f"{addresses.wording(wording)}#m{first}", f"{wording.title}, {paragraph}, mening {numbers}"


def _questions_parts(builder: Builder) -> Iterator[str]:
    """Yield what the list of questions depends on."""
    yield from (builder.inputs.shared, repr(builder.story_changes))
    yield asked(builder.corpus)


def _questions(builder: Builder) -> Page:
    corpus = builder.corpus
    rows = [(q, answers(builder.corpus, q.id)) for q in corpus.questions.values()]
    body = builder.render("questions", rows=rows)
    return builder.page(
        "/berattelser/tvars/",
        "Läs tvärs igenom berättelserna",
        "En fråga i taget, och varje förbunds svar.",
        body,
        section="berattelser",
        file="narratives/gemensamt/fragor.yml",
        crumbs=(CRUMB, ("Tvärs igenom", "/berattelser/tvars/")),
        changes=[*of_itself(corpus.question_list.revisions), *builder.story_changes],
    )


def _question_parts(builder: Builder, name: str) -> Iterator[str]:
    """Yield what the page of a question depends on."""
    inputs = builder.inputs
    yield from (name, inputs.common, inputs.titles, inputs.question(name))
    for answer in answers(builder.corpus, name):
        yield from (answer.anchor, inputs.dated(answer.story.key))
        yield inputs.section(answer.story.key, answer.place)
        # A picture in the answer is drawn from what is told of the förbund.
        yield inputs.association(answer.story.owner) if any(b.picture for b in answer.section.blocks) else ""
        yield from (inputs.wording(str(block.of)) for block in answer.section.blocks if block.of)


def _question(builder: Builder, name: str) -> Page:
    corpus = builder.corpus
    question = corpus.questions[name]
    found = answers(builder.corpus, name)
    shown = shown_blocks(found)
    refs = [ref for blocks in shown.values() for block in blocks for ref in block.sources]
    answered = {answer.story.owner for answer in found}
    body = builder.render(
        "question",
        question=question,
        answers=found,
        shown=shown,
        in_full=len(found) <= IN_FULL,
        notes=notes(corpus, [*question.sources, *refs]),
        silent=[a for o, a in corpus.associations.items() if o not in answered],
        excerpt_place=lambda block: _excerpt_place(builder, block),
    )
    return builder.page(
        addresses.question(name),
        question.question,
        builder.plain(question.text),
        body,
        section="berattelser",
        file="narratives/gemensamt/fragor.yml",
        crumbs=(
            CRUMB,
            ("Tvärs igenom", "/berattelser/tvars/"),
            (question.question, addresses.question(name)),
        ),
        changes=of_stories({answer.story.key: answer.story for answer in found}.values()),
    )
