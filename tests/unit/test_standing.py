"""Where a wording stands, and that nothing is claimed to be in force."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from corpora import NAMES, corpus, with_wordings
from ramberattelser.standing import ENDED, LATEST, UNKNOWN, standing

OWNER = "exempelforbundet"


def standings(*versions: dict[str, Any]) -> list[str]:
    made = with_wordings({OWNER: [{"text": "Förbundets ändamål är prov.", **v} for v in versions]})
    gone = made.associations[OWNER].model_copy(update={"successor": None})
    made = replace(made, associations={**made.associations, OWNER: gone})
    return [standing(made, wording).kind for wording in made.versions_of(OWNER)]


def test_the_only_wording_with_a_beginning_and_no_end_is_the_last_known():
    assert standings({"id": "a", "gäller": {"från": "2015-01-01"}}) == [LATEST]


def test_a_wording_with_an_end_that_has_come_is_no_longer_in_force():
    assert standings({"id": "a", "gäller": {"från": "2005-01-01", "till": "2010-12-31"}}) == [ENDED]


def test_an_end_that_has_not_come_by_the_data_ends_nothing():
    assert standings({"id": "a", "gäller": {"från": "2005-01-01", "till": "2999-12-31"}}) == [LATEST]


def test_a_wording_with_a_later_one_is_no_longer_in_force():
    first = {"id": "a", "gäller": {"från": "2005-01-01"}}
    assert standings(first, {"id": "b", "gäller": {"från": "2015-01-01"}}) == [ENDED, LATEST]


def test_a_later_wording_that_is_not_collected_counts():
    first = {"id": "a", "gäller": {"från": "2005-01-01"}}
    later = {"id": "b", "gäller": {"från": "okänt"}, "text": "saknas"}
    assert standings(first, later) == [ENDED, UNKNOWN]


def test_without_any_time_it_is_unknown():
    assert standings({"id": "a", "gäller": {"från": "okänt"}}) == [UNKNOWN]


def test_the_wording_of_an_association_that_became_another_is_no_longer_in_force():
    base = corpus("verklig")
    gone = [owner for owner, a in base.associations.items() if a.successor and owner in base.clauses]
    assert gone
    assert {standing(base, w).kind for owner in gone for w in base.versions_of(owner)} == {ENDED}


@pytest.mark.parametrize("name", NAMES)
def test_no_owner_has_two_last_wordings_and_none_is_called_in_force(name):
    base = corpus(name)
    for owner in ["lagen", *base.clauses]:
        found = [standing(base, wording) for wording in base.versions_of(owner)]
        assert sum(one.kind != ENDED for one in found) <= 1
        assert all("gällande" not in f"{one.word} {one.why}".lower() for one in found)
        assert all(one.why.endswith(".") for one in found)
