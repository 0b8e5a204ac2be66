"""The data model: Swedish keys in, English attributes out.

This is the one border between the Swedish of the data files and the English of the code
(design record 2026-11-22-sprak-i-kod-och-data). Every model takes plain text values as
``reading`` gives them; nothing here reads files or knows of pages.

Errors are raised as ``PydanticCustomError`` with a code that ``messages`` words in Swedish,
or as pydantic's own error types, which ``messages`` also words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from typing import Annotated, Any, Literal, get_args

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic import model_validator
from pydantic_core import PydanticCustomError

from ramberattelser.dates import DateError, When, parse

MISSING = "saknas"
"""The word that says: known to exist, not collected."""

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_FOLD = str.maketrans({"å": "a", "ä": "a", "ö": "o", "é": "e", "ü": "u", " ": "-", "_": "-"})


def slugify(text: str) -> str:
    """Return ``text`` as an address part: a–z, 0–9 and single hyphens, at most 80 characters."""
    folded = unicodedata.normalize("NFC", text).lower().translate(_FOLD)
    return "-".join(re.findall(r"[a-z0-9]+", folded))[:80].strip("-")


# --- small types ---------------------------------------------------------------------------


def _slug(value: str) -> str:
    if len(value) > 80 or not SLUG.fullmatch(value):
        raise PydanticCustomError("slug", "slug", {"given": value, "suggestion": slugify(value)})
    return value


def _one_line(value: str) -> str:
    if "\n" in value.strip():
        raise PydanticCustomError("one_line", "one_line")
    return value.strip()


def _not_empty(value: str) -> str:
    if not value.strip():
        raise PydanticCustomError("empty", "empty")
    return value.strip()


def _when(value: object) -> object:
    """Turn date text into ``When``; other values are left for pydantic to refuse."""
    if not isinstance(value, str):
        return value
    try:
        return parse(value)
    except DateError as error:
        raise PydanticCustomError("date", "date", {"given": value, "reason": error.reason}) from None


def _yes_no(value: object) -> object:
    if isinstance(value, str) and value in ("ja", "nej"):
        return value == "ja"
    raise PydanticCustomError("yes_no", "yes_no", {"given": str(value)})


def _day(value: object) -> object:
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise PydanticCustomError("day", "day", {"given": value}) from None
    return value


Slug = Annotated[str, AfterValidator(_slug)]
Line = Annotated[str, AfterValidator(_not_empty), AfterValidator(_one_line), StringConstraints(max_length=300)]
class ProseMark:
    """Marks fields that hold the small Markdown, so that checks can find them."""


Prose = Annotated[str, AfterValidator(_not_empty), ProseMark()]
"""Longer text in the small Markdown of ``rendering.prose``."""
Verbatim = Annotated[str, AfterValidator(_not_empty)]
"""Text to the letter: never Markdown, shown exactly as written."""
Dated = Annotated[When, BeforeValidator(_when)]
Day = Annotated[date, BeforeValidator(_day)]
YesNo = Annotated[bool, BeforeValidator(_yes_no)]


class SourceRef(BaseModel):
    """One place in one source: ``nns-2020, avsnitt 3.1`` in the data."""

    model_config = ConfigDict(frozen=True)
    source: str
    section: str | None = None


def _source_refs(value: object) -> object:
    """Parse ``id, section; id, section`` into a tuple of ``SourceRef``."""
    if not isinstance(value, str):
        return value
    refs = []
    for part in value.split(";"):
        source, _, section = part.strip().partition(",")
        if not SLUG.fullmatch(source.strip()):
            raise PydanticCustomError("source_ref", "source_ref", {"given": part.strip()})
        refs.append(SourceRef(source=source.strip(), section=section.strip() or None))
    return tuple(refs)


Sources = Annotated[tuple[SourceRef, ...], BeforeValidator(_source_refs)]


class VersionRef(BaseModel):
    """One wording: ``umearegionen/2019`` in the data; the law is ``lagen/sfs-2010-350``."""

    model_config = ConfigDict(frozen=True)
    owner: str
    version: str

    def __str__(self) -> str:
        return f"{self.owner}/{self.version}"


def _version_ref(value: object) -> object:
    if not isinstance(value, str):
        return value
    owner, slash, version = value.partition("/")
    if not slash or not SLUG.fullmatch(owner) or not SLUG.fullmatch(version):
        raise PydanticCustomError("version_ref", "version_ref", {"given": value})
    return VersionRef(owner=owner, version=version)


Version = Annotated[VersionRef, BeforeValidator(_version_ref)]


class Entry(BaseModel):
    """Base of everything read from a file: closed, immutable, named in Swedish outside."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=False)


