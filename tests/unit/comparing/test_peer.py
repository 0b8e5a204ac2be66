"""wikEdDiff's stored figures: of the report's own pairs, and on the page as they are stored."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from quality.baselines import OURS
from quality.peer import STORED, UnlikePairsError, fingerprint, limits, load, shown, told
from quality.report import FIGURES, TITLES, main, overall, report_cases
from ramberattelser.model.values import slugify

MEASURED = {
    "name": "annan",
    "version": "1.2",
    "pairs": "abc",
    "measured": "2019-01-02",
    "setting": "utan tecken för tecken",
    "settings": {
        "förvald": {"f1": 0.5, "false_moves_per_100": 12.5},
        "utan tecken för tecken": {"f1": 0.625, "false_moves_per_100": 10},
    },
}


@pytest.fixture(scope="module")
def pairs() -> str:
    made, labelled = report_cases(15)
    return fingerprint([*made, *labelled])


@pytest.fixture(scope="module")
def stored(pairs):
    return load(pairs)


@pytest.fixture(scope="module")
def page(repo_root) -> str:
    return (repo_root / "docs/om/jamforelsen.md").read_text(encoding="utf-8")


def test_the_stored_figures_are_of_the_pairs_of_the_report(stored):
    made, labelled = report_cases(15)
    figures = stored["figures"]
    assert figures["all"]["pairs"] == len(made)
    assert list(figures["kinds"]) == list(TITLES)
    assert list(figures["real"]) == [case.name for case in labelled]
    assert len(stored["sha256"]) == 64


def test_the_shown_setting_is_the_best_of_those_tried(stored):
    tried = {name: found["f1"] for name, found in stored["settings"].items()}
    assert stored["setting"] == max(tried, key=tried.__getitem__)
    assert stored["figures"]["all"]["f1"] == tried[stored["setting"]]
    assert "förvald" in tried


def heading(title: str, called: str) -> str:
    """A heading right under the one of its part does not repeat it, but keeps its address."""
    whole = f"{title}: {called}"
    return whole if title == "Riktiga par" else f"{called} {{: #{slugify(whole)} }}"


def test_the_page_shows_the_stored_figures(page, stored):
    """Every column of wikEdDiff's, so that the page and the file can't part."""
    assert overall(stored["name"], stored["figures"]) in page
    parts = page.replace("\n## ", "\n### ").split("\n### ")
    tables = {head: rows for head, _, rows in (part.partition("\n") for part in parts)}
    for title, part in (("Sort för sort", "kinds"), ("Riktiga par", "real")):
        for name, called in FIGURES.items():
            head, _, *rows = [
                row for row in tables[heading(title, called)].splitlines() if row.startswith("|")
            ]
            column = [cell.strip() for cell in head.split("|")].index(stored["name"])
            cells = [row.split("|")[column].strip() for row in rows]
            assert cells == [shown(name, found[name]) for found in stored["figures"][part].values()]


def test_the_page_says_how_and_when_it_was_measured(page, stored):
    assert page.endswith(limits(stored))
    assert "bredvid fem andra sätt" in page
    assert f"\nändrat: {told(stored)}\n" in page
    short = next(line for line in page.splitlines() if line.startswith("**Kort sagt:**"))
    assert "Närmast av de andra kommer wikEdDiff: det hittar" in short
    assert short.endswith(f"{shown('f1', stored['figures']['all']['f1'])} för wikEdDiff.")


def test_the_page_about_the_site_counts_the_others_as_this_page_does(page, repo_root):
    about = (repo_root / "docs/om/index.md").read_text(encoding="utf-8")
    counted = re.search(r"bredvid (\w+) andra sätt", page)
    assert counted
    assert f"mätts mot {counted[1]} andra sätt" in about


def test_what_the_page_calls_ours_is_no_name_of_a_program(page):
    assert "ramberattelser" not in page
    assert page.count(f"| {OURS} |") == 11
    assert f"”{OURS}” den som webbplatsen använder" in page


def test_figures_of_other_pairs_are_refused(tmp_path):
    file = tmp_path / "annan.json"
    file.write_text(json.dumps(MEASURED), encoding="utf-8")
    assert load("abc", file) == MEASURED
    with pytest.raises(UnlikePairsError, match=r"annan\.json was measured on other pairs"):
        load("abd", file)


def test_the_command_refuses_figures_of_other_pairs(capsys):
    with pytest.raises(SystemExit):
        main(["--each", "1", "--stored"])
    assert f"{STORED.name} was measured on other pairs" in capsys.readouterr().err


def test_nothing_is_stored_that_was_not_measured(capsys):
    with pytest.raises(SystemExit):
        main(["--stored", "--store", "2019-01-02"])
    assert "--store keeps what --wikeddiff measures" in capsys.readouterr().err


def test_a_fingerprint_sees_texts_and_links():
    made, _ = report_cases(1)
    assert fingerprint(made) == fingerprint(report_cases(1)[0])
    for changed in ({"old": "Alfa."}, {"new": "Alfa."}, {"links": ()}, {"kind": "annan"}):
        assert fingerprint([replace(made[0], **changed), *made[1:]]) != fingerprint(made)


def test_what_is_said_of_a_measured_method():
    said = limits(MEASURED)
    assert (
        "- annan 1.2 ingår inte i projektet utan mättes för sig den 2\u00a0januari 2019, på samma par."
        in said
    )
    assert "Av två\n  inställningar visas den som gav högst F1, ”utan tecken för tecken”." in said
    assert "Med den förvalda är F1 0,500 och\n  falska flyttar 12,50 per 100 par." in said
    assert "utom annan" in said
    assert "inte med i mätningen" not in said


def test_what_is_said_when_it_was_not_measured():
    assert (
        "wikEdDiff, som är byggd för löpande text med flyttade stycken, är inte med i mätningen."
        in limits(None)
    )
