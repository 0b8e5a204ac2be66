"""What a reviewer is told: every kind of change, both printed forms, and where the base comes from."""

from __future__ import annotations

import argparse
import base64
import hashlib
import io
import re
import shutil
import subprocess
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from corpora import EXAMPLE, changed_corpus, corpus, site
from markup import parse
from ramberattelser.checking import check
from ramberattelser.comparing import compare
from ramberattelser.corpus import Corpus
from ramberattelser.findings import Finding
from ramberattelser.pages import Site, make_site
from ramberattelser.rendering.diff_view import view
from ramberattelser.reviewing import (
    Diff,
    Review,
    Section,
    WordingChange,
    marks,
    refused,
    review,
    without_base,
)
from ramberattelser.reviewing.as_html import as_html
from ramberattelser.reviewing.as_markdown import MOST_CHARACTERS, MOST_LINES, as_markdown
from ramberattelser.verbs import granska

RENDERER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
CLAUSE = "clauses/exempelforbundet.yml"
FORBUND = "narratives/exempelforbundet/forbund.yml"
OTHER = "clauses/provkoping.yml"

Edit = tuple[str, str, str]
"""A file, what stands in it, and what is put there instead."""


@pytest.fixture(autouse=True)
def _one_site(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the example's site once: most reviews here start from it."""

    def made(given: Corpus) -> Site:
        return site("exempel") if given is corpus("exempel") else make_site(given)

    monkeypatch.setattr("ramberattelser.reviewing.make_site", made)


@pytest.fixture
def edited(tmp_path: Path) -> Callable[..., Corpus]:
    """Return the example after some edits; it must still pass the check."""

    def read(*edits: Edit) -> Corpus:
        found, findings = check(write(tmp_path / "nytt", *edits))
        assert found is not None, "\n".join(map(str, findings))
        return found

    return read


def write(folder: Path, *edits: Edit) -> Path:
    """Write the example with some edits."""
    shutil.copytree(EXAMPLE, folder, dirs_exist_ok=True)
    for file, old, new in edits:
        path = folder / file
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        assert old in text
        path.parent.mkdir(exist_ok=True)
        path.write_text(text.replace(old, new, 1) if old else new + text, encoding="utf-8")
    return folder


def reviewed(new: Corpus, old: Corpus | None = None) -> Review:
    """Return the review of going from the example to ``new``."""
    return review(old or corpus("exempel"), new, {}, {})


def lines(made: Review, heading: str) -> tuple[str, ...]:
    """Return the lines of a section, none where it is not there."""
    return next((section.items for section in made.sections if section.heading == heading), ())


NEW_VERSION = """  - id: "2020"
    publicerad: 2026-01-02
    gäller:
      från: 2020-01-01
    paragraf: 3 §
    källa: exempelrapport, avsnitt 2
    text: Provköping ska vara en plattform för prov och lärande.
    kodning:
      - byggsten: syfte
        citat: ska vara
"""
ADD_VERSION: Edit = (OTHER, "saknas:\n", NEW_VERSION + "saknas:\n")
CHANGED_TEXT: Edit = (OTHER, "en plattform för prov.", "en plattform för många prov.")


# --- what is told ---------------------------------------------------------------------------


def test_nothing_changed_is_said_so():
    made = reviewed(corpus("exempel"))
    assert made.summary == (
        "Förslaget ändrar inga uppgifter.",
        "Inga sidor ändras.",
        "Kontrollen har inget att anmärka på.",
    )
    assert (made.warnings, made.wordings, made.sections) == ((), (), ())


def test_a_new_wording_is_held_against_the_one_before(edited):
    made = reviewed(edited(ADD_VERSION))
    assert made.summary[0] == "Förslaget lägger till en lydelse."
    assert made.summary[1].startswith("På webbplatsen: ")
    (change,) = made.wordings
    assert (change.title, change.what) == ("Provköping 2020", "Ny lydelse")
    assert [diff.against for diff in change.diffs] == ["Provköping 2012, förbundets föregående lydelse"]
    assert "**och lärande**" in as_markdown(made)
    assert "/andamal/provkoping/2020/, Provköpings ändamålsparagraf 2020" in lines(made, "Nya sidor")
    assert made.warnings == ()


def test_a_wording_that_builds_on_another_is_held_against_it_too(edited):
    other = NEW_VERSION.replace("    kodning", (
        "    bygger_på:\n      - version: exempelforbundet/2015\n        hur: inspirerad av\n"
        "        säkerhet: trolig\n        belägg: exempelrapport, avsnitt 2\n    kodning"
    ))  # fmt: skip
    (change,) = reviewed(edited((OTHER, "saknas:\n", other + "saknas:\n"))).wordings
    assert [diff.against for diff in change.diffs] == [
        "Provköping 2012, förbundets föregående lydelse",
        "Exempelförbundet 2015, som källan kallar förlaga: inspirerad av, trolig",
    ]


def test_a_first_wording_is_held_against_the_law(edited):
    old = edited((OTHER, "text: Provköping ska vara en plattform för prov.\n", "text: saknas\n"), (
        OTHER, "    kodning:\n      - byggsten: plattform\n        citat: en plattform\n", ""
    ))  # fmt: skip
    (change,) = reviewed(corpus("exempel"), old).wordings
    assert change.what == "Lydelsen fanns som lucka; nu är texten insamlad"
    assert [diff.against.partition(", lagens")[1] for diff in change.diffs] == [", lagens"]
    assert lines(reviewed(corpus("exempel"), old), "Luckor som inte längre redovisas") == (
        "Ordalydelsen: Provköping 2012",
    )


def test_a_text_that_changes_under_its_id_is_called_out(edited):
    made = reviewed(edited(CHANGED_TEXT))
    assert made.warnings == (
        "Lydelsens text har ändrats under samma id: Provköping 2012 (provkoping/2012). En ny lydelse ska ha "
        "ett nytt id. Är det en rättelse av avskriften ska rättad_avskrift säga vad som rättats och varför.",
    )
    (change,) = made.wordings
    assert change.same_id
    assert "> **Se upp:** Lydelsens text har ändrats under samma id" in as_markdown(made)
    assert "plattform för **många** prov" in as_markdown(made)
    assert made.summary[0] == "Förslaget ändrar en lydelse."


def test_a_mended_transcription_says_what_was_mended(edited):
    mended = "    rättad_avskrift:\n      - vad: ordet många\n        varför: stod i källan\n    kodning:"
    made = reviewed(edited(CHANGED_TEXT, (OTHER, "    kodning:", mended)))
    assert made.warnings[0].endswith("Det anges som rättad avskrift: ordet många (stod i källan).")


def test_a_removed_wording_and_its_address_are_called_out(edited):
    made = reviewed(corpus("exempel"), edited(ADD_VERSION))
    assert made.summary[0] == "Förslaget tar bort en lydelse."
    assert made.warnings[0].startswith("Lydelsen Provköping 2020 (provkoping/2020) är borttagen.")
    gone = "/andamal/provkoping/2020/, Provköpings ändamålsparagraf 2020"
    lead_on = "Låt den leda vidare med en rad i docs/omdirigeringar.yml."
    assert f"En adress slutar fungera: {gone}. {lead_on}" in made.warnings
    assert gone in lines(made, "Sidor som försvinner")


def test_an_address_that_leads_on_is_not_lost(edited):
    old, new = "/andamal/provkoping/2020/", "/andamal/provkoping/"
    made = review(edited(ADD_VERSION), corpus("exempel"), {}, {}, moved={old: new})
    assert not [warning for warning in made.warnings if f"slutar fungera: {old}," in warning]
    told = f"{old}, Provköpings ändamålsparagraf 2020; adressen leder vidare till {new}"
    assert told in lines(made, "Sidor som försvinner")


def test_a_place_that_is_gone_from_a_page_that_stays_is_called_out(edited):
    made = reviewed(edited((FORBUND, "  - id: ny-paragraf\n", "  - id: annan-paragraf\n")))
    lost = [warning for warning in made.warnings if "del av en sida" in warning]
    assert any("/tidslinjer/#t-exempelforbundet-ny-paragraf. Behåll id" in warning for warning in lost)
    assert not [warning for warning in lost if "/andamal/jamfor/" in warning]


def test_the_matrix_says_what_a_forbund_gains_and_loses(edited):
    names = {element.id: element.name for element in corpus("exempel").codebook.elements}
    assert lines(reviewed(edited(ADD_VERSION)), "Byggstenar per förbund") == (
        f"Provköping får {names['syfte']}.",
        f"Provköping mister {names['plattform']}.",
    )


def test_kinship_says_which_lines_came_and_went(edited):
    relation = (
        "      - version: provkoping/2012\n        hur: hämtad från\n        säkerhet: säker\n"
        "        belägg: exempelrapport, avsnitt 3\n        not: Orden om plattform är desamma.\n"
    )
    without = edited((CLAUSE, relation, ""))
    gone = lines(reviewed(without), "Släktskap")
    come = lines(reviewed(corpus("exempel"), without), "Släktskap")
    (line,) = [one for one in gone if "Belagt" in one]
    assert line.startswith("Belagt släktskap försvinner: Exempelförbundet 2015 hämtad från Provköping 2012, ")
    assert line.replace("försvinner", "tillkommer") in come


def test_kinship_says_when_a_likeness_changes(edited):
    new = edited((OTHER, "Provköping ska vara en", "Exempelförbundet är en"))
    (line,) = lines(reviewed(new), "Släktskap")
    start, _, end = line.partition(": ")
    assert start == "Belagt släktskap ändras"
    likeness = r"\d+\s% lika"
    assert re.fullmatch(
        f"Exempelförbundet 2015 hämtad från Provköping 2012, {likeness}; förut {likeness}\\.", end
    )


def test_the_timeline_says_what_came_went_and_moved(edited):
    new = edited(
        (FORBUND, "datum: hösten 2014", "datum: våren 2015"),
        (FORBUND, "  - id: start\n    namn: Starten", "  - id: forsta\n    namn: Första tiden"),
    )
    assert lines(reviewed(new), "Tidslinjer") == (
        "Exempelförbundet: fas ”Första tiden” tillkommer, 2006–2014.",
        "Exempelförbundet: händelse ”Ny paragraf” flyttas från hösten 2014 till våren 2015.",
        "Exempelförbundet: fas ”Starten” försvinner, 2006–2014.",
    )


def test_gaps_come_and_go(edited):
    made = reviewed(edited((FORBUND, "vad: protokollet från 2014", "vad: fler protokoll")))
    assert lines(made, "Nya luckor") == ("Exempelförbundet: fler protokoll",)
    assert lines(made, "Luckor som inte längre redovisas") == ("Exempelförbundet: protokollet från 2014",)


STORY = "narratives/exempelforbundet/2020.yml"


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (
            (FORBUND, "område: Exempelby och Exempelstad", "område: Exempelby"),
            "område: ”Exempelby och Exempelstad” → ”Exempelby”",
        ),
        ((FORBUND, "område: Exempelby och Exempelstad\n", ""), "område: ”Exempelby och Exempelstad” → inget"),
        (
            (FORBUND, "period: senast 2006–", "period: senast 2007–"),
            "verksamt, period: ”senast 2006–” → ”senast 2007–”",
        ),
        (
            (FORBUND, "lärt av [[provkoping]] och", "lärt av [[exempelforbundet]] och"),
            "ingress: ”… lärt av [[provkoping]] och av …” → ”… lärt av [[exempelforbundet]] och av …”",
        ),
        ((FORBUND, "    not: Sedan början.\n", ""), "medlemmar 1, not: ”Sedan början.” → inget"),
        (
            (FORBUND, "personer:\n", "personer:\n  - {namn: Bo, roll: r, källa: exempelrapport}\n"),
            "personer: 1 → 2 i listan",
        ),
        (
            (STORY, "text: Först det ena.", "text: Först något."),
            "avsnitt 2, stycken 1, steg 1, text: ”Först det ena.” → ”Först något.”",
        ),
        (
            (STORY, "avsnitt 2\n        rubrik: Fas", "avsnitt 3\n        rubrik: Fas"),
            "avsnitt 2, stycken 2, källa: ”exempelrapport, avsnitt 2” → ”exempelrapport, avsnitt 3”",
        ),
        (
            (STORY, "  - id: skillnaden", "  - id: annan"),
            "avsnitt: ”annan” tillkommer; avsnitt: ”skillnaden” försvinner",
        ),
    ],
)
def test_a_changed_thing_says_what_was_and_what_became_of_it(edit, told, edited):
    (line,) = lines(reviewed(edited(edit)), "Vad som är nytt, ändrat och borttaget")
    kind = (
        "Ändrad berättelse: Exempelförbundet: en berättelse"
        if edit[0] == STORY
        else "Ändrat förbund: Exempelförbundet"
    )
    assert line == f"{kind} ({edit[0]}): {told}"


