"""Each change in a few Swedish words, for the list of changes."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ramberattelser.comparing import Change, Comparison, Unit
from ramberattelser.comparing.results import Span
from ramberattelser.rendering.diffing.moves import boxes
from ramberattelser.rendering.diffing.shape import Item, numbers
from ramberattelser.rendering.diffing.words import KINDS
from ramberattelser.rendering.typography import and_list

_MARKS = {
    ",": "komma", ".": "punkt", ";": "semikolon", ":": "kolon", "!": "utropstecken", "?": "frågetecken",
    "-": "bindestreck", "–": "tankstreck", "—": "tankstreck", "(": "parentes", ")": "parentes",
    "”": "citattecken", '"': "citattecken", "“": "citattecken", "»": "citattecken", "/": "snedstreck",
}  # fmt: skip
_WORD = re.compile(r"[^\W_]+(?:[-–’'.][^\W_]+)*")
_SHORT = 14
"""Added or struck words of at most so many characters are shown with the words around them."""


def items(made: Comparison) -> tuple[Item, ...]:
    """Return every change in words."""
    teller = _Teller(made)
    return tuple(
        Item(
            change.number,
            KINDS[change.kind][0],
            teller.brief(change),
            "nekande ord" if change.negation else "",
        )
        for change in made.changes
    )


def quote(text: str, most: int = 52) -> str:
    """Return the first words of a text, without a comma at the end."""
    text = " ".join(text.split()).strip(" ,;")
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0].rstrip(" ,;") + " …"


@dataclass(slots=True)
class _Teller:
    made: Comparison

    def brief(self, change: Change) -> str:
        """Return what happened, in a few words."""
        tellers: Mapping[str, Callable[[Change], str]] = {
            "moved": self._moved,
            "split": self._split,
            "merged": self._merged,
            "punctuation": self._punctuation,
            "case": self._forms,
            "spelling": self._forms,
            "renumbered": self._forms,
        }
        return tellers.get(change.kind, self._words)(change)

    def _text(self, change: Change, most: int = 52) -> tuple[str, str]:
        made = self.made
        old = quote(" … ".join(made.old[slice(*span)].strip() for span in change.old), most)
        new = quote(" … ".join(made.new[slice(*span)].strip() for span in change.new), most)
        return old, new

    def _words(self, change: Change) -> str:
        old, new = self._text(change)
        if old and new:
            return f"”{old}” blir ”{new}”"
        text, units, spans = (
            (self.made.new, self.made.new_units, change.new)
            if new
            else (self.made.old, self.made.old_units, change.old)
        )
        whole = _whole(units, text, spans)
        if whole:
            return f"mening {whole}: ”{quote(new or old, 40)}”"
        context = _context(units, text, spans[0]) if len(new or old) <= _SHORT and len(spans) == 1 else ""
        return f"”{new or old}”, i ”{context}”" if context else f"”{new or old}”"

    def _forms(self, change: Change) -> str:
        old, new = self._text(change)
        return f"”{old}” blir ”{new}”"

    def _split(self, change: Change) -> str:
        pair = next((p for p in self.made.pairs if change.new_unit in p.new and len(p.new) > 1), None)
        if pair is None:
            return self._words(change)
        return f"mening {pair.old[0] + 1} delas i mening {_listed(pair.new)}"

    def _merged(self, change: Change) -> str:
        pair = next((p for p in self.made.pairs if change.old_unit in p.old and len(p.old) > 1), None)
        if pair is None:
            return self._words(change)
        return f"mening {_listed(pair.old)} blir en mening, {pair.new[0] + 1}"

    def _punctuation(self, change: Change) -> str:
        old, new = (
            "".join(text[slice(*span)].strip() for span in spans)
            for text, spans in ((self.made.old, change.old), (self.made.new, change.new))
        )
        text, spans = (self.made.new, change.new) if new else (self.made.old, change.old)
        before = _WORD.findall(text[max(0, spans[0][0] - 60) : spans[0][0]])
        after = f" efter ”{before[-1]}”" if before else ""
        if old and new:
            return f"{_mark(old)} blir {_mark(new)}{after}"
        return f"{_mark(new)} läggs till{after}" if new else f"{_mark(old)} tas bort{after}"

    def _moved(self, change: Change) -> str:
        box = next((box for box in boxes(self.made) if box.change is change), None)
        _, new = self._text(change, 40)
        if box is not None:
            old_numbers, new_numbers = (numbers([u + 1 for u in units]) for units in (box.olds, box.news))
            first = "" if len(box.olds) == 1 else "erna"
            if old_numbers == new_numbers:
                return f"mening{first} {old_numbers} har bytt plats: ”{new}”"
            return f"mening{first} {old_numbers} blir mening {new_numbers}: ”{new}”"
        what = f"”{new}”"
        return self._passed(change, what) or self._between(change, what)

    def _passed(self, change: Change, what: str) -> str:
        """Return ``”Arbetsförmedlingen” står efter ”Försäkringskassan”`` where a word tells the new place."""
        made = self.made
        olds = {link.new: link.old for link in made.links}
        start, end = change.new[0][0], change.new[-1][1]
        for word in reversed(list(_WORD.finditer(made.new, max(0, start - 60), start))[-3:]):
            old = olds.get(word.span())
            if old and len(word.group()) > 3 and old[0] >= change.old[-1][1]:
                return f"{what} står efter ”{word.group()}”"
        for word in list(_WORD.finditer(made.new, end, min(len(made.new), end + 60)))[:3]:
            old = olds.get(word.span())
            if old and len(word.group()) > 3 and old[1] <= change.old[0][0]:
                return f"{what} står före ”{word.group()}”"
        return ""

    def _between(self, change: Change, what: str) -> str:
        if change.old_unit is None or change.new_unit is None:
            return f"{what} står på en annan plats"
        return f"{what}: från mening {change.old_unit + 1} till mening {change.new_unit + 1}"


def _mark(marks: str) -> str:
    if len(set(marks)) == 1 and marks[0] in _MARKS:
        return _MARKS[marks[0]]
    return f"”{marks}”"


def _listed(units: tuple[int, ...]) -> str:
    return and_list([str(unit + 1) for unit in units])


def _whole(units: tuple[Unit, ...], text: str, spans: tuple[Span, ...]) -> str:
    """Return the numbers of the sentences that the spans cover, where they cover nothing but whole ones."""
    if len(spans) != 1:
        return ""
    (start, end) = spans[0]
    inside = [unit for unit in units if start <= unit.start and unit.end <= end]
    if not inside or text[start : inside[0].start].strip() or text[inside[-1].end : end].strip():
        return ""
    return numbers([unit.index + 1 for unit in inside])


def _context(units: tuple[Unit, ...], text: str, span: Span) -> str:
    """Return a few words as they stand together: two before, the words themselves, one after."""
    unit = next((unit for unit in units if unit.start <= span[0] < unit.end), None)
    if unit is None:
        return ""
    before = list(_WORD.finditer(text, unit.start, span[0]))[-2:]
    after = list(_WORD.finditer(text, span[1], unit.end))[:1]
    start = before[0].start() if before else span[0]
    end = after[0].end() if after else span[1]
    words = " ".join(text[start:end].split()).strip(" ,;")
    return words if before or after else ""
