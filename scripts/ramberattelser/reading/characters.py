"""What is wrong with a file's characters, looked for before any YAML is read.

Such a file is not read further: what an invisible character or a tab did to its fields would
only be found a second time, in words that hide the cause.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import islice

from ramberattelser.reading.document import Mark, Path, Problem

MOST = 20
"""Problems of a kind that are told for one file."""
FEW = 3
"""So many places of one kind are told one by one. A file with more was saved or pasted wrongly: that is one
mistake, told at its first place with the number of the others (``more``)."""

MAX_LINE = 5000
"""Characters in a line; the longest paragraph of the project has some fifteen hundred."""

_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ud800-\udfff\ue000-\uf8ff\ufe00-\ufe0d"
    "\ufeff\uffa0\ufff0-\ufffc\ufffe\uffff\U000e0000-\U0010ffff]|(?<=\\w)[\ufe0e\ufe0f]"
)
"""The last two choose the look of the sign before them; after a letter they do nothing but hide."""
_CALLED_PRINTABLE = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180d\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)
"""Those of the hidden ones that Python counts as printable, although nothing is printed."""
_MANGLED = re.compile(
    "\u00c3[\u00a4\u00a5\u00b6\u00a9\u201e\u2026\u2013]|\u00e2\u20ac[\u201c\u201d\u2122\u0153\u02dc\u009d\u00a6\ufffd]?"
)
"""Letters of UTF-8 that were once read as Windows-1252: two signs or three where one letter stood."""
_LOST = re.compile("\ufffd")
_TAB = re.compile(r"^ *\t(?=[ \t]*\S)", re.MULTILINE)
_MERGE = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?= |$)", re.MULTILINE)
_MERGE_BEGINS = re.compile(r"^<{7}(?= |$)", re.MULTILINE)


def problems(text: str) -> list[Problem]:
    """Return what is wrong with the characters of a file, in its order."""
    found: list[Problem] = []
    # Most files have only printable characters and line ends, which costs less to ask for.
    plain = text.replace("\n", "").isprintable()
    if not plain or _CALLED_PRINTABLE.search(text):
        found += islice(_hidden(text), MOST)
    if not plain:
        found += _each(_TAB, "tab", text)
    if "\u00c3" in text or "\u00e2\u20ac" in text:
        found += _each(_MANGLED, "mangled_character", text)
    elif "\ufffd" in text:
        found += _each(_LOST, "lost_character", text)
    if not unicodedata.is_normalized("NFC", text):
        letters = list(_decomposed(text))
        found += letters if len(letters) <= FEW else [_with_others(letters[0], len(letters) - 1)]
    if any(marker in text for marker in ("=======", "<<<<<<<", ">>>>>>>", "|||||||")):
        # One for each place where two texts met: its other lines belong to the same mistake.
        found += _each(_MERGE_BEGINS if _MERGE_BEGINS.search(text) else _MERGE, "merge_marker", text)
    if len(text) > MAX_LINE:
        found += islice(_long_lines(text), MOST)
    return sorted(found, key=lambda problem: problem.mark)


def _long_lines(text: str) -> Iterator[Problem]:
    """Nobody can review a line that is no line: a text has paragraphs."""
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) > MAX_LINE:
            yield Problem("long_line", Mark(number, MAX_LINE + 1), (), {"most": str(MAX_LINE)})


def in_value(value: str, mark: Mark, path: Path) -> Problem | None:
    """Return what is wrong with the characters of a value that was written with escapes."""
    hidden = _HIDDEN.search(value)
    if hidden is not None:
        return Problem("hidden_character", mark, path, {"given": _code(hidden.group())})
    return None


def _hidden(text: str) -> Iterator[Problem]:
    """Each sign is a mistake of its own; the same sign in many places is one."""
    by_sign: dict[str, list[re.Match[str]]] = {}
    for match in _HIDDEN.finditer(text):
        by_sign.setdefault(match.group(), []).append(match)
    for matches in by_sign.values():
        yield from _few("hidden_character", text, matches)


def _each(pattern: re.Pattern[str], code: str, text: str) -> list[Problem]:
    return _few(code, text, list(pattern.finditer(text)))


def _few(code: str, text: str, matches: Sequence[re.Match[str]]) -> list[Problem]:
    """Return a problem for each match, or one for all of them where they are many."""
    if len(matches) <= FEW:
        return [_problem(code, text, match) for match in matches]
    return [_with_others(_problem(code, text, matches[0]), len(matches) - 1)]


def _with_others(problem: Problem, count: int) -> Problem:
    return problem._replace(details=problem.details | {"more": str(count)})


def _problem(code: str, text: str, match: re.Match[str]) -> Problem:
    line = text.count("\n", 0, match.start()) + 1
    column = match.start() - (text.rfind("\n", 0, match.start()) + 1) + 1
    given = match.group() if code == "mangled_character" else _code(match.group())
    return Problem(code, Mark(line, column), (), {"given": given})


def _code(character: str) -> str:
    return f"U+{ord(character[0]):04X}"


def _decomposed(text: str) -> Iterator[Problem]:
    """A letter written as a letter and an accent looks the same and is another word to a computer."""
    for number, line in enumerate(text.split("\n"), start=1):
        composed = unicodedata.normalize("NFC", line)
        if composed == line:
            continue
        pairs = zip(line, composed, strict=False)
        place = next((i for i, (was, should) in enumerate(pairs) if was != should), len(composed) - 1)
        yield Problem("decomposed", Mark(number, place + 1), (), {"given": composed[place]})
