"""What a child took from its parent, and where the words say otherwise than the sources."""

from __future__ import annotations

from typing import Any

import pytest

from corpora import BARE, EMPTY, NAMES, corpus, with_wordings
from ramberattelser import comparisons, kinship
from ramberattelser.comparing import compare
from ramberattelser.corpus import LAW, Corpus

A = "Förbundet ska stödja samverkan mellan myndigheter i hela regionen."
B = "Budgeten är en gemensam ram för alla insatser som beslutas."
C = "Förbundet är en arena för kunskap och för ömsesidigt lärande."
D = "Deltagarna ska få ett samlat stöd på väg till eget arbete."


def version(id: str, text: str, *parents: str) -> dict[str, Any]:
    relations = [
        {"version": p, "hur": "hämtad från", "säkerhet": "säker", "belägg": "exempelrapport"} for p in parents
    ]
    return {"id": id, "text": text, "bygger_på": relations, "gäller": {"från": f"{id}-01-01"}}


def told(old: str, new: str) -> dict[str, tuple[Any, ...]]:
    made = kinship.inheritance(compare(old, new))
    return {
        name: found
        for name in ("taken", "changed", "added", "left_out", "moved")
        if (found := getattr(made, name))
    }


def test_sentences_are_taken_changed_added_or_left_out():
    old = f"{A} {B} {C}"
    new = f"{A} {B.replace('alla', 'några')} {D}"
    assert told(old, new) == {"taken": (1,), "changed": (2,), "added": (3,), "left_out": (3,)}


def test_the_same_text_is_taken_whole():
    assert told(f"{A} {B}", f"{A}\n\n{B}") == {"taken": (1, 2)}


def test_a_sentence_at_another_place_is_taken_and_moved():
    made = told(f"{A} {B} {C} {D}", f"{D} {A} {B} {C}")
    assert made["taken"] == (1, 2, 3, 4)
    assert made["moved"] == ((4, 1),)


def test_nothing_is_taken_from_a_text_about_something_else():
    assert told(A, "Helt andra ord.") == {"added": (1,), "left_out": (1,)}


@pytest.mark.parametrize("name", NAMES)
def test_every_sentence_of_both_texts_has_one_fate(name):
    for pair in comparisons.pairs(corpus(name)):
        made, found = pair.comparison, kinship.inheritance(pair.comparison)
        news = [number for fate in found.fates for number in fate.new]
        olds = [number for fate in found.fates for number in fate.old]
        assert sorted(news) == list(range(1, len(made.new_units) + 1))
        assert sorted(olds) == list(range(1, len(made.old_units) + 1))
        assert set(found.taken) | set(found.changed) | set(found.added) == set(news)


def family(*parents: str) -> Corpus:
    """Two förbund, where the second's text of 2019 has the same words as the first's of 2015."""
    return with_wordings(
        {
            "provkoping": [version("2012", f"{A} {B}"), version("2015", f"{C} {D} {B}")],
            "exempelforbundet": [version("2019", f"{C} {D} {B}", *parents)],
        }
    )


def test_likeness_without_a_declared_relation_is_found_but_not_that_with_the_law():
    made = family()
    found = [(pair.old.key, pair.new.key) for pair in kinship.undeclared(made)]
    assert found[0] == ("provkoping/2015", "exempelforbundet/2019")
    assert not any(LAW in key for keys in found for key in keys)
    declared = family("provkoping/2015")
    assert ("provkoping/2015", "exempelforbundet/2019") not in [
        (pair.old.key, pair.new.key) for pair in kinship.undeclared(declared)
    ]


def test_a_declared_parent_that_is_not_the_closest_text_is_spoken_of():
    made = family("provkoping/2012")
    found = kinship.disagreements(made, comparisons.pairs(made), kinship.alike(made))
    assert [(d.pair.new.key, d.pair.old.key, d.closer.key) for d in found] == [
        ("exempelforbundet/2019", "provkoping/2012", "provkoping/2015")
    ]
    assert found[0].closer_likeness > found[0].declared_likeness
    agreed = family("provkoping/2015")
    assert kinship.disagreements(agreed, comparisons.pairs(agreed), kinship.alike(agreed)) == []


def test_a_child_follows_or_stays_when_its_parent_is_changed():
    after = f"{A} {B.replace('alla', 'några')}"
    for mine, verdict in ((after, "followed"), (f"{A} {B}", "stayed")):
        made = with_wordings(
            {
                "provkoping": [version("2012", f"{A} {B}"), version("2015", after)],
                "exempelforbundet": [version("2019", mine, "provkoping/2012")],
            }
        )
        views = [kinship.follow(*one) for one in kinship.changed_parents(made, comparisons.pairs(made))]
        assert [(f.before.key, f.after.key, f.child.key) for f in views] == [
            ("provkoping/2012", "provkoping/2015", "exempelforbundet/2019")
        ]
        assert [row.verdict for row in views[0].rows] == [verdict]
        assert views[0].later


@pytest.mark.parametrize("name", [*NAMES, BARE, EMPTY])
def test_every_likeness_is_between_two_förbund_the_older_first_and_sorted(name):
    found = kinship.alike(corpus(name))
    assert all(pair.old.owner != pair.new.owner for pair in found)
    assert [pair.likeness for pair in found] == sorted((pair.likeness for pair in found), reverse=True)
    assert all(kinship.LEAST <= pair.likeness <= 1 for pair in found)
