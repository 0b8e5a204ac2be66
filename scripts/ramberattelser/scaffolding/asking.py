"""Questions and their answers: from options, from a person, or from a default; each checked at once.

Without a person to ask, every answer that is missing or wrong is collected, so that all of them can be
shown together.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Annotated, Any, Protocol

from pydantic import BaseModel, TypeAdapter, ValidationError

from ramberattelser import messages
from ramberattelser.reading import Document

Check = Callable[[str], str | None]
"""From an answer to ”what is wrong — how it is mended”, or None."""


class Talk(Protocol):
    """A person at a terminal."""

    def say(self, text: str) -> None:
        """Show ``text``."""

    def hear(self, prompt: str) -> str:
        """Show ``prompt`` and return the line that is answered. Raises EOFError, KeyboardInterrupt."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question. ``option`` names its answer on the command line (``förbund`` for ``--förbund``)."""

    option: str
    text: str
    help: str = ""
    default: str | None = None
    """What an empty answer means; None where there has to be one."""
    check: Check | None = None
    read: Callable[[str], str] | None = None
    """From what people write to the answer that is meant, as from a name to its id."""
    many: bool = False
    """True for text of several lines, which a line with only a full stop ends."""


@dataclass
class Asker:
    """Asks. ``given`` holds the answers of the command line, ``talk`` the person, if there is one."""

    given: Mapping[str, str | None]
    talk: Talk | None = None
    findings: list[str] = field(default_factory=list)

    def ask(self, question: Question) -> str:
        """Return the answer; an empty text, and a finding, where there is none that can be used."""
        given = self.given.get(question.option)
        if given is not None:
            answer = _meant(question, given.strip())
            complaint = _complaint(question, answer)
            if complaint is not None:
                self.findings.append(f"--{question.option}: {complaint}")
            return answer
        if self.talk is not None:
            return self._of_person(question, self.talk)
        if question.default is None:
            asked = f"svara på ”{question.text.rstrip(':')}”"
            self.findings.append(
                f"--{question.option}: svaret saknas — lägg till --{question.option} och {asked}"
            )
            return ""
        complaint = _complaint(question, question.default)
        if complaint is not None:
            self.findings.append(f"--{question.option}: {complaint}")
        return question.default

    def choose(self, text: str, options: Sequence[str]) -> int | None:
        """Let the person choose one of ``options``, the first unless they say otherwise; None without one."""
        if self.talk is None:
            return None
        self.talk.say(text)
        for number, option in enumerate(options, start=1):
            self.talk.say(f"  {number}. {option}")
        while True:
            heard = self.talk.hear("Nummer [1]: ").strip() or "1"
            if heard.isascii() and heard.isdigit() and 1 <= int(heard) <= len(options):
                return int(heard) - 1
            self.talk.say(f"  Skriv ett tal från 1 till {len(options)}.")

    def _of_person(self, question: Question, talk: Talk) -> str:
        hint = (
            f" [{question.default}]"
            if question.default
            else " (Enter = hoppa över)"
            if question.default == ""
            else ""
        )
        while True:
            heard = _lines(talk, question) if question.many else talk.hear(f"{question.text}{hint} ").strip()
            if heard == "?":
                talk.say(f"  {question.help or 'Det finns ingen mer hjälp till den här frågan.'}")
                continue
            answer = _meant(question, heard) or question.default or ""
            complaint = _complaint(question, answer)
            if complaint is None:
                return answer
            talk.say(f"  {complaint[0].upper()}{complaint[1:]}.")


def _lines(talk: Talk, question: Question) -> str:
    talk.say(f"{question.text} Avsluta med en rad där det bara står en punkt.")
    lines: list[str] = []
    while (line := talk.hear("")) != ".":
        lines.append(line.strip())
        if line.strip() == "?":
            return "?"
    return "\n".join(lines).strip()


def _meant(question: Question, answer: str) -> str:
    return question.read(answer) if question.read is not None else answer


def _complaint(question: Question, answer: str) -> str | None:
    if not answer and question.default != "":
        return "svaret är tomt — skriv något, eller ? för hjälp"
    return question.check(answer) if question.check is not None and answer else None


def by_model(model: type[BaseModel], alias: str) -> Check:
    """Return the check that the data format makes of the field ``alias`` of ``model``."""
    info = next(info for info in model.model_fields.values() if info.alias == alias)
    annotation: Any = Annotated[(info.annotation, *info.metadata)] if info.metadata else info.annotation
    adapter: TypeAdapter[Any] = TypeAdapter(annotation)

    def check(answer: str) -> str | None:
        try:
            adapter.validate_python(answer)
        except ValidationError as error:
            errors = [{**found, "loc": (alias,)} for found in error.errors(include_url=False)]
            finding = messages.from_pydantic("", Document(), model, errors)[0]
            return f"{finding.what} — {finding.how}"
        return None

    return check
