"""Methods to measure against. Each gives segments (op, old span, new span) for two texts.

`difflib` and rapidfuzz's longest common subsequence work on words; diff-match-patch and redlines are measured
when they can be imported, and are never required.
"""

from __future__ import annotations

import difflib
import importlib
import importlib.util
import re
from collections.abc import Callable, Sequence
from typing import Any

from rapidfuzz.distance import LCSseq

from .metrics import Row, Span

Method = Callable[[str, str], Sequence[Row]]
_TOKEN = re.compile(r"\w[\w\u0300-\u036f\u00ad]*(?:[-:]\w[\w\u0300-\u036f\u00ad]*)*|[^\w\s]")


def engine(old: str, new: str) -> list[Row]:
    """The comparison of this project, as it writes it for programs."""
    from ramberattelser.comparing import compare

    return [(s.op, s.old, s.new) for s in compare(old, new).link_segments]


def _tokens(text: str) -> tuple[list[str], list[Span]]:
    found = list(_TOKEN.finditer(text))
    return [match.group() for match in found], [match.span() for match in found]


def _pairs(old: str, new: str, blocks: Callable[[list[str], list[str]], Any]) -> list[Row]:
    olds, old_spans = _tokens(old)
    news, new_spans = _tokens(new)
    return [
        ("equal", old_spans[i + k], new_spans[j + k])
        for i, j, size in blocks(olds, news)
        for k in range(size)
    ]


def difflib_words(old: str, new: str) -> list[Row]:
    """Match words with the standard library's SequenceMatcher."""
    return _pairs(
        old, new, lambda a, b: difflib.SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
    )


def lcs_words(old: str, new: str) -> list[Row]:
    """Match words by longest common subsequence (rapidfuzz): the bound of ordinary word diffs."""
    return _pairs(
        old, new, lambda a, b: [(m.a, m.b, m.size) for m in LCSseq.editops(a, b).as_matching_blocks()]
    )


def dmp_cleaned(old: str, new: str) -> list[Row]:
    """Match characters with diff-match-patch and its semantic clean-up."""
    module = importlib.import_module("diff_match_patch")
    tool = module.diff_match_patch()
    tool.Diff_Timeout = 0
    diffs = tool.diff_main(old, new, False)
    tool.diff_cleanupSemantic(diffs)
    rows: list[Row] = []
    i = j = 0
    for op, text in diffs:
        if op == 0:
            rows.append(("equal", (i, i + len(text)), (j, j + len(text))))
        i += len(text) if op <= 0 else 0
        j += len(text) if op >= 0 else 0
    return rows


def redlines_words(old: str, new: str) -> list[Row]:
    """Match with redlines' own tokens, read off its operations."""
    module = importlib.import_module("redlines.processor")
    tokens = module.tokenize_text
    olds, news = tokens(old), tokens(new)
    blocks = difflib.SequenceMatcher(None, olds, news).get_matching_blocks()
    old_at, new_at = _offsets(old, olds), _offsets(new, news)
    return [
        ("equal", old_at[b.a + k], new_at[b.b + k])
        for b in blocks
        for k in range(b.size)
        if old_at[b.a + k] != (0, 0) and new_at[b.b + k] != (0, 0)
    ]


def _offsets(text: str, tokens: Sequence[str]) -> list[Span]:
    at, found = 0, []
    for token in tokens:
        bare = token.strip()
        place = text.find(bare, at) if bare and bare != "¶" else -1
        if place < 0:
            found.append((0, 0))
            continue
        found.append((place, place + len(bare)))
        at = place + len(bare)
    return found


OURS = "vår jämförelse"
"""What readers see this project's own method called: the name of the package means nothing to them."""


def methods() -> dict[str, Method]:
    """Give the methods that can be measured here, this project's first."""
    found: dict[str, Method] = {
        OURS: engine,
        "difflib": difflib_words,
        "rapidfuzz LCS": lcs_words,
    }
    if importlib.util.find_spec("diff_match_patch"):
        found["diff-match-patch"] = dmp_cleaned
    if importlib.util.find_spec("redlines"):
        found["redlines"] = redlines_words
    return found
