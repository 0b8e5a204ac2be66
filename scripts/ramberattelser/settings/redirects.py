"""Old addresses and where each leads now: a small page at the old address, which any host can serve."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from html import escape
from pathlib import Path

from ramberattelser import security
from ramberattelser.findings import Finding
from ramberattelser.model import Entry, swedish
from ramberattelser.model.values import Line
from ramberattelser.reading import Document
from ramberattelser.settings.files import load, told

FILE = "docs/omdirigeringar.yml"
_OLD = re.compile(r"/(?:[a-z0-9-]+/)+")
_NEW = re.compile(r"/(?:[a-z0-9-]+/)*(?:#[\w-]+)?")
"""The start page too, and a place on a page: a page may have become a section of another."""

_SCRIPT = "assets/flyttad.js"
"""The theme's script that keeps the place on the page: ``/gammal/#m3`` leads to ``/ny/#m3``."""
_SCRIPTED = re.compile(r"<script\b.*?</script>\n|</?noscript>")

_AS_ADDRESS = "skriv den med a–z, 0–9 och bindestreck, och / först och sist, t.ex. /forbund/"


class Move(Entry):
    old: Line = swedish("från", "Den gamla adressen, t.ex. /gammal/", example="/gammal/")
    new: Line = swedish("till", "Adressen som gäller nu", example="/ny/")


class Moves(Entry):
    """``docs/omdirigeringar.yml``."""

    moves: tuple[Move, ...] = swedish("omdirigeringar", "En rad för varje gammal adress", ())


def read(root: Path) -> tuple[dict[str, str], list[Finding]]:
    """Return old address → new address, and what is wrong with the file below ``root``."""
    moves, document, found = load(root, FILE, Moves)
    if moves is None:
        return {}, found
    found = list(_wrong(moves, document))
    return ({} if found else {move.old: move.new for move in moves.moves}), found


def _wrong(moves: Moves, document: Document) -> Iterator[Finding]:
    seen: set[str] = set()
    old = {move.old for move in moves.moves}
    for place, move in enumerate(moves.moves):
        here = ("omdirigeringar", place)
        if _OLD.fullmatch(_page_of(move.old)) and "#" in move.old:
            what = f"”{move.old}” är ett ställe på en sida, och en gammal adress är en hel sida"
            how = f"skriv {_page_of(move.old)}: det som står efter # följer med till den nya"
            yield told(FILE, document, (*here, "från"), what, how)
            continue
        for name, address, shape in (("från", move.old, _OLD), ("till", move.new, _NEW)):
            if not shape.fullmatch(address):
                what = f"”{address}” är ingen adress på webbplatsen"
                yield told(FILE, document, (*here, name), what, _AS_ADDRESS)
        if move.old in seen:
            yield told(FILE, document, (*here, "från"), "adressen står två gånger", "ta bort den ena raden")
        if _page_of(move.new) in old:
            what = f"”{move.new}” är själv en gammal adress"
            yield told(FILE, document, (*here, "till"), what, "skriv dit den leder")
        seen.add(move.old)


def _page_of(address: str) -> str:
    return address.partition("#")[0]


def dangling(
    root: Path, moved: Mapping[str, str], pages: Collection[str], places: Callable[[str], Collection[str]]
) -> list[Finding]:
    """Return a finding for each new address without a page or place, and each old one that has a page.

    ``places`` gives the names of the places on the page at an address.
    """
    if not moved:
        return []
    _, document, _ = load(root, FILE, Moves)
    found = []
    for place, (old, new) in enumerate(moved.items()):
        here = ("omdirigeringar", place)
        page, _, name = new.partition("#")
        if page not in pages:
            what = f"det finns ingen sida med adressen ”{new}”"
            found.append(told(FILE, document, (*here, "till"), what, "skriv en adress som finns"))
        elif name and name not in places(page):
            what = f"det finns inget ställe som heter ”{name}” på sidan {page}"
            found.append(told(FILE, document, (*here, "till"), what, "skriv ett som finns, eller bara sidan"))
        if old in pages:
            what = f"det finns en sida med adressen ”{old}”"
            found.append(told(FILE, document, (*here, "från"), what, "ta bort raden"))
    return found


def files(moved: Mapping[str, str], site: str = "") -> dict[str, str]:
    """Return address → page for every old address. ``site`` is where the site is published."""
    return {f"{old.strip('/')}/index.html": _page(old, new, site) for old, new in moved.items()}


def without_script(page: str) -> str:
    """Return the page at an old address as it is where the theme's scripts are not."""
    return _SCRIPTED.sub("", page)


def _page(old: str, new: str, site: str) -> str:
    root = "../" * (old.count("/") - 1)
    near = escape(root + new.lstrip("/"))
    # Without the site's address nobody can say what the lasting one is.
    lasting = f'<link rel="canonical" href="{escape(site.rstrip("/") + new)}">\n' if site else ""
    return (
        '<!doctype html>\n<html lang="sv">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{security.policy()}">\n'
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n'
        # It is seen for a moment at most, and must not flash white where the rest is dark.
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>Sidan har flyttat till {escape(new)}</title>\n{lasting}"
        '<meta name="robots" content="noindex">\n'
        f'<script src="{root}{_SCRIPT}" data-till="{near}"></script>\n'
        f'<noscript><meta http-equiv="refresh" content="0; url={near}"></noscript>\n'
        "</head>\n<body>\n<main><h1>Sidan har flyttat</h1>\n"
        f'<p><a href="{near}">Gå till sidan</a></p></main>\n'
        "</body>\n</html>\n"
    )
