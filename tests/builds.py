"""Builds of the made-up example, each a process of its own, as a maintainer would run them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from corpora import ROOT, write_example

SECONDS = 120


def run(
    folder: Path,
    *words: str,
    env: Mapping[str, str] | None = None,
    umask: int = -1,
    module: str = "ramberattelser.commands",
) -> subprocess.CompletedProcess[str]:
    """Run the command (or another module) in a project's folder and return how it ended."""
    return subprocess.run(
        [sys.executable, "-m", module, *words],
        cwd=folder,
        env={**_environment(), **(env or {})},
        umask=umask,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=SECONDS,
        encoding="utf-8",
        check=False,
    )


def _environment() -> dict[str, str]:
    """The machine's own surroundings without what would make one run like another."""
    leave_out = {"PYTHONHASHSEED", "SOURCE_DATE_EPOCH", "TZ", "LANG", "LC_ALL", "WEBBADRESS", "KALLARKIV"}
    kept = {name: value for name, value in os.environ.items() if name not in leave_out}
    return {
        **kept,
        "PYTHONPATH": str(ROOT / "scripts"),
        "PYTHONDONTWRITEBYTECODE": "1",
        "NO_MKDOCS_2_WARNING": "1",
    }


def build_example(folder: Path, env: Mapping[str, str] | None = None, umask: int = -1) -> Path:
    """Write the example into a folder, build its site and return the site's folder."""
    write_example(folder)
    done = run(folder, "bygg", env=env, umask=umask)
    assert done.returncode == 0, done.stdout
    return folder / "site"


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder by its path, and what is in it."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
