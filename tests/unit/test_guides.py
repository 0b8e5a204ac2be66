"""Hand-written pages: one form of call is accepted; all else between braces is told, and nothing is run."""

from __future__ import annotations

import re
from datetime import date

import markdown
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from corpora import ROOT
from ramberattelser.guides import GuideError, expand, lay_out, meta, parse
from ramberattelser.pages.model import Site

ONLY_CALLS = (
    "inom {{ }} får bara ett makro med färdiga värden stå — "
    'skriv till exempel {{ tidslinje("umearegionen") }}'
)


@pytest.fixture
def site():
    known = {"exempelforbundet": '<svg viewBox="0 0 1 1"><text>Fas &lt;ett&gt;</text></svg>'}

    def tidslinje(owner):
        return known[owner]

    def jamfor(old, new):
        return f"<p>{old} mot {new}</p>"

    return Site(pages={}, macros={"tidslinje": tidslinje, "jamfor": jamfor})


REFUSED = {
    "attribute": ("{{ tidslinje.__class__ }}", ONLY_CALLS),
    "call_of_attribute": ('{{ tidslinje.__globals__.os.system("id") }}', ONLY_CALLS),
    "filter": ('{{ tidslinje("x")|upper }}', ONLY_CALLS),
    "filter_inside": ('{{ tidslinje("x"|upper) }}', ONLY_CALLS),
    "expression": ("{{ 7 * 7 }}", ONLY_CALLS),
    "name": ("{{ config }}", ONLY_CALLS),
    "text": ('{{ "text" }}', ONLY_CALLS),
    "number": ("{{ tidslinje(7) }}", ONLY_CALLS),
    "variable": ("{{ tidslinje(config) }}", ONLY_CALLS),
    "nested_call": ('{{ tidslinje(jamfor("a", "b")) }}', ONLY_CALLS),
    "named_argument": ('{{ tidslinje(owner="x") }}', ONLY_CALLS),
    "spread": ('{{ tidslinje(*"x") }}', ONLY_CALLS),
    "condition": ('{{ tidslinje("x") if true }}', ONLY_CALLS),
    "index": ('{{ tidslinje("x")[0] }}', ONLY_CALLS),
    "joined": ('{{ tidslinje("x" ~ "y") }}', ONLY_CALLS),
    "two": ('{{ tidslinje("x"), tidslinje("y") }}', ONLY_CALLS),
    "empty": ("{{ }}", ONLY_CALLS),
    "unclosed": ('{{ tidslinje("x")', ONLY_CALLS),
    "block": ("{% if true %}x{% endif %}", ONLY_CALLS),
    "include": ('{% include "mkdocs.yml" %}', ONLY_CALLS),
    "assignment": ("{% set a = 1 %}", ONLY_CALLS),
    "raw": ("{% raw %}{{ x }}{% endraw %}", ONLY_CALLS),
    "unknown_block": ("{% gör %}", ONLY_CALLS),
    "comment": ("{# dold #}", ONLY_CALLS),
    "unknown_macro": ('{{ tidslinja("x") }}', "makrot ”tidslinja” finns inte — menade du ”tidslinje”?"),
    "far_macro": ('{{ os("x") }}', "makrot ”os” finns inte — makron som finns här: tidslinje, jamfor"),
    "too_few": (
        '{{ jamfor("a") }}',
        "makrot ”jamfor” har fel antal värden (det tar 2) — skriv dem inom citattecken, med komma emellan",
    ),
    "too_many": (
        '{{ tidslinje("a", "b") }}',
        "makrot ”tidslinje” har fel antal värden (det tar 1) — skriv dem inom citattecken, med komma emellan",
    ),
    "unknown_value": (
        '{{ tidslinje("finns-inte") }}',
        "makrot ”tidslinje” hittar inte ”finns-inte” — kontrollera stavningen",
    ),
}


@pytest.mark.parametrize("rule", REFUSED)
def test_what_is_no_plain_call_is_refused_with_a_sentence(rule, site):
    call, sentence = REFUSED[rule]
    with pytest.raises(GuideError) as error:
        expand(f"Först.\n\n{call}\n", site)
    assert str(error.value) == (f"”{call}”: {sentence}" if sentence == ONLY_CALLS else sentence)


