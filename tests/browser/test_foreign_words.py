"""English words are marked as such, and nothing else is (3.1.2)."""

from __future__ import annotations

from dataclasses import replace

import pytest

import corpora
from browser.english import english
from markup import parse
from ramberattelser.pages import make_site


def test_foreign_words_are_marked(trees):
    """3.1.2: English has ``lang`` of its own: by a mark in guides, by rendering/foreign.py in data."""
    wrong = []
    for page, (root, _) in trees.items():
        for e in root.walk():
            own = " ".join(child for child in e.children if isinstance(child, str))
            around, up = "sv", e
            while up is not None:
                if "lang" in up.attrs:
                    around = up.attrs["lang"]
                    break
                up = up.parent
            if e.tag not in ("script", "code") and around == "sv":
                wrong += [f"{page}: {words}" for words in english(own)]
    assert wrong == []


@pytest.mark.parametrize(
    "text",
    [
        "Välj Fork this repository och sedan Commit changes.",
        "Det kallas ”integrated care”.",
        "Metoden supported employment prövades.",
        "Rapporten talar om shared decision making.",
    ],
)
def test_english_is_seen(text):
    assert english(text)


@pytest.mark.parametrize(
    "text", ["National Voices i Storbritannien", "All data kan hämtas.", "En plan start i ett program."]
)
def test_swedish_and_names_are_not_taken_for_english(text):
    assert english(text) == []


def test_the_foreign_words_of_the_collection_are_marked(trees):
    """At least where they are known to stand, in text."""
    marked = [e.words for e in trees["begrepp/"][0].walk() if e.attrs.get("lang") == "en"]
    assert "integrated care" in marked


def test_foreign_words_are_marked_as_another_name_of_a_term_too():
    made = corpora.corpus("exempel")
    first, *others = made.glossary.terms
    terms = (first.model_copy(update={"also": ("integrated care", "prövning")}), *others)
    changed = replace(made, glossary=made.glossary.model_copy(update={"terms": terms}))
    page = next(page for page in make_site(changed).pages.values() if page.path == "/begrepp/")
    marked = [e.words for e in parse(page.body).walk() if e.attrs.get("lang") == "en"]
    assert marked == ["integrated care"]
