"""The rules SEC-01 to SEC-12 that trust rests on: where each is tested, and what is tested nowhere else.

A rule's own tests lie with what they test; the table says which they are, and that they are still there.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings

import ramberattelser
from browser.trees import write_tree
from corpora import NAMES, corpus, pages, takes_any_text
from corpus_files import example_files
from markup import parse_leniently
from ramberattelser.checking import check
from ramberattelser.loading import places
from ramberattelser.messages import shape
from ramberattelser.reading import building, characters, files, read_text
from ramberattelser.rendering import prose
from ramberattelser.rules.addresses import taken_by_pages
from ramberattelser.rules.telling import texts
from ramberattelser.security import policy
from unit.test_prose import KNOWN, PIECES, SIGNS, Tags, unknown

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "scripts/ramberattelser"

TESTS = {
    "SEC-01": (
        "tests/unit/test_rules.py::test_a_broken_rule_is_told_whole",
        "tests/unit/test_guides.py::test_what_is_no_plain_call_is_refused_with_a_sentence",
        "tests/test_security_ids.py::test_sec_01_a_template_in_any_text_is_told_at_its_line",
    ),
    "SEC-02": (
        "tests/test_layers.py::test_no_template_switches_escaping_off",
        "tests/test_layers.py::test_only_rendering_declares_html_safe",
        "tests/test_security_ids.py::test_sec_02_every_environment_escapes_and_knows_its_names",
    ),
    "SEC-03": (
        "tests/unit/test_prose.py::test_a_hostile_text_is_harmless_wherever_it_stands",
        "tests/unit/test_prose.py::test_a_hostile_text_is_told",
        "tests/unit/test_prose.py::test_nothing_is_lost_from_a_text_without_problems",
        "tests/unit/test_guides.py::test_no_page_that_the_check_lets_through_leads_astray",
        "tests/unit/test_guides.py::test_the_build_trusts_no_check",
        "tests/test_security_ids.py::test_sec_03_the_sanitizer_finds_nothing_that_was_not_told",
    ),
    "SEC-04": (
        "tests/test_canary.py::test_sec_04_every_text_field_of_every_model_has_the_canary_in_it",
        "tests/test_canary.py::test_sec_04_no_page_has_an_element_or_an_attribute_that_a_text_wrote",
        "tests/test_canary.py::test_sec_04_no_cell_of_a_table_begins_as_a_formula",
        "tests/test_canary.py::test_sec_04_the_packed_site_is_the_same_as_the_site",
    ),
    "SEC-05": (
        "tests/unit/test_reading.py::test_nothing_but_text_comes_out",
        "tests/unit/test_reading.py::test_what_cannot_be_read_is_told_whole",
        "tests/test_security_ids.py::test_sec_05_no_loader_of_the_yaml_library_is_used",
    ),
    "SEC-06": (
        "tests/unit/test_reading.py::test_a_hostile_file_takes_no_time",
        "tests/test_security_ids.py::test_sec_06_the_limits_are_no_wider_than_promised",
        "tests/test_security_ids.py::test_sec_06_no_pattern_takes_long_whatever_a_line_repeats",
    ),
    "SEC-07": (
        "tests/unit/test_addresses.py::test_every_address_is_plain_and_stays_inside_the_site",
        "tests/unit/test_addresses.py::test_a_name_becomes_an_address_of_plain_letters_or_nothing",
        "tests/test_security_ids.py::test_sec_07_ids_of_pages_are_out_of_reach_for_ids_of_data",
    ),
    "SEC-08": (
        "tests/browser/test_security.py::test_every_page_has_the_policy_before_anything_that_it_governs",
        "tests/browser/test_reading.py::test_no_first_view_asks_another_host_stores_anything_or_logs_an_error",
        "tests/browser/test_security.py::test_what_slipped_into_a_page_would_be_refused",
        "tests/test_security_ids.py::test_sec_08_the_policy_lets_nothing_in_but_the_sites_own",
    ),
    "SEC-09": ("tests/test_canary.py::test_sec_09_no_file_of_the_site_asks_another_host",),
    "SEC-10": (
        "tests/test_tooling.py::test_lock_holds_only_names_versions_and_hashes",
        "tests/test_tooling.py::test_every_locked_package_has_a_hash",
        "tests/test_security_ids.py::test_sec_10_what_is_installed_is_locked_and_looked_at_every_week",
    ),
    "SEC-11": (
        "tests/test_workflows.py::test_a_workflow_breaks_no_rule",
        "tests/test_workflows.py::test_zizmor_finds_nothing",
        "tests/test_workflows.py::test_what_reads_a_strangers_text_may_not_write_and_what_may_write_runs_nothing_of_ours",
        "tests/test_workflows.py::test_no_more_is_taken_than_ordinary_files_in_the_two_folders",
    ),
    "SEC-12": (
        "tests/test_workflows.py::test_publishing_runs_nothing_of_ours_and_starts_on_main_alone",
        "tests/test_security_ids.py::test_sec_12_a_proposal_is_built_without_rights_and_published_nowhere",
    ),
}


def test_every_rule_has_its_tests_and_every_test_exists():
    assert list(TESTS) == [f"SEC-{number:02}" for number in range(1, 13)]
    for rule, named in TESTS.items():
        for name in named:
            file, _, test = name.partition("::")
            assert test in _functions(ROOT / file), (rule, name)


def _functions(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


# --- content is data ----------------------------------------------------------------------


@pytest.mark.parametrize("file", sorted(example_files()))
def test_sec_01_a_template_in_any_text_is_told_at_its_line(file, tmp_path):
    """In every text of every kind of file, whichever the field: what is asked of is the model."""
    lines, marks = _with_templates(file)
    write_tree(tmp_path, example_files() | {file: "\n".join(lines)})
    found = check(tmp_path)[1]
    told = {(f.line, f.column) for f in found if f.file == file and "mallkod" in f.what}
    assert marks
    assert marks - told == set()


def _with_templates(file: str) -> tuple[list[str], set[tuple[int, int]]]:
    """Return a file with every plain text of one line replaced, and where the braces in them stand."""
    text = example_files()[file]
    document, lines, marks = read_text(text), text.split("\n"), set()
    kind = places.kind(file)
    assert kind is not None
    for path, value in texts(document.value):
        line, column = document.mark(path)
        row = lines[line - 1]
        if row[column - 1 :] == value and _free(kind[1], path):
            before = f'{row[: column - 1]}"ord '
            lines[line - 1] = f'{before}{{{{ 7*7 }}}}"'
            marks.add((line, len(before) + 1))
    return lines, marks


def _free(model: Any, path: tuple[str | int, ...]) -> bool:
    named = path[:-1] if isinstance(path[-1], int) else path
    inner = shape._model_at(model, named[:-1])
    name = (
        next((n for n, info in inner.model_fields.items() if info.alias == named[-1]), None)
        if inner
        else None
    )
    return name is not None and takes_any_text(inner, name)


def test_sec_02_every_environment_escapes_and_knows_its_names():
    """SEC-02. One that is made for its parser alone never makes a text of a template."""
    made = 0
    for path in PACKAGE.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Environment":
                given = {word.arg: ast.unparse(word.value) for word in node.keywords}
                assert given.get("autoescape") == "True", path
                strict = given.get("undefined") == "StrictUndefined"
                assert strict or not re.search(r"\.(render|from_string|get_template)\(", text), path
                made += 1
    assert made >= 2


@given(SIGNS | PIECES.map("".join))
@settings(max_examples=300)
def test_sec_03_the_sanitizer_finds_nothing_that_was_not_told(text):
    """SEC-03. It is a second wall: what it would take away is a finding, not a silent cut."""
    if list(prose.problems(text, unknown)):
        return
    html = prose._RENDERER.render(prose._tokens(text), prose._MD.options, {"resolve": KNOWN.get})
    clean = prose.sanitize(html)
    assert Tags(clean).found == Tags(html).found
    assert parse_leniently(clean)[0].text == parse_leniently(html)[0].text


def test_sec_05_no_loader_of_the_yaml_library_is_used():
    """SEC-05. Values come from the stream of events: nothing that a loader would make is ever made."""
    loading = re.compile(r"yaml\.(?:\w*load\w*|compose\w*|\w*Loader)|\bpickle\b|\beval\(|\bexec\(")
    assert {p.name: loading.findall(p.read_text(encoding="utf-8")) for p in PACKAGE.rglob("*.py")} == {
        p.name: [] for p in PACKAGE.rglob("*.py")
    }


# --- sizes and time -----------------------------------------------------------------------


def test_sec_06_the_limits_are_no_wider_than_promised():
    assert files.MAX_BYTES <= 256_000
    assert building.MAX_DEPTH <= 20
    assert building.MAX_PARTS <= 10_000
    assert characters.MAX_LINE <= 5_000


LOOKING = ("reading", "loading", "messages", "model", "dates", "rules", "settings", "rendering.prose")
"""What looks at a text that nobody has read yet."""


def _patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    for module in pkgutil.walk_packages(ramberattelser.__path__, "ramberattelser."):
        if module.name.removeprefix("ramberattelser.").startswith(LOOKING):
            for name, value in vars(importlib.import_module(module.name)).items():
                if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
                    yield f"{module.name}.{name}", value


REPEATED = [
    *(
        "a",
        " ",
        "\t",
        "-",
        "- ",
        "<",
        "</",
        "<a ",
        "[",
        "[[",
        "]",
        "](",
        "![",
        "(",
        "{",
        "{{",
        "{:",
        "{%",
        "`",
    ),
    *("*", "_", "#", '"', "'", "=", ":", ": ", "a:", "a b", "a-", "1", "1.", "@", "a.", "://", "https://a"),
    *("https://a.", "&#", "§", "”", "…", "–", "\u00a0", "å", "A", ";", "/", "|", "\\", "!", "x=", "{a=", "Ã"),
]


def test_sec_06_no_pattern_takes_long_whatever_a_line_repeats():
    """What grows faster than with the square of a line is out of bounds; lines have a limit."""
    slow = {}
    for name, pattern in dict(_patterns()).items():
        for sign in REPEATED:
            line = sign * (1000 // len(sign)) + "\x00"
            started = time.process_time()
            pattern.match(line)
            pattern.search(line)
            taken = time.process_time() - started
            if taken > 0.25:
                slow[name, sign] = round(taken, 1)
    assert slow == {}


# --- names --------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_sec_07_ids_of_pages_are_out_of_reach_for_ids_of_data(name):
    """Where ids of the data stand on a page as they are, the page's own ids are refused in the data."""
    made = corpus(name)
    of_data = {
        "/begrepp/": set(made.terms),
        "/kallor/": set(made.sources),
        "/samtal/": {item.id for item in made.discussions.discussions},
        "/andamal/byggstenar/": set(made.elements),
    }
    for key, story in made.stories.items():
        sections = story.narrative.sections
        inside = {block.id for section in sections for block in section.blocks if block.id}
        of_data[f"/berattelser/{key}/"] = {section.id for section in sections} | inside
    for path, ids in of_data.items():
        own = {e.attrs["id"] for e in pages(name)[path].body.walk() if "id" in e.attrs} - ids
        assert {one for one in own if not taken_by_pages(one)} == set(), path


