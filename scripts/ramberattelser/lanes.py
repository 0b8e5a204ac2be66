"""From the corpus to the lanes of the timelines: which phases and events stand on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from ramberattelser.corpus import Corpus
from ramberattelser.dates import When
from ramberattelser.model import Association, Laned, Member, SourceRef
from ramberattelser.timeline import Item, ItemKind, Lane

NATIONAL = "nationellt"


def national_lane(corpus: Corpus) -> Lane:
    """The national lane."""
    national = corpus.national
    items = [*_phases(corpus, national), *_events(corpus, national)]
    return Lane(NATIONAL, "Nationellt", national.signature, national.hue, _seen(items))


def lane_of(corpus: Corpus, owner: str, *, members: bool = False) -> Lane:
    """One förbund's lane: how long it is known to have existed, phases, events, and members if asked for."""
    items = _all(corpus, owner)
    return _lane(corpus, owner, [item for item in items if members or item.kind != "member"])


def phase_lane(corpus: Corpus, owner: str) -> Lane:
    """One förbund's phases alone, for the picture inside a story."""
    return _lane(corpus, owner, [item for item in _all(corpus, owner) if item.kind == "phase"])


def member_lane(corpus: Corpus, owner: str) -> Lane:
    """One förbund's municipalities over time, for the picture inside a story."""
    own = corpus.associations[owner]
    municipalities = {_member_id(member) for member in own.members if member.kind == "kommun"}
    dated = [item for item in _all(corpus, owner) if item.when.kind != "undated"]
    return _lane(corpus, owner, [item for item in dated if item.id in municipalities])


def _all(corpus: Corpus, owner: str) -> list[Item]:
    own = corpus.associations[owner]
    parts = (_existence(corpus, own), _phases(corpus, own), _events(corpus, own), _members(corpus, own))
    return _seen([item for part in parts for item in part])


def _lane(corpus: Corpus, owner: str, items: list[Item]) -> Lane:
    own = corpus.associations[owner]
    return Lane(owner, own.short_name, own.signature, own.hue, items)


def common_lanes(corpus: Corpus) -> list[Lane]:
    """All lanes on one axis: the national first, then every förbund of which something is known.

    They come by how early their first date is, those without a date last.
    """
    own = [lane_of(corpus, owner) for owner in corpus.associations]
    known = [lane for lane in own if lane.items]
    ordered = sorted(known, key=lambda lane: min(item.when.sort_key() for item in lane.items))
    return [national_lane(corpus), *ordered]


def _sources(corpus: Corpus, refs: Iterable[SourceRef]) -> str:
    parts = []
    for ref in refs:
        short = corpus.sources[ref.source].short
        section = (ref.section or "").removeprefix("avsnitt ")
        parts.append(f"{short}, {section}" if section and section[0].isdigit() else short)
    return "; ".join(dict.fromkeys(parts))


_Sourced = tuple[str, Item]
"""An item and the id of the source that it rests on first."""


def _item(
    corpus: Corpus, refs: Sequence[SourceRef], id: str, label: str, when: When, kind: ItemKind, text: str
) -> _Sourced:
    return refs[0].source, Item(id, label, when, kind, text, _sources(corpus, refs))


def _existence(corpus: Corpus, association: Association) -> Iterator[_Sourced]:
    known = association.existence
    if known is not None:
        yield _item(corpus, known.sources, "verksamt", "Förbundet", known.period, "existence", known.text)


def _phases(corpus: Corpus, laned: Laned) -> Iterator[_Sourced]:
    for phase in laned.phases:
        text = phase.text or phase.name
        yield _item(corpus, phase.sources, f"fas-{phase.id}", phase.name, phase.period, "phase", text)


def _events(corpus: Corpus, laned: Laned) -> Iterator[_Sourced]:
    for event in laned.events:
        text = event.text or event.title
        yield _item(corpus, event.sources, event.id, event.title, event.when, "event", text)


def _members(corpus: Corpus, association: Association) -> Iterator[_Sourced]:
    for member in association.members:
        label = member.short_name or member.name.removesuffix(" kommun")
        text = f"{member.name} {'är' if _goes_on(member.period) else 'var'} medlem."
        yield _item(corpus, member.sources, _member_id(member), label, member.period, "member", text)


def _member_id(member: Member) -> str:
    return f"medlem-{member.name}"


def _goes_on(period: When) -> bool:
    """Whether nothing is said of an end: "1995–", "senast 2016", "okänt"."""
    return period.last is None


def _seen(items: list[_Sourced]) -> list[Item]:
    """Give open ends the last day that their own source speaks of on the lane: the bar stops there."""
    last: dict[str, date] = {}
    for source, item in items:
        for bound in (item.when.start, item.when.end):
            for day in filter(None, (bound.earliest, bound.latest)):
                last[source] = max(day, last.get(source, day))
    return [
        replace(item, seen=last.get(source)) if item.when.open_end or item.when.kind == "point" else item
        for source, item in items
    ]
