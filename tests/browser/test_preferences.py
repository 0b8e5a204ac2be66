"""What a visitor has asked the system for: more contrast; and the mark of focus, in every scheme."""

from __future__ import annotations

import pytest

from browser.accessibility import describe
from browser.colours import script
from browser.page_types import PAGE_TYPES, representative

pytestmark = pytest.mark.browser

RING = script("""
    const told = [];
    for (const e of document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')) {
        const shown = e.checkVisibility({visibilityProperty: true});
        if (e.tabIndex < 0 || e.disabled || e.closest('svg') || !shown) continue;
        e.focus();
        const style = getComputedStyle(e);
        const ring = contrast(style.outlineColor, behind(e.parentElement));
        if (ring < 3 || parseFloat(style.outlineWidth) < least) {
            told.push(ring.toFixed(1) + ', ' + style.outlineWidth + ': ' + e.outerHTML.slice(0, 80));
        }
    }
    return [...new Set(told)].slice(0, 5);
""")


def ring(least: int) -> str:
    """Return the script that tells each mark of focus fainter than 3:1 or thinner than `least` pixels."""
    return RING.replace("parseFloat(style.outlineWidth) < least", f"parseFloat(style.outlineWidth) < {least}")


@pytest.fixture
def visitor(browser):
    """A new visitor's page: `visitor(color_scheme="dark", contrast="more")`."""
    contexts = []

    def open_page(width=1280, **how):
        contexts.append(browser.new_context(viewport={"width": width, "height": 900}, **how))
        return contexts[-1].new_page()

    yield open_page
    for context in contexts:
        context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_mark_of_focus_stands_out_from_what_is_behind_it(scheme, visitor, built_site, served_site):
    """1.4.11, 2.4.13: three to one against the surface around it, and at least two pixels thick."""
    page = visitor(color_scheme=scheme)
    found = {}
    for kind in PAGE_TYPES:
        page.goto(served_site.url(representative(built_site, kind)))
        page.keyboard.press("Tab")
        found[kind] = page.evaluate(ring(2))
    assert {kind: told for kind, told in found.items() if told} == {}


LINES = script("""
    const told = [];
    const main = document.querySelector('main');
    for (const e of main.querySelectorAll('*')) {
        if (e.closest('svg, .vh') || !e.checkVisibility()) continue;
        const style = getComputedStyle(e);
        for (const side of ['Top', 'Bottom', 'Left', 'Right']) {
            const [width, colour] = [style['border' + side + 'Width'], style['border' + side + 'Color']];
            const drawn = parseFloat(width) > 0 && !clear(colour) && !e.closest('[data-f]');
            if (drawn && contrast(colour, behind(e.parentElement)) < 7) {
                told.push('faint line: ' + e.tagName + '.' + e.className);
            }
        }
        const own = [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
        if (own && contrast(style.color, behind(e)) < 7) told.push('faint text: ' + e.outerHTML.slice(0, 80));
        const link = e.matches('p > a[href]') && style.textDecorationLine.includes('underline');
        if (link && parseFloat(style.textDecorationThickness) < 2) told.push('thin: ' + e.textContent);
    }
    return [...new Set(told)].slice(0, 5);
""")


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (320, "dark")])
def test_more_contrast_makes_lines_and_text_strong(width, scheme, visitor, built_site, served_site, run_axe):
    """A11Y-22: hairlines between rows, underlines and quieter text at seven to one, and no rule broken."""
    page = visitor(width, color_scheme=scheme, contrast="more")
    found = {}
    for kind in PAGE_TYPES:
        page.goto(served_site.url(representative(built_site, kind)))
        assert page.evaluate("matchMedia('(prefers-contrast: more)').matches")
        told = page.evaluate(LINES)
        page.keyboard.press("Tab")
        told += page.evaluate(ring(4))
        broken = run_axe(page) if kind in ("jämförelse", "tidslinjer", "släktskap", "ordens väg") else []
        found[kind] = told + ([describe(broken)] if broken else [])
    assert {kind: told for kind, told in found.items() if told} == {}
