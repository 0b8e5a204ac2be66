"""The command: exit codes and every word it says; a build with findings changes nothing."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from browser.trees import write_tree
from corpora import write_example
from corpus_files import changed, example_files
from ramberattelser import commands
from ramberattelser.commands import building, main
from ramberattelser.commands.building import beside, may_be_replaced
from ramberattelser.commands.replacing import replace

SLIP = ("clauses/provkoping.yml", "citat: en plattform", "citat: en platform")
TOLD = (
    "clauses/provkoping.yml:12:16: versioner 1, kodning 1, citat: orden ”en platform” står inte i texten — "
    "skriv av dem till punkt och pricka; … står för utelämnade ord\n\nEn sak att rätta.\n"
)


@pytest.fixture
def example(tmp_path):
    write_tree(tmp_path / "rot", example_files())
    return tmp_path / "rot"


@pytest.fixture
def broken(tmp_path):
    write_tree(tmp_path / "rot", changed(*SLIP))
    return tmp_path / "rot"


def contents(folder):
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


# --- kontrollera ---------------------------------------------------------------------------


def test_a_check_without_findings_says_what_there_is(example, capsys):
    assert main(["--rot", str(example), "kontrollera"]) == 0
    said = capsys.readouterr()
    assert said.out == "Inget att anmärka på: två förbund, en berättelse, fem lydelser, två källor.\n"
    assert said.err == ""


def test_a_check_with_findings_tells_them_and_fails(broken, capsys):
    before = contents(broken)
    assert main(["--rot", str(broken), "kontrollera"]) == 1
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", TOLD)
    assert contents(broken) == before


def test_findings_are_counted(example, capsys):
    path = example / "narratives/provkoping/forbund.yml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("PRO", "pro").replace("2012–", "igår"), encoding="utf-8"
    )
    assert main(["--rot", str(example), "kontrollera"]) == 1
    assert capsys.readouterr().err.endswith("\n\nTvå saker att rätta.\n")


def test_the_wrong_folder_is_one_sentence(tmp_path, capsys):
    assert main(["--rot", str(tmp_path), "kontrollera"]) == 1
    assert capsys.readouterr().err == (
        "Här finns varken narratives/ eller clauses/ — gå till projektets mapp, eller ange den med --rot.\n"
    )
    missing = tmp_path / "borta"
    assert main(["--rot", str(missing), "kontrollera"]) == 1
    assert capsys.readouterr().err == f"Mappen {missing} finns inte — kontrollera vad som står efter --rot.\n"


PROJECT_VERBS = [
    ["kontrollera"],
    ["bygg"],
    ["skriv", "ut"],
    ["ny", "förbund"],
    ["formular", "-"],
    ["formular", "--mallar"],
    ["schema"],
    ["schema", "--kontrollera"],
    ["granska", "main"],
]


@pytest.mark.parametrize("words", PROJECT_VERBS, ids=" ".join)
def test_every_verb_of_a_project_says_the_same_where_there_is_none(words, tmp_path, capsys):
    """And makes none: a slip in --rot would else begin a new tree."""
    missing, empty = tmp_path / "borta", tmp_path / "tom"
    empty.mkdir()
    for root, told in (
        (missing, f"Mappen {missing} finns inte — kontrollera vad som står efter --rot."),
        (empty, "Här finns varken narratives/ eller clauses/ — gå till projektets mapp"),
    ):
        assert main(["--rot", str(root), *words]) == 1
        out, err = capsys.readouterr()
        assert (out, err.startswith(told)) == ("", True)
    assert [path.name for path in tmp_path.rglob("*")] == ["tom"]


def test_every_verb_is_of_a_project_or_of_none():
    assert {words[0] for words in PROJECT_VERBS} | commands._WITHOUT_PROJECT == set(commands._VERBS)


def test_a_build_that_has_no_project_says_that_the_site_stays(tmp_path, capsys):
    assert main(["--rot", str(tmp_path), "bygg"]) == 1
    assert capsys.readouterr().err.endswith("Ingen ny webbplats skrevs; den tidigare ligger kvar.\n")


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1", "ascii"])
def test_any_terminal_can_show_findings(encoding, broken):
    """Also one that has no dash or quotation marks; and a file's name may be no text at all."""
    (broken / "clauses" / os.fsdecode(b"fel-\xff.yml")).write_text("a: b\n", encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, "-m", "ramberattelser.commands", "--rot", str(broken), "kontrollera"],
        env={**os.environ, "PYTHONIOENCODING": encoding, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        check=False,
    )
    assert ran.returncode == 1
    assert b"Traceback" not in ran.stderr
    assert ran.stderr.count(b"clauses/provkoping.yml:12:16") == 1
    assert len(ran.stderr.splitlines()) == 4


