"""What the models say about each field, in the words that editors, forms and the format's page use."""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, Union

from pydantic import BaseModel, StringConstraints
from pydantic.fields import FieldInfo

from ramberattelser.model import (
    Dated,
    Day,
    Entry,
    Line,
    Named,
    Prose,
    Slug,
    Sources,
    Verbatim,
    Version,
    YesNo,
)

Kind = Literal["slug", "line", "prose", "verbatim", "date", "day", "yes_no", "sources", "version", "pattern"]


@dataclass(frozen=True, slots=True)
class Text:
    """A text of some kind; ``pattern`` and ``most`` where the model has them itself."""

    kind: Kind
    pattern: str | None = None
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few words."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A group of fields."""

    model: type[BaseModel]


@dataclass(frozen=True, slots=True)
class Many:
    """A list of texts or groups, with at least ``least`` lines."""

    item: Text | Choice | Group
    least: int


Value = Text | Choice | Group | Many


@dataclass(frozen=True, slots=True)
class Facts:
    """One field: its Swedish name, what a form calls it, what it holds, and a made-up example."""

    name: str
    title: str
    description: str
    required: bool
    value: Value
    example: Any
    default: str | None
    """The word that an absent field stands for."""


_KINDS: tuple[tuple[Any, Kind], ...] = (
    (Slug, "slug"),
    (Named, "slug"),
    (Line, "line"),
    (Prose, "prose"),
    (Verbatim, "verbatim"),
    (Dated, "date"),
    (Day, "day"),
    (YesNo, "yes_no"),
    (Sources, "sources"),
    (Version, "version"),
)
_LAST = ("ändringar", "saknas", "publicerad")
"""Fields that are about the entry more than in it, told last."""


@cache
def facts(model: type[BaseModel]) -> Mapping[str, Facts]:
    """Return the facts of every field of ``model`` by its Swedish name, the field ``id`` first."""
    hints = typing.get_type_hints(model, include_extras=True)
    found = [_facts(info, hints[name]) for name, info in model.model_fields.items()]
    found.sort(
        key=lambda fact: (fact.name != "id", fact.name in _LAST and not fact.required, _late(fact.name))
    )
    return {fact.name: fact for fact in found}


def _late(name: str) -> int:
    return _LAST.index(name) + 1 if name in _LAST else 0


def _facts(info: FieldInfo, hint: Any) -> Facts:
    value = _value(hint, next((m.min_length for m in info.metadata if hasattr(m, "min_length")), 0))
    given = info.examples[0] if info.examples else _example(value)
    default = info.default if isinstance(value, Choice) and isinstance(info.default, str) else None
    return Facts(
        name=info.alias or "",
        title=info.title or "",
        description=info.description or "",
        required=info.is_required(),
        value=value,
        example=given,
        default=default,
    )


def _value(hint: Any, least: int = 0) -> Value:
    for known, kind in _KINDS:
        if hint == known:
            return Text(kind)
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (Union, types.UnionType):
        return _value(next(arg for arg in arguments if arg is not type(None)), least)
    if origin is tuple:
        item = _value(arguments[0])
        assert not isinstance(item, Many)
        return Many(item, least)
    if origin is Literal:
        return Choice(tuple(str(word) for word in arguments))
    if origin is typing.Annotated:
        limits = next(arg for arg in arguments if isinstance(arg, StringConstraints))
        return Text("pattern", str(limits.pattern), limits.max_length)
    assert issubclass(hint, Entry)
    return Group(hint)


def _example(value: Value) -> Any:
    """Put an example together from those of the fields inside."""
    if isinstance(value, Group):
        return example(value.model)
    if isinstance(value, Many) and isinstance(value.item, Group):
        return [example(value.item.model)]
    return None


def example(model: type[BaseModel]) -> dict[str, Any]:
    """Return a made-up entry of ``model`` with every field, as the values of a file."""
    return {name: fact.example for name, fact in facts(model).items()}
