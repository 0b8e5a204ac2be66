"""What belongs together stands together: nothing is torn from its words at the end of a line."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser

TORN = """(selector) => [...document.querySelectorAll(selector)].filter(element => {
    if (!element.checkVisibility()) return false;
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    texts.currentNode = element;
    let next = texts.nextNode();
    while (next && (element.contains(next) || next.parentElement.closest('.vh') || !next.data.trim())) {
        next = texts.nextNode();
    }
    const range = document.createRange();
    range.setStart(next, next.data.search(/\\S/));
    range.setEnd(next, range.startOffset + 1);
    const [mark, word] = [element.getBoundingClientRect(), range.getBoundingClientRect()];
    return mark.bottom < word.top || word.right < mark.left;
}).map(element => element.parentElement.textContent.slice(0, 60))"""
"""The elements that stand on another line than the first letter after them."""


@pytest.mark.parametrize("width", [1280, 390])
def test_the_number_of_a_sentence_stands_before_its_first_word(width, open_at):
    page = open_at("andamal/jamfor/?fran=halland-2012&till=umearegionen-2019", width)
    page.locator("#svar .newsent").first.wait_for()
    assert page.locator("#svar .newsent .n + ins").count()
    assert page.evaluate(TORN, "#svar .diff .n") == []


@pytest.mark.parametrize("address", ["andamal/umearegionen/2019/", "andamal/slaktskap/"])
def test_a_label_stands_before_its_words_where_lines_are_long(address, open_at):
    page = open_at(address)
    assert page.locator(".run-l").count() > 3
    assert page.evaluate(TORN, ".run-l") == []


@pytest.mark.parametrize("width", [1280, 390])
def test_a_note_on_the_line_stands_apart_from_the_name_before_it(width, open_at):
    page = open_at("berattelser/umearegionen/2020/", width)
    gaps = page.evaluate(
        """() => [...document.querySelectorAll('.quote footer .cite, .clip footer .cite')]
            .filter(note => !note.previousElementSibling?.matches('.cite'))
            .map(note => {
                const before = document.createRange();
                before.selectNodeContents(note.parentElement);
                before.setEndBefore(note);
                return note.getBoundingClientRect().left - [...before.getClientRects()].at(-1).right;
            })"""
    )
    assert len(gaps) > 5
    assert min(gaps) >= 4


def test_the_words_over_a_wide_table_end_before_the_shadow_at_its_edge(open_at):
    page = open_at("andamal/byggstenar/", 390)
    edge, words = page.evaluate(
        """() => ['.scroll:has(.years)', '.scroll .years caption > span']
            .map(which => document.querySelector(which).getBoundingClientRect().right)"""
    )
    assert words <= edge - 8


@pytest.mark.parametrize("address", ["andamal/umearegionen/2019/", "andamal/byggstenar/malgrupp/"])
def test_names_in_a_table_are_not_squeezed_where_there_is_room(address, open_at):
    page = open_at(address)
    names = page.locator(".named tbody th a")
    lines = names.evaluate_all("all => all.map(one => one.getClientRects().length)")
    assert lines == [1] * len(lines)
    assert len(lines) > 4
