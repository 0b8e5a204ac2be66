"""No wording builds on itself, directly or through others, and no source is mentioned only in itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ramberattelser.findings import Finding
from ramberattelser.loading import Loaded, Record
from ramberattelser.reading import Path
from ramberattelser.rules.known import Known
from ramberattelser.rules.telling import tell


def no_circle(_: Loaded, known: Known) -> Iterator[Finding]:
    """The relations of all wordings lead back in time, never round."""
    parents: dict[str, list[str]] = {}
    where: dict[str, tuple[Record, Path]] = {}
    for record, path, owner, version in known.wordings:
        if not version.relations:
            continue
        key = f"{owner}/{version.id}"
        parents[key] = [str(relation.version) for relation in version.relations]
        where[key] = (record, path)
        for position, parent in enumerate(parents[key]):
            if parent == key:
                yield tell(record, (*path, "bygger_på", position, "version"), "relation_to_self")
    for circle in _circles(parents):
        record, path = where[circle[0]]
        yield tell(record, (*path, "bygger_på"), "relation_circle", circle=" → ".join(circle))


def mentions(loaded: Loaded, _: Known) -> Iterator[Finding]:
    """What is known only from another source is not that source's own ground."""
    record = loaded.records.get("kallor")
    sources = record.entry.sources if record else ()
    places = {source.id: position for position, source in enumerate(sources)}
    told = {
        s.id: [ref.source for ref in s.mentioned_in] for s in sources if s.mentioned_in and s.read != "direkt"
    }
    own = ([name, name] for name, others in told.items() if name in others)
    for circle in (*own, *_circles(told)):
        if record:
            here = ("källor", places[circle[0]], "omnämnd_i")
            yield tell(record, here, "source_circle", circle=" → ".join(circle))


def _circles(parents: Mapping[str, Sequence[str]]) -> Iterator[list[str]]:
    """Yield a circle for each relation that closes one, from its first wording back to it.

    A walk in depth, without recursion: what has been left behind cannot be part of a new circle.
    """
    done: set[str] = set()
    for start in parents:
        trail: list[str] = []
        stack = [(start, False)]
        while stack:
            key, leaving = stack.pop()
            if leaving:
                done.add(trail.pop())
            elif key in trail:
                circle = [*trail[trail.index(key) :], key]
                if len(circle) > 2:
                    yield circle
            elif key not in done and key in parents:
                trail.append(key)
                stack.append((key, True))
                stack.extend((parent, False) for parent in reversed(parents[key]))
