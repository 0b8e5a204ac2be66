"""A small valid corpus of obviously made-up content, and changed copies of it.

The files lie in ``fixtures/exempel``; between them they use every field of the format. What is wrong
with a changed copy, word for word, stands in the tables of ``fixtures/findings``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from browser.trees import write_tree

FIXTURES = Path(__file__).parent / "fixtures"
_EXAMPLE = FIXTURES / "exempel"
_OWN = (
    "clauses/exempelforbundet.yml",
    "narratives/exempelforbundet/2020.yml",
    "narratives/exempelforbundet/forbund.yml",
)


@cache
def _example() -> Mapping[str, str]:
    paths = sorted(_EXAMPLE.rglob("*.yml"))
    return {path.relative_to(_EXAMPLE).as_posix(): path.read_text(encoding="utf-8") for path in paths}


def example_files() -> dict[str, str]:
    """Return path → text of the valid corpus."""
    return dict(_example())


def changed(file: str, old: str, new: str) -> dict[str, str]:
    """Return the corpus with the one place in ``file`` where ``old`` stands replaced by ``new``."""
    files = example_files()
    if files[file].count(old) != 1:
        raise ValueError(f"{old!r} stands {files[file].count(old)} times in {file}")
    files[file] = files[file].replace(old, new)
    return files


def many_files(count: int) -> dict[str, str]:
    """Return a valid corpus of about ``count`` files: copies of the förbund under numbered names."""
    files = example_files()
    for number in range((count - len(files)) // len(_OWN)):
        name = f"exempelforbundet-{number}"
        signature = "X" + "".join(chr(65 + number // 26**place % 26) for place in (2, 1, 0))
        for file in _OWN:
            copied = _example()[file].replace("exempelforbundet", name)
            copied = copied.replace("signatur: EXE", f"signatur: {signature}")
            files[file.replace("exempelforbundet", name)] = copied
    return files


@dataclass(frozen=True)
class Case:
    """A corpus in which one rule is broken, and every line that the check prints about it."""

    rule: str
    found: tuple[str, ...]
    change: Sequence[Sequence[str]] = ()
    """File, what stands in it, what stands there instead."""
    text: Mapping[str, str] = field(default_factory=dict)
    """Whole files."""
    remove: Sequence[str] = ()
    encode: Mapping[str, str] = field(default_factory=dict)
    """Files that are saved with another encoding than UTF-8."""
    repeat: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    """Files that begin as in ``text``, or empty, and go on with the same words so many times."""
    link: Mapping[str, str] = field(default_factory=dict)
    """Links, and where in the corpus they lead."""
    cautions: tuple[str, ...] = ()
    shown: Mapping[str, str] = field(default_factory=dict)
    """Where nothing is wrong: pages and files of the site, and the words that stand there to the letter."""
    note: str = ""

    def files(self) -> dict[str, str]:
        """Return path → text of the broken corpus."""
        files = example_files()
        for file, old, new in self.change:
            if files[file].count(old) != 1:
                raise ValueError(f"{old!r} stands {files[file].count(old)} times in {file}")
            files[file] = files[file].replace(old, new)
        for file in self.remove:
            del files[file]
        files |= dict(self.text)
        for file, (words, times) in self.repeat.items():
            files[file] = files.get(file, "") + words * times
        return files

    def write(self, folder: Path) -> Path:
        """Write the broken corpus into ``folder`` and return it."""
        files = self.files()
        write_tree(folder, files)
        for file, name in self.encode.items():
            (folder / file).write_bytes(files[file].encode(name))
        for place, target in self.link.items():
            (folder / place).unlink(missing_ok=True)
            (folder / place).symlink_to(folder / target)
        return folder

    def __str__(self) -> str:
        return f"{self.rule}-{self.note}" if self.note else self.rule


def cases(table: str) -> list[Case]:
    """Return the cases of ``fixtures/findings/<table>.yml``."""
    return _cases(FIXTURES / "findings" / f"{table}.yml")


def others(table: str) -> list[Case]:
    """Return the cases of ``fixtures/ovrigt/<table>.yml``: what is shown as it stands, or only warned of."""
    return _cases(FIXTURES / "ovrigt" / f"{table}.yml")


def _cases(path: Path) -> list[Case]:
    rows: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    tuples = ("found", "cautions")
    return [Case(**{**row, **{name: tuple(row.get(name, ())) for name in tuples}}) for row in rows]


def groups() -> list[dict[str, Any]]:
    """Return the groups of bad input, each with its number, its name and the cases that stand for it."""
    rows: list[dict[str, Any]] = yaml.safe_load((FIXTURES / "grupper.yml").read_text(encoding="utf-8"))
    return rows


def all_cases() -> Iterator[Case]:
    """Yield the cases of every table."""
    for path in sorted((FIXTURES / "findings").glob("*.yml")):
        yield from cases(path.stem)
