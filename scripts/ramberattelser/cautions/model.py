"""What a caution is: a finding that may be mistaken, and therefore never stops anything."""

from __future__ import annotations

from dataclasses import dataclass

from ramberattelser.findings import Finding

SENTENCES: dict[str, tuple[str, str]] = {
    "identity_number": (
        "ett tal ser ut som ett personnummer",
        "ta bort det om det är ett; numret upprepas inte här, eftersom rapporten kan läsas av fler",
    ),
    "private_email": (
        "en e-postadress ser ut att vara privat",
        "byt den mot en funktionsadress, som kansli@, eller ta bort den",
    ),
    "personal_email": (
        "en e-postadress ser ut att gå till en enskild person",
        "byt den hellre mot en funktionsadress, som kansli@; namn och adress är personuppgifter",
    ),
    "mobile": (
        "ett nummer ser ut att gå till en mobiltelefon",
        "byt det mot växelns nummer, eller ta bort det",
    ),
    "hard_to_read": (
        "texten är svårläst (LIX {value}, riktmärket är högst {budget})",
        "dela långa meningar och byt långa ord mot kortare",
    ),
    "long_sentence": (
        "meningen som börjar ”{given}” har {words} ord",
        "dela den; över {budget} ord blir en mening svår att hålla i huvudet",
    ),
    "raw_reference": (
        "”{given}” visas som det står och blir ingen länk",
        "hänvisningar med [[…]] fungerar bara i längre textfält; skriv namnet, eller en vanlig länk",
    ),
    "dead_link": (
        "länken ”{given}” leder till en sida som inte finns",
        "kontrollera adressen mot sidan den ska leda till",
    ),
    "dead_anchor": (
        "länken ”{given}” leder till ett ställe som inte finns på sidan",
        "kontrollera det som står efter #, eller ta bort det så att länken leder till sidans början",
    ),
}
"""What may be wrong, and what can be done about it, by code."""


@dataclass(frozen=True, slots=True, order=True)
class Caution(Finding):
    """A finding where we cannot be sure. It is shown and never changes an exit code."""

    def __str__(self) -> str:
        """One line, like a finding's, with the word ``varning`` after the place."""
        return str(Finding(self.file, self.line, self.column, f"varning: {self.field}", self.what, self.how))


def told(code: str, /, **details: str) -> tuple[str, str]:
    """Return the two parts of the sentence for ``code``."""
    what, how = SENTENCES[code]
    return what.format_map(details), how.format_map(details)
