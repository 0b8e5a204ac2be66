"""What axe cannot see, on every kind of page: keys, focus, size, spacing, motion, colours, no script.

The numbers in the names' comments are those of the requirements (WCAG 2.2). What is tested elsewhere is
not repeated: skip link, sideways scroll, storage (test_reading), titles and headings (test_documents),
letter keys (test_search).
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from browser.accessibility import describe
from browser.colours import script
from browser.documents import html_files, page_of
from browser.english import english
from browser.page_types import PAGE_TYPES, representative
from browser.searching import search_for
from conftest import CHROMIUM_FLAGS
from markup import Element, parse_leniently
from verktyg.browser import find_browser

WIDTHS = (1280, 320)
CSS = Path(__file__).resolve().parents[2] / "scripts/theme/assets/look.css"


@pytest.fixture(scope="module")
def trees(built_site) -> dict[str, tuple[Element, list[str]]]:
    """Every built page as a tree, and what is not well formed in it."""
    return {
        page_of(built_site, file): parse_leniently(
            file.read_text(encoding="utf-8").replace("<!doctype html>", "", 1)
        )
        for file in html_files(built_site)
    }


@pytest.fixture
def each(built_site, served_site, page_at):
    """Open one page of each kind, in one window: `for kind, page in each(width=320)`."""

    def walk(**how):
        page = page_at(**how)
        for kind in PAGE_TYPES:
            page.goto(served_site.url(representative(built_site, kind)))
            yield kind, page

    return walk


def faults(found: dict[str, object]) -> str:
    return "\n".join(f"{kind}: {what}" for kind, what in found.items() if what)


# --- colours (1.4.3, 1.4.11), from the style sheet's own tokens -------------------------------

TEXT = ("ink", "ink-2", "accent")
SURFACES = ("paper", "sheet", "wash")
STRONG = ("law", "vog", "oog", "ume", "nvm")
TINTS = tuple(f"{hue}-t" for hue in STRONG)
LINES = ("edge", *STRONG)
QUIET = ("rule",)
"""Lines between rows, which nothing depends on."""


def tokens() -> dict[str, dict[str, str]]:
    """Return scheme → name → colour."""
    css = CSS.read_text(encoding="utf-8")
    light, dark = re.findall(r":root \{(.*?)\n\s*\}", css.split("/* 2 Ground")[0], re.DOTALL)
    colour = re.compile(r"--([a-z0-9-]+):\s*(#[0-9a-f]{6})")
    bright = dict(colour.findall(light))
    return {"light": bright, "dark": bright | dict(colour.findall(dark))}


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_contrast_is_counted_as_the_standard_says():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_pair_of_text_and_surface_can_be_read(scheme):
    colour = tokens()[scheme]
    pairs = [(text, surface) for text in TEXT for surface in SURFACES]
    pairs += [("ink", tint) for tint in (*TINTS, "rule")]
    low = {pair: round(value, 2) for pair in pairs if (value := contrast(*(colour[n] for n in pair))) < 4.5}
    assert low == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_line_that_means_something_can_be_seen(scheme):
    colour = tokens()[scheme]
    pairs = [(line, surface) for line in (*LINES, "accent") for surface in ("paper", "sheet")]
    low = {pair: round(value, 2) for pair in pairs if (value := contrast(*(colour[n] for n in pair))) < 3}
    assert low == {}


def test_every_colour_of_the_style_sheet_is_in_a_pair():
    known = {*TEXT, *SURFACES, *LINES, *TINTS, *QUIET}
    assert set(tokens()["light"]) == known
    outside = CSS.read_text(encoding="utf-8").split("/* 2 Ground")[1]
    screen = re.sub(r"@media print \{.*?\n\}", "", outside, flags=re.DOTALL)
    assert re.findall(r"[:\s](#[0-9a-f]{3,8}|rgba?\([^)]*\)|hsla?\([^)]*\))[;\s]", screen) == []


# --- the files -------------------------------------------------------------------------------


def test_every_page_is_well_formed(trees):
    assert {page: found for page, (_, found) in trees.items() if found} == {}


def test_references_between_elements_lead_somewhere(trees):
    """``for``, ``aria-labelledby`` and their like name an id of the same page."""
    wrong = []
    for page, (root, _) in trees.items():
        ids = {e.attrs["id"] for e in root.walk() if "id" in e.attrs}
        for e in root.walk():
            for name in ("for", "aria-labelledby", "aria-describedby", "aria-controls", "headers", "list"):
                wrong += [f"{page}: {name}={one}" for one in e.attrs.get(name, "").split() if one not in ids]
    assert wrong == []


def test_a_perspective_is_told_apart_from_the_heading_that_it_follows(trees):
    """In the heading and in the name of the link to it, which is made of the heading's words."""
    told = [
        (h.words, link.attrs["aria-label"])
        for page, (root, _) in trees.items()
        for h in root.all("h2")
        if re.fullmatch(PAGE_TYPES["berättelse"], page) and any("sub" in e.classes for e in h.walk())
        for link in root.all("a")
        if link.attrs.get("href") == f"#{h.attrs['id']}" and "perma" in link.classes
    ]
    assert told
    assert [
        one for one in told if not all(" – perspektiv: " in " ".join(words.split()) for words in one)
    ] == []


