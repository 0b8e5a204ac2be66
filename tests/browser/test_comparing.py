"""What a reader does with a comparison: read it, step through it, copy from it, print it."""

from __future__ import annotations

import re

import pytest

from browser.accessibility import describe
from browser.comparisons import CHOICE, FREE, PAIR
from corpora import corpus

pytestmark = pytest.mark.browser

SIDEWAYS = "() => document.scrollingElement.scrollWidth - innerWidth"


@pytest.fixture
def without_script(browser, served_site):
    """Open a page in a browser that runs no scripts."""
    contexts = []

    def go(address):
        contexts.append(
            browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
        )
        page = contexts[-1].new_page()
        page.goto(served_site.url(address))
        return page

    yield go
    for context in contexts:
        context.close()


# Reading and stepping, without any script


def test_every_change_is_counted_listed_and_marked_without_script(without_script):
    page = without_script(PAIR)
    told = int(re.match(r"\d+", page.locator(".sum b").inner_text())[0])
    links = page.locator(".changes a")
    assert links.count() == told
    for link in links.all():
        target = page.locator(link.get_attribute("href"))
        assert target.count() == 1
        assert target.is_visible()


def test_labels_lead_through_all_changes_and_back_without_script(without_script):
    page = without_script(PAIR)
    total = page.locator(".changes li").count()
    page.locator(".changes a").first.click()
    for number in range(1, total + 1):
        assert page.url.endswith(f"#a{number}")
        page.locator(f"#a{number} > .l, #a{number} > .where > .l, #a{number} > .sent > .l").first.click()
    assert page.url.endswith("#a1"), "after the last change comes the first"
    back = page.locator("#a1 .bak").first
    box = back.bounding_box()
    assert box["width"] >= 24
    assert box["height"] >= 24
    back.click()
    assert page.url.endswith(f"#a{total}")
    assert page.locator(".bak:visible").count() == 1, "the way back is shown only at the change one is at"


def test_the_address_of_a_change_outlines_it(open_at):
    page = open_at(PAIR + "#a5")
    outline = "element => getComputedStyle(element).outlineStyle"
    assert page.locator("#a5").evaluate(outline) == "solid"
    assert page.locator("#a6").evaluate(outline) == "none"


def test_marks_are_words_where_there_is_neither_style_nor_colour(without_script):
    text = without_script(PAIR).locator(".doc .diff").text_content()
    for words in ("[struket: medborgare", "[tillagt: människor", "[flyttat hit: Arbetsförmedlingen"):
        assert words in text
    assert "[flyttat härifrån: Arbetsförmedlingen" in text


def test_what_cannot_work_without_script_is_not_shown(without_script):
    page = without_script(FREE)
    assert page.locator("select:visible").count() == 0
    assert page.locator(f"main a[href*='{PAIR.removeprefix(FREE)}']").is_visible()
    assert without_script(PAIR).locator("#kopiera").is_hidden()


def test_the_clean_texts_are_one_click_away(without_script):
    page = without_script(PAIR)
    page.locator("[data-sida=new] a").click()
    assert page.url.endswith("/andamal/umearegionen/2019/")


def test_each_clean_text_stands_on_the_page_to_the_letter_with_its_source_without_script(without_script):
    """What the button copies with a script can be selected without one."""
    page = without_script(PAIR)
    views = page.locator("section[aria-labelledby=h-rena] details")
    assert views.count() == 2
    words = corpus("verklig").wordings
    for view, key in zip(views.all(), ("ostra-ostergotland/2017", "umearegionen/2019"), strict=True):
        assert not view.locator("blockquote").is_visible()
        view.locator("summary").click()
        stanzas = [" ".join(line.split()) for line in words[key].version.text.split("\n") if line.strip()]
        assert view.locator("blockquote p").all_inner_texts() == stanzas
        source = view.locator("p.small")
        assert source.inner_text().startswith(f"{words[key].title}, ")
        assert "Återgiven efter" in source.inner_text()
        assert source.inner_text().endswith(f"/andamal/{key}/")
        assert source.locator("a").evaluate("link => link.href").endswith(f"/andamal/{key}/")


# Marks that need no colour


def test_marks_stand_in_forced_colours(browser, served_site):
    context = browser.new_context(forced_colors="active")
    page = context.new_page()
    page.goto(served_site.url(PAIR))
    line = "element => getComputedStyle(element).textDecorationLine"
    assert page.locator(".doc del:not(.ghost) .m").first.evaluate(line) == "line-through"
    assert page.locator(".doc ins:not(.mvd) .m").first.evaluate(line) == "underline"
    assert page.locator(".moved").first.evaluate("e => getComputedStyle(e).borderTopStyle") == "dashed"
    context.close()


