"""What is meant by a word that is not there, and by a question with words that may be missing."""

from __future__ import annotations

import pytest

from search.asking import ask

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def page(browser, served_site):
    """The open page ``/sok/``."""
    context = browser.new_context(locale="sv-SE")
    page = context.new_page()
    page.goto(served_site.url("sok/?q="))
    yield page
    context.close()


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("helårsekvivelnet", "helårsekvivalent"),
        ("finansel", "finansiell"),
        ("oestergoetland", ""),
        ("hlte", "Hylte"),
        ("robbertsforrs", "Robertsfors"),
        ("kwordinator", "koordinator"),
        ("ksungsbacka", "Kungsbacka"),
    ],
)
def test_slips_are_understood_and_told(page, query, meant):
    answer = ask(page, query)
    assert answer.hits
    assert ("stavat liknande: " in answer.status) is bool(meant)
    assert meant in answer.status


@pytest.mark.parametrize(
    "query", ["qzsamxyverk", "xqzw", "ttttttttttttt", "hemlöshet", "sysslolöshet", "revision"]
)
def test_what_is_too_far_from_any_word_finds_nothing(page, query):
    answer = ask(page, query)
    assert answer.hits == ()
    assert answer.status == f"Inga träffar på ”{query}”."


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("för bund", "/begrepp/#samordningsforbund"),
        ("sam verkans platt form", "/begrepp/#samverkansplattform"),
        ("till gänglighet", "/om/tillganglighet/"),
        ("finansiering trappa", "/begrepp/#finansieringstrappa"),
        ("budgetunderskott", "/andamal/byggstenar/budget-som-ram/"),
        ("kommunikatör", "/berattelser/norra-vastmanland/2013/"),
        ("sjukförsäkring", "/begrepp/#forsakringskassan"),
        ("styrelsemote", "/samtal/"),
    ],
)
def test_words_written_apart_and_words_that_are_there_in_part(page, query, wanted):
    assert ask(page, query).rank(wanted) in (1, 2, 3, 4, 5)


@pytest.mark.parametrize(
    ("query", "wanted", "written"),
    [
        ("arbetsformedlingen", "/begrepp/#arbetsformedlingen", "Arbetsförmedlingen"),
        ("forsakringskassan", "/begrepp/#forsakringskassan", "Försäkringskassan"),
        ("andamalsparagraf", "/begrepp/#andamalsparagraf", "ändamålsparagraf"),
    ],
)
def test_a_word_that_lacks_only_its_dots_is_there_and_comes_before_its_other_names(
    page, query, wanted, written
):
    answer = ask(page, query)
    assert "Ingen sida har" not in answer.status
    assert answer.rank(wanted) == 1
    assert answer.hits[0].why == f"begrepp, skrivet ”{written}”"


def test_a_part_of_a_word_is_told_from_another_spelling(page):
    answer = ask(page, "budgetunderskott")
    assert "Visar en del av ordet: ”budget”." in answer.status
    assert "stavat" not in answer.status
    assert answer.hits[0].why.endswith("en del av ordet: ”budget”")


def test_what_only_looks_like_a_word_without_its_dots_is_left_out(page):
    loans, counties = ask(page, "lån"), ask(page, "län")
    assert loans.rank("/andamal/slaktskap/") == 1
    assert counties.rank("/andamal/slaktskap/") == 0
    assert len(ask(page, "lågt").hits) < 10  # and not every page that has lag


def test_stop_words_without_dots_are_stop_words_too(page):
    assert ask(page, "vad ar finsam").hits == ask(page, "vad är finsam").hits


def test_a_guess_says_first_that_no_page_has_the_word(page):
    status = ask(page, "norkoping").status
    assert status.startswith("Ingen sida har ordet ”norkoping”. ")
    assert status.endswith("Visar det som är stavat liknande: ”Norrköping”.")


def test_a_name_is_told_as_it_is_written_and_another_word_is_not(page):
    assert ask(page, "Västerås").hits[0].why == "förbund, sökt även på ”Västmanland”"
    assert ask(page, "arbetslöshet").hits[2].why == "begrepp, sökt även på ”utanförskap”"
    assert ask(page, "umeavannas").hits[0].why.endswith("skrivet ”Umeå-Vännäs”")
    assert any("”SCB”" in hit.why for hit in ask(page, "statistikmyndighet").hits)


