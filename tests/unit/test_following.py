"""What is made out of what the corpus before gave is what is made from nothing, whatever was changed."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

import bench.corpus as bench
from ramberattelser import comparisons, kinship
from ramberattelser.checking import check
from ramberattelser.comparing import nearest, sharing
from ramberattelser.corpus import Corpus, Wording, follow
from ramberattelser.kinship import nearness
from ramberattelser.memory import Memory
from ramberattelser.model import ClauseVersion
from ramberattelser.pages import choosing

SMALL = (
    (comparisons, "EVERY", 20),
    (nearness, "MANY", 20),
    (choosing, "EVERY", 20),
    (choosing, "MANY", 30),
    (choosing, "FEW", 12),
    (choosing, "MOST", 200),
)
"""Bounds that a small collection reaches."""

words = st.lists(st.sampled_from(["a", "b", "c", "d", "e", "f", "g", "h"]), max_size=9).map(tuple)
text = st.lists(st.sampled_from(["ett", "två", "tre", "fyra", "fem"]), min_size=1, max_size=14).map(" ".join)


def same(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))


@given(st.lists(words, min_size=1, max_size=9), st.lists(st.tuples(st.integers(0, 8), words), max_size=4))
def test_which_texts_share_what_is_mended_where_texts_are_others(first, changes):
    before = sharing(list(map(same, first)))
    for at, other in changes:
        texts = list(before.texts)
        texts[at % len(texts)] = same(other)
        mended, anew = sharing(texts, before), sharing(texts)
        assert mended.having == anew.having
        assert mended.follows is before.mark
        touched = mended.touched()
        assert touched is not None
        for place in set(range(len(texts))) - touched:
            assert [before.having[w] for w in texts[place]] == [anew.having[w] for w in texts[place]]
        before = mended


@given(st.lists(text, min_size=2, max_size=9), st.lists(st.tuples(st.integers(0, 8), text), max_size=4))
def test_the_nearest_texts_are_found_again_where_texts_are_others(first, changes):
    texts, before = list(first), nearest(first, 2, run=2)
    for at, other in changes:
        texts[at % len(texts)] = other
        before = nearest(texts, 2, 2, before)
        assert list(before.places) == nearest(texts, 2, run=2).places


def wordings(texts: list[str]) -> list[Wording]:
    return [
        Wording(
            f"prov-{at}",
            ClauseVersion.model_construct(id="2020", text=text, label=None),
            *("Prov", "PRV", "neutral", ""),
        )
        for at, text in enumerate(texts)
    ]


@pytest.mark.parametrize("many", [0, 500])
@given(st.lists(text, min_size=4, max_size=9), st.lists(st.tuples(st.integers(0, 8), text), max_size=5))
def test_those_that_share_most_words_are_found_again_where_texts_are_others(many, first, changes):
    bounds = pytest.MonkeyPatch()
    with bounds.context() as patch:
        for name, bound in (("MANY", many), ("FEW", 3), ("CLOSEST", 1)):
            patch.setattr(choosing, name, bound)
        texts, before = list(first), choosing.near(wordings(first))
        for at, other in changes:
            texts[at % len(texts)] = other
            before = choosing.near(wordings(texts), before)
            assert list(before.found) == list(choosing.near(wordings(texts)).found)


def test_a_collection_of_another_size_is_worked_out_anew():
    before = sharing([("a", "b"), ("b",)])
    assert sharing([("a", "b")], before).follows is None
    assert sharing([("a", "b")], before).touched() is None


def found(corpus: Corpus) -> list[object]:
    """All that may be made out of what a corpus before gave."""
    chosen = choosing.chosen_for(corpus.collected, found=choosing.near_of(corpus))
    return [
        comparisons._near(corpus),
        nearness._candidates(corpus),
        {one.key: kinship.sign_of_outside(corpus, one) for one in corpus.collected},
        {one.key: kinship.older_outside(corpus, one) for one in corpus.collected},
        {key: [other.key for other in others] for key, others in chosen.items()},
    ]


def edited(corpus: Corpus, chance: Random) -> Corpus:
    """The same corpus but for the words of some wordings, one of which may get those of another."""
    clauses = dict(corpus.clauses)
    texts = [wording.version.text for wording in corpus.collected]
    for owner in chance.sample(sorted(clauses), chance.randrange(4)):
        versions = list(clauses[owner].versions)
        at = chance.randrange(len(versions))
        own = versions[at].text.split()
        place = chance.randrange(len(own))
        made = [
            " ".join([*own[:place], "nyord", *own[place:]]),
            " ".join(own[: place + 1]),
            " ".join([*own[:place], "och", *own[place:]]),
            chance.choice(texts),
        ]
        versions[at] = versions[at].model_copy(update={"text": chance.choice(made)})
        clauses[owner] = clauses[owner].model_copy(update={"versions": tuple(versions)})
    return replace(corpus, clauses=clauses)


@pytest.fixture
def generated(tmp_path, monkeypatch) -> Corpus:
    for module, name, bound in SMALL:
        monkeypatch.setattr(module, name, bound)
    corpus, findings = check(bench.write(tmp_path / "projekt", 16))
    assert corpus is not None, findings
    return corpus


@pytest.mark.parametrize("seed", range(3))
def test_an_edited_collection_gives_what_one_read_anew_gives(generated, seed):
    chance, memory, corpus = Random(seed), Memory(), generated
    reused = 0
    for _ in range(12):
        follow(corpus, memory)
        assert found(corpus) == found(replace(corpus))
        reused += choosing.near_of(corpus).shared.follows is not None
        corpus, memory = edited(corpus, chance), memory.again()
    assert reused > 8, "what is made anew is right, and shows nothing"


def test_a_wording_that_is_moved_in_time_or_taken_out_of_a_line_is_seen(generated):
    memory = Memory()
    follow(generated, memory)
    found(generated)
    owner = next(o for o, c in generated.clauses.items() if any(v.relations for v in c.versions))
    for change in ({"relations": ()}, {"id": "1999"}):
        clause = generated.clauses[owner]
        versions = [v.model_copy(update=change) if v.relations else v for v in clause.versions]
        clauses = {**generated.clauses, owner: clause.model_copy(update={"versions": tuple(versions)})}
        corpus = replace(generated, clauses=clauses)
        memory = memory.again()
        follow(corpus, memory)
        assert found(corpus) == found(replace(corpus))


def test_what_another_build_did_not_ask_for_is_not_taken_for_what_it_left(generated):
    """The signs of a build before the last do not go with the index of the last one."""
    memory, corpus = Memory(), generated
    follow(corpus, memory)
    found(corpus)
    for seed in range(6):
        corpus, memory = edited(corpus, Random(seed)), memory.again()
        follow(corpus, memory)
        for one in corpus.collected:
            kinship.older_outside(corpus, one)
        if seed % 2:
            assert found(corpus) == found(replace(corpus))


def test_what_was_not_asked_for_is_left_to_the_next_build(generated):
    memory = Memory()
    follow(generated, memory)
    before = choosing.near_of(generated)
    for _ in range(2):
        memory = memory.again()
        follow(replace(generated), memory)
    corpus = replace(generated)
    memory = memory.again()
    follow(corpus, memory)
    assert choosing.near_of(corpus).shared.follows is before.shared.mark
