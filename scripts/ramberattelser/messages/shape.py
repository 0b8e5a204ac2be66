"""What the models know about a place in a file: its fields, its values, and its shape."""

from __future__ import annotations

import typing
from collections.abc import Mapping
from functools import cache
from typing import Any, Literal

from pydantic import BaseModel

from ramberattelser.model import Entry, SourceRef
from ramberattelser.model.values import Line, Sources
from ramberattelser.reading import Path

Shape = Literal["text", "list", "group", "entry"]
"""A text, a list, a group of fields, or a line of a list that is a group of fields."""


def field_names(model: type[BaseModel], path: Path) -> tuple[str, ...]:
    """Return the Swedish field names that may stand at ``path`` inside ``model``."""
    inner = _model_at(model, path)
    return tuple(fields(inner)) if inner else ()


def literals(model: type[BaseModel], path: Path) -> list[str]:
    """Return the words that may stand at ``path``, in the order of the model."""
    return _literal_values(_annotation_at(model, path))


def known_part(model: type[BaseModel], path: Path) -> Path:
    """Return ``path`` up to the first text on the way: to a writer, nothing stands inside that.

    Dates and references are objects to pydantic, which looks for their parts where somebody put a
    list or a group of fields.
    """
    for length in range(1, len(path)):
        if at(model, path[:length]) == "text":
            return path[:length]
    return path


def at(model: type[BaseModel], path: Path) -> Shape:
    """Return what should stand at ``path``."""
    if path and isinstance(path[-1], int):
        inside = _model_at(model, path)
        return "entry" if inside is not None else "text"
    return _shape(_annotation_at(model, path)) if path else "group"


def is_required(model: type[BaseModel], path: Path) -> bool:
    """True if the field at ``path`` must be there; a field that the model does not know need not."""
    inner = _model_at(model, path[:-1])
    if inner is None:
        return False
    return any(
        info.is_required() for name, info in inner.model_fields.items() if (info.alias or name) == path[-1]
    )


def is_line(model: type[BaseModel], path: Path) -> bool:
    """True where the text at ``path`` is one line that is shown as it is written."""
    named = path[:-1] if path and isinstance(path[-1], int) else path
    inner = _model_at(model, named[:-1])
    return inner is not None and bool(named) and named[-1] in _line_fields(inner)


@cache
def _line_fields(model: type[BaseModel]) -> frozenset[str]:
    hints = typing.get_type_hints(model, include_extras=True)
    return frozenset(
        info.alias or name for name, info in model.model_fields.items() if _holds_line(hints[name])
    )


def _holds_line(hint: Any) -> bool:
    return hint in (Line, Sources) or any(_holds_line(arg) for arg in typing.get_args(hint) if arg is not ...)


@cache
def fields(model: type[BaseModel]) -> Mapping[str, Any]:
    """Return Swedish field name → annotation."""
    return {field.alias or name: field.annotation for name, field in model.model_fields.items()}


def _model_at(model: type[BaseModel], path: Path) -> type[BaseModel] | None:
    current: type[BaseModel] | None = model
    for part in path:
        if isinstance(part, str) and current is not None:
            current = _entry_in(fields(current).get(part))
    return current


def _annotation_at(model: type[BaseModel], path: Path) -> Any:
    inner = _model_at(model, path[:-1])
    return fields(inner).get(str(path[-1])) if inner else None


def _entry_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, Entry):
        return annotation
    return next((found for arg in typing.get_args(annotation) if (found := _entry_in(arg))), None)


def _shape(annotation: Any) -> Shape:
    if isinstance(annotation, type) and issubclass(annotation, Entry):
        return "group"
    arguments = typing.get_args(annotation)
    if typing.get_origin(annotation) is tuple:
        return "text" if arguments[0] is SourceRef else "list"
    shapes: list[Shape] = [shape for arg in arguments if (shape := _shape(arg)) != "text"]
    return shapes[0] if shapes else "text"


def _literal_values(annotation: Any) -> list[str]:
    if typing.get_origin(annotation) is typing.Literal:
        return [str(value) for value in typing.get_args(annotation)]
    return [value for arg in typing.get_args(annotation) for value in _literal_values(arg)]
