"""Ordens väg: where words come from, that the counts add up, and that the picture holds together."""

from __future__ import annotations

import re
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpora import corpus, pages
from ramberattelser.comparing import compare, sentences, word_count
from ramberattelser.wordpath import BAND, Drawing, Named, Text, WordPath, trace
from ramberattelser.wordpath.axis import steps
from ramberattelser.wordpath.shapes import Label
from ramberattelser.wordpath.stack import stack

PARTIES = "Förbundet ska inom Bergs och Dalens kommuner svara för finansiell samordning."
RESOURCES = (
    "Resurserna ska användas för samordnade bedömningar och insatser som syftar till att den enskilde får "
    "eller förbättrar sin förmåga att förvärvsarbeta."
)
RESOURCES_SHORT = (
    "Resurserna ska användas till att den enskilde får eller förbättrar sin förmåga att förvärvsarbeta."
)
ARENA = "Förbundet är en arena där huvudmännen utbyter kunskap om varandras uppdrag."
BUDGET = "Budgeten utgör ram och begränsning för vad som kan finansieras."
RIGHTS = "Förbundet ska främja lika rättigheter och motverka diskriminering på grund av ålder eller kön."
SYSTEM = "Verksamheten ska bidra till systemutveckling som säkrar hållbara former för samverkan över tid."
POOL = (PARTIES, RESOURCES, RESOURCES_SHORT, ARENA, BUDGET, RIGHTS, SYSTEM)
HUES = ("law", "vog", "oog", "ume", "nvm", "hal", "hal", "law")

TWO = (f"{PARTIES} {ARENA}", f"{ARENA} {PARTIES} {RIGHTS}")
THREE = (f"{PARTIES} {RESOURCES}", f"{PARTIES} {RESOURCES_SHORT}", f"{PARTIES} {RESOURCES} {BUDGET}")
SIX = (
    PARTIES,
    f"{PARTIES} {RESOURCES} {SYSTEM}",
    f"{PARTIES} {RESOURCES_SHORT}\n\n{SYSTEM}",
    f"{PARTIES} {SYSTEM} {RESOURCES} {BUDGET}",
    f"{BUDGET} {PARTIES} {ARENA}",
    f"{PARTIES} {SYSTEM} {ARENA} {BUDGET} {RIGHTS}",
)
EIGHT = (*SIX, f"{ARENA} {RIGHTS}", " ".join(POOL))
YEARS = (None, 2005.0, 2007.0, 2008.0, 2015.0, 2016.0, 2018.0, 2019.0)


def chain(texts, years=YEARS):
    """A path through ``texts`` with names that are as long as real ones."""
    made = tuple(
        Text(
            key=f"ort-{at}/{2000 + at}",
            text=text,
            name=("Östra Bergslagen", "Dalen", "Norra Västmanland med omnejd")[at % 3],
            signature="ORT",
            hue=HUES[at],
            year=str(2003 + 2 * at),
            when=years[at],
            note="gäller från 1 september 2015",
            at="hos Dalen",
            of="Dalens",
            sentences=tuple(
                Named(str(n + 1), str(n + 1), ("Bedömningar och insatser", "Egen försörjning")[: n % 3])
                for n in range(len(sentences(text)))
            ),
        )
        for at, text in enumerate(texts)
    )
    return WordPath("prov", made, trace(texts), "Ordens väg")


CHAINS = {"two": TWO, "three": THREE, "six": SIX, "eight": EIGHT}
FORMS = [(form, size) for form in ("desk", "phone") for size in ("large", "small")]


@pytest.fixture(params=CHAINS.values(), ids=CHAINS)
def path(request):
    return chain(request.param)


def flow_between(path, source, target):
    return next(flow for flow in path.trace.flows if (flow.source, flow.target) == (source, target))


# -- where words come from -----------------------------------------------------------------------------


def test_every_word_is_either_new_or_taken_from_one_place(path):
    for text, parents in enumerate(path.trace.parent):
        assert len(parents) == word_count(path.texts[text].text)
        for at, place in enumerate(parents):
            if place is None:
                assert path.trace.origin[text][at] == text
            else:
                assert place[0] < text
                assert path.trace.origin[text][at] == path.trace.origin[place[0]][place[1]]


def test_no_word_is_passed_on_twice(path):
    taken = [place for parents in path.trace.parent for place in parents if place is not None]
    assert len(taken) == len(set(taken))


def test_a_taken_word_is_the_same_word(path):
    for text, parents in enumerate(path.trace.parent):
        for at, place in enumerate(parents):
            if place is not None:
                assert said(path, text, at) == said(path, *place)


def said(path, text, word):
    start, end = path.trace.spans[text][word]
    return path.trace.texts[text][start:end].casefold()


def test_counts_add_up_in_every_block(path):
    for text, blocks in enumerate(path.trace.blocks):
        assert sum(block.words for block in blocks) == path.trace.count(text)
        for block in blocks:
            assert block.words == sum(flow.words for flow in block.incoming) + block.new
            if text < len(path.texts) - 1:
                assert block.words == sum(flow.words for flow in block.outgoing) + block.ended
        assert sum(block.new for block in blocks) == path.trace.first_in(text, text)


