"""The pages that ``ramberattelser skriv`` writes, built by the host that the site may move to."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench import other_host
from corpora import GUIDES, ROOT, site, write_example


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """Where the example lies, and what was made of it; with the project's own statement."""
    base = tmp_path_factory.mktemp("annan-vard")
    project = write_example(base / "projekt")
    (project / "docs/om/tillganglighet.md").unlink()
    statement = (ROOT / "docs/om/tillganglighet.yml").read_bytes()
    (project / "docs/om/tillganglighet.yml").write_bytes(statement)
    for name in ("bidra/format.md", "om/jamforelsen.md"):
        # The pages of the data lead to these too.
        (project / "docs" / name).write_bytes((ROOT / "docs" / name).read_bytes())
    with (project / "docs/bidra/index.md").open("a", encoding="utf-8") as guide:
        guide.write(LED)
    (project / "docs/bidra/steg").mkdir()
    (project / "docs/bidra/steg/lank.png").write_bytes((ROOT / "docs/bidra/steg/lank.png").read_bytes())
    return base


LED = """
## Andra {: #andra-en-sida }

[Data](../om/data.md), [mer](/om/#mer) och `[kod](/ingenstans/)`.

![En bild](steg/lank.png)

```
[kod](/ingenstans/)
```

## Paragraf {: #andamal }

Ord.

## Berättelse {: #berattelse }

Se [formatet].

[formatet]: format.md#forbund
"""
"""What the pages of the data lead to in the project's own guide, and links of each kind."""


@pytest.fixture(scope="module")
def compared(folder) -> other_host.Compared:
    """The pages of the example, written and built by Zensical."""
    return other_host.build(folder / "vard", folder / "projekt")


def test_every_page_is_built(compared):
    by_hand = len(GUIDES) + 2
    assert compared.pages == len(site("exempel").pages) + by_hand > 20
    assert compared.missing == ()


def test_every_link_is_there_in_its_order_and_leads_to_a_page(compared):
    assert compared.links > 500
    assert compared.changed == ()
    assert compared.dead == ()


@pytest.mark.usefixtures("compared")
@pytest.mark.parametrize(
    "left_out",
    ["om/data/index.html", "om/tillganglighet/index.html", "data/lydelser.csv", "bidra/steg/lank.png"],
)
def test_what_is_left_out_is_missed_by_the_links_to_it(folder, left_out):
    built = folder / "vard/site" / left_out
    aside = built.rename(folder / "undan")
    try:
        found = other_host.compare(folder / "vard/docs", folder / "vard/site")
    finally:
        aside.rename(built)
    assert found.missing == ((left_out.replace(".html", ".md"),) if left_out.endswith(".html") else ())
    assert found.dead


@pytest.mark.usefixtures("compared")
def test_an_anchor_that_is_not_there_is_told(folder):
    page = folder / "vard/site/bidra/index.html"
    before = page.read_text(encoding="utf-8")
    page.write_text(before.replace('id="andamal"', 'id="annat"'), encoding="utf-8")
    try:
        found = other_host.compare(folder / "vard/docs", folder / "vard/site")
    finally:
        page.write_text(before, encoding="utf-8")
    assert {link.rpartition("/")[2] for link in found.dead} == {"#andamal"}
