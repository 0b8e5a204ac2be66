"""The three printers of findings: for people, for GitHub, and for other programs.

Each takes what is wrong (``findings``) and what should be looked at (``cautions``), and returns text; nothing
here reads or writes. What contributors wrote is part of what they are told, and is escaped for each place.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ramberattelser.findings import UNPRINTABLE, Finding, report

MOST_ANNOTATIONS = 10
"""GitHub shows ten annotations of a kind in a step and drops the rest without a word."""

_MARKS = re.compile(r"([\\`*_\[\]<>&|~$#{}!])")
_LIVE = re.compile(r"(?<=@)(?=\w)|(?<=:)(?=//)|(?<=www)(?=\.)|(?<=#)(?=\w)|(?<=\bGH)(?=-\d)", re.IGNORECASE)
_BEGINS = re.compile(r"\A([-+=:]|\d+(?=[.)]))")
_JOINER = "\u2060"
"""A character that takes no room: with it inside, a name or an address is no longer made into a link."""


@dataclass(frozen=True, slots=True)
class Selected:
    """What is about the files that were asked for, and how many findings there are about others."""

    findings: tuple[Finding, ...]
    cautions: tuple[Finding, ...]
    others: int


@dataclass(frozen=True, slots=True)
class ForGitHub:
    """``commands`` go to standard output, ``summary`` (Markdown) to the end of the job's summary."""

    commands: str
    summary: str


def select(findings: Iterable[Finding], cautions: Iterable[Finding], files: Sequence[str]) -> Selected:
    """Return what is about ``files`` or lies in a folder among them; without any, all of it.

    ``files`` are written as in the findings: from the project's folder, with forward slashes.
    """
    names = [posixpath.normpath(file) for file in files]

    def asked(finding: Finding) -> bool:
        return not names or any(
            name in (".", finding.file) or finding.file.startswith(f"{name}/") for name in names
        )

    wrong, doubtful = sorted(set(findings)), _ordered(cautions)
    shown = tuple(finding for finding in wrong if asked(finding))
    return Selected(
        shown, tuple(caution for caution in doubtful if asked(caution)), others=len(wrong) - len(shown)
    )


def _ordered(cautions: Iterable[Finding]) -> list[Finding]:
    return sorted(set(cautions), key=lambda found: (found.file, found.line, found.column, found.what))


# --- for people -----------------------------------------------------------------------------


def plain(findings: Iterable[Finding], cautions: Iterable[Finding] = ()) -> str:
    """Return what is wrong, one a line, and after an empty line what should be looked at."""
    doubtful = "\n".join(str(caution) for caution in _ordered(cautions))
    return "\n\n".join(part for part in (report(findings), doubtful) if part)


# --- for GitHub -----------------------------------------------------------------------------


def github(findings: Iterable[Finding], cautions: Iterable[Finding] = ()) -> ForGitHub:
    """Return annotations for the first ten of either kind, and a summary that has every one of them.

    The form of the commands is GitHub's: "Workflow commands for GitHub Actions".
    """
    wrong, doubtful = sorted(set(findings)), _ordered(cautions)
    commands = [_command("error", found) for found in wrong[:MOST_ANNOTATIONS]]
    commands += [_command("warning", found) for found in doubtful[:MOST_ANNOTATIONS]]
    tables = [_table("Att rätta", wrong), _table("Att se över", doubtful)]
    told = "" if wrong else "Inget att rätta.\n" if doubtful else "Inget att anmärka på.\n"
    summary = "\n".join(part for part in ("## Kontroll av uppgifterna\n", told, *tables) if part)
    return ForGitHub("\n".join(commands), summary)


def _command(kind: str, finding: Finding) -> str:
    properties = {
        "file": finding.file,
        "line": str(finding.line),
        "col": str(finding.column),
        "title": finding.field,
    }
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{kind} {listed}::{_message(f'{finding.what} — {finding.how}')}"


def _message(text: str) -> str:
    # The percent sign first: the others are written with it.
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return UNPRINTABLE.sub("\ufffd", escaped)


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")


def _table(heading: str, findings: Sequence[Finding]) -> str:
    if not findings:
        return ""
    rows = [
        f"| {markdown(found.file)}, rad {found.line} | {markdown(found.field)} "
        f"| {markdown(found.what)} | {markdown(found.how)} |"
        for found in findings
    ]
    head = ["| Var | Fält | Vad | Hur det rättas |", "|---|---|---|---|"]
    return "\n".join([f"### {heading} ({len(findings)})\n", *head, *rows, ""])


def markdown(text: str) -> str:
    """Return ``text`` as Markdown that shows it as one line of plain text, wherever in a line it is put.

    No mark, no HTML, no table cell, and nothing that GitHub makes a link of by itself: a mention, an
    address, the number of an issue. Escapes and a word joiner do it, so what is seen is what was written.
    """
    line = " ".join(UNPRINTABLE.sub(_space_or_sign, text).split())
    joined = _LIVE.sub(_JOINER, line)
    return _BEGINS.sub(_begun, _MARKS.sub(r"\\\1", joined))


def _space_or_sign(match: re.Match[str]) -> str:
    return " " if match.group().isspace() else "\ufffd"


def _begun(match: re.Match[str]) -> str:
    """Escape what makes a list, a rule or a heading at the start of a line."""
    begin = match.group()
    return f"{begin}{_JOINER}" if begin[0].isdigit() else f"\\{begin}"


# --- for other programs ---------------------------------------------------------------------


def as_json(findings: Iterable[Finding], cautions: Iterable[Finding] = (), others: int = 0) -> str:
    """Return JSON with the keys ``fel``, ``varningar`` and ``fel_i_andra_filer``; they do not change.

    A finding has ``fil``, ``rad``, ``kolumn``, ``fält``, ``vad`` and ``hur``.
    """
    content = {
        "fel": [_entry(found) for found in sorted(set(findings))],
        "varningar": [_entry(found) for found in _ordered(cautions)],
        "fel_i_andra_filer": others,
    }
    text = json.dumps(content, ensure_ascii=False, indent=2)
    # Half of a pair of surrogates has no place in a file.
    return re.sub("[\ud800-\udfff]", "\ufffd", text)


def _entry(finding: Finding) -> dict[str, str | int]:
    return {
        "fil": finding.file,
        "rad": finding.line,
        "kolumn": finding.column,
        "fält": finding.field,
        "vad": finding.what,
        "hur": finding.how,
    }
