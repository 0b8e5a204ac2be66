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
    key, document = store.memory.kept(("läst", text), partial(_read, store, text))
    store.hold(key)
    return document


def _read(store: Store, text: str) -> tuple[str, Document]:
    """Return the document of a text, and what its values are kept under."""
    made: list[Document] = []

    def values() -> list[Any]:
        made.append(read_text(text))
        return [] if made[0].problems else [made[0].value]

    key = store.key("läst", text)
    kept = store.under(key, values)
    if made:
        return key, made[0]
    return key, Document(kept[0], text, reread=read_text) if kept else read_text(text)
