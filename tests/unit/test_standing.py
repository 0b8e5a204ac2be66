"""Where a wording stands, and that nothing is claimed to be in force but as a source of its year has it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from corpora import NAMES, corpus, with_wordings
from ramberattelser.model import Successor
from ramberattelser.standing import ENDED, IN_FORCE, UNKNOWN, Standing, standing

OWNER = "exempelforbundet"


def found(*versions: dict[str, Any], **successor: str) -> list[Standing]:
    made = with_wordings({OWNER: [{"text": "Förbundets ändamål är prov.", **v} for v in versions]})
    source = "exempelrapport, avsnitt 6"
    given = {"namn": "Storexempel", "text": "Det blir större.", "källa": source, **successor}
    became = Successor.model_validate(given) if successor else None
    gone = made.associations[OWNER].model_copy(update={"successor": became})
    made = replace(made, associations={**made.associations, OWNER: gone})
    return [standing(made, wording) for wording in made.versions_of(OWNER)]


def standings(*versions: dict[str, Any], **successor: str) -> list[str]:
    return [one.kind for one in found(*versions, **successor)]


def test_the_only_wording_with_a_beginning_and_no_end_is_in_force_by_its_source():
    assert standings({"id": "a", "gäller": {"från": "2015-01-01"}}) == [IN_FORCE]


def test_a_wording_with_an_end_that_has_come_is_no_longer_in_force():
    assert standings({"id": "a", "gäller": {"från": "2005-01-01", "till": "2010-12-31"}}) == [ENDED]


def test_an_end_that_has_not_come_by_the_data_ends_nothing():
    assert standings({"id": "a", "gäller": {"från": "2005-01-01", "till": "2999-12-31"}}) == [IN_FORCE]


def test_a_wording_with_a_later_one_is_no_longer_in_force():
    first = {"id": "a", "gäller": {"från": "2005-01-01"}}
    assert standings(first, {"id": "b", "gäller": {"från": "2015-01-01"}}) == [ENDED, IN_FORCE]


def test_a_later_wording_that_is_not_collected_counts():
    first = {"id": "a", "gäller": {"från": "2005-01-01"}}
    later = {"id": "b", "gäller": {"från": "okänt"}, "text": "saknas"}
    assert standings(first, later) == [ENDED, UNKNOWN]


def test_without_any_time_it_is_unknown():
    assert standings({"id": "a", "gäller": {"från": "okänt"}}) == [UNKNOWN]


def test_a_time_that_is_only_inferred_is_no_claim_of_the_source():
    doubt = {"text": "Avskriften är inte daterad.", "källa": "exempelrapport, avsnitt 2"}
    assert standings({"id": "a", "gäller": {"från": "2015-01-01"}, "osäker_datering": doubt}) == [UNKNOWN]


def test_what_is_in_force_is_so_by_its_source_and_says_of_what_year_that_is():
    told = found({"id": "a", "gäller": {"från": "2015-01-01"}})[0]
    assert told.word == f"Gällande enligt källan {corpus('exempel').sources['exempelrapport'].year}"
    sources = {one.id: one.year for one in corpus("exempel").source_list.sources}
    undated = next(name for name, year in sources.items() if not year.isdigit())
    told = found({"id": "a", "gäller": {"från": "2015-01-01"}, "källa": undated})[0]
    assert told.word == "Gällande enligt källan"


@pytest.mark.parametrize(
    ("when", "kind"),
    [
        ("omkring 2030", IN_FORCE),
        ("2030-01-01", IN_FORCE),
        ("2025-12-31", ENDED),
        ("2026", ENDED),
        ("senast 2024", ENDED),
        ("okänt", ENDED),
    ],
)
def test_only_a_successor_that_had_come_by_the_data_ends_a_wording(when, kind):
    """The entries of the example were last gone through on 2 January 2026."""
    assert standings({"id": "a", "gäller": {"från": "2015-01-01"}}, datum=when) == [kind]


def test_the_wording_of_an_association_that_became_another_is_no_longer_in_force():
    base = corpus("verklig")
    gone = [owner for owner, a in base.associations.items() if a.successor and owner in base.clauses]
    assert gone
    assert {standing(base, w).kind for owner in gone for w in base.versions_of(owner)} == {ENDED}


@pytest.mark.parametrize("name", NAMES)
def test_no_owner_has_two_last_wordings_and_none_is_called_in_force_without_its_source(name):
    base = corpus(name)
    for owner in ["lagen", *base.clauses]:
        told = [standing(base, wording) for wording in base.versions_of(owner)]
        assert sum(one.kind != ENDED for one in told) <= 1
        for one in told:
            assert ("gällande enligt källan" in one.word.lower()) == (one.kind == IN_FORCE)
            assert "gällande" not in one.word.lower().removeprefix("gällande enligt källan")
        assert all(one.why.endswith(".") for one in told)
