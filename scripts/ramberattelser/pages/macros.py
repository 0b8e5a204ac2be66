"""The macros that hand-written pages in ``docs/`` may call, each from text arguments to HTML."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from markupsafe import Markup

from ramberattelser import coding, comparisons, offline
from ramberattelser.model import VersionRef
from ramberattelser.pages.build import Builder
from ramberattelser.pages.timelines import picture_of
from ramberattelser.rendering import diff_view

Macro = Callable[..., Markup]


def macros(builder: Builder, zipped: bool = False) -> Mapping[str, Macro]:
    """Return name → macro. A macro raises ``KeyError`` with what it was asked for and does not know."""
    corpus, renderer = builder.corpus, builder.renderer

    def tidslinje(owner: str) -> Markup:
        """The picture of one förbund's phases and events."""
        if owner not in corpus.associations:
            raise KeyError(owner)
        return picture_of(builder, owner)

    def paragraf(key: str) -> Markup:
        """One wording with its coding."""
        wording = corpus.wordings[key]
        if not wording.version.collected:
            raise KeyError(key)
        return renderer.macro(
            "clause",
            "document",
            wording.version,
            wording.name,
            coding.stanzas(wording.version),
            coding.letters(wording.version),
            *coding.others(corpus, wording),
        )

    def jamfor(old: str, new: str) -> Markup:
        """A comparison of two wordings in running text."""
        pair = [
            corpus.wording(VersionRef(owner=o, version=v))
            for o, _, v in (key.partition("/") for key in (old, new))
        ]
        return renderer.macro("diff", "inline", diff_view.view(comparisons.comparison(pair[0], pair[1])))

    def webbplatsen() -> Markup:
        """Where the whole site is as one file, or how it is made where it is not."""
        return renderer.macro("bits", "whole_site", f"/{offline.NAME}" if zipped else "")

    return {"tidslinje": tidslinje, "paragraf": paragraf, "jamfor": jamfor, "webbplatsen": webbplatsen}
