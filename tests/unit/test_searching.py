"""The analysis of Swedish words, the index and its files."""

from __future__ import annotations

import json
import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ramberattelser import searching
from ramberattelser.pages.search_page import asked_for, word_lists
from ramberattelser.searching import Document, Section, Splitter, WordLists
from ramberattelser.searching.extracting import plain
from ramberattelser.searching.folding import composed, fold
from ramberattelser.searching.numbers import packed, rising
from ramberattelser.searching.stemming import stem, upright
from ramberattelser.searching.tokens import words
from search.synthetic import documents

FORMS = """
förbund förbundet förbunden förbundets förbundens
ändamål ändamålet ändamålen ändamålets ändamålens
insats insatsen insatser insatserna insatsernas
plats platsen platser platserna
chef chefen chefer cheferna chefens
plattform plattformen plattformar plattformarna plattformarnas
medlem medlemmen medlemmar medlemmarna medlemmarnas
program programmet programmen
fråga frågan frågor frågorna frågornas
finansieringstrappa finansieringstrappan finansieringstrappor
myndighet myndigheten myndigheter myndigheterna myndighetens
styrelse styrelsen styrelser styrelserna styrelsens
koordinator koordinatorn koordinatorer koordinatorerna
samordning samordningen samordningar samordningens
medel medlen medlens
regel regeln regler reglerna
strategi strategin strategier strategierna
resultat resultatet resultaten resultatens
handlingsplan handlingsplanen handlingsplaner
arbete arbetet arbeten arbetets
ledare ledaren ledarna ledarens
byggsten byggstenen byggstenar byggstenarna
budget budgeten budgetens
aktör aktören aktörer aktörerna
""".strip().splitlines()


@pytest.mark.parametrize("line", FORMS)
def test_the_forms_of_a_word_have_one_stem(line):
    forms = line.split()
    assert len({stem(form) for form in forms}) == 1, [(form, stem(form)) for form in forms]
    assert len({stem(fold(form)) for form in forms}) == 1, [(form, stem(fold(form))) for form in forms]


@pytest.mark.parametrize(
    ("one", "other"),
    [("huvudman", "huvudmännen"), ("stad", "städer"), ("hand", "händer"), ("ledamot", "ledamöter")],
)
def test_changed_vowels_are_an_inflection(one, other):
    assert upright(one) == upright(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("mål", "mal"), ("får", "far"), ("lag", "lagning"), ("plan", "plats"), ("kommun", "kommunikation")],
)
def test_other_words_are_not_inflections(one, other):
    assert upright(one) != upright(other)


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyzåäö", min_size=1, max_size=30))
def test_a_stem_is_a_beginning_that_stays(word):
    made = stem(word)
    assert made
    assert word.startswith(made[:-1])
    assert len(made) >= min(3, len(word))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Finsam-lagen", ["finsamlagen"]),
        ("lag (2003:1210)", ["lag", "2003:1210"]),
        ("2003-1210", ["2003:1210"]),
        ("prop. 2002/03:132", ["prop", "2002:03:132"]),
        ("7 §", ["7§"]),
        ("§ 7", ["7§"]),
        ("1 och 2 §§", ["1§", "och", "2§"]),
        ("1–2 §§", ["1§", "2§"]),
        ("NNS:s möte", ["nns", "möte"]),
        ("och/eller", ["och", "eller"]),
        ("på 90-talet", ["på", "90", "talet"]),
        ("”Citat”, 'så'!", ["citat", "så"]),
        ("ANDAMA\u030aL", ["andamål"]),
    ],
)
def test_text_is_cut_into_words(text, expected):
    assert words(composed(text)) == expected


@pytest.fixture(scope="module")
def splitter():
    return Splitter(
        word_lists(), ["samverkan", "plattformar", "samordning", "avvikelse", "metod", "region", "umeå"]
    )


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("samverkansplattformarna", ("samverkan", "plattformarna")),
        ("ändamålsparagrafen", ("ändamål", "paragraf")),
        ("förbundschefens", ("förbund", "chefens")),
        ("medlemssamrådet", ("medlem", "samråd")),
        ("metodutvecklingsprojekt", ("metod", "utveckling", "projekt")),
        ("handlingsplanen", ("handling", "planen")),
        ("samordningsklimat", ("samordning", "klimat")),
        ("ändamål", ()),
        ("förslag", ()),
        ("planerade", ()),
        ("plattformarna", ()),
        ("kommunikation", ()),
        ("regionerna", ()),
    ],
)
def test_compounds_are_split_on_their_parts_and_inflections_are_not(splitter, word, parts):
    assert splitter.split(word) == parts


def test_neighbouring_parts_are_found_together(splitter):
    runs = splitter.runs("metodutvecklingsprojekt")
    assert {"metod", "utveckling", "projekt", "metodutveckling", "utvecklingsprojekt"} <= set(runs)


def test_an_exception_is_split_as_the_list_says():
    lists = WordLists.read("sten\nbygg\nåker", "byggsten\nstenåker = stenå ker\n-åker", "och")
    made = Splitter(lists, [])
    assert made.split("byggstenar") == ()
    assert made.split("stenåker") == ("stenå", "ker")
    assert made.split("byggåker") == ()