def test_sec_07_ids_of_the_theme_are_refused_too():
    document = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "scripts/theme").rglob("*.html"))
    own = set(re.findall(r'\bid="([a-z0-9-]+)"', document))
    assert own
    assert {one for one in own if not taken_by_pages(one)} == set()


# --- what a page may load, and how it comes to be -----------------------------------------


def test_sec_08_the_policy_lets_nothing_in_but_the_sites_own():
    """Forms lead to the site itself: the search and the free comparison work without scripts."""
    told = dict(part.split(" ", 1) for part in policy().split("; "))
    nothing = ("default-src", "connect-src", "object-src", "base-uri")
    assert told == {**dict.fromkeys(told, "'self'"), **dict.fromkeys(nothing, "'none'")}
    assert {"script-src", "style-src", "img-src", "font-src", "form-action"} <= told.keys()


def test_sec_10_what_is_installed_is_locked_and_looked_at_every_week():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    installs = re.findall(r"\$\(PIP\) (.*)", makefile)
    locked = [line for line in installs if "-r " in line]
    assert locked
    assert [line for line in locked if "--require-hashes" not in line] == []
    assert [line for line in installs if "-r " not in line and "--no-deps" not in line] == []
    looked = yaml.safe_load((ROOT / ".github/dependabot.yml").read_text(encoding="utf-8"))["updates"]
    assert {(one["package-ecosystem"], one["schedule"]["interval"]) for one in looked} == {
        ("pip", "weekly"),
        ("github-actions", "weekly"),
    }


def test_sec_12_a_proposal_is_built_without_rights_and_published_nowhere():
    """A proposal's site is an artefact to download: nothing publishes what another workflow made."""
    for path in sorted((ROOT / ".github/workflows").glob("*.yml")):
        workflow = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        rights = [job["permissions"] for job in workflow["jobs"].values()]
        if "pull_request" in workflow["on"]:
            assert all(set(right.values()) <= {"read"} for right in rights), path.name
        if any("pages" in right or "id-token" in right for right in rights):
            assert workflow["on"] == {"push": {"branches": ["main"]}}, path.name
            assert "download-artifact" not in str(workflow), path.name
        assert not {"pull_request_target", "workflow_run"} & set(workflow["on"]), path.name