def test_the_words_of_a_wording_are_told_apart_from_its_other_fields(edited):
    made = reviewed(edited(CHANGED_TEXT, (OTHER, "paragraf: 3 §", "paragraf: 4 §")))
    (line,) = lines(made, "Vad som är nytt, ändrat och borttaget")
    assert line == f"Ändrad lydelse: Provköping 2012 ({OTHER}): paragraf: ”3 §” → ”4 §”; text"


def test_many_changes_of_one_thing_are_counted(edited):
    edits = [(STORY, old, new) for old, new in (
        ("korttitel: En berättelse", "korttitel: Två"), ("ingress: Hur ett", "ingress: När ett"),
        ("skriven: våren 2020", "skriven: hösten 2020"), ("roll: förbundschef", "roll: annan"),
        ("tal: cirka 1 600", "tal: cirka 1 700"), ("vad: deltagare", "vad: andra"),
        ("rubrik: Början", "rubrik: Starten"), ("rubrik: Först", "rubrik: Allra först"),
        ("citat: Vi ville pröva.", "citat: Vi ville det."), ("rubrik: Skillnaden", "rubrik: Det andra"),
        ("bildtext: Stegen", "bildtext: Trappan"),
    )]  # fmt: skip
    (line,) = lines(reviewed(edited(*edits)), "Vad som är nytt, ändrat och borttaget")
    assert line.endswith("; och 3 ändringar till")