def test_an_other_name_is_known_without_its_dots(page):
    assert ask(page, "vasteras").hits == ask(page, "Västerås").hits != ()


@pytest.mark.parametrize("query", ["Borås", "boras", "Nora", "Säter", "Gotland", "Malmös", "Upplands-Bro"])
def test_a_municipality_that_no_page_names_is_no_other_word(page, query):
    answer = ask(page, query)
    assert answer.hits == ()
    assert answer.status == f"Inga träffar på ”{query}”. Ingen sida nämner kommunen."


def test_a_municipality_that_no_page_names_may_be_another_word(page):
    assert ask(page, "lund").hits[0].why == "förbund, början på ”Lundmark”"
    assert ask(page, "ange").hits  # Ånge
    assert "stavat" not in ask(page, "är Kalmar med i något av alla förbund").status


def test_words_that_say_little_may_be_missing_but_are_found_alone(page):
    assert ask(page, "vad tycker ni egentligen om finansieringstrappan").rank("/begrepp/#finansieringstrappa")
    assert "på alla orden" not in ask(page, "egentligen finansieringstrappan").status
    assert ask(page, "egentligen").hits


def test_of_many_words_as_many_as_can_be(page):
    answer = ask(page, "remissrundan i Umeå om förslaget qzxw inga synpunkter")
    assert answer.rank("/berattelser/umearegionen/2020/") in (1, 2)
    assert answer.status.startswith("Ingen sida har alla orden.")
    assert "av dem på alla orden" in ask(page, "umeå plattformar samordningsteam koordinator").status


def test_a_hit_by_words_that_are_not_shown_says_so(page):
    (hit,) = ask(page, "offline").hits
    assert hit.path == "/om/data/"
    assert hit.why.endswith("hittas även på ”offline”")
    assert ask(page, "ladda ner data").hits[0].why == "guide, hittas även på ”ladda” och ”ner”"


def test_a_hit_by_words_that_are_not_shown_tells_what_was_meant_where_the_word_is_nowhere(page):
    hit = next(hit for hit in ask(page, "utvecklngsarbete").hits if hit.path == "/om/data/")
    assert hit.why == "guide, en del av ordet: ”utveckla”"


def test_an_illness_leads_where_who_has_it_does(page):
    paths = [hit.path for hit in ask(page, "långtidssjukskriven").hits]
    assert paths[0].startswith("/berattelser/umearegionen/2020/")
    assert [hit.path for hit in ask(page, "långtidssjukskrivning").hits] == paths


def test_the_number_of_a_law_may_be_written_with_a_space(page):
    assert ask(page, "SFS 2010 350").rank("/andamal/lagen/sfs-2010-350/") == 1
    assert ask(page, "prop 2002/03 132").rank("/kallor/#prop-2002-03-132") == 1
    years = ask(page, "2015 2017")
    assert "2015:2017" not in years.status
    assert years.rank("/andamal/jamfor/vastra-ostergotland-2015/ostra-ostergotland-2017/")


def test_a_person_leads_to_the_forbund_and_the_story(page):
    paths = [hit.path.partition("#")[0] for hit in ask(page, "Peter Johansson").hits]
    assert paths[:2] == ["/forbund/ostra-ostergotland/", "/berattelser/ostra-ostergotland/2020/"]


def test_the_genitive_of_a_town_is_no_other_spelling(page):
    assert "stavat liknande" not in ask(page, "Umeås plattformar").status


@pytest.mark.parametrize("query", ["2003:1210 § 1", "lag (2003:1210) § 2", "SFS 2003:1210, 1 §"])
def test_a_paragraph_of_the_law_by_its_number_leads_to_the_law(page, query):
    assert ask(page, query).hits[0].path == "/andamal/lagen/"


