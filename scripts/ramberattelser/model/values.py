"""Small types of the data: slugs, lines, prose, dates, and references to sources and wordings."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, PlainValidator, StringConstraints
from pydantic_core import PydanticCustomError

from ramberattelser.dates import DateError, When, parse

MISSING = "saknas"
"""The word that says: known to exist, not collected."""

_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_FOLD = str.maketrans({"å": "a", "ä": "a", "ö": "o", "é": "e", "ü": "u", " ": "-", "_": "-"})


def slugify(text: str) -> str:
    """Return ``text`` as an address part: a–z, 0–9 and single hyphens, at most 80 characters."""
    folded = unicodedata.normalize("NFC", text).lower().translate(_FOLD)
    return "-".join(re.findall(r"[a-z0-9]+", folded))[:80].strip("-")


# --- small types ---------------------------------------------------------------------------


def _slug(value: str) -> str:
    if len(value) > 80 or not SLUG.fullmatch(value):
        raise PydanticCustomError("slug", "slug", {"given": value, "suggestion": slugify(value)})
    return value


def _named(value: str) -> str:
    if len(value) > 80 or not SLUG.fullmatch(value):
        raise PydanticCustomError("named", "named", {"given": value, "suggestion": slugify(value)})
    return value


def _one_line(value: str) -> str:
    if "\n" in value.strip():
        raise PydanticCustomError("one_line", "one_line")
    return value.strip()


def _not_empty(value: str) -> str:
    if not value.strip():
        raise PydanticCustomError("empty", "empty")
    return value.strip()


def _when(value: object) -> object:
    """Turn date text into ``When``."""
    if not isinstance(value, str):
        raise PydanticCustomError("string_type", "string_type")
    try:
        return parse(value)
    except DateError as error:
        raise PydanticCustomError("date", "date", {"given": value, "reason": error.reason}) from None


def _yes_no(value: object) -> object:
    if isinstance(value, str) and value in ("ja", "nej"):
        return value == "ja"
    raise PydanticCustomError("yes_no", "yes_no", {"given": str(value)})


def _day(value: object) -> object:
    if not isinstance(value, str):
        raise PydanticCustomError("string_type", "string_type")
    try:
        # fromisoformat also takes 20190101 and week dates, which nobody reads as a day.
        if not _ISO_DAY.fullmatch(value):
            raise ValueError(value)
        day = date.fromisoformat(value)
    except ValueError:
        raise PydanticCustomError("day", "day", {"given": value}) from None
    # The newest day in the data is the site's today: a slip of the keyboard must not be.
    if not 2000 <= day.year <= 2099:
        raise PydanticCustomError("day_year", "day_year", {"given": value})
    return day


Slug = Annotated[str, AfterValidator(_slug)]
Named = Annotated[str, AfterValidator(_named)]
"""The id of something that stands elsewhere. Whoever wrote its name instead is told which ids there are, and
that takes more than the model knows: see ``rules.references.names``."""
Line = Annotated[
    str, AfterValidator(_not_empty), AfterValidator(_one_line), StringConstraints(max_length=300)
]
Address = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"']+$", max_length=500)]
"""Where a link to another site leads."""
Email = Annotated[
    str,
    StringConstraints(
        pattern=rf"^(?:{MISSING}|[A-Za-z0-9]+(?:[._+-]+[A-Za-z0-9]+)*@(?:[A-Za-z0-9]+(?:-+[A-Za-z0-9]+)*\.)+[A-Za-z]{{2,}})$",
        max_length=254,
    ),
]
"""An address for e-mail, or the word that there is none. Nothing in it means anything more in ``mailto:``."""


class ProseMark:
    """Marks fields that hold the small Markdown, so that checks can find them."""


Prose = Annotated[str, AfterValidator(_not_empty), ProseMark()]
"""Longer text in the small Markdown of ``rendering.prose``."""
Verbatim = Annotated[str, AfterValidator(_not_empty)]
"""Text to the letter: never Markdown, shown exactly as written."""
Dated = Annotated[When, PlainValidator(_when)]
Day = Annotated[date, PlainValidator(_day)]
YesNo = Annotated[bool, BeforeValidator(_yes_no)]


class SourceRef(BaseModel):
    """One place in one source: ``nns-2020, avsnitt 3.1`` in the data."""

    model_config = ConfigDict(frozen=True)
    source: str
    section: str | None = None


def _source_refs(value: object) -> object:
    """Parse ``id, section; id, section`` into a tuple of ``SourceRef``."""
    if not isinstance(value, str):
        raise PydanticCustomError("string_type", "string_type")
    refs = []
    for part in value.split(";"):
        source, _, section = part.strip().partition(",")
        if not SLUG.fullmatch(source.strip()):
            raise PydanticCustomError("source_ref", "source_ref", {"given": part.strip() or value})
        refs.append(SourceRef(source=source.strip(), section=section.strip() or None))
    return tuple(refs)


Sources = Annotated[tuple[SourceRef, ...], BeforeValidator(_source_refs)]


class VersionRef(BaseModel):
    """One wording: ``umearegionen/2019`` in the data; the law is ``lagen/sfs-2010-350``."""

    model_config = ConfigDict(frozen=True)
    owner: str
    version: str

    def __str__(self) -> str:
        return f"{self.owner}/{self.version}"


def _version_ref(value: object) -> object:
    if not isinstance(value, str):
        raise PydanticCustomError("string_type", "string_type")
    owner, slash, version = value.partition("/")
    if not slash or not SLUG.fullmatch(owner) or not SLUG.fullmatch(version):
        raise PydanticCustomError("version_ref", "version_ref", {"given": value})
    return VersionRef(owner=owner, version=version)


Version = Annotated[VersionRef, BeforeValidator(_version_ref)]
