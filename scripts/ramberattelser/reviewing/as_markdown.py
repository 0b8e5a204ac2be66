"""A review as Markdown, for a job's summary or a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ramberattelser.printing import github, markdown
from ramberattelser.reviewing import marks
from ramberattelser.reviewing.model import Review, Section, WordingChange

MOST_LINES = 40
"""Lines of a section that are shown; the rest are counted."""
MOST_CHARACTERS = 300_000
"""Room for comparisons. GitHub takes a summary of 1 MiB, and shows nothing of a longer one."""


def as_markdown(review: Review) -> str:
    """Return a review as Markdown in which no contributed text is a mark, a link, a mention or HTML."""
    parts = ["# Vad förslaget ändrar", " ".join(markdown(line) for line in review.summary)]
    parts += [f"> **Se upp:** {markdown(warning)}" for warning in review.warnings]
    if review.findings:
        parts.append(github(review.findings).summary.strip())
    parts += _wordings(review.wordings)
    parts += [_section(section) for section in review.sections]
    return "\n\n".join(parts) + "\n"


def _wordings(changes: Sequence[WordingChange]) -> Iterator[str]:
    if not changes:
        return
    yield "## Lydelser"
    if any(change.diffs for change in changes):
        yield marks.KEY
    room, left_out = MOST_CHARACTERS, []
    for change in changes:
        text = _wording(change)
        if len(text) > room:
            left_out.append(change.title)
            continue
        room -= len(text)
        yield text
    if left_out:
        names = markdown(", ".join(left_out[:MOST_LINES]))
        yield f"För långt för att visas här; läs granskningens webbsida: {names}."


def _wording(change: WordingChange) -> str:
    loud = "**Se upp.** " if change.same_id else ""
    parts = [
        f"### {markdown(change.title)}",
        f"{loud}{markdown(change.what)}. Sida: {markdown(change.address)}",
    ]
    for diff in change.diffs:
        parts.append(
            f"Mot {markdown(diff.against)}. **{markdown(diff.view.summary)}** {markdown(diff.view.share)}"
        )
        parts.append(marks.diff(diff.view))
    if change.text:
        parts.append(
            "\n>\n".join(f"> {markdown(part)}" for part in change.text.split("\n\n") if part.strip())
        )
    return "\n\n".join(part for part in parts if part)


def _section(section: Section) -> str:
    lines = [f"- {markdown(item)}" for item in section.items[:MOST_LINES]]
    if len(section.items) > MOST_LINES:
        lines.append(f"- … och {len(section.items) - MOST_LINES} till")
    note = [markdown(section.note), ""] if section.note else []
    return "\n".join([f"## {markdown(section.heading)}", "", *note, *lines])
