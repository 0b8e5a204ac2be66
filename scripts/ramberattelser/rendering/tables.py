"""Tables of hand-written pages: a place to scroll in, a caption, what a head is of, numbers as numbers."""

from __future__ import annotations

import re
from collections import Counter

_PARTS = re.compile(r"(<h[34][^>]*>.*?</h[34]>|<table>.*?</table>)", re.DOTALL)
_ROW = re.compile(r"<tr>(.*?)</tr>", re.DOTALL)
_CELL = re.compile(r"<(t[hd])>(.*?)</\1>", re.DOTALL)
_NUMBER = re.compile(r"[−–-]?\d[\d \u00a0\u202f]*(,\d+)?(\s?%)?")
_NONE = ("", "–")
"""What stands in a column of numbers where there is none."""


def tables(html: str, heading: str) -> str:
    """Return ``html``, a section under ``heading``, with each table ready to be read.

    A table is named after the nearest heading above it; one that shares that name with another is
    ”Tabell 2”, since no two places may have the same. Its columns of numbers stand to the right. Where
    every column but the first is numbers, the first names its rows.
    """
    told, taken, out = heading, Counter[str](), []
    for part in _PARTS.split(html):
        if part.startswith("<h"):
            told = re.sub(r"<[^>]+>", "", part)
        if part.startswith("<table>"):
            taken[told] += 1
            kind = f"Tabell {taken[told]}" if taken[told] > 1 else "Tabell"
            part = (
                f'<div class="scroll" role="region" aria-label="{kind}: {told}" tabindex="0">'
                f'<table>\n<caption class="vh">{told}</caption>{_set(part.removeprefix("<table>"))}</div>'
            )
        out.append(part)
    return "".join(out)


def _set(table: str) -> str:
    """Return a table's rows and end with the cells' own marks."""
    rows = [_CELL.findall(row) for row in _ROW.findall(table)]
    body = [[words for _, words in row] for row in rows if row and row[0][0] == "td"]
    numbers = {at for at, column in enumerate(zip(*body, strict=True)) if _are_numbers(column)}
    named = bool(numbers) and numbers == set(range(1, len(rows[0])))

    def row(found: re.Match[str]) -> str:
        at = -1

        def cell(one: re.Match[str]) -> str:
            nonlocal at
            at += 1
            tag, words = one.groups()
            kind = ' class="num"' if at in numbers else ""
            if tag == "th":
                return f'<th{kind} scope="col">{words}</th>'
            return f'<th scope="row">{words}</th>' if named and at == 0 else f"<td{kind}>{words}</td>"

        return _CELL.sub(cell, found.group())

    return _ROW.sub(row, table)


def _are_numbers(column: tuple[str, ...]) -> bool:
    filled = [words for words in column if words not in _NONE]
    return bool(filled) and all(_NUMBER.fullmatch(words) for words in filled)