def test_the_table_has_the_same_counts_as_the_picture(path):
    for row, block in zip(path.rows, (b for column in path.trace.blocks for b in column), strict=True):
        assert row.words == block.words == sum(share.words for share in row.taken) + row.new
        assert sum(share.words for share in row.goes) == sum(flow.words for flow in block.outgoing)
    assert path.drawn + path.undrawn == sum(flow.words for flow in path.trace.flows)


def test_a_word_that_stands_in_all_texts_is_coloured_by_the_first(path):
    parties = len(PARTIES.rstrip(".").split())
    if path.texts[0].text.startswith(PARTIES):
        assert path.trace.first_in(len(path.texts) - 1, 0) >= parties


def test_words_that_skip_a_text_come_from_the_text_before_it():
    path = chain(THREE)
    flow = flow_between(path, (0, 1), (2, 1))
    assert flow.skips
    assert path.trace.quote(flow) == "för samordnade bedömningar och insatser som syftar"
    assert path.trace.whole(flow)


def test_a_sentence_that_changes_place_is_moved():
    path = chain(TWO)
    moved = [flow for flow in path.trace.flows if flow.moved]
    assert len(moved) == 1
    assert moved[0].words == word_count(path.texts[0].text[slice(*unit(path, moved[0].source))])


def unit(path, place):
    found = sentences(path.texts[place[0]].text)[place[1]]
    return found.start, found.end


def test_a_new_sentence_is_fresh_and_those_of_the_first_text_never_are():
    path = chain(TWO)
    assert [block.fresh for block in path.trace.blocks[1]] == [False, False, True]
    assert not any(block.fresh for block in path.trace.blocks[0])


def test_what_travels_between_neighbours_is_never_more_than_what_comparing_shares(path):
    for old, new in pairwise(range(len(path.texts))):
        shared = compare(path.texts[old].text, path.texts[new].text).shared_words
        between = [f for f in path.trace.flows if (f.source[0], f.target[0]) == (old, new)]
        assert sum(flow.words for flow in between) <= shared


def test_names_must_fit_the_sentences():
    text = chain(TWO).texts[0]
    with pytest.raises(ValueError, match="sentences"):
        WordPath("prov", (text,), trace([f"{PARTIES} {ARENA} {BUDGET}"]), "Ordens väg")


@given(st.lists(st.lists(st.sampled_from(POOL), min_size=1, max_size=5), min_size=2, max_size=5))
def test_any_texts_can_be_traced_and_drawn(chosen):
    path = chain([" ".join(found) for found in chosen])
    for text, blocks in enumerate(path.trace.blocks):
        for block in blocks:
            assert block.new >= 0
            assert block.ended >= 0
        assert sum(block.words for block in blocks) == path.trace.count(text)
    for form, size in FORMS:
        assert_inside(path.drawing(form, size))


# -- the picture ---------------------------------------------------------------------------------------


