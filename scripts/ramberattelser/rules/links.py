"""A web address leads to a site that anybody can reach, and looks like what it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from ramberattelser.findings import Finding
from ramberattelser.loading import Loaded, Record
from ramberattelser.reading import Path
from ramberattelser.rules.known import Known
from ramberattelser.rules.telling import tell

_ADDRESS = re.compile(r"https?://(?:([^/?#\s)\\]*)@)?(\[[^\]\s]*\]|[^/?#:\s)\]\\<>\"']+)")
_LOCAL = re.compile(r"(?:.*\.)?(?:localhost|local|localdomain|internal|intern|lan|home|corp|test|invalid)")
_NUMBERS = re.compile(r"\[.*\]|[\d.]+|0x[0-9a-f]+")
_SWEDISH = re.compile(r"[a-z0-9åäöéü.-]+")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_WEB = re.compile(r"https?://[^\s/?#\\]+(?:[/?#][^\s\\<>\"']*)?")

MOST = 200
"""Addresses in one text that are looked at; the most in the project's own is one."""


def addresses(loaded: Loaded, _: Known) -> Iterator[Finding]:
    """No link holds a password, leads to somebody's own network, or imitates another."""
    for record in loaded.records.values():
        if "://" not in record.document.text:
            continue
        for path, value in _linked(record):
            for found in islice(_ADDRESS.finditer(value), MOST) if "://" in value else ():
                code = _wrong(found.group(1), found.group(2))
                # In long texts the Markdown's own rule has told of a password.
                if code is not None and (code != "address_with_login" or path[-1] == "adress"):
                    yield tell(record, path, code, given=found.group(2))


def _linked(record: Record) -> Iterator[tuple[Path, str]]:
    """Yield path and text of what becomes a link, or may hold one."""
    yield from record.parts.prose
    for position, link in enumerate(getattr(record.entry, "links", ())):
        yield ("länkar", position, "adress"), link.address
    for position, source in enumerate(record.entry.sources if record.key == "kallor" else ()):
        yield ("källor", position, "adress"), source.address or ""


def sources(loaded: Loaded, _: Known) -> Iterator[Finding]:
    """What a source gives as its address is a web address, or words that look like none."""
    record = loaded.records.get("kallor")
    for position, source in enumerate(record.entry.sources if record else ()):
        given = source.address or ""
        if record and _SCHEME.match(given) and not _WEB.fullmatch(given) and "<" not in given:
            yield tell(record, ("källor", position, "adress"), "bad_address", given=given)


def _wrong(login: str | None, host: str) -> str | None:
    if login is not None:
        return "address_with_login"
    name = host.lower().rstrip(".")
    if _NUMBERS.fullmatch(name) or _LOCAL.fullmatch(name) or "." not in name:
        return "address_local"
    return None if _SWEDISH.fullmatch(_shown(name)) else "address_lookalike"


def _shown(name: str) -> str:
    """Return a host's name with its letters: ``xn--...`` is how others than a–z are sent."""
    try:
        return name.encode("ascii").decode("idna") if "xn--" in name else name
    except UnicodeError:
        return "?"
