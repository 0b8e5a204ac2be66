"""What an entry mentions, and what stands for that in the keys of pages."""

from __future__ import annotations

import re

import pytest

from corpora import changed_corpus, corpus, entries, source_refs, texts
from ramberattelser.pages.mentions import Meanings, mentions, referred

BASE = corpus("exempel")


@pytest.mark.parametrize(("key", "entry"), list(entries(BASE)))
def test_all_that_an_entry_points_to_is_among_what_it_mentions(key, entry):
    found = mentions(entry)
    assert {ref.source for ref in source_refs(entry)} <= {*found}, key
    targets = [name for _, text in texts(entry) for name in re.findall(r"\[\[(.*?)(?:\||\]\])", text)]
    assert {*targets} <= {*found}
    assert len(found) == len({*found})


def test_wordings_förbund_and_questions_are_mentioned_by_their_ids():
    story = BASE.stories["exempelforbundet/2020"].narrative
    assert {"exempelforbundet/2015", "provkoping", "hur-det-borjade", "begrepp:prov"} <= {*mentions(story)}
    assert {"lagen/andra", "provkoping/2012"} <= {*mentions(BASE.chains)}


def test_references_are_read_with_and_without_words_of_their_own():
    assert referred("Se [[provkoping]], [[ begrepp:prov |ett prov]] och [[berattelse:a/b]].") == [
        "provkoping", "begrepp:prov", "berattelse:a/b",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [r"Se \[[[provkoping]] här.", "Se [x](https://example.org/[[) [[provkoping]].", "[[[[provkoping]]]]"],
)
def test_a_reference_is_seen_behind_what_looks_like_one(text):
    assert "provkoping" in referred(text)


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("exempelrapport", "Source.title"),
        ("begrepp:prov", "Term.name"),
        ("hur-det-borjade", "Question.question"),
        ("provkoping", "Association.short_name"),
        ("provkoping/2012", "Association.short_name"),
        ("berattelse:exempelforbundet/2020", "Narrative.title"),
    ],
)
def test_what_is_mentioned_stands_for_what_is_told_of_it_elsewhere(name, field):
    def renamed(given: str, value: str) -> str:
        return f"{value} ny" if given == field else value

    changed = Meanings(changed_corpus(BASE, renamed))
    plain = Meanings(BASE)
    assert plain.of(name) == Meanings(BASE).of(name) != ""
    assert changed.of(name) != plain.of(name)


def test_a_source_stands_for_the_sources_that_it_mentions_too():
    def renamed(given: str, value: str) -> str:
        return "Ett annat namn" if (given, value) == ("Source.short", "Exempel 2020") else value

    changed, plain = Meanings(changed_corpus(BASE, renamed)), Meanings(BASE)
    assert changed.of("provlagen") != plain.of("provlagen")
    assert changed.of("vilken-skillnad") == plain.of("vilken-skillnad")


@pytest.mark.parametrize("name", ["", "finns-inte", "begrepp:finns-inte", "berattelse:a/b", "a/b"])
def test_for_what_names_nothing_stands_nothing(name):
    assert Meanings(BASE).of(name) == ""
