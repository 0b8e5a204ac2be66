"""The pages that are written by hand: what may stand in their Markdown, and which files may lie beside them.

MkDocs publishes whatever lies in ``docs/`` and passes HTML through; what is not Markdown is therefore found
here. Patterns find what is commonly written, where it stands; then the page is made, and what they did not
know is found in its HTML. Macro calls are looked at when a page is built, where the macros are known
(``guides``).
"""

from __future__ import annotations

import os
import posixpath
import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from pathlib import Path

from ramberattelser import messages
from ramberattelser.cautions.links import address_of
from ramberattelser.findings import Finding
from ramberattelser.reading import Document, Mark, Problem, characters
from ramberattelser.reading.files import MAX_BYTES
from ramberattelser.rendering import written
from ramberattelser.settings import front as head
from ramberattelser.settings import pictures
from ramberattelser.settings.front import FRONT

FOLDER = "docs"
NOT_PUBLISHED = frozenset(("beslut", "bilder", "templates"))
"""Folders of ``docs/`` that are no part of the site: ``mkdocs.yml`` leaves out two, and MkDocs the last."""
_README = "README.md"
_SET_ASIDE = re.compile(r"\{\{[^{}]*\}\}|`[^`\n]+`")
"""Macro calls, and code in a line. Code over several lines hides no HTML from Python-Markdown."""
_ELSEWHERE = r"(?:(?!https?:|mailto:)[\w&;.+\t-]*(?::|&#)|//)"
"""How a link begins that leads elsewhere than to a page: by another scheme, hidden or not, or without one."""
_HARMLESS = r"(?:id|class|lang|role|tabindex|aria-\w+)[ \t]*="
_PATTERNS = (
    ("picture_elsewhere", re.compile(r"!\[[^\]\n]*\]\([ \t]*<?((?:https?:)?//[^)\s]*)")),
    ("raw_html", messages.TAG),
    (
        "attribute_list",
        re.compile(
            rf"\{{:?[^{{}}\n]{{0,300}}?(?<![\w-])((?!{_HARMLESS})[\w:-]+[ \t]*=)[^{{}}\n]{{0,300}}\}}"
        ),
    ),
    (
        "bad_link",
        re.compile(
            rf"(?:\]\(|^[ \t]{{0,3}}\[[^\]\n]+\]:)[ \t]*<?({_ELSEWHERE}[^()\s]*(?:\([^()\s]*\))?)",
            re.MULTILINE,
        ),
    ),
    ("picture_alt", re.compile(r"!\[[ \t]*\]\([^)\n]*\)?")),
)
_MACRO = re.compile(r"\{\{[^{}]*\}\}")
_TOKEN = re.compile(r"&#?\w+;|.", re.DOTALL)
"""A sign of the text, or what stands for one."""
_UNSEEN = re.compile(r"[\x00-\x20\x7f\\]")
"""What an address is told without: a browser does not see it, and a writer may have broken a line there."""
_OF_TAGS = frozenset(("raw_html", "attribute_list"))
_ANCHOR = re.compile(r"\{:?[^{}\n]*#([\w-]+)[^{}\n]*\}")


def check(root: Path) -> list[Finding]:
    """Return what is wrong with the hand-written pages below ``root`` and with the files beside them."""
    files = list(_files(root))
    return [*(finding for file in files for finding in _about(root, file)), *_lost(files)]


def texts(root: Path) -> dict[str, str]:
    """Return name below ``docs/`` → Markdown of each page, as far as it can be read; records are no pages."""
    pages = sorted(file for file in _files(root) if file.endswith(".md"))
    return {
        file.removeprefix(f"{FOLDER}/"): (root / file).read_text(encoding="utf-8", errors="replace")
        for file in pages
        if (root / file).is_file() and not (root / file).is_symlink()
    }


def _lost(files: list[str]) -> Iterator[Finding]:
    """Yield a finding for each page that would be written where another one is, and so be lost."""
    first: dict[str, str] = {}
    for file in files:
        if not file.endswith(".md"):
            continue
        if posixpath.basename(file) == _README:
            # Some hosts make the page of the folder of it, and others a page of that name.
            yield messages.finding(file, Document(), (), "readme_page")
            continue
        address = address_of(file.removeprefix(f"{FOLDER}/"))
        other = first.setdefault(address, file)
        if other != file:
            yield messages.finding(file, Document(), (), "same_address", given=address, other=other)


def pictures_beside(root: Path) -> Iterator[str]:
    """Yield the name below ``docs/`` of each picture that is published with the pages."""
    for file in _files(root):
        if pictures.is_picture(file) and not (root / file).is_symlink():
            yield file.removeprefix(f"{FOLDER}/")


def _files(root: Path) -> Iterator[str]:
    start = len(str(root / "x")) - 1
    for place, folders, files in os.walk(root / FOLDER):
        here = place[start:].replace(os.sep, "/")
        links = [name for name in folders if Path(place, name).is_symlink()]
        top = here == FOLDER
        folders[:] = [
            n for n in sorted(folders) if n[0] != "." and n not in links and not (top and n in NOT_PUBLISHED)
        ]
        yield from (f"{here}/{name}" for name in sorted([*files, *links]) if name[0] != ".")


