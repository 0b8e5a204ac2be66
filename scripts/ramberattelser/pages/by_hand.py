"""The pages that are written by hand: what they are called, and what has changed on them, for the feed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ramberattelser.feeds import Entry
from ramberattelser.news import said
from ramberattelser.pages import accessibility
from ramberattelser.settings import Statement
from ramberattelser.settings.front import told
from ramberattelser.settings.statement import PATH

GUIDES = (
    ("Om webbplatsen", "/om/"),
    ("Tillgänglighet", PATH),
    ("Så bra är jämförelsen", "/om/jamforelsen/"),
    ("Öppna data", "/om/data/"),
    ("Bidra", "/bidra/"),
    ("Formatet", "/bidra/format/"),
)
"""Title and address of each, for the A–Ö."""


def changed(guides: Mapping[str, str], statement: Statement | None = None) -> Iterator[Entry]:
    """Yield those that say what has changed: ``guides`` by address as Markdown, and the statement.

    What is new and unchanged is no news: the site came with it.
    """
    for title, path in GUIDES:
        published, day, what = told(guides.get(path, ""))
        if published and day and what:
            yield Entry(path, title, "sida", said(what), published, day, ())
    if statement is not None and statement.updated > statement.published:
        what = said(statement.change)
        yield Entry(PATH, accessibility.TITLE, "sida", what, statement.published, statement.updated, ())
