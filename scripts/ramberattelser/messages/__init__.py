"""From a code and its details to a finding in Swedish: what is wrong, and how it is mended.

Every code that ``reading``, the model and the rules can give has a sentence; a test asks for each
of pydantic's types that the models can raise.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from ramberattelser import dates
from ramberattelser.findings import Finding
from ramberattelser.messages import shape
from ramberattelser.messages.following import follows, inside, own
from ramberattelser.messages.names import closest, nearest
from ramberattelser.messages.sentences import SENTENCES
from ramberattelser.reading import TYPOGRAPHIC, Document, Mark, Path, Problem

__all__ = [
    "TAG",
    "about_tag",
    "closest",
    "codes",
    "field_name",
    "finding",
    "follows",
    "from_problem",
    "from_pydantic",
    "inside",
    "nearest",
    "wording",
]

_FILE = "filen"
_MOST = 60
"""Characters of the writer's own words that are repeated in a sentence."""

_ANGLE_ADDRESS = re.compile(r"<(?:https?:|mailto:|www\.)", re.IGNORECASE)
TAG = re.compile(r"<[A-Za-z/!?%][^>\n]{0,40}>?")
"""What looks like a tag, a comment or an instruction of HTML, so far as it is repeated to its writer."""
_OWN_WORDS = frozenset(("given", "name", "other"))


def finding(file: str, document: Document, path: Path, code: str, **details: str) -> Finding:
    """Return the finding ``code`` about what stands at ``path`` in ``document``."""
    return _worded(file, document.mark(path), field_name(path), code, details)


def from_problem(file: str, problem: Problem) -> Finding:
    """Return the finding for a problem of the YAML itself."""
    return _worded(file, problem.mark, field_name(problem.path), problem.code, problem.details)


def from_pydantic(
    file: str,
    document: Document,
    model: type[BaseModel],
    errors: Sequence[Mapping[str, Any]],
    *,
    later: str = "",
) -> list[Finding]:
    """Return a finding for each of pydantic's ``errors`` about ``document``, each once.

    Those of the type ``later`` are left to somebody who knows more.
    """
    told = [(code, error) for code, error in own(document, model, errors) if error["type"] != later]
    return list(dict.fromkeys(_from_error(file, document, model, code, error) for code, error in told))


def _from_error(
    file: str, document: Document, model: type[BaseModel], kind: str, error: Mapping[str, Any]
) -> Finding:
    told: Path = tuple(error["loc"])
    path = shape.known_part(model, told)
    given = error.get("input")
    in_list = bool(told) and isinstance(told[-1], int)
    code = "string_type" if path != told else _code(kind, given, shape.at(model, path), in_list)
    details = {name: str(value) for name, value in (error.get("ctx") or {}).items()}
    if isinstance(given, str):
        details.setdefault("given", given)
    elif isinstance(given, dict) and given:
        details.setdefault("given", str(next(iter(given))))
    details["name"] = str(path[-1]) if path else ""
    if code == "string_type":
        code = _why_no_text(document, path)
    details |= _advice(model, path, code, details)
    # A missing field has no place of its own: point at the first thing in its group.
    of_name = kind == "extra_forbidden" or code == "outdented"
    if of_name and _ODD.search(str(path[-1])):
        code = "hard_space"
    mark = document.mark(path[:-1]) if code == "missing" else document.mark(path, key=of_name)
    return _worded(file, mark, field_name(path), code, details)


_SAME = {"too_long": "string_too_long", "named": "slug"}
_OF_WHOLE_VALUES = frozenset(
    ("date", "day", "literal_error", "slug", "source_ref", "string_pattern_mismatch", "version_ref", "yes_no")
)
_ODD = re.compile(r"[^\S \n\t]")
_AROUND = (
    # A space of another kind at either end cannot be seen, and is part of the word.
    ("hard_space", re.compile(r"\A[^\S \n\t]|[^\S \n\t]\Z")),
    ("outer_space", re.compile(r"\A +(?=\S)|(?<=\S) +\Z")),
    ("typographic_quotes", re.compile(rf"\A[{TYPOGRAPHIC}]")),
)
"""What around a value makes it another one than was meant."""


