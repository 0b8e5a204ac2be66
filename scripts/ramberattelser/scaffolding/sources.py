"""Which source a new file rests on: one that stands in kallor.yml, or one that is added to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

from ramberattelser.messages import nearest, wording
from ramberattelser.model import SLUG, Source, slugify
from ramberattelser.scaffolding import slugs
from ramberattelser.scaffolding.asking import Asker, Question, by_model
from ramberattelser.scaffolding.writing import Block, Value, group, item

FILE = "narratives/gemensamt/kallor.yml"
NEW = "ny"
"""What a person answers who has a document that is not among the sources."""

_KINDS = get_args(next(info.annotation for info in Source.model_fields.values() if info.alias == "slag"))
_ASKED = "Vilken källa bygger uppgifterna på (id, gärna med avsnitt; ett nytt id blir en ny källa)?"
_SAID = "Vilken källa bygger uppgifterna på? Skriv dess id, gärna med avsnitt"
_NUMBERED = ", ".join(f"{number} {kind}" for number, kind in enumerate(_KINDS, start=1))
_PREFIX = {"förbundsordning": "ff", "ramberättelse": "berattelse"}
_ORDER = ("id", "kort", "titel", "författare", "utgivare", "år", "slag", "adress", "läst", "omnämnd_i", "not")


@dataclass(frozen=True, slots=True)
class Cited:
    """A reference to a source, as it is written under ``källa``, and the lines of the source if it is new."""

    reference: str
    id: str
    new: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """What is known of a source that may have to be added."""

    id: str
    short: str = ""
    title: str = ""
    year: str = ""
    kind: str = ""
    note: str = ""


def likely(known: Sequence[Source], owner: str, name: str) -> list[Source]:
    """Return the sources that are named after a förbund, in their order."""
    words = [word for word in (owner, slugs.owner_slug(name)) if len(word) > 2]
    return [
        source
        for source in known
        if any(word in source.id or word in slugs.owner_slug(source.title) for word in words)
    ]


def cite(
    asker: Asker, known: Sequence[Source], draft: Draft, owner: str, name: str, section: str = ""
) -> Cited:
    """Ask which source a file rests on; ``draft`` is proposed where none fits.

    A reference to an unknown id adds that source if its title is given, and is a finding otherwise.
    """
    ids = [source.id for source in known]
    fitting = [source.id for source in likely(known, owner, name)]
    if asker.talk is not None and asker.given.get("källa") is None:
        shown = ", ".join(fitting or ids[:6])
        asker.talk.say(f"Källor som finns: {shown}{' med flera' if len(ids) > 6 and not fitting else ''}.")
    new = bool(draft.title and draft.note) or (asker.talk is None and _told(asker, draft, ids))
    default = draft.id if new else (fitting[0] if fitting else None)
    if default is None and asker.talk is not None:
        default = NEW
    given = asker.ask(
        Question(
            "källa",
            _ASKED if asker.talk is None else f"{_SAID}, eller {NEW}.",
            f"T.ex. nns-2020, avsnitt 3.1. Står dokumentet inte på webbplatsens sida Källor svarar du {NEW}.",
            None if default is None else _with(default, section),
            _reference,
        )
    )
    if asker.talk is not None and given == NEW:
        return _new(asker, draft, owner, ids)
    first = given.partition(";")[0].partition(",")[0].strip()
    if not first or first in ids or not SLUG.fullmatch(first):
        _unknown(asker, given, ids)
        return Cited(given, first)
    if asker.talk is None and asker.given.get("källans-titel") is None and not draft.note:
        what, how = wording("unknown_source", given=first, suggestion=nearest(first, ids, "källor"))
        asker.findings.append(
            f"--källa: {what} — {how}; eller lägg till den med --källans-titel och --källans-slag"
        )
        return Cited(given, first)
    _unknown(asker, given, ids)
    # What is known of the proposed source says nothing of another, unless a document was read.
    about = draft if first == draft.id or draft.note else Draft(first)
    return Cited(given, first, tuple(_asked(asker, about, first)))


def _new(asker: Asker, draft: Draft, owner: str, ids: Sequence[str]) -> Cited:
    """Let a person tell of a document before it gets an id: nobody knows that beforehand."""
    values = _answers(asker, draft)
    kind, year = str(values["slag"]), slugs.year_in(str(values["år"]))
    id = draft.id
    if kind != (draft.kind or "förbundsordning"):
        prefix = _PREFIX.get(kind)
        begin = f"{prefix}-{owner}" if prefix else slugify(str(values["titel"]))[:40].strip("-") or kind
        id = begin if not year or year in begin else f"{begin}-{year}"
    id = asker.ask(
        Question(
            "källans-id",
            "Vilket id ska källan ha?",
            "Ett kort namn som filerna hänvisar med; ändras aldrig sedan.",
            slugs.free(id, set(ids)),
            lambda text: slugs.bad_slug(text) or _known(text, ids),
        )
    )
    place = asker.ask(Question("avsnitt", "Var i dokumentet står det?", "T.ex. avsnitt 2, eller 4 §.", ""))
    return Cited(_with(id, place), id, tuple(_lines({"id": id, **values}, draft.note)))


def _known(text: str, ids: Sequence[str]) -> str | None:
    return f"källan ”{text}” finns redan — välj ett annat id" if text in ids else None


def _told(asker: Asker, draft: Draft, ids: Sequence[str]) -> bool:
    """Whether the options tell of a new document that the proposed id suits."""
    kind = asker.given.get("källans-slag")
    suits = kind in (None, draft.kind or "förbundsordning")
    return asker.given.get("källans-titel") is not None and suits and draft.id not in ids


def _unknown(asker: Asker, given: str, ids: Sequence[str]) -> None:
    """Report the further sources of a reference (after a semicolon) that do not exist."""
    for one in (part.partition(",")[0].strip() for part in given.split(";")[1:]):
        if one in ids:
            continue
        what, how = wording("unknown_source", given=one, suggestion=nearest(one, ids, "källor"))
        asker.findings.append(f"--källa: {what} — {how}")


def _reference(answer: str) -> str | None:
    """A source is named by its id; sections follow after a comma, further sources after a semicolon."""
    return by_model(Source, "omnämnd_i")(answer)


def _with(source: str, section: str) -> str:
    return f"{source}, {section}" if section else source


def _asked(asker: Asker, draft: Draft, new: str) -> list[str]:
    if asker.talk is not None:
        asker.talk.say(f"Källan {new} finns inte ännu och läggs till.")
    return _lines({"id": new, **_answers(asker, draft)}, draft.note)


def _answers(asker: Asker, draft: Draft) -> dict[str, Value]:
    """Return what there is to say of a document, by the names of its fields."""
    values: dict[str, Value] = {}
    kinds = f" ({', '.join(_KINDS)})?" if asker.talk is None else f"? {_NUMBERED}:"
    for alias, option, text, default in (
        ("titel", "källans-titel", "Dokumentets titel?", draft.title or None),
        ("kort", "källans-kort", "Kort benämning i noter?", draft.short or None),
        ("år", "källans-år", "Utgivningsår?", draft.year or "saknas"),
        ("slag", "källans-slag", f"Vad för slags dokument{kinds}", draft.kind or None),
        ("utgivare", "källans-utgivare", "Utgivare?", ""),
        ("adress", "källans-adress", "Webbadress?", ""),
    ):
        if alias == "kort" and default is None and values.get("titel"):
            default = str(values["titel"])[:60]
        info = next(info for info in Source.model_fields.values() if info.alias == alias)
        read = _kind if alias == "slag" else None
        question = Question(option, text, info.description or "", default, by_model(Source, alias), read)
        answer = asker.ask(question)
        if answer:
            values[alias] = answer
    return values


def _kind(answer: str) -> str:
    """Return the kind of document that is meant by its number, or by how its name begins."""
    if answer.isascii() and answer.isdigit() and 1 <= int(answer) <= len(_KINDS):
        return str(_KINDS[int(answer) - 1])
    found = [kind for kind in _KINDS if answer and kind.startswith(answer.casefold())]
    return found[0] if len(found) == 1 or answer.casefold() in found else answer


def _lines(values: dict[str, Value], note: str) -> list[str]:
    if note:
        values["not"] = Block(note)
    # Without comments: the file is shared, and none of its other entries have any.
    return [line for line in item(group(Source, _ORDER, values)) if not line.lstrip().startswith("#")]


def document_note(name: str, kind: str, pages: int, checksum: str, where: str) -> str:
    """Return the note on a source that was read from a file: which file, its SHA-256, and where in it."""
    # The note is Markdown, and a file's name may hold any character: what could mean something is left out.
    shown = re.sub(r"[^\w .,()+–-]|_(?=_)", "·", name).strip() or "utan namn"
    shown = re.sub(r"(?<!\w)_|_(?!\w)", "·", shown)
    extent = f", {pages} {'sida' if pages == 1 else 'sidor'}" if pages else ""
    return (
        f"Ändamålsparagrafen är hämtad ur filen ”{shown}” ({kind}{extent}), {where}. "
        f"Filens kontrollsumma (SHA-256) är {checksum}."
    )
