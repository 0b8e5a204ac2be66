"""Kinship: what was taken, changed and added, where sources and words disagree, and where words come from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import corpora
from ramberattelser import addresses, comparisons, kinship
from ramberattelser.checking import check
from ramberattelser.comparing import compare, nearest
from ramberattelser.corpus import LAW, Corpus
from ramberattelser.dates import parse
from ramberattelser.kinship.naming import joined, numbered, text_of
from ramberattelser.kinship.picture import WIDTH, Picture
from ramberattelser.model import Relation, Validity, VersionRef
from ramberattelser.pages import clauses, comparing_pages, wordpath_pages
from ramberattelser.pages.build import Builder
from ramberattelser.pages.lineage import pages

ROOT = Path(__file__).resolve().parents[2]

APPLES = "Provskogen ska plocka röda äpplen i den stora skogen varje höst."
PEARS = "Provskogen ska gömma gula päron under den gamla bron."
PLUMS = "Alla som vill får äta blå plommon på det långa bordet."
NUTS = "Nötter räknas noga av tre ekorrar före den första snön."
FIGS = "Fikon får bara ätas av den som sjunger högt för sina grannar."


@cache
def example() -> Corpus:
    """The small corpus of made-up content."""
    found, findings = check(ROOT / "tests" / "fixtures" / "exempel")
    assert found is not None, findings
    return found


@cache
def real() -> Corpus:
    """The project's own data."""
    found, findings = check(ROOT)
    assert found is not None, findings
    return found


Row = tuple[str, str, Sequence[str]]
"""``skogen/2015``, the text (or "saknas"), and what it is declared to build on."""


def made_of(*rows: Row, how: str = "hämtad från", coded: bool = False) -> Corpus:
    """Return a corpus of made-up clauses; the year of each is its id."""
    base = example()
    template = base.clauses["provkoping"].versions[0]
    ref = template.sources
    clauses, associations = {}, {}
    for key, text, parents in rows:
        owner, year = key.split("/")
        relations = tuple(
            Relation.model_construct(
                version=VersionRef(owner=parent.split("/")[0], version=parent.split("/")[1]),
                how=how,
                certainty="säker",
                evidence=ref,
                note="Så sägs det",
            )
            for parent in parents
        )
        version = template.model_copy(
            update={
                "id": year,
                "text": text,
                "relations": relations,
                "codes": template.codes if coded else (),
                "doubt": None,
                "validity": Validity.model_construct(start=parse(f"{year}-01-01"), end=None),
            }
        )
        before = clauses[owner].versions if owner in clauses else ()
        clauses[owner] = base.clauses["provkoping"].model_copy(
            update={"association": owner, "versions": (*before, version), "gaps": ()}
        )
        associations[owner] = base.associations["provkoping"].model_copy(
            update={"short_name": owner.capitalize(), "signature": owner[:3].upper()}
        )
    return Corpus(
        **{
            field: getattr(base, field)
            for field in base.__dataclass_fields__
            if field not in ("clauses", "associations", "stories", "chains")
        },
        chains=base.chains.model_copy(update={"chains": ()}),
        clauses=clauses,
        associations=associations,
        stories={},
    )


def words(*sentences: str) -> str:
    return " ".join(sentences)


# -- what became of the sentences ------------------------------------------------------------------------


def test_a_child_takes_changes_adds_leaves_out_and_moves():
    old = words(APPLES, PEARS, PLUMS, NUTS)
    new = words(PLUMS, APPLES, PEARS.replace("gula", "gröna"), FIGS)
    found = kinship.inheritance(compare(old, new))
    assert found.taken == (1, 2)
    assert found.changed == (3,)
    assert found.added == (4,)
    assert found.left_out == (4,)
    assert [there for _, there in found.moved] == [1]


def test_words_that_only_change_places_inside_a_sentence_make_it_changed():
    old = "Provet görs av Anna, Bertil, Cecilia och Davids alla fem barn i skogen."
    new = "Provet görs av Bertil, Anna, Cecilia och Davids alla fem barn i skogen."
    assert kinship.inheritance(compare(old, new)).changed == (1,)


