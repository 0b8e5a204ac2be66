"""The rows of each table, out of the corpus: cells in the order of its columns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from ramberattelser import addresses, comparisons, kinship
from ramberattelser.comparing import sentences, word_count
from ramberattelser.comparisons import Pair
from ramberattelser.corpus import Corpus, Wording
from ramberattelser.dates import When
from ramberattelser.model import SourceRef

Row = Sequence[str | int | float]
Count = Callable[[Wording, Wording], comparisons.Figures]


def refs(given: Iterable[SourceRef]) -> str:
    """Return sources with their sections, as one cell."""
    return "; ".join(f"{ref.source}, {ref.section}" if ref.section else ref.source for ref in given)


def times(when: When | None) -> tuple[str, str]:
    """Return a time as it is written, and in EDTF."""
    return (when.written, when.edtf()) if when else ("", "")


def associations(corpus: Corpus) -> Iterable[Row]:
    """Yield each name that a förbund has had, with its time."""
    for owner, association in corpus.associations.items():
        for name in association.names:
            yield (
                owner,
                association.short_name,
                association.kind,
                name.name,
                *times(name.period),
                refs(name.sources),
            )


def members(corpus: Corpus) -> Iterable[Row]:
    """Yield each member that a förbund has had, with its time."""
    for owner, association in corpus.associations.items():
        for member in association.members:
            yield (
                owner,
                member.name,
                member.kind,
                *times(member.period),
                member.note or "",
                refs(member.sources),
            )


def events(corpus: Corpus) -> Iterable[Row]:
    """Yield the phases and events of every lane of the timelines, the national lane first."""
    owners = [("nationellt", corpus.national), *corpus.associations.items()]
    for owner, laned in owners:
        for phase in laned.phases:
            yield (owner, "fas", phase.id, phase.name, *times(phase.period), refs(phase.sources))
        for event in laned.events:
            yield (owner, "händelse", event.id, event.title, *times(event.when), refs(event.sources))


def _text(wording: Wording) -> str:
    return wording.version.text.strip()


def wordings(corpus: Corpus) -> Iterable[Row]:
    """Yield each known wording; one that is not collected has no words and says ``saknas``."""
    for wording in corpus.wordings.values():
        version = wording.version
        start, end = times(version.validity.start), times(version.validity.end)
        counted = (
            (word_count(_text(wording)), len(sentences(_text(wording)))) if version.collected else (0, 0)
        )
        yield (
            wording.key,
            wording.owner,
            version.id,
            version.label or "",
            *start,
            *end,
            version.doubt.text if version.doubt else "",
            version.adopted or "",
            version.paragraph,
            *counted,
            _text(wording),
            refs(version.sources),
            addresses.wording(wording),
        )


def codes(corpus: Corpus) -> Iterable[Row]:
    """Yield each byggsten that is coded in a collected wording, with the words that it rests on."""
    for wording in corpus.collected:
        for code in wording.version.codes:
            element = corpus.elements[code.element]
            yield (wording.key, code.element, element.name, "ja" if element.beyond_law else "nej", code.quote)


def relations(
    corpus: Corpus, figures: Count = comparisons.figures, paired: Iterable[Pair] | None = None
) -> Iterable[Row]:
    """Yield each pair of wordings that has a page, with its evidence and what ``figures`` counts in it."""
    for pair in kinship.paired(corpus) if paired is None else paired:
        relation = pair.relation
        old_words, new_words, shared, likeness, changes = figures(pair.old, pair.new)
        yield (
            pair.old.key,
            pair.new.key,
            "; ".join(pair.reasons),
            relation.how if relation else "",
            relation.certainty if relation else "",
            refs(relation.evidence) if relation else "",
            old_words,
            new_words,
            shared,
            round(likeness, 4),
            changes,
            addresses.comparison(pair.old, pair.new),
        )


def pairs(
    corpus: Corpus,
    measure: comparisons.Measure = comparisons.measured,
    paired: Iterable[Pair] | None = None,
) -> Iterable[Row]:
    """Yield each pair of collected wordings, with what ``measure`` tells of how like they are.

    ``paired`` are those that have a page, worked out unless they are given.
    """
    known = comparisons.by_keys(kinship.paired(corpus) if paired is None else paired)
    for one, other, made in comparisons.beside(corpus, known.values(), measure):
        declared = [
            (parent, relation)
            for child, parent in ((one, other), (other, one))
            for relation in child.version.relations
            if str(relation.version) == parent.key
        ]
        parent, relation = declared[0] if declared else (None, None)
        pages = [pair for pair in ((one, other), (other, one)) if (pair[0].key, pair[1].key) in known]
        yield (
            one.key,
            other.key,
            made.old_words,
            made.new_words,
            made.shared,
            made.moved,
            made.old_words - made.shared,
            made.new_words - made.shared,
            round(made.likeness, 4),
            parent.key if parent else "",
            relation.how if relation else "",
            relation.certainty if relation else "",
            addresses.comparison(*pages[0]) if pages else "",
        )


def sources(corpus: Corpus) -> Iterable[Row]:
    """Yield each source."""
    for source in corpus.source_list.sources:
        yield (
            source.id,
            source.short,
            source.title,
            "; ".join(source.authors),
            source.publisher or "",
            source.year,
            source.kind,
            source.address or "",
            source.read,
        )
