"""The whole site as files that another generator takes: every page as Markdown, and what pages lead to.

A page made of the data is finished HTML below its head; a hand-written one stays Markdown, with its macros
filled in. Each is the ``index.md`` of a folder named as its address, and each link is relative, so that it
leads to the same place whichever generator makes a page of it.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from ramberattelser import feeds, guides
from ramberattelser.cautions.links import address_of, without_code
from ramberattelser.pages.model import Site, climb
from ramberattelser.reading import read_text
from ramberattelser.searching import guide
from ramberattelser.settings import redirects
from ramberattelser.settings.front import FRONT

_LINK = re.compile(r"\]\([ \t]*<?([^\s)>]+)|^[ \t]{0,3}\[[^\]\n]+\]:[ \t]*<?([^\s>]+)", re.MULTILINE)
"""Where a link or a picture leads in Markdown: in the line, or further down under a name."""
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|#", re.IGNORECASE)
_LED_TO = ("data/", f"{feeds.FOLDER}/")
"""The files that readers are sent to. The others serve the theme's own scripts and its host."""
_OLD_ADDRESS = "index.html"


def pages(site: Site, written: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield name and text of every page. ``written`` are the hand-written ones by their name in ``docs/``.

    Raises ``GuideError`` where one of those cannot be made, or has the address of something made of the data.
    """
    taken = site.names
    for uri, page in site.pages.items():
        yield uri, _page(page.title, page.description, page.body)
    for name, text in written.items():
        path = address_of(name)
        uri = f"{path}index.md".lstrip("/")
        if f"{path}index.html".lstrip("/") in taken:
            raise guides.GuideError(f"docs/{name}: sidan görs ur data — ta bort den ur docs/.")
        yield uri, guides.named(name, guides.GuideError, _guide, name, path, text, site)


def files(site: Site) -> Iterator[tuple[str, str]]:
    """Yield name and content of each other file that a reader may come to, old addresses among them."""
    for name in site.files:
        if name.startswith(_LED_TO):
            yield name, site.files[name]
        elif posixpath.basename(name) == _OLD_ADDRESS:
            yield name, redirects.without_script(site.files[name])


def _page(title: str, description: str, body: str) -> str:
    return f"---\ntitle: {_quoted(title)}\ndescription: {_quoted(description)}\n---\n\n{body}\n"


def _guide(name: str, path: str, text: str, site: Site) -> str:
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    front = FRONT.match(text)
    given = read_text(front.group(1) or "").value if front else None
    head = given if isinstance(given, dict) else {}
    body = text[front.end() :] if front else text
    title = head.get("title") or guide(path, text).title
    body = guides.filled_in(_with_links(body, name, path), site, path)
    return _page(str(title), str(head.get("description", "")), body.strip())


def _with_links(markdown: str, name: str, path: str) -> str:
    """Return a page's Markdown with its links as they are to be at ``path``, where it is written."""
    made: list[str] = []
    done = 0
    for match in _LINK.finditer(without_code(markdown)):
        start, end = match.span(match.lastindex or 0)
        made += (markdown[done:start], _led(markdown[start:end], posixpath.dirname(name), path))
        done = end
    return "".join((*made, markdown[done:]))


def _led(target: str, folder: str, path: str) -> str:
    """Return a link's target relative to the page at ``path``; its file lies in ``folder`` of ``docs/``."""
    way = re.split(r"[?#]", target, maxsplit=1)[0]
    if _ELSEWHERE.match(target) or not way:
        return target
    if way.startswith("/"):
        return f"{climb(path)}{target}"
    if way.endswith("/"):
        return target  # a page's address, which is said from that of the page itself
    whole = posixpath.normpath(posixpath.join("/", folder, way))
    # The name of a file goes from where the page's own file lies, which is not where its address says.
    if whole.endswith(".md"):
        led = f"{climb(path)}{address_of(unquote(whole).lstrip('/'))}"
    else:
        led = posixpath.relpath(whole, path)
    return f"{led}{target[len(way) :]}"


def _quoted(text: str) -> str:
    """Return ``text`` as a double-quoted YAML scalar."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
