"""Corpora for tests of what lies above the checks, their sites, and copies with every text changed."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, TypeAdapter, ValidationError

from markup import Element, parse_leniently
from ramberattelser import settings
from ramberattelser.checking import check
from ramberattelser.corpus import Corpus
from ramberattelser.model import MISSING, SourceRef, VersionRef
from ramberattelser.pages import Page, Site, make_site

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "tests" / "fixtures" / "exempel"
NAMES = ("exempel", "verklig")
"""The small corpus of made-up content, and the project's own."""
BARE = "naken"
"""The least that the format allows: everything that may be left out is."""
EMPTY = "tom"
"""The example before anything is collected: every wording is missing, and there are no stories."""


@cache
def corpus(name: str) -> Corpus:
    """Return a corpus by its name."""
    if name in (BARE, EMPTY):
        return _bare() if name == BARE else _empty()
    found, findings = check(EXAMPLE if name == "exempel" else ROOT)
    assert found is not None, "\n".join(map(str, findings))
    return found


def _bare() -> Corpus:
    base = corpus("exempel")
    law = base.law.model_copy(update={"versions": base.law.versions[-1:]})
    chain = base.chains.chains[0].model_copy(update={"versions": base.chains.chains[0].versions[:2]})
    read = [
        source.model_copy(update={"read": "direkt", "mentioned_in": None})
        for source in base.source_list.sources
    ]
    national = base.national.model_copy(update={"phases": (), "events": (), "gaps": ()})
    return replace(
        base,
        associations={"provkoping": base.associations["provkoping"]},
        stories={},
        clauses={"provkoping": base.clauses["provkoping"].model_copy(update={"gaps": ()})},
        law=law.model_copy(update={"gaps": ()}),
        chains=base.chains.model_copy(update={"chains": (chain,)}),
        source_list=base.source_list.model_copy(update={"sources": tuple(read)}),
        national=national,
    )


def _empty() -> Corpus:
    base = corpus("exempel")

    def emptied(clause: Any) -> Any:
        missing = {"text": MISSING, "codes": (), "remarks": ()}
        versions = tuple(version.model_copy(update=missing) for version in clause.versions)
        return clause.model_copy(update={"versions": versions})

    clauses = {owner: emptied(clause) for owner, clause in base.clauses.items()}
    return replace(base, stories={}, law=emptied(base.law), clauses=clauses)


@cache
def site(name: str) -> Site:
    """Return the site of a corpus by its name."""
    given = settings.read(ROOT)[0] if name == "verklig" else None
    return make_site(corpus(name), given)


@dataclass(frozen=True)
class Read:
    """A page and the tree of its body."""

    page: Page
    body: Element
    faults: list[str]

    @property
    def path(self) -> str:
        """The page's address."""
        return self.page.path


def read(made: Site) -> dict[str, Read]:
    """Return every page of a site by its address, its body read."""
    return {page.path: Read(page, *parse_leniently(page.body)) for page in made.pages.values()}


@cache
def pages(name: str) -> dict[str, Read]:
    """Return every page of a corpus by its name, read."""
    return read(site(name))


# --- corpora of a few words ---------------------------------------------------------------


def with_wordings(versions: dict[str, list[dict[str, Any]]]) -> Corpus:
    """Return the example with its förbund's wordings replaced, in the words of the data files.

    A key names one of the example's förbund; each version needs no more than its id and its text.
    """
    base = corpus("exempel")
    clauses = {}
    for owner, given in versions.items():
        full = [_whole_version(version) for version in given]
        clauses[owner] = type(base.clauses[owner]).model_validate({"förbund": owner, "versioner": full})
    chains = base.chains.model_copy(update={"chains": ()})
    return replace(base, clauses=clauses, stories={}, chains=chains)


def _whole_version(version: dict[str, Any]) -> dict[str, Any]:
    common = {
        "publicerad": "2026-01-02",
        "gäller": {"från": "okänt"},
        "paragraf": "4 §",
        "källa": "exempelrapport",
    }
    return {**common, **version}


# --- walking through and changing every text ----------------------------------------------

Change = Callable[[str, str], str]
"""From the name of a field (``Story.title``) and its text to the text that replaces it."""

QUOTED = frozenset(("ClauseVersion.text", "Code.quote", "Block.excerpt", "Remark.quote"))
"""Fields that quote each other to the letter."""


def texts(entry: BaseModel) -> Iterator[tuple[str, str]]:
    """Yield the name and value of every text field inside ``entry``."""
    for name in type(entry).model_fields:
        values = getattr(entry, name)
        for value in values if isinstance(values, tuple) else (values,):
            if isinstance(value, str):
                yield f"{type(entry).__name__}.{name}", value
            elif isinstance(value, BaseModel):
                yield from texts(value)


