"""The same content gives the same bytes wherever it is built, and a site is replaced as a whole."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from builds import build_example, contents, run
from corpora import ROOT, write_example

SURROUNDINGS = {
    "a": {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LC_ALL": "C.UTF-8", "LANG": "C.UTF-8"},
    "en-annan-mapp/b": {
        "PYTHONHASHSEED": "4711", "TZ": "America/Los_Angeles", "LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0", "USER": "nagon", "COLUMNS": "40",
    },
}  # fmt: skip
ADDRESS = "https://example.org/"
UMASKS = {"a": 0o022, "en-annan-mapp/b": 0o077}


@pytest.fixture(scope="module")
def sites(tmp_path_factory) -> dict[str, Path]:
    """The example's site, built in two places under different circumstances."""
    base = tmp_path_factory.mktemp("lika")
    with ThreadPoolExecutor(2) as pool:
        made = {
            name: pool.submit(build_example, base / name, {"WEBBADRESS": ADDRESS} | env, UMASKS[name])
            for name, env in SURROUNDINGS.items()
        }
        return {name: done.result() for name, done in made.items()}


def test_two_builds_are_the_same_byte_for_byte(sites):
    one, other = map(contents, sites.values())
    assert len(one) > 40
    assert one.keys() == other.keys()
    assert [path for path, data in one.items() if other[path] != data] == []


def test_no_file_of_the_site_names_a_place_on_the_machine(sites):
    for site in sites.values():
        places = {str(site.parent), str(ROOT), str(Path.home()), os.path.realpath(ROOT / ".venv")}
        told = [place.encode() for place in places if len(place) > 1]
        assert [path for path, data in contents(site).items() if any(place in data for place in told)] == []


def test_no_file_of_the_site_tells_the_day_it_was_built(sites):
    from datetime import UTC, datetime

    today = datetime.now(UTC).date().isoformat().encode()
    for site in sites.values():
        assert b"<lastmod>2026-02-03</lastmod>" in (site / "sitemap.xml").read_bytes()
        own = {path: data for path, data in contents(site).items() if not path.startswith("assets/")}
        assert [path for path, data in own.items() if today in data] == []


def test_a_builds_folder_can_be_read_by_a_web_server(sites):
    assert (sites["a"].stat().st_mode & 0o777) == 0o755


def test_a_build_leaves_no_temporary_folder(sites):
    for site in sites.values():
        assert sorted(path.name for path in site.parent.iterdir()) == [
            ".cache", "clauses", "docs", "mkdocs.yml", "narratives", "scripts", "site",
        ]  # fmt: skip


def test_the_real_collection_is_the_same_whatever_order_its_sets_have(tmp_path):
    """It has more words than the example, and so more that could be taken in the order of a set."""
    made = []
    for seed in ("0", "1", "2", "3"):
        target = tmp_path / seed
        done = run(ROOT, "bygg", "--utan-cache", "--till", str(target), env={"PYTHONHASHSEED": seed})
        assert done.returncode == 0, done.stdout
        made.append(contents(target))
    assert len(made[0]) > 200
    for other in made[1:]:
        assert other.keys() == made[0].keys()
        assert [path for path, data in other.items() if made[0][path] != data] == []


# --- replacing ----------------------------------------------------------------------------


@pytest.fixture
def project(sites, tmp_path) -> Path:
    """The example in a folder of its own, with an earlier site that can be told from a new one."""
    write_example(tmp_path / "projekt")
    earlier = tmp_path / "projekt" / "site"
    earlier.mkdir()
    (earlier / "sitemap.xml").write_bytes((sites["a"] / "sitemap.xml").read_bytes())
    (earlier / "index.html").write_text("den tidigare", encoding="utf-8")
    (earlier / "borta").mkdir()
    return tmp_path / "projekt"


def names(folder: Path) -> list[str]:
    """What lies in a folder, but for what is kept for the next build."""
    return sorted(path.name for path in folder.iterdir() if path.name != ".cache")


def test_a_new_build_takes_the_place_of_the_earlier_as_a_whole(project, sites):
    before, beside = (project / "site").stat().st_ino, names(project)
    done = run(project, "bygg", env={"WEBBADRESS": ADDRESS})
    assert done.returncode == 0, done.stdout
    assert (project / "site").stat().st_ino != before
    assert contents(project / "site") == contents(sites["a"])
    assert names(project) == beside


def test_a_finding_leaves_the_earlier_site_and_nothing_else(project):
    before, beside = contents(project / "site"), names(project)
    path = project / "clauses" / "provkoping.yml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("citat: en plattform", "citat: en flygplats"), "utf-8"
    )
    done = run(project, "bygg")
    assert done.returncode == 1
    assert "flygplats" in done.stdout
    assert "Traceback" not in done.stdout
    assert contents(project / "site") == before
    assert names(project) == beside


def test_a_fault_in_a_hand_written_page_leaves_the_earlier_site_too(project):
    before, beside = contents(project / "site"), names(project)
    (project / "docs" / "om" / "data.md").write_text(
        '# Data\n\n{{ tidslinje("finns-inte") }}\n', encoding="utf-8"
    )
    done = run(project, "bygg")
    assert done.returncode == 1
    assert "Traceback" not in done.stdout, done.stdout
    assert "finns-inte" in done.stdout
    assert contents(project / "site") == before
    assert names(project) == beside


def test_a_folder_that_is_no_site_is_never_replaced(tmp_path):
    write_example(tmp_path)
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "viktigt.txt").write_text("spara", encoding="utf-8")
    done = run(tmp_path, "bygg")
    assert done.returncode == 1
    assert contents(tmp_path / "site") == {"viktigt.txt": b"spara"}
