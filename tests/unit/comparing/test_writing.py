"""The comparison as lines of JSON and as text in a terminal."""

from __future__ import annotations

import json

import pytest

from quality.real import OSTRA, UMEA
from ramberattelser.comparing import compare
from ramberattelser.comparing.jsonl import compare_line
from ramberattelser.comparing.terminal import as_text


def test_a_line_of_json_is_answered_with_segments():
    line = json.dumps({"id": "x1", "old": "Vi ska stödja unga.", "new": "Vi ska inte stödja unga."})
    answer = json.loads(compare_line(line))
    assert answer == {
        "id": "x1",
        "segments": [
            {"op": "equal", "old": [0, 7], "new": [0, 7]},
            {"op": "insert", "old": None, "new": [7, 12]},
            {"op": "equal", "old": [7, 19], "new": [12, 24]},
        ],
    }


def test_moved_text_is_moved_in_the_segments():
    answer = json.loads(compare_line(json.dumps({"id": 7, "old": OSTRA, "new": UMEA})))
    moved = [UMEA[slice(*s["new"])] for s in answer["segments"] if s["op"] == "moved"]
    assert any(text.startswith("att bidra till systemutveckling") for text in moved)
    assert all(
        OSTRA[slice(*s["old"])] == UMEA[slice(*s["new"])]
        for s in answer["segments"]
        if s["op"] in ("equal", "moved")
    )


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("", "raden är inte JSON: det tar stopp vid tecken 1"),
        ("{", "raden är inte JSON: det tar stopp vid tecken 2"),
        ('{"id": 1, "old": "a" "new": "b"}', "raden är inte JSON: det tar stopp vid tecken 22"),
        ("[]", 'raden ska vara ett objekt med texterna "old" och "new"'),
        ('"text"', 'raden ska vara ett objekt med texterna "old" och "new"'),
        ('{"id": 1, "old": "a"}', 'raden ska vara ett objekt med texterna "old" och "new"'),
        ('{"id": 1, "old": 1, "new": "a"}', 'raden ska vara ett objekt med texterna "old" och "new"'),
        ('{"old": "a", "new": "b"}', 'raden saknar "id"'),
        ('{"id": 1e999, "old": "a", "new": "b"}', '"id" har ett tal som är för stort'),
        ('{"id": [{"x": -1e999}], "old": "a", "new": "b"}', '"id" har ett tal som är för stort'),
        ('{"id": NaN, "old": "a", "new": "b"}', "raden är inte JSON som går att läsa"),
        (f'{{"id": {"9" * 5000}, "old": "a", "new": "b"}}', "raden är inte JSON som går att läsa"),
        ("[" * 100_000, "raden är inte JSON som går att läsa"),
    ],
)
def test_a_line_that_is_something_else_is_an_error_in_swedish(line, why):
    with pytest.raises(ValueError, match=r".") as error:
        compare_line(line)
    assert str(error.value) == why


@pytest.mark.parametrize("id_", [None, 0, "", [1, "å"]])
def test_any_id_comes_back_as_it_was(id_):
    assert json.loads(compare_line(json.dumps({"id": id_, "old": "a", "new": "a"})))["id"] == id_


def test_a_byte_order_mark_before_the_line_is_no_part_of_it():
    line = '\ufeff{"id": 1, "old": "a", "new": "b"}'
    assert json.loads(compare_line(line))["id"] == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("", ""),
        ("", "Ett ord."),
        ("Ett ord.", ""),
        ("  \n ", "\t"),
        ("   ", "Ett ord."),
        ("En 👩\u200d👩\u200d👧 familj 😀 här.", "En 👩\u200d👩\u200d👧 familj 😀😀 bor här."),
        ("Fo\u0308rbundet a\u0308r till.", "Förbundet är inte till."),
        ("Ett.\r\n\r\nTvå.", "Ett.\n\nTvå.\u2028Tre."),
        ("Rehabiliterings\u00adinsatser ges.", "Rehabiliteringsinsatser ges."),
    ],
)
def test_the_spans_of_a_line_partition_both_texts_in_characters(old, new):
    segments = json.loads(compare_line(json.dumps({"id": 1, "old": old, "new": new})))["segments"]
    for text, side in ((old, "old"), (new, "new")):
        spans = sorted(segment[side] for segment in segments if segment[side])
        assert [low for low, _ in spans] == [0, *(high for _, high in spans)][: len(spans)]
        assert "".join(text[low:high] for low, high in spans) == text
    for segment in segments:
        assert (segment["old"] is None) == (segment["op"] == "insert")
        assert (segment["new"] is None) == (segment["op"] == "delete")


def test_lone_surrogates_survive_a_line():
    line = '{"id": 1, "old": "a \\ud800 b", "new": "a \\ud800 c"}'
    assert json.loads(compare_line(line))["segments"][0]["op"] == "equal"


def test_the_terminal_says_what_happened_without_colour():
    text = as_text(compare(OSTRA, UMEA), "Elva saker.", colour=False)
    assert text.startswith("Elva saker.\n\nFörbundets ändamål är att inom ")
    lead = "[struket: Förbundets ändamål är][tillagt: I detta ligger]"
    assert f"[flyttat hit från mening 4: {lead} att bidra" in text
    assert "samordnad rehabilitering.] Resurserna" in text
    assert "\x1b" not in text


def test_colour_adds_to_the_words_and_replaces_none():
    comparison = compare("Vi ska stödja unga.", "Vi ska inte hjälpa unga.")
    coloured = as_text(comparison, "", colour=True)
    assert "\x1b[" in coloured
    for code in ("\x1b[31;9m", "\x1b[32;4m", "\x1b[36m", "\x1b[0m"):
        coloured = coloured.replace(code, "")
    assert coloured == as_text(comparison, "", colour=False)
    assert "nekande ord" in coloured


def test_a_text_cannot_give_the_terminal_orders():
    text = as_text(compare("a \x1b[2J b", "a \x1b[2J \ud800 c"), "", colour=False)
    assert "\x1b" not in text
    text.encode("utf-8")


@pytest.mark.parametrize("colour", [False, True])
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Ett är här.\n\n\n", "Ett är här.\n\n\n"),
        ("Ett är här. Två är där.\n", "Ett är här.\n"),
        ("Ett är här.\n", "Ett är här. Två är där.\n\n"),
        ("Den ena meningen är lång nog.\nTvå gånger två är fyra.\n",) * 2,
        (
            "Den ena meningen är lång nog.\nTvå gånger två är fyra.\n",
            "Två gånger två är fyra.\nDen ena meningen är lång nog.\n\n",
        ),
    ],
)
def test_the_text_ends_with_one_line_break(old, new, colour):
    text = as_text(compare(old, new), "Sammanfattning.", colour)
    assert text.endswith("\n")
    assert not text[:-1].removesuffix("\x1b[0m").endswith("\n")
