"""Whose text it is and where it is from: the answers that both forms begin with."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from ramberattelser import messages
from ramberattelser.contributing.conventions import MainSource, Piece, parted
from ramberattelser.contributing.drafts import Entry, NewEntry, NewFile, Origin, Proposal
from ramberattelser.contributing.issue_body import Answer
from ramberattelser.contributing.slips import Slip
from ramberattelser.contributing.world import SOURCES, World, short_name
from ramberattelser.loading import places
from ramberattelser.model import slugify
from ramberattelser.scaffolding.associations import some_signature

_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_SOURCE_PREFIX = {"förbundsordning": "ff", "ramberättelse": "berattelse"}


@dataclass(frozen=True, slots=True)
class Form:
    """A filled-in form without fault in its headings, what there already is, and the day of the issue."""

    answers: Mapping[str, Answer]
    world: World
    day: str

    def text(self, id: str) -> str:
        """Return the answer to the question ``id``; nothing where it was not answered."""
        answer = self.answers.get(id)
        return answer.text if answer else ""

    def answer(self, id: str) -> Answer:
        """Return the answer with its place."""
        return self.answers.get(id, Answer(id))

    def origin(self, id: str) -> Origin:
        """Return where the answer stands."""
        return Origin(self.answer(id).label, self.answer(id).line)

    def fill(self, entry: Entry, name: str, id: str) -> None:
        """Put the answer to ``id`` in the field ``name``."""
        text = self.text(id)
        entry.put(name, f"{text}\n" if "\n" in text else text, self.origin(id))


def year_in(text: str) -> str:
    """Return the first year in ``text``, or nothing."""
    found = _YEAR.search(text)
    return found[0] if found else ""


def owner(form: Form, proposal: Proposal) -> tuple[str, str, bool]:
    """Return id and short name of the förbund, and whether it is new."""
    name, short = form.text("forbund"), form.text("kortnamn")
    found = form.world.owner(name, short)
    if found:
        if form.text("medlemmar") or form.text("handelser"):
            proposal.notes.append(
                "Förbundet finns redan här, så medlemmar och händelser kom inte med. Ändra dem på dess sida."
            )
        return found, short or short_name(name), False
    short = short or short_name(name)
    id = slugify(short)
    if not id:
        proposal.complain("no_name", form.origin("forbund"))
    elif places.reserved_name(f"narratives/{id}/forbund.yml"):
        at = form.origin("kortnamn" if form.text("kortnamn") else "forbund")
        proposal.slips.append(Slip(at.label, at.line, *messages.wording("reserved_name", given=id)))
    return id, short, True


def source(form: Form, owner_id: str, short: str, proposal: Proposal) -> MainSource:
    """Return the main source; a new one becomes an entry among the sources."""
    known = frozenset(form.world.sources)
    given, title = form.text("kalla"), form.text("ny-titel")
    if given and title:
        proposal.complain("two_sources", form.origin("kalla"))
    if given:
        found = form.world.source(given) or form.world.source(given.partition(",")[0])
        if found is None:
            advice = messages.nearest(given, sorted(known), "källor")
            advice = advice if advice.endswith("?") else f"{advice}."
            proposal.complain("unknown_source", form.origin("kalla"), given=given, advice=advice)
        # Without one any will do: nothing is written, and the other answers can be checked.
        return MainSource(found or min(known, default="okand"), known)
    needed = {"ny-titel": title, "ny-ar": form.text("ny-ar"), "ny-slag": form.text("ny-slag")}
    if not any(needed.values()):
        proposal.complain("no_source", form.origin("kalla"))
        return MainSource(min(known, default="okand"), known)
    for id, text in needed.items():
        if not text:
            proposal.complain("source_lacks", form.origin("ny-titel"), label=form.answer(id).label)
    id = _new_source(form, owner_id, short, proposal)
    return MainSource(id, known | {id})


def _new_source(form: Form, owner_id: str, short: str, proposal: Proposal) -> str:
    kind, year = form.text("ny-slag"), year_in(form.text("ny-ar"))
    id = "-".join(filter(None, (_SOURCE_PREFIX.get(kind, slugify(kind)), owner_id, year)))
    if id in form.world.sources:
        if slugify(form.world.sources[id]) == slugify(form.text("ny-titel")):
            label = form.answer("kalla").label
            proposal.complain("source_taken", form.origin("ny-titel"), given=id, label=label)
        id = f"{id}-{slugify(form.text('ny-titel'))}"[:80].strip("-")
    entry = Entry()
    entry.put("id", id, form.origin("ny-titel"))
    entry.put("kort", " ".join(filter(None, (kind.capitalize(), short, year))), form.origin("ny-titel"))
    form.fill(entry, "titel", "ny-titel")
    form.fill(entry, "utgivare", "ny-utgivare")
    form.fill(entry, "år", "ny-ar")
    form.fill(entry, "slag", "ny-slag")
    form.fill(entry, "adress", "ny-adress")
    proposal.drafts.append(NewEntry(SOURCES, "källor", len(form.world.sources), entry))
    proposal.notes.append(f"Dokumentet är nytt här. Det läggs till bland källorna med det korta namnet {id}.")
    return id


def new_association(form: Form, id: str, short: str, main: MainSource, proposal: Proposal) -> None:
    """Add a small file about a förbund that is not here: its name, and what else the form says."""
    origin = form.origin("forbund")
    entry, name = Entry(), Entry()
    entry.put("kortnamn", short, form.origin("kortnamn") if form.text("kortnamn") else origin)
    entry.put("signatur", some_signature(short, set(form.world.signatures)), origin)
    entry.put("ingress", f"{short} är nytt i samlingen. Mer om förbundet saknas ännu.", origin)
    name.put("namn", form.text("forbund"), origin)
    name.put("period", "okänt", origin)
    name.put("källa", main.id, origin)
    entry.put_entries("namn", [name])
    entry.put_entries("medlemmar", _members(form, main, proposal))
    entry.put_entries("händelser", _events(form, main, proposal))
    entry.put("publicerad", form.day, origin)
    proposal.drafts.append(NewFile(f"narratives/{id}/forbund.yml", entry, origin))
    proposal.notes.append(
        "Förbundet är nytt här. En liten fil om det följer med, och det vore bra om ni läste den."
    )


def _placed(piece: Piece, main: MainSource) -> str:
    return main.reference(piece.place or "")


def _members(form: Form, main: MainSource, proposal: Proposal) -> list[Entry]:
    found = []
    for piece, (name, kind) in parted(
        form.answer("medlemmar"), ",", 2, "Provköpings kommun, kommun", proposal
    ):
        entry = Entry()
        for field, value in (
            ("namn", name),
            ("slag", kind),
            ("period", "okänt"),
            ("källa", _placed(piece, main)),
        ):
            entry.put(field, value, piece.origin)
        found.append(entry)
    return found


def _events(form: Form, main: MainSource, proposal: Proposal) -> list[Entry]:
    found: list[Entry] = []
    for piece, (when, title) in parted(
        form.answer("handelser"), ":", 2, "våren 2016: Det första mötet", proposal
    ):
        entry = Entry()
        id = unused(slugify(title)[:50].strip("-"), {str(other.values["id"]) for other in found})
        for field, value in (("id", id), ("datum", when), ("rubrik", title), ("källa", _placed(piece, main))):
            entry.put(field, value, piece.origin)
        found.append(entry)
    return found


def unused(id: str, taken: set[str]) -> str:
    """Return ``id``, with a number after it if it is taken."""
    id = id or "utan-namn"
    return next(name for name in (id, *(f"{id}-{n}" for n in range(2, len(taken) + 3))) if name not in taken)
