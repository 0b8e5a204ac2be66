"""Follow every link of the built site on disk, without a server: files and anchors that do not exist."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from browser.documents import base_address, page_of, read_documents


def broken_links(folder: Path) -> list[str]:
    """Every link to a file or an anchor that the site lacks, as `page: address — what is missing`."""
    base = urljoin("http://site.invalid/", base_address(folder))
    broken = []
    for page, document in read_documents(folder).items():
        for link in document.links:
            missing = _missing(folder, base, page, link.address)
            if missing:
                broken.append(f"{page or '/'}: {link.address} — {missing}")
    return broken


def _missing(folder: Path, base: str, page: str, address: str) -> str | None:
    """What of an address in a page is missing in the site, or None where it is there or lies elsewhere."""
    target, site = urlsplit(urljoin(base + page, address)), urlsplit(base)
    if (target.scheme, target.netloc) != (site.scheme, site.netloc):
        return None
    if not target.path.startswith(site.path):
        return "outside the site" if not urlsplit(address).scheme else None
    file = folder / unquote(target.path.removeprefix(site.path))
    if file.is_dir():
        if not target.path.endswith("/"):
            return "a folder without its closing slash"
        file /= "index.html"
    if not file.is_file():
        return "no such file"
    anchor = unquote(target.fragment)
    document = read_documents(folder).get(page_of(folder, file))
    if anchor and document is not None and anchor not in document.anchors:
        return "no such anchor"
    return None
