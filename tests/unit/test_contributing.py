"""What is made from the models: schemas, the format's page, the forms, and files from filled-in forms."""

from __future__ import annotations

import argparse
import json
import re
import shutil
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from browser.trees import write_tree
from contributing.yaml_ls import digest, digest_of_cases
from corpus_files import cases, example_files
from ramberattelser.checking import check
from ramberattelser.contributing import facts, issue_body, kinds, schemas, templates
from ramberattelser.contributing.converting import convert
from ramberattelser.contributing.format_page import PATH, format_page
from ramberattelser.contributing.forms import clause_form, forms, story_form
from ramberattelser.contributing.reply import MOST, inert, reply
from ramberattelser.contributing.slips import Slip
from ramberattelser.contributing.world import world
from ramberattelser.contributing.yaml_text import list_entry, yaml_text
from ramberattelser.findings import report
from ramberattelser.model import ClauseVersion, Narrative, Source
from ramberattelser.reading import read_text
from ramberattelser.verbs import formular, schema

ROOT = Path(__file__).resolve().parents[2]
WORLD = world(example_files())
STORY, CLAUSE = story_form(WORLD.shared), clause_form(WORLD.shared)


def run(verb, *arguments, root=ROOT):
    """Run a verb as the command would."""
    parser = argparse.ArgumentParser()
    verb.add(parser.add_subparsers())
    options = parser.parse_args(arguments)
    options.rot = root
    return options.run(options)


# --- schemas and the page -----------------------------------------------------------------


def test_what_is_made_from_the_models_is_as_committed(capsys):
    """Drift: ``ramberattelser schema`` and ``formular --mallar`` mend it."""
    codes = [run(schema, "schema", "--kontrollera"), run(formular, "formular", "--mallar", "--kontrollera")]
    assert (codes, capsys.readouterr().err) == ([0, 0], "")


def test_a_file_that_has_drifted_is_told(tmp_path, capsys):
    assert run(schema, "schema", root=tmp_path) == 0
    written = tmp_path / "schemas/forbund.schema.json"
    written.write_text(written.read_text(encoding="utf-8").replace("Kortnamn", "Kort"), encoding="utf-8")
    (tmp_path / PATH).unlink()
    capsys.readouterr()
    assert run(schema, "schema", "--kontrollera", root=tmp_path) == 1
    assert capsys.readouterr().err.splitlines() == [
        f"{PATH}:1:1: filen: filen saknas — kör ”ramberattelser schema” och ta med filen",
        "schemas/forbund.schema.json:1:1: filen: filen stämmer inte med modellerna — "
        "kör ”ramberattelser schema” och ta med filen",
    ]
    assert run(schema, "schema", root=tmp_path) == 0
    assert capsys.readouterr().out.splitlines() == [f"Skrev {PATH}", "Skrev schemas/forbund.schema.json"]


def _properties(node):
    for name, field in node.get("properties", {}).items():
        yield name, field
        yield from _properties(field)
        yield from _properties(field.get("items", {}))


@pytest.mark.parametrize("kind", kinds.KINDS, ids=lambda kind: kind.name)
def test_every_field_has_title_description_and_example(kind):
    found = list(_properties(schemas.schema(kind)))
    assert found
    for name, field in found:
        assert field["title"][0].isupper(), name
        assert len(field["description"]) > 3, name
        assert field["examples"] not in ([None], [""], [[]], [{}]), name
        assert not re.search(r"\b(the|of|field|string)\b", field["title"] + " " + field["description"]), name


def _written(folder):
    """The page's examples as files, beside the other förbund that they speak of."""
    examples = re.findall(
        r"^`([^`]+)`:\n\n``` \{ .yaml tabindex=0 \}\n(.*?)^```$", format_page(), re.MULTILINE | re.DOTALL
    )
    others = {path: text for path, text in example_files().items() if "provkoping" in path}
    write_tree(folder, dict(examples) | others)
    return [path for path, _ in examples]


def test_every_example_of_the_page_passes_the_check(tmp_path):
    paths = _written(tmp_path)
    assert paths == [kind.path for kind in kinds.KINDS]
    _, findings = check(tmp_path)
    assert report(findings) == ""


def test_the_page_tells_of_every_field():
    page = format_page()
    for kind in kinds.KINDS:
        for name, _ in _properties(schemas.schema(kind)):
            assert f"**`{name}`**" in page


