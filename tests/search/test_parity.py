"""The client treats a word as the index does: every word of the site gets the same key in both."""

from __future__ import annotations

import json

import pytest

from ramberattelser.searching.folding import composed, fold
from ramberattelser.searching.stemming import stem, upright
from ramberattelser.searching.tokens import words

pytestmark = pytest.mark.browser

ODD = (
    "7 § § 12 1 och 2 §§ 2003:1210 2002/03:132 2003-1210 NNS:s Finsam-lagen 90-talet 2-4-partssamverkan "
    "och/eller regeln huvudmännen allmän städer ledamöter insats plats handlingsplan medlemmarna strategin "
    "möjlig lösningen 2005-2012 20-64 28-29 2019-123 2003‑1210 SFU-2019/0123 RS/2018:44 012345-2019 "
    "gymnasiet gymnasium samverkansarenor ansatsernas ledarens sjukskrivna antagnas inbjudna bundna "
    "vuxna belägna öppna säkra jämfört jämföra ställde omnämnt känt hårt användes högst längre helt "
    "stabilt likadana områdena inträdet månaderna registret slutsatsens citatet vindelns seriöst "
    "socialnämnd sjöngs rådata nytt nyttan"
)


DATES = [
    "2017-01-01",
    "från 2010-12-31 till 2011-01-01.",
    "2016-11",
    "2016‑11‑05",
    "20040101 2004010112",
    "1/7 1994, 24.4.2012 och 1/1-2015",
    "dec. 2019, sept 2015 och Jan 2017",
    "jan och nov",
    "2003-1210 2002/03:132 2017-13-01 2010-00-10 5.10 2015:2",
    "x2017-01-01 2017-01-01x 2017-01-01-02",
]


@pytest.fixture(scope="module")
def vocabulary(built_site) -> list[str]:
    """Every word that the site's index knows."""
    found: set[str] = set(ODD.split())
    for file in sorted((built_site / "sok" / "data").glob("o*.js")):
        text = file.read_text(encoding="utf-8")
        for key, forms, *_ in json.loads(text[text.index(",") + 1 : text.rindex(")")]):
            found |= {key, *(form.replace("-", "") for form in forms[::2])}
    return sorted(found)


def test_the_client_and_the_index_agree(vocabulary, browser, served_site):
    context = browser.new_context()
    page = context.new_page()
    page.goto(served_site.url("sok/?q="))
    page.wait_for_function("() => window.sokning.ask")
    told = page.evaluate(
        "words => words.map(word => [window.sokning.ord.keyOf(word), window.sokning.ord.upright(word)])",
        vocabulary,
    )
    context.close()
    expected = [[stem(fold(word)), upright(word)] for word in vocabulary]
    wrong = [
        (word, got, due) for word, got, due in zip(vocabulary, told, expected, strict=True) if got != due
    ]
    assert len(vocabulary) > 1000
    assert wrong == []


def test_a_query_is_cut_as_a_text_is(browser, served_site):
    texts = [*ODD.split(), "1 och 2 §§", "§ 7", "lag (2003:1210) 9 §", "A\u030arsmo\u0308te", *DATES]
    context = browser.new_context()
    page = context.new_page()
    page.goto(served_site.url("sok/?q="))
    page.wait_for_function("() => window.sokning.ask")
    told = page.evaluate("texts => texts.map(text => window.sokning.ord.wordsOf(text))", texts)
    context.close()
    assert told == [words(composed(text)) for text in texts]
