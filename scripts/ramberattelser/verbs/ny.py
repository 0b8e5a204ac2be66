"""``ramberattelser ny``: a new förbund, story or clause as a filled-in, commented file that passes the check.

Asks in Swedish, or takes every answer as an option; where there is nobody to ask, all missing answers are
listed at once. Nothing is written before everything is answered and the check of a copy is quiet.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from ramberattelser.extracting import DocumentError
from ramberattelser.findings import report
from ramberattelser.scaffolding.asking import Asker, Question, Talk, by_model
from ramberattelser.scaffolding.inserting import InsertError
from ramberattelser.scaffolding.making import Made, Stop, Tree, association, clause, story
from ramberattelser.scaffolding.staging import PlaceError, new_findings, put

_COMMON = (
    ("id", "ID", "id i webbadressen: a–z, 0–9 och bindestreck"),
    ("källa", "KÄLLA", "källans id, gärna med avsnitt: ”nns-2020, avsnitt 3.1”"),
    ("källans-titel", "TITEL", "en ny källas titel"),
    ("källans-kort", "NAMN", "en ny källas korta namn"),
    (
        "källans-slag",
        "SLAG",
        "en ny källas slag: rapport, ramberättelse, förbundsordning, lag, förarbete, webbsida eller skrift",
    ),
    ("källans-år", "ÅR", "en ny källas utgivningsår"),
    ("källans-utgivare", "NAMN", "en ny källas utgivare"),
    ("källans-adress", "ADRESS", "en ny källas webbadress"),
    ("publicerad", "DAG", "dagen då uppgifterna publiceras, ÅÅÅÅ-MM-DD (i dag)"),
)
_OWN: dict[str, tuple[tuple[str, str, str], ...]] = {
    "förbund": (
        ("namn", "NAMN", "förbundets hela namn"),
        ("kortnamn", "NAMN", "namnet i löpande text"),
        ("signatur", "ABC", "två till fyra versaler"),
        ("område", "TEXT", "var det ligger, i några ord"),
        ("ingress", "TEXT", "två eller tre meningar om förbundet"),
    ),
    "berättelse": (
        ("förbund", "ID", "förbundet som berättelsen hör till"),
        ("titel", "TITEL", "berättelsens titel"),
        ("skriven", "TID", "när ursprungstexten skrevs, t.ex. våren 2016"),
        ("ingress", "TEXT", "vad berättelsen säger, i två till fyra meningar"),
    ),
    "ändamål": (
        ("förbund", "ID", "förbundet som paragrafen hör till"),
        ("från", "TID", "första dag, t.ex. 2019-01-01"),
        ("till", "TID", "sista dag, om lydelsen är ersatt"),
        ("antagen", "TEXT", "när och av vem, eller saknas"),
        ("paragraf", "NR", "t.ex. 4 §, eller saknas"),
        ("rubrik", "TEXT", "paragrafens rubrik"),
        ("text", "TEXT", "lydelsen till punkt och pricka, ett stycke per rad, eller saknas"),
    ),
}
_MAKERS: dict[str, Callable[[Tree, Asker, str, argparse.Namespace], Made]] = {
    "förbund": lambda tree, asker, day, _: association(tree, asker, day),
    "berättelse": lambda tree, asker, day, options: story(tree, asker, day, options.svar or []),
    "ändamål": lambda tree, asker, day, options: clause(
        tree, asker, day, document=options.ur, number=options.nummer, accepted=options.ja
    ),
}
_PLAIN = str.maketrans("åäö", "aao")


class _Terminal:
    """The person in front of the terminal."""

    def say(self, text: str) -> None:
        print(text)

    def hear(self, prompt: str) -> str:
        return input(prompt)


def add(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb to the command."""
    purpose = "skriv en ny fil: ett förbund, en berättelse eller en ändamålsparagraf"
    verb = verbs.add_parser("ny", help=purpose, description=f"{purpose[0].upper()}{purpose[1:]}.")
    kinds = verb.add_subparsers(title="vad som ska skrivas", required=True, metavar="KOMMANDO")
    for kind, helped in (
        ("förbund", "ett förbund som inte finns här ännu"),
        ("berättelse", "ett förbunds berättelse, fråga för fråga"),
        ("ändamål", "en lydelse av ett förbunds ändamålsparagraf"),
    ):
        parser = kinds.add_parser(
            kind, aliases=[kind.translate(_PLAIN)], help=helped, description=f"Skriver {helped}."
        )
        answers = parser.add_argument_group("svar (det som inte anges frågas det efter)")
        for name, shown, about in (*_OWN[kind], *_COMMON):
            # Also without dots and rings, for keyboards and scripts that lack them.
            names = dict.fromkeys((f"--{name}", f"--{name.translate(_PLAIN)}"))
            answers.add_argument(*names, dest=f"svar_{name}", metavar=shown, help=about)
        if kind == "berättelse":
            answers.add_argument(
                "--svar",
                action="append",
                metavar="FRÅGA=TEXT",
                help="svaret på en fråga; kan anges flera gånger",
            )
        if kind == "ändamål":
            document = parser.add_argument_group("ur en förbundsordning")
            document.add_argument(
                "--ur", type=Path, metavar="FIL", help="hämta paragrafen ur en PDF, Word- eller textfil"
            )
            document.add_argument("--nummer", type=int, metavar="N", help="vilken av flera funna paragrafer")
            document.add_argument(
                "--ja", action="store_true", help="godta rättningarna som listas utan att fråga"
            )
        parser.set_defaults(run=run, kind=kind)


