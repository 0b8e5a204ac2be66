"""Hand-written pages: one form of call is accepted; all else between braces is told, and nothing is run."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from types import SimpleNamespace

import markdown
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

import mkdocs_hook
from corpora import ROOT
from markup import parse_leniently
from ramberattelser.guides import GuideError, expand, filled_in, lay_out, meta, parse
from ramberattelser.pages.model import Site
from ramberattelser.rendering import written
from ramberattelser.settings import handwritten

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


# --- what may come out of a page -----------------------------------------------------------

HEAD = "---\ndescription: Om proven.\n---\n\n# Om proven\n\n"
ASIDE = ("javascript:alert(1)", "data:text/html,x", "vbscript:x", "//example.org/x", "file:///x", "blob:x")
HIDDEN = (
    str.upper,
    str.title,
    lambda address: address.replace(":", "&colon;"),
    lambda address: address.replace(":", "&#58;"),
    lambda address: address.replace(":", "&#x3a"),
    lambda address: address.replace("a", "&#97;", 1),
    lambda address: address.replace("a", "&Tab;a", 1),
    lambda address: address.replace("a", "\na", 1),
    lambda address: address.replace("a", "\ta", 1),
    lambda address: address.replace("a", "\x01a", 1),
    lambda address: address.replace("/", "\\"),
    lambda address: address.replace(":", "\\:"),
    lambda address: f"&#1;{address}",
    lambda address: f"&#32;{address}",
    lambda address: f" {address}",
    lambda address: f"\n    {address}",
    lambda address: address,
)
WAYS = (
    "[x]({})",
    "[x](<{}>)",
    "[x]({} 'titel')",
    '[x]({}\n"titel")',
    "[x](\n{})",
    "[x](\n\t{}\n)",
    "![x]({})",
    "![x](<{}>)",
    "[![x](a.png)]({})",
    "[**x** `y`]({})",
    "<{}>",
    "[x][z]\n\n[z]: {}",
    "[x][z]\n\n[z]: <{}>",
    "[x][z]\n\n[z]:\n    {}",
    "[x][z]\n\n[z]:\n\t{}\n\t'titel'",
    "[z]: {} (titel)\n\n[x] [z]",
    "[z][]\n\n  [z]: {}",
    "[z]\n\n> [z]: {}",
    "![x][z]\n\n- [z]: {}",
    "[x][z]\n\n1. > [z]:\n   > {}",
    "x\n{{: href={} }}",
    "[x](a){{: href='{}' }}",
    "| a |\n|---|\n| [x]({}) |",
    "## [x]({})",
    "x `\\` [x]({}) `y`",
    "\\`[x]({})\\`",
    "\\`<a href={}>x</a>\\`",
    "`\\`<a href={}>` x",
)
AROUND = (
    str,
    lambda text: re.sub("^", "> ", text, flags=re.MULTILINE),
    lambda text: re.sub("^", "    ", text, flags=re.MULTILINE).replace("    ", "1.  ", 1),
    lambda text: "- a\n\n" + re.sub("^", "    ", text, flags=re.MULTILINE),
    lambda text: "- " + text,
    lambda text: f"`a`\n\n{text}\n\n`b`",
    lambda text: f"```\n{text}\n```",
    lambda text: f"{text}\n\n```\n",
)
ENDS = (
    st.sampled_from(WAYS),
    st.sampled_from(ASIDE),
    st.sampled_from(HIDDEN),
    st.lists(st.sampled_from(AROUND)),
)


def as_built(page: str) -> str:
    """The HTML that MkDocs makes of a page, with its own settings."""
    config = mkdocs_config()
    text = page.split("---\n", 2)[2]
    return markdown.markdown(
        text, extensions=config["markdown_extensions"], extension_configs=config["mdx_configs"]
    )


@cache
def mkdocs_config():
    return load_config(str(ROOT / "mkdocs.yml"))


def led_astray(html: str) -> list[str]:
    """Every address in ``html`` that a browser would take elsewhere than a page may lead."""
    found = []
    for element in parse_leniently(html)[0].walk():
        for name in ("href", "src"):
            # As the URL standard reads one: what is hidden goes, and a backslash is a slash.
            read = re.sub("[\t\n\r]", "", (element.attrs.get(name) or "").strip("".join(map(chr, range(33)))))
            scheme = re.match("[a-z][a-z0-9+.-]*:", read, re.IGNORECASE)
            if scheme:
                allowed = ("https:", "http:", "mailto:") if name == "href" else ()
                astray = scheme[0].lower() not in allowed
            else:
                astray = read.replace("\\", "/").startswith("//")
            found += [read] if astray else []
    return found


@given(*ENDS)
@settings(max_examples=400)
def test_no_page_that_the_check_lets_through_leads_astray(way, address, hidden, around):
    text = way.format(hidden(address))
    for put in around[:3]:
        text = put(text)
    page = f"{HEAD}{text}\n"
    html = as_built(page)
    if not list(handwritten.problems(page)):
        assert led_astray(html) == [], page
    if led_astray(html):
        with pytest.raises(GuideError):
            lay_out(html, "/om/")


@pytest.mark.parametrize("way", WAYS)
def test_a_link_that_leads_astray_is_told_however_it_is_written(way):
    """Nothing in the test above goes by unseen: these do lead astray, and each is told at its line."""
    page = f"{HEAD}{way.format('javascript:alert')}\n"
    told = list(handwritten.problems(page))
    assert told
    lines = [at for at, line in enumerate(page.split("\n"), start=1) if "javascript" in line]
    assert {problem.mark.line for problem in told} >= set(lines)
    if not way.startswith("<"):  # without slashes that is a tag to Python-Markdown, and told as one
        assert led_astray(as_built(page))


@pytest.mark.parametrize(
    "link",
    [
        "[x](https://example.org/a?b=c:d#e)",
        "[x](http://example.org)",
        "[x](mailto:a@example.org)",
        "[x](/kallor/)",
        "[x](../om/data.md#a)",
        "[x](data.md?a=b:c)",
        "[x](#a:b)",
        "![x](steg/a.png 'titel')",
        "[x](\nhttps://example.org/a)",
        "[x][z]\n\n> [z]: https://example.org/a",
        "Skriv `javascript:` eller `<b>`, aldrig `[x](data:a)`.",
        "1. a\n\n    - b\n\n        > c\n\n| a | b |\n|--:|---|\n| 1 | 2 |\n\n---\n\n[TOC]",
        "```\nx: javascript:a\n```",
        "*Fork*{: lang=en } och &amp;",
    ],
)
def test_what_may_be_in_a_page_is_let_through(link):
    page = f"{HEAD}{link}\n"
    assert list(handwritten.problems(page)) == []
    assert lay_out(as_built(page), "/om/")


@pytest.mark.parametrize(
    ("html", "told"),
    [
        (
            '<p><a href="javascript:x">x</a></p>',
            "länken ”javascript:x” leder till en adress som inte tillåts",
        ),
        ('<p><img alt="x" src="//example.org/a" /></p>', "länken ”//example.org/a” leder till en adress"),
        ('<p><b onclick="x">y</b></p>', "texten innehåller HTML (<b onclick"),
        ('<p onclick="x">y</p>', "ett attribut (onclick=) står i texten"),
        ("<p>x</em></p>", "texten innehåller HTML (</em>)"),
        ("<p>x</section></main>", "texten innehåller HTML (</section>)"),
        ("<p>x <em>y</p>", "texten innehåller HTML (<em>)"),
        ("<p>x</p><em>", "texten innehåller HTML (<em>)"),
        ("<p>x <em/></p>", "texten innehåller HTML (<em/>)"),
        (
            '<p><a/href="javascript:x">x</a></p>',
            "länken ”javascript:x” leder till en adress som inte tillåts",
        ),
        ('<p><em id="x"onclick=y>x</em></p>', "ett attribut (onclick=) står i texten"),
        ("<p><em/onclick=y>x</em></p>", "ett attribut (onclick=) står i texten"),
        ("<p>x</p><!-- y -->", "texten innehåller HTML (<!-- y -->)"),
        ("<p>x</p><script", "texten innehåller HTML (<script)"),
        ('<td style="color: red">x</td>', "ett attribut (style=) står i texten"),
    ],
)
def test_the_build_trusts_no_check(html, told):
    with pytest.raises(GuideError, match=f"^{re.escape(told)}"):
        lay_out(f"<h1>Om</h1>\n{html}", "/om/")


def test_mkdocs_stops_where_it_made_what_may_not_be(monkeypatch):
    monkeypatch.setitem(mkdocs_hook.now, "site", Site(pages={}))
    page = SimpleNamespace(file=SimpleNamespace(src_uri="om/index.md"), title="Om", meta={})
    with pytest.raises(Abort, match=r"^docs/om/index\.md: länken ”javascript:x” "):
        mkdocs_hook.on_page_content('<a href="javascript:x">x</a>', page, SimpleNamespace(docs_dir="docs"))
    with pytest.raises(Abort, match=r"^docs/om/index\.md: ”{{ x }}”: "):
        mkdocs_hook.on_page_markdown("{{ x }}", page)


def test_what_is_written_for_another_host_is_judged_too(site):
    for text in ("[x](\njavascript:a)", '[x](/{{ tidslinje("exempelforbundet") }})'):
        with pytest.raises(GuideError):
            filled_in(text, site, "/om/")
    assert filled_in('{{ tidslinje("exempelforbundet") }}', site, "/om/").startswith("<svg")


def test_the_check_makes_a_page_as_mkdocs_does():
    config = mkdocs_config()
    assert config["markdown_extensions"] == list(written.EXTENSIONS)
    assert config["mdx_configs"] == {"toc": {"permalink": False}}, "which is what toc does by itself"


@pytest.mark.parametrize(
    ("heading", "attributes"),
    [
        ("Purpose {: lang=en }", 'id="purpose" lang="en"'),
        ("Rubrik {.klass #abc}", 'class="klass" id="abc"'),
        ("Rubrik {: lang=en #abc }", 'id="abc" lang="en"'),
    ],
)
def test_a_heading_may_say_more_than_its_name(heading, attributes):
    page = f"{HEAD}Kort.\n\n## {heading}\n\nText.\n"
    assert list(handwritten.problems(page)) == []
    made = lay_out(as_built(page), "/om/")
    name = re.search('id="([^"]*)"', attributes)[1]
    assert f'<section class="row" aria-labelledby="{name}">\n<h2 {attributes}>' in made
    assert f'<a class="perma" href="#{name}"' in made


@pytest.mark.parametrize(
    "text",
    [
        "> ## Ett\n> text\n\n## Två\n\nText",
        "- ## Ett\n- b\n\n## Två\n\nText",
        "1. a\n\n    ## Ett\n\n    > b\n\n## Två\n\nText",
        "> # Ett\n\n## Två\n\nText",
    ],
)
def test_a_heading_inside_something_else_is_told_and_tears_nothing_apart(text):
    page = f"{HEAD}Kort.\n\n{text}\n"
    assert [problem.code for problem in handwritten.problems(page)] == ["nested_heading"]
    made = lay_out(as_built(page), "/om/")
    _, wrong = parse_leniently(made)
    assert wrong == []
    assert made.count("<section") == 1
    assert made.startswith(
        '<div class="head"><h1 id="om-proven">Om proven</h1><p class="lead">Kort.</p></div>'
    )


def test_the_name_of_a_page_is_no_heading_of_a_quotation():
    html = markdown.markdown("> # Citat\n\n# Sidan\n\nText")
    assert lay_out(html, "/om/").startswith('<div class="head"><h1>Sidan</h1></div>')


def test_a_heading_in_what_a_macro_makes_begins_no_section():
    html = '<h1>Om</h1>\n<h2 id="a">A</h2>\n' + expand(
        "{{ m() }}", Site(pages={}, macros={"m": lambda: "<h2>M</h2>"})
    )
    assert lay_out(html, "/om/").count("<section") == 1
