"""How a table words the beginning and the end of an item, in Swedish."""

from __future__ import annotations

from dataclasses import replace

from ramberattelser.dates import Moment, moment_words

from .items import Item

MISSING = "saknas"
POINT = "–"
UNDATED = "odaterat"


def start_text(item: Item) -> str:
    """When it begins: "1 juli 1994", "under 1993", "1998, osäkert", "odaterat inom 90-talet", "saknas"."""
    when = item.when
    if when.kind == "undated":
        return UNDATED
    if when.first is None:
        return MISSING
    if when.kind == "point" and item.kind == "event":
        return when.swedish()
    return _within(when.first) if when.kind == "point" else _worded(when.first)


def end_text(item: Item) -> str:
    """When it ends; "–" for an event at one time, "saknas" where the source gives no end."""
    when = item.when
    if item.kind == "event" and when.kind != "span":
        return POINT
    if when.kind == "undated":
        return UNDATED
    if when.kind == "span":
        return _worded(when.last) if when.last else MISSING
    # "senast 2006" of an organisation or a member says when it had begun, not that it ended.
    if item.kind in ("existence", "member") or when.first is None:
        return MISSING
    return _within(when.first)


def _within(moment: Moment) -> str:
    """Of a single unit that holds both beginning and end."""
    words = _worded(moment)
    return f"{UNDATED} inom {moment.word}" if words == f"under {moment.word}" else words


def _worded(moment: Moment) -> str:
    if moment.doubtful:
        return f"{moment_words(replace(moment, doubtful=False))}, osäkert"
    words = moment_words(moment)
    plain = not (moment.circa or moment.limit)
    return f"under {words}" if plain and moment.precision in ("month", "year", "decade") else words
