"""The model's border: what a value may be, word for word what is said of it, and nothing English let in."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from corpus_files import cases, example_files
from ramberattelser.checking import check
from ramberattelser.findings import report
from ramberattelser.loading import load_records, places
from ramberattelser.loading.salvaging import salvaged
from ramberattelser.messages import shape
from ramberattelser.model import Association, Clause, Gap, Narrative
from ramberattelser.reading import read_text


@pytest.mark.parametrize("case", cases("values"), ids=str)
def test_a_wrong_value_is_told_whole(case, tmp_path):
    _, findings = check(case.write(tmp_path))
    assert report(findings).split("\n") == list(case.found)


def test_the_example_uses_every_field_of_the_format():
    """So that whatever is tried on the example is tried on all of the format."""
    used = {}
    for file, text in example_files().items():
        _, model = places.kind(file)
        _use(model, (), read_text(text).value, used)
    unused = {model.__name__: set(shape.fields(model)) - names for model, names in used.items()}
    allowed = {
        "Law": {"saknas"},
        "National": {"ändringar"},
        "Narrative": {"ändringar"},
    }
    assert {name: left for name, left in unused.items() if left - allowed.get(name, set())} == {}


def _use(model, path, value, used):
    if isinstance(value, dict):
        inner = shape._model_at(model, path)
        used.setdefault(inner, set()).update(value)
        for name, below in value.items():
            _use(model, (*path, name), below, used)
    elif isinstance(value, list):
        for below in value:
            _use(model, (*path, 0), below, used)


def test_an_english_name_is_an_unknown_field():
    with pytest.raises(ValidationError) as error:
        Gap.model_validate({"what": "x", "källa": "exempel"})
    assert {found["type"] for found in error.value.errors()} == {"missing", "extra_forbidden"}


# --- what is left of a file with faults ----------------------------------------------------


def broken(file, old, new):
    _, model = places.kind(file)
    value = read_text(example_files()[file].replace(old, new)).value
    with pytest.raises(ValidationError) as error:
        model.model_validate(value)
    return model, value, error.value


def test_an_unknown_field_is_put_aside_and_the_rest_is_read():
    model, value, error = broken("clauses/provkoping.yml", "paragraf: 3 §", "paragraf: 3 §\n    paragra: 3 §")
    entry, rest = salvaged(model, value, error)
    assert isinstance(entry, Clause)
    assert "paragra" in value["versioner"][0], "the values that were read stay as they were"
    assert "paragra" not in rest["versioner"][0]


def test_a_field_that_may_be_absent_is_put_aside_with_what_is_in_it():
    model, value, error = broken("narratives/exempelforbundet/forbund.yml", "slag: kommun", "slag: stad")
    entry, _ = salvaged(model, value, error)
    assert isinstance(entry, Association)
    assert entry.members == ()
    assert len(entry.names) == 2


def test_without_a_needed_field_nothing_is_left():
    file = "narratives/exempelforbundet/2020.yml"
    model, value, error = broken(file, "titel:", "titul:")
    assert model is Narrative
    assert salvaged(model, value, error) is None


def test_a_date_written_as_a_group_is_put_aside_whole():
    model, value, error = broken(
        "narratives/exempelforbundet/forbund.yml", "datum: omkring 2030", "datum: {written: omkring 2030}"
    )
    entry, _ = salvaged(model, value, error)
    assert entry.successor is None


def test_references_and_ids_are_gathered_with_their_places(tmp_path):
    from browser.trees import write_tree

    write_tree(tmp_path, example_files())
    parts = load_records(tmp_path).records["berattelse:exempelforbundet/2020"].parts
    assert [str(version) for _, version in parts.versions] == ["exempelforbundet/2015"] * 2
    assert tuple(path for path, _ in parts.versions) == (("ändamål",), ("avsnitt", 0, "stycken", 2, "ur"))
    assert len(parts.sources) == example_files()["narratives/exempelforbundet/2020.yml"].count("källa:")
    prose = {path for path, _ in parts.prose}
    assert ("ingress",) in prose
    assert ("avsnitt", 1, "stycken", 0, "steg", 1, "text") in prose
    assert not any(path[-1] in ("citat", "utdrag") for path in prose)
    assert (parts.repeated, parts.not_text) == ([], [])
