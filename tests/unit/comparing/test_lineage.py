"""Where words come from, and what one text took from another."""

from __future__ import annotations

from collections import Counter

from quality.real import LAW_2010, OSTRA, UMEA, VASTRA
from ramberattelser.comparing import bands, likeness, origins


def test_words_are_traced_through_generations():
    law, vastra, ostra, umea = origins([LAW_2010, VASTRA, OSTRA, UMEA])
    assert Counter(word.origin for word in law) == {0: 70}
    assert Counter(word.origin for word in vastra) == {0: 8, 1: 180}
    assert Counter(word.origin for word in umea) == {0: 8, 1: 156, 2: 1, 3: 54}
    assert [len(traced) for traced in (law, vastra, ostra, umea)] == [70, 188, 179, 219]


def test_words_that_skip_a_text_and_return_are_traced():
    umea = origins([LAW_2010, VASTRA, OSTRA, UMEA])[3]
    skipped = [UMEA[slice(*word.span)] for word in umea if word.source == 1]
    assert skipped == ["för", "samordnade", "bedömningar", "och", "insatser", "som", "syftar"]
    there = [VASTRA[slice(*word.source_span)] for word in umea if word.source == 1]
    assert there == skipped


def test_a_chain_of_one_text_has_only_new_words():
    assert {word.origin for word in origins([OSTRA])[0]} == {0}
    assert origins([]) == ()


def test_bands_say_how_many_words_went_from_sentence_to_sentence():
    found = [(band.old_unit, band.new_unit, band.words, band.moved) for band in bands(OSTRA, UMEA)]
    assert found == [
        (0, 0, 25, False),
        (1, 2, 15, False),
        (2, 3, 28, False),
        (3, 1, 24, True),
        (4, 4, 33, False),
        (5, 5, 11, False),
        (6, 6, 22, False),
    ]


def test_likeness_is_symmetric_and_ranks_relatives():
    texts = [LAW_2010, VASTRA, OSTRA, UMEA]
    table = [[likeness(one, other) for other in texts] for one in texts]
    assert all(table[i][j] == table[j][i] for i in range(4) for j in range(4))
    assert [table[k][k] for k in range(4)] == [1, 1, 1, 1]
    assert likeness(VASTRA, OSTRA) > likeness(OSTRA, UMEA) > likeness(LAW_2010, UMEA)
