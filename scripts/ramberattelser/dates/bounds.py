"""The days between which something can have happened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Bound:
    """The first and the last day on which something can have happened; None is unbounded or unknown."""

    earliest: date | None
    latest: date | None

    @property
    def exact(self) -> bool:
        """True when the day itself is known."""
        return self.earliest is not None and self.earliest == self.latest


UNKNOWN = Bound(None, None)
