"""What the site is told about itself, beside what it tells: the accessibility statement and the redirects.

Their files lie in ``docs/``, beside the pages that are written by hand. Either may be absent.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from ramberattelser.findings import Finding
from ramberattelser.settings import redirects, statement
from ramberattelser.settings.statement import Statement
from ramberattelser.wishes import ZIPPED

__all__ = ["Settings", "Statement", "read"]


@dataclass(frozen=True, slots=True)
class Settings:
    """``address`` is where the site is published, ``moved`` the old addresses and where each leads now.

    ``zipped`` says that the whole site is also there as one file.
    """

    statement: Statement | None = None
    moved: Mapping[str, str] = field(default_factory=dict)
    address: str = ""
    zipped: bool = False


def read(root: Path, latest: date | None = None, address: str = "") -> tuple[Settings, list[Finding]]:
    """Return the settings below ``root`` and what is wrong with them.

    ``latest`` is the newest day in the data: the statement may not be a year older.
    """
    told, about_statement = statement.read(root, latest)
    moved, about_moved = redirects.read(root)
    return Settings(told, moved, address, bool(os.environ.get(ZIPPED))), [*about_statement, *about_moved]