def test_the_summary_counts_each_kind(edited):
    made = reviewed(edited(ADD_VERSION, (FORBUND, "rubrik: Ny paragraf", "rubrik: En ny paragraf")))
    assert made.summary[0] == "Förslaget lägger till en lydelse och ändrar en händelse."


def test_hand_written_pages_count_as_pages():
    made = review(
        corpus("exempel"), corpus("exempel"), {"a.md": "A", "b.md": "B"}, {"b.md": "C", "c.md": "D"}
    )
    assert lines(made, "Nya sidor") == ("docs/c.md, handskriven sida",)
    assert lines(made, "Ändrade sidor") == ("docs/b.md, handskriven sida",)
    assert lines(made, "Sidor som försvinner") == ("docs/a.md, handskriven sida",)


def test_files_that_are_neither_data_nor_texts_are_called_out():
    made = review(corpus("exempel"), corpus("exempel"), {}, {}, [f"scripts/{n}.py" for n in range(12)])
    assert len(made.warnings) == 1
    assert "kan koden: scripts/0.py, " in made.warnings[0]
    assert made.warnings[0].endswith("scripts/9.py och 2 till.")
    assert refused([], ["Makefile"]).warnings
    assert without_base(["Makefile"]).warnings


# --- a comparison as Markdown ---------------------------------------------------------------