def test_each_kind_of_mark_has_its_own_line(open_at):
    page = open_at(PAIR)
    line = "e => getComputedStyle(e).textDecorationLine + ' ' + getComputedStyle(e).textDecorationStyle"
    kinds = ["del:not(.ghost)", "ins:not(.mvd)", ".mvd", ".ghost"]
    lines = [page.locator(f".doc p {kind} .m").first.evaluate(line) for kind in kinds]
    assert len(set(lines)) == len(kinds), lines


def test_a_printed_page_has_all_that_a_meeting_needs(open_at):
    page = open_at(PAIR)
    page.emulate_media(media="print")
    text = page.locator("main").inner_text()
    for words in (
        "Östra Östergötland 2017",
        "Umeåregionen 2019",
        "11\u00a0ändringar",
        "1\u00a0januari 2019",
        PAIR,
    ):
        assert words in text
    assert page.locator("#kopiera").is_hidden()
    for row in page.locator(".sides tr, .changes li").all():
        assert row.evaluate("element => getComputedStyle(element).breakInside") == "avoid"


# Copying


def copied(page):
    page.locator("#kopiera button").click()
    page.locator("#kopiera [role=status]", has_text="Kopierat").wait_for()
    return page.evaluate("navigator.clipboard.readText()")


@pytest.mark.parametrize("address", [PAIR, FREE + CHOICE])
def test_a_sentence_is_copied_to_the_letter_with_its_source(open_at, address):
    page = open_at(address)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator("#kopiera-val").select_option("new2")
    words, source = copied(page).split("\n\n")
    assert words.startswith("I detta ligger att bidra till")
    assert words.endswith("dennes behov av samordnad rehabilitering.")
    assert source.startswith("Umeåregionen 2019, 4\u00a0§, ")
    assert "Återgiven efter" in source
    assert source.endswith("/andamal/umearegionen/2019/#m2")
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


def test_a_whole_text_is_copied_in_its_own_order(open_at):
    page = open_at(PAIR)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator("#kopiera-val").select_option("old")
    *stanzas, source = copied(page).split("\n\n")
    page.goto(page.locator("[data-sida=old] a").evaluate("link => link.href"))
    shown = [
        re.sub(
            r"\s+",
            " ",
            stanza.evaluate(
                "e => { const c = e.cloneNode(true); c.querySelectorAll('.n, .r, .chips, .own-par')"
                ".forEach(x => x.remove()); return c.textContent; }"
            ),
        ).strip()
        for stanza in page.locator(".wording .stz").all()
    ]
    assert stanzas == shown
    assert source.startswith("Östra Östergötland 2017, ")


def test_marked_words_choose_their_sentence(open_at):
    page = open_at(PAIR)
    page.locator(".sides tbody tr").nth(2).locator("td").first.locator(".sent").select_text()
    page.wait_for_function("document.querySelector('#kopiera-val').value === 'old2'")


# Everyone, on every screen


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", [PAIR + "#a5", FREE + CHOICE + "#a2", FREE + "?fran=halland-2012"])
def test_comparisons_break_no_rule_and_do_not_scroll_sideways(open_at, run_axe, address, scheme, width):
    page = open_at(address, width, scheme)
    if "till=" not in address and "fran=" in address:
        page.locator("#lista li").first.wait_for()
    found = run_axe(page)
    assert not found, describe(found)
    assert page.evaluate(SIDEWAYS) <= 0


STACKED = """() => [...document.querySelectorAll('table.sides tbody tr')].map(row => {
    const boxes = [...row.cells].map(cell => cell.getBoundingClientRect());
    const labels = [...row.querySelectorAll('.lab')].map(e => e.checkVisibility() && e.textContent.trim());
    return [boxes.every((b, i) => !i || b.top >= boxes[i - 1].bottom - 1),
        boxes.every((b, i) => !i || b.left >= boxes[i - 1].right - 1), labels.every(Boolean)];
})"""


@pytest.mark.parametrize("address", [PAIR, FREE + CHOICE])
def test_side_by_side_is_one_below_the_other_on_a_phone(open_at, address):
    """DIFF-06: each cell below the one before, named after its text; side by side where there is room."""
    rows = open_at(address, 320).evaluate(STACKED)
    assert rows
    assert all(below and named and not beside for below, beside, named in rows)
    assert all(
        beside and not below and not named for below, beside, named in open_at(address).evaluate(STACKED)
    )


