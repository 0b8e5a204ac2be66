"""Rules that hold across files. Each is a function from the records and the known names to findings."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ramberattelser.findings import Finding
from ramberattelser.loading import Loaded
from ramberattelser.rules import addresses, lineage, links, markup, references, times, words
from ramberattelser.rules.known import Known

__all__ = ["Known", "check"]

_RULES: tuple[Callable[[Loaded, Known], Iterator[Finding]], ...] = (
    references.associations,
    references.signatures,
    references.sources_and_versions,
    references.questions,
    references.elements,
    references.names,
    references.repeated,
    references.parents_once,
    references.about_others,
    words.placeholders,
    words.coded_words,
    words.codes_apart,
    words.excerpts,
    words.stanzas,
    words.split_words,
    words.template_code,
    markup.html_in_lines,
    links.addresses,
    links.sources,
    addresses.reserved,
    addresses.shared,
    addresses.told_once,
    times.validity,
    times.revisions,
    times.after_closing,
    lineage.no_circle,
    lineage.mentions,
)


def check(loaded: Loaded, known: Known) -> list[Finding]:
    """Return the findings of every rule over ``loaded``."""
    return [finding for rule in _RULES for finding in rule(loaded, known)]
