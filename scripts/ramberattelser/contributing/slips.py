"""What is wrong with a form, in Swedish: our own counterpart to the findings of files."""

from __future__ import annotations

from dataclasses import dataclass

_SENTENCES: dict[str, tuple[str, str]] = {
    "too_long": ("texten är längre än {most} tecken", "korta den, eller bifoga dokumentet i stället"),
    "not_utf8": ("texten är inte UTF-8", "spara om den med teckenkodningen UTF-8"),
    "no_form": ("det här är inget ifyllt formulär", "öppna ett nytt ärende och välj ett av formulären"),
    "before": ("text står före den första rubriken", "flytta den till ett svar; börja med ”### {label}”"),
    "heading_twice": ("rubriken står två gånger", "behåll den ena, och skriv inga egna rubriker med ###"),
    "form_twice": (
        "formuläret står två gånger",
        "ta bort det ena, från rubriken ”### {label}” och nedåt, om det är det andra",
    ),
    "no_heading": (
        "rubriken saknas",
        "lägg tillbaka raden ”### {label}”; rubrikerna ska stå kvar, också över tomma svar",
    ),
    "no_answer": ("svaret saknas", "fyll i det"),
    "not_ticked": ("rutorna är inte ikryssade", "kryssa i båda, om det stämmer"),
    "not_a_choice": ("”{given}” är inget av valen", "välj {choices}"),
    "one_line": ("svaret får bara vara en rad", "skriv det på en rad"),
    "no_place": (
        "stycket ”{given}” säger inte var det står i källan",
        "skriv det sist, inom hakparentes, till exempel [avsnitt 2], eller [källan]",
    ),
    "no_place_line": (
        "raden ”{given}” säger inte var det står i källan",
        "skriv det sist, inom hakparentes, till exempel [avsnitt 2], eller [källan]",
    ),
    "place_alone": ("källan står ensam, utan text före", "skriv den sist i det stycke som den hör till"),
    "no_speaker": (
        "citatet säger inte vem som talar",
        "skriv en sista rad med tankstreck och namnet, till exempel ”> – Ordföranden [avsnitt 2]”",
    ),
    "no_quote": ("citatet är tomt", "skriv orden, med > först på raden"),
    "parts": ("raden ”{given}” går inte att dela upp", "skriv den som i exemplet: {form}"),
    "no_source": (
        "ingen källa är angiven",
        "skriv dess korta namn, eller fyll i dokumentets titel, år och slag",
    ),
    "two_sources": (
        "både en källa som finns och ett nytt dokument är ifyllda",
        "behåll det ena; en annan källa anges inom hakparentes i texten",
    ),
    "source_lacks": ("ett nytt dokument behöver också ”{label}”", "fyll i det; skriv saknas om det är okänt"),
    "source_taken": (
        "källan ”{given}” finns redan här",
        "skriv ”{given}” i ”{label}” i stället, om det är samma dokument; annars behövs en annan titel",
    ),
    "no_section": ("inget avsnitt är skrivet", "svara på minst en av frågorna"),
    "no_name": ("av namnet går ingen webbadress att göra", "skriv namnet med bokstäver"),
    "unknown_source": (
        "källan ”{given}” finns inte här",
        "{advice} Är dokumentet nytt lämnas fältet tomt, och dess titel, år och slag fylls i",
    ),
    "taken": ("filen {given} finns redan", "ändra i den genom sidans länk ”Ändra den här sidan”"),
    "version_taken": (
        "lydelsen {given} finns redan",
        "är det en annan lydelse behöver den en annan tid i ”{label}”; annars ändras den på sin egen sida",
    ),
    "elsewhere": (
        "svaren går inte ihop med det som redan finns ({given})",
        "säg till i ärendet, så reder vi ut det",
    ),
    "cannot_add": (
        "filen {given} går inte att lägga till i av sig själv",
        "säg det i ärendet, så lägger vi in texten för hand",
    ),
}


@dataclass(frozen=True, slots=True)
class Slip:
    """One thing to mend: in the answer to which question, on which line of the issue, what, and how."""

    label: str
    line: int
    what: str
    how: str

    def __lt__(self, other: Slip) -> bool:
        """Slips stand in the order of the form, as whoever mends them reads it."""
        return (self.line, self.label, self.what, self.how) < (other.line, other.label, other.what, other.how)


def slip(code: str, label: str, line: int, /, **details: str) -> Slip:
    """Return the slip ``code`` about the answer under ``label``."""
    what, how = _SENTENCES[code]
    told = {"label": label} | {
        name: _short(value) if name == "given" else value for name, value in details.items()
    }
    return Slip(label, line, what.format_map(told), how.format_map(told))


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 60 else text[:59].rstrip() + "…"
