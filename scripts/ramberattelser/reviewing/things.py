"""What a corpus holds, thing by thing, and what became of each: new, changed, removed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from ramberattelser.corpus import Corpus
from ramberattelser.model import Laned
from ramberattelser.rendering.typography import and_list, count
from ramberattelser.reviewing.values import changes

KINDS: dict[str, tuple[str, str, bool]] = {
    "förbund": ("förbund", "förbund", False),
    "berättelse": ("berättelse", "berättelser", True),
    "lydelse": ("lydelse", "lydelser", True),
    "fas": ("fas", "faser", True),
    "händelse": ("händelse", "händelser", True),
    "byggsten": ("byggsten", "byggstenar", True),
    "kedja": ("kedja", "kedjor", True),
    "begrepp": ("begrepp", "begrepp", False),
    "källa": ("källa", "källor", True),
    "fråga": ("fråga", "frågor", True),
    "samtalspunkt": ("samtalspunkt", "samtalspunkter", True),
    "inledning": ("inledande text", "inledande texter", True),
}
"""Each kind of thing in one and many, and whether it takes ``en``; in the order in which they are told."""

_LISTS = {"phases", "events", "gaps", "versions", "elements", "discussions"}
"""Lists whose entries are things of their own, or told apart."""


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing: what it is called, the file it stands in, and its record."""

    title: str
    file: str
    record: BaseModel


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of one thing: ``before`` is None where it is new, ``after`` where it is gone."""

    kind: str
    before: Thing | None
    after: Thing | None

    @property
    def verb(self) -> str:
        """What the proposal does to it, as the summary says it."""
        return "lägger till" if self.before is None else "tar bort" if self.after is None else "ändrar"

    @property
    def told(self) -> str:
        """The line about it: ``Ny berättelse: titel (fil)``, with what was and what became of its texts."""
        thing = self.after or self.before
        assert thing is not None
        name, _, common = KINDS[self.kind]
        if self.before is None:
            how, rest = ("ny" if common else "nytt"), ""
        elif self.after is None:
            how, rest = ("borttagen" if common else "borttaget"), ""
        else:
            how = "ändrad" if common else "ändrat"
            rest = f": {'; '.join(changes(self.before.record, self.after.record))}"
        return f"{how.capitalize()} {name}: {thing.title} ({thing.file}){rest}"


def fates(old: Corpus, new: Corpus) -> list[Fate]:
    """Return everything that is not as it was, kind by kind."""
    before, after = dict(_things(old)), dict(_things(new))
    keys = [*after, *(key for key in before if key not in after)]
    found = [Fate(key[0], before.get(key), after.get(key)) for key in keys if _differ(before, after, key)]
    order = list(KINDS)
    return sorted(found, key=lambda fate: order.index(fate.kind))


def _differ(
    before: dict[tuple[str, str], Thing], after: dict[tuple[str, str], Thing], key: tuple[str, str]
) -> bool:
    one, other = before.get(key), after.get(key)
    return one is None or other is None or one.record != other.record


def _things(corpus: Corpus) -> Iterator[tuple[tuple[str, str], Thing]]:
    def file(key: str, usual: str) -> str:
        return corpus.files.get(key, usual)

    for owner, association in corpus.associations.items():
        place = file(f"forbund:{owner}", f"narratives/{owner}/forbund.yml")
        yield ("förbund", owner), Thing(association.short_name, place, _bare(association))
        yield from _laned(owner, association, place)
    for key, story in corpus.stories.items():
        yield ("berättelse", key), Thing(story.narrative.title, story.file, story.narrative)
    for key, wording in corpus.wordings.items():
        yield ("lydelse", key), Thing(wording.title, wording.file, wording.version)
    national = file("nationellt", "narratives/gemensamt/nationellt.yml")
    yield from _laned("nationellt", corpus.national, national)
    book = file("byggstenar", "clauses/byggstenar.yml")
    for element in corpus.codebook.elements:
        yield ("byggsten", element.id), Thing(element.name, book, element)
    for chain in corpus.chains.chains:
        yield ("kedja", chain.id), Thing(chain.title, file("kedjor", "clauses/kedjor.yml"), chain)
    for term in corpus.glossary.terms:
        yield (
            ("begrepp", term.id),
            Thing(term.name, file("begrepp", "narratives/gemensamt/begrepp.yml"), term),
        )
    for source in corpus.source_list.sources:
        yield (
            ("källa", source.id),
            Thing(source.short, file("kallor", "narratives/gemensamt/kallor.yml"), source),
        )
    for question in corpus.question_list.questions:
        place = file("fragor", "narratives/gemensamt/fragor.yml")
        yield ("fråga", question.id), Thing(question.question, place, question)
    talks = file("samtal", "narratives/gemensamt/samtal.yml")
    for point in corpus.discussions.discussions:
        yield ("samtalspunkt", point.id), Thing(point.theme, talks, point)
    law = file("lagen", "clauses/lagen.yml")
    yield ("inledning", "lagen"), Thing("lagens sida", law, _bare(corpus.law))
    yield ("inledning", "byggstenar"), Thing("byggstenarnas sida", book, _bare(corpus.codebook))
    yield ("inledning", "samtal"), Thing("samtalens sida", talks, _bare(corpus.discussions))
    yield ("inledning", "nationellt"), Thing("den nationella tidslinjen", national, _bare(corpus.national))


def _laned(owner: str, laned: Laned, file: str) -> Iterator[tuple[tuple[str, str], Thing]]:
    for phase in laned.phases:
        yield ("fas", f"{owner}/{phase.id}"), Thing(f"{laned.short_name}, {phase.name}", file, phase)
    for event in laned.events:
        yield ("händelse", f"{owner}/{event.id}"), Thing(f"{laned.short_name}, {event.title}", file, event)


def _bare(record: BaseModel) -> BaseModel:
    """Return a record without the lists that are told apart."""
    return record.model_copy(update=dict.fromkeys(_LISTS & type(record).model_fields.keys(), ()))


def summary(found: list[Fate]) -> str:
    """Say in one sentence what is added, changed and removed: how many of each kind."""
    parts = []
    for verb in ("lägger till", "ändrar", "tar bort"):
        mine = [fate.kind for fate in found if fate.verb == verb]
        counted = [
            count(mine.count(kind), one, many, common=common)
            for kind, (one, many, common) in KINDS.items()
            if kind in mine
        ]
        if counted:
            parts.append(f"{verb} {and_list(counted)}")
    return f"Förslaget {and_list(parts)}." if parts else "Förslaget ändrar inga uppgifter."
