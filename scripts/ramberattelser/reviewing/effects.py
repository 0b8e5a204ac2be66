"""What a proposal does to what is worked out from the data: matrix, kinship, timelines, gaps."""

from __future__ import annotations

from collections.abc import Iterator

from ramberattelser import coding, kinship, lanes
from ramberattelser.corpus import LAW, Corpus, Wording
from ramberattelser.rendering.typography import and_list, percent
from ramberattelser.timeline import Item

_KINDS = {"phase": "fas", "event": "händelse", "member": "medlem", "existence": "känd tid"}


def matrix(old: Corpus, new: Corpus) -> Iterator[str]:
    """Yield, for each förbund, the byggstenar that its latest wording has gained or lost."""
    before, after = _latest(old), _latest(new)
    names = {element.id: element.name for corpus in (old, new) for element in corpus.codebook.elements}
    for owner in dict.fromkeys((*after, *before)):
        had, has = _elements(before.get(owner)), _elements(after.get(owner))
        gained, lost = [e for e in has if e not in had], [e for e in had if e not in has]
        wording = after.get(owner) or before[owner]
        if owner not in before:
            told = and_list([names[e] for e in has]) or "inga byggstenar"
            yield f"{wording.name} kommer till i matrisen, med {told}."
        elif owner not in after:
            yield f"{wording.name} försvinner ur matrisen."
        else:
            if gained:
                yield f"{wording.name} får {and_list([names[e] for e in gained])}."
            if lost:
                yield f"{wording.name} mister {and_list([names[e] for e in lost])}."


def _latest(corpus: Corpus) -> dict[str, Wording]:
    return {wording.owner: wording for wording in coding.representative(corpus)}


def _elements(wording: Wording | None) -> list[str]:
    return list(dict.fromkeys(code.element for code in wording.version.codes)) if wording else []


def lineage(old: Corpus, new: Corpus) -> Iterator[str]:
    """Yield the lines of kinship, declared and measured, that came, went, or have another likeness."""
    before, after = _edges(old), _edges(new)
    for key, edge in after.items():
        was = before.get(key)
        if was is None:
            yield f"{_sort(edge)} tillkommer: {_told(edge)}."
        elif (was.how, _share(was)) != (edge.how, _share(edge)):
            earlier = _share(was) if was.how == edge.how else f"{was.how}, {_share(was)}"
            yield f"{_sort(edge)} ändras: {_told(edge)}; förut {earlier}."
    for key, edge in before.items():
        if key not in after:
            yield f"{_sort(edge)} försvinner: {_told(edge)}."


def _sort(edge: kinship.Edge) -> str:
    return "Mätt likhet" if edge.kind == "measured" else "Belagt släktskap"


def _told(edge: kinship.Edge) -> str:
    return f"{edge.new.title} {edge.how} {edge.old.title}, {_share(edge)}"


def _share(edge: kinship.Edge) -> str:
    return "inte jämförda" if edge.likeness is None else f"{percent(edge.likeness)} lika"


def _edges(corpus: Corpus) -> dict[tuple[str, str, str], kinship.Edge]:
    edges = (edge for edge in kinship.graph(corpus).edges if edge.kind != "own")
    return {(edge.kind, edge.old.key, edge.new.key): edge for edge in edges}


def timelines(old: Corpus, new: Corpus) -> Iterator[str]:
    """Yield phases, events, members and known times that came, went, or have moved in time."""
    before, after = _items(old), _items(new)
    for key, (lane, item) in after.items():
        was = before.get(key)
        told = f"{lane}: {_KINDS[item.kind]} ”{item.label}”"
        if was is None:
            yield f"{told} tillkommer, {item.when.swedish()}."
        elif was[1].when.swedish() != item.when.swedish():
            yield f"{told} flyttas från {was[1].when.swedish()} till {item.when.swedish()}."
    for key, (lane, item) in before.items():
        if key not in after:
            yield f"{lane}: {_KINDS[item.kind]} ”{item.label}” försvinner, {item.when.swedish()}."


def _items(corpus: Corpus) -> dict[tuple[str, str], tuple[str, Item]]:
    found = [lanes.national_lane(corpus)]
    found += [lanes.lane_of(corpus, owner, members=True) for owner in corpus.associations]
    return {(lane.id, item.id): (lane.name, item) for lane in found for item in lane.items}


def new_gaps(old: Corpus, new: Corpus) -> Iterator[str]:
    """Yield what is told as missing and was not before."""
    before = set(_gaps(old))
    yield from (gap for gap in _gaps(new) if gap not in before)


def filled_gaps(old: Corpus, new: Corpus) -> Iterator[str]:
    """Yield what was told as missing and is not any longer."""
    yield from new_gaps(new, old)


def _gaps(corpus: Corpus) -> Iterator[str]:
    for key, gap in corpus.gaps():
        yield f"{_place(corpus, key)}: {gap.what}"
    for wording in corpus.wordings.values():
        if not wording.version.collected:
            yield f"Ordalydelsen: {wording.title}"


def _place(corpus: Corpus, key: str) -> str:
    kind, _, name = key.partition(":")
    if kind == "berattelse":
        return corpus.stories[name].narrative.title
    if kind in ("forbund", "andamal"):
        return corpus.associations[name].short_name
    return corpus.law.short_name if kind == LAW else "Nationellt"
