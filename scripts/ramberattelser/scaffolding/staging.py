"""Into place, all or nothing: the change is checked in a copy, written beside, and moved.

A new file never replaces one that is there, also if it came there a moment ago.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from ramberattelser import placing, project
from ramberattelser.checking import check
from ramberattelser.findings import Finding


class PlaceError(Exception):
    """The files could not be put in place. Its text is a Swedish sentence."""


@dataclass(slots=True)
class Change:
    """New files, and what files that exist were and become; paths are below the project."""

    new: dict[str, bytes] = field(default_factory=dict)
    changed: dict[str, tuple[bytes, bytes]] = field(default_factory=dict)
    """File → what it was, what it becomes."""

    @property
    def content(self) -> Mapping[str, bytes]:
        """Every file of the change with what it will hold."""
        return self.new | {file: after for file, (_, after) in self.changed.items()}


def new_findings(root: Path, change: Change) -> list[Finding]:
    """Return what the check would find after ``change`` that it does not find now; nothing is written."""
    _, before = check(root)
    with tempfile.TemporaryDirectory(prefix="ramberattelser-") as folder:
        copy = Path(folder)
        for name in project.FOLDERS:
            if (root / name).is_dir():
                shutil.copytree(root / name, copy / name, symlinks=True)
        for file, content in change.content.items():
            (copy / file).parent.mkdir(parents=True, exist_ok=True)
            (copy / file).write_bytes(content)
        _, after = check(copy)
    # An addition can move a finding that was there to another line, and change what it advises.
    known = {(found.file, found.what) for found in before}
    return [found for found in after if (found.file, found.what) not in known]


def put(root: Path, change: Change) -> None:
    """Write the change below ``root``. Raises ``PlaceError``, and leaves everything as it was."""
    made: list[Path] = []
    written: list[Path] = []
    sides: dict[str, Path] = {}
    replaced: list[str] = []
    try:
        for file, content in change.content.items():
            _make_folders((root / file).parent, made)
            sides[file] = placing.beside(root / file, content)
        for file, (before, _) in change.changed.items():
            if (root / file).is_symlink() or (root / file).read_bytes() != before:
                raise PlaceError(f"{file} ändrades under tiden — kör kommandot en gång till.")
            shutil.copymode(root / file, sides[file])
            placing.move(sides[file], root / file)
            replaced.append(file)
        for file in change.new:
            _link(sides[file], root / file, file)
            written.append(root / file)
    except BaseException:
        for path in written:
            path.unlink(missing_ok=True)
        for file in replaced:
            (root / file).write_bytes(change.changed[file][0])
        raise
    finally:
        for side in sides.values():
            side.unlink(missing_ok=True)
        for folder in reversed(made):
            with suppress(OSError):  # it stays if there is something in it
                folder.rmdir()


def _make_folders(folder: Path, made: list[Path]) -> None:
    missing = []
    while not folder.exists():
        missing.append(folder)
        folder = folder.parent
    for path in reversed(missing):
        path.mkdir()
        made.append(path)


def _link(side: Path, target: Path, file: str) -> None:
    """Give ``side`` its name, which fails where the name is taken; ``rename`` would replace."""
    try:
        target.hardlink_to(side)
    except FileExistsError:
        raise PlaceError(f"{file} finns redan — ändra i den filen, eller välj ett annat id.") from None
    except OSError:  # a file system without links
        try:
            with target.open("xb") as new:
                new.write(side.read_bytes())
        except FileExistsError:
            raise PlaceError(f"{file} finns redan — ändra i den filen, eller välj ett annat id.") from None
