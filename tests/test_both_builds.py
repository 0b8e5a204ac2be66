"""The pages are the same whichever generator lays them out, and no text becomes code in any of them.

The host is thin so that it can be exchanged: ``ramberattelser skriv`` writes the pages for another one.
"""

from __future__ import annotations

import gzip
import io
import json
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml

from builds import build_example, contents, run
from corpora import ROOT, corpus, site, write_example
from markup import Element, parse, parse_leniently
from ramberattelser import offline, robots
from ramberattelser.pages import make_site
from ramberattelser.settings import Settings

CITED = '<section class="row" aria-labelledby="h-citera">'
"""Where what the theme adds below the page's own content begins: how to cite it."""
ADDRESS = "https://example.org/"
BY_HAND = {"om/index.md", "om/tillganglighet/index.md", "om/data/index.md", "bidra/index.md"}
"""The pages of the example that are written by hand, as the command names them."""
MAIN = re.compile(rf'<main class="wrap" id="innehall"[^>]*>\n?(.*?)(?:\n?{CITED}.*)?\n</main>', re.DOTALL)


@pytest.fixture(scope="module")
def example(tmp_path_factory) -> Path:
    """The folder of the example, with its site and the pages written for another generator."""
    folder = tmp_path_factory.mktemp("exempel")
    build_example(folder, {"WEBBADRESS": ADDRESS})
    done = run(folder, "skriv", "sidor")
    assert done.returncode == 0, done.stdout
    return folder


@pytest.fixture(scope="module")
def written(example) -> dict[str, tuple[dict[str, str], str]]:
    """Head and body of every page that the command wrote."""
    found = {}
    for path in sorted((example / "sidor").rglob("*.md")):
        _, head, body = path.read_text(encoding="utf-8").split("---\n", 2)
        found[path.relative_to(example / "sidor").as_posix()] = (yaml.safe_load(head), body)
    return found


def page_file(uri: str) -> str:
    return uri.removesuffix(".md") + ".html"


def main_of(html: str) -> str:
    found = MAIN.search(html)
    assert found is not None
    return found.group(1).strip()


def test_both_builds_have_every_page_at_the_same_path(example, written):
    built = {path.relative_to(example / "site").as_posix() for path in (example / "site").rglob("*.html")}
    assert len(written) > 20
    assert built - {"404.html"} == {page_file(uri) for uri in written}
    assert set(written) - BY_HAND == set(site("exempel").pages)
    assert written.keys() >= BY_HAND


def test_both_builds_have_the_same_bodies_to_the_letter(example, written):
    for uri, page in site("exempel").pages.items():
        assert written[uri][1].strip() == page.body.strip(), uri
        built = (example / "site" / page_file(uri)).read_text(encoding="utf-8")
        assert main_of(built) == page.body.strip(), uri


def test_titles_and_descriptions_are_the_same_in_both(example, written):
    for uri, (head, _) in written.items():
        assert set(head) == {"title", "description"}
        if uri not in BY_HAND:
            page = site("exempel").pages[uri]
            assert head == {"title": page.title, "description": page.description}
        html = parse_leniently((example / "site" / page_file(uri)).read_text(encoding="utf-8"))[0]
        title = html.one("head").one("title").words
        assert title.startswith(head["title"]), uri
        described = [m.attrs["content"] for m in html.all("meta") if m.attrs.get("name") == "description"]
        # A page that says nothing of itself is described by the site's own words.
        assert head["description"] in ("", *described), uri
        assert len(described) == 1, uri


