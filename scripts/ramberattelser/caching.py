"""Values kept from one build to the next, each under a digest of everything that it was made from.

There is nothing to throw away by hand: other words, other code or another version of a library give another
digest. A store keeps what the last build asked for and no more, so it does not grow. What is wrong with the
file, whatever it is, costs time and nothing else: each value carries a check of its own, and one that does
not hold is made anew.

A process that builds again and again has the values of its last build at hand, and need not unpack them.
"""

from __future__ import annotations

import atexit
import hashlib
import json
import os
import platform
import tempfile
import zlib
from collections.abc import Callable
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, NamedTuple

from ramberattelser.memory import Memory
from ramberattelser.wishes import AGAIN, WITHOUT_CACHE

FEWEST = 50
"""A store of fewer values is not written: making them takes no time that anyone notices."""
_LONG = 500
"""Characters of a part from which a key is worked out anew each time."""
_LIBRARIES = ("jinja2", "markdown-it-py", "markupsafe", "nh3", "pydantic", "rapidfuzz")
_FORM = b"ramberattelser 3\n"
"""What a file begins with; then the packed list of keys with their sizes and the places of their parts, its
own size before it, and the packed values one after the other."""


class _Packed(NamedTuple):
    """A value as it lies on disk, and the keys of the values that it was made out of."""

    data: bytes
    parts: list[str]


class Store:
    """Values by digest, in memory; also on disk where a file is given.

    The values are what JSON can hold: a tuple comes back as a list. They are read and unpacked one by one,
    when they are asked for. A value that was made out of others holds on to them, also in builds where it is
    taken as it is and they are not asked for.
    """

    def __init__(self, file: Path | None = None, code: str = "") -> None:
        self._file, self._code = file, code
        self._before: dict[str, _Packed] = _read(file) if file is not None else {}
        self._at_hand: dict[str, Any] = {}
        self._now: dict[str, Any] = {}
        self._held: dict[str, _Packed | None] = {}
        self._parts: dict[str, list[str]] = {}
        self._making: list[list[str]] = []
        self.made = 0
        """How many values had to be made, as they were not kept from before."""
        self._unwritten = False
        self.memory = Memory()

    def again(self) -> Store:
        """Return the store of the next build in this process."""
        new = Store(code=self._code)
        new._file, new.memory = self._file, self.memory.again()
        new._unwritten = self._unwritten or self.made > 0
        at_hand = self._at_hand | self._now
        new._at_hand = {key: at_hand[key] for key in self._held if key in at_hand}
        new._before = {key: packed or _Packed(b"", self._parts[key]) for key, packed in self._held.items()}
        return new

    def kept(self, kind: str, *parts: str, make: Callable[[], Any]) -> Any:
        """Return the value made earlier from the same ``parts``, or else what ``make`` gives now.

        ``parts`` must say everything that the value depends on but the code; ``kind`` names what it is.
        """
        return self.under(self.key(kind, *parts), make)

    def under(self, key: str, make: Callable[[], Any]) -> Any:
        """Return the same for what is kept under a ``key``: one that ``key`` gave, or that stands for one."""
        if self._making:
            self._making[-1].append(key)
        if key not in self._now:
            found = self._found(key)
            if found is None:
                self._now[key] = self._made(key, make)
            else:
                self._now[key] = found[0]
                self._hold(key)
        return self._now[key]

    def hold(self, key: str) -> None:
        """Hold on to the value from before under a ``key``: what is made of it is at hand already."""
        if self._making:
            self._making[-1].append(key)
        self._hold(key)

    def _found(self, key: str) -> tuple[Any] | None:
        """Return the value from before in a tuple of its own, or None where there is none that holds."""
        if key in self._at_hand:
            return (self._at_hand[key],)
        packed = self._before.get(key)
        return _unpacked(packed.data) if packed is not None else None

    def key(self, kind: str, *parts: str) -> str:
        """Return what a value is kept under: it stands for the parts, and for the code."""
        if max(map(len, parts), default=0) > _LONG:
            # Not worth holding on to whole texts for.
            return digest(self._code, kind, *parts)
        return self.memory.kept(("nyckel", kind, *parts), lambda: digest(self._code, kind, *parts))

    def _made(self, key: str, make: Callable[[], Any]) -> Any:
        self._making.append([])
        try:
            value = make()
        finally:
            parts = self._making.pop()
        self._held[key], self._parts[key] = None, list(dict.fromkeys(parts))
        self.made += 1
        return value

    def _pack(self, key: str) -> _Packed:
        value = self._now[key] if key in self._now else self._at_hand[key]
        known = self._before.get(key)
        return _Packed(_packed(value), known.parts if known else self._parts[key])

    def _hold(self, key: str) -> None:
        """Hold on to a value from before, and to all that it was made out of."""
        before, held = self._before, self._held
        waiting = [key]
        for key in waiting:
            if key not in held and key in before:
                held[key] = packed = before[key]
                if packed.parts:
                    waiting += packed.parts

    def save(self) -> None:
        """Write what this build asked for, beside and then into place; no room for it is no fault."""
        same = not (self.made or self._unwritten) and len(self._held) == len(self._before)
        if self._file is None or len(self._held) < FEWEST or same:
            return
        values = {
            key: packed if packed and packed.data else self._pack(key) for key, packed in self._held.items()
        }
        places = {key: at for at, key in enumerate(values)}
        listed = [
            [key, len(one.data), *(places[part] for part in one.parts if part in places)]
            for key, one in values.items()
        ]
        sizes = _packed(listed)
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            handle, beside = tempfile.mkstemp(dir=self._file.parent)
            with os.fdopen(handle, "wb") as out:
                out.write(_FORM + len(sizes).to_bytes(8, "big") + sizes)
                out.writelines(one.data for one in values.values())
            Path(beside).replace(self._file)
        except OSError:
            return


_last: dict[Path, Store] = {}
"""The store of the last build of each project that this process builds again and again."""


def open_store(root: Path) -> Store:
    """Return the store of the project at ``root``: ``.cache/sidor``, or one in memory if so wished.

    A process that says it builds again (``AGAIN``) gets what its last good build left; only the first reads.
    """
    if os.environ.get(WITHOUT_CACHE):
        return Store()
    known = _last.get(root)
    return known.again() if known else Store(root / ".cache" / "sidor", _code())


def close_store(root: Path, store: Store) -> None:
    """Keep what a build that went well has asked for: on disk, or at hand if this process builds again."""
    if os.environ.get(WITHOUT_CACHE):
        return
    if not os.environ.get(AGAIN):
        store.save()
        return
    if root not in _last:
        store.save()
    _last[root] = store


@atexit.register
def _save_last() -> None:
    for store in _last.values():
        store.save()


def digest(*parts: str) -> str:
    """Return 32 letters and digits that stand for ``parts``, and for where one ends and the next begins."""
    told = "".join([f"{len(part)}:{part}" for part in parts])
    return hashlib.blake2b(told.encode(), digest_size=16).hexdigest()


@lru_cache(maxsize=20_000)
def sign(text: str) -> str:
    """Return the digest of one text; that of a text which is asked for again and again is made once."""
    return digest(text)


def _packed(value: Any) -> bytes:
    return zlib.compress(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(), 1)


def _unpacked(data: bytes) -> tuple[Any] | None:
    """Return a value in a tuple of its own, or None where its bytes are not what was written."""
    try:
        return (json.loads(zlib.decompress(data)),)
    except (ValueError, zlib.error, RecursionError):
        return None


def _read(file: Path) -> dict[str, _Packed]:
    """Return what is on disk, still packed; a file that is missing, broken or another holds nothing."""
    try:
        data = file.read_bytes()
    except OSError:
        return {}
    start = len(_FORM) + 8
    at = start + int.from_bytes(data[len(_FORM) : start], "big")
    listed = _unpacked(data[start:at]) if data.startswith(_FORM) else None
    found: dict[str, _Packed] = {}
    try:
        rows = listed[0] if listed else ()
        for key, size, *parts in rows:
            found[key] = _Packed(data[at : at + size], [rows[part][0] for part in parts])
            at += size
    except (IndexError, TypeError, ValueError):
        return {}
    return found


def _code() -> str:
    """Return a digest of this package, its templates and lists, and of what it stands on."""
    package = Path(__file__).parent
    # What Python and Jinja compile is written while others read, and says nothing the sources do not.
    files = sorted(p for p in package.rglob("*") if "__pycache__" not in p.parts and p.is_file())
    parts = [f"{path.relative_to(package).as_posix()}\n{path.read_text(encoding='utf-8')}" for path in files]
    return digest(platform.python_version(), *map(_version, _LIBRARIES), *parts)


def _version(library: str) -> str:
    try:
        return f"{library} {version(library)}"
    except PackageNotFoundError:
        return library
