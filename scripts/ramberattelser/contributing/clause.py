"""From the answers about a wording to its file, or to one entry more in it."""

from __future__ import annotations

from typing import Any

from ramberattelser import dates
from ramberattelser.contributing.conventions import MainSource, parted, unquoted
from ramberattelser.contributing.drafts import Entry, NewEntry, NewFile, Proposal
from ramberattelser.contributing.whose import Form, new_association, owner, source, year_in
from ramberattelser.model import slugify
from ramberattelser.reading import read_text

_UNDATED = "odaterad"


def clause(form: Form) -> Proposal:
    """Return the files that the answers give rise to, and what was wrong with them."""
    proposal = Proposal()
    owner_id, short, is_new = owner(form, proposal)
    main = source(form, owner_id, short, proposal)
    if is_new:
        new_association(form, owner_id, short, main, proposal)
    path = f"clauses/{owner_id}.yml"
    version = _version(form, main, proposal)
    if path not in form.world.texts:
        entry = Entry()
        entry.put("förbund", owner_id, form.origin("forbund"))
        entry.put_entries("versioner", [version])
        proposal.drafts.append(NewFile(path, entry, form.origin("forbund")))
        return proposal
    existing = _versions(form.world.texts[path])
    id = version.values["id"]
    if id in [other.get("id") for other in existing]:
        label = form.answer("fran").label
        proposal.complain("version_taken", form.origin("fran"), given=f"{owner_id}/{id}", label=label)
    position = _position(form.text("fran"), existing)
    proposal.drafts.append(NewEntry(path, "versioner", position, version))
    proposal.notes.append("Förbundets paragraf finns redan här. Lydelsen läggs till bland de andra.")
    return proposal


def _version(form: Form, main: MainSource, proposal: Proposal) -> Entry:
    entry, validity = Entry(), Entry()
    form.fill(validity, "från", "fran")
    form.fill(validity, "till", "till")
    entry.put("id", year_in(form.text("fran")) or _UNDATED, form.origin("fran"))
    entry.put("gäller", validity.values, form.origin("fran"))
    entry.origins |= {("gäller", *path): origin for path, origin in validity.origins.items()}
    for name, id in (("antagen", "antagen"), ("paragraf", "paragraf"), ("rubrik", "rubrik")):
        form.fill(entry, name, id)
    place = form.text("avsnitt").strip("[]")
    entry.put("källa", main.reference(place), form.origin("avsnitt" if place else "kalla"))
    form.fill(entry, "text", "text")
    form.fill(entry, "ingress", "ingress")
    entry.put_entries("bygger_på", _relations(form, main, proposal))
    entry.put_entries("kodning", _codes(form, proposal))
    entry.put_entries("anmärkningar", _remarks(form, proposal))
    entry.put("publicerad", form.day, form.origin("text"))
    return entry


def _relations(form: Form, main: MainSource, proposal: Proposal) -> list[Entry]:
    found = []
    shape = "provkoping/2012, hämtad från, säker [avsnitt 3]"
    for piece, parts in parted(form.answer("bygger-pa"), ",", 3, shape, proposal):
        if piece.place is None:
            proposal.complain("no_place_line", piece.origin, given=piece.text)
            continue
        entry = Entry()
        names = ("version", "hur", "säkerhet", "belägg")
        for name, text in zip(names, (*parts, main.reference(piece.place)), strict=True):
            entry.put(name, text, piece.origin)
        found.append(entry)
    return found


def _codes(form: Form, proposal: Proposal) -> list[Entry]:
    ids = {slugify(name): id for id, name in form.world.shared.elements}
    found = []
    for piece, (element, words) in parted(
        form.answer("kodning"), ":", 2, "plattform: en plattform för prov", proposal
    ):
        entry = Entry()
        entry.put("byggsten", ids.get(slugify(element), element), piece.origin)
        entry.put("citat", unquoted(words), piece.origin)
        found.append(entry)
    return found


def _remarks(form: Form, proposal: Proposal) -> list[Entry]:
    found = []
    shape = "i syfte är att: Så står det i källan."
    for piece, (words, text) in parted(form.answer("anmarkningar"), ":", 2, shape, proposal):
        entry = Entry()
        entry.put("citat", unquoted(words), piece.origin)
        entry.put("text", text, piece.origin)
        found.append(entry)
    return found


def _versions(text: str) -> list[dict[str, Any]]:
    value = read_text(text).value
    found = value.get("versioner") if isinstance(value, dict) else None
    return [entry if isinstance(entry, dict) else {} for entry in found] if isinstance(found, list) else []


def _position(start: str, existing: list[dict[str, Any]]) -> int:
    """The oldest stands first; one of unknown age stands last. An id often begins with a year."""
    day = _earliest(start)
    later = (number for number, other in enumerate(existing) if day and _since(other) > day)
    return next(later, len(existing))


def _since(version: dict[str, Any]) -> str:
    validity = version.get("gäller")
    start = _earliest(validity.get("från")) if isinstance(validity, dict) else ""
    return start or _earliest(str(version.get("id"))[:4])


def _earliest(text: Any) -> str:
    try:
        start = dates.parse(text).start if isinstance(text, str) else None
    except dates.DateError:
        return ""
    return start.earliest.isoformat() if start and start.earliest else ""
