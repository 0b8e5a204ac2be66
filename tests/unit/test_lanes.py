"""Which items stand on the timelines, in which order, and how far a source can see."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from corpora import BARE, NAMES, corpus
from ramberattelser import lanes
from ramberattelser.corpus import Corpus
from ramberattelser.dates import Bound
from ramberattelser.model import Association, Member, slugify
from ramberattelser.pages import make_site
from ramberattelser.timeline import layout, rows

COMMON = {"slag": "förbund", "signatur": "TST", "publicerad": "2026-01-02", "ingress": "Prov."}
SOURCE = {"källa": "exempelrapport, avsnitt 2"}


def förbund(name: str, **given: object) -> Association:
    names = [{"namn": name, "period": "okänt", **SOURCE}]
    return Association.model_validate({**COMMON, "kortnamn": name, "namn": names, **given})


def having(*associations: Association) -> Corpus:
    return replace(
        corpus("exempel"), associations={a.short_name.lower(): a for a in associations}, stories={}
    )


def phase(name: str, period: str, source: str = "exempelrapport, avsnitt 2") -> dict[str, str]:
    return {"id": slugify(name), "namn": name, "period": period, "källa": source}


def event(name: str, when: str, source: str = "exempelrapport, avsnitt 2") -> dict[str, str]:
    return {"id": slugify(name), "rubrik": name, "datum": when, "källa": source}


def member(name: str, kind: str, period: str) -> dict[str, str]:
    return {"namn": name, "slag": kind, "period": period, **SOURCE}


def labels(lane: object) -> list[str]:
    return [item.label for item in lane.items]


@pytest.mark.parametrize("name", [*NAMES, BARE])
def test_every_phase_and_event_is_on_the_common_timeline_once(name):
    made = corpus(name)
    common = lanes.common_lanes(made)
    expected = [p.id for a in (made.national, *made.associations.values()) for p in (*a.phases, *a.events)]
    found = [
        item.id.removeprefix("fas-")
        for lane in common
        for item in lane.items
        if item.kind in ("phase", "event")
    ]
    assert sorted(found) == sorted(expected)
    assert len({lane.id for lane in common}) == len(common)


def test_the_national_lane_comes_first_and_the_others_by_their_first_date():
    made = having(
        förbund("Sen", händelser=[event("Mötet", "2015")]),
        förbund("Tidig", faser=[phase("Starten", "90-talet")]),
        förbund("Tom"),
        förbund("Odaterad", händelser=[event("Beslutet", "odaterat")]),
        förbund("Mellan", händelser=[event("Mötet", "våren 2004"), event("Beslutet", "odaterat")]),
    )
    assert [lane.name for lane in lanes.common_lanes(made)] == [
        "Nationellt",
        "Tidig",
        "Mellan",
        "Sen",
        "Odaterad",
    ]


def test_a_förbund_with_nothing_but_undated_events_is_in_picture_and_rows():
    made = having(förbund("Odaterad", händelser=[event("Beslutet", "odaterat")]))
    common = lanes.common_lanes(made)
    assert [row.label for row in rows(common)][-1] == "Beslutet"
    assert [mark.item.label for mark in layout(common, label_width=178).marks].count("Beslutet") == 1


def test_members_of_every_kind_stand_on_a_förbunds_own_timeline_and_not_on_the_common():
    own = förbund(
        "Ett",
        medlemmar=[
            member("Exempelstads kommun", "kommun", "2005–2013"),
            member("Region Exempel", "region", "2007–"),
            member("Arbetsförmedlingen", "myndighet", "senast 2016–"),
        ],
    )
    made = having(own)
    lane = lanes.lane_of(made, "ett", members=True)
    assert labels(lane) == ["Exempelstads", "Region Exempel", "Arbetsförmedlingen"]
    assert [item.text for item in lane.items] == [
        "Exempelstads kommun var medlem.", "Region Exempel är medlem.", "Arbetsförmedlingen är medlem.",
    ]  # fmt: skip
    assert labels(lanes.lane_of(made, "ett")) == []
    assert [lane.id for lane in lanes.common_lanes(made)] == ["nationellt"]


def test_a_member_of_whom_no_time_is_known_stands_in_the_table_of_members_alone():
    members = [member("A kommun", "kommun", "okänt"), member("B kommun", "kommun", "2005–")]
    base = corpus("exempel")
    owner, own = next((owner, one) for owner, one in base.associations.items() if one.members)
    told = tuple(Member.model_validate(one) for one in members)
    mended = own.model_copy(update={"members": told, "region_text": "A och B"})
    made = replace(base, associations={**base.associations, owner: mended})
    lane = lanes.lane_of(made, owner, members=True)
    assert [item.label for item in lane.items if item.kind == "member"] == ["B"]
    body = make_site(made).pages[f"forbund/{owner}/index.md"].body
    assert f'<tr id="t-{owner}-medlem-a-kommun"><th scope="row">A kommun' in body, "its address is kept"
    assert body.count(f'id="t-{owner}-medlem-b-kommun"') == 1
    assert "<dt>Var</dt>" not in body, "the table of members says it"


def joining(*events: dict[str, str], **members: str) -> Corpus:
    own = [member(f"{name} kommun", "kommun", period) for name, period in members.items()]
    return having(förbund("Ett", medlemmar=own, händelser=list(events)))


def test_that_members_came_is_told_once_on_a_förbunds_own_timeline_with_the_sources_of_both():
    came = {
        **event("A och B blir medlemmar", "2016-01-01", "exempelrapport, avsnitt 3"),
        "text": "Förbundet bytte namn.",
    }
    made = joining(came, event("C blir medlem", "2017"), A="2016-01-01–", B="2016-01-01–", C="2017–")
    told = {item.label: item for item in lanes.lane_of(made, "ett", members=True).items}
    assert list(told) == ["A", "B", "C"]
    assert told["A"].text == "A kommun är medlem."
    assert told["B"].text == "B kommun är medlem. Förbundet bytte namn."
    assert [item.source for item in told.values()] == [
        "Exempel 2020, 2",
        "Exempel 2020, 2; Exempel 2020, 3",
        "Exempel 2020, 2",
    ]
    assert told["B"].id == "a-och-b-blir-medlemmar", "its address is kept"
    assert labels(lanes.lane_of(made, "ett")) == ["A och B blir medlemmar", "C blir medlem"]


@pytest.mark.parametrize(
    "came",
    [
        event("A blir medlem", "2015"),
        event("A och D blir medlemmar", "2016"),
        event("A blir medlem igen", "2016"),
        event("Att A blir medlem", "2016"),
        event("A blir medlem", "okänt"),
    ],
    ids=["another year", "one without a row", "more", "other words", "undated"],
)
def test_an_event_that_says_anything_else_than_that_members_came_keeps_its_row(came):
    lane = lanes.lane_of(joining(came, A="2016–"), "ett", members=True)
    assert sorted(labels(lane)) == sorted(["A", came["rubrik"]])


def test_the_picture_of_members_in_a_story_shows_the_dated_municipalities_alone():
    own = förbund(
        "Ett",
        medlemmar=[
            member("Vännäs kommun", "kommun", "2014–"),
            {**member("Vindelns kommun", "kommun", "2016–"), "kortnamn": "Vindeln"},
            member("Robertsfors kommun", "kommun", "okänt"),
            member("Region Exempel", "region", "2014–"),
        ],
        faser=[phase("Starten", "2005–2012")],
    )
    assert labels(lanes.member_lane(having(own), "ett")) == ["Vännäs", "Vindeln"]
    assert labels(lanes.phase_lane(having(own), "ett")) == ["Starten"]


def test_a_municipality_that_left_and_came_back_is_there_both_times():
    own = förbund(
        "Ett", medlemmar=[member("A kommun", "kommun", "2005–2008"), member("A kommun", "kommun", "2014–")]
    )
    lane = lanes.lane_of(having(own), "ett", members=True)
    assert [item.when.written for item in lane.items] == ["2005–2008", "2014–"]
    assert len(rows([lane])) == len(layout([lane], label_width=178).marks) == 2


def dated_sources(base: Corpus, **years: str) -> Corpus:
    """The corpus with sources of these years alone: a="2013" is a source a from 2013."""
    first = base.source_list.sources[0]
    made = tuple(first.model_copy(update={"id": id, "year": year}) for id, year in years.items())
    national = base.national.model_copy(update={"phases": (), "events": ()})
    return replace(base, source_list=base.source_list.model_copy(update={"sources": made}), national=national)


def year(number: int) -> Bound:
    return Bound(date(number, 1, 1), date(number, 12, 31))


def test_an_open_end_is_seen_to_the_year_of_its_own_latest_source_and_to_no_other():
    own = förbund(
        "Ett",
        faser=[phase("Nu", "2006–", "a"), phase("Två", "2006–", "a; b"), phase("Utan", "2006–", "c")],
        # what the source dates later, and what another source says, lends it no eyes
        verksamt={"period": "senast 2006–2023-12-31", "text": "Prov.", "källa": "a; b"},
        händelser=[event("Planen", "2019-06-30", "a")],
    )
    made = dated_sources(having(own), a="omkring 2013", b="2015", c="saknas")
    seen = {item.label: item.seen for item in lanes.lane_of(made, "ett").items}
    assert (seen["Nu"], seen["Två"], seen["Utan"]) == (year(2013), year(2015), None)


def test_nothing_is_seen_after_the_last_day_of_the_förbund():
    ended = {"period": "2005–2023-12-31", "text": "Prov.", "källa": "a"}
    own = förbund(
        "Ett",
        verksamt=ended,
        faser=[phase("Fasen", "2006–", "b"), phase("Slut", "2006–2007", "b")],
        medlemmar=[{"namn": "A kommun", "slag": "kommun", "period": "2005–", "källa": "b"}],
    )
    made = dated_sources(having(own), a="2024", b="2026")
    items = {item.label: item for item in lanes.lane_of(made, "ett", members=True).items}
    end = date(2023, 12, 31)
    assert (items["Fasen"].seen, items["Fasen"].last) == (Bound(end, end), end)
    assert items["Slut"].last is None
    assert items["A"].text == "A kommun var medlem."
    open_still = förbund(
        "Ett", verksamt={**ended, "period": "senast 2006"}, faser=[phase("Fasen", "2006–", "b")]
    )
    lane = lanes.lane_of(dated_sources(having(open_still), a="2024", b="2026"), "ett")
    assert [item.last for item in lane.items] == [None, None]


def test_a_source_is_named_shortly_with_the_number_of_its_section_and_only_once():
    refs = "exempelrapport, avsnitt 2; exempelrapport, avsnitt 2; exempelrapport, sidan 3; provlagen"
    lane = lanes.lane_of(having(förbund("Ett", faser=[phase("Nu", "2015", refs)])), "ett")
    assert lane.items[0].source == "Exempel 2020, 2; Exempel 2020; Provlagen"


def test_what_has_no_text_of_its_own_says_its_name():
    lane = lanes.lane_of(
        having(förbund("Ett", faser=[phase("Nu", "2015")], händelser=[event("Slutet", "2019")])), "ett"
    )
    assert [item.text for item in lane.items] == ["Nu", "Slutet"]
