"""``ramberattelser granska BAS``: what the proposal here changes, against an earlier revision or a folder."""

from __future__ import annotations

import argparse
import io
import os
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from ramberattelser import placing
from ramberattelser.checking import check
from ramberattelser.settings import handwritten, redirects

if TYPE_CHECKING:
    from ramberattelser.reviewing import Review

_DATA = ("narratives", "clauses")
_READ = (*_DATA, "docs")


class BaseError(ValueError):
    """The base cannot be read. The text is a Swedish sentence."""


def add(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb to the command."""
    verb = verbs.add_parser(
        "granska", help="visa vad ett förslag ändrar på webbplatsen, mot en tidigare version"
    )
    verb.add_argument(
        "bas",
        metavar="BAS",
        help="det som förslaget utgår från: en version i git (main, HEAD^1) eller en mapp",
    )
    verb.add_argument("--till", type=Path, metavar="FIL", help="skriv som Markdown till en fil (annars hit)")
    verb.add_argument("--sida", type=Path, metavar="FIL", help="skriv också som webbsida")
    verb.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Review and print; 0, or 1 when the proposal does not pass the check or the base cannot be read."""
    # Only here: pages and their templates cost more to load than other verbs take.
    from ramberattelser.reviewing.as_html import as_html
    from ramberattelser.reviewing.as_markdown import as_markdown

    try:
        with _base(options.rot, options.bas) as (folder, others):
            made = _review(options.rot, folder, others)
    except BaseError as error:
        print(error, file=sys.stderr)
        return 1
    if options.sida is not None:
        placing.put(options.sida, as_html(made).encode())
    if options.till is not None:
        placing.put(options.till, as_markdown(made).encode())
    else:
        print(as_markdown(made), end="")
    return 1 if made.findings else 0


def _review(root: Path, base: Path, others: tuple[str, ...]) -> Review:
    from ramberattelser import reviewing

    new, findings = check(root)
    if new is None:
        return reviewing.refused(findings, others)
    old, _ = check(base)
    if old is None:
        return reviewing.without_base(others)
    moved, _ = redirects.read(root)
    return reviewing.review(old, new, handwritten.texts(base), handwritten.texts(root), others, moved)


# --- the base -------------------------------------------------------------------------------


@contextmanager
def _base(root: Path, base: str) -> Iterator[tuple[Path, tuple[str, ...]]]:
    """Give a folder with the base's files, and the names of files of other kinds that have changed since.

    Raises ``BaseError`` where ``base`` is neither a revision nor a folder with data.
    """
    # An empty name would be the folder one stands in, and the proposal would be held against itself.
    if base and any((Path(base) / name).is_dir() for name in _DATA):
        yield Path(base), ()
        return
    commit = _commit(root, base)
    with tempfile.TemporaryDirectory(prefix="granska-") as folder:
        _unpack(_archive(root, commit), Path(folder))
        yield Path(folder), _others(root, commit)


def _commit(root: Path, base: str) -> str:
    # A name that begins with a hyphen could be taken for an option; git refuses those it knows not.
    named = not base.startswith("-")
    told = _git(root, "rev-parse", "--verify", "--quiet", f"{base}^{{commit}}") if named else None
    if not told:
        raise BaseError(
            f"”{base}” är varken en version i git eller en mapp med narratives/ eller clauses/ "
            "— skriv till exempel main, eller en mapp."
        )
    return told.decode().strip()


def _archive(root: Path, commit: str) -> bytes:
    """Return the folders that are read, as they were, as a tar file."""
    listed = _git(root, "ls-tree", "--name-only", "-z", commit, *_READ) or b""
    there = [name for name in listed.decode().split("\0") if name in _READ]
    if not any(name in _DATA for name in there):
        raise BaseError(
            f"I versionen {commit[:12]} finns varken narratives/ eller clauses/ — välj en senare."
        )
    return _git(root, "archive", "--format=tar", commit, *there) or b""


def _unpack(archive: bytes, folder: Path) -> None:
    """Write the plain files of a tar file below ``folder``; links and what points out of it are left."""
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        for member in tar:
            path = PurePosixPath(member.name)
            content = tar.extractfile(member) if member.isfile() else None
            if content is None or path.is_absolute() or ".." in path.parts:
                continue
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content.read())


def _others(root: Path, commit: str) -> tuple[str, ...]:
    """Return the changed files that are neither data, hand-written pages nor old addresses."""
    listed = (
        _git(root, "diff", "--no-ext-diff", "--name-only", "--relative", "--no-renames", "-z", commit, "--")
        or b""
    )
    names = listed.decode(errors="replace").split("\0")
    return tuple(name for name in names if name and not _harmless(name))


def _harmless(name: str) -> bool:
    folder, *_ = name.split("/")
    if name == redirects.FILE:
        return True
    return (folder in _DATA and name.endswith(".yml")) or (folder == "docs" and name.endswith(".md"))


def _git(root: Path, *arguments: str) -> bytes | None:
    """Return what git says, or None where it refuses. Never takes a lock, never asks."""
    environment = os.environ | {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}
    command = ["git", "-C", str(root), "--no-pager", *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=False, env=environment)
    except FileNotFoundError:
        raise BaseError("git finns inte här — ange en mapp i stället för en version.") from None
    return done.stdout if done.returncode == 0 else None
