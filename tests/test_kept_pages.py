"""A build that takes pages from the last one gives what a build from nothing gives, whatever was changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from corpora import Change, changed_corpus, corpus, entries, texts, write_example
from ramberattelser import caching, news, wishes
from ramberattelser.caching import Store
from ramberattelser.corpus import Corpus
from ramberattelser.pages import build_site, make_site
from taking import Written, texts_of, written

Edit = tuple[str, str, str]
"""A file, words in it, and the words that take their place."""

FIRST = """\
  - id: hur-det-borjade
    fråga: Hur började det?
    text: Frågan ställs till alla exempel.
    källa: exempelrapport, avsnitt 1
"""
SECOND = """\
  - id: vilken-skillnad
    fråga: Vilken skillnad gjorde det?
    text: Frågan ställs sist.
    källa: exempelrapport, avsnitt 1
"""
ONE_MORE = """\
versioner:
  - id: fore-2012
    publicerad: 2026-01-02
    gäller:
      från: okänt
    paragraf: 3 §
    källa: exempelrapport, avsnitt 2
    text: Provköping ska vara en plattform för prov och annat.
"""

EDITS: dict[str, Edit] = {
    "story": ("narratives/exempelforbundet/2020.yml", "rubrik: Skillnaden", "rubrik: Vad det gav"),
    "title of a story": ("narratives/exempelforbundet/2020.yml", "en berättelse", "en saga"),
    "clause": ("clauses/provkoping.yml", "en plattform för prov.", "en plattform för alla prov."),
    "coding": ("clauses/provkoping.yml", "citat: en plattform", "citat: plattform"),
    "name": ("narratives/provkoping/forbund.yml", "signatur: ", "signatur: X"),
    "phase": ("narratives/exempelforbundet/forbund.yml", "namn: Starten", "namn: Upptakten"),
    "glossary": ("narratives/gemensamt/begrepp.yml", "namn: Prov", "namn: Försök"),
    "source": ("narratives/gemensamt/kallor.yml", "kort: Exempel 2020", "kort: Exempel 2021"),
    "order of questions": ("narratives/gemensamt/fragor.yml", FIRST + SECOND, SECOND + FIRST),
    "question": ("narratives/gemensamt/fragor.yml", "Hur började det?", "Hur kom det till?"),
    "codebook": ("clauses/byggstenar.yml", "namn: ", "namn: Ny "),
    "meaning of a byggsten": ("clauses/byggstenar.yml", "Kallar exemplet", "Säger att exemplet är"),
    "rule of a byggsten": ("clauses/byggstenar.yml", "Kodas där ordet", "Kodas om ordet"),
    "one more wording": ("clauses/provkoping.yml", "versioner:\n", ONE_MORE),
    "start of a wording": ("clauses/provkoping.yml", "från: 2012-01-01", "från: 2012-06-01"),
    "what is missing": ("clauses/provkoping.yml", "vad: lydelsen", "vad: den lydelse som gällde"),
    "existence": ("narratives/exempelforbundet/forbund.yml", "senast 2006–", "senast 2006–2033"),
    "successor": ("narratives/exempelforbundet/forbund.yml", "datum: omkring 2030", "datum: omkring 2020"),
    "text of the law": ("clauses/lagen.yml", "göras för prov.", "göras för prov, alltid."),
    "lead of the law": ("clauses/lagen.yml", "En påhittad lag", "En lag som är påhittad,"),
    "law": ("clauses/lagen.yml", "kortnamn: ", "kortnamn: Nya "),
    "explanation of a term": ("narratives/gemensamt/begrepp.yml", "får misslyckas", "kan misslyckas"),
    "teller": ("narratives/exempelforbundet/2020.yml", "Ada Exempel", "Ida Exempel"),
    "number": ("narratives/exempelforbundet/2020.yml", "Hur ett förbund", "Hur 1002 förbund"),
    "year that is no number": ("narratives/gemensamt/kallor.yml", 'år: "2020"', "år: ²"),
    "discussion": ("narratives/gemensamt/samtal.yml", "ville pröva", "ville testa"),
    "national event": ("narratives/gemensamt/nationellt.yml", "Den gäller än", "Den gäller fortfarande"),
    "wordings of a chain": ("clauses/kedjor.yml", "lagen/andra", "lagen/forsta"),
    "chain": ("clauses/kedjor.yml", "ha vandrat", "ha gått"),
    "day of a förbund": (
        "narratives/provkoping/forbund.yml",
        "publicerad: 2026-01-02",
        "publicerad: 2025-12-01",
    ),
    "day of a story": (
        "narratives/exempelforbundet/2020.yml",
        "publicerad: 2026-01-02",
        "publicerad: 2026-01-05",
    ),
    "guide": ("docs/om/data.md", "Hämta", "Ladda ner"),
}


@pytest.fixture(autouse=True)
def _every_store_is_written(monkeypatch):
    monkeypatch.setattr(caching, "FEWEST", 1)


@pytest.fixture
def project(tmp_path) -> Path:
    return write_example(tmp_path / "projekt")


def contents(folder: Path, before: Written | None = None) -> Written:
    site, findings = build_site(folder)
    assert site is not None, findings
    return written(site, before)


@pytest.mark.parametrize("again", ["", "1"], ids=["own process", "same process"])
def test_after_an_edit_of_any_kind_of_file_a_warm_build_is_as_a_cold_one(project, monkeypatch, again):
    monkeypatch.setenv(wishes.AGAIN, again)
    monkeypatch.setattr(caching, "_last", {})
    # So few that the oldest day of all is not among those that are told.
    monkeypatch.setattr(news, "MOST", 2)
    before = contents(project)
    for kind, (name, words, others) in EDITS.items():
        path = project / name
        text = path.read_text(encoding="utf-8")
        assert words in text, kind
        path.write_text(text.replace(words, others, 1), encoding="utf-8")
        warm = contents(project, before)
        assert texts_of(warm) != texts_of(before), kind
        with monkeypatch.context() as patch:
            patch.setenv(wishes.WITHOUT_CACHE, "1")
            assert texts_of(contents(project)) == texts_of(warm), kind
        before = warm


def version(name: str, text: str) -> str:
    return (
        f'  - id: "{name}"\n    publicerad: 2026-01-02\n    beteckning: Samma ord\n'
        "    gäller:\n      från: okänt\n"
        f"    paragraf: 3 §\n    källa: exempelrapport, avsnitt 2\n    text: {text}\n"
    )


HEAD, PLATFORM, PLACE = (
    "förbund: provkoping\nversioner:\n",
    version("2012", "Provköping ska vara en plattform för prov."),
    version("2013", "Provköping är en plats för prov och lärande."),
)
EXISTED = "verksamt:\n  period: 2001–2020\n  text: Det upphörde.\n  källa: exempelrapport, avsnitt 2\n"
OTHER = (
    "kortnamn: {}\nsignatur: ANN\npublicerad: 2026-01-02\ningress: Ett till.\n"
    "namn:\n  - namn: Namnet\n    period: 2012–\n    källa: exempelrapport, avsnitt 2\n"
)
OWN = "narratives/provkoping/forbund.yml"
PLACES: dict[str, tuple[dict[str, str], dict[str, str]]] = {
    "two wordings of one name": (
        {"clauses/provkoping.yml": HEAD + PLATFORM + PLACE},
        {"clauses/provkoping.yml": HEAD + PLACE + PLATFORM},
    ),
    "who has ended": (
        {"narratives/annat/forbund.yml": OTHER.format("Ödla") + EXISTED, OWN: ""},
        {"narratives/annat/forbund.yml": OTHER.format("Lo"), OWN: EXISTED},
    ),
}
"""What changes place, with files before and after; what is told of Provköping is added to what it has."""


@pytest.mark.parametrize("kind", PLACES)
def test_what_changes_place_is_as_new_in_a_warm_build(project, monkeypatch, kind):
    monkeypatch.setattr(caching, "_last", {})
    own = (project / OWN).read_text(encoding="utf-8")
    before = None
    for files in PLACES[kind]:
        for name, text in files.items():
            (project / name).parent.mkdir(exist_ok=True)
            (project / name).write_text(own + text if name == OWN else text, encoding="utf-8")
        before = contents(project, before)
    with monkeypatch.context() as patch:
        patch.setenv(wishes.WITHOUT_CACHE, "1")
        assert texts_of(contents(project)) == texts_of(before)


def test_after_an_edit_of_a_template_nothing_is_taken_from_before(project, monkeypatch):
    site, _ = build_site(project)
    keys = {name: key for name, (key, _) in written(site).items()}
    monkeypatch.setattr(caching, "_code", lambda: "en annan kod")
    again = caching.open_store(project)
    found = make_site(corpus("exempel"), store=again)
    assert again.made > len(found.pages) / 2
    assert not {name for name, (key, _) in written(found).items() if key and key == keys[name]}


SHOWN = {
    "Association": "lead region_text short_name",
    "Block": "by caption heading quote text",
    "Chain": "lead title",
    "ClauseVersion": "adopted heading label lead paragraph stanza_paragraphs",
    "Codebook": "intro",
    "Discussion": "background prompt theme",
    "Discussions": "lead",
    "Doubt": "text",
    "Element": "meaning name rule",
    "Event": "text title",
    "Existence": "text",
    "Figure": "value what",
    "Gap": "wanted what",
    "Law": "lead name short_name",
    "Link": "text",
    "Member": "name note short_name",
    "Mend": "what why",
    "Name": "name note",
    "Narrative": "keywords lead title short_title",
    "National": "lead",
    "Person": "name role",
    "Phase": "name text",
    "Question": "question text",
    "Relation": "note",
    "Remark": "quote text",
    "Revision": "what",
    "Section": "heading",
    "Source": "address authors note publisher short title year",
    "SourceRef": "section",
    "Step": "text title",
    "Successor": "text",
    "Teller": "name role",
    "Term": "also forms name text",
    "WordingRevision": "what",
}
"""Fields whose words a page shows; in others one word more changes nothing, or cannot be built."""


def once_each() -> Iterator[tuple[str, str]]:
    """Yield every name of a text field with the first text that it has in any file."""
    seen: set[str] = set()
    for _, entry in entries(corpus("exempel")):
        for name, text in texts(entry):
            if name not in seen and text.strip():
                seen.add(name)
                yield name, text


def added_to(name: str, text: str) -> Change:
    return lambda field, value: f"{value} ny" if (field, value) == (name, text) else value


def test_a_change_in_one_text_of_any_field_is_seen_on_every_page_that_shows_it():
    store = Store()
    base = corpus("exempel")
    plain = written(make_site(base, store=store))
    shown = set()
    for name, text in once_each():
        changed = changed_corpus(base, added_to(name, text))
        cold = _made(changed)
        if cold is not None and changed != base:
            warm = written(make_site(changed, store=store), plain)
            assert texts_of(warm) == texts_of(cold), f"{name}: {text[:40]}"
            if texts_of(cold) != texts_of(plain):
                shown.add(name)
    assert shown == {f"{model}.{name}" for model, names in SHOWN.items() for name in names.split()}


def _made(changed: Corpus) -> Written | None:
    """Return the site, or None where a quotation no longer stands in its text, which the check would stop."""
    try:
        return written(make_site(changed))
    except (IndexError, KeyError, StopIteration, ValueError):
        return None


# --- what is wrong with the file of a store -----------------------------------------------

HARM: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "cut off": lambda data: data[: len(data) // 2],
    "no list": lambda data: data[:40],
    "of another form": lambda data: b"ramberattelser 1\n" + data,
    "foreign": lambda _: b"PK\x03\x04" + bytes(5000),
    "a bit turned": lambda data: data[:-2000] + bytes([data[-2000] ^ 1]) + data[-1999:],
    "zeroes in the middle": lambda data: data[: len(data) // 2] + bytes(len(data) - len(data) // 2),
}


def test_a_damaged_store_harms_nothing(project):
    right = contents(project)
    file = project / ".cache" / "sidor"
    whole = file.read_bytes()
    for kind, harm in HARM.items():
        file.write_bytes(harm(whole))
        assert contents(project) == right, kind
        assert contents(project) == right, kind
