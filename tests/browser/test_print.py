"""On paper: a comparison, a story and a timeline, printed by the browser and read back from the PDF."""

from __future__ import annotations

import io

import pytest
from pdfminer.high_level import extract_pages
from pdfminer.layout import LTTextContainer

from browser.comparisons import CHOICE, FREE
from browser.page_types import pages_of_type, representative
from browser.printing import SHEET, tight, words

pytestmark = pytest.mark.browser

KINDS = ("jämförelse", "berättelse", "tidslinjer", "lydelse")
A4 = (595, 842)
"""In points."""


@pytest.fixture(scope="module")
def printed(browser, built_site, served_site):
    """Print a page of a kind: `(address, title, words of each sheet, size)`."""
    made = {}

    def of_kind(kind):
        if kind not in made:
            context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="sv-SE")
            page = context.new_page()
            address = representative(built_site, kind)
            page.goto(served_site.url(address), wait_until="networkidle")
            pdf = page.pdf(format="A4", print_background=False, tagged=True)
            canonical = page.locator("link[rel=canonical]").get_attribute("href")
            # Words that are there only for those who listen are no part of what is printed.
            title = page.locator("h1").evaluate(
                "h => { const c = h.cloneNode(true); c.querySelectorAll('.vh').forEach(e => e.remove());"
                " return c.textContent; }"
            )
            external = page.locator("main a[href^='http']").evaluate_all("links => links.map(a => a.href)")
            context.close()
            sheets = list(extract_pages(io.BytesIO(pdf)))
            texts = [words(sheet) for sheet in sheets]
            made[kind] = (
                canonical,
                title,
                texts,
                (round(sheets[0].width), round(sheets[0].height)),
                external,
                pdf,
            )
        return made[kind]

    return of_kind


@pytest.mark.parametrize("kind", KINDS)
def test_the_paper_says_what_it_is_and_where_it_came_from(kind, printed):
    address, title, sheets, size, _, pdf = printed(kind)
    assert all(abs(own - whole) <= 2 for own, whole in zip(size, A4, strict=True))
    whole = tight("".join(sheets))
    assert tight(title) in tight(sheets[0])
    assert tight(f"Utskriven från {address}") in whole
    assert b"/StructTreeRoot" in pdf, "the PDF has no tags"
    assert b"/Lang" in pdf, "the PDF does not say its language"


def test_a_free_comparison_says_on_its_first_sheet_how_it_is_seen_again(served_site, page_at):
    page = page_at()
    address = served_site.url(FREE + CHOICE)
    page.goto(address)
    page.locator("#svar .diff:not(.ex)").wait_for()
    (first, *_) = extract_pages(io.BytesIO(page.pdf(format="A4")))
    assert tight(f"Sidans adress: {address}") in tight(words(first))
    assert tight("Publicerad") in tight(words(first))


def test_the_first_sheet_of_a_comparison_says_of_which_day_it_is(printed):
    _, _, sheets, _, _, _ = printed("jämförelse")
    assert tight("Publicerad 22 november 2026") in tight(sheets[0])


AS_SEEN = """headings => headings.map(heading => {
  const seen = heading.cloneNode(true);
  seen.querySelectorAll('.vh').forEach(words => words.remove());
  return seen.textContent;
})"""
"""What stands in headings, without the words for listeners alone."""


@pytest.mark.parametrize("kind", KINDS)
def test_every_section_and_every_folded_part_is_printed(kind, printed, built_site, served_site, page_at):
    page = page_at(width=SHEET)
    page.goto(served_site.url(representative(built_site, kind)), wait_until="networkidle")
    page.emulate_media(media="print")
    headings = page.locator("main h2:visible").evaluate_all(AS_SEEN)
    # The rows of a timeline's table are those of its list; that it is left out is tested below.
    folded = page.locator(
        "main details:not([open], .again > :has(> table)) > *:not(summary)"
    ).all_text_contents()
    whole = tight("".join(printed(kind)[2])).casefold()
    assert headings
    assert [text for text in headings if tight(text).casefold() not in whole] == []
    assert [text[:80] for text in folded if tight(text)[:40].casefold() not in whole] == []


def test_addresses_of_other_sites_are_printed(printed):
    found = []
    for kind in KINDS:
        *_, external, _ = printed(kind)
        whole = tight("".join(printed(kind)[2]))
        found += external
        assert [address for address in external if tight(address.rstrip("/")) not in whole] == [], kind
    assert found, "no kind of page has such an address"


def test_addresses_are_printed_where_there_are_some(served_site, page_at):
    page = page_at()
    page.goto(served_site.url("kallor/"), wait_until="networkidle")
    addresses = page.locator("main a[href^='http']").evaluate_all("links => links.map(a => a.href)")
    pdf = page.pdf(format="A4")
    whole = tight("".join(words(sheet) for sheet in extract_pages(io.BytesIO(pdf))))
    assert addresses
    assert [address for address in addresses if tight(address.rstrip("/")) not in whole] == []


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_runs_off_the_paper(kind, built_site, served_site, page_at):
    page = page_at(width=SHEET)
    page.goto(served_site.url(representative(built_site, kind)), wait_until="networkidle")
    page.emulate_media(media="print")
    over = page.evaluate(
        """() => [...document.querySelectorAll('main *')].filter(e => {
            const box = e.getBoundingClientRect();
            return box.width > 1 && box.right > document.documentElement.clientWidth + 1 && !e.closest('svg');
        }).map(e => e.tagName + '.' + e.className).slice(0, 5)"""
    )
    assert over == []