@given(
    st.lists(st.sampled_from([APPLES, PEARS, PLUMS, NUTS, FIGS]), min_size=1, max_size=5, unique=True),
    st.data(),
)
def test_every_sentence_has_one_fate(sentences, data):
    other = data.draw(st.permutations(sentences))
    other = list(other)[: data.draw(st.integers(1, len(other)))]
    found = kinship.inheritance(compare(words(*sentences), words(*other)))
    assert sorted(n for fate in found.fates for n in fate.new) == list(range(1, len(other) + 1))
    assert sorted(n for fate in found.fates for n in fate.old) == list(range(1, len(sentences) + 1))


def test_the_real_texts_are_told_in_words():
    corpus = real()
    old, new = corpus.wordings["ostra-ostergotland/2017"], corpus.wordings["umearegionen/2019"]
    told = dict(kinship.told(corpus, old, new))
    assert told["Tog oförändrat"] == "mening 6 (budget som ram) och 7 (arena för kunskap)"
    assert told["Lade till"] == "mening 8 (lika rättigheter)"
    assert told["Flyttade"] == "mening 2 (nummer 4 i förlagan)"
    assert told["Tog inte med"] == "ingen mening"
    assert told["Ändrade"].startswith("mening 1 (geografi), 2 (systemutveckling)")
    assert told["Ändringarna rör"].startswith("geografi, parter, individens bästa")


def test_a_sentence_has_one_name_wherever_it_is_told_of():
    corpus = real()
    for wording in corpus.collected:
        named: dict[str, set[str]] = {}
        for edge in kinship.graph(corpus).edges:
            if edge.new.key == wording.key and edge.likeness is not None:
                said = dict(kinship.told(corpus, edge.old, edge.new))
                for verb in ("Tog oförändrat", "Oförändrat", "Ändrade", "Ändrat", "Lade till", "Tillagt"):
                    for number, name in re.findall(r"(\d+) \(([^)]*)\)", said.get(verb, "")):
                        named.setdefault(number, set()).add(name)
        assert all(len(names) == 1 for names in named.values()), named


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ([], ""),
        ([(3, "")], "mening 3"),
        ([(1, ""), (2, ""), (3, ""), (5, "")], "mening 1–3 och 5"),
        ([(1, "a"), (2, "")], "mening 1 (a) och 2"),
    ],
)
def test_sentences_are_listed_in_swedish(found, said):
    assert numbered(found) == said


def test_a_name_with_an_och_is_set_apart():
    assert joined(["a", "b"]) == "a och b"
    assert joined(["a", "b", "c och d"]) == "a, b samt c och d"


# -- where sources and words disagree --------------------------------------------------------------------


def test_an_older_text_that_is_closer_than_the_declared_parent_is_told_with_the_words():
    corpus = made_of(
        ("skogen/2010", words(APPLES, PEARS, PLUMS), ()),
        ("sjon/2012", words(APPLES, NUTS, FIGS), ()),
        ("berget/2014", words(APPLES, PEARS, PLUMS, NUTS), ("sjon/2012",)),
        ("dalen/2016", words(APPLES, PEARS, PLUMS, NUTS), ()),
    )
    (found,) = kinship.disagreements(corpus, comparisons.pairs(corpus), kinship.alike(corpus))
    assert found.closer.key == "skogen/2010", "a younger text is no parent, however close"
    assert found.closer_likeness > found.declared_likeness
    assert " ".join(found.phrases).count("päron") == 1
    assert not found.inherited


def test_the_closest_parent_makes_no_disagreement():
    corpus = made_of(
        ("skogen/2010", words(APPLES, PEARS), ()),
        ("sjon/2012", words(APPLES, PEARS), ("skogen/2010",)),
    )
    assert kinship.disagreements(corpus, comparisons.pairs(corpus), kinship.alike(corpus)) == []


def test_likeness_through_declared_generations_is_explained_and_other_likeness_is_not():
    corpus = made_of(
        ("skogen/2010", words(APPLES, PEARS), ()),
        ("sjon/2012", words(APPLES, PEARS, PLUMS), ("skogen/2010",)),
        ("berget/2014", words(APPLES, PEARS, NUTS), ("sjon/2012",)),
        ("dalen/2009", words(APPLES, FIGS), ()),
    )
    (found,) = kinship.unexplained(corpus, kinship.alike(corpus))
    assert found.pair.old.key == "dalen/2009"
    assert {p.new.owner for p in (found.pair, *found.also)} == {"skogen", "sjon", "berget"}
    assert {(p.old.key, p.new.key) for p in kinship.undeclared(corpus)} >= {("skogen/2010", "berget/2014")}


