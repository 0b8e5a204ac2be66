"""The workflows do what SECURITY.md promises: each rule is held here, and shown to catch what breaks it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

FOLDER = Path(__file__).resolve().parent.parent / ".github"
WORKFLOWS = sorted((FOLDER / "workflows").glob("*.y*ml"))

PINNED = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
USES = re.compile(r"^\s*(?:- )?[\"']?uses[\"']?\s*:\s*(.+?)\s*$", re.MULTILINE)
EXPRESSION = re.compile(r"\$\{\{(.*?)\}\}", re.DOTALL)

READ = {"contents": "read"}


@dataclass(frozen=True)
class Contract:
    """What a workflow may do beyond what every workflow may: a change of it is a change of a line here.

    ``jobs`` gives each job's permissions. None of ``expressions`` is a text that a stranger chooses.
    """

    triggers: frozenset[str]
    jobs: dict[str, dict[str, str]]
    expressions: frozenset[str] = frozenset()


ORDINARY = Contract(frozenset(("push", "pull_request")), {"prov": READ}, frozenset(("github.ref",)))
CONTRACTS = {
    "ci.yml": Contract(ORDINARY.triggers, {"test": READ}, ORDINARY.expressions),
    "granska.yml": Contract(
        frozenset(("pull_request",)),
        {"granska": READ},
        frozenset(("github.ref", "!cancelled() && steps.installera.outcome == 'success'")),
    ),
    "publicera.yml": Contract(
        frozenset(("push",)),
        {"bygg": {**READ, "pages": "read"}, "publicera": {"pages": "write", "id-token": "write"}},
        frozenset(
            (
                "github.repository",
                "github.server_url",
                "steps.pages.outputs.base_url",
                "steps.publicera.outputs.page_url",
            )
        ),
    ),
    # Writes, and is started by strangers: see the rules for it below.
    "formular.yml": Contract(
        frozenset(("issues",)),
        {"las": READ, "lagg-fram": {"contents": "write", "issues": "write", "pull-requests": "write"}},
        frozenset(("github.event.issue.number", "github.token", "runner.temp")),
    ),
}

GOOD = """
name: Prov
on:
  pull_request:
permissions: {}
jobs:
  prov:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    permissions:
      contents: read
    steps:
      - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0
        with:
          persist-credentials: false
      - run: make test
