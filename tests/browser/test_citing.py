"""What a page is cited as follows what it shows: where two texts are chosen, those two and their address."""

from __future__ import annotations

import re

import pytest

from browser.comparisons import FREE
from browser.page_types import faults, representative
from browser.printing import tight, words

pytestmark = pytest.mark.browser


@pytest.fixture
def cited(served_site, page_at):
    """Open the page of the free choice with ``query``, wait for ``part``, and return the page."""

    def go(query="", part="#svar .diff:not(.ex)", html=""):
        page = page_at()
        if html:
            page.route(f"**/{FREE}", lambda route: route.fulfill(body=html, content_type="text/html"))
        page.goto(served_site.url(FREE + query))
        if query:
            page.locator(part).first.wait_for()
        return page

    return go


def box(page):
    return " ".join(page.locator(".citebox").inner_text().replace("\u00a0", " ").split())


def test_before_anything_is_chosen_the_page_is_cited_as_itself(cited):
    said = box(cited())
    assert said.startswith("Jämför. Ramberättelser och ändamål, publicerad")
    assert f"/{FREE} " in f"{said} "


def test_two_chosen_texts_are_cited_with_the_address_that_shows_them(cited):
    query = "?fran=umearegionen-2019&till=halland-2012"
    page = cited(query)
    assert page.locator("#svar .own-page a").count() == 0, "the test wants a pair without a page of its own"
    said = box(page)
    assert said.startswith("Umeåregionen 2019 jämförd med Halland 2012. Ramberättelser och ändamål")
    assert f"/{FREE}{query}" in said


def test_two_texts_that_have_a_page_are_cited_by_it(cited):
    said = box(cited("?fran=ostra-ostergotland-2017&till=umearegionen-2019"))
    assert said.startswith("Östra Östergötland 2017 jämförd med Umeåregionen 2019.")
    assert f"/{FREE}ostra-ostergotland-2017/umearegionen-2019/" in said
    assert "?fran" not in said


def test_one_text_against_all_others_is_cited_as_that(cited):
    said = box(cited("?fran=halland-2012", "#lista li"))
    assert said.startswith("Halland 2012 mot alla andra. Ramberättelser")
    assert f"/{FREE}?fran=halland-2012" in said


def test_what_is_cited_follows_the_choice_and_the_way_back(cited):
    page = cited("?fran=halland-2012&till=umearegionen-2019")
    first = box(page)
    page.locator("#till").select_option(label="Västra Östergötland 2015")
    page.locator("#svar h2", has_text="Västra Östergötland 2015").wait_for()
    assert box(page).startswith("Halland 2012 jämförd med Västra Östergötland 2015.")
    page.go_back()
    page.locator("#svar h2", has_text="Umeåregionen 2019").wait_for()
    assert box(page) == first
    page.locator("#fran").select_option(value="")
    page.locator("#besked", has_text="Välj också en text").wait_for()
    assert box(page).startswith("Jämför.")


def test_paper_says_which_texts_it_shows_and_where_they_are(cited):
    page = cited("?fran=halland-2012&till=umearegionen-2019")
    page.emulate_media(media="print")
    line = page.locator("p.printed:visible", has_text="Utskriven").inner_text()
    assert line.startswith("Halland 2012 jämförd med Umeåregionen 2019. Utskriven från http")
    assert line.endswith(f"/{FREE}halland-2012/umearegionen-2019/")


def headings_on_paper(page):
    page.emulate_media(media="print")
    return [text for text in page.locator("main h2:visible").all_inner_texts() if text]


def test_paper_holds_the_chosen_comparison_and_nothing_else_that_could_be_chosen(cited):
    page = cited("?fran=ostra-ostergotland-2017&till=umearegionen-2019")
    assert headings_on_paper(page) == [
        "Östra Östergötland 2017 → Umeåregionen 2019",
        "Ändringarna",
        "I löpande text",
        "Sida vid sida",
        "Citera",
    ]
    assert page.locator("#svar .key .ex").first.is_visible(), "the legend"
    assert page.locator("main .lead").is_hidden(), "which says that two texts can be chosen"


def test_paper_with_one_chosen_text_holds_its_likeness_to_the_others_alone(cited):
    page = cited("?fran=halland-2012", "#lista li")
    assert headings_on_paper(page) == ["Halland 2012 mot alla andra", "Citera"]


def test_paper_where_nothing_is_chosen_holds_all_comparisons(cited):
    assert headings_on_paper(cited())[-3:] == ["Samma text över tid", "Mot lagen", "Citera"]


