"""Where a heading may break inside a word: at joints that are sure, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ramberattelser.rendering.headings import SOFT, breakable


@pytest.mark.parametrize(
    ("word", "shown"),
    [
        ("Verksamhetsutveckling", "Verksamhets|utveckling"),
        ("Samordningsförbundet", "Samordnings|förbundet"),
        ("Tillgänglighetsredogörelse", "Tillgänglighets|redogörelse"),
        ("ägarskapsfrågorna", "ägarskaps|frågorna"),
        ("informationsplats", "informations|plats"),
        ("Fyrpartsöverenskommelse", "Fyrparts|överenskommelse"),
        ("samordningens", "samordningens"),
        ("verksamheterna", "verksamheterna"),
        ("helsingarna", "helsingarna"),
        ("Egen försörjning", "Egen försörjning"),
        ("Resursanvändning", "Resurs|användning"),
        ("Det regnar samverkansformer", "Det regnar samverkans|former"),
        ("helårsekvivalenter", "helårs|ekvivalenter"),
        ("Systemutveckling", "System|utveckling"),
        ("systematiseringen", "systematiseringen"),
        ("strukturerandet", "strukturerandet"),
        ("ekosystemutveckling", "ekosystemutveckling"),
    ],
)
def test_a_compound_may_break_where_its_joint_is_sure(word, shown):
    assert breakable(f"<h2>{word}</h2>").split(">")[1] == shown.replace("|", SOFT) + "</h2"


def test_a_title_keeps_a_word_whole_that_there_is_room_for():
    assert SOFT not in breakable("<h1>Provköpings ändamålsparagraf 2019</h1>")
    assert SOFT in breakable("<h2>Provköpings ändamålsparagraf 2019</h2>")
    assert SOFT in breakable("<h1>Samordningsförbundet Provköping</h1>")


def test_only_words_of_headings_are_touched_and_no_address_or_entity():
    word = "Verksamhetsutveckling"
    html = f'<p>{word}</p><h2 id="{word}"><a href="/{word}/">{word}</a> &Verksamhetsutveckling;</h2>'
    made = breakable(html)
    assert made.count(SOFT) == 1
    assert made == html.replace(f">{word}</a>", f">Verksamhets{SOFT}utveckling</a>")


def test_what_happened_breaks_like_a_heading():
    made = breakable('<b class="what">Samordningsförbundet &amp; mer</b> <b>Samordningsförbundet</b>')
    assert made == f'<b class="what">Samordnings{SOFT}förbundet &amp; mer</b> <b>Samordningsförbundet</b>'


def test_what_stays_long_is_named_to_the_style_sheet():
    assert breakable("<h2>Arbetsförmedling</h2>") == '<h2 class="long">Arbetsförmedling</h2>'
    assert breakable('<h2 class="over">Arbetsförmedling</h2>').startswith('<h2 class="long over">')
    assert breakable("<h1>Arbetsförmedling</h1>") == "<h1>Arbetsförmedling</h1>"
    small = '<h2><span class="sub">Samordningsförbundet</span> Början</h2>'
    assert breakable(small) == small
    assert breakable(f"<h2>{'a' * 30}</h2>").startswith('<h2 class="longest">')
    assert breakable("<h2>Medlemssamråd</h2>") == "<h2>Medlemssamråd</h2>"


@given(st.text(alphabet="abehinorst <>&;\u00e5\u00e4\u00f6", max_size=60))
def test_the_words_are_the_same_without_the_soft_hyphens(text):
    safe = text.replace("<", "").replace(">", "")
    made = breakable(f"<h1>{safe}</h1>")
    assert made.replace(SOFT, "").partition(">")[2] == f"{safe}</h1>"
