"""Pages that are new, changed or gone: made sites and hand-written pages against each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ramberattelser.pages import Page, Site


@dataclass(frozen=True, slots=True)
class PageChanges:
    """Lines ``address, title`` of the pages that came, changed and went, and the addresses that are gone."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]

    @property
    def total(self) -> int:
        return len(self.new) + len(self.changed) + len(self.removed)


def changed_pages(
    old: Site, new: Site, old_guides: Mapping[str, str], new_guides: Mapping[str, str]
) -> PageChanges:
    """Compare the pages of two sites by what stands on them, and the hand-written pages by their text."""
    before, after = _contents(old, old_guides), _contents(new, new_guides)
    return PageChanges(
        new=tuple(_line(key, after[key]) for key in after if key not in before),
        changed=tuple(_line(key, after[key]) for key in after if key in before and before[key] != after[key]),
        removed=tuple(_line(key, before[key]) for key in before if key not in after),
    )


Content = tuple[str, str, str, str]


def _contents(site: Site, guides: Mapping[str, str]) -> dict[str, Content]:
    found = {page.path: _content(page) for page in site.pages.values()}
    found |= {f"docs/{uri}": ("handskriven sida", text, "", "") for uri, text in guides.items()}
    return dict(sorted(found.items()))


def _content(page: Page) -> Content:
    return page.title, page.body, page.description, page.linked


def _line(key: str, content: Content) -> str:
    return f"{key}, {content[0]}"
