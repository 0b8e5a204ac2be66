"""A story: sections of blocks, each with its source."""

from __future__ import annotations

from typing import Literal

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from ramberattelser.model.base import Entry, Gap, Published, swedish
from ramberattelser.model.values import Dated, Line, Prose, Slug, Sources, Verbatim, Version


class Step(Entry):
    title: Line = swedish("rubrik", "Stegets namn")
    text: Prose = swedish("text", "Vad steget innebär")


_BLOCK_KINDS = ("text", "citat", "utdrag", "steg", "bild")


class Block(Entry):
    """One piece of a section: exactly one of text, quotation, clause excerpt, steps or picture."""

    heading: Line | None = swedish("rubrik", "Mellanrubrik ovanför stycket", None)
    text: Prose | None = swedish("text", "Stycke med egna ord", None)
    quote: Verbatim | None = swedish("citat", "Ordagrant ur källan, utan citattecken", None)
    by: Line | None = swedish("av", "Vem som säger det, vid citat", None)
    lang: Literal["sv", "en"] = swedish("språk", "Citatets språk", "sv")
    excerpt: Verbatim | None = swedish("utdrag", "Ord ur en ändamålsparagraf, till punkt och pricka", None)
    of: Version | None = swedish("ur", "Vilken lydelse utdraget är hämtat ur", None)
    steps: tuple[Step, ...] | None = swedish("steg", "Steg i ordning, ritas som en trappa", None)
    picture: Literal["faser", "medlemmar"] | None = swedish("bild", "Bild som ritas ur förbundets data", None)
    caption: Line | None = swedish("bildtext", "Text under steg eller bild", None)
    sources: Sources = swedish("källa", "Källa och avsnitt")

    @property
    def kind(self) -> str:
        """Which of the kinds this block is, by its Swedish key."""
        return next(k for k, v in zip(_BLOCK_KINDS, self._values(), strict=True) if v is not None)

    def _values(self) -> tuple[object, ...]:
        return (self.text, self.quote, self.excerpt, self.steps, self.picture)

    @model_validator(mode="after")
    def _exactly_one(self) -> Block:
        given = [k for k, v in zip(_BLOCK_KINDS, self._values(), strict=True) if v is not None]
        if len(given) != 1:
            raise PydanticCustomError("block_kind", "block_kind", {"given": ", ".join(given)})
        if self.quote is not None and self.by is None:
            raise PydanticCustomError("quote_without_speaker", "quote_without_speaker")
        if (self.excerpt is None) != (self.of is None):
            raise PydanticCustomError("excerpt_without_version", "excerpt_without_version")
        return self


class Section(Entry):
    id: Slug = swedish("id", "Kort namn för adressen; ändras aldrig")
    heading: Line = swedish("rubrik", "Rubriken i marginalen")
    questions: tuple[Slug, ...] = swedish("frågor", "Vilka gemensamma frågor avsnittet svarar på", ())
    perspective: Literal["brukare", "personal", "organisation"] | None = swedish(
        "perspektiv", "Vems blick, om avsnittet har en", None
    )
    blocks: tuple[Block, ...] = swedish("stycken", "Stycken i ordning", min_length=1)


class Teller(Entry):
    name: Line = swedish("namn", "Den som berättar")
    role: Line = swedish("roll", "Rollen när texten skrevs")


class Figure(Entry):
    value: Line = swedish("tal", "Talet som det skrivs, t.ex. cirka 1 600")
    what: Line = swedish("vad", "Vad talet gäller")
    sources: Sources = swedish("källa", "Källa och avsnitt")


class Narrative(Published):
    """``narratives/<förbund>/<berättelse>.yml``: one story."""

    title: Line = swedish("titel", "Berättelsens titel")
    short_title: Line | None = swedish("korttitel", "Kortare titel för listor", None)
    lead: Prose = swedish("ingress", "Två till fyra meningar: vad berättelsen säger")
    written: Dated = swedish("skriven", "När ursprungstexten skrevs")
    tellers: tuple[Teller, ...] = swedish("berättare", "Vem som berättar i källan", ())
    sources: Sources = swedish("källa", "Huvudkällan")
    about: tuple[Slug, ...] = swedish("handlar_om", "Andra förbund som berättelsen handlar om", ())
    clause: Version | None = swedish("ändamål", "Den lydelse berättelsen gäller", None)
    figures: tuple[Figure, ...] = swedish("siffror", "Nyckeltal", ())
    sections: tuple[Section, ...] = swedish("avsnitt", "Avsnitt i ordning", min_length=1)
    gaps: tuple[Gap, ...] = swedish("saknas", "Det källan hänvisar till men inte innehåller", ())
    keywords: tuple[Line, ...] = swedish("sökord", "Ord som sökningen också ska hitta", ())

    @property
    def perspectives(self) -> tuple[str, ...]:
        """The perspectives that sections carry, in their fixed order."""
        present = {s.perspective for s in self.sections}
        return tuple(p for p in ("brukare", "personal", "organisation") if p in present)
