"""Pages that are new, changed or gone, and what no longer can be linked to: made sites and hand-written pages
against each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ramberattelser.pages import Page, Site

_PLACE = re.compile(r'<(?:h[23]|div|li|section)\b[^<>]*? id="(?!h-)([^"]+)"')
"""What bears the id of something in the data: a story's section, a term, a source, an event. Headings of the
page itself (``h-…``) come and go with what stands below them."""
_COMPARISONS = "/andamal/jamfor/"
"""The parts of a comparison are named by their order, and change with any of its words."""
_MOST_PLACES = 5
"""Places of a page that are named; the rest are counted."""


@dataclass(frozen=True, slots=True)
class PageChanges:
    """Lines ``address, title`` of the pages that came, changed and went.

    ``lost`` are those of the pages that went whose address leads nowhere, and ``places`` lines
    ``address#place, …`` of what is gone from a page that stays.
    """

    new: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    lost: tuple[str, ...] = ()
    places: tuple[str, ...] = ()

    @property
    def total(self) -> int:
        """How many pages are new, changed or removed."""
        return len(self.new) + len(self.changed) + len(self.removed)


def changed_pages(
    old: Site,
    new: Site,
    old_guides: Mapping[str, str],
    new_guides: Mapping[str, str],
    moved: Mapping[str, str],
) -> PageChanges:
    """Compare the pages of two sites by what stands on them, and the hand-written pages by their text.

    ``moved`` maps old addresses to those they lead on to in the new site.
    """
    before, after = _contents(old, old_guides), _contents(new, new_guides)
    gone = [key for key in before if key not in after]
    return PageChanges(
        new=tuple(_line(key, after[key]) for key in after if key not in before),
        changed=tuple(_line(key, after[key]) for key in after if key in before and before[key] != after[key]),
        removed=tuple(_line(key, before[key]) + _onward(moved.get(key)) for key in gone),
        lost=tuple(_line(key, before[key]) for key in gone if key not in moved),
        places=tuple(_lost_places(before, after)),
    )


def _onward(address: str | None) -> str:
    return f"; adressen leder vidare till {address}" if address else ""


def _lost_places(before: Mapping[str, Content], after: Mapping[str, Content]) -> Iterator[str]:
    for key, content in before.items():
        if key not in after or key.startswith(_COMPARISONS) or content[1] == after[key][1]:
            continue
        staying = set(_PLACE.findall(after[key][1]))
        lost = [f"#{place}" for place in _PLACE.findall(content[1]) if place not in staying]
        if lost:
            rest = f" och {len(lost) - _MOST_PLACES} till" if len(lost) > _MOST_PLACES else ""
            yield f"{key}{', '.join(lost[:_MOST_PLACES])}{rest}"


Content = tuple[str, str, str, str]


def _contents(site: Site, guides: Mapping[str, str]) -> dict[str, Content]:
    found = {page.path: _content(page) for page in site.pages.values()}
    found |= {f"docs/{uri}": ("handskriven sida", text, "", "") for uri, text in guides.items()}
    return dict(sorted(found.items()))


def _content(page: Page) -> Content:
    return page.title, page.body, page.description, page.linked


def _line(key: str, content: Content) -> str:
    return f"{key}, {content[0]}"
