"""Likely personal data in any text: identity numbers, private addresses, mobile numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

_IDENTITY = re.compile(r"(?<![\d,.])(?:18|19|20)?(\d{6})[ \u00a0]?[-+–]?[ \u00a0]?(\d{4})(?![\d]|[,.]\d)")
_EMAIL = re.compile(r"(?<![\w.+-])([\w.+-]+)@([\w-]+(?:\.[\w-]+)+)")
_MOBILE = re.compile(
    r"(?<![\d+])(?:(?:\+|00)46[\s\u00a0-]?(?:\(0\)\s?)?|0)7[02369](?:[\s\u00a0–-]{0,3}\d){7}(?!\d)"
)
_NUMBER = re.compile(r"\d{6}|07[02369]|46")
"""What a text must have for either kind of number to be in it; most texts have not."""

_PRIVATE = frozenset(
    (
        "aol", "bahnhof", "bredband", "bredband2", "comhem", "gmail", "gmx", "googlemail", "hotmail",
        "icloud", "live", "mac", "me", "msn", "outlook", "passagen", "pm", "proton", "protonmail", "spray",
        "swipnet", "tele2", "telia", "tuta", "tutanota", "yahoo", "ymail",
    )
)  # fmt: skip
"""Providers of private mailboxes, by the part of the domain before the country or ``.com``."""

_ROLES = re.compile(
    r"info|kansli|kontakt|registrator|diarium|finsam|nns|post|e?mail|redaktion|styrelse|support|arkiv|press"
    r"|samordning|kundtjanst|vaxel|webb|noreply|no-reply|samordningsforbund",
    re.IGNORECASE,
)


def personal(text: str) -> Iterator[tuple[str, int]]:
    """Yield a code and where in ``text`` it applies, for each thing that looks like personal data."""
    if _NUMBER.search(text):
        for match in _IDENTITY.finditer(text):
            if is_identity_number(match.group(1) + match.group(2)):
                yield "identity_number", match.start()
        for match in _MOBILE.finditer(text):
            yield "mobile", match.start()
    if "@" in text:
        for match in _EMAIL.finditer(text):
            code = _kind_of_address(match.group(1), match.group(2))
            if code is not None:
                yield code, match.start()


def is_identity_number(digits: str) -> bool:
    """Say whether ten digits can be a personnummer or samordningsnummer: a day, and the check digit.

    The rule is 18 § folkbokföringslagen (1991:481): year, month, day, birth number and a check digit by the
    Luhn formula. A samordningsnummer has 60 added to the day.
    """
    month, day = int(digits[2:4]), int(digits[4:6])
    if not 1 <= month <= 12 or not (1 <= day <= 31 or 61 <= day <= 91):
        return False
    doubled = (int(digit) * (2 - place % 2) for place, digit in enumerate(digits))
    return sum(value // 10 + value % 10 for value in doubled) % 10 == 0


def _kind_of_address(name: str, domain: str) -> str | None:
    if _ROLES.search(name):
        return None
    if domain.lower().split(".")[-2] in _PRIVATE:
        return "private_email"
    return "personal_email" if re.fullmatch(r"[^\W\d_]+\.[^\W\d_]+(?:[.-][^\W\d_]+)*", name) else None
