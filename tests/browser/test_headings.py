"""Headings break between words or at a joint of a compound, also where the browser knows no Swedish."""

from __future__ import annotations

import pytest

from browser.page_types import PAGE_TYPES, faults, representative

pytestmark = pytest.mark.browser

BROKEN = """() => {
    // Of a letter after a joint, the first rectangle is that of the hyphen.
    const top = (node, at) => {
        const one = document.createRange();
        one.setStart(node, at);
        one.setEnd(node, at + 1);
        return Math.round(Array.from(one.getClientRects()).at(-1).top);
    };
    const found = [];
    for (const heading of document.querySelectorAll('main h1, main h2, main h3')) {
        if (!heading.checkVisibility()) continue;
        const walker = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
            const node = walker.currentNode;
            if (node.parentElement.closest('.vh')) continue;
            for (const word of node.data.matchAll(/\\p{L}+/gu)) {
                const tops = new Set(Array.from(word[0], (_, at) => top(node, word.index + at)));
                if (tops.size > 1) found.push(word[0]);
            }
        }
        const body = heading.parentElement.querySelector(':scope > .body, :scope > .side, :scope > .prose');
        if (!body || !heading.matches('.row > h2:not(.over)') || heading.querySelector('.vh')) continue;
        const words = document.createRange();
        words.selectNodeContents(heading);
        const [left, right] = [words.getBoundingClientRect(), body.getBoundingClientRect()];
        if (left.bottom > right.top && left.right > right.left && right.left > left.left + 40)
            found.push(heading.textContent + ' runs into what stands beside it');
    }
    return found;
}"""


@pytest.mark.parametrize("width", [1280, 1024, 390])
def test_no_heading_breaks_inside_a_word(width, built_site, served_site, page_at):
    page = page_at(width)
    found = {}
    addresses = {kind: representative(built_site, kind) for kind in PAGE_TYPES}
    addresses |= {
        "byggstenar": "andamal/byggstenar/",
        "verksamhet": "andamal/byggstenar/verksamhetsutveckling/",
    }
    for kind, address in addresses.items():
        page.goto(served_site.url(address))
        found[kind] = page.evaluate(BROKEN)
    assert not any(found.values()), faults(found)
