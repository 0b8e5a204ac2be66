"""Cautions: what looks like personal data, is hard to read or leads nowhere, and what does not."""

from __future__ import annotations

import time
from html import escape

import markdown
import pytest

from browser.trees import write_tree
from corpora import EXAMPLE, ROOT, site
from corpus_files import example_files
from ramberattelser.cautions import Caution, caution, known_addresses, links
from ramberattelser.cautions.model import SENTENCES
from ramberattelser.cautions.personal import is_identity_number, personal
from ramberattelser.cautions.readability import LIX_BUDGET, hard, lix, plain, sentences, words
from ramberattelser.checking import check
from ramberattelser.findings import Finding
from ramberattelser.loading import load_records

# The agency's own made-up person, used in its tests and brochures.
TEST_NUMBER = "19121212-1212"


def codes(text: str) -> list[str]:
    """Return what kinds of personal data ``text`` seems to hold."""
    return [code for code, _ in personal(text)]


# --- personal data --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        TEST_NUMBER,
        "121212-1212",
        "1212121212",
        "191212121212",
        "121212+1212",
        f"Nummer {TEST_NUMBER}, så.",
        "19121212 1212",
        "121212 – 1212",
    ],
)
def test_an_identity_number_is_pointed_out_in_every_form(text):
    assert codes(text) == ["identity_number"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("19121212-1213", "the check digit is wrong"),
        ("19121312-1211", "there is no thirteenth month"),
        ("222000-1239", "an organisation's number has no month"),
        ("1 212 121 212 kronor", "an amount"),
        ("121212-12123", "eleven digits"),
        ("2015-2019", "years"),
        ("121212,1212", "a decimal"),
    ],
)
def test_other_numbers_are_let_be(text, why):
    assert codes(text) == [], why


def test_a_coordination_number_counts_from_the_sixtieth_day():
    last = next(d for d in range(10) if is_identity_number(f"121272121{d}"))
    assert codes(f"121272-121{last}") == ["identity_number"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("skriv till ada@gmail.com", ["private_email"]),
        ("ada@hotmail.se", ["private_email"]),
        ("ada.exempel@telia.com.", ["private_email"]),
        ("info@gmail.com", []),
        ("ada.exempel@kommun.example", ["personal_email"]),
        ("kansli@kommun.example", []),
        ("finsam.exempel@kommun.example", []),
        ("diariet@kommun.example", []),
        ("snabel@", []),
    ],
)
def test_addresses_of_people_are_told_from_those_of_offices(text, found):
    assert codes(text) == found


@pytest.mark.parametrize(
    "text", ["070-123 45 67", "0701234567", "+46 70 123 45 67", "+46(0)701234567", "076–123 45 67"]
)
def test_a_mobile_number_is_pointed_out(text):
    assert codes(text) == ["mobile"]


@pytest.mark.parametrize("text", ["08-123 45 67", "090-12 34 56", "SFS 2007:1233", "0701", "070-123 45 678"])
def test_other_telephones_and_numbers_are_let_be(text):
    assert codes(text) == []


# --- readability ----------------------------------------------------------------------------


def split(text: str) -> list[list[str]]:
    return [words(sentence) for sentence in sentences(plain(text))]


def test_lix_is_words_a_sentence_plus_the_share_of_long_words():
    # 40 words in 4 sentences, ten of them longer than six letters: 10 + 25.
    text = " ".join(
        ["Ett två tre fyra fem sex sju samverkan samordning åtta."] * 2 + ["A b c d e f samverkan g h i."] * 2
    )
    long = sum(len(word) > 6 for word in words(text))
    assert (len(words(text)), long) == (40, 6)
    assert lix(split(text)) == 10 + 15


def test_a_short_text_has_no_lix():
    assert lix(split("Samordningsförbundens förbundsordningar.")) is None


