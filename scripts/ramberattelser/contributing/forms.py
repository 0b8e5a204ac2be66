"""The two forms: what is asked, in which order, and which field of the models each answer goes to.

Labels, descriptions, and whether an answer is needed come from the models wherever a question is about
one field of theirs; what stands beside is how to write it in a form.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from pydantic import BaseModel

from ramberattelser.contributing.facts import Choice, Facts, Many, facts
from ramberattelser.model import (
    Association,
    ClauseVersion,
    Member,
    Name,
    Narrative,
    Relation,
    Source,
    Validity,
)

Kind = Literal["input", "textarea", "dropdown", "checkboxes"]


@dataclass(frozen=True, slots=True)
class Ask:
    """One question of a form."""

    id: str
    label: str
    description: str
    kind: Kind = "input"
    required: bool = False
    placeholder: str = ""
    choices: tuple[str, ...] = ()
    verbatim: bool = False
    """Taken to the letter: GitHub puts a fence around it, which ``issue_body`` takes off."""
    model: type[BaseModel] | None = None
    field: str = ""
    """The field that it is about, for the tests: nothing of the models is forgotten."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form: what GitHub calls it, and what it asks."""

    name: str
    title: str
    about: str
    label: str
    before: str
    asks: tuple[Ask, ...]


@dataclass(frozen=True, slots=True)
class Shared:
    """What the forms draw on from the data: the guiding questions and the elements, as id and text."""

    questions: tuple[tuple[str, str], ...]
    elements: tuple[tuple[str, str], ...]


PLACE = "Skriv källan sist, inom hakparentes"
WHOLE = "källan"
"""Stands within the brackets where a source has neither section nor page."""

LABEL_PREFIX = "formulär-"

_NEW_SOURCE = "Bara om källan är ny här."
_NEW_OWNER = "Bara om förbundet är nytt här."
PARAGRAPHS = (
    "Skriv i stycken, med en tom rad emellan. Sist i varje stycke anger ni inom hakparentes var det står i "
    f"källan, till exempel [avsnitt 2] eller [s. 4], eller [{WHOLE}] om den saknar sådant. Ur en annan källa "
    "skriver ni dess korta namn först: [nns-2020, avsnitt 3.1]. Ett citat har > först på varje rad, och sist "
    "en egen rad med ett tankstreck och vem som säger det: > – Ordföranden [avsnitt 2]"
)
_PARAGRAPH_EXAMPLE = (
    "Våren 2019 började kommunerna träffas en gång i månaden. [avsnitt 1]\n\n"
    "> Vi hade aldrig suttit vid samma bord.\n> – Ordföranden i Exempelförbundet [avsnitt 2]"
)
_RIGHTS = (
    "Texten får publiceras öppet med licensen CC BY 4.0",
    "Ingen enskild deltagare kan kännas igen",
)


def _ask(model: type[BaseModel], field: str, id: str, more: str = "", **changes: object) -> Ask:
    """Return the question about one field, in the model's own words."""
    fact = facts(model)[field]
    ask = Ask(
        id=id,
        label=fact.title,
        description=f"{fact.description}. {more}".strip(),
        required=fact.required,
        placeholder=_placeholder(fact),
        choices=fact.value.words if isinstance(fact.value, Choice) else (),
        kind="dropdown" if isinstance(fact.value, Choice) else "textarea" if _long(fact) else "input",
        model=model,
        field=field,
    )
    return replace(ask, **changes)  # type: ignore[arg-type]


def _placeholder(fact: Facts) -> str:
    return (
        fact.example.strip() if isinstance(fact.example, str) and not isinstance(fact.value, Choice) else ""
    )


def _long(fact: Facts) -> bool:
    return isinstance(fact.value, Many) or getattr(fact.value, "kind", "") in ("prose", "verbatim")


def _owner() -> tuple[Ask, ...]:
    lines = f"{_NEW_OWNER} En på varje rad. {PLACE} om det inte är huvudkällan."
    return (
        _ask(
            Name,
            "namn",
            "forbund",
            description="Hela namnet. Finns förbundet redan här läggs texten till det.",
        ),
        _ask(Association, "kortnamn", "kortnamn", _NEW_OWNER, label="Förbundets kortnamn", required=False),
        _ask(
            Association,
            "medlemmar",
            "medlemmar",
            f"Namn, komma och slag ({', '.join(_choice(Member, 'slag'))}). {lines}",
            placeholder="Exempelköpings kommun, kommun\nRegion Exempel, region",
        ),
        _ask(
            Association,
            "händelser",
            "handelser",
            f"Tid, kolon och vad som hände. {lines}",
            placeholder="våren 2016: Det första mötet [avsnitt 2]",
        ),
    )


def _source() -> tuple[Ask, ...]:
    return (
        Ask(
            "kalla",
            "Källa som redan finns",
            "Källans korta namn, till exempel nns-2020. Lämna tomt om källan är ny här, och fyll i "
            "dokumentets titel, år och slag i stället.",
            placeholder="exempelrapport",
            model=Narrative,
            field="källa",
        ),
        _ask(Source, "titel", "ny-titel", _NEW_SOURCE, label="Dokumentets titel", required=False),
        _ask(Source, "år", "ny-ar", _NEW_SOURCE, label="Dokumentets år", required=False),
        _ask(Source, "slag", "ny-slag", _NEW_SOURCE, label="Dokumentets slag", required=False),
        _ask(Source, "utgivare", "ny-utgivare", _NEW_SOURCE, label="Dokumentets utgivare", required=False),
        _ask(Source, "adress", "ny-adress", _NEW_SOURCE, label="Dokumentets webbadress", required=False),
    )