def test_a_generator_that_knows_nothing_of_us_shows_the_written_pages_as_they_are(example):
    """Built with no hook: the pages pass through Markdown alone, and come out whole."""
    config = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("!ENV ", ""))
    plain = {
        key: value for key, value in config.items() if key in ("site_name", "theme", "markdown_extensions")
    }
    plain["theme"]["custom_dir"] = str(ROOT / plain["theme"]["custom_dir"])
    plain |= {"docs_dir": "sidor", "plugins": [], "site_url": ADDRESS}
    (example / "plain.yml").write_text(yaml.safe_dump(plain, allow_unicode=True), encoding="utf-8")
    done = run(example, "build", "-q", "-f", "plain.yml", "-d", "plain", module="mkdocs")
    assert done.returncode == 0, done.stdout
    for uri, page in site("exempel").pages.items():
        built = (example / "plain" / page_file(uri)).read_text(encoding="utf-8")
        assert shape(parse(main_of(built))) == shape(parse(page.body)), uri


def shape(element: Element) -> list[object]:
    """Elements, attributes and words in order, without white space that no reader sees."""
    parts: list[object] = []
    for child in element.children:
        if isinstance(child, Element):
            parts.append((child.tag, child.attrs, shape(child)))
        elif child.strip():
            parts.append(child.split())
    return parts


def test_every_page_but_those_that_only_lead_on_says_how_to_cite_it(example):
    """Who and what, the site, the day from the data and the whole address; never a stop after a question."""
    pages = site("exempel").pages
    addresses = {page_file(uri): page.path for uri, page in pages.items()}
    without = set()
    for path in sorted((example / "site").rglob("*.html")):
        name = path.relative_to(example / "site").as_posix()
        boxes = parse_leniently(path.read_text(encoding="utf-8"))[0].all("div", "citebox")
        if not boxes:
            without.add(name)
            continue
        words = " ".join(boxes[0].words.split())
        made = pages.get(name.replace(".html", ".md"))
        assert "Ramberättelser och ändamål" in words, name
        assert f"Beständig adress: https://example.org/{name.removesuffix('index.html')}" in words, name
        assert "?." not in words, name
        if made is not None:
            assert len(boxes) == 1, name
            assert "publicerad 2 januari 2026" in words, name
            assert made.path == "/" or made.cite in boxes[0].text, name
    assert without == {"404.html", "a-o/index.html", "sok/index.html"}
    assert len(addresses) > 20


def test_a_page_with_changes_says_when_it_came_when_it_changed_and_what_changed(example):
    told = {
        "forbund/exempelforbundet": ("2 januari 2026", "3 februari 2026", "3 februari 2026: Fler personer"),
        "andamal/exempelforbundet/2015": (
            "2 januari 2026", "3 januari 2026", "3 januari 2026: Ett kommatecken lades till",
        ),
        "begrepp": ("2 januari 2026", "3 januari 2026", "3 januari 2026: Ett begrepp lades till"),
        "kallor": ("2 januari 2026", "3 januari 2026", "3 januari 2026: En not skrevs om"),
        "samtal": ("2 januari 2026", "3 januari 2026", "3 januari 2026: En fråga skrevs om"),
        "om": ("2 januari 2026", "4 januari 2026", "4 januari 2026: En mening till"),
    }  # fmt: skip
    for name, (first, last, what) in told.items():
        html = (example / "site" / name / "index.html").read_text(encoding="utf-8")
        foot = next(e for e in parse_leniently(html)[0].all("footer")).words.replace("\u00a0", " ")
        assert f"Publicerad {first}, senast ändrad {last}." in foot, name
        assert what in foot, name
        own = "Senaste ändringarna i det" if name.startswith("forbund/") else "Ändringar på den här sidan:"
        assert own in foot, name
    html = (example / "site" / "andamal" / "provkoping" / "index.html").read_text(encoding="utf-8")
    assert "senast ändrad" not in html


def test_a_page_put_together_of_others_says_what_changed_in_them_and_leads_there(example):
    html = (example / "site" / "andamal" / "exempelforbundet" / "index.html").read_text(encoding="utf-8")
    foot = next(e for e in parse_leniently(html)[0].all("footer"))
    words = foot.words.replace("\u00a0", " ")
    assert "senast ändrad 3 januari 2026." in words
    assert "Senaste ändringarna i det som sidan bygger på:" in words
    assert "3 januari 2026: Exempelförbundet 2015 – Ett kommatecken lades till" in words
    changed = next(e for e in foot.walk() if e.attrs.get("class") == "revisions")
    assert [e.attrs["href"] for e in changed.all("a")] == ["../../andamal/exempelforbundet/2015/"]


