"""Writing a file so that nobody meets half of it: beside its place first, then into it."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def beside(target: Path, content: bytes) -> Path:
    """Write ``content`` into a new file in the folder of ``target``, readable by all, and return it.

    Raises ``OSError``, and then leaves nothing behind.
    """
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


def put(target: Path, content: bytes) -> None:
    """Give ``target`` the ``content``, whole or not at all."""
    beside(target, content).replace(target)