def test_numbers_are_written_so_that_they_can_be_read_again():
    signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    dice = random.Random(1)
    numbers = [0, 31, 32, 1023, 1024, 4095, 4096, *(dice.randrange(10**7) for _ in range(200))]
    read, number, shift = [], 0, 0
    for sign in packed(numbers):
        value = signs.index(sign)
        number += (value & 31) << shift
        shift += 5
        if value < 32:
            read.append(number)
            number = shift = 0
    assert read == numbers
    assert rising([3, 5, 70]) == packed([3, 2, 65])


PAGE = """<div class="head"><h1>Rubrik</h1><p class="lead">Ingress &amp; mer</p></div>
<section><h2 id="om">Om <a class="cite" href="#k1">3.1</a></h2><p>Ett<a href="x">ord</a>,
<b>två</b>.<a class="cite" href="#k1">1</a></p><svg><text>Bild</text></svg><nav>Meny</nav></section>
<section><h2 id="h-ord" class="over">Orden</h2><p>
<span class="s" id="m1"><a class="n" href="#m1">1</a>Mening ett.</span>
<span class="s" id="m2">Mening två.</span></p></section>
<section><h2 id="h-kallor">Källor</h2><p>Källan</p></section>"""


def test_a_page_is_cut_into_sections_without_what_repeats():
    head, about, wording = searching.sections(PAGE)
    assert head == Section("", "", "Ingress & mer")
    assert about == Section("om", "Om", "Ettord, två.")
    assert wording.anchor == "h-ord"
    assert wording.text == "\ue000m1\ue001 Mening ett. \ue000m2\ue001Mening två."
    assert searching.sections(PAGE, head_only=True) == (head,)


def test_private_signs_in_a_text_cannot_become_anchors():
    assert plain("<p>a\ue000m1\ue001b</p>") == "am1b"


def test_a_guide_is_read_from_its_markdown():
    front = "---\ndescription: x\n---\n"
    text = front + "# Bidra\n\nLed [hit](/x/).\n\n## Ändra en sida\n\n- **Gör** så\n\n```\nkod\n```\n"
    assert searching.guide("/bidra/", text) == Document(
        "/bidra/",
        "Bidra",
        "guide",
        (Section("", "", "Led hit."), Section("andra-en-sida", "Ändra en sida", "Gör så")),
    )


def test_other_names_lead_both_ways_but_forms_nowhere():
    made = searching.also_called(
        [("Arbetsförmedlingen", ("AF", "Arbetsförmedlingens")), ("Samordnad plan", ("SIP",))]
    )
    assert made["af"] == ("arbetsförmedlingen",)
    assert made[stem(fold("arbetsförmedlingen"))] == ("af",)
    assert made["sip"] == ("samordnad plan",)
    assert len(made) == 4


def small_index(*texts: str):
    made = [
        Document(f"/{n}/", f"Sida {n}", "guide", (Section("", "", text),)) for n, text in enumerate(texts)
    ]
    return searching.index(made, word_lists())


def test_an_entry_holds_the_forms_apart_and_the_compounds():
    index = small_index("plattformar plattform", "samverkansplattformen", "en mal och ett mål")
    entry = index.entries["plattform"]
    assert entry.forms == {"plattform": [0], "plattformar": [0]}
    assert entry.compounds == {"samverkansplattformen"}
    assert entry.within() == [4]
    assert set(index.entries["mal"].forms) == {"mal", "mål"}
    assert "och" not in index.entries


def made_files(seed: int = 7, count: int = 3) -> dict[str, str]:
    index = searching.index(documents(count, seed, 2_000), word_lists())
    return searching.files(index, {"af": ("arbetsförmedlingen",)}, {"forbund-1": "Förbund 1"}, {})


def test_the_files_are_the_same_every_time():
    assert made_files() == made_files()
    assert made_files() != made_files(seed=8)


def test_every_file_hands_over_data_and_nothing_else():
    for address, content in made_files().items():
        if address.endswith(".js"):
            name, data = re.fullmatch(r'sokdata\("(\w+)",(.*)\)\n', content, re.DOTALL).groups()
            assert address == f"sok/data/{name}.js"
            json.loads(data)


def test_a_hostile_title_is_data():
    title = '</script><img src=x onerror=alert(1)>"\u2028'
    index = searching.index([Document("/", title, "guide", (Section("", "", "text"),))], word_lists())
    texts = searching.files(index, {}, {}, {})["sok/data/t0.js"]
    assert json.loads(texts.removeprefix('sokdata("t0",').removesuffix(")\n"))[0][1] == title


def test_files_stay_small():
    sizes = [
        len(content)
        for address, content in made_files(count=20).items()
        if "/o" in address or "/t" in address
    ]
    assert max(sizes) < 40_000


def test_every_word_of_a_text_can_be_looked_up():
    made = list(documents(2, 3, 500))
    index = searching.index(made, word_lists())
    forms = {form for entry in index.entries.values() for form in entry.forms}
    texts = (section.text for document in made for section in document.sections)
    missing = {word for text in texts for word in words(text)} - forms - index.stops
    assert {word for word in missing if len(word) > 1} == set()


def test_words_for_pages_name_pages_that_exist(repo_root):
    from ramberattelser.pages import build_site

    site, findings = build_site(repo_root)
    assert site is not None, findings
    guides = {"/om/", "/om/data/", "/bidra/", "/om/tillganglighet/"}
    assert set(asked_for()) - {page.path for page in site.pages.values()} - guides == set()
