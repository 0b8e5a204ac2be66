"""What stories and clauses share: sources, glossary, guiding questions, discussion points."""

from __future__ import annotations

from typing import Literal

from ramberattelser.model.base import Entry, swedish
from ramberattelser.model.values import Line, Prose, Slug, Sources


class Source(Entry):
    id: Slug = swedish("id", "Kort namn som andra filer hänvisar med")
    short: Line = swedish("kort", "Kort benämning i noter, t.ex. NNS 2020")
    title: Line = swedish("titel", "Dokumentets titel")
    authors: tuple[Line, ...] = swedish("författare", "Upphovspersoner", ())
    publisher: Line | None = swedish("utgivare", "Utgivare", None)
    year: Line = swedish("år", "Utgivningsår, eller saknas")
    kind: Literal["rapport", "ramberättelse", "förbundsordning", "lag", "förarbete", "webbsida", "skrift"] = (
        swedish("slag", "Vad för slags dokument")
    )
    address: Line | None = swedish("adress", "Webbadress", None)
    read: Literal["direkt", "genom annan källa"] = swedish(
        "läst", "Om dokumentet lästs eller bara är omnämnt", "direkt"
    )
    mentioned_in: Sources | None = swedish("omnämnd_i", "Var det omnämns, om det inte lästs", None)
    note: Prose | None = swedish("not", "Vad läsaren bör veta om källan", None)


class SourceList(Entry):
    """``narratives/gemensamt/kallor.yml``."""

    sources: tuple[Source, ...] = swedish("källor", "Källorna", min_length=1)


class Term(Entry):
    id: Slug = swedish("id", "Kort namn för adressen")
    name: Line = swedish("namn", "Begreppet")
    also: tuple[Line, ...] = swedish("även", "Förkortningar och andra namn", ())
    text: Prose = swedish("text", "Förklaringen, först i en mening")
    sources: Sources = swedish("källa", "Källa och avsnitt")


class Glossary(Entry):
    """``narratives/gemensamt/begrepp.yml``."""

    terms: tuple[Term, ...] = swedish("begrepp", "Begreppen", min_length=1)


class Question(Entry):
    id: Slug = swedish("id", "Kort namn för adressen")
    question: Line = swedish("fråga", "Frågan, som fråga")
    text: Prose = swedish("text", "Varför den ställs och vem som ställt den")
    sources: Sources = swedish("källa", "Källa och avsnitt")


class Questions(Entry):
    """``narratives/gemensamt/fragor.yml``."""

    questions: tuple[Question, ...] = swedish("frågor", "Frågorna i ordning", min_length=1)


class Discussion(Entry):
    id: Slug = swedish("id", "Kort namn för adressen")
    theme: Line = swedish("rubrik", "Temat")
    background: Prose = swedish("bakgrund", "Vad arbetsgruppen sade, med egna ord")
    prompt: Line = swedish("fråga", "Frågan att samtala om")
    sources: Sources = swedish("källa", "Källa och avsnitt")


class Discussions(Entry):
    """``narratives/gemensamt/samtal.yml``."""

    lead: Prose = swedish("ingress", "Hur frågorna kan användas")
    discussions: tuple[Discussion, ...] = swedish("samtal", "Samtalspunkterna", min_length=1)
