"""Three searches of the real collection's own pages, and the golden set asked of each."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Error

from search.asking import questions
from search.compare import MATERIAL_SEARCH, OURS, PAGEFIND_SEARCH, Engine, compare
from search.scoring import Score, table

from .corpus import ROOT
from .measuring import FailedError, run

PAGEFIND = "pagefind_bin"
_CONFIG = """site_name: Prov
theme: {name: material, language: sv, font: false}
plugins: [{search: {lang: sv}}]
markdown_extensions: [attr_list, tables]
nav: [index.md]
not_in_nav: "*"
"""


def scores(folder: Path, every: int, said: list[str]) -> list[Score]:
    """Build the sites below ``folder`` and ask every ``every``-th question; ``said`` gets what failed."""
    folder.mkdir()
    site = folder / "egen"
    _command(folder, "bygg", "--utan-cache", "--till", str(site))
    sites: list[tuple[Engine, Path]] = [(OURS, site)]
    try:
        sites.append((MATERIAL_SEARCH, material(folder / "material")))
    except FailedError as error:
        said.append(f"Material byggde inte färdigt: {error}")
    if why := pagefind(site):
        said.append(why)
    else:
        sites.append((PAGEFIND_SEARCH, site))
    found = []
    for engine, built in sites:
        try:
            found.append(compare(engine, built, questions()[::every]))
        except Error as error:
            said.append(f"Sökningen {engine.name} svarade inte: {str(error)[:200]}")
    return found


def _command(folder: Path, *words: str) -> None:
    """Run one of the project's commands on the project itself, from a folder of the measurement's own."""
    env = {"PYTHONPATH": str(ROOT / "scripts"), "NO_MKDOCS_2_WARNING": "1"}
    run([sys.executable, "-m", "ramberattelser.commands", "--rot", str(ROOT), *words], folder, env)


def material(folder: Path) -> Path:
    """Build the same pages, as ``ramberattelser skriv`` writes them, with Material and its own search."""
    folder.mkdir()
    _command(folder, "skriv", str(folder / "docs"))
    (folder / "mkdocs.yml").write_text(_CONFIG, encoding="utf-8")
    run([sys.executable, "-m", "mkdocs", "build", "-q", "-d", "site"], folder, {"NO_MKDOCS_2_WARNING": "1"})
    return folder / "site"


def pagefind(site: Path) -> str:
    """Index the built pages, what stands in ``<main>``; return why not, where it could not be done."""
    if importlib.util.find_spec(PAGEFIND) is None:
        return "Pagefind är inte med: programmet finns inte installerat."
    words = ["--site", str(site), "--root-selector", "main", "--glob", "**/index.html"]
    try:
        run([sys.executable, "-m", PAGEFIND, *words], site.parent)
    except FailedError as error:
        return f"Pagefind indexerade inte färdigt: {str(error)[-200:]}"
    return ""


def section(found: Sequence[Score], said: Sequence[str]) -> list[str]:
    """Return the lines of the report's section."""
    asked = max((one.asked for one in found), default=0)
    return [
        "",
        "## Sökningen bredvid andra",
        "",
        f"{asked} frågor ur projektets egen samling (tests/search/golden.yml), ställda i webbläsaren till "
        "samma sidor. Den egna sökningen är lagad efter frågorna; jämförelsen smickrar den.",
        "Det som den första frågan kostar är allt som bara sökningen hämtar i ett nytt fönster, "
        "skriptet inräknat; median.",
        "",
        *table(found),
        *(line for text in said for line in ("", text)),
    ]
