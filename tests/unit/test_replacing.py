"""A new site where readers meet it: the same files, however they came there."""

import os
from pathlib import Path

import pytest

from ramberattelser.commands import replacing
from ramberattelser.commands.replacing import renew


def lay(folder, **files):
    """Write files; ``__`` in a name stands for a folder, ``_`` for the full stop."""
    for name, content in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return folder


def read(folder):
    """What lies in a folder: files with their content, and empty folders."""
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") if path.is_file() else None
        for path in folder.rglob("*")
        if path.is_file() or not any(path.iterdir())
    }


@pytest.fixture
def folders(tmp_path):
    target = lay(
        tmp_path / "site", a__index_html="a", b__index_html="b", c__djup__index_html="c", lös_txt="x"
    )
    return target, lay(tmp_path / "sida", b__index_html="ny b", d__index_html="d")


def test_a_folder_that_nothing_is_left_in_goes_too(folders):
    target, side = folders
    (target / "tom" / "tommare").mkdir(parents=True)
    renew(target, side, ["a/index.html"])
    assert sorted(path.name for path in target.iterdir()) == ["a", "b", "d"]


@pytest.mark.parametrize("few", [500, 0])
def test_the_new_site_has_the_new_files_and_those_that_stay_and_nothing_else(folders, few, monkeypatch):
    monkeypatch.setattr(replacing, "FEW", few)
    target, side = folders
    renew(target, side, ["a/index.html"])
    assert read(target) == {"a/index.html": "a", "b/index.html": "ny b", "d/index.html": "d"}
    assert (target.stat().st_mode & 0o777) == 0o755
    assert not side.with_name("sida-gammal").exists()


def test_few_files_are_moved_into_the_folder_that_is_there_and_many_come_with_a_folder_of_their_own(folders):
    target, side = folders
    before = target.stat().st_ino
    renew(target, side, ["a/index.html"])
    assert target.stat().st_ino == before
    lay(side, **{f"n{n}_html": "" for n in range(replacing.FEW + 1)})
    renew(target, side, ["a/index.html"])
    assert target.stat().st_ino != before


def test_where_nothing_stays_the_whole_site_is_put_in_place(folders):
    target, side = folders
    before = target.stat().st_ino
    renew(target, side, [])
    assert target.stat().st_ino != before
    assert read(target) == {"b/index.html": "ny b", "d/index.html": "d"}


def test_a_new_file_is_there_before_the_one_that_leads_to_it(folders, monkeypatch):
    target, side = folders
    moved, move = [], Path.replace
    monkeypatch.setattr(Path, "replace", lambda a, b: (moved.append(b.parent.name), move(a, b)))
    renew(target, side, ["a/index.html"])
    assert moved == ["d", "b"]


def test_a_folder_or_a_link_in_the_way_of_a_file_gives_way(tmp_path):
    elsewhere = lay(tmp_path / "annanstans", index_html="rör inte")
    target = lay(tmp_path / "site", a_html="a", fil_txt__djup="x", mapp="en fil")
    (target / "länk").symlink_to(elsewhere)
    side = lay(tmp_path / "sida", fil_txt="f", mapp__ny="m", länk__index_html="ny")
    renew(target, side, ["a.html"])
    assert read(target) == {"a.html": "a", "fil.txt": "f", "mapp/ny": "m", "länk/index.html": "ny"}
    assert read(elsewhere) == {"index.html": "rör inte"}


def test_what_should_stay_behind_a_link_is_not_taken_for_a_file_of_the_site(tmp_path):
    lay(tmp_path / "annanstans", index_html="a")
    target = lay(tmp_path / "site", b_html="b")
    (target / "a").symlink_to(tmp_path / "annanstans")
    renew(target, lay(tmp_path / "sida", c_html="c"), ["a/index.html", "b.html"])
    assert read(target) == {"a/index.html": "a", "b.html": "b", "c.html": "c"}
    assert not (target / "a").is_symlink()


def test_a_file_is_copied_where_the_file_system_lets_it_have_one_name_only(folders, monkeypatch):
    monkeypatch.setattr(replacing, "FEW", 0)

    def refuse(*_):
        raise OSError

    monkeypatch.setattr(os, "link", refuse)
    target, side = folders
    renew(target, side, ["a/index.html"])
    assert read(target) == {"a/index.html": "a", "b/index.html": "ny b", "d/index.html": "d"}