def test_the_real_disagreements():
    corpus = real()
    (found,) = kinship.disagreements(corpus, comparisons.pairs(corpus), kinship.alike(corpus))
    assert (found.pair.new.key, found.closer.key) == ("umearegionen/2019", "vastra-ostergotland/2015")
    assert found.phrases == ("för samordnade bedömningar och insatser som syftar",)
    assert found.inherited
    (loose,) = kinship.unexplained(corpus, kinship.alike(corpus))
    assert (loose.pair.old.owner, loose.pair.new.owner) == ("halland", "vastra-ostergotland")
    assert round(loose.pair.likeness, 2) == 0.4


def test_changes_are_counted_by_paragraph():
    corpus = real()
    old, new = corpus.wordings["ostra-ostergotland/2017"], corpus.wordings["umearegionen/2019"]
    found = kinship.spread(old, new)
    assert found.changes == len(comparisons.comparison(old, new).changes)
    assert found.outside_last == found.changes - 1
    assert [p.number for p in found.paragraphs if p.new] == [5]


def test_which_text_first_has_what_the_law_lacks():
    corpus = real()
    members = kinship.families(corpus)["umearegionen/2019"]
    family = [wording for key, wording in corpus.wordings.items() if key in members]
    found = {first.wording.owner: first.elements for first in kinship.firsts(corpus, family)}
    assert "systemutveckling" in found["vastra-ostergotland"]
    assert found["umearegionen"] == ("lika-rattigheter",)


# -- where the words come from ---------------------------------------------------------------------------


def labels(made: kinship.Origins) -> list[tuple[int, str]]:
    return [(line.number, run.origin.key) for line in made.lines for run in line.runs]


def test_words_are_traced_through_generations_and_past_one_that_lacks_them():
    corpus = made_of(
        ("skogen/2010", words(APPLES, PEARS), ()),
        ("sjon/2012", words(APPLES, PLUMS), ("skogen/2010",)),
        ("berget/2014", words(APPLES, PEARS, PLUMS, NUTS), ("sjon/2012",)),
    )
    made = kinship.origins_of(corpus, corpus.wordings["berget/2014"])
    assert labels(made) == [(1, "skogen/2010"), (2, "skogen/2010"), (3, "sjon/2012"), (4, "berget/2014")]


def test_several_parents_each_give_their_own_and_the_oldest_is_named():
    corpus = made_of(
        ("skogen/2010", words(PEARS, APPLES), ()),
        ("sjon/2012", words(PLUMS, APPLES), ()),
        ("berget/2014", words(PLUMS, PEARS, APPLES), ("sjon/2012", "skogen/2010")),
    )
    made = kinship.origins_of(corpus, corpus.wordings["berget/2014"])
    assert labels(made) == [(1, "sjon/2012"), (2, "skogen/2010"), (3, "skogen/2010")]


def test_an_older_text_outside_the_line_is_no_origin_but_is_named():
    corpus = made_of(
        ("dalen/2005", words(NUTS, PEARS), ()),
        ("skogen/2010", PEARS, ()),
        ("sjon/2012", words(PEARS, PLUMS), ("skogen/2010",)),
    )
    made = kinship.origins_of(corpus, corpus.wordings["sjon/2012"])
    assert labels(made) == [(1, "skogen/2010"), (2, "sjon/2012")]
    (first,), (second,) = (line.runs for line in made.lines)
    assert [other.wording.key for other in first.elsewhere] == ["dalen/2005"]
    assert second.elsewhere == ()


def test_a_parent_that_is_missing_leads_on_to_its_own_parent():
    corpus = made_of(
        ("skogen/2010", PEARS, ()),
        ("sjon/2012", "saknas", ("skogen/2010",)),
        ("berget/2014", words(PEARS, NUTS), ("sjon/2012",)),
    )
    made = kinship.origins_of(corpus, corpus.wordings["berget/2014"])
    assert labels(made) == [(1, "skogen/2010"), (2, "berget/2014")]


