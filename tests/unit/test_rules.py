"""Every rule, broken once: the check prints exactly these lines, and nothing else."""

from __future__ import annotations

import gc
import os
import re
import unicodedata
from pathlib import Path

import pytest

from browser.trees import write_tree
from corpus_files import cases, changed, example_files, many_files
from ramberattelser.checking import check
from ramberattelser.findings import report
from ramberattelser.memory import Memory


@pytest.mark.parametrize("case", [*cases("rules"), *cases("prose"), *cases("sidor")], ids=str)
def test_a_broken_rule_is_told_whole(case, tmp_path):
    corpus, findings = check(case.write(tmp_path))
    assert report(findings).split("\n") == list(case.found)
    assert corpus is None


def faultless(root: Path, files: dict[str, str]) -> Memory:
    """What is left of a check of these files, which found nothing."""
    before = Memory()
    write_tree(root, files)
    assert check(root, memory=before)[1] == []
    return before


@pytest.mark.parametrize("case", [*cases("rules"), *cases("prose"), *cases("sidor")], ids=str)
def test_what_breaks_a_rule_is_told_where_all_was_faultless_before(case, tmp_path):
    """Files that have not changed are not asked again, unless what they say is wrong beside what has."""
    before = faultless(tmp_path / "before", example_files())
    root = case.write(tmp_path / "now")
    for _ in range(2):
        before = before.again()
        assert report(check(root, memory=before)[1]).split("\n") == list(case.found)


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        # What breaks stands in a file that did not change, or beside one.
        (
            "clauses/exempelforbundet.yml",
            "är en plattform för\n      prov",
            "har en plattform för\n      test",
            "narratives/exempelforbundet/2020.yml",
        ),
        ("narratives/exempelforbundet/forbund.yml", "EXE", "PRO", "narratives/provkoping/forbund.yml"),
        (
            "narratives/gemensamt/kallor.yml",
            "id: provlagen",
            "id: en-annan-lag",
            "clauses/exempelforbundet.yml",
        ),
        ("clauses/byggstenar.yml", "id: plattform", "id: plattformar", "clauses/provkoping.yml"),
    ],
)
def test_what_a_change_breaks_elsewhere_is_told_where_all_was_faultless_before(
    file, old, new, told, tmp_path
):
    before = faultless(tmp_path / "before", example_files())
    write_tree(tmp_path / "now", changed(file, old, new))
    alone = check(tmp_path / "now")[1]
    assert told in {finding.file for finding in alone}
    assert check(tmp_path / "now", memory=before.again())[1] == alone


def test_an_address_that_two_stories_share_is_told_where_one_of_them_did_not_change(tmp_path):
    first, second = "narratives/exempelforbundet/2020.yml", "narratives/exempelforbundet/2020-a.yml"
    files = example_files()
    files[second] = files[first].replace("korttitel: En", "korttitel: En annan")
    before = faultless(tmp_path, files)
    write_tree(tmp_path, {first: files[first].replace("- id: borjan", "- id: a-borjan")})
    (found,) = check(tmp_path, memory=before.again())[1]
    assert found.file == first
    assert "ger samma adress som" in found.what


def test_the_real_data_has_no_finding(repo_root):
    corpus, findings = check(repo_root)
    assert report(findings) == ""
    assert corpus is not None


def test_the_example_has_no_finding_and_comes_whole(tmp_path):
    write_tree(tmp_path, example_files())
    corpus, findings = check(tmp_path)
    assert report(findings) == ""
    assert list(corpus.associations) == ["exempelforbundet", "provkoping"]
    assert list(corpus.stories) == ["exempelforbundet/2020"]
    assert set(corpus.clauses) == {"exempelforbundet", "provkoping"}
    assert corpus.files["andamal:provkoping"] == "clauses/provkoping.yml"


def test_all_files_are_read_before_anything_is_said(tmp_path):
    """A hundred förbund with a slip in each: every slip is told, in the order of the files."""
    files = many_files(100)
    broken = sorted(name for name in files if name.endswith("forbund.yml"))
    for name in broken:
        files[name] = re.sub("signatur: ([A-Z]+)", lambda found: found[0].lower(), files[name])
    write_tree(tmp_path, files)
    _, findings = check(tmp_path)
    assert [finding.file for finding in findings] == broken
    assert {finding.field for finding in findings} == {"signatur"}


def test_the_same_is_said_every_time(tmp_path):
    case = next(case for case in cases("rules") if case.note == "findings_in_order")
    case.write(tmp_path)
    assert {report(check(tmp_path)[1]) for _ in range(3)} == {"\n".join(case.found)}


def test_uncertain_dates_are_given_the_benefit_of_the_doubt(tmp_path):
    """An end some time in 2014 and a beginning in the autumn of 2014 may follow each other."""
    files = changed("clauses/exempelforbundet.yml", "till: 2014-12-31", "till: 2014")
    old, new = "från: 2015-01-01", "från: hösten 2014"
    files["clauses/exempelforbundet.yml"] = files["clauses/exempelforbundet.yml"].replace(old, new)
    write_tree(tmp_path, files)
    assert report(check(tmp_path)[1]) == ""


def test_a_wording_may_apply_for_one_day(tmp_path):
    write_tree(tmp_path, changed("clauses/lagen.yml", "till: 2009-12-31", "till: 2001-01-01"))
    assert report(check(tmp_path)[1]) == ""


def test_hidden_files_are_nobodys_business(tmp_path):
    write_tree(tmp_path, example_files() | {"clauses/.gitkeep": "", "narratives/.cache/x.yml": "- fel"})
    assert report(check(tmp_path)[1]) == ""


def test_file_names_are_compared_as_they_are_stored(tmp_path):
    """A name in two-part letters, as some systems store it, is told like any other bad name."""
    name = unicodedata.normalize("NFD", "narratives/provköping/2020.yml")
    write_tree(tmp_path, example_files() | {name: "titel: x\n"})
    folder = name.split("/")[1]
    assert [finding.what for finding in check(tmp_path)[1]] == [f"namnet ”{folder}” blir ingen webbadress"]


def test_the_collector_is_as_it_was(tmp_path):
    write_tree(tmp_path, example_files())
    assert gc.isenabled()
    check(tmp_path)
    assert gc.isenabled()
    gc.disable()
    try:
        check(tmp_path)
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_an_empty_folder_asks_for_every_shared_file(tmp_path):
    _, findings = check(Path(tmp_path))
    assert [(finding.file, finding.what) for finding in findings] == [
        (file, "filen saknas")
        for file in (
            "clauses/byggstenar.yml",
            "clauses/kedjor.yml",
            "clauses/lagen.yml",
            "narratives/gemensamt/begrepp.yml",
            "narratives/gemensamt/fragor.yml",
            "narratives/gemensamt/kallor.yml",
            "narratives/gemensamt/nationellt.yml",
            "narratives/gemensamt/samtal.yml",
        )
    ]


@pytest.mark.parametrize("folder", ["narratives/exempelforbundet", "narratives", "clauses"])
def test_a_folder_that_may_not_be_read_is_the_only_thing_told(folder, tmp_path, monkeypatch):
    """What is in it cannot be seen, and looks like what is missing."""
    write_tree(tmp_path, example_files())
    really = os.scandir

    def refusing(path):
        if Path(path) == tmp_path / folder:
            raise PermissionError(13, "Permission denied", str(path))
        return really(path)

    monkeypatch.setattr(os, "scandir", refusing)
    assert [str(found) for found in check(tmp_path)[1]] == [
        f"{folder}/:1:1: filen: filen går inte att läsa — kontrollera att den får läsas"
    ]