"""


def faults(text: str, contract: Contract = ORDINARY) -> set[str]:
    """Return the names of the rules that a workflow breaks."""
    workflow = yaml.load(text, Loader=yaml.BaseLoader)  # keeps "on" a word
    return {rule for rule, broken in _rules(text, workflow, contract) if broken}


def _rules(text: str, workflow: dict[str, Any], contract: Contract) -> Iterator[tuple[str, bool]]:
    jobs = workflow["jobs"]
    steps = [step for job in jobs.values() for step in job.get("steps", [])]
    yield "permissions on top", workflow.get("permissions") != {}
    yield "job permissions", {name: job.get("permissions") for name, job in jobs.items()} != contract.jobs
    yield "publishing runs code", any(_publishes(job) and _runs(job) for job in jobs.values())
    yield "pinned", any(not PINNED.fullmatch(use) for use in USES.findall(text))
    # A use that the pattern above cannot see must not slip through.
    listed = [step["uses"] for step in steps if "uses" in step] + [
        j["uses"] for j in jobs.values() if "uses" in j
    ]
    yield "uses on its own line", len(listed) != len(USES.findall(text))
    yield "credentials", any(_keeps_credentials(step) for step in steps)
    yield "trigger", not set(_triggers(workflow["on"])) <= contract.triggers
    yield "expression in run", any("${{" in step.get("run", "") for step in steps)
    yield "expression", any(found.strip() not in contract.expressions for found in EXPRESSION.findall(text))
    yield "secret", "secrets" in text.replace("no secrets", "")
    yield "time limit", any(not 0 < int(job.get("timeout-minutes", 0)) <= 30 for job in jobs.values())
    yield "runner", any(job.get("runs-on") != "ubuntu-24.04" for job in jobs.values())
    yield "kept going", any("continue-on-error" in part for part in (*jobs.values(), *steps))


def _publishes(job: dict[str, Any]) -> bool:
    return isinstance(job.get("permissions"), dict) and "id-token" in job["permissions"]


def _runs(job: dict[str, Any]) -> bool:
    return any("run" in step or "checkout" in step.get("uses", "") for step in job["steps"])


def _keeps_credentials(step: dict[str, Any]) -> bool:
    if not step.get("uses", "").startswith("actions/checkout@"):
        return False
    return step.get("with", {}).get("persist-credentials") != "false"


def _triggers(given: Any) -> list[str]:
    return [given] if isinstance(given, str) else list(given)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_breaks_no_rule(path):
    assert faults(path.read_text(encoding="utf-8"), CONTRACTS[path.name]) == set()


def test_every_workflow_has_its_contract():
    assert {path.name for path in WORKFLOWS} == set(CONTRACTS)


def test_the_good_example_is_good():
    assert faults(GOOD) == set()


@pytest.mark.parametrize(
    ("rule", "old", "new"),
    [
        ("permissions on top", "permissions: {}\n", ""),
        ("permissions on top", "permissions: {}\n", "permissions: read-all\n"),
        ("job permissions", "    permissions:\n      contents: read\n", ""),
        ("job permissions", "    permissions:\n      contents: read\n", "    permissions: write-all\n"),
        ("job permissions", "contents: read", "contents: write"),
        ("job permissions", "contents: read", "pull-requests: write"),
        ("pinned", "08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0", "v5"),
        ("pinned", " # v5.0.0", ""),
        ("pinned", "08c6903cd8c0fde910a37f88322edcfb5dd907a8", "08c6903"),
        ("credentials", "persist-credentials: false", "fetch-depth: 2"),
        ("credentials", "persist-credentials: false", "persist-credentials: true"),
        ("trigger", "  pull_request:", "  pull_request_target:"),
        ("trigger", "  pull_request:", "  workflow_run:\n    workflows: [Granska]"),
        ("trigger", "  pull_request:", "  issue_comment:"),
        ("expression in run", "make test", "echo ${{ github.ref }}"),
        (
            "expression",
            "    timeout-minutes",
            "    name: ${{ github.event.pull_request.title }}\n    timeout-minutes",
        ),
        ("secret", "      - run: make test", "      - run: make test\n        env: {A: $secrets}"),
        ("time limit", "    timeout-minutes: 5\n", ""),
        ("time limit", "minutes: 5", "minutes: 360"),
        ("runner", "ubuntu-24.04", "ubuntu-latest"),
        ("runner", "ubuntu-24.04", "self-hosted"),
        ("kept going", "      - run: make test", "      - run: make test\n        continue-on-error: true"),
    ],
)
def test_what_breaks_a_rule_is_found(rule, old, new):
    assert old in GOOD
    assert faults(GOOD.replace(old, new, 1)) == {rule}


def test_a_use_that_hides_on_another_line_is_found():
    hidden = GOOD.replace("- run: make test", "- {name: x, uses: some/action@v1}")
    assert "uses on its own line" in faults(hidden)


def test_publishing_runs_nothing_of_ours_and_starts_on_main_alone():
    text = (FOLDER / "workflows" / "publicera.yml").read_text(encoding="utf-8")
    contract = CONTRACTS["publicera.yml"]
    runs = text.replace("        id: publicera\n", "        id: publicera\n      - run: make site\n")
    assert faults(runs, contract) == {"publishing runs code"}
    assert faults(text.replace("  push:\n    branches: [main]", "  pull_request:"), contract) == {"trigger"}
    assert yaml.load(text, Loader=yaml.BaseLoader)["on"] == {"push": {"branches": ["main"]}}


def _form() -> dict[str, Any]:
    text = (FOLDER / "workflows" / "formular.yml").read_text(encoding="utf-8")
    assert "ref:" not in text, "it runs what is on main, never a stranger's branch"
    jobs: dict[str, Any] = yaml.load(text, Loader=yaml.BaseLoader)["jobs"]
    return jobs


def test_what_reads_a_strangers_text_may_not_write_and_what_may_write_runs_nothing_of_ours():
    """SEC-11. An issue starts the form's workflow: one job reads it, another gets a patch and the token."""
    jobs = _form()
    ours = re.compile(r"\bmake\b|\.venv/|\bpython|\bpip\b|scripts/")
    assert ours.search(str(jobs["las"]["steps"]))
    assert "github.token" not in str(jobs["las"])
    writing = jobs["lagg-fram"]
    assert writing["needs"] == "las"
    assert "if" not in writing, "it follows only on a reading that went well"
    assert [step["run"] for step in writing["steps"] if ours.search(step.get("run", ""))] == []
    assert {step["uses"].partition("@")[0] for step in writing["steps"] if "uses" in step} == {
        "actions/checkout",
        "actions/download-artifact",
    }