SENTENCES = st.lists(
    st.sampled_from(
        ["Förbundet", "ska", "*verka*", "för", "samverkan,", "plan", "(A)", "inte", "@a",
         "~~x~~", "a-b.", "Och", "Det", "\n\n"]
    ),
    min_size=1,
    max_size=25,
).map(" ".join)  # fmt: skip


@settings(max_examples=80)
@given(SENTENCES, SENTENCES)
def test_marks_are_well_formed_whatever_stands_beside_them(old, new):
    text = marks.diff(view(compare(old, new)))
    html = RENDERER.render(text)
    assert parse(f"<div>{html}</div>") is not None
    assert set(re.findall(r"<(\w+)", html)) <= {"blockquote", "p", "s", "del", "strong", "em"}
    # No mark is left standing as a sign: what is marked is the words themselves.
    bare = re.sub(r"<[^>]*>", "", html)
    assert bare.count("**") == 0
    assert bare.count("~~") <= (old + new).count("~~")


def test_marks_of_one_kind_never_run_together():
    pieces = [marks._Piece("moved", "ett"), marks._Piece("insert", "två"), marks._Piece("insert", "tre")]
    assert RENDERER.render(marks._joined(pieces)) == (
        "<p><em>ett</em><strong>två</strong><strong>tre</strong></p>\n"
    )


