"""The whole site in one file that is read without a network: bytes in, bytes out.

A web server answers a link to a folder with the page in it; a file system shows the folder. So every link
to a folder is written out. What only a web server needs is left out, and a list of checksums comes along.
"""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path

TOP = "ramberattelser"
"""The folder in the zip that everything lies in."""
NAME = "data/webbplatsen.zip"
"""Where the site itself has the zip, if it has it."""
SUMS = "SHA256SUMMOR.txt"
START = "LÄS-MIG.txt"

_SERVER_ONLY = frozenset(("404.html", "_headers", "robots.txt", "sitemap.xml", "sitemap.xml.gz"))
_ITSELF = re.compile(r'<a href="[^"]*' + re.escape(NAME) + r'">(.*?)</a>')
_TAG = re.compile(r"<(?:a|area|form|link|svg:a)\s[^<>]*>")
_LINK = re.compile(r'(\s(?:href|action)=")([^"]*)(")')
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^<>]*>')
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|#|\Z", re.IGNORECASE)
_START_TEXT = """Ramberättelser och ändamål

1. Packa upp hela mappen.
2. Öppna index.html i en webbläsare. Inget nät behövs.

SHA256SUMMOR.txt har en kontrollsumma för varje fil. Kontrollera dem med: sha256sum --check SHA256SUMMOR.txt
"""


def read(site: Path) -> dict[str, bytes]:
    """Return path → content of the built site in the folder ``site``."""
    paths = (path for path in sorted(site.rglob("*")) if path.is_file() and not path.is_symlink())
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in paths}


def packed(files: Mapping[str, bytes]) -> bytes:
    """Return a zip of the site's ``files`` (path → content), the same bytes whenever they are the same."""
    ready = {path: _ready(path, files[path]) for path in files if not _left_out(path)}
    ready[START] = _START_TEXT.encode()
    ready[SUMS] = "".join(
        f"{hashlib.sha256(ready[path]).hexdigest()}  {path}\n" for path in sorted(ready)
    ).encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for path in sorted(ready):
            # A fixed day, system and right: nothing of the machine that packs.
            entry = zipfile.ZipInfo(f"{TOP}/{path}", (1980, 1, 1, 0, 0, 0))
            entry.create_system, entry.external_attr = 3, 0o100644 << 16
            archive.writestr(entry, ready[path], zipfile.ZIP_DEFLATED, 9)
    return out.getvalue()


def _left_out(path: str) -> bool:
    return path in _SERVER_ONLY or path == NAME or path.endswith(".map")


def _ready(path: str, content: bytes) -> bytes:
    return written_out(content.decode()).encode() if path.endswith(".html") else content


def written_out(html: str) -> str:
    """Return a page with links to folders written out, and a policy that knows the file system.

    The zip does not hold itself, so a link to it becomes its words.

    What a page may load is "itself"; browsers differ in whether a file is the same site as the one beside
    it, so the policy names files too.
    """
    html = _ITSELF.sub(r"\1", html)
    html = _TAG.sub(lambda tag: _LINK.sub(_written_out, tag[0]), html)
    return _POLICY.sub(lambda meta: meta[0].replace("'self'", "'self' file:"), html)


def _written_out(match: re.Match[str]) -> str:
    return f"{match[1]}{to_file(match[2])}{match[3]}"


def to_file(address: str) -> str:
    """Return a relative address with the name of the page where it leads to a folder."""
    if _ELSEWHERE.match(address) or address.startswith("?"):
        return address
    path, mark, rest = re.fullmatch(r"([^?#]*)([?#]?)(.*)", address, re.DOTALL).groups()  # type: ignore[union-attr]
    if path.rsplit("/", 1)[-1] in ("", ".", ".."):
        path = path.rstrip("/") + "/index.html"
    return f"{path}{mark}{rest}"
