"""Purpose clauses out of documents: to the letter, every mend listed, and sentences for bad files."""

from __future__ import annotations

import itertools
import re
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpora import corpus
from extracting.documents import (
    BOARD,
    CLAUSE,
    FOLDER,
    HEADINGS,
    MEMBERS,
    docx,
    paged,
    paragraphs,
    pdf,
    wrapped,
    zipped,
)
from ramberattelser.extracting import (
    Document,
    DocumentError,
    Extract,
    candidates,
    extract,
    facts_of,
    read_document,
)
from ramberattelser.extracting import pdf as pdf_module
from ramberattelser.extracting import plain as plain_module
from ramberattelser.extracting import word as word_module
from ramberattelser.extracting.finding import Candidate
from ramberattelser.extracting.furniture import separate
from ramberattelser.extracting.headings import numbered


def clause_texts() -> list[str]:
    """Every wording of a förbund that is collected."""
    found = corpus("verklig")
    return [v.text.strip() for clause in found.clauses.values() for v in clause.versions if v.collected]


def written(folder: Path, name: str, content: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


def found_in(document: Document) -> tuple[list[Candidate], list[Extract]]:
    lines, removed = separate(document.lines)
    found = candidates(lines)
    return found, [extract(document, removed, one) for one in found]


def only(path: Path) -> Extract:
    """Read the file and return its only clause."""
    found, extracts = found_in(read_document(path))
    assert len(found) == 1, [one.shown for one in found]
    return extracts[0]


def text_document(text: str) -> Document:
    pages, lines, doubts = plain_module.read(text.encode("utf-8"), "prov.txt")
    return Document("prov.txt", "text", "0" * 64, pages, tuple(lines), tuple(doubts))


def possible(found: Extract) -> set[str]:
    """Return every text that the writer can choose, at most some thousand."""
    unsure = [number for number, mend in enumerate(found.mends) if not mend.sure and len(mend.options) > 1]
    options = itertools.product(*(range(len(found.mends[number].options)) for number in unsure[:11]))
    return {found.text(dict(zip(unsure, chosen, strict=False))) for chosen in options}


# --- where the clause begins and ends -------------------------------------------------------------


@pytest.mark.parametrize("form", HEADINGS)
def test_the_clause_is_found_in_every_form_of_heading(form, tmp_path):
    text = "\n\n".join(paragraphs(CLAUSE, HEADINGS[form]))
    found = only(written(tmp_path, "ordning.txt", text))
    assert found.text() == CLAUSE
    assert found.candidate.number == {"4 §": "4 §", "§ 4": "4 §", "4§": "4 §", "4.": "4", "4": "4"}.get(
        form, ""
    )
    assert found.candidate.ends_at is not None
    assert found.candidate.ends_at.text == HEADINGS[form][2]


@pytest.mark.parametrize("clause", clause_texts(), ids=lambda text: text[-20:])
@pytest.mark.parametrize("form", HEADINGS)
def test_real_clauses_come_back_to_the_letter(form, clause):
    lines = wrapped(paragraphs(clause, HEADINGS[form]), 78)
    found = found_in(text_document("\n".join(lines)))[1]
    assert [one.text() for one in found] == [clause]


def test_a_second_sentence_about_the_purpose_does_not_end_the_clause(tmp_path):
    assert CLAUSE.count("Förbundets ändamål är att") == 2
    lines = wrapped(paragraphs(CLAUSE, HEADINGS["4 §"]), 20)  # so narrow that its words stand alone on a line
    assert only(written(tmp_path, "ordning.txt", "\n".join(lines))).text() == CLAUSE


def test_a_reference_to_another_paragraph_does_not_end_the_clause():
    clause = (
        "Förbundets ändamål är att samordna insatser så som det föreskrivs i\n5 § Provlagen och i "
        "övrigt verka."
    )
    text = f"4 § Ändamål\n{clause}\n\n5 § Styrelsen\n{BOARD}"
    assert found_in(text_document(text))[1][0].text() == clause.replace("\n", " ")


def test_a_heading_may_stand_above_its_number_or_below_it():
    for head in ("Förbundets ändamål\n4 §\n", "4 §\nFörbundets ändamål\n", "Förbundets ändamål\n\n4 § "):
        text = f"Medlemmar\n3 §\n{MEMBERS}\n\n{head}{CLAUSE}\n\nStyrelsen\n5 §\n{BOARD}"
        found = found_in(text_document(text))[1]
        assert [(one.candidate.number, one.candidate.title) for one in found] == [
            ("4 §", "Förbundets ändamål")
        ]
        assert found[0].text() == CLAUSE
        assert found[0].candidate.ends_at.text == "Styrelsen"


def test_a_paragraph_without_a_heading_is_found_by_what_it_says():
    text = f"3 § {MEMBERS}\n\n4 § {CLAUSE}\n\n5 § {BOARD}"
    found = found_in(text_document(text))[1]
    assert [(one.candidate.number, one.candidate.title, one.text()) for one in found] == [("4 §", "", CLAUSE)]


@pytest.mark.parametrize("end", [" ....... 1", ""])
def test_a_table_of_contents_is_no_clause(end):
    contents = "".join(f"{title}{end}\n" for title in HEADINGS["4 §"]) + "\n"
    found = found_in(text_document(contents + "\n\n".join(paragraphs(CLAUSE, HEADINGS["4 §"]))))[1]
    assert [one.text() for one in found] == [CLAUSE]


def test_two_clauses_in_a_document_are_two_candidates():
    both = [*paragraphs(CLAUSE, HEADINGS["4 §"]), "Föreslagen lydelse", *paragraphs(CLAUSE, HEADINGS["4 §"])]
    found, _ = found_in(text_document("\n\n".join(both)))
    assert [one.shown for one in found] == [
        "4 § Förbundets ändamål (rad 9)",
        "4 § Förbundets ändamål (rad 33)",
    ]


def test_a_clause_at_the_end_of_a_document_is_unsure():
    found = found_in(text_document(f"4 § Ändamål\n\n{CLAUSE}"))[1][0]
    assert found.doubts == ("Ingen rubrik följer efter paragrafen; texten går till dokumentets slut.",)


def test_a_document_without_a_purpose_has_no_candidates():
    assert found_in(text_document(f"3 § Medlemmar\n{MEMBERS}\n\n5 § Styrelsen\n{BOARD}"))[0] == []


@pytest.mark.parametrize(
    ("text", "label", "rest"),
    [
        ("4 § Ändamål", "4 §", "Ändamål"),
        ("§ 5 Ändamål", "5 §", "Ändamål"),
        ("3§Ändamål", "3 §", "Ändamål"),
        ("4 a § Ändamål", "4 a §", "Ändamål"),
        ("4. Ändamål", "4", "Ändamål"),
        ("4.1 Ändamål", "4.1", "Ändamål"),
        ("4 §", "4 §", ""),
        ("Paragraf 4 Ändamål", "4 §", "Ändamål"),
    ],
)
def test_numbers_are_read_in_their_forms(text, label, rest):
    found = numbered(text)
    assert found is not None
    assert (found.label, found.rest) == (label, rest)


# --- mending -----------------------------------------------------------------------------------


def test_a_parted_word_is_joined_where_it_stands_whole_elsewhere():
    text = (
        "4 § Ändamål\nFörbundet har ändamålet att främja xylo-\nfonspel. Den som spelar xylofonspel "
        "får stöd.\n\n5 § Styrelsen"
    )
    found = found_in(text_document(text))[1][0]
    assert (
        found.text() == "Förbundet har ändamålet att främja xylofonspel. Den som spelar xylofonspel får stöd."
    )
    assert [(mend.what, mend.why, mend.sure) for mend in found.mends] == [
        (
            "”xylo-” och ”fonspel” är skrivna som ett ord: xylofonspel",
            "ordet står också på ett annat ställe i dokumentet",
            True,
        )
    ]


def test_a_parted_word_that_nobody_knows_keeps_its_hyphen_and_is_unsure():
    text = "4 § Ändamål\nFörbundet har ändamålet att främja xylo-\nfonspel i hela området.\n\n5 § Styrelsen"
    found = found_in(text_document(text))[1][0]
    assert found.text() == "Förbundet har ändamålet att främja xylo-fonspel i hela området."
    assert [(mend.sure, mend.options) for mend in found.mends] == [(False, ("-", ""))]
    assert found.text({0: 1}) == "Förbundet har ändamålet att främja xylofonspel i hela området."


def test_a_hyphen_for_a_left_out_ending_stays():
    text = (
        "4 § Ändamål\nFörbundet har ändamålet att främja hälso-\noch sjukvård i hela området.\n\n5 "
        "§ Styrelsen"
    )
    found = found_in(text_document(text))[1][0]
    assert found.text() == "Förbundet har ändamålet att främja hälso- och sjukvård i hela området."
    assert found.mends == ()


def test_headers_and_page_numbers_are_left_out_and_listed(tmp_path):
    lines = wrapped(paragraphs(CLAUSE, HEADINGS["4 §"]), 70)
    text = paged(lines, 12, "Exempelförbundet        Sida {n}", "Provköping den 1 maj · {n}")
    found = only(written(tmp_path, "ordning.txt", text))
    assert CLAUSE in possible(found)
    listed = [mend.what for mend in found.mends if mend.kind == "sidkant"]
    assert "sidfot ”Provköping den 1 maj · 2” är inte med" in listed
    assert "sidhuvud ”Exempelförbundet Sida 3” är inte med" in listed


def test_a_bare_number_is_a_page_number_only_where_it_follows_the_pages():
    clause = (
        "Förbundets ändamål är att samordna insatser.\n\nAntalet insatser är högst\n\n40\n\noch lägst ett."
    )
    found = found_in(text_document(f"4 § Ändamål\n{clause}\n\n5 § Styrelsen"))[1][0]
    assert "40" in found.text()
    assert "En rad i texten är bara ett tal; det kan vara ett sidnummer." in found.doubts


def listed_clause(*lines):
    """The text of a clause that is written on ``lines``."""
    text = "\n".join(
        ["4 § Ändamål", "Förbundets ändamål är att samordna insatser genom att", *lines, "", "5 § Styrelsen"]
    )
    return found_in(text_document(text))[1][0].text().split("\n\n")


@pytest.mark.parametrize(
    "signs", [("–", "–"), ("-", "-"), ("a)", "b)"), ("1.", "2."), ("•",), ("▪", "•")], ids="".join
)
def test_each_line_of_a_list_is_a_paragraph_also_in_the_middle_of_a_sentence(signs):
    lines = [f"{sign} pröva det påhittade" for sign in signs]
    first, *items = listed_clause(*lines)
    assert first.endswith("genom att")
    assert items == lines


def test_one_dash_first_on_a_line_is_a_dash():
    assert len(listed_clause("pröva", "– det är allt – och mer.")) == 1


def test_ligatures_and_hidden_characters_are_mended_and_listed():
    text = (
        "4 § Ändamål\nFörbundets ändamål är ﬁnansiell\u00a0samordning av in\u00adsatser.\u200b\n\n5 "
        "§ Styrelsen"
    )
    found = found_in(text_document(text))[1][0]
    assert found.text() == "Förbundets ändamål är finansiell samordning av insatser."
    assert [mend.what for mend in found.mends] == [
        "sammanskrivna tecken (ﬁ, ﬂ) är skrivna som vanliga bokstäver",
        "osynliga tecken är borttagna",
        "mjuka bindestreck som inte syns är borttagna",
    ]


def test_letters_that_cannot_be_read_are_never_guessed():
    text = "4 § Ändamål\nFörbundets ändamål är samord\ufffdning av insatser i området.\n\n5 § Styrelsen"
    with pytest.raises(DocumentError, match="tecken som inte går att läsa"):
        found_in(text_document(text))


CUTS = st.lists(st.integers(0, 9), max_size=60)


@given(
    clause=st.sampled_from(clause_texts()),
    form=st.sampled_from(list(HEADINGS)),
    width=st.integers(34, 110),
    cuts=CUTS,
    height=st.integers(8, 45),
    header=st.sampled_from(["", "Exempelförbundet", "Förbundsordning   Sida {n}"]),
    footer=st.sampled_from(["", "{n}", "Sida {n} (9)", "- {n} -", "Provköping {n}"]),
)
def test_any_clause_wrapped_hyphenated_and_paged_comes_back_or_is_listed(
    clause, form, width, cuts, height, header, footer
):
    lines = wrapped(paragraphs(clause, HEADINGS[form]), width, cuts)
    document = text_document(paged(lines, height, header, footer))
    found = found_in(document)[1]
    assert len(found) == 1
    assert _letters(found[0].text()) == _letters(clause)
    if found[0].text() != clause:
        unsure = [mend for mend in found[0].mends if not mend.sure]
        assert unsure, found[0].mends
        assert len(unsure) > 11 or clause in possible(found[0])


def _letters(text: str) -> str:
    """Return the text without what a line end can change."""
    return re.sub(r"[\s-]+", "", text)


@given(st.text(max_size=400))
def test_no_text_makes_a_trace(text):
    with suppress(DocumentError):
        found_in(text_document(text))


# --- what a document says of itself -----------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Denna förbundsordning gäller från och med den 1 januari 2019.", ["2019-01-01"]),
        ("Gäller fr.o.m. 2015-01-01", ["2015-01-01"]),
        ("gäller from den 1 januari 2015", ["2015-01-01"]),
        ("Förbundsordningen träder i kraft den 12 mars 2012.", ["2012-03-12"]),
        ("Den gäller från och med den 31 februari 2019.", []),
        ("Mötet hölls den 1 januari 2019.", []),
        ("gäller från den 1 maj 2010\nsenare gäller från den 1 maj 2014", ["2010-05-01", "2014-05-01"]),
    ],
)
def test_the_first_day_is_taken_where_it_is_stated(text, days):
    assert [fact.value for fact in facts_of(text_document(text).lines).valid_from] == days


