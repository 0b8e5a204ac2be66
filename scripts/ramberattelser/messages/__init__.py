"""From a code and its details to a finding in Swedish: what is wrong, and how it is mended.

Every code that ``reading``, the model and the rules can give has a sentence; a test asks for each
of pydantic's types that the models can raise.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from pydantic import BaseModel

from ramberattelser import dates
from ramberattelser.findings import Finding
from ramberattelser.messages import shape
from ramberattelser.messages.sentences import SENTENCES
from ramberattelser.reading import Document, Mark, Path, Problem

__all__ = ["codes", "field_name", "finding", "follows", "from_problem", "from_pydantic", "nearest", "wording"]

_FILE = "filen"
_MOST = 60
"""Characters of the writer's own words that are repeated in a sentence."""

_OWN_WORDS = frozenset(("given", "name", "other"))


def finding(file: str, document: Document, path: Path, code: str, **details: str) -> Finding:
    """Return the finding ``code`` about what stands at ``path`` in ``document``."""
    return _worded(file, document.mark(path), field_name(path), code, details)


def from_problem(file: str, problem: Problem) -> Finding:
    """Return the finding for a problem of the YAML itself."""
    return _worded(file, problem.mark, field_name(problem.path), problem.code, problem.details)


def from_pydantic(
    file: str, document: Document, model: type[BaseModel], errors: Sequence[Mapping[str, Any]]
) -> list[Finding]:
    """Return a finding for each of pydantic's ``errors`` about ``document``, each once."""
    told = (_from_error(file, document, model, error) for error in errors if not follows(error))
    return list(dict.fromkeys(told))


def follows(error: Mapping[str, Any]) -> bool:
    """True for a list that pydantic finds too short only because lines of it were wrong."""
    given = error.get("input")
    return (
        error["type"] == "too_short" and isinstance(given, list) and len(given) >= error["ctx"]["min_length"]
    )


def _from_error(file: str, document: Document, model: type[BaseModel], error: Mapping[str, Any]) -> Finding:
    told: Path = tuple(error["loc"])
    path = shape.known_part(model, told)
    given = error.get("input")
    code = "string_type" if path != told else _code(error["type"], given, shape.at(model, path))
    details = {name: str(value) for name, value in (error.get("ctx") or {}).items()}
    if isinstance(given, str):
        details.setdefault("given", given)
    details["name"] = str(path[-1]) if path else ""
    details |= _advice(model, path, code, details)
    # A missing field has no place of its own: point at the first thing in its group.
    mark = (
        document.mark(path[:-1]) if code == "missing" else document.mark(path, key=code == "extra_forbidden")
    )
    return _worded(file, mark, field_name(path), code, details)


_WRONG_SHAPE = {"text": "string_type", "list": "tuple_type", "group": "model_type", "entry": "entry_type"}


def _code(code: str, given: Any, expected: shape.Shape) -> str:
    """Return our code for pydantic's: one for each thing that a writer can have done."""
    if code == "too_long":
        return "string_too_long"
    about_shape = code.endswith("_type") or (
        code in ("literal_error", "yes_no") and not isinstance(given, str)
    )
    if not about_shape:
        return code
    if isinstance(given, str) and ":\u00a0" in given:
        return "hard_space"
    return "none" if given is None else _WRONG_SHAPE[expected]


def _advice(model: type[BaseModel], path: Path, code: str, details: Mapping[str, str]) -> dict[str, str]:
    if code == "extra_forbidden":
        return {"suggestion": nearest(str(path[-1]), shape.field_names(model, path[:-1]), "fält")}
    if code == "literal_error":
        return {"expected": _swedish_or(shape.literals(model, path))}
    if code == "slug" and not details["suggestion"]:
        return {"suggestion": "ett-namn"}
    if code == "block_kind" and not details["given"]:
        return {"given": "inget"}
    if code == "date":
        return {"forms": _swedish_or(dates.FORMS[:6])}
    if code == "string_pattern_mismatch":
        return {"pattern_help": _pattern_help(str(path[-1]))}
    return {}


def _worded(file: str, mark: Mark, field: str, code: str, details: Mapping[str, str]) -> Finding:
    what, how = wording(code, **details)
    return Finding(file, mark.line, mark.column, field, what, how)


def wording(code: str, **details: str) -> tuple[str, str]:
    """Return what is wrong and how it is mended."""
    what, how = SENTENCES[code]
    told = {name: _short(value) if name in _OWN_WORDS else value for name, value in details.items()}
    return what.format_map(told), how.format_map(told)


def codes() -> frozenset[str]:
    """All codes that have a sentence."""
    return frozenset(SENTENCES)


def field_name(path: Sequence[str | int]) -> str:
    """Return ``path`` as people read it: ``avsnitt 2, stycken 1, text``."""
    parts: list[str] = []
    for part in path:
        if isinstance(part, int):
            parts[-1:] = [f"{parts[-1] if parts else 'rad'} {part + 1}"]
        else:
            parts.append(_short(part))
    return ", ".join(parts) or _FILE


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _MOST else text[: _MOST - 1].rstrip() + "…"


def nearest(given: str, known: Sequence[str], noun: str) -> str:
    """Return the advice "did you mean", or the list of what there is to choose from."""
    return _nearest(given, tuple(known), noun)


@lru_cache(maxsize=1000)
def _nearest(given: str, known: tuple[str, ...], noun: str) -> str:
    close = difflib.get_close_matches(given.lower(), known, n=1, cutoff=0.6)
    if close:
        return f"menade du ”{close[0]}”?"
    if len(known) <= 24:
        return f"{noun} som finns här: {', '.join(known)}" if known else "ta bort det"
    return "kontrollera stavningen"


def _swedish_or(values: Sequence[str]) -> str:
    quoted = [f"”{value}”" for value in values]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} eller {quoted[-1]}"


def _pattern_help(name: str) -> str:
    if name == "signatur":
        return "skriv två till fyra stora bokstäver, till exempel UME"
    return "skriv en adress som börjar med https://"
