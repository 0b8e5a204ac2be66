"""Adding an item to a list in a file that exists; every other byte of the file stays as it is."""

from __future__ import annotations

from collections.abc import Sequence

from ramberattelser.reading import Document, read_text
from ramberattelser.scaffolding.writing import indented


class InsertError(Exception):
    """The list is not there, or not written with a hyphen for each item."""


def insert_item(data: bytes, field: str, lines: Sequence[str], position: int | None = None) -> bytes:
    """Return ``data`` with an item added to the list ``field`` at its top level.

    ``lines`` are the item's, with their hyphen and without indent; ``position`` is where it goes among the
    items, at the end if None. Raises ``InsertError``.
    """
    text = data.decode("utf-8")
    end = "\r\n" if "\r\n" in text else "\n"
    # Places are those of the text without its byte order mark, and with one character for each line end.
    parsed = text.removeprefix("\ufeff").replace("\r\n", "\n")
    document = read_text(parsed)
    value = document.value
    items = value.get(field) if isinstance(value, dict) else None
    if document.problems or not isinstance(items, list) or not items:
        raise InsertError(field)
    rows = text.split("\n")
    dashes = [_dash(document, parsed.split("\n"), field, number) for number in range(len(items))]
    if position is None or position >= len(items):
        row = _row_after(document, rows, field)
    else:
        row = _above_comments(rows, dashes[position][0])
    added = [line + end for line in indented(lines, dashes[0][1])]
    before = "\n".join(rows[:row]) + ("\n" if row else "")
    if row >= len(rows):
        before = text if text.endswith("\n") else text + end
        return (before + "".join(added)).encode("utf-8")
    return (before + "".join(added) + "\n".join(rows[row:])).encode("utf-8")


def _dash(document: Document, rows: list[str], field: str, number: int) -> tuple[int, int]:
    """Return row and column (from 0) of the hyphen in front of an item."""
    mark = document.mark((field, number))
    row = mark.line - 1
    column = rows[row].rfind("-", 0, mark.column - 1)
    if column < 0 or rows[row][:column].strip() or rows[row][column + 1 : mark.column - 1].strip():
        raise InsertError(field)
    return row, column


def _row_after(document: Document, rows: list[str], field: str) -> int:
    """Return the row of the field that follows the list, above its comments, or the number of rows."""
    names = list(document.value)
    following = names[names.index(field) + 1 :]
    if not following:
        return len(rows)
    return _above_comments(rows, document.mark((following[0],), key=True).line - 1)


def _above_comments(rows: list[str], row: int) -> int:
    while row and (not rows[row - 1].strip() or rows[row - 1].lstrip().startswith("#")):
        row -= 1
    return row
