"""Values kept from one build to the next, each under a digest of everything that it was made from.

There is nothing to throw away by hand: other words, other code or another version of a library give another
digest. A store keeps what the last build asked for and no more, so it does not grow.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import tempfile
import zlib
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

FEWEST = 500
"""A store of fewer values is not written: making them takes no time that anyone notices."""
WITHOUT = "RAMBERATTELSER_UTAN_CACHE"
"""The environment variable that, set to anything, makes a build neither read nor write a store."""
_LIBRARIES = ("jinja2", "markdown-it-py", "markupsafe", "nh3", "pydantic", "rapidfuzz")


class Store:
    """Values by digest, in memory; also on disk where a file is given.

    The values are what JSON can hold: a tuple comes back as a list.
    """

    def __init__(self, file: Path | None = None, code: str = "") -> None:
        self._file, self._code = file, code
        self._before: dict[str, Any] = _read(file) if file is not None else {}
        self._now: dict[str, Any] = {}
        self.made = 0
        """How many values had to be made, as they were not kept from before."""

    def kept(self, kind: str, *parts: str, make: Callable[[], Any]) -> Any:
        """Return the value made earlier from the same ``parts``, or else what ``make`` gives now.

        ``parts`` must say everything that the value depends on but the code; ``kind`` names what it is.
        """
        key = digest(self._code, kind, *parts)
        if key not in self._now:
            if key in self._before:
                self._now[key] = self._before[key]
            else:
                self._now[key] = make()
                self.made += 1
        return self._now[key]

    def save(self) -> None:
        """Write what this build asked for, beside and then into place; no room for it is no fault."""
        same = not self.made and len(self._now) == len(self._before)
        if self._file is None or len(self._now) < FEWEST or same:
            return
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            data = zlib.compress(json.dumps(self._now, ensure_ascii=False, separators=(",", ":")).encode(), 1)
            handle, beside = tempfile.mkstemp(dir=self._file.parent)
            with os.fdopen(handle, "wb") as out:
                out.write(data)
            Path(beside).replace(self._file)
        except OSError:
            return


def open_store(root: Path) -> Store:
    """Return the store of the project at ``root``: ``.cache/sidor.json.z``, or one in memory if so wished."""
    if os.environ.get(WITHOUT):
        return Store()
    return Store(root / ".cache" / "sidor.json.z", _code())


def digest(*parts: str) -> str:
    """Return 32 letters and digits that stand for ``parts``, and for where one ends and the next begins."""
    made = hashlib.blake2b(digest_size=16)
    for part in parts:
        data = part.encode()
        made.update(b"%d:" % len(data))
        made.update(data)
    return made.hexdigest()


def _read(file: Path) -> dict[str, Any]:
    """Return what is on disk; a file that is missing or broken holds nothing."""
    try:
        found = json.loads(zlib.decompress(file.read_bytes()))
    except (OSError, ValueError, zlib.error):
        return {}
    return found if isinstance(found, dict) else {}


def _code() -> str:
    """Return a digest of this package, its templates and lists, and of what it stands on."""
    package = Path(__file__).parent
    files = sorted(path for path in package.rglob("*") if path.is_file() and path.suffix != ".pyc")
    parts = [f"{path.relative_to(package).as_posix()}\n{path.read_text(encoding='utf-8')}" for path in files]
    return digest(platform.python_version(), *map(_version, _LIBRARIES), *parts)


def _version(library: str) -> str:
    try:
        return f"{library} {version(library)}"
    except PackageNotFoundError:
        return library
