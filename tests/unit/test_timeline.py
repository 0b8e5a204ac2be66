"""Timelines: every item once in picture, list and table; nothing overlaps; nothing leaves the picture."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ramberattelser.dates import Bound, parse
from ramberattelser.timeline import (
    UNDATED_NAME,
    Item,
    ItemKind,
    Lane,
    Mark,
    Picture,
    Rect,
    Text,
    caption,
    layout,
    layout_small,
    rows,
    text_width,
    wrapped,
)

NB = "\u00a0"
SEEN = Bound(date(2020, 1, 1), date(2020, 12, 31))
TICK_FONT = 13.5


def item(
    id_: str, label: str, when: str, kind: ItemKind = "phase", seen: Bound | None = None, text: str = ""
) -> Item:
    return Item(id_, label, parse(when), kind, text or f"{label}.", "källan, avsnitt 1", None, seen)


def lane(id_: str, *items: Item, name: str = "Umeåregionen", signature: str = "UME") -> Lane:
    return Lane(id_, name, signature, "ume", items)


UME = lane(
    "ume",
    item("1", "Projektfasen", "2005–2012"),
    item("2", "Processfasen", "2012–2015"),
    item("3", "Strukturfasen", "2015–", seen=SEEN),
)
NATION = lane(
    "nat",
    item("a", "Socsamförsök", "1 juli 1994–2003"),
    item("b", "Proposition", "5 juni 2003", "event"),
    item("c", "Lagen utfärdas", "18 december 2003", "event"),
    name="Nationellt",
    signature="NAT",
)
NVM = lane(
    "nvm",
    item("d", "Dagmarmedel", "90-talet"),
    item("e", "Förbundet", "senast 2006–2024-01-01", "existence"),
    item("f", "Grundutbildning", "2003", "event"),
    item("g", "Vändpunkt", "hösten 2009", "event"),
    item("h", "Blir del av Västmanland", "2024-01-01", "event"),
    item("i", "Ett möte", "odaterat", "event"),
    name="Norra Västmanland",
    signature="NVM",
)


# -- what must hold for any picture --------------------------------------------------------------------------


def tick_boxes(picture: Picture) -> Iterator[Rect]:
    for tick in picture.ticks:
        if tick.label:
            end = tick.label_x + text_width(tick.label, TICK_FONT, bold=True)
            yield Rect(tick.label_x, picture.tick_y - TICK_FONT, round(end, 1), picture.tick_y + 4)


def rectangles(picture: Picture) -> list[Rect]:
    """All bars and words; words inside a bar are part of it, as wide as it allows."""
    found = list(tick_boxes(picture))
    for band in picture.bands:
        found += [text.box for text in (band.name, *band.heads) if text.lines]
    for mark in picture.marks:
        found.append(mark.box)
        if mark.text.place == "inside":
            assert mark.box.x0 <= mark.text.box.x0
            assert mark.text.box.x1 <= mark.box.x1
            solid = next(part for part in mark.parts if not part.soft)
            assert solid.x0 < mark.text.box.x0
            assert mark.text.box.x1 < solid.x1
            found[-1] = union(mark.box, mark.text.box)
        elif any(mark.text.lines):
            found.append(mark.text.box)
    return found


def union(one: Rect, other: Rect) -> Rect:
    return Rect(min(one.x0, other.x0), min(one.y0, other.y0), max(one.x1, other.x1), max(one.y1, other.y1))


def inside(one: Rect, other: Rect) -> bool:
    """Does the first lie wholly in the other?"""
    return other.x0 <= one.x0 and one.x1 <= other.x1 and other.y0 <= one.y0 and one.y1 <= other.y1


def meet(one: Rect, other: Rect) -> bool:
    """Do the two share any area?"""
    return one.x0 < other.x1 and other.x0 < one.x1 and one.y0 < other.y1 and other.y0 < one.y1


def assert_sound(picture: Picture) -> None:
    whole = Rect(0, 0, picture.width, picture.height)
    found = rectangles(picture)
    for one in found:
        assert inside(one, whole), one
    by_top = sorted(found, key=lambda rect: rect.y0)
    for at, one in enumerate(by_top):
        for other in by_top[at + 1 :]:
            if other.y0 >= one.y1:
                break
            assert not meet(one, other), (one, other)
    for mark in picture.marks:
        assert_drawn_within_its_box(mark)
    for above, below in zip(picture.bands, picture.bands[1:], strict=False):
        assert above.y + above.height == pytest.approx(below.y)


def assert_drawn_within_its_box(mark: Mark) -> None:
    for part in mark.parts:
        assert mark.box.x0 <= part.x0 < part.x1 <= mark.box.x1
    for one, other in zip(mark.parts, mark.parts[1:], strict=False):
        assert one.x1 == other.x0
    for arrow in mark.arrows:
        assert mark.box.x0 - 0.1 <= arrow.x + 6 * min(arrow.direction, 0)
        assert arrow.x + 6 * max(arrow.direction, 0) <= mark.box.x1 + 0.1
    assert set(mark.edges) <= {x for part in mark.parts for x in (part.x0, part.x1)}


def assert_same_everywhere(lanes: Sequence[Lane], picture: Picture) -> None:
    """TIME-01: every item exactly once in list, table and picture, with the same label and date."""
    expected = sorted((one.id, thing.id) for one in lanes for thing in one.items)
    listed = {(row.lane.id, row.item.id): row for row in rows(lanes)}
    drawn = {(mark.lane.id, mark.item.id): mark for mark in picture.marks}
    assert sorted((row.lane.id, row.item.id) for row in rows(lanes)) == expected
    assert sorted((mark.lane.id, mark.item.id) for mark in picture.marks) == expected
    for key, row in listed.items():
        mark = drawn[key]
        assert (row.label, row.date) == (mark.label, mark.date) == (row.item.label, row.item.when.swedish())
        shown = squeezed("".join(mark.text.lines))
        assert squeezed(caption(row.item)) in shown
        assert squeezed(row.label) in shown
        assert squeezed(row.date) in shown
        assert row.start_text
        assert row.end_text


def squeezed(text: str) -> str:
    return text.replace(" ", "")


dates_written = st.sampled_from(
    [
        *("2015", "2015-03", "2015-03-01", "1880-05-05", "våren 2016", "slutet av 2022", "omkring 1900"),
        *("90-talet", "1950-talet", "före 1990", "efter 2012", "senast 2006", "tidigast 2006", "2016?"),
        *("2005–2012", "2005–2005", "2012–2015", "1880–2029", "2014-01-01–2015-12-31", "1994-07-01–2003"),
        *("2015–", "2015-01-01–", "2029-12-31–", "–2013", "–1880-01-01", "senast 2006–2024-01-01"),
        *("2005–tidigast 2010", "odaterat", "okänt", "2029-12-31", "1 januari 1880"),
    ]
)
labels = st.one_of(
    st.sampled_from(["", "Förbundet", "Fyrpartsöverenskommelse om samordnad individuell plan", "W" * 200]),
    st.text(alphabet="abcåäöMW@ –”§", min_size=1, max_size=200),
    st.text(max_size=40),
)
kinds: st.SearchStrategy[ItemKind] = st.sampled_from(["phase", "event", "member", "existence", "missing"])
seen = st.one_of(st.none(), st.just(SEEN), st.just(Bound(date(1881, 1, 1), date(1881, 1, 1))))


@st.composite
def lane_lists(draw: st.DrawFn) -> list[Lane]:
    lanes = []
    for at in range(draw(st.integers(min_value=0, max_value=5))):
        items = [
            item(f"{at}-{number}", label, when, kind, until)
            for number, (label, when, kind, until) in enumerate(
                draw(st.lists(st.tuples(labels, dates_written, kinds, seen), max_size=7))
            )
        ]
        name = draw(st.sampled_from(["Nationellt", "Östra Östergötland", "Samordningsförbundet" * 3]))
        lanes.append(lane(f"l{at}", *items, name=name, signature=f"L{at}"))
    return lanes


@given(lane_lists())
@settings(max_examples=100, deadline=None)
def test_nothing_overlaps_and_nothing_leaves_the_picture(lanes: list[Lane]) -> None:
    picture = layout(lanes)
    assert_sound(picture)
    assert_same_everywhere(lanes, picture)
    assert layout(lanes) == picture


@given(lane_lists(), st.sampled_from([592.0, 350.0]))
@settings(max_examples=100, deadline=None)
def test_a_small_picture_is_as_sound(lanes: list[Lane], width: float) -> None:
    for one in lanes:
        picture = layout_small(one, width)
        assert_sound(picture)
        assert sorted(mark.item.id for mark in picture.marks) == sorted(thing.id for thing in one.items)


@given(lane_lists(), st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_the_order_of_dated_items_in_the_data_does_not_matter(
    lanes: list[Lane], shuffler: random.Random
) -> None:
    dated = [
        Lane(one.id, one.name, one.signature, one.hue, [i for i in one.items if i.when.kind != "undated"])
        for one in lanes
    ]
    shuffled = [
        Lane(one.id, one.name, one.signature, one.hue, shuffler.sample(one.items, len(one.items)))
        for one in dated
    ]
    before = [(mark.item, mark.box, mark.text) for mark in layout(dated).marks]
    assert [(mark.item, mark.box, mark.text) for mark in layout(shuffled).marks] == before
    assert [row.item for row in rows(shuffled)] == [row.item for row in rows(dated)]


@pytest.mark.parametrize("width", [1190.0, 700.0])
def test_forty_lanes_over_150_years_with_labels_of_200_letters(width: float) -> None:
    chance = random.Random(7)
    lanes = [
        lane(
            f"l{at}",
            *(
                item(
                    f"{at}-{number}",
                    chance.choice(["Fas", "Ett möte om samordning", ("ord " * 50).strip(), "å" * 200]),
                    chance.choice(
                        [f"{year}", f"{year}–{year + 9}", f"{year}-05-05", f"{year}–", f"hösten {year}"]
                    ),
                    chance.choice(["phase", "event", "member"]),
                )
                for number, year in enumerate(chance.randrange(1880, 2020) for _ in range(6))
            ),
            name=f"Samordningsförbundet i trakten {at}",
        )
        for at in range(40)
    ]
    picture = layout(lanes, width=width)
    assert len(picture.bands) == 40
    assert_sound(picture)
    assert_same_everywhere(lanes, picture)


def test_no_phase_makes_an_empty_picture() -> None:
    nothing = layout([])
    assert (nothing.marks, nothing.ticks, nothing.bands, nothing.years) == ((), (), (), None)
    empty = layout([lane("tom")])
    assert (empty.years, empty.ticks, empty.marks) == (None, (), ())
    assert [band.name.lines for band in empty.bands] == [("Umeåregionen",)]
    assert_sound(empty)
    assert layout_small(lane("tom")).marks == ()
    assert rows([]) == rows([lane("tom")]) == []


def test_one_phase_makes_a_picture() -> None:
    picture = layout([lane("en", item("1", "Projektfasen", "2005–2012"))])
    assert picture.years == (2005, 2012)
    assert_sound(picture)


# -- the wide picture ----------------------------------------------------------------------------------------


def only(picture: Picture) -> Mark:
    assert len(picture.marks) == 1
    return picture.marks[0]


def scale(picture: Picture) -> float:
    assert picture.years
    return (picture.width - 12 - 158) / (picture.years[1] - picture.years[0] + 1)


def test_uncertain_years_are_soft_and_the_time_between_is_solid() -> None:
    picture = layout([lane("en", item("1", "Projektfasen", "2005–2012"))])
    year = scale(picture)
    parts = [(part.x0, part.x1, part.soft) for part in only(picture).parts]
    assert parts == [
        (158.0, round(158 + year, 1), True),
        (round(158 + year, 1), round(158 + 7 * year, 1), False),
        (round(158 + 7 * year, 1), 1178.0, True),
    ]
    assert only(picture).edges == ()
    assert only(picture).arrows == ()


def test_a_known_day_is_a_hard_edge_and_a_missing_end_an_arrow() -> None:
    mark = only(layout([lane("en", item("1", "Medlem", "2014-01-01–", "member", SEEN))]))
    assert [part.soft for part in mark.parts] == [False, True]
    assert mark.edges == (mark.parts[0].x0,)
    assert [(arrow.x, arrow.direction) for arrow in mark.arrows] == [(round(mark.parts[1].x1 + 3, 1), 1)]


def test_a_bar_without_an_end_reaches_as_far_as_its_source_sees() -> None:
    unseen = only(layout([lane("en", item("1", "Strukturfasen", "2015–"))]))
    assert [part.soft for part in unseen.parts] == [True]
    picture = layout([lane("en", item("1", "Strukturfasen", "2015–", seen=SEEN))])
    assert [part.soft for part in only(picture).parts] == [True, False, True]
    assert picture.years == (2015, 2020)


def test_no_arrow_goes_past_the_last_day_of_the_organisation() -> None:
    def drawn(last: str) -> tuple[bool, float]:
        thing = replace(item("1", "Medlem", "2014-01-01–", "member", SEEN), last=date.fromisoformat(last))
        frame = item("2", "Ram", "2010–2030")
        mark = next(mark for mark in layout([lane("en", thing, frame)]).marks if mark.item.id == "1")
        assert mark.box.x1 >= mark.parts[-1].x1
        return bool(mark.arrows), mark.box.x1 - mark.parts[-1].x1

    assert drawn("2023-12-31") == (True, pytest.approx(9, abs=0.1))
    assert drawn("2020-12-31") == (False, 0)


def test_an_arrow_is_drawn_where_the_last_day_of_the_organisation_is_beyond_the_picture() -> None:
    thing = replace(item("1", "Teamen", "2011–", seen=SEEN), last=date(2023, 12, 31))
    picture = layout([lane("en", thing)])
    assert picture.years == (2011, 2020)
    assert picture.open_ends == {1}
    assert_sound(picture)


def test_open_ends_are_the_ways_in_which_arrows_point() -> None:
    both = [item("1", "Förbundet", "senast 2006–2024-01-01", "existence"), item("2", "Teamen", "2011–")]
    assert layout([lane("en", *both)]).open_ends == {-1, 1}
    assert layout([lane("en", both[0])]).open_ends == {-1}
    assert layout([lane("en", item("1", "Fas", "2005–2012"))]).open_ends == frozenset()


def test_a_bar_with_words_in_it_is_higher_than_they_are() -> None:
    for kind in ("existence", "phase", "event", "member"):
        mark = only(layout([lane("en", item("1", "Ord", "1990–2020", kind))]))
        assert mark.text.place == "inside"
        assert mark.y + 1 <= mark.text.box.y0
        assert mark.text.box.y1 <= mark.y + mark.height - 1


def test_a_missing_beginning_is_an_arrow_to_the_left() -> None:
    mark = only(layout([lane("en", item("1", "Förbundet", "senast 2006–2024-01-01", "existence"))]))
    assert [part.soft for part in mark.parts] == [True, False]
    assert [arrow.direction for arrow in mark.arrows] == [-1]
    assert mark.edges == (mark.parts[-1].x1,)


def test_an_event_is_a_point_when_its_day_is_known_and_else_a_soft_box() -> None:
    picture = layout([NVM])
    shapes = {mark.item.id: (mark.shape, [part.soft for part in mark.parts]) for mark in picture.marks}
    assert shapes["h"] == ("point", [])
    assert shapes["f"] == shapes["g"] == ("bar", [True])
    assert shapes["i"] == ("undated", [])


@pytest.mark.parametrize(
    ("when", "kind", "signs"),
    [
        ("2012-04-24", "event", {"point"}),
        ("2012", "event", {"spot"}),
        ("2012-04-24–2012-04-26", "event", {"edge"}),
        ("2005–2012", "phase", {"soft"}),
        ("2004-01-01–", "phase", {"edge", "arrow"}),
        ("odaterat", "event", set()),
    ],
)
def test_the_signs_of_a_picture_are_those_that_are_drawn(when: str, kind: ItemKind, signs: set[str]) -> None:
    assert layout([lane("en", item("1", "Något", when, kind))]).signs == signs


def test_what_is_missing_has_nothing_solid() -> None:
    mark = only(layout([lane("en", item("1", "Föregångarna", "2010-01-01–2014-12-31", "missing"))]))
    assert [part.soft for part in mark.parts] == [True]
    assert mark.edges == ()


def test_undated_items_have_a_band_of_their_own_in_the_order_of_the_data() -> None:
    lanes = [
        lane("a", item("2", "Sedan", "odaterat"), item("1", "Först", "okänt"), signature="AAA"),
        lane("b", item("3", "Fas", "2015"), item("4", "Sist", ".."), signature="BBB"),
    ]
    picture = layout(lanes)
    band = picture.bands[-1]
    assert (band.lane, " ".join(band.name.lines)) == (None, UNDATED_NAME)
    undated = [mark for mark in picture.marks if mark.shape == "undated"]
    assert [mark.text.lines for mark in undated] == [
        ("AAA: Sedan, odaterat",),
        ("AAA: Först, odaterat",),
        ("BBB: Sist, odaterat",),
    ]
    assert all(mark.box.y0 > band.y for mark in undated)


def test_words_stand_inside_if_they_fit_else_beside_else_below() -> None:
    def place(label: str, when: str) -> str:
        thing = item("1", label, when)
        frame = item("2", "Ram", "1990–2020")
        marks = layout([lane("en", thing, frame)]).marks
        return next(mark.text.place for mark in marks if mark.item.id == "1")

    assert place("Kort", "1995–2015") == "inside"
    assert place("Något längre ord", "1990–1995") == "right"
    assert place("Något längre ord", "2016–2020") == "left"
    assert place("ord " * 50, "2000–2005") == "below"


def test_items_that_meet_in_time_get_rows_of_their_own() -> None:
    tops = {mark.item.id: mark.y for mark in layout([UME]).marks}
    assert tops["1"] != tops["2"] != tops["3"]
    apart = lane("en", item("1", "Ett", "1990–1995"), item("2", "Två", "2010–2020"))
    assert len({mark.y for mark in layout([apart]).marks}) == 1


def test_members_stand_under_a_heading() -> None:
    band = layout([lane("en", item("1", "Vännäs", "2014-01-01–", "member", SEEN))]).bands[0]
    assert [text.lines for text in band.heads] == [("Medlemmar",)]
    assert layout([UME]).bands[0].heads == ()


def test_words_go_left_where_that_saves_a_row() -> None:
    """Two events half a year apart: the first speaks to the left, the second to the right."""
    near = [
        item("b", "Proposition", "5 juni 2003", "event"),
        item("c", "Utfärdas", "18 december 2003", "event"),
    ]
    marks = layout([lane("en", item("a", "Ram", "1998–2010"), *near)]).marks
    assert {mark.item.id: mark.text.place for mark in marks if mark.item.id != "a"} == {
        "b": "left",
        "c": "right",
    }
    assert len({mark.y for mark in marks if mark.item.id != "a"}) == 1


def test_a_bar_too_narrow_to_see_grows_from_its_known_edge() -> None:
    frame = item("0", "Ram", "1900–2020")
    for when, edge in (("–1950-12-31", -1), ("1951-01-01–", 0)):
        picture = layout([lane("en", frame, item("1", "Smal", when))])
        mark = next(mark for mark in picture.marks if mark.item.id == "1")
        (part,) = mark.parts
        assert round(part.x1 - part.x0, 1) == 9
        known = round(158 + 51 * scale(picture), 1)
        assert (part.x0, part.x1)[edge] == pytest.approx(known, abs=0.11)


def labelled(picture: Picture) -> list[int]:
    return [tick.year for tick in picture.ticks if tick.label]


def test_ticks_label_every_fifth_year_and_the_first_and_the_last() -> None:
    picture = layout([lane("en", item("1", "Fas", "1993–2024"))])
    assert labelled(picture) == [1993, 1995, 2000, 2005, 2010, 2015, 2020, 2024]
    assert [tick.year for tick in picture.ticks] == list(range(1993, 2026))
    assert [tick.year for tick in picture.ticks if tick.strong] == [
        *(1993, 1995, 2000, 2005, 2010, 2015, 2020, 2025)
    ]


def test_pictures_can_share_an_axis_that_is_longer_than_their_own() -> None:
    whole = layout([UME, NATION])
    alone = [layout([one], years=whole.years) for one in (UME, NATION)]
    assert whole.years == (1994, 2020)
    assert [picture.years for picture in alone] == [whole.years] * 2
    assert [picture.ticks for picture in alone] == [whole.ticks] * 2
    assert layout([UME]).years == (2005, 2020)
    assert layout([UME], years=(2010, 2012)).years == (2005, 2020), "nothing falls outside"


def test_ticks_thin_out_on_a_long_axis_and_fill_a_short_one() -> None:
    assert labelled(layout([lane("en", item("1", "Fas", "1875–2024"))])) == [
        *(1875, 1890, 1900, 1910, 1920, 1930, 1940, 1950, 1960, 1970, 1980, 1990, 2000, 2010, 2024)
    ]
    assert labelled(layout([lane("en", item("1", "Fas", "2016–2019"))])) == [2016, 2017, 2018, 2019]
    assert len(labelled(layout([lane("en", item("1", "Fas", "1000–2999"))]))) > 5


def test_a_label_that_holds_its_date_does_not_say_it_twice() -> None:
    assert caption(item("1", "Projektfasen, 2005–2012", "2005–2012")) == "Projektfasen, 2005–2012"
    assert caption(item("1", "Projektfasen", "2005–2012")) == "Projektfasen, 2005–2012"
    assert caption(item("1", "", "2005–2012")) == "2005–2012"


# -- the small picture ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [592.0, 350.0])
def test_three_phases_share_soft_boundary_years(width: float) -> None:
    picture = layout_small(UME, width)
    assert_sound(picture)
    project, process, structure = picture.marks
    assert [part.soft for part in project.parts] == [True, False, True]
    assert (project.parts[-1].x0, project.parts[-1].x1) == (process.parts[0].x0, process.parts[0].x1)
    assert (process.parts[-1].x0, process.parts[-1].x1) == (structure.parts[0].x0, structure.parts[0].x1)
    assert [mark.text.lines for mark in picture.marks] == [
        *(("Projektfasen",), ("Processfasen",), ("Strukturfasen",))
    ]
    assert project.y < process.y < structure.y
    assert {2005, 2012, 2015} <= set(labelled(picture))


# -- rows and rails ------------------------------------------------------------------------------------------


def test_rows_are_ordered_by_date_then_lane_then_id() -> None:
    first = lane("z", item("9", "Nio", "2015"), item("1", "Ett", "2015"), item("0", "Noll", "odaterat"))
    second = lane("a", item("5", "Fem", "2015"), item("4", "Fyra", "2014"))
    assert [row.item.id for row in rows([first, second])] == ["4", "1", "9", "5", "0"]


def test_the_undated_stand_in_the_same_order_as_rows_and_in_the_picture() -> None:
    first = lane("z", item("9", "Först", "odaterat"), item("1", "Sedan", "okänt"), item("5", "Förr", "2015"))
    lanes = [first, lane("a", item("0", "Sist", "odaterat"))]
    drawn = [mark.item.id for mark in layout(lanes).marks if mark.shape == "undated"]
    assert [row.item.id for row in rows(lanes)] == ["5", *drawn] == ["5", "9", "1", "0"]


@pytest.mark.parametrize(
    ("when", "kind", "start", "end"),
    [
        ("1993–1997", "phase", "under 1993", "under 1997"),
        ("1 juli 1994–2003", "phase", f"1{NB}juli 1994", "under 2003"),
        ("mars 2016–våren 2018", "phase", "under mars 2016", "våren 2018"),
        ("sedan 1998", "phase", "under 1998", "saknas"),
        ("1998?–", "phase", "1998, osäkert", "saknas"),
        ("omkring 1998–", "phase", "omkring 1998", "saknas"),
        ("–2013", "phase", "saknas", "under 2013"),
        ("2015", "phase", "under 2015", "under 2015"),
        ("90-talet", "phase", "odaterat inom 90-talet", "odaterat inom 90-talet"),
        ("80-talet–90-talet", "phase", "under 80-talet", "under 90-talet"),
        ("odaterat", "phase", "odaterat", "odaterat"),
        ("senast 2006–2024-01-01", "existence", "senast 2006", f"1{NB}januari 2024"),
        ("senast 2006", "existence", "senast 2006", "saknas"),
        ("2003", "event", "2003", "–"),
        ("5 juni 2003", "event", f"5{NB}juni 2003", "–"),
        ("slutet av 2022", "event", "slutet av 2022", "–"),
        ("2003–2004", "event", "under 2003", "under 2004"),
        ("odaterat", "event", "odaterat", "–"),
    ],
)
def test_the_table_words_beginning_and_end(when: str, kind: ItemKind, start: str, end: str) -> None:
    (row,) = rows([lane("en", item("1", "Något", when, kind))])
    assert (row.start_text, row.end_text) == (start, end)


def rails(lanes: Sequence[Lane], of: int) -> list[tuple[str, str]]:
    return [(row.item.id, row.rails[of].classes) for row in rows(lanes)]


def test_a_line_is_dotted_until_the_forbund_is_known_to_exist_and_ends_when_it_ends() -> None:
    assert rails([NATION, NVM], of=1) == [
        ("d", "maybe from dot span"),
        ("a", "maybe"),
        ("f", "maybe dot"),
        ("b", "maybe"),
        ("c", "maybe"),
        ("e", "on dot span"),
        ("g", "on dot span"),
        ("h", "on to dot"),
        ("i", "dot span"),
    ]


def test_a_lane_that_is_no_forbund_is_on_from_its_first_row() -> None:
    assert rails([NATION, NVM], of=0) == [
        ("d", ""),
        ("a", "on from dot span"),
        ("f", "on"),
        ("b", "on dot"),
        ("c", "on dot"),
        ("e", "on"),
        ("g", "on"),
        ("h", "on"),
        ("i", ""),
    ]


def test_a_line_stops_before_rows_after_its_end_and_doubt_about_the_end_is_dotted() -> None:
    short = lane("en", item("1", "Finns", "2005–2012", "existence"))
    later = lane(
        "två", *(item(f"t{year}", "Händelse", f"{year}-06-01", "event") for year in (2011, 2012, 2013))
    )
    assert rails([short, later], of=0) == [
        ("1", "on from dot span"),
        ("t2011", "on"),
        ("t2012", "maybe to"),
        ("t2013", ""),
    ]


def test_doubt_about_the_beginning_is_dotted() -> None:
    unsure = lane("en", item("1", "Finns", "omkring 2005–", "existence"))
    later = lane("två", *(item(f"t{year}", "Händelse", f"{year}-06-01", "event") for year in (2006, 2007)))
    assert rails([unsure, later], of=0) == [("1", "maybe from dot span"), ("t2006", "maybe"), ("t2007", "on")]
    undated = lane("en", item("1", "Finns", "odaterat", "existence"), item("2", "Fas", "2005"))
    assert rails([undated, later], of=0)[0] == ("2", "maybe from dot span")


def test_a_line_without_a_known_beginning_does_not_start_at_its_first_row() -> None:
    assert rails([lane("en", item("1", "Finns", "senast 2006–", "existence"))], of=0) == [
        ("1", "on dot span")
    ]


def test_a_lane_with_two_lives_is_on_while_either_is_known() -> None:
    twice = lane(
        "en",
        item("1", "Under ett namn", "2005–2012", "existence"),
        item("2", "Under nästa", "2012–", "existence"),
        item("3", "Händelse", "2012-06-01", "event"),
    )
    assert rails([twice], of=0)[-1] == ("3", "on dot")


# -- words ---------------------------------------------------------------------------------------------------


def test_widths_are_no_less_than_those_of_the_widest_fallback() -> None:
    """Measured in DejaVu Sans, in em."""
    assert text_width("Samordningsförbund", 1) >= 10.49
    assert text_width("2015", 1) >= 2.54
    assert text_width("Umeåregionen", 1, bold=True) >= 8.22
    assert text_width("\U0001f600", 1) > 1


@given(st.text(max_size=200), st.integers(min_value=30, max_value=500))
def test_wrapping_loses_no_letter_and_keeps_to_its_room(text: str, room: int) -> None:
    lines = wrapped(text, room, 13.5)
    assert squeezed("".join(lines)) == squeezed(text)
    assert all(text_width(line, 13.5) <= room for line in lines)


def test_words_are_broken_at_spaces_but_not_at_no_break_spaces() -> None:
    assert wrapped("Norra Västmanland", 100, 13.5) == ("Norra", "Västmanland")
    assert wrapped(f"den 1{NB}januari", 70, 13.5) == ("den", f"1{NB}januari")
    assert wrapped("", 100, 13.5) == ("",)


def test_the_sketched_names_are_not_broken_within_a_word() -> None:
    names = ["Nationellt", "Norra Västmanland", "Västra Östergötland", "Östra Östergötland", "Umeåregionen"]
    picture = layout([lane(name, name=name) for name in names])
    shown: list[Text] = [band.name for band in picture.bands]
    assert [" ".join(text.lines) for text in shown] == names
    assert all(not meet(one.box, other.box) for one, other in combinations(shown, 2))