@cache
def prose_fields(model: type[BaseModel]) -> frozenset[str]:
    """Return the attributes of ``model`` that hold the small Markdown."""

    def marked(annotation: Any) -> bool:
        return any(isinstance(arg, ProseMark) or marked(arg) for arg in get_args(annotation))

    return frozenset(
        name
        for name, field in model.model_fields.items()
        if any(isinstance(m, ProseMark) for m in field.metadata) or marked(field.annotation)
    )


def iter_prose(entry: BaseModel, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield the path (Swedish names, list positions) and text of every prose field inside ``entry``."""
    prose = prose_fields(type(entry))
    for name, field in type(entry).model_fields.items():
        value = getattr(entry, name)
        here = (*path, field.alias or name)
        if name in prose:
            if value is not None:
                yield here, value
        elif isinstance(value, BaseModel):
            yield from iter_prose(value, here)
        elif isinstance(value, tuple):
            for position, item in enumerate(value):
                if isinstance(item, BaseModel):
                    yield from iter_prose(item, (*here, position))


def _field(alias: str, description: str, default: Any = ..., **extra: Any) -> Any:
    """A field with its Swedish name and a Swedish description; required unless a default is given."""
    if isinstance(default, Callable):  # type: ignore[arg-type]
        return Field(alias=alias, description=description, default_factory=default, **extra)
    return Field(default, alias=alias, description=description, **extra)


# --- shared parts --------------------------------------------------------------------------


class Revision(Entry):
    """A change that readers should know of."""

    day: Day = _field("datum", "Dagen då ändringen gjordes, ÅÅÅÅ-MM-DD")
    what: Line = _field("vad", "Vad som ändrades, i en mening")


class Gap(Entry):
    """Something known to exist that is not in the collection."""

    what: Line = _field("vad", "Vad som saknas, i en mening utan punkt")
    sources: Sources = _field("källa", "Var det framgår att det finns")
    wanted: Line | None = _field("efterfrågas", "Vad läsaren kan hjälpa till med", None)


class Published(Entry):
    """Dates shown on a page; they come from the data, never from the clock."""

    published: Day = _field("publicerad", "Dagen då uppgifterna först publicerades, ÅÅÅÅ-MM-DD")
    revisions: tuple[Revision, ...] = _field("ändringar", "Senare ändringar, nyast sist", ())

    @property
    def changed(self) -> date:
        """The latest day on which anything changed."""
        return max([self.published, *(r.day for r in self.revisions)])


# --- associations --------------------------------------------------------------------------


class Name(Entry):
    name: Line = _field("namn", "Namnet, eller saknas")
    period: Dated = _field("period", "När namnet gällde")
    sources: Sources = _field("källa", "Källa och avsnitt")
    note: Line | None = _field("not", "Kort upplysning om namnet", None)


class Member(Entry):
    name: Line = _field("namn", "Kommunens, regionens eller myndighetens namn")
    short_name: Line | None = _field("kortnamn", "Ortens namn i bilder, t.ex. Vindeln för Vindelns kommun", None)
    kind: Literal["kommun", "region", "myndighet"] = _field("slag", "kommun, region eller myndighet")
    period: Dated = _field("period", "Medlem under; 'okänt' om källan inte säger när")
    sources: Sources = _field("källa", "Källa och avsnitt")
    note: Line | None = _field("not", "Kort upplysning, t.ex. att första året inte är känt", None)


class Phase(Entry):
    id: Slug = _field("id", "Kort namn för adressen")
    name: Line = _field("namn", "Fasens namn")
    period: Dated = _field("period", "Fasens tid, t.ex. 2005–2012")
    text: Prose | None = _field("text", "Vad som utmärker fasen", None)
    sources: Sources = _field("källa", "Källa och avsnitt")


class Event(Entry):
    id: Slug = _field("id", "Kort namn för adressen")
    when: Dated = _field("datum", "När det hände, t.ex. våren 2016")
    title: Line = _field("rubrik", "Vad som hände, kort nog för en tidslinje")
    text: Prose | None = _field("text", "Vad som hände, i en eller två meningar", None)
    sources: Sources = _field("källa", "Källa och avsnitt")


class Person(Entry):
    name: Line = _field("namn", "Personens namn som det står i källan")
    role: Line = _field("roll", "Rollen enligt källan")
    sources: Sources = _field("källa", "Källa och avsnitt")


class Existence(Entry):
    """How long the association is known to have existed."""

    period: Dated = _field("period", "Känd tid, t.ex. senast 2006–2023-12-31")
    text: Line = _field("text", "Vad som är känt och inte, i en mening")
    sources: Sources = _field("källa", "Källa och avsnitt")


class Successor(Entry):
    name: Line = _field("namn", "Vad det uppgick i")
    when: Dated = _field("datum", "När")
    text: Line = _field("text", "Vad som hände, i en mening")
    sources: Sources = _field("källa", "Källa och avsnitt")


class Link(Entry):
    text: Line = _field("text", "Vad länken leder till")
    address: Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"']+$", max_length=500)] = _field(
        "adress", "Webbadressen"
    )


class Laned(Published):
    """What has a lane on the common timeline: a förbund, the network, the nation."""

    short_name: Line = _field("kortnamn", "Namnet i löpande text, t.ex. Umeåregionen")
    signature: Annotated[str, StringConstraints(pattern=r"^[A-ZÅÄÖ]{2,4}$")] = _field(
        "signatur", "Två till fyra versaler, som på en bokrygg"
    )
    hue: Literal["lag", "vog", "oog", "ume", "nvm", "neutral"] = _field("färg", "Färgton på sidorna", "neutral")
    lead: Prose = _field("ingress", "Två eller tre meningar, överst på sidan")
    phases: tuple[Phase, ...] = _field("faser", "Faser, i tidsordning", ())
    events: tuple[Event, ...] = _field("händelser", "Händelser, i tidsordning", ())
    gaps: tuple[Gap, ...] = _field("saknas", "Det man vet finns men som inte är insamlat", ())


class Association(Laned):
    """``narratives/<förbund>/forbund.yml``: a förbund, or the network."""

    kind: Literal["förbund", "nätverk"] = _field("slag", "förbund eller nätverk", "förbund")
    region_text: Line | None = _field("område", "Var, i några ord", None)
    existence: Existence | None = _field("verksamt", "Hur länge förbundet vetterligen har funnits", None)
    names: tuple[Name, ...] = _field("namn", "Namn över tid")
    members: tuple[Member, ...] = _field("medlemmar", "Medlemmar över tid", ())
    people: tuple[Person, ...] = _field("personer", "Personer som källorna nämner, med roll", ())
    successor: Successor | None = _field("blev", "Vad förbundet uppgick i", None)
    links: tuple[Link, ...] = _field("länkar", "Förbundets egna sidor", ())

    @property
    def genitive(self) -> str:
        """The short name in the genitive: ``Umeåregionens``."""
        return self.short_name if self.short_name[-1] in "sxzSXZ" else self.short_name + "s"


class National(Laned):
    """``narratives/gemensamt/nationellt.yml``: the national lane."""


# --- narratives ----------------------------------------------------------------------------


class Step(Entry):
    title: Line = _field("rubrik", "Stegets namn")
    text: Prose = _field("text", "Vad steget innebär")


_BLOCK_KINDS = ("text", "citat", "utdrag", "steg", "bild")


class Block(Entry):
    """One piece of a section: exactly one of text, quotation, clause excerpt, steps or picture."""

    heading: Line | None = _field("rubrik", "Mellanrubrik ovanför stycket", None)
    text: Prose | None = _field("text", "Stycke med egna ord", None)
    quote: Verbatim | None = _field("citat", "Ordagrant ur källan, utan citattecken", None)
    by: Line | None = _field("av", "Vem som säger det, vid citat", None)
    lang: Literal["sv", "en"] = _field("språk", "Citatets språk", "sv")
    excerpt: Verbatim | None = _field("utdrag", "Ord ur en ändamålsparagraf, till punkt och pricka", None)
    of: Version | None = _field("ur", "Vilken lydelse utdraget är hämtat ur", None)
    steps: tuple[Step, ...] | None = _field("steg", "Steg i ordning, ritas som en trappa", None)
    picture: Literal["faser", "medlemmar"] | None = _field("bild", "Bild som ritas ur förbundets data", None)
    caption: Line | None = _field("bildtext", "Text under steg eller bild", None)
    sources: Sources = _field("källa", "Källa och avsnitt")

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
    id: Slug = _field("id", "Kort namn för adressen; ändras aldrig")
    heading: Line = _field("rubrik", "Rubriken i marginalen")
    questions: tuple[Slug, ...] = _field("frågor", "Vilka gemensamma frågor avsnittet svarar på", ())
    perspective: Literal["brukare", "personal", "organisation"] | None = _field(
        "perspektiv", "Vems blick, om avsnittet har en", None
    )
    blocks: tuple[Block, ...] = _field("stycken", "Stycken i ordning", min_length=1)


class Teller(Entry):
    name: Line = _field("namn", "Den som berättar")
    role: Line = _field("roll", "Rollen när texten skrevs")


class Figure(Entry):
    value: Line = _field("tal", "Talet som det skrivs, t.ex. cirka 1 600")
    what: Line = _field("vad", "Vad talet gäller")
    sources: Sources = _field("källa", "Källa och avsnitt")


class Narrative(Published):
    """``narratives/<förbund>/<berättelse>.yml``: one story."""

    title: Line = _field("titel", "Berättelsens titel")
    short_title: Line | None = _field("korttitel", "Kortare titel för listor", None)
    lead: Prose = _field("ingress", "Två till fyra meningar: vad berättelsen säger")
    written: Dated = _field("skriven", "När ursprungstexten skrevs")
    tellers: tuple[Teller, ...] = _field("berättare", "Vem som berättar i källan", ())
    sources: Sources = _field("källa", "Huvudkällan")
    about: tuple[Slug, ...] = _field("handlar_om", "Andra förbund som berättelsen handlar om", ())
    clause: Version | None = _field("ändamål", "Den lydelse berättelsen gäller", None)
    figures: tuple[Figure, ...] = _field("siffror", "Nyckeltal", ())
    sections: tuple[Section, ...] = _field("avsnitt", "Avsnitt i ordning", min_length=1)
    gaps: tuple[Gap, ...] = _field("saknas", "Det källan hänvisar till men inte innehåller", ())
    keywords: tuple[Line, ...] = _field("sökord", "Ord som sökningen också ska hitta", ())

    @property
    def perspectives(self) -> tuple[str, ...]:
        """The perspectives that sections carry, in their fixed order."""
        present = {s.perspective for s in self.sections}
        return tuple(p for p in ("brukare", "personal", "organisation") if p in present)


# --- clauses -------------------------------------------------------------------------------


class Validity(Entry):
    start: Dated = _field("från", "Första dag, t.ex. 2019-01-01; okänt om källan inte säger")
    end: Dated | None = _field("till", "Sista dag, om den är känd", None)


class Relation(Entry):
    version: Version = _field("version", "Den lydelse som var förlaga, t.ex. ostra-ostergotland/2017")
    how: Literal["hämtad från", "inspirerad av", "samma mall", "ändring av"] = _field("hur", "Hur texten bygger på den")
    certainty: Literal["säker", "trolig", "osäker"] = _field("säkerhet", "Hur säkert belägget är")
    evidence: Sources = _field("belägg", "Källa och avsnitt som säger det")
    note: Line | None = _field("not", "Vad källan säger, kort", None)


class Code(Entry):
    element: Slug = _field("byggsten", "Byggstenens id i clauses/byggstenar.yml")
    quote: Verbatim = _field("citat", "Orden som kodningen vilar på; … står för utelämnade ord")


class Remark(Entry):
    quote: Verbatim = _field("citat", "Orden anmärkningen gäller")
    text: Line = _field("text", "Vad läsaren behöver veta")


class Mend(Entry):
    what: Line = _field("vad", "Vad som ändrades mot avskriften")
    why: Line = _field("varför", "Varför")


class ClauseVersion(Published):
    """One wording of a clause. ``text`` is ``saknas`` where it is known to exist but not collected."""

    id: Slug = _field("id", "Kort namn, oftast året; ändras aldrig")
    label: Line | None = _field("beteckning", "Hur lydelsen benämns, t.ex. SFS 2010:350", None)
    validity: Validity = _field("gäller", "Från och till")
    adopted: Line | None = _field("antagen", "När och av vem, som källan säger; saknas om okänt", None)
    paragraph: Line = _field("paragraf", "T.ex. 4 §; saknas om källan inte anger den")
    heading: Line | None = _field("rubrik", "Paragrafens rubrik i källan", None)
    sources: Sources = _field("källa", "Källa och avsnitt")
    text: Verbatim = _field("text", "Lydelsen till punkt och pricka, eller saknas")
    stanza_paragraphs: tuple[Line, ...] = _field("styckenas_paragrafer", "Vilken paragraf varje stycke hör till", ())
    lead: Prose | None = _field("ingress", "En eller två meningar om lydelsen", None)
    relations: tuple[Relation, ...] = _field("bygger_på", "Förlagor, med belägg", ())
    codes: tuple[Code, ...] = _field("kodning", "Byggstenar, kodade genom att orden citeras", ())
    remarks: tuple[Remark, ...] = _field("anmärkningar", "Egenheter i källan som återges som de står", ())
    mends: tuple[Mend, ...] = _field("rättad_avskrift", "Vad som rättats i avskriften och varför", ())

    @property
    def collected(self) -> bool:
        """True when the wording itself is in the collection."""
        return self.text.strip() != MISSING


class Clause(Entry):
    """``clauses/<förbund>.yml``: all known versions of one clause, oldest first."""

    association: Slug = _field("förbund", "Förbundets id, samma som filens namn")
    versions: tuple[ClauseVersion, ...] = _field("versioner", "Lydelser, äldst först", min_length=1)
    gaps: tuple[Gap, ...] = _field("saknas", "Det man vet finns men som inte är insamlat", ())


class Law(Entry):
    """``clauses/lagen.yml``: the law's wordings, the baseline."""

    name: Line = _field("namn", "Lagens namn")
    short_name: Line = _field("kortnamn", "Kort namn")
    signature: Annotated[str, StringConstraints(pattern=r"^[A-ZÅÄÖ]{2,4}$")] = _field("signatur", "Tre versaler")
    lead: Prose = _field("ingress", "Vad paragraferna gör")
    versions: tuple[ClauseVersion, ...] = _field("versioner", "Lydelser, äldst först", min_length=1)
    gaps: tuple[Gap, ...] = _field("saknas", "Det man vet finns men som inte är insamlat", ())


class Element(Entry):
    id: Slug = _field("id", "Kort namn för adressen")
    name: Line = _field("namn", "Byggstenens namn")
    meaning: Line = _field("innebörd", "Vad byggstenen säger, i en mening")
    rule: Prose = _field("regel", "När ett textställe kodas så, och när inte")
    beyond_law: YesNo = _field("utöver_lagen", "ja om lagens 1–2 §§ inte har något motsvarande")


class Codebook(Entry):
    """``clauses/byggstenar.yml``."""

    intro: Prose = _field("ingress", "Vad kodningen är")
    elements: tuple[Element, ...] = _field("byggstenar", "Byggstenarna i ordning", min_length=1)


class Chain(Entry):
    id: Slug = _field("id", "Kort namn för adressen")
    title: Line = _field("titel", "Kedjans namn")
    lead: Prose = _field("ingress", "Vad kedjan visar")
    versions: tuple[Version, ...] = _field("lydelser", "Lydelserna i tidsordning", min_length=2)
    sources: Sources = _field("källa", "Vad som binder dem samman")


class Chains(Entry):
    """``clauses/kedjor.yml``: chains of wordings through which words travelled."""

    chains: tuple[Chain, ...] = _field("kedjor", "Kedjorna", min_length=1)


# --- common --------------------------------------------------------------------------------


class Source(Entry):
    id: Slug = _field("id", "Kort namn som andra filer hänvisar med")
    short: Line = _field("kort", "Kort benämning i noter, t.ex. NNS 2020")
    title: Line = _field("titel", "Dokumentets titel")
    authors: tuple[Line, ...] = _field("författare", "Upphovspersoner", ())
    publisher: Line | None = _field("utgivare", "Utgivare", None)
    year: Line = _field("år", "Utgivningsår, eller saknas")
    kind: Literal["rapport", "ramberättelse", "förbundsordning", "lag", "förarbete", "webbsida", "skrift"] = _field(
        "slag", "Vad för slags dokument"
    )
    address: Line | None = _field("adress", "Webbadress", None)
    read: Literal["direkt", "genom annan källa"] = _field("läst", "Om dokumentet lästs eller bara är omnämnt", "direkt")
    mentioned_in: Sources | None = _field("omnämnd_i", "Var det omnämns, om det inte lästs", None)
    note: Prose | None = _field("not", "Vad läsaren bör veta om källan", None)


class SourceList(Entry):
    """``narratives/gemensamt/kallor.yml``."""

    sources: tuple[Source, ...] = _field("källor", "Källorna", min_length=1)


class Term(Entry):
    id: Slug = _field("id", "Kort namn för adressen")
    name: Line = _field("namn", "Begreppet")
    also: tuple[Line, ...] = _field("även", "Förkortningar och andra namn", ())
    text: Prose = _field("text", "Förklaringen, först i en mening")
    sources: Sources = _field("källa", "Källa och avsnitt")


class Glossary(Entry):
    """``narratives/gemensamt/begrepp.yml``."""

    terms: tuple[Term, ...] = _field("begrepp", "Begreppen", min_length=1)


class Question(Entry):
    id: Slug = _field("id", "Kort namn för adressen")
    question: Line = _field("fråga", "Frågan, som fråga")
    text: Prose = _field("text", "Varför den ställs och vem som ställt den")
    sources: Sources = _field("källa", "Källa och avsnitt")


class Questions(Entry):
    """``narratives/gemensamt/fragor.yml``."""

    questions: tuple[Question, ...] = _field("frågor", "Frågorna i ordning", min_length=1)


class Discussion(Entry):
    id: Slug = _field("id", "Kort namn för adressen")
    theme: Line = _field("rubrik", "Temat")
    background: Prose = _field("bakgrund", "Vad arbetsgruppen sade, med egna ord")
    prompt: Line = _field("fråga", "Frågan att samtala om")
    sources: Sources = _field("källa", "Källa och avsnitt")


class Discussions(Entry):
    """``narratives/gemensamt/samtal.yml``."""

    lead: Prose = _field("ingress", "Hur frågorna kan användas")
    discussions: tuple[Discussion, ...] = _field("samtal", "Samtalspunkterna", min_length=1)
