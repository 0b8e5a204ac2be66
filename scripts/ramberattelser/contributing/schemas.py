"""JSON Schemas of the file kinds, which give an editor its hints and its red lines."""

from __future__ import annotations

import json
from typing import Any

from pydantic import BaseModel

from ramberattelser import dates
from ramberattelser.contributing.facts import Choice, Facts, Group, Kind, Many, Text, Value, facts
from ramberattelser.contributing.kinds import KINDS, FileKind
from ramberattelser.model import SLUG, Block

_ID = SLUG.pattern
_REFERENCE = rf"\s*{_ID}\s*(?:,[^;]*)?"
_ANY_SCALAR = ["string", "number", "boolean"]
"""To an editor ``2019`` is a number and ``true`` a truth value; to the check each is what was written."""

_TEXTS: dict[Kind, dict[str, Any]] = {
    "slug": {"type": ["string", "integer"], "pattern": f"^{_ID}$", "maxLength": 80},
    "line": {"type": _ANY_SCALAR, "pattern": r"^\s*\S[^\n]*\s*$", "maxLength": 300},
    "prose": {"type": _ANY_SCALAR, "pattern": r"\S"},
    "verbatim": {"type": _ANY_SCALAR, "pattern": r"\S"},
    "date": {"type": ["string", "number"], "pattern": r"\S"},
    "day": {"type": "string", "pattern": r"^20\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$"},
    "yes_no": {"enum": ["ja", "nej"]},
    "sources": {"type": "string", "pattern": f"^{_REFERENCE}(?:;{_REFERENCE})*$"},
    "version": {"type": "string", "pattern": f"^{_ID}/{_ID}$"},
}
_HOW: dict[Kind, str] = {
    "slug": "a–z, 0–9 och bindestreck.",
    "line": "Text på en rad.",
    "prose": "Text, gärna på flera rader. *Kursiv*, **fet**, listor och länkar går bra.",
    "verbatim": "Text till punkt och pricka.",
    "date": f"En tid, till exempel {', '.join(dates.FORMS[:6])} eller odaterat.",
    "day": "En dag, ÅÅÅÅ-MM-DD.",
    "yes_no": "ja eller nej.",
    "sources": "Källans id och avsnitt, med semikolon mellan flera.",
    "version": "Förbund och lydelse, med snedstreck emellan.",
}
_BLOCK_KINDS = ("text", "citat", "utdrag", "steg", "bild")
_ACROSS: dict[type[BaseModel], dict[str, Any]] = {
    Block: {
        "oneOf": [{"required": [name]} for name in _BLOCK_KINDS],
        "dependentRequired": {"citat": ["av"], "utdrag": ["ur"], "ur": ["utdrag"], "id": ["rubrik"]},
    },
}
"""What holds between the fields of a group: the models say it in code, a schema has words for it."""


def schema(kind: FileKind) -> dict[str, Any]:
    """Return the schema of one kind of file."""
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": kind.title}
    return head | {"description": kind.purpose} | _group(kind.model)


def schema_files() -> dict[str, str]:
    """Return path → text of every schema."""
    return {kind.schema: json.dumps(schema(kind), ensure_ascii=False, indent=2) + "\n" for kind in KINDS}


def _group(model: type[BaseModel]) -> dict[str, Any]:
    found = facts(model)
    return {
        "type": "object",
        "properties": {name: _field(fact) for name, fact in found.items()},
        "required": [name for name, fact in found.items() if fact.required],
        "additionalProperties": False,
    } | _ACROSS.get(model, {})


def _field(fact: Facts) -> dict[str, Any]:
    told = f"{fact.description}. {how_written(fact.value)}".strip()
    head = {"title": fact.title, "description": told, "examples": [fact.example]}
    return head | _value(fact.value) | ({"default": fact.default} if fact.default else {})


def how_written(value: Value) -> str:
    """Return in a sentence or two how such a value is written; nothing for a group."""
    if isinstance(value, Text):
        return _HOW.get(value.kind, "")
    if isinstance(value, Choice):
        return ""
    return how_written(value.item) if isinstance(value, Many) else ""


def _value(value: Value) -> dict[str, Any]:
    if isinstance(value, Text):
        if value.kind != "pattern":
            return _TEXTS[value.kind]
        most = {} if value.most is None else {"maxLength": value.most}
        return {"type": "string", "pattern": value.pattern} | most
    if isinstance(value, Choice):
        return {"enum": list(value.words)}
    if isinstance(value, Group):
        return _group(value.model)
    least = {"minItems": value.least} if value.least else {}
    return {"type": "array", "items": _value(value.item)} | least


def editor_settings() -> str:
    """Return the settings that attach the schemas to their folders in Visual Studio Code."""
    attached = {
        f"./{kind.schema}": list(kind.places) if len(kind.places) > 1 else kind.places[0] for kind in KINDS
    }
    settings = {"yaml.schemas": attached, "yaml.schemaStore.enable": False}
    return json.dumps(settings, ensure_ascii=False, indent=2) + "\n"
