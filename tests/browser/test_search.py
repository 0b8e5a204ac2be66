"""The search: in the header by mouse and by keyboard, on its own page, from files, and what it loads."""

from __future__ import annotations

import re

import pytest

from browser.accessibility import describe
from browser.searching import field, has_focus, hits, search_for, status

pytestmark = pytest.mark.browser

STATE = """() => ({
    address: location.href,
    focus: document.activeElement.outerHTML.slice(0, 160),
    scrolled: scrollY,
    open: document.querySelectorAll('dialog[open], [aria-expanded=true], .search-panel:not([hidden])').length,
})"""


@pytest.fixture(params=[1280, 320])
def page(request, page_at, served_site):
    """A story index with the header's search, on a desktop and on a phone."""
    opened = page_at(request.param)
    opened.goto(served_site.url("berattelser/"), wait_until="networkidle")
    return opened


@pytest.fixture
def desktop(page_at, served_site):
    """The same page, on a desktop only."""
    opened = page_at()
    opened.goto(served_site.url("berattelser/"), wait_until="networkidle")
    return opened


@pytest.fixture
def own_page(page_at, served_site):
    """Open ``/sok/`` with a query string."""

    def open_it(asked: str = "", **size):
        opened = page_at(**size)
        opened.goto(served_site.url(f"sok/{asked}"))
        return opened

    return open_it


def found(page):
    """The hits of the page ``/sok/``."""
    return page.locator(".find-hits > li")


def told(page):
    """What the page ``/sok/`` says about the hits."""
    return page.get_by_role("main").get_by_role("status")


def test_single_keys_do_nothing_outside_the_search_field(page):
    before = page.evaluate(STATE)
    for key in ("s", "f", "n", "p", ",", ".", "/"):
        page.keyboard.press(key)
        page.wait_for_timeout(100)
        assert page.evaluate(STATE) == before, f"the key {key!r} did something"


def test_search_is_closed_at_first_and_opens_with_the_mouse(page):
    status(page).wait_for(state="hidden")
    field(page).click()
    status(page).wait_for(state="visible")
    assert has_focus(field(page))


def test_search_is_reached_and_used_with_the_keyboard(page):
    presses = 0
    while not has_focus(field(page)):
        page.keyboard.press("Tab")
        presses += 1
        assert presses < 30, "thirty presses of Tab did not reach the search field"
    page.keyboard.type("ändamål")
    hits(page).first.wait_for()
    page.keyboard.press("Tab")
    while not has_focus(hits(page).first):
        page.keyboard.press("Tab")
        presses += 1
        assert presses < 40, "the Tab key did not lead from the field to the first hit"


def test_arrow_keys_lead_to_the_hits_and_back(desktop):
    search_for(desktop, "ändamål")
    desktop.keyboard.press("ArrowDown")
    assert has_focus(hits(desktop).first)
    desktop.keyboard.press("ArrowDown")
    assert has_focus(hits(desktop).nth(1))
    desktop.keyboard.press("ArrowUp")
    desktop.keyboard.press("ArrowUp")
    assert has_focus(field(desktop))


def test_escape_closes_the_search_and_returns_to_what_opened_it(page):
    search_for(page, "ändamål")
    page.keyboard.press("Escape")
    status(page).wait_for(state="hidden")
    assert has_focus(field(page))
    assert field(page).input_value() == "ändamål"


def test_the_down_arrow_opens_what_escape_has_closed(desktop):
    search_for(desktop, "ändamål")
    said = status(desktop).inner_text()
    desktop.keyboard.press("Escape")
    status(desktop).wait_for(state="hidden")
    desktop.keyboard.press("ArrowDown")
    hits(desktop).first.wait_for()
    assert has_focus(field(desktop))
    assert status(desktop).inner_text() == said
    desktop.keyboard.press("ArrowDown")
    assert has_focus(hits(desktop).first)


def test_escape_among_the_hits_returns_to_what_opened_the_search(page):
    search_for(page, "ändamål")
    hits(page).first.focus()
    page.keyboard.press("Escape")
    status(page).wait_for(state="hidden")
    assert has_focus(field(page))


def test_the_search_closes_when_focus_goes_elsewhere(desktop):
    search_for(desktop, "ändamål")
    desktop.get_by_role("main").click(position={"x": 2, "y": 2})
    status(desktop).wait_for(state="hidden")


def test_pasted_and_dictated_text_is_searched(desktop):
    field(desktop).click()
    desktop.keyboard.insert_text("finansieringstrappa")
    hits(desktop).first.wait_for()
    assert "Finansieringstrappa" in hits(desktop).first.inner_text()


def test_search_finds_pages_about_the_purpose(page):
    search_for(page, "ändamål")
    assert "ändamål" in " ".join(hits(page).all_inner_texts()).lower()


def test_the_number_of_hits_is_told(page):
    search_for(page, "ändamål")
    assert re.match(r"\d+ träffar", status(page).inner_text())


def test_words_are_suggested_while_typing_and_can_be_chosen(desktop):
    search_for(desktop, "samverkanspl")
    suggested = (
        desktop.get_by_role("banner").get_by_role("button", name="samverkansplattform", exact=False).first
    )
    chosen = suggested.inner_text()
    suggested.click()
    assert field(desktop).input_value() == f"{chosen} "
    assert has_focus(field(desktop))