def _take(repository: Path, temporary: Path) -> tuple[int, str]:
    """Run the step that takes what comes over, and return how it ended and what it told."""
    step = next(step for step in _form()["lagg-fram"]["steps"] if step.get("id") == "ta-emot")
    told = temporary / "utdata"
    told.write_text("")
    done = subprocess.run(
        ["bash", "-eo", "pipefail", "-c", step["run"]],
        cwd=repository,
        env={"PATH": os.environ["PATH"], "RUNNER_TEMP": str(temporary), "GITHUB_OUTPUT": str(told)},
        capture_output=True,
        check=False,
    )
    return done.returncode, told.read_text()


NEW = "diff --git a/{0} b/{0}\nnew file mode {1}\n--- /dev/null\n+++ b/{0}\n@@ -0,0 +1 @@\n+x: y\n"


@pytest.mark.parametrize(
    ("patch", "taken", "files"),
    [
        ("", True, set()),
        (NEW.format("clauses/a.yml", "100644"), True, {"clauses/a.yml"}),
        (NEW.format("narratives/a/b.yml", "100644"), True, {"narratives/a/b.yml"}),
        (NEW.format("clauses/a.yml", "100755"), False, None),
        (NEW.format("clauses/a.yml", "120000"), False, None),
        (NEW.format("clauses/a.py", "100644"), True, set()),
        (NEW.format("scripts/a.yml", "100644"), True, set()),
        (NEW.format(".github/workflows/a.yml", "100644"), True, set()),
        (NEW.format("clauses/../a.yml", "100644"), False, None),
        (NEW.format("../a.yml", "100644"), True, set()),
        ("inget att läsa\n", False, None),
    ],
)
def test_no_more_is_taken_than_ordinary_files_in_the_two_folders(patch, taken, files, tmp_path):
    """SEC-11. What the reading job hands over is held to be a stranger's, whatever it is."""
    repository = tmp_path / "arkiv"
    (repository / "clauses").mkdir(parents=True)
    subprocess.run(["git", "init", "-q"], cwd=repository, check=True)
    (tmp_path / "formular").mkdir()
    (tmp_path / "formular/forslag.patch").write_text(patch, encoding="utf-8")
    code, told = _take(repository, tmp_path)
    staged = subprocess.run(
        ["git", "ls-files"], cwd=repository, capture_output=True, text=True, check=True
    ).stdout.split()
    assert (code == 0) == taken
    assert told == ("klart=ja\n" if files else "")
    assert files is None or set(staged) == files
    assert not (tmp_path / "a.yml").exists()


def test_a_branch_of_that_name_in_a_fork_says_nothing_of_ours():
    """Anyone may open a proposal from a branch ``formular/12`` of their own, and would stop ours with it."""
    runs = " ".join(step.get("run", "") for step in _form()["lagg-fram"]["steps"])
    asked = re.findall(r"gh pr list [^)]*", runs)
    assert len(asked) == 2
    assert all("isCrossRepository" in line and ("$others" in line or "$here" in line) for line in asked)
    assert "here='[.[] | select(.isCrossRepository | not)]'" in runs


def test_an_action_has_the_same_commit_everywhere():
    pins: dict[str, set[str]] = {}
    for path in WORKFLOWS:
        for use in USES.findall(path.read_text(encoding="utf-8")):
            name, _, pin = use.partition("@")
            pins.setdefault(name, set()).add(pin)
    assert {name: found for name, found in pins.items() if len(found) != 1} == {}


def test_a_proposal_is_checked_reviewed_and_built():
    workflow = yaml.safe_load((FOLDER / "workflows" / "granska.yml").read_text(encoding="utf-8"))
    steps = workflow["jobs"]["granska"]["steps"]
    commands = [step.get("run", step.get("uses", "").partition("@")[0]) for step in steps]
    assert commands[3:] == [
        ".venv/bin/ramberattelser kontrollera --github",
        ".venv/bin/ramberattelser granska 'HEAD^1' --till \"$GITHUB_STEP_SUMMARY\" --sida granskning.html",
        ".venv/bin/ramberattelser bygg --till site",
        "actions/upload-artifact",
    ]
    # HEAD^1 is main without the proposal only where the merge and its parents are there.
    assert steps[0]["with"]["fetch-depth"] == 2


