"""Runs of four words that texts have in common: a quick and strict sign of shared wording."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ramberattelser.comparing import distinct_runs, texts_having

SIZE = 4
"""Words in a row."""


def shared_runs(texts: Sequence[str]) -> Mapping[str, list[int]]:
    """Return for each run of four words that several texts have the places of those, in order."""
    found = texts_having(distinct_runs(text, SIZE) for text in texts)
    return {run: places for run, places in found.items() if len(places) > 1}
