"""The small Markdown: what is allowed comes out as written, nothing else ever reaches a page."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import islice

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ramberattelser.rendering import prose

KNOWN = {
    "provkoping": ("/forbund/provkoping/", "Provköping"),
    "begrepp:prov": ("/begrepp/#prov", "Prov & fel"),
    "provkoping/2012": ("/andamal/provkoping/2012/", "Provköping 2012"),
}


def unknown(target):
    return None if target in KNOWN else ("unknown_association", {"given": target})


def html(text):
    return str(prose.to_html(text, KNOWN.get))


def words(text: str) -> str:
    return prose.without_markup(prose.to_html(text, KNOWN.get))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ett stycke\növer två rader.", "<p>Ett stycke\növer två rader.</p>"),
        ("den 13\nseptember 2012, 4\n§", "<p>den 13\u00a0september 2012, 4\u00a0§</p>"),
        (
            "Det är ”integrated\ncare”. Disintegrated care är det inte.",
            '<p>Det är ”<span lang="en">integrated\ncare</span>”. Disintegrated care är det inte.</p>',
        ),
        ("Ett.\n\nTvå.", "<p>Ett.</p>\n<p>Två.</p>"),
        ("*kursivt* och **fett**", "<p><em>kursivt</em> och <strong>fett</strong></p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("3. a\n4. b", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>'),
        ("a\\\nb", "<p>a<br>\nb</p>"),
        ("[sida](https://example.org/a?b=c&d)", '<p><a href="https://example.org/a?b=c&amp;d">sida</a></p>'),
        ("[brev](mailto:a@example.org)", '<p><a href="mailto:a@example.org">brev</a></p>'),
        ("[hit](/om/) [ned](#a)", '<p><a href="/om/">hit</a> <a href="#a">ned</a></p>'),
        ("[[provkoping]]", '<p><a href="/forbund/provkoping/">Provköping</a></p>'),
        ("[[provkoping|grannen]]", '<p><a href="/forbund/provkoping/">grannen</a></p>'),
        ("[[ provkoping | grannen ]]", '<p><a href="/forbund/provkoping/">grannen</a></p>'),
        ("[[begrepp:prov]]", '<p><a href="/begrepp/#prov" class="term">Prov &amp; fel</a></p>'),
        ("[[provkoping/2012]]", '<p><a href="/andamal/provkoping/2012/">Provköping 2012</a></p>'),
        ("enligt 4 §, 79 %", "<p>enligt 4\u00a0§, 79\u00a0%</p>"),
        ("[[provkoping|4 §]]", '<p><a href="/forbund/provkoping/">4\u00a0§</a></p>'),
        ("”citat” – 1 < 2 & 3 > 2", "<p>”citat” – 1 &lt; 2 &amp; 3 &gt; 2</p>"),
        ("\\*inte kursivt\\*", "<p>*inte kursivt*</p>"),
        ("a_b_c och 2*3*4", "<p>a_b_c och 2<em>3</em>4</p>"),
    ],
)
def test_what_is_allowed_is_shown(text, expected):
    assert html(text) == expected
    assert [code for code, _ in prose.problems(text, unknown) if code != "raw_html"] == []


def test_an_unknown_reference_is_told_and_shown_as_text():
    assert html("[[ingen|<b>x</b>]]") == "<p>&lt;b&gt;x&lt;/b&gt;</p>"
    assert ("unknown_association", {"given": "ingen"}) in prose.problems("[[ingen]]", unknown)


def test_one_paragraph_can_stand_in_a_line():
    assert prose.without_paragraph(prose.to_html("a *b*", KNOWN.get)) == "a <em>b</em>"
    assert prose.without_paragraph(prose.to_html("a\n\nb", KNOWN.get)) == "<p>a</p>\n<p>b</p>"


def test_plain_text_has_no_markup():
    assert words("**Se** [[provkoping]]\n\n- a\n- b & c") == "Se Provköping a b & c"


HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<math><a xlink:href=javascript:alert(1)>x</a></math>",
    "<details open ontoggle=alert(1)>",
    "<base href=//example.org>",
    "<iframe src=javascript:alert(1)>",
    "<style>*{display:none}</style>",
    "<a href='javascript:alert(1)'>x</a>",
    "<!-- ",
    "<form action=//example.org>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java\nscript:alert(1))",
    "[x](javascript&colon;alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](\u0001javascript:alert(1))",
    "[x](vbscript:x)",
    "[x](data:text/html,<script>alert(1)</script>)",
    "[x](//example.org)",
    '[x](https://example.org "on" onclick="x")',
    '[x](https://example.org/"onmouseover="alert(1))',
    "[x](https://example.org){ onclick=alert(1) }",
    "![x](https://example.org/a.png)",
    "![x](javascript:alert(1))",
    "<javascript:alert(1)>",
    "[x]: javascript:alert(1)\n\n[x]",
    '[[provkoping|"><script>alert(1)</script>]]',
    '[["><script>alert(1)</script>]]',
    "```\n<script>alert(1)</script>\n```",
    "    <script>alert(1)</script>",
    "# <script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "{{ config }}{% raw %}",
]


class Tags(HTMLParser):
    """Collects elements with their attributes as a browser would read them."""

    def __init__(self, text):
        super().__init__()
        self.found = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))


def assert_harmless(text):
    for tag, attributes in Tags(text).found:
        assert tag in {"p", "em", "strong", "ul", "ol", "li", "a", "br"}, text
        assert set(attributes) <= {"href", "class", "start"}, text
        assert re.match(r"(https?://|mailto:|/(?!/)|#|\Z)", attributes.get("href", "")), text
        assert attributes.get("class", "term") == "term", text


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_is_harmless_wherever_it_stands(text):
    for form in (text, f"- {text}", f"*{text}*", f"före {text} efter", f"[[provkoping|{text}]]"):
        assert_harmless(html(form))
        assert_harmless(str(prose.without_paragraph(prose.to_html(form, KNOWN.get))))


CLEAR = [
    "2 * 3 och 2*3*4",
    "12 %* och 7 %**",
    "* Preliminära siffror.",
    "** Utan Västerås.",
    "*Preliminära siffror.",
    "s****n och ****",
    "\\*\\*inte fet",
    "\\**kursivt*",
    "**fet**ord och ord**fet**, *kursivt*, ***båda***",
    "a_b_c, _kursivt_ och __fet__",
    "**[fet](https://a.se)** och **[[provkoping]]**",
    "*[[provkoping|grannen]]* och [[provkoping|2 * 3]]",
    "[[provkoping|a_b]] och [[provkoping|]]",
    "[→](https://a.se) och [**a**](https://a.se)",
    "[[[provkoping]]](https://a.se)",
]


@pytest.mark.parametrize("text", CLEAR)
def test_signs_that_are_meant_as_they_stand_are_no_slip(text):
    codes = {code for code, _ in prose.problems(text, unknown)}
    assert not codes & {"loose_stars", "emphasis_in_reference", "link_without_words"}


@pytest.mark.parametrize(
    "text", ["[]({})", "[ ]({})", "a [&nbsp;]({}) b", "[**]({})", "[* _]({})", "[\u200b]({})", "[\\*]({})"]
)
def test_a_link_that_nobody_can_see_is_told(text):
    found = list(prose.problems(text.format("https://a.se/"), unknown))
    assert found == [("link_without_words", {"given": "https://a.se/"})]


def test_a_link_of_a_picture_alone_is_told_once():
    found = list(prose.problems("[![](a.png)](https://a.se)", unknown))
    assert found == [("markdown", {"given": "en bild"})]


@pytest.mark.parametrize("inside", ["*x*", "det **här**", "_x_", "__x__"])
def test_emphasis_within_a_reference_is_told(inside):
    found = list(prose.problems(f"Se [[provkoping|{inside}]].", unknown))
    assert found == [("emphasis_in_reference", {"given": inside})]


@pytest.mark.parametrize(
    ("text", "given", "row"),
    [
        ("**a", "**a", None),
        ("ett **viktigt ord", "**viktigt", None),
        ("ett **”viktigt” ord", "**”viktigt", None),
        ("**Budget.**Det ena", "**Budget", None),
        ("**Budget *och* mer", "**Budget", None),
        ("Ett\n**två\ntre", "**två", "1"),
        ("Ett.\n\n- **två", "**två", "2"),
        ("**a*", "*a", None),
        ("**[[provkoping]] a", "**provkoping", None),
    ],
)
def test_stars_that_make_nothing_bold_are_told(text, given, row):
    found = list(prose.problems(text, unknown))
    assert found == [("loose_stars", {"given": given} | ({"row": row} if row else {}))]


TEXT_TO_US = {
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "[x](https://example.org){ onclick=alert(1) }",
    '[x](https://example.org/"onmouseover="alert(1))',
    "[x]: javascript:alert(1)\n\n[x]",
}
"""Means nothing in our Markdown, and is shown as it is written."""


@pytest.mark.parametrize("text", [text for text in HOSTILE if text not in TEXT_TO_US])
def test_a_hostile_text_is_told(text):
    assert list(prose.problems(text, unknown))


SIGNS = st.text(alphabet="ab 1.\n-*_`#>[]()!<|\\:/&;\"'=~+\t{%äh", max_size=60)
PIECES = st.lists(
    st.sampled_from([*HOSTILE, "\n\n", "\n", "- ", "[[provkoping]]", "**", "]]", "ord "]), max_size=6
)


@given(SIGNS | PIECES.map("".join))
@settings(max_examples=400)
@example("[x](<javascript:alert(1)>)")
def test_any_text_is_harmless(text):
    assert_harmless(html(text))


FEW_SIGNS = st.sampled_from("-*_`#>~+\t\\=&<{").flatmap(
    lambda sign: (
        st.text(alphabet=f"a1. \n[]({sign})", max_size=16) | st.text(alphabet=f"a \n{sign}", max_size=9)
    )
)
"""Texts of one kind of sign: with others beside, the short way is seldom gone."""


@given(SIGNS | PIECES.map("".join) | FEW_SIGNS)
@settings(max_examples=1_500)
@example("a\n-")
@example("- ---")
@example("1. ***")
@example("-     kod")
@example("[[a\nb]]")
@example("[[[a]]")
@example("[[a]]]")
@example("* [[a]] *b*")
@example("- - -")
@example("+ a\n  -")
@example("[[a|*b*]] **c")
@example("[[a|_b_]]")
@example("[](b)")
@example("[x][[provkoping]][x]")
def test_the_short_way_finds_what_parsing_finds(text):
    """Most texts are not parsed to be checked; nothing may hang on that."""
    short = list(prose.problems(text, unknown))
    shortens, prose._marked_up = prose._marked_up, lambda _: True
    try:
        # Past what is remembered of the text from the short way.
        whole = list(islice(prose._half_once(prose._problems(text, unknown)), prose.MOST))
    finally:
        prose._marked_up = shortens
    assert _counted(short) == _counted(whole)


def _counted(problems):
    return {(code, tuple(sorted(details.items()))) for code, details in problems}


@given(st.text(alphabet="abåä .\n-*_`#>[]()!<|:/+\t", max_size=60))
@settings(max_examples=300)
@example("[a]: b")
def test_nothing_is_lost_from_a_text_without_problems(text):
    """Every letter that a writer wrote is on the page, but for addresses, unless something was told."""
    if list(prose.problems(text, unknown)):
        return
    if "](" not in text:
        letters = [sign for sign in text if sign.isalpha()]
        assert [sign for sign in words(text) if sign.isalpha()] == letters


def test_rendering_twice_gives_the_same():
    """Parsed texts are kept: rendering must not change them."""
    text = "[x](https://example.org) [[provkoping]] ![y](z)\n\n1. a"
    assert html(text) == html(text)