def test_an_editor_underlines_the_place_that_the_check_names():
    """``yaml_ls.py`` made the file, with the schemas as they are attached in ``.vscode``."""
    committed = json.loads((ROOT / "tests/contributing/editor.json").read_text(encoding="utf-8"))
    again = "run tests/contributing/yaml_ls.py"
    assert committed["schemas"] == digest(), f"the schemas have changed: {again}"
    assert committed["cases"] == digest_of_cases(), f"the cases have changed: {again}"
    shown = committed["shown"]
    assert list(shown) == [str(case) for case in cases("values")]
    silent = set()
    for case in cases("values"):
        editor = {line.split(": ")[0] for line in shown[str(case)]}
        ours = {line.split(": ")[0] for line in case.found}
        if not editor:
            silent.add(str(case))
        elif str(case) in MORE_THAN_AN_EDITOR_KNOWS:
            assert editor < ours, str(case)
        elif str(case) in ONE_MISTAKE:
            assert ours < editor, str(case)
        else:
            assert editor == ours, str(case)
    # What a time may say, and which days there are, takes our own parser.
    assert {case.partition("-")[0] for case in silent} == {"date", "day"}
    assert {case for case in silent if case.startswith("day")} == {"day", "day-leap_day"}


MORE_THAN_AN_EDITOR_KNOWS = {"extra_forbidden-hides_nothing"}
"""It has a fault between two files as well."""
ONE_MISTAKE = {"outdented", "no_known_field"}
"""An editor underlines every field of what is one mistake."""


# --- writing YAML -------------------------------------------------------------------------

TEXTS = st.text(st.characters(codec="utf-8"), min_size=1) | st.sampled_from(
    [
        "no",
        "2019",
        "a: b",
        "a #b",
        "*a",
        "a\n\nb\n",
        " a\nb",
        "a\n  b\n",
        "- a",
        "Ä",
        "null",
        "a:",
        '"',
        "\\",
        "a\t",
    ]
)
VALUES = st.recursive(
    TEXTS,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3)
        | st.dictionaries(st.sampled_from(["källa", "text", "id"]), inner, min_size=1)
    ),
    max_leaves=8,
)


def _no_list_in_list(value):
    if isinstance(value, list):
        return all(not isinstance(inner, list) and _no_list_in_list(inner) for inner in value)
    return not isinstance(value, dict) or all(map(_no_list_in_list, value.values()))


@given(st.dictionaries(st.sampled_from(["a", "b"]), VALUES.filter(_no_list_in_list), min_size=1))
def test_what_is_written_is_read_again(value):
    assert yaml.safe_load(yaml_text(value)) == value
    assert yaml.safe_load("x:\n" + list_entry(value, 2)) == {"x": [value]}


# --- the forms ----------------------------------------------------------------------------

ELSEWHERE = {
    "Narrative": {
        "korttitel": "the title is short enough in most lists",
        "handlar_om": "a reviewer adds it",
        "publicerad": "the day of the issue",
        "ändringar": "nothing has changed in what is new",
    },
    "ClauseVersion": {
        "id": "the year",
        "beteckning": "for the law's own",
        "gäller": "asked as från and till",
        "osäker_datering": "a reviewer adds it",
        "styckenas_paragrafer": "a reviewer adds it",
        "rättad_avskrift": "nothing has been mended in what is new",
        "publicerad": "the day of the issue",
        "ändringar": "nothing has changed in what is new",
    },
    "Source": {
        "id": "from kind, förbund and year",
        "kort": "from kind, förbund and year",
        "författare": "a reviewer adds it",
        "läst": "it was read",
        "omnämnd_i": "it was read",
        "not": "a reviewer adds it",
    },
}


@pytest.mark.parametrize(("model", "form"), [(Narrative, STORY), (ClauseVersion, CLAUSE), (Source, STORY)])
def test_every_field_of_the_models_is_asked_for_or_known_otherwise(model, form):
    asked = {ask.field for ask in form.asks if ask.model is model}
    assert asked | set(ELSEWHERE[model.__name__]) == set(facts.facts(model))
    assert asked & set(ELSEWHERE[model.__name__]) == set()


@pytest.mark.parametrize("form", [STORY, CLAUSE], ids=lambda form: form.name)
def test_a_question_is_needed_where_the_field_is(form):
    """But for a source and a förbund, which are asked about only where they are new, and the sections."""
    for ask in form.asks:
        if ask.model in (Narrative, ClauseVersion) and ask.field not in ("avsnitt", "källa"):
            assert ask.required == facts.facts(ask.model)[ask.field].required, ask.label


