"""A story: sections of blocks, each with its source."""

from __future__ import annotations

from typing import Literal

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from ramberattelser.model.base import Entry, Gap, Published, swedish
from ramberattelser.model.values import Dated, Line, Named, Prose, Slug, Sources, Verbatim, Version


class Step(Entry):
    title: Line = swedish("rubrik", "Stegets namn", example="Ett")
    text: Prose = swedish("text", "Vad steget innebär", example="Först det ena.")


_BLOCK_KINDS = ("text", "citat", "utdrag", "steg", "bild")


class Block(Entry):
    """One piece of a section: exactly one of text, quotation, clause excerpt, steps or picture."""

    heading: Line | None = swedish("rubrik", "Mellanrubrik ovanför stycket", None, example="Först")
    id: Slug | None = swedish(
        "id", "Mellanrubrikens adress på berättelsens sida; ändras aldrig", None, example="forst"
    )
    text: Prose | None = swedish(
        "text", "Stycke med egna ord", None, example="Det började med ett [[begrepp:prov|litet prov]]."
    )
    quote: Verbatim | None = swedish(
        "citat", "Ordagrant ur källan, utan citattecken", None, example="Vi ville pröva."
    )
    by: Line | None = swedish("av", "Vem som säger det, vid citat", None, example="Ada Exempel, förbundschef")
    lang: Literal["sv", "en"] = swedish("språk", "Citatets språk", "sv", example="sv")
    excerpt: Verbatim | None = swedish(
        "utdrag", "Ord ur en ändamålsparagraf, till punkt och pricka", None, example="en plattform för prov"
    )
    of: Version | None = swedish(
        "ur", "Vilken lydelse utdraget är hämtat ur", None, example="exempelforbundet/2015"
    )
    steps: tuple[Step, ...] | None = swedish("steg", "Steg i ordning, ritas som en trappa", None)
    picture: Literal["faser", "medlemmar"] | None = swedish(
        "bild", "Bild som ritas ur förbundets data", None, example="faser"
    )
    caption: Line | None = swedish("bildtext", "Text under steg eller bild", None, example="Stegen i ordning")
    sources: Sources = swedish("källa", "Källa och avsnitt", example="exempelrapport, avsnitt 2")

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
        if self.id is not None and self.heading is None:
            raise PydanticCustomError("id_without_heading", "id_without_heading")
        return self


class Section(Entry):
    id: Slug = swedish("id", "Kort namn för adressen; ändras aldrig", example="borjan")
    heading: Line = swedish("rubrik", "Rubriken i marginalen", example="Början")
    questions: tuple[Named, ...] = swedish(
        "frågor", "Vilka gemensamma frågor avsnittet svarar på", (), example=["hur-det-borjade"]
    )
    perspective: Literal["brukare", "personal", "organisation"] | None = swedish(
        "perspektiv", "Vems blick, om avsnittet har en", None, example="organisation"
    )
    blocks: tuple[Block, ...] = swedish(
        "stycken",
        "Stycken i ordning",
        min_length=1,
        example=[
            {
                "rubrik": "Först",
                "id": "forst",
                "text": "Det började med ett [[begrepp:prov|litet prov]].",
                "källa": "exempelrapport, avsnitt 2",
            },
            {
                "citat": "Vi ville pröva.",
                "av": "Ada Exempel, förbundschef",
                "källa": "exempelrapport, avsnitt 2",
            },
            {
                "utdrag": "en plattform för prov",
                "ur": "exempelforbundet/2015",
                "källa": "exempelrapport, avsnitt 2",
            },
            {
                "steg": [
                    {"rubrik": "Ett", "text": "Först det ena."},
                    {"rubrik": "Två", "text": "Sedan det andra."},
                ],
                "bildtext": "Stegen i ordning",
                "källa": "exempelrapport, avsnitt 2",
            },
            {"bild": "faser", "källa": "exempelrapport, avsnitt 2"},
        ],
    )


class Teller(Entry):
    name: Line = swedish("namn", "Den som berättar", example="Ada Exempel")
    role: Line = swedish("roll", "Rollen när texten skrevs", example="förbundschef")


class Figure(Entry):
    value: Line = swedish("tal", "Talet som det skrivs, t.ex. cirka 1 600", example="cirka 1 600")
    what: Line = swedish("vad", "Vad talet gäller", example="deltagare i proven")
    sources: Sources = swedish("källa", "Källa och avsnitt", example="exempelrapport, avsnitt 2")


class Narrative(Published):
    """``narratives/<förbund>/<berättelse>.yml``: one story."""

    title: Line = swedish("titel", "Berättelsens titel", example="Exempelförbundet: en berättelse")
    short_title: Line | None = swedish("korttitel", "Kortare titel för listor", None, example="En berättelse")
    lead: Prose = swedish(
        "ingress",
        "Två till fyra meningar: vad berättelsen säger",
        example="Hur ett förbund som inte finns blev till.",
    )
    written: Dated = swedish("skriven", "När ursprungstexten skrevs", example="våren 2020")
    tellers: tuple[Teller, ...] = swedish("berättare", "Vem som berättar i källan", ())
    sources: Sources = swedish("källa", "Huvudkällan", example="exempelrapport")
    about: tuple[Named, ...] = swedish(
        "handlar_om", "Andra förbund som berättelsen handlar om", (), example=["provkoping"]
    )
    clause: Version | None = swedish(
        "ändamål", "Den lydelse berättelsen gäller", None, example="exempelforbundet/2015"
    )
    figures: tuple[Figure, ...] = swedish("siffror", "Nyckeltal", ())
    sections: tuple[Section, ...] = swedish("avsnitt", "Avsnitt i ordning", min_length=1)
    gaps: tuple[Gap, ...] = swedish("saknas", "Det källan hänvisar till men inte innehåller", ())
    keywords: tuple[Line, ...] = swedish("sökord", "Ord som sökningen också ska hitta", (), example=["prov"])

    @property
    def perspectives(self) -> tuple[str, ...]:
        """The perspectives that sections carry, in their fixed order."""
        present = {s.perspective for s in self.sections}
        return tuple(p for p in ("brukare", "personal", "organisation") if p in present)
