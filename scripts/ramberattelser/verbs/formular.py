"""``ramberattelser formular``: an issue that a form has made becomes files, or Swedish findings."""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from ramberattelser.checking import check
from ramberattelser.contributing.converting import Converted, convert, told_by_label
from ramberattelser.contributing.reply import reply
from ramberattelser.contributing.slips import slip
from ramberattelser.contributing.templates import template_files
from ramberattelser.contributing.world import world
from ramberattelser.findings import Finding
from ramberattelser.loading import places
from ramberattelser.model import Published
from ramberattelser.scaffolding.asking import by_model
from ramberattelser.verbs import schema

_NUMBER = re.compile(r"[0-9]{1,12}")
_MOST = 4_000_000
"""Bytes of a body that are read at all."""


def add(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the verb."""
    purpose = "gör filer av ett ärende som skrevs i formuläret, eller säg vad som är fel"
    verb = verbs.add_parser("formular", help=purpose, description=f"{purpose[0].upper()}{purpose[1:]}.")
    verb.add_argument("fil", nargs="?", metavar="FIL", help="ärendets text; - läser det som skickas in")
    verb.add_argument("--till", type=Path, metavar="MAPP", help="var filerna ska ligga (annars i projektet)")
    verb.add_argument(
        "--ärende", "--arende", dest="issue", default="", metavar="NUMMER", help="ärendets nummer"
    )
    verb.add_argument(
        "--dag", default="", metavar="DAG", help="då ärendet öppnades (annars den senaste i uppgifterna)"
    )
    verb.add_argument(
        "--svar", type=Path, metavar="FIL", help="skriv svaret till den som fyllde i formuläret hit"
    )
    verb.add_argument("--mallar", action="store_true", help="skriv formulären, .github/ISSUE_TEMPLATE/")
    verb.add_argument("--kontrollera", action="store_true", help="med --mallar: säg bara vad som skiljer sig")
    verb.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Convert the issue, or write the forms. 1 where there was something to mend, and nothing is written."""
    texts = data_texts(options.rot)
    if options.mallar:
        files = template_files(world(texts).shared)
        if options.kontrollera:
            return schema.compare(options.rot, files, "ramberattelser formular --mallar")
        return schema.write(options.rot, files)
    if options.fil is None:
        print("Vilket ärende? Skriv en fil efter formular, eller - för det som skickas in.", file=sys.stderr)
        return 2
    wrong = _wrong_option(options)
    if wrong:
        print(wrong, file=sys.stderr)
        return 2
    target: Path = options.till or options.rot
    texts |= data_texts(target) if options.till else {}
    converted = _converted(options, texts)
    if options.svar is not None:
        answer = reply(converted.slips, converted.notes, converted.paths())
        schema.write_all(options.svar.parent, {options.svar.name: answer})
    name = "ärendet" if options.fil == "-" else options.fil
    for found in converted.slips:
        print(Finding(name, found.line, 1, found.label, found.what, found.how), file=sys.stderr)
    if converted.slips:
        return 1
    _write(target, converted)
    return 0


def _wrong_option(options: argparse.Namespace) -> str:
    """Return what is wrong with the number or the day of the issue; both stand in the files that are made."""
    if options.issue and not _NUMBER.fullmatch(options.issue):
        return f"--ärende: ”{options.issue}” är inget nummer — skriv ärendets nummer, bara siffror."
    wrong = by_model(Published, "publicerad")(options.dag) if options.dag else None
    return f"--dag: {wrong}." if wrong else ""


def data_texts(root: Path) -> dict[str, str]:
    """Return path → text of every data file below ``root``."""
    found = {file: schema.read_text(root / file) for file in places.data_files(root) if places.kind(file)}
    return {file: text for file, text in found.items() if text is not None}


def _converted(options: argparse.Namespace, texts: Mapping[str, str]) -> Converted:
    """Convert and check: the check looks at a copy with the new files in it, before any is written."""
    data = sys.stdin.buffer.read(_MOST) if options.fil == "-" else _bytes(Path(options.fil))
    try:
        body = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return Converted(slips=[slip("not_utf8", "formuläret", 1)])
    converted = convert(body, texts, issue=options.issue, day=options.dag)
    if converted.placed:
        before, after = _findings(texts), _findings({**texts, **converted.files})
        converted.slips = sorted({*converted.slips, *told_by_label(converted, after, before)})
    return converted


def _bytes(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_MOST)


def _findings(texts: Mapping[str, str | None]) -> list[Finding]:
    with tempfile.TemporaryDirectory() as folder:
        schema.write_all(Path(folder), texts)
        return check(Path(folder))[1]


def _write(target: Path, converted: Converted) -> None:
    schema.write_all(target, converted.files)
    for path in converted.paths():
        print(f"Skrev {path}")
    for note in converted.notes:
        print(note)
    if converted.files:
        print("Läs igenom filerna, och kör ramberattelser kontrollera när du har ändrat något.")
    else:
        print("Allt stod redan där.")
