"""What the comparison of searches counts, and how its table reads."""

from __future__ import annotations

import pytest

from bench import searches
from search.asking import Question
from search.scoring import Score, pages, ranks, score, table


def test_hits_on_one_page_count_once_and_only_ten_pages_count():
    hits = ["http://x/a/#1", "/a/#2", "/b/?q=1", *(f"/{number}/" for number in range(20))]
    assert pages(hits) == ["/a/", "/b/", *(f"/{number}/" for number in range(8))]


def test_every_wanted_page_has_its_place_whatever_its_anchor():
    question = Question("", "plan", ("/b/#plan", "/b/", "/c/", "/borta/"))
    assert ranks(["/a/", "/b/#x", "/b/", "/c/"], question) == [2, 3, 0]


def test_a_question_is_found_with_all_its_pages_and_ranked_by_the_first():
    summed = score("egen", [[1], [2, 4], [0, 2], [0]], 1500)
    assert summed == Score("egen", found=2, asked=4, mrr=pytest.approx(0.5), bytes=1500)


def test_the_table_has_a_row_for_each():
    rows = table([Score("egen", 3, 4, 0.8765, 41_200), Score("annan", 0, 4, 0.0, 999)])
    assert rows[2:] == [
        "| egen | 3 av 4 | 75 % | 0.88 | 41 |",
        "| annan | 0 av 4 | 0 % | 0.00 | 1 |",
    ]


def test_the_section_says_what_was_asked_and_what_could_not_be():
    lines = searches.section([Score("egen", 3, 4, 0.8, 1)], ["Pagefind är inte med."])
    assert "4 frågor ur projektets egen samling" in lines[3]
    assert lines[-2:] == ["", "Pagefind är inte med."]


def test_a_missing_program_is_one_line(monkeypatch, tmp_path):
    monkeypatch.setattr(searches, "PAGEFIND", "no_such_program")
    assert searches.pagefind(tmp_path) == "Pagefind är inte med: programmet finns inte installerat."
