"""The Swedish sentence for each kind of problem: what is wrong, and how it is mended.

Every code that ``reading``, the model and the rules can give has a row here; a test asks for
each of pydantic's types that the models can raise.
"""

from __future__ import annotations

import difflib
import typing
from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from ramberattelser import dates
from ramberattelser.findings import Finding
from ramberattelser.reading import Document, Problem

_FILE = "filen"

_SENTENCES: dict[str, tuple[str, str]] = {
    # the file
    "symlink": ("filen är en genväg till en annan fil", "lägg själva filen här i stället"),
    "unreadable": ("filen går inte att läsa ({reason})", "kontrollera att filen finns och får läsas"),
    "too_large": ("filen är större än {most} kB", "dela upp den eller ta bort det som inte hör hit"),
    "not_utf8": ("filen är inte sparad som UTF-8", "spara om den med teckenkodningen UTF-8"),
    "empty_file": ("filen är tom", "fyll i den eller ta bort den"),
    "hidden_character": ("ett osynligt tecken ({code}) står i texten", "ta bort tecknet och skriv mellanslaget på nytt"),
    # the YAML
    "anchor": ("märket &{name} (ankare) används inte här", "skriv ut texten där den ska stå; börja inte värden med &"),
    "alias": ("hänvisningen *{name} (alias) används inte här", "skriv ut texten, eller sätt värden som börjar med * inom citattecken"),
    "tag": ("taggen {name} används inte här", "ta bort taggen, eller sätt värden som börjar med ! inom citattecken"),
    "second_document": ("filen innehåller ett dokument till", "ta bort raden med --- och det som följer, eller gör en egen fil"),
    "duplicate_key": ("fältet ”{key}” står två gånger, först på rad {first}", "behåll det ena"),
    "key_not_text": ("ett fältnamn är en lista eller en grupp", "skriv fältnamnet som vanlig text"),
    "too_deep": ("uppgifterna är nästlade i mer än {most} nivåer", "flytta ut det innersta; formatet har högst sju nivåer"),
    "not_mapping": ("filen börjar inte med ett fältnamn", "börja med ett fält, till exempel ”titel: …”"),
    # values
    "missing": ("fältet saknas", "lägg till ”{name}: …”"),
    "extra_forbidden": ("fältet finns inte i formatet", "{suggestion}"),
    "none": ("fältet är tomt", "fyll i det, eller ta bort raden om uppgiften inte behövs"),
    "string_type": ("här ska stå en text", "skriv en text, inte en lista eller en grupp av fält"),
    "string_too_long": ("texten är längre än {max_length} tecken", "korta den"),
    "string_pattern_mismatch": ("”{given}” har fel form", "{pattern_help}"),
    "tuple_type": ("här ska stå en lista", "börja varje rad i listan med ett bindestreck och ett mellanslag"),
    "too_short": ("listan är tom", "lägg till minst {min_length} rad"),
    "model_type": ("här ska stå en grupp av fält", "skriv fälten på egna rader, indragna under ”{name}:”"),
    "literal_error": ("”{given}” är inget av de tillåtna värdena", "välj {expected}"),
    "empty": ("texten är tom", "fyll i den, eller ta bort raden"),
    "one_line": ("texten får bara vara en rad", "skriv den på en rad"),
    "slug": ("”{given}” kan inte vara en del av en webbadress", "använd a–z, 0–9 och bindestreck, till exempel ”{suggestion}”"),
    "date": ("”{given}” går inte att läsa som tid ({reason})", "skriv till exempel {forms}"),
    "day": ("”{given}” är ingen dag", "skriv dagen som ÅÅÅÅ-MM-DD, till exempel 2026-11-22"),
    "yes_no": ("”{given}” är varken ja eller nej", "skriv ja eller nej"),
    "source_ref": ("”{given}” är ingen källhänvisning", "skriv källans id och avsnitt, till exempel ”nns-2020, avsnitt 3.1”"),
    "version_ref": ("”{given}” pekar inte ut någon lydelse", "skriv förbund och version, till exempel ”umearegionen/2019”"),
    "block_kind": ("ett stycke ska ha exakt ett av text, citat, utdrag, steg och bild (här: {given})", "dela upp stycket, eller lägg till det som saknas"),
    "quote_without_speaker": ("citatet saknar vem som säger det", "lägg till ”av: …”"),
    "excerpt_without_version": ("ett utdrag ska ange vilken lydelse det är hämtat ur", "ange både ”utdrag” och ”ur”, till exempel ”ur: umearegionen/2019”"),
    # the whole
    "unknown_file": ("filen hör inte till formatet", "lägg berättelser i narratives/<förbund>/ och paragrafer i clauses/ och låt namnet sluta på .yml"),
    "missing_file": ("filen saknas", "lägg tillbaka den; webbplatsen behöver den"),
    "bad_file_name": ("filnamnet blir ingen webbadress", "använd a–z, 0–9 och bindestreck, till exempel ”{suggestion}”"),
    "wrong_owner": ("filen säger ”{given}” men heter ”{expected}”", "låt fältet och filnamnet vara lika"),
    "duplicate_id": ("id ”{given}” är redan använt på rad {first}", "välj ett annat id"),
    "unknown_association": ("förbundet ”{given}” finns inte", "{suggestion}"),
    "unknown_source": ("källan ”{given}” finns inte i kallor.yml", "{suggestion}"),
    "unknown_element": ("byggstenen ”{given}” finns inte i byggstenar.yml", "{suggestion}"),
    "unknown_question": ("frågan ”{given}” finns inte i fragor.yml", "{suggestion}"),
    "unknown_version": ("lydelsen ”{given}” finns inte", "{suggestion}"),
    "unknown_term": ("begreppet ”{given}” finns inte i begrepp.yml", "{suggestion}"),
    "unknown_narrative": ("berättelsen ”{given}” finns inte", "{suggestion}"),
    "quote_not_found": ("orden ”{given}” står inte i texten", "skriv av dem till punkt och pricka; … står för utelämnade ord"),
    "quote_ambiguous": ("orden ”{given}” står på flera ställen i texten", "ta med fler ord, så att det bara kan vara ett ställe"),
    "version_without_text": ("lydelsen ”{given}” är inte insamlad", "hänvisa till en lydelse med text, eller lägg in texten"),
    "period_backwards": ("perioden slutar ({end}) före den börjar ({start})", "byt plats på tiderna eller rätta den som är fel"),
    "validity_overlap": ("giltigheten överlappar lydelsen ”{other}”", "rätta från eller till, så att bara en lydelse gäller åt gången"),
    "versions_unordered": ("lydelserna står inte i tidsordning: ”{given}” gäller före ”{other}”", "lägg den äldsta först"),
    "relation_to_self": ("en lydelse kan inte bygga på sig själv", "peka ut förlagan, eller ta bort raden"),
    "relation_circle": ("lydelserna bygger på varandra i en cirkel: {given}", "ta bort den hänvisning som inte stämmer"),
    "missing_with_codes": ("lydelsen saknas men har ändå {given}", "ta bort fältet, eller lägg in texten"),
    "stanza_count": ("texten har {given} stycken men {listed} paragrafer är angivna", "ange en paragraf för varje stycke"),
    "raw_html": ("texten innehåller HTML ({given})", "ta bort taggen; skriv &lt; som ”mindre än” eller använd *kursiv* och **fet**"),
    "template_code": ("texten innehåller mallkod ({given})", "ta bort klamrarna; texten visas precis som den står"),
    "bad_link": ("länken ”{given}” leder till en adress som inte tillåts", "använd https://…, mailto:… eller [[förbund]]"),
    "markdown": ("{given} används inte i brödtext", "använd stycken, *kursiv*, **fet**, listor och länkar"),
    "unknown_macro": ("makrot ”{given}” finns inte", "{suggestion}"),
    "macro_call": ("inom {{{{ }}}} får bara ett makro med färdiga värden stå", "skriv till exempel {{{{ tidslinje(\"umearegionen\") }}}}"),
}  # fmt: skip

