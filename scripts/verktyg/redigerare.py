"""Lines of a file as a text editor shows them, for the guide's pictures: text in, HTML out, nothing invented.

Line numbers are the file's own, and a pale dot stands for each space of an indent. What a picture points at
has a frame and, where words explain it, a number: never a colour alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from html import escape

Line = tuple[int, str]
"""A line's number in its file, from 1, and its text."""

Span = tuple[int, int, str]
"""Where a frame begins and ends in a line, in characters from 0, and the number that stands over it."""

_FINDING = re.compile(r"(?P<file>.+?):(?P<line>\d+):(?P<column>\d+): (?P<what>.+) — (?P<how>.+)")

STYLE = """
body { margin: 0; padding: 14px; background: var(--sheet); color: var(--ink); }
.file { font: 600 14px/1.4 var(--sans); margin: 0 0 8px; overflow-wrap: anywhere; }
.line { display: grid; grid-template-columns: 1.2em 2.2em minmax(0, 1fr); font: 15px/1.55 monospace; }
.line.room { padding-top: 25px; }
.sign { font-weight: 700; }
.no { color: var(--ink-2); }
.text {
  white-space: pre-wrap; overflow-wrap: break-word;
  padding-left: var(--in); text-indent: calc(-1 * var(--in));
}
.text * { text-indent: 0; }
.dot { color: var(--edge); }
.frame { position: relative; }
.frame.bar {
  background: linear-gradient(var(--accent), var(--accent)) 1px 100% / calc(100% - 2px) 3px no-repeat;
  padding-bottom: 2px; -webkit-box-decoration-break: clone; box-decoration-break: clone;
}
.frame.ring { outline: 2px solid var(--accent); outline-offset: 1px; border-radius: 2px; }
.badge {
  display: inline-block; min-width: 20px; height: 20px; border-radius: 10px; text-align: center;
  background: var(--accent); color: var(--sheet); font: 700 14px/20px var(--sans);
}
.frame .badge { position: absolute; left: 50%; top: -26px; margin-left: -10px; }
.frame .badge.beside { left: 100%; top: 0; margin-left: 10px; }
.gone { background: color-mix(in srgb, var(--oog-t) 40%, var(--sheet)); }
.new { background: var(--wash); }
.gone mark, .new mark { background: none; color: inherit; font-weight: 700; }
.gone mark { text-decoration: line-through 2px; }
.new mark { text-decoration: underline 2px; text-underline-offset: 3px; }
.told {
  margin: 0 0 14px; padding: 0 0 12px; border-bottom: 1px solid var(--edge);
  font: 15px/1.7 monospace; overflow-wrap: anywhere;
}
.told b { white-space: nowrap; }
.told i { margin-right: 3px; }
"""


def editor(file: str, lines: Iterable[Line], spans: Mapping[int, Sequence[Span]] | None = None) -> str:
    """Return ``lines`` of ``file`` under its name, with the frames that ``spans`` has for a line's number."""
    rows = (_row(number, text, (spans or {}).get(number, ())) for number, text in lines)
    return f'<p class="file">{escape(file)}</p>{"".join(rows)}'


def change(file: str, before: Sequence[Line], after: Sequence[Line]) -> str:
    """Return both forms of the lines: what goes has a minus, what comes a plus, what stays neither.

    The two have as many lines. In a line that differs, the words that do are struck out and underlined.
    """
    rows = []
    for (number, old), (_, new) in zip(before, after, strict=True):
        if old == new:
            rows.append(_row(number, old, ()))
            continue
        start, tail = _common(old, new)
        rows.append(_row(number, old, (), ("−", "gone"), (start, len(old) - tail)))
        rows.append(_row(number, new, (), ("+", "new"), (start, len(new) - tail)))
    return f'<p class="file">{escape(file)}</p>{"".join(rows)}'


def finding(told: str, lines: Iterable[Line]) -> str:
    """Return a finding as the check prints it, its parts numbered 1–5, over the ``lines`` around its place.

    Raises ``ValueError`` where ``told`` has another form.
    """
    match = _FINDING.fullmatch(told)
    if match is None:
        raise ValueError(f"not a finding: {told}")
    part = {name: escape(text) for name, text in match.groupdict().items()}
    signs = {name: f'<i class="badge">{at}</i>' for at, name in enumerate(match.groupdict(), 1)}
    text = (
        f"{signs['file']} {part['file']}:<b>{signs['line']}{part['line']}</b>:"
        f"<b>{signs['column']}{part['column']}</b>: "
        f"{signs['what']} {part['what']} — {signs['how']} {part['how']}"
    )
    at, column = int(match["line"]), int(match["column"]) - 1
    rows = (
        _row(
            number,
            line,
            ((column, column + 1, ""),) if number == at else (),
            ("►" if number == at else "", ""),
        )
        for number, line in lines
    )
    return f'<p class="told">{text}</p>{"".join(rows)}'


def _row(
    number: int,
    text: str,
    spans: Sequence[Span],
    sign: tuple[str, str] = ("", ""),
    marked: tuple[int, int] | None = None,
) -> str:
    mark, kind = sign
    above = any(name and not _beside(text, end) for _, end, name in spans)
    body = _marked(text, marked) if marked else _framed(text, spans)
    indent = len(text) - len(text.lstrip(" "))
    return (
        f'<div class="line {kind}{" room" if above else ""}"><span class="sign">{mark}</span>'
        f'<span class="no">{number}</span><span class="text" style="--in: {indent}ch">{body}</span></div>'
    )


def _framed(text: str, spans: Sequence[Span]) -> str:
    out, at = "", 0
    for start, end, name in sorted(spans):
        beside = " beside" if _beside(text, end) else ""
        badge = f'<i class="badge{beside}">{name}</i>' if name else ""
        kind = "bar" if name else "ring"
        out += (
            f'{_dotted(text, at, start)}<span class="frame {kind}">{_dotted(text, start, end)}{badge}</span>'
        )
        at = end
    return out + _dotted(text, at, len(text))


def _beside(text: str, end: int) -> bool:
    """Whether a frame ends its line, and the line leaves room for a number after it."""
    return end == len(text) < 30


def _marked(text: str, span: tuple[int, int]) -> str:
    start, end = span
    return f"{_dotted(text, 0, start)}<mark>{escape(text[start:end])}</mark>{_dotted(text, end, len(text))}"


def _dotted(text: str, start: int, end: int) -> str:
    """Return a part of a line, with a pale dot for each space of the line's indent."""
    indent = len(text) - len(text.lstrip(" "))
    dots = min(max(indent - start, 0), end - start)
    shown = f'<span class="dot">{"·" * dots}</span>' if dots else ""
    return shown + escape(text[start + dots : end])


def _common(old: str, new: str) -> tuple[int, int]:
    """Return how much two lines share, in whole words, at their beginning and at their end."""
    before, after = re.split(r"(?<= )", old), re.split(r"(?<= )", new)
    most = min(len(before), len(after))
    first = next((i for i in range(most) if before[i] != after[i]), most)
    last = next((i for i in range(most - first) if before[-1 - i] != after[-1 - i]), most - first)
    tail = "".join(before[len(before) - last :])
    return len("".join(before[:first])), len(tail) + bool(tail)
