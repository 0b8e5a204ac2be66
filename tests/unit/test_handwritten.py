"""Which files are hand-written pages, and where each is published: the same to the check and both hosts."""

from __future__ import annotations

import pytest
from mkdocs.config import load_config
from mkdocs.structure.files import get_files, set_exclusions

from browser.trees import write_tree
from corpora import ROOT, write_example
from ramberattelser import portable
from ramberattelser.cautions.links import address_of
from ramberattelser.commands import main
from ramberattelser.guides import GuideError
from ramberattelser.pages.model import FileSet, Group, Site
from ramberattelser.settings import handwritten

PAGES = {
    "om/index.md",
    "om/data.md",
    "om/beslut/en.md",
    "om/bilder/en.md",
    "om/templates/en.md",
    "om.en/index.md",
}
OTHERS = {"beslut/en.md", "bilder/en.md", "templates/en.md", ".dold/en.md", "om/.dold.md"}


def test_the_pages_are_those_that_mkdocs_publishes_where_it_does(tmp_path):
    write_tree(tmp_path, {f"docs/{name}": "# Prov\n" for name in PAGES | OTHERS})
    config = load_config(str(ROOT / "mkdocs.yml"), docs_dir=str(tmp_path / "docs"))
    files = get_files(config)
    set_exclusions(files, config)
    theirs = {
        file.src_uri: f"/{file.url.removesuffix('./')}"
        for file in files.documentation_pages()
        if file.inclusion.is_included()
    }
    assert {name: address_of(name) for name in handwritten.texts(tmp_path)} == theirs
    assert theirs.keys() == PAGES
    assert handwritten.check(tmp_path) == []


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("README.md", "docs/README.md:1:1: filen: en sida kan inte heta README.md — "),
        ("om/README.md", "docs/om/README.md:1:1: filen: en sida kan inte heta README.md — "),
        ("om/data/index.md", "docs/om/data/index.md:1:1: filen: sidan får samma adress (/om/data/) som "),
    ],
)
@pytest.mark.parametrize("command", [["kontrollera"], ["bygg"], ["skriv", "ut"]])
def test_a_page_that_would_be_lost_stops_every_command(name, told, command, tmp_path, capfd, monkeypatch):
    write_example(tmp_path)
    write_tree(tmp_path, {f"docs/{name}": "# Prov\n"})
    monkeypatch.chdir(tmp_path)
    assert main(command) == 1
    assert told in "".join(capfd.readouterr())
    assert not (tmp_path / "ut").exists()
    assert not (tmp_path / "site").exists()


def test_a_page_where_a_file_of_the_data_stands_is_not_written():
    """As the build refuses it: an old address has its page too."""
    site = Site(pages={}, files=FileSet([Group.of({"gammal/index.html": ""})]))
    for name in ("gammal.md", "gammal/index.md"):
        with pytest.raises(GuideError, match=r"sidan görs ur data — ta bort den ur docs/\."):
            list(portable.pages(site, {name: "# Prov\n"}))
