"""From an issue's body to the files that it gives rise to: the whole way, without touching a file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ramberattelser.contributing import issue_body
from ramberattelser.contributing.clause import clause
from ramberattelser.contributing.drafts import Draft, NewFile, Origin, Proposal, origins_by_field
from ramberattelser.contributing.forms import forms
from ramberattelser.contributing.placing import added, mark, without
from ramberattelser.contributing.slips import Slip, slip
from ramberattelser.contributing.story import story
from ramberattelser.contributing.whose import Form
from ramberattelser.contributing.world import world
from ramberattelser.contributing.yaml_text import yaml_text
from ramberattelser.findings import Finding


@dataclass(slots=True)
class Converted:
    """The new texts by path, None where a file goes; where their values were written; slips and notes."""

    form: str = ""
    files: dict[str, str | None] = field(default_factory=dict)
    origins: Mapping[tuple[str, str], Origin] = field(default_factory=dict)
    slips: list[Slip] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    placed: bool = False
    """Whether ``files`` can be checked. With slips they hold what could be read, and are never written."""

    def paths(self) -> list[str]:
        """Return the files that are written."""
        return sorted(path for path, text in self.files.items() if text is not None)


def convert(body: str, texts: Mapping[str, str], *, issue: str = "", day: str = "") -> Converted:
    """Return what ``body`` becomes beside ``texts`` (path → text of every data file).

    What an earlier run for the same ``issue`` put there is taken away first. ``day`` is when the issue
    was opened; without one it is the latest day in the data.
    """
    before = {path: without(text, issue) for path, text in texts.items()}
    here = world({path: text for path, text in before.items() if text is not None})
    filled = issue_body.read(body, forms(here.shared))
    if filled.form is None or not filled.whole:
        return Converted(filled.form.name if filled.form else "", slips=sorted(set(filled.slips)))
    form = Form(filled.answers, here, day or here.latest)
    proposal = story(form) if filled.form.name == "berattelse" else clause(form)
    files = {path: text for path, text in before.items() if text != texts[path]}
    places = [_place(draft, here.texts, files, issue, proposal) for draft in proposal.drafts]
    placed = all(places)
    changed = {path: text for path, text in sorted(files.items()) if text != texts.get(path)}
    return Converted(
        form=filled.form.name,
        files=changed if placed else {},
        origins=origins_by_field(proposal.drafts),
        slips=sorted({*filled.slips, *_elsewhere(filled.slips, proposal.slips)}),
        notes=proposal.notes,
        placed=placed,
    )


def _elsewhere(known: Iterable[Slip], more: Iterable[Slip]) -> list[Slip]:
    """Return ``more`` without what is said of an answer that has a slip already: it often follows from it."""
    labels = {slip.label for slip in known}
    return [slip for slip in more if slip.label not in labels]


def _place(
    draft: Draft, texts: Mapping[str, str], files: dict[str, str | None], issue: str, proposal: Proposal
) -> bool:
    """Put a draft among ``files``; complain and return False where there is no place for it."""
    origin = next(iter(draft.entry.origins.values()))
    if isinstance(draft, NewFile):
        if "//" in draft.path or "/." in draft.path:
            return False  # Of the name no address could be made, which has been said.
        if draft.path in texts:
            proposal.complain("taken", origin, given=draft.path)
            return False
        head = f"{mark(issue)}\n" if issue else ""
        files[draft.path] = head + yaml_text(draft.entry.values)
        return True
    text = files.get(draft.path) or texts.get(draft.path, "")
    new = added(text, draft.field, draft.position, draft.entry.values, issue)
    if new is None:
        proposal.complain("cannot_add", origin, given=draft.path)
        return False
    files[draft.path] = new
    return True


def told_by_label(
    converted: Converted, findings: Iterable[Finding], before: Iterable[Finding]
) -> Iterable[Slip]:
    """Return the ``findings`` that the form is to blame for, under the labels of its questions.

    ``before`` is what the check had to say of the files without it. Where the form has slips already,
    the files are not all there: then only what is said of a value itself is told, and only under labels
    that have no slip.
    """
    old = {(finding.file, finding.field, finding.what) for finding in before}
    new = (finding for finding in findings if (finding.file, finding.field, finding.what) not in old)
    if converted.slips:
        exact = ((converted.origins.get((finding.file, finding.field)), finding) for finding in new)
        told = [Slip(at.label, at.line, finding.what, finding.how) for at, finding in exact if at is not None]
        yield from _elsewhere(converted.slips, told)
        return
    for finding in new:
        origin = _origin(converted, finding)
        if origin is None:
            yield slip("elsewhere", "formuläret", 1, given=f"{finding.file}, {finding.field}: {finding.what}")
        else:
            yield Slip(origin.label, origin.line, finding.what, finding.how)


def _origin(converted: Converted, finding: Finding) -> Origin | None:
    """The field itself, else the nearest one around it, else the file's first."""
    name = finding.field
    while name:
        origin = converted.origins.get((finding.file, name))
        if origin is not None:
            return origin
        name = name.rpartition(", ")[0]
    own = (origin for (path, _), origin in converted.origins.items() if path == finding.file)
    return next(own, None)
