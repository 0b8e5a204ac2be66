"""The guide under /bidra/ tells the truth: its pictures and words exist, and its examples pass the check.

Nothing here looks at what a picture shows, so that no change of the data can fail because of one.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
import yaml

from ramberattelser.checking import check
from ramberattelser.rendering.figures import DENSITY, png_size
from verktyg.bilder import FOLDER, PICTURES, SCALE

ROOT = Path(__file__).resolve().parents[2]
WRITTEN = (ROOT / "docs/bidra/index.md").read_text(encoding="utf-8")
ENGLISH = re.compile(r"\*([^*]+)\*\{: lang=en \}")
GUIDE = ENGLISH.sub(r"\1", WRITTEN)
IMAGES = {source: alt for alt, source in re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", GUIDE)}
EXAMPLES = re.findall(r"^```\n(.*?)^```", GUIDE, re.MULTILINE | re.DOTALL)
MOST_BYTES = 60_000

# GitHub's own words. They are known to be right, and cannot be looked up here.
GITHUB = {
    "fork",
    "Pull request",
    "Fork this repository",
    "Edit this file",
    "Commit changes…",
    "Propose changes",
    "Create pull request",
    "New issue",
    "Blank issue",
    "Add file",
    "Create new file",
    "Name your file…",
}
# What the picture of the finding shows, and how a time may be written.
OWN = {"Laholm:", "Laholms", "Våren 2016", "omkring 2010"}


def test_pictures_of_the_guide_are_those_that_the_tool_makes():
    assert {Path(source).name for source in IMAGES} == set(PICTURES)
    assert {f"docs/bidra/{Path(source).parent}" for source in IMAGES} == {FOLDER}
    assert {path.name for path in (ROOT / FOLDER).iterdir()} == set(PICTURES)
    assert SCALE == DENSITY


@pytest.mark.parametrize("source", IMAGES)
def test_a_picture_is_small_and_told_in_words(source):
    data = (ROOT / "docs/bidra" / source).read_bytes()
    assert len(data) <= MOST_BYTES
    width, height = png_size(data[:24])
    assert width % DENSITY == height % DENSITY == 0
    assert len(IMAGES[source].split()) >= 12
    assert IMAGES[source].endswith(".")


def test_words_of_buttons_and_links_exist():
    foot = (ROOT / "scripts/theme/partials/foot.html").read_text(encoding="utf-8")
    prose = re.sub(r"!\[[^\]]*\]|^```.*?^```", "", GUIDE, flags=re.MULTILINE | re.DOTALL)
    quoted = set(re.findall(r"”([^”]+)”", " ".join(prose.split())))
    assert {words for words in quoted if words not in GITHUB | OWN and f">{words}<" not in foot} == set()
    assert "Ändra den här sidan" in quoted
    assert set(ENGLISH.findall(WRITTEN)) == GITHUB


def test_names_of_forms_and_their_fields_exist():
    forms = [
        yaml.safe_load((ROOT / f".github/ISSUE_TEMPLATE/{name}.yml").read_text(encoding="utf-8"))
        for name in ("berattelse", "andamal")
    ]
    labels = {part["attributes"].get("label") for form in forms for part in form["body"]}
    named = set(re.findall(r"(?<!\*)\*([^*]+)\*(?!\*)", " ".join(GUIDE.split())))
    assert named - {"saknas"} <= labels | {form["name"] for form in forms}
    for form in forms:
        musts = {
            part["attributes"]["label"]
            for part in form["body"]
            if part.get("validations", {}).get("required") and part["type"] != "checkboxes"
        }
        assert musts <= named, form["name"]


def test_commands_exist():
    verbs = {path.stem for path in (ROOT / "scripts/ramberattelser/verbs").glob("*.py")}
    told = re.findall(r"^ramberattelser (\w+)", GUIDE, re.MULTILINE)
    assert told
    assert set(told) <= verbs


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The shared files of the project, and the files that the guide shows, put where it says."""
    for path in ("narratives/gemensamt", "clauses/byggstenar.yml", "clauses/lagen.yml"):
        target = tmp_path / path
        target.parent.mkdir(parents=True, exist_ok=True)
        copy = shutil.copytree if (ROOT / path).is_dir() else shutil.copy
        copy(ROOT / path, target)
    # What the shared files refer to.
    for folder in (ROOT / "narratives").iterdir():
        if folder.name != "gemensamt":
            shutil.copytree(folder, tmp_path / "narratives" / folder.name)
    for path in (ROOT / "clauses").glob("*.yml"):
        shutil.copy(path, tmp_path / "clauses" / path.name)

    def example(start: str) -> str:
        (found,) = [text for text in EXAMPLES if text.startswith(start)]
        return found

    own = tmp_path / "narratives/exempelforbundet"
    own.mkdir()
    (own / "forbund.yml").write_text(example("slag: förbund"), encoding="utf-8")
    sources = tmp_path / "narratives/gemensamt/kallor.yml"
    added = example("källor:").removeprefix("källor:\n")
    sources.write_text(sources.read_text(encoding="utf-8").rstrip("\n") + "\n" + added, encoding="utf-8")
    (tmp_path / "clauses/exempelforbundet.yml").write_text(
        example("förbund: exempelforbundet"), encoding="utf-8"
    )
    (own / "2024.yml").write_text(example("titel:"), encoding="utf-8")
    return tmp_path


def test_the_files_of_the_guide_pass_the_check_together(project):
    corpus, findings = check(project)
    assert [str(found) for found in findings] == []
    assert corpus is not None
    assert "exempelforbundet" in corpus.associations


def test_the_finding_that_is_shown_is_what_the_check_says(project):
    clause = project / "clauses/exempelforbundet.yml"
    text = clause.read_text(encoding="utf-8")
    clause.write_text(text.replace("citat: i Exempelköping", "citat: i Exempelköpig"), encoding="utf-8")
    _, findings = check(project)
    shown = {" ".join(text.split()) for text in EXAMPLES}
    assert [str(found) for found in findings] == [
        one for one in shown if one.startswith("clauses/exempelforbundet.yml:")
    ]


def test_what_the_guide_calls_wrong_is_found_and_what_it_calls_right_is_not(project):
    """The last section's pairs: a line that ends in ``# fel …`` and one that ends in ``# rätt …``."""
    story = project / "narratives/exempelforbundet/2024.yml"
    good = story.read_text(encoding="utf-8")
    pairs = re.findall(r"^( *)(rubrik.*?) +# (fel|rätt)", GUIDE, re.MULTILINE)
    assert len(pairs) == 8
    for indent, line, verdict in pairs:
        at = indent or "    "
        story.write_text(good.replace("    rubrik: Ett gemensamt bord", at + line), encoding="utf-8")
        assert story.read_text(encoding="utf-8") != good or (at + line) in good
        assert bool(check(project)[1]) == (verdict == "fel"), line
