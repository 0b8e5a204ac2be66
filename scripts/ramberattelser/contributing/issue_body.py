"""What stands in an issue that a form has made: ``### Label``, an empty line, and the answer.

The body can be edited by hand afterwards, so nothing of it is taken for granted.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ramberattelser import messages
from ramberattelser.contributing.forms import Ask, Form
from ramberattelser.contributing.slips import Slip, slip
from ramberattelser.reading import characters

MOST = 128_000
"""Characters: twice what GitHub lets into an issue."""

_FEW = 3
"""Doubled headings that are told one by one; where there are more, the whole form stands there twice."""

_HEADING = re.compile(r"### (.+?)[ \t]*")
_EMPTY = "_No response_"
_FENCE = re.compile(r"(`{3,}|~{3,})[a-z]*\n(.*?)\n?\1[ \t]*", re.DOTALL)
_BOX = re.compile(r"[-*] \[[xX]\] (.+)")
_HTML = re.compile(r"<[A-Za-z/!?]")


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: the line on which it begins, and its text without empty lines around it."""

    label: str
    line: int = 1
    text: str = ""


@dataclass(slots=True)
class Filled:
    """A form as it was filled in: its answers by the ids of the questions, and what was wrong with it."""

    form: Form | None
    answers: dict[str, Answer] = field(default_factory=dict)
    slips: list[Slip] = field(default_factory=list)
    whole: bool = False
    """Whether each answer is known to stand under its own heading, so that the answers can be looked at."""


def read(body: str, forms: Sequence[Form]) -> Filled:
    """Return the answers in ``body``. Nothing is raised: what is wrong is among the slips."""
    if len(body) > MOST:
        return Filled(None, slips=[slip("too_long", "formuläret", 1, most=str(MOST))])
    text = unicodedata.normalize("NFC", body.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))
    lines = text.split("\n")
    form = max(forms, key=lambda form: len(_headings(lines, form)))
    if len(_headings(lines, form)) < 2:
        return Filled(None, slips=[slip("no_form", "formuläret", 1)])
    filled = Filled(form)
    _divide(lines, filled, form)
    filled.slips += _characters(text, filled.answers.values())
    filled.whole = not filled.slips and all(ask.id in filled.answers for ask in form.asks)
    filled.slips += [found for ask in form.asks for found in _ask_slips(ask, filled.answers)]
    return filled


def _headings(lines: Sequence[str], form: Form) -> list[tuple[int, str]]:
    labels = {ask.label for ask in form.asks}
    found = ((number, _HEADING.fullmatch(line)) for number, line in enumerate(lines))
    return [(number, match[1]) for number, match in found if match is not None and match[1] in labels]


def _divide(lines: Sequence[str], filled: Filled, form: Form) -> None:
    """Put the answers between the headings into ``filled``."""
    headings = _headings(lines, form)
    by_label = {ask.label: ask for ask in form.asks}
    first = headings[0][0]
    if any(line.strip() for line in lines[:first]):
        filled.slips.append(slip("before", "formuläret", 1, label=headings[0][1]))
    doubled: list[Slip] = []
    ends = [number for number, _ in headings[1:]] + [len(lines)]
    for (number, label), end in zip(headings, ends, strict=True):
        ask = by_label[label]
        if ask.id in filled.answers:
            doubled.append(slip("heading_twice", label, number + 1))
            continue
        filled.answers[ask.id] = _answer(ask, lines[number + 1 : end], number + 2)
    if len(doubled) > _FEW:
        doubled = [slip("form_twice", doubled[0].label, doubled[0].line)]
    filled.slips += doubled


def _answer(ask: Ask, lines: Sequence[str], start: int) -> Answer:
    given = "\n".join(line.rstrip() for line in lines)
    empty = len(given) - len(given.lstrip("\n"))
    text, line = given.strip("\n"), start + empty
    fence = _FENCE.fullmatch(text) if ask.verbatim else None
    if fence is not None:
        text, line = fence[2].strip("\n"), line + 1
    return Answer(ask.label, line, "" if text.strip() == _EMPTY else text.strip())


def _ask_slips(ask: Ask, answers: Mapping[str, Answer]) -> Iterator[Slip]:
    answer = answers.get(ask.id)
    if answer is None:
        yield slip("no_heading", ask.label, 1)
    elif ask.kind == "checkboxes":
        ticked = {
            match[1].strip() for line in answer.text.split("\n") if (match := _BOX.fullmatch(line.strip()))
        }
        if set(ask.choices) - ticked:
            yield slip("not_ticked", ask.label, answer.line)
    elif ask.required and not answer.text:
        yield slip("no_answer", ask.label, answer.line)
    elif ask.kind == "dropdown" and answer.text not in ("", *ask.choices):
        choices = ", ".join(ask.choices)
        yield slip("not_a_choice", ask.label, answer.line, given=answer.text, choices=choices)
    elif ask.kind == "input" and "\n" in answer.text:
        yield slip("one_line", ask.label, answer.line)
    elif not ask.verbatim and ask.id != "ovrigt" and (html := _HTML.search(answer.text)):
        line = answer.line + answer.text.count("\n", 0, html.start())
        what, how = messages.wording("raw_html", given=answer.text[html.start() :].split("\n")[0][:20])
        yield Slip(ask.label, line, what, how)


def _characters(text: str, answers: Collection[Answer]) -> Iterator[Slip]:
    """Invisible and lost characters, told by the answer that they stand in."""
    for problem in characters.problems(text):
        label = "formuläret"
        for answer in answers:
            if answer.line <= problem.mark.line and answer.text:
                label = answer.label
        if problem.code != "tab":
            yield Slip(label, problem.mark.line, *messages.wording(problem.code, **problem.details))
