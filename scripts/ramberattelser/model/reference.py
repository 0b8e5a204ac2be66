"""What stories and clauses share: sources, glossary, guiding questions, discussion points."""

from __future__ import annotations

from typing import Literal

from ramberattelser.model.base import Entry, Revisions, swedish
from ramberattelser.model.values import Line, Prose, Slug, Sources


class Source(Entry):
    id: Slug = swedish("id", "Kort namn som andra filer hänvisar med", example="exempelrapport")
    short: Line = swedish("kort", "Kort benämning i noter, t.ex. NNS 2020", example="Exempel 2020")
    title: Line = swedish("titel", "Dokumentets titel", example="En rapport som inte finns")
    authors: tuple[Line, ...] = swedish("författare", "Upphovspersoner", (), example=["Ada Exempel"])
    publisher: Line | None = swedish("utgivare", "Utgivare", None, example="Exempelförlaget")
    year: Line = swedish("år", "Utgivningsår, eller saknas", example="2020")
    kind: Literal["rapport", "ramberättelse", "förbundsordning", "lag", "förarbete", "webbsida", "skrift"] = (
        swedish("slag", "Vad för slags dokument", example="rapport")
    )
    address: Line | None = swedish("adress", "Webbadress", None, example="https://example.org/rapport")
    read: Literal["direkt", "genom annan källa"] = swedish(
        "läst", "Om dokumentet lästs eller bara är omnämnt", "direkt", example="direkt"
    )
    mentioned_in: Sources | None = swedish(
        "omnämnd_i", "Var det omnämns, om det inte lästs", None, example="exempelrapport, avsnitt 1"
    )
    note: Prose | None = swedish(
        "not", "Vad läsaren bör veta om källan", None, example="Påhittad för exemplet."
    )


class SourceList(Entry):
    """``narratives/gemensamt/kallor.yml``."""

    sources: tuple[Source, ...] = swedish("källor", "Källorna", min_length=1)
    revisions: Revisions = swedish("ändringar", "Senare ändringar, nyast sist", ())


class Term(Entry):
    id: Slug = swedish("id", "Kort namn för adressen", example="prov")
    name: Line = swedish("namn", "Begreppet", example="Prov")
    also: tuple[Line, ...] = swedish("även", "Förkortningar och andra namn", (), example=["PR"])
    forms: tuple[Line, ...] = swedish(
        "former", "Böjningar och skrivsätt som sökningen känner igen; de visas inte", (), example=["provet"]
    )
    text: Prose = swedish(
        "text", "Förklaringen, först i en mening", example="Ett prov är ett försök som får misslyckas."
    )
    sources: Sources = swedish("källa", "Källa och avsnitt", example="exempelrapport, avsnitt 4")

    @property
    def known_by(self) -> tuple[str, ...]:
        """Everything that the search knows the term by, but its name."""
        return (*self.also, *self.forms)


class Glossary(Entry):
    """``narratives/gemensamt/begrepp.yml``."""

    terms: tuple[Term, ...] = swedish("begrepp", "Begreppen", min_length=1)
    revisions: Revisions = swedish("ändringar", "Senare ändringar, nyast sist", ())


class Question(Entry):
    id: Slug = swedish("id", "Kort namn för adressen", example="hur-det-borjade")
    question: Line = swedish("fråga", "Frågan, som fråga", example="Hur började det?")
    text: Prose = swedish(
        "text", "Varför den ställs och vem som ställt den", example="Frågan ställs till alla exempel."
    )
    sources: Sources = swedish("källa", "Källa och avsnitt", example="exempelrapport, avsnitt 1")


class Questions(Entry):
    """``narratives/gemensamt/fragor.yml``."""

    questions: tuple[Question, ...] = swedish("frågor", "Frågorna i ordning", min_length=1)
    revisions: Revisions = swedish("ändringar", "Senare ändringar, nyast sist", ())


class Discussion(Entry):
    id: Slug = swedish("id", "Kort namn för adressen", example="att-prova")
    theme: Line = swedish("rubrik", "Temat", example="Att pröva")
    background: Prose = swedish(
        "bakgrund", "Vad arbetsgruppen sade, med egna ord", example="Gruppen ville pröva."
    )
    prompt: Line = swedish("fråga", "Frågan att samtala om", example="Vad vill vi pröva?")
    sources: Sources = swedish("källa", "Källa och avsnitt", example="exempelrapport, avsnitt 5")


class Discussions(Entry):
    """``narratives/gemensamt/samtal.yml``."""

    lead: Prose = swedish("ingress", "Hur frågorna kan användas", example="Frågor att pröva.")
    discussions: tuple[Discussion, ...] = swedish("samtal", "Samtalspunkterna", min_length=1)
    revisions: Revisions = swedish("ändringar", "Senare ändringar, nyast sist", ())
