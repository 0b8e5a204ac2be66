"""Clauses and the law in their versions, the codebook, and chains of wordings."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import StringConstraints

from ramberattelser.model.base import Entry, Gap, Published, Revision, Revisions, swedish
from ramberattelser.model.values import (
    MISSING,
    Dated,
    Line,
    Named,
    Prose,
    Slug,
    Sources,
    Verbatim,
    Version,
    YesNo,
)


class Validity(Entry):
    start: Dated = swedish(
        "från",
        "Första dag, t.ex. 2019-01-01; okänt om källan inte säger",
        title="Gäller från",
        example="2015-01-01",
    )
    end: Dated | None = swedish(
        "till", "Sista dag, om den är känd", None, title="Gäller till", example="2023-12-31"
    )


class Doubt(Entry):
    """Why it is not certain that a text is the one of its time: that it is so is an inference."""

    text: Line = swedish(
        "text",
        "Vad som talar för dateringen, och vad som inte är känt, i hela meningar",
        example="Avskriften är inte daterad. Att den är 2015 års lydelse är en slutsats.",
    )
    sources: Sources = swedish("källa", "Källa och avsnitt", example="exempelrapport, avsnitt 2")


class Relation(Entry):
    version: Version = swedish("version", "Den lydelse som var förlaga", example="provkoping/2012")
    how: Literal["hämtad från", "inspirerad av", "samma mall", "ändring av"] = swedish(
        "hur", "Hur texten bygger på den", example="hämtad från"
    )
    certainty: Literal["säker", "trolig", "osäker"] = swedish(
        "säkerhet", "Hur säkert belägget är", example="säker"
    )
    evidence: Sources = swedish(
        "belägg", "Källa och avsnitt som säger det", example="exempelrapport, avsnitt 3"
    )
    note: Line | None = swedish(
        "not", "Vad källan säger, kort", None, example="Orden om plattform är desamma."
    )

    @property
    def surely(self) -> str:
        """The certainty as it is said of the evidence: ``Belägget är säkert``."""
        return {"säker": "säkert", "trolig": "troligt", "osäker": "osäkert"}[self.certainty]

    @property
    def link(self) -> str:
        """How the text builds on the other, between the names of the two: ``samma mall som``."""
        return "samma mall som" if self.how == "samma mall" else self.how

    def told(self, new: str, old: str) -> str:
        """Return how the text builds on the other, by what the two are to be called.

        As it goes on after "Källan säger att": ``den senare är hämtad från den förra``.
        """
        links = {"samma mall": "följer samma mall som", "ändring av": "är en ändring av"}
        return f"{new} {links.get(self.how, f'är {self.how}')} {old}"


class Code(Entry):
    element: Named = swedish("byggsten", "Byggstenens id i clauses/byggstenar.yml", example="plattform")
    quote: Verbatim = swedish(
        "citat", "Orden som kodningen vilar på; … står för utelämnade ord", example="en plattform för prov"
    )


class Remark(Entry):
    quote: Verbatim = swedish("citat", "Orden anmärkningen gäller", example="i syfte är att")
    text: Line = swedish("text", "Vad läsaren behöver veta", example="Så står det i källan.")


class Mend(Entry):
    what: Line = swedish("vad", "Vad som ändrades mot avskriften", example="”provv” blev ”prov”")
    why: Line = swedish("varför", "Varför", example="Skrivfel i avskriften.")


class WordingRevision(Revision):
    """A change to a wording, or only to what is said of it."""

    only: Literal["ingress"] | None = swedish(
        "enbart",
        "”ingress” när bara ingressen ändrades; sidor som visar orden utan den berättar då inte om ändringen",
        None,
        example="ingress",
    )


class ClauseVersion(Published):
    """One wording of a clause. ``text`` is ``saknas`` where it is known to exist but not collected."""

    revisions: tuple[WordingRevision, ...] = swedish("ändringar", "Senare ändringar, nyast sist", ())

    id: Slug = swedish("id", "Kort namn, oftast året; ändras aldrig", example="2015")
    label: Line | None = swedish(
        "beteckning", "Hur lydelsen benämns, t.ex. SFS 2010:350", None, example="Lydelsen från 2015"
    )
    validity: Validity = swedish("gäller", "Från och till")
    doubt: Doubt | None = swedish(
        "osäker_datering",
        "Varför det är en slutsats att texten är den som gällde då; utelämnas när källan säger det",
        None,
    )
    adopted: Line | None = swedish(
        "antagen", "När och av vem, som källan säger; saknas om okänt", None, example="hösten 2014"
    )
    paragraph: Line = swedish("paragraf", "T.ex. 4 §; saknas om källan inte anger den", example="4 §")
    heading: Line | None = swedish("rubrik", "Paragrafens rubrik i källan", None, example="Ändamål")
    sources: Sources = swedish("källa", "Källa och avsnitt", example="exempelrapport, avsnitt 2")
    text: Verbatim = swedish(
        "text",
        "Lydelsen till punkt och pricka, eller saknas",
        example="Förbundet ska pröva, i syfte är att lära.\n\nFörbundet är en plattform för prov.\n",
    )
    stanza_paragraphs: tuple[Line, ...] = swedish(
        "styckenas_paragrafer", "Vilken paragraf varje stycke hör till", (), example=["4 §", "5 §"]
    )
    lead: Prose | None = swedish(
        "ingress",
        "En eller två meningar om lydelsen",
        None,
        example="Orden om plattform är hämtade från Provköping.",
    )
    relations: tuple[Relation, ...] = swedish("bygger_på", "Förlagor, med belägg", ())
    codes: tuple[Code, ...] = swedish("kodning", "Byggstenar, kodade genom att orden citeras", ())
    remarks: tuple[Remark, ...] = swedish("anmärkningar", "Egenheter i källan som återges som de står", ())
    mends: tuple[Mend, ...] = swedish("rättad_avskrift", "Vad som rättats i avskriften och varför", ())

    @property
    def collected(self) -> bool:
        """True when the wording itself is in the collection."""
        return self.text.strip() != MISSING


class Clause(Entry):
    """``clauses/<förbund>.yml``: all known versions of one clause, oldest first."""

    association: Named = swedish(
        "förbund", "Förbundets id, samma som filens namn", example="exempelforbundet"
    )
    versions: tuple[ClauseVersion, ...] = swedish("versioner", "Lydelser, äldst först", min_length=1)
    gaps: tuple[Gap, ...] = swedish("saknas", "Det man vet finns men som inte är insamlat", ())


class Law(Entry):
    """``clauses/lagen.yml``: the law's wordings, the baseline."""

    name: Line = swedish("namn", "Lagens namn", example="Exempellagen")
    short_name: Line = swedish("kortnamn", "Kort namn", example="Lagen")
    signature: Annotated[str, StringConstraints(pattern=r"^[A-ZÅÄÖ]{2,4}$")] = swedish(
        "signatur", "Tre versaler", example="LAG"
    )
    lead: Prose = swedish("ingress", "Vad paragraferna gör", example="En lag som inte finns.")
    versions: tuple[ClauseVersion, ...] = swedish(
        "versioner",
        "Lydelser, äldst först",
        min_length=1,
        example=[
            {
                "id": "xfs-2010-1",
                "beteckning": "XFS 2010:1",
                "publicerad": "2026-01-02",
                "gäller": {"från": "2010-01-01"},
                "paragraf": "1 §",
                "källa": "exempelrapport, avsnitt 1",
                "text": "Exempel får göras för prov.",
            }
        ],
    )
    gaps: tuple[Gap, ...] = swedish("saknas", "Det man vet finns men som inte är insamlat", ())


