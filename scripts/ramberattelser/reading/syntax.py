"""From libyaml's words about what it cannot read to a code, at the place where the writer slipped."""

from __future__ import annotations

import re

import yaml

from ramberattelser.reading.document import Mark, Problem

TYPOGRAPHIC = "”“„‟»«’‘‚‛"
"""Quotation marks of a word processor, which YAML takes for letters."""

_BY_WORDS: tuple[tuple[str, str, bool], ...] = (
    # words, code, whether the place is where the broken thing began
    ("mapping values are not allowed", "colon_in_value", False),
    ("character that cannot start any token", "reserved_character", False),
    ("tab character", "tab", False),
    ("could not find expected ':'", "missing_colon", True),
    ("did not find expected key", "indent", False),
    ("did not find expected '-' indicator", "indent", False),
    ("block sequence entries are not allowed", "list_in_value", False),
    ("unexpected end of stream", "unclosed_quote", True),
    ("unexpected document indicator", "unclosed_quote", True),
    ("did not find expected ',' or", "unclosed_bracket", True),
    ("did not find expected node content", "stray_bracket", False),
    ("did not find expected alphabetic or numeric character", "first_character", True),
    ("escape c", "escape", False),
    ("hexdecimal number", "escape", False),
    ("did not find expected comment or line break", "block_sign", True),
    ("mapping keys are not allowed", "first_character", False),
    ("indentation indicator", "block_sign", True),
    ("directive", "directive", True),
    ("incompatible YAML document", "directive", False),
    ("expected <document start>", "after_end", False),
)
_HARD_SPACE = re.compile(r" *(?:- +)*(?:-|[^\s:]+:)?(?=[^\S \t])")
_NO_SPACE_AFTER_COLON = re.compile(r"""\s*(?:- +)*(?:[^\s:"']+|"[^\s:"]+"|'[^\s:']+'):(?=[^\s:/])""")
_NO_SPACE_AFTER_DASH = re.compile(r"\s*-(?=[^\s\d-])")
_OTHER_DASH = re.compile(r"\s*(?=[\u2013\u2014\u2212\u2022*] )")
_FIELD = re.compile(r"\s*(?:- +)*[^\s:]+\Z")
_VALUE = re.compile(r"\s*(?:- +)*[^\s:]+:\s")
_BEFORE_VALUE = re.compile(r"\s*(?:- +)*(?:[^\s:]+: +)?(?=\S)")
_BLOCK = re.compile(r"(?P<field>\s*(?:- +)*)[^\s:]+: +[|>][-+\d]*\s*(?:#.*)?\Z")
_EMPTY_FIELD = re.compile(r"\s*(?:- +)*[^\s:]+:\s*\Z")
_WORDS_AND_COLON = re.compile(r"\s+[^\s:\-][^\s:]* [^:]*:\s")


def problem(error: yaml.MarkedYAMLError, text: str) -> Problem:
    """Return the problem that stopped the reading of ``text``."""
    words = error.problem or ""
    code, at_start = next(
        ((code, start) for sign, code, start in _BY_WORDS if sign in words), ("syntax", False)
    )
    if "tag" in (error.context or ""):
        code, at_start = "first_character", True
    if "scanning a directive" in (error.context or "") and code == "syntax":
        code, at_start = "directive", True
    place = (error.context_mark if at_start else None) or error.problem_mark or error.context_mark
    lines = text.split("\n")
    row, column = (min(place.line, len(lines) - 1), place.column) if place else (0, 0)
    if code == "after_end":
        code, row, column = _why_it_ended(lines, row, column)
    sign = lines[row][max(column - 1, 0) : column + 1]
    if sign in ("{%", "{#"):
        return Problem("template_code", Mark(row + 1, column), (), {"given": sign})
    code = _closer(code, lines[row][:column], lines[row][column:], error.context or "")
    if code == "after_value":
        code, row, column = _where_quote_began(lines, row, column)
    if code in ("after_value", "colon_in_value"):
        code, column = _by_first_sign(code, lines[row], column)
    if code in ("missing_colon", "indent", "indent_after_value", "list_indent", "first_character"):
        code, row, column = _where_it_began(code, lines, row, column)
    if code in ("missing_colon", "indent"):
        code = _of_a_text(code, lines, row)
    return Problem(code, Mark(row + 1, column + 1), (), {"given": lines[row][column : column + 1]})


