"""Which files there are, and what each is by where it lies."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel

from ramberattelser.corpus import LAW
from ramberattelser.model import (
    SLUG,
    Association,
    Chains,
    Clause,
    Codebook,
    Discussions,
    Glossary,
    Law,
    Narrative,
    National,
    Questions,
    SourceList,
    slugify,
)
from ramberattelser.project import FOLDERS

SHARED = "gemensamt"

SINGLE: dict[str, tuple[str, type[BaseModel]]] = {
    "clauses/byggstenar.yml": ("byggstenar", Codebook),
    "clauses/lagen.yml": (LAW, Law),
    "clauses/kedjor.yml": ("kedjor", Chains),
    "narratives/gemensamt/kallor.yml": ("kallor", SourceList),
    "narratives/gemensamt/begrepp.yml": ("begrepp", Glossary),
    "narratives/gemensamt/fragor.yml": ("fragor", Questions),
    "narratives/gemensamt/samtal.yml": ("samtal", Discussions),
    "narratives/gemensamt/nationellt.yml": ("nationellt", National),
}
"""Files of which there is exactly one."""

_SITE_NAMES = {SHARED, "jamfor", "slaktskap", "byggstenar", "ordens-vag", "tvars", "nationellt", LAW}
SYSTEM_NAMES = {"con", "prn", "aux", "nul", "index", "404"} | {
    f"{p}{n}" for p in ("com", "lpt") for n in range(1, 10)
}
"""Names that some system cannot make a folder or a file of, or that a web server answers by itself."""


_OTHER_ENDING = re.compile(r"(.+?)(?:\.ya?ml)?(?:\.ya?ml|\.txt)", re.IGNORECASE)


def data_files(root: Path) -> list[str]:
    """Return every file below the data folders, in order; a link to a folder counts as a file.

    A folder with nothing in it, which is a förbund begun and forgotten, is there too, ending in "/".
    """
    return sorted(file for folder in FOLDERS for file in _below(root, folder))


def _below(root: Path, folder: str) -> Iterator[str]:
    if (root / folder).is_symlink():
        yield folder
        return
    start = len(str(root)) + 1 if str(root) != "." else 0
    refused: list[str] = []

    def refuse(error: OSError) -> None:
        refused.append(str(error.filename)[start:].replace(os.sep, "/"))

    for place, folders, files in os.walk(root / folder, onerror=refuse):
        here = place[start:].replace(os.sep, "/")
        links = [name for name in folders if os.path.islink(os.path.join(place, name))]  # noqa: PTH114, PTH118
        folders[:] = [name for name in folders if not name.startswith(".") and name not in links]
        seen = [name for name in (*files, *links) if not name.startswith(".")]
        yield from (f"{here}/{name}" for name in seen)
        if not seen and not folders and here != folder:
            yield f"{here}/"
    yield from (f"{place}/" for place in refused if (root / place).is_dir())


def kind(file: str) -> tuple[str, type[BaseModel]] | None:
    """Return key (``andamal:umearegionen``) and model for a file, or None where no file belongs."""
    if file in SINGLE:
        return SINGLE[file]
    folder, *parts = file.split("/")
    if not file.endswith(".yml"):
        return None
    name = parts[-1].removesuffix(".yml")
    if folder == "clauses" and len(parts) == 1:
        return f"andamal:{name}", Clause
    if folder == "narratives" and len(parts) == 2 and parts[0] != SHARED:
        return (
            (f"forbund:{parts[0]}", Association)
            if name == "forbund"
            else (f"berattelse:{parts[0]}/{name}", Narrative)
        )
    return None


def bad_name(file: str) -> tuple[str, str] | None:
    """Return the path up to the first part that cannot be part of an address, and what the file should be.

    None where every part can.
    """
    top, *parts = file.removesuffix(".yml").split("/")
    for number, part in enumerate(parts, start=1):
        if len(part) > 80 or not SLUG.fullmatch(part):
            return "/".join((top, *parts[:number])), "/".join((top, *map(slugify, parts))) + ".yml"
    return None


def other_ending(file: str) -> str | None:
    """Return what a file should be called that has everything but the ending; None where that is no help."""
    found = _OTHER_ENDING.fullmatch(file)
    meant = f"{found[1]}.yml" if found else ""
    return meant if meant and meant != file and kind(meant) and bad_name(meant) is None else None


def about_folder(root: Path, file: str) -> str:
    """Return the code of what is wrong with a folder that has no files, or shows none."""
    try:
        os.scandir(root / file).close()
    except OSError:
        return "unreadable"
    folder, *parts = file.removesuffix("/").split("/")
    own = folder == "narratives" and len(parts) == 1 and SLUG.fullmatch(parts[0]) is not None
    return "empty_folder" if own else "stray_folder"


def reserved_name(file: str) -> str | None:
    """Return the part of a file's path that the site or an operating system needs for itself."""
    if file in SINGLE:
        return None
    owner, *rest = file.removesuffix(".yml").split("/")[1:]
    if owner in _SITE_NAMES:
        return owner
    return next((part for part in (owner, *rest) if part in SYSTEM_NAMES), None)
