"""wikEdDiff's fragments read as links. They are written by hand, after what its documentation says."""

from __future__ import annotations

import pytest

from quality.metrics import links_in, score
from quality.wikeddiff import Fragment, translate
from quality.wikeddiff_browser import load

START: list[Fragment] = [("{", None, ""), ("[", None, "")]
END: list[Fragment] = [("]", None, ""), ("}", None, "")]


def linked(old, new, *fragments):
    """The linked words: (old word, where it stands, new word, where it stands, moved)."""
    rows = translate(old, new, [*START, *fragments, *END])
    return [(old[slice(*a)], a[0], new[slice(*b)], b[0], moved) for a, b, moved in links_in(old, new, rows)]


def test_unchanged_words_are_linked_and_replaced_ones_are_not():
    old, new = "Alfa beta gamma.", "Alfa delta gamma."
    found = linked(
        old,
        new,
        ("=", None, "Alfa "),
        ("-", None, "beta"),
        ("+", None, "delta"),
        ("=", None, " gamma."),
    )
    assert found == [("Alfa", 0, "Alfa", 0, False), ("gamma", 10, "gamma", 11, False)]


MOVED = (
    ("(>", 1, ""),
    ("=", 1, "gamma "),
    ("-", 1, "delta "),
    ("+", 1, "zeta "),
    ("=", 1, "eta "),
    (" )", 1, ""),
    ("=", None, "alfa beta "),
    ("<", 1, "gamma delta eta "),
    ("=", None, "jota"),
)
"""A block that has moved to the front, with an edit inside."""


def test_a_moved_block_is_linked_from_where_its_mark_stands():
    old, new = "alfa beta gamma delta eta jota", "gamma zeta eta alfa beta jota"
    assert linked(old, new, *MOVED) == [
        ("gamma", 10, "gamma", 0, True),
        ("eta", 22, "eta", 11, True),
        ("alfa", 0, "alfa", 15, False),
        ("beta", 5, "beta", 20, False),
        ("jota", 26, "jota", 25, False),
    ]


def test_words_that_follow_each_other_in_both_texts_are_one_segment():
    old, new = "alfa beta gamma delta eta jota", "gamma zeta eta alfa beta jota"
    assert translate(old, new, list(MOVED)) == [
        ("moved", (10, 15), (0, 5)),
        ("moved", (22, 25), (11, 14)),
        ("equal", (0, 9), (15, 24)),
        ("equal", (26, 30), (25, 29)),
    ]


def test_two_blocks_that_meet_stay_two():
    old, new = "alfa beta gamma delta", "gamma delta alfa beta"
    fragments = [
        ("(>", 1, ""),
        ("=", 1, "gamma "),
        (" )", 1, ""),
        ("(>", 2, ""),
        ("=", 2, "delta"),
        (" )", 2, ""),
        ("+", None, " "),
        ("=", None, "alfa beta"),
        ("-", None, " "),
        ("<", 1, "gamma "),
        ("<", 2, "delta"),
    ]
    assert [op for op, _, _ in translate(old, new, fragments)] == ["moved", "moved", "equal"]


@pytest.mark.parametrize(
    ("old", "new", "fragments", "counts"),
    [
        pytest.param("insatser", "insatser", [("=", None, "insatser")], True, id="whole"),
        pytest.param(
            "insatser",
            "in\u00adsatser",
            [("=", None, "in"), ("+", None, "\u00ad"), ("=", None, "satser")],
            True,
            id="soft hyphen",
        ),
        pytest.param(
            "Studier", "studier", [("-", None, "S"), ("+", None, "s"), ("=", None, "tudier")], True, id="case"
        ),
        pytest.param(
            "råd",
            "ra\u030ad",
            [("=", None, "r"), ("-", None, "å"), ("+", None, "a\u030a"), ("=", None, "d")],
            False,
            id="half of the longer",
        ),
        pytest.param(
            "gård",
            "ga\u030ard",
            [("=", None, "g"), ("-", None, "å"), ("+", None, "a\u030a"), ("=", None, "rd")],
            True,
            id="composed letters",
        ),
        pytest.param("skall", "ska", [("=", None, "ska"), ("-", None, "ll")], False, id="other spelling"),
        pytest.param("stöd", "stödet", [("=", None, "stöd"), ("+", None, "et")], False, id="other form"),
        pytest.param(
            "Studier",
            "studier",
            [("-", None, "Studi"), ("+", None, "studi"), ("=", None, "er")],
            False,
            id="few letters",
        ),
    ],
)
def test_a_word_counts_when_it_is_the_same_and_most_of_it_is_linked(old, new, fragments, counts):
    whole = [("=", None, "alfa "), *fragments, ("=", None, " beta")]
    found = linked(f"alfa {old} beta", f"alfa {new} beta", *whole)
    assert [word for word, *_ in found] == ["alfa", *[old] * counts, "beta"]


