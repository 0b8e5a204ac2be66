"""Every code has a sentence and is used, every sentence is Swedish, every finding is one line."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from corpus_files import all_cases
from ramberattelser import messages
from ramberattelser.findings import Finding, report
from ramberattelser.loading.places import SINGLE
from ramberattelser.messages.sentences import SENTENCES
from ramberattelser.model import Association, Clause, Narrative
from ramberattelser.reading import Document, Mark, Problem
from unit.test_guides import REFUSED
from unit.test_reading import FILE_CASES

MODELS = [Association, Clause, Narrative, *(model for _, model in SINGLE.values())]

# What pydantic raises for each kind of schema that the models use, given values that are text, list or dict.
RAISED_BY = {
    "model": {"model_type"},
    "model-fields": {"extra_forbidden"},
    "tuple": {"tuple_type"},
    "str": {"string_type"},
    "literal": {"literal_error"},
    # These wrap others, or are reached only with a value that our own validator has made.
    "bool": set(),
    "dataclass": set(),
    "date": set(),
    "default": set(),
    "definition-ref": set(),
    "definitions": set(),
    "function-after": set(),
    "function-before": set(),
    "function-plain": set(),
    "nullable": set(),
}
RAISED_BY_CONSTRAINT = {
    "min_length": "too_short",
    "max_length": "string_too_long",
    "pattern": "string_pattern_mismatch",
}


def told(line: str) -> set[str]:
    """Return the codes whose sentence a printed line can be."""
    return {code for code, pattern in PATTERNS.items() if pattern.search(line)}


OTHERS = r"(?: \(och på \d+ ställen till\))?"
"""What a sentence has in it where one mistake shows in many places."""


def _pattern(what: str, how: str) -> re.Pattern[str]:
    text = re.escape(f"{what} — {how}").replace(re.escape("{{"), r"\{").replace(re.escape("}}"), r"\}")
    text = text.replace(re.escape(" — "), OTHERS + re.escape(" — "))
    return re.compile(": " + re.sub(r"\\\{\w+\\\}", ".*", text) + r"\Z")


PATTERNS = {code: _pattern(*sentence) for code, sentence in SENTENCES.items()}


def test_every_sentence_is_used_by_a_case():
    lines = [line for case in all_cases() for line in case.found] + list(FILE_CASES.values())
    lines += [f": {sentence}" for _, sentence in REFUSED.values()]
    assert set().union(*(told(line) for line in lines)) == messages.codes()


def test_every_case_is_named_by_the_rule_it_breaks():
    for case in all_cases():
        assert any(case.rule in told(line) for line in case.found), case


def test_cases_have_names_of_their_own():
    names = [str(case) for case in all_cases()]
    assert sorted(names) == sorted(set(names))


def test_every_error_of_the_models_is_raised_by_a_case(tmp_path, monkeypatch):
    """So each has its sentence: a new kind of field, or a new constraint, asks for a case here."""
    from ramberattelser import loading

    raised: set[str] = set()
    really = messages.from_pydantic

    def record(file, document, model, errors, **rest):
        raised.update(error["type"] for error in errors)
        return really(file, document, model, errors, **rest)

    monkeypatch.setattr(loading.messages, "from_pydantic", record)
    for number, case in enumerate(all_cases()):
        loading.load_records(case.write(tmp_path / str(number)))
    assert _reachable() - raised == set()


def _reachable() -> set[str]:
    found = {"missing"} | _own_codes()
    for model in MODELS:
        for schema in _schemas(model.__pydantic_core_schema__):
            found |= RAISED_BY[schema["type"]]
            found |= {code for key, code in RAISED_BY_CONSTRAINT.items() if schema.get(key) is not None}
    return found


def _schemas(schema):
    """Every schema inside one, but not the parts of a date or a reference: text never gets that far."""
    if isinstance(schema, list | tuple):
        for inner in schema:
            yield from _schemas(inner)
    elif isinstance(schema, dict):
        if (
            isinstance(schema.get("type"), str)
            and "-field" not in schema["type"][-6:]
            and schema["type"] != "no-info"
        ):
            yield schema
        cls = getattr(schema.get("cls"), "__name__", "")
        if schema.get("type") != "dataclass" and cls not in ("SourceRef", "VersionRef"):
            keys = ("schema", "fields", "items_schema", "definitions")
            for key in keys:
                inner = schema.get(key)
                yield from _schemas(
                    list(inner.values()) if key == "fields" and isinstance(inner, dict) else inner
                )


def _own_codes() -> set[str]:
    """The first argument of every PydanticCustomError in the model."""
    import ramberattelser.model

    trees = [
        ast.parse(path.read_text(encoding="utf-8"))
        for path in Path(ramberattelser.model.__file__).parent.glob("*.py")
    ]
    calls = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return {c.args[0].value for c in calls if getattr(c.func, "id", "") == "PydanticCustomError"}


@pytest.mark.parametrize(
    "value", [None, "", "x", "x\ny", [], ["x"], [None], {}, {"a": "b"}, [{}], [[]], "ja", "2019"]
)
@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_any_value_in_any_field_gets_a_swedish_sentence(model, value):
    """Also inside lists of groups: each field is given each shape of value."""
    for data in _filled(model, value, 3):
        try:
            model.model_validate(data)
        except ValidationError as error:
            found = messages.from_pydantic("a.yml", Document(), model, error.errors(include_url=False))
            for finding in found:
                assert told(str(finding)), finding
                assert not ENGLISH.search(f"{finding.what} {finding.how}"), finding


def _filled(model, value, depth):
    """Data for ``model`` with ``value`` in every field, or in every field of each group in it."""
    from ramberattelser.messages import shape

    names = shape.field_names(model, ())
    yield dict.fromkeys(names, value)
    for name in names:
        inner = shape._model_at(model, (name,))
        if inner is not None and depth:
            for data in _filled(inner, value, depth - 1):
                yield {name: [data] if shape.at(model, (name,)) == "list" else data}


ENGLISH = re.compile(
    r"pydantic|\b(the|should|must|input|valid|value|field|error|string|expected|required)\b", re.IGNORECASE
)


def test_no_sentence_is_english():
    for code, (what, how) in SENTENCES.items():
        assert not ENGLISH.search(re.sub(r"\{\w+\}", "", f"{what} {how}")), code


def test_a_sentence_starts_small_and_has_no_full_stop():
    """Two halves of one line: ``vad — hur``."""
    for code, (what, how) in SENTENCES.items():
        for half in (what, how):
            assert not half.endswith("."), code
            assert half[0] == half[0].lower(), code
            assert "—" not in half, code


# --- printing ------------------------------------------------------------------------------


def test_a_finding_is_printed_as_place_field_what_and_how():
    finding = Finding("clauses/a.yml", 3, 7, "versioner 1, id", "det är fel", "rätta det")
    assert str(finding) == "clauses/a.yml:3:7: versioner 1, id: det är fel — rätta det"


def test_findings_are_told_once_by_file_line_and_column():
    a, b, c = (Finding(*place, "f", "w", "h") for place in (("a", 2, 1), ("a", 10, 1), ("b", 1, 1)))
    assert report([c, b, a, b]) == f"{a}\n{b}\n{c}"


@given(st.text(st.characters(categories=("L", "N", "P", "Z", "Cc", "Cf", "Cs"))))
def test_a_finding_is_one_line_that_any_terminal_takes(text):
    problem = Problem("tag", Mark(1, 1), (text, 0), {"given": text})
    line = str(messages.from_problem(text, problem))
    assert len(line.splitlines()) == 1
    assert line.encode("utf-8")
    assert "\x1b" not in line


def test_long_words_are_cut_and_not_repeated_whole():
    what, _ = messages.wording("duplicate_key", given="x" * 10_000, first="1")
    assert what == f"fältet ”{'x' * 59}…” står två gånger, först på rad 1"
    assert len(messages.field_name(("y" * 10_000,))) == 60


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ((), "filen"),
        (("titel",), "titel"),
        (("avsnitt", 1, "stycken", 0, "text"), "avsnitt 2, stycken 1, text"),
        ((0, "a"), "rad 1, a"),
    ],
)
def test_a_path_is_worded_as_people_count(path, name):
    assert messages.field_name(path) == name


@pytest.mark.parametrize(
    ("given", "known", "advice"),
    [
        ("titl", ["titel", "text"], "menade du ”titel”?"),
        ("TITEL", ["titel"], "menade du ”titel”?"),
        ("zzz", ["titel", "text"], "fält som finns här: titel, text"),
        ("zzz", [], "ta bort det"),
        ("zzz", [f"namn-{n}" for n in range(25)], "kontrollera stavningen"),
    ],
)
def test_the_nearest_name_is_proposed(given, known, advice):
    assert messages.nearest(given, known, "fält") == advice


def test_where_there_is_nothing_to_choose_from_the_advice_agrees_with_what_was_named():
    assert messages.nearest("zzz", [], "berättelser") == "ta bort hänvisningen"
