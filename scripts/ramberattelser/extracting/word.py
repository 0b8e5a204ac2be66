"""A Word document (.docx): a zip with XML in it, read with the standard library under strict limits.

Source: ECMA-376, part 1 (WordprocessingML). Word keeps a paragraph whole, so nothing has to be joined;
but the number of a heading is often not in the text and has to be counted (``numbering``).
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

from ramberattelser.extracting.document import DocumentError, Line
from ramberattelser.extracting.numbering import Numbering, W

MAX_UNPACKED = 30_000_000
"""Bytes of XML that are unpacked at most; a zip can promise a thousand times its size."""

_SKIPPED = {
    f"{W}del",
    f"{W}moveFrom",
    f"{W}txbxContent",
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}
_BAD = "{name} går inte att läsa som Word-dokument — öppna det i Word och spara det på nytt som .docx."


def read(data: bytes, name: str) -> tuple[int, list[Line], list[str]]:
    """Return 0 (Word keeps no pages), the lines, and what is unsure."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            if "word/document.xml" not in names:
                raise DocumentError(
                    f"{name} är inget Word-dokument (.docx) — öppna det i sitt program och spara det "
                    "som .docx."
                )
            parts = {
                part: _part(archive, f"word/{part}.xml", name)
                for part in ("document", "styles", "numbering")
                if f"word/{part}.xml" in names
            }
    except DocumentError:
        raise
    except Exception:  # a broken or hostile zip can raise nearly anything; all of it means the same
        raise DocumentError(_BAD.format(name=name)) from None
    return 0, list(_lines(parts)), _doubts(parts["document"])


def _part(archive: zipfile.ZipFile, member: str, name: str) -> ElementTree.Element:
    if archive.getinfo(member).flag_bits & 1:
        raise DocumentError(f"{name} är låst med lösenord — spara en kopia utan lösenord.")
    with archive.open(member) as file:
        xml = file.read(MAX_UNPACKED + 1)
    if len(xml) > MAX_UNPACKED:
        raise DocumentError(
            f"{name} är orimligt stor när den packas upp — spara bara texten i ett nytt dokument."
        )
    # The format has no document types; what declares one only wants its entities expanded.
    if b"<!DOCTYPE" in xml or b"<!ENTITY" in xml or b"<\x00!\x00" in xml or b"\x00<\x00!" in xml:
        raise DocumentError(_BAD.format(name=name))
    return ElementTree.fromstring(xml)


def _lines(parts: dict[str, ElementTree.Element]) -> Iterator[Line]:
    styles = _Styles(parts.get("styles"))
    numbering = Numbering(parts.get("numbering"))
    row = 0
    for paragraph in _paragraphs(parts["document"]):
        style = styles.of(paragraph)
        label = numbering.label(paragraph, styles.numbering(style))
        texts = [" ".join(text.split()) for text in _text(paragraph).split("\n")]
        if not any(texts):
            continue
        for position, text in enumerate(text for text in texts if text):
            row += 1
            shown = f"{label} {text}" if label and position == 0 else text
            bold = "fet" if _all_bold(paragraph) else ""
            yield Line(
                shown,
                0,
                row,
                new=position == 0,
                style=f"{style} {bold}".strip(),
                heading=styles.heading(style),
            )


def _paragraphs(element: ElementTree.Element) -> Iterator[ElementTree.Element]:
    """Yield the paragraphs in their order, tables included; iteratively, since nesting is the file's."""
    stack = [element]
    while stack:
        current = stack.pop()
        if current.tag == f"{W}p":
            yield current
        elif current.tag not in _SKIPPED:
            stack.extend(reversed(current))


def _text(paragraph: ElementTree.Element) -> str:
    found: list[str] = []
    stack = list(reversed(paragraph))
    while stack:
        current = stack.pop()
        if current.tag in _SKIPPED:
            continue
        match current.tag.removeprefix(W):
            case "t":
                found.append(current.text or "")
            case "tab":
                # Inside w:tabs it is a definition of a stop, which has a position.
                found.append("" if f"{W}pos" in current.attrib else " ")
            case "br" | "cr":
                found.append("\n")
            case "noBreakHyphen":
                found.append("-")
            case "sym":
                found.append("\ufffd")
            case _:
                stack.extend(reversed(current))
    return "".join(found)


def _all_bold(paragraph: ElementTree.Element) -> bool:
    runs = [run for run in paragraph.iter(f"{W}r") if any((t.text or "").strip() for t in run.iter(f"{W}t"))]
    return bool(runs) and all(_on(run.find(f"{W}rPr/{W}b")) for run in runs)


def _on(element: ElementTree.Element | None) -> bool:
    return element is not None and element.get(f"{W}val", "1") not in ("0", "false", "none")


def _doubts(document: ElementTree.Element) -> list[str]:
    if any(next(document.iter(f"{W}{tag}"), None) is not None for tag in ("ins", "del", "moveTo")):
        return ["Dokumentet har spårade ändringar; det är läst som om de vore godkända."]
    return []


class _Styles:
    """Which paragraph styles are headings, and which carry a numbering."""

    def __init__(self, part: ElementTree.Element | None) -> None:
        self._by_id = {} if part is None else {s.get(f"{W}styleId", ""): s for s in part.findall(f"{W}style")}

    def of(self, paragraph: ElementTree.Element) -> str:
        named = paragraph.find(f"{W}pPr/{W}pStyle")
        return "" if named is None else named.get(f"{W}val", "")

    def heading(self, style: str) -> bool:
        element = self._by_id.get(style)
        name = element.find(f"{W}name") if element is not None else None
        shown = (name.get(f"{W}val", "") if name is not None else style).lower()
        outlined = element is not None and element.find(f"{W}pPr/{W}outlineLvl") is not None
        return outlined or shown.startswith(("heading", "rubrik"))

    def numbering(self, style: str) -> ElementTree.Element | None:
        """Return the numbering of a style, its own or that of the style it is based on."""
        for _ in range(10):
            element = self._by_id.get(style)
            if element is None:
                return None
            found = element.find(f"{W}pPr/{W}numPr")
            if found is not None:
                return found
            based = element.find(f"{W}basedOn")
            style = "" if based is None else based.get(f"{W}val", "")
        return None
