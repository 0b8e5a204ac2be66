"""From libyaml's words about what it cannot read to a code, at the place where the writer slipped."""

from __future__ import annotations

import re

import yaml

from ramberattelser.reading.document import Mark, Problem

_BY_WORDS: tuple[tuple[str, str, bool], ...] = (
    # words, code, whether the place is where the broken thing began
    ("mapping values are not allowed", "colon_in_value", False),
    ("character that cannot start any token", "reserved_character", False),
    ("tab character", "tab", False),
    ("could not find expected ':'", "missing_colon", True),
    ("did not find expected key", "indent", False),
    ("did not find expected '-' indicator", "list_indent", False),
    ("block sequence entries are not allowed", "list_in_value", False),
    ("unexpected end of stream", "unclosed_quote", True),
    ("unexpected document indicator", "unclosed_quote", True),
    ("did not find expected ',' or", "unclosed_bracket", True),
    ("did not find expected node content", "stray_bracket", False),
    ("did not find expected alphabetic or numeric character", "first_character", True),
    ("escape c", "escape", False),
    ("hexdecimal number", "escape", False),
    ("did not find expected comment or line break", "block_sign", True),
    ("directive", "directive", True),
    ("incompatible YAML document", "directive", False),
    ("expected <document start>", "after_end", False),
)
_HARD_SPACE = re.compile(r"^\s*(?:- )?[^\s:]+:\u00a0|^ *\u00a0")
_FIELD = re.compile(r"\s*(?:- +)*[^\s:]+\Z")


def problem(error: yaml.MarkedYAMLError, text: str) -> Problem:
    """Return the problem that stopped the reading of ``text``."""
    words = error.problem or ""
    code, at_start = next(
        ((code, start) for sign, code, start in _BY_WORDS if sign in words), ("syntax", False)
    )
    place = (error.context_mark if at_start else None) or error.problem_mark or error.context_mark
    mark = Mark(place.line + 1, place.column + 1) if place else Mark(1, 1)
    lines = text.split("\n")
    line = lines[mark.line - 1] if mark.line <= len(lines) else ""
    code = _closer(code, line[: mark.column - 1], line[mark.column - 1 :], error.context or "")
    if code in ("missing_colon", "indent") and (hard := _HARD_SPACE.match(line)):
        code, mark = "hard_space", Mark(mark.line, hard.end())
    return Problem(code, mark, "", {"given": line[mark.column - 1 : mark.column], "line": line.strip()})


def _closer(code: str, before: str, after: str, context: str) -> str:
    """Tell apart what libyaml has the same words for, by what stands around the place."""
    if code == "colon_in_value" and _FIELD.match(before):
        return "indent_after_value"
    if code == "reserved_character" and after.startswith("\t"):
        return "tab"
    if code == "indent" and before.strip():
        return "after_value"
    if code == "indent" and after.startswith(":"):
        return "empty_key"
    if code == "stray_bracket" and "flow" in context:
        return "unclosed_bracket"
    return code
