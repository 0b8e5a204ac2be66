"""The kinds of pages that the site has, each by the shape of its address: the one list of them."""

from __future__ import annotations

import re
from pathlib import Path

from browser.documents import html_files, page_of

# An address is the path within the site: "" is the start page, "andamal/" the page andamal/index.html.
PAGE_TYPES: dict[str, str] = {
    "start": r"",
    "berättelser": r"berattelser/",
    "berättelse": r"berattelser/(?!tvars/)[^/]+/[^/]+/",
    "läs tvärs": r"berattelser/tvars/",
    "fråga": r"berattelser/tvars/[^/]+/",
    "ändamål": r"andamal/",
    "förbundets ändamål": r"andamal/(?!jamfor/|slaktskap/|ordens-vag/|byggstenar/)[^/]+/",
    "lydelse": r"andamal/(?!jamfor/|slaktskap/|ordens-vag/|byggstenar/)[^/]+/[^/]+/",
    "jämför": r"andamal/jamfor/",
    "jämförelse": r"andamal/jamfor/.+/.+/",
    "släktskap": r"andamal/slaktskap/",
    "ordens väg": r"andamal/ordens-vag/",
    "byggstenar": r"andamal/byggstenar/",
    "byggsten": r"andamal/byggstenar/[^/]+/",
    "tidslinjer": r"tidslinjer/",
    "alla förbund": r"forbund/",
    "förbund": r"forbund/[^/]+/",
    "begrepp": r"begrepp/",
    "källor": r"kallor/",
    "samtal": r"samtal/",
    "bidra": r"bidra/",
    "formatet": r"bidra/format/",
    "om": r"om/",
    "tillgänglighet": r"om/tillganglighet/",
    "öppna data": r"om/data/",
    "så bra är jämförelsen": r"om/jamforelsen/",
    "saknas": r"saknas/",
    "alla sidor": r"a-o/",
    "sök": r"sok/",
    "sidan finns inte": r"404\.html",
}

WIDTHS = (1280, 320)
"""A desktop, and what remains of it at four times the size: as narrow as a small phone."""


def kinds_of(page: str) -> list[str]:
    """The kinds that a page is of: one, where the list is complete and its shapes do not overlap."""
    return [kind for kind, shape in PAGE_TYPES.items() if re.fullmatch(shape, page)]


def pages_of_type(folder: Path, kind: str) -> list[str]:
    """The addresses of all pages of a kind, the largest page first."""
    files = [file for file in html_files(folder) if kind in kinds_of(page_of(folder, file))]
    files.sort(key=lambda file: -file.stat().st_size)
    return [page_of(folder, file) for file in files]


def representative(folder: Path, kind: str) -> str:
    """The page that stands for its kind: the largest, since it holds most of what can go wrong."""
    pages = pages_of_type(folder, kind)
    assert pages, f"the site has no page of the kind {kind!r} (an address that matches {PAGE_TYPES[kind]!r})"
    return pages[0]


def faults(found: dict[str, object]) -> str:
    """What was found wrong, by address or by kind of page, as lines for the message of a test."""
    return "\n".join(f"{kind}: {what}" for kind, what in found.items() if what)
