"""Write a tree of small files from a text that shows it, so that a test's input is read where it is used."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent


def write_tree(folder: Path, content: str | dict[str, str]) -> None:
    """Write files under `folder`, from a mapping of path to text or from an indented picture of the tree.

    In the picture, a name that ends in `/` is a folder, what is indented under it lies in it, and the lines
    of a file follow its name, each behind `| `.
    """
    files = content if isinstance(content, dict) else _parse(content)
    for path, text in files.items():
        target = folder / path
        if path.endswith("/"):
            target.mkdir(parents=True, exist_ok=True)
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8", newline="")


def _parse(picture: str) -> dict[str, str]:
    """Turn the picture into a mapping of path to text; a folder's path ends in `/` and has an empty text."""
    files: dict[str, str] = {}
    folders: list[tuple[int, str]] = []
    current = None
    for line in dedent(picture).splitlines():
        name = line.strip()
        if not name:
            continue
        if name == "|" or name.startswith("| "):
            if current is None:
                raise ValueError(f"a line of text before any file: {line!r}")
            files[current] += line.lstrip()[2:] + "\n"
            continue
        depth = len(line) - len(line.lstrip())
        while folders and folders[-1][0] >= depth:
            folders.pop()
        path = (folders[-1][1] if folders else "") + name
        files[path] = ""
        current = None if name.endswith("/") else path
        if name.endswith("/"):
            folders.append((depth, path))
    return files
