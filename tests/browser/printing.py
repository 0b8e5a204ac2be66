"""What a sheet of paper says: a page printed by the browser and read back from the PDF."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterator

from pdfminer.high_level import extract_pages
from pdfminer.layout import LTChar, LTItem, LTPage, LTTextContainer
from playwright.sync_api import Browser

SHEET = 680
"""The width between the margins of a sheet, in CSS pixels."""

DEPTH = 993
"""The height between the margins of a sheet, in the same."""


def printed_sheets(browser: Browser, address: str) -> list[LTPage]:
    """Print the page at an address on A4 and return its sheets, as pdfminer lays them out."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="sv-SE")
    page = context.new_page()
    page.goto(address, wait_until="networkidle")
    sheets = list(extract_pages(io.BytesIO(page.pdf(format="A4"))))
    context.close()
    return sheets


def words(sheet: LTPage) -> str:
    """Return all that a sheet says, without soft hyphens, with single spaces."""
    parts = [part.get_text() for part in sheet if isinstance(part, LTTextContainer)]
    return " ".join(" ".join(parts).replace("\u00ad", "").split())


def tight(text: str) -> str:
    """Return text without spaces and hyphens, soft ones too: lines and words break otherwise on paper."""
    plain = unicodedata.normalize("NFKC", text)  # the letters of a ligature
    return "".join(plain.split()).replace("-", "").replace("‐", "").replace("\u00ad", "")


def characters(part: LTItem) -> Iterator[LTChar]:
    """Yield every character of a sheet or of a part of it, but for spaces."""
    if isinstance(part, LTChar):
        if part.get_text().strip():
            yield part
    elif hasattr(part, "__iter__"):
        for inner in part:
            yield from characters(inner)


def size_of(character: LTChar) -> float:
    """Return the size of type in points, also of a character that lies on its side.

    pdfminer gives the box of a character, whatever scaled and turned it; how high that is, is the size only
    where the text stands.
    """
    along, turned, *_ = character.matrix
    return character.width if abs(turned) > abs(along) else character.height