def test_a_terminal_without_swedish_letters_is_no_fault(example):
    ran = subprocess.run(
        [sys.executable, "-m", "ramberattelser.commands", "--rot", str(example), "kontrollera"],
        env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        check=False,
    )
    assert ran.returncode == 0
    assert ran.stdout.startswith(b"Inget att anm?rka p?")


def test_a_verb_loads_only_what_it_needs():
    """The command starts a process of its own for the build, and loads for itself neither model nor pages."""
    seen = "import sys; from ramberattelser.commands import _parser; _parser(['bygg']); print(*sys.modules)"
    ran = subprocess.run(
        [sys.executable, "-c", seen],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert not {"pydantic", "yaml", "jinja2", "ramberattelser.model"} & set(ran.stdout.split())


# --- bygg ----------------------------------------------------------------------------------


def test_a_build_with_findings_publishes_nothing_and_keeps_the_earlier_site(broken, tmp_path, capfd):
    site = tmp_path / "publik/site"
    write_tree(site, {"index.html": "tidigare", "sitemap.xml": "<x/>", "a/index.html": "också tidigare"})
    before, around = contents(tmp_path), sorted(site.parent.iterdir())
    assert main(["--rot", str(broken), "bygg", "--till", str(site)]) == 1
    said = capfd.readouterr()
    assert said.out == ""
    assert said.err == TOLD + "Ingen ny webbplats skrevs; den tidigare ligger kvar.\n"
    assert contents(tmp_path) == before
    assert sorted(site.parent.iterdir()) == around


def whole_project_with_a_slip(folder):
    project = write_example(folder / "projekt")
    name, words, others = SLIP
    path = project / name
    path.write_text(path.read_text(encoding="utf-8").replace(words, others), encoding="utf-8")
    return project


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1", "ascii"])
def test_what_stops_a_build_of_a_whole_project_is_told_and_nothing_else(encoding, tmp_path):
    """MkDocs' hook checks the data, before MkDocs has touched or said anything."""
    project = whole_project_with_a_slip(tmp_path)
    write_tree(project / "site", {"index.html": "tidigare", "sitemap.xml": "<x/>"})
    before = contents(project / "site")
    ran = subprocess.run(
        [sys.executable, "-m", "ramberattelser.commands", "bygg"],
        cwd=project,
        env={**os.environ, "PYTHONIOENCODING": encoding, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        check=False,
    )
    told = TOLD + "Ingen ny webbplats skrevs; den tidigare ligger kvar.\n"
    assert (ran.returncode, ran.stdout) == (1, b"")
    assert ran.stderr.decode(encoding) == told.encode(encoding, "replace").decode(encoding)
    assert contents(project / "site") == before


def test_mkdocs_alone_leaves_its_site_as_it_was_where_something_is_to_be_mended(tmp_path):
    project = whole_project_with_a_slip(tmp_path)
    write_tree(project / "site", {"index.html": "tidigare"})
    ran = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=project,
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONIOENCODING": "utf-8"},
    )
    assert ran.returncode == 1
    assert TOLD.strip() in ran.stdout.decode()
    assert contents(project / "site") == {Path("index.html"): b"tidigare"}


def test_a_build_that_the_generator_refuses_keeps_the_earlier_site(example, tmp_path, capfd):
    (example / "mkdocs.yml").write_text("site_name: [\n", encoding="utf-8")
    write_tree(tmp_path / "site", {"index.html": "tidigare", "sitemap.xml": "<x/>"})
    before = contents(tmp_path)
    assert main(["--rot", str(example), "bygg", "--till", str(tmp_path / "site")]) == 1
    assert capfd.readouterr().err.endswith("Ingen ny webbplats skrevs; den tidigare ligger kvar.\n")
    assert contents(tmp_path) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["rot", "site"]


def test_a_build_replaces_nothing_but_a_site(example, tmp_path, capsys):
    (example / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    write_tree(tmp_path / "viktigt", {"avhandling.txt": "allt"})
    assert main(["--rot", str(example), "bygg", "--till", str(tmp_path / "viktigt")]) == 1
    assert "innehåller annat än en webbplats — välj en annan mapp med --till." in capsys.readouterr().err
    assert (tmp_path / "viktigt/avhandling.txt").read_text(encoding="utf-8") == "allt"


def test_a_build_needs_its_settings(example, tmp_path, capsys):
    assert main(["--rot", str(example), "bygg", "--till", str(tmp_path / "site")]) == 1
    assert capsys.readouterr().err == f"{example / 'mkdocs.yml'} saknas — webbplatsen byggs efter den.\n"


def test_a_folder_is_replaced_whole(tmp_path):
    write_tree(tmp_path / "site", {"gammal.html": "1"})
    with beside(tmp_path / "site") as side:
        (side / "ny.html").write_text("2", encoding="utf-8")
        replace(tmp_path / "site", side)
    assert contents(tmp_path) == {Path("site/ny.html"): b"2"}


def test_a_folder_that_cannot_be_moved_in_leaves_the_old_one(tmp_path):
    write_tree(tmp_path / "site", {"gammal.html": "1"})
    with pytest.raises(OSError, match="borta"):
        replace(tmp_path / "site", tmp_path / "borta")
    assert contents(tmp_path) == {Path("site/gammal.html"): b"1"}


def test_what_may_be_replaced(tmp_path):
    write_tree(tmp_path, {"site/sitemap.xml": "", "annat/x.txt": "", "tom/": "", "fil": ""})
    (tmp_path / "genvag").symlink_to(tmp_path / "site")
    may = {name: may_be_replaced(tmp_path / name) for name in ("site", "annat", "tom", "fil", "genvag", "ny")}
    assert may == {"site": True, "annat": False, "tom": True, "fil": False, "genvag": False, "ny": True}


# --- skriv ---------------------------------------------------------------------------------


def test_writing_refuses_an_existing_folder(example, tmp_path, capsys):
    write_tree(tmp_path / "ut", {"min.txt": "min"})
    assert main(["--rot", str(example), "skriv", str(tmp_path / "ut")]) == 1
    told = f"{tmp_path / 'ut'} finns redan — välj en annan mapp eller flytta undan den.\n"
    assert capsys.readouterr().err == told
    assert contents(tmp_path / "ut") == {Path("min.txt"): b"min"}


def test_writing_with_findings_writes_nothing(broken, tmp_path, capsys):
    assert main(["--rot", str(broken), "skriv", str(tmp_path / "ut")]) == 1
    assert capsys.readouterr().err == TOLD
    assert [path.name for path in tmp_path.iterdir()] == ["rot"]


def test_every_page_is_written_with_its_title(repo_root, tmp_path, capsys):
    assert main(["--rot", str(repo_root), "skriv", str(tmp_path / "djupt/ut")]) == 0
    pages = list((tmp_path / "djupt/ut").rglob("*.md"))
    assert capsys.readouterr().out == f"{len(pages)} sidor skrivna till {tmp_path / 'djupt/ut'}.\n"
    for page in pages:
        text = page.read_text(encoding="utf-8")
        assert re.match(r'---\ntitle: "[^\n]+"\ndescription: "[^\n]*"\n---\n\n', text), page
    assert [path.name for path in (tmp_path / "djupt").iterdir()] == ["ut"]
    written = {path.relative_to(tmp_path / "djupt/ut").as_posix() for path in pages}
    by_hand = ("om", "om/data", "om/jamforelsen", "bidra", "bidra/format")
    assert written >= {f"{name}/index.md" for name in ("om/tillganglighet", *by_hand)}
    assert (tmp_path / "djupt/ut/data/par.csv").is_file()
    assert not list((tmp_path / "djupt/ut").glob("beslut*"))


def test_a_guide_is_written_with_its_macros_links_and_pictures(example, tmp_path, capsys):
    guide = (
        "\ufeff---\ndescription: 'Om \"oss\"'\n---\n# Om *oss*\n\n{{ webbplatsen() }}\n\n"
        "[a](/kallor/#x) [b](data.md#y) [c](../bidra/) [d](#z) `[e](/f/)` [g](https://a.se/)\n\n"
        '![h](steg/i.png "j")\n\n[k]: /begrepp/\n'
    )
    write_tree(example, {"docs/om/mer.md": guide, "docs/om/data.md": "# Data\n", "docs/beslut/x.md": "# X\n"})
    (example / "docs/om/steg").mkdir()
    picture = b"\x89PNG\r\n\x1a\n"
    (example / "docs/om/steg/i.png").write_bytes(picture)
    assert main(["--rot", str(example), "skriv", str(tmp_path / "ut")]) == 0, capsys.readouterr().err
    head, body = (tmp_path / "ut/om/mer/index.md").read_text(encoding="utf-8").split("\n---\n\n")
    assert head == '---\ntitle: "Om oss"\ndescription: "Om \\"oss\\""'
    assert "<code>ramberattelser paketera</code>" in body
    assert body.endswith(
        "[a](../../kallor/#x) [b](../../om/data/#y) [c](../bidra/) [d](#z) `[e](/f/)` [g](https://a.se/)\n\n"
        '![h](../steg/i.png "j")\n\n[k]: ../../begrepp/\n'
    )
    assert (tmp_path / "ut/om/steg/i.png").read_bytes() == picture
    assert not (tmp_path / "ut/beslut").exists()


@pytest.mark.parametrize("to", ["borta", "kallor/#borta"])
def test_an_old_address_that_leads_nowhere_is_found_by_the_check_too(to, example, capsys):
    moves = "omdirigeringar:\n  - från: /gammal/\n    till: /{}\n"
    write_tree(example, {"docs/omdirigeringar.yml": moves.format(to if "#" in to else f"{to}/")})
    assert main(["--rot", str(example), "kontrollera"]) == 1
    out, err = capsys.readouterr()
    assert "docs/omdirigeringar.yml:3:11: " in err
    assert "borta" in err
    assert "En sak att rätta." in err
    assert out == ""
    write_tree(example, {"docs/omdirigeringar.yml": moves.format("kallor/")})
    assert main(["--rot", str(example), "kontrollera"]) == 0
    assert "Inget att anmärka på" in capsys.readouterr().out


def test_old_addresses_are_written_too_and_lead_to_a_page(example, tmp_path, capsys):
    moves = "omdirigeringar:\n  - från: /gammal/\n    till: /{}/\n"
    write_tree(example, {"docs/omdirigeringar.yml": moves.format("kallor")})
    assert main(["--rot", str(example), "skriv", str(tmp_path / "ut")]) == 0
    assert "../kallor/" in (tmp_path / "ut/gammal/index.html").read_text(encoding="utf-8")
    write_tree(example, {"docs/omdirigeringar.yml": moves.format("borta")})
    assert main(["--rot", str(example), "skriv", str(tmp_path / "nytt")]) == 1
    assert "det finns ingen sida med adressen ”/borta/”" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("om/mer.md", "# Mer\n\n{{ rita() }}\n", "docs/om/mer.md: "),
        ("kallor.md", "# Mer\n", "docs/kallor.md: sidan görs ur data — ta bort den ur docs/."),
    ],
)
def test_a_guide_that_cannot_be_written_stops_the_writing(name, text, told, example, tmp_path, capsys):
    write_tree(example, {f"docs/{name}": text})
    assert main(["--rot", str(example), "skriv", str(tmp_path / "ut")]) == 1
    assert capsys.readouterr().err.startswith(told)
    assert not (tmp_path / "ut").exists()


