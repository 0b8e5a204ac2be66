"""What is left of a file when the fields that are wrong are put aside.

A misspelt field should not hide the dangling reference below it until the next run. Only fields
that may be absent are put aside, never a line of a list, so that every position stays true.
"""

from __future__ import annotations

import copy
from collections.abc import Sequence
from typing import Any

from pydantic import BaseModel, ValidationError

from ramberattelser import messages
from ramberattelser.messages import shape
from ramberattelser.reading import Path

_ROUNDS = 3


def salvaged(model: type[BaseModel], value: Any, error: ValidationError) -> tuple[Any, Any] | None:
    """Return entry and values without the fields that ``error`` is about, or None if they are needed."""
    value = copy.deepcopy(value)
    paths = _wrong(error)
    for _ in range(_ROUNDS):
        if not all(_put_aside(model, value, path) for path in paths):
            return None
        try:
            return model.model_validate(value), value
        except ValidationError as again:
            paths = _wrong(again)
    return None


def _wrong(error: ValidationError) -> Sequence[Path]:
    return [found["loc"] for found in error.errors(include_url=False) if not messages.follows(found)]


def _put_aside(model: type[BaseModel], value: Any, path: Path) -> bool:
    """Remove the innermost field around ``path`` that need not be there; False if there is none."""
    path = shape.known_part(model, path)
    for length in range(len(path), 0, -1):
        name = path[length - 1]
        if isinstance(name, str) and not shape.is_required(model, path[:length]):
            holder = messages.inside(value, path[: length - 1])
            if isinstance(holder, dict):
                holder.pop(name, None)
            return True
    return False
