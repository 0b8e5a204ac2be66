"""The nearest name to a misspelt one, and how that is said."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from ramberattelser.model import slugify


def closest(given: str, known: Sequence[str]) -> str | None:
    """Return the name among ``known`` that ``given`` is most like, if it is like any."""
    return _closest(given, tuple(known))


@lru_cache(maxsize=1000)
def _closest(given: str, known: tuple[str, ...]) -> str | None:
    import difflib  # takes long to load, and only a mistake needs it

    found = difflib.get_close_matches(given[:200].lower(), known, n=1, cutoff=0.6)
    return found[0] if found else None


def nearest(given: str, known: Sequence[str], noun: str) -> str:
    """Return the advice "did you mean", or the list of what there is to choose from; ``noun`` names it."""
    found = closest(given, known) or closest(slugify(given), known)
    if found is not None:
        return f"menade du ”{found}”?"
    if len(known) <= 24:
        nothing = "ta bort det" if noun == "fält" else "ta bort hänvisningen"
        return f"{noun} som finns här: {', '.join(known)}" if known else nothing
    return "kontrollera stavningen"