# --- words ---------------------------------------------------------------------------------


HELP = {
    (): """\
användning: ramberattelser [-h] [--rot MAPP] KOMMANDO ...

Kontrollerar data och bygger webbplatsen.

val:
  -h, --hjälp, --help  visa den här hjälpen
  --rot MAPP           projektets mapp (annars den du står i)

kommandon:
  KOMMANDO
    kontrollera        läs alla uppgifter och visa allt som är fel
    bygg               kontrollera och bygg webbplatsen
    skriv              skriv alla sidor till en mapp, för en annan
                       webbplatsgenerator
    jamfor             jämför två textfiler ord för ord, eller många par som
                       JSON-rader
    ny                 skriv en ny fil: ett förbund, en berättelse eller en
                       ändamålsparagraf
    formular           gör filer av ett ärende som skrevs i formuläret, eller
                       säg vad som är fel
    schema             skriv scheman för redigerare, och sidan om formatet, ur
                       modellerna
    granska            visa vad ett förslag ändrar på webbplatsen, mot en
                       tidigare version
    paketera           packa den byggda webbplatsen till en zip-fil som
                       fungerar utan nät
""",
    ("kontrollera",): """\
användning: ramberattelser kontrollera [-h] [--github] [--json] [FIL ...]

Läs alla uppgifter och visa allt som är fel.

värden:
  FIL                  visa bara det som gäller dessa filer eller mappar

val:
  -h, --hjälp, --help  visa den här hjälpen
  --github             visa som kommentarer och sammanfattning i GitHub
  --json               visa som JSON, för andra program
""",
    ("bygg",): """\
användning: ramberattelser bygg [-h] [--till MAPP] [--utan-cache] [--zip]

Kontrollera och bygg webbplatsen.

val:
  -h, --hjälp, --help  visa den här hjälpen
  --till MAPP          var webbplatsen ska ligga (site)
  --utan-cache         gör allt på nytt, utan det som sparats från förra
                       bygget
  --zip                lägg också hela webbplatsen som en zip-fil på
                       webbplatsen
""",
    ("skriv",): """\
användning: ramberattelser skriv [-h] MAPP

Skriv alla sidor till en mapp, för en annan webbplatsgenerator.

värden:
  MAPP                 mappen; den får inte finnas

val:
  -h, --hjälp, --help  visa den här hjälpen
""",
}


