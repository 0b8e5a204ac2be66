"""What a page is cited as names every source and section that it is made from, each once."""

from __future__ import annotations

import pytest

from corpora import corpus, site
from ramberattelser.model import SourceRef
from ramberattelser.pages.notes import notes
from ramberattelser.rendering.environment import Renderer


@pytest.mark.parametrize(
    ("refs", "words"),
    [
        ([("nns-2020", None)], "NNS 2020"),
        ([("nns-2020", "avsnitt 3.0")], "NNS 2020, avsnitt 3.0"),
        ([("nns-2020", "avsnitt 3.0"), ("nns-2020", "avsnitt 3.1")], "NNS 2020, avsnitt 3.0 och 3.1"),
        ([("nns-2020", "avsnitt 3.0"), ("nns-2020", "bilaga")], "NNS 2020, avsnitt 3.0 och bilaga"),
        ([("nns-2020", "1 och 3 §§"), ("nns-2020", "2 §")], "NNS 2020, 1–3 §§"),
        ([("nns-2020", "1 och 2 §§"), ("nns-2020", "2, 4 och 5 §§")], "NNS 2020, 1, 2, 4 och 5 §§"),
        ([("nns-2020", "4 §"), ("nns-2020", "4 §")], "NNS 2020, 4 §"),
        ([("nns-2020", "1 och 3 §§"), ("nns-2020", "bilaga")], "NNS 2020, 1 och 3 §§; bilaga"),
        ([("nns-2020", "4 §"), ("nns-2020", "4 kap.")], "NNS 2020, 4 § och 4 kap."),
        (
            [("nns-2020", "avsnitt 1.2"), ("nvm-2013", None), ("nns-2020", "avsnitt 2.0")],
            "NNS 2020, avsnitt 1.2 och 2.0; NVM 2013",
        ),
    ],
)
def test_each_source_is_named_once_with_all_its_sections(refs, words):
    given = [SourceRef(source=source, section=section) for source, section in refs]
    said = Renderer(corpus("verklig")).sources_text(given)
    assert said.replace("\u00a0", " ") == words.replace("\u00a0", " ")


def test_a_story_is_cited_with_all_sections_that_it_is_retold_from():
    page = next(p for p in site("verklig").pages.values() if p.path == "/berattelser/umearegionen/2020/")
    assert page.cite.replace("\u00a0", " ").endswith("Efter NNS 2020, avsnitt 3.0, 3.1, 3.2, 3.3 och 3.4.")


def test_the_sections_of_a_source_stand_in_the_order_of_their_numbers():
    refs = [SourceRef(source="nns-2020", section=f"avsnitt {number}") for number in ("10", "2", "9", "2")]
    ((_, _, sections),) = notes(corpus("verklig"), refs).used
    assert sections == ["avsnitt 2", "avsnitt 9", "avsnitt 10"]
