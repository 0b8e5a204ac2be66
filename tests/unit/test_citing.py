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
        ([("isf-2019", None)], "ISF 2019"),
        ([("isf-2019", "avsnitt 3.0")], "ISF 2019, avsnitt 3.0"),
        ([("isf-2019", "avsnitt 3.0"), ("isf-2019", "avsnitt 3.1")], "ISF 2019, avsnitt 3.0 och 3.1"),
        ([("isf-2019", "avsnitt 3.0"), ("isf-2019", "bilaga")], "ISF 2019, avsnitt 3.0 och bilaga"),
        ([("isf-2019", "1 och 3 §§"), ("isf-2019", "2 §")], "ISF 2019, 1–3 §§"),
        ([("isf-2019", "1 och 2 §§"), ("isf-2019", "2, 4 och 5 §§")], "ISF 2019, 1, 2, 4 och 5 §§"),
        ([("isf-2019", "4 §"), ("isf-2019", "4 §")], "ISF 2019, 4 §"),
        ([("isf-2019", "1 och 3 §§"), ("isf-2019", "bilaga")], "ISF 2019, 1 och 3 §§; bilaga"),
        ([("isf-2019", "4 §"), ("isf-2019", "4 kap.")], "ISF 2019, 4 kap. och 4 §"),
        (
            [("isf-2019", "avsnitt 1.2"), ("ds-2003-2", None), ("isf-2019", "avsnitt 2.0")],
            "ISF 2019, avsnitt 1.2 och 2.0; Ds 2003:2",
        ),
    ],
)
def test_each_source_is_named_once_with_all_its_sections(refs, words):
    given = [SourceRef(source=source, section=section) for source, section in refs]
    said = Renderer(corpus("verklig")).sources_cited(given)
    assert said.replace("\u00a0", " ") == words.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (
            "nns-2020",
            "Jonas Wells, Peter Johansson och Mikael Holmlund, "
            "[Rapport för NNS arbetsgrupp om utökade ändamålsparagrafer], 2020: avsnitt 1",
        ),
        (
            "nilsson-sa-mycket-battre",
            "Ingvar Nilsson, Så mycket bättre, samordningsförbund 2.0, utan år: avsnitt 1",
        ),
    ],
)
def test_a_source_with_authors_is_cited_in_full(source, words):
    said = Renderer(corpus("verklig")).sources_cited([SourceRef(source=source, section="avsnitt 1")])
    assert said.replace("\u00a0", " ") == words


def test_a_story_is_cited_by_its_title_and_those_who_wrote_what_it_is_retold_from():
    page = next(
        p for p in site("verklig").pages.values() if p.path == "/berattelser/vastra-ostergotland/2020/"
    )
    assert page.cite.replace("\u00a0", " ") == (
        "Västra Östergötland: att befästa en utveckling. Återberättad efter Jonas Wells, Peter Johansson och "
        "Mikael Holmlund, [Rapport för NNS arbetsgrupp om utökade ändamålsparagrafer], 2020: "
        "avsnitt 1.1, 1.2 och 2.0."
    )


def test_the_sections_of_a_source_stand_in_the_order_of_their_numbers():
    refs = [SourceRef(source="nns-2020", section=f"avsnitt {number}") for number in ("10", "2", "9", "2")]
    ((_, _, sections),) = notes(corpus("verklig"), refs).used
    assert sections == ["avsnitt 2", "avsnitt 9", "avsnitt 10"]
