"""How a rule tells what it found."""

from __future__ import annotations

from ramberattelser import messages
from ramberattelser.findings import Finding
from ramberattelser.loading import Record
from ramberattelser.reading import Path


def tell(record: Record, path: Path, code: str, **details: str) -> Finding:
    """Return the finding ``code`` about what stands at ``path`` in the record's file."""
    return messages.finding(record.file, record.document, path, code, **details)
