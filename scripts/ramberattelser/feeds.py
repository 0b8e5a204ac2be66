"""Atom feeds (RFC 4287): what has been added or changed, on the whole site and for each förbund.

Everything is from the data: the dates are the entries' own, and an entry's id comes from its permanent
address alone, so that it stays the same when the site moves to another host.
"""

from __future__ import annotations

import uuid
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from ramberattelser import addresses, news
from ramberattelser.corpus import LAW, Corpus
from ramberattelser.memory import Memory
from ramberattelser.model import Published

FOLDER = "floden"
ALL = "allt"
"""The feed of everything; the others are named as the förbund."""
MOST = 100
"""How many entries a feed holds: the newest."""

_LOOK = '<?xml-stylesheet type="text/css" href="../assets/flode.css"?>'
"""For who opens a feed in a browser, which would show its code."""

_NAME = "Ramberättelser och ändamål"
_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "ramberattelser-och-andamal")
Plain = Callable[[str], str]
"""From small Markdown to plain text."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One page in a feed. ``owners`` are those whose feeds it stands in."""

    path: str
    title: str
    kind: str
    summary: str
    published: date
    changed: date
    owners: tuple[str, ...]


def files(
    corpus: Corpus,
    plain: Plain,
    site: str = "",
    memory: Memory | None = None,
    others: Iterable[Entry] = (),
) -> dict[str, str]:
    """Return address → feed. ``site`` is the address of the site; without it links are relative.

    ``others`` are what is told beside the data.

    ``memory`` has the feeds of an earlier build.
    """
    memory = memory or Memory()
    entries = sorted([*_entries(corpus, plain), *others], key=lambda e: (-e.changed.toordinal(), e.path))
    made = {_address(ALL): _feed(ALL, _NAME, "/", tuple(entries), site)} if entries else {}
    by_owner: dict[str, list[Entry]] = {}
    for entry in entries:
        for owner in dict.fromkeys(entry.owners):
            by_owner.setdefault(owner, []).append(entry)
    for owner, name in names(corpus).items():
        own = tuple(by_owner.get(owner, ()))
        if own:
            said = (owner, f"{_NAME}: {name}", addresses.owner_page(owner), own, site)
            made[_address(owner)] = memory.kept(("flöde", *said), partial(_feed, *said))
    return made


def names(corpus: Corpus) -> Mapping[str, str]:
    """Return owner → name of all that have a feed."""
    return {LAW: corpus.law.short_name} | {o: a.short_name for o, a in corpus.associations.items()}


def _address(name: str) -> str:
    return f"{FOLDER}/{name}.xml"


def _entries(corpus: Corpus, plain: Plain) -> Iterable[Entry]:
    for owner, association in corpus.associations.items():
        summary = plain(association.lead)
        path = addresses.association(owner)
        yield _entry(path, association.short_name, "förbund", summary, association, (owner,))
    for story in corpus.stories.values():
        told = story.narrative
        owners = (story.owner, *told.about)
        yield _entry(addresses.story(story), told.title, "berättelse", plain(told.lead), told, owners)
    for wording in corpus.collected:
        version = wording.version
        title = corpus.full_title(wording)
        summary = plain(version.lead) if version.lead else f"{title}, ordagrant och med källa."
        path = addresses.wording(wording)
        yield _entry(path, title, "lydelse", summary, version, (wording.owner,))
    yield from _shared(corpus)


def _shared(corpus: Corpus) -> Iterable[Entry]:
    """What all förbund share and that has no day of its own: in the feed when it has changed."""
    first = corpus.published
    # The last change of each page is the one that is told.
    last = {one.path: one for one in sorted(news.of_shared(corpus), key=lambda one: one.day)}
    for path, one in last.items():
        yield Entry(path, one.title, "sida", news.said(one.what), first, max(first, one.day), ())


def _entry(
    path: str, title: str, kind: str, summary: str, dated: Published, owners: tuple[str, ...]
) -> Entry:
    if dated.revisions:
        summary = f"{news.said(max(dated.revisions, key=lambda one: one.day).what)} {summary}"
    return Entry(path, title, kind, summary, dated.published, dated.changed, owners)


def _feed(name: str, title: str, page: str, entries: Sequence[Entry], site: str) -> str:
    feed = ET.Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": "sv"})
    _text(feed, "title", title)
    _text(feed, "id", _id(_address(name)))
    _text(feed, "updated", _time(entries[0].changed))
    ET.SubElement(ET.SubElement(feed, "author"), "name").text = _NAME
    _link(feed, "self", f"/{_address(name)}", site)
    _link(feed, "alternate", page, site)
    for entry in entries[:MOST]:
        item = ET.SubElement(feed, "entry")
        _text(item, "title", entry.title)
        _text(item, "id", _id(entry.path))
        _text(item, "published", _time(entry.published))
        _text(item, "updated", _time(entry.changed))
        _link(item, "alternate", entry.path, site)
        ET.SubElement(item, "category", {"term": entry.kind})
        _text(item, "summary", entry.summary)
    ET.indent(feed, " ")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{_LOOK}\n{ET.tostring(feed, encoding="unicode")}\n'


def _text(parent: ET.Element, tag: str, text: str) -> None:
    ET.SubElement(parent, tag).text = text


def _link(parent: ET.Element, rel: str, path: str, site: str) -> None:
    href = site.rstrip("/") + path if site else ".." + path
    ET.SubElement(parent, "link", {"rel": rel, "href": href})


def _id(path: str) -> str:
    return uuid.uuid5(_NAMESPACE, path).urn


def _time(day: date) -> str:
    """An entry is dated by its day; Atom asks for a time too."""
    return f"{day.isoformat()}T00:00:00Z"
