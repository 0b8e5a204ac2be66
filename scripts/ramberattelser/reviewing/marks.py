"""A comparison as Markdown: ~~struck~~, **added**, *moved*, with everything contributed escaped."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ramberattelser.printing import markdown
from ramberattelser.rendering.diff_view import DiffView
from ramberattelser.rendering.diffing.shape import Block, Run

KEY = "~~Så~~ är struket, **så** är tillagt och *så* är flyttat."
_MARKS = {"delete": ("~~", "del"), "insert": ("**", "strong"), "moved": ("*", "em"), "ghost": ("~~", "del")}
_BLOCKS = {
    "new": "Ny mening: ",
    "gone": "Struken mening: ",
    "moved": "Flyttat hit från mening {old}: ",
    "left": "Flyttat härifrån till mening {new}: ",
}
_LETTER = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class _Piece:
    """Escaped text, and the op that marks it; ``outside`` is never marked."""

    op: str
    text: str


def diff(view: DiffView) -> str:
    """Return the running text of a comparison as block quotes, a paragraph for each block."""
    lines = [_block(block) for block in view.blocks]
    return "\n>\n".join(f"> {line}" for line in lines if line)


def _block(block: Block) -> str:
    runs = [run for sentence in block.sentences for group in sentence.groups for run in group.runs]
    text = _joined(list(_pieces(runs)))
    return _BLOCKS.get(block.kind, "").format(old=block.old, new=block.new) + text if text else ""


def _pieces(runs: Sequence[Run]) -> Iterator[_Piece]:
    """Cut runs at their visible marks; a phrase that was moved says so where it was."""
    for run in runs:
        yield _Piece("", run.lead)
        yield _Piece(run.op if run.op in _MARKS else "", run.text)
        if run.op == "ghost":
            yield _Piece("own", " (flyttat härifrån)")
        yield _Piece("", run.tail)


def _joined(pieces: list[_Piece]) -> str:
    shown = [_escaped(piece) for piece in pieces]
    out: list[str] = []
    for place, (piece, text) in enumerate(zip(pieces, shown, strict=True)):
        before = out[-1][-1:] if out else ""
        after = next((other[:1] for other in shown[place + 1 :] if other), "")
        marked = _marked(piece.op, text, before, after)
        if marked:
            out.append(marked)
    return "".join(out).strip()


def _escaped(piece: _Piece) -> str:
    """Return a piece's text escaped, with one space where it has any at its ends."""
    if piece.op == "own" or not piece.text:
        return piece.text
    inner = markdown(piece.text)
    if not inner:
        return " "
    lead = " " if piece.text[0].isspace() else ""
    tail = " " if piece.text[-1].isspace() else ""
    return f"{lead}{inner}{tail}"


def _marked(op: str, text: str, before: str, after: str) -> str:
    """Return ``text`` in its marks: Markdown's where they are sure to work here, else the same in HTML.

    A mark next to a letter does not open or close when the character inside it is a sign (CommonMark 6.2).
    """
    bare = text.strip()
    if op not in _MARKS or not bare:
        return text
    sign, tag = _MARKS[op]
    at = text.index(bare)
    lead, tail = text[:at], text[at + len(bare) :]
    opens = bool(lead) or _LETTER.match(bare[0]) or not _LETTER.match(before)
    closes = bool(tail) or _LETTER.match(bare[-1]) or not _LETTER.match(after)
    if opens and closes and before != sign[0]:
        return f"{lead}{sign}{bare}{sign}{tail}"
    return f"{lead}<{tag}>{bare}</{tag}>{tail}"
