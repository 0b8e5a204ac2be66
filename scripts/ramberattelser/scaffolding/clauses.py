"""``ny ändamål``: a clause with one wording, or a further wording of a clause that has a file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ramberattelser import dates
from ramberattelser.model import MISSING, Clause, ClauseVersion, Element, Gap, Mend, Validity
from ramberattelser.scaffolding import slugs
from ramberattelser.scaffolding.asking import Asker, Check, Question, by_model
from ramberattelser.scaffolding.writing import (
    Block,
    Value,
    comment,
    description,
    group,
    indented,
    item,
    scalar,
)

_ORDER = (
    "id", "beteckning", "publicerad", "gäller", "antagen", "paragraf", "rubrik", "källa", "text", "ingress",
    "bygger_på", "kodning", "anmärkningar", "rättad_avskrift",
)  # fmt: skip


def file_of(owner: str) -> str:
    """Return where the clause of a förbund lies."""
    return f"clauses/{owner}.yml"


def ask(asker: Asker, proposed: Mapping[str, str], others: Sequence[ClauseVersion]) -> dict[str, str]:
    """Ask what one wording has; ``proposed`` are answers from a document, ``others`` the clause's wordings.

    ``text`` is asked for where ``proposed`` has none.
    """
    taken = {other.id for other in others}

    def answer(option: str, text: str, default: str | None, many: bool = False) -> str:
        model = Validity if option in ("från", "till") else ClauseVersion
        info = description(model, option)
        check = by_model(model, option)
        if option == "från":
            check = _free_day(check, others)
        return asker.ask(Question(option, text, info, default, check, many=many))

    told = {"från": answer("från", "Från vilken dag gäller lydelsen?", proposed.get("från", "okänt"))}
    told["till"] = answer("till", "Till vilken dag, om den är ersatt?", "")
    told["id"] = asker.ask(
        Question(
            "id",
            "Vilket id ska lydelsen ha?",
            "Oftast året den började gälla; ändras aldrig sedan.",
            slugs.free(_id(told), taken),
            lambda text: slugs.bad_slug(text) or _taken(text, taken),
        )
    )
    told["antagen"] = answer("antagen", "När och av vem antogs den?", proposed.get("antagen", MISSING))
    told["paragraf"] = answer("paragraf", "Vilken paragraf är det?", proposed.get("paragraf") or MISSING)
    told["rubrik"] = answer("rubrik", "Vilken rubrik har paragrafen?", proposed.get("rubrik", ""))
    if "text" in proposed:
        told["text"] = proposed["text"]
    else:
        told["text"] = answer("text", "Paragrafens text, ett stycke per rad?", MISSING, many=True)
    return told


def _id(told: Mapping[str, str]) -> str:
    year = slugs.year_in(told["från"])
    before = slugs.year_in(told["till"])
    return year or (f"till-{before}" if before else "odaterad")


def _free_day(check: Check, others: Sequence[ClauseVersion]) -> Check:
    """Return ``check``, and that no other wording begins on that very day."""

    def free(text: str) -> str | None:
        complaint = check(text)
        if complaint is not None:
            return complaint
        start = dates.parse(text).start
        same = (other.id for other in others if start and start.exact and other.validity.start.start == start)
        known = next(same, None)
        return f"lydelsen ”{known}” gäller redan från den dagen — skriv en annan dag" if known else None

    return free


def _taken(text: str, taken: set[str]) -> str | None:
    return f"lydelsen ”{text}” finns redan — välj ett annat id" if text in taken else None


def version_lines(
    told: Mapping[str, str],
    published: str,
    reference: str,
    elements: Sequence[Element],
    mended: Sequence[tuple[str, str]] = (),
) -> list[str]:
    """Return the lines of one wording, as an item of ``versioner``. ``mended`` are what and why."""
    validity = {"från": told["från"]} | ({"till": told["till"]} if told["till"] else {})
    collected = told["text"].strip() != MISSING
    values: dict[str, Value] = {
        "id": told["id"],
        "publicerad": published,
        "gäller": group(Validity, ("från", "till"), validity, {"till": ("till: 2023-12-31",)}),
        "antagen": told["antagen"],
        "paragraf": told["paragraf"],
        "källa": reference,
        "text": Block(_stanzas(told["text"])) if collected else MISSING,
    }
    if told["rubrik"]:
        values["rubrik"] = told["rubrik"]
    if mended:
        values["rättad_avskrift"] = _mends(mended)
    return item(group(ClauseVersion, _ORDER, values, _examples(reference, elements, collected)))


def _stanzas(text: str) -> str:
    """Return a text whose paragraphs are parted by an empty line, however they were given."""
    return "\n\n".join(" ".join(part.split()) for part in text.split("\n") if part.strip())


def _mends(mended: Sequence[tuple[str, str]]) -> list[str]:
    written: list[str] = []
    for number, (what, why) in enumerate(mended):
        one = item(group(Mend, ("vad", "varför"), {"vad": what, "varför": why}))
        written += one if number == 0 else [line for line in one if not line.lstrip().startswith("#")]
    return written


def file_lines(owner: str, name: str, version: Sequence[str], collected: bool, reference: str) -> list[str]:
    """Return the lines of a new file with one wording."""
    values: dict[str, Value] = {"förbund": owner, "versioner": list(version)}
    if not collected:
        gap: dict[str, Value] = {
            "vad": "Ändamålsparagrafens lydelse",
            "källa": reference,
            "efterfrågas": "Förbundsordningen",
        }
        values["saknas"] = item(group(Gap, ("vad", "källa", "efterfrågas"), gap))
    head = comment(
        f"Ändamålsparagrafen för {name}. Rader som börjar med # är kommentarer: de syns inte på webbplatsen. "
        "Ta bort # och mellanslaget efter för att använda ett exempel. Paragrafen står till punkt "
        "och pricka, också "
        "om det står fel i den. Hitta inte på något: det som källan inte säger är okänt eller saknas."
    )
    examples = {"saknas": ("saknas:", "  - vad: En äldre lydelse", f"    källa: {scalar(reference)}")}
    return [*head, "", *group(Clause, ("förbund", "versioner", "saknas"), values, examples)]


def _examples(reference: str, elements: Sequence[Element], collected: bool) -> dict[str, list[str]]:
    examples = {
        "rubrik": ["rubrik: Förbundets ändamål"],
        "ingress": ["ingress: |", "  En eller två meningar om lydelsen."],
        "bygger_på": [
            "bygger_på:",
            "  - version: lagen/lydelsens-id",
            "    hur: inspirerad av",
            "    säkerhet: osäker",
            f"    belägg: {scalar(reference)}",
        ],
        "anmärkningar": ["anmärkningar:", "  - citat: ord ur texten", "    text: Så står det i källan."],
    }
    if not collected:
        return {name: example for name, example in examples.items() if name == "ingress"}
    examples["kodning"] = ["kodning:"]
    for element in elements:
        code = [f"# {element.meaning}", f"- byggsten: {element.id}", "  citat: ord ur texten"]
        examples["kodning"] += indented(code, 2)
    return examples


def position(starts: Sequence[str], start: str) -> int | None:
    """Return where among wordings that begin at ``starts`` one goes that begins at ``start``; None: last."""
    try:
        latest = dates.parse(start).start.latest
    except dates.DateError:
        return None
    for number, other in enumerate(starts):
        earliest = dates.parse(other).start.earliest
        if latest is not None and earliest is not None and latest < earliest:
            return number
    return None
