"""Writing a file so that nobody meets half of it: beside its place first, then into it."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def beside(target: Path, content: bytes) -> Path:
    """Write ``content`` into a new file in the folder of ``target``, readable by all, and return it.

    Raises ``OSError`` about ``target``, and then leaves nothing behind.
    """
    with _about(target):
        handle, name = tempfile.mkstemp(prefix=f".{target.name}-", dir=target.parent)
        side = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            side.chmod(0o644)
        except BaseException:
            side.unlink(missing_ok=True)
            raise
    return side


def move(side: Path, target: Path) -> None:
    """Give ``side``, a file that ``beside`` made, the place of ``target``. Raises ``OSError`` about that."""
    with _about(target):
        side.replace(target)


def put(target: Path, content: bytes) -> None:
    """Give ``target`` the ``content``, whole or not at all. Raises ``OSError`` about ``target``."""
    side = beside(target, content)
    try:
        move(side, target)
    finally:
        side.unlink(missing_ok=True)


@contextmanager
def _about(target: Path) -> Iterator[None]:
    """Let an error name ``target``: the name of the file beside it means nothing to who asked for it."""
    try:
        yield
    except OSError as error:
        error.filename, error.filename2 = str(target), None
        raise
