"""Which wordings are compared and why, and how the texts around one are ordered."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from corpora import EMPTY, NAMES, corpus, with_wordings
from ramberattelser import coding, comparisons
from ramberattelser.comparing import compare
from ramberattelser.corpus import LAW, Corpus
from ramberattelser.rendering import diff_view


def version(id: str, text: str, *parents: str, how: str = "hämtad från", **given: Any) -> dict[str, Any]:
    relations = [
        {"version": parent, "hur": how, "säkerhet": "säker", "belägg": "exempelrapport"} for parent in parents
    ]
    return {"id": id, "text": text, "bygger_på": relations, **given}


def reasons(made: Corpus) -> dict[tuple[str, str], tuple[str, ...]]:
    return {(pair.old.key, pair.new.key): pair.reasons for pair in comparisons.pairs(made)}


ONE = "Förbundet ska vara en plattform för prov. Förbundet ska pröva."
OTHER = "Förbundet ska vara en arena för prov. Förbundet ska mäta allt."


def test_a_declared_relation_consecutive_versions_and_the_law_are_compared_each_pair_once():
    made = with_wordings(
        {
            "provkoping": [version("2010", ONE), version("2015", OTHER, "provkoping/2010", how="ändring av")],
            "exempelforbundet": [version("2019", OTHER, "provkoping/2015")],
        }
    )
    assert reasons(made) == {
        ("provkoping/2010", "provkoping/2015"): ("ändring av", "föregående lydelse"),
        ("provkoping/2015", "exempelforbundet/2019"): ("hämtad från",),
        ("lagen/forsta", "lagen/andra"): ("föregående lydelse",),
        ("lagen/andra", "provkoping/2010"): ("mot lagen",),
        ("lagen/andra", "provkoping/2015"): ("mot lagen",),
        ("lagen/andra", "exempelforbundet/2019"): ("mot lagen",),
    }


def test_versions_on_either_side_of_one_that_is_missing_are_compared():
    made = with_wordings(
        {"provkoping": [version("2010", ONE), version("2012", "saknas"), version("2015", OTHER)]}
    )
    assert ("provkoping/2010", "provkoping/2015") in reasons(made)
    assert not any("provkoping/2012" in keys for keys in reasons(made))


def test_a_relation_keeps_its_evidence_when_the_pair_has_other_reasons_too():
    made = with_wordings({"provkoping": [version("2010", ONE), version("2015", OTHER, "provkoping/2010")]})
    pair = next(p for p in comparisons.pairs(made) if p.old.key == "provkoping/2010")
    assert pair.relation is not None
    assert pair.relation.how == "hämtad från"


def test_without_the_laws_words_nothing_is_compared_with_the_law():
    made = corpus(EMPTY)
    assert comparisons.law_for(made) is None
    assert comparisons.pairs(made) == ()
    clauses = replace(corpus("exempel"), law=made.law, chains=made.chains)
    assert all(LAW not in (pair.old.owner, pair.new.owner) for pair in comparisons.pairs(clauses))
    own = clauses.wordings["provkoping/2012"]
    assert [r.wording.key for r in comparisons.relatives(clauses, own)] == ["exempelforbundet/2015"]


def test_clauses_are_compared_with_the_latest_wording_of_the_law_that_is_collected():
    base = corpus("exempel")
    last = base.law.versions[-1].model_copy(update={"text": "saknas", "codes": ()})
    law = base.law.model_copy(update={"versions": (*base.law.versions[:-1], last)})
    made = comparisons.law_for(replace(base, law=law))
    assert made is not None
    assert made.version.id == "forsta"


def test_the_closest_text_comes_first_and_what_is_declared_is_said_from_either_side():
    made = with_wordings(
        {
            "provkoping": [version("2010", ONE)],
            "exempelforbundet": [version("2019", ONE.replace("pröva", "prova"), "provkoping/2010")],
        }
    )
    child = comparisons.relatives(made, made.wordings["exempelforbundet/2019"])
    assert [(r.wording.key, r.declared) for r in child] == [
        ("provkoping/2010", "den här texten är hämtad från den andra. Belägget är säkert"),
        ("lagen/andra", ""),
    ]
    assert child[0].likeness > 0.6 > child[1].likeness
    parent = comparisons.relatives(made, made.wordings["provkoping/2010"])
    assert parent[0].declared == "den andra texten är hämtad från den här. Belägget är säkert"


@pytest.mark.parametrize(
    ("how", "link", "said"),
    [
        ("hämtad från", "hämtad från", "den senare är hämtad från den förra"),
        ("inspirerad av", "inspirerad av", "den senare är inspirerad av den förra"),
        ("samma mall", "samma mall som", "den senare följer samma mall som den förra"),
        ("ändring av", "ändring av", "den senare är en ändring av den förra"),
    ],
)
def test_how_a_text_builds_on_another_is_told_as_a_sentence_and_between_two_names(how, link, said):
    relation = (
        with_wordings({"provkoping": [version("2010", ONE, "lagen/andra")]})
        .wordings["provkoping/2010"]
        .version.relations[0]
    )
    told = relation.model_copy(update={"how": how})
    assert told.told("den senare", "den förra") == said
    assert told.link == link


def test_the_same_two_texts_are_compared_once():
    made = corpus("exempel")
    first, second = made.collected[:2]
    assert comparisons.comparison(first, second) is comparisons.comparison(first, second)


@pytest.mark.parametrize("name", NAMES)
def test_a_text_is_never_its_own_relative_and_the_law_is_there_once(name):
    made = corpus(name)
    for wording in made.collected:
        keys = [r.wording.key for r in comparisons.relatives(made, wording)]
        assert wording.key not in keys
        assert len(set(keys)) == len(keys)
        assert sum(key.startswith(f"{LAW}/") for key in keys) == (wording != comparisons.law_for(made))


@pytest.mark.parametrize("name", NAMES)
def test_likeness_is_twice_the_shared_words_of_all_words(name):
    for pair in comparisons.pairs(corpus(name)):
        made = pair.comparison
        assert made.likeness == pytest.approx(2 * made.shared_words / (made.old_words + made.new_words))


# --- the order of wordings in time --------------------------------------------------------


def test_collected_wordings_come_by_when_they_began_to_apply_the_laws_first():
    made = with_wordings(
        {
            "provkoping": [version("2010", ONE), version("ny", OTHER, **{"gäller": {"från": "våren 2021"}})],
            "exempelforbundet": [
                version("fore-2015", ONE, **{"gäller": {"från": "okänt", "till": "2014-12-31"}}),
                version("2015", OTHER),
                version("utan-ar", ONE),
            ],
        }
    )
    assert [w.key for w in made.collected if w.owner != LAW] == [
        "provkoping/2010", "exempelforbundet/fore-2015", "exempelforbundet/2015", "provkoping/ny",
        "exempelforbundet/utan-ar",
    ]  # fmt: skip
    assert [w.owner for w in made.collected][:2] == [LAW, LAW]


def test_the_last_version_in_the_file_stands_for_its_förbund_whatever_years_are_known():
    made = with_wordings(
        {"provkoping": [version("aldre", ONE), version("2015", OTHER), version("2019", "saknas")]}
    )
    latest = {w.owner: w.key for w in coding.representative(made)}
    assert latest == {LAW: "lagen/andra", "provkoping": "provkoping/2015"}


def test_a_comparison_that_loses_a_word_stops_the_build():
    whole = compare("Förbundet ska pröva.", "Förbundet ska mäta.")
    assert diff_view.rebuilt(whole) == ("Förbundet ska pröva.", "Förbundet ska mäta.")
    for lost in range(len(whole.segments)):
        kept = [segment for at, segment in enumerate(whole.segments) if at != lost]
        with pytest.raises(ValueError, match="does not give its texts back"):
            diff_view.view.__wrapped__(SimpleNamespace(old=whole.old, new=whole.new, segments=kept))


def test_a_clause_beside_the_law_alone_is_told_from_one_that_takes_from_it():
    made = {pair.new.key: pair for pair in comparisons.pairs(corpus("exempel")) if pair.old.owner == LAW}
    assert made
    assert all(pair.beside_law == (pair.relation is None and pair.new.owner != LAW) for pair in made.values())