def _why_no_text(document: Document, path: Path) -> str:
    """Return a code: a text becomes a list or a group of fields by what it begins with, or by a colon."""
    value, mark = inside(document.value, path), document.mark(path)
    begins = document.line(mark.line)[mark.column - 1 : mark.column + 1]
    if begins == "[[":
        return "reference_unquoted"
    if isinstance(value, dict) and begins.startswith(tuple(TYPOGRAPHIC)):
        return "typographic_quotes"
    if isinstance(value, dict) and len(value) == 1 and begins[:1] != "{":
        name = next(iter(value))
        return "colon_in_value" if isinstance(path[-1], int) or " " in name else "string_type"
    return "string_type"


_WRONG_SHAPE = {"text": "string_type", "list": "tuple_type", "group": "model_type", "entry": "entry_type"}


def _code(code: str, given: Any, expected: shape.Shape, in_list: bool) -> str:
    """Return our code for pydantic's: one for each thing that a writer can have done."""
    if code in _SAME:
        return _SAME[code]
    if code in _OF_WHOLE_VALUES and isinstance(given, str):
        for wrong, sign in _AROUND:
            if sign.search(given):
                return wrong
    about_shape = code.endswith("_type") or (
        code in ("literal_error", "yes_no") and not isinstance(given, str)
    )
    if not about_shape:
        return code
    if isinstance(given, str) and ":\u00a0" in given:
        return "hard_space"
    if given is None:
        return "none_in_list" if in_list else "none"
    return _WRONG_SHAPE[expected]


def _advice(model: type[BaseModel], path: Path, code: str, details: Mapping[str, str]) -> dict[str, str]:
    if code == "extra_forbidden":
        fields = shape.field_names(model, path[:-1])
        if "meant" in details and closest(str(path[-1]), fields) is None:
            return {"suggestion": f"menade du ”{details['meant']}”, som saknas?"}
        return {"suggestion": nearest(str(path[-1]), fields, "fält")}
    if code == "literal_error":
        return {"expected": _swedish_or(shape.literals(model, path))}
    if code == "slug" and not details["suggestion"]:
        return {"suggestion": "ett-namn"}
    if code == "block_kind" and not details["given"]:
        return {"given": "inget"}
    if code == "typographic_quotes":
        return {"given": details["given"][:1]}
    if code == "date":
        return {"reason_help": _date_help(details["reason"])}
    if code == "string_pattern_mismatch":
        return {"pattern_help": _pattern_help(str(path[-1]))}
    return {}


def _worded(file: str, mark: Mark, field: str, code: str, details: Mapping[str, str]) -> Finding:
    what, how = wording(code, **details)
    return Finding(file, mark.line, mark.column, field, what, how)


def wording(code: str, **details: str) -> tuple[str, str]:
    """Return what is wrong and how it is mended."""
    what, how = SENTENCES[code]
    told = {name: _short(value) if name in _OWN_WORDS else value for name, value in details.items()}
    # One mistake may show in many places; the first is told, with how many there are besides.
    others = f" (och på {details['more']} ställen till)" if "more" in details else ""
    return what.format_map(told) + others, how.format_map(told)


def about_tag(given: str, code: str) -> str:
    """Return ``code``, or the one for an address in angle brackets: a link to many, and a tag to nobody."""
    return "angle_address" if _ANGLE_ADDRESS.match(given) else code


def codes() -> frozenset[str]:
    """All codes that have a sentence."""
    return frozenset(SENTENCES)


def field_name(path: Sequence[str | int]) -> str:
    """Return ``path`` as people read it: ``avsnitt 2, stycken 1, text``."""
    parts: list[str] = []
    for part in path:
        if isinstance(part, int):
            parts[-1:] = [f"{parts[-1] if parts else 'rad'} {part + 1}"]
        else:
            parts.append(_short(part))
    return ", ".join(parts) or _FILE


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _MOST else text[: _MOST - 1].rstrip() + "…"


def _swedish_or(values: Sequence[str]) -> str:
    quoted = [f"”{value}”" for value in values]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} eller {quoted[-1]}"


def _date_help(reason: str) -> str:
    if reason == "slut före början":
        return "byt plats på tiderna, eller rätta den som är fel"
    if reason == "ogiltigt datum":
        return "kontrollera månad och dag; skriv till exempel ”2015-03-01” eller ”1 mars 2016”"
    return f"skriv till exempel {_swedish_or(dates.FORMS[:6])}"


def _pattern_help(name: str) -> str:
    if name == "signatur":
        return "skriv två till fyra stora bokstäver, till exempel UME"
    if name == "e-post":
        return "skriv en enda e-postadress, till exempel namn@example.org, eller saknas"
    return "skriv en adress som börjar med https://"
