"""Headings break between words or at a joint of a compound, also where the browser knows no Swedish."""

from __future__ import annotations

import pytest

from browser.page_types import PAGE_TYPES, faults, pages_of_type, representative

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


def test_no_quotation_and_no_label_of_a_timeline_breaks_inside_a_word_on_a_phone(
    built_site, served_site, page_at
):
    page = page_at(390)
    torn = BROKEN.replace("main h1, main h2, main h3", "main .quote p, main .rails .what")
    found = {}
    for address in (*pages_of_type(built_site, "berättelse"), "tidslinjer/", "forbund/umearegionen/"):
        page.goto(served_site.url(address))
        assert page.locator("main .quote, main .rails").count(), address
        found[address] = page.evaluate(torn)
    assert not any(found.values()), faults(found)


OPENING = """() => [...document.querySelectorAll('main .row > h2:not(.over)')].flatMap(heading => {
    const first = heading.parentElement.querySelector(
        ':scope > .prose > .under:first-child > h3, :scope > .prose > h3:first-child');
    if (!first) return [];
    const box = e => { const words = document.createRange(); words.selectNodeContents(e);
        return words.getClientRects()[0]; };
    const [left, right] = [box(heading), box(first)];
    return [[first.textContent, Math.abs(left.top + left.height / 2 - right.top - right.height / 2)]];
})"""


def test_a_heading_that_opens_a_section_stands_beside_the_heading_of_the_section(each):
    found = {kind: page.evaluate(OPENING) for kind, page in each(width=1280)}
    assert sum(map(len, found.values())) > 3
    assert {kind: off for kind, told in found.items() if (off := [one for one in told if one[1] > 6])} == {}


SIGNS = """() => [...document.querySelectorAll('main h3 + .perma')]
    .filter(link => link.checkVisibility()).map(link => {
        const words = document.createRange();
        words.selectNodeContents(link.previousElementSibling);
        const sign = link.getBoundingClientRect(), lines = words.getClientRects();
        return {off: Math.abs(sign.top + sign.height / 2 - lines[0].top - lines[0].height / 2),
            tall: lines[lines.length - 1].top - lines[0].top > 12};
    })"""


def test_the_sign_of_an_address_stands_at_the_first_line_of_its_heading(each):
    """Also on a phone, where a heading of two texts takes three lines, and many of a story two."""
    found = {kind: page.evaluate(SIGNS) for kind, page in each(width=390)}
    assert sum(one["tall"] for told in found.values() for one in told) > 3
    assert {
        kind: off for kind, told in found.items() if (off := [one for one in told if one["off"] > 8])
    } == {}


EMPTY = """() => [...document.querySelectorAll('main > .row')].filter(row => row.checkVisibility()
    && row.getBoundingClientRect().height < 1 && parseFloat(getComputedStyle(row).marginTop) > 0
    ).map(row => row.outerHTML.slice(0, 80))"""


def test_a_section_of_which_nothing_is_shown_takes_no_room(each):
    found = {kind: page.evaluate(EMPTY) for kind, page in each(width=390)}
    assert not any(found.values()), faults(found)


POINTS = """() => [...document.querySelectorAll('main .matrix:not(.years) tbody tr')].map(row => {
    const middle = node => { const words = document.createRange(); words.selectNodeContents(node);
        const box = words.getClientRects()[0]; return box.top + box.height / 2; };
    const points = [...row.querySelectorAll('td a span[aria-hidden]')].map(middle);
    return points.map(at => Math.abs(at - middle(row.querySelector('th a'))));
}).flat()"""


def test_the_points_of_a_row_stand_at_the_height_of_its_name(page_at, served_site):
    page = page_at(1280)
    page.goto(served_site.url("andamal/"))
    off = page.evaluate(POINTS)
    assert len(off) > 20
    assert max(off) < 2
