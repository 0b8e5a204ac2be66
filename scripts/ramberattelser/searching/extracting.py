"""A page's finished HTML cut into sections of plain text, without what only repeats or decorates."""

from __future__ import annotations

import re
from html import unescape

from ramberattelser.searching.documents import END, MARK, Section
from ramberattelser.searching.folding import composed

REPEATING = frozenset(
    [
        "h-kallor",
        "h-citera",
        "h-inl",
        "h-sid",
        "h-raknat",
        "h-slakt",
        "h-versioner",
        "h-skillnad",
        "h-utan",
        "h-tabell",
        "h-lasa-bild",
        "h-bild",
        "h-var",
        "h-jamfor",
        "h-tysta",
        "h-mer",
        "h-matris",
        "h-tid",
        "h-berattelser",
        "h-andamal",
        "h-ursprung",
        "h-texter",
        "h-kopiera",
        "h-rena",
        "h-ord-for-ord",
    ]
)
"""Headings whose text stands elsewhere: sources, versions, relatives, the picture beside its list."""

_RENAMED = {"Som lista": "Tidslinje"}
"""Headings that say little away from their page."""

_HEADING = re.compile(r'<h2\b[^>]*? id="([^"]*)"[^>]*>(.*?)</h2>', re.DOTALL)
_SKIPPED = re.compile(
    r"<svg.*?</svg>|<h1.*?</h1>|<nav.*?</nav>|<form.*?</form>|<thead.*?</thead>|<caption.*?</caption>"
    r'|<a class="(?:cite|n|r)".*?</a>'
    r'|<(span|abbr) class="(?:n|sig|sigs|chips|vh|lab|lanes|heads|src|printed)".*?</\1>'
    r'|<div class="lanes heads".*?</div>|<b aria-hidden="true">.*?</b>'
    r'|<ul class="coding".*?</ul>|<aside class="note.*?</aside>'
    r'|<p class="(?:key|colhead|par|small|printed|onward).*?</p>'
    r'|<span class="sub">.*?</span>|<[a-z]+ [^>]*data-search-exclude.*?>',
    re.DOTALL,
)
_ANCHOR = re.compile(r'<(?:span class="s"|(?:li|div|tr|p)(?: class="[^"]*")?) id="([^"]+)"[^>]*>')
_REMARKS = '<ul class="key'
"""What follows the last sentence of a clause: it belongs to no sentence."""

_INLINE = re.compile(r"</?(?:a|i|em|abbr|cite|mark|ins|del|q|code|wbr)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")
_BEFORE = re.compile(r" (?=[.,;:!?)])")
_ADDRESS = re.compile(r"(?:: )?(?:https?://|(?<![\w/])/)[\w./#%-]+/[\w./#%-]*")
_STOP, _COLON, _NEXT, _SAID = "\ue002", "\ue003", "\ue004", "\ue005"
"""Where a line ends, where its name does, where the next item or cell follows, where it is told who spoke."""
_SIGN = {_STOP: ".", _COLON: ":", _NEXT: " ·", _SAID: " –"}
_PRIVATE = (MARK, END, *_SIGN)
_NAMED = re.compile(r'<span class="(?:d|when|kind)">.*?</span>|</dt>|</strong>(?=<small>)', re.DOTALL)
_ENDED = re.compile(
    r'</(?:ul|ol|dl|tr|footer|h[3-6])>|</b><br>|<span class="status[^<]*</span>|</p>(?=\s*<(?:dl|p|h[3-6])\b)'
)
_FOLLOWED = re.compile(r"</(?:li|dd|t[dh])>")
_PAUSE = re.compile(f"([{''.join(_SIGN)}][ {''.join(_SIGN)}]*)")
"""All begin with what can be looked for without trying each character: most of a page has none of them."""
_PAUSED = frozenset(("", ".", "!", "?", ":", ";", ",", "…", MARK, END))


def plain(html: str) -> str:
    """Return HTML as one line of text, to be shown in a hit, with the anchors inside it marked."""
    for sign in _PRIVATE:
        html = html.replace(sign, "")
    text = _SKIPPED.sub(" ", html)
    text = _ENDED.sub(rf"\g<0>{_STOP}", _NAMED.sub(rf"\g<0>{_COLON}", text))
    text = _FOLLOWED.sub(_NEXT, text).replace("<footer>", _SAID)
    text = _ANCHOR.sub(rf" {MARK}\1{END}", text)
    text = text.replace(_REMARKS, f" {MARK}{END}{_REMARKS}")
    text = _TAG.sub(" ", _INLINE.sub("", text))
    text = _with_pauses(" ".join(text.split()))
    if "&" in text:
        text = unescape(text)
    if "/" in text:
        text = _ADDRESS.sub(" ", text)
    return composed(_BEFORE.sub("", " ".join(text.split())))


def _with_pauses(line: str) -> str:
    """Return a line with a sign where there is a pause: of several in a row the last one counts.

    What ends with a sign gets no second one, but for what sets an item apart from the next.
    """
    pieces = _PAUSE.split(line)
    for at in range(0, len(pieces) - 1, 2):
        said, pause = pieces[at].rstrip(" "), pieces[at + 1].rstrip(" ")[-1]
        before = said[:-1] if len(said) > 1 and said.endswith(("”", ")")) else said
        apart = pause in (_NEXT, _SAID) and said[-1:] not in ("", MARK, END)
        sign = _SIGN[pause] if apart or (pause in (_STOP, _COLON) and before[-1:] not in _PAUSED) else ""
        pieces[at : at + 2] = said, f"{sign} "
    return "".join(pieces)


def sections(
    html: str, *, head_only: bool = False, without: frozenset[str] = frozenset()
) -> tuple[Section, ...]:
    """Return the sections of a page: its head, and one for each second-level heading but ``without``."""
    pieces = _HEADING.split(html)
    found = [Section("", "", plain(pieces[0]))]
    if head_only:
        return tuple(found)
    for at in range(1, len(pieces), 3):
        anchor, heading, text = pieces[at : at + 3]
        if anchor not in REPEATING and anchor not in without:
            found.append(Section(anchor, _RENAMED.get(plain(heading), plain(heading)), plain(text)))
    return tuple(found)
