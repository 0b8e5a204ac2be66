"""The glossary as the pages' script reads it: each term's first sentence, fetched when first asked for."""

from __future__ import annotations

import json

from ramberattelser.comparing import sentences
from ramberattelser.pages.build import Builder

ADDRESS = "assets/begrepp-ord.js"


def files(builder: Builder) -> dict[str, str]:
    """Return address → content. A script, not JSON: it can also be read from the file system."""
    told = {
        term.id: [term.name, first_sentence(builder.plain(term.text))]
        for term in builder.corpus.glossary.terms
    }
    return {ADDRESS: f"window.begreppsord = {json.dumps(told, ensure_ascii=False, separators=(',', ':'))};\n"}


def first_sentence(text: str) -> str:
    """Return the first sentence of ``text``."""
    first = next(iter(sentences(text)), None)
    return text[first.start : first.end].strip() if first else text
