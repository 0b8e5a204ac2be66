"""Clauses and the law in their versions, the codebook, and chains of wordings."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import StringConstraints

from ramberattelser.model.base import Entry, Gap, Published, swedish
from ramberattelser.model.values import MISSING, Dated, Line, Prose, Slug, Sources, Verbatim, Version, YesNo


class Validity(Entry):
    start: Dated = swedish("från", "Första dag, t.ex. 2019-01-01; okänt om källan inte säger")
    end: Dated | None = swedish("till", "Sista dag, om den är känd", None)


class Relation(Entry):
    version: Version = swedish("version", "Den lydelse som var förlaga, t.ex. ostra-ostergotland/2017")
    how: Literal["hämtad från", "inspirerad av", "samma mall", "ändring av"] = swedish(
        "hur", "Hur texten bygger på den"
    )
    certainty: Literal["säker", "trolig", "osäker"] = swedish("säkerhet", "Hur säkert belägget är")
    evidence: Sources = swedish("belägg", "Källa och avsnitt som säger det")
    note: Line | None = swedish("not", "Vad källan säger, kort", None)


class Code(Entry):
    element: Slug = swedish("byggsten", "Byggstenens id i clauses/byggstenar.yml")
    quote: Verbatim = swedish("citat", "Orden som kodningen vilar på; … står för utelämnade ord")


class Remark(Entry):
    quote: Verbatim = swedish("citat", "Orden anmärkningen gäller")
    text: Line = swedish("text", "Vad läsaren behöver veta")


class Mend(Entry):
    what: Line = swedish("vad", "Vad som ändrades mot avskriften")
    why: Line = swedish("varför", "Varför")


class ClauseVersion(Published):
    """One wording of a clause. ``text`` is ``saknas`` where it is known to exist but not collected."""

    id: Slug = swedish("id", "Kort namn, oftast året; ändras aldrig")
    label: Line | None = swedish("beteckning", "Hur lydelsen benämns, t.ex. SFS 2010:350", None)
    validity: Validity = swedish("gäller", "Från och till")
    adopted: Line | None = swedish("antagen", "När och av vem, som källan säger; saknas om okänt", None)
    paragraph: Line = swedish("paragraf", "T.ex. 4 §; saknas om källan inte anger den")
    heading: Line | None = swedish("rubrik", "Paragrafens rubrik i källan", None)
    sources: Sources = swedish("källa", "Källa och avsnitt")
    text: Verbatim = swedish("text", "Lydelsen till punkt och pricka, eller saknas")
    stanza_paragraphs: tuple[Line, ...] = swedish(
        "styckenas_paragrafer", "Vilken paragraf varje stycke hör till", ()
    )
    lead: Prose | None = swedish("ingress", "En eller två meningar om lydelsen", None)
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

    association: Slug = swedish("förbund", "Förbundets id, samma som filens namn")
    versions: tuple[ClauseVersion, ...] = swedish("versioner", "Lydelser, äldst först", min_length=1)
    gaps: tuple[Gap, ...] = swedish("saknas", "Det man vet finns men som inte är insamlat", ())


class Law(Entry):
    """``clauses/lagen.yml``: the law's wordings, the baseline."""

    name: Line = swedish("namn", "Lagens namn")
    short_name: Line = swedish("kortnamn", "Kort namn")
    signature: Annotated[str, StringConstraints(pattern=r"^[A-ZÅÄÖ]{2,4}$")] = swedish(
        "signatur", "Tre versaler"
    )
    lead: Prose = swedish("ingress", "Vad paragraferna gör")
    versions: tuple[ClauseVersion, ...] = swedish("versioner", "Lydelser, äldst först", min_length=1)
    gaps: tuple[Gap, ...] = swedish("saknas", "Det man vet finns men som inte är insamlat", ())


class Element(Entry):
    id: Slug = swedish("id", "Kort namn för adressen")
    name: Line = swedish("namn", "Byggstenens namn")
    meaning: Line = swedish("innebörd", "Vad byggstenen säger, i en mening")
    rule: Prose = swedish("regel", "När ett textställe kodas så, och när inte")
    beyond_law: YesNo = swedish("utöver_lagen", "ja om lagens 1–2 §§ inte har något motsvarande")


class Codebook(Entry):
    """``clauses/byggstenar.yml``."""

    intro: Prose = swedish("ingress", "Vad kodningen är")
    elements: tuple[Element, ...] = swedish("byggstenar", "Byggstenarna i ordning", min_length=1)


class Chain(Entry):
    id: Slug = swedish("id", "Kort namn för adressen")
    title: Line = swedish("titel", "Kedjans namn")
    lead: Prose = swedish("ingress", "Vad kedjan visar")
    versions: tuple[Version, ...] = swedish("lydelser", "Lydelserna i tidsordning", min_length=2)
    sources: Sources = swedish("källa", "Vad som binder dem samman")


class Chains(Entry):
    """``clauses/kedjor.yml``: chains of wordings through which words travelled."""

    chains: tuple[Chain, ...] = swedish("kedjor", "Kedjorna", min_length=1)
