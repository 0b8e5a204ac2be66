"""One file of settings: read, checked against its model, with its findings."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from ramberattelser import messages
from ramberattelser.findings import Finding
from ramberattelser.model import Entry, iter_prose
from ramberattelser.reading import Document, read_file
from ramberattelser.reading import Path as Place
from ramberattelser.rendering import prose

Model = TypeVar("Model", bound=Entry)


def load(root: Path, file: str, model: type[Model]) -> tuple[Model | None, Document, list[Finding]]:
    """Return the entry in ``file`` below ``root``, the file as read, and the findings.

    The entry is None where there is no such file, or where anything in it is wrong.
    """
    if not (root / file).is_file():
        return None, Document(), []
    document = read_file(f"{root}/{file}")
    found = [messages.from_problem(file, problem) for problem in document.problems]
    if found:
        return None, document, found
    if not isinstance(document.value, dict):
        return None, document, [messages.finding(file, document, (), "not_mapping")]
    try:
        entry = model.model_validate(document.value)
    except ValidationError as error:
        wrong = error.errors(include_url=False)
        return None, document, list(messages.from_pydantic(file, document, model, wrong))
    for path, text in iter_prose(entry):
        for code, details in prose.problems(text, _no_references):
            found.append(messages.finding(file, document, path, code, **details))
    return (None if found else entry), document, found


def _no_references(target: str) -> prose.Problem:
    return "markdown", {"given": f"[[{target}]]"}


def told(file: str, document: Document, path: Place, what: str, how: str) -> Finding:
    """Return the finding that ``what`` is wrong at ``path``."""
    mark = document.mark(path)
    return Finding(file, mark.line, mark.column, messages.field_name(path), what, how)
