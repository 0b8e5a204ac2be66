"""The one-way flow of the core: read -> model -> corpus -> compare, timeline, search -> pages -> adapter."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = "ramberattelser"
HOOK_LINES = 60

# A module may import those of its own rank and of lower ranks. A new module needs a line here.
RANKS = {
    "dates": 0,
    "wishes": 0,
    "collecting": 0,
    "findings": 0,
    "placing": 0,
    "project": 0,
    "quoting": 0,
    "printing": 1,
    "sorting": 0,
    "reading": 1,
    "model": 2,
    "messages": 3,
    "corpus": 4,
    "addresses": 5,
    "loading": 5,
    "comparing": 5,
    "timeline": 5,
    "searching": 5,
    "coding": 6,
    "comparisons": 6,
    "exporting": 6,
    "extracting": 1,
    "robots": 6,
    "security": 6,
    "standing": 6,
    "kinship": 6,
    "lanes": 6,
    "news": 6,
    "linked": 6,
    "presence": 6,
    "wordpath": 6,
    "rules": 6,
    "rendering": 7,
    "memory": 0,
    "caching": 8,
    "cautions": 8,
    "checking": 8,
    "contributing": 8,
    "feeds": 8,
    "offline": 8,
    "rereading": 8,
    "reviewing": 8,
    "settings": 8,
    "scaffolding": 8,
    "pages": 8,
    "portable": 8,
    "documents": 8,
    "earlier": 8,
    "guides": 8,
    "verbs": 8,
    "commands": 9,
}

INPUT_AND_OUTPUT = {
    "glob",
    "io",
    "os",
    "pathlib",
    "shutil",
    "socket",
    "subprocess",
    "sys",
    "tempfile",
    "urllib",
}


@pytest.fixture(scope="module")
def scripts(repo_root: Path) -> Path:
    return repo_root / "scripts"


@pytest.fixture(scope="module")
def modules(scripts: Path) -> dict[str, Path]:
    """Every module of the core by its full name."""
    found = {_name(path, scripts): path for path in sorted((scripts / PACKAGE).rglob("*.py"))}
    assert len(found) > 5, "the core was not found where these tests look for it"
    return found


def test_only_the_hook_imports_mkdocs(scripts, modules):
    assert [name for name, path in modules.items() if _imports_top(path, name, "mkdocs")] == []
    assert _imports_top(scripts / "mkdocs_hook.py", "mkdocs_hook", "mkdocs")


def test_the_hook_is_short(scripts):
    assert len((scripts / "mkdocs_hook.py").read_text(encoding="utf-8").splitlines()) < HOOK_LINES


def test_only_reading_imports_yaml(scripts, modules):
    importing = {name for name, path in modules.items() if _imports_top(path, name, "yaml")}
    assert {name for name in importing if _layer(name) != "reading"} == set()
    assert not _imports_top(scripts / "mkdocs_hook.py", "mkdocs_hook", "yaml")


def test_comparing_knows_nothing_of_the_rest(modules):
    outside = {
        f"{name} imports {imported}"
        for name, path in modules.items()
        if _layer(name) == "comparing"
        for imported in _imports(path, name)
        if _layer(imported) not in (None, "comparing")
    }
    assert outside == set()


def test_the_model_neither_reads_nor_writes(modules):
    for name, path in modules.items():
        if _layer(name) != "model":
            continue
        assert {imported.split(".")[0] for imported in _imports(path, name)} & INPUT_AND_OUTPUT == set()
        assert _called_names(path) & {"open", "print", "input"} == set()


def test_every_module_has_a_rank(modules):
    assert {name for name in modules if name != PACKAGE and _layer(name) not in RANKS} == set()


def test_no_import_goes_upwards(modules):
    upwards = {
        f"{name} imports {imported}"
        for name, path in modules.items()
        for imported in _imports(path, name)
        if _layer(name) in RANKS
        and _layer(imported) in RANKS
        and RANKS[_layer(imported)] > RANKS[_layer(name)]
    }
    assert upwards == set()


def test_the_package_itself_imports_no_layer(modules):
    assert {
        imported for imported in _imports(modules[PACKAGE], PACKAGE) if _layer(imported) in RANKS
    } == set()


def test_no_module_is_called_utils(modules):
    nameless = {"common", "helpers", "misc", "util", "utils"}
    assert {name for name in modules if name.split(".")[-1] in nameless} == set()


def test_no_template_switches_escaping_off(scripts):
    """Safe HTML comes as the sanitizer's own type, which needs no filter; so neither word has a place."""
    trusted = re.compile(r"\|\s*safe\b|autoescape\s+false")
    templates = [
        path for path in (scripts / PACKAGE).rglob("*") if path.suffix in {".html", ".jinja", ".xml"}
    ]
    assert templates, "no templates were found where this test looks for them"
    assert [path.name for path in templates if trusted.search(path.read_text(encoding="utf-8"))] == []


def test_only_rendering_declares_html_safe(modules):
    declaring = {name for name, path in modules.items() if "Markup" in _called_names(path)}
    assert {name for name in declaring if _layer(name) != "rendering"} == set()


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("import yaml.nodes", {"yaml.nodes"}),
        ("from ramberattelser import dates", {"ramberattelser.dates"}),
        ("from ramberattelser.model import Phase", {"ramberattelser.model.Phase"}),
        ("from . import diff", {"ramberattelser.comparing.diff"}),
        ("from .. import corpus", {"ramberattelser.corpus"}),
        ("from ..corpus import load", {"ramberattelser.corpus.load"}),
        ("def late():\n    import mkdocs", {"mkdocs"}),
    ],
)
def test_imports_are_found_in_every_form(source, expected, tmp_path):
    path = tmp_path / "lineage.py"
    path.write_text(source, encoding="utf-8")
    assert set(_imports(path, "ramberattelser.comparing.lineage")) == expected


def _name(path: Path, scripts: Path) -> str:
    parts = path.relative_to(scripts).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _layer(name: str) -> str | None:
    """The part of the core that a module or an imported name belongs to, or None outside the core."""
    parts = name.split(".")
    return parts[1] if parts[0] == PACKAGE and len(parts) > 1 else None


def _imports(path: Path, name: str) -> Iterator[str]:
    """The full names that a module imports, wherever in it the import stands."""
    package = name.split(".") if path.name == "__init__.py" else name.split(".")[:-1]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            source = [*above, *(node.module.split(".") if node.module else [])]
            yield from (".".join([*source, alias.name]) for alias in node.names)


def _imports_top(path: Path, name: str, top: str) -> bool:
    return any(imported.split(".")[0] == top for imported in _imports(path, name))


def _called_names(path: Path) -> set[str]:
    calls = (
        node.func
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
    )
    return {call.id if isinstance(call, ast.Name) else getattr(call, "attr", "") for call in calls}
