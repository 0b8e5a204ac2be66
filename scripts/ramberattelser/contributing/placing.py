"""Adding an entry to a list in a file's text, and taking it out again, with all else left as it stands.

What came from an issue is marked with its number, so that an edited issue replaces its own words and
nobody else's.
"""

from __future__ import annotations

import re

from ramberattelser.contributing.yaml_text import list_entry
from ramberattelser.reading import read_text


def mark(issue: str) -> str:
    """The first line of a file that came from an issue."""
    return f"# Ur ärende {issue}."


def _ends(issue: str, space: str) -> tuple[str, str]:
    return f"{space}# Början på ärende {issue}.\n", f"{space}# Slut på ärende {issue}.\n"


def without(text: str, issue: str) -> str | None:
    """Return ``text`` as it was before the issue: None where the whole file came from it."""
    if not issue:
        return text
    if text.startswith(mark(issue) + "\n"):
        return None
    start, end = (re.escape(line.strip()) for line in _ends(issue, ""))
    # The same indent at both ends: words within the entry that look like its end stand deeper.
    return re.sub(rf"^( *){start}\n.*?^\1{end}\n", "", text, flags=re.MULTILINE | re.DOTALL)


def added(text: str, field: str, position: int, values: dict[str, object], issue: str) -> str | None:
    """Return ``text`` with ``values`` as entry ``position`` of its list ``field``.

    None where that is not a list with a dash on a line of its own for each entry.
    """
    if not text.endswith("\n"):
        text += "\n"
    document = read_text(text)
    entries = document.value.get(field) if isinstance(document.value, dict) else None
    if document.problems or not isinstance(entries, list) or not entries:
        return None
    lines = text.split("\n")
    places = [document.mark((field, number)) for number in range(len(entries))]
    dashes = {lines[place.line - 1].find("-") for place in places}
    if len(dashes) != 1 or any(not lines[place.line - 1].lstrip().startswith("- ") for place in places):
        return None
    keys = [document.mark((key,), key=True).line for key in document.value]
    after = min((line for line in keys if line > places[-1].line), default=len(lines))
    row = (places[position].line if position < len(places) else after) - 1
    while row > 0 and _goes_with_the_next(lines[row - 1]):
        row -= 1
    indent = dashes.pop()
    start, end = _ends(issue, " " * indent) if issue else ("", "")
    new = start + list_entry(values, indent) + end
    return "\n".join(lines[:row]) + "\n" + new + "\n".join(lines[row:])


def _goes_with_the_next(line: str) -> bool:
    """An empty line or a comment belongs to what follows, but for the end of what an issue added."""
    line = line.strip()
    return not line or (line.startswith("#") and not line.startswith("# Slut på ärende"))
