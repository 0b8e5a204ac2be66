"""Building a site into a folder beside, and then into place."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ramberattelser import offline
from ramberattelser.commands.replacing import renew
from ramberattelser.earlier import staying
from ramberattelser.wishes import EARLIER_SITE, ONCE, WITHOUT_CACHE, ZIPPED

EPOCH = "1577836800"
"""A fixed day for what MkDocs dates (the site map), so that the clock is no part of the site."""


def mkdocs_build(config: Path, target: Path, *, cached: bool = True, zipped: bool = False) -> bool:
    """Build the site of ``config`` at ``target``; False, and ``target`` as it was, if MkDocs refuses.

    MkDocs runs as a process of its own, whose hook checks the data; what stopped it is said where errors go.
    With ``cached`` it takes what is the same as last time from there. With ``zipped`` the site also holds
    itself, as one file to read offline.
    """
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", str(config), "-d"]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": EPOCH}
    if not cached:
        environment[WITHOUT_CACHE] = "1"
    # What stopped it is handed on by this process, which knows what the terminal can show.
    environment["PYTHONIOENCODING"] = "utf-8:replace"
    environment[EARLIER_SITE] = str(target)
    environment[ONCE] = "1"
    environment[ZIPPED] = "1" if zipped else ""
    with beside(target) as side:
        done = subprocess.run(
            [*command, str(side)], env=environment, check=False, stdout=subprocess.PIPE, encoding="utf-8"
        )
        if said := done.stdout.strip():
            print(said, file=sys.stderr)
        if done.returncode == 0:
            kept = staying(side)
            if zipped:
                files = offline.read(side) | {name: (target / name).read_bytes() for name in kept}
                (side / offline.NAME).parent.mkdir(parents=True, exist_ok=True)
                (side / offline.NAME).write_bytes(offline.packed(files))
            renew(target, side, kept)
    return done.returncode == 0


@contextmanager
def beside(target: Path) -> Iterator[Path]:
    """Give an empty folder beside ``target``; what has not been moved from it is gone afterwards."""
    target.parent.mkdir(parents=True, exist_ok=True)
    side = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    try:
        yield side
    finally:
        shutil.rmtree(side, ignore_errors=True)


def may_be_replaced(target: Path) -> bool:
    """True if nothing but an earlier site, or nothing at all, is lost when ``target`` is replaced."""
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        return False
    return not target.exists() or not any(target.iterdir()) or (target / "sitemap.xml").is_file()
