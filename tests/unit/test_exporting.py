"""The open data: readable back, described, the same in every form and as the pages say."""

from __future__ import annotations

import csv
import io
import json
import re
from itertools import combinations

import pytest

from corpora import BARE, EMPTY, NAMES, changed_corpus, corpus, pages, site
from ramberattelser import addresses, comparisons, exporting, kinship
from ramberattelser.comparing import sentences, word_count
from ramberattelser.corpus import Corpus
from ramberattelser.dates import parse

each = pytest.mark.parametrize("name", [*NAMES, BARE, EMPTY])
both = pytest.mark.parametrize("name", NAMES)

Rows = list[dict[str, str]]


def table(files: dict[str, str], name: str) -> Rows:
    return list(csv.DictReader(io.StringIO(files[f"data/{name}.csv"], newline=""), strict=True))


def tables(files: dict[str, str]) -> dict[str, Rows]:
    names = [file.removeprefix("data/").removesuffix(".csv") for file in files if file.endswith(".csv")]
    return {name: table(files, name) for name in names}


@each
def test_every_table_reads_back_with_every_row_as_wide_as_its_head(name):
    files = exporting.files(corpus(name))
    for made in exporting.TABLES:
        rows = list(csv.reader(io.StringIO(files[f"data/{made.name}.csv"], newline=""), strict=True))
        assert rows[0] == list(made.columns)
        assert {len(row) for row in rows} == {len(made.columns)}
        assert len(rows) - 1 == len(list(made.rows(corpus(name))))
    assert all("\r\n" in text for file, text in files.items() if file.endswith(".csv"))


@each
def test_json_says_what_the_tables_say(name):
    files = exporting.files(corpus(name))
    told = json.loads(files["data/allt.json"])
    assert files["data/allt.json"] == json.dumps(told, ensure_ascii=False, indent=1) + "\n"
    assert told.keys() == tables(files).keys()
    for key, rows in tables(files).items():
        as_text = [{column: str(value) for column, value in row.items()} for row in told[key]]
        assert as_text == [{column: bare(value) for column, value in row.items()} for row in rows]


def bare(cell: str) -> str:
    """A cell without the apostrophe that keeps a spreadsheet from counting on it."""
    return cell[1:] if re.match(r"'[=+\-@\t\r]", cell) else cell


def test_every_file_and_column_is_described_and_nothing_else_is():
    files = exporting.files(corpus("exempel")) | exporting.stories(corpus("exempel"))
    told = files["data/README.txt"]
    assert told.startswith("\ufeff")  # a host may not say that it is UTF-8
    parts = dict(re.findall(r"^(\w+)\.csv – .+\n((?:  \w+: .+\n)+)", told, re.MULTILINE))
    assert parts.keys() == tables(files).keys()
    for made in (*exporting.TABLES, exporting.STORIES):
        assert re.findall(r"^  (\w+): \S", parts[made.name], re.MULTILINE) == list(made.columns)
    assert all(file.removeprefix("data/") in told for file in files if not file.endswith("README.txt"))


def test_every_file_is_on_the_page_of_open_data(repo_root):
    told = (repo_root / "docs" / "om" / "data.md").read_text(encoding="utf-8")
    files = exporting.files(corpus("exempel")) | exporting.stories(corpus("exempel"))
    assert {f"/{file}" for file in files} - set(re.findall(r"\((/data/.*?)\)", told)) <= {
        "/data/byggstenar.jsonld"
    }
    assert set(re.findall(r"\((/data/.*?)\)", told)) <= {f"/{file}" for file in site("verklig").files}


@each
def test_every_piece_of_every_story_is_a_row_with_its_section_questions_and_source(name):
    rows = iter(table(exporting.stories(corpus(name)), "berattelser"))
    for story in corpus(name).stories.values():
        for section in story.narrative.sections:
            for number, block in enumerate(section.blocks, 1):
                row = next(rows)
                assert (row["berattelse"], row["avsnitt"], row["stycke"]) == (
                    story.key,
                    section.id,
                    str(number),
                )
                assert row["fragor"].split("; ") == list(section.questions or [""])
                assert [one.split(", ")[0] for one in row["kalla"].split("; ")] == [
                    ref.source for ref in block.sources
                ]
                said = block.text or block.quote or block.excerpt or ""
                assert bare(row["text"]).split()[: len(said.split())] == said.split()
                assert not re.search(r"\w,?\n\w", row["text"])
                assert row["text"] or block.kind == "bild"
                page = pages(name)[addresses.story(story)].page
                assert f'id="{row["adress"].partition("#")[2]}"' in page.body
    assert next(rows, None) is None


def test_the_terms_are_all_there():
    rows = table(exporting.files(corpus("verklig")), "begrepp")
    assert [row["id"] for row in rows] == [term.id for term in corpus("verklig").glossary.terms]


