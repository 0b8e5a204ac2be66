"""The page of kinship in a browser: links by key, targets large enough, nothing that breaks a rule."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest

from browser.accessibility import describe

pytestmark = pytest.mark.browser

ADDRESS = "andamal/slaktskap/"


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_breaks_a_rule_also_with_the_tables_open(width, scheme, served_site, page_at, run_axe):
    page = page_at(width, scheme)
    page.goto(served_site.url(ADDRESS))
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    found = run_axe(page)
    assert not found, describe(found)
    assert page.evaluate("document.scrollingElement.scrollWidth - innerWidth") <= 0


def test_every_line_is_a_link_that_a_finger_hits_and_keys_reach_once(served_site, page_at):
    """What a link of the picture leads to, the tab key finds in the table, and not in both."""
    page = page_at(1280)
    page.goto(served_site.url(ADDRESS))
    lines = page.locator("svg.kin a.kin-edge")
    assert lines.count() == page.locator("svg.kin path.kin-line").count() > 0
    for height in page.locator("svg.kin a.kin-edge rect").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect().height)"
    ):
        assert height >= 24
    drawn, reached = page.evaluate(
        """() => [
            [...document.querySelectorAll('svg.kin a')].map(a => [a.href.baseVal, a.tabIndex]),
            [...document.querySelectorAll('main table a')].filter(a => a.checkVisibility() && a.tabIndex >= 0)
                .map(a => a.getAttribute('href')),
        ]"""
    )
    assert {address for address, stop in drawn if stop >= 0} & set(reached) == set()
    assert {address for address, stop in drawn if stop < 0} - set(reached) == set()
    assert any(stop < 0 for _, stop in drawn)
    lines.first.locator("text").click()
    page.wait_for_url("**/andamal/jamfor/**")


@pytest.mark.parametrize(
    ("width", "shown", "hidden"), [(1280, "svg.kin", ".kin-list"), (390, ".kin-list", "svg.kin")]
)
def test_the_picture_turns_into_a_list_on_a_phone(width, shown, hidden, served_site, page_at):
    page = page_at(width)
    page.goto(served_site.url(ADDRESS))
    assert page.locator(shown).is_visible()
    assert not page.locator(hidden).is_visible()


def test_words_in_the_picture_keep_clear_of_each_other_in_the_fonts_of_this_machine(served_site, page_at):
    page = page_at(1280)
    page.goto(served_site.url(ADDRESS))
    boxes = page.locator("svg.kin text").evaluate_all(
        """all => all.map(one => {
            const b = one.getBBox();
            return [b.x, b.y, b.x + b.width, b.y + b.height, one.textContent];
        })"""
    )
    edge = page.locator("svg.kin").evaluate("one => one.viewBox.baseVal.width")
    for at, one in enumerate(boxes):
        assert one[2] <= edge, one[4]
        for other in boxes[:at]:
            apart = (
                one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] + 1 or other[3] <= one[1] + 1
            )
            assert apart, (one[4], other[4])


def test_the_page_needs_no_script(browser, served_site):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(served_site.url(ADDRESS))
    assert page.locator("svg.kin a.kin-edge").first.is_visible()
    page.locator("details.kin-more summary").first.click()
    assert page.locator("details.kin-more table").first.is_visible()
    measured = page.locator("svg.kin a.k-measured").evaluate_all("all => all.map(one => one.href.baseVal)")
    assert measured
    for address in measured:
        page.goto(urljoin(served_site.url(ADDRESS), address))
        assert page.get_by_role("article", name="Ändringar i löpande text").is_visible(), address
        assert page.locator("#h-sid").is_visible(), address
    context.close()


CUT = """() => {
    const top = (node, at) => {
        const one = document.createRange();
        one.setStart(node, at);
        one.setEnd(node, at + 1);
        return Math.round(one.getBoundingClientRect().top);
    };
    const found = [], seen = [];
    for (const run of document.querySelectorAll('main .wording .run')) {
        const words = run.lastChild;
        for (const word of words.data?.matchAll(/\\p{L}+/gu) ?? []) {
            seen.push(word[0]);
            if (top(words, word.index) !== top(words, word.index + word[0].length - 1)) found.push(word[0]);
        }
    }
    return [seen.length, found];
}"""


@pytest.mark.parametrize("width", [390, 360])
def test_no_word_is_cut_after_the_mark_of_where_it_comes_from(width, served_site, page_at):
    """A mark is as wide as a word; the line may end behind it."""
    page = page_at(width)
    for address in ("andamal/lagen/sfs-2010-350/", "andamal/umearegionen/2019/"):
        page.goto(served_site.url(address))
        words, found = page.evaluate(CUT)
        assert words > 20, address
        assert found == [], address
