"""Runs a file with wikEdDiff's code in Chromium. The file is not part of the project."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from verktyg.browser import find_browser

from .baselines import Method
from .metrics import Row
from .wikeddiff import translate

Settings = Mapping[str, bool | int]

# As JSON, which keeps half a surrogate pair, should a pair be cut. Unit testing is wikEdDiff's own check that
# its fragments make up both texts; without fullDiff it leaves out long unchanged text.
ASK = """([old, neu, settings]) => {
    window.wikEdDiffConfig = {fullDiff: true, unitTesting: true, ...settings};
    const engine = new WikEdDiff();
    engine.diff(old, neu);
    const fragments = engine.fragments.map(({type, color, text}) => [type, color, text]);
    return JSON.stringify([engine.error, fragments]);
}"""

TIME = """([pairs, settings]) => {
    window.wikEdDiffConfig = {fullDiff: true, ...settings};
    const start = performance.now();
    for (const [old, neu] of pairs) new WikEdDiff().diff(old, neu);
    return performance.now() - start;
}"""


@dataclass(frozen=True, slots=True)
class Tool:
    """A page with the file's code in it."""

    page: Page

    def rows(self, old: str, new: str, settings: Settings) -> list[Row]:
        """Compare two texts. Raises ValueError when wikEdDiff's own check or ours finds the answer wrong."""
        wrong, fragments = json.loads(self.page.evaluate(ASK, [old, new, dict(settings)]))
        if wrong:
            raise ValueError(f"wikEdDiff's own check complains: {old!r} to {new!r}")
        return translate(old, new, [(kind, colour, text) for kind, colour, text in fragments])

    def milliseconds(self, pairs: Sequence[tuple[str, str]], settings: Settings) -> float:
        """Give how long comparisons take in the browser, HTML included, the way there and back left out."""
        return float(self.page.evaluate(TIME, [[list(pair) for pair in pairs], dict(settings)]))


def load(page: Page, file: Path) -> Tool:
    """Put the file's code in a page."""
    page.add_script_tag(content=file.read_text(encoding="utf-8"))
    return Tool(page)


@contextmanager
def running(file: Path) -> Iterator[Tool]:
    """Load the file in an empty page without network, in a browser of its own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser())
        yield load(browser.new_context(offline=True).new_page(), file)
        browser.close()


SETTINGS: Mapping[str, Settings] = {
    "förvald": {},
    "utan tecken för tecken": {"charDiff": False},
    "block från två ord": {"blockMinLength": 2},
    "block från fyra ord": {"blockMinLength": 4},
    "inget upprepat varv": {"repeatedDiff": False},
    "inget upprepat varv, utan tecken för tecken": {"repeatedDiff": False, "charDiff": False},
    "inga block löses upp": {"unlinkBlocks": False},
}
"""What is tried: as it comes, and what could suit short clauses better."""


SHOWN = ("f1", "precision", "recall", "moved_found", "false_moves_per_100", "fragmentation")


def measure_file(file: Path, measured: Callable[[Method], dict[str, Any]]) -> dict[str, Any]:
    """Measure wikEdDiff in all settings, on the pairs that `measured` knows, and show it in its best one.

    The best has the highest F1 over all pairs: it is chosen on the very pairs of the report, in its favour.
    """
    source = file.read_bytes()
    with running(file) as tool:
        found = {name: measured(_method(tool, settings)) for name, settings in SETTINGS.items()}
    best = max(found, key=lambda name: found[name]["all"]["f1"])
    version = re.search(r"version\s+(\d+(?:\.\d+)+)", source.decode())
    return {
        "name": "wikEdDiff",
        "version": version.group(1) if version else "av okänd version",
        "sha256": sha256(source).hexdigest(),
        "setting": best,
        "settings": {
            name: {
                **SETTINGS[name],
                "f1_hard": figures["hard"]["f1"],
                **{k: figures["all"][k] for k in SHOWN},
            }
            for name, figures in found.items()
        },
        "figures": found[best],
    }


def _method(tool: Tool, settings: Settings) -> Method:
    return lambda old, new: tool.rows(old, new, settings)
