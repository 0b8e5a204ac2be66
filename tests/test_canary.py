"""A canary in every text of the data, traced through everything that a build writes (SEC-04).

Which texts there are is asked of the models, so a new field is covered by being in the format. What may
come out is asked of each file by its kind: a page has no element or attribute that the example's own pages
have not, a table no cell that is run, a feed no element of its own, an index nothing but data.
"""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import get_args
from xml.etree import ElementTree

import pytest
from pydantic import BaseModel

from builds import build_example, contents, run
from corpora import QUOTED, ROOT, changed_corpus, corpus, takes_any_text, write_example
from markup import parse_leniently
from ramberattelser import offline
from ramberattelser.loading.places import SINGLE
from ramberattelser.model import MISSING, Association, Clause, Narrative, SourceRef, VersionRef

SIGNS = (
    "=cmd|' /C calc'!A0",
    '"><script>',
    "</script>",
    "</title></style>",
    "<img src=x onerror=zap(1)>",
    "{{7*7}}",
    "{% raw %}",
    "javascript:zap(2)",
    "[x](javascript:zap(3))",
    "[x](JaVaScRiPt&#58;zap(4))",
    "]]>",
    "<!--",
    "&amp;",
    "\\u003cscript>",
    "' onmouseover='zap(5)",
)
CANARY = " ".join(SIGNS)
BEGUN = "zap("
"""Stands in whatever the canary would run, and nowhere else."""

HOOK = """
import sys
sys.path[:0] = [{tests!r}]
import ramberattelser.pages as pages
from corpora import changed_corpus, corpus
from test_canary import put_in
pages.check = lambda *_: (changed_corpus(corpus("exempel"), put_in), [])
"""


def put_in(field: str, text: str) -> str:
    """Return a text with the canary first; texts that quote each other have it after the same letter."""
    if field == "Source.address":
        return f"https://example.org/{CANARY}"
    return text.replace("r", f"r{CANARY}") if field in QUOTED else f"{CANARY} {text}"


def _build(folder: Path) -> dict[str, bytes]:
    write_example(folder)
    (folder / "canary.py").write_text(HOOK.format(tests=str(ROOT / "tests")), encoding="utf-8")
    settings = folder / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("hooks:\n", "hooks:\n  - canary.py\n"), encoding="utf-8")
    done = run(folder, "build", "-q", "-d", "site", module="mkdocs")
    assert done.returncode == 0, done.stdout
    return contents(folder / "site")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory) -> dict[str, bytes]:
    """Every file of a site that has the canary in every text."""
    return _build(tmp_path_factory.mktemp("kanariefagel"))


@pytest.fixture(scope="module")
def plain(tmp_path_factory) -> dict[str, bytes]:
    """Every file of the same site without it."""
    return contents(build_example(tmp_path_factory.mktemp("exempel")))


def of_kind(files: dict[str, bytes], *endings: str) -> Iterator[tuple[str, str]]:
    for path, data in files.items():
        if path.endswith(endings):
            yield path, data.decode("utf-8")


# --- which texts there are ----------------------------------------------------------------


def _models() -> set[type[BaseModel]]:
    found: set[type[BaseModel]] = set()
    waiting = [Association, Clause, Narrative, *(model for _, model in SINGLE.values())]
    while waiting:
        model = waiting.pop()
        if model not in found:
            found.add(model)
            waiting += [inner for field in model.model_fields.values() for inner in _inside(field.annotation)]
    return found


