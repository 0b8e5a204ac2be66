"""The page ``/sok/``, and the index of the search made from all pages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from functools import cache, partial
from importlib.resources import files as resources
from pathlib import Path

from ramberattelser import addresses, searching
from ramberattelser.corpus import LAW, Corpus, Wording, once
from ramberattelser.dates import When
from ramberattelser.lanes import NATIONAL, national_lane
from ramberattelser.memory import Memory
from ramberattelser.pages.build import Builder
from ramberattelser.pages.model import Group, Page, Site
from ramberattelser.searching import Document, Section, WordLists
from ramberattelser.settings import handwritten

PATH = "/sok/"

_KINDS = (
    (re.compile(r"/berattelser/tvars/[^/]+/"), "fråga"),
    (re.compile(r"/berattelser/[^/]+/[^/]+/"), "berättelse"),
    (re.compile(r"/andamal/byggstenar/[^/]+/"), "byggsten"),
    (re.compile(r"/andamal/jamfor/[^/]+/[^/]+/"), "jämförelse"),
    (re.compile(r"/andamal/lagen/"), "lag"),
    (re.compile(r"/andamal/(?!(?:jamfor|byggstenar|slaktskap|ordens-vag)/)[^/]+/"), "ändamål"),
    (re.compile(r"/andamal/(?!(?:jamfor|byggstenar|slaktskap|ordens-vag)/)[^/]+/[^/]+/"), "lydelse"),
    (re.compile(r"/tidslinjer/"), "tidslinje"),
    (re.compile(r"/forbund/[^/]+/"), "förbund"),
    (re.compile(r"/samtal/"), "fråga"),
    (re.compile(r"/om/.*"), "guide"),
)
_NUMBER = re.compile(r"\d{4}:\d+")
"""The number of a law, which its page is to be found by."""

_NAMED = re.compile(r"(?:sfs-)?((?:19|20)\d\d)(?:-|$)")
"""The year in what a wording is called: ``2012``, ``sfs-2010-350``."""

_WHOLE = frozenset(("berättelse", "byggsten", "jämförelse", "ändamål", "lag", "lydelse", "förbund", "guide"))
"""Kinds that are indexed with all their sections; the others only gather what stands elsewhere."""

_REPEATED = "h-rent"
"""The heading of a wording's page under which its words stand once more."""

_QUOTED = "h-ord"
"""The heading of a byggsten's page under which stand the words of every förbund, many of them the same."""

_QUOTED_AT_MOST = 1_500
"""Characters of them that are indexed, so that they do not grow with the collection."""

_OWN = {
    "/andamal/ordens-vag/": frozenset(("h-lag", "h-farg", "h-datering", "h-ser", "h-kallorna")),
    "/andamal/slaktskap/": frozenset(("h-las", "h-datering")),
    "/saknas/": frozenset(("h-hjalp", "h-lagen", "h-nationellt")),
    "/tidslinjer/": frozenset(("h-nationellt",)),
}
"""What stands nowhere else on pages that gather: page → headings."""

_QUOTATION = re.compile("”[^”]+”")

_LEFT_OUT = frozenset((PATH,))
"""Pages that nobody looks for."""


def page(builder: Builder) -> Page:
    """Return ``/sok/``: the long list, with what can be chosen among."""
    return builder.page(
        PATH,
        "Sök",
        "Sök bland berättelser, ändamålsparagrafer, förbund, begrepp och källor.",
        builder.render("search"),
        section="",
        file="",
        crumbs=(("Sök", PATH),),
        cite="",
    )


def group(builder: Builder, pages: Sequence[Page], guides: Mapping[str, str] | None = None) -> Group:
    """Return the search's files, which are as they were while every page and entry is."""
    said = (part for made in pages for part in (made.path, made.html.key or made.body))
    parts = (builder.inputs.everything, *said, repr(sorted((guides or {}).items())))
    return builder.group("sök", *parts, make=partial(files, builder, pages, guides))


