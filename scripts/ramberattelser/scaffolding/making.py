"""From answers to a change of the project: which files are new, which are added to, and what is told."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ramberattelser.loading import Loaded, load_records
from ramberattelser.messages import nearest, wording
from ramberattelser.model import Association, Clause, Source, slugify
from ramberattelser.rendering import prose
from ramberattelser.rules import Known
from ramberattelser.scaffolding import associations, clauses, slugs, sources, stories
from ramberattelser.scaffolding.asking import Asker, Check, Question
from ramberattelser.scaffolding.documents import from_document
from ramberattelser.scaffolding.inserting import insert_item
from ramberattelser.scaffolding.sources import Cited, Draft
from ramberattelser.scaffolding.staging import Change
from ramberattelser.scaffolding.writing import as_text


class Stop(Exception):  # noqa: N818 - not an error of the program: the writer has something else to do first
    """There is no way on. Its text is a Swedish sentence that says what to do."""


@dataclass(frozen=True, slots=True)
class Tree:
    """The project's folder and what is in it."""

    root: Path
    loaded: Loaded

    @classmethod
    def read(cls, root: Path) -> Tree:
        """Read the project at ``root``. Raises ``Stop`` where it cannot be added to."""
        tree = cls(root, load_records(root))
        for key in ("kallor", "fragor", "byggstenar"):
            if key not in tree.loaded.records:
                raise Stop(
                    f"Filen med {key} går inte att läsa — kör ramberattelser kontrollera och rätta den först."
                )
        return tree

    def shared(self, key: str) -> Any:
        """Return one of the shared files, by its key in ``loading``."""
        return self.loaded.records[key].entry

    @property
    def associations(self) -> dict[str, Association]:
        """Every förbund that could be read, by id."""
        return {owner: record.entry for owner, record in self.loaded.of_kind("forbund")}

    @property
    def sources(self) -> Sequence[Source]:
        """The sources in the order of their file."""
        known: Sequence[Source] = self.shared("kallor").sources
        return known


@dataclass(frozen=True, slots=True)
class Made:
    """What is to be written, the file to look at, and what to tell the writer."""

    change: Change
    main: str
    told: list[str] = field(default_factory=list)


def association(tree: Tree, asker: Asker, published: str) -> Made:
    """Return a new förbund."""
    taken = {one.signature for one in tree.associations.values()}
    told = associations.ask(asker, taken, _new_id(tree, associations.file_of), _prose(tree))
    file = associations.file_of(told["id"])
    draft = Draft(f"ff-{told['id']}", f"Förbundsordning {told['kortnamn']}")
    cited = sources.cite(asker, tree.sources, draft, told["id"], told["namn"])
    if asker.findings:
        return Made(Change(), file)
    change = Change(new={file: _bytes(associations.lines(told, published, cited.reference))})
    return _with_source(tree, change, file, cited, [f"Skrivet: {file} (ny)."])


def story(tree: Tree, asker: Asker, published: str, given: Sequence[str]) -> Made:
    """Return a new story; ``given`` are answers as ``fråga=text``."""
    owner = _owner(tree, asker)
    taken = {key.split("/")[1] for key, _ in tree.loaded.of_kind("berattelse") if key.startswith(f"{owner}/")}
    name = tree.associations[owner].short_name if owner in tree.associations else ""
    # A förbund that does not exist has been reported; the id is not to blame for it.
    folder = owner if owner in tree.associations else "x"
    check_id = _new_id(tree, lambda text: stories.file_of(folder, text))
    told = stories.ask(asker, owner, name, taken, check_id, _prose(tree))
    file = stories.file_of(owner, told["id"])
    draft = Draft(
        f"berattelse-{owner}",
        f"{name}, berättelse",
        told["titel"],
        slugs.year_in(told["skriven"]),
        "ramberättelse",
    )
    cited = sources.cite(asker, tree.sources, draft, owner, name)
    questions = tree.shared("fragor").questions
    answers = stories.ask_answers(asker, questions, given, _prose(tree))
    if answers and not told["ingress"]:
        asker.findings.append(
            "--ingress: berättelsen har svar men ingen ingress — lägg till --ingress med två till "
            "fyra meningar"
        )
    if asker.findings:
        return Made(Change(), file)
    change = Change(new={file: _bytes(stories.lines(told, published, cited.reference, questions, answers))})
    waiting = len(questions) - len(answers)
    said = [f"Skrivet: {file} (ny). {len(answers)} av {len(questions)} frågor har svar."]
    said += ["De andra står som det som saknas, och som färdiga avsnitt att fylla i."] if waiting else []
    return _with_source(tree, change, file, cited, said)