@pytest.mark.parametrize(
    "query", ["lag (2003:1210) 7 §", "2003:1210 7 §", "finsamlagen 7 §", "7 § finsamlagen"]
)
def test_a_paragraph_of_the_law_leads_where_it_is_told_of_and_is_shown(page, query):
    hit = ask(page, query).hits[0]
    assert hit.path == "/begrepp/#forbundsordning"
    assert "lagens 7 §" in hit.text


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("timeline", "/tidslinjer/"),
        ("glossary", "/begrepp/"),
        ("sources", "/kallor/"),
        ("download", "/om/data/"),
        ("contact", "/om/"),
        ("accessibility", "/om/tillganglighet/"),
        ("coordination associations", "/begrepp/#samordningsforbund"),
    ],
)
def test_the_main_pages_are_found_in_english(page, query, wanted):
    assert ask(page, query).rank(wanted) in (1, 2)


def test_what_the_whole_site_is_about_need_not_be_there(page):
    paths = [hit.path for hit in ask(page, "samordningsförbundets ändamål").hits]
    assert {"/begrepp/#andamalsparagraf", "/andamal/"} & set(paths[:2])


def test_one_word_that_was_taken_apart_is_told_as_one_word(page):
    word = ask(page, "plattformsarbete").status
    assert word.startswith("Ingen sida har hela ordet ”plattformsarbete”. ")
    assert "träffar på delarna ”plattform” och ”arbete”" in word
    date = ask(page, "2017-12-24").status
    assert date.startswith("Ingen sida har hela ”2017-12-24”. ")
    assert "träffar på någon av delarna ”24”, ”december” och ”2017”" in date
    slash = ask(page, "Remiss/blomkål").status
    assert slash.startswith("Ingen sida har hela ”Remiss/blomkål”. ")
    assert "träffar på någon av delarna ”Remiss” och ”blomkål”" in slash
    assert ask(page, "qzxwk samordningsteam remiss").status.startswith("Ingen sida har alla orden.")


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("20031210", "/kallor/#lag-2003-1210"),
        ("SFS20031210", "/kallor/#lag-2003-1210"),
        ("2004793", "/andamal/lagen/sfs-2004-793/"),
        ("lag 2007411", "/andamal/lagen/sfs-2007-411/"),
    ],
)
def test_figures_written_together_are_the_number_of_a_law_that_is_there(page, query, wanted):
    answer = ask(page, query)
    assert answer.rank(wanted) in (1, 2, 3)
    assert "delarna" not in answer.status


def test_figures_written_together_are_a_date_where_no_such_number_is_there(page):
    paths = [hit.path for hit in ask(page, "20101231").hits]
    assert paths[:5] == [hit.path for hit in ask(page, "31 december 2010").hits[:5]]


def test_a_word_that_no_page_has_is_said_to_be_missing_where_only_near_words_lead_on(page):
    assert "Ingen sida har ordet ”Linköping”, men närliggande ord." in ask(page, "Linköping").status
    assert "Ingen sida har" not in ask(page, "plattform").status


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("har alla förbund systemutveckling i paragrafen", "/andamal/byggstenar/systemutveckling/"),
        ("ska ett förbund nämna målgrupp i paragrafen", "/andamal/byggstenar/malgrupp/"),
        ("bör målgruppen stå i förbundets ändamålsparagraf", "/andamal/byggstenar/malgrupp/"),
        ("måste ändamålet stå i förbundsordningen", "/begrepp/#forbundsordning"),
    ],
)
def test_a_question_that_begins_with_a_verb_need_not_say_what_the_site_is_about(page, query, wanted):
    assert 0 < ask(page, query).rank(wanted) <= 2


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("2003:1210", "/kallor/#lag-2003-1210"),
        ("lag (2003:1210)", "/kallor/#lag-2003-1210"),
        ("2010:350", "/andamal/lagen/sfs-2010-350/"),
        ("Sala", "/forbund/norra-vastmanland/"),
        ("Motala", "/forbund/vastra-ostergotland/"),
        ("Kungsbacka", "/forbund/halland/"),
        ("nationella radet", "/begrepp/#nationella-radet"),
        ("mål", "/samtal/#nya-mal"),
    ],
)
def test_what_is_called_so_comes_before_what_is_also_called_so(page, query, wanted):
    assert ask(page, query).rank(wanted) == 1


@pytest.mark.parametrize(
    "query", ["hur mycket kopierade Umeå från Norrköping", "procent lika ord umeå norrköping"]
)
def test_two_towns_lead_to_the_comparison_of_their_förbund(page, query):
    assert ask(page, query).rank("/andamal/jamfor/ostra-ostergotland-2017/umearegionen-2019/") == 1
