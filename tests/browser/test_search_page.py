"""The search on its own page: the long list, what can be chosen among, the address and the history."""

from __future__ import annotations

import re

import pytest

from browser.accessibility import describe
from browser.searching import found, has_focus, told

pytestmark = pytest.mark.browser


@pytest.fixture
def own_page(page_at, served_site):
    """Open ``/sok/`` with a query string."""

    def open_it(asked: str = "", **size):
        opened = page_at(**size)
        opened.goto(served_site.url(f"sok/{asked}"))
        return opened

    return open_it


def test_a_single_hit_outside_the_choice_is_offered_as_one(own_page):
    page = own_page("?q=kriminalvården&ar=2019")
    told(page).get_by_text("Inga träffar i urvalet: 2019.").wait_for()
    page.get_by_role("button", name="Visa träffen utanför urvalet").click()
    found(page).first.wait_for()
    assert found(page).count() == 1


def test_no_hits_for_a_choice_is_not_no_hits_for_the_words(own_page):
    page = own_page("?q=plattform&forbund=Finns+inte")
    page.get_by_role("button", name=re.compile(r"^Visa alla \d+ träffar$")).click()
    found(page).first.wait_for()
    assert page.url.endswith("?q=plattform")
    assert page.get_by_role("button", name=re.compile("^Visa alla")).count() == 0


def test_nothing_is_stored_and_no_other_host_is_asked(own_page):
    page = own_page("?q=ändamål")
    found(page).first.wait_for()
    assert page.context.cookies() == []
    assert page.evaluate("() => localStorage.length + sessionStorage.length") == 0


def test_the_query_stays_in_the_address(own_page):
    page = own_page()
    page.get_by_role("searchbox", name="Sökord").fill("plattform")
    found(page).first.wait_for()
    assert page.evaluate("() => location.search") == "?q=plattform"


def test_choices_narrow_the_hits_and_are_told(own_page):
    page = own_page("?q=ändamål")
    found(page).first.wait_for()
    before = told(page).inner_text()
    choice = page.get_by_label("Slag")
    choice.select_option("begrepp")
    page.get_by_text("Urval: begrepp").wait_for()
    assert told(page).inner_text() != before
    assert all("begrepp" in text for text in page.locator(".find-hits .hit-why").all_inner_texts())
    assert "slag=begrepp" in page.evaluate("() => location.search")
    label = choice.locator("option:checked").inner_text()
    number = int(re.search(r"\((\d+)\)", label).group(1))
    assert told(page).inner_text().startswith(f"{number} träff")


def test_a_choice_in_the_address_is_kept(own_page):
    page = own_page("?q=ändamål&slag=lydelse")
    found(page).first.wait_for()
    assert page.get_by_label("Slag").input_value() == "lydelse"
    assert all("lydelse" in text for text in page.locator(".find-hits .hit-why").all_inner_texts())


def test_a_choice_alone_lists_its_pages_and_can_be_taken_away(own_page):
    page = own_page("?forbund=Halland")
    found(page).first.wait_for()
    choice = page.get_by_label("Förbund")
    assert choice.is_visible()
    assert choice.input_value() == "Halland"
    assert re.fullmatch(r"\d+ sidor\. Urval: Halland\.( 10 visas\.)?", told(page).inner_text())
    assert "/forbund/halland/" in (found(page).first.get_by_role("link").get_attribute("href") or "")
    choice.select_option("")
    told(page).get_by_text("Skriv det du söker.").wait_for()
    assert found(page).count() == 0
    assert page.evaluate("() => location.search") == ""


@pytest.mark.parametrize(
    ("query", "label", "chosen"),
    [
        ("?forbund=umearegionen", "Förbund", "Umeåregionen"),
        ("?forbund=ostra-ostergotland", "Förbund", "Östra Östergötland"),
        ("?byggsten=malgrupp", "Byggsten", "Målgrupp"),
        ("?slag=berattelse", "Slag", "berättelse"),
    ],
)
def test_a_choice_in_the_address_may_be_written_as_addresses_are(own_page, query, label, chosen):
    page = own_page(query)
    found(page).first.wait_for()
    assert page.get_by_label(label).input_value() == chosen


def test_a_choice_alone_that_is_not_there_can_be_taken_away(own_page):
    page = own_page("?forbund=Finns+inte")
    told(page).get_by_text("Inga träffar i urvalet: Finns inte.").wait_for()
    page.get_by_role("button", name="Ta bort urvalet").click()
    told(page).get_by_text("Skriv det du söker.").wait_for()
    assert page.get_by_label("Förbund").input_value() == ""
    assert found(page).count() == 0


