"""One problem in the data, and how it is printed.

A finding never stops the run: everything is collected, sorted and shown at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

UNPRINTABLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
"""A character that ends a line, turns its direction, steers a terminal, or is half of a pair."""


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Where something is wrong, what, and how it is mended. Lines and columns count from 1."""

    file: str
    line: int
    column: int
    field: str
    what: str
    how: str

    def __str__(self) -> str:
        """One line, whatever a file's name or text holds."""
        text = f"{self.file}:{self.line}:{self.column}: {self.field}: {self.what} — {self.how}"
        return UNPRINTABLE.sub("�", text)


def report(findings: Iterable[Finding]) -> str:
    """Return all findings, one a line, in order of file, line and column, each once."""
    return "\n".join(str(finding) for finding in sorted(set(findings)))
