"""Run axe-core in a page, and print what it found so that it can be mended."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from playwright.sync_api import Page

# WCAG 2.2 AA, which includes 2.0 and 2.1, and the rules that are good practice beyond it.
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@cache
def _axe_source() -> str:
    """The script of axe-core, from the locked package that carries it."""
    return files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


def violations(page: Page, **context: Any) -> list[dict[str, Any]]:
    """The rules that `page` breaks. `context` narrows what is looked at: `include="#id"`, `exclude=[...]`."""
    if not page.evaluate("typeof window.axe === 'object'"):
        page.evaluate(_axe_source())
    found = page.evaluate(
        """async ([context, tags]) => {
            const options = {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']};
            return (await axe.run(context ?? document, options)).violations;
        }""",
        [context or None, TAGS],
    )
    return list(found)


def describe(found: list[dict[str, Any]]) -> str:
    """The violations as text: each rule, then every element that breaks it and what is wrong there."""
    lines = []
    for rule in found:
        lines.append(f"{rule['id']} ({rule['impact']}): {rule['help']}")
        for node in rule["nodes"]:
            where = " > ".join(str(step) for step in node["target"])
            what = "; ".join(check["message"] for kind in ("any", "all", "none") for check in node[kind])
            lines += [f"    {where}", f"        {node['html'][:160]}", f"        {what}"]
    return "\n".join(lines)
