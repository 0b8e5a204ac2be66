"""`make serve`: what it shows after an edit is what a build from nothing gives, and a fault leaves it be."""

from __future__ import annotations

import gc
import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from builds import contents, run
from corpora import ROOT, write_example
from ramberattelser import caching, wishes
from ramberattelser.searching import indexing
from verktyg import visa


@pytest.fixture
def workshop(tmp_path, monkeypatch):
    """A workshop in the example, what it has said, and nothing left of it afterwards."""
    write_example(tmp_path)
    for name in (wishes.AGAIN, wishes.EARLIER_SITE, wishes.ZIPPED, "SOURCE_DATE_EPOCH"):
        monkeypatch.setenv(name, "")
    for name in ("WEBBADRESS", "KALLARKIV"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(caching, "_last", {})
    said: list[str] = []
    made = visa.Workshop(tmp_path, said.append)
    made.said = said
    yield made
    gc.enable()


@pytest.fixture
def no_host(monkeypatch):
    """From here on MkDocs is not asked."""

    def refuse(*_, **__):
        raise AssertionError("MkDocs was asked")

    return lambda: monkeypatch.setattr(visa, "mkdocs_build", refuse)


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def anew(folder: Path) -> dict[str, bytes]:
    """The site as a build from nothing makes it, beside the one that is shown."""
    done = run(folder, "bygg", "--utan-cache", "--till", "kall")
    assert done.returncode == 0, done.stdout
    return contents(folder / "kall")


def story(folder: Path) -> Path:
    return next(path for path in sorted(folder.glob("narratives/*/*.yml")) if path.stem.isdigit())


def test_a_change_in_the_data_goes_past_the_host_and_gives_what_a_build_from_nothing_gives(
    workshop, tmp_path, no_host
):
    assert workshop.build()
    no_host()
    for number in range(3):
        edit(story(tmp_path), "ingress: ", f"ingress: Ändring {number} av provet. ")
        assert workshop.build()
        assert f"Ändring {number} av provet." in _pages(tmp_path / "site")
    assert contents(tmp_path / "site") == anew(tmp_path)
    assert workshop.said == []


def test_a_site_that_was_taken_away_is_made_whole_again(workshop, tmp_path):
    assert workshop.build()
    edit(story(tmp_path), "ingress: ", "ingress: Ändring av provet. ")
    assert workshop.build()
    shutil.rmtree(tmp_path / "site")
    edit(story(tmp_path), "ingress: ", "ingress: En till. ")
    assert workshop.build()
    assert contents(tmp_path / "site") == anew(tmp_path)


def test_what_did_not_change_lies_as_it_lay_edit_after_edit(workshop, tmp_path):
    assert workshop.build()
    lay = []
    for number in range(3):
        edit(story(tmp_path), "ingress: ", f"ingress: Ändring {number} av provet. ")
        assert workshop.build()
        files = sorted((tmp_path / "site").rglob("index.html"))
        lay.append({(path, path.stat().st_ino) for path in files})
    first, second, third = lay
    assert len(first & second) > len(first) / 2
    assert len(second & third) > len(second) / 2


def test_the_first_edit_of_a_site_from_before_reads_no_more_for_the_search_than_later_ones(
    workshop, tmp_path, monkeypatch
):
    assert run(tmp_path, "bygg").returncode == 0
    monkeypatch.setattr(indexing, "DOCUMENTS", 4)
    read = []
    block = indexing._Reader.block

    def counted(reader, documents):
        read.append(documents)
        return block(reader, documents)

    monkeypatch.setattr(indexing._Reader, "block", counted)
    spent = []
    for number in range(3):
        assert workshop.build()
        spent.append(len(read))
        read.clear()
        edit(story(tmp_path), "ingress: ", f"ingress: Ändring {number} av provet. ")
    start, first, later = spent
    assert start > 2 * first
    assert first == later > 0
    assert workshop.build()
    assert contents(tmp_path / "site") == anew(tmp_path)


def test_a_fault_is_said_and_the_site_stays_until_it_is_mended(workshop, tmp_path, no_host):
    assert workshop.build()
    before = contents(tmp_path / "site")
    no_host()
    edit(story(tmp_path), "ingress:", "ingres:")
    assert not workshop.build()
    assert contents(tmp_path / "site") == before
    (said,) = workshop.said
    assert "ingres" in said
    assert said.endswith(visa.STAYS)
    edit(story(tmp_path), "ingres:", "ingress:")
    assert workshop.build()
    assert contents(tmp_path / "site") == before


@pytest.mark.parametrize("what", ["hand-written page", "macro", "setting"])
def test_what_changes_the_hosts_part_is_built_whole(workshop, tmp_path, what):
    assert workshop.build()
    if what == "hand-written page":
        edit(tmp_path / "docs/om/index.md", "En sida.", "En annan sida.")
    elif what == "macro":
        # The guide shows the clause, so a page of MkDocs has it too.
        edit(tmp_path / "clauses/exempelforbundet.yml", "att lära.\n", "att lära nytt.\n")
    else:
        edit(tmp_path / "mkdocs.yml", "site_name: Ramberättelser", "site_name: Provberättelser")
    assert workshop.build()
    assert contents(tmp_path / "site") == anew(tmp_path)


def test_a_wrong_macro_is_said_and_the_site_stays(workshop, tmp_path):
    assert workshop.build()
    before = contents(tmp_path / "site")
    (tmp_path / "docs/om/data.md").write_text('# Data\n\n{{ tidslinje("finns-inte") }}\n', "utf-8")
    assert not workshop.build()
    assert "finns-inte" in workshop.said[0]
    assert contents(tmp_path / "site") == before
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".site")] == []


def test_the_page_is_shown_and_loaded_anew_when_a_file_changes(tmp_path, page_at):
    write_example(tmp_path)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    edit(tmp_path / "mkdocs.yml", "docs_dir: docs", f"docs_dir: docs\ndev_addr: 127.0.0.1:{port}")
    surroundings = os.environ | {"PYTHONPATH": str(ROOT / "scripts"), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, str(ROOT / "scripts/verktyg/visa.py")]
    with subprocess.Popen(
        command, cwd=tmp_path, env=surroundings, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        try:
            line = process.stdout.readline()
            assert (
                line == f"Webbplatsen visas på http://127.0.0.1:{port}/ och görs på nytt när en fil ändras.\n"
            )
            page = page_at()
            page.goto(f"http://127.0.0.1:{port}/berattelser/")
            edit(story(tmp_path), "ingress: ", "ingress: Det här är nyss skrivet. ")
            # Whether or not anybody was watching yet.
            page.get_by_text("Det här är nyss skrivet.").wait_for(timeout=30_000)
            assert page.goto(f"http://127.0.0.1:{port}/finns-inte/").status == 404
            assert "finns inte" in page.inner_text("main")
        finally:
            process.terminate()


def _pages(site: Path) -> str:
    return "".join(path.read_text(encoding="utf-8") for path in site.rglob("*.html"))