@pytest.mark.parametrize("key", ["umearegionen/2019", "ostra-ostergotland/2017", "lagen/sfs-2010-350"])
def test_runs_join_to_the_exact_sentences_and_count_every_word(key):
    corpus = real()
    wording = corpus.wordings[key]
    made = kinship.origins_of(corpus, wording)
    for line, unit in zip(made.lines, compare(text_of(wording), "").old_units, strict=True):
        assert "".join(run.text for run in line.runs) == text_of(wording)[unit.start : unit.end]
    assert sum(run.words for line in made.lines for run in line.runs) == made.words
    assert sum(share.words for share in made.shares) == made.words
    assert made.shares[-1].wording.key == key


def test_the_real_words_of_umea():
    corpus = real()
    made = kinship.origins_of(corpus, corpus.wordings["umearegionen/2019"])
    shares = {share.wording.signature: share.words for share in made.shares}
    assert shares == {"VÖG": 164, "ÖÖG": 1, "UME": 54}


def test_a_wording_without_a_model_shows_which_sentences_stand_in_older_texts():
    corpus = made_of(
        ("dalen/2005", words(NUTS, PEARS), ()),
        ("sjon/2012", words(PEARS, PLUMS), ()),
    )
    made = {page.path: str(page.body) for page in clauses.pages(Builder(corpus))}
    section = made["/andamal/sjon/2012/"].split('<h2 id="h-ursprung">Orden i äldre texter</h2>')[1]
    first, second = section.split("<tr><td")[1:3]
    assert "Provskogen ska gömma" in first
    assert 'href="../../../andamal/dalen/2005/"' in first
    assert "9 av 9 ord" in first
    assert "Alla som vill" in second
    assert "<a" not in second.split("</tr>")[0]
    assert "h-ursprung" not in made["/andamal/dalen/2005/"]


def test_labels_tell_two_texts_of_one_owner_apart():
    corpus = made_of(
        ("skogen/2010", PEARS, ()),
        ("skogen/2012", words(PEARS, NUTS), ("skogen/2010",)),
    )
    made = kinship.origins_of(corpus, corpus.wordings["skogen/2012"])
    assert [made.label(share.wording) for share in made.shares] == ["SKO 2010", "SKO 2012"]


# -- the reason in words ---------------------------------------------------------------------------------


def test_the_reason_names_what_is_shared_what_differs_and_what_one_has_alone():
    corpus = real()
    one, other = corpus.wordings["vastra-ostergotland/2015"], corpus.wordings["umearegionen/2019"]
    said = kinship.reason(corpus, one, other)
    assert said == kinship.reason(corpus, other, one)
    shared, differing, alone = said.split(". ")
    assert shared.startswith("De två texterna har samma eller nästan samma meningar om ")
    for name in ("målgrupp", "systemutveckling", "gemensam plattform", "budget som ram", "arena för kunskap"):
        assert name in shared
    assert differing == "De skiljer sig i geografi och parter"
    assert alone == "Bara Umeåregionen 2019 har lika rättigheter."


def test_texts_with_nothing_in_common_say_so():
    corpus = made_of(("skogen/2010", APPLES, ()), ("sjon/2012", "Helt annat.", ()))
    said = kinship.reason(corpus, *(corpus.wordings[k] for k in ("skogen/2010", "sjon/2012")))
    assert said == "De två texterna har inga meningar som motsvarar varandra."


@pytest.mark.parametrize(
    ("other", "said"),
    [
        (words(APPLES, PEARS), "två meningar som är ordagrant lika."),
        (words(APPLES, PEARS.replace("gula", "gröna")), "två meningar som är lika eller nästan lika."),
        (words(APPLES.replace("röda", "gröna"), NUTS), "en mening som är nästan lika."),
    ],
)
def test_texts_without_coding_are_told_by_number_and_no_changed_sentence_is_called_the_same(other, said):
    corpus = made_of(("skogen/2010", words(APPLES, PEARS), ()), ("sjon/2012", other, ()))
    found = kinship.reason(corpus, *(corpus.wordings[k] for k in ("skogen/2010", "sjon/2012")))
    assert found == f"De två texterna har {said}"


# -- did the child follow --------------------------------------------------------------------------------

GREEN = PEARS.replace("gula päron", "gröna meloner")


def followed(
    child: str, *, before: str = words(APPLES, PEARS), after: str = words(APPLES, GREEN)
) -> list[str]:
    corpus = made_of(
        ("skogen/2010", before, ()), ("skogen/2015", after, ()), ("sjon/2018", child, ("skogen/2010",))
    )
    (made,) = (kinship.follow(*one) for one in kinship.changed_parents(corpus, comparisons.pairs(corpus)))
    assert made.later
    return [row.verdict for row in made.rows]


