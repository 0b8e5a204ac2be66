"""The numbers that Word counts itself: ``4 §`` in front of a heading is often nowhere in its text.

Source: ECMA-376, part 1, 17.9 (numbering). Decimal numbers, letters and bullets are worded; other formats
are left out, so that a number is missing rather than wrong.
"""

from __future__ import annotations

import re
from xml.etree import ElementTree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PLACE = re.compile(r"%([1-9])")


class Numbering:
    """Counts through a document: ask for each paragraph's label once, in order."""

    def __init__(self, part: ElementTree.Element | None) -> None:
        self._levels: dict[tuple[str, int], ElementTree.Element] = {}
        self._abstract: dict[str, str] = {}
        self._counts: dict[str, dict[int, int]] = {}
        if part is None:
            return
        for abstract in part.findall(f"{W}abstractNum"):
            key = abstract.get(f"{W}abstractNumId", "")
            for level in abstract.findall(f"{W}lvl"):
                self._levels[key, _number(level.get(f"{W}ilvl"))] = level
        for num in part.findall(f"{W}num"):
            reference = num.find(f"{W}abstractNumId")
            if reference is not None:
                self._abstract[num.get(f"{W}numId", "")] = reference.get(f"{W}val", "")

    def label(self, paragraph: ElementTree.Element, of_style: ElementTree.Element | None) -> str:
        """Return what Word shows in front of ``paragraph``, or nothing."""
        own = paragraph.find(f"{W}pPr/{W}numPr")
        num_id = _value(own, "numId") or _value(of_style, "numId")
        level = _number(_value(own, "ilvl") or _value(of_style, "ilvl"))
        key = self._abstract.get(num_id or "")
        if key is None or (key, level) not in self._levels:
            return ""
        counts = self._counts.setdefault(key, {})
        for deeper in [depth for depth in counts if depth > level]:
            del counts[deeper]
        for depth in range(level):
            counts.setdefault(depth, self._start(key, depth))
        counts[level] = counts[level] + 1 if level in counts else self._start(key, level)
        return self._worded(key, level, counts)

    def _start(self, key: str, level: int) -> int:
        element = self._levels.get((key, level))
        return _number(_value(element, "start"), 1) if element is not None else 1

    def _worded(self, key: str, level: int, counts: dict[int, int]) -> str:
        pattern = _value(self._levels[key, level], "lvlText") or ""
        if _value(self._levels[key, level], "numFmt") == "bullet":
            return "•"
        worded = ""
        last = 0
        for found in _PLACE.finditer(pattern):
            depth = int(found[1]) - 1
            element = self._levels.get((key, depth))
            shown = _shown(counts.get(depth, 1), _value(element, "numFmt") or "decimal")
            if not shown:
                return ""
            worded += pattern[last : found.start()] + shown
            last = found.end()
        return (worded + pattern[last:]).strip()


def _shown(count: int, form: str) -> str:
    if form == "decimal":
        return str(count)
    if form in ("lowerLetter", "upperLetter") and 1 <= count <= 26:
        return chr((97 if form == "lowerLetter" else 65) + count - 1)
    return ""


def _value(element: ElementTree.Element | None, tag: str) -> str | None:
    found = element.find(f"{W}{tag}") if element is not None else None
    return None if found is None else found.get(f"{W}val")


def _number(text: str | None, otherwise: int = 0) -> int:
    return (
        int(text) if text is not None and text.isascii() and text.isdigit() and len(text) < 5 else otherwise
    )