INTERACTIVE = {"a", "button", "select", "textarea", "summary"}
PHRASES_ONLY = {
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "dt",
    "span",
    "em",
    "strong",
    "b",
    "small",
    "summary",
}
BLOCKS = {"p", "div", "ul", "ol", "dl", "table", "section", "article", "aside", "nav", "h1", "h2", "h3", "h4"}
INSIDE = {
    "ul": {"li"},
    "ol": {"li"},
    "dl": {"div", "dt", "dd"},
    "table": {"caption", "thead", "tbody", "tfoot"},
    "tr": {"th", "td"},
}


def test_elements_stand_where_html_lets_them(trees):
    """A check of our own for what a validator would say; docs/beslut/ tells of the run with Nu."""
    wrong = []
    for page, (root, _) in trees.items():
        for e in root.walk():
            children = [child for child in e.children if isinstance(child, Element)]
            if e.tag in PHRASES_ONLY:
                wrong += [f"{page}: <{child.tag}> in <{e.tag}>" for child in children if child.tag in BLOCKS]
            if e.tag in INSIDE:
                wrong += [f"{page}: <{c.tag}> in <{e.tag}>" for c in children if c.tag not in INSIDE[e.tag]]
            if e.tag in INTERACTIVE and "href" in e.attrs | {"href": ""}:
                wrong += [f"{page}: <{i.tag}> in <{e.tag}>" for i in e.walk() if i.tag in INTERACTIVE]
    assert sorted(set(wrong)) == []


def test_foreign_words_are_marked(trees):
    """3.1.2: English has ``lang`` of its own: by a mark in guides, by rendering/foreign.py in data."""
    wrong = []
    for page, (root, _) in trees.items():
        for e in root.walk():
            own = " ".join(child for child in e.children if isinstance(child, str))
            around, up = "sv", e
            while up is not None:
                if "lang" in up.attrs:
                    around = up.attrs["lang"]
                    break
                up = up.parent
            if e.tag not in ("script", "code") and around == "sv":
                wrong += [f"{page}: {words}" for words in english(own)]
    assert wrong == []


@pytest.mark.parametrize(
    "text",
    [
        "Välj Fork this repository och sedan Commit changes.",
        "Det kallas ”integrated care”.",
        "Metoden supported employment prövades.",
        "Rapporten talar om shared decision making.",
    ],
)
def test_english_is_seen(text):
    assert english(text)


@pytest.mark.parametrize(
    "text", ["National Voices i Storbritannien", "All data kan hämtas.", "En plan start i ett program."]
)
def test_swedish_and_names_are_not_taken_for_english(text):
    assert english(text) == []


