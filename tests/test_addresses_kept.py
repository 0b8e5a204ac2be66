"""No address that was ever published leads nowhere: links in mails, minutes and footnotes go on working."""

from __future__ import annotations

import pytest

from browser.trees import write_tree
from golden import addresses

HOW = "let it lead on with a line in docs/omdirigeringar.yml; an id on a page stays as it is"


def test_every_published_address_still_leads_somewhere(built_site):
    assert addresses.lost(built_site) == [], HOW


def test_the_list_is_written_as_it_is_added_to():
    lines = addresses.published()
    assert lines == sorted(set(lines))
    assert len([line for line in lines if "#" not in line]) > 50
    assert len([line for line in lines if "#" in line]) > 200


@pytest.fixture
def small(tmp_path):
    """A site of two pages, with a heading that has a link to itself and one that is linked to."""
    write_tree(
        tmp_path,
        {
            "index.html": '<a href="ny/#begrepp">Ett ord</a> <a href="andamal/jamfor/a/b/">Två texter</a>',
            "ny/index.html": '<h2 id="fakta">Fakta</h2><a href="#fakta"></a><h2 id="h-mer">Mer</h2>'
            '<a href="#h-mer"></a><p id="begrepp">Ord</p><p id="annat">Text</p>',
            "andamal/jamfor/a/b/index.html": "<p>Två texter</p>",
        },
    )
    return tmp_path


def test_what_can_be_linked_to_is_listed_and_what_is_passing_is_not(small):
    assert addresses.places(small) == {"/", "/ny/", "/ny/#fakta", "/ny/#begrepp"}


def test_what_is_gone_is_told(small, monkeypatch):
    monkeypatch.setattr(addresses, "published", lambda: ["/", "/ny/#fakta", "/ny/#borta", "/borta/"])
    assert addresses.lost(small) == ["/ny/#borta", "/borta/"]
