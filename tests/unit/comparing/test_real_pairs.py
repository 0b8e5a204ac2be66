"""Real clauses: what the comparison must say of them."""

from __future__ import annotations

import pytest

from quality.baselines import engine
from quality.metrics import score, words
from quality.real import (
    HALLAND,
    LAW_2004,
    LAW_2007,
    LAW_2010,
    NORRA_VASTMANLAND,
    OSTRA,
    UMEA,
    VASTRA,
    real_cases,
)
from ramberattelser.comparing import Comparison, compare, sentences, word_count

LIFTED = (
    "att bidra till systemutveckling som säkrar funktioner och samverkansformer som är hållbara över tid "
    "och som främjar individens bästa utifrån"
)
END = "behov av samordnad rehabilitering."


def told(comparison: Comparison) -> list[tuple[str, str, str]]:
    """Every change as (kind, old words, new words)."""
    return [
        (
            change.kind,
            " … ".join(comparison.old[low:high].strip() for low, high in change.old),
            " … ".join(comparison.new[low:high].strip() for low, high in change.new),
        )
        for change in comparison.changes
    ]


@pytest.mark.parametrize(
    ("text", "words", "units"),
    [
        pytest.param(UMEA, 219, 8, id="Umeåregionen"),
        pytest.param(OSTRA, 179, 7, id="Östra Östergötland"),
        pytest.param(VASTRA, 188, 7, id="Västra Östergötland"),
        pytest.param(LAW_2010, 70, 4, id="lagen 2010"),
    ],
)
def test_words_and_sentences_are_counted_as_a_reader_does(text, words, units):
    assert (word_count(text), len(sentences(text))) == (words, units)


def test_umearegionen_lifted_the_third_paragraph_of_ostra_ostergotland():
    comparison = compare(OSTRA, UMEA)
    kinds_and_words = told(comparison)
    assert kinds_and_words == [
        (
            "replaced",
            "det geografiska området för kommunerna Finspång, Norrköping, Söderköping och Valdemarsvik",
            "Umeå, Vännäs, Vindelns, Nordmalings, Robertsfors och Bjurholms kommuners geografiska område",
        ),
        ("moved", "Arbetsförmedlingen,", "Arbetsförmedlingen,"),
        ("replaced", "Region Östergötland", "Västerbottens läns landsting"),
        ("inserted", "", "är"),
        (
            "moved",
            f"Förbundets ändamål är {LIFTED} individens {END}",
            f"I detta ligger {LIFTED} dennes {END}",
        ),
        ("replaced", "Förbundets ändamål är", "I detta ligger"),
        ("replaced", "individens", "dennes"),
        ("inserted", "", "för samordnade bedömningar och insatser som syftar"),
        (
            "replaced",
            "Samordningsförbundets målgrupp är personer",
            "Samverkan inom Samordningsförbundet är för människor",
        ),
        ("replaced", "medborgare", "människor"),
        ("inserted", "", UMEA[UMEA.index("Samordningsförbundet ska främja lika") :]),
    ]
    assert comparison.counts["moved"] == 2
    assert comparison.counts["deleted"] == 0
    assert [(pair.old, pair.new) for pair in comparison.pairs if pair.moved] == [((3,), (1,))]


def test_the_lifted_sentence_keeps_every_other_word_as_moved():
    comparison = compare(OSTRA, UMEA)
    move = next(change for change in comparison.changes if change.kind == "moved" and change.old_unit == 3)
    moved = [UMEA[slice(*s.new)] for s in comparison.segments if s.change == move.number and s.new]
    assert "".join(moved).split() == f"{LIFTED} {END}".split()


def test_vastra_to_ostra():
    assert told(compare(VASTRA, OSTRA)) == [
        (
            "replaced",
            "Boxholm, Mjölby, Motala, Vadstena och Ödeshög",
            "Finspång, Norrköping, Söderköping och Valdemarsvik",
        ),
        ("deleted", "en", ""),
        ("deleted", "för samordnade bedömningar och insatser som syftar", ""),
        ("replaced", "individers", "individens"),
        ("replaced", "individers", "individens"),
    ]


