"""Files that have been read before and are the same: their values are kept, their places found if asked."""

from __future__ import annotations

from functools import partial
from typing import Any

from ramberattelser.caching import Store
from ramberattelser.reading import Document, Parse, read_text


def parse_with(store: Store) -> Parse:
    """Return what makes a document of a text, and keeps in ``store`` the values of those without problems."""
    return partial(_document, store)


def _document(store: Store, text: str) -> Document:
    if "\r" in text:
        # Its places are those of the text with other line ends.
        return read_text(text)
    made: list[Document] = []

    def values() -> list[Any]:
        made.append(read_text(text))
        return [] if made[0].problems else [made[0].value]

    def document() -> Document:
        if made:
            return made[0]
        return Document(kept[0], text, reread=read_text) if kept else read_text(text)

    kept = store.kept("läst", text, make=values)
    return store.memory.kept(("läst", text), document)
