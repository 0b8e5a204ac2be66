"""``ramberattelser ny``: files that pass the check, from options, from a person, and out of documents."""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from browser.trees import write_tree
from corpus_files import example_files
from extracting.documents import CLAUSE, FOLDER, HEADINGS, docx, paragraphs, wrapped
from ramberattelser.checking import check
from ramberattelser.commands.options import Parser
from ramberattelser.corpus import Corpus
from ramberattelser.reading import read_text
from ramberattelser.scaffolding import slugs, staging
from ramberattelser.scaffolding.associations import signature, some_signature
from ramberattelser.scaffolding.inserting import InsertError, insert_item
from ramberattelser.scaffolding.sources import document_note
from ramberattelser.scaffolding.writing import scalar
from ramberattelser.verbs import ny

DAY = date(2026, 1, 2)
SOURCES = "narratives/gemensamt/kallor.yml"
ASSOCIATION = (
    "förbund",
    "--namn",
    "Samordningsförbundet Nyköping-Prov",
    "--källa",
    "exempelrapport, avsnitt 1",
)
STORY = ("berättelse", "--förbund", "provkoping", "--titel", "Prov: en titel", "--skriven", "våren 2021")
FURTHER = ("ändamål", "--förbund", "provkoping", "--från", "2019-01-01", "--källa", "exempelrapport")


class Person:
    """Answers what is asked, in order; then presses Ctrl-C. ``said`` is all that was shown."""

    def __init__(self, answers: Iterable[str] = ()) -> None:
        self.answers = list(answers)
        self.said: list[str] = []

    def say(self, text: str) -> None:
        self.said.append(text)

    def hear(self, prompt: str) -> str:
        self.said.append(prompt)
        if not self.answers:
            raise KeyboardInterrupt
        return self.answers.pop(0)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project of made-up content."""
    write_tree(tmp_path / "projekt", example_files())
    return tmp_path / "projekt"


FRESH = "nykoping-prov"
"""A förbund without a clause, which ``fresh`` adds to the project."""

FIRST = ("ändamål", "--förbund", FRESH)


@pytest.fixture
def fresh(new: Callable[..., tuple[int, str, str]], root: Path) -> Path:
    """The project with a new förbund in it, and where its clause will be."""
    assert new(*ASSOCIATION)[0] == 0
    return root / f"clauses/{FRESH}.yml"


@pytest.fixture
def new(root: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Run ``ny`` with arguments, without a person unless one is given; return code, output and errors."""

    def run(*arguments: str, person: Person | None = None, at: Path = root) -> tuple[int, str, str]:
        parser = Parser("ramberattelser")
        parser.add_argument("--rot", type=Path, default=at)
        ny.add(parser.add_subparsers(metavar="KOMMANDO"))
        capsys.readouterr()
        code = ny.make(parser.parse_args(["ny", *arguments]), person, DAY)
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


def checked(root: Path) -> Corpus:
    found, findings = check(root)
    assert found is not None, "\n".join(map(str, findings))
    return found