def run(options: argparse.Namespace) -> int:
    """Ask, check and write; 0 when the file is in place, 1 when nothing was written."""
    talk = _Terminal() if sys.stdin is not None and sys.stdin.isatty() else None
    return make(options, talk, date.today())


def make(options: argparse.Namespace, talk: Talk | None, today: date) -> int:
    """Do what ``run`` does, with the person to ask (or None) and the day that a new file carries.

    The day is the writer's, like the day on a letter: it is proposed, can be changed, and stands in the file
    from then on. No build reads it from anywhere else.
    """
    prefix = "svar_"
    given = {
        name.removeprefix(prefix): value for name, value in vars(options).items() if name.startswith(prefix)
    }
    asker = Asker(given, talk)
    try:
        tree = Tree.read(options.rot)
        if talk is not None:
            talk.say(
                "Svara på frågorna. Enter tar det som står inom [ ], ? ger hjälp, Ctrl-C avbryter "
                "utan att något skrivs.\n"
            )
        made = _MAKERS[options.kind](tree, asker, _day(asker, today), options)
        if asker.findings:
            return _refuse([*asker.findings, "", "Ingenting är skrivet."])
        return _place(options.rot, made, asker)
    except (KeyboardInterrupt, EOFError):
        return _refuse(["", "Avbrutet. Ingenting är skrivet."])
    except InsertError as error:
        return _refuse(
            [f"Listan ”{error}” är inte skriven så att något kan läggas till i den — lägg till det för hand."]
        )
    except (DocumentError, PlaceError, Stop) as error:
        return _refuse([*asker.findings, str(error), "Ingenting är skrivet."])


def _day(asker: Asker, today: date) -> str:
    from ramberattelser.model import Published

    check = by_model(Published, "publicerad")
    if asker.given.get("publicerad") is None:
        return today.isoformat()
    return asker.ask(Question("publicerad", "Vilken dag publiceras uppgifterna?", check=check))


def _place(root: Path, made: Made, asker: Asker) -> int:
    found = new_findings(root, made.change)
    if found:
        return _refuse([report(found), "", "Filen skulle inte gå igenom kontrollen. Ingenting är skrivet."])
    put(root, made.change)
    print(
        "\n".join(["", *made.told, "", *_next(made)])
        if asker.talk
        else "\n".join([*made.told, "", *_next(made)])
    )
    return 0


def _next(made: Made) -> list[str]:
    files = " och ".join(made.change.content)
    return [
        "Gör så här nu:",
        f"  1. Öppna {made.main}, läs igenom den och fyll i det du vet. Kommentarerna säger vad varje "
        "fält är till för.",
        "  2. Kör ramberattelser kontrollera och rätta det som hittas.",
        f"  3. Skicka in {files} som ett förslag. På GitHub: ”Add file”, ”Upload files”, ”Propose changes”.",
        "     Med git: en egen gren, git add, git commit, git push, och en pull request. Sidan Bidra "
        "visar hur.",
    ]


def _refuse(lines: list[str]) -> int:
    print("\n".join(lines), file=sys.stderr)
    return 1
