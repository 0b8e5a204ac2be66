"""The kinds of files there are, in the order in which they are told of."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import BaseModel

from ramberattelser.loading import places
from ramberattelser.model import Association, Clause, Narrative


@dataclass(frozen=True, slots=True)
class FileKind:
    """One kind: its name, its model, what people call it, where such files lie, and an example of a path."""

    name: str
    model: type[BaseModel]
    title: str
    purpose: str
    places: tuple[str, ...]
    """As editors match files: ``*`` is any name, and ``!`` takes away what an earlier line gave."""
    path: str

    @property
    def schema(self) -> str:
        """The file of its schema."""
        return f"schemas/{self.name}.schema.json"


def _single(path: str, title: str, purpose: str) -> FileKind:
    key, model = places.SINGLE[path]
    return FileKind(key, model, title, purpose, (path,), path)


KINDS: tuple[FileKind, ...] = (
    FileKind(
        "forbund",
        Association,
        "Ett förbund",
        "Vad förbundet heter och har hetat, vilka som är med, och vad som har hänt.",
        ("narratives/*/forbund.yml",),
        "narratives/exempelforbundet/forbund.yml",
    ),
    FileKind(
        "berattelse",
        Narrative,
        "En berättelse",
        "Förbundets ramberättelse, återberättad i avsnitt. Varje stycke har sin källa.",
        ("narratives/*/*.yml", "!narratives/*/forbund.yml", "!narratives/gemensamt/*.yml"),
        "narratives/exempelforbundet/2020.yml",
    ),
    FileKind(
        "andamal",
        Clause,
        "En ändamålsparagraf",
        "Paragrafens alla kända lydelser, den äldsta först, var och en till punkt och pricka.",
        ("clauses/*.yml", *(f"!{path}" for path in sorted(places.SINGLE) if path.startswith("clauses/"))),
        "clauses/exempelforbundet.yml",
    ),
    _single("clauses/lagen.yml", "Lagen", "Lagens 1–2 §§ i sina lydelser, det som paragraferna jämförs med."),
    _single("clauses/byggstenar.yml", "Byggstenarna", "Vad en paragraf kan innehålla, och när ord kodas så."),
    _single("clauses/kedjor.yml", "Kedjorna", "Lydelser som ord har vandrat genom."),
    _single("narratives/gemensamt/kallor.yml", "Källorna", "Dokumenten som allt annat hänvisar till."),
    _single("narratives/gemensamt/begrepp.yml", "Begreppen", "Ordlistan."),
    _single("narratives/gemensamt/fragor.yml", "Frågorna", "Frågorna som berättelserna läses tvärs igenom."),
    _single("narratives/gemensamt/samtal.yml", "Samtalsfrågorna", "Frågor att tala om på ett möte."),
    _single("narratives/gemensamt/nationellt.yml", "Det nationella", "Faser och händelser i hela landet."),
)