def test_the_first_table_is_as_it_was_last_read():
    assert exporting.files(corpus("exempel"))["data/kodning.csv"].splitlines() == [
        "lydelse,byggsten,namn,utover_lagen,citat",
        "lagen/forsta,syfte,Syfte,nej,göras för prov",
        "lagen/andra,syfte,Syfte,nej,göras för … gå att upprepa",
        "provkoping/2012,plattform,Plattform,ja,en plattform",
        "exempelforbundet/2015,syfte,Syfte,nej,ska pröva … är att lära",
        "exempelforbundet/2015,plattform,Plattform,ja,en plattform för prov",
    ]


# --- the same as the data and the pages ---------------------------------------------------


@both
def test_the_wordings_are_to_the_letter_and_counted_as_on_their_pages(name):
    made = corpus(name)
    rows = {row["lydelse"]: row for row in table(exporting.files(made), "lydelser")}
    assert rows.keys() == made.wordings.keys()
    for key, wording in made.wordings.items():
        row, page = rows[key], pages(name)[addresses.wording(wording)]
        assert bare(row["text"]) == wording.version.text.strip()
        assert row["adress"] == page.path
        if wording.version.collected:
            said = page.body.words.replace("\u00a0", " ")
            assert re.search(rf"\b(?:{row['ord']}|ett|två|tre|fyra|fem|sex|sju|åtta|nio) ord\b", said)
            assert int(row["ord"]) == word_count(wording.version.text)
            assert int(row["meningar"]) == len(sentences(wording.version.text.strip()))
        else:
            assert (row["ord"], row["meningar"], row["text"]) == ("0", "0", "saknas")


@both
def test_the_list_of_wordings_counts_as_the_table_does(name):
    rows = {row["adress"]: row for row in table(exporting.files(corpus(name)), "lydelser")}
    listed = pages(name)["/andamal/"].body.all("table")[0].one("tbody").all("tr")
    assert len(listed) == len(corpus(name).collected)
    for line in listed:
        row = rows["/" + line.all("a")[0].attrs["href"].replace("../", "")]
        assert [cell.shown for cell in line.all("td", "num")] == [row["meningar"], row["ord"]]


@both
def test_likeness_is_as_on_the_pages_of_the_pairs(name):
    made = corpus(name)
    rows = table(exporting.files(made), "slaktskap")
    words = {row["lydelse"]: row["ord"] for row in table(exporting.files(made), "lydelser")}
    assert len(rows) == len(kinship.paired(made)) > 0
    for row in rows:
        said = pages(name)[row["adress"]].body.words.replace("\u00a0", " ")
        assert f"{round(float(row['likhet']) * 100)} %" in said, row["adress"]
        assert (row["ord_fran"], row["ord_till"]) == (words[row["fran"]], words[row["till"]])
        old, new, shared = (int(row[column]) for column in ("ord_fran", "ord_till", "gemensamma"))
        assert float(row["likhet"]) == pytest.approx(2 * shared / (old + new), abs=0.0001)
        assert bool(row["hur"]) == bool(row["belagg"]) == bool(row["sakerhet"])


@both
def test_members_names_and_events_are_those_of_the_data_with_their_times(name):
    made, files = corpus(name), exporting.files(corpus(name))
    every = made.associations.items()
    assert pairs(files, "medlemmar", "forbund", "medlem") == [
        (o, m.name) for o, a in every for m in a.members
    ]
    assert pairs(files, "forbund", "forbund", "namn") == [(o, n.name) for o, a in every for n in a.names]
    lanes = [("nationellt", made.national), *every]
    happened = [(o, e.id) for o, lane in lanes for e in (*lane.phases, *lane.events)]
    assert pairs(files, "handelser", "bana", "id") == happened
    assert pairs(files, "kallor", "id", "kort") == [(s.id, s.short) for s in made.source_list.sources]
    for key in ("medlemmar", "forbund", "handelser"):
        for row in table(files, key):
            assert row["period_edtf"] == parse(bare(row["period"])).edtf()


def pairs(files: dict[str, str], name: str, *columns: str) -> list[tuple[str, ...]]:
    return [tuple(bare(row[column]) for column in columns) for row in table(files, name)]


@both
def test_every_code_is_a_row_with_its_exact_words(name):
    made = corpus(name)
    rows = [(w.key, code.element, code.quote) for w in made.collected for code in w.version.codes]
    assert pairs(exporting.files(made), "kodning", "lydelse", "byggsten", "citat") == rows


@each
def test_the_codebook_as_linked_data_has_every_byggsten_at_its_address(name):
    made = corpus(name)
    told = json.loads(exporting.files(made)["data/byggstenar.jsonld"])["@graph"]
    assert [entry["@id"] for entry in told[1:]] == [addresses.element(element) for element in made.elements]


