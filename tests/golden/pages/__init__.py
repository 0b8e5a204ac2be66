"""One page of each kind of the made-up example, as golden files.

They are written anew by ``PYTHONPATH=scripts:tests python -m golden.pages`` and then read, as a diff, before
they are kept.
"""

from __future__ import annotations

from pathlib import Path

from corpora import pages
from golden.pretty import pretty

FOLDER = Path(__file__).parent
KINDS = {
    "start": "/",
    "berattelse": "/berattelser/exempelforbundet/2020/",
    "fraga": "/berattelser/tvars/hur-det-borjade/",
    "lydelse": "/andamal/exempelforbundet/2015/",
    "lydelse-saknas": "/andamal/exempelforbundet/fore-2015/",
    "andamalets-historia": "/andamal/exempelforbundet/",
    "byggsten": "/andamal/byggstenar/plattform/",
    "forbund": "/forbund/exempelforbundet/",
    "tidslinjer": "/tidslinjer/",
    "begrepp": "/begrepp/",
    "kallor": "/kallor/",
    "samtal": "/samtal/",
    "saknas": "/saknas/",
    "a-o": "/a-o/",
}
"""The golden file of each kind of page, and the page that stands for the kind."""


def written(kind: str) -> str:
    """Return the golden text of the page as it is made now: what surrounds it, then its body."""
    read = pages("exempel")[KINDS[kind]]
    head = [f"{name}: {value}" for name, value in sorted(read.page.meta().items()) if name != "linked"]
    linked = [f"linked: {read.page.linked}"] if read.page.linked else []
    return "\n".join([*head, *linked, "---", ""]) + pretty(read.body)


def file_of(kind: str) -> Path:
    """Return where the golden text of a kind is kept."""
    return FOLDER / f"{kind}.html"


def regenerate() -> list[str]:
    """Write every golden file anew, and return the names of those that changed."""
    changed = []
    for kind in KINDS:
        file, text = file_of(kind), written(kind)
        if not file.exists() or file.read_text(encoding="utf-8") != text:
            file.write_text(text, encoding="utf-8")
            changed.append(file.name)
    return changed
