"""The purpose clause of a document as proposed answers: chosen, mended and confirmed by the writer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ramberattelser.extracting import (
    Candidate,
    Document,
    DocumentError,
    Extract,
    Facts,
    candidates,
    extract,
    facts_of,
    read_document,
)
from ramberattelser.extracting.document import Line
from ramberattelser.extracting.furniture import separate
from ramberattelser.extracting.letters import plain_text
from ramberattelser.extracting.words import words_in
from ramberattelser.scaffolding import reviewing
from ramberattelser.scaffolding.asking import Asker
from ramberattelser.scaffolding.sources import document_note

_LINE = 300


@dataclass(frozen=True, slots=True)
class Found:
    """What a document answers: fields of the wording, its mends, and what to say of the source."""

    proposed: dict[str, str]
    mended: list[tuple[str, str]]
    title: str
    note: str


def from_document(
    asker: Asker, path: Path, number: int | None, accepted: bool, known: Sequence[str]
) -> Found | None:
    """Read ``path`` and return what it answers; None, and findings, where nobody could be asked.

    ``number`` says which of several clauses is meant, ``accepted`` that the mends are confirmed unseen;
    ``known`` are texts whose words may be joined over a line end. Raises ``DocumentError``.
    """
    document = read_document(path)
    lines, removed = separate(document.lines)
    candidate = _chosen(asker, document, candidates(lines), number)
    if candidate is None:
        return None
    found = extract(document, removed, candidate, words_in(known))
    if asker.talk is not None:
        _show(asker, found)
    choices = {} if accepted else reviewing.chosen(asker, found)
    text = found.text(choices)
    if not _confirmed(asker, found, text, accepted):
        return None
    facts = facts_of(lines)
    title = facts.title or facts_of(document.lines).title
    proposed = {
        "text": text,
        "paragraf": candidate.number,
        "rubrik": plain_text(candidate.title),
        **_stated(asker, facts),
    }
    note = document_note(document.name, document.kind, document.pages, document.checksum, _where(candidate))
    return Found(proposed, reviewing.recorded(found, choices), plain_text(title)[:_LINE], note)


def _chosen(
    asker: Asker, document: Document, found: Sequence[Candidate], number: int | None
) -> Candidate | None:
    if not found:
        raise DocumentError(
            f"Ingen paragraf om ändamål hittades i {document.name} — kopiera den till en textfil "
            "under en rad "
            "med rubriken, till exempel ”4 § Ändamål”, och kör om med den."
        )
    if number is not None:
        if 1 <= number <= len(found):
            return found[number - 1]
        raise DocumentError(
            f"--nummer {number} finns inte — {document.name} har {len(found)}: {_list(found)}."
        )
    if len(found) == 1:
        return found[0]
    choice = asker.choose("Flera paragrafer kan vara den som söks. Vilken?", [one.shown for one in found])
    if choice is None:
        asker.findings.append(
            f"--nummer: {document.name} har flera paragrafer om ändamål — välj en: {_list(found)}"
        )
        return None
    return found[choice]


def _list(found: Sequence[Candidate]) -> str:
    return "; ".join(f"{number}. {one.shown}" for number, one in enumerate(found, start=1))


def _show(asker: Asker, found: Extract) -> None:
    assert asker.talk is not None
    end = found.candidate.ends_at
    until = f"till före ”{end.text[:60]}” ({end.place})" if end else "till dokumentets slut"
    asker.talk.say(f"Hittade {found.candidate.shown}, {until}.")
    for line in reviewing.listed(found):
        asker.talk.say(f"  {line}")


def _confirmed(asker: Asker, found: Extract, text: str, accepted: bool) -> bool:
    """Return True if the writer stands for the text; without mends and doubts there is nothing to confirm."""
    if accepted:
        for line in reviewing.listed(found) if asker.talk is None else []:
            print(line)
        return True
    if asker.talk is None:
        rows = reviewing.listed(found)
        asker.findings += rows
        if rows:
            asker.findings.append(
                "--ja: texten är rättad så som listan säger — jämför med dokumentet, och lägg till --ja"
            )
        return not rows
    asker.talk.say(f"\n{text}\n")
    answer = (
        asker.talk.hear("Är det så paragrafen lyder, med de rättningar som listas? (j/n) [j]: ")
        .strip()
        .casefold()
    )
    if answer not in ("", "j", "ja"):
        raise DocumentError(
            "Texten togs inte med. Kopiera paragrafen till en textfil, rätta den där och kör om med "
            "--ur och den filen."
        )
    return True


def _stated(asker: Asker, facts: Facts) -> dict[str, str]:
    """Return what the document says of its validity and adoption, where it says one thing."""
    stated: dict[str, str] = {}
    if len(facts.valid_from) == 1:
        stated["från"] = facts.valid_from[0].value
    elif facts.valid_from and asker.given.get("från") is None:
        listed = ", ".join(f"{fact.value} ({fact.at.place})" for fact in facts.valid_from)
        if asker.talk is None:
            asker.findings.append(f"--från: dokumentet nämner flera dagar, {listed} — välj en med --från")
        else:
            asker.talk.say(f"Dokumentet nämner flera dagar från vilka det gäller: {listed}.")
    if facts.adopted:
        stated["antagen"] = plain_text("; ".join(fact.value for fact in facts.adopted))[:_LINE]
    return stated


def _where(candidate: Candidate) -> str:
    first, last = candidate.at, _last(candidate)
    if not first.page:
        return f"rad {first.row}–{last.row}" if last.row != first.row else f"rad {first.row}"
    return f"sida {first.page}" if first.page == last.page else f"sida {first.page}–{last.page}"


def _last(candidate: Candidate) -> Line:
    return candidate.lines[-1]