def test_struck_added_and_moved_words_have_their_marks():
    text = marks.diff(view(compare("Förbundet ska verka för alla.", "Förbundet bör verka för alla.")))
    assert text == "> Förbundet ~~ska~~**bör** verka för alla\\."[:-2] + "."


def test_a_moved_sentence_says_from_where():
    one, two, three = (
        "Förbundet ska stödja samverkan.",
        "Budgeten är en ram för allt arbete.",
        "Alla har lika rätt till stöd.",
    )
    text = marks.diff(view(compare(f"{one} {two} {three}", f"{three} {one} {two}")))
    assert "Flyttat hit från mening 3: " in text
    assert "Flyttat härifrån till mening 1: " in text


# --- both printed forms ---------------------------------------------------------------------

HOSTILE = "<script>alert(1)</script> [x](javascript:y) ![z](//w) @nisse | `k` https://x.example ::error::"


def test_hostile_text_in_every_field_is_shown_and_does_nothing():
    """Each field that takes any text has hostile words before its own; the whole review is then looked at."""
    base = corpus("exempel")
    hostile = changed_corpus(base, lambda field, text: text if field in KEPT else f"{HOSTILE} {text}")
    made = review(base, hostile, {}, {f"{HOSTILE}.md": "x"}, [HOSTILE])
    text = as_markdown(made)
    assert not re.search(r"@\w|https?://|www\.|(?<!\\)\[|(?<!\\)!\[", text)
    html = RENDERER.render(text)
    assert set(re.findall(r"<(\w+)", html)) <= {
        "h1", "h2", "h3", "p", "ul", "li", "blockquote", "s", "del", "strong", "em"
    }  # fmt: skip
    assert "alert(1)" in html
    page = as_html(made)
    assert "<script" not in page
    assert "href" not in page
    assert "alert(1)" in page


KEPT = frozenset(("ClauseVersion.text", "Code.quote", "Block.excerpt", "Remark.quote"))
"""Fields that quote each other to the letter."""