def test_what_can_be_chosen_is_there_before_anything_is_asked(own_page):
    page = own_page()
    assert not page.get_by_label("Slag").is_visible()
    page.get_by_role("searchbox", name="Sökord").focus()
    told(page).get_by_text("Du kan också välja i listorna.").wait_for()
    page.get_by_label("Slag").select_option("berättelse")
    found(page).first.wait_for()
    number = re.search(r"\((\d+)\)", page.get_by_label("Slag").locator("option:checked").inner_text()).group(
        1
    )
    assert told(page).inner_text().startswith(f"{number} sid")
    page.get_by_label("Förbund").select_option("Umeåregionen")
    page.get_by_text("Urval: Umeåregionen, berättelse.").wait_for()
    away = page.get_by_role("button", name="Ta bort urvalet")
    assert away.bounding_box()["height"] >= 24
    away.click()
    told(page).get_by_text("Skriv det du söker.").wait_for()
    assert page.evaluate("location.search") == ""


def test_back_undoes_a_choice_and_going_on_in_the_same_list_is_one_step(own_page):
    page = own_page("?q=samverkan")
    found(page).first.wait_for()
    page.get_by_label("Slag").select_option("lydelse")
    page.get_by_text("Urval: lydelse.").wait_for()
    page.get_by_label("Förbund").focus()
    for _ in range(2):
        page.keyboard.press("ArrowDown")
    chosen = page.get_by_label("Förbund").input_value()
    page.get_by_text(f"Urval: {chosen}, lydelse.").wait_for()
    page.go_back()
    page.get_by_text("Urval: lydelse.").wait_for()
    assert page.get_by_label("Förbund").input_value() == ""
    page.go_back()
    page.wait_for_function("() => location.search === '?q=samverkan'")
    page.go_forward()
    page.get_by_text("Urval: lydelse.").wait_for()


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("?ar=2012&slag=lydelse", "Hallands ändamålsparagraf 2012"),
        ("?ar=2010&slag=lydelse", "SFS 2010:350"),
        ("?ar=2013&slag=berättelse", "Norra Västmanland: från projekt"),
    ],
)
def test_a_year_is_the_one_that_is_written(query, title, own_page):
    page = own_page(query)
    found(page).first.wait_for()
    assert title in found(page).first.inner_text()


def test_more_hits_are_shown_and_focus_goes_to_the_first_of_them(own_page):
    page = own_page("?q=förbund")
    found(page).nth(9).wait_for()
    assert found(page).count() == 10
    page.get_by_role("button", name="Visa fler träffar").click()
    found(page).nth(10).wait_for()
    assert has_focus(found(page).nth(10).get_by_role("link"))


def test_more_hits_are_still_there_when_the_reader_comes_back(own_page):
    page = own_page("?q=förbund")
    found(page).nth(9).wait_for()
    page.get_by_role("button", name="Visa fler träffar").click()
    found(page).nth(29).wait_for()
    found(page).nth(20).get_by_role("link").click()
    page.wait_for_url(lambda url: "/sok/" not in url)
    page.go_back()
    found(page).nth(29).wait_for()
    assert found(page).count() == 30


def test_a_submitted_query_stays_in_the_history(own_page):
    page = own_page()
    box = page.get_by_role("searchbox", name="Sökord")
    # Enter before the search is there sends the form, and what is written next would be lost with the page.
    box.fill("nätverk")
    found(page).first.wait_for()
    box.fill("")
    told(page).get_by_text("Skriv det du söker.").wait_for()
    for query in ("plattform", "koordinator", "remiss"):
        box.fill("")
        box.press_sequentially(query)
        box.press("Enter")
        page.get_by_text(re.compile(r"\d träff")).wait_for()
        page.wait_for_timeout(300)
    for query in ("koordinator", "plattform"):
        page.go_back()
        page.wait_for_function("query => location.search === '?q=' + query", arg=query)
        found(page).first.wait_for()
        assert box.input_value() == query
        assert query in found(page).first.inner_text().lower()
    page.go_forward()
    page.wait_for_function("() => location.search === '?q=koordinator'")


def test_every_letter_is_no_page_in_the_history(own_page):
    page = own_page("?q=remiss")
    found(page).first.wait_for()
    before = page.evaluate("() => history.length")
    box = page.get_by_role("searchbox", name="Sökord")
    box.press("End")
    box.press_sequentially("runda", delay=200)
    page.wait_for_function("() => location.search === '?q=remissrunda'")
    assert page.evaluate("() => history.length") == before + 1


def test_zero_hits_lead_on(own_page):
    page = own_page("?q=xyzzyqwerty")
    page.get_by_text("Inga träffar på ”xyzzyqwerty”").wait_for()
    onward = page.locator(".find-words")
    assert onward.inner_text() == (
        "Prova färre eller kortare ord, eller gå till alla sidor från A till Ö. Saknas något? Så bidrar du, "
        "eller se Kontakt."
    )
    ways = {"alla sidor från A till Ö": "/a-o/", "Så bidrar du": "/bidra/", "Kontakt": "/om/#kontakt"}
    for name, path in ways.items():
        assert onward.get_by_role("link", name=name).get_attribute("href").endswith(path)


