"""From plain values to YAML text in the style of the project's files.

Reading is one way on purpose (``docs/beslut``): comments in a file live on only because nobody writes it
anew. This writes new files, and entries that are added to one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

_PLAIN = re.compile(r"[A-Za-zÅÄÖåäöÉé][^\n\t]*")
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}
_OTHER_MEANING = frozenset(("yes", "no", "on", "off", "true", "false", "null", "y", "n"))
"""Words that other readers of YAML take for something else than text."""


def yaml_text(value: Mapping[str, Any], indent: int = 0) -> str:
    """Return ``value`` (mappings, lists, texts and truth values) as lines of YAML, ``indent`` spaces in."""
    return "".join(f"{line}\n" for line in _mapping(value, " " * indent))


def list_entry(value: Mapping[str, Any], indent: int) -> str:
    """Return ``value`` as one entry of a list, its dash ``indent`` spaces in."""
    return "".join(f"{line}\n" for line in _entry(value, " " * indent))


def _mapping(value: Mapping[str, Any], space: str) -> Iterator[str]:
    for name, inner in value.items():
        if isinstance(inner, Mapping):
            yield f"{space}{name}:"
            yield from _mapping(inner, space + "  ")
        elif isinstance(inner, Sequence) and not isinstance(inner, str):
            yield f"{space}{name}:"
            for item in inner:
                yield from _entry(item, space + "  ")
        else:
            yield from _scalar(f"{space}{name}:", inner, space + "  ")


def _entry(item: Any, space: str) -> Iterator[str]:
    if not isinstance(item, Mapping):
        yield from _scalar(f"{space}-", item, space + "  ")
        return
    first, *rest = _mapping(item, space + "  ")
    yield f"{space}- {first.lstrip(' ')}"
    yield from rest


def _scalar(start: str, value: Any, space: str) -> Iterator[str]:
    if isinstance(value, bool):
        yield f"{start} {'true' if value else 'false'}"
    elif "\n" in value and _may_be_block(value):
        body = value.rstrip("\n")
        ends = len(value) - len(body)
        yield f"{start} |{'-' if ends == 0 else '' if ends == 1 else '+'}"
        yield from (f"{space}{line}" if line else "" for line in body.split("\n"))
        yield from [""] * (ends - 1)
    else:
        yield f"{start} {value if _may_be_plain(value) else _quoted(value)}"


def _may_be_block(value: str) -> bool:
    lines = value.split("\n")
    return (
        bool(lines[0])
        and not lines[0].startswith((" ", "\t"))
        and all(line == line.rstrip() and line.isprintable() for line in lines)
    )


def _may_be_plain(value: str) -> bool:
    return (
        _PLAIN.fullmatch(value) is not None
        and value.isprintable()
        and value == value.strip()
        and ": " not in value
        and " #" not in value
        and not value.endswith(":")
        and value.lower() not in _OTHER_MEANING
    )


def _quoted(value: str) -> str:
    return '"' + "".join(_escaped(character) for character in value) + '"'


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if character.isprintable():
        return character
    code = ord(character)
    return f"\\x{code:02X}" if code < 0x100 else f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"
