"""What a build leaves lying from the one before: only what is known, untouched and the same."""

import os

import pytest

from ramberattelser import earlier as module
from ramberattelser.earlier import Earlier, staying


@pytest.fixture
def site(tmp_path, monkeypatch):
    """A site of two files, with the record of the build that wrote them."""
    monkeypatch.setattr(module, "FEWEST", 1)
    folder = tmp_path / "site"
    folder.mkdir()
    first = Earlier(folder, tmp_path / "filer")
    for name in ("a.html", "b.html"):
        (folder / name).write_text(f"innehåll {name}", encoding="utf-8")
        first.note(name, f"nyckel {name}", f"{folder}/{name}")
    first.save(tmp_path)
    return folder


@pytest.fixture
def again(site):
    """The next build of that site."""
    return Earlier(site, site.parent / "filer")


def test_a_file_stays_while_it_is_made_from_the_same(again, tmp_path):
    assert again.stays("a.html", "nyckel a.html")
    assert not again.stays("b.html", "en annan nyckel")
    assert not again.stays("c.html", "nyckel c.html")
    again.save(tmp_path)
    assert staying(tmp_path) == ["a.html"]
    assert staying(tmp_path) == []


@pytest.mark.parametrize("change", ["words", "time", "gone", "link"])
def test_a_file_that_somebody_has_touched_is_made_anew(again, site, change):
    path = site / "a.html"
    if change == "words":
        path.write_text("innehåll X.html", encoding="utf-8")
    elif change == "time":
        os.utime(path, (1, 1))
    else:
        path.rename(site / "borta")
        if change == "link":
            path.symlink_to("borta")
    assert not again.stays("a.html", "nyckel a.html")
    assert not again.holds("a.html", "ny", "innehåll a.html".encode())
    assert again.stays("b.html", "nyckel b.html")


def test_a_file_with_the_same_content_stays_though_it_is_made_from_something_else(again, site, tmp_path):
    content = "innehåll a.html".encode()
    assert not again.holds("a.html", "ny", b"annat")
    assert not again.holds("a.html", "ny", content[::-1])
    assert not again.holds("c.html", "ny", content)
    assert again.holds("a.html", "ny", content)
    again.save(tmp_path)
    assert staying(tmp_path) == ["a.html"]
    assert Earlier(site, tmp_path / "filer").stays("a.html", "ny")


@pytest.mark.parametrize("record", [b"", b"[]", b'{"a.html": 3}', b'{"a.html": ["x", "y", 1, 2]}', b"\xff"])
def test_a_broken_record_says_nothing(site, tmp_path, record):
    (tmp_path / "filer").write_bytes(record)
    assert not Earlier(site, tmp_path / "filer").stays("a.html", "x")