def test_the_foreign_words_of_the_collection_are_marked(trees):
    """At least where they are known to stand, in text and as another name."""
    marked = [e.words for e in trees["begrepp/"][0].walk() if e.attrs.get("lang") == "en"]
    assert marked.count("integrated care") >= 2


def test_every_table_has_a_caption_and_headings_with_scope(trees):
    wrong = []
    for page, (root, _) in trees.items():
        for table in root.all("table"):
            guide = any("prose" in up.classes for up in _above(table))
            if not guide and not table.all("caption"):
                wrong.append(f"{page}: a table without a caption")
            if not table.all("th"):
                wrong.append(f"{page}: a table without headings")
            wrong += [
                f"{page}: th {th.words!r}" for th in table.all("th") if not guide and "scope" not in th.attrs
            ]
    assert wrong == []


def _above(e: Element):
    while e.parent is not None:
        e = e.parent
        yield e


def test_every_picture_has_a_name_or_is_hidden_from_readers_of_text(trees):
    wrong = []
    for page, (root, _) in trees.items():
        for svg in root.all("svg"):
            hidden = any(up.attrs.get("aria-hidden") == "true" for up in (svg, *_above(svg)))
            named = svg.attrs.get("role") in ("img", "group", "graphics-document") and (
                svg.attrs.get("aria-label") or svg.attrs.get("aria-labelledby")
            )
            if not hidden and not named:
                wrong.append(f"{page}: {svg.attrs}")
        wrong += [f"{page}: img {img.attrs}" for img in root.all("img") if "alt" not in img.attrs]
    assert wrong == []


def test_nothing_moves_plays_or_hurries(trees):
    """2.2.1, 2.2.2, 2.5.7: no media, no refresh, nothing to drag."""
    wrong = []
    for page, (root, _) in trees.items():
        for e in root.walk():
            moving = e.tag in ("video", "audio", "marquee", "blink", "animate", "animateTransform", "set")
            hurrying = e.attrs.get("http-equiv", "").lower() == "refresh"
            if moving or hurrying or "draggable" in e.attrs or "accesskey" in e.attrs:
                wrong.append(f"{page}: <{e.tag}>")
            if int(e.attrs.get("tabindex", "0")) > 0:
                wrong.append(f"{page}: tabindex on <{e.tag}>")
    assert wrong == []


# --- every page ------------------------------------------------------------------------------


@pytest.mark.browser
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_at_all_has_violations(width, scheme, built_site, served_site, page_at, run_axe):
    page = page_at(width, scheme)
    told = []
    for file in html_files(built_site):
        address = page_of(built_site, file)
        page.goto(served_site.url(address), wait_until="domcontentloaded")
        found = run_axe(page)
        if found:
            told.append(f"{address or '/'}\n{describe(found)}")
    assert told == [], "\n".join(told)


# --- focus (2.4.3, 2.4.7, 2.4.11) -------------------------------------------------------------

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


@pytest.mark.browser
@pytest.mark.parametrize("width", WIDTHS)
def test_whatever_takes_focus_can_be_seen_and_seen_to_have_it(width, each):
    found = {}
    for kind, page in each(width=width):
        page.keyboard.press("Tab")
        found[kind] = page.evaluate(FOCUS)
    assert not any(found.values()), faults(found)


# Where an element stands is asked of the two elements: a count of those before it changes under the test,
# as scripts come and go in the head while the first of them is being loaded.
ORDER = """() => {
    const now = document.activeElement, last = window.lastFocus;
    window.lastFocus = now;
    const after = !last || Boolean(last.compareDocumentPosition(now) & Node.DOCUMENT_POSITION_FOLLOWING);
    return [now === document.body, after, now.outerHTML.slice(0, 90)];
}"""


@pytest.mark.browser
@pytest.mark.parametrize("width", WIDTHS)
def test_tab_goes_through_the_page_in_the_order_of_reading(width, each):
    found = {}
    for kind, page in each(width=width):
        for _ in range(25):
            page.keyboard.press("Tab")
            at_the_end, after, name = page.evaluate(ORDER)
            if at_the_end:
                break
            if not after:
                found[kind] = f"back to {name}, or still there"
                break
    assert found == {}, faults(found)


