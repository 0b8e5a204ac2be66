"""The project's own tools: locks that name no place, a README that tells the truth, a browser."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from verktyg import browser as browser_tool

LOCKS = {"requirements.in": "requirements.txt", "requirements-dev.in": "requirements-dev.txt"}
PIN = re.compile(r"^([a-z0-9-]+)==(\S+) \\$")
HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}( \\)?$")

# Folders of one machine, and addresses of packages. Written so that they do not find themselves.
MACHINE_PATH = re.compile(r"(^|[^A-Za-z0-9_.])/(farm|home|root|tmp|work|Users)/")
PACKAGE_ADDRESS = re.compile(r"index[-]url|https?://\S+\.(whl|tgz|tar\.gz)\b|\"resolved\": *\"http")


def _pins(lock: Path) -> dict[str, str]:
    return {found[1]: found[2] for line in lock.read_text().splitlines() if (found := PIN.match(line))}


def _targets(repo_root: Path) -> set[str]:
    """The commands that the Makefile has a line of help for."""
    return set(
        re.findall(r"^([a-z]+)\b.*:.* ## ", (repo_root / "Makefile").read_text(encoding="utf-8"), re.M)
    )


def _text_files(repo_root: Path) -> Iterator[tuple[str, str]]:
    """Path and text of every text file that is in the project or would be with the next commit."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=repo_root, capture_output=True, check=True, encoding="utf-8").stdout
    for path in filter(None, listed.split("\0")):
        try:
            yield path, (repo_root / path).read_text(encoding="utf-8")
        except (UnicodeDecodeError, FileNotFoundError):
            continue


@pytest.mark.parametrize("lock", LOCKS.values())
def test_lock_holds_only_names_versions_and_hashes(lock, repo_root):
    lines = (repo_root / lock).read_text().splitlines()
    comment = re.compile(r"^ *(#|$)")
    assert [line for line in lines if not (comment.match(line) or PIN.match(line) or HASH.match(line))] == []
    assert [line for line in lines if "http" in line or "//" in line] == []


@pytest.mark.parametrize("lock", LOCKS.values())
def test_every_locked_package_has_a_hash(lock, repo_root):
    lines = [
        line for line in (repo_root / lock).read_text().splitlines() if not line.lstrip().startswith("#")
    ]
    pairs = zip(lines, [*lines[1:], ""], strict=True)
    assert [line for line, following in pairs if PIN.match(line) and not HASH.match(following)] == []


@pytest.mark.parametrize(("source", "lock"), LOCKS.items())
def test_lock_covers_every_package_that_is_asked_for(source, lock, repo_root):
    asked = re.findall(r"^[A-Za-z0-9][A-Za-z0-9.-]*", (repo_root / source).read_text(), re.M)
    # A lock writes names in their normal form: pdfminer.six is pdfminer-six.
    names = {name.lower().replace(".", "-") for name in asked}
    assert names
    assert names - _pins(repo_root / lock).keys() == set()


def test_tests_run_with_the_versions_that_the_site_is_built_with(repo_root):
    site, tests = _pins(repo_root / "requirements.txt"), _pins(repo_root / "requirements-dev.txt")
    assert {name: version for name, version in site.items() if tests.get(name) != version} == {}


def test_no_file_names_a_place_of_one_machine_or_a_package_address(repo_root):
    found = [
        f"{path}:{number}: {line.strip()[:120]}"
        for path, text in _text_files(repo_root)
        for number, line in enumerate(text.splitlines(), start=1)
        if MACHINE_PATH.search(line) or PACKAGE_ADDRESS.search(line)
    ]
    assert found == []


def test_readme_names_commands_that_exist(repo_root):
    named = set(re.findall(r"\bmake ([a-z]+)\b", (repo_root / "README.md").read_text(encoding="utf-8")))
    assert named - _targets(repo_root) == set()
    rows = set(
        re.findall(r"^\| `make ([a-z]+)`", (repo_root / "README.md").read_text(encoding="utf-8"), re.M)
    )
    assert _targets(repo_root) - rows == {"site", "test"}, "which stand above the table"
    assert {"site", "serve", "test"} <= named


def test_ci_runs_what_a_contributor_runs(repo_root):
    script = repo_root / ".ci/run"
    assert os.access(script, os.X_OK)
    lines = [line for line in script.read_text().splitlines() if line and not line.startswith("#")]
    assert lines == ["set -euo pipefail", 'cd "$(dirname "${BASH_SOURCE[0]}")/.."', "make test"]


def test_a_missing_browser_is_one_line_and_a_failure(monkeypatch, capsys):
    monkeypatch.setattr(browser_tool, "find_browser", lambda: None)
    monkeypatch.setattr(browser_tool, "install_browser", lambda: None)
    assert browser_tool.main() == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.splitlines() == [browser_tool.MISSING]


def test_a_missing_browser_is_installed_where_the_machine_allows_it(monkeypatch, capsys):
    answers = iter([None, "chromium"])
    installed = []
    monkeypatch.setattr(browser_tool, "find_browser", lambda: next(answers))
    monkeypatch.setattr(browser_tool, "install_browser", lambda: installed.append(True))
    assert browser_tool.main() == 0
    assert installed == [True]
    assert capsys.readouterr().out == "chromium\n"


def test_the_browser_may_be_named_by_a_variable(monkeypatch, tmp_path):
    named = tmp_path / "my-chromium"
    named.write_text("#!/bin/sh\n")
    named.chmod(0o755)
    monkeypatch.setenv("CHROMIUM", str(named))
    assert browser_tool.find_browser() == str(named)


def test_tree_fixture_writes_what_it_shows(tree):
    folder = tree(
        """
        clauses/
          umearegionen.yml
          | förbund: umearegionen
          |
          |   text: "| behålls"
        narratives/
          halland/
            forbund.yml
          nns/
        """
    )
    written = {path.relative_to(folder).as_posix() for path in folder.rglob("*")}
    assert written == {
        "clauses",
        "clauses/umearegionen.yml",
        "narratives",
        "narratives/halland",
        "narratives/halland/forbund.yml",
        "narratives/nns",
    }
    text = (folder / "clauses/umearegionen.yml").read_text(encoding="utf-8")
    assert text == 'förbund: umearegionen\n\n  text: "| behålls"\n'


def test_tree_fixture_takes_a_mapping_to_the_letter(tree):
    folder = tree({"clauses/x.yml": "a: 1\r\n\tb"})
    assert (folder / "clauses/x.yml").read_bytes() == b"a: 1\r\n\tb"
