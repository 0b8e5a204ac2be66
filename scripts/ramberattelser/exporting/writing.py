"""The files of open data: a CSV of each table, all tables as JSON, the codebook, and what describes them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from json.encoder import encode_basestring

from ramberattelser import comparisons, linked
from ramberattelser.corpus import Corpus, Story

from .rows import Count, Row, pairs, relations
from .tables import STORIES, TABLES, Table
from .told import paragraphs_of

Kept = Callable[[str, Callable[[], str]], str]
Written = tuple[str, str]
"""A table as CSV, and its rows as JSON objects."""
_RUN = frozenset("=+-@\t\r")


def files(
    corpus: Corpus,
    figures: Count = comparisons.figures,
    site: str = "",
    measure: comparisons.Measure = comparisons.measured,
    paired: Sequence[comparisons.Pair] | None = None,
    kept: Callable[[str, Callable[[], Written]], Written] = lambda _, make: make(),
) -> dict[str, str]:
    """Return address (``data/forbund.csv``) → content for every file of open data.

    ``figures`` counts two wordings and ``measure`` tells how like they are; what is given may know it from
    before. ``site`` is the address of the site, for what must say its own in full. ``paired`` are the pairs
    that have a page, worked out unless they are given. ``kept`` gives what an earlier build made of a table,
    by its name, or what is made now.
    """
    counted = {
        "slaktskap": partial(relations, corpus, figures, paired),
        "par": partial(pairs, corpus, measure, paired),
    }

    def written(table: Table) -> Written:
        rows = list(counted.get(table.name, partial(table.rows, corpus))())
        return _csv(table, rows), _objects(table, rows)

    tables = {table.name: kept(table.name, partial(written, table)) for table in TABLES}
    made = {f"data/{name}.csv": text for name, (text, _) in tables.items()}
    made["data/allt.json"] = _json({name: objects for name, (_, objects) in tables.items()})
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
    csv.writer(out, lineterminator="\r\n").writerows(map(_harmless, rows))
    return out.getvalue()


def _harmless(row: Row) -> Row:
    """A spreadsheet runs cells that begin as a formula: such text gets an apostrophe in front."""
    return [f"'{cell}" if isinstance(cell, str) and cell and cell[0] in _RUN else cell for cell in row]


def _json(tables: Mapping[str, str]) -> str:
    """Return the tables as ``json.dumps`` writes them with an indent of 1, in a third of its time."""
    return "{\n" + ",\n".join(f" {_value(name)}: {rows}" for name, rows in tables.items()) + "\n}\n"


def _objects(table: Table, rows: Iterable[Row]) -> str:
    names = [f"   {_value(column)}: " for column in table.columns]
    made = [
        "  {\n" + ",\n".join([name + _value(cell) for name, cell in zip(names, row, strict=True)]) + "\n  }"
        for row in rows
    ]
    return "[\n" + ",\n".join(made) + "\n ]" if made else "[]"


def _value(cell: str | int | float) -> str:
    return encode_basestring(cell) if isinstance(cell, str) else repr(cell)


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
