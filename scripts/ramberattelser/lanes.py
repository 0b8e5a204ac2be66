"""From the corpus to the lanes of the timelines: which phases and events stand on them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from ramberattelser.corpus import Corpus
from ramberattelser.dates import Bound, DateError, Moment, When, parse
from ramberattelser.model import Association, Laned, Member, SourceRef, slugify
from ramberattelser.timeline import Item, ItemKind, Lane

NATIONAL = "nationellt"


def national_lane(corpus: Corpus) -> Lane:
    """The national lane."""
    national = corpus.national
    items = [*_phases(corpus, national), *_events(corpus, national)]
    return Lane(NATIONAL, "Nationellt", national.signature, national.hue, items)


def lane_of(corpus: Corpus, owner: str, *, members: bool = False) -> Lane:
    """One förbund's lane: how long it is known to have existed, phases, events, and members if asked for.

    Where members stand, no event beside them says only that they came. Members of whom no time is known stand
    in the table of members alone: on a timeline they would say nothing.
    """
    items = [i for i in _all(corpus, owner) if i.kind != "member" or i.when.kind != "undated"]
    told = _told_once(items) if members else [item for item in items if item.kind != "member"]
    return _lane(corpus, owner, told)


def member_anchors(association: Association) -> list[str]:
    """Return what each member is called in an address; who left and came back has two rows."""
    times: Counter[str] = Counter()
    found = []
    for member in association.members:
        anchor = slugify(_member_id(member))
        times[anchor] += 1
        found.append(anchor if times[anchor] == 1 else f"{anchor}-{times[anchor]}")
    return found


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
    last = _last_day(own)
    return [_within(item, last) for part in parts for item in part]


def _last_day(association: Association) -> date | None:
    """The last day on which it can have existed, if its end is told of: "senast 2006" tells of none."""
    period = association.existence.period if association.existence else None
    return period.end.latest if period and not _goes_on(period) else None


def _within(item: Item, last: date | None) -> Item:
    """The item with the last day on which its organisation can have existed; nothing is seen after it."""
    if last is None or not item.when.open_end:
        return item
    seen = item.seen
    if seen and seen.earliest and seen.latest:
        seen = Bound(min(seen.earliest, last), min(seen.latest, last))
    return replace(item, seen=seen, last=last)


def _lane(corpus: Corpus, owner: str, items: list[Item]) -> Lane:
    own = corpus.associations[owner]
    return Lane(owner, own.short_name, own.signature, own.hue, items)


def common_lanes(
    corpus: Corpus, kept: Callable[[str, Callable[[], Lane]], Lane] = lambda _, make: make()
) -> list[Lane]:
    """All lanes on one axis: the national first, then every förbund of which something is known.

    They come by how early their first date is, those without a date last. ``kept`` gives what an earlier
    build made of a förbund, by its id, or what is made now.
    """
    own = [kept(owner, partial(lane_of, corpus, owner)) for owner in corpus.associations]
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


def _item(
    corpus: Corpus, refs: Sequence[SourceRef], id: str, label: str, when: When, kind: ItemKind, text: str
) -> Item:
    return Item(id, label, when, kind, text, _sources(corpus, refs), seen=_seen(corpus, refs))


def _seen(corpus: Corpus, refs: Iterable[SourceRef]) -> Bound | None:
    """When the latest of the sources was written: the unit of time that it names; None if none names any."""
    written = [moment.nominal() for ref in refs if (moment := _written(corpus.sources[ref.source].year))]
    return Bound(*max(written)) if written else None


def _written(year: str) -> Moment | None:
    try:
        return parse(year).first
    except DateError:  # "saknas"
        return None


def _existence(corpus: Corpus, association: Association) -> Iterator[Item]:
    known = association.existence
    if known is not None:
        yield _item(corpus, known.sources, "verksamt", "Förbundet", known.period, "existence", known.text)


def _phases(corpus: Corpus, laned: Laned) -> Iterator[Item]:
    for phase in laned.phases:
        text = phase.text or phase.name
        yield _item(corpus, phase.sources, f"fas-{phase.id}", phase.name, phase.period, "phase", text)


def _events(corpus: Corpus, laned: Laned) -> Iterator[Item]:
    for event in laned.events:
        text = event.text or event.title
        yield _item(corpus, event.sources, event.id, event.title, event.when, "event", text)


def _members(corpus: Corpus, association: Association) -> Iterator[Item]:
    for member, anchor in zip(association.members, member_anchors(association), strict=True):
        label = member.short_name or member.name.removesuffix(" kommun")
        still = _goes_on(member.period) and not _last_day(association)
        text = f"{member.name} {'är' if still else 'var'} medlem."
        item = _item(corpus, member.sources, _member_id(member), label, member.period, "member", text)
        yield replace(item, anchor=anchor)


_JOINED = re.compile(r"(.+) blir medlem(?:mar)?")


def _told_once(items: Iterable[Item]) -> list[Item]:
    """Return the items without events such as "A och B blir medlemmar" where A's and B's own rows begin then.

    What such an event says beside that, its sources and its id go to the last of those rows.
    """
    told = list(items)
    for event in [item for item in told if item.kind == "event"]:
        says = _JOINED.fullmatch(event.label)
        names = re.split(", | och ", says[1]) if says else []
        joined = [item for item in told if item.label in names and _begins_with(item, event)]
        if joined and sorted(item.label for item in joined) == sorted(names):
            more = "" if event.text == event.label else f" {event.text.rstrip()}"
            sources = "; ".join(dict.fromkeys(f"{joined[-1].source}; {event.source}".split("; ")))
            told[told.index(joined[-1])] = replace(
                joined[-1], id=event.id, text=f"{joined[-1].text}{more}", source=sources, anchor=""
            )
            told.remove(event)
    return told


def _begins_with(member: Item, event: Item) -> bool:
    """Tell whether a membership begins in the unit of time that an event names."""
    first, then = member.when.first, event.when.first
    return (
        member.kind == "member"
        and first is not None
        and then is not None
        and first.nominal() == then.nominal()
    )


def _member_id(member: Member) -> str:
    return f"medlem-{member.name}"


def _goes_on(period: When) -> bool:
    """Whether nothing is said of an end: "1995–", "senast 2016", "okänt"."""
    return period.last is None