def _about(root: Path, file: str) -> Iterator[Finding]:
    path = root / file
    if path.is_symlink():
        yield messages.finding(file, Document(), (), "symlink")
    elif not file.endswith(".md"):
        yield from pictures.check(path, file)
    else:
        try:
            if path.stat().st_size > MAX_BYTES:
                yield messages.finding(file, Document(), (), "too_large", most=str(MAX_BYTES // 1000))
                return
            text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
        except (OSError, UnicodeDecodeError):
            yield messages.finding(file, Document(), (), "not_utf8")
            return
        yield from (messages.from_problem(file, problem) for problem in problems(text))


def problems(text: str) -> Iterator[Problem]:
    """Yield what is wrong with a page's Markdown, each with its place."""
    wrong = characters.problems(text)
    if wrong:
        yield from wrong
        return
    front = FRONT.match(text)
    if text.startswith("---\n") and front is None:
        yield Problem("front_matter_open", Mark(1, 1), (), {})
        return
    if front is not None and front.group(1):
        yield from head.problems(front.group(1))
    whole = _blank(front.group()) + text[front.end() :] if front is not None else text
    body = _SET_ASIDE.sub(lambda match: _blank(match.group()), whole)
    told = list(_marks(body))
    yield from told
    yield from _made(whole, body, front.end() if front is not None else 0, told)
    yield from _anchors(body)


def _marks(body: str) -> Iterator[Problem]:
    """Yield what the patterns find, each place once; a tag that closes belongs to the one that opened."""
    taken: list[tuple[int, int]] = []
    for code, pattern in _PATTERNS:
        for match in pattern.finditer(body):
            given = match.group(match.lastindex or 0)
            inside = any(start <= match.start(match.lastindex or 0) < end for start, end in taken)
            if not inside and not (given.startswith("</") and f"<{given[2:-1]}" in body[: match.start()]):
                taken.append(match.span())
                yield Problem(code, _mark(body, match.start()), (), {"given": given})


def _made(whole: str, body: str, start: int, told: list[Problem]) -> Iterator[Problem]:
    """Yield what is wrong with the HTML of the page and was not told by its pattern.

    ``whole`` is the page, of which ``body`` lacks code and macro calls; its Markdown begins at ``start``.
    """
    codes = {problem.code for problem in told}
    addresses = {_bare(problem.details.get("given", "")) for problem in told}
    tagged = {problem.mark.line for problem in told if problem.code in _OF_TAGS}
    for code, given in _faults(whole[start:]):
        if (code in _OF_TAGS and codes & _OF_TAGS) or (code == "picture_elsewhere" and code in codes):
            continue
        if code == "bad_link" and _bare(given) in addresses:
            continue
        # The words of a heading may stand anywhere; those of an address and a tag are hardly said elsewhere.
        place = None if code == "nested_heading" else _place(whole, body, given)
        mark = place or _line(whole, start, code, given)
        if mark.line not in tagged:
            yield Problem(code, mark, (), {"given": given})


@lru_cache(maxsize=256)
def _faults(markdown: str) -> tuple[written.Problem, ...]:
    try:
        html = written.to_html(_MACRO.sub(f"{written.BEGINS}0{written.ENDS}", markdown))
    except RecursionError:
        return (("nested_deep", ""),)
    return tuple(written.faults(html))


def _place(whole: str, body: str, given: str) -> Mark | None:
    """Return where ``given`` stands, rather outside of code than in it; None where it cannot be found."""
    wanted = _bare(given)
    for text in (body, whole) if wanted else ():
        seen = [(match.start(), _bare(match.group())) for match in _TOKEN.finditer(text)]
        places = [place for place, signs in seen for _ in signs]
        at = "".join(signs for _, signs in seen).find(wanted)
        if at >= 0:
            return _mark(text, places[at])
    return None


def _bare(text: str) -> str:
    return _UNSEEN.sub("", unescape(text))


def _line(whole: str, start: int, code: str, given: str) -> Mark:
    """Return where the first line begins up to which the page already has the fault."""
    lines = whole[start:].splitlines(keepends=True)
    at = bisect_left(range(len(lines)), 1, key=lambda at: (code, given) in _faults("".join(lines[: at + 1])))
    at = min(at, len(lines) - 1)
    line = lines[at]
    return Mark(whole.count("\n", 0, start) + at + 1, len(line) - len(line.lstrip()) + 1)


def _anchors(body: str) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for match in _ANCHOR.finditer(body):
        mark = _mark(body, match.start(1))
        before = first.setdefault(match.group(1), mark.line)
        if before != mark.line:
            yield Problem("repeated_anchor", mark, (), {"given": match.group(1), "first": str(before)})


def _blank(part: str) -> str:
    return re.sub(r"[^\n]", " ", part)


def _mark(text: str, place: int) -> Mark:
    return Mark(text.count("\n", 0, place) + 1, place - text.rfind("\n", 0, place))
