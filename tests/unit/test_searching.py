"""The analysis of Swedish words, the index and its files."""

from __future__ import annotations

import json
import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ramberattelser import searching
from ramberattelser.memory import Memory
from ramberattelser.pages import search_page
from ramberattelser.pages.search_page import asked_for, municipalities, word_lists
from ramberattelser.searching import Document, Section, Splitter, WordLists, indexing
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
samverkansarena samverkansarenan samverkansarenor samverkansarenorna samverkansarenans
samverkansansats samverkansansatsen samverkansansatser samverkansansatsens
gymnasium gymnasiet gymnasier gymnasierna gymnasie
aktör aktören aktörer aktörerna
hållbar hållbart hållbara
gemensam gemensamt gemensamma
finansiell finansiellt finansiella
effektiv effektivt effektiva
lokal lokalt lokala
umeå umeås
skriven skrivet skrivna skrivnas skrivit
sjukskriven sjukskrivet sjukskrivna sjukskrivnas
antagen antaget antagna antagit
inbjuden inbjudet inbjudna
bunden bundet bundna
vuxen vuxet vuxna
beslutna besluten
belägen beläget belägna
given givet givna givit
tagen taget tagna tagit
öppen öppet öppna öppnare
säker säkert säkra säkrare
delad delat delade delas delades
kodad kodat kodade
känd känt kända kände
jämförd jämfört jämförda jämförde jämföra jämför jämförs
ställd ställt ställda ställde ställa ställer
fylld fyllt fyllda fylla
särskild särskilt särskilda
omnämnd omnämnt omnämnda omnämns omnämnde
nämna nämner nämns nämnde nämnt nämnda
nämnd nämnden nämnder nämnderna nämndens
gjord gjort gjorda
använd använt använda använde användes används använder användare
hjälpt hjälpte hjälpa hjälper
hård hårt hårda hårdare
stor stort stora
klar klart klara klarare
svår svårt svåra svårare
hög höga högre högst högsta
lång långt långa
längre längst längsta
paket paketet paketen
hel helt hela
stabil stabilt stabila
själv självt själva
likadan likadant likadana
sådan sådant sådana
område området områden områdena områdets
inträde inträdet inträden
ord ordet orden ordens
möte mötet möten mötena
månad månaden månader månaderna
register registret registrets
insats insatsen insatserna
citat citatet citaten citatets
slutsats slutsatsen slutsatser
vindeln vindelns
""".strip().splitlines()


@pytest.mark.parametrize("line", FORMS)
def test_the_forms_of_a_word_have_one_stem(line):
    forms = line.split()
    assert len({stem(form) for form in forms}) == 1, [(form, stem(form)) for form in forms]
    assert len({stem(fold(form)) for form in forms}) == 1, [(form, stem(fold(form))) for form in forms]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("huvudman", "huvudmännen"),
        ("stad", "städer"),
        ("hand", "händer"),
        ("ledamot", "ledamöter"),
        ("stora", "större"),
    ],
)
def test_changed_vowels_are_an_inflection(one, other):
    assert upright(one) == upright(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("mål", "mal"),
        ("får", "far"),
        ("lag", "lagning"),
        ("plan", "plats"),
        ("kommun", "kommunikation"),
        ("samverkansarena", "samverkan"),
        ("ledaren", "ledarena"),
        ("nämnd", "nämna"),
        ("nämnd", "nämnde"),
        ("ordna", "ord"),
        ("vagn", "vag"),
        ("aktivitet", "aktiv"),
        ("slutsats", "slut"),
        ("likadan", "lika"),
        ("bort", "bord"),
        ("ärende", "arena"),
        ("rådata", "råd"),
        ("hantera", "hand"),
        ("nytt", "nytta"),
    ],
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
        ("2005-2012", ["2005", "2012"]),
        ("20-64 år", ["20", "64", "år"]),
        ("2019-123", ["2019:123"]),
        ("prop. 2002/03:132", ["prop", "2002:03:132"]),
        ("7 §", ["7§"]),
        ("§ 7", ["7§"]),
        ("1 och 2 §§", ["1§", "och", "2§"]),
        ("1–2 §§", ["1§", "2§"]),
        ("NNS:s möte", ["nns", "möte"]),
        ("och/eller", ["och", "eller"]),
        ("dnr SFU-2019/0123, RS/2018:44", ["dnr", "sfu:2019:0123", "rs:2018:44"]),
        ("FK 012345-2019 och 12345-2019, 0-5", ["fk", "012345:2019", "och", "12345:2019", "0", "5"]),
        ("på 90-talet", ["på", "90", "talet"]),
        ("”Citat”, 'så'!", ["citat", "så"]),
        ("ANDAMA\u030aL", ["andamål"]),
        ("2017-01-01", ["1", "januari", "2017"]),
        ("den 2016-11", ["den", "november", "2016"]),
        ("1/7 1994, 24.4.2012", ["1", "juli", "1994", "24", "april", "2012"]),
        ("20040101", ["1", "januari", "2004"]),
        ("dec. 2019", ["december", "2019"]),
        ("2017-13-01", ["2017:13:01"]),
        ("jan och nov", ["jan", "och", "nov"]),
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


NONSENSE = """
sistnämnda innebära innebär kompletteras formulären deltagit fortsatt fortsättning sammanfattar sammanlagt
sammansatt sammanslagna sammanslagning omkringliggande anmärkningsvärt återgiven återkommer återstår
ingående rättvisa rättvist sammanställningen ledamöter ledamöterna handledarna föreläsning sammanträden
"""
"""Words of the site that once were cut into others that have nothing to do with them."""


@pytest.fixture(scope="module")
def tempted():
    """A splitter that knows the words which those were cut into."""
    known = "sist nämnd inne bärande komp lett form lärande tagit fort satte samman fattas lagna lag omkring"
    known += " ligga anmärkning värt åter given komma står kran lösa numrerad rätt slag kodade verka fattas"
    known += " ingå enda visa visst ställning leda möter hand ledare före läsning träden"
    return Splitter(word_lists(), known.split())


@pytest.mark.parametrize("word", [*NONSENSE.split()])
def test_words_that_are_no_compounds_are_left_whole(tempted, word):
    assert tempted.split(word) == ()


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("arbetslöshet", ("arbete",)),
        ("arbetsgivare", ("arbete", "givare")),
        ("gymnasieskola", ("gymnasie", "skola")),
        ("beslutsfattare", ("beslut", "fattare")),
        ("kranskommuner", ("krans", "kommun")),
        ("organisationsnumret", ("organisation", "nummer")),
        ("regelverk", ("regel", "verk")),
        ("programkoden", ("program", "kod")),
        ("upphovsrättslagen", ("upphovsrätt", "lag")),
    ],
)
def test_compounds_are_not_cut_into_other_words(tempted, word, parts):
    assert tempted.split(word) == parts


def test_the_list_of_splits_has_whole_words():
    made = Splitter(WordLists.read("arbete\ngrupp", "", ""), ["arbete"])
    made.split("arbetsgruppen")
    assert made.made() == {"arbetsgruppen": ("arbete", "grupp")}


def test_the_list_of_splits_does_not_depend_on_the_order_in_which_words_came():
    def made(*words: str) -> dict[str, tuple[str, ...]]:
        splitter = Splitter(WordLists.read("styr\ngrupp", "", ""), ["styra", "grupp"])
        for word in words:
            splitter.split(word)
        return splitter.made()

    forms = ("styrgruppen", "styrgrupper", "styrgruppers")
    assert list(made(*forms)) == list(made(*reversed(forms))) == ["styrgruppen"]


def test_steps_stand_apart_from_their_names():
    html = '<ol><li><b aria-hidden="true">a</b><strong>Ett steg</strong><small>Det första.</small></li></ol>'
    assert plain(html) == "Ett steg: Det första."


def test_the_list_of_splits_has_what_was_asked_for_and_no_other_word_of_the_same_stem():
    known = [
        "källa",
        "bärande",
        "ägare",
        "kunskap",
        "namn",
        "bytt",
        "kommunala",
        "vänd",
        "vände",
        "förteckning",
    ]
    lists = WordLists.read("förbund\nutveckling\narbete\nmöte\npunkt", "framgångssaga = framgång saga", "")
    made = Splitter(lists, known)
    words = [
        "källförteckningen",
        "kunskapsbärare",
        "ägarmöten",
        "namnbyte",
        "kommunalförbund",
        "vändpunkt",
        "framgångssaga",
    ]
    for word in (*words, "förbundsutvecklingsarbete"):
        made.runs(word)
    assert made.made() == {
        "källförteckningen": ("källa", "förteckning"),
        "kunskapsbärare": ("kunskap", "bärare"),
        "ägarmöten": ("ägare", "möte"),
        "namnbyte": ("namn", "byte"),
        "kommunalförbund": ("kommunal", "förbund"),
        "vändpunkt": ("vänd", "punkt"),
        "framgångssaga": ("framgång", "saga"),
        "förbundsutvecklingsarbete": ("förbund", "utveckling", "arbete"),
    }


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


def test_lines_of_a_list_and_of_the_facts_are_set_apart():
    html = (
        "<dl><div><dt>Paragraf</dt><dd>4 §</dd></div><div><dt>Status</dt><dd>"
        '<span class="status okand" title="Nej.">Okänd</span> <span>Källan säger inget.</span></dd></div>'
        "<div><dt>En länk</dt><dd></dd></div></dl>"
        '<ul><li id="ett"><span class="d">odaterat</span><b class="what">Ett</b><br>Ett är med (nu)</li>'
        '<li id="två">två blir ”tre”</li><li>Fyra är fyra.</li><li></li></ul><h3>Mellan</h3><p>Fem.</p>'
    )
    assert searching.sections(html)[0].text == (
        "Paragraf: 4 § · Status: Okänd. Källan säger inget. · En länk. \ue000ett\ue001 odaterat: Ett. "
        "Ett är med (nu) · \ue000två\ue001två blir ”tre” · Fyra är fyra. Mellan. Fem."
    )


def test_a_sentence_that_a_list_goes_on_with_has_no_sign_before_it():
    assert plain("<p>Vi vill</p><ul><li>mala raps</li><li>vila.</li></ul><p>Så är det.</p>") == (
        "Vi vill mala raps · vila. Så är det."
    )


def test_cells_of_a_table_are_set_apart_and_a_row_is_a_sentence():
    row = '<tr><th>{}</th><td><span class="lab">Slag</span> <span>kommun</span></td><td>Saknas.</td>'
    html = (
        "<table><tbody>"
        + row.format("Ala")
        + "<td>4 §</td></tr>"
        + row.format("Bro")
        + "</tr></tbody></table>"
    )
    assert plain(html) == "Ala · kommun · Saknas. · 4 §. Bro · kommun · Saknas."


def test_who_said_something_does_not_run_into_what_was_said():
    html = "<blockquote><p>”Det mal.”</p><footer>Mjölnaren, 2019</footer></blockquote><p>Så är det.</p>"
    assert plain(html) == "”Det mal.” – Mjölnaren, 2019. Så är det."


def test_words_of_a_text_stand_as_before_what_sets_them_apart_is_no_word():
    html = "<ul><li>mala raps</li><li>dricka te</li></ul>"
    assert words(plain(html)) == ["mala", "raps", "dricka", "te"]


def test_an_address_that_may_break_is_no_text_either():
    address = '<a class="adress" href="x">https://exempel<wbr>.se/<wbr>om-oss/<wbr>ordning/</a>'
    assert plain(f"<p>Läst på {address} i mars.</p>") == "Läst på i mars."


def test_private_signs_in_a_text_cannot_become_anchors():
    assert plain("<p>a\ue000m1\ue001b</p>") == "am1b"


def test_a_guide_is_read_from_its_markdown():
    front = "---\ndescription: x\n---\n"
    text = front + "# Bidra\n\nLed [hit](/x/).\n\n## Ändra en sida\n\n- **Gör** så\n\n```\nkod\n```\n"
    made = searching.guide("/bidra/", text)
    assert (made.path, made.title, made.kind) == ("/bidra/", "Bidra", "guide")
    assert made.sections == (Section("", "", "Led hit."), Section("andra-en-sida", "Ändra en sida", "Gör så"))
    assert not any((made.owners, made.year, made.elements, made.also, made.around))


def test_code_in_a_guide_is_shown_but_not_found():
    text = "# Format\n\nFältet `umearegionen/2019` och ``a `b` c`` är ord.\n\n"
    text += "``` { .yaml }\nid: exempelfalt\n```\n\n- **`färg`** (`lag`,\n`nvm`): Färgton.\n"
    (head,) = searching.guide("/bidra/format/", text).sections
    assert head.text == "Fältet umearegionen/2019 och a `b` c är ord. färg (lag, nvm): Färgton."
    assert head.counted == (("fältet", "och", "är", "ord", "färgton"), ())
    plain_head = searching.guide("/bidra/", "# Ett\n\nTvå <b>tre</b>.\n").sections[0]
    assert plain_head == Section("", "", "Två tre .")


def test_items_rows_and_titles_of_a_guide_are_set_apart():
    text = "# A\n\nFör dig som\n\n- **Mal** raps\n  och ax\n- vilar\n\n1. ett\n2. två (2)\n\n"
    text += "### Mellan `x` {: #m }\n\n"
    text += "Text *om*, _och_ s_å.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n> Ord\n> till\n"
    (head,) = searching.guide("/bidra/", text).sections
    assert head.text == (
        "För dig som Mal raps och ax · vilar · ett · två (2). Mellan x. Text om, och s_å. a · b. 1 · 2. "
        "Ord till"
    )


def test_what_a_picture_shows_is_not_found_as_if_the_guide_said_it():
    (head,) = searching.guide(
        "/bidra/", "# A\n\nFölj länken.\n\n![Länken, inringad.](steg/lank.png)\n"
    ).sections
    assert head.text == "Följ länken."


def test_code_is_no_markup():
    (head,) = searching.guide("/bidra/", "# A\n\nFilen `x/<id>/*.yml` och `[[a]]`.\n").sections
    assert head.text == "Filen x/<id>/*.yml och [[a]]."


def test_words_that_are_only_for_paper_are_not_searched():
    assert plain('<p>Ett.<span class="printed">Bredden är antalet ord.</span></p>') == "Ett."


def test_numbers_before_sentences_are_not_read():
    assert plain('<p><span class="n" aria-hidden="true">1</span>Ett. <span class="n">2</span>Två.</p>') == (
        "Ett. Två."
    )


def test_words_that_people_use_ask_for_ours_as_well():
    pairs = searching.read_pairs("# not\nsyfte, mening = ändamål  # not\n/a/#b = x\n")
    assert pairs == [("syfte, mening", "ändamål"), ("/a/#b", "x")]
    made = searching.asked_with({"syft": ("mål",)}, pairs[:1])
    assert made == {"mening": ("ändamål",), "syft": ("mål", "ändamål")}


def test_other_names_are_kept_apart_by_their_dots():
    made = searching.asked_with({}, [("vård", "sjukvård"), ("län", "region"), ("lån", "bank")])
    assert made == {"vård": ("sjukvård",), "län": ("region",), "lån": ("bank",)}


def test_a_list_is_read_without_its_comments():
    assert searching.listed("# inget\nolika  # så\n\nBra\n") == ["olika", "bra"]


def test_words_that_say_little_are_handed_over_as_stems():
    files = searching.files(small_index("text"), {}, {}, {}, ["stora", "ställe"])
    assert '"light":"stall stor"' in files["sok/data/start.js"]


def test_other_names_lead_both_ways_but_forms_nowhere():
    made = searching.also_called(
        [("Arbetsförmedlingen", ("AF", "Arbetsförmedlingens")), ("Samordnad plan", ("SIP",))]
    )
    assert made["af"] == ("arbetsförmedlingen",)
    assert made[stem("arbetsförmedlingen")] == ("af",)
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
    assert entry.compounds == {"samverkansplattformen": [4]}
    assert entry.within() == [4]
    assert set(index.entries["mal"].forms) == {"mal", "mål"}
    assert "och" not in index.entries


def test_a_word_that_always_has_hyphens_is_handed_over_with_them():
    index = small_index("Umeå-Vännäs och IT-system", "itsystem, 2-4-parts")
    assert index.written == {"umeåvännäs": "umeå-vännäs"}
    files = searching.files(index, {}, {}, {})
    assert '"umeå-vännäs"' in files["sok/data/o0.js"]
    assert '["itsystem",' in files["sok/data/o0.js"]


def small_document(number: int, chance: random.Random) -> Document:
    words = ("plattform", "samverkan", "plats", "2019", "AF-kontor", "mål", "samverkansplats")
    texts = [" ".join(chance.choices(words, k=3)) for _ in range(chance.randint(1, 3))]
    return Document(f"/{number}/", f"Sida {number}", "guide", tuple(Section("", "", one) for one in texts))


def test_an_index_of_what_has_changed_is_as_one_made_anew(monkeypatch):
    monkeypatch.setattr(indexing, "DOCUMENTS", 3)
    chance, memory = random.Random(4), Memory()
    made = [small_document(number, chance) for number in range(8)]
    for number in range(8, 150):
        # One in the place of another, one more or one less, anywhere or at the end.
        gone, more = chance.choice([(1, 1), (0, 1), (1, 0)]) if len(made) > 3 else (0, 1)
        at = chance.choice([chance.randrange(len(made)), len(made) - 1, len(made)])
        made[at : at + gone] = [small_document(number, chance) for _ in range(more)]
        found = searching.index(made, word_lists(), memory)
        assert found == searching.index(made, word_lists())
        assert searching.files(found, {}, {}, {}, (), memory) == searching.files(found, {}, {}, {})
        memory = memory.again()


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


def test_names_of_places_that_no_page_has_are_handed_over():
    files = searching.files(small_index("Sala"), {}, {}, {}, places=("Sala", "Nora", "Upplands-Bro"))
    assert files["sok/data/orter.js"] == 'sokdata("orter",["nora","upplandsbro"])\n'


def test_all_municipalities_are_known_once():
    assert len(municipalities()) == len(set(municipalities())) == 290


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


@pytest.fixture(scope="module")
def real_site(repo_root):
    """The real site, and the documents that its index was made of."""
    from ramberattelser.pages import build_site

    indexed, index = [], searching.index
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(searching, "index", lambda made, *more: index(indexed.extend(made) or indexed, *more))
        site, findings = build_site(repo_root)
        assert site is not None, findings
        assert site.files["sok/data/start.js"]
    return site, indexed


def test_words_for_pages_name_pages_and_kinds_that_exist(real_site):
    site, _ = real_site
    guides = {"/om/", "/om/data/", "/om/jamforelsen/", "/bidra/", "/bidra/format/", "/om/tillganglighet/"}
    bodies = {page.path: page.body for page in site.pages.values()}
    named = [asked.partition("#")[::2] for asked in asked_for() if asked.startswith("/")]
    assert {path for path, _ in named} - set(bodies) - guides == set()
    assert [anchor for path, anchor in named if anchor and f'id="{anchor}"' not in bodies[path]] == []
    kinds = {asked for asked in asked_for() if not asked.startswith("/")}
    known = {"begrepp", *(search_page.kind_of(path) for path in bodies)}
    assert kinds - known == {"lydelse gallande", "lydelse upphavd"}
    assert len(named) > 50


def test_words_for_a_page_are_words_it_is_asked_for_with(real_site):
    _, indexed = real_site
    asked = {document.path: document.asked for document in indexed}
    own = {path: words for path, words in asked_for().items() if path in asked}
    assert len(own) > 50
    assert [path for path, words in own.items() if words != asked[path]] == []


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/andamal/exempel/", "ändamål"),
        ("/andamal/exempel/2015/", "lydelse"),
        ("/andamal/lagen/", "lag"),
        ("/andamal/lagen/sfs-2010-350/", "lydelse"),
        ("/andamal/jamfor/", "översikt"),
        ("/andamal/jamfor/a/b/", "jämförelse"),
        ("/om/tillganglighet/", "guide"),
        ("/andamal/", "översikt"),
    ],
)
def test_a_page_is_called_what_it_is(path, kind):
    assert search_page.kind_of(path) == kind


def test_what_happened_nationally_leads_to_its_own_line(repo_root):
    from ramberattelser.pages import build_site

    site, findings = build_site(repo_root)
    assert site is not None, findings
    texts = "".join(text for path, text in site.files.items() if path.startswith("sok/data/t"))
    found = re.findall(r'"/tidslinjer/#([^"]+)"', texts)
    lines = re.findall(
        r'<li id="([^"]+)"', next(p.body for p in site.pages.values() if p.path == "/tidslinjer/")
    )
    assert len(found) == len(set(found)) > 10
    assert set(found) <= set(lines)
    assert len(lines) == len(set(lines))
