"""Swedish typesetting of our own prose: what holds together at a line's end, and numbers in words."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ramberattelser.rendering.typography import (
    and_list,
    count,
    full_stop,
    held,
    inner_quotes,
    long_date,
    number,
    percent,
    typeset,
)

NB = "\u00a0"


@pytest.mark.parametrize(
    "text",
    [
        "4_§",
        "1–2_§§ i lagen",
        "§_4",
        "1_600 personer",
        "12_345_678",
        "79_% av dem",
        "1_januari",
        "10_januari 2019",
        "den 31_december",
        "från 2 till 3_mars",
        "p._4",
        "P._1",
        "2_kap._4_§",
        "NNS 2020, avsnitt_3.1",
        "4_§, mening_6 och 7",
        "Finsamlagen, SFS_2007:411",
        "av 179_ord",
        "lagens 1_och_2_§§",
        "mening_3_(målgrupp) och 7_(arena)",
    ],
)
def test_what_belongs_together_is_tied(text):
    assert typeset(text.replace("_", " ")) == text.replace("_", NB)


@pytest.mark.parametrize(
    "text",
    [
        "2019 januari",
        "i maj 2019",
        "år 2015 och",
        "5 marsvin",
        "3 januaris",
        "12 34",
        "1 6000",
        "en § om",
        "a % b",
        "sp. 4",
        "ett avsnitt till",
        "Norravsnitt 4",
        "hösten 2009 (vändpunkten)",
        "12 ordföranden",
        "1 och två",
        "en mening till",
    ],
)
def test_what_does_not_belong_together_is_left(text):
    assert typeset(text) == text


@given(st.text())
def test_typesetting_changes_nothing_but_spaces(text):
    assert typeset(text).replace(NB, " ") == text.replace(NB, " ")
    assert typeset(typeset(text)) == typeset(text)


@pytest.mark.parametrize(
    ("day", "text"), [(date(2019, 1, 1), f"1{NB}januari 2019"), (date(1998, 12, 31), f"31{NB}december 1998")]
)
def test_a_day_in_words(day, text):
    assert long_date(day) == text


@pytest.mark.parametrize(
    ("value", "text"), [(0, "0"), (999, "999"), (1600, f"1{NB}600"), (1234567, f"1{NB}234{NB}567")]
)
def test_numbers_in_groups_of_three(value, text):
    assert number(value) == text


@pytest.mark.parametrize(("share", "text"), [(0, "0"), (0.789, "79"), (1, "100")])
def test_shares_in_per_cent(share, text):
    assert percent(share) == f"{text}{NB}%"


@pytest.mark.parametrize(
    ("value", "common", "text"),
    [
        (0, True, "inga sidor"),
        (1, True, "en sida"),
        (2, True, "två sidor"),
        (12, True, "tolv sidor"),
        (13, True, "13 sidor"),
        (1600, True, f"1{NB}600 sidor"),
        (1, False, "ett sida"),
    ],
)
def test_small_numbers_are_words(value, common, text):
    assert count(value, "sida", "sidor", common=common) == text


@pytest.mark.parametrize(
    ("words", "text"), [([], ""), (["a"], "a"), (["a", "b"], "a och b"), (["a", "b", "c"], "a, b och c")]
)
def test_lists_in_words(words, text):
    assert and_list(words) == text


@pytest.mark.parametrize(
    ("text", "stop"),
    [
        ("Ett svar", "."),
        ("En fråga?", ""),
        ("Ett utrop!", ""),
        ("Slut.", ""),
        ("Han sade ”nej”", "."),
        ("”Varför?”", ""),
        ("och så vidare…", ""),
        ("", "."),
    ],
)
def test_a_question_needs_no_full_stop(text, stop):
    assert full_stop(text) == stop


def test_a_short_source_is_held_together_and_a_long_one_may_break():
    assert held("NNS 2020, avsnitt 3.1") == "NNS\u00a02020,\u00a0avsnitt\u00a03.1"
    assert held("NNS 2020, avsnitt 3.1", 18) == "NNS 2020, avsnitt 3.1"


def test_a_quotation_within_a_quotation_has_single_marks():
    assert inner_quotes("en ”helhet” är “svår”") == "en ’helhet’ är ’svår’"
