"""Rules over the data. Each is a function from the records and the known names to findings."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ramberattelser.findings import Finding
from ramberattelser.loading import Loaded
from ramberattelser.rules import addresses, lineage, links, markup, references, times, words
from ramberattelser.rules.known import Known

__all__ = ["Known", "across", "within"]

_Rule = Callable[[Loaded, Known], Iterator[Finding]]

_WITHIN: tuple[_Rule, ...] = (
    references.sources_and_versions,
    references.questions,
    references.elements,
    references.repeated,
    references.parents_once,
    references.about_others,
    words.placeholders,
    words.coded_words,
    words.codes_apart,
    words.stanzas,
    words.split_words,
    words.template_code,
    markup.html_in_lines,
    links.addresses,
    links.sources,
    addresses.reserved,
    addresses.told_once,
    times.validity,
    times.revisions,
    times.after_closing,
    lineage.mentions,
)
"""Each file by itself, and which names there are."""

_ACROSS: tuple[_Rule, ...] = (
    references.associations,
    references.signatures,
    references.short_names,
    references.names,
    words.excerpts,
    addresses.shared,
    lineage.no_circle,
)
"""What one file says beside what another says."""


def within(loaded: Loaded, known: Known) -> list[Finding]:
    """Return the findings of the rules that hold in each file of ``loaded``, whatever the others say.

    Of the others they ask no more than ``known.names``: a file that was faultless beside the same names
    still is.
    """
    here = known.among(loaded)
    return [finding for rule in _WITHIN for finding in rule(loaded, here)]


def across(loaded: Loaded, known: Known) -> list[Finding]:
    """Return the findings of the rules that hold between files."""
    return [finding for rule in _ACROSS for finding in rule(loaded, known)]