@each
def test_each_byggsten_has_words_of_a_text_as_example_in_swedish_where_any_text_has_it(name):
    made = corpus(name)
    told = json.loads(exporting.files(made)["data/byggstenar.jsonld"])["@graph"][1:]
    for element, entry in zip(made.elements, told, strict=True):
        said = {code.quote for w in made.collected for code in w.version.codes if code.element == element}
        assert ("skos:example" in entry) == bool(said)
        if said:
            assert entry["skos:example"]["@value"] in said
            assert entry["skos:example"]["@language"] == "sv"


def test_the_example_is_the_one_that_the_page_of_byggstenar_shows():
    made, shown = corpus("verklig"), pages("verklig")["/andamal/byggstenar/"].body.words
    told = json.loads(exporting.files(made)["data/byggstenar.jsonld"])["@graph"][1:]
    assert all(f"Exempel: ”{entry['skos:example']['@value']}”" in shown for entry in told)


# --- cells that a spreadsheet would run ---------------------------------------------------


@pytest.mark.parametrize("first", ["=1+1", "+46", "-2", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_cell_begins_as_a_formula(first):
    made = formulas(corpus("exempel"), first)
    files = exporting.files(made)
    cells = [cell for rows in tables(files).values() for row in rows for cell in row.values()]
    assert [cell for cell in cells if cell[:1] in tuple("=+-@\t\r")] == []
    assert sum(cell.startswith(f"'{first}") for cell in cells) > 20


def formulas(base: Corpus, first: str) -> Corpus:
    return changed_corpus(
        base, lambda field, text: text if field in ("Code.quote", "Block.excerpt") else first + text
    )


def test_separators_quotes_and_broken_lines_in_a_text_come_back_as_they_were():
    odd = 'a,b;"c"\r\nd\ne\tå 🙂'
    made = changed_corpus(corpus("exempel"), lambda field, text: odd if field == "Member.note" else text)
    assert {row["not"] for row in table(exporting.files(made), "medlemmar")} >= {odd}


# --- every pair ---------------------------------------------------------------------------


@both
def test_every_two_collected_wordings_are_a_row_and_counted_as_they_are_compared(name):
    made = corpus(name)
    rows = table(exporting.files(made), "par")
    two = list(combinations(made.collected, 2))
    assert [(row["ena"], row["andra"]) for row in rows] == [(one.key, other.key) for one, other in two]
    for row, (one, other) in zip(rows, two, strict=True):
        compared = comparisons.comparison(one, other)
        shared = compared.shared_words
        assert int(row["gemensamma"]) == shared >= int(row["flyttade"])
        assert (int(row["ord_ena"]), int(row["ord_andra"])) == (compared.old_words, compared.new_words)
        assert int(row["bara_ena"]) == compared.old_words - shared
        assert int(row["bara_andra"]) == compared.new_words - shared
        assert float(row["likhet"]) == pytest.approx(compared.likeness, abs=0.0001)
        assert bool(row["forlaga"]) == bool(row["hur"]) == bool(row["sakerhet"])
    assert {row["adress"] for row in rows} - {""} == {
        row["adress"] for row in table(exporting.files(made), "slaktskap")
    }


def test_the_pairs_that_kinship_rests_on_can_be_fetched():
    rows = {(row["ena"], row["andra"]): row for row in table(exporting.files(corpus("verklig")), "par")}
    measured = rows["vastra-ostergotland/2015", "umearegionen/2019"]
    assert (measured["likhet"][:4], measured["forlaga"]) == ("0.81", "")
    assert measured["adress"] == "/andamal/jamfor/vastra-ostergotland-2015/umearegionen-2019/"
    assert int(measured["flyttade"]) > 20
    declared = rows["ostra-ostergotland/2017", "umearegionen/2019"]
    assert (declared["forlaga"], declared["hur"]) == ("ostra-ostergotland/2017", "hämtad från")
    assert declared["adress"] == "/andamal/jamfor/ostra-ostergotland-2017/umearegionen-2019/"


def test_in_a_large_collection_the_pairs_are_those_of_pages_and_of_relatives(monkeypatch):
    made = corpus("verklig")
    known = {frozenset((pair.old.key, pair.new.key)) for pair in kinship.paired(made)}
    monkeypatch.setattr(comparisons, "EVERY", 4)
    asked = []

    def measure(old, new):
        asked.append((old.key, new.key))
        return comparisons.measured(old, new)

    near = {
        frozenset((relative.wording.key, wording.key))
        for wording in made.collected
        for relative in comparisons.relatives(made, wording)
    }
    ways = {(r.wording.key, w.key) for w in made.collected for r in comparisons.relatives(made, w)}
    rows = [(one.key, other.key) for one, other, _ in comparisons.beside(made, kinship.paired(made), measure)]
    assert {frozenset(row) for row in rows} == near | known
    assert len(rows) == len(set(map(frozenset, rows))) < 28
    assert {way for way in asked if frozenset(way) in near} <= ways, "asked as the pages ask"


def test_the_same_is_counted_both_ways_round():
    for one, other in combinations(corpus("verklig").collected, 2):
        assert comparisons.measured(other, one).turned() == comparisons.measured(one, other)