_SYNTAX: tuple[tuple[str, str, str], ...] = (
    ("mapping values are not allowed", "ett kolon följt av mellanslag står inne i värdet", "sätt hela värdet inom citattecken, till exempel titel: \"Ändamål: ett försök\""),
    ("cannot start any token", "raden börjar med ett tecken som inte får stå där, ofta en tabb", "byt tabbar mot mellanslag, och sätt värden som börjar med @, ` eller % inom citattecken"),
    ("could not find expected ':'", "ett fältnamn saknar kolon, eller så är en rad felindragen", "skriv ”fält: värde” och dra in texten två mellanslag"),
    ("did not find expected key", "indraget stämmer inte med raderna ovanför", "låt fält på samma nivå börja i samma kolumn"),
    ("did not find expected '-' indicator", "indraget i listan stämmer inte", "låt alla bindestreck i listan börja i samma kolumn"),
    ("block sequence entries are not allowed", "ett listtecken (-) står där ingen lista kan börja", "börja listan på en ny rad under fältet"),
    ("unexpected end of stream", "ett citattecken eller en parentes avslutas aldrig", "lägg till det avslutande tecknet"),
    ("did not find expected ',' or", "en lista eller grupp inom [ ] eller { } avslutas aldrig", "lägg till ] eller }, eller sätt värdet inom citattecken"),
    ("undefined alias", "värdet börjar med *", "sätt hela värdet inom citattecken"),
    ("did not find expected alphabetic or numeric character", "värdet börjar med * eller &", "sätt hela värdet inom citattecken"),
    ("found unknown escape character", "ett omvänt snedstreck står inom citattecken", "använd enkla citattecken ' ' eller skriv \\\\"),
    ("control characters are not allowed", "ett osynligt styrtecken står i texten", "ta bort det"),
    ("found character that cannot start", "raden börjar med ett tecken som inte får stå där", "sätt värdet inom citattecken"),
    ("found a tab character", "raden är indragen med tabb", "byt tabben mot två mellanslag"),
    ("wrong indentation", "indraget stämmer inte", "dra in med två mellanslag per nivå"),
    ("did not find expected <document start>", "något står före det första fältet eller efter det sista", "ta bort det, eller dra in raden under sitt fält"),
)  # fmt: skip