def _rest() -> tuple[Ask, ...]:
    return (
        Ask(
            "ovrigt",
            "Till den som läser",
            "Det vi bör veta, och bilagor. Det här kommer inte med i filen.",
            kind="textarea",
        ),
        Ask("ratt", "Innan du skickar", "Båda behövs.", kind="checkboxes", required=True, choices=_RIGHTS),
    )


def _choice(model: type[BaseModel], field: str) -> tuple[str, ...]:
    value = facts(model)[field].value
    assert isinstance(value, Choice)
    return value.words


def story_form(shared: Shared) -> Form:
    """Return the form for a story."""
    one_a_line = f"En på varje rad. {PLACE}."
    return Form(
        name="berattelse",
        title="Berättelse",
        about="Skriv ert förbunds ramberättelse, fråga för fråga",
        label=f"{LABEL_PREFIX}berattelse",
        before=(
            "Svara på de frågor ni kan och hoppa över de andra. Ni kan inte förstöra något: svaren blir ett "
            "förslag, som prövas av datorn och läses av en människa. Blir något fel får ni veta vad, och kan "
            "ändra i ärendet."
        ),
        asks=(
            *_owner(),
            _ask(Narrative, "titel", "titel"),
            _ask(Narrative, "ingress", "ingress"),
            _ask(Narrative, "skriven", "skriven", "Till exempel 2024 eller våren 2024."),
            _ask(
                Narrative,
                "berättare",
                "berattare",
                "Namn, komma och roll. En på varje rad.",
                placeholder="Ada Exempel, förbundschef",
            ),
            *_source(),
            *(
                Ask(
                    f"fraga-{id}",
                    question,
                    PARAGRAPHS,
                    kind="textarea",
                    placeholder=_PARAGRAPH_EXAMPLE,
                    model=Narrative,
                    field="avsnitt",
                )
                for id, question in shared.questions
            ),
            _ask(
                Narrative,
                "siffror",
                "siffror",
                f"Talet, kolon och vad det gäller. {one_a_line}",
                placeholder="cirka 1 600: deltagare [avsnitt 2]",
            ),
            _ask(
                Narrative,
                "saknas",
                "saknas",
                one_a_line,
                label="Vad saknas?",
                placeholder="bilden på sidan 3 [avsnitt 2]",
            ),
            _ask(Narrative, "ändamål", "andamal", "Förbundets id, snedstreck och lydelsens id."),
            _ask(Narrative, "sökord", "sokord", "Ett på varje rad.", placeholder="prov"),
            *_rest(),
        ),
    )


def clause_form(shared: Shared) -> Form:
    """Return the form for a clause."""
    elements = "; ".join(f"{name} ({id})" for id, name in shared.elements)
    relation = (
        f"Lydelsen, komma, hur ({', '.join(_choice(Relation, 'hur'))}), komma, hur säkert "
        f"({', '.join(_choice(Relation, 'säkerhet'))}). En på varje rad. {PLACE}."
    )
    return Form(
        name="andamal",
        title="Ändamålsparagraf",
        about="Skicka in ert förbunds ändamålsparagraf, den som gäller eller en äldre",
        label=f"{LABEL_PREFIX}andamal",
        before=(
            "Skicka det ni har. Är ni osäkra på ett datum skriver ni ”omkring 2010” eller ”okänt”. Ni kan "
            "inte förstöra något: svaren blir ett förslag, som prövas av datorn och läses av en människa."
        ),
        asks=(
            *_owner(),
            _ask(ClauseVersion, "paragraf", "paragraf"),
            _ask(ClauseVersion, "rubrik", "rubrik", label="Paragrafens rubrik"),
            _ask(Validity, "från", "fran"),
            _ask(Validity, "till", "till"),
            _ask(ClauseVersion, "antagen", "antagen"),
            _ask(
                ClauseVersion,
                "text",
                "text",
                "Varje stycke är en enda rad, med en tom rad emellan. Skrivfel får stå kvar.",
                label="Paragrafens text",
                verbatim=True,
            ),
            *_source(),
            Ask(
                "avsnitt",
                "Var i källan",
                "Paragraf, avsnitt eller sida.",
                placeholder="4 §",
                model=ClauseVersion,
                field="källa",
            ),
            _ask(ClauseVersion, "ingress", "ingress", label="Om lydelsen"),
            _ask(
                ClauseVersion,
                "bygger_på",
                "bygger-pa",
                relation,
                placeholder="provkoping/2012, hämtad från, säker [avsnitt 3]",
            ),
            _ask(
                ClauseVersion,
                "kodning",
                "kodning",
                "Byggstenen, kolon och orden ur texten till punkt och pricka. En på varje rad. Hoppa över "
                f"det om ni är osäkra. Byggstenarna är {elements}.",
                placeholder="plattform: en plattform för prov",
            ),
            _ask(
                ClauseVersion,
                "anmärkningar",
                "anmarkningar",
                "Orden ur texten, kolon och anmärkningen. En på varje rad.",
                placeholder="i syfte är att: Så står det i källan.",
            ),
            *_rest(),
        ),
    )


def forms(shared: Shared) -> Sequence[Form]:
    """Return both forms."""
    return (story_form(shared), clause_form(shared))
