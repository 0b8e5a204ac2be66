"""Quotations: found to the letter, at one place, whatever the line breaks; and in no time."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ramberattelser.quoting import QuoteAmbiguousError, QuoteNotFoundError, find_quote

TEXT = "Förbundet ska pröva och lära.\n\nFörbundet är en plattform\nför  prov, i syfte är att lära."


def words(text, quote):
    return [text[start:end] for start, end in find_quote(text, quote)]


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("ska pröva", ["ska pröva"]),
        ("ska pröva … en plattform", ["ska pröva", "en plattform"]),
        ("plattform för prov", ["plattform\nför  prov"]),
        ("lära. Förbundet är", ["lära.\n\nFörbundet är"]),
        ("  ska\npröva  ", ["ska pröva"]),
        ("… ska pröva …", ["ska pröva"]),
        ("prov, i syfte är att lära.", ["prov, i syfte är att lära."]),
        ("ska … lära", ["ska", "lära"]),
    ],
)
def test_words_are_found_where_they_stand(quote, found):
    assert words(TEXT, quote) == found


@pytest.mark.parametrize(
    "quote",
    [
        "ska prova",
        "Ska pröva",
        "pröva, och",
        "en plattform … ska pröva",
        "",
        "…",
        " … ",
        "lära … lära … lära",
        "skapröva",
    ],
)
def test_other_words_are_not_found(quote):
    with pytest.raises(QuoteNotFoundError):
        find_quote(TEXT, quote)


@pytest.mark.parametrize("quote", ["Förbundet", "lära", "Förbundet … lära.", "ä"])
def test_words_at_two_places_are_refused(quote):
    with pytest.raises(QuoteAmbiguousError):
        find_quote(TEXT, quote)


def test_words_that_overlap_themselves_stand_at_two_places():
    with pytest.raises(QuoteAmbiguousError):
        find_quote("det det det", "det det")


def test_a_later_part_that_is_repeated_is_taken_where_it_first_stands():
    assert find_quote("en a, b och b", "en … b") == ((0, 2), (6, 7))


LETTERS = st.text(alphabet="ab \n", max_size=40)


@given(LETTERS, LETTERS)
def test_any_piece_of_a_text_is_found_or_stands_twice(before, quote):
    assume(quote.strip())
    text = before + quote + "c"
    try:
        (span,) = find_quote(text, quote)
    except QuoteAmbiguousError:
        pattern = r"\s+".join(map(re.escape, quote.split()))
        assert len(re.findall(f"(?={pattern})", text)) > 1
    else:
        assert text[slice(*span)].split() == quote.split()


@given(LETTERS, st.lists(st.text(alphabet="ab \n", max_size=4), max_size=3))
def test_the_same_is_found_as_by_a_pattern(text, parts):
    """The slow way: a regular expression with a gap for each ``…``."""
    given_parts = [r"\s+".join(map(re.escape, part.split())) for part in parts if part.strip()]
    pattern = re.compile(r"[\s\S]*?".join(f"({part})" for part in given_parts))
    first = pattern.search(text) if given_parts else None
    try:
        spans = find_quote(text, "…".join(parts))
    except QuoteNotFoundError:
        assert first is None
    except QuoteAmbiguousError:
        assert pattern.search(text, first.start(1) + 1)
    else:
        assert spans == tuple(first.span(number + 1) for number in range(len(given_parts)))
        assert pattern.search(text, first.start(1) + 1) is None


@given(LETTERS, LETTERS)
def test_spans_lie_in_the_text_and_in_order(text, quote):
    try:
        spans = find_quote(text, quote)
    except (QuoteNotFoundError, QuoteAmbiguousError):
        return
    ends = [place for span in spans for place in span]
    assert ends == sorted(ends)
    assert 0 <= ends[0] <= ends[-1] <= len(text)
    assert all(start < end for start, end in spans)


def test_a_hostile_quotation_takes_no_time():
    started = time.process_time()
    with pytest.raises(QuoteNotFoundError):
        find_quote("a " * 100_000, " … ".join(["a"] * 1_000 + ["b"]))
    assert time.process_time() - started < 1