def test_a_child_followed_stayed_or_went_half_way():
    assert followed(words(APPLES, GREEN)) == ["followed"]
    assert followed(words(APPLES, PEARS)) == ["stayed"]
    assert followed(words(APPLES, PEARS.replace("gula", "gröna"))) == ["partly"]
    assert followed(APPLES) == ["absent"]


def test_a_child_that_changed_the_same_words_to_something_else_went_its_own_way():
    assert followed(words(APPLES, PEARS.replace("gula päron", "blå plommon"))) == ["otherwise"]
    assert followed(words(APPLES, PEARS.replace("gula päron", "gula plommon"))) == ["otherwise"]
    assert followed(words(APPLES, PEARS.replace("gula päron ", ""))) == ["otherwise"]
    assert followed(words(APPLES, PEARS.replace("gula päron", "gröna plommon"))) == ["partly"]
    assert followed(words(APPLES, PEARS.replace("bron", "eken"))) == ["stayed"]


def test_sentences_that_the_parent_added_or_struck():
    added = words(APPLES, PEARS, NUTS)
    assert followed(words(APPLES, PEARS, NUTS), after=added) == ["followed"]
    assert followed(words(APPLES, PEARS), after=added) == ["stayed"]
    assert followed(words(APPLES, PEARS), after=APPLES) == ["stayed"]
    assert followed(APPLES, after=APPLES) == ["followed"]


def test_the_rows_hold_the_three_sentences_and_only_those_that_changed():
    corpus = made_of(
        ("skogen/2010", words(APPLES, PEARS), ()),
        ("skogen/2015", words(APPLES, GREEN), ()),
        ("sjon/2012", words(PEARS, APPLES), ("skogen/2010",)),
    )
    (made,) = (kinship.follow(*one) for one in kinship.changed_parents(corpus, comparisons.pairs(corpus)))
    (row,) = made.rows
    assert (row.before, row.after, row.child) == (PEARS, GREEN, PEARS)
    assert row.numbers == (2, 2, 1)
    assert not made.later


def test_of_many_changes_of_parents_the_latest_are_told(monkeypatch):
    corpus = made_of(
        ("skogen/2010", words(APPLES, PEARS), ()),
        ("skogen/2015", words(APPLES, GREEN), ()),
        ("skogen/2017", words(APPLES, NUTS), ()),
        ("sjon/2018", words(APPLES, PEARS), ("skogen/2010",)),
    )
    title = re.compile("<h3>([^<]* blev [^<]*)</h3>")
    whole = page(corpus)
    monkeypatch.setattr("ramberattelser.pages.lineage.MOST_FOLLOWED", 1)
    body = page(corpus)
    assert [one.partition(" blev ")[2][:11] for one in title.findall(whole)] == ["Skogen 2015", "Skogen 2017"]
    assert title.findall(body) == title.findall(whole)[1:]
    assert "Ett fall till, där en förlaga ändrades, syns i jämförelserna" in body
    assert "fall till" not in whole


def test_a_parent_with_one_wording_gives_no_three_way_view():
    assert list(kinship.changed_parents(real(), comparisons.pairs(real()))) == []


# -- the graph and its picture ---------------------------------------------------------------------------


def clash(picture: Picture) -> list[str]:
    """Name everything that lies on something else, or outside the picture."""
    areas: list[tuple[str, float, float, float, float]] = []
    for box in picture.boxes:
        areas.append((f"box {box.words}", box.x, box.y, box.x + box.width, box.y + box.height))
    texts = [strand.words for strand in picture.strands] + [text for _, text in picture.notes]
    for text in texts:
        areas.append(
            (f"words {text.text}", text.x, text.box_y, text.x + text.width, text.box_y + text.height)
        )
    found = [
        f"{one[0]} × {other[0]}"
        for at, one in enumerate(areas)
        for other in areas[:at]
        if one[1] < other[3] and other[1] < one[3] and one[2] < other[4] - 2 and other[2] < one[4] - 2
    ]
    found += [f"outside: {a[0]}" for a in areas if a[1] < 0 or a[3] > picture.width or a[4] > picture.height]
    for strand in picture.strands:
        name = f"{strand.edge.new.key} {strand.edge.text}"
        for what, x0, y0, x1, y1 in areas:
            own = what.startswith("box") and x0 == strand.x1 and y0 <= strand.y1 <= y1
            if x0 < strand.x0 < x1 and y0 < strand.y1 and strand.y0 < y1 - 0.1:
                found.append(f"{name} falls through {what}")
            if not own and y0 < strand.y1 < y1 and x0 < strand.x1 and strand.x0 < x1:
                found.append(f"{name} runs through {what}")
    return found