def test_the_start_page_tells_what_is_new_once(example):
    html = (example / "site" / "index.html").read_text(encoding="utf-8")
    body = parse_leniently(html)[0]
    assert "Nytt och ändrat" in [one.words for one in body.all("h2")]
    assert "senast ändrad" in body.one("footer", "foot").words
    assert body.all("ol", "revisions") == []


def test_the_map_of_the_site_dates_every_page_by_the_data(example):
    text = (example / "site" / "sitemap.xml").read_text(encoding="utf-8")
    assert gzip.decompress((example / "site" / "sitemap.xml.gz").read_bytes()).decode() == text
    places = ElementTree.fromstring(text)
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    dated = {url.findtext(f"{space}loc"): url.findtext(f"{space}lastmod") for url in places}
    for page in site("exempel").pages.values():
        assert dated.pop(f"https://example.org{page.path}") == page.updated
    assert dated == {
        "https://example.org/om/": "2026-01-04",
        "https://example.org/om/tillganglighet/": None,
        "https://example.org/om/data/": None,
        "https://example.org/bidra/": "2026-01-02",
    }
    assert {page.updated for page in site("exempel").pages.values()} >= {
        "2026-01-02",
        "2026-01-03",
        "2026-02-03",
    }


def test_robots_are_told_where_the_map_is_and_a_folder_on_a_disk_has_none(example):
    told = (example / "site" / "robots.txt").read_text(encoding="utf-8")
    assert told == "User-agent: *\nAllow: /\n\nSitemap: https://example.org/sitemap.xml\n"
    assert robots.files() == {"robots.txt": "User-agent: *\nAllow: /\n"}
    with zipfile.ZipFile(io.BytesIO(offline.packed(offline.read(example / "site")))) as packed:
        assert not [name for name in packed.namelist() if "robots" in name or "sitemap" in name]


def test_a_hand_written_page_says_what_it_is_to_machines(example):
    for name, kind in (("om", "WebPage"), ("om/data", "Dataset"), ("bidra", "WebPage")):
        html = parse_leniently((example / "site" / name / "index.html").read_text(encoding="utf-8"))[0]
        script = next(e for e in html.all("script") if e.attrs.get("type") == "application/ld+json")
        thing, way = json.loads(script.text)["@graph"]
        assert (thing["@type"], thing["@id"]) == (kind, f"https://example.org/{name}/")
        assert way["itemListElement"][-1]["item"] == f"https://example.org/{name}/"
        for one in thing.get("distribution", ()):
            address = one["contentUrl"].removeprefix("https://example.org/")
            assert (example / "site" / address).is_file(), address


def test_the_open_data_is_in_the_site_byte_for_byte(example):
    made = make_site(corpus("exempel"), Settings(address="https://example.org/"))
    data = {file: text for file, text in made.files.items() if file.startswith("data/")}
    assert len(data) > 8
    for file, text in data.items():
        assert (example / "site" / file).read_bytes() == text.encode(), file


def test_a_hand_written_page_holds_what_its_macro_makes(example):
    html = parse_leniently((example / "site" / "bidra" / "index.html").read_text(encoding="utf-8"))[0]
    main = next(e for e in html.all("main"))
    assert main.one("article", "doc").all("span", "q")
    assert "{{" not in main.text


def test_a_build_leaves_nothing_behind_beside_the_site(example):
    ours = {"clauses", "narratives", "docs", "scripts", "mkdocs.yml", "site", "sidor", "plain.yml", "plain"}
    ours.add(".cache")  # what is kept for the next build
    assert {path.name for path in example.iterdir()} <= ours


# --- hostile words through the whole build ------------------------------------------------

