"""Old addresses lead on, and none in a circle or into the void."""

from __future__ import annotations

import pytest

from corpora import ROOT, write_example
from markup import parse
from ramberattelser.pages import build_site
from ramberattelser.security import policy
from ramberattelser.settings import redirects

PAGES = {"/ny/", "/ny/sida/"}


def places(path: str) -> set[str]:
    """The places on a page of these tests."""
    return {"del"} if path == "/ny/" else set()


@pytest.fixture
def reading(tree):
    """Read pairs of old and new address: `(moved, findings)`."""

    def from_pairs(*pairs: tuple[str, str]):
        lines = "".join(f"  - från: {old}\n    till: {new}\n" for old, new in pairs)
        return redirects.read(tree({redirects.FILE: f"omdirigeringar:\n{lines}"}))

    return from_pairs


def test_without_the_file_nothing_has_moved(tmp_path):
    assert redirects.read(tmp_path) == ({}, [])


def test_pairs_are_read(reading):
    assert reading(("/gammal/", "/ny/"), ("/a/b/", "/ny/sida/")) == (
        {"/gammal/": "/ny/", "/a/b/": "/ny/sida/"},
        [],
    )


@pytest.mark.parametrize(
    ("pairs", "told"),
    [
        ([("/a/", "/b/"), ("/b/", "/a/")], "är själv en gammal adress"),
        ([("/a/", "/a/")], "är själv en gammal adress"),
        ([("/a/", "/b/"), ("/b/", "/ny/")], "är själv en gammal adress"),
        ([("/a/", "/ny/"), ("/a/", "/ny/sida/")], "står två gånger"),
        ([("/a", "/ny/")], "ingen adress på webbplatsen"),
        ([("/../a/", "/ny/")], "ingen adress på webbplatsen"),
        ([("/a/#del", "/ny/")], "en gammal adress är en hel sida"),
        ([("/a/", "https://www.example.org/")], "ingen adress på webbplatsen"),
    ],
)
def test_a_circle_a_chain_and_a_slip_are_findings(pairs, told, reading):
    moved, findings = reading(*pairs)
    assert moved == {}
    assert any(told in found.what for found in findings)
    assert all(str(found).startswith(f"{redirects.FILE}:") for found in findings)


def test_a_page_may_have_become_a_place_on_another_or_part_of_the_start_page(reading, tree):
    moved, findings = reading(("/gammal/", "/ny/#del"), ("/a/", "/"))
    assert (moved, findings) == ({"/gammal/": "/ny/#del", "/a/": "/"}, [])
    made = redirects.files(moved)
    assert 'url=../ny/#del"' in made["gammal/index.html"]
    assert 'url=../"' in made["a/index.html"]
    assert "canonical" not in made["a/index.html"]
    root = tree({redirects.FILE: "omdirigeringar:\n  - från: /gammal/\n    till: /ny/#del\n"})
    assert redirects.dangling(root, {"/gammal/": "/ny/#del"}, PAGES, places) == []


def test_a_place_that_the_page_does_not_have_is_a_finding(tree):
    root = tree({redirects.FILE: "omdirigeringar:\n  - från: /gammal/\n    till: /ny/#borta\n"})
    (found,) = redirects.dangling(root, {"/gammal/": "/ny/#borta"}, PAGES, places)
    assert found.what == "det finns inget ställe som heter ”borta” på sidan /ny/"


@pytest.mark.parametrize(
    ("new", "wrong"),
    [
        ("/begrepp/#prov", 0),
        ("/begrepp/#finns-inte", 1),
        ("/om/#mer", 0),
        ("/om/#mindre", 1),
        ("/bidra/#sa", 0),
    ],
)
def test_places_are_looked_for_on_pages_of_either_kind(tmp_path, new, wrong):
    root = write_example(tmp_path)
    file = root / redirects.FILE
    file.write_text(f"omdirigeringar:\n  - från: /gammal/\n    till: {new}\n", encoding="utf-8")
    assert len(build_site(root)[1]) == wrong


def test_an_address_that_leads_nowhere_or_hides_a_page_is_a_finding(tree):
    root = tree({redirects.FILE: "omdirigeringar:\n  - från: /ny/\n    till: /borta/\n"})
    moved, _ = redirects.read(root)
    whats = [found.what for found in redirects.dangling(root, moved, PAGES, places)]
    assert whats == ["det finns ingen sida med adressen ”/borta/”", "det finns en sida med adressen ”/ny/”"]


def test_the_page_at_an_old_address_leads_on_without_script():
    made = redirects.files({"/a/b/": "/ny/sida/"}, "https://www.example.org/")
    assert set(made) == {"a/b/index.html"}
    html = made["a/b/index.html"]
    page = parse(html.removeprefix("<!doctype html>\n"))
    metas = {m.attrs.get("http-equiv"): m.attrs["content"] for m in page.all("meta") if "content" in m.attrs}
    assert metas["refresh"] == "0; url=../../ny/sida/"
    assert metas["Content-Security-Policy"] == policy()
    assert page.one("link").attrs == {"rel": "canonical", "href": "https://www.example.org/ny/sida/"}
    assert page.one("a").attrs["href"] == "../../ny/sida/"
    assert page.one("html").attrs["lang"] == "sv"


def test_the_page_at_an_old_address_does_not_flash_white_where_the_rest_is_dark():
    page = redirects.files({"/gammal/": "/om/"})["gammal/index.html"]
    assert '<meta name="color-scheme" content="light dark">' in page


def test_where_the_themes_scripts_are_not_the_page_at_an_old_address_has_none():
    made = redirects.files({"/a/b/": "/ny/sida/"})["a/b/index.html"]
    plain = parse(redirects.without_script(made).removeprefix("<!doctype html>\n"))
    assert list(plain.all("script")) == list(plain.all("noscript")) == []
    (refresh,) = (meta for meta in plain.all("meta") if meta.attrs.get("http-equiv") == "refresh")
    assert refresh.attrs["content"] == "0; url=../../ny/sida/"


def test_the_sites_own_addresses_lead_to_pages():
    site, findings = build_site(ROOT)
    assert findings == []
    assert site is not None
    moved, _ = redirects.read(ROOT)
    assert {f"{old.strip('/')}/index.html" for old in moved} <= set(site.files)