def test_the_published_site_knows_its_address_and_its_source():
    workflow = yaml.safe_load((FOLDER / "workflows" / "publicera.yml").read_text(encoding="utf-8"))
    build = next(step for step in workflow["jobs"]["bygg"]["steps"] if step.get("run") == "make site")
    assert set(build["env"]) == {"KALLARKIV", "WEBBADRESS"}
    settings = (FOLDER.parent / "mkdocs.yml").read_text(encoding="utf-8")
    assert all(f"!ENV [{name}," in settings for name in build["env"])


def _program(name: str) -> str:
    beside = Path(sys.executable).with_name(name)
    found = str(beside) if beside.exists() else shutil.which(name)
    assert found is not None, f"{name} is not installed: run make test, which installs requirements-dev.txt"
    return found


def _audit(folder: Path) -> subprocess.CompletedProcess[str]:
    program = _program("zizmor")
    command = [program, "--offline", "--no-progress", "--persona=auditor", "--collect=all", str(folder)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_zizmor_finds_nothing(repo_root, tmp_path):
    shutil.copytree(FOLDER, tmp_path / ".github")
    shutil.copy(repo_root / ".pre-commit-config.yaml", tmp_path)
    done = _audit(tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr


def test_zizmor_would_find_something(tmp_path):
    bad = GOOD.replace("make test", "echo ${{ github.event.pull_request.title }}")
    (tmp_path / ".github/workflows").mkdir(parents=True)
    (tmp_path / ".github/workflows/prov.yml").write_text(bad, encoding="utf-8")
    done = _audit(tmp_path)
    assert done.returncode != 0
    assert "template-injection" in done.stdout


def _lint(*paths: Path) -> subprocess.CompletedProcess[str]:
    """Run actionlint without the programs that it would start where a machine has them."""
    command = [_program("actionlint"), "-no-color", "-shellcheck=", "-pyflakes=", *map(str, paths)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_actionlint_finds_nothing():
    done = _lint(*WORKFLOWS)
    assert (done.returncode, done.stdout) == (0, ""), done.stdout + done.stderr


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("ubuntu-24.04", "ubuntu-1", 'label "ubuntu-1" is unknown'),
        ("make test", "make ${{ github.evnt }}", 'property "evnt" is not defined'),
        ("    timeout-minutes", "    needs: other\n    timeout-minutes", 'needs job "other"'),
        ("pull_request:", "pull_reqest:", 'unknown Webhook event "pull_reqest"'),
    ],
)
def test_actionlint_would_find_something(old, new, told, tmp_path):
    assert GOOD.count(old) >= 1
    path = tmp_path / "prov.yml"
    path.write_text(GOOD.replace(old, new), encoding="utf-8")
    done = _lint(path)
    assert done.returncode == 1
    assert told in done.stdout


# --- the files around them ------------------------------------------------------------------


def test_code_owners_names_nobody_who_is_made_up(repo_root):
    lines = (FOLDER / "CODEOWNERS").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line and not line.startswith("# ") and line != "#"] == []
    named = re.findall(r"^# /(\S+) +[A-Z]+$", "\n".join(lines), re.MULTILINE)
    assert len(named) > 8
    assert [path for path in named if not list(repo_root.glob(path.rstrip("/")))] == []


def test_the_template_for_a_proposal_is_three_lines():
    text = (FOLDER / "pull_request_template.md").read_text(encoding="utf-8")
    assert len(text.splitlines()) == 3
    assert "<!--" not in text


def test_the_hook_before_a_commit_runs_the_same_check(repo_root):
    settings = yaml.safe_load((repo_root / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    (source,) = settings["repos"]
    (hook,) = source["hooks"]
    # A local hook: nothing is fetched, and nobody else's code runs before a commit.
    assert source["repo"] == "local"
    assert hook["entry"] == ".venv/bin/ramberattelser kontrollera"
    assert hook["pass_filenames"] is False
    assert re.search(hook["files"], "clauses/umearegionen.yml")
    assert not re.search(hook["files"], "scripts/ramberattelser/model/clauses.py")
