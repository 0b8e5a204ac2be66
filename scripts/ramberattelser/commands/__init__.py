"""The ``ramberattelser`` command. Verbs and messages are Swedish; exit 1 when something was found."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from ramberattelser import project
from ramberattelser.commands import building
from ramberattelser.commands.options import Parser
from ramberattelser.commands.replacing import replace
from ramberattelser.wishes import ADDRESS

__all__ = ["main"]

# What the verbs need is loaded by the one that is asked for: it takes as long as the work of many of them.
_VERBS = ("kontrollera", "bygg", "skriv", "jamfor", "ny", "formular", "schema", "granska", "paketera")
"""All verbs, in the order of the help; those without a function here have a module in ``verbs``."""
_WITHOUT_PROJECT = frozenset(("jamfor", "paketera"))
"""The verbs that read and write nothing below ``--rot``."""
_KEPT = "Ingen ny webbplats skrevs; den tidigare ligger kvar."
CUT_OFF = 141
"""The exit code where a pipe was closed: the one that a shell gives other commands for it."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code: 0 well, 1 something to mend, 2 not understood.

    ``CUT_OFF`` when the reader of what is printed went away, as ``head`` does when it has had enough.
    """
    for stream in (sys.stdout, sys.stderr):
        # A terminal that lacks a character shows a question mark; it is no reason to stop.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    words = sys.argv[1:] if arguments is None else arguments
    options = _parser(_asked_for(words)).parse_args(arguments)
    try:
        told = "" if options.verb in _WITHOUT_PROJECT else project.missing(options.rot)
        if told:
            return _say(f"{told}\n{_KEPT}" if options.verb == "bygg" else told)
        code: int = options.run(options)
        sys.stdout.flush()
    except BrokenPipeError:
        # What is left in the buffer has nowhere to go, and Python would complain of it at the end.
        nowhere = os.open(os.devnull, os.O_WRONLY)
        for stream in (sys.stdout, sys.stderr):
            os.dup2(nowhere, stream.fileno())
        return CUT_OFF
    except IsADirectoryError as error:
        return _say(f"{error.filename or 'en fil'} är en mapp — skriv namnet på en fil.")
    except OSError as error:
        return _say(
            f"{error.filename or 'en fil'} går inte att läsa eller skriva — kontrollera namn och rättigheter."
        )
    return code


def _asked_for(words: Sequence[str]) -> Sequence[str]:
    """Return the verb that ``words`` begin with, or all of them where they begin with anything else.

    What stands further on may be the name of a verb too, of a file or of what is to be new.
    """
    left = iter(words)
    for word in left:
        if word == "--rot":
            next(left, None)
        elif not word.startswith("--rot="):
            return [word] if word in _VERBS else _VERBS
    return _VERBS


def _parser(wanted: Sequence[str]) -> Parser:
    """Return the parser of the command, with the verbs that are wanted: all where help is asked for."""
    parser = Parser("ramberattelser", "Kontrollerar data och bygger webbplatsen.")
    parser.add_argument(
        "--rot", type=Path, default=Path(), metavar="MAPP", help="projektets mapp (annars den du står i)"
    )
    # Any: the verbs' modules know the standard library's parser, of which ours is one.
    verbs: Any = parser.add_subparsers(
        title="kommandon", dest="verb", required=True, metavar="KOMMANDO", parser_class=Parser
    )
    own = {"bygg": _add_build, "skriv": _add_write}
    for verb in wanted:
        add = own.get(verb) or import_module(f"ramberattelser.verbs.{verb}").add
        add(verbs)
    return parser


def _add_build(verbs: argparse._SubParsersAction[Parser]) -> None:
    verb = _verb(verbs, "bygg", "kontrollera och bygg webbplatsen")
    verb.add_argument(
        "--till", type=Path, default=Path("site"), metavar="MAPP", help="var webbplatsen ska ligga (site)"
    )
    verb.add_argument(
        "--utan-cache", action="store_true", help="gör allt på nytt, utan det som sparats från förra bygget"
    )
    verb.add_argument(
        "--zip", action="store_true", help="lägg också hela webbplatsen som en zip-fil på webbplatsen"
    )
    verb.set_defaults(run=_build)


def _add_write(verbs: argparse._SubParsersAction[Parser]) -> None:
    verb = _verb(verbs, "skriv", "skriv alla sidor till en mapp, för en annan webbplatsgenerator")
    verb.add_argument("mapp", type=Path, metavar="MAPP", help="mappen; den får inte finnas")
    verb.set_defaults(run=_write)


def _verb(verbs: argparse._SubParsersAction[Parser], name: str, purpose: str) -> Parser:
    return verbs.add_parser(name, help=purpose, description=f"{purpose[0].upper()}{purpose[1:]}.")


def _say(text: str) -> int:
    print(text, file=sys.stderr)
    return 1


def _build(options: argparse.Namespace) -> int:
    """Build beside and move into place. The hook checks the data: with a finding an earlier site stays."""
    target: Path = options.till.absolute()
    config: Path = options.rot / "mkdocs.yml"
    if not config.is_file():
        return _unbuildable(options.rot, config)
    if not building.may_be_replaced(target):
        return _say(f"{_shown(target)} innehåller annat än en webbplats — välj en annan mapp med --till.")
    if not building.mkdocs_build(config, target, cached=not options.utan_cache, zipped=options.zip):
        return _say(_KEPT)
    start = _shown(target / "index.html")
    print(f"Webbplatsen ligger i {_shown(target)}. Öppna {start} eller kör make serve.")
    return 0


def _unbuildable(root: Path, config: Path) -> int:
    """Say what is wrong in the data, or else that the site's settings are not there."""
    from ramberattelser.checking import check, refusal

    corpus, findings = check(root)
    if corpus is None:
        _say(refusal(findings))
        return _say(_KEPT)
    return _say(f"{config} saknas — webbplatsen byggs efter den.")


def _shown(path: Path) -> str:
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def _write(options: argparse.Namespace) -> int:
    target: Path = options.mapp.absolute()
    from ramberattelser.checking import check, refusal

    corpus, findings = check(options.rot)
    if corpus is None:
        return _say(refusal(findings))
    if target.exists() or target.is_symlink():
        return _say(f"{options.mapp} finns redan — välj en annan mapp eller flytta undan den.")
    from ramberattelser import guides, portable, settings
    from ramberattelser.pages import dangling, make_site
    from ramberattelser.rendering.typography import count
    from ramberattelser.settings import handwritten

    given, _ = settings.read(options.rot, address=os.environ.get(ADDRESS, ""))
    site = make_site(corpus, given)
    if wrong := dangling(options.rot, given, site):
        return _say(refusal(wrong))
    try:
        pages = dict(portable.pages(site, handwritten.texts(options.rot)))
    except guides.GuideError as error:
        return _say(str(error))
    with building.beside(target) as side:
        for name, text in (*pages.items(), *portable.files(site)):
            _put(side / name, text.encode())
        for name in handwritten.pictures_beside(options.rot):
            _put(side / name, (options.rot / handwritten.FOLDER / name).read_bytes())
        replace(target, side)
    print(f"{count(len(pages), 'sida', 'sidor').capitalize()} skrivna till {_shown(target)}.")
    return 0


def _put(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
