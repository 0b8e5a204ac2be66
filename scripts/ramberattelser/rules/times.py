"""Validity runs forwards, and one clause has one wording at a time, oldest first.

Dates are uncertain: only what cannot be right whatever the days were is a finding.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from ramberattelser.dates import Bound, When
from ramberattelser.findings import Finding
from ramberattelser.loading import Loaded, Record
from ramberattelser.model import ClauseVersion, Published, Revisions
from ramberattelser.reading import Path
from ramberattelser.rules.known import Known
from ramberattelser.rules.telling import tell

_SHARED = ("begrepp", "kallor", "samtal", "byggstenar", "kedjor", "fragor")
"""The files that every förbund shares and that have no day of their own."""


@dataclass(frozen=True, slots=True)
class _Row:
    """One wording: its first day and its last, as far as they are known."""

    record: Record
    path: Path
    version: ClauseVersion

    @property
    def start(self) -> Bound | None:
        return self.version.validity.start.start

    @property
    def end(self) -> Bound | None:
        end: When | None = self.version.validity.end
        return end.end if end else None


def validity(_: Loaded, known: Known) -> Iterator[Finding]:
    """Every wording ends after it begins; wordings of one owner follow each other."""
    by_owner: dict[str, list[_Row]] = {}
    for record, path, owner, version in known.wordings:
        row = _Row(record, path, version)
        by_owner.setdefault(owner, []).append(row)
        if _before(row.end, row.start):
            start, end = version.validity.start.written, version.validity.end
            here = (*path, "gäller", "till")
            yield tell(record, here, "period_backwards", start=start, end=end.written if end else "")
    for rows in by_owner.values():
        yield from _order(rows)


def _order(rows: Sequence[_Row]) -> Iterator[Finding]:
    """Compare each wording with the nearest before it of which the day in question is known."""
    for number, row in enumerate(rows):
        here = (*row.path, "gäller", "från")
        begun = next((r for r in reversed(rows[:number]) if r.start and r.start.earliest), None)
        ended = next((r for r in reversed(rows[:number]) if r.end and r.end.earliest), None)
        if begun is not None and _before(row.start, begun.start):
            other = begun.version.id
            yield tell(row.record, here, "versions_unordered", given=row.version.id, other=other)
        elif begun is not None and row.start and row.start.exact and row.start == begun.start:
            yield tell(row.record, here, "validity_overlap", other=begun.version.id)
        elif ended is not None and row.start and row.start.latest and not _can_follow(ended.end, row.start):
            yield tell(row.record, here, "validity_overlap", other=ended.version.id)


def _before(first: Bound | None, second: Bound | None) -> bool:
    """True if ``first`` lies before ``second``, whatever the days were."""
    if first is None or second is None or first.latest is None or second.earliest is None:
        return False
    return first.latest < second.earliest


def _can_follow(end: Bound | None, start: Bound) -> bool:
    """True if a wording that begins at ``start`` can come after one that ended at ``end``."""
    return end is None or end.earliest is None or start.latest is None or end.earliest < start.latest


def revisions(loaded: Loaded, known: Known) -> Iterator[Finding]:
    """Changes come after what they change was published, the oldest first."""
    for record, path, entry in _published(loaded, known):
        yield from _in_order(record, path, [entry.published, *_days(entry.revisions)])
    for kind in (kind for kind in _SHARED if kind in loaded.records):
        record = loaded.records[kind]
        # These have no day of their own: the first of them has nothing to come after.
        yield from _in_order(record, (), [date.min, *_days(record.entry.revisions)])


def _days(revisions: Revisions) -> list[date]:
    return [revision.day for revision in revisions]


def _in_order(record: Record, path: Path, days: list[date]) -> Iterator[Finding]:
    for position, (before, day) in enumerate(pairwise(days)):
        if day < before:
            here = (*path, "ändringar", position, "datum")
            yield tell(record, here, "revision_early", given=day.isoformat(), other=before.isoformat())


def _published(loaded: Loaded, known: Known) -> Iterator[tuple[Record, Path, Published]]:
    for kind in ("forbund", "berattelse"):
        for _, record in loaded.of_kind(kind):
            yield record, (), record.entry
    if "nationellt" in loaded.records:
        yield loaded.records["nationellt"], (), loaded.records["nationellt"].entry
    for record, path, _owner, version in known.wordings:
        yield record, path, version


def after_closing(loaded: Loaded, _: Known) -> Iterator[Finding]:
    """Nothing that a förbund was or had begins when it is known to have ended."""
    for _key, record in loaded.of_kind("forbund"):
        entry = record.entry
        closed = entry.existence.period.end if entry.existence else None
        listed = (("faser", entry.phases), ("namn", entry.names), ("medlemmar", entry.members))
        for field, entries in listed if closed else ():
            for position, one in enumerate(entries):
                if _before(closed, one.period.start):
                    here = (field, position, "period")
                    given, end = one.period.written, entry.existence.period.written
                    yield tell(record, here, "after_closing", given=given, end=end)
