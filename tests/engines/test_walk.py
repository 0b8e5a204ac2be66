"""The walk that other browsers are taken on finds nothing in the site as it is, and finds what is broken."""

from __future__ import annotations

import shutil

import pytest
from playwright.sync_api import Error

from browser.serving import serve
from engines import walk
from engines.driving import EngineError
from engines.report import steps
from engines.walk import DOWN, ENTER, ESCAPE, TAB

pytestmark = pytest.mark.browser

WIDE = f"<table><tr><td nowrap>{'ord ' * 900}</td></tr></table>"
NAMES = {DOWN: "ArrowDown", ENTER: "Enter", ESCAPE: "Escape", TAB: "Tab"}


class Chromium:
    """The browser of the other tests, as an engine."""

    name, version = "Chromium", ""

    def __init__(self, page) -> None:
        self.page = page

    def go(self, address):
        # The page before may still be on its way elsewhere, where a form was sent that nothing took in hand.
        for _ in range(9):
            try:
                self.page.goto(address)
                return
            except Error as error:
                if "interrupted by another navigation" not in str(error):
                    raise
                self.page.wait_for_timeout(200)
        self.page.goto(address)

    def run(self, function, *values):
        try:
            return self.page.evaluate(f"values => ({function})(...values)", list(values))
        except Error as error:
            raise EngineError(str(error)) from None

    def press(self, keys):
        for key in keys:
            self.page.keyboard.press(NAMES.get(key, key))

    def size(self, width, height):
        self.page.set_viewport_size({"width": width, "height": height})


def walked(page, site):
    return {what: list(faults) for what, faults in steps(Chromium(page), site, every=False)}


def test_nothing_is_wrong_with_the_site_and_every_part_of_it_is_walked(page_at, served_site):
    found = walked(page_at(), served_site)
    assert len(found) == 6
    assert [fault for faults in found.values() for fault in faults] == []


@pytest.fixture
def broken(built_site, tmp_path):
    """A copy of the site where nothing that runs in a browser works, and a page runs off the side."""
    site = tmp_path / "site"
    shutil.copytree(built_site, site)
    for script in (site / "assets").glob("*.js"):
        script.write_text("", encoding="utf-8")
    for page in site.rglob("index.html"):
        text = page.read_text(encoding="utf-8")
        page.write_text(text.replace("<h1", '<h1 tabindex="1"').replace("</main>", f"{WIDE}</main>"))
    with serve(site) as served:
        yield served


def test_what_is_broken_is_told_part_by_part(page_at, broken, monkeypatch):
    monkeypatch.setattr(walk, "PATIENCE", 0.5)
    pages, box, questions, pairs, terms, folder = walked(page_at(), broken).values()
    assert any("px utanför kanten" in fault for fault in pages)
    assert any("axe: tabindex" in fault for fault in pages)
    assert box == ["sökrutan: inga träffar på ”plattform”"]
    assert len(questions) == 1, "the form is sent, as nothing takes it in hand"
    assert pairs
    assert all("visas inte" in fault for fault in pairs)
    assert terms == ["begrepp: ingen förklaring visas när länken har fokus"]
    assert len(folder) == 2