def test_hostile_words_in_a_clause_do_nothing(edited):
    bad = "en plattform för <b>fet</b> [x](//y) @nisse *kursiv* ~~struken~~ prov."
    made = reviewed(edited((OTHER, "en plattform för prov.", bad)))
    html = RENDERER.render(as_markdown(made))
    assert "&lt;b&gt;fet&lt;/b&gt;" in re.sub(r"</?(?:strong|s|del|em)>", "", html)
    assert "<b>" not in html
    assert "<a" not in html
    page = as_html(made)
    assert "<b>fet" not in page
    assert "&lt;b&gt;fet" in re.sub(r"<[^>]*>", "", page)


def test_what_does_not_pass_is_listed_in_both_forms():
    made = refused([Finding("clauses/a.yml", 3, 5, "text", "något | är <fel>", "rätta det")])
    assert made.summary[0].startswith("Förslaget går inte igenom kontrollen: en sak att rätta.")
    assert "| clauses/a.yml, rad 3 | text | något \\| är \\<fel\\> | rätta det |" in as_markdown(made)
    assert "<td>clauses/a.yml, rad 3</td><td>text</td><td>något | är &lt;fel&gt;</td>" in as_html(made)


def test_a_long_section_is_cut_and_counted_in_the_summary_but_not_on_the_page():
    made = Review(("Ett.",), sections=(Section("Sidor", tuple(f"sida {n}." for n in range(100))),))
    text = as_markdown(made)
    assert text.count("\n- sida") == MOST_LINES
    assert f"- … och {100 - MOST_LINES} till" in text
    assert as_html(made).count("<li>") == 100


def test_comparisons_never_make_the_summary_too_long_to_be_shown(monkeypatch):
    monkeypatch.setattr("ramberattelser.reviewing.as_markdown.MOST_CHARACTERS", 1000)
    made = view(compare("", "Ord på ord i rad efter rad. " * 10))
    changes = [WordingChange(f"Lydelse {n}", "Ny lydelse", "/x/", (Diff("y", made),)) for n in range(10)]
    text = as_markdown(Review(("Ett.",), wordings=tuple(changes)))
    assert len(text) < 1500
    assert "### Lydelse 0" in text
    assert "för långt för att visas här; läs granskningens webbsida: lydelse " in text.lower()
    assert as_html(Review(("Ett.",), wordings=tuple(changes))).count("<h3>") == 10


def test_the_room_for_comparisons_is_within_what_is_shown():
    # GitHub's limit is 1 MiB; a letter may take four bytes, though in Swedish text hardly any takes two.
    assert MOST_CHARACTERS * 3 < 1024 * 1024


def test_the_page_allows_its_own_style_sheet_and_nothing_else():
    page = as_html(reviewed(corpus("exempel")))
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL).group(1)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'" in page
    assert "style=" not in page


def test_the_page_is_well_formed_and_says_marks_in_words(edited):
    page = as_html(reviewed(edited(CHANGED_TEXT)))
    parse(page.partition("<body>")[2].partition("</body>")[0])
    assert '<ins><span class="vh">[tillagt: </span>många<span class="vh">]</span></ins>' in page


# --- the command ----------------------------------------------------------------------------


