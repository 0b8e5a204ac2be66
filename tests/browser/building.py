"""Build the real site once per test run, however many workers ask for it."""

from __future__ import annotations

import fcntl
import json
import os
import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

BUILD_SECONDS = 300
ADDRESS = "https://example.org/"
"""Where the built site says that it is published."""


@dataclass(frozen=True)
class Built:
    """Where the site was built, and how the command ended and what it said."""

    path: str
    returncode: int
    output: str

    @property
    def folder(self) -> Path:
        """The folder that holds the site."""
        return Path(self.path)


def build_once(repo_root: Path, shared: Path) -> Built:
    """Build the site into a folder of `shared`, or wait for the worker that does, and return the outcome."""
    outcome = shared / "site.json"
    with (shared / "site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not outcome.exists():
            built = _build(repo_root, shared / "site")
            outcome.write_text(json.dumps(asdict(built)), encoding="utf-8")
    return Built(**json.loads(outcome.read_text(encoding="utf-8")))


def _build(repo_root: Path, target: Path) -> Built:
    """Run the project's own command, as a maintainer would."""
    scripts = os.pathsep.join(filter(None, [str(repo_root / "scripts"), os.environ.get("PYTHONPATH")]))
    ran = subprocess.run(
        [sys.executable, "-m", "ramberattelser.commands", "bygg", "--till", str(target)],
        cwd=repo_root,
        env={**os.environ, "PYTHONPATH": scripts, "NO_MKDOCS_2_WARNING": "1", "WEBBADRESS": ADDRESS},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=BUILD_SECONDS,
        encoding="utf-8",
    )
    return Built(str(target), ran.returncode, ran.stdout)
