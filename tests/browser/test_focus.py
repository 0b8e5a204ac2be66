"""Keys go through the page in the order of reading, and focus can be seen (2.4.3, 2.4.7, 2.4.11).

The contrast of the mark of focus is measured in test_preferences, letter keys in test_search.
"""

from __future__ import annotations

import pytest

from browser.page_types import WIDTHS, faults

pytestmark = pytest.mark.browser

FOCUS = """() => {
    const stops = 'a[href], button, input, select, textarea, summary, [tabindex]';
    const all = [...document.querySelectorAll(stops)];
    const told = [];
    for (const e of all) {
        const box = e.getBoundingClientRect();
        if (e.tabIndex < 0 || e.disabled || !e.checkVisibility({visibilityProperty: true})) continue;
        e.focus();
        const name = e.outerHTML.slice(0, 90);
        if (document.activeElement !== e) { told.push('takes no focus: ' + name); continue; }
        const [at] = [...e.getClientRects()].filter(r => r.width > 0 && r.height > 0);
        if (!at) { told.push('has no size: ' + name); continue; }
        const style = getComputedStyle(e);
        const line = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
        const drawn = e.closest('svg') && e.querySelector('rect, path, circle');
        if (!line && !drawn) told.push('no mark of focus: ' + name);
        const inside = at.bottom > 0 && at.top < innerHeight && at.right > 0 && at.left < innerWidth;
        if (!inside) { told.push('outside the window: ' + name); continue; }
        const x = Math.min(Math.max(at.left + at.width / 2, 1), innerWidth - 1);
        const y = Math.min(Math.max(at.top + at.height / 2, 1), innerHeight - 1);
        const top = document.elementFromPoint(x, y);
        if (top && top !== e && !e.contains(top) && !top.contains(e) && !top.closest('svg')) {
            told.push('behind ' + top.outerHTML.slice(0, 60) + ': ' + name);
        }
    }
    return told.slice(0, 8);
}"""


@pytest.mark.parametrize("width", [*WIDTHS, 390])
def test_whatever_takes_focus_can_be_seen_and_seen_to_have_it(width, every):
    found = {}
    for address, page in every(width=width):
        page.keyboard.press("Tab")
        found[address] = page.evaluate(FOCUS)
    assert not any(found.values()), faults(found)


IN_CONTENT = "() => document.activeElement.closest('main, [role=main]') !== null"


@pytest.mark.parametrize("width", WIDTHS)
def test_skip_link_is_the_first_stop_and_leads_into_the_content(width, every):
    found = {}
    for address, page in every(width=width):
        page.keyboard.press("Tab")
        link = page.locator(":focus")
        if not (link.get_attribute("href") or "").startswith("#"):
            found[address] = f"the first stop is {link.evaluate('e => e.outerHTML')[:90]}"
        elif not link.is_visible():
            found[address] = "the link cannot be seen while it has focus"
        else:
            page.keyboard.press("Enter")
            found[address] = None if page.evaluate(IN_CONTENT) else "the link leads elsewhere"
    assert not any(found.values()), faults(found)


# Where an element stands is asked of the two elements: a count of those before it changes under the test,
# as scripts come and go in the head while the first of them is being loaded.
ORDER = """() => {
    const now = document.activeElement, last = window.lastFocus;
    window.lastFocus = now;
    const after = !last || Boolean(last.compareDocumentPosition(now) & Node.DOCUMENT_POSITION_FOLLOWING);
    return [now === document.body, after, now.outerHTML.slice(0, 90)];
}"""


@pytest.mark.parametrize("width", WIDTHS)
def test_tab_goes_through_the_page_in_the_order_of_reading(width, every):
    found = {}
    for address, page in every(width=width):
        for _ in range(25):
            page.keyboard.press("Tab")
            at_the_end, after, name = page.evaluate(ORDER)
            if at_the_end:
                break
            if not after:
                found[address] = f"back to {name}, or still there"
                break
    assert found == {}, faults(found)


STOPS = """() => {
    const focusable = 'a[href], button, input, select, textarea, summary, [tabindex]';
    window.walked = [];
    addEventListener('focusin', event => walked.push(event.target));
    window.stops = [...document.querySelectorAll(focusable)].filter(e =>
        e.tabIndex >= 0 && !e.disabled && e.checkVisibility({visibilityProperty: true}));
    return stops.length;
}"""
SEEN_ORDER = """() => {
    const name = e => e.outerHTML.slice(0, 70);
    const told = [], at = e => {
        const box = [...e.getClientRects()].find(r => r.width && r.height) ?? e.getBoundingClientRect();
        return [box.left + scrollX, box.top + scrollY];
    };
    stops.forEach((stop, i) => {
        const got = walked[i];
        if (got !== stop) told.push(`${i}: ${got ? name(got) : 'nothing'} for ${name(stop)}`);
    });
    for (let i = 1; i < stops.length && !told.length; i++) {
        const [[x, y], [left, top]] = [at(stops[i - 1]), at(stops[i])];
        // Up again only in a column further right; never back along a line, but to the sign of an address,
        // which hangs in the margin before the heading that it belongs to.
        const back = Math.abs(top - y) < 6 && left < x - 20 && !stops[i].matches('.perma');
        if ((top < y - 60 && left <= x + 50) || back) {
            told.push(`${name(stops[i])} is reached after ${name(stops[i - 1])}, and stands before it`);
        }
    }
    return told.slice(0, 3);
}"""


NARROW = ("start", "berättelse", "lydelse", "jämförelse", "släktskap", "tidslinjer", "sök")
"""The kinds that are laid out otherwise on a phone, beyond one column instead of two."""


@pytest.mark.parametrize("width", [1280, 390])
def test_tab_reaches_everything_once_to_the_end_in_the_order_that_is_seen(width, each):
    """2.1.1, 2.1.2, 2.4.3: no stop is left out, none holds the keys, and the eye does not jump back."""
    found = {}
    for kind, page in each(width=width):
        if width < 1000 and kind not in NARROW:
            continue
        if page.locator("[data-sok]").count():
            # What can be chosen comes with the search, which begins here and not in the middle of the walk.
            page.goto(f"{page.url}?q=")
            page.locator(".find-choices").wait_for()
        for _ in range(page.evaluate(STOPS)):
            page.keyboard.press("Tab")
        found[kind] = page.evaluate(SEEN_ORDER)
    assert not any(found.values()), faults(found)