def test_the_real_picture_is_free_of_collisions_and_says_each_line_once():
    drawn = kinship.graph(real())
    picture = kinship.draw(drawn)
    assert clash(picture) == []
    assert picture.width == WIDTH
    assert picture.fits
    assert not picture.uneven, "the years are to scale"
    assert [s.edge for s in picture.strands] == list(drawn.edges)
    kinds = {(e.old.key, e.new.key): e.kind for e in drawn.edges}
    assert kinds["ostra-ostergotland/2017", "umearegionen/2019"] == "declared"
    assert kinds["vastra-ostergotland/2015", "umearegionen/2019"] == "measured"
    assert kinds["umearegionen/fore-2019", "umearegionen/2019"] == "own"
    years = [box.x for box in picture.boxes]
    assert years == sorted(years), "later texts stand further to the right"


@pytest.mark.parametrize("width", [WIDTH, kinship.ON_PAPER])
def test_each_text_of_the_real_picture_stands_at_its_year_however_narrow(width):
    drawn = kinship.draw(kinship.graph(real()), width)
    first = min(box.node.year for box in drawn.boxes)
    years = {first + at: tick.x for at, tick in enumerate(drawn.ticks)}
    assert [box.node.wording.key for box in drawn.boxes if abs(years[box.node.year] - box.x) > 0.2] == []


def test_the_picture_for_paper_is_narrower_and_as_free_of_collisions():
    drawn = kinship.graph(real())
    picture = kinship.draw(drawn, kinship.ON_PAPER)
    assert clash(picture) == []
    assert (picture.width, picture.fits) == (kinship.ON_PAPER, True)
    assert [s.edge for s in picture.strands] == list(drawn.edges)
    assert not kinship.draw(drawn, 300.0).fits


@st.composite
def families(draw: st.DrawFn) -> Corpus:
    """Corpora of 2 to 40 texts with relations back in time."""
    count = draw(st.integers(2, 40))
    pool = [APPLES, PEARS, PLUMS, NUTS, FIGS]
    rows: list[Row] = []
    years = sorted(draw(st.lists(st.integers(2000, 2024), min_size=count, max_size=count)))
    for at, year in enumerate(years):
        text = words(*draw(st.lists(st.sampled_from(pool), min_size=1, max_size=3, unique=True)))
        missing = draw(st.integers(0, 6)) == 0
        parents = draw(st.lists(st.integers(0, at - 1), max_size=2, unique=True)) if at else []
        rows.append((f"f{at}/{year}", "saknas" if missing else text, tuple(rows[p][0] for p in parents)))
    return made_of(*rows)


@given(families())
def test_no_picture_has_collisions(corpus):
    drawn = kinship.graph(corpus)
    picture = kinship.draw(drawn)
    assert clash(picture) == []
    assert picture == kinship.draw(kinship.graph(corpus))
    place = {node.wording.key: at for at, node in enumerate(drawn.nodes)}
    assert all(place[edge.old.key] < place[edge.new.key] for edge in drawn.edges)


def test_a_large_graph_keeps_declared_lines_and_the_closest():
    rows: list[Row] = [
        (f"f{n}/{1960 + n}", words(APPLES, PEARS, f"Egen rad nummer {n}."), ()) for n in range(50)
    ]
    rows[30] = ("f30/1990", words(PLUMS, NUTS), ("f3/1963",))
    drawn = kinship.graph(made_of(*rows))
    assert [e.new.owner for e in drawn.edges if e.kind == "declared"] == ["f30"]
    assert all(sum(e.kind == "measured" for e in drawn.into(n.wording)) <= 1 for n in drawn.nodes)
    assert clash(kinship.draw(drawn)) == []


