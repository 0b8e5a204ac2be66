"""The pages that ``ramberattelser skriv`` writes, built by the host that the site may move to."""

from __future__ import annotations

import pytest

from bench import other_host
from corpora import site, write_example


@pytest.fixture(scope="module")
def compared(tmp_path_factory) -> other_host.Compared:
    """The pages of the example, written and built by Zensical."""
    folder = tmp_path_factory.mktemp("annan-vard")
    project = write_example(folder / "projekt")
    return other_host.build(folder / "vard", project)


def test_every_page_is_built(compared):
    assert compared.pages == len(site("exempel").pages) > 20
    assert compared.missing == ()


def test_every_link_is_there_in_its_order_and_leads_to_a_page(compared):
    assert compared.links > 500
    assert compared.changed == ()
    assert compared.dead == ()
