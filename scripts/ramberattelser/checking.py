"""The whole check: read, model, rules within files and between them, and the prose of every field.

``check`` is what the command, the build and the tests call. It never raises for what stands in
the data: everything wrong is in the list it returns.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path

from ramberattelser import collecting, rules, settings
from ramberattelser.caching import digest
from ramberattelser.corpus import LAW, Corpus, Story
from ramberattelser.findings import Finding, report
from ramberattelser.loading import Loaded, Record, load_records
from ramberattelser.memory import Memory
from ramberattelser.model import Published
from ramberattelser.reading import Parse, read_text
from ramberattelser.rendering import prose
from ramberattelser.rendering.typography import count
from ramberattelser.rules.telling import tell
from ramberattelser.settings import handwritten
from ramberattelser.sorting import swedish_key

_FAULTLESS = "felfritt"


def check(
    root: Path, parse: Parse = read_text, memory: Memory | None = None
) -> tuple[Corpus | None, list[Finding]]:
    """Return the corpus below ``root``, or None when anything was found wrong, and the findings.

    ``parse`` makes a document of a file's text; ``memory`` has what files that are the same gave before.
    """
    return check_loaded(root, parse, memory)[:2]


def check_loaded(
    root: Path, parse: Parse = read_text, memory: Memory | None = None
) -> tuple[Corpus | None, list[Finding], Mapping[str, Record]]:
    """Return what ``check`` does, and the records that were read, by key."""
    with collecting.at_rest():
        memory = memory or Memory()
        loaded = load_records(root, parse, memory)
        known = rules.Known(loaded)
        new = _not_faultless(loaded, known, memory)
        findings = {*loaded.findings, *rules.across(loaded, known), *rules.within(new, known)}
        findings.update(_prose(new, known))
        memory.leave(_FAULTLESS, ({} if findings else loaded.records, known.names))
        findings.update(handwritten.check(root))
        corpus = None if findings else _corpus(loaded)
        findings.update(settings.read(root, latest_day(corpus) if corpus else None)[1])
        return (None if findings else corpus), sorted(findings), loaded.records


def latest_day(corpus: Corpus) -> date | None:
    """Return the newest day on which anything in the data was published or changed."""
    dated: list[Published] = [*corpus.associations.values(), *(s.narrative for s in corpus.stories.values())]
    dated += (wording.version for wording in corpus.wordings.values())
    return max((entry.changed for entry in dated), default=None)


def refusal(findings: Sequence[Finding]) -> str:
    """Return what is said where findings stop the work: each on a line of its own, and how many they are."""
    return f"{report(findings)}\n\n{count(len(findings), 'sak', 'saker').capitalize()} att rätta."


def _not_faultless(loaded: Loaded, known: rules.Known, memory: Memory) -> Loaded:
    """Return the files that were not found without fault before, beside the same names."""
    before: tuple[Mapping[str, Record], object] | None = memory.before(_FAULTLESS)
    if before is None or before[1] != known.names:
        return loaded
    records = before[0]
    return Loaded({key: one for key, one in loaded.records.items() if records.get(key) is not one})


def _prose(loaded: Loaded, known: rules.Known) -> Iterator[Finding]:
    for record in loaded.records.values():
        for path, text in record.parts.prose:
            for code, details in prose.problems(text, known.target):
                yield tell(record, path, code, **details)


@lru_cache(maxsize=5_000)
def _mark(file: str, text: str) -> str:
    """Return what stands for a file."""
    return digest(file, text)


def _corpus(loaded: Loaded) -> Corpus:
    """Put the records of a run without findings together."""
    records = loaded.records
    associations = {owner: record.entry for owner, record in loaded.of_kind("forbund")}
    order = sorted(associations, key=lambda owner: (swedish_key(associations[owner].short_name), owner))
    place = {owner: at for at, owner in enumerate(order)}

    def in_order(kind: str) -> list[tuple[str, Record]]:
        return sorted(loaded.of_kind(kind), key=lambda found: place[found[0].split("/")[0]])

    return Corpus(
        associations={owner: associations[owner] for owner in order},
        stories={
            key: Story(key.split("/")[0], key.split("/")[1], record.entry, record.file)
            for key, record in in_order("berattelse")
        },
        clauses={owner: record.entry for owner, record in in_order("andamal")},
        law=records[LAW].entry,
        codebook=records["byggstenar"].entry,
        chains=records["kedjor"].entry,
        source_list=records["kallor"].entry,
        glossary=records["begrepp"].entry,
        question_list=records["fragor"].entry,
        discussions=records["samtal"].entry,
        national=records["nationellt"].entry,
        files={key: record.file for key, record in records.items()},
        digests={key: _mark(record.file, record.document.text) for key, record in records.items()},
    )
