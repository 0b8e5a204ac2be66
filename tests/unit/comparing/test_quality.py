"""The gates of quality, on fresh seeds and few cases; the report measures many."""

from __future__ import annotations

import re

import pytest

from quality.baselines import OURS, methods
from quality.kinds import HARD, KINDS, cases
from quality.metrics import Score, score
from quality.real import real_cases
from quality.report import REAL, TITLES, figures, markdown, measure, report
from ramberattelser.model.values import slugify

SEED = 501
LEAST = {"unrelated, same frames": 0.5, "60 % rewritten": 0.9, "75 % rewritten": 0.8}
"""What a kind must reach where it is less than the rest: texts that hardly anything is left of."""


@pytest.fixture(scope="module")
def scored() -> dict[str, list[tuple[object, Score]]]:
    made = cases(SEED, 6)
    available = methods()
    names = (OURS, "difflib", "rapidfuzz LCS")
    return {name: measure(available[name], made) for name in names}


def test_every_case_is_rebuilt(scored):
    assert all(found.rebuilt for _, found in scored[OURS])


def test_the_comparison_is_ahead_of_the_baselines_on_the_hard_kinds(scored):
    hard = {
        name: figures([pair for pair in pairs if pair[0].kind in HARD])["f1"]
        for name, pairs in scored.items()
    }
    assert hard[OURS] > 0.98
    assert hard[OURS] > max(hard["difflib"], hard["rapidfuzz LCS"]) + 0.1


def test_moved_text_is_found_and_false_moves_are_few(scored):
    total = figures(scored[OURS])
    assert total["moved_found"] >= 0.97
    assert total["false_moves_per_100"] <= 3


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_no_kind_falls_behind(scored, kind):
    f1 = figures([pair for pair in scored[OURS] if pair[0].kind == kind])["f1"]
    assert f1 >= LEAST.get(kind, 0.94)


def test_every_kind_has_a_name_for_readers():
    assert set(TITLES) == set(KINDS)


def test_a_reader_sees_the_labelled_pairs_by_their_whole_names():
    names = [REAL.get(case.name, case.name) for case in real_cases()]
    assert [name for name in names if re.search(r"(Östra|Västra) \d", name)] == []
    assert set(REAL) <= {case.name for case in real_cases()}


def test_the_generator_is_repeatable():
    assert cases(3, 1) == cases(3, 1)
    assert cases(3, 1) != cases(4, 1)


def test_the_measure_sees_a_wrong_link():
    old, new = "ett två tre", "tre ett två"
    truth = [((0, 3), (4, 7)), ((4, 7), (8, 11)), ((8, 11), (0, 3))]
    right = [("moved", (8, 11), (0, 3)), ("equal", (0, 7), (4, 11))]
    wrong = [("moved", (0, 3), (0, 3))]
    assert score(old, new, truth, right).f1 == 1
    assert score(old, new, truth, right).moved_found == 1
    assert not score(old, new, truth, right).rebuilt
    assert score(old, new, truth, wrong).f1 == 0
    assert score(old, new, truth, wrong).false_moves == 1


def test_the_report_is_written_and_repeatable():
    first = markdown(report(1))
    assert first == markdown(report(1))
    assert first.startswith("---\npublicerad: ")
    assert "\n# Så bra är jämförelsen\n" in first


def test_the_page_shows_every_figure_kind_by_kind():
    """Figures that differ from each other, so that none can stand in another's table."""
    shares = {"precision": 0.123, "recall": 0.456, "f1": 0.789}
    shares |= {"moved_found": 0.321, "false_moves_per_100": 6.54}
    found = {
        "all": {**shares, "pairs": 1620, "fragmentation": 1},
        "hard": shares,
        "kinds": {"10 % disturbed": shares, "split": {**shares, "recall": 0.9}},
        "real": {"Provköping till Exempelköping": shares},
    }
    own = dict.fromkeys(("rebuild", "identity", "symmetry", "determinism"), 1)
    result = {
        "seeds": [1, 2],
        "own": own,
        "methods": {"en": found, "annan": found},
    }
    page = markdown(result)
    assert "Vi mätte på 1\u00a0620 par" in page
    parts = page.replace("\n## ", "\n### ").split("\n### ")[1:]
    tables = {head: rows for head, _, rows in (part.partition("\n") for part in parts)}
    figures_of = {"F1": "0,789", "Precision": "0,123", "Täckning": "0,456"}
    figures_of |= {"Flyttat som hittas": "0,321", "Falska flyttar per 100 par": "6,54"}
    assert "De svåra sorterna är dessa:\n\n- 25\u00a0% av orden ändrade\n" in page
    kinds = {name: f"{name} {{: #sort-for-sort-{slugify(name)} }}" for name in figures_of}
    assert [head for head in tables if "F1" in head or any(name in head for name in figures_of)] == [
        *kinds.values(), *(f"Riktiga par: {name}" for name in figures_of)
    ]  # fmt: skip
    for name, value in figures_of.items():
        assert f"| 10\u00a0% av orden ändrade | {value} | {value} |" in tables[kinds[name]]
        assert f"| Provköping till Exempelköping | {value} | {value} |" in tables[f"Riktiga par: {name}"]
    assert "| en mening delad | 0,900 | 0,900 |" in tables[kinds["Täckning"]]
