"""YAML as people write it: each field with a comment that says what it is for, optional ones as examples.

Only what the format needs is written: text in plain style or in double quotes, blocks after ``|``, groups
and lists. The comments are the descriptions of the models, so they say what the check says.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap

from pydantic import BaseModel

WIDTH = 100

_PLAIN = re.compile(r"[^\W_][^\n]*")
_UNSAFE = re.compile(r":(?:\s|\Z)|\s#|[\t\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]")
_SPECIAL = frozenset(("null", "true", "false", "yes", "no", "on", "off"))


@dataclass(frozen=True, slots=True)
class Block:
    """A text of paragraphs, written after ``|``: a line for each paragraph."""

    text: str


Value = str | Block | Sequence[str]
"""A text on one line, a block, or lines that are written already (a group or list, without indent)."""


def scalar(text: str) -> str:
    """Return ``text`` as a YAML value on one line that reads back as exactly ``text``."""
    numeric = (
        re.fullmatch(r"[\d.,_:+-]+", text) is not None and re.fullmatch(r"\d{4}-\d\d-\d\d", text) is None
    )
    plain = _PLAIN.fullmatch(text) and not _UNSAFE.search(text) and text == text.strip()
    if plain and not numeric and text.casefold() not in _SPECIAL:
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t").replace("\n", "\\n")
    hidden = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]")
    return '"' + hidden.sub(lambda found: f"\\u{ord(found[0]):04x}", escaped) + '"'


def block(text: str) -> list[str]:
    """Return the lines of a block, indented by two: paragraphs apart, each on one line."""
    paragraphs = [" ".join(part.split()) for part in text.split("\n")]
    lines = [f"  {part}" if part else "" for part in paragraphs]
    while lines and not lines[-1]:
        lines.pop()
    return lines


def comment(text: str) -> list[str]:
    """Return ``text`` as comment lines."""
    return [f"# {line}" for line in wrap(text, WIDTH - 2, break_long_words=False, break_on_hyphens=False)]


def description(model: type[BaseModel], alias: str) -> str:
    """Return what the model says that the field ``alias`` is for."""
    return next(info.description or "" for info in model.model_fields.values() if info.alias == alias)


def group(
    model: type[BaseModel],
    order: Sequence[str],
    values: Mapping[str, Value],
    examples: Mapping[str, Sequence[str]] | None = None,
) -> list[str]:
    """Return the lines of a group of fields of ``model``, in ``order``.

    A field with a value is written; one with an example stands as a comment that becomes the field when
    ``# `` is taken away; others are left out.
    """
    lines: list[str] = []
    for alias in order:
        if alias in values:
            lines += [*comment(description(model, alias)), *_field(alias, values[alias])]
        elif examples is not None and alias in examples:
            lines += comment(f"{description(model, alias)}:")
            lines += [f"# {line}" for line in examples[alias]]
    return lines


def _field(alias: str, value: Value) -> list[str]:
    if isinstance(value, str):
        return [f"{alias}: {scalar(value)}"]
    if isinstance(value, Block):
        return [f"{alias}: |", *block(value.text)]
    return [f"{alias}:", *indented(value, 2)]


def item(lines: Sequence[str]) -> list[str]:
    """Return the lines of a group as one item of a list; comments above its first field come before it."""
    first = next(number for number, line in enumerate(lines) if not line.startswith("#"))
    above = [f"  {line}" for line in lines[:first]]
    return [*above, f"- {lines[first]}", *indented(lines[first + 1 :], 2)]


def indented(lines: Sequence[str], by: int) -> list[str]:
    """Return ``lines`` moved in; empty ones stay empty."""
    return [" " * by + line if line else "" for line in lines]


def as_text(lines: Sequence[str]) -> str:
    """Return the lines as a file."""
    return "\n".join(lines).rstrip("\n") + "\n"
