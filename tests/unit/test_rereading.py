"""What has been read before gives the same findings at the same places, and the same corpus."""

from __future__ import annotations

from browser.trees import write_tree
from corpus_files import cases, example_files
from ramberattelser import rereading
from ramberattelser.caching import Store
from ramberattelser.checking import check
from ramberattelser.findings import report
from ramberattelser.reading import read_text
from ramberattelser.rereading import parse_with

TABLES = ("reading", "filer", "values", "rules", "prose", "sidor", "fler")


def test_every_finding_has_its_place_when_the_files_have_been_read_before(tmp_path):
    store = Store()
    parse = parse_with(store)
    for at, case in enumerate(case for table in TABLES for case in cases(table)):
        root = case.write(tmp_path / str(at))
        _, findings = check(root)
        assert report(check(root, parse)[1]) == report(findings), str(case)
        assert report(check(root, parse)[1]) == report(findings), str(case)


def test_a_file_that_is_the_same_is_not_parsed_again(tmp_path, monkeypatch):
    write_tree(tmp_path, example_files())
    parse = parse_with(Store())
    corpus, _ = check(tmp_path, parse)
    read: list[str] = []
    monkeypatch.setattr(rereading, "read_text", lambda text: read.append(text) or read_text(text))
    assert check(tmp_path, parse)[0] == corpus is not None
    assert read == []


def test_places_are_found_when_they_are_asked_for():
    text = "a: ett\nlista:\n- två\n- b: tre\n"
    parse = parse_with(Store())
    first, again = parse(text), parse(text)
    assert again.value == first.value
    for path in (("a",), ("lista", 0), ("lista", 1, "b"), ("finns inte",)):
        assert again.mark(path) == first.mark(path) == read_text(text).mark(path)
        assert again.mark(path, key=True) == first.mark(path, key=True)


def test_a_text_with_problems_is_read_each_time():
    parse = parse_with(Store())
    for _ in range(2):
        assert [problem.code for problem in parse("a: 1\na: 2\n").problems] == ["duplicate_key"]


def test_line_ends_of_another_kind_move_no_place():
    parse = parse_with(Store())
    for _ in range(2):
        assert parse("a: ett\r\nb: två\r\n").mark(("b",)) == read_text("a: ett\r\nb: två\r\n").mark(("b",))
