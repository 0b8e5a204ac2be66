"""The data as tables (CSV) and as one JSON document, with a description of every column."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ramberattelser import addresses, comparisons, linked
from ramberattelser.comparing import sentences, word_count
from ramberattelser.corpus import Corpus, Wording
from ramberattelser.dates import When
from ramberattelser.model import SourceRef

Row = Sequence[str | int | float]


@dataclass(frozen=True, slots=True)
class Table:
    """One table: file name without ending, what it holds, columns with their meaning, and its rows."""

    name: str
    about: str
    columns: Mapping[str, str]
    rows: Callable[[Corpus], Iterable[Row]]


Count = Callable[[Wording, Wording], comparisons.Figures]


def files(
    corpus: Corpus,
    figures: Count = comparisons.figures,
    site: str = "",
    measure: comparisons.Measure = comparisons.measured,
) -> dict[str, str]:
    """Return address (``data/forbund.csv``) → content for every file of open data.

    ``figures`` counts two wordings and ``measure`` tells how like they are; what is given may know it from
    before. ``site`` is the address of the site, for what must say its own in full.
    """
    counted = {"slaktskap": _relations(corpus, figures), "par": _pairs(corpus, measure)}
    rows = {table.name: list(counted.get(table.name) or table.rows(corpus)) for table in TABLES}
    made = {f"data/{table.name}.csv": _csv(table, rows[table.name]) for table in TABLES}
    made["data/allt.json"] = _json(rows)
    codebook = linked.full(linked.codebook(corpus), site)
    made["data/byggstenar.jsonld"] = json.dumps(codebook, ensure_ascii=False, indent=1) + "\n"
    made["data/README.txt"] = _readme()
    return made


def listed() -> list[tuple[str, str, str]]:
    """Return (address, what it holds, media type) of each file of open data, in the order to read them."""
    return [
        *((f"/data/{table.name}.csv", table.about, "text/csv") for table in TABLES),
        ("/data/allt.json", "alla tabeller i en fil", "application/json"),
        ("/data/byggstenar.jsonld", "kodboken i SKOS", "application/ld+json"),
    ]


def _csv(table: Table, rows: Iterable[Row]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(table.columns)
    for row in rows:
        writer.writerow([_harmless(cell) for cell in row])
    return out.getvalue()


def _harmless(cell: str | int | float) -> str | int | float:
    """A spreadsheet runs cells that begin as a formula: such text gets an apostrophe in front."""
    if isinstance(cell, str) and cell[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return f"'{cell}"
    return cell


def _json(rows: Mapping[str, Iterable[Row]]) -> str:
    tables: dict[str, Any] = {
        table.name: [dict(zip(table.columns, row, strict=True)) for row in rows[table.name]]
        for table in TABLES
    }
    return json.dumps(tables, ensure_ascii=False, indent=1) + "\n"


def _readme() -> str:
    lines = [
        "Öppna data: ramberättelser och ändamål",
        "",
        "Alla tabeller är UTF-8, avskilda med komma, med kolumnnamn på första raden.",
        "byggstenar.jsonld är kodboken i SKOS; varje sida på webbplatsen har också JSON-LD.",
        "allt.json innehåller samma tabeller. Tider står som i källan (text) och i EDTF (ISO 8601-2).",
        "Celler som börjar med =, +, - eller @ har en apostrof framför: kalkylprogram ska inte räkna på dem.",
    ]
    for table in TABLES:
        lines += ["", f"{table.name}.csv – {table.about}"]
        lines += [f"  {column}: {meaning}" for column, meaning in table.columns.items()]
    return "\n".join(lines) + "\n"


def _refs(refs: Iterable[SourceRef]) -> str:
    return "; ".join(f"{ref.source}, {ref.section}" if ref.section else ref.source for ref in refs)


def _times(when: When | None) -> tuple[str, str]:
    return (when.written, when.edtf()) if when else ("", "")


def _associations(corpus: Corpus) -> Iterable[Row]:
    for owner, association in corpus.associations.items():
        for name in association.names:
            yield (
                owner,
                association.short_name,
                association.kind,
                name.name,
                *_times(name.period),
                _refs(name.sources),
            )


def _members(corpus: Corpus) -> Iterable[Row]:
    for owner, association in corpus.associations.items():
        for member in association.members:
            yield (
                owner,
                member.name,
                member.kind,
                *_times(member.period),
                member.note or "",
                _refs(member.sources),
            )


def _events(corpus: Corpus) -> Iterable[Row]:
    owners = [("nationellt", corpus.national), *corpus.associations.items()]
    for owner, laned in owners:
        for phase in laned.phases:
            yield (owner, "fas", phase.id, phase.name, *_times(phase.period), _refs(phase.sources))
        for event in laned.events:
            yield (owner, "händelse", event.id, event.title, *_times(event.when), _refs(event.sources))


def _text(wording: Wording) -> str:
    return wording.version.text.strip()


def _wordings(corpus: Corpus) -> Iterable[Row]:
    for wording in corpus.wordings.values():
        version = wording.version
        start, end = _times(version.validity.start), _times(version.validity.end)
        counted = (
            (word_count(_text(wording)), len(sentences(_text(wording)))) if version.collected else (0, 0)
        )
        yield (
            wording.key,
            wording.owner,
            version.id,
            version.label or "",
            *start,
            *end,
            version.doubt.text if version.doubt else "",
            version.adopted or "",
            version.paragraph,
            *counted,
            _text(wording),
            _refs(version.sources),
            addresses.wording(wording),
        )


def _codes(corpus: Corpus) -> Iterable[Row]:
    for wording in corpus.collected:
        for code in wording.version.codes:
            element = corpus.elements[code.element]
            yield (wording.key, code.element, element.name, "ja" if element.beyond_law else "nej", code.quote)


def _relations(corpus: Corpus, figures: Count = comparisons.figures) -> Iterable[Row]:
    for pair in comparisons.pairs(corpus):
        relation = pair.relation
        old_words, new_words, shared, likeness, changes = figures(pair.old, pair.new)
        yield (
            pair.old.key,
            pair.new.key,
            "; ".join(pair.reasons),
            relation.how if relation else "",
            relation.certainty if relation else "",
            _refs(relation.evidence) if relation else "",
            old_words,
            new_words,
            shared,
            round(likeness, 4),
            changes,
            addresses.comparison(pair.old, pair.new),
        )


def _pairs(corpus: Corpus, measure: comparisons.Measure = comparisons.measured) -> Iterable[Row]:
    known = comparisons.by_keys(corpus)
    for one, other, made in comparisons.beside(corpus, measure):
        declared = [
            (parent, relation)
            for child, parent in ((one, other), (other, one))
            for relation in child.version.relations
            if str(relation.version) == parent.key
        ]
        parent, relation = declared[0] if declared else (None, None)
        pages = [pair for pair in ((one, other), (other, one)) if (pair[0].key, pair[1].key) in known]
        yield (
            one.key,
            other.key,
            made.old_words,
            made.new_words,
            made.shared,
            made.moved,
            made.old_words - made.shared,
            made.new_words - made.shared,
            round(made.likeness, 4),
            parent.key if parent else "",
            relation.how if relation else "",
            relation.certainty if relation else "",
            addresses.comparison(*pages[0]) if pages else "",
        )


def _sources(corpus: Corpus) -> Iterable[Row]:
    for source in corpus.source_list.sources:
        yield (
            source.id,
            source.short,
            source.title,
            "; ".join(source.authors),
            source.publisher or "",
            source.year,
            source.kind,
            source.address or "",
            source.read,
        )


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
        _associations,
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
        _members,
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
        _events,
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
        _wordings,
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
        _codes,
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
        _relations,
    ),
    Table(
        "par",
        "alla par av insamlade lydelser; i en samling på över "
        f"{comparisons.EVERY} lydelser bara de par som har en jämförelsesida eller står bland en lydelses "
        "närmaste släktingar",
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
        _pairs,
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
        _sources,
    ),
)