@pytest.mark.parametrize("kind", KINDS)
def test_no_row_is_split_where_it_can_be_helped(kind, built_site, served_site, page_at):
    page = page_at()
    page.goto(served_site.url(representative(built_site, kind)), wait_until="networkidle")
    page.emulate_media(media="print")
    split = page.evaluate(
        """() => [...document.querySelectorAll(`main tr, main .list li, main .facts div, main .changes li,
            main blockquote, main .rails li`)].filter(e => e.getBoundingClientRect().height
            && getComputedStyle(e).breakInside !== 'avoid').map(e => e.outerHTML.slice(0, 60)).slice(0, 5)"""
    )
    assert split == []


MARKS = {
    "tillagt": "ins .m",
    "struket": "del .m",
}


def test_each_kind_of_change_is_told_apart_without_colour(built_site, served_site, page_at):
    """On paper as on a grey screen: a line through or under, brackets, and the kind in words."""
    page = page_at()
    page.goto(served_site.url(representative(built_site, "jämförelse")), wait_until="networkidle")
    page.emulate_media(media="print")
    lines = {
        kind: page.locator(f"main .diff {selector}").first.evaluate(
            "e => getComputedStyle(e).textDecorationLine + ' ' + getComputedStyle(e).textDecorationStyle"
        )
        for kind, selector in MARKS.items()
    }
    assert lines["tillagt"].startswith("underline")
    assert lines["struket"].startswith("line-through")
    brackets = page.locator("main .diff del .m").first.evaluate(
        "e => getComputedStyle(e, '::before').content"
    )
    assert "[" in brackets


def test_ink_on_paper_is_dark_whatever_the_screen(built_site, served_site, page_at):
    page = page_at(scheme="dark")
    page.goto(served_site.url(representative(built_site, "berättelse")), wait_until="networkidle")
    page.emulate_media(media="print")
    ink, paper = page.evaluate(
        "() => [getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]"
    )
    assert paper == "rgb(255, 255, 255)"
    assert sum(map(int, ink.removeprefix("rgb(").removesuffix(")").split(","))) < 200


@pytest.mark.parametrize("kind", ["tidslinjer", "förbund"])
def test_a_timeline_is_printed_as_picture_and_list_and_no_third_time(
    kind, built_site, served_site, page_at, sheets_of
):
    address = representative(built_site, kind)
    page = page_at(width=SHEET)
    page.goto(served_site.url(address), wait_until="networkidle")
    page.emulate_media(media="print")
    rows = page.locator("main .rails ol > li").count()
    assert rows == page.locator("section.again tbody tr").count() > 0
    assert not page.locator("section.again").is_visible()
    assert page.get_by_text("står som tabell på webbsidan").is_visible()
    others = {"tidslinjer": 4, "förbund": 6}[kind]
    assert len(sheets_of(address)) <= others + rows / 10


@pytest.mark.parametrize("which", range(5))
def test_no_sheet_of_a_story_is_left_half_blank(which, built_site, sheets_of):
    """A block that must not be torn may leave some of a sheet, a heading that follows its text not."""
    stories = pages_of_type(built_site, "berättelse")
    address = stories[which % len(stories)]
    blank = {
        at: round(1 - lowest / sheet.height, 2)
        for at, sheet in enumerate(sheets_of(address)[:-1], 1)
        if (lowest := min(part.y0 for part in sheet if isinstance(part, LTTextContainer))) > sheet.height / 3
    }
    assert blank == {}, f"{address}: sheet → how much of it is used"


@pytest.mark.parametrize("kind", KINDS)
def test_no_heading_is_torn(kind, built_site, served_site, page_at):
    page = page_at(width=SHEET)
    page.goto(served_site.url(representative(built_site, kind)), wait_until="networkidle")
    page.emulate_media(media="print")
    torn = page.locator("main h1, main h2, main h3").evaluate_all(
        "all => all.filter(e => getComputedStyle(e).breakInside !== 'avoid').map(e => e.textContent)"
    )
    assert torn == []


@pytest.mark.parametrize("kind", ["lydelse", "släktskap"])
def test_phrases_stand_beside_where_they_come_from_across_the_whole_sheet(
    kind, built_site, served_site, page_at
):
    """Each column has room for what it says: no phrase takes more height for the sake of its mark."""
    page = page_at(width=SHEET)
    page.goto(served_site.url(representative(built_site, kind)), wait_until="networkidle")
    page.emulate_media(media="print")
    tables = page.locator("main table.phrases")
    assert tables.count() > 0
    shares = tables.evaluate_all(
        """all => all.map(table => [...table.querySelectorAll('th')].map(
            cell => cell.getBoundingClientRect().width / document.querySelector('main').clientWidth))"""
    )
    assert all(sum(share) > 0.97 and min(share) > 0.15 and share[-1] > 0.25 for share in shares), shares
    broken = tables.locator("td:nth-child(2):not(:last-child) .v").evaluate_all(
        """all => all.filter(e => new Set([...e.getClientRects()].map(box => box.top)).size > 1)
            .map(e => e.innerText)"""
    )
    assert broken == []