def test_adoption_is_taken_in_the_documents_own_words():
    text = "Antagen av kommunfull-\nmäktige i Provköping 2018-11-12, § 45."
    facts = facts_of(text_document(text).lines)
    assert [fact.value for fact in facts.adopted] == ["av kommunfullmäktige i Provköping 2018-11-12, § 45"]


# --- Word --------------------------------------------------------------------------------------


def test_a_word_file_gives_its_clause(tmp_path):
    parts = paragraphs(CLAUSE, HEADINGS["§ 4"])
    found = only(written(tmp_path, "ordning.docx", docx(parts, HEADINGS["§ 4"])))
    assert found.text() == CLAUSE
    assert (found.candidate.number, found.mends, found.doubts) == ("4 §", (), ())


def test_a_number_that_word_counts_is_counted(tmp_path):
    headings = ("Namn", "Medlemmar", "Säte", "Ändamål", "Styrelsen")
    parts = [
        "Namn",
        BOARD,
        "Medlemmar",
        MEMBERS,
        "Säte",
        MEMBERS,
        "Ändamål",
        *CLAUSE.split("\n\n"),
        "Styrelsen",
        BOARD,
    ]
    found = only(written(tmp_path, "ordning.docx", docx(parts, headings, counted=True)))
    assert (found.candidate.number, found.candidate.title, found.text()) == ("4 §", "Ändamål", CLAUSE)


