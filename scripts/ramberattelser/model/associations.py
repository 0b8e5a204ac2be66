"""The förbund, their network, and the national lane: names, members, phases and events over time."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import StringConstraints

from ramberattelser.model.base import Entry, Gap, Published, swedish
from ramberattelser.model.values import Address, Dated, Line, Prose, Slug, Sources


class Name(Entry):
    name: Line = swedish(
        "namn",
        "Namnet, eller saknas",
        title="Förbundets namn",
        example="Samordningsförbundet Exempelförbundet",
    )
    period: Dated = swedish("period", "När namnet gällde", example="2015–")
    sources: Sources = swedish("källa", "Källa och avsnitt", example="exempelrapport, avsnitt 2")
    note: Line | None = swedish(
        "not", "Kort upplysning om namnet", None, example="Namnet användes först på prov"
    )


class Member(Entry):
    name: Line = swedish(
        "namn", "Kommunens, regionens eller myndighetens namn", example="Exempelköpings kommun"
    )
    short_name: Line | None = swedish(
        "kortnamn", "Ortens namn i bilder, t.ex. Vindeln för Vindelns kommun", None, example="Exempelköping"
    )
    kind: Literal["kommun", "region", "myndighet"] = swedish(
        "slag", "kommun, region eller myndighet", example="kommun"
    )
    period: Dated = swedish("period", "Medlem under; ”okänt” om källan inte säger när", example="2015–")
    sources: Sources = swedish("källa", "Källa och avsnitt", example="exempelrapport, avsnitt 2")
    note: Line | None = swedish(
        "not", "Kort upplysning, t.ex. att första året inte är känt", None, example="Första året är inte känt"
    )


class Phase(Entry):
    id: Slug = swedish("id", "Kort namn för adressen", example="provtid")
    name: Line = swedish("namn", "Fasens namn", example="Provtiden")
    period: Dated = swedish("period", "Fasens tid, t.ex. 2005–2012", example="2005–2012")
    text: Prose | None = swedish("text", "Vad som utmärker fasen", None, example="Allt var prov.")
    sources: Sources = swedish("källa", "Källa och avsnitt", example="exempelrapport, avsnitt 2")


class Event(Entry):
    id: Slug = swedish("id", "Kort namn för adressen", example="forsta-motet")
    when: Dated = swedish("datum", "När det hände, t.ex. våren 2016", example="våren 2016")
    title: Line = swedish("rubrik", "Vad som hände, kort nog för en tidslinje", example="Det första mötet")
    text: Prose | None = swedish(
        "text", "Vad som hände, i en eller två meningar", None, example="Mötet hölls i Exempelköping."
    )
    sources: Sources = swedish("källa", "Källa och avsnitt", example="exempelrapport, avsnitt 2")


class Person(Entry):
    name: Line = swedish("namn", "Personens namn som det står i källan", example="Ada Exempel")
    role: Line = swedish("roll", "Rollen enligt källan", example="förbundschef")
    sources: Sources = swedish("källa", "Källa och avsnitt", example="exempelrapport, avsnitt 2")


class Existence(Entry):
    """How long the association is known to have existed."""

    period: Dated = swedish("period", "Känd tid, t.ex. senast 2006–2023-12-31", example="senast 2006–")
    text: Line = swedish(
        "text", "Vad som är känt och inte, i en mening", example="Exempelförbundet nämns första gången 2006."
    )
    sources: Sources = swedish("källa", "Källa och avsnitt", example="exempelrapport, avsnitt 2")


class Successor(Entry):
    name: Line = swedish("namn", "Vad det uppgick i", example="Samordningsförbundet Provköping")
    when: Dated = swedish("datum", "När det hände", example="2024-01-01")
    text: Line = swedish(
        "text", "Vad som hände, i en mening", example="Exempelförbundet gick upp i Provköping."
    )
    sources: Sources = swedish("källa", "Källa och avsnitt", example="exempelrapport, avsnitt 2")


class Link(Entry):
    text: Line = swedish("text", "Vad länken leder till", example="Förbundets webbplats")
    address: Address = swedish("adress", "Webbadressen", example="https://example.org/exempelforbundet")


Signature = Annotated[str, StringConstraints(pattern=r"^[A-ZÅÄÖ]{2,4}$")]


class Laned(Published):
    """What has a lane on the common timeline: a förbund, the network, the nation."""

    short_name: Line = swedish(
        "kortnamn", "Namnet i löpande text, t.ex. Umeåregionen", example="Exempelförbundet"
    )
    signature: Signature = swedish("signatur", "Två till fyra versaler, som på en bokrygg", example="EXE")
    hue: Literal["lag", "vog", "oog", "ume", "nvm", "neutral"] = swedish(
        "färg", "Färgton på sidorna", "neutral", example="neutral"
    )
    lead: Prose = swedish(
        "ingress", "Två eller tre meningar, överst på sidan", example="Ett förbund som inte finns."
    )
    phases: tuple[Phase, ...] = swedish("faser", "Faser, i tidsordning", ())
    events: tuple[Event, ...] = swedish("händelser", "Händelser, i tidsordning", ())
    gaps: tuple[Gap, ...] = swedish("saknas", "Det man vet finns men som inte är insamlat", ())


class Association(Laned):
    """``narratives/<förbund>/forbund.yml``: a förbund, or the network."""

    kind: Literal["förbund", "nätverk"] = swedish(
        "slag", "förbund eller nätverk", "förbund", example="förbund"
    )
    region_text: Line | None = swedish(
        "område", "Var, i några ord", None, example="Exempelköping och Provköping"
    )
    existence: Existence | None = swedish("verksamt", "Hur länge förbundet vetterligen har funnits", None)
    names: tuple[Name, ...] = swedish("namn", "Namn över tid")
    members: tuple[Member, ...] = swedish("medlemmar", "Medlemmar över tid", ())
    people: tuple[Person, ...] = swedish("personer", "Personer som källorna nämner, med roll", ())
    successor: Successor | None = swedish("blev", "Vad förbundet uppgick i", None)
    links: tuple[Link, ...] = swedish("länkar", "Förbundets egna sidor", ())

    @property
    def genitive(self) -> str:
        """The short name in the genitive: ``Umeåregionens``."""
        return self.short_name if self.short_name[-1] in "sxzSXZ" else self.short_name + "s"


class National(Laned):
    """``narratives/gemensamt/nationellt.yml``: the national lane."""

    short_name: Line = swedish("kortnamn", "Namnet i löpande text, t.ex. Umeåregionen", example="Nationellt")
    signature: Signature = swedish("signatur", "Två till fyra versaler, som på en bokrygg", example="NAT")