def test_a_hard_text_is_told_of_and_an_easy_one_is_not():
    stiff = (
        "Samordningsförbundens rehabiliteringsinsatser finansierar myndighetsgemensamma utvecklingsprojekt. "
        * 12
    )
    assert [code for code, *_ in hard(stiff)] == ["hard_to_read"]
    assert list(hard("De möts en gång i veckan. Då talar de om hur det går. " * 8)) == []


def test_a_long_sentence_is_told_of_by_its_first_words():
    text = "Kort först. Sedan kommer en mening " + "som är lång och " * 10 + "slut."
    assert list(hard(text)) == [
        (
            "long_sentence",
            "Sedan kommer en mening",
            {"given": "Sedan kommer en mening", "words": "45", "budget": "35"},
        )
    ]


def test_quotations_and_addresses_are_not_the_writers_words():
    quoted = "De skriver ”" + "mycket bredare än så " * 20 + "” om det."
    assert list(hard(quoted)) == []
    assert plain(
        "[[umearegionen]] och [[begrepp:sip|planen]] i [lagen](https://example.org/en/lang/adress)"
    ) == ("umearegionen och planen i lagen")


def test_sentences_end_at_stops_list_items_and_paragraphs():
    text = "Ett. Två! Tre? Fyra: Fem\n\n- första\n- andra"
    assert list(sentences(text)) == ["Ett.", "Två!", "Tre?", "Fyra:", "Fem", "- första", "- andra"]


def test_sentences_do_not_end_at_abbreviations_and_numbers():
    text = "Det gäller t.ex. Umeå, 1 kap. 2 § och 3.1 i boken. Det är allt."
    assert list(sentences(text)) == ["Det gäller t.ex. Umeå, 1 kap. 2 § och 3.1 i boken.", "Det är allt."]


