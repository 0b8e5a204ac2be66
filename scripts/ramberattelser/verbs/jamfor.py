"""``ramberattelser jamfor``: two texts in the terminal, or many pairs as JSON lines."""

from __future__ import annotations

import argparse
import errno
import io
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TextIO

_REASONS: Mapping[int | None, str] = {
    errno.ENOENT: "finns inte — kontrollera namnet",
    errno.ENOTDIR: "finns inte — kontrollera namnet",
    errno.EISDIR: "är en mapp — ange en textfil",
    errno.EACCES: "får inte läsas — kontrollera rättigheterna",
}
"""What the system's reasons are in Swedish, and what to do."""


def add(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb to the command."""
    verb = verbs.add_parser("jamfor", help="jämför två textfiler ord för ord, eller många par som JSON-rader")
    verb.add_argument("gammal", nargs="?", type=Path, help="den äldre texten, en textfil i UTF-8")
    verb.add_argument("ny", nargs="?", type=Path, help="den nyare texten")
    verb.add_argument(
        "--jsonl",
        action="store_true",
        help="läs rader {id, old, new} på standard in och skriv rader {id, segments} på standard ut",
    )
    verb.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Compare and print; 0 when every pair could be read, else 1; 2 when the line was not understood."""
    # Only here: the other verbs need no engine and start faster without it.
    from ramberattelser.comparing import compare
    from ramberattelser.comparing.terminal import as_text
    from ramberattelser.rendering.diffing.words import in_short
    from ramberattelser.rendering.typography import NBSP

    if options.jsonl and options.gammal is not None:
        print(
            f"--jsonl läser paren på standard in — ta bort {options.gammal}, eller --jsonl.", file=sys.stderr
        )
        return 2
    if options.jsonl:
        return _lines(sys.stdin, sys.stdout)
    if options.gammal is None or options.ny is None:
        print("Ange två filer, eller --jsonl för många par på en gång.", file=sys.stderr)
        return 2
    texts = [_read(path) for path in (options.gammal, options.ny)]
    if None in texts:
        return 1
    old, new = (text or "" for text in texts)
    made = compare(old, new)
    sys.stdout.write(as_text(made, in_short(made).replace(NBSP, " "), colour=sys.stdout.isatty()))
    return 0


def _read(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        problem = "är inte sparad som UTF-8 — spara om den med teckenkodningen UTF-8"
    except OSError as error:
        problem = _REASONS.get(error.errno, "går inte att läsa — kontrollera filen")
    print(f"{path}: {problem}", file=sys.stderr)
    return None


def _lines(source: TextIO, target: TextIO) -> int:
    """Answer each line as it comes; a line that cannot be read is reported and the rest go on."""
    from ramberattelser.comparing.jsonl import compare_line

    if isinstance(source, io.TextIOWrapper):
        # What is not UTF-8 is then seen in its own line, and the rest can be answered.
        source.reconfigure(encoding="utf-8", errors="surrogateescape")
    failed = False
    for number, line in enumerate(source, 1):
        if not line.strip():
            continue
        try:
            if any("\udc80" <= char <= "\udcff" for char in line):
                raise ValueError("raden är inte sparad som UTF-8")
            answer = compare_line(line)
        except ValueError as error:
            failed = True
            how = 'skriv {"id": …, "old": …, "new": …} på en rad'
            print(f"rad {number}: går inte att läsa ({error}) — {how}", file=sys.stderr)
            continue
        target.write(answer.rstrip("\n") + "\n")
        target.flush()
    return 1 if failed else 0
