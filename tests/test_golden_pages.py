"""One page of each kind, of the made-up example, is as it was when someone last read it.

A change that is meant is written with ``PYTHONPATH=scripts:tests python -m golden.pages`` and read as a diff.
"""

from __future__ import annotations

import pytest

from browser.page_types import kinds_of
from golden.pages import FOLDER, KINDS, file_of, written
from golden.pretty import pretty
from markup import parse


@pytest.mark.parametrize("kind", KINDS)
def test_page_is_as_it_was_last_read(kind):
    assert written(kind) == file_of(kind).read_text(encoding="utf-8")


def test_there_is_a_golden_file_for_every_kind_and_no_other():
    assert {file.stem for file in FOLDER.glob("*.html")} == set(KINDS)
    assert len({kinds_of(path.lstrip("/"))[0] for path in KINDS.values()}) >= len(KINDS) - 1


def test_the_golden_form_shows_every_difference_a_reader_could_see():
    page = '<section class="a"><h2 id="x">En 1&nbsp;§</h2><p>Ord <em>och</em>  ord.</p></section>'
    told = pretty(parse(page))
    assert told == (
        '<section class="a">\n  <h2 id="x">En 1&nbsp;§</h2>\n  <p>Ord <em>och</em> ord.</p>\n</section>\n'
    )
    for other in ("1 §", "Ord<em>", 'id="y"', "<b>och</b>", "Ord,"):
        assert other not in told
    for old, new in (
        ("&nbsp;", " "),
        ("Ord <em>", "Ord<em>"),
        ('"x"', '"y"'),
        ("em>", "b>"),
        ("ord.", "ord"),
    ):
        assert pretty(parse(page.replace(old, new))) != told