@pytest.mark.parametrize("option", ["-h", "--hjälp", "--help"])
@pytest.mark.parametrize("verb", HELP, ids=lambda verb: " ".join(verb) or "none")
def test_help_is_swedish(verb, option, capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    with pytest.raises(SystemExit) as end:
        main([*verb, option])
    assert end.value.code == 0
    assert capsys.readouterr().out == HELP[verb]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], "ramberattelser: det saknas: KOMMANDO"),
        (["skriv"], "ramberattelser skriv: det saknas: MAPP"),
        (["kontrolera"], "ramberattelser: kommandot ”kontrolera” finns inte — menade du kontrollera?"),
        (
            ["rita"],
            "ramberattelser: kommandot ”rita” finns inte — välj kontrollera, bygg, skriv, jamfor, ny, "
            "formular, schema, granska eller paketera",
        ),
        (
            ["help", "bygg"],
            "ramberattelser: kommandot ”help” finns inte — välj kontrollera, bygg, skriv, jamfor, ny, "
            "formular, schema, granska eller paketera",
        ),
        (["kontrolera", "ny"], "ramberattelser: kommandot ”kontrolera” finns inte — menade du kontrollera?"),
        (
            ["--rot", "bygg", "kontrolera", "ny"],
            "ramberattelser: kommandot ”kontrolera” finns inte — menade du kontrollera?",
        ),
        (["kontrollera", "--fort"], "ramberattelser: används inte här: --fort"),
        (["kontrollera", "--hjä"], "ramberattelser: används inte här: --hjä"),
        (["--rot"], "ramberattelser: --rot: skriv ett värde efter"),
        (["bygg", "--till"], "ramberattelser bygg: --till: skriv ett värde efter"),
        (["ny", "ändamål", "--nummer", "x"], "ramberattelser ny ändamål: --nummer: ”x” är inget heltal"),
        (["--hjälp=x"], "ramberattelser: -h/--hjälp/--help tar inget värde"),
    ],
    ids=lambda value: "_".join(value) if isinstance(value, list) else "",
)
def test_a_slip_on_the_line_is_one_swedish_sentence(arguments, sentence, capsys):
    with pytest.raises(SystemExit) as end:
        main(arguments)
    assert end.value.code == 2
    usage, told = capsys.readouterr().err.rstrip("\n").rsplit("\n", 1)
    assert usage.startswith("användning: ramberattelser")
    assert told == sentence


