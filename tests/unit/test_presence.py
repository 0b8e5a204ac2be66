"""Since when a text has a byggsten, and what it lacks: only what the collected wordings can tell."""

from __future__ import annotations

from typing import Any

import pytest

from corpora import NAMES, corpus, with_wordings
from ramberattelser import coding, presence
from ramberattelser.corpus import LAW, Corpus


def version(id: str, *elements: str, missing: bool = False) -> dict[str, Any]:
    words = {"syfte": "ska pröva", "plattform": "en plattform"}
    text = f"Förbundet år {id} " + " och ".join(words[element] for element in elements)
    codes = [{"byggsten": element, "citat": words[element]} for element in elements]
    return {"id": id, "text": "saknas" if missing else text, "kodning": codes}


def told(made: Corpus, element: str) -> list[tuple[str, str, bool, bool]]:
    found = presence.spells(made, "provkoping", element)
    return [(s.first.version.id, s.last.version.id, s.sure_start, s.still) for s in found]


def of(*versions: dict[str, Any]) -> Corpus:
    return with_wordings({"provkoping": list(versions)})


def test_the_first_known_wording_may_have_taken_it_from_one_that_is_not_known():
    made = of(version("2015", "syfte"), version("2019", "syfte", "plattform"))
    assert told(made, "syfte") == [("2015", "2019", False, True)]
    assert told(made, "plattform") == [("2019", "2019", True, True)]


def test_a_start_is_not_sure_when_the_wording_before_is_not_collected():
    made = of(version("2012"), version("2015", missing=True), version("2019", "syfte"))
    assert told(made, "syfte") == [("2019", "2019", False, True)]


def test_a_byggsten_that_was_struck_and_came_back_has_two_spells():
    made = of(version("2010", "syfte"), version("2015"), version("2019", "syfte"))
    assert told(made, "syfte") == [("2010", "2010", False, False), ("2019", "2019", True, True)]


def test_a_wording_that_is_not_collected_does_not_end_a_spell():
    between = of(version("2010", "syfte"), version("2015", missing=True), version("2019", "syfte"))
    assert told(between, "syfte") == [("2010", "2019", False, True)]
    after = of(version("2010", "syfte"), version("2015", missing=True))
    assert told(after, "syfte") == [("2010", "2010", False, True)]


def test_what_no_wording_has_has_no_spell():
    assert told(of(version("2010"), version("2015", missing=True)), "syfte") == []


def test_the_latest_collected_wording_is_measured_against_the_law():
    made = of(
        version("2010", "syfte", "plattform"), version("2015", "plattform"), version("2019", missing=True)
    )
    found = {w.key: (without, beyond) for w, without, beyond in presence.lacking(made)}
    assert found == {"provkoping/2015": (("syfte",), ("plattform",))}


@pytest.mark.parametrize("name", NAMES)
def test_every_code_of_every_text_lies_within_exactly_one_spell(name):
    made = corpus(name)
    for owner in [LAW, *made.clauses]:
        order = [w.key for w in made.versions_of(owner)]
        for element in made.elements:
            spells = presence.spells(made, owner, element)
            inside = [order[order.index(s.first.key) : order.index(s.last.key) + 1] for s in spells]
            for wording in made.versions_of(owner):
                if wording.version.collected:
                    has = bool(coding.quotes_of(wording, element))
                    assert sum(wording.key in keys for keys in inside) == has


@pytest.mark.parametrize("name", NAMES)
def test_what_is_said_of_the_law_follows_the_codebook(name):
    made = corpus(name)
    for wording, without, beyond in presence.lacking(made):
        has = {code.element for code in wording.version.codes}
        assert all(made.elements[element].beyond_law for element in beyond)
        assert not any(made.elements[element].beyond_law for element in without)
        assert has & set(without) == set()
        assert set(beyond) <= has