def test_tracked_changes_are_a_doubt(tmp_path):
    body = (
        ""
        "<w:p><w:del><w:r><w:delText>bort</w:delText></w:r></w:del><w:ins><w:r><w:t>dit</w:t></w:r></w:ins></w:p>"
    )
    parts = paragraphs(CLAUSE, HEADINGS["4 §"])
    found = only(written(tmp_path, "ordning.docx", docx(parts, body=body)))
    assert found.doubts == ("Dokumentet har spårade ändringar; det är läst som om de vore godkända.",)


# --- PDF ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "number"), [("exempel-satt.pdf", "4 §"), ("exempel-webb.pdf", "4 §")])
def test_a_pdf_gives_its_clause(name, number):
    found = only(FOLDER / name)
    assert CLAUSE in possible(found)
    assert found.candidate.number == number
    assert _letters(found.text()) == _letters(CLAUSE)


def test_a_bullet_of_a_code_that_is_left_unused_is_listed_as_a_mend(tmp_path):
    """Some programs write it so; it is a sign of no letter that could be guessed wrong."""
    lines = [
        "4 § Ändamål",
        "Förbundets ändamål är att samordna, och",
        "\x7f pröva det påhittade",
        "",
        "5 § Styrelsen",
    ]
    found = only(written(tmp_path, "ordning.pdf", pdf([lines])))
    assert found.text().endswith("och\n\n• pröva det påhittade")
    assert [mend.what for mend in found.mends] == ["punkttecken ur ett symboltypsnitt är skrivna som •"]
    lines[2] = "pröva det\x7fpåhittade"
    with pytest.raises(DocumentError, match="tecken som inte går att läsa"):
        only(written(tmp_path, "annan.pdf", pdf([lines])))