@pytest.mark.parametrize(
    "sign", ["«", "»", "”", "[", "[[", "]", "(", "[a](", "1", "a.", "@", "a@", "07", "0 7", "\n\n", ". A"]
)
def test_no_text_makes_a_pattern_slow(sign):
    text = sign * (200_000 // len(sign))
    list(personal(text))
    list(hard(text))


@pytest.mark.parametrize(
    "line",
    [
        "a.b@c.d.e " * 20, "t.ex. bl.a. A" * 8, "121212-1212 " * 20, "070-123 45 67 " * 20, "http://a" * 20,
        "[a](/x/) [b](/y/#z) " * 10, "[[provkoping]] " * 10, "A. " * 80, "”a " * 80, "ord och " * 20,
    ],
    ids=lambda line: line[:9],
)  # fmt: skip
def test_a_file_full_of_it_takes_no_time(line, tmp_path):
    """Each thing was looked for from the beginning of its text: a quarter of a megabyte took a minute."""
    files = example_files()
    file = "narratives/provkoping/forbund.yml"
    text = "".join(f"  {line.strip()}\n" for _ in range(230_000 // (len(line.encode()) + 3)))
    files[file] = files[file].replace("ingress: Provköping är ett påhittat förbund.", f"ingress: |\n{text}")
    write_tree(tmp_path, files)
    page = {"om/x.md": text.replace("  ", "")}
    started = time.process_time()
    check(tmp_path)
    found(tmp_path, known={})
    assert time.process_time() - started < 2
    started = time.process_time()
    caution([], page, {})
    assert time.process_time() - started < 2


# --- links ----------------------------------------------------------------------------------

PAGES = {"/": '<h1 id="top">A</h1>', "/begrepp/": '<p id="sip">B</p>'}
GUIDE = "# Sidan\n\n## Så gör du {: #gor }\n\n## Å, ä & ö\n\n## Å, ä & ö\n"


def dead(text: str, here: str = "/om/data/", folder: str = "om") -> list[tuple[str, str]]:
    """Return code and target of the dead links in a text."""
    known = known_addresses(
        PAGES, ["data/alla.csv"], {"om/index.md": GUIDE, "om/data.md": GUIDE, "index.md": ""}
    )
    return [(code, target) for code, _, target in links.dead(text, here, known, folder)]


@pytest.mark.parametrize(
    "target",
    ["/", "/begrepp/", "/begrepp/#sip", "/data/alla.csv", "../", "../../begrepp/", "index.md", "index.md#gor",
     "data.md", "#gor", "#a-a-o", "#a-a-o_1", "https://example.org/x",
     "mailto:info@example.org", "//example.org/"],
)  # fmt: skip
def test_a_link_that_leads_somewhere_is_let_be(target):
    assert dead(f"Se [här]({target}).") == []


@pytest.mark.parametrize(
    ("target", "code"),
    [
        ("/finns-inte/", "dead_link"),
        ("/begrepp", "dead_link"),
        ("saknas.md", "dead_link"),
        ("/begrepp/#vad", "dead_anchor"),
        ("#vad", "dead_anchor"),
        ("index.md#vad", "dead_anchor"),
    ],
)
def test_a_link_that_leads_nowhere_is_pointed_out(target, code):
    assert dead(f"Se [här]({target}).") == [(code, target)]


def test_links_in_code_and_pictures_are_no_links():
    assert dead("`[a](/x/)`\n\n```\n[a](/x/)\n```\n\n![a](/x/)") == []


def test_a_text_that_stands_on_several_pages_is_asked_only_about_whole_addresses():
    assert dead("[a](#x) [b](y/) [c](/x/)", here="") == [("dead_link", "/x/")]


@pytest.mark.parametrize(
    ("uri", "address"),
    [("index.md", "/"), ("om/index.md", "/om/"), ("om/data.md", "/om/data/"), ("a.md", "/a/")],
)
def test_a_hand_written_page_has_the_address_that_the_site_gives_it(uri, address):
    assert links.address_of(uri) == address


def test_headings_have_the_ids_that_the_site_gives_them():
    html = markdown.markdown(GUIDE, extensions=["attr_list", "toc"])
    assert links.anchors(GUIDE) == links.ids(html)


# --- all together ---------------------------------------------------------------------------


def found(folder, guides=None, known=None) -> list[str]:
    """Return the cautions about a tree of files, as they are printed."""
    return [str(one) for one in caution(load_records(folder).records.values(), guides, known)]


def test_a_caution_stands_at_the_line_of_its_words(tmp_path):
    write_tree(
        tmp_path,
        """
        narratives/
          provkoping/
            forbund.yml
            | slag: förbund
            | kortnamn: Provköping
            | signatur: PRO
            | publicerad: 2026-01-02
            | ingress: |
            |   Provköping finns inte. Ring
            |   070-123 45 67 eller läs
            |   [mer](/finns-inte/).
            | namn:
            |   - namn: Se [[provkoping]]
            |     period: okänt
            |     källa: exempelrapport
        """,
    )
    known = known_addresses(PAGES, [], {})
    place = "narratives/provkoping/forbund.yml:"
    assert found(tmp_path, known=known) == [
        f"{place}7:3: varning: ingress: {' — '.join(SENTENCES['mobile'])}",
        f"{place}8:9: varning: ingress: "
        "länken ”/finns-inte/” leder till en sida som inte finns — "
        "kontrollera adressen mot sidan den ska leda till",
        f"{place}10:14: varning: namn 1, namn: ”[[provkoping]]” visas som det står och blir ingen länk — "
        "hänvisningar med [[…]] fungerar bara i längre textfält; skriv namnet, eller en vanlig länk",
    ]


LONG = "Vi " + "prövade och " * 17 + "slutade."
HARD = (
    "Samordningsförbundens rehabiliteringsinsatser finansierar myndighetsgemensamma utvecklingsprojekt. " * 12
)
DOUBTFUL = {
    "identity_number": f"Nummer {TEST_NUMBER}.",
    "private_email": "Skriv till ada@gmail.com.",
    "personal_email": "Skriv till ada.exempel@kommun.example.",
    "mobile": "Ring 070-123 45 67.",
    "hard_to_read": HARD.strip(),
    "long_sentence": LONG,
    "dead_link": "Se [här](/finns-inte/).",
    "dead_anchor": "Se [här](/begrepp/#finns-inte).",
}
"""For each caution that can be about a long field of a data file, what gives it."""


@pytest.mark.parametrize("code", sorted(SENTENCES.keys() - {"raw_reference"}))
def test_every_caution_can_be_about_a_data_file(code, tmp_path):
    """``raw_reference`` is about short fields, and has its test above."""
    files = example_files()
    file = "narratives/provkoping/forbund.yml"
    files[file] = files[file].replace("Provköping är ett påhittat förbund.", DOUBTFUL[code])
    write_tree(tmp_path, files)
    told = found(tmp_path, known=known_addresses(PAGES, [], {}))
    assert [line.split(":")[0] for line in told] == [file]
    assert SENTENCES[code][0].split("{")[0] in told[0]


def test_a_checksum_is_one_word():
    assert list(hard(f"Filens kontrollsumma är {'97cbb4cee5f3' * 6}, och den är lång.")) == []
    assert words("1 600, 3.1, SFS 2010:350 och 97cbb4ce") == [
        "1",
        "600",
        "3.1",
        "SFS",
        "2010:350",
        "och",
        "97cbb4ce",
    ]


def test_hand_written_pages_are_looked_at_but_not_their_headers_macros_or_code():
    guide = (
        '---\ndescription: Ord.\n---\n\n# Rubrik\n\nSe [[umearegionen]].\n\n`[[kod]]` {{ paragraf("a") }}\n\n'
        f"| [[tabell]] |\n\nEtt nummer: {TEST_NUMBER}.\n"
    )
    assert [(c.file, c.line, c.column, c.what[:12]) for c in caution([], {"om/x.md": guide})] == [
        ("docs/om/x.md", 7, 4, "”[[umearegio"),
        ("docs/om/x.md", 11, 3, "”[[tabell]]”"),
        ("docs/om/x.md", 13, 13, "ett tal ser "),
    ]


def test_what_looks_like_personal_data_is_not_repeated():
    told = "\n".join(map(str, caution([], {"a.md": f"{TEST_NUMBER} ada@gmail.com 070-123 45 67"})))
    assert len(told.splitlines()) == 3
    assert "1212-1212" not in told
    assert "ada" not in told
    assert "123 45" not in told


def test_a_caution_is_a_finding_that_says_that_it_warns():
    one = Caution("a.yml", 1, 2, "fält", "vad", "hur")
    assert isinstance(one, Finding)
    assert str(one) == "a.yml:1:2: varning: fält: vad — hur"


def test_the_example_gives_no_cautions():
    assert found(EXAMPLE) == []


def test_the_projects_own_texts_give_few_cautions_and_no_personal_data():
    docs = ROOT / "docs"
    guides = {
        path.relative_to(docs).as_posix(): path.read_text(encoding="utf-8")
        for path in docs.rglob("*.md")
        if path.parent.name != "beslut"
    }
    made = site("verklig")
    known = known_addresses({page.path: page.body for page in made.pages.values()}, made.files, guides)
    whats = [one.what for one in caution(load_records(ROOT).records.values(), guides, known)]
    assert [
        what for what in whats if not what.startswith(("texten är svårläst", "meningen som börjar"))
    ] == []
    assert len(whats) <= 10


def test_every_sentence_is_swedish_and_in_two_parts():
    for what, how in SENTENCES.values():
        assert what[0] in "abcdefghijklmnopqrstuvwxyzåäö”"
        assert not what.endswith(".")
        assert not how.endswith(".")
        assert escape(what, quote=False) == what


def test_the_budget_is_between_hard_and_very_hard():
    assert 50 <= LIX_BUDGET <= 60
