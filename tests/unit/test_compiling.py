"""Our code for a template writes what Jinja's own does, and stops where Jinja would not have to."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from jinja2 import Environment, StrictUndefined, UndefinedError
from markupsafe import Markup

from ramberattelser.rendering import environment as ours
from ramberattelser.rendering.compiling import written

VALUES: dict[str, Any] = {
    "text": "A & B <i>\"x\"</i> 'y'",
    "plain": "Provköping",
    "html": Markup("<b>fet &amp; röd</b>"),
    "number": 7,
    "part": 0.5,
    "yes": True,
    "nothing": None,
    "many": ["a<b", Markup("<i>c</i>"), 3],
    "thing": SimpleNamespace(
        name="<namn>", of=SimpleNamespace(size=3), call=lambda one, two=2: f"{one}>{two}"
    ),
}
TEMPLATES = (
    "{{ text }}|{{ plain }}|{{ html }}|{{ number }}|{{ part }}|{{ yes }}|{{ nothing }}|{{ many }}",
    "{{ thing.name }} {{ thing.of.size + 1 }} {{ thing.call('&') }} {{ thing.call(number, two=plain) }}",
    "{% for one in many %}{{ loop.index }}{{ one }}{% if not loop.last %}, {% endif %}{% endfor %}",
    "{% macro m(a, b=plain) %}<{{ a }} {{ b }}>{% endmacro %}{{ m(text) }}{{ m(html, 3) }}"
    "{{ m(b=1, a=text) }}",
    "{% macro row(t) %}<p>{{ t }}: {{ caller() }}</p>{% endmacro %}"
    "{% call row(text) %}{{ html }}{% endcall %}",
    "{% macro all(a) %}{{ a }}{{ varargs | join('-') }}{{ kwargs | length }}{% endmacro %}"
    "{{ all(1, '<', x=2) }}",
    "{% macro in(a) %}{{ a }}{% endmacro %}{% macro out(a) %}{{ in(a) ~ '&' }}{% endmacro %}{{ out(text) }}",
    "{% set x %}{{ text }}{% endset %}{{ x }}{{ x | upper }}{{ many | join(', ') }}"
    "{{ text if yes else html }}",
    "{{ range(3) | list }}{{ many | map('string') | list | length }}{{ '<' }}"
    "{{ 'a' ~ text }}{{ (html ~ text) }}",
)


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_template_comes_out_as_with_jinja_itself(template):
    plain = Environment(autoescape=True, undefined=StrictUndefined)
    expected = plain.from_string(template).render(**VALUES)
    assert ours._environment().from_string(template).render(**VALUES) == expected


@pytest.mark.parametrize(
    ("template", "fault"),
    [
        ("{{ lacking }}", UndefinedError),
        ("{{ lacking.name }}", UndefinedError),
        ("{{ lacking() }}", UndefinedError),
        ("{{ thing.lacking }}", AttributeError),
        ("{{ given.name }}", AttributeError),
        ("{% macro m(a) %}{{ a }}{% endmacro %}{{ m() }}", UndefinedError),
        ("{% macro m(a) %}{{ a }}{% endmacro %}{{ m(1, 2) }}", TypeError),
        ("{% macro m(a) %}{{ a }}{% endmacro %}{{ m(1, b=2) }}", TypeError),
    ],
)
def test_what_is_not_there_stops_the_build(template, fault):
    with pytest.raises(fault):
        ours._environment().from_string(template).render(
            **VALUES, given={"name": "en mall läser inga uppslag"}
        )


@pytest.mark.parametrize("mark", ["&", "<", ">", '"', "'"])
def test_each_character_of_html_is_escaped_and_only_once(mark):
    assert mark not in written(f"a{mark}b").replace("&", "", 1) or mark == "&"
    assert written(f"a{mark}b") == Markup.escape(f"a{mark}b")
    assert written(Markup(f"a{mark}b")) == f"a{mark}b"


def test_what_another_writer_compiled_is_not_taken_and_does_not_stay(monkeypatch, tmp_path):
    environment = ours._environment()

    def compiled() -> bool:
        """Whether a new environment compiles the template, and does not find it compiled."""
        written = []
        cache = ours._Compiled(str(tmp_path), "%s.pyc")
        monkeypatch.setattr(cache, "dump_bytecode", lambda one: (written.append(one), dump(cache, one)))
        environment.bytecode_cache = cache
        environment.cache.clear()
        environment.get_template("pages/search.html")
        return bool(written)

    dump = ours._Compiled.dump_bytecode
    assert [compiled(), compiled()] == [True, False]
    monkeypatch.setattr(ours, "_WRITER", "another")
    assert [compiled(), compiled()] == [True, False]
    assert len(list(tmp_path.iterdir())) == 1
