"""One comparison as one line of JSON: for programs that read segments and draw their own picture."""

from __future__ import annotations

import json

from .engine import compare


def compare_line(line: str) -> str:
    """Compare the texts of `{"id", "old", "new"}` and give `{"id", "segments": [{"op", "old", "new"}]}`.

    Offsets count Python characters (code points). The segments are those of `Comparison.link_segments`:
    as linked, without any tidying for the eye. Raises ValueError, with a Swedish message, for a line that
    is something else, and for one without "id": nobody could tell whose the answer is.
    """
    try:
        asked = json.loads(line.removeprefix("\ufeff"), parse_constant=_no_number)
    except json.JSONDecodeError as error:
        raise ValueError(f"raden är inte JSON: det tar stopp vid tecken {error.pos + 1}") from None
    except (ValueError, RecursionError):
        raise ValueError("raden är inte JSON som går att läsa") from None
    if not isinstance(asked, dict) or not all(isinstance(asked.get(name), str) for name in ("old", "new")):
        raise ValueError('raden ska vara ett objekt med texterna "old" och "new"')
    if "id" not in asked:
        raise ValueError('raden saknar "id"')
    comparison = compare(asked["old"], asked["new"])
    segments = [
        {"op": s.op, "old": list(s.old) if s.old else None, "new": list(s.new) if s.new else None}
        for s in comparison.link_segments
    ]
    try:
        return json.dumps({"id": asked["id"], "segments": segments}, allow_nan=False)
    except ValueError:  # 1e999 is JSON, and to Python infinity
        raise ValueError('"id" har ett tal som är för stort') from None


def _no_number(name: str) -> None:
    """Refuse NaN and Infinity, which are no JSON: as an id they would make the answer unreadable too."""
    raise ValueError(name)
