"""Putting a new site where readers meet it.

A whole site is put there at once, so that nobody meets half of it. After a small edit only the few files
that differ are moved in, one by one: folders are what takes time, and a large site has thousands.
"""

from __future__ import annotations

import os
import posixpath
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path

FEW = 500
"""As many files are moved in within a moment; for more the whole site is put in place at once."""


def replace(target: Path, side: Path) -> None:
    """Put the folder ``side`` where ``target`` is, so that a reader never meets half a site."""
    old = side.with_name(side.name + "-gammal")
    if target.exists():
        target.rename(old)
    try:
        side.rename(target)
    except OSError:
        if old.exists():
            old.rename(target)
        raise
    target.chmod(0o755)
    shutil.rmtree(old, ignore_errors=True)


def renew(target: Path, side: Path, staying: Sequence[str]) -> None:
    """Make ``target`` hold the files of ``side`` and those that are ``staying`` in it, and nothing else.

    Each file comes whole into its place, the new ones before those that may lead to them. Raises ``OSError``
    where something cannot be read or moved.
    """
    new, new_folders = found(side)
    there, folders = found(target) if staying else (set(), set())
    kept = frozenset(staying)
    # A link or a file where a folder is to be, or a folder where a file is, is somebody's own.
    apart = not (new_folders & there or new & folders or kept - there)
    if not staying or len(new) > FEW or not apart:
        _complete(side, target, staying)
        replace(target, side)
        return
    for name in sorted(new_folders - folders):
        (target / name).mkdir()
    for name in sorted(new, key=lambda name: (name in there, name)):
        (side / name).replace(target / name)
    for name in there - kept - new:
        (target / name).unlink()
    # The longest first: a folder is empty when those in it are gone.
    for name in sorted(folders - _above(kept) - new_folders, key=len, reverse=True):
        (target / name).rmdir()


def found(top: Path) -> tuple[set[str], set[str]]:
    """Return the names of all files below ``top``, and of all folders; a link counts as a file."""
    files, folders = set(), set()
    waiting = [(str(top), "")]
    while waiting:
        place, before = waiting.pop()
        for entry in os.scandir(place):
            name = before + entry.name
            if entry.is_dir(follow_symlinks=False):
                folders.add(name)
                waiting.append((entry.path, name + "/"))
            else:
                files.add(name)
    return files, folders


def _complete(side: Path, target: Path, staying: Sequence[str]) -> None:
    """Let the files of ``target`` that are ``staying`` be files of ``side`` too."""
    for name in staying:
        place = side / name
        place.parent.mkdir(parents=True, exist_ok=True)
        try:
            os.link(target / name, place)
        except OSError:
            # Not every file system lets a file have two names.
            shutil.copy2(target / name, place, follow_symlinks=False)


def _above(names: Iterable[str]) -> set[str]:
    """Return all folders that files of these names lie in."""
    found: set[str] = set()
    for name in names:
        folder = posixpath.dirname(name)
        while folder and folder not in found:
            found.add(folder)
            folder = posixpath.dirname(folder)
    return found