def clause(
    tree: Tree, asker: Asker, published: str, *, document: Path | None, number: int | None, accepted: bool
) -> Made:
    """Return a new clause, or a further wording of one; its text comes out of ``document``, if given."""
    owner = _owner(tree, asker)
    name = tree.associations[owner].short_name if owner in tree.associations else owner
    found = None if document is None else from_document(asker, document, number, accepted, _words(tree))
    key = f"andamal:{owner}"
    if key in tree.loaded.broken:
        raise Stop(
            f"{clauses.file_of(owner)} går inte att läsa — kör ramberattelser kontrollera och rätta "
            "den först."
        )
    known: Clause | None = tree.loaded.records[key].entry if key in tree.loaded.records else None
    told = clauses.ask(asker, found.proposed if found else {}, known.versions if known else ())
    note = found.note if found else "ännu inte läst" if document else ""
    cited = _clause_source(tree, asker, owner, name, told, (found.title if found else "", note))
    if asker.findings:
        return Made(Change(), clauses.file_of(owner))
    elements = tree.shared("byggstenar").elements
    version = clauses.version_lines(told, published, cited.reference, elements, found.mended if found else ())
    file = clauses.file_of(owner)
    if known is None:
        collected = told["text"].strip() != "saknas"
        lines = clauses.file_lines(owner, name, version, collected, cited.reference)
        change, said = Change(new={file: _bytes(lines)}), f"Skrivet: {file} (ny)."
    else:
        before = (tree.root / file).read_bytes()
        starts = [v.validity.start.written for v in known.versions]
        after = insert_item(before, "versioner", version, clauses.position(starts, told["från"]))
        change = Change(changed={file: (before, after)})
        said = f"Skrivet: {file} (lydelsen {told['id']} tillagd; resten av filen är orörd)."
    return _with_source(tree, change, file, cited, [said])


def _clause_source(
    tree: Tree, asker: Asker, owner: str, name: str, told: dict[str, str], document: tuple[str, str]
) -> Cited:
    """Ask for the source; a document (its title, and a note on it) is proposed as a new one."""
    title, note = document
    taken = {source.id for source in tree.sources}
    year = slugs.year_in(told["från"])
    draft = Draft(
        slugs.free("-".join(part for part in ("ff", owner, year) if part), taken),
        " ".join(part for part in ("Förbundsordning", name, year) if part),
        title or f"Förbundsordning för {name}",
        year,
        "förbundsordning",
        note,
    )
    section = told["paragraf"] if told["paragraf"] not in ("", "saknas") and note else ""
    return sources.cite(asker, tree.sources, draft, owner, name, section)


def _owner(tree: Tree, asker: Asker) -> str:
    known = list(tree.associations)
    by_name = {
        slugify(form): owner
        for owner, entry in tree.associations.items()
        for name in (owner, entry.short_name, *(one.name for one in entry.names))
        for form in (name, slugs.short_name(name))
    }

    def check(answer: str) -> str | None:
        if answer in known:
            return None
        what, how = wording("unknown_association", given=answer, suggestion=nearest(answer, known, "förbund"))
        return (
            f"{what} — {how}{'' if how.endswith('?') else '.'} Ett nytt skrivs med: ramberattelser ny förbund"
        )

    if asker.talk is not None and asker.given.get("förbund") is None:
        asker.talk.say(f"Förbund som finns: {', '.join(known)}.")
    return asker.ask(
        Question(
            "förbund",
            "Vilket förbund gäller det?",
            "Namnet, eller förbundets mapp under narratives/.",
            check=check,
            read=lambda answer: by_name.get(slugify(answer), answer),
        )
    )


def _new_id(tree: Tree, file_of: Callable[[str], str]) -> Check:
    """Return the check of an id that names a new file."""
    return lambda text: slugs.bad_slug(text) or slugs.bad_file(tree.root, file_of(text))


def _prose(tree: Tree) -> Check:
    """Return the check of a longer text: that it has words, and what the whole check says of its Markdown."""
    target = Known(tree.loaded).target

    def check(text: str) -> str | None:
        if not re.search(r"\w", text):
            return "svaret har inga ord — skriv det, eller tryck Enter för att hoppa över"
        found = next(prose.problems(text, target), None)
        return " — ".join(wording(found[0], **found[1])) if found else None

    return check


def _words(tree: Tree) -> list[str]:
    """Return the texts of all wordings that are collected: their words may be joined over a line end."""
    laws = [tree.loaded.records["lagen"].entry] if "lagen" in tree.loaded.records else []
    owners = [record.entry for _, record in tree.loaded.of_kind("andamal")]
    return [version.text for one in (*laws, *owners) for version in one.versions]


def _with_source(tree: Tree, change: Change, file: str, cited: Cited, told: list[str]) -> Made:
    if cited.new:
        before = (tree.root / sources.FILE).read_bytes()
        change.changed[sources.FILE] = (before, insert_item(before, "källor", cited.new))
        told.append(f"Källan {cited.id} är tillagd sist i {sources.FILE}.")
    return Made(change, file, told)


def _bytes(lines: Sequence[str]) -> bytes:
    return as_text(lines).encode("utf-8")