def test_the_nearest_texts_are_found_by_shared_runs():
    texts = (words(APPLES, PEARS), words(PLUMS, NUTS), words(PEARS, APPLES), FIGS)
    assert nearest(texts, 1).places == nearest(texts, 1, run=4).places == [(2,), (), (0,), ()]


def test_a_wording_whose_first_day_is_unknown_stands_at_the_year_of_its_name():
    corpus = real()
    assert kinship.placed(corpus.wordings["halland/2012"]) == kinship.Placed(2012.0, False)
    assert kinship.placed(corpus.wordings["lagen/sfs-2010-350"]) == kinship.Placed(2010.0, False)
    assert kinship.placed(corpus.wordings["umearegionen/2019"]) == kinship.Placed(2019.0, True)
    assert kinship.placed(corpus.wordings["umearegionen/fore-2019"]) == kinship.Placed(2018.0, False)


# -- the page --------------------------------------------------------------------------------------------


def page(corpus: Corpus) -> str:
    (made,) = pages(Builder(corpus))
    return made.body


def test_the_page_has_the_three_way_view_where_the_data_has_it_and_only_there():
    assert "h-folj" not in page(real())
    body = page(
        made_of(
            ("skogen/2010", words(APPLES, PEARS), ()),
            ("skogen/2015", words(APPLES, GREEN), ()),
            ("sjon/2018", words(APPLES, GREEN), ("skogen/2010",)),
        )
    )
    assert "Följde med" in body
    assert GREEN in body


def test_every_line_of_the_picture_is_told_sentence_by_sentence_and_the_lead_counts_them():
    corpus = real()
    drawn = [edge for edge in kinship.graph(corpus).edges if edge.likeness is not None]
    [page] = pages(Builder(corpus))
    boxes = [part.split("</article>")[0] for part in page.body.split('<article class="kin-pair"')[1:]]
    heads = [box.split("</h3>")[0] for box in boxes]
    assert len(heads) == len(drawn)
    for edge in drawn:
        between = [f'</span> {edge.new.title} <span class="kin-how">', f"</span> {edge.old.title}"]
        assert sum(head.endswith(between[1]) and between[0] in head for head in heads) == 1, edge.text
    measured = [
        box for box in boxes if "Ingen källa i samlingen säger att den ena bygger på den andra" in box
    ]
    assert len(measured) == sum(edge.kind == "measured" for edge in drawn) == 4
    for box in measured:
        for word in ("Oförändrat", "Ändrat", "Tillagt", "Utelämnat"):
            assert f"<dt>{word}</dt>" in box
        assert "förlaga" not in box
        assert 'href="../../andamal/jamfor/' in box
    assert (
        "Orden visar fyra likheter till: tre som ingen källa förklarar, och en som kan ha kommit genom"
        " andra texter." in page.body
    )


@pytest.mark.parametrize("name", [*corpora.NAMES, corpora.BARE, corpora.EMPTY])
@pytest.mark.parametrize("most", [kinship.nearness.MANY, 4])
def test_every_line_leads_to_a_page_that_opens_without_a_script(name, most, monkeypatch):
    monkeypatch.setattr(kinship.nearness, "MANY", most)
    corpus = corpora.corpus(name)
    made = {page.path: page for page in comparing_pages.pages(Builder(corpus))}
    [page] = pages(Builder(corpus))
    assert "/jamfor/?" not in page.body
    drawn = [edge for edge in kinship.graph(corpus).edges if edge.likeness is not None]
    for edge in drawn:
        ways = {addresses.comparison(edge.old, edge.new), addresses.comparison(edge.new, edge.old)}
        assert any(f'href="../..{way}"' in page.body for way in ways & made.keys()), edge.text
    said = "Ingen källa i samlingen säger att den ena bygger på den andra."
    alone = {addresses.comparison(pair.old, pair.new) for pair in kinship.paired(corpus) if pair.measured}
    assert alone == {path for path, one in made.items() if said in one.body}
    if name == "verklig":
        assert len(alone) == (4 if most > 4 else 3), "of many, one for each younger text"


