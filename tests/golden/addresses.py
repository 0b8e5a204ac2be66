"""Every lasting address that the site has had, so that none stops leading somewhere.

``PYTHONPATH=scripts:tests python -m golden.addresses`` adds what the site in ``site/`` has, and strikes
nothing. A line goes only by hand, by someone who means that the links to it shall break.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from browser.documents import Document, read_documents
from corpora import ROOT

FILE = Path(__file__).parent / "adresser.txt"
_SITE = "http://site.invalid/"
_PASSING = re.compile(r"/404\.html|/andamal/jamfor/.+|[^#]*#(?:[hq]-.*|[a-z]*-?\d+|sok|innehall)", re.DOTALL)
"""What comes and goes with the collection: the page for what is gone, which two texts have a page (one
without leads on to the free comparison, ``assets/borta.js``), a page's own headings, coded words, and what
only bears a number."""


def places(folder: Path) -> set[str]:
    """Return the address of each page of a built site, and of each place on one that a link can lead to.

    Such a place has a link to itself beside it, or one on another page. What is passing is left out.
    """
    documents = read_documents(folder)
    found = {f"/{page}" for page in documents}
    for page, document in documents.items():
        for link in document.links:
            target = urlsplit(urljoin(_SITE + page, link.address))
            on = documents.get(target.path[1:])
            beside = target.path[1:] != page or (link.tag == "a" and not link.text)
            if link.tag == "a" and on is not None and beside and target.fragment in on.anchors:
                found.add(f"{target.path}#{target.fragment}")
    return {address for address in found if not _PASSING.fullmatch(address)}


def published() -> list[str]:
    """Return every address that was ever added."""
    return FILE.read_text(encoding="utf-8").split()


def lost(folder: Path) -> list[str]:
    """Return the published addresses without a page, or a place on it, in a built site."""
    documents = read_documents(folder)
    return [address for address in published() if not _there(address, documents)]


def _there(address: str, documents: Mapping[str, Document]) -> bool:
    page, _, place = address[1:].partition("#")
    return page in documents and (not place or place in documents[page].anchors)


def main() -> None:
    """Add the addresses of the site as it was last built."""
    known = set(published()) if FILE.exists() else set()
    added = places(ROOT / "site") - known
    FILE.write_text("".join(f"{address}\n" for address in sorted(known | added)), encoding="utf-8")
    print(f"{len(added)} added, {len(known)} were known.")


if __name__ == "__main__":
    main()