def told_on_paper(page):
    page.emulate_media(media="print")
    return [
        link.get_attribute("href").rstrip("/").split("andamal/")[-1]
        for link in page.locator(".printed .revisions a:visible").all()
    ]


TOLD = re.compile(r'(<p>Senaste ändringarna[^<]*</p>\s*<ol class="revisions">)(.*?)</ol>', re.DOTALL)


def with_changes(folder):
    """The page of the free choice with what two owners' pages tell: of words nothing may have changed."""
    law, clause = (
        TOLD.search((folder / "andamal" / owner / "index.html").read_text(encoding="utf-8"))
        for owner in ("lagen", "umearegionen")
    )
    plain = TOLD.sub("", (folder / FREE / "index.html").read_text(encoding="utf-8"))
    changes = f"{law[1]}{law[2]}{clause[2]}</ol>"
    made, count = re.subn(r'(<p class="muted">Publicerad[^<]*</p>)', rf"\1{changes}", plain)
    assert count == 2, "on the screen and on paper"
    return made


def test_paper_tells_changes_of_the_chosen_texts_alone(cited, served_site):
    page = cited(html=with_changes(served_site.folder))
    every = told_on_paper(page)
    page.emulate_media(media="screen")
    page.locator("#fran").select_option(label="Umeåregionen 2019")
    page.locator("#till").select_option(label="Halland 2012")
    page.locator("#svar h2", has_text="Halland 2012").wait_for()
    assert set(told_on_paper(page)) == {"umearegionen/2019"} < set(every)
    page.emulate_media(media="screen")
    page.locator("#fran").select_option(label="Västra Östergötland 2015")
    page.locator("#svar h2", has_text="Västra Östergötland 2015").wait_for()
    assert told_on_paper(page) == []
    assert page.locator(".printed p:visible", has_text="Senaste ändringarna").count() == 0
    page.locator("#fran").evaluate(
        "e => { e.value = ''; e.dispatchEvent(new Event('change', {bubbles: true})); }"
    )
    page.wait_for_function("document.querySelector('#svar').hidden")
    assert told_on_paper(page) == every


def test_each_text_that_the_address_asks_for_in_vain_is_named(cited):
    page = cited("?fran=forsta-2001&till=andra-2002", "#besked:not(:empty)")
    words = page.locator("#besked").inner_text()
    assert words == "”forsta-2001” och ”andra-2002” finns inte i samlingen. Välj om."
    assert box(page).startswith("Jämför.")


def test_a_raised_note_is_no_power_of_the_number_before_it(built_site, served_site, page_at, sheets_of):
    """It stands in brackets, on paper too, is heard as a source and is not copied with the text."""
    address = representative(built_site, "berättelse")
    page = page_at()
    page.goto(served_site.url(address))
    note = page.locator(".prose > p:has(> .cite) > .cite").first
    number = note.evaluate("e => e.lastChild.data")
    around = [
        note.evaluate("(e, at) => getComputedStyle(e, at).content", at) for at in ("::before", "::after")
    ]
    assert around == ['"\u2060["', '"]"']
    assert page.get_by_role("link", name=re.compile(r"^\W*källa \d")).count() == page.locator(".cite").count()
    text, copied = note.evaluate(
        """e => {
            getSelection().selectAllChildren(e.parentElement);
            const plain = e.parentElement.cloneNode(true);
            plain.querySelectorAll('.cite').forEach(one => one.remove());
            return [plain.textContent, getSelection().toString()];
        }"""
    )
    assert tight(copied) == tight(text)
    assert tight(f"{text[-20:]}[{number}]") in tight("".join(map(words, sheets_of(address))))


def test_a_raised_note_never_begins_a_line(every):
    """It stays with the word, the full stop or the note that it follows, on a phone too."""
    found = {
        address: page.locator(".cite").evaluate_all(
            """all => all.filter(note => {
                const before = note.previousSibling;
                if (before?.className === 'cite') {
                    const [last, first] = [before.getClientRects(), note.getClientRects()];
                    return first.length && first[0].top > last[last.length - 1].bottom;
                }
                if (before?.nodeType !== Node.TEXT_NODE || !before.data.trim()) return false;
                const range = document.createRange(), at = before.data.trimEnd().length;
                range.setStart(before, at - 1); range.setEnd(before, at);
                const [word, own] = [range.getBoundingClientRect(), note.getClientRects()[0]];
                return word.width && own && own.top > word.bottom;
            }).map(note => note.parentElement.innerText.slice(0, 60))"""
        )
        for address, page in every(width=390)
    }
    assert faults(found) == ""
