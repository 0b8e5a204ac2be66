"""The site that the last build left, and what each of its files was made from.

A file that would come out the same is left as it lies there, and is neither made nor written again.
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
_Known = tuple[str, int, int, int]
"""What a file was made from, and its stamp."""
STAYING = ".kvar"
"""The file beside the new ones that lists, as JSON, those of the earlier site that the new one has too."""


class Earlier:
    """The files of the last build in ``folder``, as ``record`` tells of them; and what this one writes."""

    def __init__(self, folder: Path | None = None, record: Path | None = None) -> None:
        self._folder, self._record = folder, record
        self._before = _read(record) if folder is not None and record is not None else {}
        self._now: dict[str, _Known] = {}
        self._staying: list[str] = []

    def again(self) -> Earlier:
        """Return the same for the next build in this process, when this one's files lie where it was told."""
        new = Earlier()
        new._folder, new._record, new._before = self._folder, self._record, self._now
        return new

    def stays(self, name: str, key: str) -> bool:
        """Return whether the file ``name`` lies in the earlier site, made from the same ``key``."""
        known = self._before.get(name)
        if known is None or known[0] != key or not self._untouched(name, known):
            return False
        self._stay(name, known)
        return True

    def holds(self, name: str, key: str, content: bytes) -> bool:
        """Return whether the file ``name`` lies there with this content, though made from another key."""
        known = self._before.get(name)
        if known is None or known[1] != len(content) or not self._untouched(name, known):
            return False
        try:
            with open(f"{self._folder}/{name}", "rb") as there:  # noqa: PTH123 — as in ``documents``
                if there.read() != content:
                    return False
        except OSError:
            return False
        self._stay(name, (key, *known[1:]))
        return True

    def note(self, name: str, key: str, target: str) -> None:
        """Remember that the file ``target``, written now, was made from ``key``."""
        found = _stamp(target) if self._record is not None else None
        if found is not None:
            self._now[name] = (key, *found)

    def _untouched(self, name: str, known: _Known) -> bool:
        try:
            return _stamp(f"{self._folder}/{name}") == known[1:]
        except OSError:
            return False

    def _stay(self, name: str, known: _Known) -> None:
        self._now[name] = known
        self._staying.append(name)

    def save(self, side: Path) -> None:
        """List in ``side`` what stays, and write the record, beside and then into place.

        No room for the record is no fault. Raises ``OSError`` where the list cannot be written.
        """
        if self._staying:
            (side / STAYING).write_text(json.dumps(self._staying), encoding="utf-8")
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


def staying(side: Path) -> list[str]:
    """Return what ``Earlier.save`` listed in ``side``, and take the list away."""
    listed = side / STAYING
    if not listed.exists():
        return []
    names = [str(name) for name in json.loads(listed.read_text(encoding="utf-8"))]
    listed.unlink()
    return names


def _stamp(path: str) -> _Stamp | None:
    found = os.lstat(path)
    if not stat.S_ISREG(found.st_mode):
        return None
    return found.st_size, found.st_mtime_ns, found.st_ino


def _read(record: Path) -> dict[str, _Known]:
    """Return what is written of the last build; a record that is missing, broken or another says nothing."""
    try:
        found = json.loads(record.read_bytes())
        return {name: (str(key), *map(int, rest)) for name, (key, *rest) in found.items() if len(rest) == 3}  # type: ignore[misc]
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):
        return {}
