"""The files of the free comparison: which texts are compared, what a file holds, how large the script is."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from ramberattelser import kinship
from ramberattelser.checking import check
from ramberattelser.comparing import compare, likeness
from ramberattelser.pages import choosing, compared, free_comparison
from ramberattelser.pages.build import Builder
from ramberattelser.rendering import diff_view

ROOT = Path(__file__).resolve().parents[2]
LARGEST_SCRIPT = 10_000


@cache
def files() -> dict[str, str]:
    corpus, findings = check(ROOT)
    assert corpus is not None, findings
    return free_comparison.files(Builder(corpus))


def values(content: str) -> dict:
    assert content.startswith("jamfor(")
    return json.loads(content.removeprefix("jamfor(").rstrip().removesuffix(");"))


def test_each_text_has_a_file_that_holds_every_other():
    ids = {values(content)["id"] for content in files().values()}
    assert len(ids) == len(files()) > 5
    for address, content in files().items():
        held = values(content)
        assert address == f"andamal/jamfor/data/{held['id']}.js"
        assert set(held["mot"]) == ids - {held["id"]}


def test_what_is_held_has_all_words_of_both_texts():
    """The runs of every row, cut out of the two texts, are the two texts."""
    texts = {values(content)["id"]: values(content) for content in files().values()}
    for one in texts.values():
        for other_id, (_, _, _, _, _, rows, _) in one["mot"].items():
            for column, text in ((0, one["text"]), (1, texts[other_id]["text"])):
                parts = sorted(part for row in rows for part in row[column])
                words = ["".join(text[run[1] : run[2]] for run in runs) for _, _, runs in parts]
                assert "".join(" ".join(words).split()) == "".join(text.split())


def test_numbers_count_characters_also_beyond_the_first_plane():
    made = compare("👩 Förbundet ska verka.", "👩 Förbundet ska 👍 verka.")
    *_, rows = diff_view.pack(diff_view.view(made))
    (row,) = rows
    inserted = [run for run in row[1][0][2] if run[0] == 2]
    assert [made.new[start:end] for _, start, end, *_ in inserted] == ["👍 "]


@dataclass(frozen=True)
class Version:
    text: str


@dataclass(frozen=True)
class Wording:
    """As much of a wording as choosing looks at."""

    owner: str
    key: str
    version: Version


def many(count: int) -> list[Wording]:
    """Invented texts, every tenth of the same owner, some more alike than others."""
    names = [
        *("region", "stad", "bygd", "kust", "skog", "fjäll", "slätt", "älv", "sjö", "vik"),
        *("udde", "ö", "hed", "ås", "dal", "mo", "näs", "sund", "torp", "berg"),
    ]
    return [
        Wording(
            "lagen" if n == 0 else f"owner{n % 10}",
            f"key{n}",
            Version(f"Förbundet ska i {names[n % 20]} {names[n // 20 % 20]} {names[n * 7 % 20]} ge stöd."),
        )
        for n in range(count)
    ]


def test_few_texts_are_all_compared_with_each_other():
    texts = many(choosing.EVERY)
    assert {len(others) for others in choosing.chosen_for(texts).values()} == {len(texts) - 1}


@pytest.fixture
def small(monkeypatch):
    """Bounds that a small collection reaches."""
    monkeypatch.setattr(choosing, "EVERY", 10)
    monkeypatch.setattr(choosing, "CLOSEST", 4)


@pytest.mark.usefixtures("small")
def test_of_many_texts_each_has_its_closest_the_law_and_its_own_versions():
    texts = many(60)
    chosen = choosing.chosen_for(texts)
    for one in texts:
        others = chosen[one.key]
        assert one not in others
        must = {t.key for t in texts if t is not one and t.owner in ("lagen", one.owner)}
        assert must <= {t.key for t in others}
        free = [t for t in others if t.key not in must]
        assert len(free) <= 4
        best = max(likeness(one.version.text, t.version.text) for t in texts if t is not one)
        assert best == max(likeness(one.version.text, t.version.text) for t in others)


@pytest.mark.usefixtures("small")
def test_the_choice_does_not_depend_on_the_order_of_the_collection():
    texts = many(40)
    forward, backward = choosing.chosen_for(texts), choosing.chosen_for(texts[::-1])
    for key, others in forward.items():
        assert {t.key for t in others} == {t.key for t in backward[key]}


@pytest.mark.usefixtures("small")
def test_of_very_many_texts_only_those_that_share_a_rare_word_meet(monkeypatch):
    texts = many(60)
    all_meet = choosing.chosen_for(texts)
    monkeypatch.setattr(choosing, "MANY", 10)
    assert choosing.chosen_for(texts) == all_meet
    monkeypatch.setattr(choosing, "FEW", 0)
    none_meet = choosing.chosen_for(texts)
    assert all({t.owner for t in none_meet[one.key]} <= {"lagen", one.owner} for one in texts)


def test_the_number_of_comparisons_is_bounded(monkeypatch):
    monkeypatch.setattr(choosing, "EVERY", 10)
    monkeypatch.setattr(choosing, "MOST", 60)
    texts = [Wording(f"owner{n}", f"key{n}", t.version) for n, t in enumerate(many(60))]
    assert sum(map(len, choosing.chosen_for(texts).values())) <= 60


@pytest.mark.parametrize("every", [5, 90])
def test_of_many_texts_each_two_are_compared_once_the_way_that_has_a_page(monkeypatch, every):
    monkeypatch.setattr(choosing, "EVERY", every)
    monkeypatch.setattr(free_comparison, "BOTH_WAYS", 5)
    corpus, _ = check(ROOT)
    assert corpus is not None
    pages = {
        (text_of(corpus, pair.old.key), text_of(corpus, pair.new.key)) for pair in kinship.paired(corpus)
    }
    held: dict[tuple[str, str], list] = {}
    for content in free_comparison.files(Builder(corpus)).values():
        one = values(content)
        for other, view in one["mot"].items():
            way = (other, one["id"]) if view[-1] > 1 else (one["id"], other)
            assert held.setdefault(way, view[:-1]) == view[:-1]
            assert (view[-1] & 1 == 1) == (way in pages)
    assert len({frozenset(way) for way in held}) == len(held) > 15
    assert not [way for way in held if way not in pages and way[::-1] in pages]


def text_of(corpus, key):
    return compared.text_of(Builder(corpus), corpus.wordings[key]).id


@pytest.mark.parametrize("name", ["jamfor.js", "jamfor-citat.js", "kopiera.js"])
def test_the_scripts_are_small_and_set_text_as_text(name):
    script = (ROOT / "scripts" / "theme" / "assets" / name).read_text(encoding="utf-8")
    assert len(script.encode()) <= LARGEST_SCRIPT
    for word in (
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "Storage",
        ".style",
    ):
        assert word not in script


def test_each_text_says_whether_it_is_in_force_and_is_cited_without_that():
    corpus, _ = check(ROOT)
    builder = Builder(corpus)
    ends = {
        "lagen/sfs-2010-350": "; okänt om den gäller",
        "lagen/sfs-2007-411": "; upphävd",
        "umearegionen/2019": "; gällande enligt källan 2020",
    }
    for key, end in ends.items():
        text = compared.text_of(builder, corpus.wordings[key])
        assert text.about.endswith(end), key
        assert end not in text.citation