# --- size and space (1.4.4, 1.4.12, 2.5.8) ----------------------------------------------------

CUT = """(css) => {
    if (css) {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(css);
        document.adoptedStyleSheets = [sheet];
    }
    const told = [];
    const over = document.scrollingElement.scrollWidth - innerWidth;
    if (over > 0) told.push('the page is ' + over + ' px too wide');
    for (const e of document.body.querySelectorAll('*')) {
        const style = getComputedStyle(e);
        if (e.closest('.vh, svg, option, .skip') || !e.checkVisibility() || !e.clientWidth) continue;
        if (style.clipPath !== 'none' || style.position === 'absolute') continue;
        const cuts = value => ['hidden', 'clip'].includes(value);
        const hides = cuts(style.overflowX) || cuts(style.overflowY);
        if (hides && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1)) {
            told.push('cut: ' + e.outerHTML.slice(0, 90));
        }
    }
    return told.slice(0, 5);
}"""
SPACING = """* { line-height: 1.5 !important; }
* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }"""


@pytest.mark.browser
@pytest.mark.parametrize("width", WIDTHS)
def test_text_with_more_space_is_not_cut(width, each):
    found = {kind: page.evaluate(CUT, SPACING) for kind, page in each(width=width)}
    assert not any(found.values()), faults(found)


@pytest.mark.browser
@pytest.mark.parametrize("width", WIDTHS)
def test_text_twice_as_large_is_not_cut(width, browser, built_site, served_site):
    """The visitor's own size of text, as the browser's settings give it: the layout follows the text.

    Both at once, a phone's width and twice the size, is more than 1.4.4 and 1.4.10 ask for.
    """
    large = browser.browser_type.launch(
        executable_path=find_browser(), args=[*CHROMIUM_FLAGS, "--blink-settings=defaultFontSize=32"]
    )
    page = large.new_page(viewport={"width": width, "height": 900})
    found = {}
    for kind in PAGE_TYPES:
        page.goto(served_site.url(representative(built_site, kind)))
        assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
        found[kind] = page.evaluate(CUT, "")
    large.close()
    assert not any(found.values()), faults(found)


SMALL = """() => [...document.querySelectorAll('button, select, input:not([type=hidden]), summary, '
        + '.menu a, .perma, .foot a, .toc a')]
    .filter(e => e.checkVisibility({visibilityProperty: true}) && !e.closest('.vh') && !e.matches('.vh'))
    .filter(e => { const b = e.getBoundingClientRect(); return b.width < 23.5 || b.height < 23.5; })
    .map(e => e.outerHTML.slice(0, 90) + ' ' + Math.round(e.getBoundingClientRect().width) + '×'
        + Math.round(e.getBoundingClientRect().height)).slice(0, 5)"""


@pytest.mark.browser
@pytest.mark.parametrize("width", WIDTHS)
def test_what_is_pressed_is_large_enough(width, each):
    """24 by 24 pixels for all that does not stand in a sentence; axe measures the rest with its spacing."""
    found = {kind: page.evaluate(SMALL) for kind, page in each(width=width)}
    assert not any(found.values()), faults(found)


PLAIN_LINKS = """() => [...document.querySelectorAll('main p a, main li a, main dd a, main td a')]
    .filter(a => a.checkVisibility() && !a.closest('svg') && a.textContent.trim())
    .filter(a => !a.matches('.sig, .n, .r, .l, .bak'))
    .filter(a => { const p = a.parentElement; return p.textContent.trim() !== a.textContent.trim(); })
    .filter(a => !getComputedStyle(a).textDecorationLine.includes('underline')
        && ![...a.children].some(c => getComputedStyle(c).textDecorationLine.includes('underline')))
    .map(a => a.outerHTML.slice(0, 90)).slice(0, 5)"""


@pytest.mark.browser
def test_links_in_text_are_underlined(each):
    """1.4.1. Numbers and letters that stand as notes are told by their place and size."""
    found = {kind: page.evaluate(PLAIN_LINKS) for kind, page in each()}
    assert not any(found.values()), faults(found)


