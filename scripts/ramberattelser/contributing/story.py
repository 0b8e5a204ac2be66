"""From the answers about a story to its file."""

from __future__ import annotations

from ramberattelser.contributing.conventions import MainSource, blocks, lines, parted
from ramberattelser.contributing.drafts import Entry, NewFile, Proposal
from ramberattelser.contributing.whose import Form, new_association, owner, source, year_in
from ramberattelser.model import slugify


def story(form: Form) -> Proposal:
    """Return the files that the answers give rise to, and what was wrong with them."""
    proposal = Proposal()
    owner_id, short, is_new = owner(form, proposal)
    main = source(form, owner_id, short, proposal)
    if is_new:
        new_association(form, owner_id, short, main, proposal)
    entry = Entry()
    for name, id in (("titel", "titel"), ("ingress", "ingress"), ("skriven", "skriven")):
        form.fill(entry, name, id)
    entry.put_entries("berättare", _tellers(form, proposal))
    entry.put("källa", main.id, form.origin("kalla"))
    form.fill(entry, "ändamål", "andamal")
    entry.put_entries("siffror", _figures(form, main, proposal))
    sections = _sections(form, main, proposal)
    if not sections and not proposal.slips:
        proposal.complain("no_section", form.origin(f"fraga-{form.world.shared.questions[0][0]}"))
    entry.put_entries("avsnitt", sections)
    entry.put_entries("saknas", _gaps(form, main, proposal))
    entry.put("sökord", [piece.text for piece in lines(form.answer("sokord"))], form.origin("sokord"))
    entry.put("publicerad", form.day, form.origin("titel"))
    proposal.drafts.append(NewFile(_path(form, owner_id), entry, form.origin("forbund")))
    return proposal


def _path(form: Form, owner_id: str) -> str:
    """The year is the usual name; a second story of the same year has its title in the name too."""
    year, title = year_in(form.text("skriven")), slugify(form.text("titel"))[:60].strip("-")
    name = year or title or "berattelse"
    path = f"narratives/{owner_id}/{name}.yml"
    return f"narratives/{owner_id}/{name}-{title}.yml" if year and path in form.world.texts else path


def _tellers(form: Form, proposal: Proposal) -> list[Entry]:
    found = []
    for piece, (name, role) in parted(
        form.answer("berattare"), ",", 2, "Ada Exempel, förbundschef", proposal
    ):
        entry = Entry()
        entry.put("namn", name, piece.origin)
        entry.put("roll", role, piece.origin)
        found.append(entry)
    return found


def _figures(form: Form, main: MainSource, proposal: Proposal) -> list[Entry]:
    found = []
    shape = "cirka 1 600: deltagare [avsnitt 2]"
    for piece, (value, what) in parted(form.answer("siffror"), ":", 2, shape, proposal):
        if piece.place is None:
            proposal.complain("no_place_line", piece.origin, given=piece.text)
            continue
        entry = Entry()
        for name, text in (("tal", value), ("vad", what), ("källa", main.reference(piece.place))):
            entry.put(name, text, piece.origin)
        found.append(entry)
    return found


def _gaps(form: Form, main: MainSource, proposal: Proposal) -> list[Entry]:
    found = []
    for piece in lines(form.answer("saknas")):
        if piece.place is None:
            proposal.complain("no_place_line", piece.origin, given=piece.text)
            continue
        entry = Entry()
        entry.put("vad", piece.text, piece.origin)
        entry.put("källa", main.reference(piece.place), piece.origin)
        found.append(entry)
    return found


def _sections(form: Form, main: MainSource, proposal: Proposal) -> list[Entry]:
    """One section for each guiding question that was answered, under the question's own words."""
    found = []
    for id, question in form.world.shared.questions:
        ask = f"fraga-{id}"
        if not form.text(ask):
            continue
        entry = Entry()
        entry.put("id", id, form.origin(ask))
        entry.put("rubrik", question, form.origin(ask))
        entry.put("frågor", [id], form.origin(ask))
        entry.put_entries("stycken", blocks(form.answer(ask), main, proposal))
        found.append(entry)
    return found
