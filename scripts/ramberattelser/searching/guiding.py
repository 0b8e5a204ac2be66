"""A hand-written guide, from its Markdown: the pages of ``docs/`` are not rendered when the index is made."""

from __future__ import annotations

import re
import unicodedata

from ramberattelser.searching.documents import Document, Section
from ramberattelser.searching.folding import composed
from ramberattelser.searching.indexing import counted

_FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_HEADING = re.compile(r"^(#{1,2}) +(.+?) *(?:\{:? *#([\w-]+)[^}]*\})? *$", re.MULTILINE)
_ANY_HEADING = re.compile(_HEADING.pattern.replace("(#{1,2})", "#{1,6}"), re.MULTILINE)
_FENCED = re.compile(r"^ *(```+).*?^ *\1", re.DOTALL | re.MULTILINE)
_CODE = re.compile(r"(`+)((?:(?!\n\n).)+?)(?<!`)\1(?!`)", re.DOTALL)
_BEGINS, _ENDS = "\ue006", "\ue007"
"""Around code that stands in a sentence: it is shown, or the sentence would have a hole, but not found."""
_KEPT = re.compile(f"{_BEGINS}.*?{_ENDS}", re.DOTALL)
_MEANING = "<>{}[]()*_|#`"
_AS_IT_IS = {ord(sign): 0xE010 + at for at, sign in enumerate(_MEANING)}
"""What means something in Markdown, but not in code: put aside while the text around it is read."""
_BACK = {aside: sign for sign, aside in _AS_IT_IS.items()} | {ord(_BEGINS): "", ord(_ENDS): ""}

_ATTRIBUTES = re.compile(r"\{:.*?\}", re.DOTALL)
_MACRO = re.compile(r"\{\{.*?\}\}|<[^>]*>", re.DOTALL)
_IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
"""Says to those who do not see it what the steps around it have said, as drawings on other pages do."""
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_EMPHASIS = re.compile(r"\*+|`+|(?<!\w)_+|_+(?!\w)")
_RULE = re.compile(r"[-|: ]+")
_MARK = re.compile(r"(#{3,}|[-*+]|\d+\.|>|!!!\s\w+)\s+|[|]")
_END = tuple(".,:;!?…")


def guide(path: str, markdown: str, asked: str = "") -> Document:
    """Return a guide as a document: one section for each heading of the second level."""
    pieces = _HEADING.split(_without_code(markdown))
    title, found = "", []
    for at in range(1, len(pieces), 4):
        level, heading, anchor, text = pieces[at : at + 4]
        if level == "#":
            title = _plain(heading)
            found.append(_section("", "", text))
        else:
            found.append(_section(anchor or _slug(heading), _plain(heading), text))
    return Document(path, title, "guide", tuple(found), asked=asked)


def anchors(markdown: str) -> set[str]:
    """Return the anchors of all headings of a guide, given or made of their words."""
    rows = _ANY_HEADING.findall(_without_code(markdown))
    return {anchor or _slug(heading) for heading, anchor in rows}


def _without_code(markdown: str) -> str:
    """Return the text without its front matter and blocks of code; code in a sentence is put aside."""
    text = _FENCED.sub(" ", _FRONT.sub("", markdown))
    return _CODE.sub(lambda code: f"{_BEGINS}{code[2].translate(_AS_IT_IS).strip()}{_ENDS}", text)


def _section(anchor: str, heading: str, text: str) -> Section:
    said = _KEPT.sub(" ", text)
    words = counted(_plain(said)) if said != text else None
    return Section(anchor, heading, _plain(text, code=True), words)


def _plain(text: str, *, code: bool = False) -> str:
    """Return Markdown as one line: items and cells are set apart, and every other block ends with a sign."""
    text = _MACRO.sub(" ", _ATTRIBUTES.sub("", text if code else _KEPT.sub(" ", text)))
    made = ""
    before = ""
    for kind, block in _blocks(_LINK.sub(r"\1", _IMAGE.sub("", text))):
        said = " ".join(_EMPHASIS.sub("", block).split())
        if made and said:
            whole = made.rstrip("”)").endswith(_END) or (kind == "item" and before == "text")
            made += " · " if kind == before == "item" else " " if whole else ". "
        made, before = made + said, kind
    return composed(made.translate(_BACK))


def _blocks(text: str) -> list[tuple[str, str]]:
    """Return the items, rows and other blocks of a text, each with what it is."""
    made: list[tuple[str, str]] = []
    follows = False
    for line in map(str.strip, text.splitlines()):
        mark = _MARK.match(line)
        if not line or _RULE.fullmatch(line):
            follows = False
        elif mark and mark[0] == "|":
            cells = " · ".join(cell.strip() for cell in line.strip("|").split("|"))
            made.append(("row", cells))
        elif mark and mark[1] != ">":
            made.append(("title" if mark[1][0] in "#!" else "item", line[mark.end() :]))
            follows = mark[1][0] not in "#!"
        elif follows:
            made[-1] = made[-1][0], f"{made[-1][1]} {line.removeprefix('> ')}"
        else:
            made.append(("text", line.removeprefix("> ")))
            follows = True
    return made


def _slug(heading: str) -> str:
    """Return the anchor that the Markdown library gives a heading."""
    ascii_only = unicodedata.normalize("NFKD", _plain(heading)).encode("ascii", "ignore").decode()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", ascii_only).strip().lower())