# --- what a visitor has chosen ----------------------------------------------------------------

MOVING = """() => [...document.querySelectorAll('*')].filter(e => {
    const s = getComputedStyle(e);
    return s.transitionDuration.split(',').some(d => parseFloat(d) > 0)
        || (s.animationName !== 'none' && parseFloat(s.animationDuration) > 0)
        || s.scrollBehavior === 'smooth';
}).map(e => e.outerHTML.slice(0, 80)).slice(0, 5).concat(document.getAnimations().map(String))"""


@pytest.mark.browser
def test_nothing_moves_for_who_has_asked_for_stillness(each):
    found = {kind: page.evaluate(MOVING) for kind, page in each()}
    assert not any(found.values()), faults(found)


FOUND = script("""
    const marks = [...document.querySelectorAll('.search-hits mark')].filter(e => e.checkVisibility());
    const faint = marks.filter(e => contrast(getComputedStyle(e).color, behind(e)) < 4.5);
    const told = faint.map(e => 'unreadable: ' + e.textContent).slice(0, 5);
    return marks.length ? told : ['no matched words'];
""")
FORCED = """() => {
    const told = [];
    const line = (selector, want) => { for (const e of document.querySelectorAll(selector)) {
        const style = getComputedStyle(e);
        if (e.checkVisibility() && !style.textDecorationLine.includes(want)) told.push(selector);
    } };
    line('.diff ins .m', 'underline');
    line('.diff del> .m:not(.moved *)', 'line-through');
    for (const e of document.querySelectorAll('.moved, .newsent, .gonesent, .status, .sig, .search-box')) {
        const s = getComputedStyle(e);
        const widths = [s.borderLeftWidth, s.borderTopWidth].map(parseFloat);
        if (e.checkVisibility() && !widths.some(w => w > 0)) told.push('no border: ' + e.className);
    }
    return [...new Set(told)];
}"""


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_marks_remain_when_colours_are_forced(scheme, browser, built_site, served_site):
    context = browser.new_context(
        forced_colors="active", color_scheme=scheme, viewport={"width": 1280, "height": 900}
    )
    page = context.new_page()
    found = {}
    for kind in ("jämförelse", "lydelse", "ändamål", "ordens väg", "tidslinjer"):
        page.goto(served_site.url(representative(built_site, kind)))
        assert page.evaluate("matchMedia('(forced-colors: active)').matches")
        found[kind] = page.evaluate(FORCED)
        page.keyboard.press("Tab")
        outline = page.evaluate("() => getComputedStyle(document.activeElement).outlineStyle")
        if outline == "none":
            found[kind].append("no mark of focus")
    page.goto(served_site.url())
    search_for(page, "ändamål")
    found["the open search"] = page.evaluate(FOUND)
    page.goto(served_site.url("sok/?q=%C3%A4ndam%C3%A5l"))
    page.locator("main mark").first.wait_for()
    found["the search page"] = page.evaluate(FOUND)
    context.close()
    assert not any(found.values()), faults(found)


