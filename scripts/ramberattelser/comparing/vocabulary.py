"""What the comparison knows about Swedish words: how much one says about which text it came from."""

from __future__ import annotations

from functools import lru_cache


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


FUNCTION = _words(
    """
    vidare dessutom härutöver själv själva samtliga respektive
    alla allt andra annan annat att av bara bland blir bli både dels dem den denna dennes dess dessa det
    detta dig din där därför därigenom därmed då efter ej eller en enligt ett fram från för före få får
    genom ha hade han har hon hos hur i icke inför inga ingen inget inom inte ja jag just kan kunna man
    med medan mellan men mer mest mot mycket när nu någon något några och också om oss på samt sedan sig
    sin sina sitt skall ska skulle som så sådan sådana sådant till under upp ur ut utan utom var vara
    varandra varje vars vid vilka vilken vilket åt än är även över aldrig blev dock hans hennes deras ännu
    måste bör de
    """
)
"""Words that hold sentences together. They are shared by all texts and say little about origin."""

FRAME = _words(
    """
    förbundet förbundets förbund samordningsförbundet samordningsförbundets samordningsförbund ändamål
    ändamålet syfte syftar syftet arbeta arbetar arbete verka verkar verksamhet verksamheten bidra bidrar
    främja främjar insatser insatserna insats ge ger utgör utgöra svara svarar stödja stöder behov använda
    används användas möjlighet möjligheter personer individer människor kommuner kommunerna kommun
    kommunernas medlem medlemmar medlemmarna parter parterna huvudmän huvudmännen område området uppgift
    uppgifter samverkan samordning samordnad samordnade rehabilitering mål målet särskilt olika gemensam
    gemensamma gemensamt god goda
    """
)
"""Words that every purpose clause uses: half the weight of words that tell one clause from another."""

NEGATIONS = frozenset({"inte", "ej", "icke", "aldrig", "utan"})
"""Words that turn a sentence round, and that are no evidence of where a sentence comes from."""

DENYING = NEGATIONS | {"ingen", "inget", "inga", "ingenting", "ingalunda", "varken"}
"""Words that deny. A change of one of them is flagged and never tidied away."""

SPELLINGS: tuple[tuple[str, ...], ...] = (
    ("ska", "skall", "skola"),
    ("inte", "icke", "ej"),
    ("någon", "nån"),
    ("något", "nåt"),
    ("sedan", "sen"),
    ("sådan", "sån"),
    ("sådana", "såna"),
    ("mer", "mera"),
    ("ha", "hava"),
    ("ge", "giva"),
    ("ges", "givas"),
    ("bli", "bliva"),
    ("blir", "bliver"),
    ("ta", "taga"),
    ("tar", "tager"),
    ("är", "äro"),
    ("enligt", "jämlikt"),
    ("dem", "dom"),
)
"""Words that are one word in older and newer official Swedish."""

_SPELLED: dict[str, str] = {}
for _group in SPELLINGS:
    for _word in _group:
        _SPELLED.setdefault(_word, _group[0])


def spelled(key: str) -> str:
    """Give the newer form of a word ("inte" for "ej"), or the key itself."""
    return _SPELLED.get(key, key)


def same_spelling(one: str, other: str) -> bool:
    """Tell whether two different keys are an older and a newer form of one word ("skall", "ska")."""
    return spelled(one) == spelled(other)


CONTENT = 0.5
"""What weighs more carries meaning of its own."""


@lru_cache(maxsize=65536)
def weight(key: str) -> float:
    """Say how much a shared token counts as evidence: content 1, function word 0.35, punctuation 0.15."""
    if not any(map(str.isalnum, key)):
        return 0.15
    if key in FUNCTION:
        return 0.35
    if key in FRAME:
        return 0.7
    return 1.0


@lru_cache(maxsize=65536)
def is_content(key: str) -> bool:
    """Tell whether the key is a word or number that carries meaning of its own."""
    return weight(key) > CONTENT
