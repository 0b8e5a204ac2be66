"""The accessibility statement: everything the law asks for, and no claim beyond what has been tried."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest

from browser.page_types import WIDTHS
from corpora import ROOT, corpus
from markup import parse
from ramberattelser.checking import latest_day
from ramberattelser.pages import make_site
from ramberattelser.settings import Settings
from ramberattelser.settings.statement import FILE, Statement, read

OWN = (ROOT / FILE).read_text(encoding="utf-8")


@pytest.fixture
def reading(tree):
    """Read a statement from text: `(statement, findings)`."""

    def from_text(text: str, latest: date | None = None):
        return read(tree({FILE: text}), latest)

    return from_text


def own() -> Statement:
    statement, findings = read(ROOT)
    assert statement is not None, "\n".join(map(str, findings))
    return statement


def page():
    made = make_site(corpus("exempel"), Settings(statement=own()))
    return parse(made.pages["om/tillganglighet/index.md"].body)


def test_without_the_file_there_is_no_page_and_nothing_to_mend(tmp_path):
    assert read(tmp_path) == (None, [])
    assert "om/tillganglighet/index.md" not in make_site(corpus("exempel")).pages


REASON = "skäl: Texterna finns hittills bara i skriven form, på vanlig svenska."
MANDATORY = (
    "aktör",
    "tjänst",
    "förenlighet",
    "bedömd",
    "uppdaterad",
    "metod",
    "rapportera",
    "tillsyn",
    "oskäligt_betungande",
    "utanför_lagen",
)


@pytest.mark.parametrize("field", MANDATORY)
def test_what_the_law_asks_for_cannot_be_left_out(field, reading):
    without = re.sub(rf"^{field}:.*\n(?:[ \n].*\n?)*", "", OWN, flags=re.MULTILINE)
    statement, findings = reading(without)
    assert statement is None
    assert any(field in found.field and "saknas" in found.what for found in findings), findings


def test_a_limit_without_a_reason_is_a_finding(reading):
    statement, findings = reading(OWN.replace(f"        {REASON}\n", ""))
    assert statement is None
    assert [found.field.rsplit(", ", 1)[-1] for found in findings] == ["skäl"]


@pytest.mark.parametrize("words", ["nästan förenlig", "helt", "100 %"])
def test_no_other_words_than_the_three_of_the_law_are_taken(words, reading):
    statement, findings = reading(OWN.replace("förenlighet: delvis förenlig", f"förenlighet: {words}"))
    assert statement is None
    assert [found.field for found in findings] == ["förenlighet"]


def test_the_whole_cannot_be_claimed_today(reading):
    statement, findings = reading(OWN.replace("förenlighet: delvis förenlig", "förenlighet: helt förenlig"))
    assert statement is None
    told = str(findings[0])
    assert told.startswith(f"{FILE}:")
    for reason in ("det finns begränsningar", "ingen människa har prövat", "det går inte att nå er"):
        assert reason in told


def test_the_whole_can_be_claimed_when_nothing_is_left(reading):
    text = OWN.replace("förenlighet: delvis förenlig", "förenlighet: helt förenlig")
    text = re.sub(r"^begränsningar:\n(?: .*\n)+", "", text, flags=re.MULTILINE)
    text = text.replace("  e-post: saknas", "  e-post: kontakt@example.org")
    text = text.replace("  postadress: saknas", "  postadress: Exempelgatan 1, Exempelköping")
    trial = 'prövat_av_människor:\n  - datum: 2026-11-20\n    vad: "Ett prov"\n'
    statement, findings = reading(text.replace("prövat_av_människor: []\n", trial))
    assert findings == []
    assert statement is not None


def test_an_assessment_a_year_older_than_the_data_is_a_finding(reading):
    day = own().assessed
    assert reading(OWN, day + timedelta(days=366))[1] == []
    late = day + timedelta(days=367)
    (found,) = reading(OWN, late)[1]
    assert found.field == "bedömd"
    # The day may be a slip in another file, which nothing else would tell of.
    assert f"uppgifterna på webbplatsen ({late})" in found.what


def test_the_sites_own_statement_is_not_too_old():
    assert read(ROOT, latest_day(corpus("verklig")))[1] == []


def test_an_update_before_the_assessment_is_a_finding(reading):
    before = own().assessed - timedelta(days=1)
    findings = reading(OWN.replace(f"uppdaterad: {own().updated}", f"uppdaterad: {before}"))[1]
    assert [found.field for found in findings] == ["uppdaterad"]


def test_raw_html_in_a_text_is_a_finding(reading):
    findings = reading(
        OWN.replace(
            REASON,
            'skäl: "<b>Det</b> är inte gjort."',
        )
    )[1]
    assert len(findings) == 1


def test_every_finding_is_told_at_once(reading):
    text = OWN.replace("metod: egen bedömning", "metod: gissning").replace(
        "förenlighet: delvis", "förenlighet: lite"
    )
    assert {found.field for found in reading(text)[1]} == {"metod", "förenlighet"}


def test_the_page_says_all_that_the_data_says():
    statement, told = own(), page().words
    assert f"Webbplatsen är {statement.conformity} med lagens krav." in told
    assert statement.service in told
    assert statement.method in told
    for situation in statement.situations:
        assert situation.heading in told
    reasons = Counter(limit.why for situation in statement.situations for limit in situation.limits)
    common, times = reasons.most_common(1)[0]
    assert times > 1
    assert told.count(f"Där inget annat skäl står är det detta: {common}") == 1
    assert told.count(common) == 1, "said once"
    assert told.count("Skäl:") == sum(reasons.values()) - times
    for reason in reasons:
        assert " ".join(reason.split()) in told.replace("\u00a0", " ")
    assert "Bedömningen gjordes den 22 november 2026" in told.replace("\u00a0", " ")
    assert "12 §" in told.replace("\u00a0", " ")


def test_the_page_leads_to_the_authority_and_to_reporting():
    body = page()
    links = [link.attrs["href"] for link in body.all("a")]
    assert own().supervision.address in links
    assert body.by_id("rapportera").words == "Rapportera en brist"


def test_no_owner_is_made_up():
    assert own().body == "saknas"
    assert "Offentlig aktör som svarar för den: saknas" in page().words


def test_the_statement_is_read_by_the_check(tmp_path):
    from corpora import write_example
    from ramberattelser.checking import check

    write_example(tmp_path)
    guide = tmp_path / "docs/om/tillganglighet.md"
    guide.unlink(missing_ok=True)
    target = tmp_path / FILE
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(OWN.replace("metod: egen bedömning", "metod: gissning"), encoding="utf-8")
    found, findings = check(tmp_path)
    assert found is None
    assert [finding.file for finding in findings] == [FILE]


def test_the_file_is_no_page_and_is_not_copied():
    assert "  *.yml\n" in Path(ROOT / "mkdocs.yml").read_text(encoding="utf-8")


CLAIMED = {
    "axe-core går igenom varje sida": ["browser/test_axe.py::test_no_page_at_all_has_violations"],
    "öppna sökningen": [
        "browser/test_axe.py::test_no_page_at_all_has_violations",
        "browser/test_axe.py::test_open_search_with_hits_has_no_violations",
    ],
    "öppna förklaring": ["browser/test_axe.py::test_an_open_explanation_has_no_violations"],
    "angivet språk": ["browser/test_documents.py::test_every_page_is_in_swedish"],
    "egen titel": ["browser/test_documents.py::test_every_page_has_a_title_of_its_own"],
    "en huvudrubrik": ["browser/test_documents.py::test_every_page_has_exactly_one_main_heading"],
    "rubriker i rätt ordning": ["browser/test_documents.py::test_no_page_skips_a_heading_level"],
    "giltig HTML": [
        "browser/test_markup.py::test_every_page_is_well_formed",
        "browser/test_markup.py::test_elements_stand_where_html_lets_them",
    ],
    "utan att man rullar i sidled": ["browser/test_space.py::test_page_does_not_scroll_sideways"],
    "dubbelt så stor text": ["browser/test_space.py::test_text_twice_as_large_is_not_cut"],
    "glesare text": ["browser/test_space.py::test_text_with_more_space_is_not_cut"],
    "utan JavaScript": ["browser/test_without_script.py::test_everything_can_be_read_without_script"],
    "genvägen till innehållet kommer först": [
        "browser/test_focus.py::test_skip_link_is_the_first_stop_and_leads_into_the_content"
    ],
    "Tabbtangenten prövas i början av varje sida": [
        "browser/test_focus.py::test_tab_goes_through_the_page_in_the_order_of_reading"
    ],
    "genom hela sidan på en av varje slag": [
        "browser/test_focus.py::test_tab_reaches_everything_once_to_the_end_in_the_order_that_is_seen"
    ],
    "ska synas att det har fokus": [
        "browser/test_focus.py::test_whatever_takes_focus_can_be_seen_and_seen_to_have_it"
    ],
    "kontrast räknas ut": ["browser/test_colours.py::test_every_pair_of_text_and_surface_can_be_read"],
}
"""What the statement says is tried at each change, and the tests that try it."""


def test_what_is_said_to_be_tried_is_tried():
    said = " ".join(own().method_note.split())
    points = said.split(" - ")[1:]
    assert points
    assert {claim for claim in CLAIMED if claim not in said} == set(), "tested, but no longer said so"
    assert [point for point in points if not any(claim in point for claim in CLAIMED)] == [], "said alone"
    for name in {name for names in CLAIMED.values() for name in names}:
        file, _, test = name.partition("::")
        code = (ROOT / "tests" / file).read_text(encoding="utf-8")
        assert f"def {test}(" in code, name
        assert not re.search(r"mark\.(?:skip|xfail)|pytest\.(?:skip|xfail)", code), (
            f"{file} leaves something untried"
        )


def test_the_widths_and_themes_that_are_said_are_those_that_are_tried():
    said = own().method_note
    told = re.search(r"bredderna (\d+) och (\d+) bildpunkter", said)
    assert told is not None
    assert sorted(map(int, told.groups())) == sorted(WIDTHS)
    tried = (ROOT / "tests/browser/test_axe.py").read_text(encoding="utf-8")
    assert '@pytest.mark.parametrize("scheme", ["light", "dark"])' in tried
    assert "både ljust och mörkt läge" in said


HTTPS = "har fel form — skriv en adress som börjar med https://"


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "JAVASCRIPT:alert(1)", "data:text/html,x", "//example.org", "/om/", "https://"],
)
def test_the_authority_is_led_to_by_an_ordinary_address(address, reading):
    was = own().supervision.address
    statement, (found,) = reading(OWN.replace(f"adress: {was}", f'adress: "{address}"'))
    line = OWN[: OWN.index(f"adress: {was}")].count("\n") + 1
    assert statement is None
    assert str(found) == f"{FILE}:{line}:11: tillsyn, adress: ”{address}” {HTTPS}"


@pytest.mark.parametrize(
    "email",
    [
        "a&#34;onx=1@b?subject=1",
        "a@example.org?subject=x",
        "a@example.org,b@example.org",
        "a%0A@example.org",
        "javascript:a@example.org",
        "namn@example",
        "namn",
        "Saknas",
        "namn @example.org",
        "<namn@example.org>",
        ".a@example.org",
        "a@-example.org",
        "a" * 60 + "@x.se x",
    ],
)
def test_an_address_for_e_mail_is_one_and_nothing_else(email, reading):
    statement, (found,) = reading(OWN.replace("  e-post: saknas", f'  e-post: "{email}"'))
    assert statement is None
    assert found.field == "rapportera, e-post"
    assert found.what.endswith("har fel form")
    assert found.how == "skriv en enda e-postadress, till exempel namn@example.org, eller saknas"


@pytest.mark.parametrize("email", ["a@b.se", "for.namn+post@sub-a.example.org", "F_N-1@example.org"])
def test_an_ordinary_address_for_e_mail_is_taken_and_led_to(email, reading):
    statement, findings = reading(OWN.replace("  e-post: saknas", f"  e-post: {email}"))
    assert findings == []
    made = make_site(corpus("exempel"), Settings(statement=statement))
    links = parse(made.pages["om/tillganglighet/index.md"].body).all("a")
    assert f"mailto:{email}" in [link.attrs["href"] for link in links]
