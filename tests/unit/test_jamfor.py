"""``ramberattelser jamfor``: what is said when something is wrong, and that it says what the pages say."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from itertools import pairwise

import pytest

from corpora import corpus
from quality.real import OSTRA, UMEA
from ramberattelser import comparisons
from ramberattelser.commands import main
from ramberattelser.rendering import diff_view

ENV = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONUNBUFFERED": ""}
"""With output kept back until the end, as where nobody says otherwise."""
COMMAND = [sys.executable, "-m", "ramberattelser.commands", "jamfor"]
PAIR = '{"id": %d, "old": "Vi ska stödja unga.", "new": "Vi ska stödja alla unga."}\n'


@pytest.fixture
def texts(tmp_path):
    """Two texts as files."""
    (tmp_path / "a.txt").write_text(OSTRA, encoding="utf-8")
    (tmp_path / "b.txt").write_text(UMEA, encoding="utf-8")
    return [str(tmp_path / name) for name in ("a.txt", "b.txt")]


def test_the_summary_is_the_one_of_the_page(tmp_path, capsys):
    for number, pair in enumerate(comparisons.pairs(corpus("verklig"))):
        paths = [tmp_path / f"{number}-{side}.txt" for side in ("a", "b")]
        for path, wording in zip(paths, (pair.old, pair.new), strict=True):
            path.write_text(wording.version.text.strip(), encoding="utf-8")
        assert main(["jamfor", *map(str, paths)]) == 0
        shown = diff_view.view(pair.comparison)
        said = capsys.readouterr().out.splitlines()[0]
        assert said == f"{shown.summary} {shown.share}".replace("\u00a0", " ")
    assert number > 5


def test_the_kinds_come_in_one_order_and_no_empty_line_last(texts, capsys):
    assert main(["jamfor", *texts]) == 0
    said = capsys.readouterr().out
    places = [said.find(word) for word in ("tillägg", "ersättning", "flytt")]
    assert all(0 < one < other for one, other in pairwise(places)), said.splitlines()[0]
    assert said.endswith("\n")
    assert not said.endswith("\n\n")


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (lambda _: None, "finns inte — kontrollera namnet"),
        (lambda path: path.mkdir(), "är en mapp — ange en textfil"),
        (
            lambda path: path.write_bytes("å".encode("latin-1")),
            "är inte sparad som UTF-8 — spara om den med teckenkodningen UTF-8",
        ),
    ],
)
def test_a_file_that_cannot_be_read_is_one_swedish_sentence(make, why, texts, tmp_path, capsys):
    odd = tmp_path / "udda.txt"
    make(odd)
    assert main(["jamfor", str(odd), texts[0]]) == 1
    assert capsys.readouterr().err == f"{odd}: {why}\n"


def test_both_files_are_told_of_at_once(tmp_path, capsys):
    assert main(["jamfor", str(tmp_path / "x"), str(tmp_path / "y")]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 2


@pytest.mark.parametrize("names", [[], ["a.txt"]])
def test_two_files_or_lines_are_asked_for(names, capsys):
    assert main(["jamfor", *names]) == 2
    assert capsys.readouterr().err == "Ange två filer, eller --jsonl för många par på en gång.\n"


def test_lines_take_no_file_names(texts, capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO(PAIR % 1))
    assert main(["jamfor", "--jsonl", texts[0]]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == f"--jsonl läser paren på standard in — ta bort {texts[0]}, eller --jsonl.\n"


def test_a_broken_line_is_told_of_and_the_rest_are_answered(capsys, monkeypatch):
    lines = [PAIR % 1, "hej\n", '{"old": "a", "new": "b"}\n', "\n", PAIR % 5]
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(lines)))
    assert main(["jamfor", "--jsonl"]) == 1
    said = capsys.readouterr()
    assert [json.loads(line)["id"] for line in said.out.splitlines()] == [1, 5]
    how = 'skriv {"id": …, "old": …, "new": …} på en rad'
    assert said.err.splitlines() == [
        f"rad 2: går inte att läsa (raden är inte JSON: det tar stopp vid tecken 1) — {how}",
        f'rad 3: går inte att läsa (raden saknar "id") — {how}',
    ]


def test_a_line_in_another_encoding_is_told_of_and_the_rest_are_answered():
    given = (PAIR % 1).encode("latin-1") + (PAIR % 2).encode("utf-8")
    ran = subprocess.run([*COMMAND, "--jsonl"], env=ENV, input=given, capture_output=True, check=False)
    assert ran.returncode == 1
    assert json.loads(ran.stdout)["id"] == 2
    assert ran.stderr.decode().startswith("rad 1: går inte att läsa (raden är inte sparad som UTF-8) — ")
    assert len(ran.stderr.splitlines()) == 1


@pytest.mark.parametrize("how", ["files", "lines"])
def test_a_reader_that_has_had_enough_is_no_fault(how, texts):
    """As in ``jamfor a.txt b.txt | head -1``, where the text is longer than what a pipe holds, or shorter."""
    arguments, given = (texts, b"") if how == "files" else (["--jsonl"], (PAIR % 1).encode() * 3)
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "wb") as closed:
        ran = subprocess.run(
            [*COMMAND, *arguments], env=ENV, input=given, stdout=closed, stderr=subprocess.PIPE, check=False
        )
    assert ran.stderr == b""
    assert ran.returncode == 141
