"""GitHub's files for the forms, ``.github/ISSUE_TEMPLATE/``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ramberattelser.contributing.forms import Ask, Form, Shared, forms
from ramberattelser.contributing.yaml_text import yaml_text

FOLDER = ".github/ISSUE_TEMPLATE"
_HEAD = "# Skapad ur modellerna av ”ramberattelser formular --mallar”. Ändra där, inte här.\n"


def template_files(shared: Shared) -> dict[str, str]:
    """Return path → text of the forms and their settings."""
    files = {f"{FOLDER}/{form.name}.yml": _HEAD + yaml_text(_form(form)) for form in forms(shared)}
    return files | {f"{FOLDER}/config.yml": _HEAD + yaml_text({"blank_issues_enabled": True})}


def _form(form: Form) -> dict[str, Any]:
    return {
        "name": form.title,
        "description": form.about,
        "title": f"{form.title}: ",
        "labels": [form.label],
        "body": list(_body(form)),
    }


def _body(form: Form) -> Iterator[dict[str, Any]]:
    yield {"type": "markdown", "attributes": {"value": form.before}}
    yield from (_question(ask) for ask in form.asks)


def _question(ask: Ask) -> dict[str, Any]:
    attributes: dict[str, Any] = {"label": ask.label, "description": ask.description}
    if ask.kind == "checkboxes":
        options = [{"label": choice, "required": True} for choice in ask.choices]
        return {"type": ask.kind, "id": ask.id, "attributes": attributes | {"options": options}}
    if ask.kind == "dropdown":
        attributes["options"] = list(ask.choices)
    elif ask.placeholder:
        attributes["placeholder"] = ask.placeholder
    if ask.verbatim:
        attributes["render"] = "text"
    needed = {"validations": {"required": True}} if ask.required else {}
    return {"type": ask.kind, "id": ask.id, "attributes": attributes} | needed
