"""The page ”Formatet”: every kind of file, every field, and a whole example of each kind."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from ramberattelser.contributing.facts import Choice, Facts, Group, Many, Text, example, facts
from ramberattelser.contributing.kinds import KINDS, FileKind
from ramberattelser.contributing.yaml_text import yaml_text
from ramberattelser.dates import FORMS
from ramberattelser.model import slugify
from ramberattelser.rendering.typography import full_stop, typeset

PATH = "docs/bidra/format.md"

_HEAD = """\
---
# Skapad ur scripts/ramberattelser/model/ av ”ramberattelser schema --sida”. Ändra i modellerna, inte här.
publicerad: 2026-11-22
description: Varje fil och varje fält, vad som ska stå där, om det måste finnas, och ett exempel.
---

# Formatet

Här står varje slags fil och varje fält: vad som ska stå där, om det måste finnas, och ett påhittat exempel.
Vill du hellre svara på frågor än skriva en fil går det också bra. [Så bidrar du](index.md).

## Så skrivs en fil {: #sa-skrivs-en-fil }

Filerna är vanlig text i YAML. På varje rad står ett fältnamn, ett kolon, ett mellanslag och ett värde.
Indragen är två mellanslag per nivå, aldrig tabb. Ordningen mellan fälten är fri.

- **En lista** har ett bindestreck och ett mellanslag framför varje rad.
- **Längre text** börjar på raden efter ett lodrätt streck och är indragen under sitt fält.
- **Citattecken** behövs runt ett värde med kolon och mellanslag i, och runt ett som börjar med ett
  skiljetecken.

I beskrivningarna betyder

- **text på en rad** högst 300 tecken utan radbrytning
- **löpande text** stycken, listor, *kursiv*, **fet**, länkar, och `[[umearegionen]]` eller `[[begrepp:sip]]`
  för det som finns här
- **ordagrann text** ord till punkt och pricka
- **id** a–z, 0–9 och bindestreck, som i en webbadress. Ett id ändras aldrig.
- **tid** till exempel {forms}
- **dag** år, månad och dag, till exempel `2026-01-02`
- **källa** källans id och avsnitt, till exempel `exempelrapport, avsnitt 2`. Flera skiljs åt med semikolon.
- **lydelse** förbundets id, snedstreck och lydelsens id, till exempel `exempelforbundet/2015`.
"""

_NAMES = {
    "slug": "id",
    "line": "text på en rad",
    "prose": "löpande text",
    "verbatim": "ordagrann text",
    "date": "tid",
    "day": "dag",
    "yes_no": "`ja` eller `nej`",
    "sources": "källa",
    "version": "lydelse",
    "pattern": "text på en rad",
}


def format_page() -> str:
    """Return the page as Markdown."""
    told: dict[type[BaseModel], tuple[str, str]] = {}
    forms = ", ".join(f"`{form}`" for form in (*FORMS[:8], "omkring 2010", "2005–2012", "2015–", "odaterat"))
    return "\n".join([_HEAD.replace("{forms}", forms), *(_kind(kind, told) for kind in KINDS)])


def _kind(kind: FileKind, told: dict[type[BaseModel], tuple[str, str]]) -> str:
    parts = [
        f"## {kind.title} {{: #{kind.name} }}\n",
        f"{kind.purpose} Filen heter {_where(kind)}.\n",
        *_fields(kind.model),
        *_groups(kind, kind.model, told),
        f"### Exempel {{: #{kind.name}-exempel }}\n",
        f"`{kind.path}`:\n",
        # Focusable, so that those without a mouse can scroll to the end of a long line.
        f"``` {{ .yaml tabindex=0 }}\n{yaml_text(example(kind.model))}```\n",
    ]
    return "\n".join(parts)


def _where(kind: FileKind) -> str:
    pattern = kind.places[0]
    if "*" not in pattern:
        return f"`{pattern}`"
    words = {
        "forbund": "narratives/<förbundets id>/forbund.yml",
        "berattelse": "narratives/<förbundets id>/<berättelsens id>.yml",
        "andamal": "clauses/<förbundets id>.yml",
    }
    return f"`{words[kind.name]}`"


def _groups(
    kind: FileKind, model: type[BaseModel], told: dict[type[BaseModel], tuple[str, str]]
) -> Iterator[str]:
    """Tell of each group of fields inside ``model``; one that an earlier kind has is pointed to."""
    for name, fact in facts(model).items():
        inner = _inner(fact)
        if inner is None:
            continue
        heading = f"### Fälten i `{name}`"
        anchor = f"{kind.name}-{slugify(name)}"
        if inner in told:
            place, words = told[inner]
            if not place.startswith(f"{kind.name}-"):
                yield f"{heading} {{: #{anchor} }}\n\nDe är desamma som [{words}](#{place}).\n"
            continue
        told[inner] = (anchor, f"fälten i `{name}` under {kind.title}")
        yield f"{heading} {{: #{anchor} }}\n"
        yield from _fields(inner)
        yield from _groups(kind, inner, told)


def _inner(fact: Facts) -> type[BaseModel] | None:
    value = fact.value.item if isinstance(fact.value, Many) else fact.value
    return value.model if isinstance(value, Group) else None


def _fields(model: type[BaseModel]) -> Iterator[str]:
    yield "\n".join(_field(fact) for fact in facts(model).values()) + "\n"


def _field(fact: Facts) -> str:
    must = "måste finnas" if fact.required else "kan utelämnas"
    if fact.default:
        must = f"utelämnat betyder det `{fact.default}`"
    return f"- **`{fact.name}`** ({_written(fact)}, {must}): {typeset(fact.description)}.{_example(fact)}"


def _written(fact: Facts) -> str:
    value = fact.value
    if isinstance(value, Many):
        inner = "av grupper" if isinstance(value.item, Group) else f"av {_scalar(value.item)}"
        return f"lista {inner}" + (f", minst {value.least}" if value.least else "")
    return "grupp av fält" if isinstance(value, Group) else _scalar(value)


def _scalar(value: Text | Choice | Group) -> str:
    if isinstance(value, Choice):
        return "ett av " + ", ".join(f"`{word}`" for word in value.words)
    assert isinstance(value, Text)
    return _NAMES[value.kind]


def _example(fact: Facts) -> str:
    """The example of a short text; what is longer stands in the whole file, and one is enough."""
    if "t.ex. " in fact.description:
        return ""
    if not isinstance(fact.example, str) or "\n" in fact.example or "[" in fact.example:
        return ""
    return f" Till exempel `{fact.example}`" + full_stop(fact.example)