def files(root: Path) -> dict[str, bytes]:
    """Every file below a project, hidden ones and empty folders too."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes() if path.is_file() else b""
        for path in sorted(root.rglob("*"))
    }


# --- what is written passes the check -------------------------------------------------------------


def test_a_new_forbund_passes_the_check(new, root):
    before = files(root)
    code, out, _ = new(*ASSOCIATION)
    assert code == 0
    assert out.startswith("Skrivet: narratives/nykoping-prov/forbund.yml (ny).\n\nGör så här nu:\n")
    assert "ramberattelser kontrollera" in out
    made = checked(root).associations["nykoping-prov"]
    assert (made.short_name, made.signature, made.published) == ("Nyköping-Prov", "NYK", DAY)
    assert [name.name for name in made.names] == ["Samordningsförbundet Nyköping-Prov"]
    after = files(root)
    assert {name: after[name] for name in before} == before


def test_a_new_story_without_answers_publishes_no_placeholder(new, root):
    code, out, _ = new(*STORY, "--källa", "exempelrapport")
    assert code == 0
    story = checked(root).stories["provkoping/2021"].narrative
    questions = checked(root).question_list.questions
    assert [section.heading for section in story.sections] == ["Ännu inte skriven"]
    assert [gap.what for gap in story.gaps] == [f"Svar på frågan ”{one.question}”" for one in questions]
    assert story.sections[0].questions == ()
    assert f"0 av {len(questions)} frågor har svar" in out


def test_a_question_is_answered_once(new, root):
    """The first answer would else be gone without a word."""
    first = checked(root).question_list.questions[0]
    answers = ("--svar", f"{first.id}=ett", "--svar", f"{first.question}=två", "--ingress", "En ingress.")
    before = files(root)
    code, _, err = new(*STORY, "--källa", "exempelrapport", *answers)
    assert code == 1
    assert f"--svar: frågan ”{first.id}” är besvarad två gånger — behåll det ena svaret" in err
    assert files(root) == before


def test_a_new_story_has_a_section_for_each_answer(new, root):
    first = checked(root).question_list.questions[0]
    answer = ("--svar", f"{first.id}=Så började det: med ett # tecken.", "--ingress", "En påhittad ingress.")
    code, _, err = new(*STORY, "--källa", "exempelrapport", *answer)
    assert (code, err) == (0, "")
    story = checked(root).stories["provkoping/2021"].narrative
    assert [(one.id, one.heading, one.questions) for one in story.sections] == [
        (first.id, first.question, (first.id,))
    ]
    assert story.sections[0].blocks[0].text == "Så började det: med ett # tecken."
    assert first.question not in " ".join(gap.what for gap in story.gaps)


def test_a_further_wording_goes_into_the_file_in_order_of_time(new, root):
    before = (root / "clauses/provkoping.yml").read_text(encoding="utf-8")
    code, out, err = new(*FURTHER, "--text", "Ett stycke.\nEtt till.")
    assert (code, err) == (0, "")
    assert "lydelsen 2019 tillagd; resten av filen är orörd" in out
    code, _, err = new("ändamål", "--förbund", "provkoping", "--från", "2009", "--källa", "exempelrapport")
    assert (code, err) == (0, "")
    versions = checked(root).clauses["provkoping"].versions
    assert [(one.id, one.collected) for one in versions] == [("2009", False), ("2012", True), ("2019", True)]
    assert versions[2].text.strip() == "Ett stycke.\n\nEtt till."
    after = (root / "clauses/provkoping.yml").read_text(encoding="utf-8").split("\n")
    rest = iter(after)
    assert all(line in rest for line in before.split("\n")), "a line of the file is gone or has moved"


def test_a_new_clause_passes_the_check_and_offers_the_codebook(new, fresh, root):
    code, out, err = new(*FIRST, "--källa", "exempelrapport", "--text", "Provköping ska ha en plattform.")
    assert (code, err) == (0, "")
    assert out.startswith("Skrivet: clauses/nykoping-prov.yml (ny).")
    text = fresh.read_text(encoding="utf-8")
    for element in checked(root).codebook.elements:
        assert f"#   - byggsten: {element.id}\n    #     citat: ord ur texten\n" in text


def test_a_clause_that_is_not_collected_is_a_gap(new, fresh, root):
    assert new(*FIRST, "--källa", "exempelrapport")[0] == 0
    clause = checked(root).clauses[FRESH]
    assert not clause.versions[0].collected
    assert [gap.what for gap in clause.gaps] == ["Ändamålsparagrafens lydelse"]
    assert "kodning" not in fresh.read_text(encoding="utf-8")


@pytest.mark.usefixtures("fresh")
@pytest.mark.parametrize("kind", ["förbund", "berättelse", "ändamål"])
def test_every_example_becomes_a_field_of_the_format_when_its_sign_is_taken_away(kind, new, root):
    arguments = {
        "förbund": (*ASSOCIATION, "--id", "annat", "--kortnamn", "Annat"),
        "berättelse": (*STORY, "--källa", "exempelrapport"),
        "ändamål": (*FIRST, "--källa", "exempelrapport", "--text", "ord ur texten"),
    }[kind]
    before = files(root)
    assert new(*arguments)[0] == 0
    (file,) = [name for name in files(root) if name.endswith(".yml") and name not in before]
    text = (root / file).read_text(encoding="utf-8")
    examples = [line.replace("# ", "", 1) if _is_example(line) else line for line in text.split("\n")]
    assert len([1 for line in text.split("\n") if _is_example(line)]) > 5
    (root / file).write_text("\n".join(examples), encoding="utf-8")
    told = {f"{found.field.split(', ')[-1]}: {found.what}" for found in check(root)[1] if found.file == file}
    # What has to be written stops the check: empty answers, an invented wording, and the same words for every
    # byggsten; nothing else does.
    unwritten = {"text: texten är tom", "version: lydelsen ”lagen/lydelsens-id” finns inte"}
    assert {
        found for found in told if not re.fullmatch(r"citat: .* är redan kodade på rad \d+", found)
    } <= unwritten


def _is_example(line: str) -> bool:
    """A comment that is a field, or is indented as a part of one; descriptions are sentences."""
    shown = line.strip()
    field = re.match(r"# [a-zåäö_]+:(?: |$)", shown)
    return bool(field) or shown.startswith(("#   ", "# - "))


@pytest.mark.parametrize("kind", ["förbund", "berättelse", "ändamål"])
def test_what_is_written_passes_the_check_of_the_real_project(kind, new, tmp_path, repo_root):
    real = tmp_path / "verklig"
    for folder in ("clauses", "narratives"):
        shutil.copytree(repo_root / folder, real / folder)
    sources = (real / SOURCES).read_bytes()
    assert new("förbund", "--namn", "Samordningsförbundet Provköping", "--källa", "nns-2020", at=real)[0] == 0
    if kind == "berättelse":
        assert (
            new(
                *STORY, "--källa", "prov-2021", "--källans-titel", "Prov", "--källans-slag", "skrift", at=real
            )[0]
            == 0
        )
    if kind == "ändamål":
        path = str(FOLDER / "exempel-webb.pdf")
        code, _, err = new("ändamål", "--förbund", "provkoping", "--ur", path, "--ja", at=real)
        assert (code, err) == (0, "")
    checked(real)
    assert (real / SOURCES).read_bytes().startswith(sources)


# --- sources ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("last", [True, False], ids=["the list is last", "something follows the list"])
def test_a_new_source_is_added_at_the_end_and_every_other_byte_stays(last, new, root):
    path = root / SOURCES
    key = "ändringar:\n".encode()
    held, _, follows = path.read_bytes().rstrip(b"\n").partition(key)
    after = b"" if last else key + follows
    path.write_bytes(b"# En kommentar\n" + held + (b"# en till utan radslut" if last else after))
    before = path.read_bytes()
    asked = ("--källa", "prov-2021, avsnitt 2", "--källans-titel", "Prov: ett", "--källans-slag", "skrift")
    code, out, err = new(*STORY, *asked)
    assert (code, err) == (0, "")
    assert f"Källan prov-2021 är tillagd sist i {SOURCES}." in out
    assert path.read_bytes().startswith(before.removesuffix(after))
    assert path.read_bytes().rstrip(b"\n").endswith(after)
    added = checked(root).source_list.sources[-1]
    assert (added.id, added.title, added.short, added.year, added.kind) == (
        "prov-2021", "Prov: ett", "Prov: ett", "saknas", "skrift",
    )  # fmt: skip


def test_an_unknown_source_is_a_finding_with_a_proposal(new, root):
    before = files(root)
    code, _, err = new(*STORY, "--källa", "exempelraport")
    assert code == 1
    assert "--källa: källan ”exempelraport” finns inte i kallor.yml — menade du ”exempelrapport”?" in err
    assert files(root) == before


@given(st.text(min_size=1, max_size=40))
def test_a_files_name_never_means_anything_in_the_note(name):
    from ramberattelser.rendering import prose

    note = document_note(name, "PDF", 2, "0" * 64, "sida 1")
    assert list(prose.problems(note, lambda _: None)) == []


# --- answers --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "missing"),
    [
        ("förbund", ["namn", "källa"]),
        ("berättelse", ["förbund", "titel", "källa"]),
        ("ändamål", ["förbund", "källa"]),
    ],
)
def test_without_a_person_everything_missing_is_listed_at_once(kind, missing, new, root):
    before = files(root)
    code, out, err = new(kind)
    assert (code, out) == (1, "")
    found = [line.split(":")[0] for line in err.split("\n") if line.startswith("--")]
    assert found == [f"--{name}" for name in missing]
    assert err.endswith("Ingenting är skrivet.\n")
    assert files(root) == before


def test_the_kinds_and_options_can_be_written_without_dots_and_rings(new, root):
    assert new("forbund", "--namn", "Prov", "--kalla", "exempelrapport", "--omrade", "Provköping")[0] == 0
    assert checked(root).associations["prov"].region_text == "Provköping"


def test_wrong_answers_are_findings_in_the_words_of_the_check(new):
    wrong = ("--från", "snart", "--id", "Å!", "--publicerad", "i dag", "--källa", "exempelrapport")
    _, _, err = new("ändamål", "--förbund", "provkopping", *wrong)
    found = [line for line in err.split("\n") if line.startswith("--")]
    assert (
        found[0] == "--publicerad: ”i dag” är ingen dag — skriv dagen som ÅÅÅÅ-MM-DD, till exempel 2026-11-22"
    )
    assert found[1].startswith("--förbund: förbundet ”provkopping” finns inte — menade du ”provkoping”?")
    assert found[2].startswith("--från: ”snart” går inte att läsa som tid")
    assert found[3].startswith("--id: ”Å!” kan inte vara en del av en webbadress")


def test_a_person_is_asked_told_what_is_wrong_and_helped(new, root):
    person = Person(["Samordningsförbundet Prov", "", "Åäö", "?", "aao", "", "", "", "exempelrapport"])
    code, _, err = new("förbund", person=person)
    assert (code, err) == (0, "")
    assert checked(root).associations["aao"].short_name == "Prov"
    said = "\n".join(person.said)
    assert "Vilket id ska det ha i webbadressen? [prov] " in said
    assert "”Åäö” kan inte vara en del av en webbadress" in said
    assert "a–z, 0–9 och bindestreck; ändras aldrig sedan." in said


@pytest.mark.parametrize(
    "name", ["provkoping", "Provköping", "provköping", "Samordningsförbundet Provköping", "PROVKÖPING"]
)
def test_a_forbund_is_known_by_its_id_and_by_its_names(name, new, root):
    assert new("berättelse", "--förbund", name, *STORY[3:], "--källa", "exempelrapport")[0] == 0
    assert (root / "narratives/provkoping/2021.yml").exists()


def test_a_person_with_a_new_document_needs_no_id_for_it(new, root):
    """Enter is enough: there is no source to propose, so the document is asked about, and then its id."""
    document = [
        "Årsredovisning 2024",
        "",
        "2024",
        "Rapp",
        "",
        "https://example.org/arsredovisning",
        "?",
        "",
        "s. 3",
    ]
    person = Person(["Samordningsförbundet Nyköping", "", "", "", "", "", "", *document])
    assert new("förbund", person=person)[0] == 0
    assert checked(root).sources["arsredovisning-2024"].kind == "rapport"
    (name,) = checked(root).associations["nykoping"].names
    assert [(ref.source, ref.section) for ref in name.sources] == [("arsredovisning-2024", "s. 3")]
    said = "\n".join(person.said)
    assert "eller ny. [ny] " in said
    assert "Vad för slags dokument? 1 rapport, 2 ramberättelse, 3 förbundsordning" in said
    assert "Ett kort namn som filerna hänvisar med; ändras aldrig sedan." in said


def test_the_first_document_of_a_forbund_is_called_after_it(new, root):
    document = ["Förbundsordning för Prov", "", "2024", "3", "", "", "", ""]
    assert (
        new("förbund", person=Person(["Samordningsförbundet Prov", "", "", "", "", "", "ny", *document]))[0]
        == 0
    )
    assert "ff-prov" in checked(root).sources


def test_a_day_that_another_wording_begins_on_is_refused_at_once(new):
    """At the end it would cost all answers."""
    person = Person(
        [
            "provkoping",
            "1 januari 2012",
            "2013",
            "",
            "",
            "",
            "",
            "",
            "Förbundets text.",
            ".",
            "exempelrapport",
        ]
    )
    assert new("ändamål", person=person)[0] == 0
    assert "  Lydelsen ”2012” gäller redan från den dagen — skriv en annan dag." in person.said
    code, _, err = new(
        "ändamål", "--förbund", "provkoping", "--från", "2012-01-01", "--källa", "exempelrapport"
    )
    assert code == 1
    assert "--från: lydelsen ”2012” gäller redan från den dagen — skriv en annan dag" in err


def test_an_answer_without_words_is_no_answer(new):
    person = Person(["provkoping", "", "våren 2021", "", "", "exempelrapport", ".", "Så började det."])
    new("berättelse", person=person)
    assert "  Svaret har inga ord — skriv det, eller tryck Enter för att hoppa över." in person.said


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ("Se <b>här</b>.", "Texten innehåller HTML (<b>) — ta bort taggen;"),
        ("{{ 7*7 }}", "Texten innehåller mallkod ({{) — ta bort klamrarna;"),
        ("Se [[provkopping]].", "Förbundet ”provkopping” finns inte — menade du ”provkoping”?"),
    ],
)
def test_what_the_check_would_refuse_is_refused_at_its_question(answer, told, new):
    """At the end it would cost all answers."""
    person = Person(["provkoping", "", "våren 2021", "", "", "exempelrapport", answer, "Så började det."])
    new("berättelse", person=person)
    assert [said for said in person.said if said.startswith(f"  {told}")]
    person = Person(["Samordningsförbundet Ny", "", "", "", "", answer])
    new("förbund", person=person)
    assert [said for said in person.said if said.startswith(f"  {told}")]


def test_the_name_of_the_shared_folder_is_taken(new):
    code, _, err = new("förbund", "--namn", "Gemensamt", "--källa", "exempelrapport")
    assert code == 1
    assert "namnet ”gemensamt” används till annat på webbplatsen — välj ett annat namn" in err


def test_an_interruption_at_any_question_leaves_nothing(new, root):
    before = files(root)
    answers = [
        "provkoping",
        "2015",
        "",
        "",
        "",
        "",
        "",
        "Förbundets text",
        ".",
        "ny-kalla",
        "Titel",
        "",
        "",
        "rapport",
        "",
    ]
    for length in range(len(answers) + 1):
        code, _, err = new("ändamål", person=Person(answers[:length]))
        assert (code, err) == (1, "\nAvbrutet. Ingenting är skrivet.\n")
        assert files(root) == before
    assert new("ändamål", person=Person([*answers, ""]))[0] == 0


# --- never overwritten, all or nothing -----------------------------------------------------------


def test_a_file_that_is_there_is_never_overwritten(new, root):
    before = files(root)
    code, _, err = new("förbund", "--namn", "Samordningsförbundet Provköping", "--källa", "exempelrapport")
    assert code == 1
    assert (
        "--id: narratives/provkoping/forbund.yml finns redan — ändra i den filen, eller välj ett annat id"
        in err
    )
    assert files(root) == before


def test_a_file_that_comes_at_the_last_moment_is_never_overwritten(root):
    change = staging.Change(new={"clauses/a.yml": b"ny"})
    (root / "clauses/a.yml").write_bytes(b"deras")
    before = files(root)
    with pytest.raises(staging.PlaceError, match="finns redan"):
        staging.put(root, change)
    assert files(root) == before


def test_a_change_that_fails_halfway_leaves_everything_as_it_was(root):
    was = (root / SOURCES).read_bytes()
    change = staging.Change(
        {"narratives/x/y/forbund.yml": b"a", "clauses/provkoping.yml": b"b"}, {SOURCES: (was, b"c")}
    )
    before = files(root)
    with pytest.raises(staging.PlaceError):
        staging.put(root, change)
    assert files(root) == before


def test_a_file_that_was_changed_meanwhile_is_left_alone(root):
    before = files(root)
    with pytest.raises(staging.PlaceError, match="ändrades under tiden"):
        staging.put(root, staging.Change({"clauses/a.yml": b"a"}, {SOURCES: (b"annat", b"nytt")}))
    assert files(root) == before


def test_what_would_not_pass_the_check_is_not_written(new, root):
    before = files(root)
    code, _, err = new(*FURTHER, "--text", "Text med {{ klamrar }}")
    assert code == 1
    assert "texten innehåller mallkod ({{)" in err
    assert "Filen skulle inte gå igenom kontrollen. Ingenting är skrivet." in err
    assert files(root) == before


def test_a_project_without_its_shared_files_is_to_be_mended_first(new, tmp_path):
    (tmp_path / "halv/clauses").mkdir(parents=True)
    code, _, err = new("förbund", at=tmp_path / "halv")
    assert code == 1
    assert err.startswith("Filen med kallor går inte att läsa — kör ramberattelser kontrollera")


# --- out of a document ----------------------------------------------------------------------------


def ordinance(folder: Path, name: str, form: str = "4 §") -> Path:
    """Write the made-up förbundsordning as the kind of file that ``name`` says, and return it."""
    parts = paragraphs(CLAUSE, HEADINGS[form])
    path = folder / name
    if name.endswith(".docx"):
        path.write_bytes(docx(parts, HEADINGS[form]))
    else:
        path.write_text("\n".join(wrapped(parts, 76, [0, 0, 0, 4])), encoding="utf-8")
    return path


@pytest.mark.usefixtures("fresh")
def test_a_clause_out_of_a_document_comes_with_its_facts_and_its_source(new, root, tmp_path):
    path = ordinance(tmp_path, "Förbunds*ordning_.docx")
    code, _, err = new(*FIRST, "--ur", str(path))
    assert (code, err) == (0, "")
    found = checked(root)
    version = found.clauses[FRESH].versions[0]
    assert version.text.strip() == CLAUSE
    assert (version.id, version.paragraph, version.heading) == ("2019", "4 §", "Förbundets ändamål")
    assert version.validity.start.written == "2019-01-01"
    assert version.adopted == "av kommunfullmäktige i Provköping den 12 november 2018"
    assert [(ref.source, ref.section) for ref in version.sources] == [("ff-nykoping-prov-2019", "4 §")]
    source = found.source_list.sources[-1]
    assert (source.id, source.kind, source.year) == ("ff-nykoping-prov-2019", "förbundsordning", "2019")
    assert source.title == "Förbundsordning för Samordningsförbundet Provköping"
    assert hashlib.sha256(path.read_bytes()).hexdigest() in (source.note or "")


@pytest.mark.usefixtures("fresh")
def test_mends_are_listed_confirmed_and_recorded(new, root, tmp_path):
    before = files(root)
    path = ordinance(tmp_path, "ordning.txt")
    code, _, err = new(*FIRST, "--ur", str(path))
    assert code == 1
    assert "är skrivna som ett ord" in err
    assert "--ja: texten är rättad så som listan säger — jämför med dokumentet, och lägg till --ja" in err
    assert files(root) == before
    code, out, _ = new(*FIRST, "--ur", str(path), "--ja")
    assert code == 0
    assert "är skrivna som ett ord" in out
    version = checked(root).clauses[FRESH].versions[0]
    assert version.text.strip() == CLAUSE
    assert [mend.what.split(":")[0] for mend in version.mends] == ["Avstavade ord vid radslut är sammanförda"]


@pytest.mark.usefixtures("fresh")
def test_a_person_settles_what_is_unsure_and_confirms_the_text(new, root, tmp_path):
    path = tmp_path / "ordning.txt"
    path.write_text(
        "4 § Ändamål\nFörbundets ändamål är att främja xylo-\nfonspel.\n\n5 § Styrelsen\n", encoding="utf-8"
    )
    person = Person([FRESH, "9", "2", "j", *[""] * 20])
    code, _, err = new("ändamål", "--ur", str(path), person=person)
    assert (code, err) == (0, "")
    said = "\n".join(person.said)
    assert "  1. xylo-fonspel (med bindestreck)\n  2. xylofonspel (ett ord)" in said
    assert "Skriv ett tal från 1 till 2." in said
    version = checked(root).clauses[FRESH].versions[0]
    assert version.text.strip() == "Förbundets ändamål är att främja xylofonspel."
    assert version.mends[0].what.endswith(": xylofonspel (ett ord)")


def test_a_person_who_does_not_confirm_gets_nothing_written(new, root, tmp_path):
    before = files(root)
    code, _, err = new(
        "ändamål", "--ur", str(ordinance(tmp_path, "a.txt")), person=Person(["provkoping", "n"])
    )
    assert code == 1
    assert err.startswith("Texten togs inte med.")
    assert files(root) == before


@pytest.mark.usefixtures("fresh")
def test_several_clauses_are_listed_and_chosen_by_number(new, root, tmp_path):
    path = tmp_path / "tva.txt"
    parts = [
        *paragraphs(CLAUSE, HEADINGS["4 §"]),
        *paragraphs("Förbundets ändamål är ett annat.", HEADINGS["4 §"]),
    ]
    path.write_text("\n\n".join(parts), encoding="utf-8")
    _, _, err = new(*FIRST, "--ur", str(path))
    assert "har flera paragrafer om ändamål — välj en: 1. 4 § Förbundets ändamål (rad 9); 2. 4 § " in err
    code, _, err = new(*FIRST, "--ur", str(path), "--nummer", "3")
    assert err.startswith("--nummer 3 finns inte — tva.txt har 2: 1.")
    code, _, err = new(*FIRST, "--ur", str(path), "--nummer", "2")
    assert (code, err) == (0, "")
    assert checked(root).clauses[FRESH].versions[0].text.strip() == "Förbundets ändamål är ett annat."


def test_a_document_that_cannot_be_used_is_a_sentence(new, root, tmp_path):
    before = files(root)
    (tmp_path / "tom.pdf").write_bytes(b"")
    code, out, err = new("ändamål", "--förbund", "provkoping", "--ur", str(tmp_path / "tom.pdf"))
    assert (code, out, err) == (1, "", "tom.pdf är tom — hämta filen på nytt.\nIngenting är skrivet.\n")
    assert files(root) == before


# --- parts ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Samordningsförbundet Östra Östergötland", "ostra-ostergotland"),
        ("Samordningsförbundet i Halland", "halland"),
        ("Norra Västmanlands Samordningsförbund", "norra-vastmanland"),
        ("Finsam Prov", "finsam-prov"),
    ],
)
def test_an_id_is_proposed_from_the_name(name, slug):
    assert slugs.owner_slug(name) == slug


def test_a_signature_is_one_that_nobody_has():
    assert signature("Provköping", set()) == "PRO"
    assert signature("Provköping", {"PRO"}) == "PRV"
    assert signature("Västra Norra Prov", set()) == "VNP"
    assert signature("1", set()) == ""
    assert signature("Hal", {"HAL"}) == "HA"
    assert signature("Å", set()) == ""


@pytest.mark.parametrize(
    ("name", "taken", "found"),
    [
        ("Provköping", {"PRO"}, "PRV"),
        ("Å", set(), "ÅA"),
        ("Å", {"ÅA"}, "ÅB"),
        ("Ab", {"AB"}, "ABA"),
        ("1", set(), "AA"),
    ],
)
def test_who_cannot_choose_a_signature_gets_one_that_nobody_has(name, taken, found):
    assert some_signature(name, taken) == found


def test_a_signature_is_found_however_many_are_taken():
    taken: set[str] = set()
    for _ in range(3000):
        one = some_signature("Hal", taken)
        assert re.fullmatch("[A-ZÅÄÖ]{2,4}", one)
        assert one not in taken
        taken.add(one)


@given(st.text(st.characters(exclude_categories=["Cs", "Co", "Cn"]), min_size=1, max_size=60))
def test_a_value_reads_back_as_it_was(text):
    document = read_text(f"fält: {scalar(text)}\n")
    hidden = {problem.code for problem in document.problems} <= {
        "hidden_character",
        "decomposed",
        "lost_character",
    }
    assert document.value == {"fält": text} or (document.problems and hidden)


@given(
    before=st.integers(1, 4),
    position=st.none() | st.integers(0, 5),
    after=st.sampled_from(["", "\n# om det som saknas\nsaknas: inget\n", "saknas:\n  - a"]),
    end=st.sampled_from(["\n", "\r\n"]),
    mark=st.sampled_from(["", "\ufeff"]),
    indent=st.sampled_from(["", "  "]),
)
def test_an_item_is_added_and_nothing_else_is_touched(before, position, after, end, mark, indent):
    items = "".join(
        f"{indent}- id: a{number}{end}{indent}  x: |{end}{indent}    text{end}{end}"
        for number in range(before)
    )
    text = f"{mark}# överst\nlista:\n{items}{after}".replace("\n", end)
    text = text.rstrip("\r\n") if not after else text
    data = text.encode("utf-8")
    result = insert_item(data, "lista", ["- id: ny", "  x: y"], position)
    added = f"{indent}- id: ny{end}{indent}  x: y{end}".encode()
    assert result.count(added) == 1
    assert result.replace(added, b"") in (data, data + end.encode())
    ids = [one["id"] for one in read_text(result.decode("utf-8").removeprefix("\ufeff")).value["lista"]]
    assert ids.index("ny") == (before if position is None else min(position, before))


def test_a_list_in_brackets_is_left_to_the_writer():
    with pytest.raises(InsertError):
        insert_item(b"lista: [a, b]\n", "lista", ["- ny"])


# --- slips that people make -----------------------------------------------------------------------


def test_a_document_that_is_told_of_needs_no_id_of_the_writers_own_making(new, root):
    told = (
        "förbund",
        "--namn",
        "Samordningsförbundet Nyköping-Prov",
        "--källans-titel",
        "En förbundsordning",
    )
    code, _, err = new(*told)
    assert code == 1
    assert err == (
        "--källans-slag: svaret saknas — lägg till --källans-slag och svara på ”Vad för slags dokument "
        "(rapport, ramberättelse, förbundsordning, lag, förarbete, webbsida, skrift)?”\n\n"
        "Ingenting är skrivet.\n"
    )
    code, out, _ = new(*told, "--källans-slag", "förbundsordning")
    assert code == 0
    assert "Källan ff-nykoping-prov är tillagd sist i narratives/gemensamt/kallor.yml." in out
    assert checked(root).associations["nykoping-prov"].names[0].sources[0].source == "ff-nykoping-prov"


def test_a_document_of_another_kind_is_named_by_the_writer(new):
    told = ("--namn", "Samordningsförbundet Nyköping-Prov", "--källans-titel", "En rapport")
    code, _, err = new("förbund", *told, "--källans-slag", "rapport")
    assert code == 1
    assert err.startswith("--källa: svaret saknas")
    assert "ett nytt id blir en ny källa" in err


def test_an_unknown_forbund_is_the_only_thing_said_of_it(new):
    _, _, err = new(
        "berättelse", "--förbund", "Provkopping", "--titel", "Ett försök", "--källa", "exempelrapport"
    )
    told = "--förbund: förbundet ”Provkopping” finns inte — menade du ”provkoping”? Ett nytt skrivs med: "
    assert f"{told}ramberattelser ny förbund\n" in err
    _, _, err = new("berättelse", "--förbund", "Helt annat", "--titel", "Ett", "--källa", "exempelrapport")
    assert "exempelforbundet, provkoping. Ett nytt skrivs med: ramberattelser ny förbund\n" in err
    assert "--id" not in err


def test_a_question_is_answered_by_its_id_or_its_words(new, root):
    (question, *_) = checked(root).question_list.questions
    told = ("--titel", "Ett försök", "--källa", "exempelrapport", "--ingress", "Kort.", "--id", "fraga")
    answer = ("--svar", f"{question.question}=Vi åt lunch: varje vecka.")
    assert new("berättelse", "--förbund", "provkoping", *told, *answer)[0] == 0
    section = checked(root).stories["provkoping/fraga"].narrative.sections[0]
    assert list(section.questions) == [question.id]