def test_the_parser_changes_nothing_for_others():
    import argparse

    assert argparse.ArgumentParser(prog="x").format_help().startswith("usage: x [-h]")


def test_a_disk_that_refuses_is_no_trace(example, tmp_path, capsys, monkeypatch):
    def refuse(*_, **__):
        raise PermissionError(13, "nej", "mappen")

    monkeypatch.setattr("ramberattelser.commands.building.tempfile.mkdtemp", refuse)
    assert main(["--rot", str(example), "skriv", str(tmp_path / "ut")]) == 1
    assert (
        capsys.readouterr().err
        == "mappen går inte att läsa eller skriva — kontrollera namn och rättigheter.\n"
    )


@pytest.mark.parametrize(
    "words",
    [
        ["granska", "BAS", "--till"],
        ["granska", "BAS", "--sida"],
        ["formular", "FORM", "--svar"],
    ],
    ids=lambda words: " ".join((words[0], words[-1])),
)
def test_a_folder_where_a_file_is_to_be_is_named(words, example, tmp_path, capsys):
    """And not the file that was to be moved into its place, which is then gone."""
    folder = tmp_path / "en-mapp"
    folder.mkdir()
    (tmp_path / "arende.md").write_text("### Titel\n", encoding="utf-8")
    given = {"BAS": str(example), "FORM": str(tmp_path / "arende.md")}
    assert main(["--rot", str(example), *(given.get(word, word) for word in words), str(folder)]) == 1
    assert capsys.readouterr().err == f"{folder} är en mapp — skriv namnet på en fil.\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["arende.md", "en-mapp", "rot"]


def test_a_place_that_is_not_there_is_named(tmp_path, capsys):
    write_tree(tmp_path / "site", {"index.html": "<p>", "sitemap.xml": ""})
    target = tmp_path / "borta/x.zip"
    assert main(["paketera", "--fran", str(tmp_path / "site"), "--till", str(target)]) == 1
    assert capsys.readouterr().err == (
        f"{target} går inte att läsa eller skriva — kontrollera namn och rättigheter.\n"
    )


def test_the_clock_is_no_part_of_a_build(monkeypatch, tmp_path):
    seen: dict[str, str] = {}

    def run(command, *, env, **_):
        seen.update(env)
        return subprocess.CompletedProcess(command, 1, stdout="")

    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setattr(building.subprocess, "run", run)
    assert not building.mkdocs_build(tmp_path / "mkdocs.yml", tmp_path / "site")
    assert seen["SOURCE_DATE_EPOCH"] == building.EPOCH