def test_a_word_is_not_linked_to_two():
    """The halves of an opened compound are words of their own."""
    found = linked(
        "en lägesbild", "en läges bild", ("=", None, "en läges"), ("+", None, " "), ("=", None, "bild")
    )
    assert found == [("en", 0, "en", 0, False)]


def test_offsets_are_counted_as_javascript_counts_them():
    """A character beyond the first 65,536 is two to JavaScript and one to Python."""
    old, new = "😀 alfa beta", "😀😀 alfa gamma beta"
    found = linked(
        old,
        new,
        ("=", None, "😀"),
        ("+", None, "😀"),
        ("=", None, " alfa "),
        ("+", None, "gamma "),
        ("=", None, "beta"),
    )
    assert found == [("alfa", 2, "alfa", 3, False), ("beta", 7, "beta", 14, False)]


def test_half_a_character_may_be_all_that_is_linked():
    """😀 and 😁 differ in their second half."""
    found = linked(
        "😀 alfa",
        "😁 alfa",
        ("=", None, "\ud83d"),
        ("-", None, "\ude00"),
        ("+", None, "\ude01"),
        ("=", None, " alfa"),
    )
    assert found == [("alfa", 2, "alfa", 2, False)]


def test_texts_that_are_the_same_or_empty_have_no_fragments():
    assert linked("alfa beta", "alfa beta") == [
        ("alfa", 0, "alfa", 0, False),
        ("beta", 5, "beta", 5, False),
    ]
    assert translate("", "", []) == []


def test_the_last_line_break_may_be_left_out():
    """wikEdDiff drops the last character of both texts when the new one ends in a line break."""
    assert len(linked("alfa beta\n", "alfa\n", ("=", None, "alfa"), ("-", None, " beta"))) == 1


@pytest.mark.parametrize(
    "fragments",
    [
        [("=", None, "alfa ")],
        [("=", None, "alfa beta")],
        [("=", None, "alfa "), ("+", None, "gamma")],
        [("=", None, "alfa "), ("-", None, "beta"), ("+", None, "delta")],
    ],
)
def test_fragments_that_are_not_the_texts_are_refused(fragments):
    with pytest.raises(ValueError, match="do not make up the"):
        translate("alfa beta", "alfa gamma", fragments)


def test_a_chance_word_shown_as_moved_is_a_false_move():
    old, new = "alfa och beta", "och alfa beta"
    fragments = [
        ("(>", 1, ""),
        ("=", 1, "och "),
        (" )", 1, ""),
        ("=", None, "alfa "),
        ("<", 1, "och "),
        ("=", None, "beta"),
    ]
    truth = [((0, 4), (4, 8)), ((9, 13), (9, 13))]
    assert score(old, new, truth, translate(old, new, fragments)).false_moves == 1


STAND_IN = """
'use strict';
var wikEdDiffConfig;
var WikEdDiff = function () {
    this.error = false;
    this.fragments = [];
    this.diff = function (old, neu) {
        const {fullDiff, charDiff} = wikEdDiffConfig;
        if (fullDiff !== true || charDiff !== false) throw new Error('other settings');
        this.error = old === 'fel';
        this.fragments = [{text: old, type: '-', color: null}, {text: neu, type: '+', color: null}];
    };
};
"""
"""A file with the same doors as wikEdDiff's, which takes every text for a new one."""


@pytest.mark.browser
def test_a_file_is_run_with_its_settings_and_asked_whether_it_is_right(tmp_path, page_at):
    file = tmp_path / "fil.js"
    file.write_text(STAND_IN, encoding="utf-8")
    tool = load(page_at(), file)
    assert tool.rows("alfa 😀", "beta \ud83d", {"charDiff": False}) == []
    assert tool.milliseconds([("alfa", "beta")] * 3, {"charDiff": False}) >= 0
    with pytest.raises(ValueError, match="own check complains"):
        tool.rows("fel", "rätt", {"charDiff": False})