def at_hand(site: Site) -> None:
    """Make the search's files, if only to have what they are made of at hand for the next build.

    A site that was taken over from an earlier process, or that did not change, comes without.
    """
    next((site.files[name] for name in site.files if name.startswith(searching.FOLDER)), None)


def files(builder: Builder, pages: Iterable[Page], guides: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return address → content of the search's files. ``guides`` are the hand-written pages' Markdown."""
    corpus = builder.corpus
    memory = builder.store.memory
    documents = [*_documents(builder, pages)]
    for path, text in (guides or {}).items():
        said = path, text, asked_for().get(path, "")
        documents.append(memory.kept(("sökt guide", *said), partial(searching.guide, *said)))
    # Last, where one more moves no other: what is read of documents is kept by their places.
    documents += [_same(memory, document) for document in _entries(builder)]
    also = other_names((term.name, term.known_by) for term in corpus.glossary.terms)
    owners = {LAW: corpus.law.short_name}
    owners |= {owner: association.short_name for owner, association in corpus.associations.items()}
    elements = {element.id: element.name for element in corpus.codebook.elements}
    made = searching.index(documents, word_lists(), memory)
    apart = [corpus.law.short_name]
    apart += [one.short_name for one in corpus.associations.values() if one.kind != "förbund"]
    return searching.files(made, also, owners, elements, light_words(), memory, municipalities(), apart)


def _same(memory: Memory, document: Document) -> Document:
    """Return the very document that an earlier build made, if it says the same."""
    return memory.kept(("sökt", *(getattr(document, one.name) for one in fields(document))), lambda: document)


def guides(root: Path) -> dict[str, str]:
    """Return address → Markdown of the hand-written pages below ``root``; records are none of them."""
    found = {}
    for name, text in handwritten.texts(root).items():
        path = name.removesuffix(".md").removesuffix("index").rstrip("/")
        found[f"/{path}/" if path else "/"] = text
    return found


@cache
def word_lists() -> WordLists:
    """Return the lists of words that people look after."""
    return WordLists.read(*(_words(name) for name in ("delar.txt", "undantag.txt", "stopp.txt")))


def other_names(terms: Iterable[tuple[str, tuple[str, ...]]] = ()) -> dict[str, tuple[str, ...]]:
    """Return words → what else to ask for: the other names of ``terms``, and those that people look after."""
    return searching.asked_with(searching.also_called(terms), searching.read_pairs(_words("synonymer.txt")))


@cache
def light_words() -> tuple[str, ...]:
    """Return the words that may be missing where a question has others."""
    return tuple(searching.listed(_words("smaord.txt")))


@cache
def municipalities() -> tuple[str, ...]:
    """Return the names of all of Sweden's municipalities."""
    return tuple(searching.listed(_words("kommuner.txt")))


@cache
def asked_for() -> dict[str, str]:
    """Return address, or kind of page → the words that people ask with for what is called something else."""
    return dict(searching.read_pairs(_words("sidor.txt")))


def _words(name: str) -> str:
    return (resources(searching) / "ord" / name).read_text(encoding="utf-8")


def kind_of(path: str) -> str:
    """Return what a page is called among the hits."""
    return next((kind for shape, kind in _KINDS if shape.fullmatch(path)), "översikt")


def _sections(made: Page) -> list[list[str]]:
    """Return anchor, heading, text and counted words of each section."""
    kind, own = kind_of(made.path), _OWN.get(made.path, frozenset())
    whole = kind in _WHOLE or made.path == "/samtal/"
    found = searching.sections(made.body, head_only=not (whole or own))
    kept = [one for at, one in enumerate(found) if whole or at == 0 or one.anchor in own]
    texts = [(one, _once(one, kind)) for one in kept if one.anchor != _REPEATED]
    return [[one.anchor, one.heading, text, *map("\n".join, searching.counted(text))] for one, text in texts]


def _lines(text: str) -> tuple[str, ...]:
    return tuple(text.split("\n")) if text else ()


def _once(section: Section, kind: str) -> str:
    """Return the text of a section; of a byggsten's quotations each once, as far as they are indexed."""
    if kind != "byggsten" or section.anchor != _QUOTED:
        return section.text
    text = " · ".join(dict.fromkeys(_QUOTATION.findall(section.text)))
    return text if len(text) <= _QUOTED_AT_MOST else text[: text.rindex(" ", 0, _QUOTED_AT_MOST)]


def _documents(builder: Builder, pages: Iterable[Page]) -> Iterator[Document]:
    store = builder.store
    for made in pages:
        if made.path in _LEFT_OUT:
            continue
        key, words = made.html.key, partial(_sections, made)
        if not key:
            sections = store.kept("avsnitt", made.path, made.body, make=words)
            yield _same(store.memory, _document(builder, made, sections))
            continue
        # A page is found by what its key stands for; a comparison also by the towns of its two förbund.
        sections = store.under(f"avsnitt {key}", words)
        towns = _towns_of_sides(builder.corpus, made.path)
        yield store.memory.kept(("sökt sida", key, towns), partial(_document, builder, made, sections))


def _document(builder: Builder, page: Page, sections: Sequence[Sequence[str]]) -> Document:
    corpus, path, kind = builder.corpus, page.path, kind_of(page.path)
    made = (
        Section(anchor, heading, text, (_lines(once), _lines(often)))
        for anchor, heading, text, once, often in sections
    )
    names = _names(corpus, path, kind), asked_for().get(path, "")
    chosen = _choices(corpus, path, kind)
    return Document(path, page.title, kind, tuple(made), *chosen, *names, _around(builder, page, kind))


def _choices(corpus: Corpus, path: str, kind: str) -> tuple[tuple[str, ...], int | None, tuple[str, ...]]:
    """Return whose a page is, of which year, and which byggstenar it has."""
    names = path.strip("/").split("/")
    if kind == "berättelse":
        story = corpus.stories[f"{names[1]}/{names[2]}"]
        return (story.owner, *story.narrative.about), _year(story.narrative.written), ()
    if kind == "lydelse":
        wording = corpus.wordings.get("/".join(names[1:]))
        if wording is None:
            return (names[1],), None, ()
        elements = tuple(dict.fromkeys(code.element for code in wording.version.codes))
        return (wording.owner,), _year_of(wording), elements
    if kind in ("förbund", "ändamål", "lag"):
        return (names[1],), None, ()
    if kind == "byggsten":
        return (), None, (names[2],)
    if kind == "jämförelse":
        return tuple(dict.fromkeys(_sides(corpus, path))), None, ()
    return (), None, ()


def _year(when: When) -> int | None:
    """Return the year that a time begins in, as it is written: 2013 of omkring 2013, which may be 2012."""
    return when.first.year if when.first and when.start.earliest else None


def _year_of(wording: Wording) -> int | None:
    """Return the year from which a wording applied, or else the one that it is called by: Halland 2012."""
    named = _NAMED.match(wording.version.id)
    return _year(wording.version.validity.start) or (int(named[1]) if named else None)


def _sides(corpus: Corpus, path: str) -> list[str]:
    """Return whose the two texts of a comparison are."""
    owners = _owners_in_pairs(corpus)
    return [owners[side] for side in path.split("/")[3:5] if side in owners]


@once
def _owners_in_pairs(corpus: Corpus) -> Mapping[str, str]:
    """Return what a wording is called in the address of a comparison → whose it is."""
    return {f"{one.owner}-{one.version.id}": one.owner for one in corpus.wordings.values()}


def _names(corpus: Corpus, path: str, kind: str) -> str:
    """Return what a page is also known as: names over time, who tells, a wording's paragraph, whose texts."""
    names = path.strip("/").split("/")
    if kind == "jämförelse":
        sides = _sides(corpus, path)
        return ", ".join("lagen" if one == LAW else corpus.associations[one].signature for one in sides)
    if kind == "förbund":
        association = corpus.associations[names[1]]
        known = [name.name for name in association.names if name.name != "saknas"]
        led_by = [person.name for person in association.people if person.role.startswith("förbundschef")]
        return ", ".join((association.short_name, association.signature, *known, *led_by))
    if kind == "berättelse":
        story = corpus.stories[f"{names[1]}/{names[2]}"]
        return ", ".join(teller.name for teller in story.narrative.tellers)
    if kind == "lydelse" and (wording := corpus.wordings.get("/".join(names[1:]))):
        return "" if wording.version.paragraph == "saknas" else wording.version.paragraph
    return ", ".join(_NUMBER.findall(corpus.law.name)) if kind == "lag" else ""


def _around(builder: Builder, page: Page, kind: str) -> str:
    """Return where a page belongs, and the words that it, or its kind of page, is to be found by as well."""
    corpus, asked = builder.corpus, asked_for()
    names = page.path.strip("/").split("/")
    own = [text for text, _ in page.crumbs[:-1]]
    if kind == "berättelse":
        own += corpus.stories[f"{names[1]}/{names[2]}"].narrative.keywords
    if kind == "lydelse" and (wording := corpus.wordings.get("/".join(names[1:]))):
        own.append(asked.get(f"lydelse {builder.standing(wording).kind}", ""))
    if kind == "förbund":
        # It is where its members are, though each may stand but once on its page: told twice is often.
        regions = [one.name for one in corpus.associations[names[1]].members if one.kind == "region"]
        own += [*_towns(corpus)[names[1]], *regions] * 2
    # In a comparison a förbund is known by its towns: how much Umeå took from Norrköping.
    own += _towns_of_sides(corpus, page.path)
    return ", ".join((*own, asked.get(kind, "")))


def _towns_of_sides(corpus: Corpus, path: str) -> tuple[str, ...]:
    """Return the towns of both förbund of a comparison; of any other page, and of the law, none."""
    if kind_of(path) != "jämförelse":
        return ()
    return tuple(town for side in _sides(corpus, path) if side != LAW for town in _towns(corpus)[side])


@once
def _towns(corpus: Corpus) -> Mapping[str, tuple[str, ...]]:
    """Return owner → what its municipalities are called."""
    return {
        owner: tuple(one.short_name or one.name for one in association.members if one.kind == "kommun")
        for owner, association in corpus.associations.items()
    }


def _entries(builder: Builder) -> Iterator[Document]:
    """Terms, sources and the national phases and events: entries of pages, each a document."""
    corpus, plain = builder.corpus, builder.plain
    for term in corpus.glossary.terms:
        also = ", ".join(term.known_by)
        parts = (Section("", also, plain(term.text)),)
        path = addresses.term(term.id)
        asked, around = asked_for().get(path, ""), asked_for()["begrepp"]
        yield Document(path, term.name, "begrepp", parts, also=also, asked=asked, around=around)
    for source in corpus.source_list.sources:
        title = f"{source.short}: {source.title}" if source.short not in source.title else source.title
        by = ", ".join(source.authors)
        text = ". ".join(part for part in (by, source.publisher or "", plain(source.note or "")) if part)
        year = int(source.year) if source.year.isdecimal() else None
        host = (source.address or "").rpartition("://")[2].partition("/")[0]
        path, parts = addresses.source(source.id), (Section("", by, text),)
        asked = asked_for().get(path, "")
        yield Document(path, title, "källa", parts, (), year, asked=asked, around=f"{source.kind} {host}")
    for item in national_lane(corpus).items:
        text = "" if item.text == item.label else plain(item.text)
        when = item.when.swedish()
        parts = (Section("", "", f"{when}. {text}".strip()),)
        path = addresses.on_timeline(NATIONAL, item.id)
        yield Document(path, item.label, "tidslinje", parts, (), _year(item.when), also=when)
