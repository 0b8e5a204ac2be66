"""The printers: nothing that a contributor writes can give orders, become a mark, or be lost."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from ramberattelser.cautions import Caution
from ramberattelser.findings import Finding
from ramberattelser.printing import MOST_ANNOTATIONS, as_json, github, markdown, plain, select

TEXT = st.text(st.characters(), max_size=60)
MARKS = st.text(st.sampled_from("*_`~[]()<>&|#@!$\\{}:=+-./1a \n\t%,w\r\u2028"), max_size=40)
RENDERER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def finding(file="clauses/a.yml", line=3, field="text", what="något är fel", how="rätta det") -> Finding:
    return Finding(file, line, 5, field, what, how)


def caution(line=4) -> Caution:
    return Caution("narratives/b/forbund.yml", line, 1, "ingress", "något är kanske fel", "se efter")


# --- for people -----------------------------------------------------------------------------


def test_plain_text_has_findings_first_in_order_and_each_once():
    assert plain([finding(line=9), finding(line=2), finding(line=9)], [caution()]).splitlines() == [
        "clauses/a.yml:2:5: text: något är fel — rätta det",
        "clauses/a.yml:9:5: text: något är fel — rätta det",
        "",
        "narratives/b/forbund.yml:4:1: varning: ingress: något är kanske fel — se efter",
    ]


def test_without_anything_found_plain_text_is_empty():
    assert plain([]) == ""


# --- named files ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("files", "shown", "others"),
    [
        ([], ["clauses/a.yml", "clauses/ab.yml", "narratives/b/2020.yml"], 0),
        (["clauses/a.yml"], ["clauses/a.yml"], 2),
        (["clauses"], ["clauses/a.yml", "clauses/ab.yml"], 1),
        (["./narratives/b/"], ["narratives/b/2020.yml"], 2),
        (["clauses/a"], [], 3),
        (["."], ["clauses/a.yml", "clauses/ab.yml", "narratives/b/2020.yml"], 0),
    ],
)
def test_named_files_show_their_own_and_count_the_others(files, shown, others):
    names = ("narratives/b/2020.yml", "clauses/ab.yml", "clauses/a.yml")
    chosen = select([finding(file=name) for name in names], [caution()], files)
    assert [one.file for one in chosen.findings] == shown
    assert chosen.others == others
    assert bool(chosen.cautions) == (not files or files == ["."] or "narratives" in files[0])


# --- for GitHub -----------------------------------------------------------------------------


def test_an_annotation_names_the_place_and_says_both_parts():
    assert github([finding()]).commands == (
        "::error file=clauses/a.yml,line=3,col=5,title=text::något är fel — rätta det"
    )


def test_a_caution_is_a_warning():
    assert github([], [caution()]).commands.startswith("::warning file=narratives/b/forbund.yml,line=4,")


def test_at_most_ten_annotations_of_each_kind_and_everything_in_the_summary():
    many = [finding(line=number, what=f"fel nummer {number}") for number in range(1, 31)]
    made = github(many, [caution(line=number) for number in range(1, 31)])
    lines = made.commands.splitlines()
    assert [line.split()[0] for line in lines] == ["::error"] * MOST_ANNOTATIONS + [
        "::warning"
    ] * MOST_ANNOTATIONS
    assert all(f"fel nummer {number} " in made.summary for number in range(1, 31))
    assert "### Att rätta (30)" in made.summary
    assert "### Att se över (30)" in made.summary


def test_a_summary_without_findings_says_so():
    assert github([]).summary == "## Kontroll av uppgifterna\n\nInget att anmärka på.\n"
    assert github([]).commands == ""


@given(TEXT, TEXT, TEXT)
def test_a_text_gives_no_workflow_command_of_its_own(file, field, what):
    made = github([Finding(file, 1, 1, field, what, "hur")])
    (line,) = re.split(r"[\r\n]", made.commands)
    properties, message = re.fullmatch(r"::error (.*?)::(.*)", line, re.DOTALL).groups()
    assert [part.partition("=")[0] for part in properties.split(",")] == ["file", "line", "col", "title"]
    assert message.endswith(" — hur")


def test_what_is_escaped_in_a_command_is_read_back_as_it_was():
    command = github([finding(file="a,b:c%.yml", what="50 %\nrad: två")]).commands
    assert "file=a%2Cb%3Ac%25.yml," in command
    assert command.endswith("::50 %25%0Arad: två — rätta det")


@given(st.one_of(TEXT, MARKS), st.one_of(TEXT, MARKS))
def test_the_summarys_table_has_one_row_of_four_plain_cells(field, what):
    made = github([Finding("a.yml", 1, 1, field, what, "hur")])
    html = RENDERER.render(made.summary)
    assert html.count("<tr>") == 2
    assert html.count("<td>") == 4
    assert set(re.findall(r"<(\w+)", html)) == {"h2", "h3", "table", "thead", "tbody", "tr", "th", "td"}


# --- contributed text as Markdown -----------------------------------------------------------


@given(st.one_of(TEXT, MARKS))
def test_any_text_is_shown_as_plain_text(text):
    made = markdown(text)
    assert "\n" not in made
    html = RENDERER.render(made)
    assert set(re.findall(r"<(\w+)", html)) <= {"p"}
    shown = re.sub(r"</?p>\n?", "", html).replace("\u2060", "")
    for entity, sign in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
        shown = shown.replace(entity, sign)
    # The same words; a sign that no reader can see is a replacement character.
    assert re.sub("\ufffd", "", shown).split() == [
        part for part in re.sub(r"[^\S\n]", " ", markdown_words(text)).split() if part
    ]


def markdown_words(text: str) -> str:
    """Return what of a text is to be seen."""
    kept = (char if not _hidden(char) else (" " if char.isspace() else "") for char in text)
    return "".join(kept).replace("\u2060", "").replace("\ufffd", "")


def _hidden(char: str) -> bool:
    return bool(
        re.match("[\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", char)
    )


@pytest.mark.parametrize(
    ("text", "live"),
    [
        ("@nisse", r"@\w"),
        ("kansli@example.org", r"@\w"),
        ("https://example.org", r"://"),
        ("www.example.org", r"www\."),
        ("se #12", r"#\d"),
        ("GH-12", r"GH-\d"),
        ("<script>alert(1)</script>", r"(?<!\\)<"),
        ("[a](javascript:x)", r"(?<!\\)\["),
        ("![a](//x)", r"(?<!\\)!"),
    ],
)
def test_nothing_becomes_a_mention_a_link_or_html(text, live):
    assert re.search(live, text)
    assert not re.search(live, markdown(text))


@pytest.mark.parametrize(
    "text", ["# rubrik", "- punkt", "+ punkt", "1. ett", "12) tolv", "> citat", "===", "---", "| a |"]
)
def test_nothing_becomes_a_block(text):
    assert set(re.findall(r"<(\w+)", RENDERER.render(markdown(text)))) == {"p"}


# --- for other programs ---------------------------------------------------------------------


def test_json_has_the_same_keys_always():
    read = json.loads(as_json([finding()], [caution()], others=3))
    assert read == {
        "fel": [
            {
                "fil": "clauses/a.yml",
                "rad": 3,
                "kolumn": 5,
                "fält": "text",
                "vad": "något är fel",
                "hur": "rätta det",
            }
        ],
        "varningar": [
            {
                "fil": "narratives/b/forbund.yml",
                "rad": 4,
                "kolumn": 1,
                "fält": "ingress",
                "vad": "något är kanske fel",
                "hur": "se efter",
            }
        ],
        "fel_i_andra_filer": 3,
    }
    assert json.loads(as_json([])) == {"fel": [], "varningar": [], "fel_i_andra_filer": 0}


def test_json_can_be_written_whatever_a_text_holds():
    as_json([finding(what="halv \ud83d")]).encode("utf-8")