def source_refs(entry: BaseModel) -> Iterator[SourceRef]:
    """Yield every reference to a source inside ``entry``."""
    for name in type(entry).model_fields:
        values = getattr(entry, name)
        for value in values if isinstance(values, tuple) else (values,):
            if isinstance(value, SourceRef):
                yield value
            elif isinstance(value, BaseModel):
                yield from source_refs(value)


def changed_entry(entry: Any, change: Change) -> Any:
    """Return a copy of a model with ``change`` made to each of its texts that may hold any characters."""
    if not isinstance(entry, BaseModel) or isinstance(entry, VersionRef):
        return entry
    updates = {}
    for name in type(entry).model_fields:
        field = f"{type(entry).__name__}.{name}"
        value = getattr(entry, name)
        if isinstance(value, tuple):
            updates[name] = tuple(_changed_value(type(entry), name, field, item, change) for item in value)
        else:
            updates[name] = _changed_value(type(entry), name, field, value, change)
    return entry.model_copy(update=updates)


def _changed_value(model: type[BaseModel], name: str, field: str, value: Any, change: Change) -> Any:
    if not isinstance(value, str):
        return changed_entry(value, change)
    if (field == "ClauseVersion.text" and value == MISSING) or not takes_any_text(model, name):
        return value
    return change(field, value)


@cache
def takes_any_text(model: type[BaseModel], name: str) -> bool:
    """Say whether a text field takes any characters: not an id, not one of a few given words."""
    if model in (SourceRef, VersionRef):
        return name == "section"
    field = model.model_fields[name]
    annotation: Any = Annotated[(field.annotation, *field.metadata)] if field.metadata else field.annotation
    for given in ("ett <prov> &", ("ett <prov> &",)):
        try:
            TypeAdapter(annotation).validate_python(given)
        except ValidationError:
            continue
        return True
    return False


def changed_corpus(base: Corpus, change: Change) -> Corpus:
    """Return a copy of a corpus with ``change`` made to every text that may hold any characters."""

    def entry(value: Any) -> Any:
        return changed_entry(value, change)

    made = replace(
        base,
        associations={key: entry(value) for key, value in base.associations.items()},
        stories={
            key: replace(story, narrative=entry(story.narrative)) for key, story in base.stories.items()
        },
        clauses={key: entry(value) for key, value in base.clauses.items()},
        **{name: entry(getattr(base, name)) for name in SHARED},
    )
    # As its files would be if they said this.
    before = dict(entries(base))
    new = {SHARED.get(key, key): repr(value) for key, value in entries(made) if before[key] != value}
    return replace(made, digests={**base.digests, **new} if base.digests else {})


SHARED = {
    "law": "lagen", "codebook": "byggstenar", "chains": "kedjor", "source_list": "kallor",
    "glossary": "begrepp", "question_list": "fragor", "discussions": "samtal", "national": "nationellt",
}  # fmt: skip
"""The parts of a corpus of which there is one, and the keys of their files."""


def entries(base: Corpus) -> Iterator[tuple[str, BaseModel]]:
    """Yield the name and model of everything that has a file."""
    yield from ((f"forbund:{key}", value) for key, value in base.associations.items())
    yield from ((f"berattelse:{key}", story.narrative) for key, story in base.stories.items())
    yield from ((f"andamal:{key}", value) for key, value in base.clauses.items())
    yield from ((name, getattr(base, name)) for name in SHARED)


# --- trees that can be built --------------------------------------------------------------

GUIDES = {
    "om/index.md": (
        "---\npublicerad: 2026-01-02\nändrad: 2026-01-04\nändrat: En mening till\n"
        "description: Om proven.\n---\n\n"
        "# Om proven\n\nEn sida.\n\n## Mer\n\nOrd.\n"
    ),
    "om/tillganglighet.md": "# Tillgänglighet\n\nEn sida.\n",
    "om/data.md": "# Öppna data\n\nHämta [tabellen](/data/lydelser.csv).\n\n{{ webbplatsen() }}\n",
    "bidra/index.md": (
        '---\npublicerad: "2026-01-02"\n---\n\n# Bidra\n\nEn sida.\n\n## Så\n\n'
        '{{ paragraf("exempelforbundet/2015") }}\n'
    ),
}
"""Hand-written pages of the example, none of them the project's own."""


def write_example(folder: Path) -> Path:
    """Write a project of the made-up content, with the real code, theme and settings, and return it."""
    shutil.copytree(EXAMPLE, folder, dirs_exist_ok=True)
    shutil.copyfile(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    (folder / "scripts").symlink_to(ROOT / "scripts")
    for name, text in GUIDES.items():
        path = folder / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder
