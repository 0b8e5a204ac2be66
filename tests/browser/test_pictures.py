"""Pictures drawn at build time: whole in themselves, still while the page loads, and read without colour."""

from __future__ import annotations

import re

import pytest

from browser.colours import script
from browser.documents import html_files, page_of
from browser.page_types import representative
from markup import Element, parse_leniently

TIMELINES = ("tidslinjer", "förbund", "berättelse")
"""Kinds of pages with a timeline that has its words beside it as list or text."""

FOUR_NUMBERS = re.compile(r"0 0 \d+(?:\.\d+)? \d+(?:\.\d+)?\Z")


def drawn(folder) -> dict[str, list[Element]]:
    """Return page → its pictures."""
    made = {}
    for file in html_files(folder):
        root, _ = parse_leniently(file.read_text(encoding="utf-8").replace("<!doctype html>", "", 1))
        made[page_of(folder, file)] = root.all("svg")
    return made


def faults_of(svg: Element) -> list[str]:
    """Return what makes a picture depend on anything but itself."""
    found = []
    if not FOUR_NUMBERS.match(svg.attrs.get("viewbox", svg.attrs.get("viewBox", ""))):
        found.append("no viewBox")
    for e in (svg, *svg.walk()):
        if e.tag in ("script", "image", "foreignobject", "foreignObject", "style", "use"):
            found.append(f"<{e.tag}>")
        for name, value in e.attrs.items():
            outside = name in ("href", "xlink:href", "src") and re.match(r"[a-z]+:|//", value)
            elsewhere = "url(" in value and not value.startswith("url(#")
            if name.startswith("on") or name == "style" or outside or elsewhere:
                found.append(f"{name}={value[:40]}")
    return found


def test_every_picture_is_whole_in_itself(built_site):
    """TIME-05: a viewBox, no script, no event, nothing from elsewhere."""
    wrong = {
        page: found
        for page, pictures in drawn(built_site).items()
        if (found := [fault for svg in pictures for fault in faults_of(svg)])
    }
    assert wrong == {}


@pytest.mark.parametrize(
    "markup",
    [
        '<svg><path d="M0 0"/></svg>',
        '<svg viewBox="0 0 4 4"><script>1</script></svg>',
        '<svg viewBox="0 0 4 4" onload="x()"></svg>',
        '<svg viewBox="0 0 4 4"><image href="x.png"/></svg>',
        '<svg viewBox="0 0 4 4"><a href="https://example.org/">x</a></svg>',
        '<svg viewBox="0 0 4 4"><path fill="url(https://example.org/x)"/></svg>',
    ],
)
def test_a_picture_that_is_not_whole_in_itself_is_seen(markup):
    root, _ = parse_leniently(f"<p>{markup}</p>")
    assert faults_of(root.all("svg")[0])


SHIFTED = """() => new Promise(done => {
    let moved = 0;
    new PerformanceObserver(list => { for (const e of list.getEntries()) moved += e.value; })
        .observe({type: 'layout-shift', buffered: true});
    setTimeout(() => done(moved), 150);
})"""
RATIOS = """() => [...document.querySelectorAll('main figure > svg')].filter(e => e.clientWidth).map(e => {
    const [box, own] = [e.getBoundingClientRect(), e.viewBox.baseVal];
    return [Math.abs(box.height / box.width - own.height / own.width), box.height];
})"""


@pytest.mark.browser
@pytest.mark.parametrize("kind", ["tidslinjer", "förbund", "släktskap", "ordens väg", "start"])
def test_a_picture_has_its_height_from_the_start(kind, built_site, served_site, page_at):
    """TIME-05: as high as its viewBox says at any width, and nothing moves as the page loads."""
    for width in (1280, 1180):
        page = page_at(width)
        page.goto(served_site.url(representative(built_site, kind)), wait_until="networkidle")
        assert page.evaluate(SHIFTED) < 0.01
        pictures = page.evaluate(RATIOS)
        assert pictures
        assert all(off < 0.01 and height > 50 for off, height in pictures), pictures


