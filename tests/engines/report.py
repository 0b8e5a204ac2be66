"""Take the walk in each browser that is there, and say what was seen."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

from browser.documents import html_files
from browser.serving import ServedSite, serve
from engines import walk
from engines.driving import PACKAGES, Engine, EngineError, firefox, webkit
from search.asking import questions

ROOT = Path(__file__).resolve().parents[2]
SITE = ROOT / "site"
STORY = "berattelser/umearegionen/2020/"
_STARTS: dict[str, Callable[[], AbstractContextManager[Engine | None]]] = {
    "Firefox": firefox,
    "WebKit": webkit,
}


def steps(engine: Engine, site: ServedSite, every: bool = True) -> Iterator[tuple[str, Iterator[str]]]:
    """Yield each part of the walk with its name: ``every`` page and question, or but a few of them."""
    few = slice(None) if every else slice(None, None, 40)
    names = [file.relative_to(site.folder).as_posix() for file in html_files(site.folder)]
    pairs = [tuple(file.parts[-3:-1]) for file in sorted(site.folder.glob("andamal/jamfor/*/*/index.html"))]
    asked = questions()[few]
    addresses = [site.url(name.removesuffix("index.html")) for name in names[few]]
    parts = {
        f"{len(addresses)} sidor": walk.pages(engine, addresses),
        "sökrutan": walk.searching(engine, site.url("")),
        f"{len(asked)} frågor": walk.asking(engine, site.url(""), asked),
        f"{len(pairs)} jämförelser": walk.comparing(engine, site.url(""), [(a, b) for a, b in pairs]),
        "begreppens förklaringar": walk.explaining(engine, site.url(STORY)),
        "från en mapp": walk.offline(engine, site.folder),
    }
    yield from ((what, _told(faults)) for what, faults in parts.items())


def _told(faults: Iterator[str]) -> Iterator[str]:
    """Yield ``faults``, and what the browser says where it goes no further."""
    try:
        yield from faults
    except EngineError as error:
        yield str(error).partition("\n")[0]


def main() -> int:
    """Return 0 when every browser was there and nothing went wrong in any."""
    wrong = 0
    with serve(SITE) as site:
        for name, start in _STARTS.items():
            try:
                with start() as engine:
                    wrong += _missing(name) if engine is None else _walked(engine, site)
            except EngineError as error:
                print(f"{name}: {error}", file=sys.stderr)
                wrong += 1
    return 1 if wrong else 0


def _missing(name: str) -> int:
    print(f"{name} saknas. Installera med: sudo apt install {PACKAGES[name]} xvfb", file=sys.stderr)
    return 1


def _walked(engine: Engine, site: ServedSite) -> int:
    """Print what each part of the walk found, and return how much was wrong."""
    wrong = 0
    print(f"{engine.name} {engine.version}", flush=True)
    for what, faults in steps(engine, site):
        found = list(faults)
        wrong += len(found)
        print(f"  {what}: {f'{len(found)} fel' if found else 'inga fel'}", flush=True)
        for fault in found:
            print(f"    {fault}", flush=True)
    return wrong
