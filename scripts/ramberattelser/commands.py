"""The ``ramberattelser`` command. Verbs and messages are Swedish; exit 1 when something was found."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from ramberattelser.checking import check
from ramberattelser.findings import Finding, report
from ramberattelser.rendering.typography import count

_EPOCH = "1577836800"
"""A fixed day for what MkDocs dates (the site map), so that the clock is no part of the site."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code."""
    options = _parser().parse_args(arguments)
    code: int = options.run(options)
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="ramberattelser", description="Kontrollerar data och bygger webbplatsen."
    )
    parser.add_argument(
        "--rot", type=Path, default=Path(), metavar="MAPP", help="projektets mapp (annars den du står i)"
    )
    verbs = parser.add_subparsers(title="kommandon", required=True, metavar="KOMMANDO")

    verb = verbs.add_parser("kontrollera", help="läs alla uppgifter och visa allt som är fel")
    verb.set_defaults(run=_check)

    verb = verbs.add_parser("bygg", help="kontrollera och bygg webbplatsen")
    verb.add_argument(
        "--till", type=Path, default=Path("site"), metavar="MAPP", help="var webbplatsen ska ligga (site)"
    )
    verb.set_defaults(run=_build)

    verb = verbs.add_parser("skriv", help="skriv alla sidor till en mapp, för en annan webbplatsgenerator")
    verb.add_argument("mapp", type=Path, help="mappen; den får inte finnas")
    verb.set_defaults(run=_write)
    return parser


def _check(options: argparse.Namespace) -> int:
    corpus, findings = check(options.rot)
    if corpus is None:
        return _refuse(findings)
    parts = (
        count(len(corpus.associations), "förbund", "förbund", common=False),
        count(len(corpus.stories), "berättelse", "berättelser"),
        count(len(corpus.wordings), "lydelse", "lydelser"),
        count(len(corpus.sources), "källa", "källor"),
    )
    print(f"Inget att anmärka på: {', '.join(parts)}.")
    return 0


def _refuse(findings: Sequence[Finding]) -> int:
    print(report(findings), file=sys.stderr)
    print(f"\n{count(len(findings), 'sak', 'saker').capitalize()} att rätta.", file=sys.stderr)
    return 1


def _build(options: argparse.Namespace) -> int:
    """Build into a folder beside the target and move it into place only when all went well.

    MkDocs runs as a process of its own: its hook reads and checks the data, and prints the findings.
    """
    target: Path = options.till.absolute()
    target.parent.mkdir(parents=True, exist_ok=True)
    side = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    config = options.rot / "mkdocs.yml"
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", str(config), "-d", str(side)]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": _EPOCH}
    try:
        done = subprocess.run(command, env=environment, check=False)
        if done.returncode != 0:
            print("Ingen ny webbplats skrevs; den tidigare ligger kvar.", file=sys.stderr)
            return 1
        _replace(target, side)
    finally:
        shutil.rmtree(side, ignore_errors=True)
    print(
        f"Webbplatsen ligger i {_shown(target)}. Öppna {_shown(target / 'index.html')} eller kör make serve."
    )
    return 0


def _replace(target: Path, side: Path) -> None:
    """Put ``side`` where ``target`` is, so that a reader never meets half a site."""
    old = side.with_name(side.name + "-gammal")
    if target.exists():
        target.rename(old)
    side.rename(target)
    target.chmod(0o755)
    shutil.rmtree(old, ignore_errors=True)


def _shown(path: Path) -> str:
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def _write(options: argparse.Namespace) -> int:
    from ramberattelser.pages import make_site

    corpus, findings = check(options.rot)
    if corpus is None:
        return _refuse(findings)
    target: Path = options.mapp
    if target.exists():
        print(f"{target} finns redan — välj en annan mapp eller flytta undan den.", file=sys.stderr)
        return 1
    site = make_site(corpus)
    side = target.with_name(f".{target.name}-{os.getpid()}")
    for uri, page in site.pages.items():
        path = side / uri
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(
            f"---\ntitle: {_quoted(page.title)}\ndescription: {_quoted(page.description)}\n---\n\n{page.body}\n"
        )
    side.rename(target)
    print(f"{count(len(site.pages), 'sida', 'sidor').capitalize()} skrivna till {_shown(target)}.")
    return 0


def _quoted(text: str) -> str:
    """Return ``text`` as a double-quoted YAML scalar."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


if __name__ == "__main__":
    sys.exit(main())