def test_every_wrong_call_is_told_at_once(site):
    with pytest.raises(GuideError) as error:
        expand("{{ a.b }}\n\n{# x #}\n\n{{ c|d }}", site)
    assert str(error.value).count("\n") == 2
    with pytest.raises(GuideError) as error:
        expand('{{ tidslinje("x") }}\n\n{{ tidslinja("y") }}', site)
    assert str(error.value).count("\n") == 1


@pytest.mark.parametrize(
    ("text", "call"),
    [
        ('{{ tidslinje("x") }}', ("tidslinje", ("x",))),
        ("{{tidslinje('x')}}", ("tidslinje", ("x",))),
        ('{{- jamfor("a/1", "b/2") -}}', ("jamfor", ("a/1", "b/2"))),
        ("{{ start() }}", ("start", ())),
    ],
)
def test_a_call_with_literal_text_is_accepted(text, call):
    assert [part for part in parse(f"Före {text} efter") if not isinstance(part, str)] == [call]


def test_text_without_calls_comes_back_as_it_was(site):
    assert expand("# Om\n\nEn { klammer } och 100 %.\n", site) == "# Om\n\nEn { klammer } och 100 %.\n"


def test_a_macros_html_is_the_same_after_markdown(site):
    text = (
        'Om\n==\n\nKort.\n\n{{ tidslinje("exempelforbundet") }}\n\nMed {{ jamfor("a*b*", "_c_") }} i raden.\n'
    )
    html = lay_out(markdown.markdown(expand(text, site)), "/om/")
    assert '<svg viewBox="0 0 1 1"><text>Fas &lt;ett&gt;</text></svg>' in html
    assert "<p><svg" not in html
    assert "Med <p>a*b* mot _c_</p> i raden." in html
    assert "\ue000" not in html


@given(st.text(st.characters(codec="utf-8")))
def test_any_html_of_a_macro_survives(html):
    site = Site(pages={}, macros={"m": lambda: html})
    laid = lay_out(f"<h1>x</h1>{expand('{{ m() }}', site)}", "/a/")
    assert html.replace('href="/', 'href="../').replace('src="/', 'src="../').strip() in laid


def test_two_pages_do_not_know_of_each_other(site):
    """Pages are expanded first and laid out later, in any order."""
    first = expand('{{ tidslinje("exempelforbundet") }}', site)
    second = expand('{{ jamfor("a", "b") }}', site)
    assert "a mot b" in lay_out(second, "/b/")
    assert "a mot b" not in lay_out(first, "/a/")
    assert "<svg" in lay_out(first, "/a/")


def test_a_page_is_laid_out_in_rows():
    head = "<h1>Om</h1>\n<p>Kort.</p>\n<p>Mer.</p>\n"
    html = lay_out(f'{head}<h2 id="a">A</h2>\n<p><a href="/bidra/">b</a></p>', "/om/")
    assert html == (
        '<div class="head"><h1>Om</h1><p class="lead">Kort.</p></div>\n'
        '<div class="row"><div class="prose"><p>Mer.</p></div></div>\n'
        '<section class="row" aria-labelledby="a">\n<h2 id="a">A</h2>'
        '<a class="perma" href="#a" aria-label="Länk till avsnittet A"></a>\n'
        '<div class="prose guide"><p><a href="../bidra/">b</a></p></div>\n</section>'
    )


def test_two_tables_of_a_section_have_names_of_their_own():
    table = "<table><thead><tr><th>A</th></tr></thead></table>"
    under = '<h3 id="n">Mått: <em>två</em></h3>'
    made = lay_out(f'<h1>Om</h1><h2 id="m">Mått</h2>{table}<p>Och</p>{table}{under}{table}', "/om/")
    assert re.findall('aria-label="(Tabell[^"]*)"', made) == [
        "Tabell: Mått",
        "Tabell 2: Mått",
        "Tabell: Mått: två",
    ]
    assert re.findall("<caption[^>]*>(.*?)</caption>", made) == ["Mått", "Mått", "Mått: två"]
    assert made.count('<div class="scroll"') == made.count("</table></div>") == 3