def _closer(code: str, before: str, after: str, context: str) -> str:
    """Tell apart what libyaml has the same words for, by what stands around the place."""
    if code == "colon_in_value" and _FIELD.match(before):
        return "indent_after_value"
    if code == "reserved_character" and after.startswith("\t"):
        return "tab"
    if code == "reserved_character" and after.startswith("```") and not before.strip():
        return "code_fence"
    if code == "indent" and before.strip():
        return "after_value"
    if code == "indent" and after.startswith("- "):
        return "list_indent"
    if code == "indent" and after.startswith(":"):
        return "empty_key"
    if code == "stray_bracket" and "flow" in context:
        return "unclosed_bracket"
    return code


def _by_first_sign(code: str, line: str, column: int) -> tuple[str, int]:
    """Return code and column: some values go wrong by the sign that they begin with."""
    found = _BEFORE_VALUE.match(line)
    start = found.end() if found is not None else 0
    if line.startswith("[[", start):
        return "reference_unquoted", start
    if line[start:].startswith(tuple(TYPOGRAPHIC)):
        return "typographic_quotes", start
    return code, column


def _of_a_text(code: str, lines: list[str], row: int) -> str:
    """Return a code: the line may belong to a longer text above it."""
    above = [number for number in range(row - 1, -1, -1) if lines[number].strip()]
    if len(above) > 1 and _WORDS_AND_COLON.match(lines[above[0]]) and _EMPTY_FIELD.match(lines[above[1]]):
        return "block_missing"
    outside = next((number for number in above if _indent(lines[number]) <= _indent(lines[row])), None)
    field = _BLOCK.match(lines[outside]) if outside is not None else None
    if field is None:
        return code
    if outside == above[0] or _indent(lines[row]) > len(field["field"]):
        return "text_outdented"
    return "field_or_text" if code == "missing_colon" else code


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _where_it_began(code: str, lines: list[str], row: int, column: int) -> tuple[str, int, int]:
    """Return code, row and column: a line that joins the one above is noticed one line too late."""
    above = next((number for number in range(row - 1, -1, -1) if lines[number].strip()), row)
    for number in (above, row):
        for slip, sign in _SLIPS:
            found = sign.match(lines[number])
            # A dash and a colon without a space after them are fine inside a text, where nothing stops.
            if found is not None and (number == row or code != "first_character"):
                return slip, number, found.end() - (sign is _NO_SPACE_AFTER_DASH)
    if code == "first_character":
        return code, row, column
    if code == "indent_after_value" and not _VALUE.match(lines[above]):
        code, row = "missing_colon", above
    return code, row, len(lines[row]) - len(lines[row].lstrip())


_SLIPS = (
    ("hard_space", _HARD_SPACE),
    ("other_dash", _OTHER_DASH),
    ("dash_without_space", _NO_SPACE_AFTER_DASH),
    ("colon_without_space", _NO_SPACE_AFTER_COLON),
)


def _why_it_ended(lines: list[str], row: int, column: int) -> tuple[str, int, int]:
    """Return code, row and column: what follows is seldom wrong, but what came before it."""
    first = next((number for number, line in enumerate(lines) if line.strip() and line[0] != "#"), row)
    found = _NO_SPACE_AFTER_COLON.match(lines[first])
    if found is not None:
        return "colon_without_space", first, found.end()
    if first < row and lines[first][0] == " " and lines[row][0] != " ":
        return "first_indented", first, len(lines[first]) - len(lines[first].lstrip())
    return "after_end", row, column


def _where_quote_began(lines: list[str], row: int, column: int) -> tuple[str, int, int]:
    """Return code, row and column: a quote that is not closed ends at the next one, lines further down."""
    before = lines[row][:column].rstrip()
    sign = before[-1:]
    if sign in ("'", '"') and before.count(sign) % 2:
        opening = re.compile(rf"(?:: |- ) *{sign}(?=[^{sign}]*\Z)")
        for number in range(row - 1, -1, -1):
            found = opening.search(lines[number])
            if found is not None:
                return "unclosed_quote", number, found.end() - 1
    return "after_value", row, column