class Element(Entry):
    id: Slug = swedish("id", "Kort namn för adressen", example="plattform")
    name: Line = swedish("namn", "Byggstenens namn", example="Plattform")
    meaning: Line = swedish(
        "innebörd", "Vad byggstenen säger, i en mening", example="Kallar förbundet en plattform."
    )
    rule: Prose = swedish(
        "regel", "När ett textställe kodas så, och när inte", example="Kodas där ordet plattform står."
    )
    beyond_law: YesNo = swedish(
        "utöver_lagen", "ja om lagens 1–2 §§ inte har något motsvarande", example="ja"
    )


class Codebook(Entry):
    """``clauses/byggstenar.yml``."""

    intro: Prose = swedish("ingress", "Vad kodningen är", example="Koderna är påhittade.")
    elements: tuple[Element, ...] = swedish("byggstenar", "Byggstenarna i ordning", min_length=1)
    revisions: Revisions = swedish("ändringar", "Senare ändringar, nyast sist", ())


class Chain(Entry):
    id: Slug = swedish("id", "Kort namn för adressen", example="exempelkedjan")
    title: Line = swedish("titel", "Kedjans namn", example="Exempelkedjan")
    lead: Prose = swedish("ingress", "Vad kedjan visar", example="Hur orden påstås ha vandrat.")
    versions: tuple[Version, ...] = swedish(
        "lydelser",
        "Lydelserna i tidsordning",
        min_length=2,
        example=["provkoping/2012", "exempelforbundet/2015"],
    )
    sources: Sources = swedish("källa", "Vad som binder dem samman", example="exempelrapport, avsnitt 3")


class Chains(Entry):
    """``clauses/kedjor.yml``: chains of wordings through which words travelled."""

    chains: tuple[Chain, ...] = swedish("kedjor", "Kedjorna", min_length=1)
    revisions: Revisions = swedish("ändringar", "Senare ändringar, nyast sist", ())
