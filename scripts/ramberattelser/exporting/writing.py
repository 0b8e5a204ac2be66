"""The files of open data: a CSV of each table, all tables as JSON, the codebook, and what describes them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from ramberattelser import comparisons, linked
from ramberattelser.corpus import Corpus, Story

from .rows import Count, Row, pairs, relations
from .tables import STORIES, TABLES, Table
from .told import paragraphs_of

Kept = Callable[[str, Callable[[], str]], str]


def files(
    corpus: Corpus,
    figures: Count = comparisons.figures,
    site: str = "",
    measure: comparisons.Measure = comparisons.measured,
    paired: Sequence[comparisons.Pair] | None = None,
) -> dict[str, str]:
    """Return address (``data/forbund.csv``) → content for every file of open data.

    ``figures`` counts two wordings and ``measure`` tells how like they are; what is given may know it from
    before. ``site`` is the address of the site, for what must say its own in full. ``paired`` are the pairs
    that have a page, worked out unless they are given.
    """
    counted = {"slaktskap": relations(corpus, figures, paired), "par": pairs(corpus, measure, paired)}
    rows = {table.name: list(counted.get(table.name) or table.rows(corpus)) for table in TABLES}
    made = {f"data/{table.name}.csv": _csv(table, rows[table.name]) for table in TABLES}
    made["data/allt.json"] = _json(rows)
    codebook = linked.full(linked.codebook(corpus), site)
    made["data/byggstenar.jsonld"] = json.dumps(codebook, ensure_ascii=False, indent=1) + "\n"
    made["data/README.txt"] = _readme()
    return made


def stories(corpus: Corpus, kept: Kept = lambda _, make: make()) -> dict[str, str]:
    """Return address → content of the table of the stories.

    ``kept`` gives what an earlier build made of a story, by its key, or what is made now.
    """
    lines = (kept(story.key, partial(_story, story)) for story in corpus.stories.values())
    return {f"data/{STORIES.name}.csv": _csv(STORIES, ()) + "".join(lines)}


def _story(story: Story) -> str:
    return _lines(paragraphs_of(story))


def listed() -> list[tuple[str, str, str]]:
    """Return (address, what it holds, media type) of each file of open data, in the order to read them."""
    return [
        *((f"/data/{table.name}.csv", table.about, "text/csv") for table in (*TABLES, STORIES)),
        ("/data/allt.json", "alla tabeller utom berättelserna i en fil", "application/json"),
        ("/data/byggstenar.jsonld", "kodboken i SKOS", "application/ld+json"),
    ]


def _csv(table: Table, rows: Iterable[Row]) -> str:
    return _lines([list(table.columns), *rows])


def _lines(rows: Iterable[Row]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
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
        "allt.json innehåller samma tabeller, utom berattelser.csv.",
        "Tider står som i källan (text) och i EDTF (ISO 8601-2).",
        "Celler som börjar med =, +, - eller @ har en apostrof framför: kalkylprogram ska inte räkna på dem.",
        "Källfilens skrivsätt: *kursiv*, listor med -, och länkar som [[begrepp:sip]], [[umearegionen]] och",
        "[[begrepp:sip|ord som visas]].",
    ]
    for table in (*TABLES, STORIES):
        lines += ["", f"{table.name}.csv – {table.about}"]
        lines += [f"  {column}: {meaning}" for column, meaning in table.columns.items()]
    # The mark says that it is UTF-8 where a host does not.
    return "\ufeff" + "\n".join(lines) + "\n"