HOOK = """
import sys
sys.path.insert(0, {tests!r})
import ramberattelser.pages as pages
from corpora import changed_corpus, corpus
from unit.test_pages import hostile
pages.check = lambda *_: (changed_corpus(corpus("exempel"), hostile), [])
"""
CANARY = "<script>x</script>\"'&{{7*7}}<xss onxss=1>"


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory) -> Path:
    """The example's site with a canary in every text, built with the real theme."""
    folder = write_example(tmp_path_factory.mktemp("fientligt"))
    (folder / "canary.py").write_text(HOOK.format(tests=str(ROOT / "tests")), encoding="utf-8")
    config = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    (folder / "mkdocs.yml").write_text(
        config.replace("hooks:\n", "hooks:\n  - canary.py\n"), encoding="utf-8"
    )
    done = run(folder, "build", "-q", "-d", "site", module="mkdocs")
    assert done.returncode == 0, done.stdout
    return folder / "site"


def test_no_text_becomes_code_in_head_crumbs_or_footer(hostile_site, example):
    def written_in(folder: Path) -> set[tuple[str, str]]:
        found = set()
        for path in folder.rglob("*.html"):
            for element in parse_leniently(path.read_text(encoding="utf-8"))[0].walk():
                found |= {(element.tag, ""), *((element.tag, name) for name in element.attrs)}
        return found

    # What the example has no occasion for: a joined comparison, and an address that is long enough to break.
    own = {("ins", "class"), ("del", "class"), ("wbr", "")}
    assert written_in(hostile_site) - written_in(example / "site") <= own
    story = (hostile_site / "berattelser/exempelforbundet/2020/index.html").read_text(encoding="utf-8")
    html = parse_leniently(story)[0]
    assert CANARY in html.one("head").one("title").text
    assert any(CANARY in e.attrs.get("content", "") for e in html.all("meta"))
    assert CANARY in html.one("nav", "path").text


def test_every_script_of_a_page_is_ours_or_is_data(hostile_site):
    for path in hostile_site.rglob("*.html"):
        html = parse_leniently(path.read_text(encoding="utf-8"))[0]
        for script in html.all("script"):
            kind = script.attrs.get("type", "")
            assert kind in ("application/json", "application/ld+json") or script.attrs.get("src"), path
            if kind:
                json.loads(script.text)


def test_the_search_holds_hostile_words_as_text(hostile_site):
    """Each file of the index hands over data and does nothing else; what is shown is written as text."""
    told = []
    for path in (hostile_site / "sok/data").glob("*.js"):
        call = re.fullmatch(r'sokdata\("[a-z0-9]+",(.*)\);?\n?', path.read_text(encoding="utf-8"), re.DOTALL)
        assert call is not None, path.name
        told.append(json.dumps(json.loads(call[1]), ensure_ascii=False))
    assert any(json.dumps(CANARY, ensure_ascii=False).strip('"') in text for text in told)
    scripts = (hostile_site / "assets").glob("*.js")
    assert not [
        p.name for p in scripts if re.search(r"[a-z]HTML\b|document\.write", p.read_text(encoding="utf-8"))
    ]


def test_a_placeholder_of_a_template_is_never_filled_in(hostile_site):
    pages = contents(hostile_site)
    html = b"".join(data for path, data in pages.items() if path.endswith(".html"))
    assert b"{{7*7}}" in html
    assert b"&49" not in html
    assert b"&amp;49" not in html


def test_the_site_holds_itself_as_a_zip_when_asked_to(example):
    """And the page with the data leads to it; otherwise that page says how it is made."""
    page = example / "site/om/data/index.html"
    assert "ramberattelser paketera" in page.read_text(encoding="utf-8")
    done = run(example, "bygg", "--zip", "--till", "med-zip")
    assert done.returncode == 0, done.stdout
    page = example / "med-zip/om/data/index.html"
    assert '<a href="../../data/webbplatsen.zip">' in page.read_text(encoding="utf-8")
    with zipfile.ZipFile(example / "med-zip/data/webbplatsen.zip") as packed:
        assert packed.testzip() is None
        assert f"{offline.TOP}/sok/index.html" in packed.namelist()