def test_enter_goes_to_the_page_of_all_hits(desktop):
    field(desktop).click()
    field(desktop).press_sequentially("integrerad samverkan")
    field(desktop).press("Enter")
    desktop.wait_for_url("**/sok/?q=integrerad+samverkan")
    found(desktop).first.wait_for()
    assert "Integrerad samverkan" in found(desktop).first.inner_text()


def test_nothing_is_loaded_before_the_field_has_focus_and_no_text_before_a_query(page_at, served_site):
    page = page_at()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(served_site.url(), wait_until="networkidle")
    assert [url for url in asked if "sok/" in url] == []
    field(page).focus()
    page.wait_for_load_state("networkidle")
    assert [url.rpartition("/")[2] for url in asked if "sok/" in url] == ["start.js"]


def test_the_page_of_the_search_loads_nothing_either_before_its_field_has_focus(page_at, served_site):
    page = page_at()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(served_site.url("sok/"), wait_until="networkidle")
    names = [url.rpartition("/")[2] for url in asked if "sok-" in url or "sok/data" in url]
    assert names == []
    box = page.get_by_role("main").get_by_role("searchbox")
    # Written before the part that listens has come: it must not be lost.
    box.evaluate("box => { box.focus(); box.value = 'ändamål'; }")
    found(page).first.wait_for()
    assert page.url.endswith("sok/?q=%C3%A4ndam%C3%A5l")


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


@pytest.mark.parametrize("box", ["header", "page"])
def test_what_could_not_be_fetched_is_told_and_leads_to_the_index(box, page_at, served_site):
    page = page_at()
    page.route("**/sok/data/**", lambda route: route.abort())
    if box == "header":
        page.goto(served_site.url("berattelser/"))
        field(page).fill("ändamål")
        said = status(page)
    else:
        page.goto(served_site.url("sok/?q=ändamål"))
        said = told(page)
    said.get_by_text("Sökningen gick inte att hämta.").wait_for()
    assert said.get_attribute("role") == "status"
    said.get_by_role("link", name="alla sidor från A till Ö").click()
    page.wait_for_url("**/a-o/")


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


def test_nothing_is_judged_before_three_letters_unless_the_word_is_there(desktop):
    for typed, said in (("u", "Skriv minst tre"), ("qz", "Skriv minst tre"), ("om", "Skriv minst tre")):
        field(desktop).fill(typed)
        status(desktop).get_by_text(said).wait_for()
        assert hits(desktop).count() == 0
    for typed in ("af", "FK", "7 §", "sip", "nns"):
        field(desktop).fill("u")
        status(desktop).get_by_text("Skriv minst tre").wait_for()
        field(desktop).fill(typed)
        hits(desktop).first.wait_for()
        assert re.search(r"\d träff", status(desktop).inner_text())


def test_only_words_of_the_pages_are_suggested(desktop):
    for typed, wanted, unwanted in (
        ("umeå", "umeåregionen", ["umeåvännäs", "umearegionen"]),
        ("ändamåls", "ändamålsparagraf", ["ändamålsgraf"]),
        ("201", "", ["2019§"]),
    ):
        field(desktop).fill(typed)
        hits(desktop).first.wait_for()
        desktop.wait_for_timeout(400)
        suggested = desktop.locator(".search-words button").all_inner_texts()
        assert not {*unwanted} & {*suggested}, suggested
        assert not wanted or any(word.startswith(wanted) for word in suggested)
        assert all(re.fullmatch(r"[^\W\d_]+(-[^\W\d_]+)*", word) for word in suggested)


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
    assert page.evaluate("() => document.querySelector(':target') !== null")


def test_text_that_looks_like_a_page_stays_text(own_page):
    page = own_page("?q=%3Cimg%20src%3Dqqzzx%3E")
    page.get_by_text("Inga träffar på ”<img src=qqzzx>”").wait_for()
    assert page.locator(".find-count img, .find-hits img").count() == 0


def test_the_search_works_from_the_file_system(page_at, built_site):
    page = page_at()
    page.goto((built_site / "berattelser" / "index.html").as_uri())
    search_for(page, "finansieringstrappa")
    address = hits(page).first.get_attribute("href") or ""
    assert address.startswith("file://")
    assert address.endswith("/begrepp/index.html#finansieringstrappa")
    field(page).press("Enter")
    page.wait_for_url("file://**/sok/index.html?q=finansieringstrappa")
    found(page).first.wait_for()


def test_without_script_the_way_goes_through_the_index(browser, served_site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served_site.url("sok/?q=ändamål"))
    assert page.get_by_role("banner").get_by_role("link", name="Alla sidor, A–Ö").is_visible()
    assert page.get_by_role("main").get_by_role("link", name="alla sidor från A till Ö").first.is_visible()
    assert not page.get_by_role("searchbox").first.is_visible()
    context.close()


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_with_hits_has_no_violations(width, scheme, own_page, run_axe):
    page = own_page("?q=ändamål", width=width, scheme=scheme)
    found(page).first.wait_for()
    violations = run_axe(page)
    assert not violations, describe(violations)
    assert page.evaluate("() => document.scrollingElement.scrollWidth - innerWidth") <= 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_header_with_suggestions_has_no_violations(scheme, page_at, served_site, run_axe):
    page = page_at(320, scheme)
    page.goto(served_site.url())
    search_for(page, "samverkanspl")
    violations = run_axe(page)
    assert not violations, describe(violations)


def test_hits_can_be_hit_with_a_finger(page):
    search_for(page, "ändamål")
    sizes = hits(page).evaluate_all("links => links.map(link => link.getBoundingClientRect().height)")
    assert min(sizes) >= 24
