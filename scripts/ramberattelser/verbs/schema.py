"""``ramberattelser schema``: write what is made from the models, or say that it has drifted."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

from ramberattelser import placing
from ramberattelser.contributing.format_page import PATH, format_page
from ramberattelser.contributing.schemas import editor_settings, schema_files

SETTINGS = ".vscode/settings.json"


def add(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the verb."""
    purpose = "skriv scheman för redigerare, och sidan om formatet, ur modellerna"
    verb = verbs.add_parser("schema", help=purpose, description=f"{purpose[0].upper()}{purpose[1:]}.")
    verb.add_argument("--sida", action="store_true", help=f"skriv bara sidan, {PATH}")
    verb.add_argument(
        "--kontrollera", action="store_true", help="skriv inget; säg vad som skiljer sig från modellerna"
    )
    verb.set_defaults(run=run)


def made() -> dict[str, str]:
    """Return path → text of all that the verb writes."""
    return schema_files() | {SETTINGS: editor_settings(), PATH: format_page()}


def run(options: argparse.Namespace) -> int:
    """Write the files below ``options.rot``, or compare them; 1 if any differs."""
    files = {PATH: format_page()} if options.sida else made()
    if options.kontrollera:
        return compare(options.rot, files, "ramberattelser schema")
    return write(options.rot, files)


def write(root: Path, files: Mapping[str, str]) -> int:
    """Write ``files`` below ``root`` and say which were new or changed."""
    changed = {path: text for path, text in sorted(files.items()) if read_text(root / path) != text}
    write_all(root, changed)
    print("\n".join(f"Skrev {path}" for path in changed) or "Allt stämmer redan med modellerna.")
    return 0


def compare(root: Path, files: Mapping[str, str], command: str) -> int:
    """Say which of ``files`` below ``root`` are not as they would be written by ``command``; 1 if any."""
    wrong = [path for path in sorted(files) if read_text(root / path) != files[path]]
    for path in wrong:
        state = "saknas" if not (root / path).exists() else "stämmer inte med modellerna"
        print(f"{path}:1:1: filen: filen {state} — kör ”{command}” och ta med filen", file=sys.stderr)
    if not wrong:
        print("Allt stämmer med modellerna.")
    return 1 if wrong else 0


def read_text(path: Path) -> str | None:
    """Return a file's text to the letter, or None where there is no such text."""
    try:
        return path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def write_all(root: Path, files: Mapping[str, str | None]) -> None:
    """Write every text beside its place below ``root``, then move them all in; None takes a file away.

    Raises ``OSError``; until every text has been written, nothing has changed.
    """
    sides: dict[str, Path] = {}
    try:
        for path, text in files.items():
            if text is not None:
                (root / path).parent.mkdir(parents=True, exist_ok=True)
                sides[path] = placing.beside(root / path, text.encode())
        for path, side in sides.items():
            placing.move(side, root / path)
    finally:
        for side in sides.values():
            side.unlink(missing_ok=True)
    for path, text in files.items():
        if text is None:
            (root / path).unlink(missing_ok=True)
