"""Links inside the site that lead nowhere, in hand-written pages and in the data's long fields."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Iterator, Mapping, Set
from urllib.parse import unquote

Known = Mapping[str, Set[str]]
"""The address of every page and file, from the site's top with a slash, and the ids that stand on it."""

_LINK = re.compile(r"(?<!!)\[[^\[\]\n]*\]\(\s*<?([^\s)>]+)")
_CODE = re.compile(r"^(```|~~~).*?^\1|`[^`\n]*`", re.MULTILINE | re.DOTALL)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_HEADING = re.compile(r"^#{1,6}[ \t]+(.+?)[ \t]*#*[ \t]*$", re.MULTILINE)
_GIVEN_ID = re.compile(r"\{:?[^}\n]*#([\w-]+)[^}\n]*\}\s*\Z")
_ID = re.compile(r"""\sid=["']([^"']*)["']""")


def ids(html: str) -> frozenset[str]:
    """Return the ids of a page's HTML."""
    return frozenset(_ID.findall(html))


def without_code(markdown: str) -> str:
    """Return ``markdown`` with code blanked out, every other character where it was."""
    return _CODE.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), markdown)


def address_of(uri: str) -> str:
    """Return where the hand-written page ``om/data.md`` stands: ``/om/data/``."""
    name = uri.removesuffix(".md")
    path = "" if name == "index" else name.removesuffix("/index")
    return f"/{path}/" if path else "/"


def anchors(markdown: str) -> frozenset[str]:
    """Return the ids of the headings in a hand-written page, as Python-Markdown makes them."""
    found: set[str] = set()
    for match in _HEADING.finditer(without_code(markdown)):
        given = _GIVEN_ID.search(match.group(1))
        found.add(given.group(1) if given else _unique(_slug(match.group(1)), found))
    return frozenset(found)


def _slug(heading: str) -> str:
    """Return a heading's id; the rule is that of the extension ``toc``."""
    letters = unicodedata.normalize("NFKD", heading).encode("ascii", "ignore").decode()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", letters).strip().lower())


def _unique(slug: str, taken: Set[str]) -> str:
    number = 0
    while not slug or slug in taken:
        number += 1
        bare = re.sub(r"_\d+\Z", "", slug)
        slug = f"{bare}_{number}"
    return slug


def dead(markdown: str, here: str, known: Known, folder: str = "") -> Iterator[tuple[str, int, str]]:
    """Yield code, place and target of each link in ``markdown`` that leads nowhere.

    ``here`` is the address of the page that the text stands on, or nothing where it may be several;
    ``folder`` is where its file lies, from which links to other ``.md`` files go. Links to other sites are
    not followed.
    """
    for match in _LINK.finditer(without_code(markdown)):
        target = match.group(1)
        path, _, anchor = target.partition("#")
        if _SCHEME.match(target) or not (here or path.startswith("/")):
            continue
        address = _absolute(unquote(path.partition("?")[0]), here, folder)
        if address not in known:
            yield "dead_link", match.start(1), target
        elif anchor and unquote(anchor) not in known[address]:
            yield "dead_anchor", match.start(1), target


def _absolute(path: str, here: str, folder: str) -> str:
    if not path:
        return here
    if path.endswith(".md"):
        return address_of(posixpath.normpath(posixpath.join(folder, path)))
    joined = posixpath.normpath(posixpath.join(here, path))
    return f"{joined}/" if path.endswith("/") and joined != "/" else joined
