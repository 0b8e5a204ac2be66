"""The whole site as a zip: links written out, nothing of the machine, the same bytes every time."""

from __future__ import annotations

import argparse
import hashlib
import io
import zipfile
from pathlib import Path

import pytest

from ramberattelser import offline, security
from ramberattelser.offline import to_file, written_out
from ramberattelser.verbs import paketera

SITE = {
    "index.html": b'<a href="./andamal/?fran=a#b">A</a>',
    "andamal/index.html": b'<a href="../">Hem</a>',
    "assets/look.css": b"p{}",
    "assets/bundle.js.map": b"{}",
    "404.html": b"Sidan finns inte",
    "_headers": b"/*",
    "sitemap.xml": b"<urlset/>",
}


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("../", "../index.html"),
        ("..", "../index.html"),
        ("./", "./index.html"),
        (".", "./index.html"),
        ("../andamal/", "../andamal/index.html"),
        ("../andamal/#m1", "../andamal/index.html#m1"),
        ("../andamal/?fran=a/b#c/", "../andamal/index.html?fran=a/b#c/"),
        ("../assets/look.css", "../assets/look.css"),
        ("#m1", "#m1"),
        ("?fran=a", "?fran=a"),
        ("", ""),
        ("https://www.example.org/", "https://www.example.org/"),
        ("//www.example.org/", "//www.example.org/"),
        ("mailto:a@example.org", "mailto:a@example.org"),
    ],
)
def test_a_link_to_a_folder_leads_to_the_page_in_it(address, file):
    assert to_file(address) == file


def test_only_links_are_written_out_and_never_text():
    html = '<p title="../">Skriv href="../" så</p><a class="x" href="../">A</a><img src="../">'
    assert written_out(html) == html.replace('"x" href="../"', '"x" href="../index.html"')


def test_the_policy_names_files_too():
    meta = f'<meta http-equiv="Content-Security-Policy" content="{security.policy()}">'
    assert "script-src 'self' file:;" in written_out(meta)
    assert "object-src 'none';" in written_out(meta)


def unpacked(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name.removeprefix("ramberattelser/"): archive.read(name) for name in archive.namelist()}


def test_what_only_a_server_needs_is_left_out():
    assert set(unpacked(offline.packed(SITE))) == {
        "index.html",
        "andamal/index.html",
        "assets/look.css",
        offline.START,
        offline.SUMS,
    }


def test_the_list_of_checksums_is_true_of_every_file():
    files = unpacked(offline.packed(SITE))
    told = dict(reversed(line.split("  ", 1)) for line in files.pop(offline.SUMS).decode().splitlines())
    assert told == {path: hashlib.sha256(content).hexdigest() for path, content in files.items()}


def test_the_same_files_in_another_order_give_the_same_bytes():
    assert offline.packed(SITE) == offline.packed(dict(reversed(SITE.items())))


def test_the_zip_does_not_hold_itself_nor_lead_to_itself():
    page = b'<p><a href="../../data/webbplatsen.zip">webbplatsen.zip</a> <a href="../x/">R</a></p>'
    with zipfile.ZipFile(
        io.BytesIO(offline.packed({"om/data/index.html": page, offline.NAME: b"PK"}))
    ) as archive:
        assert not [name for name in archive.namelist() if name.endswith(".zip")]
        found = archive.read(f"{offline.TOP}/om/data/index.html").decode()
    assert found == '<p>webbplatsen.zip <a href="../x/index.html">R</a></p>'


def test_nothing_in_the_zip_tells_when_or_where_it_was_packed():
    with zipfile.ZipFile(io.BytesIO(offline.packed(SITE))) as archive:
        told = {(e.date_time, e.create_system, e.external_attr >> 16) for e in archive.infolist()}
    assert told == {((1980, 1, 1, 0, 0, 0), 3, 0o100644)}


def run(fran: Path, till: Path) -> int:
    return paketera.run(argparse.Namespace(rot=Path(), fran=fran, till=till))


def test_the_command_writes_the_zip_and_says_what_it_is(tree, tmp_path, capsys):
    tree({f"site/{path}": content.decode() for path, content in SITE.items()})
    assert run(tmp_path / "site", tmp_path / "allt.zip") == 0
    content = (tmp_path / "allt.zip").read_bytes()
    assert content == offline.packed(SITE)
    assert hashlib.sha256(content).hexdigest() in capsys.readouterr().out
    assert sorted(path.name for path in tmp_path.iterdir()) == ["allt.zip", "site"]


@pytest.mark.parametrize(
    ("fran", "till", "told"),
    [
        ("annan", "allt.zip", "bygg den först"),
        ("site", "site/allt.zip", "ligger i webbplatsen"),
        ("site", "mapp", "är en mapp"),
    ],
)
def test_what_cannot_be_packed_is_one_swedish_sentence(fran, till, told, tree, tmp_path, capsys):
    tree({"site/index.html": "", "mapp/": ""})
    assert run(tmp_path / fran, tmp_path / till) == 1
    said = capsys.readouterr()
    assert told in said.err
    assert said.err.count("\n") == 1
    assert not list(tmp_path.rglob("*.zip"))


def test_the_verb_is_declared_with_its_own_help():
    parser = argparse.ArgumentParser()
    paketera.add(parser.add_subparsers())
    options = parser.parse_args(["paketera"])
    assert (options.fran, options.till, options.run) == (
        Path("site"),
        Path("ramberattelser.zip"),
        paketera.run,
    )
