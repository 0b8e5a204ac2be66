"""What a comparison page shows: both texts can be read out of it, and every change is named and linked once.

White space: as a browser does, a run of spaces and line ends counts as one space. All other characters are
held to the letter, no-break spaces included.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ramberattelser.checking import check
from ramberattelser.comparing import Comparison, compare
from ramberattelser.rendering import diff_view
from ramberattelser.rendering.environment import Renderer

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = ROOT / "tests" / "golden" / "ostra-ostergotland-2017--umearegionen-2019.html"


@cache
def corpus():
    found, findings = check(ROOT)
    assert found is not None, findings
    return found


@cache
def renderer():
    return Renderer(corpus())


def shown(made: Comparison) -> str:
    """The running text as the page has it."""
    return str(renderer().macro("diff", "inline", diff_view.view(made)))


class Node:
    """An element: its tag, attributes and children (elements and strings)."""

    def __init__(self, tag, attributes=()):
        self.tag, self.attributes, self.children = tag, dict(attributes), []

    @property
    def classes(self):
        return (self.attributes.get("class") or "").split()

    def all(self):
        """This element and all inside it."""
        yield self
        for child in self.children:
            if isinstance(child, Node):
                yield from child.all()

    def text(self):
        return "".join(child if isinstance(child, str) else child.text() for child in self.children)


class _Tree(HTMLParser):
    def __init__(self):
        super().__init__()
        self.root = Node("root")
        self.open = [self.root]

    def handle_starttag(self, tag, attrs):
        node = Node(tag, attrs)
        self.open[-1].children.append(node)
        if tag != "br":
            self.open.append(node)

    def handle_endtag(self, tag):
        assert self.open.pop().tag == tag

    def handle_data(self, data):
        self.open[-1].children.append(data)


def parse(html: str) -> Node:
    tree = _Tree()
    tree.feed(html)
    tree.close()
    assert tree.open == [tree.root], "an element is not closed"
    return tree.root


def words_of(node: Node, side: str) -> str:
    """The words of one text in an element: what has come is left out of the old, what is gone of the new."""
    if node.tag == ("ins" if side == "old" else "del"):
        return ""
    if node.tag == "a" or {"vh", "n", "where", "l", "lab"} & set(node.classes):
        return ""
    if "data-old" in node.attributes and side == "old":
        return node.attributes["data-old"]
    return "".join(child if isinstance(child, str) else words_of(child, side) for child in node.children)


def rebuilt(html: str, side: str) -> str:
    """One of the two texts, read out of the running text."""
    sentences = []
    for block in parse(html).children[0].children:
        moved, left = "moved" in block.classes, "from" in block.classes
        if moved and not left and side == "old":
            continue
        sentences += [words_of(node, side) for node in block.all() if "sent" in node.classes]
    return collapsed("".join(sentences))


def collapsed(text: str) -> str:
    return re.sub(r"[ \t\r\n\f]+", " ", text).strip(" ")


def original(made: Comparison, side: str) -> str:
    return collapsed(made.old if side == "old" else made.new)


def assert_whole(made: Comparison) -> None:
    """Both texts can be read out of the page, and each change is counted, listed and marked once."""
    html = shown(made)
    assert rebuilt(html, "old") == original(made, "old")
    assert rebuilt(html, "new") == original(made, "new")
    view = diff_view.view(made)
    ids = [node.attributes["id"] for node in parse(html).all() if "id" in node.attributes]
    assert [name for name, times in Counter(ids).items() if times > 1] == []
    marked = sorted(int(name[1:]) for name in ids if re.fullmatch(r"a\d+", name))
    assert marked == [item.number for item in view.items] == list(range(1, len(made.changes) + 1))
    links = [node.attributes["href"] for node in parse(html).all() if node.tag == "a"]
    assert {link.removeprefix("#") for link in links} <= set(ids)
    told = re.match(r"(\d+)\xa0", view.summary)  # of all changes, or of the only kind there is
    assert (int(told[1]) if told else 0) == len(marked)
    assert_cells(made, view)


def assert_cells(made: Comparison, view: diff_view.DiffView) -> None:
    """Each sentence of either text stands in the table once, to the letter."""
    for side, text, units in (("old", made.old, made.old_units), ("new", made.new, made.new_units)):
        parts = {part.number: part for row in view.rows for part in getattr(row, side)}
        assert sorted(parts) == list(range(1, len(units) + 1))
        assert sum(len(getattr(row, side)) for row in view.rows) == len(units)
        for unit in units:
            runs = parts[unit.index + 1].runs
            words = "".join(run.lead + run.text + run.tail for run in runs)
            assert words == text[unit.start : unit.end]


def test_both_texts_of_every_real_pair_can_be_read_out_of_the_page():
    texts = [wording.version.text.strip() for wording in corpus().collected]
    for old in texts:
        for new in texts:
            assert_whole(compare(old, new))


WORDS = [
    *("förbundet", "ska", "inte", "främja", "samverkan", "och", "rehabilitering", "mellan", "region", "för"),
    *(
        "Försäkringskassan",
        "Arbetsförmedlingen",
        "kommunerna",
        "individer",
        "som",
        "har",
        "behov",
        "av",
        "stöd",
    ),
    *("skall", "effektiv", "resurs\u00adanvändning", "7\u00a0§", "16–64", "år", "A\u030asa", "bla\u030a"),
    *("👩‍👧", "(a)", "<b>", "&", "inom", "länet", "utan", "att", "aldrig"),
]
word = st.sampled_from(WORDS)
sentence = st.lists(word, min_size=1, max_size=9).map(lambda found: " ".join(found).capitalize() + ".")
text = st.lists(st.tuples(sentence, st.sampled_from([" ", "\n\n", "  ", "\n"])), max_size=7)


def joined(parts) -> str:
    return "".join(words + gap for words, gap in parts).strip()


@st.composite
def edited(draw):
    """Two texts, the second an edit of the first: sentences moved, joined, gone or new, words changed."""
    parts = draw(text)
    old = joined(parts)
    new = list(parts)
    for _ in range(draw(st.integers(0, 4))):
        if not new:
            break
        at = draw(st.integers(0, len(new) - 1))
        what = draw(
            st.sampled_from(["move", "drop", "add", "word", "phrase", "join", "split", "comma", "gap"])
        )
        words, gap = new[at]
        tokens = words.split(" ")
        if what == "move":
            new.insert(draw(st.integers(0, len(new) - 1)), new.pop(at))
        elif what == "drop":
            del new[at]
        elif what == "add":
            new.insert(at, (draw(sentence), " "))
        elif what == "word":
            tokens[draw(st.integers(0, len(tokens) - 1))] = draw(word)
            new[at] = (" ".join(tokens), gap)
        elif what == "phrase":
            start = draw(st.integers(0, len(tokens) - 1))
            other = draw(st.integers(0, len(new) - 1))
            phrase, rest = tokens[start : start + 4], tokens[:start] + tokens[start + 4 :]
            new[at] = (" ".join(rest) or "Tom.", gap)
            target = new[other][0].split(" ")
            place = draw(st.integers(0, len(target)))
            new[other] = (" ".join([*target[:place], *phrase, *target[place:]]), new[other][1])
        elif what == "join" and at + 1 < len(new):
            after = new.pop(at + 1)
            new[at] = (words.rstrip(".") + " och " + after[0][:1].lower() + after[0][1:], after[1])
        elif what == "split":
            middle = len(tokens) // 2
            if middle:
                halves = " ".join(tokens[:middle]), " ".join(tokens[middle:]).capitalize()
                new[at : at + 1] = [(halves[0] + ".", " "), (halves[1], gap)]
        elif what == "comma":
            new[at] = (words.replace(" ", ", ", 1), gap)
        else:
            new[at] = (words, "\n\n")
    return old, joined(new)


# Found by longer searches: words that cross the sentences they were in, and places that are hard to find.
LOW = "förbundet förbundet förbundet förbundet"
FAR = "Förbundet förbundet förbundet förbundet"
HARD = [
    ("Förbundet förbundet.", "Förbundet. Förbundet."),
    (
        f"Förbundet. Förbundet. {FAR} (a). <b> {LOW}.",
        f"Förbundet. {FAR} (a). Förbundet.\n\n<b> {LOW}.",
    ),
    (
        "Förbundet. Förbundet. Förbundet. Förbundet förbundet ska.",
        "Förbundet förbundet förbundet. Förbundet.",
    ),
    (
        f"Förbundet. Förbundet. <b> förbundet förbundet förbundet. Förbundet.\n\n<b> {LOW}.",
        f"Förbundet.\n\nFörbundet. Förbundet. <b> förbundet förbundet förbundet. <b> {LOW}.",
    ),
    (
        f"Förbundet. {FAR} arbetsförmedlingen. Förbundet förbundet försäkringskassan. <b> {LOW}.",
        f"Förbundet förbundet försäkringskassan. Förbundet. {FAR} arbetsförmedlingen. <b> {LOW}.",
    ),
    (
        f"Förbundet. Förbundet förbundet försäkringskassan. {FAR} arbetsförmedlingen. <b> {LOW}.",
        f"{FAR} arbetsförmedlingen. Förbundet. Förbundet förbundet försäkringskassan. <b> {LOW}.",
    ),
    (
        "Förbundet. Förbundet. Förbundet. Förbundet ska ska. Ska förbundet förbundet förbundet (a) länet "
        "förbundet. Ska. Försäkringskassan.",
        "Förbundet. Förbundet. Förbundet. Förbundet ska ska. länet förbundet. Ska förbundet förbundet "
        "förbundet (a) Försäkringskassan.",
    ),
    (
        "Förbundet. Försäkringskassan förbundet förbundet region förbundet förbundet förbundet förbundet "
        "försäkringskassan. Förbundet.",
        f"Försäkringskassan förbundet förbundet region. Förbundet. {FAR} försäkringskassan.",
    ),
    (
        "Förbundet förbundet förbundet förbundet förbundet förbundet förbundet. Främja. "
        "Förbundet. Förbundet. Förbundet.",
        "Förbundet. förbundet förbundet förbundet. Främja., Förbundet förbundet förbundet förbundet "
        "Förbundet. Förbundet.",
    ),
    (
        "<b> förbundet samverkan förbundet förbundet ska. Förbundet. Förbundet förbundet samverkan förbundet "
        "förbundet förbundet förbundet. Förbundet.\n\nFörbundet.",
        "Förbundet förbundet ska. Förbundet. Förbundet förbundet förbundet. Förbundet.\n\nförbundet "
        "samverkan. Förbundet förbundet förbundet.",
    ),
    (
        "Förbundet. Förbundet. Ska region förbundet förbundet förbundet förbundet förbundet. Förbundet.",
        "Förbundet. Ska. Ska region.",
    ),
]


@pytest.mark.parametrize("pair", HARD)
def test_both_texts_of_a_hard_pair_can_be_read_out_of_the_page(pair):
    assert_whole(compare(*pair))


@settings(max_examples=400)
@given(edited())
def test_both_texts_of_an_edited_pair_can_be_read_out_of_the_page(pair):
    assert_whole(compare(*pair))


@settings(max_examples=200)
@given(text, text)
def test_both_texts_of_two_unrelated_texts_can_be_read_out_of_the_page(old, new):
    assert_whole(compare(joined(old), joined(new)))


# What a reader is told


def told(old: str, new: str) -> list[tuple[str, str, str]]:
    """Each change as label, brief and word on negations."""
    return [(item.label, item.brief, item.flag) for item in diff_view.view(compare(old, new)).items]


FIRST = "Förbundet ska samordna resurser mellan Försäkringskassan, Arbetsförmedlingen, regionen och kommuner."
SECOND = "Insatserna ska ge den enskilde bättre förmåga att försörja sig."
THIRD = "Medlemmarna ska årligen följa upp vad samverkan har betytt för invånarna."
NOT = SECOND.replace("ska ge", "ska inte ge")
COMMA = THIRD.replace("upp vad", "upp, vad")
ALL = f"{FIRST} {SECOND} {THIRD}"
WHOLE = "Förbundet ska samordna resurser och därför ska medlemmarna årligen följa upp vad det har betytt."
HALVES = "Förbundet ska samordna resurser. Därför ska medlemmarna årligen följa upp vad det har betytt."


def test_identical_texts_have_no_differences():
    made = compare(f"{FIRST}\n\n{SECOND}", f"{FIRST}\n\n{SECOND}")
    view = diff_view.view(made)
    assert view.summary == "Inga skillnader."
    assert view.share == "Alla ord är lika."
    assert view.items == ()
    assert {row.what for row in view.rows} == {"lika"}
    assert "<del" not in shown(made)
    assert "<ins" not in shown(made)


def key(*labels: str, flag: str = "") -> str:
    items = [SimpleNamespace(label=label, flag=flag) for label in labels]
    return " ".join(str(renderer().macro("diff", "key", items)).split())


def test_the_key_explains_the_signs_that_are_there_and_no_others():
    assert "<del" not in key("tillagt")
    assert "<ins" in key("tillagt")
    assert "<ins" not in key("struket", "flyttat")
    assert "<del" in key("struket", "flyttat")
    assert "Streckat" in key("struket", "flyttat")
    assert "Streckat" not in key("ersatt", "tillagt")
    assert '<span class="l">flyttat</span>' in key("flyttat")
    assert "nästa ändring" not in key("ersatt")
    assert "nästa ändring" in key("ersatt", "ersatt")
    assert "Nekande" not in key("tillagt")
    assert "Nekande" in key("tillagt", flag="nekande ord")
    every = str(renderer().macro("diff", "key"))
    assert all(sign in every for sign in ("<del", "<ins", "Streckat", "Nekande", "nästa ändring"))


def test_two_empty_texts_have_no_differences():
    assert diff_view.view(compare("", "")).summary == "Inga skillnader."


def test_the_summary_counts_each_kind_in_words_and_no_number_ends_a_line():
    made = compare(f"{FIRST} {SECOND}", f"{FIRST.replace('kommuner', 'landsting')} {SECOND} {THIRD}")
    assert diff_view.summary(made) == "2\xa0ändringar: 1\xa0tillägg, 1\xa0ersättning."


def test_a_summary_of_one_kind_tells_it_once():
    one = compare(FIRST, FIRST.replace("kommuner", "landsting"))
    assert diff_view.summary(one) == "1\xa0ersättning."
    two = compare(f"{FIRST} {SECOND}", f"{FIRST} Slut. {SECOND} Nytt.")
    assert diff_view.summary(two) == f"{len(two.changes)}\xa0tillägg." == "2\xa0tillägg."


def test_a_single_change_is_not_called_all_alike():
    made = compare(
        " ".join([FIRST, SECOND, THIRD] * 6),
        " ".join([FIRST, SECOND, THIRD] * 5 + [FIRST, SECOND]) + " Slut.",
    )
    assert "Alla" not in diff_view.share(made)
    assert "100" not in diff_view.share(made)


@pytest.mark.parametrize(
    ("old", "new", "item"),
    [
        (FIRST, FIRST.replace("kommuner", "landsting"), ("ersatt", "”kommuner” blir ”landsting”", "")),
        (
            FIRST,
            FIRST.replace("Försäkringskassan, Arbetsförmedlingen", "Arbetsförmedlingen, Försäkringskassan"),
            ("flyttat", "”Försäkringskassan” står efter ”Arbetsförmedlingen”", ""),
        ),
        (SECOND, NOT, ("tillagt", "”inte”, i ”Insatserna ska inte ge”", "nekande ord")),
        (NOT, SECOND, ("struket", "”inte”, i ”Insatserna ska inte ge”", "nekande ord")),
        (SECOND, SECOND.replace("ska", "skall"), ("stavning", "”ska” blir ”skall”", "")),
        (SECOND, SECOND.replace("försörja", "Försörja"), ("versal", "”försörja” blir ”Försörja”", "")),
        (THIRD, COMMA, ("tecken", "komma läggs till efter ”upp”", "")),
        (COMMA, THIRD, ("tecken", "komma tas bort efter ”upp”", "")),
        (f"{FIRST} {SECOND}", ALL, ("tillagt", "mening 3: ”Medlemmarna ska årligen följa upp vad …”", "")),
        (ALL, f"{FIRST} {THIRD}", ("struket", "mening 2: ”Insatserna ska ge den enskilde bättre …”", "")),
    ],
)  # fmt: skip
def test_a_change_is_told_in_a_few_words(old, new, item):
    assert told(old, new) == [item]


def test_a_sentence_that_moved_is_one_move_with_its_edits_inside():
    moved = THIRD.replace("Medlemmarna ska årligen", "Styrelsen ska varje år")
    made = compare(f"{FIRST} {SECOND} {THIRD}", f"{moved} {FIRST} {SECOND}")
    assert_whole(made)
    view = diff_view.view(made)
    assert view.items[0].label == "flyttat"
    assert view.items[0].brief.startswith("mening 3 blir mening 1: ”Styrelsen ska varje år")
    (box,) = [block for block in view.blocks if block.kind == "moved"]
    inside = {run.change for sentence in box.sentences for group in sentence.groups for run in group.runs}
    assert inside - {None} == {item.number for item in view.items[1:]}
    (left,) = [block for block in view.blocks if block.kind == "left"]
    assert (left.old, left.new) == ("3", "1")
    assert view.rows[0].what.startswith("flyttad mening, ")


def test_splitting_and_joining_sentences_are_named():
    assert ("delat", "mening 1 delas i mening 1 och 2", "") in told(WHOLE, HALVES)
    assert ("sammanfört", "mening 1 och 2 blir en mening, 1", "") in told(HALVES, WHOLE)


def test_renumbering_is_named():
    old = f"Förbundet ska:\na) {FIRST}\nb) {SECOND}"
    assert ("omnumrerat", "”a)” blir ”1.”", "") in told(old, old.replace("a)", "1.").replace("b)", "2."))


def test_a_negation_is_flagged_in_the_text_as_well():
    html = shown(compare(SECOND, NOT))
    assert ">1 tillagt, nekande ord</a>" in html


def test_sentences_of_one_paragraph_stay_together_where_only_words_changed():
    made = compare(f"{FIRST} {SECOND}\n\n{THIRD}", f"{FIRST} {SECOND.replace('bättre', 'ökad')}\n\n{THIRD}")
    assert [len(block.sentences) for block in diff_view.view(made).blocks] == [2, 1]


def test_a_different_division_into_paragraphs_is_told_but_not_counted():
    view = diff_view.view(compare(f"{FIRST} {SECOND}", f"{FIRST}\n\n{SECOND}"))
    assert view.items == ()
    assert view.uncounted == (
        "Styckeindelningen räknas inte: den förra texten har ett stycke, den senare två stycken.",
    )


def test_invisible_characters_are_told_and_kept():
    made = compare(SECOND, SECOND.replace("försörja", "för\u00adsörja"))
    assert rebuilt(shown(made), "old") == SECOND
    assert rebuilt(shown(made), "new") == SECOND.replace("försörja", "för\u00adsörja")
    assert diff_view.view(made).uncounted[0].startswith("Ett ställe skiljer sig bara i tecken som inte syns.")


def test_a_comma_that_follows_a_moved_word_stands_outside_its_mark():
    swapped = FIRST.replace("Försäkringskassan, Arbetsförmedlingen", "Arbetsförmedlingen, Försäkringskassan")
    marks = [node.text() for node in parse(shown(compare(FIRST, swapped))).all() if "m" in node.classes]
    assert marks
    assert all(mark == mark.strip(" ,") for mark in marks)


def test_words_alone_tell_what_happened_without_style():
    """Text extraction keeps the words, and a struck word does not run into the word that came."""
    html = shown(compare(FIRST, FIRST.replace("kommuner", "landsting")))
    assert "och 1 ersatt‹[struket: kommuner – slut][tillagt: landsting – slut]." in parse(html).text()


def test_contributed_text_is_never_markup():
    html = shown(compare("Förbundet <b>ska</b> verka.", 'Förbundet <script>x</script> ska "verka".'))
    assert {node.tag for node in parse(html).all()} <= {"root", "div", "p", "span", "a", "del", "ins"}


# The page's exact form


def test_one_pair_is_shown_exactly_so():
    """Set GOLDEN=1 to write the file anew after a change that is wanted, and read its difference."""
    texts = [
        corpus().wordings[key].version.text.strip()
        for key in ("ostra-ostergotland/2017", "umearegionen/2019")
    ]
    view = diff_view.view(compare(*texts))
    names = [
        SimpleNamespace(title=title, hue="law", signature="ABC") for title in ("Den förra", "Den senare")
    ]
    parts = [
        renderer().macro("diff", "sum", view),
        renderer().macro("diff", "changes", view),
        renderer().macro("diff", "inline", view),
        renderer().macro("diff", "sides", view, *names),
    ]
    # One element per line, so that a difference can be read.
    html = "\n\n".join(
        re.sub(r"(?=<(?:li|p|div|tr|td|span class=\"chg\"|span class=\"sent\")\b)", "\n", str(part)).strip()
        for part in parts
    )
    if os.environ.get("GOLDEN"):
        GOLDEN.write_text(html + "\n", encoding="utf-8")
    assert html + "\n" == GOLDEN.read_text(encoding="utf-8")