@pytest.mark.parametrize("path", ["berattelse", "andamal"])
def test_the_forms_are_such_as_github_takes(path):
    form = yaml.safe_load((ROOT / templates.FOLDER / f"{path}.yml").read_text(encoding="utf-8"))
    assert {"name", "description", "body", "labels", "title"} == set(form)
    asked = [part for part in form["body"] if part["type"] != "markdown"]
    assert {part["type"] for part in asked} <= {"input", "textarea", "dropdown", "checkboxes"}
    ids, labels = [part["id"] for part in asked], [part["attributes"]["label"] for part in asked]
    assert len(set(ids)) == len(ids)
    assert len(set(labels)) == len(labels)
    assert all(re.fullmatch(r"[a-z0-9_-]+", id) for id in ids)
    workflow = (ROOT / ".github/workflows/formular.yml").read_text(encoding="utf-8")
    assert f"'{form['labels'][0]}'" in workflow


# --- from a form to files -----------------------------------------------------------------


def filled(form, **answers):
    """An issue's body as GitHub makes it of a form."""
    parts = []
    for ask in form.asks:
        text = answers.pop(ask.id.replace("-", "_"), "")
        if ask.kind == "checkboxes":
            text = text or "\n".join(f"- [X] {choice}" for choice in ask.choices)
        elif ask.verbatim and text:
            text = f"```text\n{text}\n```"
        parts.append(f"### {ask.label}\n\n{text or '_No response_'}\n")
    assert not answers, answers
    return "\n".join(parts)


TOLD = {
    "forbund": "Samordningsförbundet Testköping",
    "titel": "Testköping: ett försök",
    "ingress": "Hur det blev.",
    "skriven": "våren 2024",
    "ny_titel": "Vår ramberättelse",
    "ny_ar": "2024",
    "ny_slag": "ramberättelse",
    "fraga_hur_det_borjade": (
        "Våren 2019 började det. [avsnitt 1]\n\nTvå skäl:\n\n- ett\n- två [s. 2]\n\n"
        "> Vi hade aldrig setts.\n> – Ordföranden [källan]\n\nSe [[provkoping]]. [exempelrapport, avsnitt 2]"
    ),
    "siffror": "cirka 1 600: deltagare [s. 3]",
    "saknas": "- bilden på sidan 3 [s. 3]",
}
WORDED = {
    "forbund": "Samordningsförbundet Testköping",
    "paragraf": "4 §",
    "fran": "2020-01-01",
    "text": 'Förbundet: ska "pröva" #1 <igen>.\n\n- Punkt',
    "ny_titel": "Förbundsordning",
    "ny_ar": "2020",
    "ny_slag": "förbundsordning",
    "avsnitt": "4 §",
    "bygger_pa": "provkoping/2012, hämtad från, säker [4 §]",
    "kodning": "Syfte: ska ”pröva”",
    "anmarkningar": "#1: Så står det.",
}
WORDED["kodning"] = 'Syfte: ska "pröva"'


@pytest.fixture
def project(tmp_path):
    write_tree(tmp_path / "p", example_files())
    return tmp_path / "p"


def convert_in(project, tmp_path, body, *options):
    """Run the verb on ``body``; return its exit code."""
    issue = tmp_path / "arende.md"
    issue.write_bytes(body if isinstance(body, bytes) else body.encode())
    return run(formular, "formular", str(issue), *options, root=project)