@pytest.mark.browser
def test_everything_can_be_read_without_script(browser, built_site, served_site, trees):
    """What only works with a script is not shown without one, and the list of all pages is."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    found: dict[str, list[str]] = {}
    for kind in PAGE_TYPES:
        address = representative(built_site, kind)
        page.goto(served_site.url(address))
        shown = " ".join(page.locator("body").inner_text().split()).casefold()
        main = trees[address][0].by_id("innehall")
        missing = [
            h.words
            for h in main.all("h2") + main.all("h3")
            if not any("hidden" in up.attrs or up.tag == "details" for up in _above(h))
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


# --- terms, sections and links ----------------------------------------------------------------

TERM = "main a.term"


@pytest.fixture
def story(built_site, served_site):
    """The address of a story, which has terms and sections."""
    return served_site.url(representative(built_site, "berättelse"))


@pytest.mark.browser
def test_a_term_is_explained_when_it_has_focus_and_escape_ends_it(story, page_at):
    page = page_at()
    page.goto(story)
    term = page.locator(TERM).first
    tip = page.get_by_role("tooltip")
    page.keyboard.press("Tab")
    term.focus()
    tip.wait_for()
    assert term.get_attribute("aria-describedby") == tip.get_attribute("id")
    assert tip.inner_text().endswith(".")
    page.keyboard.press("Escape")
    tip.wait_for(state="hidden")
    assert term.evaluate("e => e === document.activeElement")
    assert term.get_attribute("aria-describedby") is None


@pytest.mark.browser
def test_an_explanation_stays_while_the_pointer_is_on_it_and_goes_when_it_leaves(story, page_at):
    page = page_at()
    page.goto(story)
    term, tip = page.locator(TERM).first, page.get_by_role("tooltip")
    term.hover()
    tip.wait_for()
    tip.hover()
    page.wait_for_timeout(700)
    assert tip.is_visible()
    page.locator("h1").hover()
    tip.wait_for(state="hidden")


@pytest.mark.browser
@pytest.mark.parametrize("width", WIDTHS)
def test_an_explanation_stays_inside_the_window(width, story, page_at):
    page = page_at(width=width)
    page.goto(story)
    for at in range(min(page.locator(TERM).count(), 6)):
        term = page.locator(TERM).nth(at)
        term.hover()
        tip = page.get_by_role("tooltip")
        tip.wait_for()
        box = tip.bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        page.keyboard.press("Escape")


@pytest.mark.browser
def test_a_first_touch_explains_and_a_second_follows(browser, story):
    context = browser.new_context(has_touch=True, is_mobile=True, viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(story)
    term = page.locator(TERM).first
    term.tap()
    page.get_by_role("tooltip").wait_for()
    assert page.url == story
    term.tap()
    page.wait_for_url("**/begrepp/#*")
    context.close()


@pytest.mark.browser
def test_nothing_is_fetched_for_terms_until_one_is_asked_for(story, page_at):
    page = page_at()
    requests = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(story, wait_until="networkidle")
    assert not any("begrepp-ord" in url for url in requests)
    page.locator(TERM).first.hover()
    page.get_by_role("tooltip").wait_for()
    assert sum("begrepp-ord" in url for url in requests) == 1


@pytest.mark.browser
def test_a_section_has_a_link_that_keys_reach_and_that_can_be_copied(story, page_at):
    page = page_at()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(story)
    link = page.get_by_role("link", name=re.compile("^Länk till avsnittet ")).first
    link.focus()
    page.keyboard.press("Enter")
    assert page.url == story + (link.get_attribute("href") or "")
    page.wait_for_function("document.activeElement.textContent === 'Kopiera länken'")
    page.keyboard.press("Enter")
    page.locator("main .copylink [role=status]", has_text="Länken är kopierad.").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == page.url


@pytest.mark.browser
def test_the_address_of_the_page_can_be_copied_and_nothing_is_stored(story, page_at):
    page = page_at()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(story)
    page.get_by_role("button", name="Kopiera länken till sidan").click()
    page.locator(".foot [role=status]", has_text="Länken är kopierad.").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == story
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_the_heads_of_pages_say_what_the_page_is(trees):
    """Social previews and feeds: text only, and the same as the page's own."""
    for page, (root, _) in trees.items():
        told = {m.attrs["property"]: m.attrs["content"] for m in root.all("meta") if "property" in m.attrs}
        assert {"og:title", "og:description", "og:type", "og:locale"} <= set(told), page
        assert told["og:locale"] == "sv_SE"
        assert "og:image" not in told
        own = next(m.attrs["content"] for m in root.all("meta") if m.attrs.get("name") == "description")
        assert told["og:description"] == own
        feeds = [
            link.attrs["href"]
            for link in root.all("link")
            if "alternate" in link.attrs["rel"].split() and link.attrs["type"] == "application/atom+xml"
        ]
        assert feeds, page
        assert feeds[0].endswith("floden/allt.xml")
