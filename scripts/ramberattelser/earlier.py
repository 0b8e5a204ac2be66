"""The site that the last build left, and what each of its files was made from.

A file that would come out the same is taken over as it lies there, and is neither made nor written again.
Nothing is taken on trust: it must be the very file that was written then, unchanged since.
"""

from __future__ import annotations

import json
import os
import stat
from contextlib import suppress
from pathlib import Path

from ramberattelser.caching import FEWEST
from ramberattelser.placing import put
from ramberattelser.wishes import EARLIER_SITE, WITHOUT_CACHE

_Stamp = tuple[int, int, int]
"""Size, time of the last change, and number of a file."""


class Earlier:
    """The files of the last build in ``folder``, as ``record`` tells of them; and what this one writes."""

    def __init__(self, folder: Path | None = None, record: Path | None = None) -> None:
        self._folder, self._record = folder, record
        self._before = _read(record) if folder is not None and record is not None else {}
        self._now: dict[str, tuple[str, *_Stamp]] = {}

    def take(self, name: str, key: str, target: str) -> bool:
        """Let the file ``name``, if it was made from the same ``key``, be the file ``target`` too."""
        known = self._before.get(name)
        if known is None or known[0] != key:
            return False
        try:
            if _stamp(source := f"{self._folder}/{name}") != tuple(known[1:]):
                return False
            os.link(source, target)
        except OSError:
            return False
        self._now[name] = known
        return True

    def note(self, name: str, key: str, target: str) -> None:
        """Remember that the file ``target``, written now, was made from ``key``."""
        found = _stamp(target) if self._record is not None else None
        if found is not None:
            self._now[name] = (key, *found)

    def save(self) -> None:
        """Write the record, beside and then into place; no room for it is no fault."""
        if self._record is None or len(self._now) < FEWEST:
            return
        with suppress(OSError):
            self._record.parent.mkdir(parents=True, exist_ok=True)
            put(self._record, json.dumps(self._now).encode())


def open_earlier(root: Path) -> Earlier:
    """Return what the last build of the project at ``root`` left, or nothing if so wished."""
    if os.environ.get(WITHOUT_CACHE):
        return Earlier()
    folder = os.environ.get(EARLIER_SITE)
    return Earlier(Path(folder) if folder else None, root / ".cache" / "filer")


def _stamp(path: str) -> _Stamp | None:
    found = os.lstat(path)
    if not stat.S_ISREG(found.st_mode):
        return None
    return found.st_size, found.st_mtime_ns, found.st_ino


def _read(record: Path) -> dict[str, tuple[str, *_Stamp]]:
    """Return what is written of the last build; a record that is missing, broken or another says nothing."""
    try:
        found = json.loads(record.read_bytes())
        return {name: (str(key), *map(int, rest)) for name, (key, *rest) in found.items() if len(rest) == 3}  # type: ignore[misc]
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):
        return {}
