"""A link beside every heading that has an id."""

from __future__ import annotations

import pytest

from corpora import NAMES, pages
from ramberattelser.rendering.permalinks import with_permalinks


def test_the_link_follows_the_heading_and_is_named_after_it():
    assert with_permalinks('<h2 class="a" id="x" lang="sv">Om <b>1&nbsp;§</b> &amp; mer</h2><p>b</p>') == (
        '<h2 class="a" id="x" lang="sv">Om <b>1&nbsp;§</b> &amp; mer</h2>'
        '<a class="perma" href="#x" aria-label="Länk till avsnittet Om 1 § &amp; mer"></a><p>b</p>'
    )


def test_a_heading_within_a_section_shares_a_box_with_its_link():
    assert with_permalinks('<h3 id="x">A</h3><p>b</p>') == (
        '<div class="under"><h3 id="x">A</h3>'
        '<a class="perma" href="#x" aria-label="Länk till avsnittet A"></a></div><p>b</p>'
    )


def test_a_heading_without_an_id_and_other_levels_have_none():
    html = '<h1 id="a">A</h1><h2>B</h2><h4 id="d">D</h4>'
    assert with_permalinks(html) == html


def test_a_quotation_mark_in_a_heading_stays_in_the_name():
    assert 'aria-label="Länk till avsnittet &quot;A&quot;"' in with_permalinks('<h3 id="a">"A"</h3>')


def test_a_heading_for_listeners_has_none_so_that_no_sign_stands_alone():
    html = '<h2 id="x" class="over vh">Bilden</h2>'
    assert with_permalinks(html) == html


def test_a_heading_that_a_script_fills_in_has_none_as_it_would_be_called_something_else():
    html = '<h2 id="x" tabindex="-1">Texterna</h2>'
    assert with_permalinks(html) == html


def test_a_heading_of_wide_screens_has_one_there_alone():
    assert '<a class="perma desk" href="#x"' in with_permalinks('<h2 id="x" class="over desk">Bilden</h2>')


@pytest.mark.parametrize("name", NAMES)
def test_every_section_of_every_page_that_is_seen_has_one(name):
    for read in pages(name).values():
        headings = [
            e.attrs["id"]
            for e in read.body.walk()
            if e.tag in ("h2", "h3")
            and {"id"} == {"id", "tabindex"} & e.attrs.keys()
            and "vh" not in e.classes
        ]
        links = [e.attrs["href"] for e in read.body.walk() if "perma" in e.classes]
        assert links == [f"#{one}" for one in headings], read.path
