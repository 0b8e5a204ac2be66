"""Names for addresses: proposed from titles, refused where they are taken or reserved."""

from __future__ import annotations

import re
from pathlib import Path

from ramberattelser.loading import places
from ramberattelser.messages import wording
from ramberattelser.model import SLUG, slugify

_PREFIX = re.compile(
    r"(?:samordningsförbundet|samordningsförbund|förbundet)\s+(?:i\s+|för\s+)?(?=\S)", re.IGNORECASE
)
_SUFFIX = re.compile(r"s?\s+samordningsförbund$", re.IGNORECASE)
_YEAR = re.compile(r"[12]\d{3}")


def short_name(name: str) -> str:
    """Return a förbund's name without what all of them have: ``Provköping``."""
    shorter = _SUFFIX.sub("", _PREFIX.sub("", name.strip(), count=1)).strip()
    return shorter or name.strip()


def owner_slug(name: str) -> str:
    """Return the id proposed for a förbund of that name (å, ä → a, ö → o)."""
    return slugify(short_name(name))


def year_in(text: str) -> str:
    """Return the first year that stands in ``text``, or nothing."""
    found = _YEAR.search(text)
    return found[0] if found else ""


def free(proposed: str, taken: set[str]) -> str:
    """Return ``proposed``, with a number after it if it is taken."""
    number, name = 2, proposed
    while name in taken:
        name, number = f"{proposed}-{number}", number + 1
    return name


def bad_file(root: Path, file: str) -> str | None:
    """Return what hinders ``file`` from being written as new below ``root``, or None."""
    bad, reserved = places.bad_name(file), places.reserved_name(file)
    if bad is not None:
        name = bad[0].rpartition("/")[2]
        return " — ".join(wording("slug", given=name, suggestion=slugify(name) or "ett-namn"))
    if reserved is not None:
        return " — ".join(wording("reserved_name", given=reserved))
    if (root / file).exists() or (root / file).is_symlink():
        return f"{file} finns redan — ändra i den filen, eller välj ett annat id"
    return None


def bad_slug(text: str) -> str | None:
    """Return what is wrong with ``text`` as an id, or None."""
    if len(text) <= 80 and SLUG.fullmatch(text):
        return None
    return " — ".join(wording("slug", given=text, suggestion=slugify(text) or "ett-namn"))
