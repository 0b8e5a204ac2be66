"""What is new and changed: told newest first on the pages that show it, with the page it is told on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from corpora import NAMES, corpus
from ramberattelser import news
from ramberattelser.model import Revision, WordingRevision
from ramberattelser.news import Change
from ramberattelser.pages import make_site

FIRST = date(2026, 1, 2)


def change(day: int, path: str = "/x/") -> Change:
    return Change(date(2026, 1, day), f"dag {day}", path, "X" if path else "")


def test_what_was_there_from_the_first_day_is_no_news():
    assert news.newest([change(1), change(2)], FIRST) == []


def test_the_newest_comes_first_and_the_oldest_are_left_out():
    told = news.newest([change(day) for day in range(3, 3 + news.MOST + 4)], FIRST)
    assert [one.day.day for one in told] == list(range(news.MOST + 6, 6, -1))


def test_all_changes_of_the_page_itself_are_told():
    own = [change(day, path="") for day in range(3, 3 + news.MOST + 4)]
    told = news.newest([*own, *(change(day) for day in range(20, 20 + news.MOST + 1))], FIRST)
    assert [one for one in told if not one.path] == own[::-1]
    assert len(told) == len(own) + news.MOST


def test_the_foot_tells_few_changes_of_other_pages_but_all_of_its_own():
    groups = [[change(day, path="" if day % 2 else f"/{day}/")] for day in range(20, 3, -1)]
    told = news.few(groups)
    assert [same for same in told if not same[0].path] == [same for same in groups if not same[0].path]
    others = [same for same in groups if same[0].path]
    assert [same for same in told if same[0].path] == others[: news.FEW]
    assert news.few(groups[: news.FEW]) == groups[: news.FEW]


@pytest.mark.parametrize("path", ["/forbund/", "/andamal/"])
def test_pages_of_wordings_alone_tell_every_change_in_the_foot(path):
    page = next(page for page in make_site(corpus("exempel")).pages.values() if page.path == path)
    told = tuple((date(2031, 5, day), f"Ändring {day}", f"/x/{day}/", "X") for day in range(9, 2, -1))
    shown = page._replace(revisions=told).meta()["revisions"]
    assert len(shown) == (len(told) if path == "/andamal/" else news.FEW)


def test_two_changes_of_one_day_stand_in_one_order_whatever_they_came_in():
    both = [change(3, "/b/"), change(3, "/a/")]
    assert news.newest(both, FIRST) == news.newest(both[::-1], FIRST)


def test_what_was_the_same_on_several_pages_is_told_once_but_each_wording_by_itself():
    def said(day: int, path: str, what: str = "Språket har rättats") -> Change:
        return Change(date(2026, 1, day), what, path, path)

    told = [said(4, "/a/"), said(4, ""), said(4, "/b/", "Annat"), said(4, "/c/"), said(3, "/d/")]
    told += [said(4, "/andamal/x/1/"), said(4, "/andamal/y/2/")]
    assert [[one.path for one in same] for same in news.together(told)] == [
        ["/a/", "/c/"],
        [""],
        ["/b/"],
        ["/d/"],
        ["/andamal/x/1/"],
        ["/andamal/y/2/"],
    ]


@pytest.mark.parametrize("name", NAMES)
def test_a_page_that_says_when_it_was_changed_says_what_was_changed(name):
    pages = make_site(corpus(name)).pages.values()
    told = [page for page in pages if page.meta()["changed"]]
    assert [page.path for page in told if not page.revisions] == []
    assert [page.path for page in told if page.revisions[0][0] != page.changed] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_change_is_told_with_the_page_that_it_was_made_on(name):
    site = make_site(corpus(name))
    titles = {page.path: page.title for page in site.pages.values()}
    for page in site.pages.values():
        for _, _, path, title in page.revisions:
            assert not path or path in titles, (page.path, path)
            assert bool(path) == bool(title)
            assert path != page.path, page.path


def test_a_change_of_a_story_is_told_where_the_story_is_shown():
    base = corpus("exempel")
    key, story = next(iter(base.stories.items()))
    revision = Revision.model_validate({"datum": "2031-05-04", "vad": "Ett årtal rättat"})
    narrative = story.narrative.model_copy(update={"revisions": (revision,)})
    pages = make_site(replace(base, stories={**base.stories, key: replace(story, narrative=narrative)})).pages
    told = (date(2031, 5, 4), "Ett årtal rättat")
    having = {
        page.path: page.revisions[0] for page in pages.values() if told in [r[:2] for r in page.revisions]
    }
    own = f"/berattelser/{key}/"
    assert having[own][2:] == ("", "")
    for path in ("/", "/a-o/", "/berattelser/", "/berattelser/tvars/", "/saknas/"):
        assert having[path][2:] == (own, story.narrative.title)
    questions = {name for section in story.narrative.sections for name in section.questions}
    assert {f"/berattelser/tvars/{question}/" for question in questions} <= set(having)
    assert "/andamal/" not in having


def changed_wordings(**fields: str) -> dict[str, Any]:
    """The pages of the example where all wordings of one förbund have changed later."""
    base = corpus("exempel")
    clause = base.clauses["provkoping"]
    revision = WordingRevision.model_validate({"datum": "2031-05-04", "vad": "Ett komma", **fields})
    versions = tuple(v.model_copy(update={"revisions": (revision,)}) for v in clause.versions)
    mended = clause.model_copy(update={"versions": versions})
    return dict(make_site(replace(base, clauses={**base.clauses, "provkoping": mended})).pages)


def test_a_wording_that_is_mended_changes_the_comparisons_that_it_stands_in_whichever_side_it_has():
    pages = [page for page in changed_wordings().values() if "provkoping-" in page.path]
    assert pages
    assert [page.path for page in pages if page.changed != date(2031, 5, 4)] == []


def test_a_lead_that_is_mended_changes_only_the_pages_that_show_it():
    whole, lead = (
        {page.path for page in pages.values() if page.changed == date(2031, 5, 4)}
        for pages in (changed_wordings(), changed_wordings(enbart="ingress"))
    )
    own = "/andamal/provkoping/2012/"
    assert {own, "/andamal/provkoping/", "/forbund/provkoping/", "/"} <= lead < whole
    of_words = {
        *("/andamal/", "/andamal/byggstenar/", "/andamal/byggstenar/plattform/", "/andamal/jamfor/"),
        *("/andamal/ordens-vag/", "/andamal/slaktskap/"),
    }
    assert not whole & {"/forbund/", "/tidslinjer/"}
    assert of_words < whole - lead
    assert {path for path in whole - lead - of_words if "provkoping-2012" not in path} == set()
