"""Rules that hold across files. Each is a function from the records and the known names to findings."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ramberattelser.findings import Finding
from ramberattelser.loading import Loaded
from ramberattelser.rules import lineage, references, times, words
from ramberattelser.rules.known import Known

__all__ = ["Known", "check"]

_RULES: tuple[Callable[[Loaded, Known], Iterator[Finding]], ...] = (
    references.associations,
    references.sources_and_versions,
    references.questions,
    references.elements,
    words.coded_words,
    words.excerpts,
    words.stanzas,
    words.template_code,
    times.validity,
    lineage.no_circle,
)


def check(loaded: Loaded, known: Known) -> list[Finding]:
    """Return the findings of every rule over ``loaded``."""
    return [finding for rule in _RULES for finding in rule(loaded, known)]
