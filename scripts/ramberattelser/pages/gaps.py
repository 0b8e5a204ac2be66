"""What is missing, each thing once however many pages tell of it.

Two pages of one förbund that say the same words tell of the same gap: it is one row, with a link to each.
What the collection itself shows to be missing, a wording that is not collected or a förbund without a
story, is told in such words too, so that a page that asks for it adds to its row.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ramberattelser import addresses
from ramberattelser.corpus import LAW, Corpus, Wording
from ramberattelser.model import SourceRef

NO_STORY = "En berättelse om förbundet"
_NATION = ""


@dataclass(frozen=True, slots=True)
class Missing:
    """``what`` is missing, what is ``wanted``, where it stands that it exists, and the pages that tell of it.

    A page is its address and what it is called here.
    """

    what: str
    wanted: tuple[str, ...] = ()
    sources: tuple[SourceRef, ...] = ()
    pages: tuple[tuple[str, str], ...] = ()


def wording_words(wording: Wording) -> str:
    """Return the words for a wording that is not collected: "Ändamålsparagrafens lydelse före 2017"."""
    version = wording.version
    whose = "Lagens" if wording.owner == LAW else "Ändamålsparagrafens"
    return f"{whose} lydelse {version.label or version.id}"


def by_owner(corpus: Corpus) -> list[tuple[str, str, str, list[Missing]]]:
    """Everything missing, gathered by owner: (owner id or "", heading, address, what is missing)."""
    rows: dict[str, dict[str, Missing]] = {}
    for owner, found in _all(corpus):
        own = rows.setdefault(owner, {})
        words = " ".join(found.what.split()).casefold()
        own[words] = _joined(own[words], found) if words in own else found
    names = {LAW: corpus.law.short_name, _NATION: "Nationellt"}
    names |= {owner: association.short_name for owner, association in corpus.associations.items()}
    pages = {owner: addresses.owner_page(owner) if owner else "/tidslinjer/" for owner in names}
    order = [*corpus.associations, LAW, _NATION]
    return [
        (owner, names[owner], pages[owner], list(rows[owner].values())) for owner in order if owner in rows
    ]


def count(corpus: Corpus) -> int:
    """Return how many things are missing."""
    return sum(len(found) for _, _, _, found in by_owner(corpus))


def _joined(one: Missing, other: Missing) -> Missing:
    return replace(
        one,
        wanted=tuple(dict.fromkeys((*one.wanted, *other.wanted))),
        sources=tuple(dict.fromkeys((*one.sources, *other.sources))),
        pages=tuple(dict.fromkeys((*one.pages, *other.pages))),
    )


def _all(corpus: Corpus) -> Iterator[tuple[str, Missing]]:
    """Yield owner and gap: the wordings and stories that are not there, then what the files declare."""
    for wording in corpus.wordings.values():
        if not wording.version.collected:
            page = (addresses.wording(wording), "lydelsens sida")
            yield (
                wording.owner,
                Missing(wording_words(wording), sources=wording.version.sources, pages=(page,)),
            )
    for owner in corpus.associations:
        if not corpus.stories_of(owner):
            yield owner, Missing(NO_STORY, pages=(_own_page(corpus, owner),))
    for kind, gap in corpus.gaps():
        owner, address, title = _declared_on(corpus, kind)
        wanted = (gap.wanted,) if gap.wanted else ()
        yield owner, Missing(gap.what, wanted, gap.sources, ((address, title),))


def _declared_on(corpus: Corpus, kind: str) -> tuple[str, str, str]:
    name, _, key = kind.partition(":")
    if name == "berattelse":
        story = corpus.stories[key]
        return story.owner, addresses.story(story), "berättelsen"
    if name == "forbund":
        return key, *_own_page(corpus, key)
    if name == "andamal":
        return key, addresses.clause(key), "ändamålet"
    if name == LAW:
        return LAW, addresses.clause(LAW), "lagens sida"
    return _NATION, "/tidslinjer/", "tidslinjen"


def _own_page(corpus: Corpus, owner: str) -> tuple[str, str]:
    return addresses.association(owner), f"{corpus.associations[owner].kind}ets sida"
