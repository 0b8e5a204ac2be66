"""Coded wordings: every word is there once, in order, and every quotation has its letter and its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ramberattelser.coding import letters, stanzas
from ramberattelser.model import ClauseVersion

TEXT = "Förbundet ska pröva. Det är en plattform för prov.\n\nProv ska gå att upprepa."


def version(*codes, text=TEXT, paragraphs=None):
    data = {
        "id": "2015",
        "publicerad": "2026-01-02",
        "gäller": {"från": "2015"},
        "paragraf": "4 §",
        "källa": "exempelrapport",
        "text": text,
        "kodning": [{"byggsten": element, "citat": quote} for element, quote in codes],
    }
    if paragraphs:
        data["styckenas_paragrafer"] = paragraphs
    return ClauseVersion.model_validate(data)


def pieces(made):
    return [piece for stanza in stanzas(made) for sentence in stanza.sentences for piece in sentence.pieces]


def test_letters_follow_the_text_and_not_the_list():
    made = version(("plattform", "en plattform"), ("syfte", "ska pröva"), ("upprepning", "gå att upprepa"))
    assert letters(made) == {"syfte": "a", "plattform": "b", "upprepning": "c"}


def test_an_element_coded_twice_has_one_letter():
    made = version(("syfte", "gå att upprepa"), ("plattform", "en plattform"), ("syfte", "ska pröva"))
    assert letters(made) == {"syfte": "a", "plattform": "b"}


def test_letters_do_not_run_out():
    words = " ".join(f"ord{number}x" for number in range(60))
    made = version(*((f"e-{number}", f"ord{number}x") for number in range(60)), text=words)
    found = list(letters(made).values())
    assert found[:2] + found[25:28] + found[-1:] == ["a", "b", "z", "aa", "ab", "bh"]
    assert len(set(found)) == 60


def test_quoted_words_are_pieces_with_their_letter():
    made = version(("plattform", "en plattform … prov."), ("syfte", "ska pröva"))
    assert [(p.text, p.letter, p.last, p.anchor) for p in pieces(made) if p.letter] == [
        ("ska pröva", "a", True, "q-syfte"),
        ("en plattform", "b", False, "q-plattform"),
        ("prov.", "b", True, "q-plattform-del-2"),
    ]


def test_an_element_coded_twice_has_two_places_on_the_page():
    made = version(("syfte", "ska pröva"), ("syfte", "gå att upprepa"))
    assert [piece.anchor for piece in pieces(made) if piece.anchor] == ["q-syfte", "q-syfte-2"]


def test_a_quotation_over_two_sentences_is_marked_in_both():
    made = version(("syfte", "pröva. Det är"))
    marked = [piece for piece in pieces(made) if piece.letter]
    assert [piece.text for piece in marked] == ["pröva.", "Det är"]
    assert [piece.last for piece in marked] == [False, True]


def test_sentences_are_numbered_through_and_stanzas_have_their_paragraph():
    made = version(("syfte", "ska pröva"), paragraphs=["1 §", "2 §"])
    first, second = stanzas(made)
    assert [sentence.number for sentence in first.sentences + second.sentences] == [1, 2, 3]
    assert (first.paragraph, second.paragraph) == ("1 §", "2 §")
    assert (first.elements, second.elements) == (("syfte",), ())


PHRASES = (
    "ska pröva",
    "Förbundet ska",
    "pröva. Det",
    "en plattform för",
    "för prov",
    "prov.\n\nProv",
    "gå att upprepa",
)


@given(st.lists(st.tuples(st.sampled_from(["a", "b", "c"]), st.sampled_from(PHRASES)), max_size=6))
def test_no_word_is_lost_or_doubled_whatever_is_coded(codes):
    made = version(*codes)
    texts = ["".join(piece.text for piece in s.pieces) for stanza in stanzas(made) for s in stanza.sentences]
    assert texts == ["Förbundet ska pröva.", "Det är en plattform för prov.", "Prov ska gå att upprepa."]
    assert all(piece.text for piece in pieces(made))
    assert set(letters(made)) == {element for element, _ in codes}


@pytest.mark.parametrize(
    "owner", ["ostra-ostergotland", "umearegionen", "vastra-ostergotland", "norra-vastmanland"]
)
def test_every_coding_of_the_real_data_has_its_place(owner, repo_root):
    from ramberattelser.checking import check

    corpus, _ = check(repo_root)
    for wording in corpus.versions_of(owner):
        if wording.version.collected:
            marked = [piece for piece in pieces(wording.version) if piece.letter]
            assert {piece.element for piece in marked} == {code.element for code in wording.version.codes}
            assert len([piece for piece in marked if piece.last]) >= len(letters(wording.version))
