"""What keeps a build linear and its pages light, as structure: nothing here looks at a clock."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest

import builds
from bench import corpus as bench
from bench.edits import EDITS, edit
from builds import run
from ramberattelser import caching, coding, comparisons, wishes
from ramberattelser.caching import Store
from ramberattelser.checking import check
from ramberattelser.kinship import nearness
from ramberattelser.pages import (
    Site,
    answering,
    build_site,
    choosing,
    clauses,
    free_comparison,
    make_site,
    timelines,
)
from ramberattelser.searching import indexing
from taking import Written, texts_of, written

FEW, MANY = 12, 24
LIMITS = (
    (answering, "MOST_OTHERS", 4),
    (coding, "MOST_NAMED", 4),
    (comparisons, "EVERY", 20),
    (comparisons, "CLOSEST", 2),
    (choosing, "EVERY", 20),
    (free_comparison, "BOTH_WAYS", 20),
    (choosing, "CLOSEST", 2),
    (nearness, "MANY", 20),
    (clauses, "MOST_COLUMNS", 8),
    (timelines, "MOST_LANES", 8),
)
"""What a page shows at most, small enough to be reached by the corpora of these tests."""
OWN_PAGES = re.compile(r"/(?:berattelser|andamal|forbund)/(?:jamfor/)?provforbundet-")
"""Pages of one förbund, as apart from lists of all."""
STORY_BYTES = 50_000
STORY = "narratives/provforbundet-003/2020.yml"


@dataclass(frozen=True)
class Built:
    """A site, and how many comparisons it took."""

    site: Site
    compared: int
    kept: int

    def own(self) -> list[tuple[str, str]]:
        """Return path and body of every page of one made-up förbund."""
        return [(p.path, p.body) for p in self.site.pages.values() if OWN_PAGES.match(p.path)]


@pytest.fixture(scope="module")
def projects(tmp_path_factory) -> dict[int, Path]:
    base = tmp_path_factory.mktemp("storlekar")
    return {count: bench.write(base / str(count), count) for count in (FEW, MANY)}


@pytest.fixture(scope="module")
def built(projects) -> Iterator[dict[int, Built]]:
    with pytest.MonkeyPatch.context() as patch:
        for module, name, value in LIMITS:
            patch.setattr(module, name, value)
        found = {}
        for count, folder in projects.items():
            whole, findings = check(folder)
            assert whole is not None, findings
            comparisons._compared.cache_clear()
            store = Store()
            site = make_site(whole, store=store)
            found[count] = Built(site, comparisons._compared.cache_info().misses, store.made)
        yield found


def test_the_generator_gives_the_same_files_for_the_same_seed():
    assert bench.files(3, seed=7) == bench.files(3, seed=7)
    assert bench.files(3, seed=7) != bench.files(3, seed=8)


def test_a_generated_förbund_does_not_change_when_more_are_made():
    few, more = bench.files(3), bench.files(5)
    assert {path: text for path, text in more.items() if path in few} == few


def test_twice_the_förbund_take_at_most_about_twice_the_comparisons(built):
    few, many = built[FEW], built[MANY]
    assert few.compared > 100
    assert many.compared <= 2.1 * few.compared
    assert many.kept <= 2.1 * few.kept


def test_a_page_of_one_förbund_does_not_grow_with_the_collection(built):
    def mean(site: Built) -> float:
        bodies = [len(body) for _, body in site.own()]
        return sum(bodies) / len(bodies)

    assert mean(built[MANY]) <= 1.05 * mean(built[FEW])


def test_no_page_of_one_förbund_leads_to_all_the_others(built):
    for path, body in built[MANY].own():
        named = set(re.findall(r'href="[^"]*provforbundet-(\d+)', body))
        assert len(named) < MANY, path


def test_a_story_is_light(built):
    stories = [body for path, body in built[MANY].own() if path.startswith("/berattelser/")]
    assert len(stories) == MANY
    assert max(len(body.encode()) for body in stories) <= STORY_BYTES


def test_a_matrix_too_wide_to_read_gives_way_to_counts(built):
    body = built[MANY].site.pages["andamal/index.md"].body
    assert '<th scope="col" class="num">Texter</th>' in body
    assert 'class="matrix"' not in body


def test_a_picture_of_too_many_lanes_gives_way_to_links(built):
    body = built[MANY].site.pages["tidslinjer/index.md"].body
    assert "blir en gemensam bild för stor att läsa" in body
    assert len(set(re.findall(r'href="\.\./forbund/(provforbundet-\d+)/', body))) == MANY


# --- kept from one build to the next ------------------------------------------------------


def contents(folder: Path, before: Written | None = None) -> Written:
    site, findings = build_site(folder)
    assert site is not None, findings
    return written(site, before)


def broken(folder: Path) -> None:
    """Try to build while a story has a fault, as happens to those who write, and mend it."""
    path = folder / STORY
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("ingress:", "ingres:", 1), encoding="utf-8")
    site, findings = build_site(folder)
    assert site is None
    assert "ingres" in str(findings[0])
    path.write_text(text, encoding="utf-8")


def test_a_process_that_builds_again_makes_little_anew_also_after_a_fault(tmp_path, monkeypatch):
    monkeypatch.setenv(wishes.AGAIN, "1")
    monkeypatch.setattr(caching, "_last", {})
    monkeypatch.setattr(caching, "FEWEST", 1)
    folder = bench.write(tmp_path / "projekt", FEW)
    build_site(folder)
    on_disk = (folder / ".cache" / "sidor").read_bytes()
    broken(folder)
    path = folder / STORY
    path.write_text(path.read_text("utf-8").replace("ingress: |\n", "ingress: |\n  Ny.\n", 1), "utf-8")
    build_site(folder)
    (last,) = caching._last.values()
    assert 0 < last.made < 60
    # What is at hand need not be written each time, only when the process ends.
    assert (folder / ".cache" / "sidor").read_bytes() == on_disk
    caching._save_last()
    assert (folder / ".cache" / "sidor").read_bytes() != on_disk
    monkeypatch.setattr(caching, "_last", {})
    build_site(folder)
    (fresh,) = caching._last.values()
    assert fresh.made == 0


@pytest.mark.parametrize("again", ["", "1"], ids=["own process", "same process"])
def test_a_site_made_with_what_was_kept_is_the_same_as_one_made_anew(tmp_path, monkeypatch, again):
    monkeypatch.setenv(wishes.AGAIN, again)
    monkeypatch.setattr(caching, "_last", {})
    monkeypatch.setattr(indexing, "DOCUMENTS", 7)
    folder = bench.write(tmp_path / "projekt", FEW)
    monkeypatch.setattr(caching, "FEWEST", 1)
    for module, name, value in LIMITS:
        monkeypatch.setattr(module, name, value)
    before = contents(folder)
    assert (folder / ".cache" / "sidor").is_file()
    random = Random(5)
    for kind in random.sample(sorted(EDITS), len(EDITS)):
        edit(folder, kind, random.randint(100, 999), f"provforbundet-{random.randint(1, FEW):03}")
        if again:
            broken(folder)
        warm = contents(folder, before)
        with monkeypatch.context() as patch:
            patch.setenv(wishes.WITHOUT_CACHE, "1")
            assert texts_of(contents(folder)) == texts_of(warm)
        before = warm


def test_a_built_site_is_taken_over_file_by_file_and_only_where_it_is_as_it_was_written(tmp_path):
    folder = bench.write(tmp_path / "projekt", MANY)
    site = folder / "site"
    assert run(folder, "bygg").returncode == 0
    before = {name: (site / name).stat().st_ino for name in builds.contents(site)}
    path = folder / STORY
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("ingress: |\n", "ingress: |\n  En ändring.\n", 1), encoding="utf-8")
    mended = ("index.html", "andamal/index.html", "forbund/provforbundet-001/index.html")
    (site / mended[0]).write_text("<script>någon annans</script>", encoding="utf-8")
    (site / mended[1]).unlink()
    (site / mended[2]).unlink()
    (site / mended[2]).symlink_to(site / "404.html")
    assert run(folder, "bygg").returncode == 0
    assert run(folder, "bygg", "--utan-cache", "--till", "kall").returncode == 0
    assert builds.contents(site) == builds.contents(folder / "kall")
    taken = {name for name, number in before.items() if (site / name).lstat().st_ino == number}
    assert len(taken) > len(before) * 0.7
    assert not {*mended, "berattelser/provforbundet-003/2020/index.html"} & taken
    assert not (site / mended[2]).is_symlink()


LITTLE = {
    "story": 15, "event": 20, "text": 130, "new source": 15, "term": 100, "nation": 20, "wording": 270,
    "codebook": 90, "chain": 90, "law": 20,
}  # fmt: skip
"""Kind of edit → how much is made anew at most."""


@pytest.mark.parametrize("kind", LITTLE)
def test_an_edit_makes_little_anew(tmp_path, monkeypatch, kind):
    """Of some thousand kept values (pages, comparisons, sections), those that the edit has to do with."""
    folder = bench.write(tmp_path / "projekt", FEW)
    for module, name, value in LIMITS:
        monkeypatch.setattr(module, name, value)
    store = Store()
    for turn in range(2):
        whole, findings = check(folder)
        assert whole is not None, findings
        before = store.made
        make_site(whole, store=store)
        if turn == 0:
            assert store.made > 800
            edit(folder, kind, 100)
    assert 0 < store.made - before <= LITTLE[kind]
