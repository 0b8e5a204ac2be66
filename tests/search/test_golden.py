"""The golden questions, asked of the real client in a browser, one after the other on one page."""

from __future__ import annotations

from collections import Counter
from statistics import mean

import pytest
import yaml

from search.asking import GOLDEN, Answer, Question, ask, questions

pytestmark = pytest.mark.browser

KINDS = 21
PER_KIND = 10
IN_ALL = 1_500
MEAN_RECIPROCAL_RANK = 0.85


@pytest.fixture(scope="module")
def answers(browser, served_site) -> list[tuple[Question, Answer]]:
    """Every question with its answer."""
    context = browser.new_context(locale="sv-SE")
    page = context.new_page()
    page.goto(served_site.url("sok/?q="))
    found = [(question, ask(page, question.query)) for question in questions()]
    context.close()
    return found


def test_the_set_is_large_enough():
    kinds = Counter(question.kind for question in questions())
    assert sum(kinds.values()) >= IN_ALL
    assert len(kinds) >= KINDS
    assert {kind: count for kind, count in kinds.items() if count < PER_KIND} == {}


def test_no_question_stands_twice_under_a_kind():
    """YAML would keep the last one and say nothing."""
    asked: dict[str, int] = {}
    kind, twice = "", []
    for number, line in enumerate(GOLDEN.read_text(encoding="utf-8").splitlines(), 1):
        if line[:1] not in ("", " ", "#"):
            kind = line
        elif line.startswith("  ") and not line.lstrip().startswith("#"):
            (question,) = yaml.load(f"{line.strip()}\n", Loader=yaml.BaseLoader)
            if (before := asked.setdefault(f"{kind}{question}", number)) != number:
                twice.append(f"golden.yml:{number}: {question}: står redan på rad {before} — ta bort den ena")
    assert not twice, "\n".join(twice)


def test_every_page_that_is_asked_for_exists(built_site):
    paths = {wanted.partition("#")[0] for question in questions() for wanted in question.wanted}
    assert {path for path in paths if not (built_site / path.strip("/") / "index.html").is_file()} == set()


def test_every_page_is_among_the_first_ten(answers):
    missing = [
        f"{question.query!r} did not find {wanted} but {[hit.path for hit in answer.hits[:4]]}"
        for question, answer in answers
        for wanted in question.wanted
        if not answer.rank(wanted)
    ]
    assert not missing, "\n".join(missing)


def test_the_page_comes_early(answers):
    ranks = [
        max(1 / (answer.rank(wanted) or 1000) for wanted in question.wanted) for question, answer in answers
    ]
    assert mean(ranks) >= MEAN_RECIPROCAL_RANK


def test_a_hit_shows_the_word_and_says_its_kind(answers):
    by_query = {question.query: answer for question, answer in answers}
    first = by_query["Motala"].hits[0]
    assert "Motala" in first.label + first.text
    assert "träff i ”finansieringstrappa" in by_query["trappa"].hits[0].why
    assert by_query["andamal"].hits[0].why.endswith(("skrivet ”ändamålsparagraf”", "skrivet ”ändamål”"))
    assert "stavat liknande: ”plattform”" in by_query["platform"].hits[0].why
    # Said so that it holds for other names and for words that are only near.
    assert any(hit.why.endswith("sökt även på ”Arbetsförmedlingen”") for hit in by_query["AF"].hits)
    assert "plattform" in by_query["platform"].status
