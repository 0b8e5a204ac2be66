"""The client with a made-up collection: what the real one is too small to show."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from playwright.sync_api import Page, Route

from ramberattelser import searching
from ramberattelser.pages.search_page import word_lists
from ramberattelser.searching import Document, Section
from search.asking import ask

pytestmark = pytest.mark.browser


@pytest.fixture
def page_of(browser, served_site):
    """Open ``/sok/`` with the index of other documents."""
    contexts = []

    def open_it(documents: Iterable[Document]) -> Page:
        files = searching.files(searching.index(documents, word_lists()), {}, {}, {})

        def answer(route: Route) -> None:
            path = "sok/data/" + route.request.url.rpartition("/")[2].partition("?")[0]
            route.fulfill(body=files[path], content_type="text/javascript")

        contexts.append(browser.new_context())
        page = contexts[-1].new_page()
        page.route("**/sok/data/*", answer)
        page.goto(served_site.url("sok/?q="))
        return page

    yield open_it
    for context in contexts:
        context.close()


def made_up(path: str, kind: str, text: str, *more: str) -> Document:
    sections = (Section("", "", text), *(Section(f"a{at}", "", one) for at, one in enumerate(more)))
    return Document(path, f"Påhittad {path.strip('/')}", kind, sections)


def test_a_sentence_that_stands_everywhere_leaves_room_for_other_kinds(page_of):
    sentence = "Förbundet mal raps i en gemensam kvarn."
    wordings = [made_up(f"/lydelse-{number}/", "lydelse", sentence) for number in range(15)]
    page = page_of([*wordings, made_up("/kalla/", "källa", sentence)])
    answer = ask(page, "gemensam kvarn")
    assert 0 < answer.rank("/kalla/") <= 10
    assert answer.status.startswith("16 träffar")
    assert [hit.path for hit in answer.hits[:5]] == [f"/lydelse-{number}/" for number in range(5)]


def test_a_kind_that_is_far_behind_gets_no_room(page_of):
    under = (Section("", "", ""), Section("a", "Kvarn", "Den mal."))
    wordings = [Document(f"/lydelse-{number}/", "Påhittad", "lydelse", under) for number in range(15)]
    answer = ask(page_of([*wordings, made_up("/kalla/", "källa", "Kvarnen mal.")]), "kvarn")
    assert answer.status.startswith("16 träffar")
    assert answer.rank("/kalla/") == 0


def test_a_hit_leads_to_the_section_rather_than_to_the_page(page_of):
    page = page_of([made_up("/sida/", "guide", "Här är en kvarn.", "Mer.", "En kvarn av sten.")])
    assert ask(page, "kvarn").hits[0].path == "/sida/#a1"


def test_a_missing_rare_word_costs_more_than_a_missing_common_one(page_of):
    others = [made_up(f"/annan-{number}/", "guide", "En kvarn.") for number in range(20)]
    page = page_of([*others, made_up("/raps/", "guide", "Raps."), made_up("/ax/", "guide", "Ax.")])
    answer = ask(page, "kvarn raps havre")
    assert answer.hits[0].path == "/raps/"
    assert answer.rank("/ax/") == 0


def test_what_stands_word_for_word_comes_first(page_of):
    often = "Ax av raps och sten mal kvarnen. Kvarnen mal raps, kvarnen mal ax, och rapsen är mald."
    page = page_of(
        [made_up("/ofta/", "guide", often), made_up("/en/", "guide", "Här mal kvarnen raps och ax.")]
    )
    assert ask(page, "mal kvarnen raps och ax").hits[0].path == "/en/"
    assert ask(page, "raps kvarnen").hits[0].path == "/ofta/"
    assert ask(page, "”kvarnen raps”").hits[0].path == "/en/"


def test_the_words_of_a_wording_lead_there_before_those_who_quote_it(page_of):
    sentence = "Kvarnen mal all raps i bygden."
    page = page_of([made_up("/ax/", "byggsten", sentence), made_up("/lydelse/", "lydelse", sentence)])
    assert ask(page, "kvarnen raps").hits[0].path == "/ax/"
    assert ask(page, "kvarnen mal all raps").hits[0].path == "/lydelse/"


def test_a_compound_that_is_written_apart_comes_before_its_parts(page_of):
    others = [made_up(f"/annan-{number}/", "guide", "Raps, raps. En kvarn, kvarnen.") for number in range(5)]
    page = page_of([*others, made_up("/hel/", "guide", "Rapskvarnen mal.")])
    assert ask(page, "raps kvarnen").hits[0].path == "/hel/"


def test_as_many_of_the_words_are_shown_as_fit(page_of):
    apart = "sten " * 20 + "kvarnens 9 § " + "ax " * 40 + "kvarnens 7 § om raps. " + "sten " * 20
    (hit,) = ask(page_of([made_up("/en/", "guide", apart)]), "kvarnens 7 §").hits
    assert "kvarnens 7 § om" in hit.text


def test_a_word_without_its_dots_is_the_word_that_has_them(page_of):
    named = Document("/kvärnor/", "Kvärnor", "översikt", (Section("", "", "De mal."),))
    forms = [made_up(f"/form-{at}/", "guide", "Här kvarnas, och det kvarnar.") for at in range(4)]
    files = made_up("/fil/", "guide", "Filen heter kvarnor.csv.")
    page = page_of([*forms, files, named, made_up("/två/", "guide", "Två kvärnor.")])
    hits = ask(page, "kvarnor").hits
    assert hits[0].path == "/kv%C3%A4rnor/"
    assert hits[0].why == "översikt, skrivet ”kvärnor”"
    assert [hit.path for hit in hits[1:3]] == ["/fil/", "/tv%C3%A5/"]
    assert len(hits) == 7
    # What is written just so, and more often, is no such slip.
    laws = [made_up(f"/lag-{at}/", "guide", "En lag.") for at in range(3)]
    page = page_of([made_up("/l/", "guide", "Låg, låg."), *laws])
    assert [hit.path for hit in ask(page, "lag").hits] == ["/lag-0/", "/lag-1/", "/lag-2/", "/l/"]


def test_who_writes_a_letter_with_dots_means_it(page_of):
    page = page_of([made_up("/en/", "guide", "Ett slags kvarn.")])
    assert ask(page, "slås").hits == ()
    assert ask(page, "slas").hits[0].why == "guide, stavat liknande: ”slags”"


def test_a_word_with_two_slips_of_which_one_is_the_first_letter_is_another_word(page_of):
    page = page_of([made_up("/en/", "guide", "En precision.")])
    assert ask(page, "revision").hits == ()
    assert ask(page, "recision").hits[0].path == "/en/"
    assert ask(page, "presision").hits[0].path == "/en/"


def test_a_part_of_a_word_is_not_what_looks_like_it_without_its_dots(page_of):
    page = page_of([made_up("/lag/", "guide", "Lagen."), made_up("/lage/", "guide", "Läget, lägen.")])
    assert [hit.path for hit in ask(page, "lägenhetx").hits] == ["/lage/"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Hos Kvarn mal de.", "Kvarn"),
        ("Kvarn mal. Sten · Kvarn mal. ”Kvarn mal.”", "kvarn"),
        ("Hos Kvarn mal en annan kvarn.", "kvarn"),
        ("Hos KVARN mal de.", "KVARN"),
    ],
)
def test_a_word_is_told_as_it_is_written_but_for_where_a_sentence_begins(page_of, text, told):
    page = page_of([made_up("/en/", "guide", text)])
    assert ask(page, "kvarnar").hits[0].why == f"guide, i formen ”{told}”"


def test_a_third_source_waits_for_three_pages_of_other_kinds(page_of):
    lying = (Section("", "", "Sten."),)
    sources = [Document(f"/kalla-{at}/", "Kvarnar i bygden", "källa", lying) for at in range(4)]
    others = [made_up(f"/sida-{at}/", "guide", "En kvarn.") for at in range(4)]
    paths = [hit.path.strip("/") for hit in ask(page_of([*sources, *others]), "kvarnar").hits]
    assert paths[:5] == ["kalla-0", "kalla-1", "sida-0", "sida-1", "sida-2"]
    assert paths[5:] == ["kalla-2", "kalla-3", "sida-3"]
    # Where there is little else, nothing is left out.
    paths = [hit.path.strip("/") for hit in ask(page_of([*sources, others[0]]), "kvarnar").hits]
    assert paths == ["kalla-0", "kalla-1", "sida-0", "kalla-2", "kalla-3"]


def test_one_page_at_most_comes_before_the_first_that_has_the_word(page_of):
    lying = (Section("", "", "De ligger."),)
    asked = [Document(f"/sten-{at}/", "Stenar", "begrepp", lying, asked="kvarn") for at in range(3)]
    page = page_of([*asked, made_up("/har/", "guide", "Här mal en kvarn.")])
    paths = [hit.path for hit in ask(page, "kvarn").hits]
    assert paths == ["/sten-0/", "/har/", "/sten-1/", "/sten-2/"]


def test_a_question_about_a_word_is_answered_by_the_glossary(page_of):
    term = Document("/kvarn/", "Kvarn", "begrepp", (Section("", "", "Den mal."),))
    story = Document("/saga/", "En kvarn, säger man", "berättelse", (Section("", "", "Ordet kvarn, kvarn."),))
    page = page_of([story, term])
    assert ask(page, "kommer ordet kvarn härifrån").hits[0].path == "/kvarn/"
    assert ask(page, "ordet kvarn").hits[0].path == "/saga/"


@pytest.mark.parametrize("query", ["våren 2016", "varen 2016", "Våren 2016 "])
def test_a_season_of_a_year_is_not_two_words(page_of, query):
    apart = Document(
        "/kalla/",
        "Handbok om kvarnar i bygden 2016",
        "källa",
        (Section("", "", "Efter våren 2015 kom regn."),),
    )
    page = page_of([apart, made_up("/en/", "förbund", "Kvarnen byggdes våren 2016. Våren 2016 var regnig.")])
    assert ask(page, query).hits[0].path == "/en/"
    assert ask(page, "kvarnar 2016").hits[0].path == "/kalla/"


def test_a_small_word_is_no_form_of_another(page_of):
    small = Document("/sten/", "En kvarn för raps", "guide", (Section("", "", "Sten."),))
    page = page_of([small, made_up("/tid/", "guide", "Före kvarnen låg där en äng.")])
    assert [hit.path for hit in ask(page, "före").hits] == ["/tid/"]


def test_a_source_is_not_first_for_the_beginning_of_a_word_in_its_long_title(page_of):
    title = "Betänkande om finansiell samordning av kvarninsatser i bygden"
    sources = [Document(f"/kalla-{n}/", title, "källa", (Section("", "", "Sten."),)) for n in range(3)]
    answer = ask(page_of([*sources, made_up("/ax/", "begrepp", "En kvarn mal, kvarn efter kvarn.")]), "kvarn")
    assert [hit.path for hit in answer.hits] == ["/ax/", "/kalla-0/", "/kalla-1/", "/kalla-2/"]


def test_a_word_in_a_title_comes_before_one_that_a_page_is_only_asked_for_with(page_of):
    asked = Document("/sten/", "Stenar", "guide", (Section("", "", "De ligger."),), asked="kvarn mjölnare")
    named = Document("/kvarn/", "En kvarn vid ån", "guide", (Section("", "", "Den mal."),))
    page = page_of([asked, named])
    assert [hit.path for hit in ask(page, "kvarn").hits] == ["/kvarn/", "/sten/"]
    assert [hit.path for hit in ask(page, "mjölnare").hits] == ["/sten/"]


def test_a_hit_by_another_form_or_by_a_beginning_says_so_where_one_word_is_asked(page_of):
    page = page_of([made_up("/en/", "guide", "Här mal kvarnarna vid ån.")])
    assert [ask(page, query).hits[0].why for query in ("kvarn", "kvarna", "kvarnarna")] == [
        "guide, i formen ”kvarnarna”",
        "guide, i formen ”kvarnarna”",
        "guide",
    ]
    page = page_of([made_up("/en/", "guide", "Här mal en rapskvarn.")])
    assert ask(page, "raps").hits[0].why in ("guide, början på ”rapskvarn”", "guide, träff i ”rapskvarn”")
    assert ask(page, "rapskv").hits[0].why == "guide, början på ”rapskvarn”"
    # Of several words the marks say it.
    assert ask(page, "rapskv mal").hits[0].why == "guide"


def test_pages_that_are_only_asked_for_with_a_word_come_after_the_first_three_that_have_it(page_of):
    asked = Document("/sten/", "Stenar", "guide", (Section("", "", "De ligger."),), asked="kvarn")
    having = [made_up(f"/har-{number}/", "guide", "Här mal en kvarn.") for number in range(5)]
    page = page_of([asked, *having])
    assert [hit.path for hit in ask(page, "kvarn").hits].index("/sten/") == 3
    # A question is another thing: there a page may be what is asked for although others have the word.
    assert ask(page, "var är en kvarn").hits[0].path == "/sten/"
    # Where few have the word, and for another name, it is what is looked for.
    assert ask(page_of([asked, *having[:3]]), "kvarn").hits[0].path == "/sten/"
    named = Document("/sten/", "Stenar", "guide", (Section("", "", "De ligger."),), also="kvarn")
    assert ask(page_of([named, *having]), "kvarn").hits[0].path == "/sten/"


FORMS = {
    "exact": "plattform",
    "inflected": "plattformar",
    "beginning": "plattformolit",
    "part of a compound": "vårdplattform",
    "without its dots": "plättform",
    "misspelt": "platform",
}


@pytest.mark.parametrize("worse", range(1, len(FORMS)))
def test_the_better_a_word_matches_the_earlier_its_page_comes(worse, page_of):
    better, other = list(FORMS.values())[worse - 1 : worse + 1]
    # The worse page stands first, so that it would come first if both counted the same.
    documents = [
        made_up("/samre/", "guide", f"Här är en {other} av trä."),
        made_up("/battre/", "guide", f"Här är en {better} av trä."),
    ]
    paths = [hit.path for hit in ask(page_of(documents), "plattform").hits]
    assert paths in (["/battre/"], ["/battre/", "/samre/"])


@pytest.mark.parametrize("form", FORMS.values())
def test_each_way_of_matching_finds_its_page_where_there_is_no_better(form, page_of):
    (hit,) = ask(page_of([made_up("/en/", "guide", f"Här är en {form} av trä.")]), "plattform").hits
    assert hit.path == "/en/"


def test_a_title_comes_before_a_heading_and_a_heading_before_the_text(page_of):
    text = Document("/text/", "Påhittad", "guide", (Section("", "", "Här mal en kvarn."),))
    under = (Section("", "", "Ord."), Section("a", "Kvarn", "Den mal."))
    heading = Document("/rubrik/", "Påhittad", "guide", under)
    title = Document("/titel/", "Kvarn", "guide", (Section("", "", "Den mal."),))
    paths = [hit.path.partition("#")[0] for hit in ask(page_of([text, heading, title]), "kvarn").hits]
    assert paths == ["/titel/", "/rubrik/", "/text/"]


def test_what_is_shown_neither_begins_nor_ends_with_what_sets_items_apart(page_of):
    # Items of every length, so that the excerpt is cut at each place in one of them.
    texts = ["sten " * 20 + "x" * more + " · " + "y" * 42 + " kvarn" + " · zzz" * 40 for more in range(6)]
    texts += ["sten " * 20 + "· " + "y" * (38 + more) + " kvarn" + " · zzz" * 40 for more in range(8)]
    page = page_of([made_up(f"/sida-{at}/", "guide", text) for at, text in enumerate(texts)])
    shown = [hit.text for hit in ask(page, "kvarn").hits]
    assert len(shown) == 10
    for text in shown:
        assert text.startswith("… ")
        assert text.endswith(" …")
        assert not text.startswith("… ·")
        assert not text.endswith("· …")


def test_a_short_word_in_capitals_is_an_abbreviation_that_is_matched_whole(page_of):
    pages = [
        made_up("/skriv/", "guide", "Så skrivs en kvarn. Man skriver."),
        made_up("/it/", "guide", "Ett IT-hjul."),
    ]
    page = page_of([*pages, made_up("/skr/", "guide", "Mölnarnas SKR mal.")])
    assert [hit.path for hit in ask(page, "SKR").hits] == ["/skr/"]
    assert {hit.path for hit in ask(page, "skr").hits} == {"/skr/", "/skriv/"}
    assert [hit.path for hit in ask(page, "SKR:s").hits] == ["/skr/"]
    assert [hit.path for hit in ask(page, "IT").hits] == ["/it/"]
    assert ask(page, "XY").status == "Inga träffar på ”XY”."
    assert ask(page, "xy").status == "Skriv minst tre bokstäver, eller en förkortning som AF."
    # One who writes all in capitals says nothing by them.
    assert {hit.path for hit in ask(page, "KVARN SKR").hits} == {"/skr/", "/skriv/"}
    page = page_of(pages)
    assert ask(page, "SKR").status == "Inga träffar på ”SKR”."
    assert [hit.path for hit in ask(page, "hur skrivs SKR").hits] == ["/skriv/"]


def test_a_page_found_by_the_beginning_of_a_word_that_is_not_shown_says_so(page_of):
    asked = Document("/sten/", "Stenar", "guide", (Section("", "", "De ligger."),), asked="kvarnhjul")
    page = page_of([asked])
    assert ask(page, "kvarnhj").hits[0].why == "guide, hittas även på ord som börjar på ”kvarnhj”"
    assert ask(page, "kvarnhjul").hits[0].why == "guide, hittas även på ”kvarnhjul”"


def test_a_word_in_a_heading_comes_before_a_title_that_only_begins_with_it(page_of):
    begun = Document("/grupp/", "Kvarngrupp", "byggsten", (Section("", "", "Den mal."),))
    under = (Section("", "", "Sten."), Section("a", "En kvarn vid ån", "Den mal."))
    page = page_of([begun, Document("/fraga/", "Stenar och åar", "fråga", under)])
    assert [hit.path for hit in ask(page, "kvarn").hits] == ["/fraga/#a", "/grupp/"]
    assert [hit.path for hit in ask(page, "kvarngr").hits] == ["/grupp/"]
    # A page that has the word too may be first.
    begun = Document("/grupp/", "Kvarngrupp", "byggsten", (Section("", "", "Kvarnen mal."),))
    page = page_of([begun, Document("/fraga/", "Stenar och åar", "fråga", under)])
    assert ask(page, "kvarn").hits[0].path == "/grupp/"


def named(path: str, title: str, also: str, kind: str = "begrepp") -> Document:
    return Document(path, title, kind, (Section("", also, "Den mal."),), also=also)


def test_one_word_of_an_other_name_is_not_what_a_page_is_called(page_of):
    page = page_of(
        [named("/a/", "RKÅ", "Rådet för kvarnar vid ån"), named("/b/", "Rådet vid ån", "råd vid ån")]
    )
    assert [hit.path for hit in ask(page, "rådet ån").hits] == ["/b/", "/a/"]
    assert ask(page, "rådet för kvarnar vid ån").hits[0].path == "/a/"
    assert [hit.path for hit in ask(page, "rka").hits] == ["/a/"]


def test_what_stands_beside_the_own_name_in_an_other_name_only_tells_of_it(page_of):
    towns = (Section("", "", "Sten."), Section("a", "Medlemmar i Arboga", "De mal."))
    page = page_of(
        [named("/a/", "Kvarnlag", "kvarnlagen, Kvarnlag Arboga"), Document("/b/", "X", "förbund", towns)]
    )
    assert [hit.path for hit in ask(page, "Arboga").hits] == ["/b/#a", "/a/"]
    assert ask(page, "kvarnlag Arboga").hits[0].path == "/a/"


def test_a_word_that_is_never_cut_in_the_index_is_not_cut_in_a_query_either(page_of):
    page = page_of([made_up("/en/", "guide", "De leder och leda möter kvarnar. En stämma och en ring.")])
    assert ask(page, "ledamöterna").hits == ()
    assert ask(page, "ledamoterna").hits == ()
    assert ask(page, "kvarnarring").hits[0].why == "guide, en del av ordet: ”kvarnar”"
    assert "delarna ”kvarn” och ”stämmor”" in ask(page, "kvarnstämmor").status
