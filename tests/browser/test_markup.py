"""Every built file is well formed HTML, in which elements stand right and tables and pictures have names.

The skip link is looked at in test_focus, sideways scroll in test_space, titles in test_documents.
"""

from __future__ import annotations

import re

from browser.page_types import PAGE_TYPES
from markup import Element


def test_every_page_is_well_formed(trees):
    assert {page: found for page, (_, found) in trees.items() if found} == {}


def test_references_between_elements_lead_somewhere(trees):
    """``for``, ``aria-labelledby`` and their like name an id of the same page."""
    wrong = []
    for page, (root, _) in trees.items():
        ids = {e.attrs["id"] for e in root.walk() if "id" in e.attrs}
        for e in root.walk():
            for name in ("for", "aria-labelledby", "aria-describedby", "aria-controls", "headers", "list"):
                wrong += [f"{page}: {name}={one}" for one in e.attrs.get(name, "").split() if one not in ids]
    assert wrong == []


def test_a_perspective_is_told_apart_from_the_heading_that_it_follows(trees):
    """In the heading and in the name of the link to it, which is made of the heading's words."""
    told = [
        (h.words, link.attrs["aria-label"])
        for page, (root, _) in trees.items()
        for h in root.all("h2")
        if re.fullmatch(PAGE_TYPES["berättelse"], page) and any("sub" in e.classes for e in h.walk())
        for link in root.all("a")
        if link.attrs.get("href") == f"#{h.attrs['id']}" and "perma" in link.classes
    ]
    assert told
    assert [
        one for one in told if not all(" – perspektiv: " in " ".join(words.split()) for words in one)
    ] == []


INTERACTIVE = {"a", "button", "select", "textarea", "summary"}
PHRASES_ONLY = {
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "dt",
    "span",
    "em",
    "strong",
    "b",
    "small",
    "summary",
}
BLOCKS = {"p", "div", "ul", "ol", "dl", "table", "section", "article", "aside", "nav", "h1", "h2", "h3", "h4"}
INSIDE = {
    "ul": {"li"},
    "ol": {"li"},
    "dl": {"div", "dt", "dd"},
    "table": {"caption", "thead", "tbody", "tfoot"},
    "tr": {"th", "td"},
}


def test_elements_stand_where_html_lets_them(trees):
    """A check of our own for what a validator would say; docs/beslut/ tells of the run with Nu."""
    wrong = []
    for page, (root, _) in trees.items():
        for e in root.walk():
            children = [child for child in e.children if isinstance(child, Element)]
            if e.tag in PHRASES_ONLY:
                wrong += [f"{page}: <{child.tag}> in <{e.tag}>" for child in children if child.tag in BLOCKS]
            if e.tag in INSIDE:
                wrong += [f"{page}: <{c.tag}> in <{e.tag}>" for c in children if c.tag not in INSIDE[e.tag]]
            if e.tag in INTERACTIVE and "href" in e.attrs | {"href": ""}:
                wrong += [f"{page}: <{i.tag}> in <{e.tag}>" for i in e.walk() if i.tag in INTERACTIVE]
    assert sorted(set(wrong)) == []


def test_every_table_has_a_caption_and_headings_with_scope(trees):
    wrong = []
    for page, (root, _) in trees.items():
        for table in root.all("table"):
            if not any(caption.words for caption in table.all("caption")):
                wrong.append(f"{page}: a table without a caption")
            if not table.all("th"):
                wrong.append(f"{page}: a table without headings")
            wrong += [f"{page}: th {th.words!r}" for th in table.all("th") if "scope" not in th.attrs]
    assert wrong == []


NUMBER = re.compile(r"[−–-]?\d[\d \u00a0\u202f]*(,\d+)?(\s?%)?")


def test_columns_of_numbers_are_set_as_numbers(trees):
    """Figures under each other to the right, with tabular digits; a dash stands for none."""
    wrong, counted = [], 0
    for page, (root, _) in trees.items():
        for table in root.all("table"):
            rows = [[c for c in row.children if isinstance(c, Element)] for row in table.all("tr")]
            for column in zip(*(row for row in rows if len(row) == len(rows[0])), strict=True):
                filled = [cell.shown for cell in column[1:] if cell.shown not in ("", "–")]
                if filled and all(NUMBER.fullmatch(words) for words in filled):
                    counted += 1
                    wrong += [f"{page}: {cell.shown}" for cell in column if "num" not in cell.classes]
    assert counted > 50
    assert wrong == []


def test_every_picture_has_a_name_or_is_hidden_from_readers_of_text(trees):
    wrong = []
    for page, (root, _) in trees.items():
        for svg in root.all("svg"):
            hidden = any(up.attrs.get("aria-hidden") == "true" for up in (svg, *svg.above()))
            named = svg.attrs.get("role") in ("img", "group", "graphics-document") and (
                svg.attrs.get("aria-label") or svg.attrs.get("aria-labelledby")
            )
            if not hidden and not named:
                wrong.append(f"{page}: {svg.attrs}")
        wrong += [f"{page}: img {img.attrs}" for img in root.all("img") if "alt" not in img.attrs]
    assert wrong == []


def test_nothing_moves_plays_or_hurries(trees):
    """2.2.1, 2.2.2, 2.5.7: no media, no refresh, nothing to drag."""
    wrong = []
    for page, (root, _) in trees.items():
        for e in root.walk():
            moving = e.tag in ("video", "audio", "marquee", "blink", "animate", "animateTransform", "set")
            hurrying = e.attrs.get("http-equiv", "").lower() == "refresh"
            if moving or hurrying or "draggable" in e.attrs or "accesskey" in e.attrs:
                wrong.append(f"{page}: <{e.tag}>")
            if int(e.attrs.get("tabindex", "0")) > 0:
                wrong.append(f"{page}: tabindex on <{e.tag}>")
    assert wrong == []


def test_the_heads_of_pages_say_what_the_page_is(trees):
    """Social previews and feeds: text only, and the same as the page's own."""
    for page, (root, _) in trees.items():
        told = {m.attrs["property"]: m.attrs["content"] for m in root.all("meta") if "property" in m.attrs}
        assert {"og:title", "og:description", "og:type", "og:locale"} <= set(told), page
        assert told["og:locale"] == "sv_SE"
        assert "og:image" not in told
        own = next(m.attrs["content"] for m in root.all("meta") if m.attrs.get("name") == "description")
        assert told["og:description"] == own
        feeds = [
            link.attrs["href"]
            for link in root.all("link")
            if "alternate" in link.attrs["rel"].split() and link.attrs["type"] == "application/atom+xml"
        ]
        assert feeds, page
        assert feeds[0].endswith("floden/allt.xml")