def test_the_place_of_a_line_tells_paragraphs_apart(tmp_path):
    lines = wrapped(paragraphs(CLAUSE, HEADINGS["4"]), 80)
    found = only(written(tmp_path, "ordning.pdf", pdf([lines])))
    assert found.text() == CLAUSE


def test_a_pdf_with_pages_gives_its_clause(tmp_path):
    lines = wrapped(paragraphs(CLAUSE, HEADINGS["§ 4"]), 80, [4, 0, 3, 5, 2, 6])
    sheets = [
        ["Exempelförbundet", "", *lines[start : start + 9], "", f"Sida {number}"]
        for number, start in enumerate(range(0, len(lines), 9), start=1)
    ]
    found = only(written(tmp_path, "ordning.pdf", pdf(sheets)))
    assert CLAUSE in possible(found)
    assert any(mend.kind == "sidkant" for mend in found.mends)


def test_without_the_extra_a_pdf_says_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setattr(pdf_module.importlib.util, "find_spec", lambda _: None)
    with pytest.raises(DocumentError, match=r"installera det med: python -m pip install"):
        read_document(written(tmp_path, "ordning.pdf", pdf([["4 § Ändamål"]])))


# --- files that cannot be used -----------------------------------------------------------------

ENCRYPTED = pdf(
    [["4 § Ändamål"]],
    trailer="/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4"
    f" /O <{'00' * 32}> /U <{'11' * 32}> >>",
)
BOMB = zipped({"word/document.xml": b"<w>" + b" " * (word_module.MAX_UNPACKED + 1) + b"</w>"})
ENTITIES = zipped({"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'})

BAD = {
    "tom.pdf": (b"", "tom.pdf är tom — hämta filen på nytt."),
    "blank.txt": (b" \n ", "blank.txt är tom — hämta filen på nytt."),
    "ingen.pdf": (b"hej", "ingen.pdf är ingen PDF, trots namnet — hämta filen på nytt."),
    "inget.docx": (b"hej", "inget.docx är inget Word-dokument, trots namnet — hämta filen på nytt."),
    "halv.pdf": (pdf([["4 § Ändamål"]])[:80], "halv.pdf går inte att läsa som PDF"),
    "inskannad.pdf": (pdf([[], []]), "inskannad.pdf är inskannad: där finns bilder av text men ingen text."),
    "last.pdf": (ENCRYPTED, "last.pdf är låst med lösenord — spara en kopia utan lösenord."),
    "gammal.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "gammal.doc är ett äldre eller låst Word-dokument"),
    "rik.rtf": (b"{\\rtf1 hej}", "rik.rtf är sparad som RTF"),
    "bild.pdf": (b"\x89PNG\r\n", "bild.pdf är en bild"),
    "sida.txt": (b"<!DOCTYPE html><p>hej", "sida.txt är en webbsida"),
    "data.txt": (b"a\x00b", "data.txt är varken PDF, Word eller text"),
    "annat.docx": (zipped({"a.txt": "a"}), "annat.docx är inget Word-dokument (.docx)"),
    "trasig.docx": (zipped({"word/document.xml": "<a"}), "trasig.docx går inte att läsa som Word-dokument"),
    "avhuggen.docx": (docx(["a"])[:60], "avhuggen.docx går inte att läsa som Word-dokument"),
    "bomb.docx": (BOMB, "bomb.docx är orimligt stor när den packas upp"),
    "typer.docx": (ENTITIES, "typer.docx går inte att läsa som Word-dokument"),
    "tomt.docx": (docx([]), "tomt.docx innehåller ingen text"),
    "stor.pdf": (b"%PDF-1.4" + b" " * 10_000_000, "stor.pdf är större än 10 MB"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_file_that_cannot_be_used_gives_a_sentence(name, tmp_path):
    content, sentence = BAD[name]
    with pytest.raises(DocumentError) as error:
        read_document(written(tmp_path, name, content))
    assert str(error.value).startswith(sentence)
    assert "\n" not in str(error.value)


def test_a_folder_and_a_missing_file_give_a_sentence(tmp_path):
    for path, sentence in ((tmp_path, "är en mapp"), (tmp_path / "borta.pdf", "finns inte")):
        with pytest.raises(DocumentError, match=sentence):
            read_document(path)


def test_a_pdf_that_takes_too_long_is_given_up(tmp_path, monkeypatch):
    monkeypatch.setattr(pdf_module, "SECONDS", 0.01)
    with pytest.raises(DocumentError, match="för invecklad"):
        read_document(written(tmp_path, "seg.pdf", pdf([["4 § Ändamål"]])))


@given(cut=st.integers(1, 3000), put=st.binary(max_size=6))
def test_no_damage_to_a_word_file_makes_a_trace(cut, put):
    data = docx(paragraphs(CLAUSE, HEADINGS["4 §"]), HEADINGS["4 §"], counted=True)
    at = cut % len(data)
    with suppress(DocumentError):
        word_module.read(data[:at] + put + data[at + len(put) :], "prov.docx")
