"""What kind of file the fields at its top say that it is, where it lies in another kind's place.

Somebody who puts a story among the clauses has made one mistake, and not one for each of its fields.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from pydantic import BaseModel

from ramberattelser.loading import places
from ramberattelser.messages import closest, shape
from ramberattelser.model import Association, Clause, Narrative

_ENOUGH = 3
"""Fields that no kind of file has, before nothing more is said of them."""

_LOOKS = {
    "byggstenar": "kodboken",
    "lagen": "lagen",
    "kedjor": "kedjorna",
    "kallor": "en lista över källor",
    "begrepp": "en lista över begrepp",
    "fragor": "en lista över frågor",
    "samtal": "en lista över samtalsfrågor",
    "nationellt": "det nationella",
}


@dataclass(frozen=True, slots=True)
class Other:
    """A code of ``messages`` and its details."""

    code: str
    details: dict[str, str] = field(default_factory=dict)


def other_kind(model: type[BaseModel], names: Collection[str]) -> Other | None:
    """Return what to say of a file that should follow ``model`` and has ``names`` at its top, if anything."""
    own = _shared(model, names)
    if own * 2 >= len(names):
        return None
    best = max(_kinds(), key=lambda kind: _shared(kind[0], names))
    if _shared(best[0], names) > own:
        return Other("other_kind", {"looks": best[1], "place": best[2]})
    first = list(names)[: 2 * _ENOUGH]
    fields = tuple(shape.fields(model))
    if not own and len(names) >= _ENOUGH and not any(closest(name, fields) for name in first):
        return Other("no_known_field")
    return None


def _shared(model: type[BaseModel], names: Collection[str]) -> int:
    return sum(name in shape.fields(model) for name in names)


def _kinds() -> Iterator[tuple[type[BaseModel], str, str]]:
    yield Association, "ett förbund", "narratives/<förbund>/forbund.yml"
    yield Narrative, "en berättelse", "narratives/<förbund>/<årtal>.yml"
    yield Clause, "en ändamålsparagraf", "clauses/<förbund>.yml"
    for path, (key, model) in places.SINGLE.items():
        yield model, _LOOKS[key], path