@pytest.mark.parametrize("query", ["constructor", "__proto__", "toString", "hasOwnProperty", "valueOf x"])
def test_words_that_programs_know_are_words(query, own_page):
    page = own_page(f"?q={query}")
    told(page).get_by_text("träff").first.wait_for()
    assert "gick inte" not in told(page).inner_text()


def test_a_long_query_is_cut(own_page):
    page = own_page("?q=" + "mycket långa frågor " * 200)
    told(page).get_by_text("träff").first.wait_for()
    box = page.get_by_role("searchbox", name="Sökord")
    assert len(box.input_value()) == 200
    assert page.get_by_role("banner").get_by_role("searchbox").get_attribute("maxlength") == "200"
    box.fill("q" * 200)
    told(page).get_by_text("Inga träffar").wait_for()
    assert len(told(page).inner_text()) < 90


def test_there_is_nothing_to_choose_among_before_something_is_asked(own_page):
    page = own_page()
    box = page.get_by_role("searchbox", name="Sökord")
    box.wait_for()
    assert not page.get_by_label("Slag").is_visible()
    box.fill("ändamål")
    found(page).first.wait_for()
    assert page.get_by_label("Slag").is_visible()
    assert page.get_by_label("Slag").locator("option").count() > 2
    box.fill("qqxxzz")
    told(page).get_by_text("Inga träffar").wait_for()
    assert not page.get_by_label("Slag").is_visible()


def test_a_hit_among_events_leads_to_the_event(own_page):
    page = own_page("?q=konsensuskonferens indikatorer&slag=tidslinje")
    link = found(page).first.get_by_role("link")
    link.wait_for()
    link.click()
    page.wait_for_url("**/tidslinjer/#t-nationellt-konsensuskonferens")
    assert "Konsensuskonferens" in page.locator(":target").inner_text()


@pytest.mark.parametrize(
    ("query", "municipality", "owner"),
    [
        ("Surahammar", "Surahammar", "norra-vastmanland"),
        ("Kungsbacka", "Kungsbacka", "halland"),
        ("Mjölby", "Mjölby", "vastra-ostergotland"),
        ("Mjölby kommun", "Mjölby", "vastra-ostergotland"),
        ("Ödeshög kommun", "Ödeshög", "vastra-ostergotland"),
    ],
)
def test_a_hit_on_a_member_leads_to_the_row_of_the_member(own_page, query, municipality, owner):
    """Also where a word that is asked for stands in the row before."""
    page = own_page(f"?q={query}&slag=förbund")
    link = found(page).first.get_by_role("link")
    link.wait_for()
    link.click()
    page.wait_for_url(f"**/forbund/{owner}/#t-{owner}-medlem-*")
    assert municipality in page.locator(":target").inner_text()


def test_a_page_found_by_a_synonym_alone_says_by_which(own_page):
    page = own_page("?q=gdpr")
    hit = found(page).filter(has_text="Resursanvändning").first
    hit.wait_for()
    assert "hittas även på ”gdpr”" not in hit.inner_text()
    assert re.search("(sökt även på|besläktat:) ”", hit.inner_text())


def test_a_hit_on_the_start_page_shows_no_numbers_of_sentences(own_page):
    page = own_page("?q=regionen och kommunerna ska samordna rehabilitering, ställen")
    first = found(page).filter(has_text="Vad det vill").locator(".hit-text")
    first.wait_for()
    assert "rehabilitering. Vad det vill" in first.inner_text()


def test_a_clause_hit_leads_to_its_sentence(own_page):
    page = own_page("?q=samordningsförbundets målgrupp är personer vars behov ger kunskap&slag=lydelse")
    link = found(page).first.get_by_role("link")
    link.wait_for()
    assert re.search(r"/andamal/(vastra|ostra)-ostergotland/\d+/#m\d+$", link.get_attribute("href") or "")
    assert "mening" in link.inner_text()
    link.click()
    # The press returns when the page begins to come, and the sentence may not have come yet.
    page.locator(":target").wait_for()


def test_text_that_looks_like_a_page_stays_text(own_page):
    page = own_page("?q=%3Cimg%20src%3Dqqzzx%3E")
    page.get_by_text("Inga träffar på ”<img src=qqzzx>”").wait_for()
    assert page.locator(".find-count img, .find-hits img").count() == 0


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_with_hits_has_no_violations(width, scheme, own_page, run_axe):
    page = own_page("?q=ändamål", width=width, scheme=scheme)
    found(page).first.wait_for()
    violations = run_axe(page)
    assert not violations, describe(violations)
    assert page.evaluate("() => document.scrollingElement.scrollWidth - innerWidth") <= 0


def test_enter_before_the_search_is_there_leads_to_an_address_with_what_is_chosen_alone(own_page):
    page = own_page()
    page.route("**/assets/sok-sida.js", lambda _: None)  # on its way, and never there
    box = page.get_by_role("main").get_by_role("searchbox")
    box.fill("plattform")
    with page.expect_navigation(wait_until="commit"):
        box.press("Enter")
    assert page.evaluate("() => location.search") == "?q=plattform"
