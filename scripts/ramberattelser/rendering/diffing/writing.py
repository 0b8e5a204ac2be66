"""Runs as HTML. Most of what a comparison's page holds goes through here, so a template would be too slow."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from ramberattelser.rendering.diffing.shape import Run
from ramberattelser.rendering.escaping import written

MARKS = {
    "delete": ("<del>", "struket", "</del>"),
    "insert": ("<ins>", "tillagt", "</ins>"),
    "moved": ('<ins class="mvd">', "flyttat hit", "</ins>"),
    "ghost": ('<del class="ghost">', "flyttat härifrån", "</del>"),
}
"""The marks, by what they mark: how they begin, the words for who listens, how they end."""


def runs_html(found: Iterable[Run]) -> Markup:
    """Return runs with their marks; all words are escaped.

    ``assets/jamfor.js`` writes the same elements from the same values.
    """
    parts: list[str] = []
    for run in found:
        text = written(run.text)
        if run.op == "equal":
            parts.append(text)
        elif run.op == "same":
            parts += ('<span data-old="', written(run.old_text), '">', text, "</span>")
        else:
            begins, word, ends = MARKS[run.op]
            parts += (
                begins,
                written(run.lead),
                '<span class="vh">[',
                word,
                ': </span><span class="m">',
                text,
            )
            parts += ('</span><span class="vh"> – slut]</span>', written(run.tail), ends)
    return Markup("".join(parts))


def example(op: str, text: str) -> Markup:
    """Return a mark as an example, for the key to the marks."""
    return runs_html([Run(op, "", text, "", (0, 0))])