LABELS = script("""
    const told = [];
    const labels = [];
    for (const svg of document.querySelectorAll('main figure > svg')) {
        if (!svg.checkVisibility()) continue;
        const bars = [...svg.querySelectorAll('rect.fill')].map(e => getComputedStyle(e).fill);
        const surfaces = [behind(svg), ...bars];
        for (const text of svg.querySelectorAll('text')) {
            const [style, box] = [getComputedStyle(text), text.getBoundingClientRect()];
            labels.push(text.textContent);
            if (!box.width || style.visibility !== 'visible') told.push('not there: ' + text.textContent);
            const own = text.matches('.t2, .halo') ? surfaces.slice(0, 1) : surfaces;
            const low = Math.min(...own.map(s => contrast(style.fill, s)));
            if (low < 4.5) told.push(low.toFixed(1) + ': ' + text.textContent);
        }
    }
    return [labels, told.slice(0, 5)];
""")


@pytest.fixture
def seen(browser, built_site, served_site):
    """Open a page as somebody sees it who sees no colours of ours: `seen(kind, "forced", "dark")`."""
    contexts = []

    def look(kind, how, scheme):
        context = browser.new_context(
            viewport={"width": 1280, "height": 900},
            color_scheme=scheme,
            forced_colors="active" if how == "forced" else "none",
        )
        contexts.append(context)
        page = context.new_page()
        page.goto(served_site.url(representative(built_site, kind)), wait_until="networkidle")
        if how == "print":
            page.emulate_media(media="print")
        return page

    yield look
    for context in contexts:
        context.close()


@pytest.mark.browser
@pytest.mark.parametrize("kind", TIMELINES)
@pytest.mark.parametrize("how", ["forced", "print"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_words_of_a_timeline_stay_without_colour(
    kind, how, scheme, seen, built_site, served_site, page_at
):
    """TIME-07: what tells phases apart is their words. Contrast is of lightness, so it holds in grey too.

    On paper each förbund has a picture of its own, with the years over it once more.
    """
    labels, told = seen(kind, how, scheme).evaluate(LABELS)
    plain = page_at()
    plain.goto(served_site.url(representative(built_site, kind)), wait_until="networkidle")
    assert labels
    said = set if how == "print" else list
    assert said(labels) == said(plain.evaluate(LABELS)[0])
    assert told == []


@pytest.mark.parametrize("kind", ["tidslinjer", "förbund"])
def test_a_timeline_stands_once_on_a_phone_and_its_table_is_opened_by_who_wants_it(
    kind, built_site, served_site, page_at
):
    page = page_at(width=390)
    page.goto(served_site.url(representative(built_site, kind)))
    table = page.locator("section.again table")
    assert table.is_hidden()
    folded = page.evaluate("document.documentElement.scrollHeight")
    page.locator("section.again summary").focus()
    page.keyboard.press("Enter")
    table.wait_for()
    assert table.locator("tbody tr").count() == page.locator(".rails ol > li").count()
    assert page.evaluate("document.documentElement.scrollHeight") > 1.3 * folded


def test_a_link_to_a_place_leads_to_something_that_is_seen_on_a_phone(every):
    """What is drawn for a wide screen alone takes no heading with it that others lead to."""
    hidden, leads = set(), {}
    for address, page in every(width=390):
        unseen, links = page.evaluate(
            """() => [
                [...document.querySelectorAll('main [id]')]
                    .filter(e => !e.closest('svg, details:not([open])') && !e.getClientRects().length)
                    .map(e => `${location.origin}${location.pathname}#${e.id}`),
                [...document.querySelectorAll('main a[href*="#"]')]
                    .filter(e => e.getClientRects().length).map(e => e.href),
            ]"""
        )
        hidden.update(unseen)
        leads.update(dict.fromkeys(links, address))
    assert len(leads) > 100
    assert {link: address for link, address in leads.items() if link in hidden} == {}
