"""``ramberattelser paketera``: the built site as one zip that works without a network."""

from __future__ import annotations

import argparse
import hashlib
import sys
from pathlib import Path

from ramberattelser import offline, placing
from ramberattelser.rendering.typography import count


def add(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the verb."""
    purpose = "packa den byggda webbplatsen till en zip-fil som fungerar utan nät"
    verb = verbs.add_parser("paketera", help=purpose, description=f"{purpose[0].upper()}{purpose[1:]}.")
    verb.add_argument(
        "--fran", type=Path, default=Path("site"), metavar="MAPP", help="den byggda webbplatsen (site)"
    )
    verb.add_argument(
        "--till",
        type=Path,
        default=Path("ramberattelser.zip"),
        metavar="FIL",
        help="zip-filen (ramberattelser.zip)",
    )
    verb.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the zip; 1 where there is no site to pack."""
    site: Path = options.fran
    if not (site / "index.html").is_file():
        print(f"{site} är ingen byggd webbplats — bygg den först med make site.", file=sys.stderr)
        return 1
    target: Path = options.till
    if target.is_dir():
        print(f"{target} är en mapp — skriv namnet på en fil.", file=sys.stderr)
        return 1
    if target.absolute().is_relative_to(site.absolute()):
        # The next zip would hold this one.
        print(f"{target} ligger i webbplatsen — välj en annan plats.", file=sys.stderr)
        return 1
    files = offline.read(site)
    made = offline.packed(files)
    placing.put(target, made)
    told = count(len(files), "fil", "filer")
    print(f"{target}: {told}, {len(made) / 1e6:.1f} MB, SHA-256 {hashlib.sha256(made).hexdigest()}")
    return 0
