"""Two dates as one span."""

from __future__ import annotations

from dataclasses import replace

from .forms import DateError
from .when import When, between, undated


def span(first: When | None, last: When | None) -> When:
    """One span from two dates kept in two fields (``från``, ``till``); None or undated is open on that side.

    Of a date that is itself a span, its beginning serves as the first and its end as the last. Raises
    :class:`DateError` ("slut före början"), with both texts joined by an en dash.
    """
    written = "–".join(end.written if end else "" for end in (first, last))
    start = first.first if first else None
    end = (last.first if last.kind == "point" else last.last) if last else None
    try:
        when = between(start, end) if start or end else undated()
    except DateError as error:
        raise DateError(written, error.reason) from None
    return replace(when, written=written)
