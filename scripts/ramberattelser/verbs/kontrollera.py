"""``ramberattelser kontrollera``: everything that is wrong, and what should be looked at."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from ramberattelser import collecting, printing, settings
from ramberattelser.caching import open_store
from ramberattelser.cautions import caution, known_addresses
from ramberattelser.cautions.links import Known
from ramberattelser.checking import check_loaded
from ramberattelser.corpus import Corpus
from ramberattelser.rendering.typography import count
from ramberattelser.settings import handwritten

if TYPE_CHECKING:
    from ramberattelser.pages import Site


def add(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb to the command."""
    purpose = "läs alla uppgifter och visa allt som är fel"
    verb = verbs.add_parser("kontrollera", help=purpose, description=f"{purpose.capitalize()}.")
    verb.add_argument(
        "filer", nargs="*", metavar="FIL", help="visa bara det som gäller dessa filer eller mappar"
    )
    verb.add_argument(
        "--github", action="store_true", help="visa som kommentarer och sammanfattning i GitHub"
    )
    verb.add_argument("--json", action="store_true", help="visa som JSON, för andra program")
    verb.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Check the whole corpus and print; 1 when something is wrong, in whichever file."""
    root: Path = options.rot
    files = [_name(root, given) for given in options.filer]
    for given, file in zip(options.filer, files, strict=True):
        if file is None:
            return _say(f"{given} finns inte i projektets mapp — kontrollera stavningen.")
    corpus, findings, records = check_loaded(root)
    guides = handwritten.texts(root)
    known = None
    # Links are followed only where nobody waits, and old addresses where there are any: it takes every page.
    told, _ = settings.read(root)
    if corpus is not None and (options.github or told.moved):
        from ramberattelser.pages import dangling, make_site, search_page

        made = make_site(corpus, told, open_store(root), search_page.guides(root))
        findings = dangling(root, told, made)
        if options.github:
            known = known_in(made, guides)
    with collecting.at_rest():
        cautions = caution(records.values(), guides, known)
    chosen = printing.select(findings, cautions, [file for file in files if file])
    if options.json:
        print(printing.as_json(chosen.findings, chosen.cautions, chosen.others))
    elif options.github:
        _for_github(chosen)
    else:
        _for_people(chosen, None if findings else corpus)
    return 1 if findings else 0


def _for_people(chosen: printing.Selected, corpus: Corpus | None) -> None:
    if chosen.findings or chosen.cautions:
        print(printing.plain(chosen.findings, chosen.cautions), end="\n\n", file=sys.stderr)
    if chosen.findings:
        print(f"{count(len(chosen.findings), 'sak', 'saker').capitalize()} att rätta.", file=sys.stderr)
    if chosen.others:
        print(f"I andra filer: {count(chosen.others, 'sak', 'saker')} att rätta.", file=sys.stderr)
    if corpus is not None:
        parts = (
            count(len(corpus.associations), "förbund", "förbund", common=False),
            count(len(corpus.stories), "berättelse", "berättelser"),
            count(len(corpus.wordings), "lydelse", "lydelser"),
            count(len(corpus.sources), "källa", "källor"),
        )
        said = "Inget att rätta" if chosen.cautions else "Inget att anmärka på"
        print(f"{said}: {', '.join(parts)}.")


def _for_github(chosen: printing.Selected) -> None:
    made = printing.github(chosen.findings, chosen.cautions)
    if made.commands:
        print(made.commands)
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if summary:
        with Path(summary).open("a", encoding="utf-8") as file:
            file.write(f"{made.summary}\n")


def _name(root: Path, given: str) -> str | None:
    """Return a file's name from the project's folder, whether it was written from there or from here."""
    for path in (Path(given), root / given):
        if path.exists() or path.is_symlink():
            name = os.path.relpath(path.absolute(), root.absolute()).replace(os.sep, "/")
            if not name.startswith("../"):
                return name
    return None


def known_in(site: Site, guides: Mapping[str, str]) -> Known:
    """Return where links may lead: the pages and files of ``site``, and the hand-written ``guides``."""
    return known_addresses({page.path: page.body for page in site.pages.values()}, site.files, guides)


def _say(text: str) -> int:
    print(text, file=sys.stderr)
    return 1