def command(*arguments: str) -> int:
    """Run the verb as the command would."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rot", type=Path)
    granska.add(parser.add_subparsers())
    options = parser.parse_args(arguments)
    code: int = options.run(options)
    return code


def test_a_folder_can_be_the_base(tmp_path, capsys):
    new = write(tmp_path / "nytt", ADD_VERSION)
    assert command("--rot", str(new), "granska", str(EXAMPLE)) == 0
    assert "Förslaget lägger till en lydelse." in capsys.readouterr().out


def git(folder: Path, *arguments: str) -> str:
    """Run git in a folder of the test's own."""
    identity = ["-c", "user.name=Prov", "-c", "user.email=prov@example.org", "-c", "commit.gpgsign=false"]
    done = subprocess.run(
        ["git", *identity, *arguments], cwd=folder, check=True, capture_output=True, text=True
    )
    return done.stdout


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with the example and a link in it, and after that an edit that is not committed."""
    folder = write(tmp_path / "arkiv")
    (folder / "docs/om").mkdir(parents=True)
    (folder / "docs/om/index.md").write_text("# Om\n", encoding="utf-8")
    (folder / "docs/bilder").mkdir()
    (folder / "docs/bilder/annat.md").symlink_to("../om/index.md")
    (folder / "Makefile").write_text("all:\n", encoding="utf-8")
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "Först")
    write_edit(folder, ADD_VERSION)
    (folder / "Makefile").write_text("all: x\n", encoding="utf-8")
    return folder


def write_edit(folder: Path, edit: Edit) -> None:
    """Make one edit."""
    path = folder / edit[0]
    path.write_text(path.read_text(encoding="utf-8").replace(edit[1], edit[2], 1), encoding="utf-8")


def state(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder, the repository's own included."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.mark.parametrize("base", ["main", "HEAD", "HEAD^0"])
def test_a_revision_can_be_the_base_and_nothing_in_the_repository_is_touched(repository, tmp_path, base):
    before = state(repository)
    till, sida = tmp_path / "ut.md", tmp_path / "ut.html"
    assert command("--rot", str(repository), "granska", base, "--till", str(till), "--sida", str(sida)) == 0
    text = till.read_text(encoding="utf-8")
    assert "Förslaget lägger till en lydelse." in text
    assert "kan koden: Makefile." in text
    assert "Sidor som försvinner" not in text
    assert "<h1>Vad förslaget ändrar</h1>" in sida.read_text(encoding="utf-8")
    assert state(repository) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["arkiv", "ut.html", "ut.md"]


@pytest.mark.parametrize("base", ["", "finns-inte", "--since=2020", "-x", "main:clauses", "narratives"])
def test_a_base_that_is_neither_is_one_sentence(repository, capsys, base):
    assert command("--rot", str(repository), "granska", "--", base) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err == (
        f"”{base}” är varken en version i git eller en mapp med narratives/ eller clauses/ "
        "— skriv till exempel main, eller en mapp.\n"
    )


def test_nothing_is_unpacked_outside_the_folder_and_no_link_is_followed(tmp_path):
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w") as tar:
        for name in (
            "clauses/a.yml",
            "../utanfor.yml",
            "clauses/../../utanfor.yml",
            f"{tmp_path}/absolut.yml",
        ):
            entry = tarfile.TarInfo(name)
            entry.size = 2
            tar.addfile(entry, io.BytesIO(b"a:"))
        link = tarfile.TarInfo("clauses/lank.yml")
        link.type, link.linkname = tarfile.SYMTYPE, "a.yml"
        tar.addfile(link)
    granska._unpack(made.getvalue(), tmp_path / "in")
    found = [path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if not path.is_dir()]
    assert found == ["in/clauses/a.yml"]


def test_a_revision_without_data_is_one_sentence(tmp_path, capsys):
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "commit", "-q", "--allow-empty", "-m", "Tomt")
    write(tmp_path)
    assert command("--rot", str(tmp_path), "granska", "main") == 1
    assert "finns varken narratives/ eller clauses/ — välj en senare." in capsys.readouterr().err


def test_a_proposal_that_does_not_pass_is_told_with_its_findings(repository, capsys):
    write_edit(repository, (OTHER, "paragraf: 3 §", "paragaf: 3 §"))
    assert command("--rot", str(repository), "granska", "main") == 1
    out = capsys.readouterr().out
    assert "Förslaget går inte igenom kontrollen" in out
    assert "clauses/provkoping.yml, rad " in out


def test_a_base_that_does_not_pass_stops_nothing(tmp_path, capsys):
    old = write(tmp_path / "gammalt", (OTHER, "paragraf: 3 §", "paragaf: 3 §"))
    assert command("--rot", str(EXAMPLE), "granska", str(old)) == 0
    assert "Förslaget går igenom kontrollen." in capsys.readouterr().out