def finding(file: str, document: Document, path: Sequence[str | int], code: str, *, key: bool = False, **details: str) -> Finding:
    """Return the finding ``code`` about what stands at ``path`` in ``document``."""
    mark = document.mark(tuple(path), key=key)
    return _worded(file, mark.line, mark.column, field_name(path), code, details)


def from_problem(file: str, problem: Problem) -> Finding:
    """Return the finding for a problem of the YAML itself."""
    line, column = problem.mark
    if problem.code != "syntax":
        return _worded(file, line, column, problem.field or _FILE, problem.code, problem.details)
    text = problem.details["problem"]
    what, how = next(
        ((what, how) for sign, what, how in _SYNTAX if sign in text),
        ("raden går inte att läsa som YAML", "jämför med en fil som fungerar; se sidan Bidra"),
    )
    if problem.details.get("line", "").startswith(("<<<<<<<", "=======", ">>>>>>>")):
        what, how = "märken från en sammanslagning står kvar", "välj den ena texten och ta bort raderna med <<<<<<<, ======= och >>>>>>>"
    return Finding(file, line, column, _FILE, what, how)


def from_pydantic(file: str, document: Document, model: type[BaseModel], errors: Sequence[Mapping[str, Any]]) -> list[Finding]:
    """Return a finding for each of pydantic's ``errors`` about ``document``."""
    return [_from_error(file, document, model, error) for error in errors]