def test_halland_to_vastra_shares_its_first_two_sentences():
    comparison = compare(HALLAND, VASTRA)
    assert [(pair.old, pair.new) for pair in comparison.pairs] == [((0,), (0,)), ((1,), (1,))]
    changes = told(comparison)
    assert ("replaced", "De samordnade resurserna", "Resurserna") in changes
    assert ("replaced", "Halland och medlemskommunerna", "Östergötland och kommunerna") in changes
    assert ("moved", "Arbetsförmedlingen,", "Arbetsförmedlingen,") in changes
    assert comparison.counts["moved"] == 1


def test_the_wordings_of_the_law():
    assert told(compare(LAW_2004, LAW_2007)) == [("replaced", "länsarbetsnämnd", "Arbetsförmedlingen")]
    assert told(compare(LAW_2007, LAW_2010)) == [
        ("inserted", "", "Kommunerna kan vara belägna inom olika landsting.")
    ]
    assert len(compare(LAW_2004, LAW_2010).changes) == 2


def test_the_law_and_a_clause_are_related_through_their_first_sentence():
    comparison = compare(LAW_2010, OSTRA)
    assert [(pair.old, pair.new) for pair in comparison.pairs] == [((0,), (0,))]


def test_what_stands_beside_a_phrase_that_stayed_is_replaced_and_not_struck_and_added():
    assert told(compare(HALLAND, LAW_2010))[-2:] == [
        (
            "replaced",
            "De samordnade resurserna ska användas för samordnade bedömningar och insatser som syftar till"
            " att den enskilde ska få eller förbättra",
            "Insatserna inom den finansiella samordningen skall avse individer som är i behov av samordnade"
            " rehabiliteringsinsatser och skall syfta till att dessa uppnår eller förbättrar",
        ),
        ("replaced", "förvärvsarbeta", "utföra förvärvsarbete"),
    ]


@pytest.mark.parametrize(("mine", "its"), [(True, False), (False, True), (True, True)])
def test_a_denial_beside_a_phrase_that_stayed_is_flagged(mine, its):
    clause = HALLAND.replace("ska användas", "ska inte användas") if mine else HALLAND
    law = LAW_2010.replace("skall avse", "skall aldrig avse") if its else LAW_2010
    assert [change.kind for change in compare(clause, law).changes if change.negation] == ["replaced"]


def test_sentences_that_have_nothing_in_common_are_struck_and_added():
    kinds = [kind for kind, *_ in told(compare(NORRA_VASTMANLAND, UMEA))]
    assert set(kinds) == {"deleted", "inserted"}


def test_one_word_of_the_law_does_not_decide_what_a_clause_has_in_common_with_it():
    older, newer = compare(HALLAND, LAW_2004), compare(HALLAND, LAW_2007)
    assert [(pair.old, pair.new) for pair in older.pairs] == [(pair.old, pair.new) for pair in newer.pairs]
    assert newer.shared_words - older.shared_words == 1


@pytest.mark.parametrize("law", [LAW_2004, LAW_2007, LAW_2010], ids=["2004", "2007", "2010"])
@pytest.mark.parametrize("clause", [HALLAND, OSTRA, UMEA, VASTRA], ids=["Halland", "Östra", "Umeå", "Västra"])
def test_a_word_that_is_replaced_takes_next_to_no_other_words_with_it(clause, law):
    shared = compare(clause, law).shared_words
    for start, end in words(law):
        other = "Kvistbord" if law[start].isupper() else "kvistbord"
        worn = compare(clause, law[:start] + other + law[end:])
        assert shared - worn.shared_words <= 9, law[start:end]


def test_clauses_with_nothing_but_the_subject_in_common_share_nothing():
    comparison = compare(NORRA_VASTMANLAND, UMEA)
    assert comparison.pairs == ()
    assert comparison.shared_words == 0


@pytest.mark.parametrize("case", real_cases(), ids=lambda case: case.name)
def test_real_pairs_are_linked_as_a_reader_does_without_a_false_move(case):
    found = score(case.old, case.new, case.links, engine(case.old, case.new))
    assert found.rebuilt
    assert found.recall > 0.98
    assert found.precision > 0.97
    assert found.false_moves == 0
