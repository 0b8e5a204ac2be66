"""What every entry has: a closed, immutable model with Swedish names, and dates that readers see."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel, ConfigDict, Field

from ramberattelser.model.values import Day, Line, ProseMark, Sources


class Entry(BaseModel):
    """Base of everything read from a file: closed, immutable, named in Swedish outside."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=False)


@cache
def prose_fields(model: type[BaseModel]) -> frozenset[str]:
    """Return the attributes of ``model`` that hold the small Markdown."""

    def marked(annotation: Any) -> bool:
        return any(isinstance(arg, ProseMark) or marked(arg) for arg in get_args(annotation))

    return frozenset(
        name
        for name, field in model.model_fields.items()
        if any(isinstance(m, ProseMark) for m in field.metadata) or marked(field.annotation)
    )


def iter_prose(
    entry: BaseModel, path: tuple[str | int, ...] = ()
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield the path (Swedish names, list positions) and text of every prose field inside ``entry``."""
    prose = prose_fields(type(entry))
    for name, field in type(entry).model_fields.items():
        value = getattr(entry, name)
        here = (*path, field.alias or name)
        if name in prose:
            if value is not None:
                yield here, value
        elif isinstance(value, BaseModel):
            yield from iter_prose(value, here)
        elif isinstance(value, tuple):
            for position, item in enumerate(value):
                if isinstance(item, BaseModel):
                    yield from iter_prose(item, (*here, position))


def swedish(
    alias: str,
    description: str,
    default: Any = ...,
    *,
    title: str | None = None,
    example: Any = None,
    **extra: Any,
) -> Any:
    """A field with its Swedish name and a Swedish description; required unless a default is given.

    ``title`` is what a form or an editor calls it, its own name with a capital unless given. ``example``
    is a made-up value as it would be written in a file; fields that hold entries need none, since
    theirs is put together from the entries' own.
    """
    extra |= {"title": title or alias.replace("_", " ").capitalize()}
    if example is not None:
        extra["examples"] = [example]
    if isinstance(default, Callable):  # type: ignore[arg-type]
        return Field(alias=alias, description=description, default_factory=default, **extra)
    return Field(default, alias=alias, description=description, **extra)


class Revision(Entry):
    """A change that readers should know of."""

    day: Day = swedish("datum", "Dagen då ändringen gjordes, ÅÅÅÅ-MM-DD", example="2026-01-03")
    what: Line = swedish("vad", "Vad som ändrades, i en mening", example="Ett kommatecken lades till")


class Gap(Entry):
    """Something known to exist that is not in the collection."""

    what: Line = swedish("vad", "Vad som saknas, i en mening utan punkt", example="bilden på sidan 3")
    sources: Sources = swedish("källa", "Var det framgår att det finns", example="exempelrapport, avsnitt 2")
    wanted: Line | None = swedish(
        "efterfrågas", "Vad läsaren kan hjälpa till med", None, example="En kopia av bilden"
    )


Revisions = tuple[Revision, ...]


def latest(first: date, revisions: Revisions) -> date:
    """Return the day of the last of ``revisions`` to what was published on ``first``."""
    return max([first, *(revision.day for revision in revisions)])


class Published(Entry):
    """Dates shown on a page; they come from the data, never from the clock."""

    published: Day = swedish(
        "publicerad", "Dagen då uppgifterna först publicerades, ÅÅÅÅ-MM-DD", example="2026-01-02"
    )
    revisions: Revisions = swedish("ändringar", "Senare ändringar, nyast sist", ())

    @property
    def changed(self) -> date:
        """The latest day on which anything changed."""
        return latest(self.published, self.revisions)
