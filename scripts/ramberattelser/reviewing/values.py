"""What a changed thing said and says now: its texts, each with what was and what became of it.

A wording's own text is held against the other word by word elsewhere (``wordings``).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pydantic import BaseModel

from ramberattelser.dates import When
from ramberattelser.messages import field_name
from ramberattelser.model import ClauseVersion, SourceRef, VersionRef
from ramberattelser.reading import Path

MOST = 8
"""Changes of one thing that are told; the rest are counted."""
_CONTEXT = 2
"""Words that are shown on either side of what differs in a text."""
_LENGTH = 160
"""Characters of a text that are shown."""


def changes(before: BaseModel, after: BaseModel) -> list[str]:
    """Return what differs between two records of one thing, a line for each text, at most ``MOST``."""
    found = list(_in_record(before, after, ()))
    rest = [f"och {len(found) - MOST} ändringar till"] if len(found) > MOST + 1 else found[MOST:]
    return found[:MOST] + rest


def _in_record(before: BaseModel, after: BaseModel, path: Path) -> Iterator[str]:
    for name, field in type(after).model_fields.items():
        if isinstance(after, ClauseVersion) and name == "text":
            if getattr(before, name) != getattr(after, name):
                yield "text"
            continue
        here = (*path, field.alias or name)
        yield from _between(getattr(before, name, None), getattr(after, name), here)


def _between(before: object, after: object, path: Path) -> Iterator[str]:
    if before == after:
        return
    if isinstance(before, BaseModel) and type(before) is type(after) and not _is_text(before):
        assert isinstance(after, BaseModel)
        yield from _in_record(before, after, path)
    elif isinstance(before, tuple) and isinstance(after, tuple) and not _is_text(before or after):
        yield from _in_list(before, after, path)
    else:
        yield f"{field_name(path)}: {_told(before, after)}"


def _in_list(before: tuple[object, ...], after: tuple[object, ...], path: Path) -> Iterator[str]:
    """Entries with ids are the same by their ids; others are by their place, where none came or went."""
    ids = [getattr(one, "id", None) for one in (*before, *after)]
    if all(isinstance(id, str) for id in ids) and ids:
        yield from _by_id({str(getattr(one, "id", "")): one for one in before}, after, path)
    elif len(before) == len(after):
        for position, (one, other) in enumerate(zip(before, after, strict=True)):
            yield from _between(one, other, (*path, position))
    else:
        yield f"{field_name(path)}: {len(before)} → {len(after)} i listan"


def _by_id(before: dict[str, object], after: tuple[object, ...], path: Path) -> Iterator[str]:
    names = [str(getattr(one, "id", "")) for one in after]
    for position, (name, one) in enumerate(zip(names, after, strict=True)):
        if name in before:
            yield from _between(before[name], one, (*path, position))
        else:
            yield f"{field_name(path)}: ”{name}” tillkommer"
    for name in before:
        if name not in names:
            yield f"{field_name(path)}: ”{name}” försvinner"


def _is_text(value: object) -> bool:
    """True for what stands as a text in a file."""
    if isinstance(value, tuple):
        return bool(value) and isinstance(value[0], SourceRef)
    return isinstance(value, SourceRef | VersionRef)


def _told(before: object, after: object) -> str:
    old, new = _shown(before), _shown(after)
    if not old or not new:
        return f"{_quoted(old) or 'inget'} → {_quoted(new) or 'inget'}"
    start, tail = _common(old.split(), new.split())
    return f"{_quoted(_part(old, start, tail))} → {_quoted(_part(new, start, tail))}"


def _quoted(text: str) -> str:
    return f"”{text}”" if text else ""


def _common(old: list[str], new: list[str]) -> tuple[int, int]:
    """Return how many words two texts share at their beginning and at their end."""
    most = min(len(old), len(new))
    start = next((at for at in range(most) if old[at] != new[at]), most)
    tail = next((at for at in range(most - start) if old[-1 - at] != new[-1 - at]), most - start)
    return start, tail


def _part(text: str, start: int, tail: int) -> str:
    """Return what differs in a text, with a word or two around it and ``…`` for the rest."""
    words = text.split()
    first, last = max(start - _CONTEXT, 0), len(words) - max(tail - _CONTEXT, 0)
    part = " ".join(words[first:last])
    part = part if len(part) <= _LENGTH else part[: _LENGTH - 1].rstrip() + "…"
    return f"{'… ' if first else ''}{part}{' …' if last < len(words) else ''}"


def _shown(value: object) -> str:
    if value is None or value == ():
        return ""
    if isinstance(value, When):
        return value.written
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, SourceRef):
        return f"{value.source}, {value.section}" if value.section else value.source
    if isinstance(value, tuple):
        return "; ".join(map(_shown, value))
    if isinstance(value, BaseModel) and not isinstance(value, VersionRef):
        return "; ".join(filter(None, (_shown(getattr(value, name)) for name in type(value).model_fields)))
    return " ".join(str(value).split())