@pytest.mark.parametrize("address", [PAIR, FREE + CHOICE])
def test_the_running_text_needs_no_sideways_scroll_on_a_phone(open_at, address):
    """DIFF-06: nothing of it is wider than its place, so no part scrolls by itself either."""
    wide = (
        open_at(address, 320)
        .locator(".diff:not(.ex)")
        .evaluate(
            "e => [e, ...e.querySelectorAll('*')].filter(one => !one.matches('.vh')"
            " && (one.scrollWidth > one.clientWidth + 1 && one.clientWidth)).map(one => one.className)"
        )
    )
    assert wide == []


CUT = """() => {
    // Words of the running text that stand on two lines, though no hyphen or space is in them.
    const top = (node, at) => {
        const one = document.createRange();
        one.setStart(node, at);
        one.setEnd(node, at + 1);
        return Math.round(one.getBoundingClientRect().top);
    };
    const found = [];
    const walker = document.createTreeWalker(document.querySelector('.diff:not(.ex)'), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const node = walker.currentNode;
        if (node.parentElement.closest('.vh, .l, .bak')) continue;
        for (const word of node.data.matchAll(/\\p{L}+/gu))
            if (top(node, word.index) !== top(node, word.index + word[0].length - 1)) found.push(word[0]);
    }
    return found;
}"""


HALLAND = "andamal/jamfor/lagen-sfs-2010-350/halland-2012/"


NORRA = "andamal/jamfor/lagen-sfs-2010-350/norra-vastmanland-2015/"


@pytest.mark.parametrize("width", [390, 360])
@pytest.mark.parametrize("address", [PAIR, HALLAND, "andamal/jamfor/halland-2012/umearegionen-2019/"])
def test_no_word_of_the_running_text_is_cut_on_a_phone(open_at, address, width):
    """A mark beside a word is a place where the line may end, so the word need not."""
    assert open_at(address, width).evaluate(CUT) == []


def test_replaced_words_stand_beside_each_other_and_lead_to_the_same_change(open_at):
    """Two sentences that keep some words and change the rest are in one row, as the list names them."""
    page = open_at(HALLAND)
    rows = page.locator("table.sides tbody tr").all_inner_texts()
    (row,) = [text for text in rows if "sin förmåga att" in text]
    assert "meningen finns inte" not in row
    assert "två ersättningar" in row


BETWEEN = """() => {
    const boxes = e => [...(e.querySelector('.m') ?? e).getClientRects()].filter(box => box.width > 1);
    const shown = e => e.checkVisibility() && !e.closest('.key');
    const all = [...document.querySelectorAll('main .diff del + ins:not(.mvd)')].filter(shown);
    return all.map(added => {
        const [gone, come] = [boxes(added.previousElementSibling).at(-1), boxes(added)[0]];
        const block = added.closest('p, div.moved, .diff.ex'), style = getComputedStyle(block);
        const edge = parseFloat(style.paddingLeft) + parseFloat(style.borderLeftWidth);
        return {
            same: Math.abs(come.bottom - gone.bottom) < 6,
            apart: come.left - gone.right,
            indent: come.left - block.getBoundingClientRect().left - edge,
        };
    });
}"""


@pytest.mark.parametrize("address", [PAIR, HALLAND, "andamal/byggstenar/parter/"])
def test_struck_and_added_words_are_apart_and_no_line_begins_with_the_room_between(open_at, address):
    """On one line they have room between them; where a line ends there, the next begins at its edge."""
    found = [one for width in (390, 360, 1280) for one in open_at(address, width).evaluate(BETWEEN)]
    beside = [one["apart"] for one in found if one["same"]]
    begun = [one["indent"] for one in found if not one["same"] and one["indent"] < 20]
    assert beside
    assert min(beside) > 3
    assert begun or "byggstenar" in address
    assert [indent for indent in begun if indent > 1] == []


@pytest.mark.parametrize("address", [NORRA, FREE + "?fran=lagen-sfs-2010-350&till=norra-vastmanland-2015"])
def test_a_label_does_not_stick_to_the_word_before_it(open_at, address):
    """Where the space belongs to what was added, it stands behind the label."""
    gaps = open_at(address).evaluate(
        """() => [...document.querySelectorAll('main .diff .chg > .l')].map(label => {
            const before = label.parentElement.previousSibling;
            if (before?.nodeType !== Node.TEXT_NODE || !before.data.trim()) return null;
            const range = document.createRange(), at = before.data.trimEnd().length;
            range.setStart(before, at - 1); range.setEnd(before, at);
            const [word, own] = [range.getBoundingClientRect(), label.getBoundingClientRect()];
            return own.top < word.bottom && own.bottom > word.top ? own.left - word.right : null;
        }).filter(gap => gap !== null)"""
    )
    assert gaps
    assert min(gaps) > 3
