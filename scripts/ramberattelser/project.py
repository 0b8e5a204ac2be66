"""Whether a folder is a project at all. Every verb that reads or writes one says the same where it is not."""

from __future__ import annotations

from pathlib import Path

FOLDERS = ("clauses", "narratives")
"""Where the data lies, below the project's folder."""


def missing(root: Path) -> str:
    """Return a Swedish sentence that says why ``root`` is no project; nothing where it is one."""
    if not root.is_dir():
        return f"Mappen {root} finns inte — kontrollera vad som står efter --rot."
    if not any((root / folder).exists() for folder in FOLDERS):
        here = "Här finns varken narratives/ eller clauses/"
        return f"{here} — gå till projektets mapp, eller ange den med --rot."
    return ""