def _tree(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_a_story_of_a_new_forbund_becomes_three_files(project, tmp_path, capsys):
    body = filled(
        STORY, **TOLD, medlemmar="Testköpings kommun, kommun", handelser="våren 2016: Första mötet [s. 1]"
    )
    assert convert_in(project, tmp_path, body, "--ärende", "12", "--dag", "2026-03-04") == 0
    assert capsys.readouterr().out.startswith(
        "Skrev narratives/gemensamt/kallor.yml\nSkrev narratives/testkoping/2024.yml\n"
        "Skrev narratives/testkoping/forbund.yml\n"
    )
    corpus, findings = check(project)
    assert report(findings) == ""
    story = corpus.stories["testkoping/2024"].narrative
    assert [block.kind for block in story.sections[0].blocks] == ["text", "text", "citat", "text"]
    assert story.sections[0].blocks[1].text == "Två skäl:\n\n- ett\n- två"
    assert story.sections[0].blocks[2].by == "Ordföranden"
    sources = [f"{ref.source}|{ref.section}" for block in story.sections[0].blocks for ref in block.sources]
    own = "berattelse-testkoping-2024"
    assert sources == [f"{own}|avsnitt 1", f"{own}|s. 2", f"{own}|None", "exempelrapport|avsnitt 2"]
    assert story.published.isoformat() == "2026-03-04"
    association = corpus.associations["testkoping"]
    assert (association.short_name, association.signature) == ("Testköping", "TES")
    assert [event.title for event in association.events] == ["Första mötet"]
    assert corpus.sources[own].title == "Vår ramberättelse"


def test_a_wording_keeps_its_words_to_the_letter(project, tmp_path):
    assert convert_in(project, tmp_path, filled(CLAUSE, **WORDED).replace("\n", "\r\n")) == 0
    corpus, findings = check(project)
    assert report(findings) == ""
    version = corpus.clauses["testkoping"].versions[0]
    assert version.text == WORDED["text"]
    assert version.codes[0].element == "syfte"
    assert str(version.relations[0].version) == "provkoping/2012"
    assert version.published.isoformat() == WORLD.latest == "2026-02-03"  # the latest day in the data


def test_a_wording_is_added_in_its_place_and_all_else_stays(project, tmp_path):
    file = project / "clauses/provkoping.yml"
    before = file.read_text(encoding="utf-8")
    older = {
        "forbund": "Provköping",
        "paragraf": "3 §",
        "fran": "2005",
        "till": "2011",
        "text": "Ord.",
        "kalla": "provlagen",
    }
    assert convert_in(project, tmp_path, filled(CLAUSE, **older), "--ärende", "7") == 0
    after = file.read_text(encoding="utf-8")
    end = "  # Slut på ärende 7.\n"
    added = after[after.index("  # Början på ärende 7.") : after.index(end) + len(end)]
    assert after.replace(added, "") == before
    assert [v["id"] for v in yaml.safe_load(after)["versioner"]] == ["2005", "2012"]
    newer = older | {"fran": "2019", "till": "", "text": "# Slut på ärende 8.\n\nAndra ord."}
    assert convert_in(project, tmp_path, filled(CLAUSE, **newer), "--ärende", "8") == 0
    assert [v["id"] for v in yaml.safe_load(file.read_text(encoding="utf-8"))["versioner"]] == [
        "2005",
        "2012",
        "2019",
    ]
    # An edit of the second issue takes away its own words, also where they look like their own end.
    assert (
        convert_in(project, tmp_path, filled(CLAUSE, **older | {"fran": "2020", "till": ""}), "--ärende", "8")
        == 0
    )
    assert [v["id"] for v in yaml.safe_load(file.read_text(encoding="utf-8"))["versioner"]] == [
        "2005",
        "2012",
        "2020",
    ]


def test_an_edited_issue_makes_its_files_anew(project, tmp_path):
    assert convert_in(project, tmp_path, filled(STORY, **TOLD), "--ärende", "12") == 0
    first = _tree(project)
    assert convert_in(project, tmp_path, filled(STORY, **TOLD), "--ärende", "12") == 0
    assert _tree(project) == first
    assert convert_in(project, tmp_path, filled(STORY, **TOLD | {"skriven": "2025"}), "--ärende", "12") == 0
    stories = sorted(path.name for path in (project / "narratives/testkoping").iterdir())
    assert stories == ["2025.yml", "forbund.yml"]


def test_what_is_not_from_the_same_issue_is_left_alone(project, tmp_path, capsys):
    assert convert_in(project, tmp_path, filled(CLAUSE, **WORDED), "--ärende", "12") == 0
    before = _tree(project)
    capsys.readouterr()
    assert convert_in(project, tmp_path, filled(CLAUSE, **WORDED), "--ärende", "13") == 1
    assert _tree(project) == before
    told = capsys.readouterr().err
    assert "lydelsen testkoping/2020 finns redan" in told
    assert "källan ”ff-testkoping-2020” finns redan här" in told


def test_a_file_that_is_there_is_never_replaced():
    body = filled(STORY, **TOLD | {"forbund": "Provköping", "ny_titel": "En annan"})
    taken = {f"narratives/provkoping/2024{end}.yml": "titel: x\n" for end in ("", "-testkoping-ett-forsok")}
    made = convert(body, example_files() | taken, issue="9")
    assert [slip.what for slip in made.slips] == [
        "filen narratives/provkoping/2024-testkoping-ett-forsok.yml finns redan"
    ]
    assert made.files == {}


def test_another_story_of_the_same_year_has_its_title_in_its_name():
    told = TOLD | {"forbund": "Exempelförbundet", "skriven": "2020"}
    made = convert(filled(STORY, **told), example_files())
    assert [path for path in made.paths() if "kallor" not in path] == [
        "narratives/exempelforbundet/2020-testkoping-ett-forsok.yml"
    ]


def test_files_go_to_another_folder(project, tmp_path):
    before = _tree(project)
    assert convert_in(project, tmp_path, filled(STORY, **TOLD), "--till", str(tmp_path / "ut")) == 0
    assert _tree(project) == before
    assert sorted(_tree(tmp_path / "ut")) == [
        "narratives/gemensamt/kallor.yml",
        "narratives/testkoping/2024.yml",
        "narratives/testkoping/forbund.yml",
    ]


@pytest.mark.parametrize(("short", "given"), [("Å", "ÅA"), ("Exe", "EX"), ("Testköping", "TES")])
def test_a_new_association_gets_a_signature_of_its_own(short, given, project, tmp_path, capsys):
    """The form never asks for one, so nobody could mend it."""
    told = TOLD | {"forbund": "Samordningsförbundet Testköping", "kortnamn": short}
    assert convert_in(project, tmp_path, filled(STORY, **told)) == 0, capsys.readouterr().err
    (made,) = set((project / "narratives").glob("*/forbund.yml")) - {
        project / f"narratives/{owner}/forbund.yml" for owner in ("exempelforbundet", "provkoping")
    }
    assert f"signatur: {given}\n" in made.read_text(encoding="utf-8")
    assert check(project)[1] == []


PLACE = "skriv det sist, inom hakparentes, till exempel [avsnitt 2], eller [källan]"
WRONG = {
    "paragraph_without_place": (
        {"fraga_hur_det_borjade": "Ett stycke utan.\n\nEtt med. [s. 1]"},
        ["38:Hur började det?: stycket ”Ett stycke utan.” säger inte var det står i källan — " + PLACE],
    ),
    "quotation_without_speaker": (
        {"fraga_hur_det_borjade": "> Vi ville. [s. 1]"},
        [
            "38:Hur började det?: citatet säger inte vem som talar — "
            "skriv en sista rad med tankstreck och namnet, till exempel ”> – Ordföranden [avsnitt 2]”"
        ],
    ),
    "unknown_source": (
        {"fraga_hur_det_borjade": "Ord. [exempel-rapport, avsnitt 1]"},
        [
            "38:Hur började det?: källan ”exempel-rapport” finns inte i kallor.yml — "
            "menade du ”exempelrapport”?"
        ],
    ),
    "unknown_reference": (
        {"fraga_hur_det_borjade": "Först. [s. 1]\n\nSe [[provkopping]]. [s. 1]"},
        ["40:Hur började det?: förbundet ”provkopping” finns inte — menade du ”provkoping”?"],
    ),
    "date": (
        {"skriven": "i våras"},
        [
            "30:Skriven: ”i våras” går inte att läsa som tid (okänd form) — skriv till exempel ”2015”, "
            "”2015-03”, ”2015-03-01”, ”mars 2016”, ”1 mars 2016” eller ”våren 2016”"
        ],
    ),
    "no_source": (
        {"ny_titel": "", "ny_ar": "", "ny_slag": ""},
        [
            "38:Källa som redan finns: ingen källa är angiven — "
            "skriv dess korta namn, eller fyll i dokumentets titel, år och slag"
        ],
    ),
    "source_that_is_not_here": (
        {"kalla": "exempelraport", "ny_titel": "", "ny_ar": "", "ny_slag": ""},
        [
            "38:Källa som redan finns: källan ”exempelraport” finns inte här — menade du ”exempelrapport”? "
            "Är dokumentet nytt lämnas fältet tomt, och dess titel, år och slag fylls i"
        ],
    ),
    "name_of_the_shared_folder": (
        {"forbund": "Samordningsförbundet Gemensamt"},
        ["3:Förbundets namn: namnet ”gemensamt” används till annat på webbplatsen — välj ett annat namn"],
    ),
    "no_section": (
        {"fraga_hur_det_borjade": ""},
        ["62:Hur började det?: inget avsnitt är skrivet — svara på minst en av frågorna"],
    ),
    "figure_without_colon": (
        {"siffror": "tusen deltagare [s. 1]"},
        [
            "38:Siffror: raden ”tusen deltagare” går inte att dela upp — "
            "skriv den som i exemplet: cirka 1 600: deltagare [avsnitt 2]"
        ],
    ),
    "needed": ({"titel": ""}, ["22:Titel: svaret saknas — fyll i det"]),
    "choice": (
        {"ny_slag": "bok"},
        [
            "50:Dokumentets slag: ”bok” är inget av valen — "
            "välj rapport, ramberättelse, förbundsordning, lag, förarbete, webbsida, skrift"
        ],
    ),
    "template": (
        {"titel": "{{ config }}"},
        ["22:Titel: texten innehåller mallkod ({{) — ta bort klamrarna; texten visas precis som den står"],
    ),
    "html": (
        {"titel": "<script>alert(1)</script>"},
        [
            "22:Titel: texten innehåller HTML (<script>alert(1)</sc) — "
            "ta bort taggen; skriv < som ”mindre än” och använd *kursiv* och **fet**"
        ],
    ),
    "reserved_name": (
        {"forbund": "Jämför"},
        ["3:Förbundets namn: namnet ”jamfor” används till annat på webbplatsen — välj ett annat namn"],
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_fault_is_told_under_the_label_of_its_question(name, project, tmp_path, capsys):
    answers, expected = WRONG[name]
    before = _tree(project)
    body = filled(STORY, **TOLD | answers)
    assert convert_in(project, tmp_path, body) == 1
    told = [line.removeprefix(f"{tmp_path}/arende.md:") for line in capsys.readouterr().err.splitlines()]
    lines = body.split("\n")
    for line, sentence in zip(told, expected, strict=True):
        number, _, text = line.partition(":1: ")
        label, what = sentence.partition(":")[2].split(": ", 1)
        assert text == f"{label}: {what}"
        # The line that is named stands under the label.
        above = [row for row in lines[: int(number)] if row.startswith("### ")]
        assert above[-1] == f"### {label}"
    assert _tree(project) == before


BODIES = {
    "empty": (b"", "det här är inget ifyllt formulär"),
    "other": (b"Hej! ### Titel\n\nEn fr\xc3\xa5ga.", "det här är inget ifyllt formulär"),
    "latin1": ("### Förbundets namn\n\nX".encode("latin-1"), "texten är inte UTF-8"),
    "megabyte": (b"### Titel\n\n" + b"a" * 1_000_000, "texten är längre än 128000 tecken"),
    "front_matter": (
        ("---\ntitle: x\n---\n" + filled(STORY, **TOLD)).encode(),
        "text står före den första rubriken",
    ),
    "missing_heading": (filled(STORY, **TOLD).replace("### Ingress\n", "").encode(), "rubriken saknas"),
    "heading_in_an_answer": (
        filled(STORY, **TOLD | {"ingress": "a\n\n### Titel\n\nb"}).encode(),
        "rubriken står två gånger",
    ),
    "fence": (
        filled(STORY, **TOLD | {"ingress": "```\nkod\n```"}).encode(),
        "ett kodblock används inte i brödtext",
    ),
    "unclosed_fence": (filled(CLAUSE, **WORDED).replace("- Punkt\n```", "- Punkt").encode(), ""),
    "own_heading": (
        filled(STORY, **TOLD | {"ingress": "### Eget"}).encode(),
        "en rubrik används inte i brödtext",
    ),
    "zero_width": (filled(STORY, **TOLD | {"titel": "a\u200bb"}).encode(), "ett osynligt tecken (U+200B)"),
    "nul": (filled(STORY, **TOLD | {"titel": "a\0b"}).encode(), "ett osynligt tecken (U+0000)"),
    "unticked": (filled(STORY, **TOLD).replace("[X]", "[ ]").encode(), "rutorna är inte ikryssade"),
    "jinja": (
        filled(CLAUSE, **WORDED | {"text": "{% include 'x' %}"}).encode(),
        "texten innehåller mallkod ({%)",
    ),
    "path": (filled(STORY, **TOLD | {"forbund": "../../xyz"}).encode(), ""),
    "no_letters": (
        filled(STORY, **TOLD | {"forbund": "…"}).encode(),
        "av namnet går ingen webbadress att göra",
    ),
}


@pytest.mark.parametrize("name", BODIES)
def test_a_hostile_body_gives_findings_and_changes_nothing_else(name, project, tmp_path, capsys):
    body, sentence = BODIES[name]
    before = _tree(project)
    code = convert_in(project, tmp_path, body)
    assert sentence in capsys.readouterr().err
    assert code == (1 if sentence else 0)
    if code:
        assert _tree(project) == before
    else:
        assert report(check(project)[1]) == ""
    assert sorted(path.name for path in tmp_path.iterdir()) == ["arende.md", "p"]


WORDS = st.sampled_from(
    ["### Titel", "### Förbundets namn", "### Paragraf", "[s. 1]", "[", "]", "> a", "> – b [x]", "- a: b",
     "```", "\n\n", "_No response_", "2019", "förbund", "a, b, c [d; e]", "---", "{{", "<b>", "\r\n",
     "# Slut på ärende 1.", "[[x]]", "x:"]
)  # fmt: skip


@given(st.lists(WORDS | st.text(max_size=8), max_size=12), st.sampled_from(["STORY", "CLAUSE"]), st.data())
def test_no_answer_makes_the_conversion_fail(parts, which, data):
    form, base = (STORY, TOLD) if which == "STORY" else (CLAUSE, WORDED)
    id = data.draw(st.sampled_from([ask.id for ask in form.asks if ask.kind != "checkboxes"])).replace(
        "-", "_"
    )
    made = convert(filled(form, **base | {id: "\n".join(parts)}), example_files(), issue="1")
    assert isinstance(made.slips, list)
    for path, text in made.files.items():
        assert re.fullmatch(r"(narratives/[a-z0-9-]*|clauses)/[a-z0-9-]+\.yml", path)
        if text is not None:
            assert read_text(text).problems == []


@given(st.text(max_size=60).map(lambda text: text.replace("\r", "")))
def test_no_body_makes_the_reading_fail(body):
    assert issue_body.read(body, forms(WORLD.shared)).slips


# --- the answer ---------------------------------------------------------------------------


def test_the_answer_thanks_and_says_what_happens_next(project, tmp_path):
    svar = tmp_path / "svar.md"
    assert convert_in(project, tmp_path, filled(STORY, **TOLD), "--svar", str(svar)) == 0
    text = svar.read_text(encoding="utf-8")
    assert text.startswith("Tack! Svaren är prövade, och inget behöver rättas.")
    assert "- `narratives/testkoping/2024.yml`\n" in text
    assert "En människa läser förslaget" in text


def test_the_answer_tells_every_fault_under_its_label(project, tmp_path):
    svar = tmp_path / "svar.md"
    body = filled(STORY, **TOLD | {"titel": "", "ny_slag": "bok"})
    assert convert_in(project, tmp_path, body, "--svar", str(svar)) == 1
    text = svar.read_text(encoding="utf-8")
    assert text.startswith("Tack! Vi har läst svaren, och det är 2 saker att rätta")
    assert "- **Titel**: svaret saknas. Fyll i det.\n" in text
    assert "- **Dokumentets slag**: ”bok” är inget av valen." in text


def test_an_answer_is_never_too_long_to_be_read(project, tmp_path):
    answer = tmp_path / "svar.md"
    body = filled(STORY, **TOLD | {"siffror": "a\n" * 60})
    assert convert_in(project, tmp_path, body, "--svar", str(answer)) == 1
    told = answer.read_text(encoding="utf-8")
    assert "det är 60 saker att rätta" in told
    assert told.count("\n- **Siffror**: ") == MOST
    assert "\n- … och 10 till, som visas när de här är rättade.\n" in told


def test_faults_of_every_kind_are_told_at_once(project, tmp_path, capsys):
    """Reading, dividing and checking each find their own; nobody should have to meet them in turn."""
    before = _tree(project)
    body = filled(
        CLAUSE,
        **WORDED
        | {
            "fran": "1/1 2019",
            "kalla": "",
            "ny_titel": "",
            "ny_ar": "",
            "ny_slag": "",
            "kodning": "utan kolon",
        },
    ).replace("[X]", "[ ]")
    assert convert_in(project, tmp_path, body) == 1
    told = [line.split(":1: ", 1)[1].split(": ", 1) for line in capsys.readouterr().err.splitlines()]
    assert [label for label, _ in told] == [
        "Gäller från",
        "Källa som redan finns",
        "Kodning",
        "Innan du skickar",
    ]
    assert "går inte att läsa som tid" in told[0][1]
    assert _tree(project) == before


@pytest.mark.parametrize(
    ("option", "told"),
    [
        (
            ("--ärende", "12; rm"),
            "--ärende: ”12; rm” är inget nummer — skriv ärendets nummer, bara siffror.\n",
        ),
        (("--ärende", "1\n2"), "--ärende: ”1\n2” är inget nummer — skriv ärendets nummer, bara siffror.\n"),
        (
            ("--dag", "igår"),
            "--dag: ”igår” är ingen dag — skriv dagen som ÅÅÅÅ-MM-DD, till exempel 2026-11-22.\n",
        ),
    ],
)
def test_number_and_day_of_the_issue_are_what_they_should_be(option, told, project, tmp_path, capsys):
    """Both stand in the files that are made."""
    before = _tree(project)
    assert convert_in(project, tmp_path, filled(STORY, **TOLD), *option) == 2
    assert capsys.readouterr().err == told
    assert _tree(project) == before


def test_a_form_that_stands_there_twice_is_one_fault(project, tmp_path, capsys):
    body = filled(STORY, **TOLD)
    assert convert_in(project, tmp_path, f"{body}\n{body}") == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert (
        ": Förbundets namn: formuläret står två gånger — ta bort det ena, från rubriken ”### Förbundets"
        in line
    )


@pytest.mark.parametrize(
    "name",
    [
        "exempelrapport",
        "Exempelrapport",
        "Exempel 2020",
        "En rapport som inte finns",
        "exempelrapport, avsnitt 1",
    ],
)
def test_a_source_is_known_by_its_id_its_short_name_and_its_title(name, project, tmp_path):
    answers = TOLD | {"kalla": name, "ny_titel": "", "ny_ar": "", "ny_slag": ""}
    assert convert_in(project, tmp_path, filled(STORY, **answers)) == 0
    story = check(project)[0].stories["testkoping/2024"].narrative
    assert [ref.source for ref in story.sources] == ["exempelrapport"]


def test_a_new_forbund_gets_a_signature_of_its_own(project, tmp_path):
    """The first three letters of its name may be those of another."""
    assert (
        convert_in(project, tmp_path, filled(STORY, **TOLD | {"forbund": "Samordningsförbundet Provberga"}))
        == 0
    )
    assert check(project)[0].associations["provberga"].signature == "PRV"


def test_what_follows_from_a_fault_is_not_told_beside_it(project, tmp_path, capsys):
    """Without a title the file lacks one, and without a source every reference to it leads nowhere."""
    body = filled(STORY, **TOLD | {"titel": "", "kalla": "", "ny_titel": "", "ny_ar": "", "ny_slag": ""})
    assert convert_in(project, tmp_path, body) == 1
    told = [line.split(":1: ", 1)[1].split(": ", 1)[0] for line in capsys.readouterr().err.splitlines()]
    assert told == ["Titel", "Källa som redan finns"]


@given(
    st.text(max_size=80)
    | st.sampled_from(["@alla", "#12", "[a](https://x.se)", "<img src=x>", "www.x.se", "![](a)"])
)
def test_words_in_the_answer_are_only_words(text):
    made = reply([Slip("Titel", 1, f"x{text}x", "rätta")], [], [])
    bullet = next(line for line in made.split("\n") if line.startswith("- **Titel**"))
    tokens = [token for part in MarkdownIt().parse(bullet) for token in part.children or []]
    kinds_seen = {token.type for token in tokens}
    assert kinds_seen <= {"text", "text_special", "strong_open", "strong_close"}
    assert not re.search(r"[@#]\w|://|www\.", inert(text).replace("\\", ""))


# --- the workflow -------------------------------------------------------------------------


def test_the_workflow_gives_the_text_of_an_issue_to_a_file_alone():
    text = (ROOT / ".github/workflows/formular.yml").read_text(encoding="utf-8")
    workflow = yaml.load(text, Loader=yaml.BaseLoader)
    assert workflow["permissions"] == {}
    assert workflow["on"] == {"issues": {"types": ["opened", "edited"]}}
    reads, writes = workflow["jobs"]["las"], workflow["jobs"]["lagg-fram"]
    assert reads["permissions"] == {"contents": "read"}
    assert writes["permissions"] == {"contents": "write", "issues": "write", "pull-requests": "write"}
    steps = [*reads["steps"], *writes["steps"]]
    assert not any("${{" in step.get("run", "") for step in steps)
    assert set(re.findall(r"\$\{\{(.*?)\}\}", text)) == {
        " github.event.issue.number ",
        " github.token ",
        " runner.temp ",
    }
    assert not any("env" in step for step in reads["steps"]), "what reads has no token"
    assert re.findall(r"uses: *(\S+)", text) == re.findall(r"uses: *(\S+@[0-9a-f]{40})", text)


def test_the_editor_is_told_where_the_schemas_belong():
    settings = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    assert all((ROOT / path).is_file() for path in settings)
    assert shutil.which("git") is None or ".vscode" not in (ROOT / ".gitignore").read_text(encoding="utf-8")
