"""The groups of bad input: each has its cases, and each case is tried through the command, as by a writer."""

from __future__ import annotations

import time
from collections import Counter

import pytest

from corpus_files import all_cases, cases, groups, others
from markup import parse_leniently
from ramberattelser.cautions import caution
from ramberattelser.checking import check
from ramberattelser.commands import main
from ramberattelser.loading import load_records
from ramberattelser.pages import make_site
from ramberattelser.verbs.kontrollera import known_in
from unit.test_reading import FILE_CASES

GROUPS = 65
FOUND = {str(case): case for case in [*all_cases(), *others("omdirigeringar")]}
WARNED = {str(case): case for case in others("varningar")}
SHOWN = {str(case): case for case in others("visas")}
SECONDS = 2.0

LISTED = {name for group in groups() for name in group["cases"]}


def test_there_is_one_group_for_each_number():
    assert [group["number"] for group in groups()] == list(range(1, GROUPS + 1))
    assert len({group["name"] for group in groups()}) == GROUPS


@pytest.mark.parametrize("group", groups(), ids=lambda group: f"{group['number']:02}")
def test_every_group_has_cases_and_every_case_exists(group):
    assert group["cases"], group["name"]
    assert [n for n in group["cases"] if n not in {*FOUND, *WARNED, *SHOWN, *FILE_CASES}] == []
    assert [name for name, times in Counter(group["cases"]).items() if times > 1] == []


def test_no_case_of_what_is_shown_or_warned_of_stands_outside_the_groups():
    assert {*WARNED, *SHOWN, *(str(case) for case in others("omdirigeringar"))} - LISTED == set()


@pytest.mark.parametrize("name", sorted(FOUND.keys() & LISTED))
def test_bad_input_ends_with_one_and_every_place_and_sentence(name, tmp_path, capsys):
    _ends_with_one(FOUND[name], tmp_path, capsys)


def _ends_with_one(case, tmp_path, capsys):
    folder = case.write(tmp_path)
    before = _files(folder)
    started = time.process_time()
    assert main(["--rot", str(folder), "kontrollera"]) == 1
    assert time.process_time() - started < SECONDS
    printed = capsys.readouterr()
    findings = printed.err.split("\n\n")[0].split("\n")
    assert [line for line in findings if ": varning: " not in line] == list(case.found)
    assert printed.out == ""
    assert _files(folder) == before


@pytest.mark.parametrize("name", sorted(WARNED))
def test_what_nobody_can_be_sure_of_ends_with_zero_and_its_warning(name, tmp_path):
    case = WARNED[name]
    folder = case.write(tmp_path)
    assert main(["--rot", str(folder), "kontrollera"]) == 0
    corpus, findings = check(folder)
    assert findings == []
    assert corpus is not None
    told = caution(load_records(folder).records.values(), {}, known_in(make_site(corpus), {}))
    assert [str(one) for one in told] == list(case.cautions)


@pytest.mark.parametrize("name", sorted(SHOWN))
def test_what_only_looks_wrong_stands_on_its_page_to_the_letter(name, tmp_path):
    case = SHOWN[name]
    folder = case.write(tmp_path)
    assert main(["--rot", str(folder), "kontrollera"]) == 0
    corpus, _ = check(folder)
    assert corpus is not None
    site = make_site(corpus)
    pages = {page.path: page.body for page in site.pages.values()}
    for place, words in case.shown.items():
        assert words in (_text(pages[place]) if place in pages else site.files[place])


def _text(html: str) -> str:
    return " ".join(parse_leniently(html)[0].text.replace("\u00a0", " ").replace("\u202f", " ").split())


def _files(folder):
    return {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.mark.parametrize("case", cases("fler"), ids=str)
def test_a_further_bad_file_ends_with_one_and_its_place_and_sentence(case, tmp_path, capsys):
    _ends_with_one(case, tmp_path, capsys)


def test_there_are_many_further_bad_files():
    assert len(cases("fler")) > 60