def test_of_a_large_collection_there_is_at_most_one_such_page_for_each_text():
    groves = [f"Lund nummer {n} ska plocka röda äpplen i sin egen skog varje höst." for n in range(10)]
    rows: list[Row] = [(f"f{n}/{1960 + n}", words(groves[n // 5], f"Rad {n}."), ()) for n in range(50)]
    alone = [pair for pair in kinship.paired(made_of(*rows)) if pair.measured]
    assert 0 < len(alone) < 50
    assert len({pair.new.key for pair in alone}) == len(alone)


def test_of_many_lines_without_a_source_the_most_alike_are_told(monkeypatch):
    monkeypatch.setattr("ramberattelser.pages.lineage.MOST_MEASURED", 2)
    [page] = pages(Builder(real()))
    boxes = page.body.split('<article class="kin-pair" aria-labelledby="liknar-')[1:]
    assert len(boxes) == 2
    assert "82\u00a0% av orden" in boxes[0]
    assert 'Två likheter till står i <a href="#h-tabell">tabellen</a>.' in page.body
    assert "Orden visar fyra likheter till" in page.body


def test_the_page_of_a_corpus_without_relations_is_whole():
    body = page(made_of(("skogen/2010", APPLES, ()), ("sjon/2012", NUTS, ())))
    assert "ingen förlaga känd" in body
    assert "h-belagt" not in body


def test_the_page_has_no_style_attributes_and_every_line_in_picture_list_and_table():
    body = page(real())
    assert "style=" not in body
    for edge in kinship.graph(real()).edges:
        assert body.count(f'aria-label="{edge.new.title}: {edge.text}, se ändringarna"') == 2
    assert body.count('<tr><th scope="row">') == len(kinship.graph(real()).edges)


@pytest.mark.parametrize("name", corpora.NAMES)
def test_where_two_pages_count_the_law_differently_both_say_so(name):
    """The words' way begins with the law; a wording's own page follows only what sources name."""
    made, found = corpora.corpus(name), corpora.pages(name)
    chain = made.chains.chains[0]
    path = wordpath_pages.path_of(Builder(made), chain)
    last = made.wording(chain.versions[-1])
    way = {text.key: path.trace.first_in(len(path.texts) - 1, at) for at, text in enumerate(path.texts)}
    own = {share.wording.key: share.words for share in kinship.origins_of(made, last).shares}
    differs = {key for key, words in way.items() if words != own.get(key, 0)}
    assert bool(differs) == ("Lagen räknas här som den första texten." in found["/"].body.words)
    assert not differs or "Lagen räknas inte hit" in found[addresses.wording(last)].body.words
    assert differs or name == "exempel"
    assert sum(way.values()) == sum(own.values())


@pytest.mark.parametrize("name", corpora.NAMES)
def test_an_older_text_outside_the_chain_that_has_its_words_is_named_where_they_are_said_to_stand_first(name):
    made, found = corpora.corpus(name), corpora.pages(name)
    chain = made.chains.chains[0]
    inside = {str(version) for version in chain.versions}
    last = made.wording(chain.versions[-1])
    older = [
        one
        for one in kinship.older_outside(made, last)
        if one.wording.key not in inside and one.wording.owner != LAW
    ]
    said = [f"står {one.words} redan hos {one.wording.title}, som inte är med i bilden." for one in older[:1]]
    for path in ("/", "/andamal/ordens-vag/"):
        words = found[path].body.words.replace("\u00a0", " ")
        assert all(words.count(one) >= 1 for one in said)
        assert ("som inte är med i bilden." in words) == bool(said)
    assert bool(said) == (name == "verklig")


def test_missing_wordings_are_named_in_a_sentence_without_the_comma_of_their_titles():
    words = corpora.pages("verklig")["/andamal/slaktskap/"].body.words
    assert "Umeåregionen före 2019 saknas, så det går inte att se" in words
    assert "Och äldre lydelser saknas: Östra Östergötland före 2017 och Umeåregionen före 2019." in words


@pytest.mark.parametrize("name", corpora.NAMES)
def test_the_words_for_phones_name_every_kind_of_edge_that_the_list_has(name):
    body = corpora.pages(name)["/andamal/slaktskap/"].body
    key = next(one.words for one in body.all("p", "key") if "kant)" in one.words)
    kinds = {kind for one in body.one("ol", "kin-list").all("li") for kind in one.classes}
    named = {"k-declared": "heldragen kant", "k-own": "tunn kant", "k-measured": "streckad kant"}
    assert kinds <= set(named)
    assert "k-own" in kinds
    assert [kind for kind in sorted(kinds) if named[kind] not in key] == []