TABLE = """\
| Sätt | Andel | Antal | År |
|---|---|---|---|
| ett | 0,988 | 1\u00a0600 | 2015 |
| två | – | −3 | våren 2016 |
"""


def laid_out(table: str) -> list[list[str]]:
    """The cells of a table of a page, row by row, without their words."""
    html = markdown.markdown(f"# Om\n\n## Mått {{#m}}\n\n{table}", extensions=["tables", "attr_list"])
    made = lay_out(html, "/om/")
    return [re.findall("<(t[hd][^>]*)>", row) for row in re.findall("<tr>(.*?)</tr>", made, re.DOTALL)]


def test_columns_of_numbers_stand_to_the_right():
    """With their heads; a column with one cell of words is words, though a dash is no word."""
    head, *rows = laid_out(TABLE)
    assert head == [
        'th scope="col"',
        'th class="num" scope="col"',
        'th class="num" scope="col"',
        'th scope="col"',
    ]
    assert rows == [["td", 'td class="num"', 'td class="num"', "td"]] * 2


def test_the_first_column_names_the_rows_of_a_table_of_numbers():
    _, *rows = laid_out(TABLE.replace("våren 2016", "2016"))
    assert rows == [['th scope="row"', *['td class="num"'] * 3]] * 2
    assert laid_out(TABLE.replace("0,988", "–"))[1] == ["td", "td", 'td class="num"', "td"]


def test_a_page_without_paragraphs_is_laid_out():
    assert lay_out("<h1>Om</h1>", "/om/") == '<div class="head"><h1>Om</h1></div>'
    assert lay_out("", "/om/") == '<div class="head"></div>'


OURS = ("om/index.md", "om/data.md", "om/jamforelsen.md", "bidra/index.md", "bidra/format.md")


@pytest.mark.parametrize("uri", OURS)
def test_every_page_written_by_hand_says_when_it_came(uri):
    file = ROOT / "docs" / uri
    front = yaml.safe_load(file.read_text(encoding="utf-8").split("---")[1])
    told = meta(uri, "x", front)
    assert re.fullmatch(r"\d+\u00a0\w+ 20\d\d", told["published"]), uri
    assert told["updated"] >= front["publicerad"].isoformat()
    assert len(list(file.parent.glob("*.md"))) == sum(name.startswith(file.parent.name) for name in OURS)


def test_a_page_written_by_hand_is_dated_cited_and_has_its_way():
    told = meta("om/data.md", "Vad är det?", {"publicerad": date(2026, 1, 2), "ändrad": "2026-01-04"})
    assert (told["published"], told["changed"], told["updated"]) == (
        "2\u00a0januari 2026",
        "4\u00a0januari 2026",
        "2026-01-04",
    )
    assert told["cite"] == "Vad är det?"
    assert told["revisions"] == []
    given = {"publicerad": "2026-01-02", "ändrad": "2026-01-04", "ändrat": "En tabell till"}
    assert meta("om/data.md", "x", given)["revisions"] == [
        {"day": "4\u00a0januari 2026", "what": "En tabell till", "pages": []}
    ]
    assert told["crumbs"] == [("Start", "/"), ("Om", "/om/"), ("Öppna data", "")]
    assert meta("om/index.md", "Om", {})["crumbs"] == [("Start", "/"), ("Om", "")]
    assert meta("om/index.md", "Om", {})["updated"] == ""


def test_the_theme_is_told_where_the_page_is():
    told = meta("om/data.md", "Öppna data", {"description": "Ladda ned"})
    assert told["path"] == "/om/data/"
    assert told["crumbs"] == [("Start", "/"), ("Om", "/om/"), ("Öppna data", "")]
    assert (told["description"], told["file"]) == ("Ladda ned", "docs/om/data.md")
    assert meta("om/index.md", "Om", {})["path"] == "/om/"
