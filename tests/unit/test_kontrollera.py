"""``kontrollera`` with named files, for GitHub and as JSON."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from corpora import EXAMPLE
from ramberattelser.commands import main

BROKEN = "clauses/provkoping.yml"


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    folder = tmp_path / "prov"
    shutil.copytree(EXAMPLE, folder)
    path = folder / BROKEN
    path.write_text(path.read_text(encoding="utf-8").replace("paragraf:", "paragaf:"), encoding="utf-8")
    return folder


def check(folder: Path, *arguments: str) -> int:
    return main(["--rot", str(folder), "kontrollera", *arguments])


def test_named_files_show_their_own_and_the_exit_code_is_that_of_the_whole(broken, capsys):
    assert check(broken, "clauses/lagen.yml") == 1
    assert capsys.readouterr().err == "I andra filer: en sak att rätta.\n"
    assert check(broken, str(broken / BROKEN)) == 1
    assert len(capsys.readouterr().err.splitlines()) == 3


def test_a_name_that_is_none_is_one_sentence(broken, capsys):
    assert check(broken, "clauses/nix.yml") == 1
    assert (
        capsys.readouterr().err == "clauses/nix.yml finns inte i projektets mapp — kontrollera stavningen.\n"
    )


def test_for_github_the_summary_is_added_to(broken, tmp_path, monkeypatch, capsys):
    summary = tmp_path / "sammanfattning.md"
    summary.write_text("Förut.\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    assert check(broken, "--github") == 1
    assert capsys.readouterr().out.startswith(f"::error file={BROKEN},line=")
    assert summary.read_text(encoding="utf-8").startswith("Förut.\n## Kontroll av uppgifterna\n")


def test_json_is_all_there_is_on_standard_output(broken, capsys):
    assert check(broken, "--json") == 1
    assert {found["fil"] for found in json.loads(capsys.readouterr().out)["fel"]} == {BROKEN}


def test_a_caution_changes_no_exit_code(tmp_path, capsys):
    folder = tmp_path / "prov"
    shutil.copytree(EXAMPLE, folder)
    path = folder / "narratives/exempelforbundet/forbund.yml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("Man **prövade**.", "Ring 070-123 45 67."), encoding="utf-8"
    )
    assert check(folder) == 0
    printed = capsys.readouterr()
    assert "varning: faser 1, text: ett nummer ser ut att gå till en mobiltelefon" in printed.err
    assert printed.out.startswith("Inget att rätta: ")