def corners(label: Label) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a label, at its widest."""
    left = label.x - label.width / 2 if label.middle else label.x
    return left, label.y - label.size * 0.8, left + label.width, label.y + label.size * 0.25


def points(drawing: Drawing):
    for ribbon in drawing.ribbons:
        yield from (*ribbon.near, *ribbon.far)
    for line in (*drawing.curves, *drawing.lines):
        yield from line.points
    for box in (*drawing.plates, *drawing.fills, *drawing.boxes):
        yield from ((box.x, box.y), (box.x + box.width, box.y + box.height))
    for label in drawing.labels:
        left, top, right, bottom = corners(label)
        yield from ((left, top), (right, bottom))


def assert_inside(drawing: Drawing) -> None:
    for x, y in points(drawing):
        assert -0.1 <= x <= drawing.width + 0.1
        assert 0 <= y <= drawing.height


@pytest.mark.parametrize(("form", "size"), FORMS)
def test_nothing_leaves_the_picture(path, form, size):
    assert_inside(path.drawing(form, size))


@pytest.mark.parametrize(("form", "size"), FORMS)
def test_no_labels_collide(path, form, size):
    for one, other in combinations(map(corners, path.drawing(form, size).labels), 2):
        beside = one[2] <= other[0] or other[2] <= one[0]
        apart = one[3] <= other[1] + 1 or other[3] <= one[1] + 1
        assert beside or apart, (one, other)


@pytest.mark.parametrize(("form", "size"), FORMS)
def test_the_title_of_a_block_stays_inside_it(path, form, size):
    drawing = path.drawing(form, size)
    inside = [
        label for label in drawing.labels if label.text[:1].isdigit() and label.bold and label.size < 15
    ]
    inside += [label for label in drawing.labels if label.middle]
    assert inside
    for label in inside:
        left, top, right, bottom = corners(label)
        assert any(
            box.x <= left and right <= box.x + box.width and box.y <= top and bottom <= box.y + box.height
            for box in drawing.boxes
        ), label


@pytest.mark.parametrize(("form", "size"), FORMS)
def test_blocks_never_overlap(path, form, size):
    for one, other in combinations(path.drawing(form, size).boxes, 2):
        beside = one.x + one.width <= other.x or other.x + other.width <= one.x
        apart = one.y + one.height <= other.y or other.y + other.height <= one.y
        assert beside or apart


@pytest.mark.parametrize("size", ["large", "small"])
def test_a_ribbon_is_as_wide_as_its_words(path, size):
    drawing = path.drawing("desk", size)
    word = {"large": 3, "small": 1.62}[size]
    drawn = [flow for flow in path.trace.flows if flow.drawn]
    assert len(drawing.ribbons) == sum(len(flow.parts) for flow in drawn)
    widths = sum(ribbon.far[0][1] - ribbon.near[0][1] for ribbon in drawing.ribbons)
    assert widths == pytest.approx(path.drawn * word, abs=0.1 * len(drawing.ribbons))
    for ribbon in drawing.ribbons:
        ends = {round(far[1] - near[1]) for near, far in zip(ribbon.near, ribbon.far, strict=True)}
        assert max(ends) - min(ends) <= 1


def test_bands_leave_and_enter_inside_their_blocks(path):
    laid = stack(path.trace, 3, 9)
    for flow in path.trace.flows:
        for place, start in ((flow.source, laid.leaves[flow]), (flow.target, laid.enters[flow])):
            block = path.trace.blocks[place[0]][place[1]]
            top = laid.block[place]
            assert top <= start
            assert start + flow.words * 3 <= top + block.words * 3 + 1e-9


def test_a_band_that_passes_a_text_keeps_clear_of_its_blocks():
    path = chain(THREE)
    drawing = path.drawing("desk", "large")
    by = [line for line in drawing.curves if line.kind == "by"]
    assert len(by) == 2
    low, high = by[0].points[1][1], by[1].points[1][1]
    left = by[0].points[1][0]
    column = [box for box in drawing.boxes if abs(box.x - left) < 1]
    assert column
    assert all(box.y >= high or box.y + box.height <= low for box in column)


def test_small_groups_of_words_are_counted_but_have_no_band():
    few = [flow for flow in chain(SIX).trace.flows if not flow.drawn]
    assert all(flow.words < BAND for flow in few)


@pytest.mark.parametrize(("form", "size"), FORMS)
def test_the_picture_is_the_same_each_time(path, form, size):
    assert path.drawing(form, size) == chain([text.text for text in path.texts]).drawing(form, size)


def test_texts_of_the_same_hue_get_patterns():
    assert chain(EIGHT).patterns == (0, 0, 0, 0, 0, 0, 1, 1)
    assert chain(EIGHT).shades[6].endswith("randig")


# -- the axis ------------------------------------------------------------------------------------------


def test_dated_texts_stand_to_scale():
    made = steps([2015.0, 2017.0, 2021.0], 900, 100)
    assert made.lengths == pytest.approx((300, 600))
    assert made.scaled == (True, True)


def test_an_unknown_date_breaks_the_axis():
    made = steps([None, 2015.0, 2017.0, 2019.0], 900, 240)
    assert made.lengths == pytest.approx((300, 300, 300))
    assert made.scaled == (False, True, True)


def test_a_date_far_away_breaks_the_axis():
    made = steps([1950.0, 2015.0, 2017.0, 2019.0], 900, 240)
    assert made.scaled == (False, True, True)
    assert min(made.lengths) >= 240


def test_dates_out_of_order_are_not_to_scale():
    assert steps([2019.0, 2015.0, 2017.0], 900, 100).scaled == (False, True)


@given(st.lists(st.none() | st.floats(1000, 2999), min_size=2, max_size=9), st.floats(0.2, 1))
def test_columns_keep_their_distance_and_fill_the_axis(whens, tightness):
    least = 1000 / (len(whens) - 1) * tightness
    made = steps(whens, 1000, least)
    assert sum(made.lengths) == pytest.approx(1000)
    assert min(made.lengths) >= least * (1 - 1e-6)


def test_the_words_that_came_otherwise_are_told_by_stycke_and_by_the_sentences_that_the_picture_counts():
    words = (
        re.sub(r"<[^>]+>", "", pages("verklig")["/andamal/ordens-vag/"].page.body)
        .replace("\u00a0", " ")
        .replace("&nbsp;", " ")
    )
    said = re.findall(r"De övriga orden hos Umeåregionen står i stycke (.*?)\. Skillnaderna", words)
    assert said
    stanzas = [
        unit.stanza for unit in sentences(corpus("verklig").wordings["umearegionen/2019"].version.text)
    ]
    told = re.findall(r"(\d+) \(mening ([^:]+): (\d+) ord\)", said[0])
    for stycke, numbers, _ in told:
        found = [int(one) for one in re.findall(r"\d+", numbers)]
        assert {stanzas[one - 1] for one in found} == {int(stycke) - 1}
    assert sum(int(count) for *_, count in told) == 219 - 158
