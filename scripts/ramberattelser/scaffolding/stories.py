"""``ny berättelse``: a story with a section for each answered question, and a gap for each that waits.

A placeholder would be published the day somebody forgets to replace it. So what is live in the file is
only what somebody has answered, or the true sentence that nothing is written yet; what waits stands under
``saknas``, where readers see it as missing, and as a commented section ready to be filled in.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ramberattelser.messages import nearest, wording
from ramberattelser.model import Block as BlockModel
from ramberattelser.model import Gap, Narrative, Question, Section, slugify
from ramberattelser.scaffolding import asking, slugs
from ramberattelser.scaffolding.asking import Asker, Check, by_model
from ramberattelser.scaffolding.writing import Block, Value, comment, description, group, item, scalar

_ORDER = (
    "publicerad", "titel", "korttitel", "ingress", "skriven", "berättare", "källa", "handlar_om", "ändamål",
    "siffror", "avsnitt", "saknas", "sökord",
)  # fmt: skip
_BLOCK = ("text", "citat", "av", "källa")
_SECTION = ("id", "rubrik", "frågor", "perspektiv", "stycken")

NOT_WRITTEN = (
    "Berättelsen är påbörjad, men inte skriven. Frågorna som väntar på svar räknas upp som det som saknas."
)


def file_of(owner: str, story: str) -> str:
    """Return where a story lies."""
    return f"narratives/{owner}/{story}.yml"


def ask(
    asker: Asker, owner: str, short_name: str, taken: set[str], check_id: Check, check_prose: Check
) -> dict[str, str]:
    """Ask what the head of a story says; ``taken`` are the ids of the förbund's other stories."""

    def answer(option: str, text: str, default: str | None) -> str:
        info = next(info for info in Narrative.model_fields.values() if info.alias == option)
        return asker.ask(
            asking.Question(option, text, info.description or "", default, by_model(Narrative, option))
        )

    told = {
        "titel": answer(
            "titel",
            "Vad heter berättelsen?",
            f"{short_name}: en berättelse" if asker.talk and owner else None,
        ),
        "skriven": answer("skriven", "När skrevs ursprungstexten?", "odaterat"),
    }
    told["id"] = asker.ask(
        asking.Question(
            "id",
            "Vilket id ska den ha i webbadressen?",
            "Oftast årtalet; ändras aldrig sedan.",
            slugs.free(slugs.year_in(told["skriven"]) or slugify(told["titel"]) or "berattelse", taken),
            check_id,
        )
    )
    told["ingress"] = asker.ask(
        asking.Question(
            "ingress",
            "Vad säger berättelsen, i två till fyra meningar?",
            description(Narrative, "ingress"),
            "",
            check_prose,
        )
    )
    return told


def ask_answers(
    asker: Asker, questions: Sequence[Question], given: Sequence[str], check_prose: Check
) -> dict[str, str]:
    """Return question id → answer, from ``--svar fråga=text`` or the person, only those that are answered.

    A question is named by its id or by its words.
    """
    known = {question.id: question for question in questions}
    by_words = {slugify(question.question): question.id for question in questions}
    answers: dict[str, str] = {}
    for one in given:
        name, sign, text = one.partition("=")
        name = name.strip()
        name = name if name in known else by_words.get(slugify(name), name)
        if not sign or not text.strip():
            asker.findings.append(
                f"--svar: ”{one[:60]}” är inget svar — skriv frågans id, = och svaret inom citattecken"
            )
        elif name not in known:
            what, how = wording(
                "unknown_question", given=name, suggestion=nearest(name, list(known), "frågor")
            )
            asker.findings.append(f"--svar: {what} — {how}")
        elif name in answers:
            asker.findings.append(f"--svar: frågan ”{name}” är besvarad två gånger — behåll det ena svaret")
        else:
            answers[name] = text.strip()
    if asker.talk is not None:
        asker.talk.say("Nu frågorna. Svara på dem ni kan; Enter hoppar över.")
        for question in questions:
            if question.id not in answers:
                heard = asker.ask(
                    asking.Question(
                        f"svar {question.id}", question.question, question.text.strip(), "", check_prose
                    )
                )
                answers |= {question.id: heard} if heard else {}
    return answers


def lines(
    told: Mapping[str, str],
    published: str,
    reference: str,
    questions: Sequence[Question],
    answers: Mapping[str, str],
) -> list[str]:
    """Return the lines of the file."""
    waiting = [question for question in questions if question.id not in answers]
    sections = [
        line
        for question in questions
        if question.id in answers
        for line in _section(question, answers[question.id], reference)
    ]
    values: dict[str, Value] = {
        "publicerad": published,
        "titel": told["titel"],
        "ingress": Block(told["ingress"] or NOT_WRITTEN),
        "skriven": told["skriven"],
        "källa": reference,
        "avsnitt": [*(sections or _not_written(reference)), *_waiting_sections(waiting, reference)],
    }
    if waiting:
        values["saknas"] = _gaps(waiting, reference)
    head = comment(
        "En berättelse. Rader som börjar med # är kommentarer: de syns inte på webbplatsen. Varje "
        "fråga har ett avsnitt "
        "nedan. Ta bort # och mellanslaget efter på ett avsnitts alla rader, skriv svaret, och ta "
        "bort frågan under "
        "saknas. Återberätta med egna ord; det som är ordagrant står i citat, med av."
    )
    return [*head, "", *group(Narrative, _ORDER, values, _examples(reference))]


def _section(question: Question, text: str, reference: str) -> list[str]:
    block = item(group(BlockModel, _BLOCK, {"text": Block(text), "källa": reference}))
    values: dict[str, Value] = {
        "id": question.id, "rubrik": question.question, "frågor": [f"- {question.id}"], "stycken": block,
    }  # fmt: skip
    return [line for line in item(group(Section, _SECTION, values)) if not line.lstrip().startswith("# ")]


def _not_written(reference: str) -> list[str]:
    block = item(group(BlockModel, _BLOCK, {"text": Block(NOT_WRITTEN), "källa": reference}))
    written = item(
        group(Section, _SECTION, {"id": "inte-skriven", "rubrik": "Ännu inte skriven", "stycken": block})
    )
    return ["# Ta bort det här avsnittet när det första svaret är skrivet.", *written]


def _waiting_sections(waiting: Sequence[Question], reference: str) -> list[str]:
    written: list[str] = []
    for question in waiting:
        example = [
            f"- id: {question.id}",
            f"  rubrik: {scalar(question.question)}",
            "  frågor:",
            f"    - {question.id}",
            "  stycken:",
            # Empty, so that the check stops a section that was begun and forgotten.
            "    - text: |",
            f"      källa: {scalar(reference)}",
        ]
        written += [f"# {line}" for line in example]
    return written


def _gaps(waiting: Sequence[Question], reference: str) -> list[str]:
    written: list[str] = []
    for number, question in enumerate(waiting):
        values: dict[str, Value] = {"vad": f"Svar på frågan ”{question.question}”", "källa": reference}
        one = item(group(Gap, ("vad", "källa"), values))
        written += one if number == 0 else [line for line in one if not line.lstrip().startswith("#")]
    return written


def _examples(reference: str) -> dict[str, tuple[str, ...]]:
    return {
        "korttitel": ("korttitel: Kortare än titeln",),
        "berättare": ("berättare:", "  - namn: Förnamn Efternamn", "    roll: förbundschef"),
        "siffror": (
            "siffror:",
            '  - tal: "12"',
            "    vad: vad talet gäller",
            f"    källa: {scalar(reference)}",
        ),
        "sökord": ("sökord:", "  - ett annat ord för samma sak"),
    }