def _inside(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _inside(part)


def test_sec_04_every_text_field_of_every_model_has_the_canary_in_it():
    """Whatever field is added to a model must be used by the example, and is then in every test below."""
    reached: set[str] = set()

    def change(field: str, text: str) -> str:
        reached.add(field)
        return put_in(field, text)

    made = changed_corpus(corpus("exempel"), change)
    fields = {
        f"{model.__name__}.{name}"
        for model in _models() - {VersionRef}
        for name in model.model_fields
        if takes_any_text(model, name)
    }
    assert len(fields) > 70
    assert fields - reached == set()
    assert all(CANARY in w.version.text for w in made.wordings.values() if w.version.text != MISSING)
    assert "SourceRef.section" in fields
    assert SourceRef in _models()


# --- where it came out --------------------------------------------------------------------


def test_sec_04_the_canary_adds_changes_and_renames_no_file(hostile, plain):
    """Nothing that a text says becomes part of a path; what is the site's own stays to the byte."""
    ours = {path for path in plain if path.startswith("assets/") or path in ("_headers", "404.html")}
    assert {path for path in ours if hostile[path] != plain[path]} == {"assets/begrepp-ord.js"}
    words = re.compile(r"sok/data/.*\.js")
    assert {p for p in hostile if not words.fullmatch(p)} == {p for p in plain if not words.fullmatch(p)}
    assert {Path(path).suffix for path in hostile} == {Path(path).suffix for path in plain}


def test_sec_04_every_kind_of_file_that_says_something_has_the_canary(hostile):
    """So none of the tests below looks at files where there is nothing to find."""
    kinds = (".html", ".csv", ".json", ".jsonld", ".xml", ".js")
    told = {kind: [path for path, text in of_kind(hostile, kind) if BEGUN in text] for kind in kinds}
    assert {kind for kind, paths in told.items() if not paths} == set()
    assert len(told[".html"]) > 25


def _written(files: dict[str, bytes]) -> dict[str, set[tuple[str, str]]]:
    pages: dict[str, set[tuple[str, str]]] = {}
    for path, text in of_kind(files, ".html"):
        for element in parse_leniently(text)[0].walk():
            pages.setdefault(path, set()).update(
                {(element.tag, ""), *((element.tag, n) for n in element.attrs)}
            )
    return pages


def test_sec_04_no_page_has_an_element_or_an_attribute_that_a_text_wrote(hostile, plain):
    # What is ours too, but drawn only where texts differ as much, or addresses are as long, as these.
    drawn = {("ins", "class"), ("del", "class"), ("a", "class"), ("path", "fill"), ("wbr", "")}
    before = set().union(*_written(plain).values()) | drawn
    assert {path: found - before for path, found in _written(hostile).items() if found - before} == {}


def test_sec_04_no_attribute_leads_to_code_and_no_handler_holds_it(hostile):
    code = re.compile(r"[\s\x00-\x20]*(?:javascript|vbscript|data):", re.IGNORECASE)
    for path, text in of_kind(hostile, ".html"):
        for element in parse_leniently(text)[0].walk():
            for name, value in element.attrs.items():
                assert not name.startswith("on"), path
                if name in ("href", "src", "action", "formaction", "srcdoc", "xlink:href", "data"):
                    assert not code.match(value), (path, value)


def test_sec_04_no_script_or_style_of_a_page_holds_a_text_but_as_data(hostile):
    for path, text in of_kind(hostile, ".html"):
        for element in parse_leniently(text)[0].all():
            if element.tag in ("script", "style") and BEGUN in element.text:
                assert element.attrs.get("type") in ("application/json", "application/ld+json"), path
                assert not set("<>") & set(element.text), path
                json.loads(element.text)


def test_sec_04_the_canary_is_shown_as_it_is_written(hostile):
    """In the title, the description, the crumbs and the heading of a story; no template is filled in."""
    html = parse_leniently(hostile["berattelser/exempelforbundet/2020/index.html"].decode())[0]
    assert CANARY in html.one("head").one("title").text
    assert any(SIGNS[1] in e.attrs.get("content", "") for e in html.all("meta"))
    assert CANARY in html.one("nav", "path").text
    assert SIGNS[0] in html.all("h1")[0].text
    everything = "".join(text for _, text in of_kind(hostile, ".html"))
    assert "{{7*7}}" in everything
    assert "=cmd|' /C calc'!A049" not in everything


def test_sec_04_no_cell_of_a_table_begins_as_a_formula(hostile):
    seen = 0
    for path, text in of_kind(hostile, ".csv"):
        for row in csv.reader(io.StringIO(text, newline=""), strict=True):
            for cell in row:
                assert cell[:1] not in tuple("=+-@\t\r"), (path, cell)
                seen += cell.startswith("'=cmd|")
    assert seen > 20


def test_sec_04_json_is_read_back_with_every_sign(hostile):
    told = 0
    for path, text in of_kind(hostile, ".json", ".jsonld"):
        told += json.dumps(json.loads(text), ensure_ascii=False).count(SIGNS[9])
        assert text.strip(), path
    assert told > 10


def test_sec_04_feeds_and_the_map_of_the_site_have_no_element_that_a_text_wrote(hostile, plain):
    def elements(files: dict[str, bytes]) -> set[tuple[str, str]]:
        return {
            (element.tag, name)
            for _, text in of_kind(files, ".xml")
            for element in ElementTree.fromstring(text).iter()
            for name in ("", *element.attrib)
        }

    assert elements(hostile) == elements(plain)
    titles = [
        t
        for _, text in of_kind(hostile, "flode.xml", ".xml")
        for t in ElementTree.fromstring(text).itertext()
    ]
    assert any(SIGNS[10] in title and SIGNS[11] in title for title in titles)


def test_sec_04_the_files_of_the_search_hand_over_data_and_nothing_else(hostile):
    told = []
    for path, text in of_kind({p: d for p, d in hostile.items() if p.startswith("sok/")}, ".js"):
        call = re.fullmatch(r'sokdata\("[a-z0-9]+",(.*)\);?\n?', text, re.DOTALL)
        assert call is not None, path
        told.append(json.dumps(json.loads(call[1]), ensure_ascii=False))
    assert any("onerror=zap(1)" in text for text in told)


def test_sec_04_the_words_of_the_glossary_hand_over_data_and_nothing_else(hostile):
    text = hostile["assets/begrepp-ord.js"].decode()
    call = re.fullmatch(r"[\w.]+ ?= ?(\{.*\});?\n?", text, re.DOTALL)
    assert call is not None, text[:80]
    assert BEGUN in json.dumps(json.loads(call[1]))


def test_sec_04_the_packed_site_is_the_same_as_the_site(hostile):
    """Its pages have links written out, and nothing else that could let a text become code."""
    with zipfile.ZipFile(io.BytesIO(offline.packed(hostile))) as archive:
        assert archive.testzip() is None
        top = f"{offline.TOP}/"
        packed = {name.removeprefix(top): archive.read(name) for name in archive.namelist()}
        assert all(name.startswith(top) for name in archive.namelist())
    assert packed.keys() - hostile.keys() == {offline.START, offline.SUMS}
    assert {path for path, data in packed.items() if path in hostile and data != hostile[path]} == {
        path for path in packed if path.endswith(".html")
    }
    written = _written(hostile)
    assert {path for path, found in _written(packed).items() if found != written[path]} == set()
    assert sum(BEGUN in text for _, text in of_kind(packed, ".html")) > 25


# --- nothing from elsewhere ---------------------------------------------------------------

LOADS = {
    "link": "href",
    "script": "src",
    "img": "src",
    "iframe": "src",
    "source": "src",
    "use": "href",
    "image": "href",
}
NAMESPACES = re.compile(r"http://www\.w3\.org/[\w/#.-]*")


def test_sec_09_no_file_of_the_site_asks_another_host(hostile):
    """What pages load lies in the site; styles and scripts name no other host, whatever the texts say."""
    for path, text in of_kind(hostile, ".html"):
        for element in parse_leniently(text)[0].walk():
            address = element.attrs.get(LOADS.get(element.tag, ""), "")
            if element.tag == "link" and element.attrs.get("rel") in ("canonical", "alternate", "license"):
                continue
            assert not re.match(r"\s*(?:[a-z][a-z0-9+.-]*:|//)", address, re.IGNORECASE), (path, address)
    for path, text in of_kind({p: d for p, d in hostile.items() if p.startswith("assets/")}, ".js", ".css"):
        if path != "assets/begrepp-ord.js":
            assert not re.search(r"https?://|\burl\(\s*[\"']?//", NAMESPACES.sub("", text)), path
