"""What a visitor has asked the system for: contrast, own colours, stillness; and the mark of focus."""

from __future__ import annotations

import pytest

from browser.accessibility import describe
from browser.colours import script
from browser.page_types import PAGE_TYPES, faults, representative
from browser.searching import search_for

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


FOUND = script("""
    const marks = [...document.querySelectorAll('.search-hits mark')].filter(e => e.checkVisibility());
    const faint = marks.filter(e => contrast(getComputedStyle(e).color, behind(e)) < 4.5);
    const told = faint.map(e => 'unreadable: ' + e.textContent).slice(0, 5);
    return marks.length ? told : ['no matched words'];
""")
FORCED = """() => {
    const told = [], met = window.met = [];
    const line = (selector, want) => { for (const e of document.querySelectorAll(selector)) {
        met.push(selector);
        const style = getComputedStyle(e);
        if (e.checkVisibility() && !style.textDecorationLine.includes(want)) told.push(selector);
    } };
    line('.diff ins .m', 'underline');
    line('.diff del > .m:not(.moved *)', 'line-through');
    for (const e of document.querySelectorAll('.moved, .newsent, .gonesent, .status, .sig, .search-box')) {
        met.push(...e.classList);
        const s = getComputedStyle(e);
        const widths = [s.borderLeftWidth, s.borderTopWidth].map(parseFloat);
        if (e.checkVisibility() && !widths.some(w => w > 0)) told.push('no border: ' + e.className);
    }
    return [...new Set(told)];
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_marks_remain_when_colours_are_forced(scheme, browser, built_site, served_site):
    context = browser.new_context(
        forced_colors="active", color_scheme=scheme, viewport={"width": 1280, "height": 900}
    )
    page = context.new_page()
    found, met = {}, set()
    places = {kind: representative(built_site, kind) for kind in ("jämförelse", "lydelse", "ändamål")}
    places |= {kind: representative(built_site, kind) for kind in ("ordens väg", "tidslinjer")}
    for kind, address in {
        **places,
        "a sentence gone": "andamal/jamfor/lagen-sfs-2010-350/halland-2012/",
    }.items():
        page.goto(served_site.url(address))
        assert page.evaluate("matchMedia('(forced-colors: active)').matches")
        found[kind] = page.evaluate(FORCED)
        met |= set(page.evaluate("met"))
        page.keyboard.press("Tab")
        outline = page.evaluate("() => getComputedStyle(document.activeElement).outlineStyle")
        if outline == "none":
            found[kind].append("no mark of focus")
    assert {"moved", "newsent", "gonesent", "status", "sig", "search-box"} <= met, "a mark was not met"
    assert sum(one.startswith(".diff") for one in met) == 2, "no words were added, or none struck"
    page.goto(served_site.url())
    search_for(page, "ändamål")
    found["the open search"] = page.evaluate(FOUND)
    page.goto(served_site.url("sok/?q=%C3%A4ndam%C3%A5l"))
    page.locator("main mark").first.wait_for()
    found["the search page"] = page.evaluate(FOUND)
    context.close()
    assert not any(found.values()), faults(found)


MOVING = """() => [...document.querySelectorAll('*')].filter(e => {
    const s = getComputedStyle(e);
    return s.transitionDuration.split(',').some(d => parseFloat(d) > 0)
        || (s.animationName !== 'none' && parseFloat(s.animationDuration) > 0)
        || s.scrollBehavior === 'smooth';
}).map(e => e.outerHTML.slice(0, 80)).slice(0, 5).concat(document.getAnimations().map(String))"""


def test_nothing_moves_for_who_has_asked_for_stillness(each):
    found = {kind: page.evaluate(MOVING) for kind, page in each()}
    assert not any(found.values()), faults(found)
