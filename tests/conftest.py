"""Fixtures that all tests may use: the repository, trees of small files, the built site, and a browser."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, Page, sync_playwright

from browser.accessibility import violations
from browser.building import build_once
from browser.serving import ServedSite, serve
from browser.trees import write_tree
from verktyg.browser import MISSING, find_browser

# No deadline: a shared machine is slow at times. CI draws the same examples every time, so that a red run
# can be repeated.
settings.register_profile("local", deadline=None, print_blob=True)
settings.register_profile("ci", settings.get_profile("local"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "local")

# Without these, Chromium looks up its maker's hosts at every start; the resolver rule keeps it on this
# machine whatever a page asks for.
CHROMIUM_FLAGS = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--no-first-run",
]


@pytest.fixture(scope="session")
def repo_root() -> Path:
    """The top folder of the repository."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture
def tree(tmp_path: Path) -> Callable[[str | dict[str, str]], Path]:
    """Write small files into a fresh folder and return that folder; see `browser.trees.write_tree`.

    tree('''
        clauses/
          umearegionen.yml
          | förbund: umearegionen
    ''')
    """

    def write(content: str | dict[str, str]) -> Path:
        write_tree(tmp_path, content)
        return tmp_path

    return write


@pytest.fixture(scope="session")
def built_site(repo_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the real site, built once per run also where several workers share the tests."""
    temporary = tmp_path_factory.getbasetemp()
    shared = temporary.parent if os.environ.get("PYTEST_XDIST_WORKER") else temporary
    built = build_once(repo_root, shared)
    if built.returncode:
        pytest.fail(f"The site was not built (exit {built.returncode}):\n{built.output}", pytrace=False)
    return built.folder


@pytest.fixture(scope="session")
def served_site(built_site: Path) -> Iterator[ServedSite]:
    """The built site behind an address of this machine: `served_site.url("andamal/")`."""
    with serve(built_site) as site:
        yield site


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium, started once per worker. A missing browser is a failure, never a skip."""
    executable = find_browser()
    if executable is None:
        pytest.fail(MISSING, pytrace=False)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable, args=CHROMIUM_FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def page_at(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Open an empty page of a new visitor (nothing stored): `page_at(width=320, scheme="dark")`."""
    contexts = []

    def open_page(width: int = 1280, scheme: str = "light", height: int = 900) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme=scheme,
            reduced_motion="reduce",
            locale="sv-SE",
        )
        context.set_default_timeout(10_000)
        context.set_default_navigation_timeout(30_000)
        contexts.append(context)
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def run_axe() -> Callable[..., list[dict[str, object]]]:
    """Check a page for accessibility: `run_axe(page)` returns the violations; see `browser.accessibility`."""
    return violations
