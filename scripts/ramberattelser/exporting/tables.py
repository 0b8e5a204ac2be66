"""Which tables there are: the name of each, what it holds, and what its columns mean."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from ramberattelser import comparisons
from ramberattelser.corpus import Corpus

from . import rows, told
from .rows import Row


@dataclass(frozen=True, slots=True)
class Table:
    """One table: file name without ending, what it holds, columns with their meaning, and its rows."""

    name: str
    about: str
    columns: Mapping[str, str]
    rows: Callable[[Corpus], Iterable[Row]]


_TIME = {"period": "tid som den står i data", "period_edtf": "samma tid i EDTF"}
_SOURCE = {"kalla": "källans id och avsnitt; flera skiljs med semikolon"}

TABLES: tuple[Table, ...] = (
    Table(
        "forbund",
        "förbund och deras namn över tid",
        {
            "forbund": "id",
            "kortnamn": "namn i löpande text",
            "slag": "förbund eller nätverk",
            "namn": "namnet under perioden, eller saknas",
            **_TIME,
            **_SOURCE,
        },
        rows.associations,
    ),
    Table(
        "medlemmar",
        "medlemmar över tid",
        {
            "forbund": "id",
            "medlem": "namn",
            "slag": "kommun, region eller myndighet",
            **_TIME,
            "not": "upplysning",
            **_SOURCE,
        },
        rows.members,
    ),
    Table(
        "handelser",
        "faser och händelser på tidslinjerna",
        {
            "bana": "förbundets id, eller nationellt",
            "slag": "fas eller händelse",
            "id": "id inom banan",
            "rubrik": "vad",
            **_TIME,
            **_SOURCE,
        },
        rows.events,
    ),
    Table(
        "lydelser",
        "alla kända lydelser av ändamålsparagrafer och lagens 1–2 §§",
        {
            "lydelse": "ägare/version",
            "agare": "förbundets id, eller lagen",
            "version": "id",
            "beteckning": "t.ex. SFS-nummer",
            "fran": "gäller från, som i data",
            "fran_edtf": "samma i EDTF",
            "till": "gäller till",
            "till_edtf": "samma i EDTF",
            "osaker_datering": "varför det är en slutsats att texten är den som gällde då; annars tomt",
            "antagen": "som källan säger",
            "paragraf": "t.ex. 4 §",
            "ord": "antal ord, 0 om lydelsen saknas",
            "meningar": "antal meningar",
            "text": "ordagrant, eller saknas",
            **_SOURCE,
            "adress": "sidans adress",
        },
        rows.wordings,
    ),
    Table(
        "kodning",
        "byggstenar i varje insamlad lydelse",
        {
            "lydelse": "ägare/version",
            "byggsten": "id",
            "namn": "byggstenens namn",
            "utover_lagen": "ja om lagens 1–2 §§ saknar motsvarighet",
            "citat": "orden som kodningen vilar på",
        },
        rows.codes,
    ),
    Table(
        "slaktskap",
        "par av lydelser: belagda förlagor och uppmätt likhet",
        {
            "fran": "den äldre lydelsen",
            "till": "den yngre",
            "skal": "varför paret finns",
            "hur": "belagd relation",
            "sakerhet": "säker, trolig eller osäker",
            "belagg": "källa och avsnitt",
            "ord_fran": "ord i den äldre",
            "ord_till": "ord i den yngre",
            "gemensamma": "gemensamma ord",
            "likhet": "2 × gemensamma / båda texternas ord",
            "andringar": "antal ändringar",
            "adress": "jämförelsens adress",
        },
        rows.relations,
    ),
    Table(
        "par",
        "alla par av insamlade lydelser; i en samling på över "
        f"{comparisons.EVERY} lydelser bara de par som har en jämförelsesida eller som ställs bredvid "
        "varandra på en lydelses sida",
        {
            "ena": "den lydelse som står först i lydelser.csv",
            "andra": "den andra; likheten är densamma åt båda håll",
            "ord_ena": "ord i den ena",
            "ord_andra": "ord i den andra",
            "gemensamma": "ord som är desamma i båda, också de som har flyttat",
            "flyttade": "de av dem som står i en mening som har flyttat",
            "bara_ena": "ord i den ena utan motsvarighet i den andra: strukna eller ändrade",
            "bara_andra": "ord i den andra utan motsvarighet i den ena: tillagda eller ändrade",
            "likhet": "2 × gemensamma / båda texternas ord",
            "forlaga": "den av de två som en källa anger som förlaga; tomt om ingen källa gör det",
            "hur": "belagd relation, annars tomt",
            "sakerhet": "säker, trolig eller osäker, annars tomt",
            "adress": "jämförelsens adress, om paret har en egen sida",
        },
        rows.pairs,
    ),
    Table(
        "kallor",
        "alla källor",
        {
            "id": "id",
            "kort": "kort benämning",
            "titel": "titel",
            "forfattare": "upphovspersoner",
            "utgivare": "utgivare",
            "ar": "utgivningsår",
            "slag": "slags dokument",
            "adress": "webbadress",
            "last": "direkt, eller genom annan källa",
        },
        rows.sources,
    ),
    Table(
        "begrepp",
        "begreppen, förklarade",
        {
            "id": "id",
            "namn": "begreppet",
            "aven": "förkortningar och andra namn; flera skiljs med semikolon",
            "text": "förklaringen, i källfilens skrivsätt",
            **_SOURCE,
            "adress": "begreppets adress",
        },
        told.terms,
    ),
)

STORIES = Table(
    "berattelser",
    "berättelserna, stycke för stycke; står inte i allt.json",
    {
        "berattelse": "förbundets id/berättelsens id",
        "forbund": "id",
        "titel": "berättelsens titel",
        "skriven": "när ursprungstexten skrevs, som i data",
        "skriven_edtf": "samma tid i EDTF",
        "berattare": "vem som berättar i källan, med roll; flera skiljs med semikolon",
        "avsnitt": "avsnittets id",
        "rubrik": "avsnittets rubrik",
        "fragor": "id för de gemensamma frågor som avsnittet svarar på; flera skiljs med semikolon",
        "perspektiv": "brukare, personal eller organisation; annars tomt",
        "stycke": "styckets nummer i avsnittet",
        "mellanrubrik": "rubriken ovanför stycket, annars tomt",
        "slag": "text (egna ord), citat (ordagrant), utdrag (ur en ändamålsparagraf), steg eller bild",
        "text": "orden, i källfilens skrivsätt; av en bild bara bildtexten",
        "av": "vem som säger ett citat, eller vilken lydelse ett utdrag är ur",
        **_SOURCE,
        "adress": "avsnittets adress",
    },
    told.paragraphs,
)
"""By itself, since it changes with every story."""
