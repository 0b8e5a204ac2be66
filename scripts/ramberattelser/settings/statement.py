"""The accessibility statement: all that the law asks of one, and no claim beyond what has been tried.

What must be there follows Digg's regulation (MDFFS 2019:2) and its guidance on how a statement is made.
"""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Literal

from ramberattelser.findings import Finding
from ramberattelser.model import Entry, swedish
from ramberattelser.model.values import MISSING, Address, Day, Email, Line, Prose
from ramberattelser.reading import Document
from ramberattelser.settings.files import load, told

FILE = "docs/om/tillganglighet.yml"
PATH = "/om/tillganglighet/"
WHOLE = "helt förenlig"
_YEAR = timedelta(days=366)


class Limit(Entry):
    what: Prose = swedish("vad", "Vad som inte fungerar, eller inte är prövat", example="Ingen har provat.")
    why: Prose = swedish("skäl", "Varför", example="Testerna är bara automatiska.")


class Situation(Entry):
    heading: Line = swedish("för", "Vem det gäller, t.ex. Om du inte ser", example="Om du inte ser")
    limits: tuple[Limit, ...] = swedish("brister", "En i taget, med skäl", min_length=1)


class Trial(Entry):
    day: Day = swedish("datum", "När, ÅÅÅÅ-MM-DD", example="2026-01-02")
    what: Line = swedish("vad", "Vem som prövade, med vad, och vad", example="Prov med skärmläsare")


class Report(Entry):
    text: Prose = swedish("text", "Hur man rapporterar en brist", example="Skriv till oss.")
    email: Email = swedish("e-post", "E-postadress, eller saknas", example="saknas")
    post: Line = swedish("postadress", "Postadress, eller saknas", example="saknas")


class Supervision(Entry):
    text: Prose = swedish("text", "Vem som har tillsyn, och när man vänder sig dit", example="Digg.")
    link: Line = swedish("länktext", "Länkens text", example="anmäla det till Digg")
    address: Address = swedish("adress", "Sidan för anmälan", example="https://www.example.org/anmalan")


class Statement(Entry):
    """``docs/om/tillganglighet.yml``."""

    lead: Prose = swedish("ingress", "Överst på sidan", example="En tjänst för alla.")
    service: Line = swedish("tjänst", "Tjänstens namn", example="Exempeltjänsten")
    body: Line = swedish("aktör", "Offentlig aktör som svarar för tjänsten, eller saknas", example="saknas")
    body_note: Prose | None = swedish("om_aktören", "Vad läsaren behöver veta om det", None)
    conformity: Literal["helt förenlig", "delvis förenlig", "inte förenlig"] = swedish(
        "förenlighet", "Ett av lagens tre uttryck", example="delvis förenlig"
    )
    conformity_note: Prose = swedish("om_förenligheten", "Vad det vilar på", example="Inte allt är prövat.")
    situations: tuple[Situation, ...] = swedish("begränsningar", "Allt som brister, efter vem det gäller", ())
    burden: Prose = swedish(
        "oskäligt_betungande",
        "Undantag enligt 12 §, med skäl, eller att det inte finns några",
        example="Inga.",
    )
    outside: Prose = swedish("utanför_lagen", "Innehåll som lagen inte omfattar (9 §)", example="Inget.")
    method: Literal["egen bedömning", "extern granskning"] = swedish(
        "metod", "Vem som har bedömt", example="egen bedömning"
    )
    method_note: Prose = swedish("om_metoden", "Vad som har prövats, och hur", example="Med ett verktyg.")
    trials: tuple[Trial, ...] = swedish("prövat_av_människor", "Prov som människor har gjort", ())
    assessed: Day = swedish("bedömd", "Dagen för bedömningen, ÅÅÅÅ-MM-DD", example="2026-01-02")
    updated: Day = swedish("uppdaterad", "Dagen då redogörelsen uppdaterades", example="2026-01-02")
    change: Line = swedish("ändrat", "Vad som ändrades då, i en mening", example="En brist är åtgärdad")
    published: Day = swedish("publicerad", "Dagen då den först publicerades", example="2026-01-02")
    report: Report = swedish("rapportera", "Hur man rapporterar en brist")
    supervision: Supervision = swedish("tillsyn", "Vart man vänder sig om det inte hjälper")


def read(root: Path, latest: date | None = None) -> tuple[Statement | None, list[Finding]]:
    """Return the statement below ``root``, or None, and what is wrong with it."""
    statement, document, found = load(root, FILE, Statement)
    if statement is not None:
        found += _claims(statement, document)
        found += _ages(statement, document, latest)
    return (None if found else statement), found


def _claims(statement: Statement, document: Document) -> list[Finding]:
    """The whole may be claimed only where nothing is known to fail and people have tried it."""
    if statement.conformity != WHOLE:
        return []
    lacks = []
    if statement.situations:
        lacks.append("det finns begränsningar")
    if not statement.trials:
        lacks.append("ingen människa har prövat")
    if MISSING in (statement.report.email, statement.report.post):
        lacks.append("det går inte att nå er")
    if not lacks:
        return []
    what = f"”{WHOLE}” stämmer inte: {', '.join(lacks)}"
    return [
        told(FILE, document, ("förenlighet",), what, "skriv ”delvis förenlig”, eller rätta bristerna först")
    ]


def _ages(statement: Statement, document: Document, latest: date | None) -> list[Finding]:
    found = []
    if statement.updated < statement.assessed:
        found.append(
            told(
                FILE,
                document,
                ("uppdaterad",),
                "dagen är före bedömningens",
                "skriv dagen för senaste ändringen",
            )
        )
    if latest is not None and latest - statement.assessed > _YEAR:
        found.append(
            told(
                FILE,
                document,
                ("bedömd",),
                f"bedömningen är mer än ett år äldre än uppgifterna på webbplatsen ({latest})",
                f"gå igenom webbplatsen igen och skriv den nya dagen, eller rätta {latest} om den är fel",
            )
        )
    return found
