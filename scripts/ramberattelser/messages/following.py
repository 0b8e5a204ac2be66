"""Which of pydantic's errors say something of their own, and which only follow from another.

One mistake should be one finding: a misspelt name is not also a missing field, and a value that was
lost to an anchor is not also an empty one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from ramberattelser.messages import shape
from ramberattelser.messages.names import closest
from ramberattelser.reading import Document, Path

Error = Mapping[str, Any]

MOST = 20
"""Unknown fields of one file that are told: with more than that, it is another kind of file."""

_TOLD_BY_READING = frozenset(("anchor", "tag", "comment_after"))
"""Problems of the YAML that explain an empty value, or one of another shape, at the same place."""


def own(document: Document, model: type[BaseModel], errors: Sequence[Error]) -> list[tuple[str, Error]]:
    """Return those of ``errors`` that are to be told, each with its code."""
    explained = {problem.path for problem in document.problems if problem.code in _TOLD_BY_READING}
    unknown = [tuple(error["loc"]) for error in errors if error["type"] == "extra_forbidden"]
    meant = dict(_meant(model, unknown, errors))
    outdented = dict(_outdented(document, model, unknown))
    quiet = explained | set(outdented.values()) | set(unknown[MOST:])
    told = []
    for error in errors:
        path, code = tuple(error["loc"]), str(error["type"])
        if follows(error) or path in quiet or (code == "missing" and path in meant.values()):
            continue
        if path in meant and code == "extra_forbidden":
            error = {**error, "ctx": {"meant": str(meant[path][-1])}}
        told.append(("outdented" if path in outdented else code, error))
    return told


def _meant(
    model: type[BaseModel], unknown: Sequence[Path], errors: Sequence[Error]
) -> Iterator[tuple[Path, Path]]:
    """Yield each unknown field with the one that was meant: the most like it, or the only one that lacks."""
    lacking = [tuple(error["loc"]) for error in errors if error["type"] == "missing"]
    for path in unknown[:MOST]:
        group = path[:-1]
        name = closest(str(path[-1]), shape.field_names(model, group))
        lacks = [other for other in lacking if other[:-1] == group]
        if name is not None:
            yield path, (*group, name)
        elif len(lacks) == 1 and sum(other[:-1] == group for other in unknown) == 1:
            yield path, lacks[0]


def follows(error: Error) -> bool:
    """True for a list that pydantic finds too short only because lines of it were wrong."""
    given = error.get("input")
    return (
        error["type"] == "too_short" and isinstance(given, list) and len(given) >= error["ctx"]["min_length"]
    )


def _outdented(
    document: Document, model: type[BaseModel], unknown: Sequence[Path]
) -> Iterator[tuple[Path, Path]]:
    """Yield each unknown field that belongs under an empty one just above it, and that one."""
    for path in unknown:
        group = inside(document.value, path[:-1])
        empty = [name for name, value in group.items() if value is None] if isinstance(group, dict) else []
        for name in empty:
            above = (*path[:-1], name)
            if shape.at(model, above) == "group" and path[-1] in shape.field_names(model, above):
                yield path, above
                break


def inside(value: Any, path: Path) -> Any:
    """Return what stands at ``path`` inside ``value``, or None."""
    for part in path:
        try:
            value = value[part]
        except (KeyError, IndexError, TypeError):
            return None
    return value
