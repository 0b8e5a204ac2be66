"""The common timeline and each förbund's own."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from ramberattelser.pages.build import Builder
from ramberattelser.pages.model import Page


def pages(builder: Builder) -> Iterator[Page]:
    """Yield ``/tidslinjer/``."""
    yield from ()


def picture_of(builder: Builder, owner: str) -> Markup:
    return Markup("")
