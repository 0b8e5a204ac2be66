"""Since when a text has a byggsten, and what it lacks: only what the collected wordings can tell."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from corpora import NAMES, corpus, pages, with_wordings
from ramberattelser import coding, presence
from ramberattelser.corpus import LAW, Corpus
from ramberattelser.model.associations import Existence, Successor
from ramberattelser.rendering.environment import until_text


def version(id: str, *elements: str, missing: bool = False, **validity: str) -> dict[str, Any]:
    """A wording in the words of the data; ``validity`` as ``från`` and ``till``."""
    words = {"syfte": "ska pröva", "plattform": "en plattform"}
    text = f"Förbundet år {id} " + " och ".join(words[element] for element in elements)
    codes = [{"byggsten": element, "citat": words[element]} for element in elements]
    applied = {"gäller": {"från": "okänt", **validity}}
    return {"id": id, "text": "saknas" if missing else text, "kodning": codes, **applied}


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


def until(made: Corpus) -> list[str]:
    """What readers are told of the end of each stretch; empty where nothing is."""
    found = presence.spells(made, "provkoping", "syfte")
    return [until_text(s.until).replace("\u00a0", " ") if s.until else "" for s in found]


def ended(made: Corpus, **given: Any) -> Corpus:
    """The same where the association has a successor, or a time in which it existed."""
    gone = made.associations["provkoping"].model_copy(update=given)
    return replace(made, associations={**made.associations, "provkoping": gone})


def test_a_wording_in_force_has_no_end():
    assert until(of(version("2015", "syfte", från="2015-01-01"))) == [""]


def test_the_end_that_the_data_has_is_said_as_precisely_as_there():
    for given, said in {
        "senast 2023-12-31": "till senast 31 december 2023",
        "2023-12-31": "till 31 december 2023",
        "våren 2023": "till våren 2023",
        "omkring 2020": "till omkring 2020",
        "före 2020": "till någon gång före 2020",
        "okänt": "slutet okänt",
    }.items():
        assert until(of(version("2015", "syfte", till=given))) == [said]


def test_what_was_struck_ended_with_its_wording_not_when_that_began():
    last = version("2015", från="2015-01-01")
    assert until(of(version("2010", "syfte", från="2010-01-01"), last)) == ["till 31 december 2014"]
    assert until(of(version("2010", "syfte", till="2014-06-30"), last)) == ["till 30 juni 2014"]
    assert until(of(version("2010", "syfte"), version("2015", från="våren 2015"))) == ["till våren 2015"]
    assert until(of(version("2010", "syfte"), version("2015"))) == ["slutet okänt"]


def test_what_was_struck_somewhere_after_a_gap_ended_at_the_latest_then():
    gap, last = version("2015", missing=True), version("2019", från="2019-01-01")
    assert until(of(version("2010", "syfte", till="2014-12-31"), gap, last)) == [
        "till senast 31 december 2018"
    ]
    assert until(of(version("2010", "syfte"), gap, version("2019"))) == ["slutet okänt"]
    assert until(of(version("2010", "syfte"), gap, version("2019", från="efter 2018"))) == ["slutet okänt"]


def test_what_is_followed_by_an_uncollected_wording_lasted_at_least_until_then():
    first, gap = version("2010", "syfte"), version("2015", missing=True, från="2015-01-01")
    assert until(of(first, gap)) == ["minst till 31 december 2014"]
    assert until(of(first, version("2015", missing=True))) == ["därefter okänt"]
    assert until(of(version("2010", "syfte", till="senast 2014"), gap)) == ["därefter okänt"]


def test_a_clause_ended_at_the_latest_with_its_association():
    only = of(version("2015", "syfte", från="2015-01-01"))
    source = "exempelrapport, avsnitt 6"

    def became(day: str) -> Corpus:
        entry = {"namn": "Storexempel", "text": "Det blir större.", "källa": source, "datum": day}
        return ended(only, successor=Successor.model_validate(entry))

    def existed(period: str) -> Corpus:
        entry = {"text": "Det fanns en tid.", "källa": source, "period": period}
        return ended(only, existence=Existence.model_validate(entry))

    assert until(became("2024-01-01")) == ["till senast 31 december 2023"]
    assert until(became("2024")) == ["till senast 2024"]
    assert until(became("okänt")) == ["slutet okänt"]
    assert until(existed("2006–2020")) == ["till senast 2020"]
    assert until(existed("2006–")) == [""]


def test_the_page_says_until_when_a_clause_that_lapsed_had_its_byggstenar():
    body = pages("verklig")["/andamal/byggstenar/"].page.body
    assert "till senast 31\u00a0december 2023" in body


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
