"""``ny förbund``: the file of a förbund, with what is known and examples of the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, combinations, product

from ramberattelser.model import Association, Gap, Name
from ramberattelser.scaffolding import slugs
from ramberattelser.scaffolding.asking import Asker, Check, Question, by_model
from ramberattelser.scaffolding.writing import Block, Value, comment, group, item, scalar

_ORDER = (
    "publicerad", "slag", "kortnamn", "signatur", "färg", "ingress", "område", "verksamt", "namn",
    "medlemmar", "personer", "faser", "händelser", "blev", "länkar", "saknas",
)  # fmt: skip


_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ"


def file_of(owner: str) -> str:
    """Return where the file of a förbund lies."""
    return f"narratives/{owner}/forbund.yml"


def signature(short_name: str, taken: set[str]) -> str:
    """Return two to four capitals that no other förbund has: its first letters, or its words' initials."""
    letters = [letter for letter in short_name.upper() if re.fullmatch("[A-ZÅÄÖ]", letter)]
    words = re.findall(r"[A-ZÅÄÖ]", " ".join(word.capitalize() for word in re.split(r"[\s-]+", short_name)))
    tries = ["".join(words[:4]) if len(words) > 2 else "", "".join(letters[:3])]
    tries += ["".join([*letters[:2], letter]) for letter in letters[3:]] + ["".join(letters[:4])]
    others = ("".join(some) for length in (3, 2, 4) for some in combinations(letters, length))
    return next((one for one in chain(tries, others) if 2 <= len(one) <= 4 and one not in taken), "")


def some_signature(short_name: str, taken: set[str]) -> str:
    """Return ``signature``; where the name has none to give, its first letters with others after them.

    For the one who is not asked: nobody whose name is short, or like another's, could mend a signature.
    """
    return signature(short_name, taken) or next(one for one in _filled(short_name) if one not in taken)


def _filled(short_name: str) -> Iterator[str]:
    begins = "".join(re.findall("[A-ZÅÄÖ]", short_name.upper()))[:2]
    for kept in range(len(begins), -1, -1):
        for length in range(max(2, kept + 1), 5):
            for rest in product(_LETTERS, repeat=length - kept):
                yield begins[:kept] + "".join(rest)


def ask(asker: Asker, taken: set[str], check_id: Check, check_prose: Check) -> dict[str, str]:
    """Ask what a förbund's file has to say; ``taken`` are the signatures of the others.

    What follows from a name that is missing is no finding of its own.
    """

    def answer(option: str, text: str, default: str | None, alias: str = "") -> str:
        check = check_prose if option == "ingress" else by_model(Association, alias or option)
        info = next(info for info in Association.model_fields.values() if info.alias == (alias or option))
        return asker.ask(Question(option, text, info.description or "", default, check))

    told = {
        "namn": asker.ask(
            Question(
                "namn",
                "Vad heter förbundet?",
                "Hela namnet, som det står i källan.",
                None,
                by_model(Name, "namn"),
            )
        )
    }
    short = slugs.short_name(told["namn"])
    told["kortnamn"] = answer("kortnamn", "Vad kallas det i löpande text?", short)
    told["id"] = asker.ask(
        Question(
            "id",
            "Vilket id ska det ha i webbadressen?",
            "a–z, 0–9 och bindestreck; ändras aldrig sedan.",
            slugs.owner_slug(told["namn"]),
            check_id,
        )
    )
    told["signatur"] = answer(
        "signatur",
        "Vilken signatur?",
        signature(told["kortnamn"], taken) or (None if told["kortnamn"] else ""),
    )
    told["område"] = answer("område", "Var ligger det, i några ord?", "")
    told["ingress"] = answer("ingress", "Vad är det för ett förbund, i två eller tre meningar?", "")
    return told


def lines(told: dict[str, str], published: str, reference: str) -> list[str]:
    """Return the lines of the file."""
    values: dict[str, Value] = {
        "publicerad": published,
        "slag": "förbund",
        "kortnamn": told["kortnamn"],
        "signatur": told["signatur"],
        "färg": "neutral",
        "ingress": Block(told["ingress"] or f"Om {told['kortnamn']} är ännu inte mer än namnet insamlat."),
        "namn": item(
            group(
                Name,
                ("namn", "period", "källa"),
                {"namn": told["namn"], "period": "okänt", "källa": reference},
            )
        ),
        "saknas": _gaps(reference),
    }
    if told["område"]:
        values["område"] = told["område"]
    head = comment(
        f"Samordningsförbundet {told['kortnamn']}. Rader som börjar med # är kommentarer: de syns "
        "inte på webbplatsen. "
        "Ta bort # och mellanslaget efter för att använda ett exempel. Hitta inte på något: det som "
        "källan inte "
        "säger är okänt eller saknas."
    )
    return [*head, "", *group(Association, _ORDER, values, _examples(reference))]


def _gaps(reference: str) -> list[str]:
    wanted = (
        (
            "När förbundet bildades, och vilka som är och har varit medlemmar",
            "Förbundsordningen eller beslutet om att bilda förbundet",
        ),
        (
            "En berättelse om förbundet",
            "Förbundets ramberättelse, eller en kort text om hur det började och vad som har hänt",
        ),
    )
    lines: list[str] = []
    for number, (what, help_wanted) in enumerate(wanted):
        values: dict[str, Value] = {"vad": what, "källa": reference, "efterfrågas": help_wanted}
        written = item(group(Gap, ("vad", "källa", "efterfrågas"), values))
        lines += written if number == 0 else [line for line in written if not line.lstrip().startswith("#")]
    return lines


def _examples(reference: str) -> dict[str, tuple[str, ...]]:
    source = f"    källa: {scalar(reference)}"
    return {
        "område": ("område: Orterna i några ord",),
        "medlemmar": (
            "medlemmar:",
            "  - namn: Exempelköpings kommun",
            "    slag: kommun",
            "    period: 2015–",
            source,
        ),
        "personer": ("personer:", "  - namn: Förnamn Efternamn", "    roll: förbundschef", source),
        "faser": ("faser:", "  - id: uppbyggnad", "    namn: Fasens namn", "    period: 2015–2018", source),
        "händelser": (
            "händelser:",
            "  - id: bildas",
            "    datum: våren 2015",
            "    rubrik: Vad som hände",
            source,
        ),
        "länkar": ("länkar:", "  - text: Förbundets webbplats", "    adress: https://www.example.org/"),
    }
