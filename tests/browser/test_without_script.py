"""Everything can be read where scripts do not run."""

from __future__ import annotations

import pytest

from browser.page_types import PAGE_TYPES, faults, representative


@pytest.mark.browser
def test_everything_can_be_read_without_script(browser, built_site, served_site, trees):
    """What only works with a script is not shown without one, and the list of all pages is."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    found: dict[str, list[str]] = {}
    for kind in PAGE_TYPES:
        address = representative(built_site, kind)
        page.goto(served_site.url(address))
        shown = " ".join(page.locator("body").inner_text().split()).replace("\u00ad", "").casefold()
        main = trees[address][0].by_id("innehall")
        missing = [
            h.words
            for h in main.all("h2") + main.all("h3")
            if not any("hidden" in up.attrs or up.tag == "details" for up in h.above())
            and not any(
                " ".join(words.split()).replace("\u00ad", "").casefold() in shown
                for words in (h.shown, h.words)  # with or without the words for listeners
            )
        ]
        found[kind] = missing[:5]
        if not page.get_by_role("link", name="Alla sidor, A–Ö").first.is_visible():
            found[kind].append("no way to all pages")
        if page.locator(".search-box:visible").count():
            found[kind].append("a search field that does nothing")
    context.close()
    assert not any(found.values()), faults(found)


TOLD = """() => [...document.querySelectorAll('main :is(p, li, td, th, dd, dt, caption, figcaption)')]
    .filter(e => e.checkVisibility() && !e.querySelector('p, li, td') && !e.closest('form'))
    .filter(e => !(e.matches('.copylink') && e.querySelector('button')))
    .map(e => e.innerText.replace(/[\\s\u00ad]+/g, ' ').trim()).filter(Boolean)"""


@pytest.mark.browser
def test_no_words_are_shown_only_with_script(browser, each, served_site, built_site, trees):
    """Every paragraph, row and point, but for what copies, and what the page hides: it is of forms."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    found, counted = {}, 0
    for kind, scripted in each(width=1280):
        address = representative(built_site, kind)
        page.goto(served_site.url(address))
        without, within = set(page.evaluate(TOLD)), scripted.evaluate(TOLD)
        main = trees[address][0].by_id("innehall")
        forms = {e.words for e in main.walk() if any("hidden" in up.attrs for up in (e, *e.above()))}
        counted += len(within)
        found[kind] = [words for words in within if words not in without and words not in forms][:3]
    context.close()
    assert counted > 1000
    assert not any(found.values()), faults(found)