def _from_error(file: str, document: Document, model: type[BaseModel], error: Mapping[str, Any]) -> Finding:
    path = tuple(error["loc"])
    code = error["type"]
    details = {k: str(v) for k, v in (error.get("ctx") or {}).items()}
    given = error.get("input")
    if isinstance(given, str):
        details.setdefault("given", given if len(given) <= 60 else given[:59] + "…")
    details["name"] = str(path[-1]) if path else ""
    at_key = code == "extra_forbidden"
    if given is None and code.endswith("_type"):
        code = "none"
    if code == "extra_forbidden":
        details["suggestion"] = nearest(str(path[-1]), field_names(model, path[:-1]), "fält")
    elif code == "literal_error":
        details["expected"] = _swedish_or(_literals(model, path))
    elif code == "date":
        details["forms"] = _swedish_or(dates.FORMS[:6])
    elif code == "string_pattern_mismatch":
        details["pattern_help"] = _pattern_help(str(path[-1]))
    # A missing field has no place of its own: point at the first thing in its group.
    mark = document.mark(path[:-1]) if code == "missing" else document.mark(path, key=at_key)
    return _worded(file, mark.line, mark.column, field_name(path), code, details)


def _worded(file: str, line: int, column: int, field: str, code: str, details: Mapping[str, str]) -> Finding:
    what, how = _SENTENCES[code]
    return Finding(file, line, column, field, what.format_map(details), how.format_map(details))


def wording(code: str, **details: str) -> tuple[str, str]:
    """Return what is wrong and how it is mended, for a problem without a place in a data file."""
    what, how = _SENTENCES[code]
    return what.format_map(details), how.format_map(details)


def codes() -> frozenset[str]:
    """All codes that have a sentence."""
    return frozenset(_SENTENCES)


def field_name(path: Sequence[str | int]) -> str:
    """Return ``path`` as people read it: ``avsnitt 2, stycken 1, text``."""
    parts: list[str] = []
    for part in path:
        if isinstance(part, int):
            parts[-1:] = [f"{parts[-1] if parts else 'rad'} {part + 1}"]
        else:
            parts.append(str(part))
    return ", ".join(parts) or _FILE


def nearest(given: str, known: Sequence[str], noun: str) -> str:
    """Return the advice "did you mean", or the list of what there is to choose from."""
    close = difflib.get_close_matches(given.lower(), list(known), n=1, cutoff=0.6)
    if close:
        return f"menade du ”{close[0]}”?"
    if len(known) <= 24:
        return f"{noun} som finns här: {', '.join(known)}" if known else "ta bort det"
    return "kontrollera stavningen"


def field_names(model: type[BaseModel], path: Sequence[str | int]) -> list[str]:
    """Return the Swedish field names that may stand at ``path`` inside ``model``."""
    inner = _model_at(model, path)
    return [field.alias or name for name, field in inner.model_fields.items()] if inner else []


def _model_at(model: type[BaseModel], path: Sequence[str | int]) -> type[BaseModel] | None:
    current: type[BaseModel] | None = model
    for part in path:
        if isinstance(part, int) or current is None:
            continue
        annotation = _annotation(current, part)
        current = _entry_in(annotation)
    return current


def _annotation(model: type[BaseModel], alias: str) -> Any:
    return next((f.annotation for n, f in model.model_fields.items() if (f.alias or n) == alias), None)


def _entry_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for arg in typing.get_args(annotation) if (found := _entry_in(arg))), None)


def _literals(model: type[BaseModel], path: Sequence[str | int]) -> list[str]:
    inner = _model_at(model, path[:-1])
    annotation = _annotation(inner, str(path[-1])) if inner else None
    return _literal_values(annotation)


def _literal_values(annotation: Any) -> list[str]:
    if typing.get_origin(annotation) is typing.Literal:
        return [str(value) for value in typing.get_args(annotation)]
    return [value for arg in typing.get_args(annotation) for value in _literal_values(arg)]


def _swedish_or(values: Sequence[str]) -> str:
    quoted = [f"”{value}”" for value in values]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} eller {quoted[-1]}"


def _pattern_help(name: str) -> str:
    if name == "signatur":
        return "skriv två till fyra stora bokstäver, till exempel UME"
    return "skriv en adress som börjar med https://"
